// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Greenroom {

/// A round button over the lower edge of a transcript that counts the new messages below; hidden while there
/// are none.
class NewLinesPill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NewLinesPill(QWidget *viewport);

    int count() const;
    void add(int messages);
    void reset();
    /// Puts itself where it belongs in its parent.
    void place();

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
};

} // namespace Greenroom
