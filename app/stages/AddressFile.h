// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"
#include "stages/SavedStage.h"

#include <QList>
#include <QStringList>
#include <functional>
#include <optional>

/// Files of addresses: saved stages as JSON, without secrets, to be taken to another computer.
namespace Greenroom::AddressFile {

/// Of the form that docs/addresses.md describes; another one gets another number.
constexpr int version = 1;
/// Nobody has so many addresses; what is larger is some other file.
constexpr qint64 largestFile = qint64(4) * 1024 * 1024;

struct Contents
{
    QList<SavedStage> stages;
    /// Why an entry of the file is not among them: a sentence for each, with its JSON path.
    QStringList skipped;
};

/// What is known of a stage already; nothing if it is new.
using Known = std::function<std::optional<SavedStage>(const QUrl &address)>;

QByteArray toJson(const QList<SavedStage> &stages);
/// What `json` says of each stage; where it says nothing, what is known stays. The error is a sentence with
/// the JSON path of what is wrong with the whole.
Result<Contents> fromJson(const QByteArray &json, const Known &known = {});

/// The file is there whole or not at all. The error says why not.
Result<void> write(const QString &path, const QList<SavedStage> &stages);
Result<Contents> read(const QString &path, const Known &known = {});

} // namespace Greenroom::AddressFile
