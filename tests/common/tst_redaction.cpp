// SPDX-License-Identifier: MIT
#include "common/Redaction.h"

#include <QTest>

using namespace Greenroom;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenAway_data();
    void secretsAreTakenAway();
};

void TestRedaction::secretsAreTakenAway_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("clean");
    const auto unchanged = [](const char *name, const char *address) {
        QTest::newRow(name) << address << address;
    };
    unchanged("a plain address", "wss://abc.execute-api.eu-west-1.amazonaws.com/dev");
    unchanged("a harmless query item", "wss://host/dev?room=7&lang=pt%20BR");
    unchanged("an item whose value says token", "wss://host/dev?room=token");
    unchanged("an item without a value", "wss://host/dev?debug");
    QTest::newRow("the token of the login page") << "wss://host/dev?Authorization=Bearer%20abc.def.ghi"
                                                 << "wss://host/dev";
    QTest::newRow("a token in any case of letters") << "wss://host/dev?TOKEN=x"
                                                    << "wss://host/dev";
    QTest::newRow("an access token between other items") << "wss://host/dev?room=7&access_token=x&lang=pt"
                                                         << "wss://host/dev?room=7&lang=pt";
    QTest::newRow("the signature of a signed address")
        << "wss://host/dev?X-Amz-Date=1&X-Amz-Signature=x&X-Amz-Security-Token=y&X-Amz-Credential=z"
        << "wss://host/dev?X-Amz-Date=1";
    QTest::newRow("an API key") << "wss://host/dev?x-api-key=k&key=k&apiKey=k"
                                << "wss://host/dev";
    QTest::newRow("a name with escapes") << "wss://host/dev?%74oken=x"
                                         << "wss://host/dev";
    QTest::newRow("a name with a plus sign for a space") << "wss://host/dev?my+token=x"
                                                         << "wss://host/dev";
    QTest::newRow("user name and password") << "wss://ana:pw@host:444/dev"
                                            << "wss://host:444/dev";
    QTest::newRow("two of the same name") << "wss://host/dev?token=a&token=b"
                                          << "wss://host/dev";
    QTest::newRow("a token after the number sign") << "wss://host/dev#access_token=x"
                                                   << "wss://host/dev";
}

void TestRedaction::secretsAreTakenAway()
{
    QFETCH(const QString, address);
    QFETCH(const QString, clean);
    const QUrl url(address);
    QCOMPARE(Redaction::withoutSecrets(url).toString(QUrl::FullyEncoded), clean);
    QCOMPARE(Redaction::hasSecrets(url), address != clean);
    QVERIFY(!Redaction::hasSecrets(Redaction::withoutSecrets(url)));
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
