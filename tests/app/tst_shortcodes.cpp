// SPDX-License-Identifier: MIT
#include "compose/ShortCodes.h"

#include <QTest>

using namespace Greenroom;

class TestShortCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsTable();
    void theTableIsThere();
    void offersWhatBeginsWithTheLettersFirst();
    void findsTheCodeThatIsTyped_data();
    void findsTheCodeThatIsTyped();
    void findsTheCodeThatIsComplete_data();
    void findsTheCodeThatIsComplete();
};

void TestShortCodes::readsItsTable()
{
    const ShortCodes codes("# a comment\tx\nno tab\n\nsmile\tS\n+1\tU\n");
    QCOMPARE(codes.emoji(QStringLiteral("smile")), QStringLiteral("S"));
    QCOMPARE(codes.emoji(QStringLiteral("+1")), QStringLiteral("U"));
    QCOMPARE(codes.emoji(QStringLiteral("frown")), QString());
    QCOMPARE(codes.matching({}).size(), 2);
}

void TestShortCodes::theTableIsThere()
{
    QCOMPARE(ShortCodes::common().emoji(QStringLiteral("tada")), QStringLiteral("🎉"));
    QVERIFY(ShortCodes::common().matching({}).size() > 200);
}

void TestShortCodes::offersWhatBeginsWithTheLettersFirst()
{
    const ShortCodes codes("a_cat\t1\ncat\t2\ncatalogue\t3\ndog\t4\n");
    QCOMPARE(codes.matching(QStringLiteral("cat")),
             QStringList({QStringLiteral("cat"), QStringLiteral("catalogue"), QStringLiteral("a_cat")}));
    QVERIFY(codes.matching(QStringLiteral("fish")).isEmpty());
}

void TestShortCodes::findsTheCodeThatIsTyped_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("letters");

    QTest::newRow("at the beginning") << ":smi" << 0 << "smi";
    QTest::newRow("after a blank") << "Hi :Smi" << 3 << "smi";
    QTest::newRow("after a bracket") << "(:+1" << 1 << "+1";
    QTest::newRow("a colon alone") << ":" << 0 << "";
    QTest::newRow("in a time") << "at 10:30" << -1 << "";
    QTest::newRow("in a word") << "std:smi" << -1 << "";
    QTest::newRow("after two colons") << "std::smi" << -1 << "";
    QTest::newRow("with a blank in it") << ":smi le" << -1 << "";
    QTest::newRow("no colon") << "smi" << -1 << "";
    QTest::newRow("nothing") << "" << -1 << "";
}

void TestShortCodes::findsTheCodeThatIsTyped()
{
    QFETCH(QString, before);
    QFETCH(int, at);
    QFETCH(QString, letters);
    const auto begun = ShortCodes::begunBefore(before + QStringLiteral(" after"), before.size());
    QCOMPARE(begun ? begun->at : -1, at);
    QCOMPARE(begun ? begun->letters : QString(), letters);
}

void TestShortCodes::findsTheCodeThatIsComplete_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("at");

    QTest::newRow("known") << "Hi :smile:" << 3;
    QTest::newRow("in capitals") << ":SMILE:" << 0;
    QTest::newRow("unknown") << "Hi :frown:" << -1;
    QTest::newRow("not complete") << "Hi :smile" << -1;
    QTest::newRow("nothing between") << "::" << -1;
    QTest::newRow("nothing") << "" << -1;
}

void TestShortCodes::findsTheCodeThatIsComplete()
{
    QFETCH(QString, before);
    QFETCH(int, at);
    const auto done = ShortCodes("smile\tS\n").completedBefore(before, before.size());
    QCOMPARE(done ? done->at : -1, at);
}

QTEST_GUILESS_MAIN(TestShortCodes)
#include "tst_shortcodes.moc"
