// SPDX-License-Identifier: MIT
#include "common/CloseFrame.h"

#include "common/Utf8.h"

#include <QtEndian>

namespace Greenroom {

namespace {

constexpr qsizetype closeCodeSize = sizeof(quint16);

/// https://www.rfc-editor.org/rfc/rfc6455#section-7.4
bool isCodeAllowed(int code)
{
    constexpr int lastOfFirst = 1003;
    constexpr int badGateway = 1014;
    constexpr int firstOfLibraries = 3000;
    constexpr int lastOfApplications = 4999;
    return (code >= CloseFrame::Normal && code <= lastOfFirst)
           || (code >= CloseFrame::BadText && code <= badGateway)
           || (code >= firstOfLibraries && code <= lastOfApplications);
}

} // namespace

tl::expected<CloseFrame, CloseFrame::Code> CloseFrame::read(const QByteArray &payload)
{
    if (payload.isEmpty())
        return CloseFrame{};
    if (payload.size() < closeCodeSize)
        return tl::unexpected(ProtocolError);
    const int code = qFromBigEndian<quint16>(payload.constData());
    if (!isCodeAllowed(code))
        return tl::unexpected(ProtocolError);
    const auto reason = Utf8::decode(QByteArrayView(payload).sliced(closeCodeSize));
    if (!reason)
        return tl::unexpected(BadText);
    return CloseFrame{code, *reason};
}

QByteArray CloseFrame::payloadFor(int code, const QString &reason)
{
    QByteArray payload(closeCodeSize, '\0');
    qToBigEndian(static_cast<quint16>(code), payload.data());
    return payload + reason.toUtf8();
}

} // namespace Greenroom
