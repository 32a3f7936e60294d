// SPDX-License-Identifier: MIT
#include "support/FramePeer.h"

#include <QTest>

using namespace Greenroom;
using Test::fragmentedText;
using Test::largestMessage;
using Test::Peer;
using Test::serverFrame;
using Test::texts;

/// What is read of what the other side has sent in order, be it a server or a client.
class TestIncomingFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data();
    void messagesAreWholeHoweverTheyCame_data();
    void messagesAreWholeHoweverTheyCame();
    void charactersMayBeCutAnywhere_data();
    void charactersMayBeCutAnywhere();
    void aByteOrderMarkIsText();
    void bytesMayDripIn();
    void controlFramesComeBetweenFragments();
    void binaryMessagesAreHandedOn();
    void goodbyesAreKept_data();
    void goodbyesAreKept();
    void nothingComesAfterAGoodbye();
};

void TestIncomingFrames::initTestCase_data()
{
    QTest::addColumn<bool>("isClient");
    QTest::newRow("from a server") << false;
    QTest::newRow("from a client") << true;
}

void TestIncomingFrames::messagesAreWholeHoweverTheyCame_data()
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

void TestIncomingFrames::messagesAreWholeHoweverTheyCame()
{
    QFETCH(const QByteArray, arriving);
    QFETCH(const QString, text);
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(arriving), texts({text}));
    QVERIFY(!peer.frames.fault());
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Text, "next")), texts({QStringLiteral("next")}));
}

void TestIncomingFrames::charactersMayBeCutAnywhere_data()
{
    QTest::addColumn<qsizetype>("size");
    const qsizetype whole = QStringLiteral("aé\u20ac\U0001F389z").toUtf8().size();
    for (qsizetype size = 1; size <= whole; ++size)
        QTest::addRow("in fragments of %d bytes", int(size)) << size;
}

void TestIncomingFrames::charactersMayBeCutAnywhere()
{
    QFETCH(const qsizetype, size);
    const QString text = QStringLiteral("aé\u20ac\U0001F389z");
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(fragmentedText(text.toUtf8(), size)), texts({text}));
    QVERIFY(!peer.frames.fault());
}

void TestIncomingFrames::aByteOrderMarkIsText()
{
    const QByteArray mark("\xef\xbb\xbf");
    const QString read = QChar(QChar::ByteOrderMark) + QStringLiteral("hi");
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Text, mark + "hi")), texts({read}));
    QCOMPARE(peer.taken(fragmentedText(mark + "hi", 1)), texts({read}));
}

void TestIncomingFrames::bytesMayDripIn()
{
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    const QByteArray arriving =
        fragmentedText("a longer text than one", 7, serverFrame(FrameHeader::Pong, "x"))
        + serverFrame(FrameHeader::Text, QByteArray(300, 'y'))
        + serverFrame(FrameHeader::Close, QByteArray::fromHex("03f4"));
    QStringList taken;
    const QByteArray bytes = peer.sent(arriving);
    for (const char byte : bytes) {
        peer.frames.put(QByteArray(1, byte));
        taken += peer.allArrived();
    }
    QCOMPARE(taken.join(u' '), QStringLiteral("pong:78 pong:78 pong:78 ")
                                   + texts({QStringLiteral("a longer text than one"), QString(300, u'y')})
                                   + QStringLiteral(" close:03f4"));
}

void TestIncomingFrames::controlFramesComeBetweenFragments()
{
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    const QString text = QStringLiteral("\u20ac");
    QCOMPARE(peer.taken(fragmentedText(text.toUtf8(), 1, serverFrame(FrameHeader::Ping, "x"))),
             QStringLiteral("ping:78 ping:78 ") + texts({text}));
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Ping, QByteArray(125, 'x'))),
             QStringLiteral("ping:") + QString::fromLatin1(QByteArray(125, 'x').toHex()));
    QVERIFY(!peer.frames.fault());
}

void TestIncomingFrames::binaryMessagesAreHandedOn()
{
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Binary, "\xff\x01")), QStringLiteral("binary:ff01"));
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Binary, "\xff", false)
                        + serverFrame(FrameHeader::Continuation, "\x01")),
             QStringLiteral("binary:ff01"));
}

void TestIncomingFrames::goodbyesAreKept_data()
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

void TestIncomingFrames::goodbyesAreKept()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const int, code);
    QFETCH(const QString, reason);
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    QCOMPARE(peer.taken(serverFrame(FrameHeader::Close, payload)),
             QStringLiteral("close:") + QString::fromLatin1(payload.toHex()));
    QVERIFY(peer.frames.goodbye().has_value());
    QCOMPARE(peer.frames.goodbye()->code, code);
    QCOMPARE(peer.frames.goodbye()->reason, reason);
}

void TestIncomingFrames::nothingComesAfterAGoodbye()
{
    QFETCH_GLOBAL(const bool, isClient);
    Peer peer{isClient};
    const QByteArray more = serverFrame(FrameHeader::Text, "more");
    QCOMPARE(peer.taken(more + serverFrame(FrameHeader::Close) + more), QStringLiteral("text:more close:"));
    QCOMPARE(peer.taken(more), QString());
    QVERIFY(!peer.frames.fault());
}

QTEST_APPLESS_MAIN(TestIncomingFrames)
#include "tst_incomingframes.moc"
