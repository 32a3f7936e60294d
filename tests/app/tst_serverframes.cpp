// SPDX-License-Identifier: MIT
#include "session/ServerFrames.h"
#include "support/ServerFrame.h"

#include <QHash>
#include <QTest>

using namespace Greenroom;
using Test::fragmentedText;
using Test::serverFrame;

namespace {

constexpr qint64 largestMessage = 131'072;

QString nameOf(FrameHeader::Opcode kind)
{
    static const QHash<int, QString> names{{FrameHeader::Text, QStringLiteral("text:")},
                                           {FrameHeader::Binary, QStringLiteral("binary:")},
                                           {FrameHeader::Ping, QStringLiteral("ping:")},
                                           {FrameHeader::Pong, QStringLiteral("pong:")},
                                           {FrameHeader::Close, QStringLiteral("close:")}};
    return names.value(kind);
}

/// All that has arrived whole, one after the other: `text:hi ping:78 …`, payloads in hex.
QString allOf(ServerFrames &frames, const QByteArray &arriving)
{
    QStringList words;
    frames.put(arriving);
    while (const auto arrival = frames.next())
        words += nameOf(arrival->kind)
                 + (arrival->kind == FrameHeader::Text ? arrival->text
                                                       : QString::fromLatin1(arrival->payload.toHex()));
    return words.join(u' ');
}

QString texts(const QStringList &all)
{
    QStringList words;
    for (const QString &text : all)
        words += QStringLiteral("text:") + text;
    return words.join(u' ');
}

QByteArray masked(quint8 opcode, const QByteArray &payload)
{
    FrameHeader header;
    header.opcode = opcode;
    header.mask = 0;
    return serverFrame(header, payload);
}

QByteArray withReserved(quint8 opcode, quint8 reserved)
{
    FrameHeader header;
    header.opcode = opcode;
    header.reserved = reserved;
    return serverFrame(header, "x");
}

} // namespace

/// What is read of what a server has sent.
class TestServerFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreWholeHoweverTheyCame_data();
    void messagesAreWholeHoweverTheyCame();
    void charactersMayBeCutAnywhere_data();
    void charactersMayBeCutAnywhere();
    void aByteOrderMarkIsText();
    void bytesMayDripIn();
    void controlFramesComeBetweenFragments();
    void binaryMessagesAreHandedOn();
    void everyHeaderThatIsNotSoundIsAFault_data();
    void everyHeaderThatIsNotSoundIsAFault();
    void faultsHaveTheirCode_data();
    void faultsHaveTheirCode();
    void tooLargeAFrameIsToldByItsHeaderAlone();
    void goodbyesAreKept_data();
    void goodbyesAreKept();
    void nothingComesAfterAGoodbye();
};

void TestServerFrames::messagesAreWholeHoweverTheyCame_data()
{
    QTest::addColumn<QByteArray>("arriving");
    QTest::addColumn<QString>("text");
    const QString text = QStringLiteral("Olá, \u4f60\u597d \U0001F389!");
    const QByteArray utf8 = text.toUtf8();
    QTest::newRow("in one frame") << serverFrame(FrameHeader::Text, utf8) << text;
    QTest::newRow("with empty fragments")
        << serverFrame(FrameHeader::Text, {}, false) + serverFrame(FrameHeader::Continuation, utf8, false)
               + serverFrame(FrameHeader::Continuation)
        << text;
    QTest::newRow("empty") << serverFrame(FrameHeader::Text) << QString();
    for (const int size : {125, 126, 127, 65'535, 65'536, 131'072}) {
        const QByteArray longer(size, 'x');
        QTest::addRow("%d bytes", size)
            << serverFrame(FrameHeader::Text, longer) << QString::fromLatin1(longer);
    }
    const QByteArray largest(largestMessage, 'x');
    QTest::newRow("as large as it may be, in frames of 32 KB")
        << fragmentedText(largest, 32'768) << QString::fromLatin1(largest);
}

void TestServerFrames::messagesAreWholeHoweverTheyCame()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const QString, text);
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, arriving), texts({text}));
    QVERIFY(!frames.fault());
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Text, "next")), texts({QStringLiteral("next")}));
}

void TestServerFrames::charactersMayBeCutAnywhere_data()
{
    QTest::addColumn<qsizetype>("size");
    const qsizetype whole = QStringLiteral("aé\u20ac\U0001F389z").toUtf8().size();
    for (qsizetype size = 1; size <= whole; ++size)
        QTest::addRow("in fragments of %d bytes", int(size)) << size;
}

void TestServerFrames::charactersMayBeCutAnywhere()
{
    QFETCH(const qsizetype, size);
    const QString text = QStringLiteral("aé\u20ac\U0001F389z");
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, fragmentedText(text.toUtf8(), size)), texts({text}));
    QVERIFY(!frames.fault());
}

