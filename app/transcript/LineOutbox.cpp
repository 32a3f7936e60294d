// SPDX-License-Identifier: MIT
#include "transcript/LineOutbox.h"

#include "common/Redaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

namespace Greenroom {

namespace {

constexpr auto lockName = "lock";
constexpr QLatin1String stageKey("stage");
constexpr QLatin1String formKey("form");
constexpr QLatin1String textKey("text");
constexpr QLatin1String recipientKey("recipient");
constexpr QLatin1String verbatimKey("verbatim");
constexpr QLatin1String typedAtKey("typedAt");
constexpr QLatin1String waitingKey("waiting");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LineOutbox)
};

const QMap<Outgoing::Form, QString> &formNames()
{
    static const QMap<Outgoing::Form, QString> names{
        {Outgoing::Form::Chat, QStringLiteral("chat")},
        {Outgoing::Form::Direct, QStringLiteral("direct")},
        {Outgoing::Form::Broadcast, QStringLiteral("broadcast")},
        {Outgoing::Form::Raw, QStringLiteral("raw")},
    };
    return names;
}

QByteArray toFile(const OutboxLine &line)
{
    const QJsonObject object{
        {stageKey, line.stage.toString(QUrl::FullyEncoded)},
        {formKey, formNames().value(line.outgoing.form)},
        {textKey, line.outgoing.text},
        {recipientKey, line.outgoing.recipientId},
        {verbatimKey, line.outgoing.verbatim},
        {typedAtKey, static_cast<qint64>(line.typedAt.time_since_epoch().count())},
        {waitingKey, line.state == OutboxLine::State::Waiting},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OutboxLine> fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QString form = object.value(formKey).toString();
    const QString text = object.value(textKey).toString();
    if (text.isEmpty() || !formNames().values().contains(form))
        return std::nullopt;
    const auto state =
        object.value(waitingKey).toBool() ? OutboxLine::State::Waiting : OutboxLine::State::Doubtful;
    return OutboxLine{{formNames().key(form), text, object.value(recipientKey).toString(),
                       object.value(verbatimKey).toString()},
                      QUrl(object.value(stageKey).toString()),
                      WallTime(std::chrono::milliseconds(object.value(typedAtKey).toInteger())),
                      state};
}

} // namespace

LineOutbox::LineOutbox(const QString &directory)
{
    if (!directory.isEmpty())
        openOwnFolder(directory);
}

LineOutbox::~LineOutbox()
{
    m_lock.reset();
    // Stays where there are lines in it.
    if (!m_folder.isEmpty())
        QDir().rmdir(m_folder);
}

QStringList LineOutbox::take(const QUrl &stage)
{
    const QUrl clean = Redaction::withoutSecrets(stage);
    QStringList names;
    for (auto entry = m_lines.begin(); entry != m_lines.end(); ++entry) {
        if (entry->holder == Holder::Somebody || entry->line.stage != clean)
            continue;
        entry->holder = Holder::Somebody;
        names.append(entry.key());
    }
    return names;
}

OutboxLine LineOutbox::line(const QString &name) const
{
    return m_lines.value(name).line;
}

QString LineOutbox::add(const OutboxLine &line)
{
    // So that the names sort as the lines were typed, also those of one millisecond.
    QString name = QStringLiteral("%1-%2-%3.json")
                       .arg(line.typedAt.time_since_epoch().count(), 15, 10, QLatin1Char('0'))
                       .arg(++m_count, 9, 10, QLatin1Char('0'))
                       .arg(QUuid::createUuid().toString(QUuid::Id128));
    OutboxLine kept = line;
    kept.stage = Redaction::withoutSecrets(line.stage);
    m_lines.insert(name, {kept, Holder::Somebody});
    return name;
}

void LineOutbox::setState(const QString &name, OutboxLine::State state)
{
    if (const auto entry = m_lines.find(name); entry != m_lines.end())
        entry->line.state = state;
}

Result<void> LineOutbox::save(const QString &name)
{
    const auto entry = m_lines.constFind(name);
    if (m_folder.isEmpty() || entry == m_lines.cend())
        return {};
    QSaveFile file(path(name));
    const bool isWritten = file.open(QIODevice::WriteOnly)
                           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                           && file.write(toFile(entry->line)) >= 0 && file.commit();
    if (isWritten)
        return {};
    return failure(Tr::tr("This line could not be saved (%1). Keep Greenroom open until it is sent.",
                          "%1 is the system's reason")
                       .arg(file.errorString()));
}

void LineOutbox::giveBack(const QString &name)
{
    if (const auto entry = m_lines.find(name); entry != m_lines.end())
        entry->holder = Holder::Nobody;
}

void LineOutbox::forget(const QString &name)
{
    if (m_lines.remove(name) > 0 && !m_folder.isEmpty())
        QFile::remove(path(name));
}

void LineOutbox::forgetStage(const QUrl &stage)
{
    const QUrl clean = Redaction::withoutSecrets(stage);
    const QStringList names = m_lines.keys();
    for (const QString &name : names) {
        if (line(name).stage == clean)
            forget(name);
    }
}

void LineOutbox::openOwnFolder(const QString &directory)
{
    const QString run = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_folder = directory + QLatin1Char('/') + run;
    const QStringList runs = QDir(directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (QDir().mkpath(m_folder)) {
        m_lock = std::make_unique<QLockFile>(path(QLatin1String(lockName)));
        // Stale is what nobody holds any more, however old it is.
        m_lock->setStaleLockTime(0);
        m_lock->tryLock(0);
    }
    for (const QString &former : runs)
        takeOver(directory + QLatin1Char('/') + former);
}

void LineOutbox::takeOver(const QString &run)
{
    QLockFile lock(run + QLatin1Char('/') + QLatin1String(lockName));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return;
    const QStringList names = QDir(run).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString found = run + QLatin1Char('/') + name;
        // A damaged file stays where it is.
        const std::optional<OutboxLine> line = fromFile(found);
        if (line && QFile::rename(found, path(name)))
            m_lines.insert(name, {*line, Holder::Nobody});
    }
    lock.unlock();
    QDir().rmdir(run);
}

QString LineOutbox::path(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

} // namespace Greenroom
