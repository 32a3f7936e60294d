// SPDX-License-Identifier: MIT
#include "support/SecretsBench.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;
using Kind = Secrets::Kind;

/// Secrets that come and go, over a store that works.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lastForThisRunWithoutAStore();
    void areThereAtTheNextStart();
    void haveOneEntryForAStage();
    void leaveTheStoreAloneWhereThereAreNone();
    void forgetWhoHasGone();
    void theLastValueWins();
    void areStoredBeforeTheProgramEnds();
    void theEndDoesNotWaitForEver();
    void whatIsNewGoesBeforeWhatIsLoaded();
    void keepWhatWasNotLoaded();
    void takeNothingBackThatWasForgottenMeanwhile();
    void forgetAKind();
    void forgetAKindThatIsNotLoaded();
    void forgetAStage();
    void forgetAllThatWasEverKept();
    void anEntryThatCanNotBeReadIsNone();

private:
    std::unique_ptr<SecretsBench> m_bench;
};

void TestSecrets::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_bench = std::make_unique<SecretsBench>();
}

void TestSecrets::cleanup()
{
    m_bench.reset();
}

void TestSecrets::lastForThisRunWithoutAStore()
{
    Secrets secrets;
    const QSignalSpy changes(&secrets, &Secrets::changed);
    secrets.keep(SecretsBench::dev(), Kind::Token, QStringLiteral("t"));
    QCOMPARE(secrets.of(SecretsBench::dev(), Kind::Token), QStringLiteral("t"));
    QVERIFY(secrets.isLoaded(SecretsBench::dev()));
    QVERIFY(!secrets.usesStore());
    secrets.forgetAll();
    QCOMPARE(secrets.of(SecretsBench::dev(), Kind::Token), QString());
    QCOMPARE(changes.count(), 2);
}

void TestSecrets::areThereAtTheNextStart()
{
    m_bench->keep(QUrl(QStringLiteral("wss://ann@example.com/dev?token=1")), Kind::Token, "tökén \"1\"");
    m_bench->settle();
    m_bench->restart();
    QVERIFY(!m_bench->secrets->isLoaded(SecretsBench::dev()));
    QVERIFY(m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Password));
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QString());
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QStringLiteral("tökén \"1\""));
    QVERIFY(m_bench->secrets->isLoaded(SecretsBench::dev()));
    QCOMPARE(m_bench->secrets->trouble(), QString());
}

void TestSecrets::haveOneEntryForAStage()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->keep(SecretsBench::prod(), Kind::Headers, "h");
    m_bench->settle();
    QCOMPARE(m_bench->store.entries.size(), 2);
    QCOMPARE(m_bench->entry(SecretsBench::dev()),
             QJsonObject({{QStringLiteral("Token"), QStringLiteral("t")},
                          {QStringLiteral("Password"), QStringLiteral("p")}}));
    m_bench->restart();
    m_bench->store.calls.clear();
    m_bench->load(SecretsBench::dev(), Kind::Token);
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Password), QStringLiteral("p"));
    QCOMPARE(m_bench->store.calls, QStringList{QStringLiteral("read wss://example.com/dev")});
}

void TestSecrets::leaveTheStoreAloneWhereThereAreNone()
{
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QString());
    m_bench->secrets->forgetStage(SecretsBench::dev());
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Token);
    m_bench->secrets->forgetAll();
    m_bench->settle();
    QVERIFY(m_bench->store.calls.isEmpty());
}

void TestSecrets::forgetWhoHasGone()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    auto context = std::make_unique<QObject>();
    m_bench->secrets->load(SecretsBench::dev(), context.get(), [] { QFAIL("There is nobody to tell."); });
    context.reset();
    m_bench->settle();
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QStringLiteral("t"));
}

void TestSecrets::theLastValueWins()
{
    for (const char *token : {"1", "2", "3", "4"})
        m_bench->keep(SecretsBench::dev(), Kind::Token, token);
    QCOMPARE(m_bench->store.calls.size(), 1);
    m_bench->settle();
    QCOMPARE(m_bench->store.calls.size(), 2);
    QCOMPARE(m_bench->entry(SecretsBench::dev()).value(QStringLiteral("Token")).toString(),
             QStringLiteral("4"));
    m_bench->keep(SecretsBench::dev(), Kind::Token, "5");
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Token);
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
}

void TestSecrets::areStoredBeforeTheProgramEnds()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "first");
    m_bench->keep(SecretsBench::dev(), Kind::Token, "last");
    m_bench->keep(SecretsBench::prod(), Kind::Token, "other");
    m_bench->secrets->finish();
    m_bench->restart();
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QStringLiteral("last"));
    QCOMPARE(m_bench->load(SecretsBench::prod(), Kind::Token), QStringLiteral("other"));
    m_bench->secrets->finish();
}

void TestSecrets::theEndDoesNotWaitForEver()
{
    m_bench->store.manner = MemorySecretStore::Manner::NeverAnswers;
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    QTimer::singleShot(0, &m_bench->context, [this] { m_bench->clock.advance(SecretStore::timeLimit); });
    m_bench->secrets->finish();
    QVERIFY(m_bench->store.entries.isEmpty());
}

void TestSecrets::whatIsNewGoesBeforeWhatIsLoaded()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "old");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->restart();
    m_bench->secrets->load(SecretsBench::dev(), this, [] {});
    m_bench->keep(SecretsBench::dev(), Kind::Token, "new");
    m_bench->settle();
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QStringLiteral("new"));
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Password), QStringLiteral("p"));
    QCOMPARE(m_bench->entry(SecretsBench::dev()).value(QStringLiteral("Token")).toString(),
             QStringLiteral("new"));
}

void TestSecrets::keepWhatWasNotLoaded()
{
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->restart();
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    QVERIFY(m_bench->secrets->has(SecretsBench::dev(), Kind::Password));
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).size(), 2);
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Password), QStringLiteral("p"));
}

void TestSecrets::takeNothingBackThatWasForgottenMeanwhile()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    m_bench->secrets->load(SecretsBench::dev(), this, [] {});
    m_bench->secrets->forgetStage(SecretsBench::dev());
    m_bench->settle();
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QString());
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    QVERIFY(m_bench->store.entries.isEmpty());
}

void TestSecrets::forgetAKind()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    const QSignalSpy changes(m_bench->secrets.get(), &Secrets::changed);
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Token);
    m_bench->settle();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toUrl(), SecretsBench::dev());
    QCOMPARE(changes.at(0).at(1).value<Kind>(), Kind::Token);
    QCOMPARE(m_bench->entry(SecretsBench::dev()).keys(), QStringList{QStringLiteral("Password")});
}

void TestSecrets::forgetAKindThatIsNotLoaded()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->restart();
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Token);
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).keys(), QStringList{QStringLiteral("Password")});
    m_bench->restart();
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Password);
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
}

void TestSecrets::forgetAStage()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::prod(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    m_bench->secrets->forgetStage(SecretsBench::dev());
    m_bench->settle();
    QCOMPARE(m_bench->store.entries.keys(), QStringList{SecretsBench::prod().toString()});
}

void TestSecrets::forgetAllThatWasEverKept()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::prod(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    m_bench->load(SecretsBench::prod(), Kind::Token);
    m_bench->secrets->forgetAll();
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
    QVERIFY(m_bench->settings->allKeys().isEmpty());
}

void TestSecrets::anEntryThatCanNotBeReadIsNone()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->restart();
    m_bench->store.entries.insert(SecretsBench::dev().toString(), QStringLiteral("no JSON"));
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QString());
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Token));
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).size(), 1);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
