// SPDX-License-Identifier: MIT
#include "gateway/HttpHead.h"
#include "gateway/ManagementCall.h"

#include <QTest>

using namespace Greenroom;

namespace {

HttpHead request(const QByteArray &line, const QByteArray &headers = {})
{
    return HttpHead::parse(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n").value();
}

} // namespace

/// Which requests are calls to the management API, and what they ask for.
class TestManagementCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAreTakenApart_data();
    void callsAreTakenApart();
    void otherRequestsAreNoCalls_data();
    void otherRequestsAreNoCalls();
    void signaturesAreSeen_data();
    void signaturesAreSeen();
};

void TestManagementCall::callsAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ManagementCall::Method>("method");
    QTest::addColumn<QString>("connectionId");
    using Method = ManagementCall::Method;
    const QString id = QStringLiteral("eHrdFcnvvHcCE-w=");
    QTest::newRow("a post") << QByteArray("POST /dev/@connections/eHrdFcnvvHcCE-w=") << Method::Post << id;
    QTest::newRow("a get") << QByteArray("GET /dev/@connections/eHrdFcnvvHcCE-w=") << Method::Get << id;
    QTest::newRow("a delete") << QByteArray("DELETE /dev/@connections/eHrdFcnvvHcCE-w=") << Method::Delete
                              << id;
    QTest::newRow("an escaped path") << QByteArray("POST /dev/%40connections/eHrdFcnvvHcCE-w%3D")
                                     << Method::Post << id;
    QTest::newRow("an escaped path in lower case")
        << QByteArray("POST /%64ev/%40connections/eHrdFcnvvHcCE-w%3d") << Method::Post << id;
    QTest::newRow("a query") << QByteArray("GET /dev/@connections/eHrdFcnvvHcCE-w=?a=/b") << Method::Get
                             << id;
    QTest::newRow("something that is no id")
        << QByteArray("GET /dev/@connections/bot_1%2F%20") << Method::Get << "bot_1/ ";
}

void TestManagementCall::callsAreTakenApart()
{
    QFETCH(const QByteArray, line);
    const auto call = ManagementCall::from(request(line));
    QVERIFY(call.has_value());
    QTEST(call->method, "method");
    QTEST(call->connectionId, "connectionId");
    QCOMPARE(call->stage, QStringLiteral("dev"));
    QVERIFY(!call->isSigned);
}

void TestManagementCall::otherRequestsAreNoCalls_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("headers");
    const auto other = [](const char *name, const QByteArray &line, const QByteArray &headers = {}) {
        QTest::newRow(name) << line << headers;
    };
    other("no stage", "POST /@connections/eHrdFcnvvHcCE-w=");
    other("an empty stage", "POST //@connections/eHrdFcnvvHcCE-w=");
    other("a doubled stage", "POST /dev/dev/@connections/eHrdFcnvvHcCE-w=");
    other("no id", "POST /dev/@connections");
    other("an empty id", "POST /dev/@connections/");
    other("more behind the id", "POST /dev/@connections/eHrdFcnvvHcCE-w=/more");
    other("another resource", "POST /dev/connections/eHrdFcnvvHcCE-w=");
    other("an escaped slash for a slash", "POST /dev%2F@connections/eHrdFcnvvHcCE-w=");
    other("another method", "PUT /dev/@connections/eHrdFcnvvHcCE-w=");
    other("a method in lower case", "post /dev/@connections/eHrdFcnvvHcCE-w=");
    other("a stage", "GET /dev");
    other("a WebSocket",
          "GET /dev/@connections/eHrdFcnvvHcCE-w=", "Upgrade: websocket\r\nConnection: Upgrade\r\n");
}

void TestManagementCall::otherRequestsAreNoCalls()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, headers);
    QVERIFY(!ManagementCall::from(request(line, headers)).has_value());
}

void TestManagementCall::signaturesAreSeen_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("isSigned");
    QTest::newRow("in the header") << QByteArray()
                                   << QByteArray("Authorization: AWS4-HMAC-SHA256 Credential=a/b, "
                                                 "SignedHeaders=host, Signature=0\r\n")
                                   << true;
    QTest::newRow("in the query") << QByteArray("?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0")
                                  << QByteArray() << true;
    QTest::newRow("nowhere") << QByteArray() << QByteArray() << false;
    QTest::newRow("another scheme") << QByteArray()
                                    << QByteArray("Authorization: Bearer AWS4-HMAC-SHA256\r\n") << false;
    QTest::newRow("in the value of something else")
        << QByteArray("?a=X-Amz-Signature=0") << QByteArray() << false;
}

void TestManagementCall::signaturesAreSeen()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, headers);
    const auto call =
        ManagementCall::from(request("GET /dev/@connections/eHrdFcnvvHcCE-w=" + query, headers));
    QVERIFY(call.has_value());
    QTEST(call->isSigned, "isSigned");
}

QTEST_APPLESS_MAIN(TestManagementCall)
#include "tst_managementcall.moc"
