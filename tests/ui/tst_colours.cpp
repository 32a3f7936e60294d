// SPDX-License-Identifier: MIT
#include "ui/Colours.h"

#include <QTest>

using namespace Greenroom;

/// Colours that can be read on whatever stands behind them.
class TestColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheContrastOfBlackAndWhite();
    void everyColourIsReadable_data();
    void everyColourIsReadable();
    void leavesAReadableColourAlone();
    void aPersonKeepsTheirColour();
    void statesDiffer();
};

void TestColours::knowsTheContrastOfBlackAndWhite()
{
    QCOMPARE(qRound(Colours::contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(qRound(Colours::contrast(Qt::red, Qt::red)), 1);
}

void TestColours::everyColourIsReadable_data()
{
    QTest::addColumn<QColor>("background");
    QTest::newRow("white") << QColor(Qt::white);
    QTest::newRow("light grey") << QColor(239, 239, 239);
    QTest::newRow("middle grey") << QColor(119, 119, 119);
    QTest::newRow("dark grey") << QColor(45, 45, 45);
    QTest::newRow("black") << QColor(Qt::black);
    QTest::newRow("blue") << QColor(48, 140, 198);
    QTest::newRow("yellow") << QColor(Qt::yellow);
}

void TestColours::everyColourIsReadable()
{
    QFETCH(const QColor, background);
    const auto readable = [&](const QColor &colour) {
        return Colours::contrast(colour, background) >= Colours::textContrast;
    };
    for (int person = 0; person < 500; ++person)
        QVERIFY(readable(Colours::person(QStringLiteral("id-%1").arg(person), background)));
    using State = ChatSession::State;
    for (const State state : {State::Disconnected, State::Connecting, State::Connected, State::WaitingToRetry,
                              State::Closing, State::Failed})
        QVERIFY(readable(Colours::state(state, background)));
    QVERIFY(readable(Colours::warning(background)));
    QVERIFY(readable(Colours::error(background)));
    QPalette palette;
    palette.setColor(QPalette::Text, background.lightness() < 128 ? Qt::white : Qt::black);
    QVERIFY(readable(Colours::secondaryText(palette, background)));
}

void TestColours::leavesAReadableColourAlone()
{
    QCOMPARE(Colours::readable(QColor(0, 0, 128), Qt::white), QColor(0, 0, 128));
}

void TestColours::aPersonKeepsTheirColour()
{
    const QString id = QStringLiteral("eHrdFcnvvHcCE-w=");
    QCOMPARE(Colours::person(id, Qt::white), Colours::person(id, Qt::white));
    QVERIFY(Colours::person(id, Qt::white) != Colours::person(QStringLiteral("eHrjDEuVPHcFWMg="), Qt::white));
}

void TestColours::statesDiffer()
{
    using State = ChatSession::State;
    const QColor connected = Colours::state(State::Connected, Qt::white);
    QVERIFY(connected != Colours::state(State::Connecting, Qt::white));
    QVERIFY(connected != Colours::state(State::Failed, Qt::white));
    QVERIFY(connected.hsvHue() > 90 && connected.hsvHue() < 160);
    QVERIFY(Colours::state(State::Disconnected, Qt::white).hsvHue() % 340 < 20);
}

QTEST_GUILESS_MAIN(TestColours)
#include "tst_colours.moc"
