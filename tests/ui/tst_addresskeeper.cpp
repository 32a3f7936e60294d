// SPDX-License-Identifier: MIT
#include "common/Redaction.h"
#include "secrets/AddressSecrets.h"
#include "support/StagesBench.h"
#include "ui/Desk.h"
#include "ui/HintLine.h"
#include "ui/SecretsBar.h"

#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using Kind = Secrets::Kind;
using Manner = MemorySecretStore::Manner;

namespace {

QString cleanText()
{
    return QStringLiteral("wss://example.com/dev?room=1");
}

QString wholeText()
{
    return QStringLiteral("wss://ann:planted-secret@example.com/dev?token=planted-secret&room=1");
}

} // namespace

/// Addresses with secrets and the store behind them, as a user meets them.
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
    void forgettingAStageForgetsItsSecrets();
    void forgetsAllSecretsAfterAsking();
    void showsTroubleUntilItWorksAgain();
    void asksNoMore();
    void nothingSecretIsEverInTheSettings();

private:
    MainWindow &window() const { return *m_bench->window; }
    Services &services() const { return m_bench->services; }
    MemorySecretStore &store() const { return m_bench->ui.secretStore(); }
    QString field() const { return find<QLineEdit>(window(), "address").text(); }
    QUrl attempted() const { return m_bench->transports.last().request.address; }
    /// Until nothing more comes from the store.
    void settle() const;
    /// What a former run of the program has kept.
    void keepFormerly(Manner manner);
    QAction &action(const char *name) const { return *window().findChild<QAction *>(QLatin1String(name)); }

    std::unique_ptr<StagesBench> m_bench;
};

void TestAddressKeeper::init()
{
    m_bench = std::make_unique<StagesBench>();
}

void TestAddressKeeper::cleanup()
{
    m_bench.reset();
}

void TestAddressKeeper::settle() const
{
    QStringList before;
    do {
        before = store().calls;
        QCoreApplication::processEvents();
    } while (before != store().calls);
}

void TestAddressKeeper::keepFormerly(Manner manner)
{
    store().manner = manner;
    Secrets former(m_bench->clock, &store(), services().settings);
    const AddressSecrets::Split split = AddressSecrets::split(QUrl(wholeText()));
    former.keep(split.address, Kind::AddressPart, split.part);
    services().savedStages.save(split.address);
    settle();
    store().calls.clear();
}

void TestAddressKeeper::splitsWhatIsTyped()
{
    connectTo(window(), wholeText());
    QCOMPARE(field(), cleanText());
    QCOMPARE(attempted(), QUrl(wholeText()));
    QCOMPARE(window().currentPage().conversation().session().address(), QUrl(cleanText()));
    QCOMPARE(services().savedStages.last()->address, QUrl(cleanText()));
    QVERIFY(services().savedStages.last()->connectAtStart);
    settle();
    QCOMPARE(store().entries.keys(), QStringList{cleanText()});
}

void TestAddressKeeper::splitsWhatACommandSays()
{
    say(window(), QStringLiteral("/connect ") + wholeText());
    QCOMPARE(field(), cleanText());
    QCOMPARE(attempted(), QUrl(wholeText()));
}

void TestAddressKeeper::splitsWhatTheCommandLineSays()
{
    Desk desk(services());
    MainWindow &first = desk.openFirstWindow(wholeText());
    QCOMPARE(find<QLineEdit>(first, "address").text(), cleanText());
    QCOMPARE(attempted(), QUrl(wholeText()));
    QVERIFY(!first.windowTitle().contains(QStringLiteral("planted")));
}

void TestAddressKeeper::connectsAgainWithTheSecret()
{
    connectTo(window(), wholeText());
    Q_EMIT m_bench->transports.transport().failed({401, QStringLiteral("No.")});
    QTest::mouseClick(&find<QPushButton>(window(), "connect"), Qt::LeftButton);
    QCOMPARE(m_bench->transports.count(), 2);
    QCOMPARE(attempted(), QUrl(wholeText()));
    window().openSession();
    QTest::mouseClick(&find<QPushButton>(window(), "connect"), Qt::LeftButton);
    QCOMPARE(m_bench->transports.count(), 3);
    QCOMPARE(attempted(), QUrl(wholeText()));
}

