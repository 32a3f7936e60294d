// SPDX-License-Identifier: MIT
#include "stages/AddressFile.h"
#include "support/SampleOptions.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;
using namespace Greenroom::Test;

/// Addresses to a file and from one.
class TestAddressFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsEverythingButSecrets();
    void hasNoSecretsInIt();
    void saysWhatItIs();
    void namesTheMistakeInTheWhole_data();
    void namesTheMistakeInTheWhole();
    void skipsEntriesThatAreWrong_data();
    void skipsEntriesThatAreWrong();
    void takesTheOtherEntries();
    void leavesWhatItDoesNotMention();
    void takesNoSecretFromAFile();
    void writesAllOrNothing();
    void refusesLargeAndMissingFiles();

private:
    static QUrl url(const char *name)
    {
        return QUrl(QStringLiteral("wss://example.com/") + QLatin1String(name));
    }
    static SavedStage sample();
    static QByteArray fileWith(const QByteArray &entries);
};

void TestAddressFile::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

SavedStage TestAddressFile::sample()
{
    SavedStage stage{url("dev?room=a%20b%26c")};
    stage.name = QStringLiteral("Ünïcode, with; a \"comma\"");
    stage.group = QStringLiteral("Work");
    stage.connectAtStart = false;
    stage.options = sampleOptions();
    return stage;
}

QByteArray TestAddressFile::fileWith(const QByteArray &entries)
{
    return R"({"format":"greenroom-addresses","version":1,"stages":)" + entries + "}";
}

void TestAddressFile::keepsEverythingButSecrets()
{
    const SavedStage plain{url("plain")};
    const auto contents = AddressFile::fromJson(AddressFile::toJson({sample(), plain}));
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().message));
    QCOMPARE(contents->skipped, QStringList());
    QCOMPARE(contents->stages.size(), 2);
    QVERIFY(contents->stages.at(0) == sample());
    QVERIFY(contents->stages.at(1) == plain);
}

void TestAddressFile::hasNoSecretsInIt()
{
    SavedStage stage{QUrl(QStringLiteral("wss://me:hidden@example.com/dev?token=hidden&room=1"))};
    stage.options.headers = {{"Authorization", "hidden"}, {"X-Own", {}}};
    stage.options.queryItems = {{QStringLiteral("pin"), QStringLiteral("hidden"), true},
                                {QStringLiteral("jwt"), QStringLiteral("hidden"), false}};
    stage.options.signIn.authUrl = QUrl(QStringLiteral("https://me:hidden@example.com/auth?key=hidden"));
    const QByteArray json = AddressFile::toJson({stage});
    QVERIFY(!json.contains("hidden"));
    QVERIFY(json.contains("X-Own"));
    QVERIFY(json.contains("room=1"));
}

void TestAddressFile::saysWhatItIs()
{
    const QJsonObject object = QJsonDocument::fromJson(AddressFile::toJson({})).object();
    QCOMPARE(object.value(QLatin1String("format")).toString(), QStringLiteral("greenroom-addresses"));
    QCOMPARE(object.value(QLatin1String("version")).toInt(), AddressFile::version);
    QVERIFY(object.value(QLatin1String("stages")).isArray());
}

void TestAddressFile::namesTheMistakeInTheWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("inSentence");

    QTest::newRow("an empty file") << QByteArray() << QStringLiteral("JSON");
    QTest::newRow("random bytes") << QByteArray("\x00\xff{[", 4) << QStringLiteral("JSON");
    QTest::newRow("JSON cut short") << QByteArray("{\n\"stages\": [") << QStringLiteral("line 2");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("$: ");
    QTest::newRow("something else") << QByteArray(R"({"version":1,"stages":[]})")
                                    << QStringLiteral("$.format");
    QTest::newRow("no version") << QByteArray(R"({"format":"greenroom-addresses","stages":[]})")
                                << QStringLiteral("$.version");
    QTest::newRow("a newer version") << QByteArray(
        R"({"format":"greenroom-addresses","version":2,"stages":[]})")
                                     << QStringLiteral("newer");
    QTest::newRow("no list of stages") << fileWith("{}") << QStringLiteral("$.stages");
    QTest::newRow("a member of another name")
        << QByteArray(R"({"format":"greenroom-addresses","version":1,"stages":[],"stage":1})")
        << QStringLiteral("$.stage:");
}

void TestAddressFile::namesTheMistakeInTheWhole()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, inSentence);
    const auto contents = AddressFile::fromJson(json);
    QVERIFY(!contents);
    QVERIFY2(contents.error().message.contains(inSentence), qPrintable(contents.error().message));
}

