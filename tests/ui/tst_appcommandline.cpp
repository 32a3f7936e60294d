// SPDX-License-Identifier: MIT
#include "AppCommandLine.h"

#include <QTest>

using namespace Greenroom;

Q_DECLARE_METATYPE(Greenroom::AppOptions::Task)

/// What the command line of the application asks for.
class TestAppCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void encryptsTheLocalStageIfAsked();
    void takesAnAddress();
    void takesAPlaceForThePicture();
    void refuses_data();
    void refuses();
    void helpNamesEveryOptionAndExitCode();
};

void TestAppCommandLine::understands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<AppOptions::Task>("task");
    using Task = AppOptions::Task;
    QTest::newRow("nothing") << QStringList() << Task::OpenWindow;
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << Task::ShowHelp;
    QTest::newRow("help, in short") << QStringList{QStringLiteral("-h")} << Task::ShowHelp;
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << Task::ShowVersion;
    QTest::newRow("the local stage") << QStringList{QStringLiteral("--local-stage")} << Task::StartLocalStage;
    QTest::newRow("the local stage, encrypted")
        << QStringList{QStringLiteral("--local-stage-tls")} << Task::StartLocalStage;
    QTest::newRow("the demo") << QStringList{QStringLiteral("--demo")} << Task::PlayDemo;
}

void TestAppCommandLine::understands()
{
    QFETCH(const QStringList, arguments);
    const auto options = AppCommandLine::parse(QStringList{QStringLiteral("greenroom")} + arguments);
    QVERIFY(options.has_value());
    QTEST(options->task, "task");
}

void TestAppCommandLine::encryptsTheLocalStageIfAsked()
{
    const QString program = QStringLiteral("greenroom");
    const auto plain = AppCommandLine::parse({program, QStringLiteral("--local-stage")});
    const auto encrypted = AppCommandLine::parse({program, QStringLiteral("--local-stage-tls")});
    QVERIFY(plain.has_value() && encrypted.has_value());
    QVERIFY(!plain->encryptsLocalStage);
    QVERIFY(encrypted->encryptsLocalStage);
}

void TestAppCommandLine::takesAnAddress()
{
    const auto options =
        AppCommandLine::parse({QStringLiteral("greenroom"), QStringLiteral("wss://example.com/dev")});
    QVERIFY(options.has_value());
    QCOMPARE(options->address, QStringLiteral("wss://example.com/dev"));
}

void TestAppCommandLine::takesAPlaceForThePicture()
{
    const auto options = AppCommandLine::parse({QStringLiteral("greenroom"), QStringLiteral("--demo"),
                                                QStringLiteral("--screenshot"), QStringLiteral("a.png")});
    QVERIFY(options.has_value());
    QCOMPARE(options->screenshot, QStringLiteral("a.png"));
}

void TestAppCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("an unknown option")
        << QStringList{QStringLiteral("--nonsense")} << QStringLiteral("nonsense");
    QTest::newRow("two addresses") << QStringList{QStringLiteral("wss://a"), QStringLiteral("wss://b")}
                                   << QStringLiteral("address");
    QTest::newRow("a picture of nothing")
        << QStringList{QStringLiteral("--screenshot"), QStringLiteral("a.png")} << QStringLiteral("--demo");
    QTest::newRow("an address for the local stage")
        << QStringList{QStringLiteral("--local-stage"), QStringLiteral("wss://a")}
        << QStringLiteral("--local-stage");
    QTest::newRow("an address for the encrypted local stage")
        << QStringList{QStringLiteral("--local-stage-tls"), QStringLiteral("wss://a")}
        << QStringLiteral("--local-stage");
    QTest::newRow("an encrypted demo")
        << QStringList{QStringLiteral("--demo"), QStringLiteral("--local-stage-tls")}
        << QStringLiteral("--local-stage-tls");
}

void TestAppCommandLine::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const auto options = AppCommandLine::parse(QStringList{QStringLiteral("greenroom")} + arguments);
    QVERIFY(!options.has_value());
    QVERIFY2(options.error().message.contains(named), qPrintable(options.error().message));
}

void TestAppCommandLine::helpNamesEveryOptionAndExitCode()
{
    const QString help = AppCommandLine::helpText();
    for (const char *part : {"--local-stage", "--local-stage-tls", "--demo", "--screenshot", "address",
                             "Exit codes", "0 ", "1 ", "2 "})
        QVERIFY2(help.contains(QLatin1String(part)), part);
}

QTEST_GUILESS_MAIN(TestAppCommandLine)
#include "tst_appcommandline.moc"
