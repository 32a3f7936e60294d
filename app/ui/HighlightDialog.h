// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace Greenroom {

class HighlightWords;

/// Where the highlight words are typed, one a line.
class HighlightDialog : public QDialog
{
    Q_OBJECT

public:
    /// Borrows `words`, which it changes when it is accepted. Deletes itself when it is closed.
    explicit HighlightDialog(HighlightWords &words, QWidget *parent = nullptr);

public Q_SLOTS:
    void accept() override;

private:
    HighlightWords &m_words;
    QPlainTextEdit *m_field;
};

} // namespace Greenroom
