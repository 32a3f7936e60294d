// SPDX-License-Identifier: MIT
#include "export/ExportFormat.h"
#include "export/ExportWriter.h"
#include "transcript/TranscriptModel.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon(1'769'860'800'250ms);

} // namespace

/// What of a line is exported, and what never is.
class TestExportRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHasNotArrived();
    void takesSecretsOut();
    void keepsALineWholeWhereASecretIsCutThrough();
};

void TestExportRow::saysWhatHasNotArrived()
{
    TranscriptModel model;
    Message message{Message::Kind::Chat, {}, QStringLiteral("mine"), noon, {}};
    message.ownLine = 1;
    message.delivery = Delivery::Failed;
    message.failure = QStringLiteral("The stage refused token=abc123.");
    model.append(message);
    const ExportRow row = ExportRow::of(model, 0);
    QVERIFY(row.own);
    QCOMPARE(row.name, QStringLiteral("You"));
    for (const ExportFormat format : ExportFormats::all()) {
        const QByteArray bytes = ExportFormats::makeWriter(format)->row(row);
        QVERIFY(bytes.contains("The stage refused token=[redacted]"));
        QVERIFY(!bytes.contains("abc123"));
    }
}

void TestExportRow::takesSecretsOut()
{
    TranscriptModel model;
    model.append({Message::Kind::Chat, QStringLiteral("ann="),
                  QStringLiteral("see wss://u:hunter2@h/d?token=hunter2 or Authorization: Bearer hunter2"),
                  noon, QStringLiteral(R"({"message":"{\"password\":\"hunter2\"}"})")});
    for (const ExportFormat format : ExportFormats::all()) {
        const QByteArray bytes = ExportFormats::makeWriter(format)->row(ExportRow::of(model, 0));
        QVERIFY(!bytes.contains("hunter2"));
        QVERIFY(bytes.contains("[redacted]"));
    }
}

void TestExportRow::keepsALineWholeWhereASecretIsCutThrough()
{
    TranscriptModel model;
    model.append(
        {Message::Kind::Chat, QStringLiteral("ann="), QStringLiteral("password=hunter2 x"), noon, {}});
    QCOMPARE(ExportRow::of(model, 0, TextSpan{12, 6}).text, QStringLiteral("password=[redacted] x"));
    QCOMPARE(ExportRow::of(model, 0, TextSpan{0, 5}).text, QStringLiteral("password=[redacted] x"));
}

QTEST_GUILESS_MAIN(TestExportRow)
#include "tst_exportrow.moc"
