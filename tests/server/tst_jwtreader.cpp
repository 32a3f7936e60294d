// SPDX-License-Identifier: MIT
#include "config/StageFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

/// The member `jwt` of an authorizer in the file of --config, and the secret that it names.
class TestJwtReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsTheSecret_data();
    void readsTheSecret();
    void readsWhoIsDenied();
    void readsWhetherGuestsComeIn();
    void readsTheLogin();
    void findsTheFileBesideItsOwn();
    void mistakesAreNamedWithTheirPaths_data();
    void mistakesAreNamedWithTheirPaths();

private:
    StageFile::Stages read(const QByteArray &jwt) const;
    void write(const char *name, const QByteArray &content) const;
    static JwtAuthorizer::Settings settings(const StageFile::Stages &stages)
    {
        return std::get<JwtAuthorizer::Settings>(stages->at(0).authorizer->kind);
    }
    static QByteArray inStage(const QByteArray &jwt);

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestJwtReader::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    qputenv("GREENROOM_TEST_SECRET", "from the environment");
}

void TestJwtReader::cleanup()
{
    qunsetenv("GREENROOM_TEST_SECRET");
}

QByteArray TestJwtReader::inStage(const QByteArray &jwt)
{
    return R"({"stages":[{"name":"a","backend":"all","authorizer":{"identitySource":"stageVariables.a","jwt":)"
           + jwt + "}}]}";
}

StageFile::Stages TestJwtReader::read(const QByteArray &jwt) const
{
    return StageFile::parse(inStage(jwt), QDir(m_directory->path()));
}