void TestServerFrames::aByteOrderMarkIsText()
{
    const QByteArray mark("\xef\xbb\xbf");
    const QString read = QChar(QChar::ByteOrderMark) + QStringLiteral("hi");
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Text, mark + "hi")), texts({read}));
    QCOMPARE(allOf(frames, fragmentedText(mark + "hi", 1)), texts({read}));
}

void TestServerFrames::bytesMayDripIn()
{
    ServerFrames frames(largestMessage);
    const QByteArray arriving =
        fragmentedText("a longer text than one", 7, serverFrame(FrameHeader::Pong, "x"))
        + serverFrame(FrameHeader::Text, QByteArray(300, 'y'))
        + serverFrame(FrameHeader::Close, QByteArray::fromHex("03f4"));
    QStringList taken;
    for (const char byte : arriving)
        taken += allOf(frames, QByteArray(1, byte));
    taken.removeAll(QString());
    QCOMPARE(taken.join(u' '), QStringLiteral("pong:78 pong:78 pong:78 ")
                                   + texts({QStringLiteral("a longer text than one"), QString(300, u'y')})
                                   + QStringLiteral(" close:03f4"));
}

void TestServerFrames::controlFramesComeBetweenFragments()
{
    ServerFrames frames(largestMessage);
    const QString text = QStringLiteral("\u20ac");
    QCOMPARE(allOf(frames, fragmentedText(text.toUtf8(), 1, serverFrame(FrameHeader::Ping, "x"))),
             QStringLiteral("ping:78 ping:78 ") + texts({text}));
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Ping, QByteArray(125, 'x'))),
             QStringLiteral("ping:") + QString::fromLatin1(QByteArray(125, 'x').toHex()));
    QVERIFY(!frames.fault());
}

void TestServerFrames::binaryMessagesAreHandedOn()
{
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Binary, "\xff\x01")), QStringLiteral("binary:ff01"));
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Binary, "\xff", false)
                               + serverFrame(FrameHeader::Continuation, "\x01")),
             QStringLiteral("binary:ff01"));
}

void TestServerFrames::everyHeaderThatIsNotSoundIsAFault_data()
{
    QTest::addColumn<QByteArray>("arriving");
    for (const quint8 opcode :
         {FrameHeader::Text, FrameHeader::Binary, FrameHeader::Close, FrameHeader::Ping, FrameHeader::Pong}) {
        for (quint8 reserved = 1; reserved <= 7; ++reserved)
            QTest::addRow("opcode %d with the reserved bits %d", opcode, reserved)
                << withReserved(opcode, reserved);
        QTest::addRow("opcode %d with a mask", opcode) << masked(opcode, {});
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

void TestServerFrames::everyHeaderThatIsNotSoundIsAFault()
{
    QFETCH(const QByteArray, arriving);
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, arriving), QString());
    QVERIFY(frames.fault().has_value());
    QCOMPARE(*frames.fault(), CloseFrame::ProtocolError);
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Text, "more")), QString());
}

void TestServerFrames::faultsHaveTheirCode_data()
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

void TestServerFrames::faultsHaveTheirCode()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const int, code);
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, arriving), QString());
    QVERIFY(frames.fault().has_value());
    QCOMPARE(int(*frames.fault()), code);
    QVERIFY(!frames.goodbye());
}

void TestServerFrames::tooLargeAFrameIsToldByItsHeaderAlone()
{
    ServerFrames frames(largestMessage);
    const QByteArray tooLarge = serverFrame(FrameHeader::Text, QByteArray(largestMessage + 1, 'x'));
    // What came before is handed on.
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Text, "good") + tooLarge.first(10)),
             texts({QStringLiteral("good")}));
    QVERIFY(frames.fault().has_value());
}

void TestServerFrames::goodbyesAreKept_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("without a code") << QByteArray() << 1005 << QString();
    for (const int code :
         {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4999})
        QTest::addRow("code %d", code)
            << CloseFrame::payloadFor(code) + "later" << code << QStringLiteral("later");
}

void TestServerFrames::goodbyesAreKept()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    ServerFrames frames(largestMessage);
    QCOMPARE(allOf(frames, serverFrame(FrameHeader::Close, payload)),
             QStringLiteral("close:") + QString::fromLatin1(payload.toHex()));
    QVERIFY(frames.goodbye().has_value());
    QCOMPARE(frames.goodbye()->code, code);
    QCOMPARE(frames.goodbye()->reason, reason);
}

void TestServerFrames::nothingComesAfterAGoodbye()
{
    ServerFrames frames(largestMessage);
    const QByteArray more = serverFrame(FrameHeader::Text, "more");
    QCOMPARE(allOf(frames, more + serverFrame(FrameHeader::Close) + more),
             QStringLiteral("text:more close:"));
    QCOMPARE(allOf(frames, more), QString());
    QVERIFY(!frames.fault());
}

QTEST_APPLESS_MAIN(TestServerFrames)
#include "tst_serverframes.moc"
