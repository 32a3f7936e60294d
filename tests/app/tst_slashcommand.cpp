// SPDX-License-Identifier: MIT
#include "compose/SlashCommand.h"

#include <QTest>

using namespace Greenroom;

namespace {

/// The command in words that a table can hold.
QString inWords(const SlashCommand::Command &command)
{
    struct Teller
    {
        QString operator()(const SlashCommand::Text & /*what*/) const { return QStringLiteral("text"); }
        QString operator()(const SlashCommand::Help & /*what*/) const { return QStringLiteral("help"); }
        QString operator()(const SlashCommand::Connect &what) const
        {
            return QStringLiteral("connect:") + what.address;
        }
        QString operator()(const SlashCommand::Disconnect & /*what*/) const
        {
            return QStringLiteral("disconnect");
        }
        QString operator()(const SlashCommand::To &what) const { return QStringLiteral("to:") + what.rest; }
        QString operator()(const SlashCommand::Raw &what) const
        {
            return QStringLiteral("raw:") + what.frame;
        }
        QString operator()(const SlashCommand::Unknown &what) const
        {
            return QStringLiteral("unknown:") + what.word;
        }
    };
    return std::visit(Teller(), command);
}

} // namespace

class TestSlashCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void helpNamesEveryCommand();
};

void TestSlashCommand::parses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("command");

    QTest::newRow("a text") << "Hello"
                            << "text";
    QTest::newRow("nothing") << ""
                             << "text";
    QTest::newRow("a slash alone") << "/"
                                   << "text";
    QTest::newRow("two slashes") << "// a comment"
                                 << "text";
    QTest::newRow("a slash and a digit") << "/2 is a half"
                                         << "text";
    QTest::newRow("a slash later on") << "try /help"
                                      << "text";
    QTest::newRow("help") << "/help"
                          << "help";
    QTest::newRow("help with blanks around") << "  /help \n"
                                             << "help";
    QTest::newRow("help in capitals") << "/HELP"
                                      << "help";
    QTest::newRow("connect") << "/connect"
                             << "connect:";
    QTest::newRow("connect with an address") << "/connect  ws://localhost:3001/dev"
                                             << "connect:ws://localhost:3001/dev";
    QTest::newRow("disconnect") << "/disconnect"
                                << "disconnect";
    QTest::newRow("to nobody") << "/to"
                               << "to:";
    QTest::newRow("to a person") << "/to Heron 27 Good\nmorning"
                                 << "to:Heron 27 Good\nmorning";
    QTest::newRow("raw") << R"(/raw {"action": "x"})"
                         << R"(raw:{"action": "x"})";
    QTest::newRow("raw on a line of its own") << "/raw\n{}"
                                              << "raw:{}";
    QTest::newRow("another word") << "/shrug it off"
                                  << "unknown:/shrug";
    QTest::newRow("a longer word") << "/helpme"
                                   << "unknown:/helpme";
    QTest::newRow("a path") << "/etc/hosts is a file"
                            << "unknown:/etc/hosts";
}

void TestSlashCommand::parses()
{
    QFETCH(QString, typed);
    QFETCH(QString, command);
    QCOMPARE(inWords(SlashCommand::parse(typed)), command);
}

void TestSlashCommand::helpNamesEveryCommand()
{
    for (const char *command : {"/help", "/connect", "/disconnect", "/to", "/raw"})
        QVERIFY(SlashCommand::help().contains(QLatin1String(command)));
}

QTEST_GUILESS_MAIN(TestSlashCommand)
#include "tst_slashcommand.moc"
