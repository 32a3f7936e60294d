// SPDX-License-Identifier: MIT
#pragma once

#include "transcript/Message.h"
#include "transcript/TextSpan.h"

#include <QUrl>
#include <optional>

namespace Greenroom {

class TranscriptModel;

/// One line of a conversation as it is exported: its secrets taken out, and a copy, so that it does not
/// depend on the model.
struct ExportRow
{
    Message::Kind kind = Message::Kind::Chat;
    WallTime at;
    bool own = false;
    /// As the reader sees it; empty for what nobody wrote.
    QString name = {};
    QString personId = {};
    /// As the reader sees it: a notice of joining is in words.
    QString text = {};
    Delivery delivery = Delivery::None;
    QString failure = {};
    /// How far a line of our own has come, as the reader sees it; empty if it has arrived.
    QString deliveryWords = {};
    /// Empty where only a part of the line is exported.
    QString frame = {};

    /// The line in `row`, or only `part` of its text.
    static ExportRow of(const TranscriptModel &transcript, int row, std::optional<TextSpan> part = {});
};

/// What stands at the beginning of an exported conversation.
struct ExportTitle
{
    /// The stage's name.
    QString stage;
    /// Must be without secrets.
    QUrl address;
    WallTime exportedAt;
};

/// The words that formats use for values of rows.
namespace ExportWords {

/// `chat`, `direct`, `joined`, `left`, `backend`, `notice` or `error`.
QString kind(Message::Kind kind);
/// `waiting`, `sending`, `sent`, `delivered` or `failed`; empty for lines of others.
QString delivery(Delivery delivery);
/// The moment in the reader's time zone as ISO 8601, `2026-01-31T09:00:00.250-03:00`.
QString localStamp(WallTime at);
/// `text` with lines ended by `\n` alone, and control characters other than it and the tabulator shown as
/// their pictures (␛): for files that are looked at, where nothing may act on a terminal or a parser.
QString withoutControls(const QString &text);

} // namespace ExportWords

} // namespace Greenroom
