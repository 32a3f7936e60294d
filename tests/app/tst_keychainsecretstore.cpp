// SPDX-License-Identifier: MIT
#include "common/ScaledClock.h"
#include "common/SystemClock.h"
#include "support/FakeSecretService.h"
#include "support/KeychainAsker.h"
#include "support/KeyringDaemon.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <functional>

using namespace Greenroom;
using namespace Greenroom::Test;

namespace {

/// Of a whole program's start on a busy machine, in milliseconds.
constexpr int patience = 60'000;

QString otherText()
{
    return QStringLiteral("pässwörd \"{}\"");
}

enum class Pace { Usual, Fast };

} // namespace

/// The keychain as it really is, with its ways of going wrong.
class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAndRemoves();
    void keepsALargeSecret();
    void findsNothingWhereNothingIs();
    void saysThatThereIsNoService_data();
    void saysThatThereIsNoService();
    void saysThatItIsLocked();
    void givesUpOnAServiceThatNeverAnswers();
    void givesUpWithoutTheEventLoopThatItNeeds();
    void theProgramKeepsItsSecretsInIt();

private:
    using Outcome = SecretStore::Answer::Outcome;

    /// What a store at `home` answers to `acts`: "read", "remove", or a secret to be written.
    QList<SecretStore::Answer> ask(const QProcessEnvironment &environment, const QStringList &acts,
                                   Pace pace = Pace::Usual);
    QString read(const PrivateHome &home, const QString &key = {});
    /// Starts the program, ends it in good order after `act`, and returns what it has printed.
    QByteArray run(const PrivateHome &home, const QStringList &arguments, const std::function<void()> &act);
    /// Of the next connection to `stage`, which is then closed.
    QByteArray firstLine(QTcpServer &stage);
};

void TestKeychainSecretStore::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

QList<SecretStore::Answer> TestKeychainSecretStore::ask(const QProcessEnvironment &environment,
                                                        const QStringList &acts, Pace pace)
{
    QProcess asker;
    asker.setProcessEnvironment(environment);
    asker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    asker.start(QCoreApplication::applicationFilePath(),
                QStringList{pace == Pace::Fast ? QStringLiteral("--ask-fast") : QStringLiteral("--ask")}
                    + acts);
    const bool hasEnded =
        QTest::qWaitFor([&asker] { return asker.state() == QProcess::NotRunning; }, patience);
    if (!hasEnded || asker.exitStatus() != QProcess::NormalExit)
        qFatal("the store was not asked to the end");
    QList<SecretStore::Answer> answers;
    const QJsonArray list = QJsonDocument::fromJson(asker.readAllStandardOutput()).array();
    for (const auto &answer : list)
        answers.append({static_cast<Outcome>(answer[QStringLiteral("outcome")].toInt()),
                        answer[QStringLiteral("secret")].toString(),
                        answer[QStringLiteral("trouble")].toString()});
    return answers;
}

QString TestKeychainSecretStore::read(const PrivateHome &home, const QString &key)
{
    QProcessEnvironment environment = home.environment();
    if (!key.isEmpty())
        environment.insert(QStringLiteral("GREENROOM_TEST_KEY"), key);
    return ask(environment, {QStringLiteral("read")}).value(0).secret;
}

QByteArray TestKeychainSecretStore::run(const PrivateHome &home, const QStringList &arguments,
                                        const std::function<void()> &act)
{
    QProcess program;
    program.setProcessEnvironment(home.environment());
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(GREENROOM_PROGRAM), arguments);
    act();
    program.terminate();
    if (!QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; }, patience))
        qFatal("greenroom did not end");
    return program.readAll();
}

QByteArray TestKeychainSecretStore::firstLine(QTcpServer &stage)
{
    if (!QTest::qWaitFor([&stage] { return stage.hasPendingConnections(); }, patience))
        return "nobody came";
    const std::unique_ptr<QTcpSocket> connection(stage.nextPendingConnection());
    if (!QTest::qWaitFor([&connection] { return connection->canReadLine(); }, patience))
        return "nothing was said";
    return connection->readLine().trimmed();
}

void TestKeychainSecretStore::keepsAndRemoves()
{
    const PrivateHome home;
    const KeyringDaemon keyring(home);
    auto answers = ask(home.environment(), {QStringLiteral("first"), otherText(), QStringLiteral("read")});
    QCOMPARE(answers.size(), 3);
    QCOMPARE(answers.at(0).outcome, Outcome::Done);
    QCOMPARE(answers.at(1).outcome, Outcome::Done);
    QCOMPARE(answers.at(2).outcome, Outcome::Done);
    QCOMPARE(answers.at(2).secret, otherText());
    QCOMPARE(read(home), otherText());
    answers =
        ask(home.environment(), {QStringLiteral("remove"), QStringLiteral("read"), QStringLiteral("remove")});
    QCOMPARE(answers.at(0).outcome, Outcome::Done);
    QCOMPARE(answers.at(1).outcome, Outcome::NotFound);
    QCOMPARE(answers.at(2).outcome, Outcome::Done);
    QCOMPARE(read(home), QString());
}

