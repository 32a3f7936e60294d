// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/Secrets.h"

#include <QObject>
#include <QUrl>
#include <functional>

namespace Greenroom {

class AddressBar;

/// Takes the secret part out of what is typed as an address, says under the field that there is one, and has
/// a stage's secrets there before it is connected to.
class AddressKeeper : public QObject
{
    Q_OBJECT

public:
    /// Borrows `secrets`; a child of `bar`.
    AddressKeeper(Secrets &secrets, AddressBar &bar);

    /// Keeps the secret part of `typed`, in place of a former one, and leaves the rest in the field. Returns
    /// the rest.
    QUrl takeApart(const QUrl &typed);
    /// Calls `then` once what is kept of `stage` is known, or can't be had in the store's time; at once if it
    /// is known already. The last call counts.
    void fetch(const QUrl &stage, std::function<void()> then);
    /// Nothing comes of what was to be fetched.
    void cancel();
    /// Says that there are secrets of `stage` that could not be had, and what to do; false if there are none.
    bool explainLack(const QUrl &stage);

private:
    bool lacks(const QUrl &stage, Secrets::Kind kind) const;
    void showNote();

    Secrets &m_secrets;
    AddressBar &m_bar;
    /// What is being fetched for; a new one for each.
    int m_errand = 0;
    bool m_isFetching = false;
};

} // namespace Greenroom
