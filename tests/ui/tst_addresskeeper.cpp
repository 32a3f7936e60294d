// SPDX-License-Identifier: MIT
#include "support/SecretStagesBench.h"
#include "ui/Desk.h"
#include "ui/HintLine.h"

#include <QPushButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = SecretStagesBench;
using Manner = MemorySecretStore::Manner;

/// Addresses with secrets, as a user types them and finds them at the next start.
class TestAddressKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void splitsWhatIsTyped();
    void splitsWhatACommandSays();
    void splitsWhatTheCommandLineSays();
    void connectsAgainWithTheSecret();
    void anotherSecretReplacesTheFirst();
    void saysThatASecretIsKept();
    void connectsAtTheStartWithTheSecret();
    void doesNotConnectAtTheStartWithoutIt_data();
    void doesNotConnectAtTheStartWithoutIt();
    void connectsWithoutItOnRequest();
    void anEditedAddressIsNotConnectedTo();

private:
    std::unique_ptr<Bench> m_bench;
};

void TestAddressKeeper::init()
{
    m_bench = std::make_unique<Bench>();
}

void TestAddressKeeper::cleanup()
{
    m_bench.reset();
}

void TestAddressKeeper::splitsWhatIsTyped()
{
    connectTo(*m_bench->window, Bench::wholeText());
    QCOMPARE(m_bench->field(), Bench::cleanText());
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
    QCOMPARE(m_bench->window->currentPage().conversation().session().address(), QUrl(Bench::cleanText()));
    QCOMPARE(m_bench->services.savedStages.last()->address, QUrl(Bench::cleanText()));
    QVERIFY(m_bench->services.savedStages.last()->connectAtStart);
    m_bench->settle();
    QCOMPARE(m_bench->store.entries.keys(), QStringList{Bench::cleanText()});
}

void TestAddressKeeper::splitsWhatACommandSays()
{
    say(*m_bench->window, QStringLiteral("/connect ") + Bench::wholeText());
    QCOMPARE(m_bench->field(), Bench::cleanText());
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
}

void TestAddressKeeper::splitsWhatTheCommandLineSays()
{
    Desk desk(m_bench->services);
    MainWindow &first = desk.openFirstWindow(Bench::wholeText());
    QCOMPARE(find<QLineEdit>(first, "address").text(), Bench::cleanText());
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
    QVERIFY(!first.windowTitle().contains(QStringLiteral("planted")));
}

void TestAddressKeeper::connectsAgainWithTheSecret()
{
    connectTo(*m_bench->window, Bench::wholeText());
    m_bench->refuse();
    QTest::mouseClick(&find<QPushButton>(*m_bench->window, "connect"), Qt::LeftButton);
    QCOMPARE(m_bench->transports.count(), 2);
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
    m_bench->window->openSession();
    QTest::mouseClick(&find<QPushButton>(*m_bench->window, "connect"), Qt::LeftButton);
    QCOMPARE(m_bench->transports.count(), 3);
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
}

void TestAddressKeeper::anotherSecretReplacesTheFirst()
{
    connectTo(*m_bench->window, Bench::wholeText());
    m_bench->refuse();
    const QString other = QStringLiteral("wss://example.com/dev?room=1&token=other");
    connectTo(*m_bench->window, other);
    QCOMPARE(m_bench->field(), Bench::cleanText());
    QCOMPARE(m_bench->attempted(), QUrl(other));
    m_bench->settle();
    QVERIFY(!m_bench->store.entries.value(Bench::cleanText()).contains(QStringLiteral("planted")));
}

void TestAddressKeeper::saysThatASecretIsKept()
{
    auto &note = find<HintLine>(*m_bench->window, "addressNote");
    connectTo(*m_bench->window, QStringLiteral("wss://example.com/other"));
    QVERIFY(!note.isVisible());
    m_bench->refuse();
    connectTo(*m_bench->window, Bench::wholeText());
    QVERIFY(note.isVisible());
    QVERIFY(note.text().contains(QStringLiteral("secret part")));
    QVERIFY(!note.text().contains(QStringLiteral("planted")));
    m_bench->refuse();
    QTest::keyClick(&find<QLineEdit>(*m_bench->window, "address"), Qt::Key_X);
    QVERIFY(!note.isVisible());
    QTest::keyClick(&find<QLineEdit>(*m_bench->window, "address"), Qt::Key_Backspace);
}

void TestAddressKeeper::connectsAtTheStartWithTheSecret()
{
    m_bench->keepFormerly(Manner::Answers);
    Desk desk(m_bench->services);
    MainWindow &first = desk.openFirstWindow({});
    QCOMPARE(find<QLineEdit>(first, "address").text(), Bench::cleanText());
    QCOMPARE(m_bench->transports.count(), 0);
    QVERIFY(find<HintLine>(first, "addressNote").isVisible());
    QTRY_COMPARE(m_bench->transports.count(), 1);
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
    QCOMPARE(m_bench->store.calls, QStringList{QStringLiteral("read ") + Bench::cleanText()});
}

void TestAddressKeeper::doesNotConnectAtTheStartWithoutIt_data()
{
    QTest::addColumn<Manner>("before");
    QTest::addColumn<Manner>("now");
    QTest::newRow("it could not be kept") << Manner::Fails << Manner::Answers;
    QTest::newRow("the store is locked") << Manner::Answers << Manner::IsLocked;
    QTest::newRow("the store is broken") << Manner::Answers << Manner::Fails;
    QTest::newRow("the store never answers") << Manner::Answers << Manner::NeverAnswers;
}

void TestAddressKeeper::doesNotConnectAtTheStartWithoutIt()
{
    QFETCH(const Manner, before);
    QFETCH(const Manner, now);
    m_bench->keepFormerly(before);
    m_bench->store.manner = now;
    Desk desk(m_bench->services);
    MainWindow &first = desk.openFirstWindow({});
    m_bench->settle();
    m_bench->clock.advance(SecretStore::timeLimit);
    auto &hint = find<HintLine>(first, "addressHint");
    QTRY_VERIFY(hint.isVisible());
    QVERIFY(hint.text().contains(QStringLiteral("could not be fetched")));
    QCOMPARE(m_bench->transports.count(), 0);
    QCOMPARE(words(first, "state"), QStringLiteral("Disconnected"));
    connectTo(first, Bench::wholeText());
    QCOMPARE(m_bench->attempted(), QUrl(Bench::wholeText()));
}

void TestAddressKeeper::connectsWithoutItOnRequest()
{
    m_bench->keepFormerly(Manner::Answers);
    m_bench->store.manner = Manner::Fails;
    connectTo(*m_bench->window, Bench::cleanText());
    QTRY_COMPARE(m_bench->transports.count(), 1);
    QCOMPARE(m_bench->attempted(), QUrl(Bench::cleanText()));
    QVERIFY(find<HintLine>(*m_bench->window, "addressHint").isVisible());
}

void TestAddressKeeper::anEditedAddressIsNotConnectedTo()
{
    m_bench->keepFormerly(Manner::Answers);
    m_bench->store.manner = Manner::NeverAnswers;
    connectTo(*m_bench->window, Bench::cleanText());
    QTest::keyClick(&find<QLineEdit>(*m_bench->window, "address"), Qt::Key_X);
    m_bench->clock.advance(SecretStore::timeLimit);
    QCOMPARE(m_bench->transports.count(), 0);
}

QTEST_MAIN(TestAddressKeeper)
#include "tst_addresskeeper.moc"
