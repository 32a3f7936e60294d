// SPDX-License-Identifier: MIT
#include "CommandLine.h"

#include <QTest>

using namespace Greenroom;

namespace {

Result<CommandLine> parse(const QString &options)
{
    return CommandLine::parse(QStringList{QStringLiteral("greenroom-server")}
                              + options.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", "/data"); }

    void defaultsAreSafe();
    void optionsAreRead();
    void tasksAreTold_data();
    void tasksAreTold();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void helpTellsTheExitCodes();
};

void TestCommandLine::defaultsAreSafe()
{
    const auto parsed = parse({});
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->task, CommandLine::Task::Serve);
    QCOMPARE(parsed->verbosity, CommandLine::Verbosity::Normal);
    QCOMPARE(parsed->gateway.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(parsed->gateway.port, quint16(3001));
    QCOMPARE(parsed->gateway.dataDirectory, QStringLiteral("/data/greenroom/server"));
    QCOMPARE(parsed->gateway.durability, Durability::Normal);
    QCOMPARE(parsed->gateway.stages.size(), 5);
    QCOMPARE(parsed->configFile, QString());
}

void TestCommandLine::optionsAreRead()
{
    const auto parsed = parse(QStringLiteral("--port 0 --address ::1 --data-dir /tmp/x --verbose"));
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->gateway.port, quint16(0));
    QCOMPARE(parsed->gateway.address, QHostAddress(QHostAddress::LocalHostIPv6));
    QCOMPARE(parsed->gateway.dataDirectory, QStringLiteral("/tmp/x"));
    QCOMPARE(parsed->verbosity, CommandLine::Verbosity::Verbose);
    QCOMPARE(parse(QStringLiteral("--config stages.json"))->configFile, QStringLiteral("stages.json"));
    QCOMPARE(parse(QStringLiteral("--durability full"))->gateway.durability, Durability::Full);
    QCOMPARE(parse(QStringLiteral("--durability normal"))->gateway.durability, Durability::Normal);
    const auto open = parse(QStringLiteral(
        "--allow-origin HTTPS://Example.com --allow-origin null --allow-host Desk --allow-host desk.local"));
    QVERIFY(open.has_value());
    QCOMPARE(open->gateway.allowedOrigins,
             QStringList({QStringLiteral("https://example.com"), QStringLiteral("null")}));
    QCOMPARE(open->gateway.allowedHosts, QStringList({QStringLiteral("desk"), QStringLiteral("desk.local")}));
    QVERIFY(!open->gateway.isSignatureRequired);
    QVERIFY(parse(QStringLiteral("--require-signature"))->gateway.isSignatureRequired);
    QVERIFY(open->gateway.areFaultsServed);
    QVERIFY(!parse(QStringLiteral("--no-faults"))->gateway.areFaultsServed);
    QCOMPARE(parse(QStringLiteral("--in-memory --quiet"))->gateway.dataDirectory, QString());
    QCOMPARE(parse(QStringLiteral("--in-memory --quiet"))->verbosity, CommandLine::Verbosity::Quiet);
    QVERIFY(!open->gateway.tls.isOn());
    const auto tls = parse(QStringLiteral("--tls-cert c.pem --tls-key k.pem"));
    QCOMPARE(tls->gateway.tls.identity, TlsOptions::Identity::Files);
    QCOMPARE(tls->gateway.tls.certificateFile, QStringLiteral("c.pem"));
    QCOMPARE(tls->gateway.tls.keyFile, QStringLiteral("k.pem"));
    QCOMPARE(parse(QStringLiteral("--tls-self-signed"))->gateway.tls.identity,
             TlsOptions::Identity::SelfSigned);
    QCOMPARE(parse(QStringLiteral("--address localhost"))->gateway.address,
             QHostAddress(QHostAddress::LocalHost));
}

void TestCommandLine::tasksAreTold_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<CommandLine::Task>("task");
    QTest::newRow("help") << "--help" << CommandLine::Task::ShowHelp;
    QTest::newRow("help in short") << "-h" << CommandLine::Task::ShowHelp;
    QTest::newRow("help in spite of a mistake") << "--help --nonsense" << CommandLine::Task::ShowHelp;
    QTest::newRow("version") << "--version" << CommandLine::Task::ShowVersion;
    QTest::newRow("users") << "user add u.json ana" << CommandLine::Task::ChangeUsers;
}

