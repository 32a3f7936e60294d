// SPDX-License-Identifier: MIT
#pragma once

#include "support/ConversationBench.h"
#include "wire/Dialect.h"

#include <QSignalSpy>
#include <QTest>

namespace Greenroom::Test {

/// A conversation in which we write.
struct OwnLinesBench : ConversationBench
{
    OwnLines &lines = conversation.ownLines();
    QSignalSpy edits{&lines, &OwnLines::editRequested};

    OwnLinesBench() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    Result<void> type(const char *text)
    {
        return lines.write({Outgoing::Form::Chat, QString::fromUtf8(text), {}});
    }
    void meet() const { receive(R"({"connection_id": "own="})"); }
    void echo(const char *text) const
    {
        receive(QStringLiteral(R"({"message": "[2026-01-31T12:34:56Z - UTC]\n own=  %1\n"})")
                    .arg(QString::fromUtf8(text))
                    .toUtf8()
                    .constData());
    }
    void end() const { Q_EMIT transports.transport().closed(1001, {}); }
    qsizetype sent(const char *text) const
    {
        return transports.last().sent.count(Dialect::chatFrame(QString::fromUtf8(text)));
    }
    /// The texts of our own lines, each with the number of its state.
    QStringList own()
    {
        QStringList list;
        for (int row = 0; row < count(); ++row) {
            if (isOwn(row))
                list << line(row).text + QLatin1Char('/')
                            + QString::number(static_cast<int>(line(row).delivery));
        }
        return list;
    }
};

/// As own() tells it.
inline QString in(const char *text, Delivery delivery)
{
    return QString::fromUtf8(text) + QLatin1Char('/') + QString::number(static_cast<int>(delivery));
}

} // namespace Greenroom::Test
