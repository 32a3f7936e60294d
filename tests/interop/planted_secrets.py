# SPDX-License-Identifier: MIT
"""A whole session with secrets in it: none of them is in anything that either program has written."""

import asyncio
import base64
import hashlib
import hmac
import json
import pathlib
import tempfile
import time
import unittest
import urllib.parse

import websockets

from app_program import SECONDS_TO_END, Home
from server_program import ServerProgram

SECONDS = 30
KEY = b"PLANTED-key-of-thirty-two-bytes!"


def part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(user):
    signed = part(b'{"alg":"HS256","typ":"JWT"}') + "." + part(
        json.dumps({"user_id": user, "exp": int(time.time()) + 3600}).encode())
    return signed + "." + part(hmac.new(KEY, signed.encode(), hashlib.sha256).digest())


def spellings(secret):
    """The forms that it may have been written in."""
    text = secret.encode()
    return {text, urllib.parse.quote(secret, safe="").encode(), base64.b64encode(text).rstrip(b"="),
            secret.encode("utf-16-le")}


class PlantedSecrets(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self._directory = tempfile.TemporaryDirectory(prefix="greenroom-")
        self.folder = pathlib.Path(self._directory.name)
        (self.folder / "keys").mkdir()
        (self.folder / "keys" / "jwt").write_bytes(KEY)
        authorizer = {"identitySource": "route.request.querystring.Authorization", "jwt": {"secretFile": "keys/jwt"}}
        (self.folder / "stages.json").write_text(
            json.dumps({"stages": [{"name": "dev", "backend": "history", "authorizer": authorizer}]}))
        (self.folder / "data").mkdir()

    def tearDown(self):
        self._directory.cleanup()

    def server(self):
        return ServerProgram(data_dir=str(self.folder / "data"),
                             options=["--verbose", "--config", str(self.folder / "stages.json")])

    def stored_by_server(self, text):
        return [file.name for file in (self.folder / "data").rglob("*") if file.is_file() and text in file.read_bytes()]

    async def play(self, client, home, *arguments):
        """The application comes in, hears a line and is ended."""
        application = home.start(*arguments)
        try:
            self.assertIn("A new user has joined", await asyncio.wait_for(client.recv(), SECONDS))
            await client.send('{"action":"sendmessage","message":"Hello"}')
            self.assertIn("Hello", await asyncio.wait_for(client.recv(), SECONDS))
        finally:
            application.terminate()
            self.assertEqual(await asyncio.to_thread(application.wait, SECONDS_TO_END), 0)
        self.assertIn("has left", await asyncio.wait_for(client.recv(), SECONDS))

    async def play_all(self, home, starts):
        """The application is started so often, first with secrets in its address, then without any word. Afterwards
        none of them is to be found."""
        ana, ben = token("ana"), token("ben")
        secrets = [KEY.decode(), "PLANTED-password", "PLANTED-item", "PLANTED-refused", ana, ana.rpartition(".")[2]]
        with self.server() as server:
            credentials = "?Authorization=" + urllib.parse.quote("Bearer " + ana) + "&token=PLANTED-item"
            address = server.url.replace("ws://", "ws://ana:PLANTED-password@") + credentials
            async with websockets.connect(server.url + "?Authorization=" + ben) as client:
                for start in range(starts):
                    await self.play(client, home, *([] if start else [address]))
            # And one that is refused, with its reasons in the log.
            with self.assertRaises(websockets.InvalidStatusCode):
                await websockets.connect(server.url + "?Authorization=PLANTED-refused&token=PLANTED-item")
            code, log = server.terminate()
        self.assertEqual(code, 0)
        # What is looked for can be found.
        self.assertTrue(home.files_with(b"Hello"))
        self.assertTrue(self.stored_by_server(b"Hello"))
        self.assertIn("refusal", log)
        for secret in secrets:
            for text in spellings(secret):
                self.assertEqual(home.files_with(text), [], secret)
                self.assertEqual(self.stored_by_server(text), [], secret)
                self.assertNotIn(text, log.encode())

    async def test_without_a_keychain(self):
        with Home() as home:
            await self.play_all(home, starts=1)

    async def test_with_a_keyring_that_knows_them_at_the_next_start(self):
        with Home(has_keyring=True) as home:
            await self.play_all(home, starts=2)
            self.assertTrue(home.files_with(b"CreateItem"))


if __name__ == "__main__":
    unittest.main()
