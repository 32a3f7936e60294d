// SPDX-License-Identifier: MIT
#include "common/Redaction.h"
#include "secrets/AddressSecrets.h"
#include "secrets/Secrets.h"

#include <QTest>

using namespace Greenroom;

/// Addresses taken apart and put together again.
class TestAddressSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsWhatItHasSplit_data();
    void joinsWhatItHasSplit();
    void takesNothingOutOfAPlainAddress();
    void leavesNewQueryItemsInPlace();
    void changesNothingWithAnUnreadablePart_data();
    void changesNothingWithAnUnreadablePart();
    void goesIntoEachAttempt();
    void anAddressWithASecretOfItsOwnStaysAsItIs();
};

void TestAddressSecrets::joinsWhatItHasSplit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const char *typed, const char *clean) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(clean);
    };
    row("a token", "wss://example.com/dev?token=abc", "wss://example.com/dev");
    row("a bearer token", "wss://example.com/dev?Authorization=Bearer%20a.b.c", "wss://example.com/dev");
    row("user and password", "wss://ann:s3cret@example.com:8443/dev", "wss://example.com:8443/dev");
    row("a user alone", "wss://ann@example.com/dev", "wss://example.com/dev");
    row("signs in a password", "wss://ann:%40%3A%2F%25@example.com/dev", "wss://example.com/dev");
    row("letters beyond ASCII", "wss://jos%C3%A9:p%C3%A4ss@example.com/dev?key=%C3%A9",
        "wss://example.com/dev");
    row("a secret in the middle", "wss://example.com/dev?a=1&token=x&b=2", "wss://example.com/dev?a=1&b=2");
    row("secrets around", "wss://example.com/dev?sig=1&a=1&token=x", "wss://example.com/dev?a=1");
    row("one name twice", "wss://example.com/dev?token=1&a=1&token=2", "wss://example.com/dev?a=1");
    row("an item without a value", "wss://example.com/dev?flag&token=x", "wss://example.com/dev?flag");
    row("a secret without a value", "wss://example.com/dev?token&a=1", "wss://example.com/dev?a=1");
    row("an equals sign in a secret", "wss://example.com/dev?key=a=b==", "wss://example.com/dev");
    row("escapes that stay", "wss://example.com/dev?a=%26%3D%2B+&pwd=%26",
        "wss://example.com/dev?a=%26%3D%2B+");
    row("all at once", "wss://u:p@example.com/a%20b/c?x=%20&X-Api-Key=k&y=2",
        "wss://example.com/a%20b/c?x=%20&y=2");
}

void TestAddressSecrets::joinsWhatItHasSplit()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, clean);
    const AddressSecrets::Split split = AddressSecrets::split(QUrl(typed));
    QCOMPARE(split.address.toString(QUrl::FullyEncoded), clean);
    QVERIFY(!Redaction::hasSecrets(split.address));
    QVERIFY(!split.part.isEmpty());
    const QUrl joined = AddressSecrets::joined(split.address, split.part);
    QCOMPARE(joined.toString(QUrl::FullyEncoded), typed);
    // What is kept of the address in the settings is read again at the next start.
    const QUrl again(split.address.toString(QUrl::FullyEncoded));
    QCOMPARE(AddressSecrets::joined(again, split.part).toString(QUrl::FullyEncoded), typed);
}

void TestAddressSecrets::takesNothingOutOfAPlainAddress()
{
    const QUrl plain(QStringLiteral("wss://example.com/dev?room=1"));
    const AddressSecrets::Split split = AddressSecrets::split(plain);
    QCOMPARE(split.address, plain);
    QCOMPARE(split.part, QString());
    QCOMPARE(AddressSecrets::joined(plain, {}), plain);
}

void TestAddressSecrets::leavesNewQueryItemsInPlace()
{
    const AddressSecrets::Split split =
        AddressSecrets::split(QUrl(QStringLiteral("wss://example.com/dev?a=1&token=x")));
    QCOMPARE(AddressSecrets::joined(QUrl(QStringLiteral("wss://example.com/dev?a=1&new=2")), split.part),
             QUrl(QStringLiteral("wss://example.com/dev?a=1&token=x&new=2")));
    QCOMPARE(AddressSecrets::joined(QUrl(QStringLiteral("wss://example.com/dev")), split.part),
             QUrl(QStringLiteral("wss://example.com/dev?token=x")));
}

void TestAddressSecrets::changesNothingWithAnUnreadablePart_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("no JSON") << QStringLiteral("token=x");
    QTest::newRow("a list") << QStringLiteral("[1, 2]");
    QTest::newRow("other keys") << QStringLiteral(R"({"token":"x"})");
}

void TestAddressSecrets::changesNothingWithAnUnreadablePart()
{
    QFETCH(const QString, part);
    const QUrl address(QStringLiteral("wss://example.com/dev?a=1"));
    QCOMPARE(AddressSecrets::joined(address, part), address);
}

void TestAddressSecrets::goesIntoEachAttempt()
{
    Secrets secrets;
    ConnectRequests requests;
    requests.add(AddressSecrets::part(secrets));
    const QUrl stage(QStringLiteral("wss://example.com/dev"));
    QCOMPARE(requests.requestFor(stage).address, stage);
    for (const char *typed : {"wss://example.com/dev?token=1", "wss://ann:2@example.com/dev"}) {
        const QUrl whole(QString::fromLatin1(typed));
        secrets.keep(stage, Secrets::Kind::AddressPart, AddressSecrets::split(whole).part);
        QCOMPARE(requests.requestFor(stage).address, whole);
    }
}

void TestAddressSecrets::anAddressWithASecretOfItsOwnStaysAsItIs()
{
    Secrets secrets;
    ConnectRequests requests;
    requests.add(AddressSecrets::part(secrets));
    const QUrl kept(QStringLiteral("wss://example.com/dev?token=1"));
    const QUrl own(QStringLiteral("wss://example.com/dev?token=2"));
    secrets.keep(kept, Secrets::Kind::AddressPart, AddressSecrets::split(kept).part);
    QCOMPARE(requests.requestFor(own).address, own);
}

QTEST_GUILESS_MAIN(TestAddressSecrets)
#include "tst_addresssecrets.moc"
