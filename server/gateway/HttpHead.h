// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>
#include <tl/expected.hpp>
#include <utility>

namespace Greenroom {

/// Why a request head is not served.
struct HeadFault
{
    /// The HTTP status to answer with.
    int status = 0;
    /// For the log, in English; holds nothing that the client sent.
    const char *reason = "";
};

/// The request line and the headers of an HTTP/1.1 request, checked and taken apart. Pure.
/// https://www.rfc-editor.org/rfc/rfc9112
class HttpHead
{
public:
    using Header = std::pair<QByteArray, QByteArray>;

    /// The length of the head at the start of `bytes`, blank line included; nothing while it is incomplete.
    static std::optional<qsizetype> lengthIn(const QByteArray &bytes);

    /// Parses a complete head as lengthIn() measured it. Stricter than the RFC allows: folded lines and
    /// anything that could be read in two ways are faults (400), and so is a head over 16 KB (431)
    /// or an address over 4096 characters (414).
    static tl::expected<HttpHead, HeadFault> parse(const QByteArray &head);

    const QByteArray &method() const { return m_method; }
    /// The path of the address with its escapes decoded, but for that of `/`; begins with `/`.
    QByteArray path() const;
    /// What stands between the slashes of the path, each decoded: one that holds an escaped slash stays one.
    QList<QByteArray> pathSegments() const;
    /// What follows the `?`, as sent.
    QByteArray query() const;
    /// In the order and case in which they came.
    const QList<Header> &headers() const { return m_headers; }
    /// The value of the first header of that name, whatever the case; empty if there is none.
    QByteArray header(QByteArrayView name) const;
    /// Whether there is a header of that name, be it empty.
    bool has(QByteArrayView name) const { return count(name) > 0; }

    /// Whether `token` is in the list that the headers of that name hold, whatever the case.
    bool hasToken(QByteArrayView name, QByteArrayView token) const;
    /// Whether the client asks for a WebSocket at all.
    bool asksForWebSocket() const;
    /// What is wrong with the request for a WebSocket, if anything is.
    /// https://www.rfc-editor.org/rfc/rfc6455#section-4.2.1
    std::optional<HeadFault> webSocketFault() const;

private:
    qsizetype count(QByteArrayView name) const;
    std::optional<HeadFault> fault() const;

    QByteArray m_method;
    QByteArray m_target;
    int m_version = 0;
    QList<Header> m_headers;
};

} // namespace Greenroom
