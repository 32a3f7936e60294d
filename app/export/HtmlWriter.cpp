// SPDX-License-Identifier: MIT
#include "export/HtmlWriter.h"

#include "common/Timestamp.h"
#include "transcript/LineText.h"

#include <QCoreApplication>
#include <QLocale>

namespace Greenroom {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(HtmlWriter)
};

constexpr QLatin1String style(R"(
:root { color-scheme: light dark; --ground: #fff; --ink: #1c1c1e; --faint: #5f5f66; --other: #f0f0f2;
  --own: #d7e6fa; --error: #9c1c14; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #222225; --ink: #ececee; --faint: #a9a9b0; --other: #323236; --own: #23446b; --error: #ff9a91; }
}
body { margin: 0 auto; max-width: 48rem; padding: 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.45 system-ui, sans-serif; }
h1 { font-size: 1.3rem; margin-bottom: 0; }
h2 { font-size: .9rem; text-align: center; margin: 2rem 0 1rem; }
header, time, .name, .state { color: var(--faint); font-size: .85rem; }
article { background: var(--other); border-radius: .75rem; padding: .5rem .75rem; margin: .5rem 15% .5rem 0; }
article.own { background: var(--own); margin: .5rem 0 .5rem 15%; }
article.direct { outline: 1px solid var(--faint); }
article.joined, article.left, article.notice { background: none; margin: .5rem 0; text-align: center;
  color: var(--faint); font-size: .85rem; }
article.error { margin: .5rem 0; color: var(--error); }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
)");

QString escaped(const QString &text)
{
    QString safe = ExportWords::withoutControls(text).toHtmlEscaped();
    return safe.replace(QLatin1Char('\''), QLatin1String("&#39;"));
}

/// `text` by itself: its direction of writing does not reach what is around it.
QString isolated(const QString &text)
{
    return QStringLiteral("<bdi>") + escaped(text) + QStringLiteral("</bdi>");
}

QString time(WallTime at)
{
    return QStringLiteral("<time datetime=\"") + toMillisecondStamp(at) + QStringLiteral("\" title=\"")
           + ExportWords::localStamp(at) + QStringLiteral("\">") + escaped(LineText::timeOfDay(at))
           + QStringLiteral("</time>");
}

QString nameOf(const ExportRow &row)
{
    if (row.name.isEmpty() || row.kind == Message::Kind::Joined || row.kind == Message::Kind::Left)
        return {};
    const QString words = row.kind == Message::Kind::Direct
                              ? Tr::tr("%1, direct message", "%1 is a name").arg(row.name)
                              : row.name;
    return QStringLiteral("<span class=\"name\" title=\"") + escaped(row.personId) + QStringLiteral("\">")
           + isolated(words) + QStringLiteral("</span> ");
}

} // namespace

QByteArray HtmlWriter::header(const ExportTitle &title)
{
    const QString heading = Tr::tr("Conversation in %1", "%1 names a stage").arg(title.stage);
    const QString at =
        Tr::tr("Exported at %1", "%1 is a date and time").arg(ExportWords::localStamp(title.exportedAt));
    QString page = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + QLocale().bcp47Name()
                   + QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Should an escape ever be missing, a browser still runs and loads nothing.
    page += QStringLiteral("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                           "style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
                           "content=\"width=device-width, initial-scale=1\">\n");
    page += QStringLiteral("<title>") + escaped(heading) + QStringLiteral("</title>\n<style>") + style
            + QStringLiteral("</style>\n</head>\n<body>\n");
    page += QStringLiteral("<header><h1>") + isolated(heading) + QStringLiteral("</h1>\n<p>")
            + isolated(title.address.toString()) + QStringLiteral("</p>\n<p>") + escaped(at)
            + QStringLiteral("</p></header>\n<main>\n");
    return page.toUtf8();
}

QByteArray HtmlWriter::row(const ExportRow &row)
{
    QString html;
    if (const QDate day = LineText::day(row.at); day != m_day) {
        m_day = day;
        html += QStringLiteral("<h2>") + escaped(LineText::fullDate(row.at)) + QStringLiteral("</h2>\n");
    }
    const QString own = row.own ? QStringLiteral(" own") : QString();
    html += QStringLiteral("<article class=\"") + ExportWords::kind(row.kind) + own + QStringLiteral("\">")
            + nameOf(row) + time(row.at) + QStringLiteral("<p dir=\"auto\">") + isolated(row.text)
            + QStringLiteral("</p>");
    if (!row.deliveryWords.isEmpty())
        html += QStringLiteral("<p class=\"state\">") + isolated(row.deliveryWords) + QStringLiteral("</p>");
    return html.toUtf8() + "</article>\n";
}

QByteArray HtmlWriter::footer()
{
    return "</main>\n</body>\n</html>\n";
}

} // namespace Greenroom
