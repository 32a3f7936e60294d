// SPDX-License-Identifier: MIT
#pragma once

#include "stages/SavedStage.h"

#include <QList>
#include <QObject>
#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Greenroom {

/// The stages that the user keeps, in groups and in an order of their own, in the user's settings. All
/// windows share them; what another program writes at the same time is kept. Secrets in an address make no
/// difference here and are never written.
class SavedStages : public QObject
{
    Q_OBJECT

public:
    enum class Direction { Up, Down };

    /// Borrows `settings`; takes over the one address that former versions kept in them.
    explicit SavedStages(QSettings &settings, QObject *parent = nullptr);

    /// In the user's order: first those without a group, then group by group.
    QList<SavedStage> all() const;
    std::optional<SavedStage> find(const QUrl &address) const;
    /// The stage that was connected to last; nothing on the first start or if the settings hold none that is
    /// valid.
    std::optional<SavedStage> last() const;
    /// In the user's order.
    QStringList groups() const;
    /// Whether the part of the list that goes by this name is folded.
    bool isFolded(const QString &section) const;

    /// Notes that `address` is connected to, and keeps it. Returns false if it could not be written.
    bool save(const QUrl &address);
    /// Gives the stage a name of the user's; none if that is blank.
    void rename(const QUrl &address, const QString &name);
    /// The options of the stage; what is usual where it is not kept.
    StageOptions options(const QUrl &address) const;
    /// Does nothing where the stage is not kept.
    void setOptions(const QUrl &address, const StageOptions &options);
    /// Keeps each of `given` with its name, group, options and whether it connects at the start, without its
    /// being connected to; one goes to the end of a group that it was not in. Returns false if it could not
    /// be written.
    bool put(const QList<SavedStage> &given);
    /// Moves the stage into `group`, which may be new or empty, before the stage `before`; to the group's end
    /// if that is not in it.
    void place(const QUrl &address, const QString &group, const QUrl &before = {});
    /// Moves the stage up or down by one place; from a group's end into the next one.
    void move(const QUrl &address, Direction direction);
    /// Gives a group another name; if that is another group's, they become one, if it is blank, none.
    void renameGroup(const QString &group, const QString &name);
    /// Lets a group change places with its neighbour.
    void moveGroup(const QString &group, Direction direction);
    void setFolded(const QString &section, bool isFolded);
    /// Forgets the stage and its draft, and tells others to forget what they know of it.
    void forget(const QUrl &address);

Q_SIGNALS:
    void changed();
    /// The stage is about to be forgotten: its sessions must end.
    void forgetting(const QUrl &address);
    /// The stage is gone: whoever keeps anything of it (messages, lines to be sent) must erase it.
    void forgotten(const QUrl &address);

private:
    using Change = std::function<void(QList<SavedStage> &)>;

    bool change(const Change &change);
    void takeOver();

    QSettings &m_settings;
    QList<SavedStage> m_stages;
};

} // namespace Greenroom
