// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/AddressSecrets.h"
#include "support/StagesBench.h"

#include <QLineEdit>

namespace Greenroom::Test {

/// A window on fakes, and an address with secrets.
struct SecretStagesBench : StagesBench
{
    using Manner = MemorySecretStore::Manner;

    MemorySecretStore &store = ui.secretStore();

    static QString cleanText() { return QStringLiteral("wss://example.com/dev?room=1"); }
    static QString wholeText()
    {
        return QStringLiteral("wss://ann:planted-secret@example.com/dev?token=planted-secret&room=1");
    }
    QString field() const { return find<QLineEdit>(*window, "address").text(); }
    /// Of the last attempt, as it went to the transport.
    QUrl attempted() const { return transports.last().request.address; }
    void refuse() const { Q_EMIT transports.transport().failed({401, QStringLiteral("No.")}); }
    void settle() const { store.settle(); }
    /// What a former run of the program has kept of wholeText(), the store being so.
    void keepFormerly(Manner manner)
    {
        store.manner = manner;
        Secrets former(clock, &store, services.settings);
        const AddressSecrets::Split split = AddressSecrets::split(QUrl(wholeText()));
        former.keep(split.address, Secrets::Kind::AddressPart, split.part);
        services.savedStages.save(split.address);
        settle();
        store.calls.clear();
    }
};

} // namespace Greenroom::Test
