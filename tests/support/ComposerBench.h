// SPDX-License-Identifier: MIT
#pragma once

#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "wire/Dialect.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace Greenroom::Test {

/// A window with a conversation on fakes, for tests that write in it.
struct ComposerBench
{
    FakeClock clock;
    FakeTransports transports;
    UiServices ui{transports.factory(), &clock};
    MainWindow window{ui.services()};

    ComposerBench()
    {
        window.resize(900, 660);
        window.show();
        connectToStage();
    }
    static QString stage() { return QStringLiteral("ws://localhost:3001/dev"); }
    void connectToStage()
    {
        connectTo(window, stage());
        Q_EMIT transports.transport().opened();
        field().setFocus();
    }
    void meet() const { receive(QStringLiteral(R"({"connection_id": "own="})")); }
    void annJoins() const
    {
        receive(QStringLiteral(R"({"message": "A new user has joined the chat - ann="})"));
    }
    void receive(const QString &frame) const { Q_EMIT transports.transport().textReceived(frame); }
    QPlainTextEdit &field() { return find<QPlainTextEdit>(window, "composer"); }
    void type(const char *letters) { QTest::keyClicks(&field(), QString::fromLatin1(letters)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&field(), key, modifiers);
    }
    void write(const char *line) { say(window, QString::fromUtf8(line)); }
    void answer(const char *question, const char *button)
    {
        QTest::mouseClick(&find<QPushButton>(find<QWidget>(window, question), button), Qt::LeftButton);
    }
    bool isShown(const char *name) { return find<QWidget>(window, name).isVisible(); }
    QString text() { return field().toPlainText(); }
    /// What the line above the field says; empty while it says nothing.
    QString hint()
    {
        const auto &line = find<QWidget>(window, "composerHint");
        return line.isVisible() ? line.accessibleName() : QString();
    }
    QStringList sent() const { return transports.last().sent; }
    QStringList sentTexts() const
    {
        QStringList texts;
        const QStringList frames = sent();
        for (const QString &frame : frames)
            texts << Dialect::readOutgoing(frame).text;
        return texts;
    }
};

} // namespace Greenroom::Test
