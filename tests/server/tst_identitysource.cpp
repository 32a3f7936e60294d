// SPDX-License-Identifier: MIT
#include "authorizers/IdentitySource.h"

#include <QTest>

using namespace Greenroom;

namespace {

ProxyEvent newEvent()
{
    ProxyEvent event;
    event.type = ProxyEvent::Type::Connect;
    event.routeKey = QStringLiteral("$connect");
    event.stage = QStringLiteral("dev");
    event.connectionId = QStringLiteral("eHrdFcnvvHcCE-w=");
    event.requestId = QStringLiteral("eHrjDEuVPHcFWMg=");
    event.domainName = QStringLiteral("127.0.0.1:3001");
    event.sourceIp = QStringLiteral("192.0.2.1");
    event.connectedAt = WallTime(std::chrono::milliseconds(1'769'860'800'000));
    event.requestTime = WallTime(std::chrono::milliseconds(1'769'860'800'001));
    event.stageVariables.insert(QStringLiteral("colour"), QStringLiteral("green"));
    event.headers = {{"authorization", "one"}, {"X-Empty", ""}, {"AUTHORIZATION", "two"}};
    event.query =
        QStringLiteral("token=a%20b%26c&Token=other&twice=1&twice=2&empty=&bare&na%6De=%C3%A9&e=f=g");
    return event;
}

} // namespace

class TestIdentitySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreFound_data();
    void valuesAreFound();
    void whatIsNoSourceIsExplained_data();
    void whatIsNoSourceIsExplained();
};

void TestIdentitySource::valuesAreFound_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("value");
    QTest::newRow("a header in whatever case, the last of several") << "route.request.header.Authorization"
                                                                    << "two";
    QTest::newRow("an empty header") << "route.request.header.X-Empty"
                                     << "";
    QTest::newRow("a missing header") << "route.request.header.X-Other"
                                      << "";
    QTest::newRow("a query item with its escapes decoded") << "route.request.querystring.token"
                                                           << "a b&c";
    QTest::newRow("a query item in its own case") << "route.request.querystring.Token"
                                                  << "other";
    QTest::newRow("a query item in no case of its own") << "route.request.querystring.TOKEN"
                                                        << "";
    QTest::newRow("the last of several query items") << "route.request.querystring.twice"
                                                     << "2";
    QTest::newRow("an empty query item") << "route.request.querystring.empty"
                                         << "";
    QTest::newRow("a query item without a sign") << "route.request.querystring.bare"
                                                 << "";
    QTest::newRow("a query item with an escaped name") << "route.request.querystring.name"
                                                       << "é";
    QTest::newRow("a query item with two signs") << "route.request.querystring.e"
                                                 << "f=g";
    QTest::newRow("a missing query item") << "route.request.querystring.other"
                                          << "";
    QTest::newRow("a stage variable") << "stageVariables.colour"
                                      << "green";
    QTest::newRow("a missing stage variable") << "stageVariables.Colour"
                                              << "";
    QTest::newRow("the source address") << "context.identity.sourceIp"
                                        << "192.0.2.1";
    QTest::newRow("a missing user agent") << "context.identity.userAgent"
                                          << "";
    QTest::newRow("the connection's id") << "context.connectionId"
                                         << "eHrdFcnvvHcCE-w=";
    QTest::newRow("the request's id") << "context.requestId"
                                      << "eHrjDEuVPHcFWMg=";
    QTest::newRow("the request's other id") << "context.extendedRequestId"
                                            << "eHrjDEuVPHcFWMg=";
    QTest::newRow("the time of the request") << "context.requestTimeEpoch"
                                             << "1769860800001";
    QTest::newRow("the time of the connection") << "context.connectedAt"
                                                << "1769860800000";
    QTest::newRow("the domain") << "context.domainName"
                                << "127.0.0.1:3001";
    QTest::newRow("the route") << "context.routeKey"
                               << "$connect";
    QTest::newRow("the kind of event") << "context.eventType"
                                       << "CONNECT";
    QTest::newRow("the stage") << "context.stage"
                               << "dev";
    QTest::newRow("the API") << "context.apiId"
                             << "greenroom1";
}

void TestIdentitySource::valuesAreFound()
{
    QFETCH(const QString, source);
    const auto parsed = IdentitySource::parse(source);
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QTEST(parsed->value(newEvent()), "value");
}

void TestIdentitySource::whatIsNoSourceIsExplained_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << ""
                             << "“” is none";
    QTest::newRow("a header without a name") << "route.request.header."
                                             << "“route.request.header.” is none";
    QTest::newRow("the form of HTTP APIs") << "$request.header.Auth"
                                           << "“$request.header.Auth” is none";
    QTest::newRow("the form of REST APIs") << "method.request.header.Auth"
                                           << "“method.request.header.Auth” is none";
    QTest::newRow("an unknown member of the context")
        << "context.authorizer"
        << "there is no “authorizer” in the context of $connect";
}

void TestIdentitySource::whatIsNoSourceIsExplained()
{
    QFETCH(const QString, source);
    const auto parsed = IdentitySource::parse(source);
    QVERIFY(!parsed.has_value());
    QTEST(parsed.error().message, "message");
}

QTEST_APPLESS_MAIN(TestIdentitySource)
#include "tst_identitysource.moc"