void TestJwtReader::write(const char *name, const QByteArray &content) const
{
    QFile file(m_directory->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void TestJwtReader::readsTheSecret_data()
{
    QTest::addColumn<QByteArray>("jwt");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("of the environment")
        << QByteArray(R"({"secretEnv":"GREENROOM_TEST_SECRET"})") << QByteArray("from the environment");
    QTest::newRow("of a file") << QByteArray(R"({"secretFile":"plain"})") << QByteArray(" from\na file ");
    QTest::newRow("of a file with an end of line")
        << QByteArray(R"({"secretFile":"ended"})") << QByteArray("ended");
}

void TestJwtReader::readsTheSecret()
{
    write("plain", " from\na file ");
    write("ended", "ended\n");
    QFETCH(const QByteArray, jwt);
    const auto stages = read(jwt);
    QVERIFY2(stages.has_value(), stages ? "" : qPrintable(stages.error().join(u'\n')));
    QTEST(settings(stages).secret, "secret");
    QVERIFY(settings(stages).denied.isEmpty());
}

void TestJwtReader::readsWhoIsDenied()
{
    const auto stages = read(R"({"secretEnv":"GREENROOM_TEST_SECRET","deny":["eve","mallory"]})");
    QVERIFY(stages.has_value());
    QCOMPARE(settings(stages).denied, QStringList({QStringLiteral("eve"), QStringLiteral("mallory")}));
}

void TestJwtReader::readsWhetherGuestsComeIn()
{
    using Guests = JwtAuthorizer::Settings::Guests;
    const auto guests = [this](const char *member) {
        return settings(read(QByteArray(R"({"secretEnv":"GREENROOM_TEST_SECRET")") + member + '}')).guests;
    };
    QCOMPARE(guests(""), Guests::Refused);
    QCOMPARE(guests(R"(,"guests":false)"), Guests::Refused);
    QCOMPARE(guests(R"(,"guests":true)"), Guests::Allowed);
}

void TestJwtReader::readsTheLogin()
{
    write("users.json", R"({"users":{}})");
    const auto none = read(R"({"secretEnv":"GREENROOM_TEST_SECRET"})");
    QVERIFY(!none->at(0).authorizer->login.has_value());
    const auto stages = read(R"({"secretEnv":"GREENROOM_TEST_SECRET","login":{"usersFile":"users.json"}})");
    QVERIFY2(stages.has_value(), stages ? "" : qPrintable(stages.error().join(u'\n')));
    const auto login = stages->at(0).authorizer->login;
    QVERIFY(login.has_value());
    QCOMPARE(login->usersFile, m_directory->filePath(QStringLiteral("users.json")));
    QCOMPARE(login->secret, QByteArray("from the environment"));
    QCOMPARE(login->tokenLifetime, std::chrono::hours(1));
}

void TestJwtReader::findsTheFileBesideItsOwn()
{
    write("secret", "beside");
    write("stages.json", inStage(R"({"secretFile":"secret"})"));
    const auto stages = StageFile::read(m_directory->filePath(QStringLiteral("stages.json")));
    QVERIFY2(stages.has_value(), stages ? "" : qPrintable(stages.error().join(u'\n')));
    QCOMPARE(settings(stages).secret, QByteArray("beside"));
}

void TestJwtReader::mistakesAreNamedWithTheirPaths_data()
{
    QTest::addColumn<QByteArray>("jwt");
    QTest::addColumn<QString>("beginning");
    const auto row = [](const char *name, const char *jwt, const char *beginning) {
        QTest::newRow(name) << QByteArray(jwt)
                            << QStringLiteral("$.stages[0].authorizer.jwt") + QString::fromUtf8(beginning);
    };
    row("no object", R"("secret")", ": Expected an object");
    row("no secret", "{}", ": Expected either “secretEnv” or “secretFile”.");
    row("two secrets", R"({"secretEnv":"A","secretFile":"b"})",
        ": Expected either “secretEnv” or “secretFile”.");
    row("a secret in the file", R"({"secret":"x","secretEnv":"GREENROOM_TEST_SECRET"})",
        ".secret: Expected nothing of this name");
    row("a variable that is not set", R"({"secretEnv":"GREENROOM_NO_SECRET"})",
        ".secretEnv: The environment variable \"GREENROOM_NO_SECRET\" is not set or is empty.");
    row("a variable that is a number", R"({"secretEnv":7})", ".secretEnv: Expected a text, found 7.");
    row("a file that is not there", R"({"secretFile":"missing"})", ".secretFile: The file cannot be read:");
    row("an empty file", R"({"secretFile":"empty"})",
        ".secretFile: Expected a file that holds a secret and nothing else.");
    row("a file that is no secret's", R"({"secretFile":"large"})",
        ".secretFile: Expected a file that holds a secret and nothing else.");
    row("guests as a text", R"({"secretEnv":"GREENROOM_TEST_SECRET","guests":"yes"})", ".guests: Expected");
    row("a login that is a text", R"({"secretEnv":"GREENROOM_TEST_SECRET","login":"users.json"})",
        ".login: Expected an object");
    row("a login without users", R"({"secretEnv":"GREENROOM_TEST_SECRET","login":{}})",
        ".login.usersFile: Expected a text");
    row("users that are not there",
        R"({"secretEnv":"GREENROOM_TEST_SECRET","login":{"usersFile":"missing"}})", ".login.usersFile: “");
    row("users that are none", R"({"secretEnv":"GREENROOM_TEST_SECRET","login":{"usersFile":"empty"}})",
        ".login.usersFile: ");
    row("tokens that never expire",
        R"({"secretEnv":"GREENROOM_TEST_SECRET","login":{"usersFile":"users","tokenLifetimeSeconds":0}})",
        ".login.tokenLifetimeSeconds: Expected");
    row("who is denied as a text", R"({"secretEnv":"GREENROOM_TEST_SECRET","deny":"eve"})",
        ".deny: Expected a list");
    row("who is denied as a number", R"({"secretEnv":"GREENROOM_TEST_SECRET","deny":[1]})",
        ".deny[0]: Expected a text, found 1.");
}

void TestJwtReader::mistakesAreNamedWithTheirPaths()
{
    write("empty", "\n");
    write("large", QByteArray(70000, 'x'));
    write("users", R"({"users":{}})");
    QFETCH(const QByteArray, jwt);
    QFETCH(const QString, beginning);
    const auto stages = read(jwt);
    QVERIFY(!stages.has_value());
    QCOMPARE(stages.error().size(), 1);
    QVERIFY2(stages.error().at(0).startsWith(beginning), qPrintable(stages.error().at(0)));
}

QTEST_APPLESS_MAIN(TestJwtReader)
#include "tst_jwtreader.moc"
