// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "tables/SqliteTables.h"

#include <QTemporaryDir>

namespace Greenroom::Test {

/// A stage's tables in a directory of their own, and what stands in them as somebody else reads it.
class TablesBench
{
protected:
    static constexpr const char *noon = "2026-01-31T12:00:00Z";

    static SessionRow session(const char *id, const char *connectedAt = noon);
    static MessageRow message(const QString &id, const QString &text = QStringLiteral("hi"),
                              const char *at = noon);
    static void ignore(const Result<void> & /*stored*/) {}

    /// From now on in a new, empty directory.
    void moveOut() { m_directory = std::make_unique<QTemporaryDir>(); }
    FakeClock &clock() { return m_clock; }
    const QTemporaryDir &directory() const { return *m_directory; }
    QString file() const { return m_directory->filePath(QStringLiteral("dev.sqlite")); }
    /// Ends the test program if they cannot be opened.
    std::unique_ptr<SqliteTables> openTables();
    /// Runs one statement through a connection of the test's own; rows as texts joined by `|`.
    QStringList sql(const QString &statement) const;

private:
    std::unique_ptr<QTemporaryDir> m_directory = std::make_unique<QTemporaryDir>();
    FakeClock m_clock;
};

} // namespace Greenroom::Test
