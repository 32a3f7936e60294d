// SPDX-License-Identifier: MIT
#include "integrations/HistoryBackend.h"

#include "integrations/HistoryChat.h"
#include "tables/SqliteTables.h"

namespace Greenroom {

BackendFactory historyBackend(const QString &tablesFile, Clock &clock, IdMint &ids)
{
    return [tablesFile, &clock, &ids](PostToConnection &post) -> Result<Backend> {
        auto tables = SqliteTables::open(tablesFile, clock);
        if (!tables)
            return tl::unexpected(tables.error());
        auto chat = std::make_unique<HistoryChat>(**tables, post, clock, ids);
        return Backend{std::move(*tables), std::move(chat), HistoryChat::routeKeys()};
    };
}

} // namespace Greenroom
