// SPDX-License-Identifier: MIT
#include "session/SelfRecognition.h"

#include <QTest>

using namespace Greenroom;

namespace {

QString own()
{
    return QStringLiteral("own=");
}

QString other()
{
    return QStringLiteral("other=");
}

QString text()
{
    return QStringLiteral("Hello");
}

} // namespace

class TestSelfRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void knowsNothingAtFirst();
    void believesABackendThatSays();
    void concludesFromAnEcho();
    void concludesFromEchoesOutOfOrder();
    void doesNotTakeSomebodyElsesText();
    void doesNotTakeSomebodySeenJoining();
    void doesNotTakeSomebodyHeardBefore();
    void saysSoOnlyOnce();
    void forgetsWithANewConnection();
    void boundsWhatItAwaits();
};

void TestSelfRecognition::knowsNothingAtFirst()
{
    SelfRecognition self;
    QVERIFY(!self.ownId());
    QVERIFY(!self.noteLine(other(), text()));
    QVERIFY(!self.ownId());
}

void TestSelfRecognition::believesABackendThatSays()
{
    SelfRecognition self;
    self.noteIdentity(own());
    QCOMPARE(self.ownId(), own());
    self.noteSent(text());
    QVERIFY(!self.noteLine(other(), text()));
    QCOMPARE(self.ownId(), own());
}

void TestSelfRecognition::concludesFromAnEcho()
{
    SelfRecognition self;
    self.noteSent(text());
    QVERIFY(!self.ownId());
    QVERIFY(self.noteLine(own(), text()));
    QCOMPARE(self.ownId(), own());
}

void TestSelfRecognition::concludesFromEchoesOutOfOrder()
{
    SelfRecognition self;
    self.noteSent(QStringLiteral("first"));
    self.noteSent(QStringLiteral("second"));
    QVERIFY(self.noteLine(own(), QStringLiteral("second")));
    QCOMPARE(self.ownId(), own());
}

void TestSelfRecognition::doesNotTakeSomebodyElsesText()
{
    SelfRecognition self;
    self.noteSent(text());
    QVERIFY(!self.noteLine(other(), QStringLiteral("Something else")));
    QVERIFY(self.noteLine(own(), text()));
    QCOMPARE(self.ownId(), own());
}

void TestSelfRecognition::doesNotTakeSomebodySeenJoining()
{
    SelfRecognition self;
    self.noteSent(text());
    self.noteJoined(other());
    QVERIFY(!self.noteLine(other(), text()));
    QVERIFY(self.noteLine(own(), text()));
    QCOMPARE(self.ownId(), own());
}

void TestSelfRecognition::doesNotTakeSomebodyHeardBefore()
{
    SelfRecognition self;
    QVERIFY(!self.noteLine(other(), QStringLiteral("Anybody there?")));
    self.noteSent(text());
    QVERIFY(!self.noteLine(other(), text()));
    QVERIFY(self.noteLine(own(), text()));
}

void TestSelfRecognition::saysSoOnlyOnce()
{
    SelfRecognition self;
    self.noteSent(text());
    self.noteSent(text());
    QVERIFY(self.noteLine(own(), text()));
    QVERIFY(!self.noteLine(own(), text()));
}

void TestSelfRecognition::forgetsWithANewConnection()
{
    SelfRecognition self;
    self.noteJoined(other());
    self.noteSent(text());
    QVERIFY(self.noteLine(own(), text()));
    self.reset();
    QVERIFY(!self.ownId());
    QVERIFY(!self.noteLine(own(), text()));
    self.reset();
    self.noteSent(text());
    QVERIFY(self.noteLine(other(), text()));
}

void TestSelfRecognition::boundsWhatItAwaits()
{
    SelfRecognition self;
    self.noteSent(text());
    for (int i = 0; i < 100; ++i)
        self.noteSent(QString::number(i));
    QVERIFY(!self.noteLine(other(), text()));
    QVERIFY(self.noteLine(own(), QStringLiteral("0")));
}

QTEST_GUILESS_MAIN(TestSelfRecognition)
#include "tst_selfrecognition.moc"
