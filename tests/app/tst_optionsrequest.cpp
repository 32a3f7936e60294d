// SPDX-License-Identifier: MIT
#include "secrets/Secrets.h"
#include "stages/OptionSecrets.h"
#include "stages/OptionsRequest.h"
#include "stages/SavedStages.h"
#include "support/SampleOptions.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

Q_DECLARE_METATYPE(Greenroom::ProxyChoice)

/// What a stage's options make of an attempt to connect.
class TestOptionsRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void addsWhatIsSet();
    void leavesOutSecretsThatAreNotKnown();
    void leavesOutWhatNoHeaderMayHave();
    void keepsTheAddressAsItWasTyped_data();
    void keepsTheAddressAsItWasTyped();
    void takesSecretsOfTheStage();
    void takesThePassphraseAndTheLogin();
    void tellsNoOtherProxyThePassword_data();
    void tellsNoOtherProxyThePassword();
    void readsSecretsThatAreDamaged_data();
    void readsSecretsThatAreDamaged();
};

void TestOptionsRequest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TestOptionsRequest::addsWhatIsSet()
{
    ConnectRequest request{QUrl(QStringLiteral("wss://example.com/dev"))};
    request.headers = {{"X-Before", "1"}};
    const OptionSecrets secrets{{{QStringLiteral("authorization"), QStringLiteral("Bearer abc")},
                                 {QStringLiteral("x-own"), QStringLiteral("mine")}},
                                {{QStringLiteral("pin"), QStringLiteral("12#4")}}};
    OptionsRequest::add(request, sampleOptions(), secrets);
    const QList<HeaderLine> headers{{"X-Before", "1"},
                                    {"X-Tenant", "blue; \"quoted\", 100%"},
                                    {"Authorization", "Bearer abc"},
                                    {"X-Own", "mine"}};
    QCOMPARE(request.headers, headers);
    QCOMPARE(request.address.toEncoded(),
             QByteArray("wss://example.com/dev?room=%C3%A4%20%26%20b%3Dc&empty=&pin=12%234"));
    QCOMPARE(request.subprotocols, sampleOptions().subprotocols);
    QVERIFY(request.tls == sampleOptions().tls);
    QVERIFY(request.proxy == sampleOptions().proxy);
}

void TestOptionsRequest::leavesOutSecretsThatAreNotKnown()
{
    ConnectRequest request{QUrl(QStringLiteral("wss://example.com/dev"))};
    OptionsRequest::add(request, sampleOptions(), {});
    QCOMPARE(request.headers.size(), 1);
    QVERIFY(!request.address.query().contains(QStringLiteral("pin")));
}

void TestOptionsRequest::leavesOutWhatNoHeaderMayHave()
{
    StageOptions options;
    options.headers = {{"Host", "evil.example"}, {"X-A", "a\r\nHost: b"}, {"Cookie", {}}, {"X-B", "b"}};
    ConnectRequest request{QUrl(QStringLiteral("wss://example.com/dev"))};
    OptionsRequest::add(request, options,
                        {{{QStringLiteral("cookie"), QStringLiteral("a\nUpgrade: b")}}, {}});
    QCOMPARE(request.headers, QList<HeaderLine>({{"X-B", "b"}}));
}

void TestOptionsRequest::keepsTheAddressAsItWasTyped_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("requested");

    QTest::newRow("without a query") << QByteArray("wss://example.com/dev")
                                     << QByteArray("wss://example.com/dev?a=1");
    QTest::newRow("with one") << QByteArray("wss://example.com/dev?x=%26y&z")
                              << QByteArray("wss://example.com/dev?x=%26y&z&a=1");
    QTest::newRow("with a plus and a blank")
        << QByteArray("wss://example.com/dev?x=a+b%20c") << QByteArray("wss://example.com/dev?x=a+b%20c&a=1");
    QTest::newRow("with a secret") << QByteArray("wss://me:pw@example.com/dev?token=t")
                                   << QByteArray("wss://me:pw@example.com/dev?token=t&a=1");
}

