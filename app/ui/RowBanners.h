// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "transcript/RowPlace.h"
#include "ui/TranscriptLook.h"

#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Greenroom {

/// What stands above a line from edge to edge: the day that begins with it, and that it was not read yet.
class RowBanners
{
public:
    RowBanners(RowPlace place, WallTime at, const TranscriptLook &look);

    int height() const;
    /// Draws them at the top of a row whose origin is the painter's.
    void paint(QPainter &painter, const TranscriptLook &look) const;

private:
    struct Banner
    {
        QString words;
        bool accented;
    };

    QList<Banner> m_banners;
    int m_each = 0;
};

} // namespace Greenroom
