// SPDX-License-Identifier: MIT
#pragma once

#include "stages/OptionSecrets.h"
#include "stages/StageOptions.h"

#include <QWidget>

namespace Greenroom {

class OptionLinesTable;

/// What the handshake with a stage has beside the address: headers, query items and subprotocols.
class StageHandshakeTab : public QWidget
{
    Q_OBJECT

public:
    explicit StageHandshakeTab(QWidget *parent = nullptr);

    void show(const StageOptions &options, const OptionSecrets &secrets);
    /// Writes what is set here into both; if something is wrong, says so and returns false. A secret that was
    /// there before and whose value is not known may stay without one.
    bool take(StageOptions &options, OptionSecrets &secrets);

private:
    bool takeHeaders(StageOptions &options, OptionSecrets &secrets);
    bool takeQueryItems(StageOptions &options, OptionSecrets &secrets);
    bool takeSubprotocols(StageOptions &options);

    OptionLinesTable *m_headers;
    OptionLinesTable *m_queryItems;
    OptionLinesTable *m_subprotocols;
    /// The secrets that were shown without a value, since it was not known: names in small letters.
    QStringList m_unknown;
};

} // namespace Greenroom
