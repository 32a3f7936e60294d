// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Greenroom {

/// A line under a field that says what is wrong or worth knowing; takes no room while it has nothing to say.
class HintLine : public QWidget
{
    Q_OBJECT

public:
    explicit HintLine(QWidget *parent = nullptr);

    QString text() const;

public Q_SLOTS:
    void showError(const QString &sentence);
    void showWarning(const QString &sentence);
    /// Quietly, as what needs nothing done.
    void showNote(const QString &sentence);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Weight { Note, Warning, Error };

    void showSentence(Weight weight, const QString &sentence);
    void applyColour();

    QLabel *m_icon;
    QLabel *m_sentence;
    Weight m_weight = Weight::Error;
};

} // namespace Greenroom
