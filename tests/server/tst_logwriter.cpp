// SPDX-License-Identifier: MIT
#include "LogWriter.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QThread>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

using namespace Greenroom;

namespace {

/// A pipe whose reader takes his time.
class Pipe
{
public:
    Pipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            qFatal("pipe");
        ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
    }
    ~Pipe()
    {
        closeReader();
        closeWriter();
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    int writer() const { return m_ends[1]; }
    /// Small pieces fill a pipe before its bytes do.
    void makeLarge() const { QVERIFY(::fcntl(m_ends[1], F_SETPIPE_SZ, 1'000'000) > 0); }
    void closeReader() { close(m_ends[0]); }
    void closeWriter() { close(m_ends[1]); }

    /// What has come since the last call.
    QByteArray read()
    {
        QByteArray all;
        QByteArray piece(65'536, '\0');
        ssize_t size = 0;
        while ((size = ::read(m_ends[0], piece.data(), static_cast<std::size_t>(piece.size()))) > 0)
            all.append(piece.constData(), size);
        return all;
    }

private:
    static void close(int &end)
    {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }

    std::array<int, 2> m_ends{};
};

QByteArray entry(int number)
{
    return QByteArray::number(number).rightJustified(99, '.') + '\n';
}

/// What a log tells of entries that were written in the order of their numbers.
struct Account
{
    int written = 0;
    int lost = 0;
    bool isInOrder = true;

    /// The number of the entry that comes next.
    int next() const { return written + lost; }
};

Account accountOf(const QByteArray &text)
{
    static const QRegularExpression lost(QStringLiteral("^\\.\\.\\. (\\d+) entries lost$"));
    Account account;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const auto found = lost.match(QString::fromLatin1(line));
        if (found.hasMatch())
            account.lost += found.captured(1).toInt();
        else if (line + '\n' == entry(account.next()))
            ++account.written;
        else if (!line.isEmpty())
            account.isInOrder = false;
    }
    return account;
}

} // namespace

class TestLogWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void entriesAreWrittenInOrder();
    void nobodyWaitsForAReader();
    void whatWaitsIsWrittenAtTheEnd();
    void theEndDoesNotWaitForLong();
    void aReaderWhoHasGoneIsNoMatter();
    void manyThreadsMayWrite();
    void messagesAreTakenIn();
};

void TestLogWriter::entriesAreWrittenInOrder()
{
    Pipe pipe;
    LogWriter log(pipe.writer());
    QByteArray written;
    for (int number = 0; number < 100; ++number) {
        written += entry(number);
        log.write(entry(number));
    }
    QByteArray read;
    QTRY_COMPARE(read += pipe.read(), written);
}

void TestLogWriter::nobodyWaitsForAReader()
{
    constexpr int many = 5000;
    Pipe pipe;
    LogWriter log(pipe.writer(), 100'000);
    for (int number = 0; number < many; ++number)
        log.write(entry(number));
    // As many as there was room for in the pipe and here, and in their places how many were lost.
    QByteArray read;
    QTRY_COMPARE(accountOf(read += pipe.read()).next(), many);
    const Account account = accountOf(read);
    QVERIFY(account.isInOrder);
    QVERIFY(account.lost > 1000);
    QVERIFY(account.written >= 1000);

    read.clear();
    log.write(entry(many));
    QTRY_COMPARE(read += pipe.read(), entry(many));
}

void TestLogWriter::whatWaitsIsWrittenAtTheEnd()
{
    Pipe pipe;
    pipe.makeLarge();
    auto log = std::make_unique<LogWriter>(pipe.writer());
    for (int number = 0; number < 500; ++number)
        log->write(entry(number));
    log.reset();
    const QByteArray read = pipe.read();
    QCOMPARE(read.count('\n'), 500);
    QVERIFY(read.endsWith(entry(499)));
}

void TestLogWriter::theEndDoesNotWaitForLong()
{
    Pipe pipe;
    auto log = std::make_unique<LogWriter>(pipe.writer());
    for (int number = 0; number < 5000; ++number)
        log->write(entry(number));
    QElapsedTimer timer;
    timer.start();
    log.reset();
    QVERIFY(timer.elapsed() < 5 * LogWriter::lastPatience.count());
    QVERIFY(pipe.read().startsWith(entry(0)));
}

void TestLogWriter::aReaderWhoHasGoneIsNoMatter()
{
    Pipe pipe;
    pipe.closeReader();
    LogWriter log(pipe.writer(), 10'000);
    for (int number = 0; number < 1000; ++number)
        QCOMPARE(log.write(entry(number)), qint64(100));
}

void TestLogWriter::manyThreadsMayWrite()
{
    Pipe pipe;
    LogWriter log(pipe.writer());
    std::vector<std::unique_ptr<QThread>> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back(QThread::create([&log] {
            for (int number = 0; number < 1000; ++number)
                log.add(entry(number));
        }));
        threads.back()->start();
    }
    QByteArray read;
    QTRY_COMPARE((read += pipe.read()).size(), 400'000);
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(read.count(entry(777)), 4);
}

void TestLogWriter::messagesAreTakenIn()
{
    Pipe pipe;
    {
        LogWriter log(pipe.writer());
        log.takeMessages();
        qWarning("something is amiss");
    }
    const QByteArray read = pipe.read();
    QTest::ignoreMessage(QtWarningMsg, "not for the log");
    qWarning("not for the log");
    QCOMPARE(read, QByteArray("something is amiss\n"));
    QCOMPARE(pipe.read(), QByteArray());
}

QTEST_GUILESS_MAIN(TestLogWriter)
#include "tst_logwriter.moc"
