// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/Secrets.h"
#include "support/FakeClock.h"
#include "support/MemorySecretStore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace Greenroom::Test {

/// Secrets over a store that has its manners, in a program that can be started again.
struct SecretsBench
{
    using Kind = Secrets::Kind;

    // Made in this order, and gone in the other.
    QTemporaryDir directory;
    FakeClock clock;
    MemorySecretStore store;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<Secrets> secrets;

    SecretsBench() { restart(); }
    static QUrl dev() { return QUrl(QStringLiteral("wss://example.com/dev")); }
    static QUrl prod() { return QUrl(QStringLiteral("wss://example.com/prod")); }
    /// Ends the program and starts it again.
    void restart()
    {
        secrets.reset();
        settings =
            std::make_unique<QSettings>(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        secrets = std::make_unique<Secrets>(clock, &store, *settings);
    }
    void keep(const QUrl &stage, Kind kind, const char *secret) const
    {
        secrets->keep(stage, kind, QString::fromUtf8(secret));
    }
    void settle() const { store.settle(); }
    QString load(const QUrl &stage, Kind kind)
    {
        bool isLoaded = false;
        secrets->load(stage, &context, [&isLoaded] { isLoaded = true; });
        if (!QTest::qWaitFor([&isLoaded] { return isLoaded; }))
            qFatal("load() did not call back");
        return secrets->of(stage, kind);
    }
    QJsonObject entry(const QUrl &stage) const
    {
        return QJsonDocument::fromJson(store.entries.value(stage.toString()).toUtf8()).object();
    }

    QObject context;
};

} // namespace Greenroom::Test
