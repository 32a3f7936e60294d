// SPDX-License-Identifier: MIT
#pragma once

#include "archive/Archive.h"
#include "common/SystemClock.h"
#include "compose/SendKey.h"
#include "localstage/LocalStage.h"
#include "secrets/Secrets.h"
#include "session/WebSocketTransport.h"
#include "signin/SignIns.h"
#include "stages/ConnectRequests.h"
#include "stages/SavedStages.h"
#include "stages/StageSummaries.h"
#include "support/MemorySecretStore.h"
#include "transcript/LineOutbox.h"
#include "transcript/ShownTimes.h"
#include "ui/MainWindow.h"
#include "ui/Services.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace Greenroom::Test {

/// Everything a window needs, with settings and tables that are gone after the test. Conversations
/// are kept in the file `archive`, or in memory.
class UiServices
{
public:
    explicit UiServices(
        TransportFactory makeTransport = [] { return std::make_unique<WebSocketTransport>(); },
        Clock *clock = nullptr, const QString &archive = {});

    Services &services();
    SavedStages &savedStages();
    /// Where the secrets go.
    MemorySecretStore &secretStore();

private:
    QTemporaryDir m_directory;
    SystemClock m_systemClock;
    QSettings m_settings;
    SavedStages m_savedStages;
    LocalStage m_localStage;
    LineOutbox m_outbox;
    SendKey m_sendKey;
    ShownTimes m_shownTimes;
    StageSummaries m_summaries;
    Archive m_archive;
    MemorySecretStore m_secretStore;
    Secrets m_secrets;
    ConnectRequests m_connectRequests;
    SignIns m_signIns;
    Services m_services;
};

/// The widget that goes by `name` in the page in sight, or anywhere in `window`; fails the test if there is
/// none.
template <class Widget>
Widget &find(QWidget &window, const char *name)
{
    const auto found = window.findChildren<Widget *>(QLatin1String(name));
    for (Widget *widget : found) {
        if (widget->isVisibleTo(&window))
            return *widget;
    }
    if (found.isEmpty())
        qFatal("no widget is called %s", name);
    return *found.first();
}

/// The words that stand in the label called `name`.
QString words(QWidget &window, const char *name);

/// Replaces what stands in the field called `address` and presses Enter.
void connectTo(MainWindow &window, const QString &address);

/// Types `text` into the composer and presses Enter.
void say(MainWindow &window, const QString &text);

/// The transcript in sight as it would be copied, without times: a line each.
QStringList transcript(MainWindow &window);

/// The last line of it; empty if there is none.
QString lastLine(MainWindow &window);

} // namespace Greenroom::Test
