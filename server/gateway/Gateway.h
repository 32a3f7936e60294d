// SPDX-License-Identifier: MIT
#pragma once

#include "common/Clock.h"
#include "common/Ids.h"
#include "common/Result.h"
#include "config/DefaultStages.h"
#include "gateway/Backend.h"
#include "gateway/FileLimit.h"
#include "tables/Durability.h"
#include "tls/TlsOptions.h"

#include <QHostAddress>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Greenroom {

/// How a Gateway is set up.
struct GatewayOptions
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    /// 0 lets the system pick a free port.
    quint16 port = 3001;
    /// Web pages that are let in beside those of this machine, as DoorPolicy::originFrom() writes them.
    QStringList allowedOrigins;
    /// Names in `Host` that are let in beside our own, as DoorPolicy::hostFrom() writes them.
    QStringList allowedHosts;
    /// Whether `@connections` is for signed requests only. A signature's value is not looked at.
    bool isSignatureRequired = false;
    /// Whether programs of this machine may say by `@faults` what goes wrong at a stage.
    bool areFaultsServed = true;
    /// Where the stages' tables are kept, a file a stage; empty keeps them in memory.
    QString dataDirectory;
    /// What the rows in them survive.
    Durability durability = Durability::Normal;
    /// With the names all different.
    QList<StageConfig> stages = defaultStages();
    /// How much faster than real time the stages' quotas count; positive.
    double timeScale = 1;
    /// Whether clients have to speak TLS, and who we are to them.
    TlsOptions tls;
    /// Clients at once; more are answered with 503.
    int clientLimit = FileLimit::clients();
};

/// One thing that happened, as the access log tells it. Holds no text of any message and no secret.
struct AccessEntry
{
    enum class Kind { Connect, Refusal, Message, Disconnect, Management, Faults, Login };

    Kind kind = Kind::Message;
    WallTime at;
    QString stage;
    QString connectionId;
    QString sourceIp;
    /// Of a call to `@connections`, `@faults` or a login its method.
    QString routeKey;
    /// HTTP status, integration status or close code, whichever the kind has; 0 where a fault has ended the
    /// connection without a word.
    int status = 0;
    qint64 bytes = 0;
    std::chrono::milliseconds took{0};
    /// Refusal only: the option of greenroom-server that would have let it in.
    QString allowingOption = {};
};

/// A WebSocket API gateway on one TCP port: its stages, their connections, routes, tables and clocks.
/// Lives in one thread, which needs an event loop.
class Gateway : public QObject
{
    Q_OBJECT

public:
    enum class StartFailure { None, Tables, Listening, Certificate };

    /// Borrows `clock`; listens nowhere until start().
    Gateway(GatewayOptions options, Clock &clock, IdMint::RandomSource random = IdMint::systemRandom(),
            QObject *parent = nullptr);
    ~Gateway() override;
    Q_DISABLE_COPY_MOVE(Gateway)

    /// The port listened on; 0 before start().
    quint16 port() const;
    /// What start() failed at.
    StartFailure startFailure() const;
    /// What shutDown() could not write to the tables, as one sentence; empty where all is written.
    QString stopFailure() const;
    /// The SHA-256 fingerprint of the certificate, `AB:CD:…`; empty before start() and without TLS.
    QByteArray certificateFingerprint() const;
    /// `ws://host:port/stage`, or `wss://…` with TLS.
    QUrl stageAddress(const QString &stage) const;

    /// The stages' names: those of the options in their order, or those that were added.
    QStringList stageNames() const;

    /// Adds a stage, to be called before start(). Where anybody has, the options' stages are left out.
    void addStage(const QString &name, BackendFactory makeBackend);

    /// Reads or makes the certificate, opens the tables and listens; on failure nothing is left open and the
    /// error says why. Call once.
    Result<void> start();

    /// Stops listening, closes every client with 1001, closes their sessions in the tables, then emits
    /// stopped(). Takes at most a few seconds, also when clients do not answer.
    void shutDown();

Q_SIGNALS:
    void accessLogged(const Greenroom::AccessEntry &entry);
    /// Everything is closed and written; emitted once, after shutDown().
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Greenroom
