// SPDX-License-Identifier: MIT
#include "gateway/ClientFrames.h"
#include "support/RawClient.h"

#include <QTest>
#include <algorithm>

using namespace Greenroom;
using Test::RawClient;

namespace {

constexpr ClientFrames::Limits someLimits{32'768, 131'072};

/// All that has arrived whole, one after the other in one text: `text:hi ping:x close:…`, payloads in hex.
QString allOf(ClientFrames &frames, const QByteArray &arriving)
{
    QStringList words;
    frames.put(arriving);
    while (const auto arrival = frames.next()) {
        if (arrival->kind == FrameHeader::Text)
            words += QStringLiteral("text:") + arrival->text;
        else
            words += (arrival->kind == FrameHeader::Ping ? QStringLiteral("ping:") : QStringLiteral("close:"))
                     + QString::fromLatin1(arrival->payload.toHex());
    }
    return words.join(u' ');
}

QString texts(const QStringList &all)
{
    QStringList words;
    for (const QString &text : all)
        words += QStringLiteral("text:") + text;
    return words.join(u' ');
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

/// What is read of what a client has sent.
class TestClientFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreWholeHoweverTheyCame_data();
    void messagesAreWholeHoweverTheyCame();
    void aByteOrderMarkIsText();
    void bytesMayDripIn();
    void controlFramesComeBetweenFragments();
    void faultsCloseWithTheirCode_data();
    void faultsCloseWithTheirCode();
    void whatCameBeforeAFaultIsHandedOn();
    void aFrameIsRefusedByItsHeaderAlone();
    void goodbyesAreKept_data();
    void goodbyesAreKept();
    void nothingComesAfterAGoodbye();
    void pongsAreNothing();
};

void TestClientFrames::messagesAreWholeHoweverTheyCame_data()
{
    QTest::addColumn<QByteArray>("arriving");
    QTest::addColumn<QString>("text");
    const QString text = QStringLiteral("Olá, \u4f60\u597d \U0001F389!");
    const QByteArray utf8 = text.toUtf8();
    QTest::newRow("in one frame") << RawClient::textFrame(utf8) << text;
    for (const int size : {1, 2, 3, 5})
        QTest::addRow("in fragments of %d bytes", size) << fragmented(utf8, size) << text;
    QTest::newRow("with empty fragments")
        << piece(FrameHeader::Text, false, {}) + piece(FrameHeader::Continuation, false, utf8)
               + piece(FrameHeader::Continuation, true, {})
        << text;
    QTest::newRow("empty") << RawClient::textFrame({}) << QString();
    const QByteArray largest(131'072, 'x');
    QTest::newRow("as large as it may be") << fragmented(largest, 32'768) << QString::fromLatin1(largest);
}

void TestClientFrames::messagesAreWholeHoweverTheyCame()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const QString, text);
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, arriving), texts({text}));
    QVERIFY(!frames.fault());
    QCOMPARE(allOf(frames, RawClient::textFrame("next")), texts({QStringLiteral("next")}));
}

/// QString's own reading would drop it.
void TestClientFrames::aByteOrderMarkIsText()
{
    const QByteArray mark("\xef\xbb\xbf");
    const QString read(QChar::ByteOrderMark);
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, RawClient::textFrame(mark)), texts({read}));
    QCOMPARE(allOf(frames, RawClient::textFrame(mark + "hi")), texts({read + QStringLiteral("hi")}));
    QCOMPARE(allOf(frames, RawClient::textFrame(mark + mark)), texts({read + read}));
    QCOMPARE(allOf(frames, fragmented(mark + "hi", 1)), texts({read + QStringLiteral("hi")}));
    QCOMPARE(allOf(frames, RawClient::textFrame("hi" + mark)), texts({QStringLiteral("hi") + read}));
}

void TestClientFrames::bytesMayDripIn()
{
    ClientFrames frames(someLimits);
    const QByteArray arriving = fragmented("a longer text than one", 7) + RawClient::textFrame("two");
    QStringList taken;
    for (const char byte : arriving)
        taken += allOf(frames, QByteArray(1, byte));
    taken.removeAll(QString());
    QCOMPARE(taken.join(u' '), texts({QStringLiteral("a longer text than one"), QStringLiteral("two")}));
}

