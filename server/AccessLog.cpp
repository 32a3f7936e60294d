// SPDX-License-Identifier: MIT
#include "AccessLog.h"

#include "common/Timestamp.h"

#include <QIODevice>
#include <QStringList>

namespace Greenroom {

namespace {

QString kindWord(AccessEntry::Kind kind)
{
    switch (kind) {
    case AccessEntry::Kind::Connect:
        return QStringLiteral("connect");
    case AccessEntry::Kind::Refusal:
        return QStringLiteral("refusal");
    case AccessEntry::Kind::Message:
        return QStringLiteral("message");
    case AccessEntry::Kind::Disconnect:
        return QStringLiteral("disconnect");
    case AccessEntry::Kind::Management:
        return QStringLiteral("management");
    case AccessEntry::Kind::Faults:
        return QStringLiteral("faults");
    case AccessEntry::Kind::Login:
        return QStringLiteral("login");
    }
    return {};
}

bool hasBytes(AccessEntry::Kind kind)
{
    return kind == AccessEntry::Kind::Message || kind == AccessEntry::Kind::Management
           || kind == AccessEntry::Kind::Faults || kind == AccessEntry::Kind::Login;
}

QString orDash(const QString &field)
{
    return field.isEmpty() ? QStringLiteral("-") : field;
}

} // namespace

AccessLog::AccessLog(QIODevice &device, QObject *parent) : QObject(parent), m_device(device) {}

QString AccessLog::line(const AccessEntry &entry)
{
    QStringList fields{
        toMillisecondStamp(entry.at),
        kindWord(entry.kind),
        orDash(entry.stage),
        orDash(entry.connectionId),
        orDash(entry.sourceIp),
        orDash(entry.routeKey),
        QString::number(entry.status),
        hasBytes(entry.kind) ? QString::number(entry.bytes) + u'B' : QStringLiteral("-"),
        QString::number(entry.took.count()) + QStringLiteral("ms"),
    };
    if (!entry.allowingOption.isEmpty())
        fields.append(entry.allowingOption);
    return fields.join(u' ');
}

void AccessLog::write(const AccessEntry &entry)
{
    m_device.write(line(entry).toUtf8() + '\n');
}

} // namespace Greenroom
