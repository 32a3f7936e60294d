// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Greenroom {

/// Puts the frame of a line edit around a field that has none of its own, so that it shows the keyboard focus
/// as the platform's fields do.
class FieldFrame : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of `field` and watches its focus.
    explicit FieldFrame(QWidget &field, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget &m_field;
};

} // namespace Greenroom
