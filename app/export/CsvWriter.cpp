// SPDX-License-Identifier: MIT
#include "export/CsvWriter.h"

#include "common/Timestamp.h"
#include "transcript/LineText.h"

namespace Greenroom {

namespace {

/// What spreadsheets begin a formula with, the wide forms of East Asian keyboards included, and the blanks
/// that some of them pass over before it. https://owasp.org/www-community/attacks/CSV_Injection
bool isTakenForFormula(const QString &text)
{
    static const QString beginnings = QStringLiteral("=+-@'\uFF1D\uFF0B\uFF0D\uFF20");
    for (const QChar character : text) {
        if (beginnings.contains(character))
            return true;
        if (!character.isSpace() && character.isPrint())
            return false;
    }
    return false;
}

QString field(const QString &text)
{
    QString safe = ExportWords::withoutControls(text);
    if (isTakenForFormula(safe))
        safe.prepend(QLatin1Char('\''));
    safe.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + safe + QLatin1Char('"');
}

QByteArray record(const QStringList &fields)
{
    QStringList quoted;
    quoted.reserve(fields.size());
    for (const QString &text : fields)
        quoted << field(text);
    return quoted.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace

QByteArray CsvWriter::header(const ExportTitle & /*title*/)
{
    return record({QStringLiteral("time_utc"), QStringLiteral("time_local"), QStringLiteral("shown_time"),
                   QStringLiteral("kind"), QStringLiteral("own"), QStringLiteral("name"),
                   QStringLiteral("connection_id"), QStringLiteral("text"), QStringLiteral("delivery"),
                   QStringLiteral("failure"), QStringLiteral("frame")});
}

QByteArray CsvWriter::row(const ExportRow &row)
{
    return record({toMillisecondStamp(row.at), ExportWords::localStamp(row.at), LineText::timeOfDay(row.at),
                   ExportWords::kind(row.kind), row.own ? QStringLiteral("true") : QStringLiteral("false"),
                   row.name, row.personId, row.text, ExportWords::delivery(row.delivery), row.failure,
                   row.frame});
}

QByteArray CsvWriter::footer()
{
    return {};
}

} // namespace Greenroom
