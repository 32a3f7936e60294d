// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QUrl>

/// What users type as the address of a stage.
namespace Greenroom::StageAddress {

/// API Gateway takes addresses of up to 4096 characters.
constexpr qsizetype maximumLength = 4096;

/// The address in `typed`, blanks around it taken away; else a sentence that names what is wrong with it and
/// what to type instead (empty, no scheme, http:// or another scheme, blanks inside, no host, bad port, too
/// long).
Result<QUrl> parse(const QString &typed);

/// Whether what is sent to `address` crosses a network in the clear: ws:// to a host that is not this
/// machine.
bool isExposed(const QUrl &address);

} // namespace Greenroom::StageAddress
