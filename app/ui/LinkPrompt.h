// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QUrl>
#include <functional>

QT_BEGIN_NAMESPACE
class QMessageBox;
QT_END_NAMESPACE

namespace Greenroom {

/// Asks before a link that a stranger wrote is opened, and shows where it really leads.
class LinkPrompt : public QObject
{
    Q_OBJECT

public:
    /// Hands an address to the desktop; false if nothing there takes it.
    using Opener = std::function<bool(const QUrl &)>;

    /// Opens links by the desktop until setOpener() says otherwise; becomes a child of `window`.
    explicit LinkPrompt(QWidget &window);

    void setOpener(Opener opener);

public Q_SLOTS:
    /// Asks whether to open `url`, and does so on consent; returns at once.
    void ask(const QUrl &url);

private:
    void open(const QUrl &url);
    QMessageBox &box(const QString &text);

    QWidget &m_window;
    Opener m_opener;
};

} // namespace Greenroom
