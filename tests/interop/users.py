# SPDX-License-Identifier: MIT
"""`greenroom-server user` at a terminal and without one, and the login of the users that it makes."""

import http.client
import json
import os
import pathlib
import pty
import signal
import stat
import subprocess
import tempfile
import threading
import unittest
import urllib.parse

import websockets

from server_program import PROGRAM, ServerProgram, run_to_end

SECONDS = 20
PASSWORD = "pässword 😀"
JWT = {"secretFile": "secret", "login": {"usersFile": "users.json"}}
STAGES = {"stages": [
    {"name": "dev", "backend": "history", "authorizer": {
        "identitySource": "route.request.querystring.Authorization", "jwt": JWT}}]}


def user(*words, given=""):
    """Runs the command with this on standard input, which is no terminal."""
    ended = subprocess.run([PROGRAM, "user", *words], input=given.encode(), capture_output=True, check=False,
                           timeout=SECONDS)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


class Terminal:
    """The command at a terminal of its own."""

    def __init__(self, *words):
        self.process, self._end = pty.fork()
        if self.process == 0:
            os.execv(PROGRAM, [PROGRAM, "user", *words])
        self.shown = b""

    def answer(self, question, line):
        self.read_until(question)
        os.write(self._end, line.encode() + b"\n")

    def read_until(self, text):
        while text.encode() not in self.shown:
            self.shown += os.read(self._end, 4096)

    def end(self):
        try:
            while chunk := os.read(self._end, 4096):
                self.shown += chunk
        except OSError:
            pass  # What a terminal says at its end.
        os.close(self._end)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def post(url, body, headers=None):
    """Logs in; returns the status and what the page reads of the answer."""
    address = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
    connection.request("POST", address.path + "/auth", body, headers or {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = json.loads(response.read())
    connection.close()
    return response.status, answer


def log_in(url, name, password):
    status, answer = post(url, json.dumps({"user_id": name, "password": password}))
    assert answer["statusCode"] == status
    return status, json.loads(answer["body"])


class InFolder(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="greenroom-")
        self.addCleanup(directory.cleanup)
        self.folder = pathlib.Path(directory.name)
        self.users = str(self.folder / "users.json")


class Commands(InFolder):
    def test_without_a_terminal(self):
        self.assertEqual(user("add", self.users, "ana", given=PASSWORD + "\n"), (0, "User “ana” has been added.\n", ""))
        self.assertEqual(user("add", self.users, "ben", given=PASSWORD)[0], 0)
        self.assertEqual(user("list", self.users), (0, "ana\nben\n", ""))
        self.assertEqual(user("remove", self.users, "ben")[0], 0)
        self.assertEqual(user("list", self.users), (0, "ana\n", ""))
        self.assertEqual(stat.S_IMODE(os.stat(self.users).st_mode), 0o600)
        self.assertNotIn(PASSWORD, pathlib.Path(self.users).read_text())

    def test_mistakes(self):
        for code, words in ((2, []), (2, ["change"]), (2, ["add", self.users]), (2, ["add", self.users, "ana", "secret"]),
                            (2, ["add", self.users, "ana "]), (6, ["list", self.users]), (6, ["remove", self.users, "ana"]),
                            (6, ["add", "/proc/users.json", "ana"]), (6, ["add", self.users, "ana"])):
            exit_code, output, errors = user(*words)
            self.assertEqual((exit_code, output), (code, ""), words)
            self.assertRegex(errors, r"^greenroom-server: [^\n]+\n$")
            self.assertNotIn("secret", errors)
        self.assertEqual(run_to_end("--quiet", "user", "list", self.users)[0], 2)
        self.assertEqual(run_to_end("users")[0], 2)
        pathlib.Path(self.users).write_text("damaged")
        self.assertEqual(user("add", self.users, "ana", given=PASSWORD)[0], 6)
        self.assertEqual(pathlib.Path(self.users).read_text(), "damaged")

    def test_at_a_terminal_nothing_is_shown(self):
        terminal = Terminal("add", self.users, "ana")
        terminal.answer("New password: ", PASSWORD)
        terminal.answer("The same again: ", PASSWORD)
        self.assertEqual(terminal.end(), 0)
        self.assertNotIn(PASSWORD.encode(), terminal.shown)
        self.assertIn("added", terminal.shown.decode())

    def test_two_passwords_that_differ(self):
        terminal = Terminal("add", self.users, "ana")
        terminal.answer("New password: ", "one")
        terminal.answer("The same again: ", "another")
        self.assertEqual(terminal.end(), 6)
        self.assertIn("differ", terminal.shown.decode())
        self.assertFalse(os.path.exists(self.users))

    def test_breaking_off(self):
        terminal = Terminal("add", self.users, "ana")
        terminal.answer("New password: ", "one")
        terminal.read_until("The same again: ")
        os.kill(terminal.process, signal.SIGINT)
        self.assertEqual(terminal.end(), -signal.SIGINT)

    def test_many_at_once_lose_nobody(self):
        names = [f"user{number}" for number in range(6)]
        threads = [threading.Thread(target=user, args=("add", self.users, name), kwargs={"given": "x"}) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(user("list", self.users)[1].split(), names)


class Login(InFolder):
    def setUp(self):
        super().setUp()
        (self.folder / "secret").write_text("thirty-two bytes of a secret: ok")
        (self.folder / "stages.json").write_text(json.dumps(STAGES))
        self.config = ["--config", str(self.folder / "stages.json")]

    async def test_the_users_of_the_command_sign_in(self):
        user("add", self.users, "ana", given=PASSWORD)
        with ServerProgram(options=self.config) as server:
            status, body = log_in(server.url, "ana", PASSWORD)
            self.assertEqual(status, 200)
            query = urllib.parse.quote("Bearer " + body["token"])
            async with websockets.connect(f"{server.url}?Authorization={query}") as client:
                await client.send('{"action":"sendmessage","message":"Hi"}')
                self.assertIn("Hi", await client.recv())
            self.assertEqual(log_in(server.url, "ana", "wrong")[0], 401)
            self.assertEqual(log_in(server.url, "ben", PASSWORD), (401, {"message": "The user ID or the password is wrong."}))
            user("add", self.users, "ben", given=PASSWORD)
            self.assertEqual(log_in(server.url, "ben", PASSWORD)[0], 200)
            user("remove", self.users, "ana")
            self.assertEqual(log_in(server.url, "ana", PASSWORD)[0], 401)
            code, log = server.terminate()
            self.assertEqual(code, 0)
            for secret in (PASSWORD, body["token"], "thirty-two bytes"):
                self.assertNotIn(secret, log)
            self.assertRegex(log, r" login dev - 127\.0\.0\.1 POST 200 \d+B \d+ms\n")

    def test_bad_requests_end_nothing(self):
        user("add", self.users, "ana", given=PASSWORD)
        with ServerProgram(options=self.config) as server:
            for body, status in (("", 400), ("[", 400), ("{}", 400), ("null", 400), ('{"user_id":"ana"}', 400),
                                 (json.dumps({"user_id": "ana", "password": "\0\x07"}), 401),
                                 (json.dumps({"user_id": "ana", "password": "x" * 2000}), 400),
                                 (json.dumps({"user_id": "x" * 1_000_000, "password": "x"}), 413)):
                try:
                    self.assertEqual(post(server.url, body)[0], status, body[:50])
                except (BrokenPipeError, ConnectionResetError):
                    self.assertEqual(status, 413)  # It may be told before all is sent.
            self.assertEqual(log_in(server.url, "ana", PASSWORD)[0], 200)

    def test_a_flood_is_bounded(self):
        user("add", self.users, "ana", given=PASSWORD)
        with ServerProgram(options=self.config) as server:
            statuses = []

            def guess(number):
                statuses.append(log_in(server.url, f"user{number}", "guess")[0])
            threads = [threading.Thread(target=guess, args=(number,)) for number in range(60)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertLessEqual(set(statuses), {401, 429, 503})
            status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
            peak = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
            self.assertLess(peak, 400_000)  # KiB: four at once, 64 MB each.

    def test_a_file_that_is_none_is_a_mistake(self):
        code, _, errors = run_to_end("--port", "0", "--in-memory", *self.config)
        self.assertEqual(code, 2)
        self.assertIn("$.stages[0].authorizer.jwt.login.usersFile", errors)


if __name__ == "__main__":
    unittest.main()
