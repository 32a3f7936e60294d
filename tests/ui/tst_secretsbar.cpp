// SPDX-License-Identifier: MIT
#include "support/SecretStagesBench.h"
#include "ui/HintLine.h"
#include "ui/SecretsBar.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = SecretStagesBench;
using Manner = MemorySecretStore::Manner;

/// What goes wrong with secrets, and their end, as a user meets it.
class TestSecretsBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void forgettingAStageForgetsItsSecrets();
    void forgetsAllSecretsAfterAsking();
    void showsTroubleUntilItWorksAgain();
    void asksNoMore();
    void nothingSecretIsEverInTheSettings();

private:
    QAction &action(const char *name) const
    {
        return *m_bench->window->findChild<QAction *>(QLatin1String(name));
    }
    std::unique_ptr<Bench> m_bench;
};

void TestSecretsBar::init()
{
    m_bench = std::make_unique<Bench>();
}

void TestSecretsBar::cleanup()
{
    m_bench.reset();
}

void TestSecretsBar::forgettingAStageForgetsItsSecrets()
{
    connectTo(*m_bench->window, Bench::wholeText());
    m_bench->settle();
    m_bench->act("dev", "askToForget");
    m_bench->window->findChild<QPushButton *>(QStringLiteral("forget"))->click();
    m_bench->settle();
    QVERIFY(m_bench->store.entries.isEmpty());
    connectTo(*m_bench->window, Bench::cleanText());
    QCOMPARE(m_bench->attempted(), QUrl(Bench::cleanText()));
}

void TestSecretsBar::forgetsAllSecretsAfterAsking()
{
    m_bench->keepFormerly(Manner::Answers);
    m_bench->services.secrets.keep(StagesBench::url(QStringLiteral("b")), Secrets::Kind::Token,
                                   QStringLiteral("t"));
    m_bench->settle();
    QCOMPARE(m_bench->store.entries.size(), 2);
    for (const bool says : {false, true}) {
        action("forgetAllSecrets").trigger();
        // The last one: former ones are deleted later.
        const auto questions =
            m_bench->window->findChildren<QMessageBox *>(QStringLiteral("askForgetAllSecrets"));
        if (questions.isEmpty())
            qFatal("nothing was asked");
        QMessageBox *question = questions.constLast();
        (says ? question->findChild<QPushButton *>(QStringLiteral("forget"))
              : qobject_cast<QPushButton *>(question->button(QMessageBox::Cancel)))
            ->click();
        m_bench->settle();
        QCOMPARE(m_bench->store.entries.isEmpty(), says);
    }
}

void TestSecretsBar::showsTroubleUntilItWorksAgain()
{
    auto &bar = find<SecretsBar>(*m_bench->window, "secretsBar");
    QVERIFY(!bar.isVisible());
    m_bench->store.manner = Manner::Fails;
    connectTo(*m_bench->window, Bench::wholeText());
    QTRY_VERIFY(bar.isVisible());
    QVERIFY(!bar.findChild<HintLine *>()->text().contains(QStringLiteral("planted")));
    bar.findChild<QPushButton *>(QStringLiteral("answer0"))->click();
    QTRY_VERIFY(bar.isVisible());
    m_bench->store.manner = Manner::Answers;
    bar.findChild<QPushButton *>(QStringLiteral("answer0"))->click();
    m_bench->settle();
    QVERIFY(!bar.isVisible());
    QCOMPARE(m_bench->store.entries.size(), 1);
}

void TestSecretsBar::asksNoMore()
{
    auto &bar = find<SecretsBar>(*m_bench->window, "secretsBar");
    m_bench->store.manner = Manner::Fails;
    connectTo(*m_bench->window, Bench::wholeText());
    QTRY_VERIFY(bar.isVisible());
    bar.findChild<QPushButton *>(QStringLiteral("answer1"))->click();
    QVERIFY(!bar.isVisible());
    QVERIFY(!m_bench->services.secrets.usesStore());
    QCOMPARE(m_bench->services.secrets.of(QUrl(Bench::cleanText()), Secrets::Kind::AddressPart).isEmpty(),
             false);
    m_bench->store.manner = Manner::Answers;
    action("keepSecretsInKeychain").trigger();
    m_bench->settle();
    QVERIFY(m_bench->services.secrets.usesStore());
    QCOMPARE(m_bench->store.entries.size(), 1);
}

void TestSecretsBar::nothingSecretIsEverInTheSettings()
{
    const auto written = [this] {
        m_bench->services.settings.sync();
        QFile file(m_bench->services.settings.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    };
    connectTo(*m_bench->window, Bench::wholeText());
    m_bench->refuse();
    // Typed, and left there.
    for (const QString &draft : {QStringLiteral("/connect ") + Bench::wholeText(),
                                 QStringLiteral("/conect wss://example.com/?key=planted-secret"),
                                 QStringLiteral("/raw {\"token\":\"planted-secret\"}")}) {
        m_bench->composer().setPlainText(draft);
        m_bench->clock.advance(std::chrono::seconds(2));
        QVERIFY(!written().contains("planted-secret"));
    }
    find<QLineEdit>(*m_bench->window, "address").setText(Bench::wholeText());
    m_bench->composer().setPlainText(QStringLiteral("A draft"));
    m_bench->clock.advance(std::chrono::seconds(2));
    m_bench->window->close();
    m_bench->window.reset();
    QVERIFY(written().contains("A draft"));
    QVERIFY(!written().contains("planted-secret"));
}

QTEST_MAIN(TestSecretsBar)
#include "tst_secretsbar.moc"
