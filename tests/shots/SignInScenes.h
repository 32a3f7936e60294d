// SPDX-License-Identifier: MIT
#pragma once

#include <QPixmap>
#include <chrono>

namespace Greenroom::Shots {

/// Where one signs in, as it opens.
QPixmap signInWindow();
/// The same, about to paste a token.
QPixmap signInWithToken();
/// The same, after something went wrong.
QPixmap signInFailed();
/// The same, asking before a password is sent in the clear.
QPixmap signInExposed();
/// Somebody who is signed in for this long, in a window of this size.
QPixmap signedIn(QSize size, std::chrono::seconds life);
/// A stage that did not let somebody in.
QPixmap signInRefused();
/// What is asked where a sign-in has ended.
QPixmap signInEnded();
/// What a token says.
QPixmap claims();

} // namespace Greenroom::Shots
