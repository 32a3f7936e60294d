// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"
#include "session/HeartbeatChoice.h"

#include <QUrl>

namespace Greenroom {

/// How a stage's user signs in to it, without the secrets.
struct SignInChoice
{
    /// Where the token goes in the handshake.
    enum class TokenPlace {
        /// `?Authorization=Bearer%20…`, as the tutorials' page does it.
        QueryItem,
        /// `Authorization: Bearer …`
        Header,
    };

    /// Empty where there is nothing to sign in to.
    QUrl authUrl = {};
    QString userId = {};
    TokenPlace tokenPlace = TokenPlace::QueryItem;
    /// The password is kept, so that a new token can be had without asking.
    bool remembersPassword = false;

    bool operator==(const SignInChoice &other) const = default;
};

/// In which form what is typed goes to the stage.
enum class DialectChoice {
    /// As the stage shows that it understands.
    Automatic,
    /// `{"action":"sendmessage","message":…}`
    History,
    /// `{"action":"sendMessage","message":…,"recipient_id":…}` to one person, else as History.
    Direct,
    /// `{"action":"sendMessage","data":…}`
    Broadcast,
    /// The text as it stands.
    Raw,
};

/// One `name=value` that is added to the query of the address.
struct QueryItem
{
    QString name;
    /// As typed, not yet encoded; empty of a secret one.
    QString value = {};
    /// The value is in Secrets.
    bool isSecret = false;

    bool operator==(const QueryItem &other) const = default;
};

/// What the user has set for one stage beside its name and place in the list. Has no secrets in it: those of
/// the headers and query items are in Secrets, and here are their names alone.
struct StageOptions
{
    /// A line with an empty value has its value in Secrets.
    QList<HeaderLine> headers = {};
    /// Added to those of the address, in this order.
    QList<QueryItem> queryItems = {};
    QStringList subprotocols = {};
    DialectChoice dialect = DialectChoice::Automatic;
    TlsChoice tls = {};
    ProxyChoice proxy = {};
    HeartbeatChoice heartbeat = {};
    SignInChoice signIn = {};

    bool operator==(const StageOptions &other) const = default;
};

} // namespace Greenroom
