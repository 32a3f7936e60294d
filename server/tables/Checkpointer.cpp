// SPDX-License-Identifier: MIT
#include "tables/Checkpointer.h"

#include <QSqlQuery>
#include <QUuid>

namespace Greenroom {

Checkpointer::Checkpointer(QString file) : m_file(std::move(file))
{
    m_thread.setObjectName(QStringLiteral("checkpoints"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Checkpointer::~Checkpointer()
{
    const auto forget = [this] {
        const QString name = m_database.connectionName();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    };
    QMetaObject::invokeMethod(&m_worker, forget, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Checkpointer::begin()
{
    const auto work = [this] {
        move();
        Q_EMIT done();
    };
    QMetaObject::invokeMethod(&m_worker, work, Qt::QueuedConnection);
}

void Checkpointer::finish()
{
    QMetaObject::invokeMethod(
        &m_worker, [this] { move(); }, Qt::BlockingQueuedConnection);
}

void Checkpointer::move()
{
    if (!m_database.isValid()) {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString());
        m_database.setDatabaseName(m_file);
    }
    if (!m_database.isOpen() && !m_database.open())
        return;
    QSqlQuery query(m_database);
    // A connection that has read nothing yet does not know that there is a log.
    query.exec(QStringLiteral("PRAGMA user_version"));
    query.exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

} // namespace Greenroom
