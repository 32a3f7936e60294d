// SPDX-License-Identifier: MIT
#include "common/TextFrames.h"

#include <QTest>
#include <QtEndian>

using namespace Greenroom;

namespace {

struct Frame
{
    int opcode = 0;
    bool isFinal = false;
    QByteArray payload;
};

enum class Sender { Client, Server };

/// Reads frames as section 5.2 of RFC 6455 lays them out.
QList<Frame> decode(const QByteArray &bytes, Sender sender = Sender::Client)
{
    const bool isMasked = sender == Sender::Client;
    QList<Frame> frames;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto first = static_cast<unsigned char>(bytes.at(at));
        const auto second = static_cast<unsigned char>(bytes.at(at + 1));
        if (((second & 0x80U) != 0) != isMasked)
            qFatal("clients' frames are masked, servers' frames are not");
        at += 2;
        qsizetype length = second & 0x7fU;
        if (length == 126) {
            length = qFromBigEndian<quint16>(bytes.constData() + at);
            at += 2;
        }
        const QByteArray key = isMasked ? bytes.sliced(at, 4) : QByteArray(4, '\0');
        at += isMasked ? 4 : 0;
        QByteArray payload = bytes.sliced(at, length);
        for (qsizetype i = 0; i < length; ++i)
            payload[i] = static_cast<char>(payload.at(i) ^ key.at(i % 4));
        frames.append({static_cast<int>(first & 0x0fU), (first & 0x80U) != 0, payload});
        at += length;
    }
    return frames;
}

quint32 fixedMask()
{
    return 0x37fa213d;
}

} // namespace

/// Long texts in frames, as clients and servers send them.
class TestTextFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesTheExampleOfTheStandard();
    void keepsTheTextAndCutsNoCharacter_data();
    void keepsTheTextAndCutsNoCharacter();
    void masksEachFrameAnew();
    void serversDoNotMask();
};

/// Section 5.7: a single-frame masked text message, "Hello".
void TestTextFrames::matchesTheExampleOfTheStandard()
{
    QCOMPARE(TextFrames::encode("Hello", fixedMask), QByteArray::fromHex("818537fa213d7f9f4d5158"));
}

void TestTextFrames::keepsTheTextAndCutsNoCharacter_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qsizetype>("size");
    const std::initializer_list<std::pair<const char *, QString>> units{
        {"one byte each", QStringLiteral("a")},         {"two bytes each", QStringLiteral("é")},
        {"three bytes each", QStringLiteral("€")},      {"four bytes each", QStringLiteral("\U0001F389")},
        {"a mixture", QStringLiteral("aé€\U0001F389")},
    };
    for (const auto &[name, unit] : units) {
        for (const qsizetype size : {0, 1, 125, 126, 32 * 1024, 32 * 1024 + 1, 127 * 1024})
            QTest::addRow("%s, about %d bytes", name, int(size)) << unit << size;
    }
}

void TestTextFrames::keepsTheTextAndCutsNoCharacter()
{
    QFETCH(const QString, unit);
    QFETCH(const qsizetype, size);
    // One byte first, so that even cuts do not fall well by chance.
    QByteArray text = size > 0 ? QByteArray("a") : QByteArray();
    while (text.size() < size)
        text += unit.toUtf8();
    const QList<Frame> frames = decode(TextFrames::encode(text, fixedMask));
    QByteArray joined;
    for (const Frame &frame : frames) {
        QCOMPARE(frame.opcode, joined.isEmpty() ? 1 : 0);
        QVERIFY(frame.payload.size() <= TextFrames::largestPayload);
        QVERIFY2(QString::fromUtf8(frame.payload).toUtf8() == frame.payload, "ends inside a character");
        joined += frame.payload;
        QCOMPARE(frame.isFinal, joined.size() == text.size());
    }
    QCOMPARE(joined, text);
}

void TestTextFrames::masksEachFrameAnew()
{
    quint32 calls = 0;
    const auto mask = [&calls] { return ++calls; };
    const auto frames = decode(TextFrames::encode(QByteArray(qsizetype(100) * 1024, 'x'), mask));
    QCOMPARE(frames.size(), 4);
    QCOMPARE(calls, 4U);
}

/// Section 5.7: a single-frame unmasked text message, "Hello".
void TestTextFrames::serversDoNotMask()
{
    QCOMPARE(TextFrames::encode("Hello"), QByteArray::fromHex("810548656c6c6f"));
    const QByteArray text = QStringLiteral("€").repeated(qsizetype(32) * 1024).toUtf8();
    const auto frames = decode(TextFrames::encode(text), Sender::Server);
    QCOMPARE(frames.size(), 4);
    QByteArray joined;
    for (const Frame &frame : frames)
        joined += frame.payload;
    QCOMPARE(joined, text);
}

QTEST_APPLESS_MAIN(TestTextFrames)
#include "tst_textframes.moc"
