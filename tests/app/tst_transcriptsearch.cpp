// SPDX-License-Identifier: MIT
#include "transcript/TranscriptModel.h"
#include "transcript/TranscriptSearch.h"

#include <QTest>

using namespace Greenroom;

/// Where a text is found in a conversation, and going from one place to the next.
class TestTranscriptSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSpans_data();
    void findsSpans();
    void beginsWithTheNewest();
    void goesRound();
    void findsWhatComesLater();
    void findsOlderLinesThatComeLater();
    void findsNothing();
    void forgetsWithTheText();
    void takesALongTranscriptInPieces();
};

namespace {

Message line(const QString &text)
{
    return {Message::Kind::Chat, QStringLiteral("eHrdFcnvvHcCE-w="), text, WallTime(), {}};
}

/// Rows 0 and 2 have the word, the latter twice.
void fill(TranscriptModel &model)
{
    model.append(line(QStringLiteral("The green room")));
    model.append(line(QStringLiteral("nothing here")));
    model.append(line(QStringLiteral("Green is not GREEN")));
}

using Hit = TranscriptSearch::Hit;

} // namespace

void TestTranscriptSearch::findsSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QList<int>>("starts");
    QTest::newRow("nowhere") << QStringLiteral("abc") << QStringLiteral("d") << QList<int>();
    QTest::newRow("nothing") << QStringLiteral("abc") << QString() << QList<int>();
    QTest::newRow("twice") << QStringLiteral("abab") << QStringLiteral("ab") << QList<int>({0, 2});
    QTest::newRow("never over itself") << QStringLiteral("aaa") << QStringLiteral("aa") << QList<int>({0});
    QTest::newRow("in capitals") << QStringLiteral("ÄPFEL") << QStringLiteral("äpfel") << QList<int>({0});
    QTest::newRow("signs are no pattern")
        << QStringLiteral("a.c abc") << QStringLiteral(".c") << QList<int>({1});
}

void TestTranscriptSearch::findsSpans()
{
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    QFETCH(const QList<int>, starts);
    QList<int> found;
    const QList<TextSpan> all = TranscriptSearch::spansIn(text, wanted);
    for (const TextSpan span : all) {
        found << span.start;
        QCOMPARE(span.length, static_cast<int>(wanted.size()));
    }
    QCOMPARE(found, starts);
}

void TestTranscriptSearch::beginsWithTheNewest()
{
    TranscriptModel model;
    fill(model);
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("green"));
    QCOMPARE(search.count(), 3);
    QCOMPARE(search.currentNumber(), 1);
    QCOMPARE(search.current(), (Hit{2, {13, 5}}));
}

void TestTranscriptSearch::goesRound()
{
    TranscriptModel model;
    fill(model);
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("green"));
    search.goToNext();
    QCOMPARE(search.current(), (Hit{2, {0, 5}}));
    search.goToNext();
    QCOMPARE(search.current(), (Hit{0, {4, 5}}));
    search.goToNext();
    QCOMPARE(search.currentNumber(), 1);
    search.goToPrevious();
    QCOMPARE(search.currentNumber(), 3);
}

void TestTranscriptSearch::findsWhatComesLater()
{
    TranscriptModel model;
    fill(model);
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("green"));
    model.append(line(QStringLiteral("evergreen")));
    QCOMPARE(search.count(), 4);
    // One stays where one is.
    QCOMPARE(search.current(), (Hit{2, {13, 5}}));
    QCOMPARE(search.currentNumber(), 2);
}

void TestTranscriptSearch::findsOlderLinesThatComeLater()
{
    TranscriptModel model;
    fill(model);
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("green"));
    model.prepend({line(QStringLiteral("greens")), line(QStringLiteral("reds"))});
    QCOMPARE(search.current(), (Hit{4, {13, 5}}));
    QTRY_COMPARE(search.count(), 4);
    search.goToPrevious();
    QCOMPARE(search.current(), (Hit{0, {0, 5}}));
}

void TestTranscriptSearch::findsNothing()
{
    TranscriptModel model;
    fill(model);
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("blue"));
    QCOMPARE(search.count(), 0);
    QCOMPARE(search.currentNumber(), 0);
    QVERIFY(!search.isSearching());
    search.goToNext();
    QVERIFY(!search.current());
}

void TestTranscriptSearch::forgetsWithTheText()
{
    TranscriptModel model;
    fill(model);
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("green"));
    search.setWanted({});
    QCOMPARE(search.count(), 0);
    QVERIFY(!search.current());
}

void TestTranscriptSearch::takesALongTranscriptInPieces()
{
    constexpr int lines = 20'000;
    TranscriptModel model;
    for (int number = 0; number < lines; ++number)
        model.append(line(QStringLiteral("Line %1 of the green room").arg(number)));
    TranscriptSearch search(model);
    search.setWanted(QStringLiteral("green"));
    QVERIFY(search.isSearching());
    QVERIFY(search.count() > 0 && search.count() < lines);
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.count(), lines);
    QCOMPARE(search.current()->row, lines - 1);
}

QTEST_MAIN(TestTranscriptSearch)
#include "tst_transcriptsearch.moc"
