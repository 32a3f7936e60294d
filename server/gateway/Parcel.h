// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <deque>

namespace Greenroom {

/// The frames that a connection is to get in one turn of the event loop, one behind the other. Connections
/// that get the same frames share one, however many frames and connections there are.
class Parcel
{
public:
    /// Where parcels are kept; those of a turn end together.
    using Store = std::deque<Parcel>;

    /// Holds nothing.
    Parcel() = default;

    /// The parcel with all that is in this one and `frames` after it: the same one for the same data, asked
    /// again at once. It is kept in `store`; this one has to last as long.
    Parcel &with(const QByteArray &frames, Store &store);

    qsizetype size() const { return m_size; }
    /// Everything in one piece, which is made once.
    QByteArray bytes() const;

private:
    Parcel(const Parcel &before, QByteArray frames);

    const Parcel *m_before = nullptr;
    QByteArray m_frames;
    qsizetype m_size = 0;
    Parcel *m_next = nullptr;
    mutable QByteArray m_joined;
};

} // namespace Greenroom
