// SPDX-License-Identifier: MIT
#pragma once

#include "ui/AskBar.h"

namespace Greenroom {

class Secrets;

/// Says why secrets are not kept for the next start, for as long as that lasts or until nobody wants to know.
class SecretsBar : public AskBar
{
    Q_OBJECT

public:
    /// Borrows `secrets`.
    explicit SecretsBar(Secrets &secrets, QWidget *parent = nullptr);

private:
    void showTrouble();
    void take(int answer);

    Secrets &m_secrets;
};

} // namespace Greenroom
