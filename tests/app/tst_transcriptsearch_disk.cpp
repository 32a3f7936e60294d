// SPDX-License-Identifier: MIT
#include "support/ArchiveBench.h"
#include "transcript/TranscriptModel.h"
#include "transcript/TranscriptSearch.h"

#include <QSet>

using namespace Greenroom;

namespace {

Message spoken(const QString &text)
{
    return Test::ArchiveBench::line(text);
}

struct Kept
{
    Test::ArchiveBench bench;
    TranscriptModel model;

    Kept() { model.show(bench.archive->open(QStringLiteral("wss://example.com/dev"))); }

    void append(int count)
    {
        for (int index = 0; index < count; ++index)
            model.append(spoken(QStringLiteral("line %1").arg(index)));
    }
};

} // namespace

/// A search in a transcript whose lines are kept on the disk.
class TestTranscriptSearchDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void findsWhatIsOnTheDiskAndWhatIsNot_data();
    void findsWhatIsOnTheDiskAndWhatIsNot();
    void findsWhileLinesAreWritten();
};

void TestTranscriptSearchDisk::findsWhatIsOnTheDiskAndWhatIsNot_data()
{
    QTest::addColumn<QString>("wanted");
    const QStringList odd{QStringLiteral("it's"),
                          QStringLiteral("\"quoted\""),
                          QStringLiteral("100%"),
                          QStringLiteral("a_b"),
                          QStringLiteral("*"),
                          QStringLiteral("NEAR"),
                          QStringLiteral("NEAR(a"),
                          QStringLiteral("a AND b"),
                          QStringLiteral("-minus"),
                          QStringLiteral("col:umn"),
                          QStringLiteral("ab"),
                          QStringLiteral("é"),
                          QStringLiteral("ÉCOLE"),
                          QStringLiteral("e\u0301c"),
                          QStringLiteral("🎭🎭🎭"),
                          QStringLiteral("x🎭y"),
                          QStringLiteral("Straße"),
                          QStringLiteral("ΣΊΣΥΦΟΣ"),
                          QStringLiteral("nowhere1"),
                          QStringLiteral("   "),
                          QStringLiteral("^start"),
                          QStringLiteral("(a OR b)"),
                          QStringLiteral("日本語"),
                          QStringLiteral("two\nlines"),
                          QStringLiteral("the quick brown fox jumps over the lazy dog again")};
    for (const QString &wanted : odd)
        QTest::addRow("%s", qPrintable(wanted)) << wanted;
}

void TestTranscriptSearchDisk::findsWhatIsOnTheDiskAndWhatIsNot()
{
    QFETCH(const QString, wanted);
    const QStringList texts{
        wanted,
        QStringLiteral("before %1 after %1").arg(wanted),
        wanted.toLower(),
        wanted.toUpper(),
        wanted.chopped(1),
        wanted.mid(1) + QLatin1Char(' ') + wanted.left(1),
        QStringLiteral("It's \"quoted\" at 100%; a_b, a*b, NEAR(a b) and col:umn -minus ^start (a OR b)"),
        QStringLiteral("L’ÉCOLE e\u0301cole, x🎭y 🎭🎭🎭🎭, STRASSE straße, σίσυφοσ σίσυφος 日本語"),
        QStringLiteral("a AND b ab a\nb    "),
        QString(),
    };
    Kept kept;
    for (int round = 0; round < 60; ++round) {
        for (const QString &text : texts)
            kept.model.append(spoken(text));
    }
    QTRY_VERIFY(kept.model.rowsOnDisk() > 300);
    QList<TranscriptSearch::Hit> naive;
    for (int row = kept.model.rowCount() - 1; row >= 0; --row) {
        const auto spans = TranscriptSearch::spansIn(kept.model.message(row).text, wanted);
        std::for_each(spans.crbegin(), spans.crend(), [&](TextSpan span) { naive.append({row, span}); });
    }
    TranscriptSearch search(kept.model);
    search.setWanted(wanted);
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.count(), static_cast<int>(naive.size()));
    for (const TranscriptSearch::Hit &hit : std::as_const(naive)) {
        QVERIFY(search.current() == hit);
        search.goToNext();
    }
}

void TestTranscriptSearchDisk::findsWhileLinesAreWritten()
{
    Kept kept;
    kept.append(3000);
    TranscriptSearch search(kept.model);
    search.setWanted(QStringLiteral("line"));
    kept.append(2000);
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.count(), 5000);
    QSet<int> rows;
    for (int hit = 0; hit < 5000; ++hit) {
        rows.insert(search.current().value_or(TranscriptSearch::Hit{-1, {}}).row);
        search.goToNext();
    }
    QCOMPARE(rows.size(), 5000);
    QVERIFY(!rows.contains(-1));
}

QTEST_GUILESS_MAIN(TestTranscriptSearchDisk)
#include "tst_transcriptsearch_disk.moc"
