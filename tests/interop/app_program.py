# SPDX-License-Identifier: MIT
"""The real greenroom program without a screen, in a home and on a message bus of its own."""

import os
import pathlib
import subprocess
import tempfile

PROGRAM = os.environ["GREENROOM"]
SECONDS_TO_END = 20
DIRECTORIES = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache",
               "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run"}


class Home:
    """What one user has: directories, and a bus that writes down every call; all gone at the end of the block."""

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix="greenroom-")
        self.path = pathlib.Path(self._temporary.name)
        for name in DIRECTORIES.values():
            (self.path / name).mkdir(mode=0o700)
        self._bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"],
                                     stdout=subprocess.PIPE, text=True, env=self.environment(""))
        self._address = self._bus.stdout.readline().strip()
        self._calls = (self.path / "calls").open("w")
        self._monitor = subprocess.Popen(["dbus-monitor", "--address", self._address], stdout=self._calls,
                                         stderr=subprocess.STDOUT)
        return self

    def __exit__(self, *_):
        for process in (self._monitor, self._bus):
            process.kill()
            process.wait(SECONDS_TO_END)
        self._bus.stdout.close()
        self._calls.close()
        self._temporary.cleanup()

    def environment(self, bus=None):
        """The environment of a program in this home."""
        own = {variable: str(self.path / name) for variable, name in DIRECTORIES.items()}
        return {**os.environ, **own, "HOME": str(self.path), "QT_QPA_PLATFORM": "offscreen", "NO_AT_BRIDGE": "1",
                "QT_LOGGING_RULES": "greenroom.*=true",
                "DBUS_SESSION_BUS_ADDRESS": self._address if bus is None else bus}

    def start(self, *arguments):
        """The application, running; what it writes goes to a file of this home."""
        with (self.path / "output").open("a") as output:
            return subprocess.Popen([PROGRAM, *arguments], env=self.environment(), stdin=subprocess.DEVNULL,
                                    stdout=output, stderr=subprocess.STDOUT)

    def files_with(self, text):
        """The names of all files below this home that hold these bytes."""
        return [str(file.relative_to(self.path)) for file in self.path.rglob("*")
                if file.is_file() and text in file.read_bytes()]
