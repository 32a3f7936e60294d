// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QContextMenuEvent;
QT_END_NAMESPACE

namespace Greenroom {

class TranscriptView;

/// The context menu of a transcript: what can be done with what is under the pointer.
namespace TranscriptMenu {

/// Opens it for the line at the event's place, or for the current line if it came from the keyboard.
void show(TranscriptView &view, const QContextMenuEvent &event);

} // namespace TranscriptMenu

} // namespace Greenroom
