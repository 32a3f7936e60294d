// SPDX-License-Identifier: MIT
#include "transcript/TranscriptModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Greenroom;
using namespace std::chrono_literals;

namespace {

QString ann()
{
    return QStringLiteral("ann=");
}

QString bob()
{
    return QStringLiteral("bob=");
}

Message chat(const QString &personId, const QString &text)
{
    return {Message::Kind::Chat, personId, text, WallTime(1'769'860'800'250ms), QStringLiteral("{}")};
}

Message typedHere(quint64 number)
{
    Message message = chat({}, QStringLiteral("mine"));
    message.delivery = Delivery::Sending;
    message.ownLine = number;
    return message;
}

} // namespace

class TestTranscriptModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void appendsInOrder();
    void givesEveryRole();
    void knowsOwnLinesBeforeAndAfterBeingTold();
    void keepsTheIdsOfFormerConnections();
    void tellsWhichRowsBecameOwn();
    void aLineOfNobodyIsNeverOwn();
    void answersOddIndexesWithNothing();
    void changesHowFarALineHasCome();
    void replacesALineButNotItsNumber();
    void removesALine();
};

void TestTranscriptModel::appendsInOrder()
{
    TranscriptModel transcript;
    const QAbstractItemModelTester tester(&transcript,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&transcript, &TranscriptModel::rowsInserted);
    transcript.append(chat(ann(), QStringLiteral("one")));
    transcript.append(chat(bob(), QStringLiteral("two")));
    QCOMPARE(transcript.rowCount(), 2);
    QCOMPARE(transcript.message(0).text, QStringLiteral("one"));
    QCOMPARE(transcript.message(1).text, QStringLiteral("two"));
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(inserted.at(1).at(1).toInt(), 1);
    QCOMPARE(transcript.rowCount(transcript.index(0)), 0);
}

void TestTranscriptModel::givesEveryRole()
{
    TranscriptModel transcript;
    transcript.append(chat(ann(), QStringLiteral("<b>plain</b>")));
    const QModelIndex line = transcript.index(0);
    QCOMPARE(line.data(Qt::DisplayRole).toString(), QStringLiteral("<b>plain</b>"));
    QCOMPARE(line.data(TranscriptModel::TextRole).toString(), QStringLiteral("<b>plain</b>"));
    QCOMPARE(line.data(TranscriptModel::KindRole).value<Message::Kind>(), Message::Kind::Chat);
    QCOMPARE(line.data(TranscriptModel::PersonIdRole).toString(), ann());
    QCOMPARE(line.data(TranscriptModel::TimeRole).toLongLong(), 1'769'860'800'250LL);
    QCOMPARE(line.data(TranscriptModel::OwnRole).toBool(), false);
    QCOMPARE(line.data(TranscriptModel::RawFrameRole).toString(), QStringLiteral("{}"));
}

void TestTranscriptModel::knowsOwnLinesBeforeAndAfterBeingTold()
{
    TranscriptModel transcript;
    transcript.append(chat(ann(), QStringLiteral("before")));
    transcript.noteOwnId(ann());
    transcript.append(chat(ann(), QStringLiteral("after")));
    transcript.append(chat(bob(), QStringLiteral("not mine")));
    QVERIFY(transcript.isOwn(0));
    QVERIFY(transcript.isOwn(1));
    QVERIFY(!transcript.isOwn(2));
    QVERIFY(transcript.index(0).data(TranscriptModel::OwnRole).toBool());
}

void TestTranscriptModel::keepsTheIdsOfFormerConnections()
{
    TranscriptModel transcript;
    transcript.append(chat(ann(), QStringLiteral("yesterday")));
    transcript.noteOwnId(ann());
    transcript.append(chat(bob(), QStringLiteral("today")));
    transcript.noteOwnId(bob());
    QVERIFY(transcript.isOwn(0));
    QVERIFY(transcript.isOwn(1));
}

void TestTranscriptModel::tellsWhichRowsBecameOwn()
{
    TranscriptModel transcript;
    transcript.append(chat(bob(), QStringLiteral("one")));
    transcript.append(chat(ann(), QStringLiteral("two")));
    const QSignalSpy changes(&transcript, &TranscriptModel::dataChanged);
    transcript.noteOwnId(ann());
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    transcript.noteOwnId(ann());
    QCOMPARE(changes.count(), 1);
}

void TestTranscriptModel::aLineOfNobodyIsNeverOwn()
{
    TranscriptModel transcript;
    transcript.append(chat({}, QStringLiteral("from the backend")));
    transcript.noteOwnId({});
    QVERIFY(!transcript.isOwn(0));
}

void TestTranscriptModel::answersOddIndexesWithNothing()
{
    TranscriptModel transcript;
    transcript.append(chat(ann(), QStringLiteral("one")));
    QVERIFY(!transcript.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!transcript.data(transcript.index(0), Qt::DecorationRole).isValid());
}

void TestTranscriptModel::changesHowFarALineHasCome()
{
    TranscriptModel transcript;
    transcript.append(typedHere(1));
    QVERIFY(transcript.isOwn(0));
    const QSignalSpy changes(&transcript, &TranscriptModel::dataChanged);
    transcript.setDelivery(0, Delivery::Failed, QStringLiteral("Because."));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(transcript.index(0).data(TranscriptModel::DeliveryRole).value<Delivery>(), Delivery::Failed);
    QCOMPARE(transcript.index(0).data(TranscriptModel::FailureRole).toString(), QStringLiteral("Because."));
    // A screen reader tells what the eye sees.
    const QString spoken = transcript.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("Not delivered. Because.")));
}

void TestTranscriptModel::replacesALineButNotItsNumber()
{
    TranscriptModel transcript;
    transcript.append(typedHere(1));
    transcript.append(typedHere(2));
    const QSignalSpy changes(&transcript, &TranscriptModel::dataChanged);
    transcript.replace(0, chat(ann(), QStringLiteral("as it came back")));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(transcript.message(0).text, QStringLiteral("as it came back"));
    QCOMPARE(transcript.rowOfOwnLine(1), 0);
    QCOMPARE(transcript.rowOfOwnLine(2), 1);
    QCOMPARE(transcript.rowOfOwnLine(3), -1);
    QCOMPARE(transcript.rowOfOwnLine(0), -1);
}

void TestTranscriptModel::removesALine()
{
    TranscriptModel transcript;
    const QAbstractItemModelTester tester(&transcript,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    transcript.append(typedHere(1));
    transcript.append(chat(ann(), QStringLiteral("one")));
    transcript.remove(0);
    QCOMPARE(transcript.rowCount(), 1);
    QCOMPARE(transcript.message(0).text, QStringLiteral("one"));
    QCOMPARE(transcript.rowOfOwnLine(1), -1);
}

QTEST_GUILESS_MAIN(TestTranscriptModel)
#include "tst_transcriptmodel.moc"
