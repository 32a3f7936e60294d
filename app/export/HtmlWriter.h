// SPDX-License-Identifier: MIT
#pragma once

#include "export/ExportWriter.h"

#include <QDate>

namespace Greenroom {

/// A page that needs nothing else: no script, no picture, no address that is called. All texts are escaped
/// and each is by itself as to the direction of writing; light or dark is as the reader's browser wants it.
class HtmlWriter final : public ExportWriter
{
public:
    QByteArray header(const ExportTitle &title) override;
    QByteArray row(const ExportRow &row) override;
    QByteArray footer() override;

private:
    QDate m_day;
};

} // namespace Greenroom
