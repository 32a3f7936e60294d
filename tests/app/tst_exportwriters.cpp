// SPDX-License-Identifier: MIT
#include "export/CsvWriter.h"
#include "export/ExportFormat.h"
#include "export/HtmlWriter.h"
#include "export/JsonLinesWriter.h"
#include "export/TextWriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace Greenroom;
using namespace std::chrono_literals;

/// Each format with whatever strangers may write.
class TestExportWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oddTexts_data();
    void oddTexts();
    void formulas_data();
    void formulas();
    void theSuffixDecides_data();
    void theSuffixDecides();
    void textIsReadable();
    void csvIsARecordALine();
    void jsonHasEveryMember();
    void htmlStandsAlone();
};

namespace {

constexpr WallTime noon(1'769'860'800'250ms);

ExportRow rowOf(const QString &text)
{
    ExportRow row;
    row.at = noon;
    row.name = QStringLiteral("Heron 27");
    row.personId = QStringLiteral("ann=");
    row.text = text;
    return row;
}

ExportTitle title()
{
    return {QStringLiteral("dev of <b>"), QUrl(QStringLiteral("wss://example.com/dev?a=1&b=2")), noon};
}

/// As any reader after RFC 4180 takes one record apart; nothing if it is none.
QStringList fieldsOf(const QString &record)
{
    QStringList fields;
    qsizetype at = 0;
    while (at < record.size() && record.at(at) == QLatin1Char('"')) {
        QString field;
        for (++at; at < record.size(); ++at) {
            const bool isQuote = record.at(at) == QLatin1Char('"');
            if (isQuote && QStringView(record).mid(at + 1).startsWith(QLatin1Char('"')))
                ++at;
            else if (isQuote)
                break;
            field += record.at(at);
        }
        fields << field;
        at += 2;
    }
    return record.endsWith(QLatin1String("\"\r\n")) && at == record.size() - 1 ? fields : QStringList();
}

/// The row's text as an HTML reader gets it.
QString htmlTextOf(const QByteArray &html)
{
    QXmlStreamReader reader("<page>" + html + "</page>");
    QString text;
    bool isInText = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("p"))
            isInText = true;
        else if (reader.isEndElement() && reader.name() == QLatin1String("p"))
            isInText = false;
        else if (isInText && reader.isCharacters())
            text += reader.text();
    }
    return reader.hasError() ? reader.errorString() : text;
}

} // namespace

void TestExportWriters::initTestCase()
{
    qputenv("TZ", "America/Sao_Paulo");
    QLocale::setDefault(QLocale::c());
}

void TestExportWriters::oddTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("seen");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("nothing", {});
    same("plain", QStringLiteral("Hello"));
    same("quotes", QStringLiteral("\"a\", 'b' and \"\"\"c\" \\\" \\"));
    same("lines", QStringLiteral("one\ntwo\n\nthree"));
    same("a line that looks like another", QStringLiteral("x\n2026-01-31T09:00:00.250-03:00 [09:00] You: y"));
    same("a tabulator", QStringLiteral("a\tb"));
    same("commas and semicolons", QStringLiteral("a,b;c,\"\","));
    same("HTML", QStringLiteral("<script>alert('1')</script> &amp; <b>"));
    same("the end of the element", QStringLiteral("</p></article><img src=x onerror=y>"));
    same("an emoji", QStringLiteral("\U0001F389 \U0001F468\u200D\U0001F469\u200D\U0001F467 e\u0301"));
    same("an override of direction", QStringLiteral("\u202Egnp.exe \u2066x\u2069 \u200F"));
    same("Arabic", QStringLiteral("\u0645\u0631\u062D\u0628\u0627"));
    same("100 KB without a blank", QString(100'000, QLatin1Char('x')));
    QTest::newRow("other line ends") << QStringLiteral("a\r\nb\rc") << QStringLiteral("a\nb\nc");
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(0) + QStringLiteral("b")
                         << QStringLiteral("a\u2400b");
    QTest::newRow("ANSI escapes") << QStringLiteral("\x1b[31mred\x1b]0;x\x07")
                                  << QStringLiteral("\u241B[31mred\u241B]0;x\u2407");
    QTest::newRow("C1 and delete") << QStringLiteral("\u009B31m\u007F") << QStringLiteral("\uFFFD31m\u2421");
}

void TestExportWriters::oddTexts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, seen);
    const ExportRow row = rowOf(text);

    const QByteArray json = JsonLinesWriter().row(row);
    QCOMPARE(json.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(json).object().value(QStringLiteral("text")).toString(), text);

    QCOMPARE(fieldsOf(QString::fromUtf8(CsvWriter().row(row))).value(7), seen);
    QCOMPARE(htmlTextOf(HtmlWriter().row(row)), seen);

    QString indented = seen;
    indented.replace(QLatin1Char('\n'), QLatin1String("\n    "));
    const QString line = QString::fromUtf8(TextWriter().row(row));
    QVERIFY2(line.endsWith(QStringLiteral("] Heron 27: %1\n").arg(indented)), qPrintable(line.right(200)));
}

