// SPDX-License-Identifier: MIT
#include "Stored.h"

#include "Machine.h"
#include "archive/Archive.h"
#include "archive/ArchiveSearch.h"
#include "common/SystemClock.h"
#include "transcript/TranscriptModel.h"
#include "transcript/TranscriptSearch.h"
#include "ui/TranscriptView.h"

#include <QFileInfo>
#include <QMainWindow>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

namespace Greenroom::Bench {

namespace {

constexpr QSize usual{800, 600};
constexpr int jumps = 200;
constexpr int perSecond = 10'000;
/// So often does a flood bring its share.
constexpr int tick = 10;

QString key()
{
    return QStringLiteral("wss://example.com/bench");
}

void report(QTextStream &out, QJsonObject &figures, const char *name, double value, const char *what)
{
    figures.insert(QLatin1String(name), value);
    out << qSetFieldWidth(34) << Qt::left << QString::fromUtf8(what) << qSetFieldWidth(12) << Qt::right
        << Qt::fixed << qSetRealNumberPrecision(1) << value << qSetFieldWidth(0) << '\n';
    out.flush();
}

void fill(SystemClock &clock, const QString &file, int lines)
{
    Archive archive(clock, file);
    const auto conversation = archive.open(key());
    for (int number = 0; number < lines; ++number) {
        Message message = line(number);
        message.rawFrame = message.text;
        conversation->put(number, message, false);
        // What is queued takes memory, which is measured later.
        while (number % 20'000 == 0 && !archive.isWritten())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

double searchInConversation(TranscriptModel &model, const QString &wanted, double &worstTurn)
{
    TranscriptSearch search(model);
    QElapsedTimer timer;
    timer.start();
    worstTurn = std::max(worstTurn, turn([&] { search.setWanted(wanted); }));
    while (search.count() == 0 && search.isSearching())
        worstTurn = std::max(worstTurn, turn([] {}));
    return milliseconds(timer);
}

double searchEverywhere(Archive &archive, const QString &wanted)
{
    ArchiveSearch search(archive);
    QElapsedTimer timer;
    timer.start();
    search.setWanted(wanted);
    while (search.hits().isEmpty() && search.isSearching())
        QCoreApplication::processEvents();
    return milliseconds(timer);
}

double openEmptyWindow()
{
    QMainWindow window;
    window.resize(usual);
    return turn([&window] { window.show(); });
}

void measureReading(QTextStream &out, QJsonObject &figures, Archive &archive, int lines)
{
    report(out, figures, "empty_window_ms", openEmptyWindow(), "empty window, first paint, ms");
    const double before = residentMegabytes();
    TranscriptModel model;
    TranscriptView view(model);
    view.resize(usual);
    report(out, figures, "first_paint_ms", turn([&] {
               model.show(archive.open(key()));
               view.show();
           }),
           "open and first paint, ms");
    double worst = 0;
    QRandomGenerator random(1);
    QScrollBar &bar = *view.verticalScrollBar();
    for (int jump = 0; jump < jumps; ++jump) {
        const int target = random.bounded(bar.maximum() + 1);
        worst = std::max(worst, turn([&] { bar.setValue(target); }));
    }
    report(out, figures, "worst_scroll_ms", worst, "scroll anywhere, worst frame, ms");
    report(out, figures, "memory_mb", residentMegabytes() - before, "memory above the empty window, MB");
    double worstTurn = 0;
    const QString rare = QStringLiteral("Line %1 ").arg(lines / 7);
    report(out, figures, "search_common_ms", searchInConversation(model, QStringLiteral("words"), worstTurn),
           "search, common word, first hit, ms");
    report(out, figures, "search_rare_ms", searchInConversation(model, rare, worstTurn),
           "search, one old line, first hit, ms");
    report(out, figures, "search_short_ms", searchInConversation(model, QStringLiteral("nd"), worstTurn),
           "search, two letters, first hit, ms");
    searchInConversation(model, QStringLiteral("nowhere at all"), worstTurn);
    report(out, figures, "search_worst_turn_ms", worstTurn, "search, worst turn, ms");
    report(out, figures, "search_everywhere_ms", searchEverywhere(archive, rare),
           "search everywhere, one old line, ms");
}

/// 10,000 messages a second, whatever else there is to do.
void measureFlood(QTextStream &out, QJsonObject &figures, Archive &archive, int seconds)
{
    TranscriptModel model;
    model.show(archive.open(key()));
    TranscriptView view(model);
    view.resize(usual);
    view.show();
    const int before = model.rowCount();
    QElapsedTimer timer;
    timer.start();
    double worstGap = 0;
    double last = 0;
    int sent = 0;
    QTimer flood;
    flood.setTimerType(Qt::PreciseTimer);
    QObject::connect(&flood, &QTimer::timeout, &view, [&] {
        const double now = milliseconds(timer);
        worstGap = std::max(worstGap, now - last - tick);
        last = now;
        const int due = std::min(static_cast<int>(now * perSecond / 1000), perSecond * seconds);
        for (; sent < due; ++sent)
            model.append(line(before + sent));
    });
    flood.start(tick);
    while (sent < perSecond * seconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double sending = milliseconds(timer);
    flood.stop();
    while (!archive.isWritten() && milliseconds(timer) < sending + 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    report(out, figures, "flood_worst_gap_ms", worstGap, "flood, worst gap of the loop, ms");
    report(out, figures, "flood_behind_ms", milliseconds(timer) - sending,
           "flood, last on the disk after, ms");
    report(out, figures, "flood_lost", before + perSecond * seconds - model.rowCount(), "flood, lines lost");
}

} // namespace

QJsonObject measureStored(QTextStream &out, int lines, int seconds)
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("conversations.sqlite"));
    SystemClock clock;
    QJsonObject figures{{QStringLiteral("stored_lines"), lines}};
    QElapsedTimer timer;
    timer.start();
    fill(clock, file, lines);
    out << '\n' << lines << " messages kept on the disk\n";
    report(out, figures, "fill_us_a_line", milliseconds(timer) * 1000 / lines, "writing, µs a line");
    report(out, figures, "file_mb", static_cast<double>(QFileInfo(file).size()) / 1e6, "file, MB");
    timer.start();
    auto archive = std::make_unique<Archive>(clock, file);
    report(out, figures, "start_ms", milliseconds(timer), "opening the archive, ms");
    measureReading(out, figures, *archive, lines);
    measureFlood(out, figures, *archive, seconds);
    archive.reset();
    archive = std::make_unique<Archive>(clock, file);
    const qint64 kept = archive->summary(key()).messages;
    report(out, figures, "flood_not_stored", static_cast<double>(lines + qint64(perSecond) * seconds - kept),
           "flood, lines not stored");
    return figures;
}

} // namespace Greenroom::Bench
