// SPDX-License-Identifier: MIT
#include "stages/Drafts.h"
#include "stages/SavedStages.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Greenroom;

/// The stages as a list of the user's own: names, groups, order; what becomes of it on the disk.
class TestSavedStagesList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsEachAddressOnceAndItsSecretsOut();
    void knowsWhichWasUsedLast();
    void keepsNamesGroupsAndOrderOverARestart();
    void tidiesNames();
    void movesAStageWithinItsGroup();
    void movesAStageToAnotherGroup();
    void aGroupGoesWithItsLastStage();
    void renamesAGroup();
    void movesAGroup();
    void keepsWhatIsFolded();
    void forgetsAStageAndItsDraft();
    void survivesForeignSettings_data();
    void survivesForeignSettings();
    void keepsWhatAnotherProgramWrites();
    void tellsOfChanges();

private:
    QString file() const { return m_directory->filePath(QStringLiteral("greenroom.ini")); }
    void open();
    /// As after a restart.
    SavedStages &stages();
    void write(const QByteArray &contents) const;
    void add(const QStringList &names);
    /// `name` or `group/name` of each, in order.
    QStringList shown() const;
    static QUrl url(const QString &name);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SavedStages> m_stages;
};

void TestSavedStagesList::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    open();
}

void TestSavedStagesList::cleanup()
{
    m_stages.reset();
    m_settings.reset();
}

void TestSavedStagesList::open()
{
    cleanup();
    m_settings = std::make_unique<QSettings>(file(), QSettings::IniFormat);
    m_stages = std::make_unique<SavedStages>(*m_settings);
}

SavedStages &TestSavedStagesList::stages()
{
    open();
    return *m_stages;
}

void TestSavedStagesList::write(const QByteArray &contents) const
{
    QFile settings(file());
    QVERIFY(settings.open(QIODevice::WriteOnly));
    QCOMPARE(settings.write(contents), contents.size());
}

void TestSavedStagesList::add(const QStringList &names)
{
    for (const QString &name : names)
        QVERIFY(m_stages->save(url(name)));
}

QStringList TestSavedStagesList::shown() const
{
    QStringList list;
    const QList<SavedStage> all = m_stages->all();
    for (const SavedStage &stage : all)
        list << (stage.group.isEmpty() ? QString() : stage.group + QLatin1Char('/'))
                    + stage.address.path().mid(1);
    return list;
}

QUrl TestSavedStagesList::url(const QString &name)
{
    return QUrl(QStringLiteral("wss://example.com/") + name);
}

void TestSavedStagesList::keepsEachAddressOnceAndItsSecretsOut()
{
    add({QStringLiteral("dev"), QStringLiteral("dev?token=hidden"), QStringLiteral("dev")});
    QCOMPARE(stages().all().size(), 1);
    QVERIFY(m_stages->find(QUrl(QStringLiteral("wss://me:hidden@example.com/dev"))).has_value());
    QFile settings(file());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains("hidden"));
}