void TestExportWriters::formulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    for (const char *formula :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n+1", R"(="a"&"b")", "＝1", "'=1"})
        QTest::newRow(formula) << QString::fromUtf8(formula)
                               << QLatin1Char('\'') + QString::fromUtf8(formula);
    QTest::newRow("a control before it") << QStringLiteral("\r=1") << QStringLiteral("'\n=1");
    for (const char *text : {"a=1", "1-1", "e@mail", "(=1)", "-"})
        QTest::newRow(text) << QString::fromUtf8(text)
                            << (text[0] == '-' ? QStringLiteral("'-") : QString::fromUtf8(text));
}

void TestExportWriters::formulas()
{
    QFETCH(const QString, text);
    QFETCH(const QString, field);
    ExportRow row = rowOf(text);
    row.personId = text;
    const QStringList fields = fieldsOf(QString::fromUtf8(CsvWriter().row(row)));
    QCOMPARE(fields.value(7), field);
    QCOMPARE(fields.value(6), field);
}

void TestExportWriters::theSuffixDecides_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<int>("format");
    const auto row = [](const char *path, ExportFormat format) {
        QTest::newRow(path) << QString::fromLatin1(path) << true << static_cast<int>(format);
    };
    row("/a/b.txt", ExportFormat::Text);
    row("/a/b.csv", ExportFormat::Csv);
    row("/a/b.HTML", ExportFormat::Html);
    row("/a.csv/b.jsonl", ExportFormat::JsonLines);
    QTest::newRow("another") << QStringLiteral("/a/b.pdf") << false << 0;
    QTest::newRow("none") << QStringLiteral("/a.csv/b") << false << 0;
}

void TestExportWriters::theSuffixDecides()
{
    QFETCH(const QString, path);
    QFETCH(const bool, isKnown);
    QFETCH(const int, format);
    const auto found = ExportFormats::ofPath(path);
    QCOMPARE(found.has_value(), isKnown);
    QCOMPARE(static_cast<int>(found.value_or(ExportFormat::Text)), format);
    QVERIFY(!found || ExportFormats::filter(*found).contains(ExportFormats::suffix(*found)));
}

void TestExportWriters::textIsReadable()
{
    TextWriter writer;
    ExportRow notice = rowOf(QStringLiteral("Heron 27 joined the chat"));
    notice.kind = Message::Kind::Joined;
    ExportRow direct = rowOf(QStringLiteral("Psst"));
    direct.kind = Message::Kind::Direct;
    QByteArray file = writer.header(title());
    file += writer.row(notice);
    file += writer.row(direct);
    file += writer.footer();
    QCOMPARE(QString::fromUtf8(file),
             QStringLiteral("Conversation in dev of <b>\nwss://example.com/dev?a=1&b=2\n"
                            "Exported at 2026-01-31T09:00:00.250-03:00\n\nSaturday, 31 January 2026\n\n"
                            "2026-01-31T09:00:00.250-03:00 [09:00:00] Heron 27 joined the chat\n"
                            "2026-01-31T09:00:00.250-03:00 [09:00:00] Heron 27 (direct message): Psst\n"));
}

