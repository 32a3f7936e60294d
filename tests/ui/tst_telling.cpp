// SPDX-License-Identifier: MIT
#include "support/FakeClock.h"
#include "support/FakeNotifier.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "tell/Teller.h"
#include "transcript/HighlightWords.h"
#include "ui/ConversationPage.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QAbstractItemView>
#include <QAction>
#include <QContextMenuEvent>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace Greenroom;
using namespace Greenroom::Test;
using namespace std::chrono_literals;

/// From a line that comes while nobody looks to the conversation that it is in.
class TestTelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsNothingOfWhatIsInFront();
    void tellsOfWhatIsBehindAndLeadsThere();
    void takesBackWhatIsReadInTheWindow();
    void tellsOfAnEndThatNobodyAskedFor_data();
    void tellsOfAnEndThatNobodyAskedFor();
    void tellsOfAnOutageOnce();
    void mutesByTheMenu();
    void mutesInTheListOfStages();
    void hidesTheTextByTheMenu();
    void typesHighlightWords();
    void aHighlightedLineSaysSo();

private:
    void hear(ConversationPage &page, const QString &text);
    QAction &action(const char *name);

    FakeClock m_clock;
    std::unique_ptr<FakeTransports> m_transports;
    std::unique_ptr<UiServices> m_ui;
    std::unique_ptr<FakeNotifier> m_notifier;
    std::unique_ptr<HighlightWords> m_words;
    std::unique_ptr<Teller> m_teller;
    std::unique_ptr<MainWindow> m_window;
};

void TestTelling::init()
{
    m_transports = std::make_unique<FakeTransports>();
    m_ui = std::make_unique<UiServices>(m_transports->factory(), &m_clock);
    m_notifier = std::make_unique<FakeNotifier>();
    Services &services = m_ui->services();
    m_words = std::make_unique<HighlightWords>(services.settings);
    m_teller = std::make_unique<Teller>(*m_notifier, m_clock, services.settings, *m_words);
    services.teller = m_teller.get();
    services.highlightWords = m_words.get();
    m_window = std::make_unique<MainWindow>(services);
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->currentPage().connectTo(QUrl(QStringLiteral("wss://dev.example/a?token=hunter2")));
    Q_EMIT m_transports->transport().opened();
}

void TestTelling::cleanup()
{
    m_window.reset();
}

void TestTelling::hear(ConversationPage &page, const QString &text)
{
    page.conversation().transcript().append(
        {Message::Kind::Chat, QStringLiteral("ann="), text, m_clock.wallTime(), {}});
}

QAction &TestTelling::action(const char *name)
{
    auto *menu = m_window->menuBar()->findChild<QMenu *>(QStringLiteral("sessionMenu"));
    auto *action = menu == nullptr ? nullptr : menu->findChild<QAction *>(QLatin1String(name));
    if (action == nullptr)
        qFatal("no action is called %s", name);
    Q_EMIT menu->aboutToShow();
    return *action;
}

void TestTelling::tellsNothingOfWhatIsInFront()
{
    hear(m_window->currentPage(), QStringLiteral("Hello"));
    QVERIFY(m_notifier->all.isEmpty());
}

void TestTelling::tellsOfWhatIsBehindAndLeadsThere()
{
    ConversationPage &first = m_window->currentPage();
    for (int line = 0; line < 100; ++line)
        hear(first, QStringLiteral("Line %1").arg(line));
    m_window->openSession();
    QVERIFY(&m_window->currentPage() != &first);
    for (int line = 100; line < 200; ++line)
        hear(first, QStringLiteral("Line %1").arg(line));
    m_clock.advance(Teller::pause);
    QCOMPARE(m_notifier->shown.size(), 1);
    const QString key = m_notifier->onlyKey();
    QCOMPARE(m_notifier->shown.value(key).summary, QStringLiteral("100 message(s) in dev.example/a"));
    QVERIFY(!key.contains(QStringLiteral("hunter2")));
    Q_EMIT m_notifier->activated(key);
    QCOMPARE(&m_window->currentPage(), &first);
    TranscriptView &view = first.transcriptPane().view();
    QTRY_VERIFY(view.viewport()->rect().intersects(view.rowRect(view.unreadRow())));
    QVERIFY(view.verticalScrollBar()->value() < view.verticalScrollBar()->maximum());
    QVERIFY(m_notifier->shown.isEmpty());
}

