# SPDX-License-Identifier: MIT
"""The real greenroom program without a screen, in a home and on a message bus of its own."""

import os
import pathlib
import subprocess
import tempfile
import time

PROGRAM = os.environ["GREENROOM"]
SECONDS_TO_END = 20
DIRECTORIES = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache",
               "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run"}


class Home:
    """What one user has: directories, a keyring if wanted, and a bus that writes down every call. All of it is gone at
    the end of the block."""

    def __init__(self, has_keyring=False):
        self._has_keyring = has_keyring

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix="greenroom-")
        self.path = pathlib.Path(self._temporary.name)
        for name in DIRECTORIES.values():
            (self.path / name).mkdir(mode=0o700)
        self._bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"],
                                     stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL, env=self.environment(""))
        self._address = self._bus.stdout.readline().strip()
        self._calls = (self.path / "calls").open("w")
        self._monitor = subprocess.Popen(["dbus-monitor", "--address", self._address], stdout=self._calls,
                                         stderr=subprocess.STDOUT)
        self._keyring = self._start_keyring() if self._has_keyring else None
        return self

    def _start_keyring(self):
        """gnome-keyring, unlocked; there is nobody who could be asked for a password."""
        keyring = subprocess.Popen(["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=self.environment())
        keyring.stdin.write(b"password")
        keyring.stdin.close()
        alias = ["dbus-send", "--bus=" + self._address, "--print-reply=literal", "--dest=org.freedesktop.secrets",
                 "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.ReadAlias", "string:default"]
        deadline = time.monotonic() + SECONDS_TO_END
        while "/collection/" not in subprocess.run(alias, capture_output=True, text=True, check=False).stdout:
            if time.monotonic() > deadline:
                raise AssertionError("gnome-keyring did not start")
        return keyring

    def __exit__(self, *_):
        for process in (self._keyring, self._monitor, self._bus):
            if process:
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
