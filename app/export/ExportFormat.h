// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <memory>
#include <optional>

namespace Greenroom {

class ExportWriter;

/// What a conversation can be exported as.
enum class ExportFormat { Text, JsonLines, Csv, Html };

namespace ExportFormats {

/// All of them, in the order in which they are offered.
QList<ExportFormat> all();

/// What files of this format end with, without the dot.
QString suffix(ExportFormat format);
/// The format in a file dialog, as `Text (*.txt)`.
QString filter(ExportFormat format);
/// The format that the end of `path` asks for; nothing if no format ends so.
std::optional<ExportFormat> ofPath(const QString &path);
std::unique_ptr<ExportWriter> makeWriter(ExportFormat format);

} // namespace ExportFormats

} // namespace Greenroom
