// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace Greenroom {

class TranscriptSearch;

/// A line above a transcript in which one types what to look for in it. Enter goes from hit to hit.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    /// Borrows `search`; hidden at first.
    explicit SearchBar(TranscriptSearch &search, QWidget *parent = nullptr);

    QString text() const;

public Q_SLOTS:
    /// Shows itself with the keyboard in its field, and what was looked for last selected.
    void open();
    /// Hides itself and marks nothing any more.
    void close();
    void goToNext();
    void goToPrevious();

Q_SIGNALS:
    /// Just before the hits are forgotten.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QToolButton *addButton(const char *name, const QString &words, void (SearchBar::*act)());
    void tintIcons();
    void showCount();

    TranscriptSearch &m_search;
    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_next = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace Greenroom
