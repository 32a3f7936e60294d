// SPDX-License-Identifier: MIT
#include "session/AnswerBody.h"

#include "common/Redaction.h"
#include "session/AnswerHead.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace Greenroom::AnswerBody {

namespace {

constexpr int noContent = 204;
constexpr int notModified = 304;

/// What has come of a chunked body.
struct Chunks
{
    QByteArray joined = {};
    bool isComplete = false;
};

/// https://www.rfc-editor.org/rfc/rfc9112#section-7.1
Chunks readChunks(const QByteArray &bytes)
{
    constexpr int hexadecimal = 16;
    constexpr qsizetype lineEnd = 2;
    Chunks chunks;
    qsizetype at = 0;
    while (chunks.joined.size() < largest) {
        const qsizetype end = bytes.indexOf("\r\n", at);
        if (end < 0)
            return chunks;
        const QByteArray line = bytes.mid(at, end - at);
        bool isNumber = false;
        const qsizetype size = line.split(';').constFirst().trimmed().toUInt(&isNumber, hexadecimal);
        // What is no chunk tells nothing more, and nothing is to be waited for.
        chunks.isComplete = !isNumber || size == 0;
        if (chunks.isComplete)
            return chunks;
        at = end + lineEnd;
        chunks.joined += bytes.mid(at, std::min(size, largest));
        if (bytes.size() - at < size + lineEnd)
            return chunks;
        at += size + lineEnd;
    }
    chunks.isComplete = true;
    return chunks;
}

bool isChunked(const AnswerHead &head)
{
    return head.hasToken("Transfer-Encoding", "chunked");
}

/// Nothing where only the end of the connection tells.
std::optional<qsizetype> lengthOf(const AnswerHead &head)
{
    if (head.status() == noContent || head.status() == notModified)
        return 0;
    bool isNumber = false;
    const quint64 length = head.header("Content-Length").toULongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return static_cast<qsizetype>(std::min(length, static_cast<quint64>(largest)));
}

} // namespace

std::optional<QByteArray> read(const AnswerHead &head, const QByteArray &bytes)
{
    if (isChunked(head)) {
        const Chunks chunks = readChunks(bytes);
        return chunks.isComplete ? std::optional(chunks.joined.left(largest)) : std::nullopt;
    }
    const qsizetype length = lengthOf(head).value_or(largest);
    return bytes.size() >= length ? std::optional(bytes.left(length)) : std::nullopt;
}

QByteArray readWhatCame(const AnswerHead &head, const QByteArray &bytes)
{
    return isChunked(head) ? readChunks(bytes).joined.left(largest)
                           : bytes.left(lengthOf(head).value_or(largest));
}

QString messageIn(const QByteArray &body)
{
    constexpr qsizetype longest = 200;
    const QString message = QJsonDocument::fromJson(body).object().value(QLatin1String("message")).toString();
    const QString clean = Redaction::withoutSecretsIn(message).simplified();
    return clean.size() > longest ? clean.left(longest) + u'…' : clean;
}

} // namespace Greenroom::AnswerBody
