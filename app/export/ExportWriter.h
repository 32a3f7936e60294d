// SPDX-License-Identifier: MIT
#pragma once

#include "export/ExportRow.h"

#include <QByteArray>

namespace Greenroom {

/// Turns the lines of a conversation into the bytes of a file, UTF-8: header() once, row() for each in order,
/// footer() once.
class ExportWriter
{
public:
    ExportWriter() = default;
    virtual ~ExportWriter() = default;
    Q_DISABLE_COPY_MOVE(ExportWriter)

    virtual QByteArray header(const ExportTitle &title) = 0;
    virtual QByteArray row(const ExportRow &row) = 0;
    virtual QByteArray footer() = 0;
};

} // namespace Greenroom
