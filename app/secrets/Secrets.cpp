// SPDX-License-Identifier: MIT
#include "secrets/Secrets.h"

#include "common/Redaction.h"

#include <QTimer>

namespace Greenroom {

namespace {

std::pair<QUrl, int> place(const QUrl &stage, Secrets::Kind kind)
{
    return {Redaction::withoutSecrets(stage), static_cast<int>(kind)};
}

} // namespace

Secrets::Secrets(SecretStore *store, QObject *parent) : QObject(parent), m_store(store) {}

QString Secrets::of(const QUrl &stage, Kind kind) const
{
    return m_known.value(place(stage, kind));
}

void Secrets::load(const QUrl & /*stage*/, QObject *context, std::function<void()> then)
{
    QTimer::singleShot(0, context, std::move(then));
}

void Secrets::keep(const QUrl &stage, Kind kind, const QString &secret)
{
    m_known.insert(place(stage, kind), secret);
    Q_EMIT changed(Redaction::withoutSecrets(stage), kind);
}

void Secrets::forget(const QUrl &stage, Kind kind)
{
    if (m_known.remove(place(stage, kind)))
        Q_EMIT changed(Redaction::withoutSecrets(stage), kind);
}

void Secrets::forgetStage(const QUrl &stage)
{
    for (const Kind kind : {Kind::AddressPart, Kind::Headers, Kind::Token, Kind::Password})
        forget(stage, kind);
}

void Secrets::forgetAll()
{
    const auto known = std::exchange(m_known, {});
    for (auto entry = known.keyBegin(); entry != known.keyEnd(); ++entry)
        Q_EMIT changed(entry->first, static_cast<Kind>(entry->second));
}

} // namespace Greenroom
