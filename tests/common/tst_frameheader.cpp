// SPDX-License-Identifier: MIT
#include "common/FrameHeader.h"

#include <QTest>

using namespace Greenroom;

/// Headers as section 5.2 of RFC 6455 lays them out, and the examples of its section 5.7.
class TestFrameHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAreReadAndWritten_data();
    void headersAreReadAndWritten();
    void everyByteOfAHeaderIsAwaited();
    void wastefulLengthsAreNoticed_data();
    void wastefulLengthsAreNoticed();
    void reservedBitsAreKept();
    void maskingIsItsOwnInverse();
};

void TestFrameHeader::headersAreReadAndWritten_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<quint64>("payloadSize");
    QTest::addColumn<quint32>("mask");
    QTest::newRow("an unmasked text") << QByteArray("8105") << 1 << true << quint64(5) << 0U;
    QTest::newRow("a masked text") << QByteArray("818537fa213d") << 1 << true << quint64(5) << 0x37fa213dU;
    QTest::newRow("a first fragment") << QByteArray("0103") << 1 << false << quint64(3) << 0U;
    QTest::newRow("a last fragment") << QByteArray("8002") << 0 << true << quint64(2) << 0U;
    QTest::newRow("an empty ping") << QByteArray("8900") << 9 << true << quint64(0) << 0U;
    QTest::newRow("the largest length in a byte") << QByteArray("827d") << 2 << true << quint64(125) << 0U;
    QTest::newRow("a length in 16 bits") << QByteArray("827e0100") << 2 << true << quint64(256) << 0U;
    QTest::newRow("the largest of them") << QByteArray("817effff") << 1 << true << quint64(65'535) << 0U;
    QTest::newRow("a length in 64 bits")
        << QByteArray("82ff000000000001000000000001") << 2 << true << quint64(65'536) << 1U;
}

void TestFrameHeader::headersAreReadAndWritten()
{
    QFETCH(const QByteArray, hex);
    QFETCH(const int, opcode);
    QFETCH(const bool, isFinal);
    QFETCH(const quint64, payloadSize);
    QFETCH(const quint32, mask);
    const QByteArray bytes = QByteArray::fromHex(hex);
    const auto header = FrameHeader::read(bytes + "payload");
    QVERIFY(header.has_value());
    QCOMPARE(int(header->opcode), opcode);
    QCOMPARE(header->isFinal, isFinal);
    QCOMPARE(header->payloadSize, payloadSize);
    QCOMPARE(header->mask.value_or(0), mask);
    QCOMPARE(header->size, bytes.size());
    QCOMPARE(header->reserved, quint8(0));
    QVERIFY(header->isMinimal);
    QByteArray written;
    header->appendTo(written);
    QCOMPARE(written.toHex(), hex);
}

void TestFrameHeader::everyByteOfAHeaderIsAwaited()
{
    const QByteArray bytes = QByteArray::fromHex("82ff000000000001000000000001");
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!FrameHeader::read(QByteArrayView(bytes).first(size)));
    QVERIFY(FrameHeader::read(bytes));
}

void TestFrameHeader::wastefulLengthsAreNoticed_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("16 bits for 125") << QByteArray("817e007d");
    QTest::newRow("64 bits for 65,535") << QByteArray("817f000000000000ffff");
    QTest::newRow("64 bits for nothing") << QByteArray("817f0000000000000000");
}

void TestFrameHeader::wastefulLengthsAreNoticed()
{
    QFETCH(const QByteArray, hex);
    QVERIFY(!FrameHeader::read(QByteArray::fromHex(hex))->isMinimal);
}

void TestFrameHeader::reservedBitsAreKept()
{
    const auto header = FrameHeader::read(QByteArray::fromHex("d100"));
    QCOMPARE(header->reserved, quint8(0b101));
    QByteArray written;
    header->appendTo(written);
    QCOMPARE(written.toHex(), QByteArray("d100"));
}

void TestFrameHeader::maskingIsItsOwnInverse()
{
    QByteArray bytes("before ");
    appendMasked(bytes, "Hello", 0x37fa213d);
    QCOMPARE(bytes, "before " + QByteArray::fromHex("7f9f4d5158"));
    QByteArray plain;
    appendMasked(plain, QByteArrayView(bytes).sliced(7), 0x37fa213d);
    QCOMPARE(plain, QByteArray("Hello"));
}

QTEST_APPLESS_MAIN(TestFrameHeader)
#include "tst_frameheader.moc"
