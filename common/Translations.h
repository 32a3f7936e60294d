// SPDX-License-Identifier: MIT
#pragma once

class QCoreApplication;

namespace Greenroom {

/// Installs the program's and Qt's own translations for the language of the environment; English where
/// there are none. The translators belong to `application`.
void installTranslations(QCoreApplication &application);

} // namespace Greenroom
