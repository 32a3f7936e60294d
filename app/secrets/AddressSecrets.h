// SPDX-License-Identifier: MIT
#pragma once

#include "stages/ConnectRequests.h"

#include <QString>
#include <QUrl>

namespace Greenroom {

class Secrets;

/// The secret part of an address (user name, password, query items as `token=…`), apart from the rest.
namespace AddressSecrets {

struct Split
{
    /// As Redaction::withoutSecrets() has it.
    QUrl address;
    /// What was taken out, and from where; empty if nothing was. For joined() alone.
    QString part;
};

Split split(const QUrl &address);

/// `address` with the secret part in its former place; other query items than before do no harm. What can't
/// be read as a part changes nothing.
QUrl joined(const QUrl &address, const QString &part);

/// Puts the part that `secrets` has of a stage into the address of each attempt. Borrows `secrets`.
ConnectRequests::Part part(const Secrets &secrets);

} // namespace AddressSecrets

} // namespace Greenroom
