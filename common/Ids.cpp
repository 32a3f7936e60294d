// SPDX-License-Identifier: MIT
#include "common/Ids.h"

#include <QRandomGenerator>
#include <QUuid>
#include <QtEndian>

namespace Greenroom {

namespace {

constexpr qsizetype idBytes = 11;
constexpr qsizetype idCharacters = 16;
constexpr qsizetype kindByte = 8;
constexpr char connectionKind = 0x02;
constexpr char requestKind = 0x05;

// (tenths of a second since 1970 - awsEpoch) mod awsPeriod; holds for 22 captures of 2019 to 2024.
constexpr qint64 awsEpoch = 115'262'492;
constexpr qint64 awsPeriod = (qint64(1) << 29) - 1;

quint32 awsTenths(WallTime moment)
{
    const qint64 tenths = moment.time_since_epoch().count() / 100 - awsEpoch;
    return static_cast<quint32>((tenths % awsPeriod + awsPeriod) % awsPeriod);
}

QString encode(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding));
}

} // namespace

IdMint::IdMint(const Clock &clock, RandomSource random) : m_clock(clock), m_random(std::move(random)) {}

QString IdMint::connectionId()
{
    return encode(stampedBytes(connectionKind));
}

QString IdMint::requestId()
{
    return encode(stampedBytes(requestKind));
}

QString IdMint::messageId(const QString &connectionId)
{
    const QByteArray connection =
        QByteArray::fromBase64(connectionId.toLatin1(), QByteArray::Base64UrlEncoding);
    QByteArray bytes = stampedBytes(connectionKind);
    bytes.replace(kindByte, idBytes - kindByte, connection.sliced(kindByte));
    return encode(bytes);
}

QString IdMint::uuid()
{
    std::array<quint32, 4> words{m_random(), m_random(), m_random(), m_random()};
    QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

IdMint::RandomSource IdMint::systemRandom()
{
    return [] { return QRandomGenerator::system()->generate(); };
}

bool IdMint::isConnectionId(QStringView id)
{
    const auto isBase64Url = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'
               || c == u'_';
    };
    return id.size() == idCharacters && id.back() == u'='
           && std::all_of(id.begin(), id.end() - 1, isBase64Url);
}

QByteArray IdMint::stampedBytes(char kind)
{
    QByteArray bytes(idBytes, Qt::Uninitialized);
    const quint32 random = m_random();
    qToBigEndian((awsTenths(m_clock.wallTime()) << 2) | (random & 3), bytes.data());
    qToBigEndian(m_random(), bytes.data() + 4);
    bytes[kindByte] = kind;
    bytes[kindByte + 1] = static_cast<char>(random >> 8);
    bytes[kindByte + 2] = static_cast<char>(random >> 16);
    return bytes;
}

} // namespace Greenroom
