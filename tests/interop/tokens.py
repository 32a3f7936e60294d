# SPDX-License-Identifier: MIT
"""A stage that lets in who brings a JSON Web Token; the tokens are of another make than the server's reader."""

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

from server_program import ServerProgram

SECONDS = 10
SECRET = b"thirty-two bytes of a secret: ok"


def part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(claims, header=None, secret=SECRET):
    head = part(json.dumps(header or {"alg": "HS256", "typ": "JWT"}).encode())
    signed = head + "." + part(json.dumps(claims).encode())
    return signed + "." + part(hmac.new(secret, signed.encode(), hashlib.sha256).digest())


def good(**more):
    return token({"user_id": "ana", "exp": int(time.time()) + 60, **more})


async def status(url, **options):
    try:
        async with websockets.connect(url, **options):
            return 101
    except websockets.InvalidStatusCode as refusal:
        return refusal.status_code


class Tokens(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self._directory = tempfile.TemporaryDirectory(prefix="greenroom-")
        folder = pathlib.Path(self._directory.name)
        (folder / "secret").write_bytes(SECRET + b"\n")
        jwt = {"secretFile": "secret", "deny": ["mallory"]}
        places = {"query": "route.request.querystring.Authorization", "header": "route.request.header.Authorization"}
        stages = [{"name": name, "backend": "history", "authorizer": {"identitySource": place, "jwt": jwt}}
                  for name, place in places.items()]
        (folder / "stages.json").write_text(json.dumps({"stages": stages}))
        self.server = ServerProgram(options=["--config", str(folder / "stages.json")])
        self.server.__enter__()

    def tearDown(self):
        self.server.__exit__()
        self._directory.cleanup()

    def url(self, credentials):
        return self.server.stage_url("query") + "?Authorization=" + urllib.parse.quote(credentials)

    async def test_the_query_as_the_page_writes_it(self):
        self.assertEqual(await status(self.url("Bearer " + good())), 101)
        self.assertEqual(await status(self.url(good())), 101)

    async def test_the_header(self):
        url = self.server.stage_url("header")
        self.assertEqual(await status(url, extra_headers={"Authorization": "Bearer " + good()}), 101)
        self.assertEqual(await status(url), 401)

    async def test_the_refused(self):
        now = int(time.time())
        refused = {
            "expired": token({"user_id": "ana", "exp": now - 1}),
            "not yet valid": good(nbf=now + 60),
            "another secret": token({"user_id": "ana", "exp": now + 60}, secret=b"guessed"),
            "none": token({"user_id": "ana", "exp": now + 60}, {"alg": "none"}),
            "no user": token({"exp": now + 60}),
            "no token": "Bearer",
            "words": "let me in",
        }
        for name, credentials in refused.items():
            self.assertEqual(await status(self.url("Bearer " + credentials)), 401, name)
        self.assertEqual(await status(self.server.stage_url("query")), 401)
        self.assertEqual(await status(self.url(good(user_id="mallory"))), 403)
        code, log = self.server.terminate()
        self.assertEqual(code, 0)
        for credentials in refused.values():
            if credentials.count(".") == 2:
                self.assertNotIn(credentials, log)
        self.assertNotIn(SECRET.decode(), log)

    async def test_a_token_of_a_megabyte(self):
        huge = good(more="x" * 1_000_000)
        self.assertIn(await status(self.url("Bearer " + huge)), (414, 431))
        self.assertEqual(await status(self.server.stage_url("header"),
                                      extra_headers={"Authorization": "Bearer " + huge}), 431)
        self.assertEqual(await status(self.url(good())), 101)

    async def test_the_history_goes_on_as_ever(self):
        async with websockets.connect(self.url(good())) as client:
            await client.send('{"action":"sendmessage","message":"Hi"}')
            self.assertIn("Hi", await asyncio.wait_for(client.recv(), SECONDS))


if __name__ == "__main__":
    unittest.main()
