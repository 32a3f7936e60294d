// SPDX-License-Identifier: MIT
#include "stages/Drafts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

namespace {

QUrl stage()
{
    return QUrl(QStringLiteral("wss://example.com/dev?room=a/b&c=d"));
}

} // namespace

/// What was typed and not sent, over restarts.
class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOverARestart_data();
    void keepsOverARestart();
    void keepsOneForEachStage();
    void forgetsWhatIsBlank();
    void takesNoNoticeOfSecrets();

private:
    QTemporaryDir m_directory;
    QString file() const { return m_directory.filePath(QLatin1String(QTest::currentTestFunction())); }
};

void TestDrafts::keepsOverARestart_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a word") << QStringLiteral("Hello");
    QTest::newRow("lines, blanks and signs") << QStringLiteral("  one\n\ttwo; %1 [a] = \\\"b\\\" é €  ");
    QTest::newRow("something that looks like a list") << QStringLiteral("a, b, @Invalid()");
}

void TestDrafts::keepsOverARestart()
{
    QFETCH(const QString, text);
    {
        QSettings settings(file(), QSettings::IniFormat);
        Drafts(settings).keep(stage(), text);
    }
    QSettings settings(file(), QSettings::IniFormat);
    QCOMPARE(Drafts(settings).of(stage()), text);
}

void TestDrafts::keepsOneForEachStage()
{
    QSettings settings(file(), QSettings::IniFormat);
    Drafts drafts(settings);
    const QUrl other(QStringLiteral("wss://example.com/prod"));
    drafts.keep(stage(), QStringLiteral("here"));
    drafts.keep(other, QStringLiteral("there"));
    QCOMPARE(drafts.of(stage()), QStringLiteral("here"));
    QCOMPARE(drafts.of(other), QStringLiteral("there"));
}

void TestDrafts::forgetsWhatIsBlank()
{
    QSettings settings(file(), QSettings::IniFormat);
    Drafts drafts(settings);
    drafts.keep(stage(), QStringLiteral("here"));
    drafts.keep(stage(), QStringLiteral(" \n"));
    QCOMPARE(drafts.of(stage()), QString());
    QVERIFY(settings.allKeys().isEmpty());
}

void TestDrafts::takesNoNoticeOfSecrets()
{
    QSettings settings(file(), QSettings::IniFormat);
    Drafts(settings).keep(QUrl(QStringLiteral("wss://example.com/dev?token=hidden")), QStringLiteral("here"));
    QVERIFY(!settings.allKeys().join(QChar()).contains(QStringLiteral("hidden")));
    QCOMPARE(Drafts(settings).of(QUrl(QStringLiteral("wss://example.com/dev?token=another"))),
             QStringLiteral("here"));
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
