// SPDX-License-Identifier: MIT
#include "common/Ids.h"
#include "support/FakeClock.h"

#include <QRegularExpression>
#include <QTest>
#include <QUuid>
#include <QtEndian>

using namespace Greenroom;

namespace {

QByteArray decoded(const QString &id)
{
    return QByteArray::fromBase64(id.toLatin1(), QByteArray::Base64UrlEncoding);
}

/// The first 30 bits.
quint32 stampOf(const QString &id)
{
    return qFromBigEndian<quint32>(decoded(id).constData()) >> 2;
}

} // namespace

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stampIsThatOfAws_data();
    void stampIsThatOfAws();
    void kindIsInByteEight();
    void idsHaveTheFormOfAws();
    void idsOfOneMomentDiffer();
    void messageIdEndsLikeItsConnection();
    void uuidIsVersionFourInLowerCase();
    void formIsChecked_data();
    void formIsChecked();
};

void TestIds::stampIsThatOfAws_data()
{
    QTest::addColumn<qint64>("epochMilliseconds");
    QTest::addColumn<quint32>("stamp");
    constexpr qint64 epoch = 11'526'249'200;
    constexpr qint64 period = (qint64(1) << 29) - 1;
    QTest::newRow("the epoch is zero") << epoch << 0U;
    QTest::newRow("a tenth of a second later is one") << epoch + 100 << 1U;
    QTest::newRow("99 milliseconds later is still zero") << epoch + 99 << 0U;
    QTest::newRow("before the period ends it is at its largest")
        << epoch + period * 100 - 1 << quint32(period - 1);
    QTest::newRow("when the period ends it is zero again") << epoch + period * 100 << 0U;
    // floor(1708326702790 / 100) - 115262492 = 16968004535, less 31 periods.
    QTest::newRow("a moment of February 2024")
        << qint64(1'708'326'702'790) << quint32(16'968'004'535 - 31 * period);
}

void TestIds::stampIsThatOfAws()
{
    QFETCH(const qint64, epochMilliseconds);
    QFETCH(const quint32, stamp);
    const Test::FakeClock clock{WallTime{std::chrono::milliseconds(epochMilliseconds)}};
    IdMint mint(clock);
    QCOMPARE(stampOf(mint.connectionId()), stamp);
    QCOMPARE(stampOf(mint.requestId()), stamp);
}

void TestIds::kindIsInByteEight()
{
    const Test::FakeClock clock;
    IdMint mint(clock, [] { return 0xffffffffU; });
    QCOMPARE(decoded(QStringLiteral("eHrdFcnvvHcCE-w=")).at(8), char(2));
    QCOMPARE(decoded(mint.connectionId()).at(8), char(2));
    QCOMPARE(decoded(mint.requestId()).at(8), char(5));
}

void TestIds::idsHaveTheFormOfAws()
{
    const Test::FakeClock clock;
    IdMint mint(clock);
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{15}=$"));
    for (const QString &id : {mint.connectionId(), mint.requestId(), mint.messageId(mint.connectionId())})
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
}

void TestIds::idsOfOneMomentDiffer()
{
    const Test::FakeClock clock;
    IdMint mint(clock);
    QSet<QString> ids;
    for (int count = 0; count < 1000; ++count)
        ids.insert(mint.connectionId());
    QCOMPARE(ids.size(), 1000);
}

void TestIds::messageIdEndsLikeItsConnection()
{
    const Test::FakeClock clock;
    IdMint mint(clock);
    const QString connection = QStringLiteral("eHrdFcnvvHcCE-w=");
    QCOMPARE(decoded(mint.messageId(connection)).sliced(8), decoded(connection).sliced(8));
}

void TestIds::uuidIsVersionFourInLowerCase()
{
    const Test::FakeClock clock;
    IdMint mint(clock);
    const QString uuid = mint.uuid();
    QCOMPARE(uuid.size(), 36);
    QCOMPARE(uuid, uuid.toLower());
    QCOMPARE(QUuid(uuid).version(), QUuid::Random);
    QCOMPARE(QUuid(uuid).variant(), QUuid::DCE);
    QVERIFY(mint.uuid() != uuid);
}

void TestIds::formIsChecked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isConnectionId");
    QTest::newRow("a captured id") << "eHrdFcnvvHcCE-w=" << true;
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("one character short") << "eHrdFcnvvHcCE-=" << false;
    QTest::newRow("one character more") << "eHrdFcnvvHcCE-ww=" << false;
    QTest::newRow("without its padding") << "eHrdFcnvvHcCE-ww" << false;
    QTest::newRow("padding inside") << "WDGT8fY4joECJr=t" << false;
    QTest::newRow("a character of plain base64") << "eHrdFcnvvHcCE+w=" << false;
    QTest::newRow("a letter that is not ASCII") << QStringLiteral("éHrdFcnvvHcCE-w=") << false;
    QTest::newRow("a UUID") << "b06fb0fb-2f0f-4b5c-9d1c-8f3c7e4d5a6b" << false;
}

void TestIds::formIsChecked()
{
    QFETCH(const QString, id);
    QTEST(IdMint::isConnectionId(id), "isConnectionId");
}

QTEST_APPLESS_MAIN(TestIds)
#include "tst_ids.moc"
