// SPDX-License-Identifier: MIT
#include "secrets/Secrets.h"
#include "support/FakeClock.h"
#include "support/MemorySecretStore.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;
using Kind = Secrets::Kind;
using Manner = MemorySecretStore::Manner;

namespace {

QUrl dev()
{
    return QUrl(QStringLiteral("wss://example.com/dev"));
}

QUrl prod()
{
    return QUrl(QStringLiteral("wss://example.com/prod"));
}

QString secretText()
{
    return QStringLiteral("planted-secret");
}

} // namespace

/// Secrets over a store that has its manners.
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
    void answerALoadOnceInTime_data();
    void answerALoadOnceInTime();
    void forgetWhoHasGone();
    void theLastValueWins();
    void whatIsNewGoesBeforeWhatIsLoaded();
    void keepWhatWasNotLoaded();
    void takeNothingBackThatWasForgottenMeanwhile();
    void forgetAKind();
    void forgetAKindThatIsNotLoaded();
    void forgetAStage();
    void forgetAllThatWasEverKept();
    void stayInMemoryOnFailure();
    void theStoreThatWorksAgainHasAll();
    void whatCouldNotBeReadComesWhenTheStoreIsAwake();
    void aLockedStoreLosesNothing();
    void whatCouldNotBeErasedIsErasedAtTheNextStart();
    void askNoMoreIfNotWanted();
    void eraseAlsoWhereTheStoreIsNotWanted();
    void areNeverInTheSettings();
    void anEntryThatCanNotBeReadIsNone();

private:
    /// Ends the program and starts it again.
    void restart();
    void keep(const QUrl &stage, Kind kind, const char *secret);
    /// As soon as the store has nothing more to say.
    void settle() const;
    QString load(const QUrl &stage, Kind kind);
    QJsonObject entry(const QUrl &stage) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<MemorySecretStore> m_store;
    std::unique_ptr<Secrets> m_secrets;
};

void TestSecrets::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_store = std::make_unique<MemorySecretStore>();
    restart();
}

void TestSecrets::cleanup()
{
    m_secrets.reset();
    m_store.reset();
    m_clock.reset();
    m_settings.reset();
    m_directory.reset();
}

void TestSecrets::restart()
{
    m_secrets.reset();
    m_settings =
        std::make_unique<QSettings>(m_directory->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_secrets = std::make_unique<Secrets>(*m_clock, m_store.get(), *m_settings);
}

void TestSecrets::keep(const QUrl &stage, Kind kind, const char *secret)
{
    m_secrets->keep(stage, kind, QString::fromUtf8(secret));
}

void TestSecrets::settle() const
{
    QStringList before;
    do {
        before = m_store->calls;
        QCoreApplication::processEvents();
    } while (before != m_store->calls);
}

QString TestSecrets::load(const QUrl &stage, Kind kind)
{
    bool isLoaded = false;
    m_secrets->load(stage, this, [&isLoaded] { isLoaded = true; });
    if (!QTest::qWaitFor([&isLoaded] { return isLoaded; }))
        qFatal("load() did not call back");
    return m_secrets->of(stage, kind);
}

QJsonObject TestSecrets::entry(const QUrl &stage) const
{
    return QJsonDocument::fromJson(m_store->entries.value(stage.toString()).toUtf8()).object();
}

void TestSecrets::lastForThisRunWithoutAStore()
{
    Secrets secrets;
    const QSignalSpy changes(&secrets, &Secrets::changed);
    secrets.keep(dev(), Kind::Token, secretText());
    QCOMPARE(secrets.of(dev(), Kind::Token), secretText());
    QVERIFY(secrets.isLoaded(dev()));
    QVERIFY(!secrets.usesStore());
    secrets.forgetAll();
    QCOMPARE(secrets.of(dev(), Kind::Token), QString());
    QCOMPARE(changes.count(), 2);
}

void TestSecrets::areThereAtTheNextStart()
{
    keep(QUrl(QStringLiteral("wss://ann@example.com/dev?token=1")), Kind::Token, "tökén \"1\"");
    settle();
    restart();
    QVERIFY(!m_secrets->isLoaded(dev()));
    QVERIFY(m_secrets->has(dev(), Kind::Token));
    QVERIFY(!m_secrets->has(dev(), Kind::Password));
    QCOMPARE(m_secrets->of(dev(), Kind::Token), QString());
    QCOMPARE(load(dev(), Kind::Token), QStringLiteral("tökén \"1\""));
    QVERIFY(m_secrets->isLoaded(dev()));
    QCOMPARE(m_secrets->trouble(), QString());
}

void TestSecrets::haveOneEntryForAStage()
{
    keep(dev(), Kind::Token, "t");
    keep(dev(), Kind::Password, "p");
    keep(prod(), Kind::Headers, "h");
    settle();
    QCOMPARE(m_store->entries.size(), 2);
    QCOMPARE(entry(dev()), QJsonObject({{QStringLiteral("Token"), QStringLiteral("t")},
                                        {QStringLiteral("Password"), QStringLiteral("p")}}));
    restart();
    m_store->calls.clear();
    load(dev(), Kind::Token);
    QCOMPARE(load(dev(), Kind::Password), QStringLiteral("p"));
    QCOMPARE(m_store->calls, QStringList{QStringLiteral("read wss://example.com/dev")});
}

void TestSecrets::leaveTheStoreAloneWhereThereAreNone()
{
    QCOMPARE(load(dev(), Kind::Token), QString());
    m_secrets->forgetStage(dev());
    m_secrets->forget(dev(), Kind::Token);
    m_secrets->forgetAll();
    settle();
    QVERIFY(m_store->calls.isEmpty());
}

void TestSecrets::answerALoadOnceInTime_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::newRow("a store that answers") << Manner::Answers;
    QTest::newRow("a store that fails") << Manner::Fails;
    QTest::newRow("a locked store") << Manner::IsLocked;
    QTest::newRow("a store that never answers") << Manner::NeverAnswers;
}