void TestExportWriters::csvIsARecordALine()
{
    CsvWriter writer;
    const QStringList names = fieldsOf(QString::fromUtf8(writer.header(title())));
    const QStringList fields = fieldsOf(QString::fromUtf8(writer.row(rowOf(QStringLiteral("Hi")))));
    QCOMPARE(names.size(), fields.size());
    QCOMPARE(fields.first(8),
             QStringList({QStringLiteral("2026-01-31T12:00:00.250Z"),
                          QStringLiteral("2026-01-31T09:00:00.250-03:00"), QStringLiteral("09:00:00"),
                          QStringLiteral("chat"), QStringLiteral("false"), QStringLiteral("Heron 27"),
                          QStringLiteral("ann="), QStringLiteral("Hi")}));
}

void TestExportWriters::jsonHasEveryMember()
{
    ExportRow row = rowOf(QStringLiteral("Hi"));
    row.own = true;
    row.delivery = Delivery::Failed;
    row.failure = QStringLiteral("No.");
    row.frame = QStringLiteral("{\"a\": 1}");
    const QByteArray json = JsonLinesWriter().row(row);
    QCOMPARE(json,
             QByteArray(R"({"time":"2026-01-31T12:00:00.250Z","local_time":"2026-01-31T09:00:00.250-03:00",)"
                        R"("shown_time":"09:00:00","kind":"chat","own":true,"name":"Heron 27",)"
                        R"("connection_id":"ann=","text":"Hi","delivery":"failed","failure":"No.",)"
                        R"("frame":"{\"a\": 1}"})"
                        "\n"));
    // Nothing that a terminal or an editor acts on.
    const QByteArray odd = JsonLinesWriter().row(rowOf(QStringLiteral("\x1b[1m\u202E\u2028\u009b\u2067")));
    QVERIFY(odd.contains(R"(\u001b[1m\u202e\u2028\u009b\u2067)"));
}

void TestExportWriters::htmlStandsAlone()
{
    HtmlWriter writer;
    QByteArray bytes = writer.header(title());
    bytes += writer.row(rowOf(QStringLiteral("<i>")));
    bytes += writer.row(rowOf(QStringLiteral("x")));
    bytes += writer.footer();
    const QString page = QString::fromUtf8(bytes);
    QVERIFY(page.startsWith(QLatin1String("<!DOCTYPE html>")));
    QVERIFY(page.endsWith(QLatin1String("</html>\n")));
    QVERIFY(page.contains(QLatin1String("<title>Conversation in dev of &lt;b&gt;</title>")));
    QVERIFY(page.contains(QLatin1String("prefers-color-scheme: dark")));
    QVERIFY(page.contains(QLatin1String("<p dir=\"auto\"><bdi>&lt;i&gt;</bdi></p>")));
    QVERIFY(page.contains(QLatin1String("<time datetime=\"2026-01-31T12:00:00.250Z\" "
                                        "title=\"2026-01-31T09:00:00.250-03:00\">09:00:00</time>")));
    for (const char *absent : {"<script", "src=", "href=", "url(", "@import", "<i>"})
        QVERIFY2(!page.contains(QLatin1String(absent)), absent);
    // One heading for the day.
    QCOMPARE(page.count(QLatin1String("<h2>")), 1);
    QCOMPARE(page.count(QLatin1String("<article")), page.count(QLatin1String("</article>")));
}

QTEST_GUILESS_MAIN(TestExportWriters)
#include "tst_exportwriters.moc"
