// SPDX-License-Identifier: MIT
#include "gateway/ClientFrames.h"
#include "support/RawClient.h"

#include <QTest>
#include <algorithm>

using namespace Greenroom;
using Test::RawClient;

namespace {

constexpr ClientFrames::Limits someLimits{32'768, 131'072};

/// As the gateway hands it on: final and without a mask.
QByteArray plain(quint8 opcode, const QByteArray &payload)
{
    FrameHeader header;
    header.opcode = opcode;
    header.payloadSize = static_cast<quint64>(payload.size());
    QByteArray bytes;
    header.appendTo(bytes);
    return bytes + payload;
}

QByteArray plainText(const QByteArray &text)
{
    return plain(FrameHeader::Text, text);
}

QByteArray piece(quint8 opcode, bool isFinal, const QByteArray &payload)
{
    FrameHeader header;
    header.opcode = opcode;
    header.isFinal = isFinal;
    return RawClient::frame(header, payload);
}

QByteArray control(quint8 opcode, const QByteArray &payload = {})
{
    return piece(opcode, true, payload);
}

/// A message whose frames hold `size` bytes each, whatever characters they cut.
QByteArray fragmented(const QByteArray &text, qsizetype size, const QByteArray &between = {})
{
    QByteArray bytes;
    for (qsizetype start = 0; start < text.size(); start += size) {
        const qsizetype end = std::min(start + size, text.size());
        bytes += piece(start == 0 ? FrameHeader::Text : FrameHeader::Continuation, end == text.size(),
                       text.sliced(start, end - start));
        if (end < text.size())
            bytes += between;
    }
    return bytes;
}

} // namespace

/// What QWebSocket is to read of what a client has sent.
class TestClientFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreWholeHoweverTheyCame_data();
    void messagesAreWholeHoweverTheyCame();
    void aByteOrderMarkIsDoubled();
    void bytesMayDripIn();
    void controlFramesComeBetweenFragments();
    void faultsCloseWithTheirCode_data();
    void faultsCloseWithTheirCode();
    void whatCameBeforeAFaultIsHandedOn();
    void aFrameIsRefusedByItsHeaderAlone();
    void goodbyesAreKept_data();
    void goodbyesAreKept();
    void pingsAreCounted();
};

void TestClientFrames::messagesAreWholeHoweverTheyCame_data()
{
    QTest::addColumn<QByteArray>("arriving");
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = QStringLiteral("Olá, \u4f60\u597d \U0001F389!").toUtf8();
    QTest::newRow("in one frame") << RawClient::textFrame(text) << text;
    for (const int size : {1, 2, 3, 5})
        QTest::addRow("in fragments of %d bytes", size) << fragmented(text, size) << text;
    QTest::newRow("with empty fragments")
        << piece(FrameHeader::Text, false, {}) + piece(FrameHeader::Continuation, false, text)
               + piece(FrameHeader::Continuation, true, {})
        << text;
    QTest::newRow("empty") << RawClient::textFrame({}) << QByteArray();
    const QByteArray largest(131'072, 'x');
    QTest::newRow("as large as it may be") << fragmented(largest, 32'768) << largest;
    // Not ours to judge: QWebSocket closes with 1007.
    QTest::newRow("no UTF-8") << RawClient::textFrame("\xff") << QByteArray("\xff");
}

void TestClientFrames::messagesAreWholeHoweverTheyCame()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const QByteArray, text);
    ClientFrames frames(someLimits);
    QCOMPARE(frames.take(arriving), plainText(text));
    QVERIFY(!frames.fault());
    QCOMPARE(frames.take(RawClient::textFrame("next")), plainText("next"));
}

/// For QWebSocket to drop one of them.
void TestClientFrames::aByteOrderMarkIsDoubled()
{
    const QByteArray mark("\xef\xbb\xbf");
    ClientFrames frames(someLimits);
    for (const QByteArray &rest : {QByteArray(), QByteArray("hi"), mark}) {
        QCOMPARE(frames.take(RawClient::textFrame(mark + rest)), plainText(mark + mark + rest));
        QCOMPARE(frames.take(fragmented(mark + rest, 1)), plainText(mark + mark + rest));
    }
    QCOMPARE(frames.take(RawClient::textFrame(mark.first(2))), plainText(mark.first(2)));
    QCOMPARE(frames.take(RawClient::textFrame("hi" + mark)), plainText("hi" + mark));
}

void TestClientFrames::bytesMayDripIn()
{
    ClientFrames frames(someLimits);
    const QByteArray arriving = fragmented("a longer text than one", 7) + RawClient::textFrame("two");
    QByteArray taken;
    for (const char byte : arriving)
        taken += frames.take(QByteArrayView(&byte, 1));
    QCOMPARE(taken, plainText("a longer text than one") + plainText("two"));
}

