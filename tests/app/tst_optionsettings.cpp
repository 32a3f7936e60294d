// SPDX-License-Identifier: MIT
#include "stages/SavedStages.h"
#include "support/SampleOptions.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// What stays of a stage's options over a restart.
class TestOptionSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsAllOverARestart();
    void takesBackWhatIsAsUsualAgain();
    void keepsWhatWasSetWhenTheStageIsConnectedTo();
    void neverWritesASecret();
    void takesFromEditedSettingsWhatMakesSense_data();
    void takesFromEditedSettingsWhatMakesSense();
    void asksNobodyToConnectAgainstTheirWill();
    void putsStagesWithoutTheirBeingUsed();
    void putsAKnownStageToTheEndOfItsNewGroup();
    void knowsNothingOfStagesThatAreNotKept();

private:
    QString file() const { return m_directory->filePath(QStringLiteral("greenroom.ini")); }
    static QUrl stage() { return QUrl(QStringLiteral("wss://example.com/dev")); }
    QByteArray contents() const;
    SavedStages &restart();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SavedStages> m_stages;
};

void TestOptionSettings::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_stages.reset();
    m_settings.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    restart().save(stage());
}

QByteArray TestOptionSettings::contents() const
{
    m_settings->sync();
    QFile settings(file());
    return settings.open(QIODevice::ReadOnly) ? settings.readAll() : QByteArray();
}

SavedStages &TestOptionSettings::restart()
{
    m_stages.reset();
    m_settings = std::make_unique<QSettings>(file(), QSettings::IniFormat);
    m_stages = std::make_unique<SavedStages>(*m_settings);
    return *m_stages;
}

void TestOptionSettings::keepsAllOverARestart()
{
    m_stages->setOptions(stage(), sampleOptions());
    QVERIFY(m_stages->options(stage()) == sampleOptions());
    QVERIFY(restart().options(stage()) == sampleOptions());
}

void TestOptionSettings::takesBackWhatIsAsUsualAgain()
{
    const QByteArray before = contents();
    m_stages->setOptions(stage(), sampleOptions());
    QVERIFY(contents() != before);
    m_stages->setOptions(stage(), {});
    QVERIFY(restart().options(stage()) == StageOptions());
    QCOMPARE(contents(), before);
}

void TestOptionSettings::keepsWhatWasSetWhenTheStageIsConnectedTo()
{
    m_stages->setOptions(stage(), sampleOptions());
    m_stages->save(stage());
    m_stages->rename(stage(), QStringLiteral("Lobby"));
    QVERIFY(restart().options(stage()) == sampleOptions());
}

void TestOptionSettings::neverWritesASecret()
{
    StageOptions options;
    // Nobody should have put them there, but if somebody does, they must not reach the disk.
    options.headers = {{"Authorization", "hidden"}, {"Cookie", "hidden"}};
    options.queryItems = {{QStringLiteral("pin"), QStringLiteral("hidden"), true},
                          {QStringLiteral("token"), QStringLiteral("hidden"), false}};
    options.signIn.authUrl = QUrl(QStringLiteral("https://me:hidden@example.com/auth?key=hidden"));
    m_stages->setOptions(stage(), options);
    QVERIFY(contents().contains("Authorization"));
    QVERIFY(!contents().contains("hidden"));
}

