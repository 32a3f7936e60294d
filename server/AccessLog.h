// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Gateway.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Greenroom {

/// Writes what happened at the gateway, one line each. For programs, so not translated.
class AccessLog : public QObject
{
    Q_OBJECT

public:
    /// Borrows `device`, which is open.
    explicit AccessLog(QIODevice &device, QObject *parent = nullptr);

    /// Fields are separated by one space; what an entry does not have is `-`:
    /// time, kind, stage, connection, address, route, status, bytes, milliseconds; the option that would have
    /// let a refused request in is the rest of its line.
    /// `2026-01-31T12:00:00.250Z message dev eHrdFcnvvHcCE-w= 127.0.0.1 sendmessage 200 45B 3ms`
    static QString line(const AccessEntry &entry);

    void write(const Greenroom::AccessEntry &entry);

private:
    QIODevice &m_device;
};

} // namespace Greenroom
