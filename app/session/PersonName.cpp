// SPDX-License-Identifier: MIT
#include "session/PersonName.h"

#include <QByteArray>
#include <QCoreApplication>
#include <array>

namespace Greenroom::PersonName {

namespace {

constexpr std::array nouns{
    // Birds
    QT_TRANSLATE_NOOP("PersonName", "Heron"),
    QT_TRANSLATE_NOOP("PersonName", "Robin"),
    QT_TRANSLATE_NOOP("PersonName", "Swift"),
    QT_TRANSLATE_NOOP("PersonName", "Falcon"),
    QT_TRANSLATE_NOOP("PersonName", "Owl"),
    QT_TRANSLATE_NOOP("PersonName", "Wren"),
    QT_TRANSLATE_NOOP("PersonName", "Finch"),
    QT_TRANSLATE_NOOP("PersonName", "Magpie"),
    QT_TRANSLATE_NOOP("PersonName", "Stork"),
    QT_TRANSLATE_NOOP("PersonName", "Swan"),
    QT_TRANSLATE_NOOP("PersonName", "Toucan"),
    QT_TRANSLATE_NOOP("PersonName", "Pelican"),
    QT_TRANSLATE_NOOP("PersonName", "Plover"),
    QT_TRANSLATE_NOOP("PersonName", "Lark"),
    QT_TRANSLATE_NOOP("PersonName", "Kingfisher"),
    QT_TRANSLATE_NOOP("PersonName", "Hummingbird"),
    // Trees
    QT_TRANSLATE_NOOP("PersonName", "Oak"),
    QT_TRANSLATE_NOOP("PersonName", "Birch"),
    QT_TRANSLATE_NOOP("PersonName", "Maple"),
    QT_TRANSLATE_NOOP("PersonName", "Cedar"),
    QT_TRANSLATE_NOOP("PersonName", "Willow"),
    QT_TRANSLATE_NOOP("PersonName", "Cypress"),
    QT_TRANSLATE_NOOP("PersonName", "Olive"),
    QT_TRANSLATE_NOOP("PersonName", "Linden"),
    QT_TRANSLATE_NOOP("PersonName", "Poplar"),
    QT_TRANSLATE_NOOP("PersonName", "Rowan"),
    QT_TRANSLATE_NOOP("PersonName", "Sequoia"),
    QT_TRANSLATE_NOOP("PersonName", "Acacia"),
    QT_TRANSLATE_NOOP("PersonName", "Juniper"),
    // Stones
    QT_TRANSLATE_NOOP("PersonName", "Agate"),
    QT_TRANSLATE_NOOP("PersonName", "Amber"),
    QT_TRANSLATE_NOOP("PersonName", "Basalt"),
    QT_TRANSLATE_NOOP("PersonName", "Garnet"),
    QT_TRANSLATE_NOOP("PersonName", "Granite"),
    QT_TRANSLATE_NOOP("PersonName", "Jade"),
    QT_TRANSLATE_NOOP("PersonName", "Jasper"),
    QT_TRANSLATE_NOOP("PersonName", "Marble"),
    QT_TRANSLATE_NOOP("PersonName", "Onyx"),
    QT_TRANSLATE_NOOP("PersonName", "Opal"),
    QT_TRANSLATE_NOOP("PersonName", "Quartz"),
    QT_TRANSLATE_NOOP("PersonName", "Ruby"),
    QT_TRANSLATE_NOOP("PersonName", "Topaz"),
    // Weather and sky
    QT_TRANSLATE_NOOP("PersonName", "Aurora"),
    QT_TRANSLATE_NOOP("PersonName", "Breeze"),
    QT_TRANSLATE_NOOP("PersonName", "Cloud"),
    QT_TRANSLATE_NOOP("PersonName", "Comet"),
    QT_TRANSLATE_NOOP("PersonName", "Dawn"),
    QT_TRANSLATE_NOOP("PersonName", "Frost"),
    QT_TRANSLATE_NOOP("PersonName", "Mist"),
    QT_TRANSLATE_NOOP("PersonName", "Rainbow"),
    QT_TRANSLATE_NOOP("PersonName", "Snowflake"),
    QT_TRANSLATE_NOOP("PersonName", "Storm"),
    QT_TRANSLATE_NOOP("PersonName", "Thunder"),
    // The stage
    QT_TRANSLATE_NOOP("PersonName", "Balcony"),
    QT_TRANSLATE_NOOP("PersonName", "Ballad"),
    QT_TRANSLATE_NOOP("PersonName", "Cello"),
    QT_TRANSLATE_NOOP("PersonName", "Chorus"),
    QT_TRANSLATE_NOOP("PersonName", "Curtain"),
    QT_TRANSLATE_NOOP("PersonName", "Encore"),
    QT_TRANSLATE_NOOP("PersonName", "Lantern"),
    QT_TRANSLATE_NOOP("PersonName", "Overture"),
    QT_TRANSLATE_NOOP("PersonName", "Prologue"),
    QT_TRANSLATE_NOOP("PersonName", "Spotlight"),
    QT_TRANSLATE_NOOP("PersonName", "Velvet"),
};
static_assert(nouns.size() == 64);

constexpr quint64 smallestNumber = 10;
constexpr quint64 numbers = 90;
constexpr quint64 hues = 360;

/// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), since qHash() differs from run to run, and then
/// mixed (the finalizer of MurmurHash3), since ids of one hour share their first characters.
quint64 hash(const QString &connectionId)
{
    quint64 value = 14695981039346656037U;
    const QByteArray bytes = connectionId.toUtf8();
    for (const char byte : bytes)
        value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdU;
    value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53U;
    return value ^ (value >> 33);
}

} // namespace

QString fromId(const QString &connectionId)
{
    const quint64 value = hash(connectionId);
    const QString noun = QCoreApplication::translate("PersonName", nouns.at(value % nouns.size()));
    const quint64 number = smallestNumber + value / nouns.size() % numbers;
    //: A person's short name: a noun and a number, as `Heron 27`.
    return QCoreApplication::translate("PersonName", "%1 %2").arg(noun, QString::number(number));
}

int hueFromId(const QString &connectionId)
{
    // The upper half: the name is made from the lower one, and two herons need not look alike.
    return static_cast<int>((hash(connectionId) >> 32) % hues);
}

} // namespace Greenroom::PersonName
