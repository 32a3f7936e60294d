// SPDX-License-Identifier: MIT
#include "export/TextWriter.h"

#include "transcript/LineText.h"

#include <QCoreApplication>

namespace Greenroom {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TextWriter)
};

/// One text of any number of lines, none of which begins where the lines of the file do.
QString setIn(const QString &text)
{
    QString lines = ExportWords::withoutControls(text);
    lines.replace(QChar::LineSeparator, QLatin1Char('\n'))
        .replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return lines.replace(QLatin1Char('\n'), QStringLiteral("\n    "));
}

QString whoAndWhat(const ExportRow &row)
{
    QString text = setIn(row.text);
    if (row.name.isEmpty() || row.kind == Message::Kind::Joined || row.kind == Message::Kind::Left)
        return text;
    if (row.kind == Message::Kind::Direct)
        return Tr::tr("%1 (direct message): %2", "%1 is a name, %2 what was written").arg(row.name, text);
    return Tr::tr("%1: %2", "%1 is a name, %2 what was written").arg(row.name, text);
}

} // namespace

QByteArray TextWriter::header(const ExportTitle &title)
{
    const QStringList lines{
        Tr::tr("Conversation in %1", "%1 names a stage").arg(title.stage), title.address.toString(),
        Tr::tr("Exported at %1", "%1 is a date and time").arg(ExportWords::localStamp(title.exportedAt))};
    QString header;
    for (const QString &line : lines)
        header += setIn(line) + QLatin1Char('\n');
    return header.toUtf8();
}

QByteArray TextWriter::row(const ExportRow &row)
{
    QString lines;
    if (const QDate day = LineText::day(row.at); day != m_day) {
        m_day = day;
        lines += QStringLiteral("\n%1\n\n").arg(LineText::fullDate(row.at));
    }
    lines += QStringLiteral("%1 [%2] ").arg(ExportWords::localStamp(row.at), LineText::timeOfDay(row.at));
    lines += whoAndWhat(row);
    if (!row.deliveryWords.isEmpty())
        lines += QStringLiteral(" (%1)").arg(setIn(row.deliveryWords));
    return lines.toUtf8() + '\n';
}

QByteArray TextWriter::footer()
{
    return {};
}

} // namespace Greenroom