void TestSecrets::answerALoadOnceInTime()
{
    QFETCH(const Manner, manner);
    keep(dev(), Kind::Token, "t");
    settle();
    restart();
    m_store->manner = manner;
    int calls = 0;
    m_secrets->load(dev(), this, [&calls] { ++calls; });
    m_secrets->load(dev(), this, [&calls] { ++calls; });
    QCOMPARE(calls, 0);
    settle();
    if (manner == Manner::NeverAnswers) {
        m_clock->advance(SecretStore::timeLimit - std::chrono::milliseconds(1));
        QCOMPARE(calls, 0);
        m_clock->advance(std::chrono::milliseconds(1));
    }
    QCOMPARE(calls, 2);
    m_clock->advance(SecretStore::timeLimit * 2);
    settle();
    QCOMPARE(calls, 2);
    QCOMPARE(m_secrets->of(dev(), Kind::Token).isEmpty(), manner != Manner::Answers);
    QVERIFY(m_secrets->has(dev(), Kind::Token));
}

void TestSecrets::forgetWhoHasGone()
{
    keep(dev(), Kind::Token, "t");
    settle();
    restart();
    auto context = std::make_unique<QObject>();
    m_secrets->load(dev(), context.get(), [] { QFAIL("There is nobody to tell."); });
    context.reset();
    settle();
    QCOMPARE(m_secrets->of(dev(), Kind::Token), QStringLiteral("t"));
}

void TestSecrets::theLastValueWins()
{
    for (const char *token : {"1", "2", "3", "4"})
        keep(dev(), Kind::Token, token);
    QCOMPARE(m_store->calls.size(), 1);
    settle();
    QCOMPARE(m_store->calls.size(), 2);
    QCOMPARE(entry(dev()).value(QStringLiteral("Token")).toString(), QStringLiteral("4"));
    keep(dev(), Kind::Token, "5");
    m_secrets->forget(dev(), Kind::Token);
    settle();
    QVERIFY(m_store->entries.isEmpty());
}

void TestSecrets::whatIsNewGoesBeforeWhatIsLoaded()
{
    keep(dev(), Kind::Token, "old");
    keep(dev(), Kind::Password, "p");
    settle();
    restart();
    m_secrets->load(dev(), this, [] {});
    keep(dev(), Kind::Token, "new");
    settle();
    QCOMPARE(m_secrets->of(dev(), Kind::Token), QStringLiteral("new"));
    QCOMPARE(m_secrets->of(dev(), Kind::Password), QStringLiteral("p"));
    QCOMPARE(entry(dev()).value(QStringLiteral("Token")).toString(), QStringLiteral("new"));
}

