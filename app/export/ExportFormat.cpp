// SPDX-License-Identifier: MIT
#include "export/ExportFormat.h"

#include "export/CsvWriter.h"
#include "export/HtmlWriter.h"
#include "export/JsonLinesWriter.h"
#include "export/TextWriter.h"

#include <QCoreApplication>

namespace Greenroom::ExportFormats {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ExportFormats)
};

} // namespace

QList<ExportFormat> all()
{
    return {ExportFormat::Text, ExportFormat::Html, ExportFormat::Csv, ExportFormat::JsonLines};
}

QString suffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::JsonLines:
        return QStringLiteral("jsonl");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Html:
        return QStringLiteral("html");
    case ExportFormat::Text:
        break;
    }
    return QStringLiteral("txt");
}

QString filter(ExportFormat format)
{
    switch (format) {
    case ExportFormat::JsonLines:
        return Tr::tr("JSON Lines, for programs (*.jsonl)");
    case ExportFormat::Csv:
        return Tr::tr("CSV, for spreadsheets (*.csv)");
    case ExportFormat::Html:
        return Tr::tr("HTML, for browsers (*.html)");
    case ExportFormat::Text:
        break;
    }
    return Tr::tr("Plain text (*.txt)");
}

std::optional<ExportFormat> ofPath(const QString &path)
{
    const auto formats = all();
    for (const ExportFormat format : formats) {
        if (path.endsWith(QLatin1Char('.') + suffix(format), Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

std::unique_ptr<ExportWriter> makeWriter(ExportFormat format)
{
    switch (format) {
    case ExportFormat::JsonLines:
        return std::make_unique<JsonLinesWriter>();
    case ExportFormat::Csv:
        return std::make_unique<CsvWriter>();
    case ExportFormat::Html:
        return std::make_unique<HtmlWriter>();
    case ExportFormat::Text:
        break;
    }
    return std::make_unique<TextWriter>();
}

} // namespace Greenroom::ExportFormats
