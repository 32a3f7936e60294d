// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <optional>

namespace Greenroom {

/// The status line and the headers of an HTTP/1 answer, taken apart. Pure.
/// https://www.rfc-editor.org/rfc/rfc9112
class AnswerHead
{
public:
    /// The length of the head at the start of `bytes`, blank line included; nothing while it is incomplete.
    /// Bare line feeds count as line ends (section 2.2).
    static std::optional<qsizetype> lengthIn(const QByteArray &bytes);
    /// Whether `bytes` may be the start of an HTTP/1 answer.
    static bool mayBegin(const QByteArray &bytes);
    /// Parses a complete head as lengthIn() measured it; nothing where it is malformed. Folded lines are
    /// joined by a blank (section 5.2).
    static std::optional<AnswerHead> parse(const QByteArray &head);

    int status() const { return m_status; }
    /// The words beside the status.
    const QByteArray &phrase() const { return m_phrase; }
    /// The value of the first header of that name, whatever the case, without blanks around it; empty if
    /// there is none.
    QByteArray header(QByteArrayView name) const;
    /// How many headers have that name.
    qsizetype count(QByteArrayView name) const;
    /// Whether `token` is in the list that the headers of that name hold, whatever the case.
    bool hasToken(QByteArrayView name, QByteArrayView token) const;

private:
    bool takeStatusLine(const QByteArray &line);
    bool takeHeaderLine(const QByteArray &line);

    int m_status = 0;
    QByteArray m_phrase;
    QList<HeaderLine> m_headers;
};

} // namespace Greenroom
