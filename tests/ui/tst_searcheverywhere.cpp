// SPDX-License-Identifier: MIT
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "ui/SearchEverywhere.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace Greenroom;

namespace {

QString firstKey()
{
    return QStringLiteral("wss://example.com/dev");
}

QString secondKey()
{
    return QStringLiteral("wss://example.com/other");
}

void fill(Archive &archive, const QString &key, int count)
{
    const auto conversation = archive.open(key);
    for (int number = 0; number < count; ++number) {
        conversation->put(number,
                          {Message::Kind::Chat,
                           QStringLiteral("ann="),
                           QStringLiteral("green %1").arg(number),
                           WallTime(std::chrono::minutes(number)),
                           {}},
                          false);
    }
}

} // namespace

class TestSearchEverywhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ui = std::make_unique<Test::UiServices>([] { return std::make_unique<WebSocketTransport>(); },
                                                  nullptr, m_directory->filePath(QStringLiteral("c.sqlite")));
        fill(archive(), firstKey(), 300);
        fill(archive(), secondKey(), 5);
        QTRY_VERIFY(archive().isWritten());
    }
    void cleanup() { m_ui.reset(); }

    void showsWhatItFindsAsOneTypes();
    void choosesByKeyboard();
    void leadsToTheLine();

private:
    Archive &archive() { return m_ui->services().archive; }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Test::UiServices> m_ui;
};

void TestSearchEverywhere::showsWhatItFindsAsOneTypes()
{
    auto *search = new SearchEverywhere(archive());
    search->show();
    const auto &list = Test::find<QListWidget>(*search, "everywhereHits");
    QTest::keyClicks(&Test::find<QLineEdit>(*search, "everywhereField"), QStringLiteral("green 4"));
    // 4 in both, and 40 to 49 in the first.
    QTRY_COMPARE(Test::words(*search, "everywhereState"), QStringLiteral("12 line(s) found"));
    QCOMPARE(list.count(), 12);
    QCOMPARE(list.item(0)->text(), QStringLiteral("green 49"));
    const QString spoken = list.item(0)->data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("green 49")) && spoken.contains(QStringLiteral("example.com")));
    QTest::keyClicks(&Test::find<QLineEdit>(*search, "everywhereField"), QStringLiteral("no"));
    QTRY_COMPARE(Test::words(*search, "everywhereState"), QStringLiteral("Not found"));
    QCOMPARE(list.count(), 0);
    delete search;
}

void TestSearchEverywhere::choosesByKeyboard()
{
    auto *search = new SearchEverywhere(archive());
    search->show();
    const QSignalSpy chosen(search, &SearchEverywhere::chosen);
    auto &field = Test::find<QLineEdit>(*search, "everywhereField");
    QTest::keyClicks(&field, QStringLiteral("green 29"));
    QTRY_COMPARE(Test::find<QListWidget>(*search, "everywhereHits").count(), 11);
    QTest::keyClick(&field, Qt::Key_Down);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), firstKey());
    QCOMPARE(chosen.at(0).at(1).toLongLong(), 298);
}

void TestSearchEverywhere::leadsToTheLine()
{
    MainWindow window(m_ui->services());
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    window.showLine(firstKey(), 7);
    QCOMPARE(window.sessionCount(), 1);
    const auto current = [&window] {
        const int row = window.currentPage().transcriptPane().view().textCursor().row();
        return window.currentPage().conversation().transcript().message(row).text;
    };
    QCOMPARE(current(), QStringLiteral("green 7"));
    window.showLine(secondKey(), 3);
    QCOMPARE(window.sessionCount(), 2);
    QCOMPARE(current(), QStringLiteral("green 3"));
    window.showLine(firstKey(), 280);
    QCOMPARE(window.sessionCount(), 2);
    QCOMPARE(current(), QStringLiteral("green 280"));
}

QTEST_MAIN(TestSearchEverywhere)
#include "tst_searcheverywhere.moc"
