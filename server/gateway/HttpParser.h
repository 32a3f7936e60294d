// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <memory>
#include <utility>

namespace Greenroom {

/// Boost.Beast's parser of one HTTP/1.1 request. Beast stands in this class's source file and nowhere else,
/// since it takes long to compile.
/// https://www.boost.org/doc/libs/1_74_0/libs/beast/doc/html/beast/ref/boost__beast__http__request_parser.html
class HttpParser
{
public:
    enum class State { Incomplete, Complete, TooLarge, Malformed };

    /// Takes bodies of up to `largestBody` bytes.
    explicit HttpParser(quint64 largestBody);
    ~HttpParser();
    Q_DISABLE_COPY_MOVE(HttpParser)

    /// Takes what it can use of `bytes` and returns how many these were. The rest has to come again, with
    /// more behind it; what follows a complete request is never taken.
    qsizetype put(QByteArrayView bytes);

    State state() const;
    bool hasHead() const;
    /// 11 for HTTP/1.1.
    int version() const;
    QByteArray method() const;
    QByteArray target() const;
    /// In the order and case in which they came.
    QList<std::pair<QByteArray, QByteArray>> headers() const;
    QByteArray body() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Greenroom
