# SPDX-License-Identifier: MIT
"""What is measured, on which servers, and how one figure is taken."""

import dataclasses
import json
import statistics
import subprocess

import servers
from servers import BenchError

STARTS = 4
# As many as one server is to hold; each takes a descriptor on either side.
CROWD = 10_000
EVERYBODY = ("floor", "floor-frame", "greenroom-broadcast", "greenroom-all", "greenroom-default", "node-ws")
WITHOUT_NOTICES = ("floor", "greenroom-broadcast", "node-ws")
WITH_NOTICES = ("floor-announce", "greenroom-all")


@dataclasses.dataclass(frozen=True)
class Figure:
    """One number of what the load generator prints, and its line in the table."""

    name: str
    title: str
    key: str
    more_is_better: bool = True
    has_ratio: bool = True
    # Whether a fall of its ratio fails the short run.
    is_kept: bool = True

    def ratio(self, value, floor):
        """1 is as good as the floor, less is worse; nothing where there is no telling."""
        if not self.has_ratio or not value or not floor:
            return None
        return value / floor if self.more_is_better else floor / value


@dataclasses.dataclass(frozen=True)
class Measure:
    """One run of the load generator."""

    name: str
    mode: str
    figures: tuple
    servers: tuple
    floor: str
    full: tuple
    # Empty: not in the short run.
    short: tuple = ()


def measures(clients):
    """All of them, those with figures of the talking for so many clients."""
    crowd = ("--clients", clients, "--connecting", 128)
    full = (*crowd, "--seconds", 1.5, "--warm-up", 0.3)
    short = (*crowd, "--seconds", 0.3, "--warm-up", 0.1)
    return (
        Measure("throughput", "throughput", (
            Figure("throughput", f"{clients} clients, 64 in flight: deliveries/s", "deliveriesPerSecond"),
            Figure("throughput-stall", "  longest stall, ms", "longestStallMs", False, False),
        ), EVERYBODY, "floor", (*full, "--in-flight", 64), (*short, "--in-flight", 64)),
        Measure("one-in-flight", "one-in-flight", (
            Figure("one-in-flight", f"{clients} clients, one in flight: deliveries/s", "deliveriesPerSecond"),
            Figure("p50", "  half arrive within, ms", "p50Ms", False),
            # What else the machine does shows here first.
            Figure("p99", "  99 % arrive within, ms", "p99Ms", False, is_kept=False),
            Figure("one-in-flight-stall", "  longest stall, ms", "longestStallMs", False, False),
        ), EVERYBODY, "floor", full, short),
        Measure("senders", "senders", (
            Figure("senders", "10 senders, 16 in flight each: deliveries/s", "deliveriesPerSecond"),
            Figure("senders-stall", "  longest stall, ms", "longestStallMs", False, False),
        ), EVERYBODY, "floor", (*full, "--senders", 10, "--in-flight", 16),
            (*short, "--senders", 10, "--in-flight", 16)),
        Measure("connects", "connects", (
            Figure("connects", "256 connecting, no notices: connects/s", "connectsPerSecond"),
        ), WITHOUT_NOTICES, "floor", ("--clients", 5000, "--connecting", 256), ("--clients", 1000, "--connecting", 256)),
        Measure("joins", "connects", (
            Figure("joins", f"joining {clients} who are told: connects/s", "connectsPerSecond"),
        ), WITH_NOTICES, "floor-announce", ("--base", clients, "--clients", 300, "--connecting", 64)),
        Measure("crowd", "one-in-flight", (
            Figure("crowd", f"{CROWD} clients, one in flight: deliveries/s", "deliveriesPerSecond"),
            Figure("crowd-p99", "  99 % arrive within, ms", "p99Ms", False, is_kept=False),
        ), ("floor", "greenroom-broadcast", "greenroom-all"), "floor",
            ("--clients", CROWD, "--connecting", 256, "--seconds", 4, "--warm-up", 0.5)),
        Measure("first-handshake", "first-handshake", (
            # Milliseconds depend much on what else the machine does.
            Figure("first-handshake", "start to first handshake, ms", "firstHandshakeMs", False, is_kept=False),
        ), ("bare", "floor", "greenroom-broadcast", "greenroom-all", "greenroom-default", "greenroom-million", "node-ws"),
            "bare", ("--",), ("--",)),
        Measure("idle-memory", "idle-memory", (
            Figure("idle-memory", "memory of an idle connection, KB", "kilobytesPerConnection", False, False),
        ), ("floor", "greenroom-broadcast", "greenroom-all", "node-ws"), "floor",
            ("--clients", clients, "--connecting", 64)),
    )


@dataclasses.dataclass(frozen=True)
class Bench:
    """Where the programs are and where they run."""

    build: object
    server_processor: object
    load_processor: object

    def load(self, options, seconds):
        """What the load generator says."""
        program = self.build / "tests/bench/greenroom_bench_load"
        command = servers.pinned(self.load_processor, [program, *options])
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds,
                                  env=servers.environment(), stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise BenchError(f"still at it after {seconds:.0f} s") from error
        if not done.stdout:
            raise BenchError(done.stderr.strip() or f"exit code {done.returncode}")
        return json.loads(done.stdout)

    def take(self, measure, server, options, seconds):
        """One run against a new server; a dictionary of the load generator's figures."""
        if measure.mode == "first-handshake":
            return self.start(server, seconds)
        with servers.running(server, self.build, self.server_processor) as (process, port):
            pid = ["--pid", process.pid] if measure.mode == "idle-memory" else []
            return self.load([measure.mode, *server.load_options(port), *pid, *options], seconds)

    def start(self, server, seconds):
        """The median of some starts; with those of the other rounds there are enough."""
        return {"firstHandshakeMs": statistics.median(self.one_start(server, seconds) for _ in range(STARTS))}

    def one_start(self, server, seconds):
        """The load generator starts this one itself."""
        with servers.scratch_directory(self.build) as scratch:
            port = servers.free_port()
            command = servers.pinned(self.server_processor, server.command(self.build, port, scratch))
            said = self.load(["first-handshake", *server.load_options(port), "--", *command], seconds)
            return said["firstHandshakeMs"]

    def check(self):
        """The load generator's test of itself."""
        program = self.build / "tests/bench/greenroom_bench_load"
        done = subprocess.run([program, "check"], capture_output=True, text=True, check=False, timeout=30)
        if done.returncode != 0:
            raise BenchError(done.stderr.strip())
