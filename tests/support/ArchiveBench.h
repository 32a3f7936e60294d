// SPDX-License-Identifier: MIT
#pragma once

#include "archive/Archive.h"
#include "support/FakeClock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace Greenroom::Test {

/// An archive in a directory of its own, which can be closed and opened again.
class ArchiveBench
{
    // Gone last.
    QTemporaryDir m_directory;

public:
    ArchiveBench() { reopen(); }

    static Message line(const QString &text, Message::Kind kind = Message::Kind::Chat)
    {
        return {kind, QStringLiteral("ann="), text, WallTime(std::chrono::milliseconds(1'769'860'800'250)),
                QStringLiteral("{\"frame\":1}")};
    }

    QString file() const { return m_directory.filePath(QStringLiteral("kept/conversations.sqlite")); }
    void close() { archive.reset(); }
    void reopen()
    {
        close();
        archive = std::make_unique<Archive>(clock, file());
    }

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): tests turn the one and use the other.
    FakeClock clock;
    std::unique_ptr<Archive> archive;
    // NOLINTEND(misc-non-private-member-variables-in-classes)
};

inline QStringList texts(const QList<NumberedLine> &lines)
{
    QStringList found;
    for (const NumberedLine &line : lines)
        found << line.line.text;
    return found;
}

/// A stage's conversation.
inline QString conversationKey()
{
    return QStringLiteral("wss://example.com/dev");
}

/// The texts of all lines that were there when it was opened.
inline QStringList rows(const ArchivedConversation &conversation)
{
    return texts(conversation.lines(0, conversation.end()));
}

/// Somebody else's line with this number.
inline void put(ArchivedConversation &conversation, qint64 number, const char *text)
{
    conversation.put(number, ArchiveBench::line(QString::fromUtf8(text)), false);
}

/// All that a search finds, the newest first.
inline QStringList found(LineFinder *finder)
{
    QStringList all;
    while (finder && !finder->isAtEnd())
        all += texts(finder->next());
    return all;
}

} // namespace Greenroom::Test
