// SPDX-License-Identifier: MIT
#include "stages/AddressFile.h"
#include "support/SignInBench.h"

#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;
using Bench = Test::SignInBench;
using Kind = Secrets::Kind;

/// A password that is remembered goes where it was accepted, and nowhere else.
class TestSignInRemembered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void goesNowhereElseAfterAnImport_data();
    void goesNowhereElseAfterAnImport();
    void isOfUseAgainWhereItWasAccepted();
    void isNotSentIfNobodyKnowsWhatItIsFor_data();
    void isNotSentIfNobodyKnowsWhatItIsFor();

private:
    void import(const QUrl &authUrl, const QString &userId) const;
    /// Lets the token come to its end, and tells whether somebody was asked for another one.
    bool isRenewed() const;

    std::unique_ptr<Bench> m_bench;
};

void TestSignInRemembered::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_bench = std::make_unique<Bench>();
    m_bench->savedStages.save(m_bench->stage);
    m_bench->server.grant(m_bench->token(1h));
    QVERIFY(m_bench->run(m_bench->form(Bench::Password::Remembered)));
}

void TestSignInRemembered::import(const QUrl &authUrl, const QString &userId) const
{
    SavedStage stage{m_bench->stage};
    stage.options.signIn = {authUrl, userId, SignInChoice::TokenPlace::QueryItem, true};
    const Result<AddressFile::Contents> contents = AddressFile::fromJson(AddressFile::toJson({stage}));
    QVERIFY(contents && contents->stages.size() == 1);
    QVERIFY(m_bench->savedStages.put(contents->stages));
}

bool TestSignInRemembered::isRenewed() const
{
    m_bench->clock.advance(55min);
    return m_bench->signIn().state() == SignIn::State::SigningIn;
}

void TestSignInRemembered::goesNowhereElseAfterAnImport_data()
{
    QTest::addColumn<bool>("isElsewhere");
    QTest::addColumn<QString>("userId");
    QTest::newRow("of another Auth API") << true << QStringLiteral("ann");
    QTest::newRow("of another user ID") << false << QStringLiteral("ben");
    QTest::newRow("of both") << true << QStringLiteral("ben");
}

void TestSignInRemembered::goesNowhereElseAfterAnImport()
{
    QFETCH(const bool, isElsewhere);
    QFETCH(const QString, userId);
    const Test::AuthServer stranger;
    import(isElsewhere ? stranger.url() : m_bench->server.url(), userId);
    QVERIFY(!m_bench->signIn().remembersPassword());
    QVERIFY(!isRenewed());
    m_bench->restart();
    bool isKnown = false;
    QObject context;
    m_bench->signIn().whenKnown(&context, [&isKnown] { isKnown = true; });
    QTRY_VERIFY(isKnown);
    QVERIFY(!isRenewed());
    QVERIFY(stranger.requests().isEmpty());
    QCOMPARE(m_bench->server.requests().size(), 1);
}

void TestSignInRemembered::isOfUseAgainWhereItWasAccepted()
{
    import(QUrl(QStringLiteral("https://example.com/else")), QStringLiteral("ann"));
    import(m_bench->server.url(), QStringLiteral("ann"));
    m_bench->restart();
    QVERIFY(m_bench->signIn().remembersPassword());
    QVERIFY(isRenewed());
    QTRY_COMPARE(m_bench->server.requests().size(), 2);
    QCOMPARE(m_bench->server.requests().at(1).json().value(QStringLiteral("password")).toString(),
             QStringLiteral("planted"));
}

void TestSignInRemembered::isNotSentIfNobodyKnowsWhatItIsFor_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("as it was kept formerly") << QStringLiteral("planted");
    QTest::newRow("an object without an Auth API") << QStringLiteral(R"({"password":"planted"})");
    QTest::newRow("a list") << QStringLiteral(R"(["planted"])");
}

void TestSignInRemembered::isNotSentIfNobodyKnowsWhatItIsFor()
{
    QFETCH(const QString, secret);
    m_bench->secrets.keep(m_bench->stage, Kind::Password, secret);
    QVERIFY(!m_bench->signIn().remembersPassword());
    QVERIFY(!isRenewed());
    QCOMPARE(m_bench->server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestSignInRemembered)
#include "tst_signin_remembered.moc"
