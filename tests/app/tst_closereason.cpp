// SPDX-License-Identifier: MIT
#include "session/CloseReason.h"

#include <QSet>
#include <QTest>

using namespace Greenroom;

class TestCloseReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void saysEachCodeInPlainWords_data();
    void saysEachCodeInPlainWords();
    void everyKnownCodeHasItsOwnSentence();
    void namesACodeThatItDoesNotKnow();
    void tellsTheGatewaysLimits_data();
    void tellsTheGatewaysLimits();
    void quotesThePeersOwnWords();
    void leavesPlaceholdersOfStrangersAlone();
};

void TestCloseReason::saysEachCodeInPlainWords_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("part");

    QTest::newRow("1000 is an ordinary end") << 1000 << "closed the connection";
    QTest::newRow("1001 names the usual causes") << 1001 << "ten minutes";
    QTest::newRow("1002 doubts the address") << 1002 << "protocol";
    QTest::newRow("1003 is about the kind of data") << 1003 << "kind of data";
    QTest::newRow("1005 is an ordinary end") << 1005 << "closed the connection";
    QTest::newRow("1006 had no goodbye") << 1006 << "without a goodbye";
    QTest::newRow("1007 is about the text") << 1007 << "UTF-8";
    QTest::newRow("1008 is about permission") << 1008 << "allow";
    QTest::newRow("1009 says to send less") << 1009 << "in parts";
    QTest::newRow("1011 blames the stage") << 1011 << "inside the stage";
    QTest::newRow("1012 says to wait a moment") << 1012 << "restarting";
    QTest::newRow("1013 says to wait longer") << 1013 << "too busy";
}

void TestCloseReason::saysEachCodeInPlainWords()
{
    QFETCH(int, code);
    QFETCH(QString, part);
    const QString sentence = CloseReason::sentence(code, {});
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QString::number(code)), qPrintable(sentence));
}

void TestCloseReason::everyKnownCodeHasItsOwnSentence()
{
    QSet<QString> sentences;
    for (const int code : {1000, 1001, 1002, 1003, 1006, 1007, 1008, 1009, 1011, 1012, 1013})
        sentences.insert(CloseReason::sentence(code, {}));
    QCOMPARE(sentences.size(), 11);
}

void TestCloseReason::namesACodeThatItDoesNotKnow()
{
    QCOMPARE(CloseReason::sentence(4321, {}),
             QStringLiteral("The stage closed the connection with code 4321."));
}

void TestCloseReason::tellsTheGatewaysLimits_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("silence");
    QTest::addColumn<QString>("part");
    QTest::newRow("after two hours") << 1001 << 7201 << 5 << "every connection after two hours";
    QTest::newRow("after two silent hours") << 1001 << 7201 << 7201 << "every connection after two hours";
    QTest::newRow("after ten minutes of silence")
        << 1001 << 5000 << 601 << "nothing was said for ten minutes";
    QTest::newRow("at any other time") << 1001 << 5000 << 5 << "when it is shut down";
    QTest::newRow("by another code") << 1012 << 7201 << 601 << "restarting";
}

void TestCloseReason::tellsTheGatewaysLimits()
{
    QFETCH(int, code);
    QFETCH(int, age);
    QFETCH(int, silence);
    QFETCH(QString, part);
    const QString sentence =
        CloseReason::sentence(code, {}, std::chrono::seconds(age), std::chrono::seconds(silence));
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestCloseReason::quotesThePeersOwnWords()
{
    const QString bare = CloseReason::sentence(1001, QStringLiteral("  "));
    QCOMPARE(bare, CloseReason::sentence(1001, {}));
    QCOMPARE(CloseReason::sentence(1001, QStringLiteral(" Going away ")),
             QStringLiteral("%1 It said: “Going away”.").arg(bare));
}

void TestCloseReason::leavesPlaceholdersOfStrangersAlone()
{
    QVERIFY(CloseReason::sentence(1000, QStringLiteral("%1 %2")).endsWith(QStringLiteral("“%1 %2”.")));
}

QTEST_GUILESS_MAIN(TestCloseReason)
#include "tst_closereason.moc"
