// SPDX-License-Identifier: MIT
// `./dev bench transcript`: how long the event loop is held while a conversation grows, is resized and is
// scrolled, in the application's view and, as a measure of the machine, in a QPlainTextEdit of the same
// lines.
#include "Machine.h"
#include "Stored.h"
#include "transcript/TranscriptModel.h"
#include "ui/TranscriptView.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextStream>

using namespace Greenroom;
using namespace Greenroom::Bench;

namespace {

constexpr int burst = 1000;
constexpr QSize usual{800, 600};

/// Milliseconds.
struct Figures
{
    double appendAll = 0;
    double worstTurn = 0;
    double worstResize = 0;
    double worstScroll = 0;
    double open = 0;
    /// In megabytes, above what there was without the view.
    double memory = 0;
};

void measureAppending(Figures &figures, int lines, const std::function<void(int)> &appendBurst)
{
    for (int first = 0; first < lines; first += burst) {
        const double took = turn([&] { appendBurst(first); });
        figures.appendAll += took;
        figures.worstTurn = std::max(figures.worstTurn, took);
    }
}

void measureMoving(Figures &figures, QAbstractScrollArea &view)
{
    for (const int width : {700, 500, 620, 400, 800})
        figures.worstResize =
            std::max(figures.worstResize, turn([&] { view.resize(width, usual.height()); }));
    QScrollBar &bar = *view.verticalScrollBar();
    QRandomGenerator random(1);
    for (int jump = 0; jump < 100; ++jump) {
        const int target = random.bounded(bar.maximum() + 1);
        figures.worstScroll = std::max(figures.worstScroll, turn([&] { bar.setValue(target); }));
    }
}

Figures measureOurs(int lines)
{
    Figures figures;
    TranscriptModel model;
    const auto appendBurst = [&model](int first) {
        for (int number = first; number < first + burst; ++number)
            model.append(line(number));
    };
    {
        TranscriptView view(model);
        view.resize(usual);
        turn([&view] { view.show(); });
        measureAppending(figures, lines, appendBurst);
        measureMoving(figures, view);
    }
    const double before = residentMegabytes();
    TranscriptView again(model);
    again.resize(usual);
    figures.open = turn([&again] { again.show(); });
    figures.memory = residentMegabytes() - before;
    return figures;
}

Figures measurePlainTextEdit(int lines)
{
    Figures figures;
    const double before = residentMegabytes();
    QPlainTextEdit view;
    view.setReadOnly(true);
    view.resize(usual);
    turn([&view] { view.show(); });
    measureAppending(figures, lines, [&view](int first) {
        QTextCursor cursor(view.document());
        cursor.movePosition(QTextCursor::End);
        cursor.beginEditBlock();
        for (int number = first; number < first + burst; ++number)
            cursor.insertText(line(number).text + QLatin1Char('\n'));
        cursor.endEditBlock();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    });
    measureMoving(figures, view);
    figures.memory = residentMegabytes() - before;
    return figures;
}

QJsonObject toJson(const Figures &figures)
{
    return {{QStringLiteral("append_all_ms"), figures.appendAll},
            {QStringLiteral("worst_turn_ms"), figures.worstTurn},
            {QStringLiteral("worst_resize_ms"), figures.worstResize},
            {QStringLiteral("worst_scroll_ms"), figures.worstScroll},
            {QStringLiteral("open_ms"), figures.open},
            {QStringLiteral("memory_mb"), figures.memory}};
}

void print(QTextStream &out, const QString &name, const Figures &figures)
{
    out << qSetFieldWidth(16) << Qt::left << name << Qt::right << qSetFieldWidth(12) << Qt::fixed
        << qSetRealNumberPrecision(1) << figures.appendAll << figures.worstTurn << figures.worstResize
        << figures.worstScroll << figures.open << figures.memory << qSetFieldWidth(0) << '\n';
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption linesOption(QStringLiteral("lines"), QStringLiteral("How many lines."),
                                         QStringLiteral("number"), QStringLiteral("100000"));
    const QCommandLineOption storedOption(QStringLiteral("stored"),
                                          QStringLiteral("How many lines are kept on the disk."),
                                          QStringLiteral("number"), QStringLiteral("1000000"));
    const QCommandLineOption secondsOption(QStringLiteral("seconds"),
                                           QStringLiteral("How long 10,000 lines a second come."),
                                           QStringLiteral("number"), QStringLiteral("30"));
    parser.addOptions({linesOption, storedOption, secondsOption});
    parser.addHelpOption();
    parser.process(application);
    const int lines = parser.value(linesOption).toInt();
    const Figures plain = measurePlainTextEdit(lines);
    const Figures ours = measureOurs(lines);
    QTextStream out(stdout);
    out << lines << " lines in bursts of " << burst << "; milliseconds and, last, megabytes\n"
        << "                  append all  worst turn      resize      scroll        open      memory\n";
    print(out, QStringLiteral("ours"), ours);
    print(out, QStringLiteral("QPlainTextEdit"), plain);
    const QJsonObject stored =
        measureStored(out, parser.value(storedOption).toInt(), parser.value(secondsOption).toInt());
    out << QJsonDocument(QJsonObject{{QStringLiteral("lines"), lines},
                                     {QStringLiteral("ours"), toJson(ours)},
                                     {QStringLiteral("stored"), stored},
                                     {QStringLiteral("plain_text_edit"), toJson(plain)}})
               .toJson(QJsonDocument::Compact)
        << '\n';
    return 0;
}
