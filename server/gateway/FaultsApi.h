// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/HttpReply.h"

#include <QCoreApplication>
#include <QString>
#include <optional>

QT_BEGIN_NAMESPACE
class QHostAddress;
QT_END_NAMESPACE

namespace Greenroom {

class Faults;
class HttpHead;
class IdMint;

/// What a request to `@faults` asks for. Pure.
struct FaultsCall
{
    /// Any that HTTP has.
    QByteArray method;
    QString stage;

    /// The call that `head` makes: `/{stage}/@faults`, with escapes or without. Nothing if it asks for
    /// something else.
    static std::optional<FaultsCall> from(const HttpHead &head);
};

/// Answers the calls to `@faults`, with which the tests of a client say what shall go wrong at a stage. AWS
/// has nothing like it.
class FaultsApi
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::FaultsApi)

public:
    /// Borrows `ids`.
    explicit FaultsApi(IdMint &ids);

    /// Whether a request with `head` from `peer` comes from this machine itself, and not through a proxy or
    /// a tunnel on it. Others may be let in to the stages, but shall not make them go wrong.
    static bool isFromHere(const HttpHead &head, const QHostAddress &peer);

    /// GET tells the rules, PUT sets them, DELETE ends them: 200, 204, 400, 403 or 405. `faults` are those of
    /// the stage that the call names; null where there is no such stage.
    HttpReply answer(const FaultsCall &call, const QByteArray &body, Faults *faults) const;

private:
    static HttpReply rulesOf(const Faults &faults);
    static HttpReply set(Faults &faults, const QByteArray &body);
    static HttpReply clear(Faults &faults);

    IdMint &m_ids;
};

} // namespace Greenroom
