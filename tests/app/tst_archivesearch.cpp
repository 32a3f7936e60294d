// SPDX-License-Identifier: MIT
#include "archive/ArchiveSearch.h"
#include "support/ArchiveBench.h"

#include <QSignalSpy>

using namespace Greenroom;

namespace {

void say(Archive &archive, const char *key, int minute, const QString &text)
{
    const auto conversation = archive.open(QString::fromUtf8(key));
    Message line = Test::ArchiveBench::line(text);
    line.at = WallTime(std::chrono::minutes(minute));
    conversation->put(conversation->end(), line, false);
}

QStringList found(const ArchiveSearch &search)
{
    QStringList hits;
    for (const ArchiveSearch::Hit &hit : search.hits())
        hits << hit.key + QLatin1Char(' ') + hit.line.line.text;
    return hits;
}

} // namespace

class TestArchiveSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void findsInAllTheNewestFirst();
    void anotherTextBeginsAnew();
    void stopsAtTheMost();
    void findsNothingWhereNothingIs();
    void endsWhenTheFileGoes();
};

void TestArchiveSearch::findsInAllTheNewestFirst()
{
    Test::ArchiveBench bench;
    for (int minute = 0; minute < 30; ++minute) {
        static constexpr std::array keys{"a", "b", "c"};
        const QString text =
            minute % 4 == 0 ? QStringLiteral("other") : QStringLiteral("Green %1").arg(minute);
        say(*bench.archive, keys.at(static_cast<std::size_t>(minute % 3)), minute, text);
    }
    QTRY_VERIFY(bench.archive->isWritten());
    ArchiveSearch search(*bench.archive);
    search.setWanted(QStringLiteral("gREEN"));
    QVERIFY(search.isSearching());
    QTRY_VERIFY(!search.isSearching());
    QStringList expected;
    for (int minute = 29; minute >= 0; --minute) {
        if (minute % 4 != 0)
            expected << QStringLiteral("%1 Green %2").arg(QLatin1Char("abc"[minute % 3])).arg(minute);
    }
    QCOMPARE(found(search), expected);
}

void TestArchiveSearch::anotherTextBeginsAnew()
{
    Test::ArchiveBench bench;
    say(*bench.archive, "a", 1, QStringLiteral("green"));
    say(*bench.archive, "a", 2, QStringLiteral("it"));
    QTRY_VERIFY(bench.archive->isWritten());
    ArchiveSearch search(*bench.archive);
    search.setWanted(QStringLiteral("green"));
    search.setWanted(QStringLiteral("it"));
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(found(search), QStringList{QStringLiteral("a it")});
    search.setWanted({});
    QVERIFY(!search.isSearching());
    QVERIFY(search.hits().isEmpty());
}

void TestArchiveSearch::stopsAtTheMost()
{
    Test::ArchiveBench bench;
    {
        const auto conversation = bench.archive->open(QStringLiteral("a"));
        for (int number = 0; number < 2 * ArchiveSearch::mostHits; ++number)
            conversation->put(number, Test::ArchiveBench::line(QStringLiteral("green %1").arg(number)),
                              false);
    }
    QTRY_VERIFY(bench.archive->isWritten());
    ArchiveSearch search(*bench.archive);
    search.setWanted(QStringLiteral("green"));
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.hits().size(), ArchiveSearch::mostHits);
    QCOMPARE(search.hits().constFirst().line.number, 2 * ArchiveSearch::mostHits - 1);
}

void TestArchiveSearch::findsNothingWhereNothingIs()
{
    Test::ArchiveBench bench;
    ArchiveSearch search(*bench.archive);
    search.setWanted(QStringLiteral("green"));
    QTRY_VERIFY(!search.isSearching());
    QVERIFY(search.hits().isEmpty());
}

void TestArchiveSearch::endsWhenTheFileGoes()
{
    Test::ArchiveBench bench;
    say(*bench.archive, "a", 1, QStringLiteral("green"));
    QTRY_VERIFY(bench.archive->isWritten());
    ArchiveSearch search(*bench.archive);
    search.setWanted(QStringLiteral("green"));
    QVERIFY(bench.archive->forget(QStringLiteral("a")));
    QTRY_VERIFY(!search.isSearching());
    QTRY_VERIFY(bench.archive->isWritten());
    search.setWanted(QStringLiteral("gree"));
    QTRY_VERIFY(!search.isSearching());
    QVERIFY(search.hits().isEmpty());
}

QTEST_GUILESS_MAIN(TestArchiveSearch)
#include "tst_archivesearch.moc"
