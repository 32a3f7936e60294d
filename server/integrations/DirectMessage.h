// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/ProxyEvent.h"
#include "gateway/ProxyResponse.h"
#include "json/JsonTree.h"

namespace Greenroom {

class PostToConnection;

/// A message from one connection to one other.
struct DirectMessage
{
    /// Any JSON, like the next but one: the deployed function passes on what it gets.
    JsonTree message;
    QString senderId;
    JsonTree recipientId;

    /// Empty where it is no text, which is nobody's id.
    QString recipient() const;

    /// Reads the body of a `sendMessage` event; fails where Python would: it is no JSON object, or
    /// `message` or `recipient_id` is missing.
    static tl::expected<DirectMessage, IntegrationFailure> read(const ProxyEvent &event);

    /// Posts to the sender, then to the recipient, and returns what the function returns. Fails at the first
    /// that does not get it; the sender has its copy by then where it is the recipient.
    IntegrationResult deliver(PostToConnection &post) const;
};

} // namespace Greenroom
