// SPDX-License-Identifier: MIT
#include "config/DefaultStages.h"

#include "integrations/BuiltIns.h"

namespace Greenroom {

namespace {

StageConfig stage(const QString &name, const QString &backend)
{
    return {name, BuiltIns::routesOf(backend), {}, {}};
}

} // namespace

QList<StageConfig> defaultStages()
{
    const QString all = QStringLiteral("all");
    return {
        stage(QStringLiteral("dev"), all),
        stage(QStringLiteral("staging"), all),
        stage(QStringLiteral("prod"), all),
        stage(QStringLiteral("production"), QStringLiteral("tutorial")),
        stage(QStringLiteral("beta"), QStringLiteral("broadcast")),
    };
}

} // namespace Greenroom
