// SPDX-License-Identifier: MIT
#include "export/JsonLinesWriter.h"

#include "common/Timestamp.h"
#include "transcript/LineText.h"

namespace Greenroom {

namespace {

/// Controls, what sets the direction of writing, and what ends lines outside of JSON.
bool isActedOn(ushort code)
{
    const bool isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool setsDirection = (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
                               || (code >= 0x2066 && code <= 0x2069) || code == 0x061c;
    return isControl || setsDirection || code == 0x2028 || code == 0x2029;
}

QString quoted(const QString &text)
{
    QString json;
    json.reserve(text.size() + 2);
    json += QLatin1Char('"');
    for (const QChar character : text) {
        if (character == QLatin1Char('"') || character == QLatin1Char('\\'))
            json += QLatin1Char('\\') + character;
        else if (character == QLatin1Char('\n'))
            json += QLatin1String("\\n");
        else if (isActedOn(character.unicode()))
            json += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            json += character;
    }
    return json + QLatin1Char('"');
}

QString member(const char *name, const QString &text)
{
    return QStringLiteral(",\"%1\":").arg(QLatin1String(name)) + quoted(text);
}

/// What is not there has no member.
QString optionalMember(const char *name, const QString &text)
{
    return text.isEmpty() ? QString() : member(name, text);
}

} // namespace

QByteArray JsonLinesWriter::header(const ExportTitle & /*title*/)
{
    return {};
}

QByteArray JsonLinesWriter::row(const ExportRow &row)
{
    QString line = QStringLiteral("{\"time\":") + quoted(toMillisecondStamp(row.at));
    line += member("local_time", ExportWords::localStamp(row.at));
    line += member("shown_time", LineText::timeOfDay(row.at));
    line += member("kind", ExportWords::kind(row.kind));
    line += row.own ? QLatin1String(",\"own\":true") : QLatin1String(",\"own\":false");
    line += optionalMember("name", row.name);
    line += optionalMember("connection_id", row.personId);
    line += member("text", row.text);
    line += optionalMember("delivery", ExportWords::delivery(row.delivery));
    line += optionalMember("failure", row.failure);
    line += optionalMember("frame", row.frame);
    return line.toUtf8() + "}\n";
}

QByteArray JsonLinesWriter::footer()
{
    return {};
}

} // namespace Greenroom