void TestClientFrames::controlFramesComeBetweenFragments()
{
    ClientFrames frames(someLimits);
    const QByteArray text = QStringLiteral("\u20ac").toUtf8();
    const QByteArray ping = plain(FrameHeader::Ping, "there?");
    QCOMPARE(frames.take(fragmented(text, 1, control(FrameHeader::Ping, "there?"))),
             ping + ping + plainText(text));
    QVERIFY(!frames.fault());
}

void TestClientFrames::faultsCloseWithTheirCode_data()
{
    QTest::addColumn<QByteArray>("arriving");
    QTest::addColumn<int>("code");
    QTest::newRow("no mask") << plainText("hello") << 1002;
    QTest::newRow("a close frame without a mask") << plain(FrameHeader::Close, {}) << 1002;
    FrameHeader compressed;
    compressed.reserved = 0b100;
    QTest::newRow("an extension that was not agreed on") << RawClient::frame(compressed, "x") << 1002;
    QTest::newRow("an unknown opcode of data") << control(3) << 1002;
    QTest::newRow("an unknown control opcode") << control(11) << 1002;
    QTest::newRow("a wasteful length") << QByteArray::fromHex("81fe000100000000") + "x" << 1002;
    QTest::newRow("a fragmented ping") << piece(FrameHeader::Ping, false, "x") << 1002;
    QTest::newRow("a long ping") << control(FrameHeader::Ping, QByteArray(126, 'x')) << 1002;
    QTest::newRow("a continuation of nothing") << control(FrameHeader::Continuation, "x") << 1002;
    QTest::newRow("a message within a message")
        << piece(FrameHeader::Text, false, "x") + piece(FrameHeader::Text, true, "y") << 1002;
    QTest::newRow("binary data") << control(FrameHeader::Binary, "x") << 1003;
    QTest::newRow("a frame over 32 KB") << RawClient::textFrame(QByteArray(32'769, 'x')) << 1009;
    QTest::newRow("a message over 128 KB") << fragmented(QByteArray(131'073, 'x'), 32'768) << 1009;
    QTest::newRow("a length beyond all numbers")
        << QByteArray::fromHex("81ffffffffffffffffff00000000") << 1009;
}

void TestClientFrames::faultsCloseWithTheirCode()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const int, code);
    ClientFrames frames(someLimits);
    QCOMPARE(frames.take(arriving), QByteArray());
    QVERIFY(frames.fault().has_value());
    QCOMPARE(int(*frames.fault()), code);
    QCOMPARE(frames.take(RawClient::textFrame("more")), QByteArray());
}

void TestClientFrames::whatCameBeforeAFaultIsHandedOn()
{
    ClientFrames frames(someLimits);
    QCOMPARE(frames.take(RawClient::textFrame("good") + control(FrameHeader::Binary, "x")),
             plainText("good"));
    QVERIFY(frames.fault().has_value());
}

void TestClientFrames::aFrameIsRefusedByItsHeaderAlone()
{
    ClientFrames frames(someLimits);
    frames.take(RawClient::textFrame(QByteArray(32'769, 'x')).first(8));
    QVERIFY(frames.fault().has_value());
}

void TestClientFrames::goodbyesAreKept_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("handedOn");
    const QByteArray normal = QByteArray::fromHex("03e8");
    QTest::newRow("without a code") << QByteArray() << 1005
                                    << QStringLiteral("Client-side close frame status not set")
                                    << QByteArray();
    QTest::newRow("an ordinary one") << normal + "bye" << 1000 << QStringLiteral("bye") << normal + "bye";
    // QWebSocket takes these for errors and would answer 1002.
    for (const int code : {1012, 1013, 1014}) {
        const QByteArray payload = QByteArray::fromHex("03") + static_cast<char>(code & 0xff);
        QTest::addRow("the younger code %d", code)
            << payload + "later" << code << QStringLiteral("later") << normal;
    }
    QTest::newRow("an application's own")
        << QByteArray::fromHex("0fa1") << 4001 << QString() << QByteArray::fromHex("0fa1");
}

void TestClientFrames::goodbyesAreKept()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    QFETCH(const QByteArray, handedOn);
    ClientFrames frames(someLimits);
    QCOMPARE(frames.take(control(FrameHeader::Close, payload)), plain(FrameHeader::Close, handedOn));
    QVERIFY(frames.goodbye().has_value());
    QCOMPARE(frames.goodbye()->code, code);
    QCOMPARE(frames.goodbye()->reason, reason);
}

void TestClientFrames::pingsAreCounted()
{
    ClientFrames frames(someLimits);
    frames.take(control(FrameHeader::Ping) + control(FrameHeader::Pong) + control(FrameHeader::Ping, "x"));
    QCOMPARE(frames.pings(), quint64(2));
}

QTEST_APPLESS_MAIN(TestClientFrames)
#include "tst_clientframes.moc"
