// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Greenroom {

struct SignInChoice;

/// A password as it is kept in Secrets: with the Auth API and the user ID that it was accepted for, since
/// those in the options may come from a file of somebody else. Never write it anywhere else.
namespace RememberedPassword {

/// The secret to be kept.
QString toSecret(const SignInChoice &acceptedFor, const QString &password);

/// The password in `secret` if it was accepted for the Auth API and user ID of `choice`; else empty, as of
/// secrets of an older form, which do not tell what they are for.
QString fromSecret(const QString &secret, const SignInChoice &choice);

} // namespace RememberedPassword

} // namespace Greenroom
