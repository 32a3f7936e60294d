// SPDX-License-Identifier: MIT
#include "AccessLog.h"

#include <QBuffer>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

class TestAccessLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreLines_data();
    void entriesAreLines();
    void linesAreWritten();
};

void TestAccessLog::entriesAreLines_data()
{
    QTest::addColumn<AccessEntry>("entry");
    QTest::addColumn<QString>("line");
    const WallTime noon{1'769'860'800'250ms};
    const QString dev = QStringLiteral("dev");
    const QString id = QStringLiteral("eHrdFcnvvHcCE-w=");
    const QString ip = QStringLiteral("127.0.0.1");
    QTest::newRow("a connect")
        << AccessEntry{AccessEntry::Kind::Connect, noon, dev, id, ip, {}, 101, 0, 5ms}
        << "2026-01-31T12:00:00.250Z connect dev eHrdFcnvvHcCE-w= 127.0.0.1 - 101 - 5ms";
    QTest::newRow("a refusal before any stage")
        << AccessEntry{AccessEntry::Kind::Refusal, noon, {}, {}, ip, {}, 403, 0, 0ms}
        << "2026-01-31T12:00:00.250Z refusal - - 127.0.0.1 - 403 - 0ms";
    QTest::newRow("a refusal that an option would undo")
        << AccessEntry{AccessEntry::Kind::Refusal,
                       noon,
                       {},
                       {},
                       ip,
                       {},
                       403,
                       0,
                       0ms,
                       QStringLiteral("--allow-origin https://example.com")}
        << "2026-01-31T12:00:00.250Z refusal - - 127.0.0.1 - 403 - 0ms --allow-origin https://example.com";
    QTest::newRow("a message")
        << AccessEntry{AccessEntry::Kind::Message,    noon, dev, id, ip,
                       QStringLiteral("sendmessage"), 200,  45,  3ms}
        << "2026-01-31T12:00:00.250Z message dev eHrdFcnvvHcCE-w= 127.0.0.1 sendmessage 200 "
           "45B 3ms";
    QTest::newRow("a management call")
        << AccessEntry{AccessEntry::Kind::Management, noon, dev, id, ip, QStringLiteral("POST"), 200, 45, 3ms}
        << "2026-01-31T12:00:00.250Z management dev eHrdFcnvvHcCE-w= 127.0.0.1 POST 200 45B 3ms";
    QTest::newRow("a call to @faults")
        << AccessEntry{AccessEntry::Kind::Faults, noon, dev, {}, ip, QStringLiteral("PUT"), 200, 45, 3ms}
        << "2026-01-31T12:00:00.250Z faults dev - 127.0.0.1 PUT 200 45B 3ms";
    QTest::newRow("a login") << AccessEntry{AccessEntry::Kind::Login, noon, dev, {}, ip,
                                            QStringLiteral("POST"),   401,  45,  3ms}
                             << "2026-01-31T12:00:00.250Z login dev - 127.0.0.1 POST 401 45B 3ms";
    QTest::newRow("a disconnect")
        << AccessEntry{AccessEntry::Kind::Disconnect, noon, dev, id, ip, {}, 1001, 0, 61'000ms}
        << "2026-01-31T12:00:00.250Z disconnect dev eHrdFcnvvHcCE-w= 127.0.0.1 - 1001 - 61000ms";
}

void TestAccessLog::entriesAreLines()
{
    QFETCH(const AccessEntry, entry);
    QTEST(AccessLog::line(entry), "line");
}

void TestAccessLog::linesAreWritten()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    AccessLog log(buffer);
    log.write({});
    log.write({});
    QCOMPARE(buffer.data().count('\n'), 2);
}

QTEST_APPLESS_MAIN(TestAccessLog)
#include "tst_accesslog.moc"
