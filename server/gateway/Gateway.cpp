// SPDX-License-Identifier: MIT
#include "gateway/Gateway.h"

#include "common/ScaledClock.h"
#include "gateway/Listener.h"
#include "gateway/Quotas.h"
#include "gateway/RequestRouter.h"
#include "gateway/Stage.h"
#include "integrations/BuiltIns.h"
#include "tables/DataDirectory.h"
#include "tls/SelfSignedCertificate.h"
#include "tls/TlsContext.h"

#include <map>
#include <optional>

namespace Greenroom {

/// The work behind the public face.
class Gateway::Private
{
public:
    Private(Gateway &gateway, GatewayOptions gatewayOptions, Clock &borrowedClock,
            IdMint::RandomSource random)
        : q(gateway),
          options(std::move(gatewayOptions)),
          clock(borrowedClock),
          stageClock(borrowedClock, options.timeScale),
          ids(clock, std::move(random)),
          listener(new Listener(clock, options.clientLimit, &q)),
          router(new RequestRouter(stages, options, clock, ids, &q))
    {
    }

    Result<void> openStages();
    Result<void> openConfiguredStages();
    Result<void> openDataDirectory();
    Result<void> openStage(const QString &name, const BackendFactory &makeBackend);
    [[nodiscard]] Result<void> listen() const;
    Result<void> readCertificate();
    Result<void> makeCertificate();
    Result<void> startTls(Result<std::shared_ptr<const TlsContext>> context);
    Result<void> undoStart(StartFailure what, Result<void> why);
    void noteStageStopped();
    void stop();

    Gateway &q;
    GatewayOptions options;
    Clock &clock;
    /// What the stages know of time.
    ScaledClock stageClock;
    IdMint ids;
    std::map<QString, BackendFactory> factories;
    /// Outlives the stages, whose files it guards.
    std::optional<DataDirectory> dataDirectory;
    /// A child of the gateway, so that both move to another thread together. The sockets of clients that have
    /// no stage yet are its children.
    Listener *listener;
    /// A child of the gateway for the same reason.
    RequestRouter *router;
    RequestRouter::Stages stages;
    QByteArray fingerprint;
    StartFailure startFailure = StartFailure::None;
    QString stopFailure;
    std::unique_ptr<Alarm> shutDownAlarm;
    std::size_t stagesToStop = 0;
    bool isStopping = false;
};

Gateway::Gateway(GatewayOptions options, Clock &clock, IdMint::RandomSource random, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(options), clock, std::move(random)))
{
    connect(d->listener, &Listener::accepted, d->router, &RequestRouter::serve);
    connect(d->listener, &Listener::refused, d->router, &RequestRouter::turnAway);
    connect(d->router, &RequestRouter::accessLogged, this, &Gateway::accessLogged);
}

Gateway::~Gateway() = default;

quint16 Gateway::port() const
{
    return d->listener->serverPort();
}

Gateway::StartFailure Gateway::startFailure() const
{
    return d->startFailure;
}

QString Gateway::stopFailure() const
{
    return d->stopFailure;
}

QByteArray Gateway::certificateFingerprint() const
{
    return d->fingerprint;
}

