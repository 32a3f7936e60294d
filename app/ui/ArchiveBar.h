// SPDX-License-Identifier: MIT
#pragma once

#include "ui/AskBar.h"

namespace Greenroom {

class Archive;

/// Says why conversations are not kept, for as long as that lasts; takes no room while they are.
class ArchiveBar : public AskBar
{
    Q_OBJECT

public:
    /// Borrows `archive`.
    explicit ArchiveBar(Archive &archive, QWidget *parent = nullptr);

private:
    void showTrouble();
    void beginAnew();

    Archive &m_archive;
    bool m_offersNewFile = false;
};

} // namespace Greenroom
