// SPDX-License-Identifier: MIT
#include "stages/OptionSecrets.h"
#include "support/SampleOptions.h"
#include "support/StagesBench.h"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StagesBench;

/// Addresses go from one computer to another by the File menu.
class TestAddressTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void goesToAFileAndToAnotherComputer();
    void plantsNoSecretInTheFile();
    void tellsWhatBecameOfEach();
    void tellsOfProxiesAndCertificates();
    void tellsWhereOneWouldSignIn();
    void tellsWhatIsWrongWithAFile();
    void tellsWhatIsWrongWithAPlace();

private:
    QString path(const QString &name = QStringLiteral("addresses.json")) const
    {
        return m_directory->filePath(name);
    }
    void choose(const char *action, const char *dialog, const QString &file) const;
    void exportTo(const QString &file) const { choose("askToExportAddresses", "exportAddresses", file); }
    void importFrom(const QString &file) const { choose("askToImportAddresses", "importAddresses", file); }
    void write(const QByteArray &entries) const;
    /// What was told, and closes it.
    QString told() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Bench> m_bench;
};

void TestAddressTransfer::init()
{
    // All but what Qt says of each dialog where there is no screen.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<Bench>(QStringList{QStringLiteral("a"), QStringLiteral("Work/b")});
}

void TestAddressTransfer::choose(const char *action, const char *dialog, const QString &file) const
{
    m_bench->window->findChild<QAction *>(QLatin1String(action))->trigger();
    auto *files = m_bench->window->findChild<QFileDialog *>(QLatin1String(dialog));
    if (files == nullptr)
        qFatal("no dialog");
    Q_EMIT files->fileSelected(file);
    files->reject();
}

void TestAddressTransfer::write(const QByteArray &entries) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"greenroom-addresses","version":1,"stages":)" + entries + "}");
}

QString TestAddressTransfer::told() const
{
    const auto messages = m_bench->window->findChildren<QMessageBox *>(QStringLiteral("addressesTold"));
    if (messages.isEmpty())
        return {};
    QString words =
        messages.constLast()->text() + QLatin1Char('\n') + messages.constLast()->informativeText();
    delete messages.constLast();
    return words;
}

void TestAddressTransfer::goesToAFileAndToAnotherComputer()
{
    m_bench->services.savedStages.setOptions(Bench::url(QStringLiteral("b")), sampleOptions());
    const QList<SavedStage> all = m_bench->services.savedStages.all();
    exportTo(path());
    QVERIFY(told().startsWith(QStringLiteral("2 address(es) exported to ")));
    m_bench = std::make_unique<Bench>();
    importFrom(path());
    QVERIFY(told().startsWith(
        QStringLiteral("2 address(es) added. 0 address(es) updated. 0 entry(ies) skipped.")));
    const QList<SavedStage> imported = m_bench->services.savedStages.all();
    QCOMPARE(imported.size(), all.size());
    QCOMPARE(imported.at(1).group, QStringLiteral("Work"));
    QVERIFY(imported.at(1).options == sampleOptions());
    QVERIFY(m_bench->rows().contains(QStringLiteral("b")));
}

void TestAddressTransfer::plantsNoSecretInTheFile()
{
    Services &services = m_bench->services;
    const QUrl stage(QStringLiteral("wss://me:planted@example.com/a?token=planted"));
    services.savedStages.save(stage);
    services.savedStages.setOptions(stage, sampleOptions());
    OptionSecrets secrets{{{QStringLiteral("authorization"), QStringLiteral("planted")}},
                          {{QStringLiteral("pin"), QStringLiteral("planted")}}};
    secrets.keyPassphrase = QStringLiteral("planted");
    secrets.setLogin(sampleOptions().proxy, {QStringLiteral("planted"), QStringLiteral("planted")});
    services.secrets.keep(stage, Secrets::Kind::Headers, secrets.toJson());
    services.secrets.keep(stage, Secrets::Kind::Token, QStringLiteral("planted"));
    exportTo(path());
    services.settings.sync();
    for (const QString &name : {path(), services.settings.fileName()}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray contents = file.readAll();
        QVERIFY(contents.contains("Authorization"));
        QVERIFY(!contents.contains("planted"));
    }
    QVERIFY(!told().contains(QStringLiteral("planted")));
}

void TestAddressTransfer::tellsWhatBecameOfEach()
{
    write(R"([{"address":"wss://example.com/a","name":"Lobby"},{"address":"wss://example.com/b"},
              {"address":"wss://example.com/c"},{"address":"http://example.com"}])");
    importFrom(path());
    const QString words = told();
    QVERIFY2(
        words.startsWith(QStringLiteral("1 address(es) added. 1 address(es) updated. 1 entry(ies) skipped.")),
        qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("$.stages[3].address: ")));
    const SavedStages &stages = m_bench->services.savedStages;
    QCOMPARE(stages.find(Bench::url(QStringLiteral("a")))->name, QStringLiteral("Lobby"));
    QCOMPARE(stages.find(Bench::url(QStringLiteral("b")))->group, QStringLiteral("Work"));
    QCOMPARE(stages.all().size(), 3);
}

void TestAddressTransfer::tellsOfProxiesAndCertificates()
{
    write(R"([{"address":"wss://example.com/a",
               "options":{"proxy":{"kind":"manual","host":"proxy.example.com","port":3128}}}])");
    importFrom(path());
    QVERIFY(told().contains(QStringLiteral("example.com/a comes with a proxy")));
    // Once is enough.
    importFrom(path());
    QVERIFY(!told().contains(QStringLiteral("proxy")));
}

void TestAddressTransfer::tellsWhereOneWouldSignIn()
{
    write(R"([{"address":"wss://example.com/a",
               "options":{"signIn":{"url":"https://example.net/auth","userId":"ann"}}},
              {"address":"wss://example.com/new",
               "options":{"signIn":{"url":"https://example.net/auth","userId":"ann"}}},
              {"address":"wss://example.com/b"}])");
    importFrom(path());
    const QString words = told();
    QVERIFY2(words.contains(QStringLiteral("example.com/a comes with an Auth API")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("example.com/new comes with an Auth API")), qPrintable(words));
    QVERIFY2(!words.contains(QStringLiteral("example.com/b comes")), qPrintable(words));
    // Once is enough.
    importFrom(path());
    QVERIFY(!told().contains(QStringLiteral("Auth API")));
}

void TestAddressTransfer::tellsWhatIsWrongWithAFile()
{
    const QList<SavedStage> before = m_bench->services.savedStages.all();
    write("17");
    importFrom(path());
    const QString words = told();
    QVERIFY2(words.startsWith(QStringLiteral("Nothing was imported. $.stages: ")), qPrintable(words));
    importFrom(path(QStringLiteral("missing.json")));
    QVERIFY(told().contains(QStringLiteral("missing.json")));
    QVERIFY(m_bench->services.savedStages.all() == before);
}

void TestAddressTransfer::tellsWhatIsWrongWithAPlace()
{
    exportTo(path(QStringLiteral("no/where.json")));
    QVERIFY(told().contains(QStringLiteral("where.json")));
}

QTEST_MAIN(TestAddressTransfer)
#include "tst_addresstransfer.moc"
