// SPDX-License-Identifier: MIT
#include "ui/DraftKeeper.h"

#include "common/Redaction.h"
#include "stages/Drafts.h"
#include "stages/StageAddress.h"
#include "ui/AddressBar.h"
#include "ui/Composer.h"

namespace Greenroom {

DraftKeeper::DraftKeeper(Clock &clock, QSettings &settings, const AddressBar &bar, Composer &composer,
                         QObject *parent)
    : QObject(parent), m_clock(clock), m_settings(settings), m_bar(bar), m_composer(composer)
{
    connect(&composer, &Composer::textChanged, this, &DraftKeeper::schedule);
}

void DraftKeeper::restore(const QUrl &stage)
{
    const QString draft = Drafts(m_settings).of(stage);
    if (m_composer.text().isEmpty() && !draft.isEmpty())
        m_composer.setText(draft);
}

void DraftKeeper::keep()
{
    const Result<QUrl> stage = StageAddress::parse(m_bar.text());
    if (m_alarm && stage)
        Drafts(m_settings).keep(*stage, draft());
    m_alarm.reset();
}

void DraftKeeper::keepAtEnd(const QUrl &stage)
{
    keep();
    // Another session of the stage may have sent its own, and so taken this one's away.
    Drafts drafts(m_settings);
    if (!m_composer.text().isEmpty() && !stage.isEmpty() && drafts.of(stage).isEmpty())
        drafts.keep(stage, draft());
}

void DraftKeeper::schedule()
{
    // Also against a crash, but not at every key.
    constexpr std::chrono::seconds pause{1};
    m_alarm = m_clock.ringAfter(pause, [this] { keep(); });
    // What was sent must not come back.
    if (m_composer.text().isEmpty())
        keep();
}

/// What may be written down: not a command with a secret in it, as /connect and an address may have.
QString DraftKeeper::draft() const
{
    const QString text = m_composer.text();
    const bool isCommand = text.startsWith(QLatin1Char('/'));
    return isCommand && Redaction::withoutSecretsIn(text) != text ? QString() : text;
}

} // namespace Greenroom
