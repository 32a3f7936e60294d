# SPDX-License-Identifier: MIT
"""Headless Chromium and a small page of ours, page.html, which plays a scene on the stage for each test."""

import http.server
import json
import os
import pathlib
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
from urllib.parse import quote

import conformance_path  # noqa: F401
from management_api import ManagementApi
from people import NEVER_GIVEN_OUT
from stages import main, own_server, stage_url

SECONDS = 25
SECONDS_TO_END = 5
FOREIGN_HOST = "attacker.test"
LARGE_TEXT = "x" + "😀" * (128 * 1024 // 4 - 1)
OPTIONS = [
    # A container has no sandbox of Chromium's and little in /dev/shm, and the page is our own.
    "--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
    # It shall talk to nobody but us.
    "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-breakpad", "--disable-default-apps", "--disable-extensions", "--no-proxy-server",
    # A foreign page, on this machine.
    f"--host-resolver-rules=MAP {FOREIGN_HOST} 127.0.0.1",
]


def browser():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI"):
            raise AssertionError("There is no chromium (Debian package chromium).")
        raise unittest.SkipTest("there is no chromium (Debian package chromium)")
    return program


def end(process):
    """Ends a browser with all its helpers, which are a process group; returns what they wrote on stderr."""
    if process.returncode is not None:
        return b""
    process.terminate()
    try:
        # Stderr ends when the last of them has ended.
        _, errors = process.communicate(timeout=SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        _, errors = process.communicate()
    return errors


class PageServer(http.server.ThreadingHTTPServer):
    """Serves the page, does for it what pages can't, and gathers its results."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), PageHandler)
        self.results = queue.Queue()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        # A browser that is ended breaks off what it asked for.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def end(self):
        self.shutdown()
        self.server_close()


class PageHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/page.html"):
            self.answer(pathlib.Path(__file__).with_name("page.html").read_bytes())
        else:
            self.send_error(404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/delete":
            ManagementApi(stage_url()).delete(body)
        elif self.path == "/post":
            ManagementApi(stage_url()).post(body, LARGE_TEXT.encode())
        self.answer(b"")
        # The browser is ended as soon as it has told its result.
        if self.path == "/result":
            self.server.results.put(json.loads(body))

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def play(stage, *scenes, host="127.0.0.1"):
    """What the page of this host tells after each of the scenes, by their names."""
    server = PageServer()
    page = f"http://{host}:{server.server_port}/page.html?scenes={','.join(scenes)}&stage={quote(stage, safe='')}"
    with tempfile.TemporaryDirectory(prefix="greenroom-", ignore_cleanup_errors=True) as profile:
        # What it keeps besides its profile goes there too.
        process = subprocess.Popen(
            [browser(), *OPTIONS, f"--user-data-dir={profile}/data", page], start_new_session=True,
            env={**os.environ, "HOME": profile, "XDG_CONFIG_HOME": profile, "XDG_CACHE_HOME": profile,
                 "TMPDIR": profile},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            return server.results.get(timeout=SECONDS)
        except queue.Empty:
            raise AssertionError(f"no result: {end(process)[-2000:]!r}") from None
        finally:
            end(process)
            server.end()


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scenes = ["talk", "closing", "binary", "subprotocol", "elsewhere"]
        try:
            ManagementApi(stage_url()).get(NEVER_GIVEN_OUT)
            scenes += ["large", "deleted"]
            cls.missing = ""
        except unittest.SkipTest as missing:
            cls.missing = str(missing)
        cls.told = play(stage_url(), *scenes)

    def told_of(self, scene):
        if scene not in self.told:
            self.skipTest(self.missing)
        return self.told[scene]

    def assert_never_opened(self, ended):
        """All that a page learns of a refusal."""
        self.assertEqual((ended["code"], ended["opened"]), (1006, False))

    def test_text_arrives_as_a_string(self):
        self.assertEqual(self.told["talk"], {"type": "string", "isWhole": True})

    def test_a_large_text_arrives_whole(self):
        self.assertEqual(self.told_of("large"), {"type": "string", "bytes": len(LARGE_TEXT.encode()), "isWhole": True})

    def test_a_delete_is_a_clean_close_with_1000(self):
        ended = self.told_of("deleted")
        self.assertEqual((ended["code"], ended["wasClean"]), (1000, True))

    def test_its_own_close_is_clean(self):
        ended = self.told["closing"]
        self.assertEqual((ended["code"], ended["wasClean"]), (4000, True))

    def test_a_binary_message_closes_with_1003(self):
        self.assertEqual(self.told["binary"]["code"], 1003)

    def test_a_subprotocol_that_is_not_echoed_fails(self):
        self.assert_never_opened(self.told["subprotocol"])

    def test_an_unknown_path_fails(self):
        self.assert_never_opened(self.told["elsewhere"])

    def test_a_foreign_page_is_refused(self):
        own_server("AWS lets in every origin")
        self.assert_never_opened(play(stage_url(), "refused", host=FOREIGN_HOST)["refused"])

    def test_a_foreign_name_of_this_machine_is_refused(self):
        own_server("it is not on this machine")
        stage = stage_url().replace("127.0.0.1", FOREIGN_HOST)
        self.assert_never_opened(play(stage, "refused", host=FOREIGN_HOST)["refused"])


if __name__ == "__main__":
    main()
