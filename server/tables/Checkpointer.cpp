// SPDX-License-Identifier: MIT
#include "tables/Checkpointer.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>

namespace Greenroom {

namespace {

void move(QSqlDatabase database)
{
    if (!database.open())
        return;
    QSqlQuery query(database);
    // A connection that has read nothing yet does not know that there is a log.
    query.exec(QStringLiteral("PRAGMA user_version"));
    query.exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

/// In any thread: the connection is that of this call.
void moveLogOf(const QString &file)
{
    const QString name = QUuid::createUuid().toString();
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        move(database);
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

Checkpointer::Checkpointer(QString file) : m_file(std::move(file)) {}

Checkpointer::~Checkpointer()
{
    await();
}

void Checkpointer::begin()
{
    await();
    m_thread.reset(QThread::create([file = m_file] { moveLogOf(file); }));
    m_thread->setObjectName(QStringLiteral("checkpoint"));
    connect(m_thread.get(), &QThread::finished, this, &Checkpointer::done);
    m_thread->start();
}

void Checkpointer::finish()
{
    await();
    moveLogOf(m_file);
}

void Checkpointer::await()
{
    if (m_thread)
        m_thread->wait();
}

} // namespace Greenroom
