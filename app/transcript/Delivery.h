// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>

namespace Greenroom {

/// How far a line of our own has come. Kept by number in archives: new ones come at the end.
enum class Delivery {
    /// It is somebody else's.
    None,
    /// There is no connection; it goes out with the next one.
    Waiting,
    /// It has left, and nothing has come back yet.
    Sending,
    /// The stage has it; no echo comes from this one.
    Sent,
    /// The stage has sent it to everybody, ourselves included.
    Delivered,
    /// It was refused, or nobody can say what became of it. It can be sent again or edited.
    Failed,
};

} // namespace Greenroom

Q_DECLARE_METATYPE(Greenroom::Delivery)
