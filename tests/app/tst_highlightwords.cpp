// SPDX-License-Identifier: MIT
#include "transcript/HighlightWords.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

/// Words that one wants to be told of.
class TestHighlightWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings.clear(); }
    void findsWholeWords_data();
    void findsWholeWords();
    void thereAreNoneAtFirst();
    void tidiesAndKeepsThem();

private:
    QTemporaryDir m_directory;
    QSettings m_settings{m_directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
};

void TestHighlightWords::findsWholeWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *word, const char *text, bool found) {
        QTest::newRow(text) << QString::fromUtf8(word) << QString::fromUtf8(text) << found;
    };
    row("ann", "Ann", true);
    row("ann", "hello, ann!", true);
    row("ann", "hello, Annie", false);
    row("ann", "ann_1", false);
    row("ÉMILE", "voilà émile", true);
    row("c++", "C++ it is", true);
    row("c++", "c+++", true);
    row("@ann", "x @ANN", true);
    row("@ann", "mail@ann", false);
    row("a.b", "axb", false);
    row("two words", "Two words here", true);
    row("[", "a [ b", true);
}

void TestHighlightWords::findsWholeWords()
{
    QFETCH(const QString, word);
    QFETCH(const QString, text);
    QFETCH(const bool, found);
    HighlightWords words(m_settings);
    words.setWords({QStringLiteral("another"), word});
    QCOMPARE(words.areIn(text), found);
}

void TestHighlightWords::thereAreNoneAtFirst()
{
    const HighlightWords words(m_settings);
    QVERIFY(words.words().isEmpty());
    QVERIFY(!words.areIn(QString()));
    QVERIFY(!words.areIn(QStringLiteral("anything")));
}

void TestHighlightWords::tidiesAndKeepsThem()
{
    HighlightWords words(m_settings);
    QSignalSpy changed(&words, &HighlightWords::changed);
    words.setWords({QStringLiteral(" Ann "), QString(), QStringLiteral("ann"), QStringLiteral("x")});
    const QStringList expected{QStringLiteral("Ann"), QStringLiteral("x")};
    QCOMPARE(words.words(), expected);
    QCOMPARE(HighlightWords(m_settings).words(), expected);
    words.setWords(expected);
    QCOMPARE(changed.size(), 1);
    words.setWords({});
    QVERIFY(!words.areIn(QStringLiteral("ann")));
}

QTEST_GUILESS_MAIN(TestHighlightWords)
#include "tst_highlightwords.moc"
