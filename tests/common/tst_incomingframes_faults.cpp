// SPDX-License-Identifier: MIT
#include "support/FramePeer.h"

#include <QTest>

using namespace Greenroom;
using Test::fragmentedText;
using Test::fromClient;
using Test::fromServer;
using Test::largestMessage;
using Test::masked;
using Test::Peer;
using Test::serverFrame;
using Test::texts;

namespace {

QByteArray withReserved(quint8 opcode, quint8 reserved)
{
    FrameHeader header;
    header.opcode = opcode;
    header.reserved = reserved;
    return serverFrame(header, "x");
}

} // namespace

/// What is found wrong with what the other side has sent, be it a server or a client.
class TestIncomingFramesFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data();
    void everyHeaderThatIsNotSoundIsAFault_data();
    void everyHeaderThatIsNotSoundIsAFault();
    void faultsHaveTheirCode_data();
    void faultsHaveTheirCode();
    void tooLargeAFrameIsToldByItsHeaderAlone();
    void masksAreForClientsAlone_data();
    void masksAreForClientsAlone();
    void binaryMessagesAreRefusedByRule();
    void aLimitOfFramesIsNotOneOfMessages();
};

void TestIncomingFramesFaults::initTestCase_data()
{
    QTest::addColumn<bool>("isClient");
    QTest::newRow("from a server") << false;
    QTest::newRow("from a client") << true;
}

void TestIncomingFramesFaults::everyHeaderThatIsNotSoundIsAFault_data()
{
    QTest::addColumn<QByteArray>("arriving");
    for (const quint8 opcode :
         {FrameHeader::Text, FrameHeader::Binary, FrameHeader::Close, FrameHeader::Ping, FrameHeader::Pong}) {
        for (quint8 reserved = 1; reserved <= 7; ++reserved)
            QTest::addRow("opcode %d with the reserved bits %d", opcode, reserved)
                << withReserved(opcode, reserved);
    }
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        QTest::addRow("the reserved opcode %d", opcode) << serverFrame(static_cast<quint8>(opcode));
    for (const quint8 opcode : {FrameHeader::Close, FrameHeader::Ping, FrameHeader::Pong}) {
        QTest::addRow("control opcode %d in fragments", opcode) << serverFrame(opcode, "xx", false);
        QTest::addRow("control opcode %d over 125 bytes", opcode)
            << serverFrame(opcode, QByteArray(126, 'x'));
    }
    QTest::newRow("125 written in 16 bits") << QByteArray::fromHex("817e007d");
    QTest::newRow("0 written in 64 bits") << QByteArray::fromHex("817f0000000000000000");
    QTest::newRow("65535 written in 64 bits") << QByteArray::fromHex("817f000000000000ffff");
    QTest::newRow("a continuation of nothing") << serverFrame(FrameHeader::Continuation, "x");
    QTest::newRow("a text within a text")
        << serverFrame(FrameHeader::Text, "x", false) + serverFrame(FrameHeader::Text, "y");
    QTest::newRow("a binary message within a text")
        << serverFrame(FrameHeader::Text, "x", false) + serverFrame(FrameHeader::Binary, "y");
}

void TestIncomingFramesFaults::everyHeaderThatIsNotSoundIsAFault()
{
    QFETCH(const QByteArray, arriving);
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(arriving), QString());
    QVERIFY(peer.frames.fault().has_value());
    QCOMPARE(*peer.frames.fault(), CloseFrame::ProtocolError);
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Text, "more")), QString());
}