void TestTelling::takesBackWhatIsReadInTheWindow()
{
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    hear(m_window->currentPage(), QStringLiteral("Hello"));
    QCOMPARE(m_notifier->shown.size(), 1);
    QCOMPARE(m_teller->unread(), 1);
    m_window->activateWindow();
    QTRY_VERIFY(m_notifier->shown.isEmpty());
    QCOMPARE(m_teller->unread(), 0);
}

void TestTelling::tellsOfAnEndThatNobodyAskedFor_data()
{
    QTest::addColumn<bool>("asked");
    QTest::newRow("asked for") << true;
    QTest::newRow("not asked for") << false;
}

void TestTelling::tellsOfAnEndThatNobodyAskedFor()
{
    QFETCH(const bool, asked);
    ConversationPage &first = m_window->currentPage();
    m_window->openSession();
    if (asked)
        first.conversation().session().disconnectFromStage();
    Q_EMIT m_transports->transport().closed(1001, {});
    QCOMPARE(m_notifier->shown.size(), asked ? 0 : 1);
}

void TestTelling::tellsOfAnOutageOnce()
{
    ChatSession &session = m_window->currentPage().conversation().session();
    m_window->openSession();
    m_clock.advance(2min);
    m_notifier->all.clear();
    for (int attempt = 0; attempt < 10; ++attempt) {
        Q_EMIT m_transports->transport().closed(1011, {});
        session.retryNow();
        Q_EMIT m_transports->transport().failed({0, QStringLiteral("No network.")});
        session.retryNow();
        Q_EMIT m_transports->transport().opened();
        m_clock.advance(5s);
    }
    QCOMPARE(m_notifier->all.size(), 1);
    // Here the user has to do something.
    Q_EMIT m_transports->transport().failed({401, QStringLiteral("Who?")});
    m_clock.advance(5s);
    QCOMPARE(m_notifier->all.size(), 2);
}

void TestTelling::mutesByTheMenu()
{
    QVERIFY(!action("muteNotifications").isChecked());
    action("muteNotifications").trigger();
    QVERIFY(action("muteNotifications").isChecked());
    QVERIFY(m_teller->mutedStages().isMuted(QUrl(QStringLiteral("wss://dev.example/a"))));
    // It is about the conversation in sight.
    m_window->openSession();
    QVERIFY(!action("muteNotifications").isEnabled());
}

void TestTelling::mutesInTheListOfStages()
{
    auto &list = find<QAbstractItemView>(*m_window, "stages");
    const QPoint place = list.visualRect(list.currentIndex()).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(list.viewport(), &event);
    auto *menu = list.findChild<QMenu *>(QStringLiteral("stageMenu"));
    if (menu == nullptr)
        qFatal("the list of stages has no menu");
    menu->findChild<QAction *>(QStringLiteral("muteStage"))->trigger();
    menu->close();
    QVERIFY(m_teller->mutedStages().isMuted(QUrl(QStringLiteral("wss://dev.example/a"))));
    QVERIFY(action("muteNotifications").isChecked());
}

void TestTelling::hidesTheTextByTheMenu()
{
    QVERIFY(action("showNotificationText").isChecked());
    action("showNotificationText").trigger();
    QVERIFY(!m_teller->showsText());
}

void TestTelling::typesHighlightWords()
{
    action("editHighlightWords").trigger();
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("highlightDialog"));
    if (dialog == nullptr)
        qFatal("no dialog");
    find<QPlainTextEdit>(*dialog, "highlightWords").setPlainText(QStringLiteral("Heron\n\n gateway "));
    dialog->accept();
    QCOMPARE(m_words->words(), QStringList({QStringLiteral("Heron"), QStringLiteral("gateway")}));
}

void TestTelling::aHighlightedLineSaysSo()
{
    ConversationPage &page = m_window->currentPage();
    hear(page, QStringLiteral("the gateway"));
    const TranscriptModel &model = page.conversation().transcript();
    const QModelIndex last = model.index(model.rowCount() - 1);
    const QString before = last.data(Qt::AccessibleTextRole).toString();
    m_words->setWords({QStringLiteral("Gateway")});
    QCOMPARE(last.data(Qt::AccessibleTextRole).toString(),
             before + QStringLiteral(" (has a highlight word)"));
    TranscriptView &view = page.transcriptPane().view();
    const QImage marked = view.viewport()->grab().toImage();
    m_words->setWords({});
    QVERIFY(view.viewport()->grab().toImage() != marked);
}

QTEST_MAIN(TestTelling)
#include "tst_telling.moc"
