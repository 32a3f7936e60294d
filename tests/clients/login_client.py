# SPDX-License-Identifier: MIT
"""The login of the tutorial's page, played by headless Chromium: sign in, then connect with the token."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "interop"))

from browser_client import FOREIGN_HOST, play  # noqa: E402
from server_program import ServerProgram  # noqa: E402
from stages import main  # noqa: E402

SECONDS = 20
PASSWORD = "pässword 😀"


def stage(name, **more):
    jwt = {"secretFile": "secret", "login": {"usersFile": "users.json", "tokenLifetimeSeconds": 120}, **more}
    return {"name": name, "backend": "history",
            "authorizer": {"identitySource": "route.request.querystring.Authorization", "jwt": jwt}}


class Login(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="greenroom-")
        self.addCleanup(directory.cleanup)
        folder = pathlib.Path(directory.name)
        (folder / "secret").write_text("thirty-two bytes of a secret: ok")
        (folder / "stages.json").write_text(json.dumps({"stages": [stage("dev"), stage("open", guests=True)]}))
        subprocess.run([os.environ["GREENROOM_SERVER"], "user", "add", str(folder / "users.json"), "ana"],
                       input=PASSWORD.encode(), check=True, timeout=SECONDS, stdout=subprocess.DEVNULL)
        self.server = ServerProgram(options=["--config", str(folder / "stages.json")])
        self.server.__enter__()
        self.addCleanup(self.server.__exit__)

    def test_the_page(self):
        told = play(self.server.url, "login", "wrongPassword", "guest")
        self.assertEqual(told["login"], {"answer": 200, "user": "ana", "seconds": 120})
        self.assertEqual(told["wrongPassword"], {
            "answer": 401, "status": 401, "body": {"message": "The user ID or the password is wrong."}})
        self.assertEqual((told["guest"]["code"], told["guest"]["opened"]), (1006, False))

    def test_guests_where_they_are_allowed(self):
        told = play(self.server.stage_url("open"), "login", "guest")
        self.assertEqual(told["login"]["user"], "ana")
        self.assertEqual(told["guest"], {"opened": True})

    def test_a_page_from_elsewhere_gets_no_token(self):
        told = play(self.server.url, "login", host=FOREIGN_HOST)
        self.assertIn("Failed to fetch", told["login"]["error"])


if __name__ == "__main__":
    main()
