// SPDX-License-Identifier: MIT
#include "wire/Dialect.h"

#include <QTest>

using namespace Greenroom;
using Form = Outgoing::Form;

/// What we say, as frames and back.
class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesFrames_data();
    void writesFrames();
    void readsWhatWasTyped_data();
    void readsWhatWasTyped();
    void knowsWhatIsEchoed();
};

void TestOutgoing::writesFrames_data()
{
    QTest::addColumn<Outgoing>("line");
    QTest::addColumn<QString>("frame");

    QTest::newRow("to everybody") << Outgoing{Form::Chat, QStringLiteral("Hi"), {}, {}}
                                  << R"({"action":"sendmessage","message":"Hi"})";
    QTest::newRow("to one person") << Outgoing{Form::Direct, QStringLiteral("Hi"), QStringLiteral("ann="), {}}
                                   << R"({"action":"sendMessage","message":"Hi","recipient_id":"ann="})";
    QTest::newRow("broadcast") << Outgoing{Form::Broadcast, QStringLiteral("Hi"), {}, {}}
                               << R"({"action":"sendMessage","data":"Hi"})";
    QTest::newRow("raw") << Outgoing{Form::Raw, QStringLiteral("{ }"), {}, {}} << "{ }";
    QTest::newRow("as it was typed")
        << Outgoing{Form::Chat, QStringLiteral("Hi"), {}, QStringLiteral("{ 1 }")} << "{ 1 }";
}

void TestOutgoing::writesFrames()
{
    QFETCH(Outgoing, line);
    QFETCH(QString, frame);
    QCOMPARE(Dialect::frame(line), frame);
}

void TestOutgoing::readsWhatWasTyped_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<Form>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("recipient");

    QTest::newRow("to everybody") << R"({"message": "Hi", "action": "sendmessage"})" << Form::Chat << "Hi"
                                  << "";
    QTest::newRow("to one person") << R"({"action":"sendMessage","message":"Hi","recipient_id":"ann="})"
                                   << Form::Direct << "Hi"
                                   << "ann=";
    QTest::newRow("broadcast") << R"({"action":"sendMessage","data":"Hi"})" << Form::Broadcast << "Hi"
                               << "";
    QTest::newRow("the other route's case") << R"({"action":"sendMessage","message":"Hi"})" << Form::Raw
                                            << R"({"action":"sendMessage","message":"Hi"})"
                                            << "";
    QTest::newRow("a number for a text")
        << R"({"action":"sendmessage","message":1})" << Form::Raw << R"({"action":"sendmessage","message":1})"
        << "";
    QTest::newRow("no JSON") << "hello" << Form::Raw << "hello"
                             << "";
}

void TestOutgoing::readsWhatWasTyped()
{
    QFETCH(QString, frame);
    const Outgoing line = Dialect::readOutgoing(frame);
    QTEST(line.form, "form");
    QTEST(line.text, "text");
    QTEST(line.recipientId, "recipient");
    QCOMPARE(Dialect::frame(line), frame);
}

void TestOutgoing::knowsWhatIsEchoed()
{
    QVERIFY(Dialect::wantsEcho({Form::Chat, QStringLiteral("Hi"), {}, {}}));
    QVERIFY(!Dialect::wantsEcho({Form::Chat, QStringLiteral("ping"), {}, {}}));
    QVERIFY(Dialect::wantsEcho({Form::Direct, QStringLiteral("ping"), QStringLiteral("ann="), {}}));
    QVERIFY(!Dialect::wantsEcho({Form::Raw, QStringLiteral("{}"), {}, {}}));
    const Outgoing alive{Form::Chat, QStringLiteral("alive"), {}, {}};
    QVERIFY(Dialect::wantsEcho(alive));
    QVERIFY(!Dialect::wantsEcho(alive, QStringLiteral("alive")));
    QVERIFY(!Dialect::wantsEcho({Form::Chat, QStringLiteral("ping"), {}, {}}, QStringLiteral("alive")));
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
