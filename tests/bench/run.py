#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Measures greenroom-server beside a floor and a peer; `./dev bench` builds what this needs.

All servers take turns, three times over, each run with a new server on one processor and the load generator on
another; medians count. Exit codes: 0 all well, 1 something was lost, doubled or out of order, could not be
measured, or (with --short) fell under half of what tests/bench/recorded.json says, 2 bad option.
"""

import argparse
import json
import pathlib
import signal
import sys
import time

import machine
import report
import servers
from measures import CROWD, Bench, measures
from servers import BenchError

HERE = pathlib.Path(__file__).parent
RECORDED = HERE / "recorded.json"
ROUNDS = 3
CLIENTS = {"full": 1000, "short": 300}
SECONDS_OF_ALL = {"full": 1200, "short": 120}
SECONDS_OF_ONE = 60
# Beyond this share of the processors, ratios are not worth keeping.
MUCH_FOR_OTHERS = 0.1
# A program has some beside its connections.
FILES_OF_CROWD = CROWD + 100
# What shows little more than the others, or takes long.
NOT_IN_SHORT = ("floor-frame", "greenroom-default", "greenroom-million", "node-ws")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--short", action="store_true",
                        help="a few hundred clients, some 20 seconds; fail where a ratio has halved")
    parser.add_argument("--record", action="store_true", help="write the ratios to tests/bench/recorded.json")
    parser.add_argument("--only", metavar="MEASURE", action="append",
                        choices=[measure.name for measure in measures(0)], help="this one; may be given several times")
    parser.add_argument("--build", type=pathlib.Path, default=HERE.parents[1] / "build/release",
                        help="where the optimised build is")
    options = parser.parse_args()
    if options.record and options.only:
        parser.error("--record takes all measures")
    return options


def plan(chosen, mode):
    """What is measured: measures with their options."""
    for measure in chosen:
        options = getattr(measure, mode)
        if options:
            yield measure, options


def take_turns(bench, chosen, mode):
    """All runs. Returns the results and what went wrong."""
    results = report.Results(chosen)
    troubles = []
    deadline = time.monotonic() + SECONDS_OF_ALL[mode]
    for _ in range(ROUNDS):
        for measure, options in plan(chosen, mode):
            for server in map(servers.named, measure.servers):
                if mode == "short" and server.name in NOT_IN_SHORT:
                    continue
                seconds = min(SECONDS_OF_ONE, deadline - time.monotonic())
                if seconds <= 0:
                    raise BenchError(f"not done after {SECONDS_OF_ALL[mode]} s")
                troubles += one_run(bench, measure, server, options, seconds, results)
    return results, troubles


def one_run(bench, measure, server, options, seconds, results):
    """Adds to the results; returns what went wrong."""
    about = f"{server.title}, {measure.name}"
    progress(about)
    try:
        values = bench.take(measure, server, options, seconds)
    except BenchError as error:
        return [f"{about}: {error}"]
    results.add(measure, server, values)
    return [f"{about}: {values[fault]} {fault}" for fault in ("lost", "doubled", "reordered") if values.get(fault)]


def progress(text):
    """One line that is written over, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def recorded():
    """The ratios of the last --record, by mode."""
    return json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}


def record(mode, kept):
    """Those of the other mode stay."""
    RECORDED.write_text(json.dumps({**recorded(), mode: kept}, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def clean_up_when_stopped():
    """An end that is asked for goes through all `finally` parts."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))


def main():
    """Returns the exit code."""
    options = arguments()
    clean_up_when_stopped()
    file_limit = machine.raise_file_limit()
    others = machine.OtherPrograms()
    mode = "short" if options.short else "full"
    chosen = [measure for measure in measures(CLIENTS[mode]) if not options.only or measure.name in options.only]
    if file_limit < FILES_OF_CROWD:
        chosen = [measure for measure in chosen if measure.name != "crowd"]
        print(f"bench: no crowd is measured, as a program may open {file_limit} files here (ulimit -Hn)", file=sys.stderr)
    bench = Bench(options.build.resolve(), *machine.processors())
    try:
        bench.check()
        results, troubles = take_turns(bench, chosen, mode)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    progress("")
    print(results.table())
    print("After each figure its ratio to the floor: 1 is as good, less is worse.")
    share = others.share()
    print(results.json_line(mode=mode, clients=CLIENTS[mode], othersShare=round(share, 3)))
    if share > MUCH_FOR_OTHERS:
        print(f"Other programs took {share:.0%} of the processors meanwhile, which levels all servers.")
    if options.record and share > MUCH_FOR_OTHERS:
        troubles.append("nothing recorded: the machine is too busy")
    elif options.record:
        record(mode, results.kept_ratios())
    elif options.short:
        troubles += report.fallen(results.kept_ratios(), recorded().get(mode, {}))
    for trouble in troubles:
        print(f"bench: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