void TestSavedStagesList::knowsWhichWasUsedLast()
{
    add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")});
    const auto last = stages().last();
    QVERIFY(last.has_value() && last->address == url(QStringLiteral("a")));
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void TestSavedStagesList::keepsNamesGroupsAndOrderOverARestart()
{
    add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    m_stages->rename(url(QStringLiteral("b")), QStringLiteral("Ünïcode, with; a \"comma\" & \\"));
    m_stages->place(url(QStringLiteral("a")), QStringLiteral("Work/1"));
    m_stages->place(url(QStringLiteral("d")), QStringLiteral("Ä, ö"));
    m_stages->place(url(QStringLiteral("c")), {}, url(QStringLiteral("b")));
    const QStringList expected{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("Work/1/a"),
                               QStringLiteral("Ä, ö/d")};
    QCOMPARE(shown(), expected);
    QCOMPARE(stages().groups(), QStringList({QStringLiteral("Work/1"), QStringLiteral("Ä, ö")}));
    QCOMPARE(shown(), expected);
    QCOMPARE(m_stages->all().at(1).name, QStringLiteral("Ünïcode, with; a \"comma\" & \\"));
}

void TestSavedStagesList::tidiesNames()
{
    add({QStringLiteral("a")});
    m_stages->rename(url(QStringLiteral("a")), QStringLiteral("  two\nlines\t "));
    QCOMPARE(m_stages->all().constFirst().name, QStringLiteral("two lines"));
    m_stages->rename(url(QStringLiteral("a")), QString(5000, QLatin1Char('x')));
    QCOMPARE(stages().all().constFirst().name.size(), 100);
    m_stages->rename(url(QStringLiteral("a")), QStringLiteral("   "));
    QCOMPARE(stages().all().constFirst().name, QString());
}

void TestSavedStagesList::movesAStageWithinItsGroup()
{
    add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    m_stages->place(url(QStringLiteral("c")), {}, url(QStringLiteral("a")));
    QCOMPARE(shown(), QStringList({QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    m_stages->place(url(QStringLiteral("c")), {});
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    m_stages->place(url(QStringLiteral("b")), {}, url(QStringLiteral("b")));
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void TestSavedStagesList::movesAStageToAnotherGroup()
{
    add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    m_stages->place(url(QStringLiteral("b")), QStringLiteral("G"));
    m_stages->place(url(QStringLiteral("a")), QStringLiteral("G"), url(QStringLiteral("b")));
    QCOMPARE(shown(), QStringList({QStringLiteral("c"), QStringLiteral("G/a"), QStringLiteral("G/b")}));
    // A stage that is not in the group says nothing about the place in it.
    m_stages->place(url(QStringLiteral("a")), QStringLiteral("H"), url(QStringLiteral("c")));
    QCOMPARE(shown(), QStringList({QStringLiteral("c"), QStringLiteral("G/b"), QStringLiteral("H/a")}));
}

void TestSavedStagesList::aGroupGoesWithItsLastStage()
{
    add({QStringLiteral("a")});
    m_stages->place(url(QStringLiteral("a")), QStringLiteral("G"));
    QCOMPARE(m_stages->groups(), QStringList{QStringLiteral("G")});
    m_stages->place(url(QStringLiteral("a")), {});
    QVERIFY(m_stages->groups().isEmpty());
}

void TestSavedStagesList::renamesAGroup()
{
    add({QStringLiteral("a"), QStringLiteral("b")});
    m_stages->place(url(QStringLiteral("a")), QStringLiteral("G"));
    m_stages->place(url(QStringLiteral("b")), QStringLiteral("H"));
    m_stages->renameGroup(QStringLiteral("H"), QStringLiteral("I"));
    QCOMPARE(shown(), QStringList({QStringLiteral("G/a"), QStringLiteral("I/b")}));
    m_stages->renameGroup(QStringLiteral("I"), QStringLiteral("G"));
    QCOMPARE(shown(), QStringList({QStringLiteral("G/a"), QStringLiteral("G/b")}));
    m_stages->renameGroup(QStringLiteral("G"), {});
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void TestSavedStagesList::movesAGroup()
{
    add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    m_stages->place(url(QStringLiteral("a")), QStringLiteral("G"));
    m_stages->place(url(QStringLiteral("b")), QStringLiteral("H"));
    m_stages->moveGroup(QStringLiteral("G"), SavedStages::Direction::Down);
    QCOMPARE(shown(), QStringList({QStringLiteral("c"), QStringLiteral("H/b"), QStringLiteral("G/a")}));
    m_stages->moveGroup(QStringLiteral("G"), SavedStages::Direction::Down);
    m_stages->moveGroup(QStringLiteral("none"), SavedStages::Direction::Up);
    QCOMPARE(shown(), QStringList({QStringLiteral("c"), QStringLiteral("H/b"), QStringLiteral("G/a")}));
}

void TestSavedStagesList::keepsWhatIsFolded()
{
    QVERIFY(!m_stages->isFolded(QStringLiteral("G")));
    m_stages->setFolded(QStringLiteral("G"), true);
    m_stages->setFolded(QStringLiteral("H, i"), true);
    QVERIFY(stages().isFolded(QStringLiteral("G")));
    QVERIFY(m_stages->isFolded(QStringLiteral("H, i")));
    m_stages->setFolded(QStringLiteral("G"), false);
    QVERIFY(!stages().isFolded(QStringLiteral("G")));
}

void TestSavedStagesList::forgetsAStageAndItsDraft()
{
    add({QStringLiteral("a"), QStringLiteral("b")});
    Drafts(*m_settings).keep(url(QStringLiteral("a")), QStringLiteral("Not sent"));
    const QSignalSpy forgetting(m_stages.get(), &SavedStages::forgetting);
    const QSignalSpy forgotten(m_stages.get(), &SavedStages::forgotten);
    m_stages->forget(url(QStringLiteral("a?token=hidden")));
    QCOMPARE(forgetting.count(), 1);
    QCOMPARE(forgotten.count(), 1);
    QCOMPARE(forgotten.at(0).at(0).toUrl(), url(QStringLiteral("a")));
    stages();
    QCOMPARE(shown(), QStringList{QStringLiteral("b")});
    QCOMPARE(Drafts(*m_settings).of(url(QStringLiteral("a"))), QString());
}

void TestSavedStagesList::survivesForeignSettings_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a name that is no address") << QByteArray("saved\\hello\\name=x");
    QTest::newRow("an address of the web") << QByteArray("saved\\http%253A%252F%252Fexample.com\\order=1");
    QTest::newRow("an address with a secret")
        << QByteArray("saved\\wss%253A%252F%252Fexample.com%252Fdev%253Ftoken%253Dhidden\\order=1");
    QTest::newRow("bytes that are no text") << QByteArray("saved\\%25FF%25FE\\order=1");
    QTest::newRow("a value in the place of the list") << QByteArray("saved=7");
    QTest::newRow("a number for the folded ones") << QByteArray("folded=7");
}

void TestSavedStagesList::survivesForeignSettings()
{
    QFETCH(const QByteArray, line);
    cleanup();
    // The good one's order, name and group are of wrong types.
    write("[stages]\n" + line
          + "\nsaved\\wss%253A%252F%252Fexample.com%252Fgood\\order=first\n"
            "saved\\wss%253A%252F%252Fexample.com%252Fgood\\name=a, b\n"
            "saved\\wss%253A%252F%252Fexample.com%252Fgood\\lastUse=-5\n");
    stages();
    QCOMPARE(shown(), QStringList{QStringLiteral("good")});
    QCOMPARE(m_stages->all().constFirst().lastUse, 0);
    add({QStringLiteral("new")});
    stages();
    QCOMPARE(shown(), QStringList({QStringLiteral("good"), QStringLiteral("new")}));
}

void TestSavedStagesList::keepsWhatAnotherProgramWrites()
{
    add({QStringLiteral("a")});
    // As another process does: the file is another one, of which nobody here was told.
    QFile settings(file());
    QVERIFY(settings.open(QIODevice::Append));
    settings.write("saved\\wss%253A%252F%252Fexample.com%252Fother\\order=7\n"
                   "saved\\wss%253A%252F%252Fexample.com%252Fother\\name=Theirs\n");
    settings.close();
    add({QStringLiteral("b")});
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("other"), QStringLiteral("b")}));
    QCOMPARE(stages().all().at(1).name, QStringLiteral("Theirs"));
    QCOMPARE(shown(), QStringList({QStringLiteral("a"), QStringLiteral("other"), QStringLiteral("b")}));
}

void TestSavedStagesList::tellsOfChanges()
{
    const QSignalSpy changed(m_stages.get(), &SavedStages::changed);
    add({QStringLiteral("a")});
    QCOMPARE(changed.count(), 1);
    m_stages->rename(url(QStringLiteral("a")), QStringLiteral("A"));
    QCOMPARE(changed.count(), 2);
    m_stages->rename(url(QStringLiteral("a")), QStringLiteral("A"));
    m_stages->rename(url(QStringLiteral("unknown")), QStringLiteral("B"));
    QCOMPARE(changed.count(), 2);
}

QTEST_GUILESS_MAIN(TestSavedStagesList)
#include "tst_savedstages_list.moc"
