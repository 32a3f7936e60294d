// SPDX-License-Identifier: MIT
#include "gateway/Parcel.h"

#include <QTest>

using namespace Greenroom;

/// Frames on their way to connections that get the same, or not quite.
class TestParcel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itBeginsEmpty();
    void framesStandOneBehindTheOther();
    void thoseWhoGetTheSameShareOne();
    void thoseWhoGetSomethingElseDoNot();
    void theSameTextTwiceIsTwoFrames();

private:
    Parcel m_nothing;
    Parcel::Store m_store;
};

void TestParcel::itBeginsEmpty()
{
    QCOMPARE(m_nothing.size(), 0);
    QVERIFY(m_nothing.bytes().isEmpty());
}

void TestParcel::framesStandOneBehindTheOther()
{
    const Parcel &parcel = m_nothing.with("one,", m_store).with("two,", m_store).with("three", m_store);
    QCOMPARE(parcel.bytes(), QByteArray("one,two,three"));
    QCOMPARE(parcel.size(), parcel.bytes().size());
    QCOMPARE(parcel.bytes(), QByteArray("one,two,three"));
}

void TestParcel::thoseWhoGetTheSameShareOne()
{
    const QByteArray first("first");
    const QByteArray second("second");
    Parcel &ana = m_nothing.with(first, m_store);
    Parcel &ben = m_nothing.with(first, m_store);
    QCOMPARE(&ana, &ben);
    QCOMPARE(&ana.with(second, m_store), &ben.with(second, m_store));
    // One buffer for both, and a single frame needs none of its own.
    QCOMPARE(static_cast<const void *>(ana.bytes().constData()),
             static_cast<const void *>(first.constData()));
    QCOMPARE(static_cast<const void *>(ana.with(second, m_store).bytes().constData()),
             static_cast<const void *>(ben.with(second, m_store).bytes().constData()));
}

void TestParcel::thoseWhoGetSomethingElseDoNot()
{
    const QByteArray all("all ");
    const QByteArray alone("alone ");
    Parcel &ana = m_nothing.with(all, m_store);
    Parcel &ben = m_nothing.with(alone, m_store).with(all, m_store);
    QCOMPARE(ana.with(all, m_store).bytes(), QByteArray("all all "));
    QCOMPARE(ben.with(all, m_store).bytes(), QByteArray("alone all all "));
    QCOMPARE(ana.bytes(), all);
}

void TestParcel::theSameTextTwiceIsTwoFrames()
{
    const QByteArray text("again");
    QCOMPARE(m_nothing.with(text, m_store).with(text, m_store).bytes(), QByteArray("againagain"));
}

QTEST_GUILESS_MAIN(TestParcel)
#include "tst_parcel.moc"
