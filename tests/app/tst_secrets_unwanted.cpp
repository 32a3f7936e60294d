// SPDX-License-Identifier: MIT
#include "support/SecretsBench.h"

#include <QRegularExpression>

using namespace Greenroom;
using namespace Greenroom::Test;
using Kind = Secrets::Kind;
using Manner = MemorySecretStore::Manner;

/// Secrets over a store that the user does not want.
class TestSecretsUnwanted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void askNoMoreIfNotWanted();
    void eraseAlsoWhereTheStoreIsNotWanted();
    void whatIsLeftOverIsErasedThoughTheStoreIsNotWanted();
    void aPartThatIsLeftOverIsErasedThoughTheStoreIsNotWanted();
    void writeNothingNewWhereTheyErase();

private:
    std::unique_ptr<SecretsBench> m_bench;
};

void TestSecretsUnwanted::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_bench = std::make_unique<SecretsBench>();
}

void TestSecretsUnwanted::cleanup()
{
    m_bench.reset();
}

void TestSecretsUnwanted::askNoMoreIfNotWanted()
{
    m_bench->store.manner = Manner::Fails;
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->secrets->setUsesStore(false);
    QCOMPARE(m_bench->secrets->trouble(), QString());
    m_bench->store.calls.clear();
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t2");
    m_bench->settle();
    m_bench->restart();
    QVERIFY(!m_bench->secrets->usesStore());
    QCOMPARE(m_bench->load(SecretsBench::dev(), Kind::Token), QString());
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t3");
    m_bench->settle();
    QVERIFY(m_bench->store.calls.isEmpty());
    m_bench->store.manner = Manner::Answers;
    m_bench->secrets->setUsesStore(true);
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()).value(QStringLiteral("Token")).toString(),
             QStringLiteral("t3"));
}

void TestSecretsUnwanted::eraseAlsoWhereTheStoreIsNotWanted()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->keep(SecretsBench::prod(), Kind::Token, "t");
    m_bench->settle();
    m_bench->secrets->setUsesStore(false);
    m_bench->restart();
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Token);
    m_bench->secrets->forgetStage(SecretsBench::prod());
    m_bench->settle();
    // The password too: to keep it, it would have to be written to a store that is not wanted.
    QVERIFY(m_bench->store.entries.isEmpty());
    QVERIFY(!m_bench->secrets->has(SecretsBench::dev(), Kind::Password));
    m_bench->secrets->setUsesStore(true);
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->secrets->setUsesStore(false);
    m_bench->store.manner = Manner::Fails;
    m_bench->secrets->forgetAll();
    m_bench->settle();
    QVERIFY(m_bench->secrets->trouble().contains(QStringLiteral("still in the keychain")));
    m_bench->secrets->setUsesStore(false);
    QCOMPARE(m_bench->secrets->trouble(), QString());
}

void TestSecretsUnwanted::whatIsLeftOverIsErasedThoughTheStoreIsNotWanted()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->settle();
    m_bench->store.manner = Manner::Fails;
    m_bench->secrets->forgetAll();
    m_bench->settle();
    m_bench->secrets->setUsesStore(false);
    // What is kept from now on is in memory, and makes nobody forget what is to be erased.
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t2");
    m_bench->settle();
    m_bench->store.manner = Manner::Answers;
    m_bench->restart();
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
}

void TestSecretsUnwanted::aPartThatIsLeftOverIsErasedThoughTheStoreIsNotWanted()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->store.manner = Manner::Fails;
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Token);
    m_bench->settle();
    m_bench->secrets->setUsesStore(false);
    m_bench->store.manner = Manner::Answers;
    m_bench->restart();
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
}

void TestSecretsUnwanted::writeNothingNewWhereTheyErase()
{
    m_bench->keep(SecretsBench::dev(), Kind::Token, "t");
    m_bench->keep(SecretsBench::dev(), Kind::Password, "p");
    m_bench->settle();
    m_bench->secrets->setUsesStore(false);
    m_bench->store.calls.clear();
    m_bench->keep(SecretsBench::dev(), Kind::Token, "new");
    m_bench->secrets->forget(SecretsBench::dev(), Kind::Password);
    m_bench->settle();
    QCOMPARE(m_bench->store.calls, QStringList{QStringLiteral("remove wss://example.com/dev")});
    QVERIFY(m_bench->store.entries.isEmpty());
    QCOMPARE(m_bench->secrets->of(SecretsBench::dev(), Kind::Token), QStringLiteral("new"));
    m_bench->secrets->setUsesStore(true);
    m_bench->settle();
    QCOMPARE(m_bench->entry(SecretsBench::dev()),
             QJsonObject({{QStringLiteral("Token"), QStringLiteral("new")}}));
}

QTEST_GUILESS_MAIN(TestSecretsUnwanted)
#include "tst_secrets_unwanted.moc"
