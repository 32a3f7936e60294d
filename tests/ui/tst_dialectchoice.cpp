// SPDX-License-Identifier: MIT
#include "support/ComposerBench.h"

#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = ComposerBench;

/// The form in which what is typed goes to a stage, by the stage's settings.
class TestDialectChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sendsInTheChosenForm_data();
    void sendsInTheChosenForm();
    void writesToOnePersonWhereThatIsChosen();
    void writesToNobodyAloneWhereAnotherFormIsChosen();
    void aBroadcastIsRecognisedWhenItComesBack();

private:
    static void choose(Bench &bench, DialectChoice choice);
};

void TestDialectChoice::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TestDialectChoice::choose(Bench &bench, DialectChoice choice)
{
    StageOptions options;
    options.dialect = choice;
    bench.ui.savedStages().setOptions(QUrl(Bench::stage()), options);
}

void TestDialectChoice::sendsInTheChosenForm_data()
{
    QTest::addColumn<DialectChoice>("choice");
    QTest::addColumn<QString>("frame");

    const QString chat = QStringLiteral(R"({"action":"sendmessage","message":"Hello, \"you\""})");
    QTest::newRow("automatic is the history chat's") << DialectChoice::Automatic << chat;
    QTest::newRow("history") << DialectChoice::History << chat;
    QTest::newRow("direct to everybody is as in the history chat") << DialectChoice::Direct << chat;
    QTest::newRow("broadcast") << DialectChoice::Broadcast
                               << QStringLiteral(R"({"action":"sendMessage","data":"Hello, \"you\""})");
    QTest::newRow("raw") << DialectChoice::Raw << QStringLiteral("Hello, \"you\"");
}

void TestDialectChoice::sendsInTheChosenForm()
{
    QFETCH(DialectChoice, choice);
    QFETCH(QString, frame);
    Bench bench;
    choose(bench, choice);
    bench.write("Hello, \"you\"");
    QCOMPARE(bench.sent(), QStringList{frame});
    QCOMPARE(bench.text(), QString());
    QVERIFY(lastLine(bench.window).endsWith(QStringLiteral("Hello, \"you\"")));
}

void TestDialectChoice::writesToOnePersonWhereThatIsChosen()
{
    Bench bench;
    choose(bench, DialectChoice::Direct);
    // The stage has not told us our id, which is how automatic would know.
    bench.annJoins();
    Q_EMIT bench.window.currentPage().conversation().recipientChosen(QStringLiteral("ann="));
    bench.write("Hi");
    QCOMPARE(bench.sent(),
             QStringList{QStringLiteral(R"({"action":"sendMessage","message":"Hi","recipient_id":"ann="})")});
}

void TestDialectChoice::writesToNobodyAloneWhereAnotherFormIsChosen()
{
    Bench bench;
    choose(bench, DialectChoice::Broadcast);
    bench.meet();
    bench.annJoins();
    Q_EMIT bench.window.currentPage().conversation().recipientChosen(QStringLiteral("ann="));
    QVERIFY(bench.hint().contains(QStringLiteral("F4")));
    bench.write("Hi");
    QVERIFY(bench.sent().constFirst().contains(QStringLiteral("\"data\"")));
}

void TestDialectChoice::aBroadcastIsRecognisedWhenItComesBack()
{
    Bench bench;
    choose(bench, DialectChoice::Broadcast);
    bench.write("Hello");
    const auto lines = transcript(bench.window).size();
    bench.receive(QStringLiteral("Hello"));
    QCOMPARE(transcript(bench.window).size(), lines);
}

QTEST_MAIN(TestDialectChoice)
#include "tst_dialectchoice.moc"
