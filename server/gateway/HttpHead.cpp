// SPDX-License-Identifier: MIT
#include "gateway/HttpHead.h"

#include "gateway/HttpParser.h"
#include "gateway/Quotas.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace Greenroom {

namespace {

constexpr int badRequest = 400;
constexpr int targetTooLong = 414;
constexpr int headTooLarge = 431;
/// Beast's notation of HTTP/1.1.
constexpr int http11 = 11;
constexpr qsizetype keyBytes = 16;
constexpr qsizetype keyCharacters = 24;

bool isSame(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

/// Searched many times as fast as with QByteArray::indexOf().
std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Beast joins folded lines (https://www.rfc-editor.org/rfc/rfc9112#section-5.2 lets a server refuse them).
bool hasFoldedLine(std::string_view head)
{
    for (auto at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
        const auto before = head.substr(0, at);
        const auto after = head.substr(at + 1);
        if (before.ends_with('\r') && (after.starts_with(' ') || after.starts_with('\t')))
            return true;
    }
    return false;
}

} // namespace

std::optional<qsizetype> HttpHead::lengthIn(const QByteArray &bytes)
{
    constexpr std::string_view rest("\r\n");
    // Bare line feeds are no end of a head, but waiting for a better one would only delay the refusal.
    constexpr std::string_view bareRest("\n");
    const std::string_view text = viewOf(bytes);
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const auto after = text.substr(at + 1);
        if (after.starts_with(bareRest))
            return static_cast<qsizetype>(at + 1 + bareRest.size());
        if (after.starts_with(rest) && text.substr(0, at).ends_with('\r'))
            return static_cast<qsizetype>(at + 1 + rest.size());
    }
    return std::nullopt;
}

tl::expected<HttpHead, HeadFault> HttpHead::parse(const QByteArray &head)
{
    if (head.size() > Quotas::headBytes)
        return tl::unexpected(HeadFault{headTooLarge, "head too large"});
    if (hasFoldedLine(viewOf(head)))
        return tl::unexpected(HeadFault{badRequest, "folded header line"});

    // How large a body may be depends on who will read it.
    HttpParser parser(std::numeric_limits<quint64>::max());
    parser.put(head);
    if (parser.state() == HttpParser::State::Malformed || !parser.hasHead())
        return tl::unexpected(HeadFault{badRequest, "malformed head"});

    HttpHead parsed;
    parsed.m_method = parser.method();
    parsed.m_target = parser.target();
    parsed.m_version = parser.version();
    parsed.m_headers = parser.headers();
    if (const auto fault = parsed.fault())
        return tl::unexpected(*fault);
    return parsed;
}

QByteArray HttpHead::path() const
{
    // An escaped slash is part of a name and separates nothing: it stays escaped.
    QByteArray escaped = m_target.split('?').constFirst();
    escaped.replace("%2F", "%252F").replace("%2f", "%252f");
    return QByteArray::fromPercentEncoding(escaped);
}

QList<QByteArray> HttpHead::pathSegments() const
{
    QList<QByteArray> segments = m_target.split('?').constFirst().mid(1).split('/');
    std::transform(segments.begin(), segments.end(), segments.begin(),
                   [](const QByteArray &segment) { return QByteArray::fromPercentEncoding(segment); });
    return segments;
}

QByteArray HttpHead::query() const
{
    const qsizetype mark = m_target.indexOf('?');
    return mark < 0 ? QByteArray() : m_target.sliced(mark + 1);
}

QByteArray HttpHead::header(QByteArrayView name) const
{
    const auto found = std::find_if(m_headers.begin(), m_headers.end(),
                                    [name](const Header &header) { return isSame(header.first, name); });
    return found == m_headers.end() ? QByteArray() : found->second;
}

bool HttpHead::asksForWebSocket() const
{
    return hasToken("Upgrade", "websocket") && hasToken("Connection", "upgrade");
}

std::optional<HeadFault> HttpHead::webSocketFault() const
{
    const auto fault = [](const char *reason) { return HeadFault{badRequest, reason}; };
    if (m_method != "GET")
        return fault("upgrade by another method than GET");
    if (count("Transfer-Encoding") > 0 || (count("Content-Length") > 0 && header("Content-Length") != "0"))
        return fault("upgrade with a body");
    if (count("Sec-WebSocket-Version") != 1 || header("Sec-WebSocket-Version") != "13")
        return fault("Sec-WebSocket-Version is not 13");
    const auto key =
        QByteArray::fromBase64Encoding(header("Sec-WebSocket-Key"), QByteArray::AbortOnBase64DecodingErrors);
    if (count("Sec-WebSocket-Key") != 1 || header("Sec-WebSocket-Key").size() != keyCharacters || !key
        || key.decoded.size() != keyBytes)
        return fault("Sec-WebSocket-Key is not 16 bytes in base64");
    return std::nullopt;
}

qsizetype HttpHead::count(QByteArrayView name) const
{
    return std::count_if(m_headers.begin(), m_headers.end(),
                         [name](const Header &header) { return isSame(header.first, name); });
}

bool HttpHead::hasToken(QByteArrayView name, QByteArrayView token) const
{
    return std::any_of(m_headers.begin(), m_headers.end(), [name, token](const Header &header) {
        const QList<QByteArray> tokens = header.second.split(',');
        return isSame(header.first, name)
               && std::any_of(tokens.begin(), tokens.end(), [token](const QByteArray &candidate) {
                      return isSame(candidate.trimmed(), token);
                  });
    });
}

/// The checks that Beast leaves to its user.
std::optional<HeadFault> HttpHead::fault() const
{
    const auto fault = [](const char *reason) { return HeadFault{badRequest, reason}; };
    if (m_version != http11)
        return fault("not HTTP/1.1");
    if (!m_target.startsWith('/'))
        return fault("target is not a path");
    if (m_target.size() > Quotas::targetBytes)
        return HeadFault{targetTooLong, "target too long"};
    if (count("Host") != 1 || header("Host").isEmpty())
        return fault("not exactly one Host");
    if (count("Origin") > 1)
        return fault("more than one Origin");
    if (count("Transfer-Encoding") > 1
        || (count("Transfer-Encoding") == 1 && !isSame(header("Transfer-Encoding"), "chunked")))
        return fault("odd Transfer-Encoding");
    if (count("Transfer-Encoding") > 0 && count("Content-Length") > 0)
        return fault("Transfer-Encoding beside Content-Length");
    return std::nullopt;
}

} // namespace Greenroom
