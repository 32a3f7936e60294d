// SPDX-License-Identifier: MIT
#pragma once

#include "tell/Teller.h"
#include "tell/TellerSource.h"
#include "transcript/TranscriptModel.h"

namespace Greenroom::Test {

/// A conversation that a test speaks in.
class FakeSource final : public TellerSource
{
public:
    FakeSource(Teller &teller, const char *address) : m_teller(teller), m_stage(QLatin1String(address))
    {
        m_teller.add(*this);
    }
    ~FakeSource() override { m_teller.remove(*this); }
    Q_DISABLE_COPY_MOVE(FakeSource)

    QUrl stage() const override { return m_stage; }
    QString title() const override { return m_stage.host(); }
    const TranscriptModel &transcript() const override { return model; }
    bool isLookedAt() const override { return lookedAt; }
    void comeForward() override { ++timesForward; }

    void hear(const QString &text, Message::Kind kind = Message::Kind::Chat,
              const QString &id = QStringLiteral("ann="))
    {
        model.append({kind, id, text, WallTime(), {}});
        m_teller.noteLines(*this, model.rowCount() - 1, model.rowCount() - 1);
    }

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): a test plays with them.
    TranscriptModel model;
    bool lookedAt = false;
    int timesForward = 0;
    // NOLINTEND(misc-non-private-member-variables-in-classes)

private:
    Teller &m_teller;
    QUrl m_stage;
};

} // namespace Greenroom::Test
