// SPDX-License-Identifier: MIT
#pragma once

#include "export/ExportWriter.h"

namespace Greenroom {

/// A JSON object a line, https://jsonlines.org, for programs: each text exactly as it came. Characters that a
/// terminal or an editor would act on are escaped.
class JsonLinesWriter final : public ExportWriter
{
public:
    QByteArray header(const ExportTitle &title) override;
    QByteArray row(const ExportRow &row) override;
    QByteArray footer() override;
};

} // namespace Greenroom
