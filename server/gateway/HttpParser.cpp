// SPDX-License-Identifier: MIT
#include "gateway/HttpParser.h"

#include "gateway/Quotas.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace Greenroom {

namespace http = boost::beast::http;

namespace {

/// Of a chunked body, `0` and two line ends. Beast 1.74 asserts that it gets as much where it has seen a part
/// of it before, so that a client that sends it byte by byte would end the program.
constexpr qsizetype shortestEnd = 5;

QByteArray toByteArray(boost::beast::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace

/// Beast's parser and what it said last.
class HttpParser::Private
{
public:
    http::request_parser<http::string_body> parser;
    boost::beast::error_code error;
};

HttpParser::HttpParser(quint64 largestBody) : d(std::make_unique<Private>())
{
    d->parser.header_limit(static_cast<std::uint32_t>(Quotas::headBytes));
    d->parser.body_limit(largestBody);
    d->parser.eager(true);
}

HttpParser::~HttpParser() = default;

qsizetype HttpParser::put(QByteArrayView bytes)
{
    if (hasHead() && d->parser.chunked() && bytes.size() < shortestEnd)
        return 0;
    const auto size = static_cast<std::size_t>(bytes.size());
    return static_cast<qsizetype>(d->parser.put(boost::asio::buffer(bytes.data(), size), d->error));
}

HttpParser::State HttpParser::state() const
{
    if (d->error == http::error::body_limit)
        return State::TooLarge;
    if (d->error && d->error != http::error::need_more)
        return State::Malformed;
    return d->parser.is_done() ? State::Complete : State::Incomplete;
}

bool HttpParser::hasHead() const
{
    return d->parser.is_header_done();
}

int HttpParser::version() const
{
    return static_cast<int>(d->parser.get().version());
}

QByteArray HttpParser::method() const
{
    return toByteArray(d->parser.get().method_string());
}

QByteArray HttpParser::target() const
{
    return toByteArray(d->parser.get().target());
}

QList<std::pair<QByteArray, QByteArray>> HttpParser::headers() const
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const auto &field : d->parser.get())
        headers.append({toByteArray(field.name_string()), toByteArray(field.value())});
    return headers;
}

QByteArray HttpParser::body() const
{
    return toByteArray(d->parser.get().body());
}

} // namespace Greenroom
