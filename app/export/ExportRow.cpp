// SPDX-License-Identifier: MIT
#include "export/ExportRow.h"

#include "common/Redaction.h"
#include "transcript/LineText.h"
#include "transcript/TranscriptModel.h"

#include <QDateTime>

namespace Greenroom {

ExportRow ExportRow::of(const TranscriptModel &transcript, int row, std::optional<TextSpan> part)
{
    const QString name = LineText::writer(transcript, row);
    const bool own = transcript.isOwn(row);
    const Message &message = transcript.message(row);
    const QString shown = LineText::shown(message);
    const bool isWhole = !part || (part->start == 0 && part->length == shown.size());
    ExportRow exported;
    exported.kind = message.kind;
    exported.at = message.at;
    exported.own = own;
    exported.name = name;
    exported.personId = message.personId;
    const QString clean = Redaction::withoutSecretsIn(shown);
    // The rest of a secret that was cut through would not be known for one: such a line stays whole.
    exported.text = isWhole || clean != shown ? clean : shown.mid(part->start, part->length);
    exported.delivery = message.delivery;
    if (message.delivery != Delivery::Delivered)
        exported.deliveryWords = Redaction::withoutSecretsIn(LineText::delivery(message));
    exported.failure = Redaction::withoutSecretsIn(message.failure);
    if (isWhole)
        exported.frame = Redaction::withoutSecretsIn(transcript.rawFrame(row));
    return exported;
}

namespace ExportWords {

QString kind(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Chat:
        return QStringLiteral("chat");
    case Message::Kind::Direct:
        return QStringLiteral("direct");
    case Message::Kind::Joined:
        return QStringLiteral("joined");
    case Message::Kind::Left:
        return QStringLiteral("left");
    case Message::Kind::Backend:
        return QStringLiteral("backend");
    case Message::Kind::Error:
        return QStringLiteral("error");
    case Message::Kind::Notice:
        break;
    }
    return QStringLiteral("notice");
}

QString delivery(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Waiting:
        return QStringLiteral("waiting");
    case Delivery::Sending:
        return QStringLiteral("sending");
    case Delivery::Sent:
        return QStringLiteral("sent");
    case Delivery::Delivered:
        return QStringLiteral("delivered");
    case Delivery::Failed:
        return QStringLiteral("failed");
    case Delivery::None:
        break;
    }
    return {};
}

QString localStamp(WallTime at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    // Without an offset of its own Qt would write none.
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString withoutControls(const QString &text)
{
    QString clean = text;
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    for (QChar &character : clean) {
        const ushort code = character.unicode();
        constexpr ushort pictures = 0x2400;
        constexpr ushort pictureOfDelete = 0x2421;
        if (code < 0x20 && code != u'\n' && code != u'\t')
            character = QChar(pictures + code);
        else if (code == 0x7f)
            character = QChar(pictureOfDelete);
        else if (code > 0x7f && code < 0xa0)
            character = QChar::ReplacementCharacter;
    }
    return clean;
}

} // namespace ExportWords

} // namespace Greenroom
