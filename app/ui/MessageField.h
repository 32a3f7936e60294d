// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace Greenroom {

class SendKey;

/// The field that a message is typed into: which keys send and which break the line is the user's choice, an
/// input method has the keys first, and only text can be pasted.
class MessageField : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Borrows `sendKey`.
    explicit MessageField(const SendKey &sendKey, QWidget *parent = nullptr);

    /// An input method has letters here that are not text yet.
    bool isComposing() const;

Q_SIGNALS:
    void sendRequested();
    /// Up was pressed while there is nothing in the field.
    void recallRequested();
    /// Something was pasted or dropped that can't be sent; the sentence says why.
    void refused(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool sends(const QKeyEvent &event) const;

    const SendKey &m_sendKey;
};

} // namespace Greenroom
