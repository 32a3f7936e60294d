#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Lets greenroom-server run for long while clients come, talk, stall and go; `./dev soak` builds what this needs.

One server stays up, and its memory has to stay flat; another one is ended and killed every few minutes. Clients of
both check all the time that nothing is lost, doubled or out of order, and at each end the tables are compared with
what they saw. Exit codes: 0 all well, 1 something was not, 2 bad option.
"""

import argparse
import asyncio
import json
import os
import pathlib
import random
import resource
import signal
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
SECONDS_OF_A_LIFE = 150
LIVES = 3
MESSAGES_PER_SECOND = 15
MOST_CLIENTS = 400


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--minutes", type=float, default=30,
                        help="how long; 30 unless given, and from 3 on memory counts")
    parser.add_argument("--clients", type=int, default=60,
                        help="how many, half of them at each server; 60 unless given")
    parser.add_argument("--seed", type=int, default=1, help="what happens by chance; another number, another course")
    parser.add_argument("--server", type=pathlib.Path, default=ROOT / "build/release/server/greenroom-server",
                        help="the program")
    options = parser.parse_args()
    if options.minutes < 0.5 or not 4 <= options.clients <= MOST_CLIENTS:
        parser.error(f"half a minute or more, 4 to {MOST_CLIENTS} clients")
    if not options.server.is_file():
        parser.error(f"there is no {options.server}; ./dev soak builds it")
    return options


def lives(minutes):
    """How often the restless server is restarted: asked to end and killed in turn, asked at last."""
    number = max(LIVES, round(minutes * 60 / SECONDS_OF_A_LIFE))
    return [(minutes * 60 / number, signal.SIGKILL if life % 2 and life < number - 1 else signal.SIGTERM)
            for life in range(number)]


def interrupt(worlds):
    """Both come to their end at once, which still is looked at."""
    for world in worlds:
        world.journal.fail("interrupted")
        world.stop()


async def soak(options, scratch):
    """The two worlds when all is over."""
    # After the environment is told which program it is.
    from world import World  # pylint: disable=import-outside-toplevel
    steady, restless = (
        World(name, scratch, random.Random(f"{name} {options.seed}"), options.clients // 2, MESSAGES_PER_SECOND)
        for name in ("steady", "restless"))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, interrupt, (steady, restless))
    await asyncio.gather(steady.run([(options.minutes * 60, signal.SIGTERM)]), restless.run(lives(options.minutes)))
    return steady, restless


def figures(world):
    """What came of it, for programs."""
    counted = ("chat", "direct", "post", "long", "refusals", "deliveries", "joined", "leaves", "stalls", "stuffed",
               "dropped", "told that it was not sent", "violations")
    return {"restarts": world.restarts, **{name: world.journal.counts[name] for name in counted},
            "rows": world.rows, "memory": world.memory.figures(has_growth=not world.restarts)}


def table(columns):
    """For people: a line a figure, a column a server."""
    flat = {server: {**values, **values["rows"], **values["memory"]} for server, values in columns.items()}
    names = [name for name in flat["steady"] if name not in ("rows", "memory")]
    lines = [["", *flat]] + [[name, *(str(values.get(name, "")) for values in flat.values())] for name in names]
    return "\n".join(line[0].ljust(28) + "".join(cell.rjust(12) for cell in line[1:]) for line in lines)


def processor_share(seconds):
    """Of one processor: clients and servers together."""
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses) / seconds


def main():
    """Returns the exit code."""
    options = arguments()
    os.environ["GREENROOM_SERVER"] = str(options.server)
    sys.path.insert(0, str(HERE.parent / "interop"))
    print(f"{options.minutes:g} minutes, {options.clients} clients, seed {options.seed}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak-", dir=os.environ.get("TMPDIR")) as scratch:
        worlds = asyncio.run(soak(options, scratch))
    growth = worlds[0].memory.growth()
    from memory import MOST_GROWTH  # pylint: disable=import-outside-toplevel
    if growth >= MOST_GROWTH:
        worlds[0].journal.fail(f"memory grew by {growth:.1%}")
    columns = {world.journal.name: figures(world) for world in worlds}
    print(table(columns))
    violations = [violation for world in worlds for violation in world.journal.violations]
    seconds = time.monotonic() - started
    print(json.dumps({"minutes": options.minutes, "clients": options.clients, "seed": options.seed,
                      "processorShare": round(processor_share(seconds), 3), "servers": columns,
                      "violations": violations}))
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
