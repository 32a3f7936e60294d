// SPDX-License-Identifier: MIT
#include "stages/StageMatch.h"

#include <QTest>

using namespace Greenroom;

class TestStageMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data();
    void findsWords();
    void prefersNames();
    void everythingFitsNothing();
};

void TestStageMatch::findsWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    QTest::newRow("the beginning of the name") << QStringLiteral("ord") << true;
    QTest::newRow("other letters' case") << QStringLiteral("oRDERS") << true;
    QTest::newRow("the middle of the name") << QStringLiteral("duct") << true;
    QTest::newRow("a part of the group") << QStringLiteral("ork") << true;
    QTest::newRow("a part of the address") << QStringLiteral("amazon") << true;
    QTest::newRow("two words in any order") << QStringLiteral("work  ord") << true;
    QTest::newRow("one word that is nowhere") << QStringLiteral("ord nowhere") << false;
    QTest::newRow("letters that are not in a row") << QStringLiteral("odr") << false;
}

void TestStageMatch::findsWords()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, fits);
    const auto rank = StageMatch::rank(typed, QStringLiteral("Orders, production"), QStringLiteral("Work"),
                                       QStringLiteral("wss://x.amazonaws.com/prod"));
    QCOMPARE(rank.has_value(), fits);
}

void TestStageMatch::prefersNames()
{
    const QString address = QStringLiteral("wss://prod.example.com");
    const QStringList names{QStringLiteral("Production"), QStringLiteral("Orders, production"),
                            QStringLiteral("Reproduction")};
    int before = -1;
    for (const QString &name : names) {
        const int rank = StageMatch::rank(QStringLiteral("prod"), name, {}, address).value_or(-1);
        QVERIFY2(rank > before, qPrintable(name));
        before = rank;
    }
    const int inGroup =
        StageMatch::rank(QStringLiteral("prod"), QStringLiteral("x"), QStringLiteral("Prod"), address)
            .value_or(-1);
    const int inAddress =
        StageMatch::rank(QStringLiteral("prod"), QStringLiteral("x"), {}, address).value_or(-1);
    QVERIFY(before < inGroup);
    QVERIFY(inGroup < inAddress);
}

void TestStageMatch::everythingFitsNothing()
{
    QCOMPARE(StageMatch::rank(QStringLiteral("  "), {}, {}, {}), std::optional<int>(0));
}

QTEST_GUILESS_MAIN(TestStageMatch)
#include "tst_stagematch.moc"