QUrl Gateway::stageAddress(const QString &stage) const
{
    // A gateway that listens everywhere is reached from this machine by its loopback address.
    const bool isEverywhere =
        d->options.address == QHostAddress::Any || d->options.address == QHostAddress::AnyIPv4;
    const QHostAddress host = isEverywhere ? QHostAddress(QHostAddress::LocalHost) : d->options.address;
    QUrl url;
    url.setScheme(d->options.tls.isOn() ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(host == QHostAddress::AnyIPv6 ? QHostAddress(QHostAddress::LocalHostIPv6).toString()
                                              : host.toString());
    url.setPort(port());
    url.setPath(u'/' + stage);
    return url;
}

QStringList Gateway::stageNames() const
{
    QStringList names;
    for (const auto &[name, makeBackend] : d->factories)
        names.append(name);
    if (!names.isEmpty())
        return names;
    for (const auto &stage : d->options.stages)
        names.append(stage.name);
    return names;
}

void Gateway::addStage(const QString &name, BackendFactory makeBackend)
{
    d->factories.insert_or_assign(name, std::move(makeBackend));
}

Result<void> Gateway::start()
{
    if (auto isRead = d->readCertificate(); !isRead)
        return d->undoStart(StartFailure::Certificate, std::move(isRead));
    // Then the port: who starts a second server shall hear of the port rather than of the directory. Nobody
    // is let in before this thread is back in its event loop, when the tables are open.
    if (auto listening = d->listen(); !listening)
        return d->undoStart(StartFailure::Listening, std::move(listening));
    if (auto opened = d->openStages(); !opened)
        return d->undoStart(StartFailure::Tables, std::move(opened));
    if (auto made = d->makeCertificate(); !made)
        return d->undoStart(StartFailure::Certificate, std::move(made));
    return {};
}

void Gateway::shutDown()
{
    if (std::exchange(d->isStopping, true))
        return;
    d->listener->close();
    d->router->refuseEverybody();
    d->stagesToStop = d->stages.size();
    d->shutDownAlarm = d->clock.ringAfter(Quotas::shutDownTimeout, [this] { d->stop(); });
    if (d->stages.empty())
        QMetaObject::invokeMethod(
            this, [this] { d->stop(); }, Qt::QueuedConnection);
    for (const auto &[name, stage] : d->stages)
        stage->shutDown();
}

Result<void> Gateway::Private::openStages()
{
    if (auto opened = openDataDirectory(); !opened)
        return opened;
    for (const auto &[name, makeBackend] : factories) {
        if (auto opened = openStage(name, makeBackend); !opened)
            return opened;
    }
    return factories.empty() ? openConfiguredStages() : Result<void>();
}

Result<void> Gateway::Private::openConfiguredStages()
{
    for (const auto &stage : options.stages) {
        auto tables = dataDirectory ? dataDirectory->tables(stage.name, options.durability) : TablesOptions();
        // Where time passes faster no handshake has the time to wait for that.
        tables.opening = options.timeScale > 1 ? Opening::AtOnce : Opening::WhenUsed;
        const auto makeBackend = BuiltIns::backend(stage, tables, clock, ids);
        if (auto opened = openStage(stage.name, makeBackend); !opened)
            return opened;
    }
    return {};
}

Result<void> Gateway::Private::openDataDirectory()
{
    if (options.dataDirectory.isEmpty())
        return {};
    auto opened = DataDirectory::open(options.dataDirectory);
    if (!opened)
        return tl::unexpected(opened.error());
    dataDirectory = std::move(*opened);
    return {};
}

Result<void> Gateway::Private::openStage(const QString &name, const BackendFactory &makeBackend)
{
    auto stage = std::make_unique<Stage>(name, stageClock, ids);
    auto backend = makeBackend(*stage);
    if (!backend)
        return tl::unexpected(backend.error());
    stage->setBackend(std::move(*backend));
    connect(stage.get(), &Stage::accessLogged, &q, &Gateway::accessLogged);
    connect(stage.get(), &Stage::stopped, &q, [this] { noteStageStopped(); });
    stages.emplace(name, std::move(stage));
    return {};
}

Result<void> Gateway::Private::listen() const
{
    if (listener->listen(options.address, options.port))
        return {};
    const QString address = options.address.toString();
    if (listener->serverError() == QAbstractSocket::AddressInUseError)
        return failure(tr("Port %1 on %2 is taken by another program; end it or choose another port.")
                           .arg(QString::number(options.port), address));
    return failure(tr("Cannot listen on %1, port %2: %3.")
                       .arg(address, QString::number(options.port), listener->errorString()));
}

Result<void> Gateway::Private::readCertificate()
{
    if (options.tls.identity != TlsOptions::Identity::Files)
        return {};
    return startTls(TlsContext::fromFiles(options.tls.certificateFile, options.tls.keyFile));
}

/// To be called when the data directory is open.
Result<void> Gateway::Private::makeCertificate()
{
    if (options.tls.identity != TlsOptions::Identity::SelfSigned)
        return {};
    const auto now = clock.wallTime();
    const auto made = options.dataDirectory.isEmpty()
                          ? SelfSignedCertificate::make(now)
                          : SelfSignedCertificate::kept(QDir(options.dataDirectory), now);
    if (!made)
        return tl::unexpected(made.error());
    return startTls(TlsContext::fromPem(made->certificate, made->key));
}

Result<void> Gateway::Private::startTls(Result<std::shared_ptr<const TlsContext>> context)
{
    if (!context)
        return tl::unexpected(context.error());
    fingerprint = (*context)->fingerprint();
    listener->setTls(std::move(*context));
    return {};
}

Result<void> Gateway::Private::undoStart(StartFailure what, Result<void> why)
{
    startFailure = what;
    listener->close();
    stages.clear();
    dataDirectory.reset();
    return why;
}

void Gateway::Private::noteStageStopped()
{
    if (stagesToStop > 0 && --stagesToStop == 0)
        QMetaObject::invokeMethod(
            &q, [this] { stop(); }, Qt::QueuedConnection);
}

/// Also ends what has not answered in time; closing the tables writes everything that waits to be written.
void Gateway::Private::stop()
{
    if (!shutDownAlarm)
        return;
    shutDownAlarm.reset();
    for (const auto &[name, stage] : stages) {
        if (const auto closed = stage->closeTables(); !closed)
            stopFailure = closed.error().message;
    }
    stages.clear();
    if (dataDirectory && stopFailure.isEmpty())
        dataDirectory->noteGoodEnd();
    dataDirectory.reset();
    Q_EMIT q.stopped();
}

} // namespace Greenroom
