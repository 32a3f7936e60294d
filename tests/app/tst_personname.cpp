// SPDX-License-Identifier: MIT
#include "session/PersonName.h"

#include "common/Ids.h"
#include "support/FakeClock.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <array>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

/// Ids as a stage mints them within minutes of each other, which makes them alike.
QStringList mintedIds(int count)
{
    Test::FakeClock clock;
    quint32 random = 1;
    IdMint mint(clock, [&random] { return random = random * 1664525U + 1013904223U; });
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        clock.advance(700ms);
        ids.append(mint.connectionId());
    }
    return ids;
}

} // namespace

class TestPersonName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void staysTheSameInEveryRun_data();
    void staysTheSameInEveryRun();
    void isAWordAndTwoDigits();
    void usesAllItsNouns();
    void spreadsHues();
    void copesWithOddIds_data();
    void copesWithOddIds();
};

void TestPersonName::staysTheSameInEveryRun_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("hue");

    // Written down once: people know each other by these names from one day to the next.
    QTest::newRow("a connection id") << "L0SM9cOFvHcCIhw="
                                     << "Prologue 58" << 162;
    QTest::newRow("another connection id") << "L0SM9cOFvHcCIhx="
                                           << "Mist 21" << 56;
    QTest::newRow("no id") << ""
                           << "Opal 46" << 304;
}

void TestPersonName::staysTheSameInEveryRun()
{
    QFETCH(QString, id);
    QTEST(PersonName::fromId(id), "name");
    QTEST(PersonName::hueFromId(id), "hue");
}

void TestPersonName::isAWordAndTwoDigits()
{
    static const QRegularExpression form(QStringLiteral("^[A-Z][a-z]+ [1-9][0-9]$"));
    const QStringList ids = mintedIds(500);
    for (const QString &id : ids)
        QVERIFY2(form.match(PersonName::fromId(id)).hasMatch(), qPrintable(PersonName::fromId(id)));
}

void TestPersonName::usesAllItsNouns()
{
    QSet<QString> nouns;
    QSet<QString> names;
    const QStringList ids = mintedIds(2000);
    for (const QString &id : ids) {
        names.insert(PersonName::fromId(id));
        nouns.insert(PersonName::fromId(id).section(u' ', 0, 0));
    }
    QCOMPARE(nouns.size(), 64);
    // 2000 throws into 5760 names leave about 1690 different ones.
    QVERIFY2(names.size() > 1550, qPrintable(QString::number(names.size())));
}

void TestPersonName::spreadsHues()
{
    constexpr int sectors = 12;
    std::array<int, sectors> counts{};
    const QStringList ids = mintedIds(1200);
    for (const QString &id : ids) {
        const int hue = PersonName::hueFromId(id);
        QVERIFY(hue >= 0 && hue < 360);
        ++counts.at(static_cast<std::size_t>(hue * sectors / 360));
    }
    for (const int count : counts)
        QVERIFY2(count > 60 && count < 150, qPrintable(QString::number(count)));
}

void TestPersonName::copesWithOddIds_data()
{
    QTest::addColumn<QString>("id");

    QTest::newRow("emoji") << u"\U0001F389"_qs;
    QTest::newRow("NUL") << QString(QChar(u'\0'));
    QTest::newRow("100 KB") << QString(qsizetype(100) * 1024, u'x');
    QTest::newRow("a placeholder") << "%1 %2";
}

void TestPersonName::copesWithOddIds()
{
    QFETCH(QString, id);
    QCOMPARE(PersonName::fromId(id), PersonName::fromId(id));
    QVERIFY(!PersonName::fromId(id).contains(u'%'));
    QVERIFY(PersonName::hueFromId(id) >= 0 && PersonName::hueFromId(id) < 360);
}

QTEST_GUILESS_MAIN(TestPersonName)
#include "tst_personname.moc"