void TestClientFrames::controlFramesComeBetweenFragments()
{
    ClientFrames frames(someLimits);
    const QString text = QStringLiteral("\u20ac");
    QCOMPARE(allOf(frames, fragmented(text.toUtf8(), 1, control(FrameHeader::Ping, "x"))),
             QStringLiteral("ping:78 ping:78 ") + texts({text}));
    QVERIFY(!frames.fault());
}

void TestClientFrames::faultsCloseWithTheirCode_data()
{
    QTest::addColumn<QByteArray>("arriving");
    QTest::addColumn<int>("code");
    QTest::newRow("no mask") << QByteArray("\x81\x05hello") << 1002;
    QTest::newRow("a close frame without a mask") << QByteArray("\x88\x00", 2) << 1002;
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
    QTest::newRow("a text that is no UTF-8") << RawClient::textFrame("\xff") << 1007;
    QTest::newRow("a text that ends inside a character") << RawClient::textFrame("\xe2\x82") << 1007;
    QTest::newRow("half of a pair of surrogates") << RawClient::textFrame("\xed\xa0\x80") << 1007;
    QTest::newRow("a close code that may not be sent")
        << control(FrameHeader::Close, QByteArray::fromHex("03ed")) << 1002;
    QTest::newRow("half a close code") << control(FrameHeader::Close, "\x03") << 1002;
    QTest::newRow("a close reason that is no UTF-8")
        << control(FrameHeader::Close, QByteArray::fromHex("03e8ff")) << 1007;
}

void TestClientFrames::faultsCloseWithTheirCode()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const int, code);
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, arriving), QString());
    QVERIFY(frames.fault().has_value());
    QCOMPARE(int(*frames.fault()), code);
    QCOMPARE(allOf(frames, RawClient::textFrame("more")), QString());
}

void TestClientFrames::whatCameBeforeAFaultIsHandedOn()
{
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, RawClient::textFrame("good") + control(FrameHeader::Binary, "x")),
             texts({QStringLiteral("good")}));
    QVERIFY(frames.fault().has_value());
}

void TestClientFrames::aFrameIsRefusedByItsHeaderAlone()
{
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, RawClient::textFrame(QByteArray(32'769, 'x')).first(8)), QString());
    QVERIFY(frames.fault().has_value());
}

void TestClientFrames::goodbyesAreKept_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    const QByteArray normal = QByteArray::fromHex("03e8");
    QTest::newRow("without a code") << QByteArray() << 1005
                                    << QStringLiteral("Client-side close frame status not set");
    QTest::newRow("an ordinary one") << normal + "bye" << 1000 << QStringLiteral("bye");
    for (const int code : {1012, 1013, 1014}) {
        const QByteArray payload = QByteArray::fromHex("03") + static_cast<char>(code & 0xff);
        QTest::addRow("the younger code %d", code) << payload + "later" << code << QStringLiteral("later");
    }
    QTest::newRow("an application's own") << QByteArray::fromHex("0fa1") << 4001 << QString();
}

void TestClientFrames::goodbyesAreKept()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, control(FrameHeader::Close, payload)),
             QStringLiteral("close:") + QString::fromLatin1(payload.toHex()));
    QVERIFY(frames.goodbye().has_value());
    QCOMPARE(frames.goodbye()->code, code);
    QCOMPARE(frames.goodbye()->reason, reason);
}

void TestClientFrames::nothingComesAfterAGoodbye()
{
    ClientFrames frames(someLimits);
    const QByteArray more = RawClient::textFrame("more");
    QCOMPARE(allOf(frames, more + control(FrameHeader::Close) + more), QStringLiteral("text:more close:"));
    QCOMPARE(allOf(frames, more), QString());
    QVERIFY(!frames.fault());
}

void TestClientFrames::pongsAreNothing()
{
    ClientFrames frames(someLimits);
    QCOMPARE(allOf(frames, control(FrameHeader::Pong, "x") + RawClient::textFrame("hi")),
             texts({QStringLiteral("hi")}));
    QVERIFY(!frames.fault());
}

QTEST_APPLESS_MAIN(TestClientFrames)
#include "tst_clientframes.moc"