void TestOptionSettings::takesFromEditedSettingsWhatMakesSense_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QVariant>("value");

    const auto row = [](const char *what, const char *name, const QVariant &value) {
        QTest::newRow(what) << QString::fromLatin1(name) << value;
    };
    row("an unknown dialect", "dialect", QStringLiteral("klingon"));
    row("a dialect that is a list", "dialect", QStringList{QStringLiteral("raw"), QStringLiteral("raw")});
    row("half of a JSON object", "tls", QStringLiteral("{\"trust\":"));
    row("an unknown trust", "tls", QStringLiteral("{\"trust\":\"everybody\"}"));
    row("a certificate without a fingerprint", "tls", QStringLiteral("{\"trust\":\"certificate\"}"));
    row("a certificate without its key", "tls",
        QStringLiteral("{\"trust\":\"system\",\"certificateFile\":\"a\"}"));
    row("a proxy without a host", "proxy", QStringLiteral("{\"kind\":\"manual\",\"port\":1}"));
    row("a proxy without a port", "proxy", QStringLiteral("{\"kind\":\"manual\",\"host\":\"a\"}"));
    row("a proxy with a port that is none", "proxy",
        QStringLiteral("{\"kind\":\"manual\",\"host\":\"a\",\"port\":70000}"));
    row("a heartbeat every second", "heartbeat", QStringLiteral("{\"interval\":1}"));
    row("a heartbeat every day", "heartbeat", QStringLiteral("{\"interval\":86400}"));
    row("a heartbeat in two lines", "heartbeat", QStringLiteral(R"({"text":"a\nb"})"));
    row("a heartbeat whose text is a number", "heartbeat", QStringLiteral("{\"text\":1}"));
    row("a heartbeat of a thousand letters", "heartbeat",
        QStringLiteral(R"({"text":"%1"})").arg(QString(1000, u'a')));
    row("a heartbeat without a text, which is the usual one", "heartbeat", QStringLiteral("{\"text\":\"\"}"));
    row("a heartbeat without a route", "heartbeat", QStringLiteral("{\"route\":\"\"}"));
    row("a header of the handshake itself", "headers",
        QStringLiteral(R"([{"name":"Host","value":"evil.example"}])"));
    row("a header in two lines", "headers", QStringLiteral(R"([{"name":"X-A","value":"a\r\nHost: b"}])"));
    row("headers that are a number", "headers", 17);
    row("a list of anything", "queryItems", QStringLiteral("[1,null,{},\"a\"]"));
    row("a subprotocol with a comma", "subprotocols", QStringLiteral("[\"a,b\"]"));
    row("sign-in to a file", "signIn", QString::fromLatin1(R"({"url":"file:///etc/passwd"})"));
    row("random text", "signIn", QStringLiteral("\x01\xff[[{"));
}

void TestOptionSettings::takesFromEditedSettingsWhatMakesSense()
{
    QFETCH(QString, name);
    QFETCH(QVariant, value);
    StageOptions options;
    options.subprotocols = {QStringLiteral("chat")};
    const QString other = QStringLiteral("subprotocols");
    if (name != other)
        m_stages->setOptions(stage(), options);
    m_settings->setValue(QStringLiteral("stages/saved/%1/%2")
                             .arg(QString::fromLatin1(stage().toEncoded().toPercentEncoding()), name),
                         value);
    const StageOptions read = restart().options(stage());
    // The other option is no worse for it, and the broken one is as usual.
    QCOMPARE(read.subprotocols, name == other ? QStringList() : options.subprotocols);
    options.subprotocols = read.subprotocols;
    QVERIFY(read == options);
}

void TestOptionSettings::asksNobodyToConnectAgainstTheirWill()
{
    SavedStage kept = *m_stages->find(stage());
    kept.connectAtStart = false;
    QVERIFY(m_stages->put({kept}));
    m_stages->save(stage());
    QVERIFY(!restart().find(stage())->connectAtStart);
    QVERIFY(!m_stages->find(stage())->lacksSecret);
    m_stages->save(QUrl(QStringLiteral("wss://example.com/other?token=hidden")));
    const auto other = restart().find(QUrl(QStringLiteral("wss://example.com/other")));
    QVERIFY(other->connectAtStart);
    QVERIFY(other->lacksSecret);
}

void TestOptionSettings::putsStagesWithoutTheirBeingUsed()
{
    SavedStage added{QUrl(QStringLiteral("wss://me:hidden@example.com/new?token=hidden"))};
    added.name = QStringLiteral(" New\nstage ");
    added.group = QStringLiteral("Work");
    added.options = sampleOptions();
    added.lastUse = 4711;
    QVERIFY(m_stages->put({added}));
    const auto put = restart().find(QUrl(QStringLiteral("wss://example.com/new")));
    QVERIFY(put.has_value());
    QCOMPARE(put->name, QStringLiteral("New stage"));
    QCOMPARE(put->group, QStringLiteral("Work"));
    QVERIFY(put->options == sampleOptions());
    QVERIFY(put->lacksSecret);
    QCOMPARE(m_stages->last()->address, stage());
    QVERIFY(!contents().contains("hidden"));
}

void TestOptionSettings::putsAKnownStageToTheEndOfItsNewGroup()
{
    const QUrl other(QStringLiteral("wss://example.com/other"));
    m_stages->save(other);
    m_stages->place(other, QStringLiteral("Work"));
    SavedStage kept = *m_stages->find(stage());
    const int lastUse = kept.lastUse;
    kept.group = QStringLiteral("Work");
    QVERIFY(m_stages->put({kept}));
    const QList<SavedStage> all = restart().all();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.constLast().address, stage());
    QCOMPARE(all.constLast().lastUse, lastUse);
    QCOMPARE(m_stages->groups(), QStringList{QStringLiteral("Work")});
}

void TestOptionSettings::knowsNothingOfStagesThatAreNotKept()
{
    const QUrl unknown(QStringLiteral("wss://example.com/unknown"));
    m_stages->setOptions(unknown, sampleOptions());
    QVERIFY(!m_stages->find(unknown).has_value());
    QVERIFY(m_stages->options(unknown) == StageOptions());
}

QTEST_GUILESS_MAIN(TestOptionSettings)
#include "tst_optionsettings.moc"
