// SPDX-License-Identifier: MIT
#include "support/SecretsBench.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using Kind = Secrets::Kind;
using Manner = MemorySecretStore::Manner;

/// Secrets over a store that has its manners.
class TestSecretsFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answerALoadOnceInTime_data();
    void answerALoadOnceInTime();
    void stayInMemoryOnFailure();
    void theStoreThatWorksAgainHasAll();
    void whatCouldNotBeReadComesWhenTheStoreIsAwake();
    void aLockedStoreLosesNothing();
    void aStoreThatIsUnlockedLateLosesNothing_data();
    void aStoreThatIsUnlockedLateLosesNothing();
    void whatIsReallyGoneIsWrittenAnew();
    void whatCouldNotBeErasedIsErasedAtTheNextStart();
    void areNeverInTheSettings();

private:
    std::unique_ptr<SecretsBench> m_bench;
};

void TestSecretsFailures::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_bench = std::make_unique<SecretsBench>();
}

void TestSecretsFailures::cleanup()
{
    m_bench.reset();
}

void TestSecretsFailures::answerALoadOnceInTime_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::newRow("a store that answers") << Manner::Answers;
    QTest::newRow("a store that fails") << Manner::Fails;
    QTest::newRow("a locked store") << Manner::IsLocked;
    QTest::newRow("a store that never answers") << Manner::NeverAnswers;
}

void TestSecretsFailures::answerALoadOnceInTime()
{
    QFETCH(const Manner, manner);
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    m_bench->store.manner = manner;
    int calls = 0;
    m_bench->secrets->load(SecretsBench::dev(), this, [&calls] { ++calls; });
    m_bench->secrets->load(SecretsBench::dev(), this, [&calls] { ++calls; });
    QCOMPARE(calls, 0);
    m_bench->settle();
    if (manner == Manner::NeverAnswers) {
        m_bench->clock.advance(SecretStore::timeLimit - std::chrono::milliseconds(1));
        QCOMPARE(calls, 0);
        m_bench->clock.advance(std::chrono::milliseconds(1));
    }
    QCOMPARE(calls, 2);
    m_bench->clock.advance(SecretStore::timeLimit * 2);
    m_bench->settle();
    QCOMPARE(calls, 2);
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token).isEmpty(), manner != Manner::Answers);
    QVERIFY(m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
}

void TestSecretsFailures::stayInMemoryOnFailure()
{
    m_bench->store.manner = Manner::Fails;
    const QSignalSpy troubles(m_bench->secrets.get(), &Secrets::troubleChanged);
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::prod(), Kind::Token, "t");
    m_bench->settle();
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QStringLiteral("t"));
    QVERIFY(m_bench->secrets->trouble().startsWith(QStringLiteral("The store is broken.")));
    QCOMPARE(troubles.count(), 1);
    // What is not there at the next start is known to be missing.
    m_bench->restart();
    QVERIFY(m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QString());
}

void TestSecretsFailures::theStoreThatWorksAgainHasAll()
{
    m_bench->store.manner = Manner::Fails;
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->store.manner = Manner::Answers;
    m_bench->keep(SecretsBench::prod(), Kind::Token, "t");
    m_bench->settle();
    QCOMPARE(m_bench->store.entries.size(), 2);
    QCOMPARE(m_bench->secrets->trouble(), QString());
    m_bench->store.manner = Manner::Fails;
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t2");
    m_bench->settle();
    m_bench->secrets->tryAgain();
    m_bench->settle();
    QVERIFY(!m_bench->secrets->trouble().isEmpty());
    m_bench->store.manner = Manner::Answers;
    m_bench->secrets->tryAgain();
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).value(QStringLiteral("Token")).toString(),
             QStringLiteral("t2"));
    QCOMPARE(m_bench->secrets->trouble(), QString());
}

void TestSecretsFailures::whatCouldNotBeReadComesWhenTheStoreIsAwake()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    m_bench->store.manner = Manner::Fails;
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QString());
    const QSignalSpy changes(m_bench->secrets.get(), &Secrets::changed);
    m_bench->store.wake();
    m_bench->settle();
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QStringLiteral("t"));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_bench->secrets->trouble(), QString());
}

void TestSecretsFailures::aLockedStoreLosesNothing()
{
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->restart();
    m_bench->store.manner = Manner::IsLocked;
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Password), QString());
    QVERIFY(m_bench->secrets->has(SecretsBench::dev(), Kind::Password));
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    QVERIFY(!m_bench->secrets->trouble().isEmpty());
    m_bench->store.manner = Manner::Answers;
    m_bench->secrets->tryAgain();
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).size(), 2);
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Password), QStringLiteral("p"));
}

void TestSecretsFailures::aStoreThatIsUnlockedLateLosesNothing_data()
{
    QTest::addColumn<bool>("isLoadedBefore");
    QTest::newRow("locked when it is loaded, unlocked before anything is kept") << true;
    QTest::newRow("locked when it is read again, unlocked before anything is written") << false;
}

/// The user dismisses the first question of the keychain and gives in to the second.
void TestSecretsFailures::aStoreThatIsUnlockedLateLosesNothing()
{
    QFETCH(const bool, isLoadedBefore);
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->keep(SecretsBench::dev(), Kind::Headers, "h");
    m_bench->settle();
    m_bench->restart();
    m_bench->store.manner = Manner::IsUnlockedLate;
    if (isLoadedBefore)
        QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Password), QString());
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()),
             QJsonObject({{QStringLiteral("Token"), QStringLiteral("t")},
                          {QStringLiteral("Headers"), QStringLiteral("h")},
                          {QStringLiteral("Password"), QStringLiteral("p")}}));
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Password), QStringLiteral("p"));
    QCOMPARE(m_bench->store.entries.size(), 1);
}

void TestSecretsFailures::whatIsReallyGoneIsWrittenAnew()
{
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->restart();
    m_bench->store.entries.clear();
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).keys(), QStringList{QStringLiteral("Token")});
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Password));
    QVERIFY(m_bench->secrets->isLoaded(SecretsBench::dev()));
}

void TestSecretsFailures::whatCouldNotBeErasedIsErasedAtTheNextStart()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->store.manner = Manner::Fails;
    m_bench->secrets->forgetAll();
    m_bench->settle();
    QVERIFY(m_bench->secrets->trouble().contains(QStringLiteral("still in the keychain")));
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    m_bench->store.manner = Manner::Answers;
    m_bench->restart();
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
    QVERIFY(m_bench->settings->allKeys().isEmpty());
}

void TestSecretsFailures::areNeverInTheSettings()
{
    for (const Manner manner : {Manner::Answers, Manner::Fails, Manner::IsLocked}) {
        m_bench->store.manner = manner;
        m_bench->keep(QUrl(QStringLiteral("wss://planted-secret@example.com/dev?token=planted-secret")),
                      Kind::Token, "planted-secret");
        m_bench->settle();
    }
    m_bench->settings->sync();
    QFile file(m_bench->settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("example.com"));
    QVERIFY(!written.contains("planted-secret"));
}

QTEST_GUILESS_MAIN(TestSecretsFailures)
#include "tst_secrets_failures.moc"
