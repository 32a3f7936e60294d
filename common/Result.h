// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace Greenroom {

/// Why something could not be done: one sentence for the person at the screen, already translated.
struct Error
{
    QString message;
};

/// A value, or the Error that explains why there is none. Everything that can fail returns one.
template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return failure(tr("…"));`
inline tl::unexpected<Error> failure(QString message)
{
    return tl::unexpected<Error>(Error{std::move(message)});
}

} // namespace Greenroom
