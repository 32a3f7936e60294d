// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/Parcel.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace Greenroom {

class Connection;

/// Sends one text to many connections cheaply: encodes it once, gathers what each connection is to get in
/// this turn of the event loop, once for all that get the same, and has each written once at its end.
///
/// The order of the texts to one connection is kept. What waits is written earlier where a connection closes,
/// so that no close frame overtakes it.
class FanOut : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Sends `text`, UTF-8 or what is made of it by replacing what is not, in frames of at most 32 KB that
    /// end between characters. Texts that share their data one after the other are encoded once.
    void send(Connection &connection, const QByteArray &text);

private:
    const QByteArray &framesOf(const QByteArray &text);
    void flush();

    QByteArray m_lastText;
    QByteArray m_lastFrames;
    /// What every connection begins a turn with.
    Parcel m_nothing;
    Parcel::Store m_parcels;
    QList<QPointer<Connection>> m_waiting;
};

} // namespace Greenroom
