// SPDX-License-Identifier: MIT
#include "AppCommandLine.h"
#include "archive/Archive.h"
#include "common/StandardStreams.h"
#include "common/SystemClock.h"
#include "common/Translations.h"
#include "common/UnixSignals.h"
#include "compose/SendKey.h"
#include "localstage/EncryptionChoice.h"
#include "localstage/LocalStage.h"
#include "localstage/LocalStageTrust.h"
#include "secrets/AddressSecrets.h"
#include "secrets/KeychainSecretStore.h"
#include "secrets/Secrets.h"
#include "session/SystemNetworkHint.h"
#include "session/WebSocketTransport.h"
#include "signin/SignIns.h"
#include "stages/ConnectRequests.h"
#include "stages/OptionsRequest.h"
#include "stages/SavedStages.h"
#include "stages/StageSummaries.h"
#include "transcript/HighlightWords.h"
#include "transcript/LineOutbox.h"
#include "transcript/ShownTimes.h"
#include "ui/ConversationPage.h"
#include "ui/DemoRun.h"
#include "ui/Desk.h"
#include "ui/DesktopAttention.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

using namespace Greenroom;

namespace {

/// Help, version and mistakes are told without a screen.
int tell(const Result<AppOptions> &options)
{
    if (!options) {
        QTextStream(stderr) << "greenroom: " << options.error().message << '\n';
        return AppCommandLine::badOption;
    }
    QTextStream out(stdout);
    if (options->task == AppOptions::Task::ShowVersion)
        out << "greenroom " << QCoreApplication::applicationVersion() << '\n';
    else
        out << AppCommandLine::helpText();
    return AppCommandLine::success;
}

bool needsScreen(const Result<AppOptions> &options)
{
    return options && options->task != AppOptions::Task::ShowHelp
           && options->task != AppOptions::Task::ShowVersion;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("greenroom"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GREENROOM_VERSION));
}

/// Below the user's data; empty in the demo, which is the same each time and leaves nothing behind.
QString dataPath(AppOptions::Task task, const char *name)
{
    if (task == AppOptions::Task::PlayDemo)
        return {};
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/greenroom/") + QLatin1String(name);
}

int runWindows(QApplication &application, const AppOptions &options)
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Greenroom"));
    QGuiApplication::setDesktopFileName(QStringLiteral("greenroom"));
    SystemClock clock;
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("greenroom"),
                       QStringLiteral("greenroom"));
    SavedStages savedStages(settings);
    StageSummaries summaries;
    LocalStage localStage(dataPath(options.task, "local-stage"));
    const bool isDemo = options.task == AppOptions::Task::PlayDemo;
    localStage.setEncrypted(options.encryptsLocalStage || (!isDemo && EncryptionChoice::isOn(settings)));
    SendKey sendKey(settings);
    ShownTimes shownTimes(settings);
    LineOutbox outbox(dataPath(options.task, "outbox"));
    Archive archive(clock, dataPath(options.task, "conversations.sqlite"));
    summaries.setAll(archive);
    KeychainSecretStore keychain(clock);
    Secrets secrets(clock, isDemo ? nullptr : &keychain, settings);
    ConnectRequests connectRequests;
    connectRequests.add(AddressSecrets::part(secrets));
    connectRequests.add(OptionsRequest::part(savedStages, secrets));
    connectRequests.add(LocalStageTrust::part(localStage));
    SignIns signIns(clock, savedStages, secrets, connectRequests);
    HighlightWords highlightWords(settings);
    DesktopAttention attention(clock, settings, highlightWords);
    SystemNetworkHint networkHint;
    Desk desk({clock, settings, savedStages, localStage,
               [] { return std::make_unique<WebSocketTransport>(); }, outbox, sendKey, shownTimes, summaries,
               archive, secrets, connectRequests, signIns, isDemo ? nullptr : &attention.teller(),
               &highlightWords, &networkHint});
    if (!isDemo)
        attention.begin(desk);
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::terminationRequested, &application,
                     &QApplication::closeAllWindows);
    DemoRun demo(desk, options.screenshot);
    switch (options.task) {
    case AppOptions::Task::PlayDemo:
        demo.start();
        break;
    case AppOptions::Task::StartLocalStage:
        desk.openWindow().startLocalStage();
        break;
    default:
        desk.openFirstWindow(options.address);
        break;
    }
    const int exitCode = QApplication::exec();
    secrets.finish();
    return exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    openClosedStandardStreams();
    const QStringList arguments = [&] {
        QStringList list;
        for (int i = 0; i < argc; ++i)
            list << QString::fromLocal8Bit(argv[i]);
        return list;
    }();
    nameApplication();
    if (!needsScreen(AppCommandLine::parse(arguments))) {
        const QCoreApplication application(argc, argv);
        installTranslations(*QCoreApplication::instance());
        return tell(AppCommandLine::parse(arguments));
    }
    QApplication application(argc, argv);
    installTranslations(application);
    const Result<AppOptions> options = AppCommandLine::parse(QCoreApplication::arguments());
    return options ? runWindows(application, *options) : tell(options);
}