void TestSecrets::keepWhatWasNotLoaded()
{
    keep(dev(), Kind::Password, "p");
    settle();
    restart();
    keep(dev(), Kind::Token, "t");
    QVERIFY(m_secrets->has(dev(), Kind::Password));
    settle();
    QCOMPARE(entry(dev()).size(), 2);
    QCOMPARE(m_secrets->of(dev(), Kind::Password), QStringLiteral("p"));
}

void TestSecrets::takeNothingBackThatWasForgottenMeanwhile()
{
    keep(dev(), Kind::Token, "t");
    settle();
    restart();
    m_secrets->load(dev(), this, [] {});
    m_secrets->forgetStage(dev());
    settle();
    QCOMPARE(m_secrets->of(dev(), Kind::Token), QString());
    QVERIFY(!m_secrets->has(dev(), Kind::Token));
    QVERIFY(m_store->entries.isEmpty());
}

void TestSecrets::forgetAKind()
{
    keep(dev(), Kind::Token, "t");
    keep(dev(), Kind::Password, "p");
    const QSignalSpy changes(m_secrets.get(), &Secrets::changed);
    m_secrets->forget(dev(), Kind::Token);
    settle();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toUrl(), dev());
    QCOMPARE(changes.at(0).at(1).value<Kind>(), Kind::Token);
    QCOMPARE(entry(dev()).keys(), QStringList{QStringLiteral("Password")});
}

void TestSecrets::forgetAKindThatIsNotLoaded()
{
    keep(dev(), Kind::Token, "t");
    keep(dev(), Kind::Password, "p");
    settle();
    restart();
    m_secrets->forget(dev(), Kind::Token);
    QVERIFY(!m_secrets->has(dev(), Kind::Token));
    settle();
    QCOMPARE(entry(dev()).keys(), QStringList{QStringLiteral("Password")});
    restart();
    m_secrets->forget(dev(), Kind::Password);
    settle();
    QVERIFY(m_store->entries.isEmpty());
}

void TestSecrets::forgetAStage()
{
    keep(dev(), Kind::Token, "t");
    keep(prod(), Kind::Token, "t");
    settle();
    restart();
    m_secrets->forgetStage(dev());
    settle();
    QCOMPARE(m_store->entries.keys(), QStringList{prod().toString()});
}

void TestSecrets::forgetAllThatWasEverKept()
{
    keep(dev(), Kind::Token, "t");
    keep(prod(), Kind::Token, "t");
    settle();
    restart();
    load(prod(), Kind::Token);
    m_secrets->forgetAll();
    QVERIFY(!m_secrets->has(dev(), Kind::Token));
    settle();
    QVERIFY(m_store->entries.isEmpty());
    QVERIFY(m_settings->allKeys().isEmpty());
}

void TestSecrets::stayInMemoryOnFailure()
{
    m_store->manner = Manner::Fails;
    const QSignalSpy troubles(m_secrets.get(), &Secrets::troubleChanged);
    keep(dev(), Kind::Token, "t");
    keep(prod(), Kind::Token, "t");
    settle();
    QCOMPARE(m_secrets->of(dev(), Kind::Token), QStringLiteral("t"));
    QVERIFY(m_secrets->trouble().startsWith(QStringLiteral("The store is broken.")));
    QCOMPARE(troubles.count(), 1);
    // What is not there at the next start is known to be missing.
    restart();
    QVERIFY(m_secrets->has(dev(), Kind::Token));
    QCOMPARE(load(dev(), Kind::Token), QString());
}

void TestSecrets::theStoreThatWorksAgainHasAll()
{
    m_store->manner = Manner::Fails;
    keep(dev(), Kind::Token, "t");
    settle();
    m_store->manner = Manner::Answers;
    keep(prod(), Kind::Token, "t");
    settle();
    QCOMPARE(m_store->entries.size(), 2);
    QCOMPARE(m_secrets->trouble(), QString());
    m_store->manner = Manner::Fails;
    keep(dev(), Kind::Token, "t2");
    settle();
    m_secrets->tryAgain();
    settle();
    QVERIFY(!m_secrets->trouble().isEmpty());
    m_store->manner = Manner::Answers;
    m_secrets->tryAgain();
    settle();
    QCOMPARE(entry(dev()).value(QStringLiteral("Token")).toString(), QStringLiteral("t2"));
    QCOMPARE(m_secrets->trouble(), QString());
}

