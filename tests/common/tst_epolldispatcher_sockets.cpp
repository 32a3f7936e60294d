// SPDX-License-Identifier: MIT
#include "common/EpollDispatcher.h"
#include "support/SocketPair.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

using namespace Greenroom;
using namespace std::chrono_literals;
using Test::SocketPair;

namespace {

bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return QAbstractEventDispatcher::instance()->processEvents(flags);
}

} // namespace

/// The tests' own event loop runs on it.
class TestEpollDispatcherSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aNotifierTellsWhileThereIsSomething();
    void aDisabledNotifierIsSilent();
    void readingAndWritingAreToldApart();
    void anEndIsToldToReaders();
    void aNotifierMayBeDeletedByItsOwnHandler();
    void aNotifierMayBeDeletedByAnothersHandler();
    void anotherSocketWithTheSameNumberIsNotMistaken();
    void notifiersCanBeLeftOut();
    void moreThanFitInOneTurnAreAllTold();

private:
    void replace(std::unique_ptr<QSocketNotifier> &notifier, int number, int byNumber);

    int m_told = 0;
    std::array<std::unique_ptr<QSocketNotifier>, 2> m_notifiers;
};

void TestEpollDispatcherSockets::init()
{
    m_told = 0;
    for (auto &notifier : m_notifiers)
        notifier.reset();
}

/// The new one counts in m_told.
void TestEpollDispatcherSockets::replace(std::unique_ptr<QSocketNotifier> &notifier, int number, int byNumber)
{
    notifier.reset();
    ::dup2(byNumber, number);
    notifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, this, [this] { ++m_told; });
}

void TestEpollDispatcherSockets::aNotifierTellsWhileThereIsSomething()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QSignalSpy told(&notifier, &QSocketNotifier::activated);
    turn();
    QCOMPARE(told.size(), 0);
    QVERIFY(pair.send());
    QVERIFY(turn());
    QCOMPARE(told.size(), 1);
    turn();
    QCOMPARE(told.size(), 2);
    QVERIFY(pair.receive());
    turn();
    QCOMPARE(told.size(), 2);
}

void TestEpollDispatcherSockets::aDisabledNotifierIsSilent()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QSignalSpy told(&notifier, &QSocketNotifier::activated);
    QVERIFY(pair.send());
    notifier.setEnabled(false);
    turn();
    QCOMPARE(told.size(), 0);
    notifier.setEnabled(true);
    turn();
    QCOMPARE(told.size(), 1);
    // Both before the loop sees any of it.
    notifier.setEnabled(false);
    notifier.setEnabled(true);
    turn();
    QCOMPARE(told.size(), 2);
}

void TestEpollDispatcherSockets::readingAndWritingAreToldApart()
{
    const SocketPair pair;
    QSocketNotifier reading(pair.near(), QSocketNotifier::Read);
    QSocketNotifier writing(pair.near(), QSocketNotifier::Write);
    QSignalSpy read(&reading, &QSocketNotifier::activated);
    QSignalSpy written(&writing, &QSocketNotifier::activated);
    turn();
    QCOMPARE(read.size(), 0);
    QCOMPARE(written.size(), 1);
    writing.setEnabled(false);
    QVERIFY(pair.send());
    turn();
    QCOMPARE(read.size(), 1);
    QCOMPARE(written.size(), 1);
    writing.setEnabled(true);
    turn();
    QCOMPARE(read.size(), 2);
    QCOMPARE(written.size(), 2);
}

void TestEpollDispatcherSockets::anEndIsToldToReaders()
{
    SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QSignalSpy told(&notifier, &QSocketNotifier::activated);
    turn();
    pair.closeFar();
    turn();
    QCOMPARE(told.size(), 1);
}

void TestEpollDispatcherSockets::aNotifierMayBeDeletedByItsOwnHandler()
{
    const SocketPair pair;
    auto *reading = new QSocketNotifier(pair.near(), QSocketNotifier::Read);
    m_notifiers[0] = std::make_unique<QSocketNotifier>(pair.near(), QSocketNotifier::Write);
    connect(reading, &QSocketNotifier::activated, this, [this, reading] {
        ++m_told;
        m_notifiers[0].reset();
        reading->setEnabled(false);
        reading->deleteLater();
    });
    QVERIFY(pair.send());
    turn();
    turn();
    QCOMPARE(m_told, 1);
}

void TestEpollDispatcherSockets::aNotifierMayBeDeletedByAnothersHandler()
{
    const std::array<SocketPair, 2> pairs;
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        m_notifiers.at(index) =
            std::make_unique<QSocketNotifier>(pairs.at(index).near(), QSocketNotifier::Read);
        connect(m_notifiers.at(index).get(), &QSocketNotifier::activated, this, [this, index] {
            ++m_told;
            m_notifiers.at(1 - index).reset();
        });
        QVERIFY(pairs.at(index).send());
    }
    turn();
    QCOMPARE(m_told, 1);
}

/// Two sockets have something to read; whichever is told first replaces the other by a third, which has not.
void TestEpollDispatcherSockets::anotherSocketWithTheSameNumberIsNotMistaken()
{
    const std::array<SocketPair, 2> pairs;
    const SocketPair third;
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        auto &notifier = m_notifiers.at(index);
        notifier = std::make_unique<QSocketNotifier>(pairs.at(index).near(), QSocketNotifier::Read);
        const int otherNumber = pairs.at(1 - index).near();
        connect(notifier.get(), &QSocketNotifier::activated, this,
                [this, index, otherNumber, number = third.near()] {
                    m_notifiers.at(index)->setEnabled(false);
                    replace(m_notifiers.at(1 - index), otherNumber, number);
                });
        QVERIFY(pairs.at(index).send());
    }
    turn();
    QCOMPARE(m_told, 0);
    QVERIFY(third.send());
    turn();
    QCOMPARE(m_told, 1);
}

void TestEpollDispatcherSockets::notifiersCanBeLeftOut()
{
    const SocketPair pair;
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    QSignalSpy told(&notifier, &QSocketNotifier::activated);
    QVERIFY(pair.send());
    turn(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(told.size(), 0);
    // It waits for the others all the same.
    QTimer timer;
    QSignalSpy rung(&timer, &QTimer::timeout);
    timer.start(10ms);
    while (rung.isEmpty())
        turn(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
    QCOMPARE(told.size(), 0);
    turn();
    QCOMPARE(told.size(), 1);
}

void TestEpollDispatcherSockets::moreThanFitInOneTurnAreAllTold()
{
    constexpr int many = 1200;
    const SocketPair pair;
    QVERIFY(pair.send());
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::vector<int> copies;
    for (int index = 0; index < many; ++index) {
        copies.push_back(::dup(pair.near()));
        notifiers.push_back(std::make_unique<QSocketNotifier>(copies.back(), QSocketNotifier::Read));
        QSocketNotifier *notifier = notifiers.back().get();
        connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
            ++m_told;
            notifier->setEnabled(false);
        });
    }
    QTRY_COMPARE(m_told, many);
    for (const int copy : copies)
        ::close(copy);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcherSockets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatcher_sockets.moc"
