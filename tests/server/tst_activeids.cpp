// SPDX-License-Identifier: MIT
#include "tables/ActiveIds.h"

#include <QTest>

using namespace Greenroom;

class TestActiveIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyKeepTheirOrder();
    void oneIsThereOnce();
    void whoeverComesAgainIsLast();
    void takingOutWhatIsNotThereIsNothing();
    void withoutAChangeTheDataIsTheSame();
};

void TestActiveIds::theyKeepTheirOrder()
{
    ActiveIds ids;
    for (const char *id : {"c", "a", "b"})
        ids.put(QLatin1String(id));
    QCOMPARE(ids.all(), (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    ids.remove(QStringLiteral("a"));
    QCOMPARE(ids.all(), (QStringList{QStringLiteral("c"), QStringLiteral("b")}));
    QVERIFY(!ids.contains(QStringLiteral("a")));
    QVERIFY(ids.contains(QStringLiteral("b")));
}

void TestActiveIds::oneIsThereOnce()
{
    ActiveIds ids;
    ids.put(QStringLiteral("a"));
    ids.put(QStringLiteral("a"));
    QCOMPARE(ids.all(), QStringList{QStringLiteral("a")});
    ids.remove(QStringLiteral("a"));
    QVERIFY(ids.all().isEmpty());
}

void TestActiveIds::whoeverComesAgainIsLast()
{
    ActiveIds ids;
    ids.put(QStringLiteral("a"));
    ids.put(QStringLiteral("b"));
    ids.remove(QStringLiteral("a"));
    ids.put(QStringLiteral("a"));
    QCOMPARE(ids.all(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void TestActiveIds::takingOutWhatIsNotThereIsNothing()
{
    ActiveIds ids;
    ids.put(QStringLiteral("a"));
    ids.remove(QStringLiteral("b"));
    QCOMPARE(ids.all(), QStringList{QStringLiteral("a")});
}

void TestActiveIds::withoutAChangeTheDataIsTheSame()
{
    ActiveIds ids;
    ids.put(QStringLiteral("a"));
    const QStringList before = ids.all();
    QCOMPARE(before.constData(), ids.all().constData());
    ids.put(QStringLiteral("b"));
    QCOMPARE(before, QStringList{QStringLiteral("a")});
    QCOMPARE(ids.all().size(), 2);
}

QTEST_GUILESS_MAIN(TestActiveIds)
#include "tst_activeids.moc"
