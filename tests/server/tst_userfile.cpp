// SPDX-License-Identifier: MIT
#include "login/UserFile.h"

#include "login/PasswordHash.h"
#include "login/UserCommand.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

UserCommand command(UserCommand::Action action, const QString &file, const QString &user = {})
{
    return {action, file, user};
}

} // namespace

/// Users, their passwords and the command that changes them.
class TestUserFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordMatchesItsHash();
    void composedLettersAreTheSamePassword();
    void someTextsAreNoPasswords_data();
    void someTextsAreNoPasswords();
    void anUnknownUserCostsAsMuch();
    void hashesAreBearable_data();
    void hashesAreBearable();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void usersAreAddedChangedListedAndRemoved();
    void theFileIsForItsOwner();
    void nothingIsChangedWithoutAPassword();
    void wordsAreChecked_data();
    void wordsAreChecked();
};

void TestUserFile::aPasswordMatchesItsHash()
{
    const auto password = PasswordHash::prepared(text("olá, 😀"));
    QVERIFY(password.has_value());
    const auto hash = PasswordHash::make(*password, PasswordHash::Cost::Least);
    QVERIFY(hash.has_value());
    QVERIFY(PasswordHash::isHash(*hash));
    QVERIFY(PasswordHash::matches(*hash, *password));
    QVERIFY(!PasswordHash::matches(*hash, "another"));
    QVERIFY(!PasswordHash::matches(*hash, *password + '\0'));
    // With a salt of its own.
    QVERIFY(*PasswordHash::make(*password, PasswordHash::Cost::Least) != *hash);
}

void TestUserFile::composedLettersAreTheSamePassword()
{
    QCOMPARE(*PasswordHash::prepared(text("e\u0301")), *PasswordHash::prepared(text("\u00e9")));
}

void TestUserFile::someTextsAreNoPasswords_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("nothing") << QString();
    QTest::newRow("half a character") << QString(QChar(0xd800));
    QTest::newRow("1025 bytes") << QString(1025, u'x');
    QTest::newRow("1026 bytes in 513 characters") << QString(513, QChar(0xe9));
    QTest::newRow("a megabyte") << QString(1'000'000, u'x');
}

void TestUserFile::someTextsAreNoPasswords()
{
    QFETCH(const QString, password);
    QVERIFY(!PasswordHash::prepared(password).has_value());
    QVERIFY(PasswordHash::prepared(QString(1024, u'x')).has_value());
}

void TestUserFile::anUnknownUserCostsAsMuch()
{
    UserFile users;
    const auto cost = [](const QByteArray &hash) { return hash.first(hash.indexOf("$", 15) + 1); };
    const QByteArray usual = *PasswordHash::make("x");
    QCOMPARE(cost(users.hashToCompare(text("nobody"))), cost(usual));
    const QByteArray least = *PasswordHash::make("x", PasswordHash::Cost::Least);
    users.set(text("ana"), least);
    const QByteArray imitation = users.hashToCompare(text("nobody"));
    QCOMPARE(cost(imitation), cost(least));
    QVERIFY(PasswordHash::isHash(imitation));
    QVERIFY(!PasswordHash::matches(imitation, "x"));
}

void TestUserFile::hashesAreBearable_data()
{
    QTest::addColumn<QByteArray>("hash");
    const QByteArray rest = "$AAAAAAAAAAAAAAAAAAAAAA$AAAA";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a password") << QByteArray("secret");
    QTest::newRow("another algorithm") << "$argon2i$v=19$m=8,t=1,p=1" + rest;
    QTest::newRow("four gigabytes") << "$argon2id$v=19$m=4194304,t=2,p=1" + rest;
    QTest::newRow("more than a number holds") << "$argon2id$v=19$m=99999999999,t=2,p=1" + rest;
    QTest::newRow("a thousand passes") << "$argon2id$v=19$m=65536,t=1000,p=1" + rest;
    QTest::newRow("too long") << "$argon2id$v=19$m=8,t=1,p=1" + rest + QByteArray(200, 'A');
}

void TestUserFile::hashesAreBearable()
{
    QFETCH(const QByteArray, hash);
    QVERIFY(!PasswordHash::isHash(hash));
}

