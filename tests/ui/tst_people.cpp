// SPDX-License-Identifier: MIT
#include "support/ComposerBench.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QListView>
#include <QMenu>
#include <QToolButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = ComposerBench;

/// Choosing somebody in the list of people, to be written to alone.
class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoubleClickChooses();
    void enterChooses();
    void theMenuChoosesAndCopies();
    void aStageWithoutDirectMessagesSaysSo();
    void whoeverIsChosenIsForgottenWithTheConnection();

private:
    static QListView &people(Bench &bench) { return find<QListView>(bench.window, "people"); }
    static QModelIndex ann(Bench &bench) { return people(bench).model()->index(1, 0); }
    static void doubleClickAnn(Bench &bench);
    static QString recipientOf(const Bench &bench, int line)
    {
        return Dialect::readOutgoing(bench.sent().at(line)).recipientId;
    }
};

void TestPeople::doubleClickAnn(Bench &bench)
{
    const QPoint place = people(bench).visualRect(ann(bench)).center();
    QTest::mouseClick(people(bench).viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(people(bench).viewport(), Qt::LeftButton, {}, place);
}

void TestPeople::aDoubleClickChooses()
{
    Bench bench;
    bench.meet();
    bench.annJoins();
    doubleClickAnn(bench);
    QVERIFY(find<QToolButton>(bench.window, "recipient").text().contains(ann(bench).data().toString()));
    bench.write("psst");
    QCOMPARE(recipientOf(bench, 0), QStringLiteral("ann="));
}

void TestPeople::enterChooses()
{
    Bench bench;
    bench.meet();
    bench.annJoins();
    people(bench).setFocus();
    people(bench).setCurrentIndex(ann(bench));
    QTest::keyClick(&people(bench), Qt::Key_Return);
    QCOMPARE(bench.window.focusWidget(), &bench.field());
    bench.write("psst");
    QCOMPARE(recipientOf(bench, 0), QStringLiteral("ann="));
}

void TestPeople::theMenuChoosesAndCopies()
{
    Bench bench;
    bench.meet();
    bench.annJoins();
    const QPoint place = people(bench).visualRect(ann(bench)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, people(bench).viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(people(bench).viewport(), &event);
    auto &menu = find<QMenu>(bench.window, "personMenu");
    menu.findChild<QAction *>(QStringLiteral("copyId"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ann="));
    menu.findChild<QAction *>(QStringLiteral("writeTo"))->trigger();
    menu.close();
    bench.write("psst");
    QCOMPARE(recipientOf(bench, 0), QStringLiteral("ann="));
}

void TestPeople::aStageWithoutDirectMessagesSaysSo()
{
    Bench bench;
    bench.annJoins();
    bench.annJoins();
    bench.receive(QStringLiteral(R"({"message": "A new user has joined the chat - ben="})"));
    doubleClickAnn(bench);
    QVERIFY(bench.hint().contains(QStringLiteral("no direct messages")));
    QVERIFY(!find<QToolButton>(bench.window, "recipient").isVisible());
    bench.write("aloud");
    QCOMPARE(bench.sent(), QStringList{Dialect::chatFrame(QStringLiteral("aloud"))});
}

void TestPeople::whoeverIsChosenIsForgottenWithTheConnection()
{
    Bench bench;
    bench.meet();
    bench.annJoins();
    doubleClickAnn(bench);
    Q_EMIT bench.transports.transport().closed(1001, {});
    QVERIFY(!find<QToolButton>(bench.window, "recipient").isVisible());
}

QTEST_MAIN(TestPeople)
#include "tst_people.moc"
