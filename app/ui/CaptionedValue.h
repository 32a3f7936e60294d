// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Greenroom {

/// A value with its name above it in smaller type. The value can be selected and copied.
class CaptionedValue : public QWidget
{
    Q_OBJECT

public:
    explicit CaptionedValue(const QString &caption, QWidget *parent = nullptr);

    QLabel &value();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    QLabel *m_caption;
    QLabel *m_value;
};

} // namespace Greenroom
