// SPDX-License-Identifier: MIT
#include "gateway/HttpReply.h"

#include <QHash>
#include <algorithm>
#include <array>
#include <cstdio>

namespace Greenroom {

namespace {

constexpr int noContent = 204;

} // namespace

QByteArray HttpReply::toBytes(WallTime moment, Afterwards afterwards) const
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    bytes += "Date: " + date(moment) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    // https://www.rfc-editor.org/rfc/rfc9110#section-8.6
    if (status != noContent)
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    // A 426 names the protocol to upgrade to, which the Connection header has to list (RFC 9110, 7.8).
    const bool offersUpgrade = std::any_of(headers.begin(), headers.end(),
                                           [](const auto &header) { return header.first == "Upgrade"; });
    bytes += offersUpgrade ? "Connection: Upgrade, " : "Connection: ";
    bytes += afterwards == Afterwards::KeepAlive ? "keep-alive\r\n\r\n" : "close\r\n\r\n";
    return bytes + body;
}

/// https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
QByteArray HttpReply::date(WallTime moment)
{
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment - day));
    // QLocale takes ten times as long, a tenth of a handshake.
    std::array<char, 32> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                      days.at(std::chrono::weekday(day).c_encoding()), unsigned(date.day()),
                      months.at(unsigned(date.month()) - 1), int(date.year()), int(time.hours().count()),
                      int(time.minutes().count()), int(time.seconds().count()));
    return {text.data(), size};
}

QByteArray HttpReply::reasonPhrase(int status)
{
    // https://www.iana.org/assignments/http-status-codes
    static const QHash<int, QByteArray> phrases{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    };
    return phrases.value(status, "Unknown");
}

} // namespace Greenroom