void TestKeychainSecretStore::keepsALargeSecret()
{
    const PrivateHome home;
    const KeyringDaemon keyring(home);
    const QString large(100'000, QLatin1Char('x'));
    QCOMPARE(ask(home.environment(), {large, QStringLiteral("read")}).value(1).secret, large);
}

void TestKeychainSecretStore::findsNothingWhereNothingIs()
{
    const PrivateHome home;
    const KeyringDaemon keyring(home);
    const auto answers = ask(home.environment(), {QStringLiteral("read"), QStringLiteral("remove")});
    QCOMPARE(answers.at(0).outcome, Outcome::NotFound);
    QCOMPARE(answers.at(1).outcome, Outcome::Done);
}

void TestKeychainSecretStore::saysThatThereIsNoService_data()
{
    QTest::addColumn<QString>("bus");
    QTest::addColumn<QString>("trouble");
    const QString none = QStringLiteral("There is no keychain service here.");
    QTest::newRow("no bus is known") << QString() << none;
    QTest::newRow("the bus has gone") << QStringLiteral("unix:path=/nonexistent/bus")
                                      << QStringLiteral("The keychain has a problem: Could not connect");
    QTest::newRow("nobody is on the bus") << QStringLiteral("private") << none;
}

void TestKeychainSecretStore::saysThatThereIsNoService()
{
    QFETCH(const QString, bus);
    QFETCH(const QString, trouble);
    const PrivateHome home;
    QProcessEnvironment environment = home.environment();
    if (bus.isEmpty())
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    else if (bus != QLatin1String("private"))
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), bus);
    const auto answers =
        ask(environment, {QStringLiteral("read"), QStringLiteral("secret"), QStringLiteral("remove")});
    QCOMPARE(answers.size(), 3);
    for (const SecretStore::Answer &answer : answers) {
        QCOMPARE(answer.outcome, Outcome::Failed);
        QVERIFY2(answer.trouble.startsWith(trouble), qPrintable(answer.trouble));
    }
}

void TestKeychainSecretStore::saysThatItIsLocked()
{
    const PrivateHome home;
    KeyringDaemon keyring(home);
    QCOMPARE(ask(home.environment(), {otherText()}).value(0).outcome, Outcome::Done);
    keyring.lock();
    const auto answers =
        ask(home.environment(), {QStringLiteral("read"), QStringLiteral("secret"), QStringLiteral("remove")});
    // As if there were none: nothing else can be had of it.
    QCOMPARE(answers.at(0).outcome, Outcome::NotFound);
    for (const SecretStore::Answer &answer : answers.mid(1)) {
        QCOMPARE(answer.outcome, Outcome::Failed);
        QCOMPARE(answer.trouble, QStringLiteral("The keychain is locked."));
    }
}

void TestKeychainSecretStore::givesUpOnAServiceThatNeverAnswers()
{
    PrivateHome home;
    const FakeSecretService silent(home.bus().address());
    const auto answers =
        ask(home.environment(), {QStringLiteral("read"), QStringLiteral("secret"), QStringLiteral("remove")},
            Pace::Fast);
    QCOMPARE(answers.size(), 3);
    for (const SecretStore::Answer &answer : answers) {
        QCOMPARE(answer.outcome, Outcome::Failed);
        QVERIFY(answer.trouble.startsWith(QStringLiteral("The keychain did not answer within 5")));
    }
    QVERIFY(silent.calls() > 0);
}

void TestKeychainSecretStore::givesUpWithoutTheEventLoopThatItNeeds()
{
    const PrivateHome home;
    const KeyringDaemon keyring(home);
    QProcessEnvironment environment = home.environment();
    environment.insert(QStringLiteral("QT_NO_GLIB"), QStringLiteral("1"));
    const auto answers = ask(environment, {QStringLiteral("secret"), QStringLiteral("read")}, Pace::Fast);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.at(0).outcome, Outcome::Failed);
    QCOMPARE(answers.at(1).outcome, Outcome::Failed);
}

void TestKeychainSecretStore::theProgramKeepsItsSecretsInIt()
{
    const PrivateHome home;
    const KeyringDaemon keyring(home);
    QTcpServer stage;
    QVERIFY(stage.listen(QHostAddress::LocalHost));
    const QString clean = QStringLiteral("ws://127.0.0.1:%1/dev?room=1").arg(stage.serverPort());
    const QByteArray said = run(home, {clean + QStringLiteral("&token=planted-secret")}, [&] {
        QCOMPARE(firstLine(stage), QByteArray("GET /dev?room=1&token=planted-secret HTTP/1.1"));
        QTRY_VERIFY_WITH_TIMEOUT(read(home, clean).contains(QStringLiteral("planted-secret")), patience);
    });
    const QByteArray saidLater = run(home, {}, [&] {
        QCOMPARE(firstLine(stage), QByteArray("GET /dev?room=1&token=planted-secret HTTP/1.1"));
    });
    QVERIFY2(!said.contains("planted-secret"), said.constData());
    QVERIFY2(!saidLater.contains("planted-secret"), saidLater.constData());
    QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QStringList seen;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(file.fileName()));
        seen << files.fileName();
    }
    QVERIFY(seen.contains(QStringLiteral("greenroom.ini")));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (!arguments.value(1).startsWith(QLatin1String("--ask"))) {
        TestKeychainSecretStore test;
        return QTest::qExec(&test, argc, argv);
    }
    SystemClock usual;
    ScaledClock fast(usual, 10);
    const bool isFast = arguments.at(1) == QLatin1String("--ask-fast");
    Asker asker(isFast ? static_cast<Clock &>(fast) : usual, arguments.mid(2));
    QTimer::singleShot(0, &application, [&asker] { asker.next(); });
    return QCoreApplication::exec();
}

#include "tst_keychainsecretstore.moc"
