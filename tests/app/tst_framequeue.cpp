// SPDX-License-Identifier: MIT
#include "session/FrameQueue.h"

#include <QTest>

using namespace Greenroom;

namespace {

/// What stands in a frame, with its opcode before it.
QByteArray readable(const QByteArray &frame)
{
    const auto header = FrameHeader::read(frame);
    if (!header || !header->mask)
        return "?";
    QByteArray payload;
    appendMasked(payload, QByteArrayView(frame).sliced(header->size), *header->mask);
    return QByteArray::number(header->opcode) + ':' + payload;
}

QByteArrayList allOf(FrameQueue &queue)
{
    QByteArrayList frames;
    for (QByteArray frame = queue.take(); !frame.isEmpty(); frame = queue.take())
        frames += readable(frame);
    return frames;
}

} // namespace

/// What a client sends, and in which order.
class TestFrameQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesLeaveInOrder();
    void everyFrameHasAMaskOfItsOwn();
    void longMessagesLeaveInFramesOf32KB();
    void pongsGoBeforeWhatWaits();
    void onlyTheLatestPingIsAnswered();
    void anEndDropsWhatWaits();

private:
    quint32 m_mask = 0;
    FrameQueue newQueue()
    {
        return FrameQueue([this] { return ++m_mask; });
    }
};

void TestFrameQueue::framesLeaveInOrder()
{
    FrameQueue queue = newQueue();
    queue.putText(QStringLiteral("Olá"));
    queue.putControl(FrameHeader::Ping, "7");
    queue.putText({});
    queue.putControl(FrameHeader::Close, {});
    QCOMPARE(allOf(queue), (QByteArrayList{"1:Olá", "9:7", "1:", "8:"}));
    QCOMPARE(queue.take(), QByteArray());
}

void TestFrameQueue::everyFrameHasAMaskOfItsOwn()
{
    m_mask = 0;
    FrameQueue queue = newQueue();
    queue.putText(QString(qsizetype(40) * 1024, u'x'));
    queue.putControl(FrameHeader::Ping, {});
    for (const quint32 expected : {1U, 2U, 3U})
        QCOMPARE(FrameHeader::read(queue.take())->mask.value_or(0), expected);
}

void TestFrameQueue::longMessagesLeaveInFramesOf32KB()
{
    FrameQueue queue = newQueue();
    queue.putText(QString(qsizetype(40) * 1024, u'x'));
    QCOMPARE(allOf(queue), (QByteArrayList{"1:" + QByteArray(32'768, 'x'), "0:" + QByteArray(8'192, 'x')}));
}

void TestFrameQueue::pongsGoBeforeWhatWaits()
{
    FrameQueue queue = newQueue();
    queue.putText(QString(qsizetype(40) * 1024, u'x'));
    queue.putControl(FrameHeader::Ping, "mine");
    const QByteArray first = readable(queue.take());
    queue.putPong("yours");
    QCOMPARE(first, "1:" + QByteArray(32'768, 'x'));
    QCOMPARE(allOf(queue), (QByteArrayList{"10:yours", "0:" + QByteArray(8'192, 'x'), "9:mine"}));
}

void TestFrameQueue::onlyTheLatestPingIsAnswered()
{
    FrameQueue queue = newQueue();
    queue.putPong("1");
    queue.putPong("2");
    QCOMPARE(allOf(queue), QByteArrayList{"10:2"});
}

void TestFrameQueue::anEndDropsWhatWaits()
{
    FrameQueue queue = newQueue();
    queue.putText(QStringLiteral("too late"));
    queue.putPong("1");
    queue.endWith(QByteArray::fromHex("03ea"));
    QCOMPARE(allOf(queue), QByteArrayList{"8:" + QByteArray::fromHex("03ea")});
}

QTEST_APPLESS_MAIN(TestFrameQueue)
#include "tst_framequeue.moc"
