// SPDX-License-Identifier: MIT
#include "ui/AddressKeeper.h"

#include "secrets/AddressSecrets.h"
#include "secrets/Secrets.h"
#include "stages/StageAddress.h"
#include "ui/AddressBar.h"

#include <algorithm>
#include <array>

namespace Greenroom {

using Kind = Secrets::Kind;

AddressKeeper::AddressKeeper(Secrets &secrets, AddressBar &bar)
    : QObject(&bar), m_secrets(secrets), m_bar(bar)
{
    connect(&bar, &AddressBar::textChanged, this, &AddressKeeper::cancel);
    connect(&secrets, &Secrets::changed, this, &AddressKeeper::showNote);
}

QUrl AddressKeeper::takeApart(const QUrl &typed)
{
    const AddressSecrets::Split split = AddressSecrets::split(typed);
    if (split.part.isEmpty())
        return typed;
    m_secrets.keep(split.address, Kind::AddressPart, split.part);
    m_bar.setText(split.address.toString());
    return split.address;
}

void AddressKeeper::fetch(const QUrl &stage, std::function<void()> then)
{
    cancel();
    constexpr std::array all{Kind::AddressPart, Kind::Headers, Kind::Token, Kind::Password};
    if (std::none_of(all.begin(), all.end(), [&](Kind kind) { return lacks(stage, kind); })) {
        then();
        return;
    }
    m_isFetching = true;
    showNote();
    m_secrets.load(stage, this, [this, errand = m_errand, then = std::move(then)] {
        if (errand != m_errand)
            return;
        cancel();
        then();
    });
}

void AddressKeeper::cancel()
{
    ++m_errand;
    m_isFetching = false;
    showNote();
}

bool AddressKeeper::explainLack(const QUrl &stage)
{
    if (!lacks(stage, Kind::AddressPart) && !lacks(stage, Kind::Headers))
        return false;
    m_bar.showProblem(tr("The secrets of this address could not be fetched from the keychain. Unlock it and "
                         "connect again, or type the whole address."));
    return true;
}

bool AddressKeeper::lacks(const QUrl &stage, Secrets::Kind kind) const
{
    return m_secrets.has(stage, kind) && m_secrets.of(stage, kind).isEmpty();
}

void AddressKeeper::showNote()
{
    const Result<QUrl> address = StageAddress::parse(m_bar.text());
    if (m_isFetching)
        m_bar.showNote(tr("Fetching the secrets of this address from the keychain…"));
    else if (address && m_secrets.has(*address, Kind::AddressPart))
        m_bar.showNote(tr("A secret part of this address is kept, and added to it when you connect."));
    else
        m_bar.showNote({});
}

} // namespace Greenroom
