// SPDX-License-Identifier: MIT
#include "gateway/GatewayFrames.h"

#include <QTest>

using namespace Greenroom;

class TestGatewayFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreThoseOfRealStages();
};

void TestGatewayFrames::bytesAreThoseOfRealStages()
{
    const QString connection = QStringLiteral("eHrdFcnvvHcCE-w=");
    const QString request = QStringLiteral("eHrjDEuVPHcFWMg=");
    QCOMPARE(GatewayFrames::forbidden(connection, request),
             QByteArray(R"({"message": "Forbidden", "connectionId":"eHrdFcnvvHcCE-w=", )"
                        R"("requestId":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(GatewayFrames::internalServerError(connection, request),
             QByteArray(R"({"message": "Internal server error", "connectionId":"eHrdFcnvvHcCE-w=", )"
                        R"("requestId":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(GatewayFrames::endpointRequestTimedOut(connection, request),
             QByteArray(R"({"message": "Endpoint request timed out", "connectionId":"eHrdFcnvvHcCE-w=", )"
                        R"("requestId":"eHrjDEuVPHcFWMg="})"));
    QCOMPARE(GatewayFrames::tooManyRequests(connection, request),
             QByteArray(R"({"message": "Too Many Requests", "connectionId":"eHrdFcnvvHcCE-w=", )"
                        R"("requestId":"eHrjDEuVPHcFWMg="})"));
}

QTEST_APPLESS_MAIN(TestGatewayFrames)
#include "tst_gatewayframes.moc"