void TestAddressFile::skipsEntriesThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("path");

    const auto row = [](const char *name, const char *entry, const char *path) {
        QTest::newRow(name) << QByteArray(entry) << QString::fromLatin1(path);
    };
    row("no object", "17", "$.stages[0]");
    row("no address", R"({"name":"a"})", "$.stages[0].address");
    row("an address that is none", R"({"address":"http://example.com"})", "$.stages[0].address");
    row("a name that is a number", R"({"address":"wss://a","name":1})", "$.stages[0].name");
    row("a member of another name", R"({"address":"wss://a","colour":"red"})", "$.stages[0].colour");
    row("a choice that is a text", R"({"address":"wss://a","connectAtStart":"yes"})",
        "$.stages[0].connectAtStart");
    row("options that are a list", R"({"address":"wss://a","options":[]})", "$.stages[0].options");
    row("an option of another name", R"({"address":"wss://a","options":{"ttl":1}})",
        "$.stages[0].options.ttl");
    row("an unknown dialect", R"({"address":"wss://a","options":{"dialect":"x"}})",
        "$.stages[0].options.dialect");
    row("a reserved header", R"({"address":"wss://a","options":{"headers":[{"name":"Host","value":"b"}]}})",
        "$.stages[0].options.headers[0]");
    row("a header in two lines",
        R"({"address":"wss://a","options":{"headers":[{"name":"X","value":"a\nb"}]}})",
        "$.stages[0].options.headers[0]");
    row("a header without a value", R"({"address":"wss://a","options":{"headers":[{"name":"X"}]}})",
        "$.stages[0].options.headers[0]");
    row("a heartbeat that is too quick", R"({"address":"wss://a","options":{"heartbeat":{"interval":4}}})",
        "$.stages[0].options.heartbeat.interval");
    row("a heartbeat with a control character",
        R"({"address":"wss://a","options":{"heartbeat":{"text":"a\tb"}}})",
        "$.stages[0].options.heartbeat.text");
    row("a port that is none",
        R"({"address":"wss://a","options":{"proxy":{"kind":"manual","host":"b","port":0}}})",
        "$.stages[0].options.proxy.port");
    row("half a fingerprint",
        R"({"address":"wss://a","options":{"tls":{"trust":"certificate","fingerprint":"AB"}}})",
        "$.stages[0].options.tls.fingerprint");
}

void TestAddressFile::skipsEntriesThatAreWrong()
{
    QFETCH(QByteArray, entry);
    QFETCH(QString, path);
    const auto contents = AddressFile::fromJson(fileWith("[" + entry + "]"));
    QVERIFY(contents);
    QVERIFY(contents->stages.isEmpty());
    QCOMPARE(contents->skipped.size(), 1);
    QVERIFY2(contents->skipped.constFirst().startsWith(path + QStringLiteral(": ")),
             qPrintable(contents->skipped.constFirst()));
}

void TestAddressFile::takesTheOtherEntries()
{
    const auto contents = AddressFile::fromJson(
        fileWith(R"([{"address":"wss://a"},{"address":1},{"address":"wss://b"},{"address":"wss://a"}])"));
    QVERIFY(contents);
    QCOMPARE(contents->stages.size(), 2);
    QCOMPARE(contents->skipped.size(), 2);
    QVERIFY(contents->skipped.at(0).startsWith(QStringLiteral("$.stages[1].address")));
    QVERIFY(contents->skipped.at(1).startsWith(QStringLiteral("$.stages[3]")));
}

void TestAddressFile::leavesWhatItDoesNotMention()
{
    const auto known = [](const QUrl &address) {
        return address == sample().address ? std::optional(sample()) : std::nullopt;
    };
    const QByteArray address = sample().address.toEncoded();
    const auto same = AddressFile::fromJson(fileWith(R"([{"address":")" + address + "\"}]"), known);
    QVERIFY(same && same->stages.value(0) == sample());
    const auto renamed = AddressFile::fromJson(
        fileWith(R"([{"address":")" + address + R"(","name":"New","options":{}}])"), known);
    QVERIFY(renamed.has_value());
    QCOMPARE(renamed->stages.value(0).name, QStringLiteral("New"));
    QCOMPARE(renamed->stages.value(0).group, sample().group);
    QVERIFY(renamed->stages.value(0).options == StageOptions());
}

void TestAddressFile::takesNoSecretFromAFile()
{
    const auto contents = AddressFile::fromJson(fileWith(
        R"([{"address":"wss://me:hidden@a/?token=hidden","options":{"headers":[{"name":"Cookie","value":"hidden"},
            {"name":"X-Own","value":"hidden","secret":true}],"queryItems":[{"name":"jwt","value":"hidden"}]}}])"));
    QVERIFY(contents);
    const SavedStage stage = contents->stages.value(0);
    QCOMPARE(stage.address, QUrl(QStringLiteral("wss://a/")));
    QCOMPARE(stage.options.headers, QList<HeaderLine>({{"Cookie", {}}, {"X-Own", {}}}));
    QVERIFY(stage.options.queryItems == QList<QueryItem>({{QStringLiteral("jwt"), {}, true}}));
}

void TestAddressFile::writesAllOrNothing()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("addresses.json"));
    QVERIFY(AddressFile::write(path, {sample()}));
    const auto contents = AddressFile::read(path);
    QVERIFY(contents && contents->stages.value(0) == sample());
    const auto nowhere = AddressFile::write(directory.filePath(QStringLiteral("no/where.json")), {sample()});
    QVERIFY(!nowhere);
    QVERIFY(nowhere.error().message.contains(QStringLiteral("where.json")));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList{QStringLiteral("addresses.json")});
}

void TestAddressFile::refusesLargeAndMissingFiles()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("large.json"));
    QVERIFY(!AddressFile::read(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(AddressFile::largestFile + 1));
    const auto large = AddressFile::read(path);
    QVERIFY(!large);
    QVERIFY(large.error().message.contains(QStringLiteral("too large")));
}

QTEST_GUILESS_MAIN(TestAddressFile)
#include "tst_addressfile.moc"
