// SPDX-License-Identifier: MIT
#pragma once

#include "export/ExportWriter.h"

namespace Greenroom {

/// Comma-separated values after RFC 4180, https://www.rfc-editor.org/rfc/rfc4180: a row for each line, all
/// fields in quotes. What a spreadsheet would take for a formula has an apostrophe before it, and so has what
/// begins with one, so that taking away a first apostrophe gives each text back.
class CsvWriter final : public ExportWriter
{
public:
    QByteArray header(const ExportTitle &title) override;
    QByteArray row(const ExportRow &row) override;
    QByteArray footer() override;
};

} // namespace Greenroom
