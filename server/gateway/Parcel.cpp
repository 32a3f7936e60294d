// SPDX-License-Identifier: MIT
#include "gateway/Parcel.h"

#include <algorithm>

namespace Greenroom {

Parcel::Parcel(const Parcel &before, QByteArray frames)
    : m_before(&before), m_frames(std::move(frames)), m_size(before.m_size + m_frames.size())
{
}

Parcel &Parcel::with(const QByteArray &frames, Store &store)
{
    const bool isSame = m_next != nullptr && m_next->m_frames.constData() == frames.constData()
                        && m_next->m_frames.size() == frames.size();
    if (!isSame) {
        store.push_back(Parcel(*this, frames));
        m_next = &store.back();
    }
    return *m_next;
}

QByteArray Parcel::bytes() const
{
    if (m_before == nullptr || m_before->m_size == 0)
        return m_frames;
    if (m_joined.isEmpty()) {
        m_joined.resize(m_size);
        // From the last to the first.
        char *end = m_joined.data() + m_joined.size();
        for (const Parcel *part = this; part != nullptr; part = part->m_before)
            end = std::copy_backward(part->m_frames.begin(), part->m_frames.end(), end);
    }
    return m_joined;
}

} // namespace Greenroom
