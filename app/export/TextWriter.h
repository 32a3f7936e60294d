// SPDX-License-Identifier: MIT
#pragma once

#include "export/ExportWriter.h"

#include <QDate>

namespace Greenroom {

/// Plain text, for the eye: a day's date above its lines, each with its time and its writer's name. The
/// further lines of a text are set in, so that no text can pass for another line.
class TextWriter final : public ExportWriter
{
public:
    QByteArray header(const ExportTitle &title) override;
    QByteArray row(const ExportRow &row) override;
    QByteArray footer() override;

private:
    QDate m_day;
};

} // namespace Greenroom
