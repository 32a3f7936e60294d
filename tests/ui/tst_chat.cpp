// SPDX-License-Identifier: MIT
#include "support/InProcessGateway.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;

/// Two people, each with a window, in one conversation over a real gateway.
class TestChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bothSeeALine();
    void theWriterSeesItselfAsYou();
    void joiningAndLeavingAreTold();
    void theSendButtonSends();
    void shiftEnterBreaksTheLine();
    void blanksAreTrimmedAndNothingIsSentOfNothing();
    void theTextStaysWhenThereIsNoStage();
    void whatIsTypedWithoutAConnectionGoesOutWithTheNext();
    void aFailedLineIsSentAgainFromTheMenu();
    void aFailedLineIsEditedFromTheMenu();
    void peopleAreListedAndLeave();
    void markupIsShownAsText();
    void unreadLinesAreCountedInTheList();
    void theFirstUnreadLineIsMarked();

private:
    /// The stage is gone before it can have answered.
    void failALine();

    std::unique_ptr<InProcessGateway> m_gateway;
    std::unique_ptr<UiServices> m_ui;
    std::unique_ptr<MainWindow> m_ann;
    std::unique_ptr<MainWindow> m_ben;
};

namespace {

void hangUp(MainWindow &window)
{
    window.currentPage().conversation().session().disconnectFromStage();
    QTRY_COMPARE(words(window, "state"), QStringLiteral("Disconnected"));
}

Delivery lastDelivery(MainWindow &window)
{
    const TranscriptModel &model = window.currentPage().conversation().transcript();
    return model.message(model.rowCount() - 1).delivery;
}

} // namespace

void TestChat::failALine()
{
    ChatSession &session = m_ann->currentPage().conversation().session();
    const QUrl address = session.address();
    say(*m_ann, QStringLiteral("Hello?"));
    // Dropped in the same turn of the event loop.
    session.connectTo(QUrl(QStringLiteral("ws://127.0.0.1:1/none")));
    session.disconnectFromStage();
    find<QLineEdit>(*m_ann, "address").setText(address.toString());
    QTRY_COMPARE(words(*m_ann, "state"), QStringLiteral("Disconnected"));
    QVERIFY(m_ann->currentPage().conversation().ownLines().lastFailed() >= 0);
}

void TestChat::init()
{
    m_gateway = std::make_unique<InProcessGateway>();
    m_ui = std::make_unique<UiServices>();
    for (auto *window : {&m_ann, &m_ben}) {
        *window = std::make_unique<MainWindow>(m_ui->services());
        (*window)->show();
        connectTo(**window, m_gateway->address().toString());
        QTRY_COMPARE(words(**window, "state"), QStringLiteral("Connected"));
    }
    QTRY_VERIFY(lastLine(*m_ann).endsWith(QStringLiteral(" joined the chat")));
}

void TestChat::cleanup()
{
    m_ann.reset();
    m_ben.reset();
    m_ui.reset();
    m_gateway.reset();
}

void TestChat::bothSeeALine()
{
    say(*m_ann, QStringLiteral("Hello, Ben"));
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": Hello, Ben")));
    QTRY_VERIFY(lastLine(*m_ann).endsWith(QStringLiteral(": Hello, Ben")));
    QCOMPARE(find<QPlainTextEdit>(*m_ann, "composer").toPlainText(), QString());
}

void TestChat::theWriterSeesItselfAsYou()
{
    say(*m_ann, QStringLiteral("It is me"));
    QTRY_COMPARE(lastLine(*m_ann), QStringLiteral("You: It is me"));
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": It is me")));
    QVERIFY(!lastLine(*m_ben).startsWith(QStringLiteral("You")));
}

void TestChat::joiningAndLeavingAreTold()
{
    m_ben.reset();
    QTRY_VERIFY(lastLine(*m_ann).endsWith(QStringLiteral(" left the chat")));
}

void TestChat::theSendButtonSends()
{
    auto &composer = find<QPlainTextEdit>(*m_ann, "composer");
    auto &send = find<QToolButton>(*m_ann, "send");
    QVERIFY(!send.isEnabled());
    composer.insertPlainText(QStringLiteral("By the button"));
    QVERIFY(send.isEnabled());
    QTest::mouseClick(&send, Qt::LeftButton);
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": By the button")));
}

void TestChat::shiftEnterBreaksTheLine()
{
    auto &composer = find<QPlainTextEdit>(*m_ann, "composer");
    composer.insertPlainText(QStringLiteral("one"));
    QTest::keyClick(&composer, Qt::Key_Return, Qt::ShiftModifier);
    say(*m_ann, QStringLiteral("two"));
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": one\ntwo")));
}