void TestUserFile::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    const QString hash = text("Expected what “greenroom-server user add” writes.");
    QTest::newRow("no JSON") << QByteArray("ana") << text("line 1");
    QTest::newRow("a list") << QByteArray("[]") << text("$: ");
    QTest::newRow("no users") << QByteArray("{}") << text("$.users: ");
    QTest::newRow("something else") << QByteArray(R"({"users":{},"more":1})") << text("$.more: ");
    QTest::newRow("a bare password") << QByteArray(R"({"users":{"ana":"secret"}})")
                                     << text("$.users.ana: ") + hash;
    QTest::newRow("a number") << QByteArray(R"({"users":{"ana":1}})") << text("$.users.ana: ");
    QTest::newRow("no name") << QByteArray(R"({"users":{"":"secret"}})") << text("Expected a user ID");
    QTest::newRow("a name with a blank at its end")
        << QByteArray(R"({"users":{"ana ":"secret"}})") << text("Expected a user ID");
}

void TestUserFile::mistakesAreNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, sentence);
    const auto users = UserFile::parse(json);
    QVERIFY(!users.has_value());
    QVERIFY2(users.error().message.contains(sentence), qPrintable(users.error().message));
    QVERIFY(!users.error().message.contains(text("secret")));
}

void TestUserFile::usersAreAddedChangedListedAndRemoved()
{
    using Action = UserCommand::Action;
    const QTemporaryDir directory;
    const QString file = directory.filePath(text("users.json"));
    const auto ask = [] { return Result<QString>(text("first")); };
    const auto askAgain = [] { return Result<QString>(text("second")); };
    QCOMPARE(*command(Action::Add, file, text("zoë")).run(ask), text("User “zoë” has been added.\n"));
    QCOMPARE(*command(Action::Add, file, text("ana")).run(ask), text("User “ana” has been added.\n"));
    QCOMPARE(*command(Action::Add, file, text("ana")).run(askAgain),
             text("User “ana” has a new password.\n"));
    QCOMPARE(*command(Action::List, file).run(ask), text("ana\nzoë\n"));
    const auto users = UserFile::read(file);
    QVERIFY(users.has_value());
    QVERIFY(PasswordHash::matches(users->hashToCompare(text("ana")), "second"));
    QVERIFY(PasswordHash::matches(users->hashToCompare(text("zoë")), "first"));
    QCOMPARE(*command(Action::Remove, file, text("zoë")).run(ask), text("User “zoë” has been removed.\n"));
    QVERIFY(!command(Action::Remove, file, text("zoë")).run(ask).has_value());
    QCOMPARE(*command(Action::List, file).run(ask), text("ana\n"));
}

void TestUserFile::theFileIsForItsOwner()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(text("users.json"));
    for (int count = 0; count < 2; ++count) {
        QVERIFY(UserFile().write(file).has_value());
        QCOMPARE(QFileInfo(file).permissions()
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        // Whoever has opened it to others meant the one before.
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
    }
    QVERIFY(!UserFile().write(directory.filePath(text("none/users.json"))).has_value());
}

void TestUserFile::nothingIsChangedWithoutAPassword()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(text("users.json"));
    const auto add = command(UserCommand::Action::Add, file, text("ana"));
    QVERIFY(!add.run([] { return Result<QString>(failure(text("no"))); }).has_value());
    QVERIFY(!add.run([] { return Result<QString>(QString()); }).has_value());
    QVERIFY(!QFileInfo::exists(file));
}

void TestUserFile::wordsAreChecked_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("another action") << QStringList{text("change"), text("f"), text("ana")};
    QTest::newRow("no file") << QStringList{text("list")};
    QTest::newRow("an empty file") << QStringList{text("list"), QString()};
    QTest::newRow("no user") << QStringList{text("add"), text("f")};
    QTest::newRow("a password") << QStringList{text("add"), text("f"), text("ana"), text("secret")};
    QTest::newRow("a user to list") << QStringList{text("list"), text("f"), text("ana")};
    QTest::newRow("an empty user") << QStringList{text("add"), text("f"), QString()};
    QTest::newRow("a line end in a user") << QStringList{text("add"), text("f"), text("a\nb")};
    QTest::newRow("a long user") << QStringList{text("add"), text("f"), QString(129, u'a')};
}

void TestUserFile::wordsAreChecked()
{
    QFETCH(const QStringList, words);
    const auto parsed = UserCommand::parse(words);
    QVERIFY(!parsed.has_value());
    QVERIFY(!parsed.error().message.contains(text("secret")));
}

QTEST_APPLESS_MAIN(TestUserFile)
#include "tst_userfile.moc"
