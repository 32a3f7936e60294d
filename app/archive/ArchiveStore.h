// SPDX-License-Identifier: MIT
#pragma once

#include "archive/ArchiveDatabase.h"
#include "archive/ArchiveWrite.h"

#include <QHash>

namespace Greenroom {

/// The archive's file as its one writer sees it. Belongs to the thread that opened it, and blocks it.
class ArchiveStore
{
public:
    static tl::expected<std::unique_ptr<ArchiveStore>, ArchiveTrouble> open(const QString &file);

    /// Applies all of `writes` in one transaction, or none.
    tl::expected<void, ArchiveTrouble> apply(const ArchiveWrites &writes);

private:
    explicit ArchiveStore(std::unique_ptr<ArchiveDatabase> database);

    bool applyAll(const ArchiveWrites &writes);
    bool apply(const AddConversation &write);
    bool apply(const PutLine &write);
    bool apply(const RemoveLine &write);
    bool apply(const AddOwnId &write);
    bool apply(const SetState &write);
    bool apply(const ForgetConversation &write);
    /// Takes what the index has of a line that is in the archive out of it; as it was, if there is none.
    bool takeFromIndex(qint64 conversation, qint64 number, const QByteArray &unless);
    bool putIntoIndex(qint64 conversation, qint64 number, const QByteArray &entry, const QString &statement);
    bool dropIndex(qint64 conversation);
    bool execute(const QString &sql, const QVariantList &values);
    bool note(const QSqlQuery &query, bool isDone);

    std::unique_ptr<ArchiveDatabase> m_database;
    /// Prepared once each, by their texts.
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    ArchiveTrouble m_trouble;
    bool m_hasForgotten = false;
    /// Whether the line that takeFromIndex() looked at is to be put into the index.
    bool m_isToBeIndexed = false;
};

} // namespace Greenroom
