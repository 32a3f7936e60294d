# SPDX-License-Identifier: MIT
"""The real greenroom-server program, run for one test in a directory of its own."""

import os
import pathlib
import subprocess
import tempfile

PROGRAM = os.environ["GREENROOM_SERVER"]
SECONDS_TO_END = 10


class ServerProgram:
    """A server on a free port of this machine; ended, and its directory removed, at the end of the block."""

    def __init__(self, data_dir=None, options=(), preexec_fn=None, stderr=None):
        self._stderr = stderr
        self._preexec_fn = preexec_fn
        self._temporary = None if data_dir else tempfile.TemporaryDirectory(prefix="greenroom-")
        self.data_dir = data_dir or self._temporary.name
        self._options = options
        self.process = None
        self.url = None
        self._log = None

    def __enter__(self):
        # A file, for a pipe that nobody empties would lose what is written.
        self._log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [PROGRAM, "--port", "0", "--data-dir", self.data_dir, *self._options],
            stdout=subprocess.PIPE, stderr=self._stderr or self._log, text=True, preexec_fn=self._preexec_fn)
        line = self.process.stdout.readline()
        if not line.startswith(("Listening on ws://127.0.0.1:", "Listening on wss://127.0.0.1:")):
            self.kill()
            raise AssertionError(f"not ready: {line!r} {self.log()!r}")
        self.url = line.split()[-1]
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.process.stdout.close()
        self._log.close()
        if self._temporary:
            self._temporary.cleanup()

    def terminate(self):
        """Asks it to end; returns its exit code and what it wrote on stderr."""
        self.process.terminate()
        return self.process.wait(timeout=SECONDS_TO_END), self.log()

    def log(self):
        """What it has written on stderr so far."""
        self._log.seek(0)
        return self._log.read()

    def kill(self):
        """Ends it in the middle of whatever it does."""
        self.process.kill()
        self.process.wait(timeout=SECONDS_TO_END)

    def stage_url(self, stage):
        """The address of another stage than the first."""
        return self.url[:self.url.rindex("/") + 1] + stage

    def rows(self, sql):
        """What the sqlite3 shell shows, one list of columns a row; may be asked while the server runs."""
        return sqlite_rows(self.data_dir, sql)


def sqlite_rows(data_dir, sql, stage="dev"):
    # A column never holds these control characters here, as chat lines may hold anything else.
    shell = subprocess.run(
        ["sqlite3", "-batch", "-separator", "\x1f", "-newline", "\x1e",
         str(pathlib.Path(data_dir) / f"{stage}.sqlite"), sql],
        capture_output=True, text=True, check=True, timeout=SECONDS_TO_END)
    return [row.split("\x1f") for row in shell.stdout.split("\x1e") if row]


def run_to_end(*options):
    """Runs the program with options that make it end by itself; returns exit code, stdout and stderr."""
    ended = subprocess.run([PROGRAM, *options], capture_output=True, text=True, check=False, timeout=SECONDS_TO_END)
    return ended.returncode, ended.stdout, ended.stderr