void TestSecrets::whatCouldNotBeReadComesWhenTheStoreIsAwake()
{
    keep(dev(), Kind::Token, "t");
    settle();
    restart();
    m_store->manner = Manner::Fails;
    QCOMPARE(load(dev(), Kind::Token), QString());
    const QSignalSpy changes(m_secrets.get(), &Secrets::changed);
    m_store->wake();
    settle();
    QCOMPARE(m_secrets->of(dev(), Kind::Token), QStringLiteral("t"));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_secrets->trouble(), QString());
}

void TestSecrets::aLockedStoreLosesNothing()
{
    keep(dev(), Kind::Password, "p");
    settle();
    restart();
    m_store->manner = Manner::IsLocked;
    QCOMPARE(load(dev(), Kind::Password), QString());
    QVERIFY(m_secrets->has(dev(), Kind::Password));
    keep(dev(), Kind::Token, "t");
    settle();
    QVERIFY(!m_secrets->trouble().isEmpty());
    m_store->manner = Manner::Answers;
    m_secrets->tryAgain();
    settle();
    QCOMPARE(entry(dev()).size(), 2);
    QCOMPARE(load(dev(), Kind::Password), QStringLiteral("p"));
}

void TestSecrets::whatCouldNotBeErasedIsErasedAtTheNextStart()
{
    keep(dev(), Kind::Token, "t");
    settle();
    m_store->manner = Manner::Fails;
    m_secrets->forgetAll();
    settle();
    QVERIFY(m_secrets->trouble().contains(QStringLiteral("still in the keychain")));
    QVERIFY(!m_secrets->has(dev(), Kind::Token));
    m_store->manner = Manner::Answers;
    restart();
    QVERIFY(!m_secrets->has(dev(), Kind::Token));
    settle();
    QVERIFY(m_store->entries.isEmpty());
    QVERIFY(m_settings->allKeys().isEmpty());
}

void TestSecrets::askNoMoreIfNotWanted()
{
    m_store->manner = Manner::Fails;
    keep(dev(), Kind::Token, "t");
    settle();
    m_secrets->setUsesStore(false);
    QCOMPARE(m_secrets->trouble(), QString());
    m_store->calls.clear();
    keep(dev(), Kind::Token, "t2");
    settle();
    restart();
    QVERIFY(!m_secrets->usesStore());
    QCOMPARE(load(dev(), Kind::Token), QString());
    keep(dev(), Kind::Token, "t3");
    settle();
    QVERIFY(m_store->calls.isEmpty());
    m_store->manner = Manner::Answers;
    m_secrets->setUsesStore(true);
    settle();
    QCOMPARE(entry(dev()).value(QStringLiteral("Token")).toString(), QStringLiteral("t3"));
}

void TestSecrets::eraseAlsoWhereTheStoreIsNotWanted()
{
    keep(dev(), Kind::Token, "t");
    keep(dev(), Kind::Password, "p");
    keep(prod(), Kind::Token, "t");
    settle();
    m_secrets->setUsesStore(false);
    restart();
    m_secrets->forget(dev(), Kind::Token);
    m_secrets->forgetStage(prod());
    settle();
    QCOMPARE(m_store->entries.keys(), QStringList{dev().toString()});
    QCOMPARE(entry(dev()).keys(), QStringList{QStringLiteral("Password")});
    m_store->manner = Manner::Fails;
    m_secrets->forgetAll();
    settle();
    QVERIFY(m_secrets->trouble().contains(QStringLiteral("still in the keychain")));
    m_secrets->setUsesStore(false);
    QCOMPARE(m_secrets->trouble(), QString());
}

void TestSecrets::areNeverInTheSettings()
{
    for (const Manner manner : {Manner::Answers, Manner::Fails, Manner::IsLocked}) {
        m_store->manner = manner;
        keep(QUrl(QStringLiteral("wss://planted-secret@example.com/dev?token=planted-secret")), Kind::Token,
             "planted-secret");
        settle();
    }
    m_settings->sync();
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("example.com"));
    QVERIFY(!written.contains("planted-secret"));
}

void TestSecrets::anEntryThatCanNotBeReadIsNone()
{
    keep(dev(), Kind::Token, "t");
    settle();
    restart();
    m_store->entries.insert(dev().toString(), QStringLiteral("no JSON"));
    QCOMPARE(load(dev(), Kind::Token), QString());
    QVERIFY(!m_secrets->has(dev(), Kind::Token));
    keep(dev(), Kind::Token, "t");
    settle();
    QCOMPARE(entry(dev()).size(), 1);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
