# SPDX-License-Identifier: MIT
"""wscat, which AWS's tutorials use, in a conversation: npm's, and Debian's where it is installed."""

import contextlib
import json
import os
import selectors
import subprocess
import time
import unittest

import conformance_path  # noqa: F401
from node_modules import MODULES, node_command, require_modules
from people import ID, Person, said, token
from raw_client import SECONDS
from stages import main, stage_url

DEBIAN = "/usr/bin/wscat"


def programs():
    """Each wscat, as a command and what it needs in its environment."""
    yield node_command(str(MODULES / "wscat" / "bin" / "wscat")), {}
    if os.path.exists(DEBIAN):
        # Debian's finds its modules there; a Node.js from elsewhere has to be told.
        yield [DEBIAN], {"NODE_PATH": "/usr/share/nodejs"}


@contextlib.contextmanager
def wscat(program, *options):
    command, environment = program
    process = subprocess.Popen([*command, *options], env={**os.environ, **environment}, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=SECONDS)


def read_until(process, part):
    """What it prints up to a line with `part`."""
    printed = b""
    deadline = time.monotonic() + SECONDS
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while part.encode() not in printed:
            assert selector.select(deadline - time.monotonic()), f"{part!r} is not in {printed!r}"
            data = os.read(process.stdout.fileno(), 1 << 16)
            assert data, f"ended: {printed!r} {process.stderr.read()!r}"
            printed += data
    return printed.decode()


def run_to_end(process):
    """What it prints until it ends by itself, with its input still open, whose end would end it."""
    kept, process.stdin = process.stdin, None
    with kept:
        return process.communicate(timeout=SECONDS)


class Wscat(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        require_modules()

    def for_each_program(self, test):
        for program in programs():
            with self.subTest(program[0]):
                test(program)

    def test_a_conversation(self):
        self.for_each_program(self.talk)

    def talk(self, program):
        with Person.introduced() as ana, wscat(program, "--connect", stage_url()) as process:
            joined = ana.hear_match(rf'\{{"message": "A new user has joined the chat - ({ID})"\}}')
            greeting, answer = token(), token()
            ana.send_text(said(greeting))
            read_until(process, greeting)
            process.stdin.write(said(answer).encode() + b"\n")
            process.stdin.flush()
            self.assertIn(f" {joined[1]}  {answer}", ana.hear_until(lambda frame: answer in frame)[-1])
            read_until(process, answer)
            process.stdin.close()
            process.stdin = None
            ana.hear(f'{{"message": "User {joined[1]} has left the chat."}}')

    def test_one_command(self):
        self.for_each_program(self.run_one_command)

    def run_one_command(self, program):
        text = token()
        with wscat(program, "--connect", stage_url(), "--execute", said(text), "--wait", "1") as process:
            output, _ = run_to_end(process)
        lines = [json.loads(line)["message"] for line in output.splitlines() if text.encode() in line]
        self.assertEqual(len(lines), 1)
        self.assertTrue(lines[0].endswith(f"  {text}\n"))

    def test_a_refusal(self):
        self.for_each_program(self.be_refused)

    def be_refused(self, program):
        with wscat(program, "--connect", stage_url() + "/room") as process:
            _, errors = run_to_end(process)
        self.assertIn(b"403", errors)


if __name__ == "__main__":
    main()