void TestCommandLine::tasksAreTold()
{
    QFETCH(const QString, options);
    const auto parsed = parse(options);
    QVERIFY(parsed.has_value());
    QTEST(parsed->task, "task");
}

void TestCommandLine::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("named");
    QTest::newRow("an unknown option") << "--nonsense"
                                       << "nonsense";
    QTest::newRow("a stray word") << "dev"
                                  << "dev";
    QTest::newRow("a port that is no number") << "--port http"
                                              << "http";
    QTest::newRow("a negative port") << "--port=-1"
                                     << "-1";
    QTest::newRow("a port with a sign") << "--port=+5"
                                        << "+5";
    QTest::newRow("a port with a blank") << "--port=\t80"
                                         << "80";
    QTest::newRow("a port too large") << "--port 65536"
                                      << "65536";
    QTest::newRow("an option without its value") << "--port"
                                                 << "port";
    QTest::newRow("a name for an address") << "--address example.com"
                                           << "example.com";
    QTest::newRow("an empty directory") << "--data-dir="
                                        << "--data-dir";
    QTest::newRow("an empty configuration") << "--config="
                                            << "--config";
    QTest::newRow("a path for an origin") << "--allow-origin https://example.com/chat"
                                          << "https://example.com/chat";
    QTest::newRow("an address of a page for a host") << "--allow-host http://desk"
                                                     << "http://desk";
    QTest::newRow("two places for the tables") << "--in-memory --data-dir x"
                                               << "--in-memory";
    QTest::newRow("a durability that there is not") << "--durability often"
                                                    << "often";
    QTest::newRow("a durability in other letters") << "--durability FULL"
                                                   << "FULL";
    QTest::newRow("a certificate without its key") << "--tls-cert c.pem"
                                                   << "--tls-key";
    QTest::newRow("a key without its certificate") << "--tls-key k.pem"
                                                   << "--tls-cert";
    QTest::newRow("two certificates") << "--tls-self-signed --tls-cert c.pem --tls-key k.pem"
                                      << "--tls-self-signed";
    QTest::newRow("a command that there is not") << "user change u.json ana"
                                                 << "add, remove and list";
    QTest::newRow("a command with an option") << "user list u.json --quiet"
                                              << "--quiet";
    QTest::newRow("quiet and verbose") << "--quiet --verbose"
                                       << "--quiet";
}

void TestCommandLine::mistakesAreNamed()
{
    QFETCH(const QString, options);
    QFETCH(const QString, named);
    const auto parsed = parse(options);
    QVERIFY(!parsed.has_value());
    QVERIFY2(parsed.error().message.contains(named), qPrintable(parsed.error().message));
}

void TestCommandLine::helpTellsTheExitCodes()
{
    const QString help = CommandLine::helpText();
    for (const char *part : {"--port",
                             "--address",
                             "--data-dir",
                             "--in-memory",
                             "--durability",
                             "--config",
                             "--allow-origin",
                             "--allow-host",
                             "--require-signature",
                             "--no-faults",
                             "--quiet",
                             "--verbose",
                             "--help",
                             "--version",
                             "--tls-cert",
                             "--tls-key",
                             "--tls-self-signed",
                             "user add",
                             "Exit codes",
                             "3001",
                             "127.0.0.1",
                             "/data/greenroom/server"})
        QVERIFY2(help.contains(QString::fromUtf8(part)), part);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
