// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleInterface>
#include <QPointer>

namespace Greenroom {

class TranscriptView;

/// One line of a transcript for a screen reader.
class TranscriptRowAccessible : public QAccessibleInterface
{
public:
    TranscriptRowAccessible(TranscriptView &view, int row);

    int row() const;

    bool isValid() const override;
    QObject *object() const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text what) const override;
    void setText(QAccessible::Text what, const QString &text) override;
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QWindow *window() const override;

private:
    QPointer<TranscriptView> m_view;
    int m_row;
};

} // namespace Greenroom
