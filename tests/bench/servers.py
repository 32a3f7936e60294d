# SPDX-License-Identifier: MIT
"""The servers that are compared, and running one of them for one measurement."""

import contextlib
import dataclasses
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time

import history

SECONDS_TO_LISTEN = 10
SECONDS_TO_END = 10
PEER = pathlib.Path(__file__).with_name("peer.js")
STAGES = {
    "stages": [
        {"name": "all", "backend": "all", "quotas": False},
        {"name": "broadcast", "backend": "broadcast", "quotas": False},
    ]
}


class BenchError(Exception):
    """A measurement that came to nothing, and why."""


@dataclasses.dataclass(frozen=True)
class Server:
    """How one is started and spoken to."""

    name: str
    title: str
    options: tuple = ()
    path: str = "/"
    # What the load generator calls the form of its messages.
    protocol: str = "plain"
    # The default quotas refuse more than 500 a second.
    connects_per_second: int = 0
    # Whether it is started on a million messages.
    has_history: bool = False

    @property
    def is_ours(self):
        """Whether it is greenroom-server."""
        return self.name.startswith("greenroom")

    def command(self, build, port, scratch):
        """The words that start it on this port, with all that it writes below `scratch`."""
        if self.name.startswith("floor"):
            return [build / "tests/bench/greenroom_bench_floor", "--port", port, *self.options]
        if self.name == "node-ws":
            return ["node", PEER, port]
        if self.name == "bare":
            return [build / "tests/bench/greenroom_bench_bare", "--port", port]
        data = history.directory(build) if self.has_history else scratch / "data"
        words = [build / "server/greenroom-server", "--port", port, "--data-dir", data, *self.options]
        if self.path != "/dev":
            config = scratch / "stages.json"
            config.write_text(json.dumps(STAGES), encoding="utf-8")
            words += ["--config", config]
        return words

    def load_options(self, port):
        """What the load generator has to know of it."""
        pace = ["--connects-per-second", self.connects_per_second] if self.connects_per_second else []
        return ["--url", f"ws://127.0.0.1:{port}{self.path}", "--protocol", self.protocol, *pace]


SERVERS = (
    Server("floor", "floor"),
    Server("floor-frame", "floor, a write a frame", ("--write-per", "frame")),
    Server("floor-announce", "floor that announces", ("--announce",)),
    Server("greenroom-broadcast", "ours: broadcast", ("--quiet",), "/broadcast", "broadcast"),
    Server("greenroom-all", "ours: all, on disk", ("--quiet",), "/all", "history"),
    Server("greenroom-default", "ours: as it comes", (), "/dev", "history", 400),
    Server("greenroom-million", "ours: 1 M messages", (), "/dev", "history", 400, True),
    Server("bare", "bare QWebSocketServer"),
    Server("node-ws", "node-ws"),
)


def named(name):
    """The server of this name."""
    return next(server for server in SERVERS if server.name == name)


def free_port():
    """A port of this machine that nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def words(command):
    """The same as text, for a process."""
    return [str(word) for word in command]


def pinned(processor, command):
    """The same command on one processor."""
    return words(command if processor is None else ["taskset", "-c", processor, *command])


def environment():
    """For Debian's Node, which finds Debian's modules only where it is told."""
    return {**os.environ, "NODE_PATH": "/usr/share/nodejs", "LC_ALL": "C.UTF-8"}


@contextlib.contextmanager
def scratch_directory(build):
    """An empty directory on the disk of the build, not in memory as /tmp may be."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as directory:
        yield pathlib.Path(directory)


@contextlib.contextmanager
def running(server, build, processor):
    """The server, listening: its process and its port."""
    with scratch_directory(build) as scratch, open(scratch / "output", "w+", encoding="utf-8") as output:
        port = free_port()
        process = subprocess.Popen(pinned(processor, server.command(build, port, scratch)), env=environment(),
                                   stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        try:
            await_listening(server, process, scratch / "output")
            yield process, port
            if process.poll() is not None:
                raise BenchError(f"{server.title}: ended by itself with {process.returncode}")
        finally:
            end(process)


def await_listening(server, process, output):
    """Returns when the server has said that it listens."""
    deadline = time.monotonic() + SECONDS_TO_LISTEN
    while "Listening on" not in output.read_text(encoding="utf-8"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise BenchError(f"{server.title}: does not listen: {output.read_text(encoding='utf-8')[-500:]}")
        time.sleep(0.005)


def end(process):
    """Asks it to end; does not wait for ever."""
    process.terminate()
    try:
        process.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
