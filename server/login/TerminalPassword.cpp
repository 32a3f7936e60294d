// SPDX-License-Identifier: MIT
#include "login/TerminalPassword.h"

#include <QCoreApplication>
#include <QStringConverter>
#include <csignal>
#include <termios.h>
#include <unistd.h>

namespace Greenroom::TerminalPassword {

namespace {

/// Much more than a password may have.
constexpr qsizetype longestLine = 65536;

QString translated(const char *text)
{
    return QCoreApplication::translate("Greenroom::TerminalPassword", text);
}

/// How the terminal was, for those who end the program while it shows nothing.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a signal handler sees no other.
termios shownBefore{};

/// Calls only what a signal handler may call.
void endShown(int signalNumber)
{
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shownBefore);
    std::signal(signalNumber, SIG_DFL);
    std::raise(signalNumber);
}

/// As long as it lives, the terminal does not show what is typed.
class Unseen
{
public:
    Unseen()
    {
        ::tcgetattr(STDIN_FILENO, &shownBefore);
        for (const int signalNumber : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
            std::signal(signalNumber, endShown);
        termios unseen = shownBefore;
        unseen.c_lflag &= ~tcflag_t{ECHO};
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    ~Unseen()
    {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownBefore);
        for (const int signalNumber : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
            std::signal(signalNumber, SIG_DFL);
    }
    Q_DISABLE_COPY_MOVE(Unseen)
};

void say(const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    // Whoever cannot read it can still type.
    [[maybe_unused]] const auto written =
        ::write(STDERR_FILENO, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// Byte by byte, so that nothing behind it is taken.
Result<QString> readLine()
{
    QByteArray line;
    char byte = 0;
    while (line.size() < longestLine && ::read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
        line.append(byte);
    if (line.endsWith('\r'))
        line.chop(1);
    QStringDecoder decoder(QStringConverter::Utf8);
    QString text = decoder.decode(line);
    if (!decoder.hasError())
        return text;
    return failure(translated(QT_TRANSLATE_NOOP("Greenroom::TerminalPassword", "The password is no UTF-8.")));
}

Result<QString> askTerminal(const QString &question)
{
    say(question);
    auto line = readLine();
    // The end of the line was not shown either.
    say(QStringLiteral("\n"));
    return line;
}

} // namespace

Result<QString> ask()
{
    if (::isatty(STDIN_FILENO) == 0)
        return readLine();
    const Unseen unseen;
    auto password =
        askTerminal(translated(QT_TRANSLATE_NOOP("Greenroom::TerminalPassword", "New password: ")));
    if (!password || password->isEmpty())
        return password;
    auto again =
        askTerminal(translated(QT_TRANSLATE_NOOP("Greenroom::TerminalPassword", "The same again: ")));
    if (!again || *again == *password)
        return again;
    return failure(translated(
        QT_TRANSLATE_NOOP("Greenroom::TerminalPassword", "The two passwords differ; nothing has changed.")));
}

} // namespace Greenroom::TerminalPassword
