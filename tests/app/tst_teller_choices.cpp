// SPDX-License-Identifier: MIT
#include "support/TellerBench.h"

#include <QSignalSpy>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What one chooses about notifications, and what becomes of texts in them.
class TestTellerChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void marksWhatIsUrgent_data();
    void marksWhatIsUrgent();
    void aMutedStageIsCountedForOneselfOnly();
    void mutingIsKept();
    void mutingTakesAwayWhatIsShown();
    void hidesTextOnRequest();
    void textsAreHarmless_data();
    void textsAreHarmless();

private:
    Notification only() const { return m_bench->notifier.only(); }

    std::unique_ptr<TellerBench> m_bench;
};

void TestTellerChoices::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_bench = std::make_unique<TellerBench>();
}

void TestTellerChoices::marksWhatIsUrgent_data()
{
    QTest::addColumn<Message::Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("urgent");
    QTest::newRow("a line") << Message::Kind::Chat << QStringLiteral("a heronry") << false;
    QTest::newRow("a highlight word") << Message::Kind::Chat << QStringLiteral("HERON, look") << true;
    QTest::newRow("a direct message") << Message::Kind::Direct << QStringLiteral("x") << true;
}

void TestTellerChoices::marksWhatIsUrgent()
{
    QFETCH(const Message::Kind, kind);
    QFETCH(const QString, text);
    QFETCH(const bool, urgent);
    m_bench->words.setWords({QStringLiteral("heron")});
    m_bench->dev->hear(text, kind);
    QCOMPARE(only().urgency == Notification::Urgency::Urgent, urgent);
    QCOMPARE(m_bench->teller.isUrgent(), urgent);
}

void TestTellerChoices::aMutedStageIsCountedForOneselfOnly()
{
    m_bench->words.setWords({QStringLiteral("heron")});
    m_bench->teller.mutedStages().setMuted(m_bench->dev->stage(), true);
    m_bench->dev->hear(QStringLiteral("x"));
    QCOMPARE(m_bench->teller.unread(), 0);
    m_bench->dev->hear(QStringLiteral("heron"));
    m_bench->dev->hear(QStringLiteral("x"), Message::Kind::Direct);
    QCOMPARE(m_bench->teller.unread(), 2);
    m_bench->clock.advance(5 * Teller::pause);
    QVERIFY(m_bench->notifier.all.isEmpty());
    m_bench->teller.mutedStages().setMuted(m_bench->dev->stage(), false);
    QCOMPARE(m_bench->teller.unread(), 3);
}

void TestTellerChoices::mutingIsKept()
{
    m_bench->teller.mutedStages().setMuted(m_bench->dev->stage(), true);
    QVERIFY(
        MutedStages(m_bench->settings).isMuted(QUrl(QStringLiteral("wss://dev.example/a?token=another"))));
    QVERIFY(!MutedStages(m_bench->settings).isMuted(QUrl(QStringLiteral("wss://dev.example/b"))));
    const QStringList keys = m_bench->settings.allKeys();
    for (const QString &key : keys)
        QVERIFY(
            !m_bench->settings.value(key).toStringList().join(QString()).contains(QStringLiteral("hunter2")));
}

void TestTellerChoices::mutingTakesAwayWhatIsShown()
{
    m_bench->dev->hear(QStringLiteral("x"));
    m_bench->teller.mutedStages().setMuted(m_bench->dev->stage(), true);
    QVERIFY(m_bench->notifier.shown.isEmpty());
}

void TestTellerChoices::hidesTextOnRequest()
{
    m_bench->teller.setShowsText(false);
    m_bench->dev->hear(QStringLiteral("Hello"));
    QCOMPARE(only().summary, QStringLiteral("1 message(s) in dev.example"));
    QCOMPARE(only().body, QString());
}

void TestTellerChoices::textsAreHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("lines") << QStringLiteral("a\nb\n\n c") << QStringLiteral("a b c");
    QTest::newRow("controls") << QStringLiteral("a\x1b[1mb") + QChar(0) << QStringLiteral("a [1mb ");
    QTest::newRow("an emoji") << QStringLiteral("\U0001F468\u200D\U0001F469")
                              << QStringLiteral("\U0001F468\u200D\U0001F469");
    QTest::newRow("a secret") << QStringLiteral("see wss://h/?token=abc")
                              << QStringLiteral("see wss://h/?token=[redacted]");
    QTest::newRow("a secret at the cut") << QString(295, QLatin1Char('x')) + QStringLiteral(" token=hunter2")
                                         << QString(295, QLatin1Char('x')) + QStringLiteral(" toke…");
    QTest::newRow("100 KB") << QString(100'000, QLatin1Char('x'))
                            << QString(300, QLatin1Char('x')) + QStringLiteral("…");
}

void TestTellerChoices::textsAreHarmless()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    m_bench->dev->hear(text);
    QCOMPARE(only().body.section(QStringLiteral(": "), 1), shown);
}

QTEST_GUILESS_MAIN(TestTellerChoices)
#include "tst_teller_choices.moc"
