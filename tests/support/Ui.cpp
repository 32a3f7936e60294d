// SPDX-License-Identifier: MIT
#include "support/Ui.h"

#include "localstage/LocalStageTrust.h"
#include "secrets/AddressSecrets.h"
#include "transcript/LineText.h"
#include "ui/ConversationPage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Greenroom::Test {

UiServices::UiServices(TransportFactory makeTransport, Clock *clock, const QString &archive)
    : m_settings(m_directory.filePath(QStringLiteral("greenroom.ini")), QSettings::IniFormat),
      m_savedStages(m_settings),
      m_localStage(QString()),
      m_outbox(m_directory.filePath(QStringLiteral("outbox"))),
      m_sendKey(m_settings),
      m_shownTimes(m_settings),
      m_archive(clock ? *clock : m_systemClock, archive),
      m_secrets(clock ? *clock : m_systemClock, &m_secretStore, m_settings),
      m_signIns(clock ? *clock : m_systemClock, m_savedStages, m_secrets, m_connectRequests),
      m_services{clock ? *clock : m_systemClock,
                 m_settings,
                 m_savedStages,
                 m_localStage,
                 std::move(makeTransport),
                 m_outbox,
                 m_sendKey,
                 m_shownTimes,
                 m_summaries,
                 m_archive,
                 m_secrets,
                 m_connectRequests,
                 m_signIns}
{
    m_connectRequests.add(AddressSecrets::part(m_secrets));
    m_connectRequests.add(LocalStageTrust::part(m_localStage));
}

Services &UiServices::services()
{
    return m_services;
}

SavedStages &UiServices::savedStages()
{
    return m_savedStages;
}

MemorySecretStore &UiServices::secretStore()
{
    return m_secretStore;
}

QString words(QWidget &window, const char *name)
{
    return find<QLabel>(window, name).text();
}

void connectTo(MainWindow &window, const QString &address)
{
    auto &field = find<QLineEdit>(window, "address");
    field.setFocus();
    field.selectAll();
    field.insert(address);
    // The button offers to disconnect while the session tries again.
    QTest::keyClick(&field, Qt::Key_Return);
}

void say(MainWindow &window, const QString &text)
{
    auto &composer = find<QPlainTextEdit>(window, "composer");
    composer.setFocus();
    composer.insertPlainText(text);
    QTest::keyClick(&composer, Qt::Key_Return);
}

QStringList transcript(MainWindow &window)
{
    const TranscriptModel &model = window.currentPage().conversation().transcript();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << LineText::withTimeAndName(model, row).section(QStringLiteral("] "), 1);
    return lines;
}

QString lastLine(MainWindow &window)
{
    const QStringList lines = transcript(window);
    return lines.isEmpty() ? QString() : lines.last();
}

} // namespace Greenroom::Test