void TestChat::blanksAreTrimmedAndNothingIsSentOfNothing()
{
    say(*m_ann, QStringLiteral("   "));
    QCOMPARE(find<QPlainTextEdit>(*m_ann, "composer").toPlainText(), QStringLiteral("   "));
    say(*m_ann, QStringLiteral("trimmed  "));
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": trimmed")));
    // Had the blanks been sent, their line would stand before this one.
    QVERIFY(transcript(*m_ben).at(transcript(*m_ben).size() - 2).endsWith(QStringLiteral("Connected.")));
}

void TestChat::theTextStaysWhenThereIsNoStage()
{
    m_ann->openSession();
    find<QLineEdit>(*m_ann, "address").clear();
    say(*m_ann, QStringLiteral("Never lost"));
    QCOMPARE(find<QPlainTextEdit>(*m_ann, "composer").toPlainText(), QStringLiteral("Never lost"));
    QVERIFY(find<QWidget>(*m_ann, "composerHint").isVisible());
}

void TestChat::whatIsTypedWithoutAConnectionGoesOutWithTheNext()
{
    hangUp(*m_ann);
    say(*m_ann, QStringLiteral("first"));
    say(*m_ann, QStringLiteral("second"));
    QCOMPARE(find<QPlainTextEdit>(*m_ann, "composer").toPlainText(), QString());
    QCOMPARE(lastLine(*m_ann), QStringLiteral("You: second"));
    QCOMPARE(lastDelivery(*m_ann), Delivery::Waiting);
    QTest::mouseClick(&find<QPushButton>(*m_ann, "connect"), Qt::LeftButton);
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": second")));
    QVERIFY(transcript(*m_ben).at(transcript(*m_ben).size() - 2).endsWith(QStringLiteral(": first")));
    QTRY_COMPARE(transcript(*m_ann).filter(QStringLiteral(": second")).size(), 1);
}

void TestChat::aFailedLineIsSentAgainFromTheMenu()
{
    failALine();
    QTest::mouseClick(&find<QPushButton>(*m_ann, "connect"), Qt::LeftButton);
    QTRY_COMPARE(words(*m_ann, "state"), QStringLiteral("Connected"));
    m_ann->findChild<QAction *>(QStringLiteral("sendAgain"))->trigger();
    QCOMPARE(lastLine(*m_ann), QStringLiteral("You: Hello?"));
    QTRY_COMPARE(lastDelivery(*m_ann), Delivery::Delivered);
}

void TestChat::aFailedLineIsEditedFromTheMenu()
{
    failALine();
    m_ann->findChild<QAction *>(QStringLiteral("editFailed"))->trigger();
    QCOMPARE(find<QPlainTextEdit>(*m_ann, "composer").toPlainText(), QStringLiteral("Hello?"));
    QVERIFY(transcript(*m_ann).filter(QStringLiteral("Hello?")).isEmpty());
}

void TestChat::peopleAreListedAndLeave()
{
    const auto &people = *find<QAbstractItemView>(*m_ann, "people").model();
    // Ann too, whom the stage has told her id.
    QTRY_COMPARE(people.rowCount(), 2);
    m_ben.reset();
    QTRY_COMPARE(people.rowCount(), 1);
}

void TestChat::markupIsShownAsText()
{
    const QString text = QStringLiteral("<b>bold?</b> <img src=x> &amp;");
    say(*m_ann, text);
    QTRY_VERIFY(lastLine(*m_ben).endsWith(QStringLiteral(": ") + text));
}

void TestChat::unreadLinesAreCountedInTheList()
{
    m_ben->openSession();
    say(*m_ann, QStringLiteral("Are you there?"));
    const auto &list = *find<QAbstractItemView>(*m_ben, "stages").model();
    QTRY_VERIFY(
        list.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1 unread")));
    find<QAbstractItemView>(*m_ben, "stages").setCurrentIndex(list.index(0, 0));
    QVERIFY(!list.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unread")));
}

void TestChat::theFirstUnreadLineIsMarked()
{
    TranscriptView &view = m_ben->currentPage().transcriptPane().view();
    m_ben->openSession();
    const int first = view.transcript().rowCount();
    say(*m_ann, QStringLiteral("Are you there?"));
    say(*m_ann, QStringLiteral("Hello?"));
    QTRY_COMPARE(view.transcript().rowCount(), first + 2);
    QCOMPARE(view.unreadRow(), first);
    m_ben->showPreviousSession();
    QCOMPARE(view.unreadRow(), first);
    say(*m_ben, QStringLiteral("I am."));
    QCOMPARE(view.unreadRow(), -1);
}

QTEST_MAIN(TestChat)
#include "tst_chat.moc"
