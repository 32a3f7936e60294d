// SPDX-License-Identifier: MIT
#include "session/AnswerHead.h"

#include "common/HttpToken.h"

#include <algorithm>

namespace Greenroom {

namespace {

constexpr QByteArrayView versionPrefix("HTTP/1.");
/// `HTTP/1.1 101`
constexpr qsizetype versionSize = 8;
constexpr qsizetype statusSize = 3;

bool isSameName(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isFolded(const QByteArray &line)
{
    return line.startsWith(' ') || line.startsWith('\t');
}

/// Values may hold tabs and any byte from 128 on, but nothing that could be taken for a line end.
bool hasControlCharacter(const QByteArray &line)
{
    constexpr unsigned char firstPrintable = 0x20;
    constexpr unsigned char deleteCharacter = 0x7f;
    return std::any_of(line.begin(), line.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < firstPrintable && c != '\t') || byte == deleteCharacter;
    });
}

/// Without their ends, and without the blank one.
QList<QByteArray> linesOf(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    while (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

std::optional<qsizetype> AnswerHead::lengthIn(const QByteArray &bytes)
{
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        const QByteArrayView after = QByteArrayView(bytes).sliced(at + 1);
        if (after.startsWith("\n"))
            return at + 2;
        if (after.startsWith("\r\n"))
            return at + 3;
    }
    return std::nullopt;
}

bool AnswerHead::mayBegin(const QByteArray &bytes)
{
    return versionPrefix.startsWith(bytes) || bytes.startsWith(versionPrefix);
}

std::optional<AnswerHead> AnswerHead::parse(const QByteArray &head)
{
    QList<QByteArray> lines = linesOf(head);
    AnswerHead parsed;
    if (lines.isEmpty() || !parsed.takeStatusLine(lines.takeFirst()))
        return std::nullopt;
    for (const QByteArray &line : std::as_const(lines)) {
        if (!parsed.takeHeaderLine(line))
            return std::nullopt;
    }
    return parsed;
}

QByteArray AnswerHead::header(QByteArrayView name) const
{
    const auto found = std::find_if(m_headers.begin(), m_headers.end(), [name](const HeaderLine &header) {
        return isSameName(header.name, name);
    });
    return found == m_headers.end() ? QByteArray() : found->value;
}

qsizetype AnswerHead::count(QByteArrayView name) const
{
    return std::count_if(m_headers.begin(), m_headers.end(),
                         [name](const HeaderLine &header) { return isSameName(header.name, name); });
}

bool AnswerHead::hasToken(QByteArrayView name, QByteArrayView token) const
{
    return std::any_of(m_headers.begin(), m_headers.end(), [name, token](const HeaderLine &header) {
        const QList<QByteArray> tokens = header.value.split(',');
        return isSameName(header.name, name)
               && std::any_of(tokens.begin(), tokens.end(), [token](const QByteArray &candidate) {
                      return isSameName(candidate.trimmed(), token);
                  });
    });
}

bool AnswerHead::takeStatusLine(const QByteArray &line)
{
    constexpr qsizetype statusStart = versionSize + 1;
    constexpr qsizetype statusEnd = statusStart + statusSize;
    if (!line.startsWith(versionPrefix) || line.size() < statusEnd || hasControlCharacter(line)
        || !isDigit(line.at(versionSize - 1)) || line.at(versionSize) != ' ')
        return false;
    const QByteArray status = line.mid(statusStart, statusSize);
    if (!std::all_of(status.begin(), status.end(), isDigit) || status.startsWith('0'))
        return false;
    if (line.size() > statusEnd && line.at(statusEnd) != ' ')
        return false;
    m_status = status.toInt();
    m_phrase = line.mid(statusEnd).trimmed();
    return true;
}

bool AnswerHead::takeHeaderLine(const QByteArray &line)
{
    if (hasControlCharacter(line))
        return false;
    if (isFolded(line)) {
        if (m_headers.isEmpty())
            return false;
        QByteArray &value = m_headers.last().value;
        value = (value + ' ' + line.trimmed()).trimmed();
        return true;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !HttpToken::isToken(QByteArrayView(line).first(colon)))
        return false;
    m_headers.append({line.first(colon), line.mid(colon + 1).trimmed()});
    return true;
}

} // namespace Greenroom