void TestAddressKeeper::anotherSecretReplacesTheFirst()
{
    connectTo(window(), wholeText());
    Q_EMIT m_bench->transports.transport().failed({401, QStringLiteral("No.")});
    const QString other = QStringLiteral("wss://example.com/dev?room=1&token=other");
    connectTo(window(), other);
    QCOMPARE(field(), cleanText());
    QCOMPARE(attempted(), QUrl(other));
    settle();
    QVERIFY(!store().entries.value(cleanText()).contains(QStringLiteral("planted")));
}

void TestAddressKeeper::saysThatASecretIsKept()
{
    auto &note = find<HintLine>(window(), "addressNote");
    connectTo(window(), QStringLiteral("wss://example.com/other"));
    QVERIFY(!note.isVisible());
    Q_EMIT m_bench->transports.transport().failed({401, QStringLiteral("No.")});
    connectTo(window(), wholeText());
    QVERIFY(note.isVisible());
    QVERIFY(note.text().contains(QStringLiteral("secret part")));
    QVERIFY(!note.text().contains(QStringLiteral("planted")));
    Q_EMIT m_bench->transports.transport().failed({401, QStringLiteral("No.")});
    QTest::keyClick(&find<QLineEdit>(window(), "address"), Qt::Key_X);
    QVERIFY(!note.isVisible());
    QTest::keyClick(&find<QLineEdit>(window(), "address"), Qt::Key_Backspace);
}

void TestAddressKeeper::connectsAtTheStartWithTheSecret()
{
    keepFormerly(Manner::Answers);
    Desk desk(services());
    MainWindow &first = desk.openFirstWindow({});
    QCOMPARE(find<QLineEdit>(first, "address").text(), cleanText());
    QCOMPARE(m_bench->transports.count(), 0);
    QVERIFY(find<HintLine>(first, "addressNote").isVisible());
    QTRY_COMPARE(m_bench->transports.count(), 1);
    QCOMPARE(attempted(), QUrl(wholeText()));
    QCOMPARE(store().calls, QStringList{QStringLiteral("read ") + cleanText()});
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
    keepFormerly(before);
    store().manner = now;
    Desk desk(services());
    MainWindow &first = desk.openFirstWindow({});
    settle();
    m_bench->clock.advance(SecretStore::timeLimit);
    auto &hint = find<HintLine>(first, "addressHint");
    QTRY_VERIFY(hint.isVisible());
    QVERIFY(hint.text().contains(QStringLiteral("could not be fetched")));
    QCOMPARE(m_bench->transports.count(), 0);
    QCOMPARE(words(first, "state"), QStringLiteral("Disconnected"));
    connectTo(first, wholeText());
    QCOMPARE(attempted(), QUrl(wholeText()));
}

void TestAddressKeeper::connectsWithoutItOnRequest()
{
    keepFormerly(Manner::Answers);
    store().manner = Manner::Fails;
    connectTo(window(), cleanText());
    QTRY_COMPARE(m_bench->transports.count(), 1);
    QCOMPARE(attempted(), QUrl(cleanText()));
    QVERIFY(find<HintLine>(window(), "addressHint").isVisible());
}

void TestAddressKeeper::anEditedAddressIsNotConnectedTo()
{
    keepFormerly(Manner::Answers);
    store().manner = Manner::NeverAnswers;
    connectTo(window(), cleanText());
    QTest::keyClick(&find<QLineEdit>(window(), "address"), Qt::Key_X);
    m_bench->clock.advance(SecretStore::timeLimit);
    QCOMPARE(m_bench->transports.count(), 0);
}