void TestIncomingFramesFaults::faultsHaveTheirCode_data()
{
    QTest::addColumn<QByteArray>("arriving");
    QTest::addColumn<int>("code");
    const QByteArray large(largestMessage, 'x');
    QTest::newRow("a frame over the limit") << serverFrame(FrameHeader::Text, large + 'x') << 1009;
    QTest::newRow("a message over the limit") << fragmentedText(large + 'x', 32'768) << 1009;
    QTest::newRow("a length beyond all numbers") << QByteArray::fromHex("817fffffffffffffffff") << 1009;
    const auto text = [](const QByteArray &bytes) { return serverFrame(FrameHeader::Text, bytes); };
    QTest::newRow("a byte that begins nothing") << text("\xff") << 1007;
    QTest::newRow("a text that ends inside a character") << text("\xe2\x82") << 1007;
    QTest::newRow("half of a pair of surrogates") << text("\xed\xa0\x80") << 1007;
    QTest::newRow("a character in too many bytes") << fragmentedText("ab\xc0\xaf", 3) << 1007;
    QTest::newRow("a character beyond all") << text("\xf4\x90\x80\x80") << 1007;
    const auto close = [](const char *hex) {
        return serverFrame(FrameHeader::Close, QByteArray::fromHex(hex));
    };
    QTest::newRow("half a close code") << close("03") << 1002;
    QTest::newRow("a close reason that is no UTF-8") << close("03e8ff") << 1007;
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65'535})
        QTest::addRow("the close code %d, which may not be sent", code)
            << serverFrame(FrameHeader::Close, CloseFrame::payloadFor(code)) << 1002;
}

void TestIncomingFramesFaults::faultsHaveTheirCode()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const int, code);
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(arriving), QString());
    QVERIFY(peer.frames.fault().has_value());
    QCOMPARE(int(*peer.frames.fault()), code);
    QVERIFY(!peer.frames.goodbye());
}

void TestIncomingFramesFaults::tooLargeAFrameIsToldByItsHeaderAlone()
{
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    const QByteArray tooLarge = serverFrame(FrameHeader::Text, QByteArray(largestMessage + 1, 'x'));
    // What came before is handed on.
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Text, "good") + tooLarge.first(10)),
             texts({QStringLiteral("good")}));
    QVERIFY(peer.frames.fault().has_value());
}

void TestIncomingFramesFaults::masksAreForClientsAlone_data()
{
    QTest::addColumn<quint8>("opcode");
    for (const quint8 opcode :
         {FrameHeader::Text, FrameHeader::Binary, FrameHeader::Close, FrameHeader::Ping, FrameHeader::Pong})
        QTest::addRow("opcode %d", opcode) << opcode;
}

void TestIncomingFramesFaults::masksAreForClientsAlone()
{
    QFETCH_GLOBAL(const bool, isClient);
    QFETCH(const quint8, opcode);
    Peer peer{isClient};
    const QByteArray frame = serverFrame(opcode);
    peer.frames.put(isClient ? frame : masked(frame));
    QCOMPARE(peer.allArrived(), QStringList());
    QCOMPARE(peer.frames.fault(), std::optional(CloseFrame::ProtocolError));
}

void TestIncomingFramesFaults::binaryMessagesAreRefusedByRule()
{
    QFETCH_GLOBAL(const bool, isClient);
    IncomingFrames::Rules rules = isClient ? fromClient : fromServer;
    rules.takesBinary = false;
    Peer peer{isClient, IncomingFrames(rules)};
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Text, "good") + serverFrame(FrameHeader::Binary, "x")),
             texts({QStringLiteral("good")}));
    QCOMPARE(peer.frames.fault(), std::optional(CloseFrame::Unsupported));
}

void TestIncomingFramesFaults::aLimitOfFramesIsNotOneOfMessages()
{
    constexpr qint64 frameBytes = 32'768;
    QFETCH_GLOBAL(const bool, isClient);
    IncomingFrames::Rules rules = isClient ? fromClient : fromServer;
    rules.frameBytes = frameBytes;
    Peer peer{isClient, IncomingFrames(rules)};
    const QByteArray largest(largestMessage, 'x');
    QCOMPARE(peer.taken(fragmentedText(largest, frameBytes)), texts({QString::fromLatin1(largest)}));
    QVERIFY(!peer.frames.fault());
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Text, QByteArray(frameBytes + 1, 'x'))), QString());
    QCOMPARE(peer.frames.fault(), std::optional(CloseFrame::TooBig));
}

QTEST_APPLESS_MAIN(TestIncomingFramesFaults)
#include "tst_incomingframes_faults.moc"