void TestOptionsRequest::keepsTheAddressAsItWasTyped()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, requested);
    StageOptions options;
    ConnectRequest request{QUrl::fromEncoded(typed)};
    OptionsRequest::add(request, options, {});
    QCOMPARE(request.address.toEncoded(), typed);
    options.queryItems = {{QStringLiteral("a"), QStringLiteral("1")}};
    OptionsRequest::add(request, options, {});
    QCOMPARE(request.address.toEncoded(), requested);
}

void TestOptionsRequest::takesSecretsOfTheStage()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("greenroom.ini")), QSettings::IniFormat);
    SavedStages stages(settings);
    Secrets secrets(nullptr);
    ConnectRequests requests;
    requests.add(OptionsRequest::part(stages, secrets));
    const QUrl stage(QStringLiteral("wss://example.com/dev"));
    stages.save(stage);
    StageOptions options;
    options.headers = {{"Authorization", {}}};
    stages.setOptions(stage, options);
    const OptionSecrets values{{{QStringLiteral("authorization"), QStringLiteral("abc")}}, {}};
    secrets.keep(stage, Secrets::Kind::Headers, values.toJson());
    const QUrl typed(QStringLiteral("wss://example.com/dev?token=t"));
    QCOMPARE(requests.requestFor(typed).headers, QList<HeaderLine>({{"Authorization", "abc"}}));
    QVERIFY(requests.requestFor(QUrl(QStringLiteral("wss://example.com/prod"))).headers.isEmpty());
}

void TestOptionsRequest::takesThePassphraseAndTheLogin()
{
    const ProxyLogin ann{QStringLiteral("ann"), QStringLiteral("pass: wörd")};
    OptionSecrets secrets;
    secrets.keyPassphrase = QStringLiteral("open sesame");
    secrets.setLogin(sampleOptions().proxy, ann);
    const auto kept = OptionSecrets::fromJson(secrets.toJson());
    ConnectRequest request{QUrl(QStringLiteral("wss://example.com/dev"))};
    OptionsRequest::add(request, sampleOptions(), kept);
    QCOMPARE(request.keyPassphrase, QStringLiteral("open sesame"));
    QCOMPARE(request.proxyLogin, ann);
}

void TestOptionsRequest::tellsNoOtherProxyThePassword_data()
{
    QTest::addColumn<ProxyChoice>("proxy");

    const QString host = QStringLiteral("proxy.example.com");
    using Kind = ProxyChoice::Kind;
    QTest::newRow("another host") << ProxyChoice{Kind::Manual, QStringLiteral("evil.example"), 3128};
    QTest::newRow("another port") << ProxyChoice{Kind::Manual, host, 3129};
    QTest::newRow("the system's") << ProxyChoice{Kind::System, host, 3128};
    QTest::newRow("none") << ProxyChoice{Kind::None, host, 3128};
}

void TestOptionsRequest::tellsNoOtherProxyThePassword()
{
    QFETCH(const ProxyChoice, proxy);
    OptionSecrets secrets;
    secrets.setLogin(sampleOptions().proxy, {QStringLiteral("ann"), QStringLiteral("pw")});
    StageOptions options;
    options.proxy = proxy;
    ConnectRequest request{QUrl(QStringLiteral("wss://example.com/dev"))};
    OptionsRequest::add(request, options, secrets);
    QCOMPARE(request.proxyLogin, ProxyLogin());
}

void TestOptionsRequest::readsSecretsThatAreDamaged_data()
{
    QTest::addColumn<QString>("json");

    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << QStringLiteral("{{{");
    QTest::newRow("a list") << QStringLiteral("[1]");
    QTest::newRow("numbers") << QStringLiteral(R"({"headers":{"a":1},"queryItems":7})");
    QTest::newRow("other things") << QStringLiteral(R"({"keyPassphrase":[1],"proxy":"ann"})");
    QTest::newRow("a password of nobody") << QStringLiteral(R"({"proxy":{"password":"x"}})");
}

void TestOptionsRequest::readsSecretsThatAreDamaged()
{
    QFETCH(QString, json);
    QCOMPARE(OptionSecrets::fromJson(json).toJson(), QString());
}

QTEST_GUILESS_MAIN(TestOptionsRequest)
#include "tst_optionsrequest.moc"
