// SPDX-License-Identifier: MIT
#include "stages/SavedStages.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

class TestSavedStages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void holdsNothingAtFirst();
    void keepsTheLastAddressOverARestart();
    void leavesSecretsOutAndDoesNotConnectWithoutThem();
    void connectsAgainOnceAnAddressHasNoSecrets();
    void readsNothingFromDamagedSettings_data();
    void readsNothingFromDamagedSettings();
    void writesOverDamagedSettings();
    void takesSecretsOutOfAFileEditedByHand();
    void takesOverTheAddressOfFormerVersions();
    void takesOverWhatFormerVersionsNotedOfSecrets();
    void saysWhenItCannotWrite();

private:
    QString file() const { return m_directory->filePath(QStringLiteral("greenroom.ini")); }
    QByteArray contents() const;
    void write(const QByteArray &contents) const;
    std::optional<SavedStage> lastAfterRestart() const;
    bool save(const QString &address) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSavedStages::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

QByteArray TestSavedStages::contents() const
{
    QFile settings(file());
    return settings.open(QIODevice::ReadOnly) ? settings.readAll() : QByteArray();
}

void TestSavedStages::write(const QByteArray &contents) const
{
    QFile settings(file());
    QVERIFY(settings.open(QIODevice::WriteOnly));
    QCOMPARE(settings.write(contents), contents.size());
}

std::optional<SavedStage> TestSavedStages::lastAfterRestart() const
{
    QSettings settings(file(), QSettings::IniFormat);
    return SavedStages(settings).last();
}

bool TestSavedStages::save(const QString &address) const
{
    QSettings settings(file(), QSettings::IniFormat);
    return SavedStages(settings).save(QUrl(address));
}

void TestSavedStages::holdsNothingAtFirst()
{
    QVERIFY(!lastAfterRestart());
}

void TestSavedStages::keepsTheLastAddressOverARestart()
{
    const QString address = QStringLiteral("wss://example.com:8443/dev?room=a%20b%26c;d,e&x=%C3%A7");
    QVERIFY(save(QStringLiteral("ws://localhost:3001/dev")));
    QVERIFY(save(address));
    const auto last = lastAfterRestart();
    QVERIFY(last);
    QCOMPARE(last->address, QUrl(address));
    QVERIFY(last->connectAtStart && !last->lacksSecret);
}

void TestSavedStages::leavesSecretsOutAndDoesNotConnectWithoutThem()
{
    QVERIFY(save(QStringLiteral("wss://me:hidden@example.com/dev?Authorization=Bearer%20hidden&room=1")));
    const auto last = lastAfterRestart();
    QVERIFY(last);
    QCOMPARE(last->address, QUrl(QStringLiteral("wss://example.com/dev?room=1")));
    QVERIFY(last->lacksSecret);
    QVERIFY(!contents().isEmpty());
    QVERIFY(!contents().contains("hidden"));
}

void TestSavedStages::connectsAgainOnceAnAddressHasNoSecrets()
{
    QVERIFY(save(QStringLiteral("wss://example.com/dev?token=hidden")));
    QVERIFY(save(QStringLiteral("wss://example.com/dev")));
    QVERIFY(!lastAfterRestart()->lacksSecret);
}

void TestSavedStages::readsNothingFromDamagedSettings_data()
{
    QTest::addColumn<QByteArray>("contents");

    QTest::newRow("an address that is none") << QByteArray("[stages]\nlast\\address=http://example.com\n");
    QTest::newRow("a list instead of an address") << QByteArray("[stages]\nlast\\address=a, b\n");
    QTest::newRow("an address too long")
        << QByteArray("[stages]\nlast\\address=wss://example.com/" + QByteArray(5000, 'x') + "\n");
    QTest::newRow("random bytes") << QByteArray("\x00\xff\xfe[[[=\n\x1b=\x80\x81]]", 14);
    QTest::newRow("a section cut short") << QByteArray("[stages");
    QTest::newRow("a variant that cannot be read")
        << QByteArray("[stages]\nlast\\address=@Variant(\\0\\0\\0\n");
}

void TestSavedStages::readsNothingFromDamagedSettings()
{
    QFETCH(QByteArray, contents);
    write(contents);
    QVERIFY(!lastAfterRestart());
}

void TestSavedStages::writesOverDamagedSettings()
{
    write("[stages");
    QVERIFY(save(QStringLiteral("wss://example.com/dev")));
    const auto last = lastAfterRestart();
    QVERIFY(last);
    QCOMPARE(last->address, QUrl(QStringLiteral("wss://example.com/dev")));
}

void TestSavedStages::takesSecretsOutOfAFileEditedByHand()
{
    write("[stages]\nlast\\address=wss://example.com/dev?token=hidden\nlast\\connectAtStart=true\n");
    const auto last = lastAfterRestart();
    QVERIFY(last);
    QCOMPARE(last->address, QUrl(QStringLiteral("wss://example.com/dev")));
    QVERIFY(last->lacksSecret);
}

void TestSavedStages::takesOverTheAddressOfFormerVersions()
{
    write("[stages]\nlast\\address=wss://example.com/dev?room=1\nlast\\connectAtStart=false\n");
    {
        QSettings settings(file(), QSettings::IniFormat);
        SavedStages stages(settings);
        QCOMPARE(stages.all().size(), 1);
        QCOMPARE(stages.all().constFirst().address, QUrl(QStringLiteral("wss://example.com/dev?room=1")));
        QVERIFY(stages.all().constFirst().lacksSecret);
        stages.forget(stages.all().constFirst().address);
    }
    // Once: it must not come back after it was forgotten.
    QVERIFY(!lastAfterRestart());
}

void TestSavedStages::takesOverWhatFormerVersionsNotedOfSecrets()
{
    write("[stages]\nsaved\\wss%253A%252F%252Fexample.com%252Fdev\\connectAtStart=false\n");
    const auto last = lastAfterRestart();
    QVERIFY(last);
    QVERIFY(last->lacksSecret);
    // Nobody has said that they do not want to.
    QVERIFY(last->connectAtStart);
}

void TestSavedStages::saysWhenItCannotWrite()
{
    // A directory in the file's place stops root too, unlike permissions.
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("greenroom.ini")));
    QVERIFY(!save(QStringLiteral("wss://example.com/dev")));
}

QTEST_GUILESS_MAIN(TestSavedStages)
#include "tst_savedstages.moc"
