// SPDX-License-Identifier: MIT
// `./dev bench network`: how soon sessions notice that the network is gone, and how soon they are back when
// it is, in real time on the system's own TCP, between two hosts of their own.
#include "CutRun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <algorithm>

using namespace Greenroom;
using namespace Greenroom::Bench;

namespace {

/// As where a test cannot run here.
constexpr int isSkipped = 77;

double median(std::vector<qint64> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return static_cast<double>(*middle) / 1e3;
}

double worst(const std::vector<qint64> &values)
{
    return values.empty() ? 0 : static_cast<double>(*std::max_element(values.begin(), values.end())) / 1e3;
}

QJsonObject report(QTextStream &out, int seconds, const CutFigures &figures)
{
    out << qSetFieldWidth(12) << Qt::right << Qt::fixed << qSetRealNumberPrecision(1) << seconds
        << figures.noticed.size() << median(figures.noticed) << worst(figures.noticed) << figures.back.size()
        << median(figures.back) << worst(figures.back) << qSetFieldWidth(0) << '\n';
    out.flush();
    return {{QStringLiteral("cut_s"), seconds},
            {QStringLiteral("noticed"), static_cast<int>(figures.noticed.size())},
            {QStringLiteral("noticed_median_s"), median(figures.noticed)},
            {QStringLiteral("noticed_worst_s"), worst(figures.noticed)},
            {QStringLiteral("back"), static_cast<int>(figures.back.size())},
            {QStringLiteral("back_median_s"), median(figures.back)},
            {QStringLiteral("back_worst_s"), worst(figures.back)}};
}

} // namespace

int main(int argc, char *argv[])
{
    // First: a process that has threads may not move.
    const auto moved = Test::NetworkHost::leaveMachine();
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sessionsOption(QStringLiteral("sessions"), QStringLiteral("How many sessions."),
                                            QStringLiteral("number"), QStringLiteral("50"));
    const QCommandLineOption cutOption(QStringLiteral("cut"),
                                       QStringLiteral("How long the network is cut; may be repeated."),
                                       QStringLiteral("seconds"));
    parser.addOptions({sessionsOption, cutOption});
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    if (!moved) {
        out << moved.error().message << '\n';
        return isSkipped;
    }
    const QStringList cuts = parser.isSet(cutOption) ? parser.values(cutOption)
                                                     : QStringList{QStringLiteral("1"), QStringLiteral("30"),
                                                                   QStringLiteral("600")};
    const int sessions = std::max(1, parser.value(sessionsOption).toInt());
    out << sessions << " sessions; seconds, but for the numbers of those that noticed and are back\n"
        << "         cut     noticed      median       worst        back      median       worst\n";
    out.flush();
    QJsonArray runs;
    int lost = 0;
    for (const QString &cut : cuts) {
        const CutFigures figures = CutRun(sessions).measure(std::chrono::seconds(cut.toInt()));
        runs.append(report(out, cut.toInt(), figures));
        lost += figures.lost;
    }
    const QJsonObject all{{QStringLiteral("sessions"), sessions}, {QStringLiteral("runs"), runs}};
    out << QJsonDocument(all).toJson(QJsonDocument::Compact) << '\n';
    return lost == 0 ? 0 : 1;
}
