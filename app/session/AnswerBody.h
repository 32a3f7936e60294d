// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace Greenroom {

class AnswerHead;

/// What a server says about its refusal. Pure.
namespace AnswerBody {

/// In bytes; more is not read.
constexpr qsizetype largest = qsizetype(4) * 1024;

/// The body that follows `head` and of which `bytes` have come so far; nothing while more is to be waited
/// for. Chunks are joined. What is longer than `largest` is cut.
std::optional<QByteArray> read(const AnswerHead &head, const QByteArray &bytes);

/// The same where nothing more will come.
QByteArray readWhatCame(const AnswerHead &head, const QByteArray &bytes);

/// The text of `message` in a body that is a JSON object, in one line, without secrets and of no more than
/// some 200 characters; empty where there is none.
QString messageIn(const QByteArray &body);

} // namespace AnswerBody

} // namespace Greenroom