void TestAddressKeeper::forgettingAStageForgetsItsSecrets()
{
    connectTo(window(), wholeText());
    settle();
    m_bench->act("dev", "askToForget");
    window().findChild<QPushButton *>(QStringLiteral("forget"))->click();
    settle();
    QVERIFY(store().entries.isEmpty());
    connectTo(window(), cleanText());
    QCOMPARE(attempted(), QUrl(cleanText()));
}

void TestAddressKeeper::forgetsAllSecretsAfterAsking()
{
    keepFormerly(Manner::Answers);
    services().secrets.keep(StagesBench::url(QStringLiteral("b")), Kind::Token, QStringLiteral("t"));
    settle();
    QCOMPARE(store().entries.size(), 2);
    for (const bool says : {false, true}) {
        action("forgetAllSecrets").trigger();
        auto *question = window().findChild<QMessageBox *>(QStringLiteral("askForgetAllSecrets"));
        if (question == nullptr)
            qFatal("nothing was asked");
        (says ? question->findChild<QPushButton *>(QStringLiteral("forget"))
              : qobject_cast<QPushButton *>(question->button(QMessageBox::Cancel)))
            ->click();
        settle();
        QCOMPARE(store().entries.isEmpty(), says);
        delete question;
    }
}

void TestAddressKeeper::showsTroubleUntilItWorksAgain()
{
    auto &bar = find<SecretsBar>(window(), "secretsBar");
    QVERIFY(!bar.isVisible());
    store().manner = Manner::Fails;
    connectTo(window(), wholeText());
    QTRY_VERIFY(bar.isVisible());
    QVERIFY(!bar.findChild<HintLine *>()->text().contains(QStringLiteral("planted")));
    bar.findChild<QPushButton *>(QStringLiteral("answer0"))->click();
    QTRY_VERIFY(bar.isVisible());
    store().manner = Manner::Answers;
    bar.findChild<QPushButton *>(QStringLiteral("answer0"))->click();
    settle();
    QVERIFY(!bar.isVisible());
    QCOMPARE(store().entries.size(), 1);
}

void TestAddressKeeper::asksNoMore()
{
    auto &bar = find<SecretsBar>(window(), "secretsBar");
    store().manner = Manner::Fails;
    connectTo(window(), wholeText());
    QTRY_VERIFY(bar.isVisible());
    bar.findChild<QPushButton *>(QStringLiteral("answer1"))->click();
    QVERIFY(!bar.isVisible());
    QVERIFY(!services().secrets.usesStore());
    QCOMPARE(services().secrets.of(QUrl(cleanText()), Kind::AddressPart).isEmpty(), false);
    store().manner = Manner::Answers;
    action("keepSecretsInKeychain").trigger();
    settle();
    QVERIFY(services().secrets.usesStore());
    QCOMPARE(store().entries.size(), 1);
}

void TestAddressKeeper::nothingSecretIsEverInTheSettings()
{
    const auto written = [this] {
        services().settings.sync();
        QFile file(services().settings.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    };
    connectTo(window(), wholeText());
    Q_EMIT m_bench->transports.transport().failed({401, QStringLiteral("No.")});
    // Typed, and left there.
    for (const QString &draft : {QStringLiteral("/connect ") + wholeText(),
                                 QStringLiteral("/conect wss://example.com/?key=planted-secret"),
                                 QStringLiteral("/raw {\"token\":\"planted-secret\"}")}) {
        m_bench->composer().setPlainText(draft);
        m_bench->clock.advance(std::chrono::seconds(2));
        QVERIFY(!written().contains("planted-secret"));
    }
    find<QLineEdit>(window(), "address").setText(wholeText());
    m_bench->composer().setPlainText(QStringLiteral("A draft"));
    m_bench->clock.advance(std::chrono::seconds(2));
    m_bench->window->close();
    m_bench->window.reset();
    QVERIFY(written().contains("A draft"));
    QVERIFY(!written().contains("planted-secret"));
}

QTEST_MAIN(TestAddressKeeper)
#include "tst_addresskeeper.moc"
