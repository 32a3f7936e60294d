# SPDX-License-Identifier: MIT
"""Faults on demand, as clients of another make meet them."""

import asyncio
import contextlib
import json
import pathlib
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import websockets

from server_program import ServerProgram, run_to_end

SECONDS = 10
PING = json.dumps({"action": "sendmessage", "message": "ping"})


def rule(at, do, **members):
    return {"at": at, "do": do, **members}


def request(method, url, body=None, **headers):
    """The status, the headers and the body of an HTTP response, whatever its status."""
    call = urllib.request.Request(url, method=method, headers=headers, data=body)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(call, timeout=SECONDS) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


class Faults(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        resources = contextlib.ExitStack()
        self.addCleanup(resources.close)
        self.server = resources.enter_context(ServerProgram())
        self.http = self.server.url.replace("ws://", "http://")

    async def call(self, method, path, body=None, **headers):
        return await asyncio.to_thread(request, method, self.http + path, body, **headers)

    async def set(self, *rules, seed=1):
        body = json.dumps({"seed": seed, "rules": rules}).encode()
        status, _, answer = await self.call("PUT", "/@faults", body)
        self.assertEqual(status, 200, answer)

    async def joined(self):
        """A client, and its id."""
        client = await websockets.connect(self.server.url)
        self.addAsyncCleanup(client.close)
        return client, json.loads(await asyncio.wait_for(client.recv(), SECONDS))["connection_id"]

    async def answer_to(self, client, message):
        await client.send(message)
        return json.loads(await asyncio.wait_for(client.recv(), SECONDS))

    async def test_connects_are_refused(self):
        for fault, status in ((rule("connect", "refuse", status=418), 418), (rule("connect", "fail"), 502),
                              (rule("connect", "timeOut"), 504), (rule("connect", "throttle"), 429)):
            await self.set(fault)
            with self.assertRaises(websockets.InvalidStatusCode) as refused:
                await websockets.connect(self.server.url)
            self.assertEqual(refused.exception.status_code, status)

    async def test_connects_are_dropped_and_delayed(self):
        await self.set(rule("connect", "drop", times=1), rule("connect", "delay", milliseconds=200))
        with self.assertRaises((websockets.InvalidMessage, ConnectionError)):
            await websockets.connect(self.server.url)
        began = time.monotonic()
        await self.joined()
        self.assertGreaterEqual(time.monotonic() - began, 0.2)

    async def test_messages_are_answered_by_the_gateway(self):
        client, own_id = await self.joined()
        for do, message in (("fail", "Internal server error"), ("timeOut", "Endpoint request timed out"),
                            ("throttle", "Too Many Requests")):
            await self.set(rule("message", do))
            answer = await self.answer_to(client, PING)
            self.assertEqual((answer["message"], answer["connectionId"]), (message, own_id))
            self.assertRegex(answer["requestId"], "^[A-Za-z0-9_-]{15}=$")

    async def test_messages_are_delayed(self):
        client, _ = await self.joined()
        await self.set(rule("message", "delay", milliseconds=200))
        began = time.monotonic()
        await self.answer_to(client, "{}")
        self.assertGreaterEqual(time.monotonic() - began, 0.2)

    async def test_messages_end_connections(self):
        for fault, code, reason in ((rule("message", "close", code=4001, reason="enough"), 4001, "enough"),
                                    (rule("message", "drop"), 1006, "")):
            client, _ = await self.joined()
            await self.set(fault)
            await client.send(PING)
            with self.assertRaises(websockets.ConnectionClosed):
                await asyncio.wait_for(client.recv(), SECONDS)
            self.assertEqual((client.close_code, client.close_reason), (code, reason))
            await self.set()

    async def test_posts_are_refused(self):
        client, own_id = await self.joined()
        path = f"/@connections/{own_id}"
        await self.set(rule("post", "gone", times=1), rule("post", "throttle", times=1))
        status, headers, body = await self.call("POST", path, b"one")
        self.assertEqual((status, headers["x-amzn-errortype"], body), (410, "GoneException", b""))
        status, headers, _ = await self.call("POST", path, b"two")
        self.assertEqual((status, headers["x-amzn-errortype"]), (429, "LimitExceededException"))
        status, _, _ = await self.call("POST", path, b"three")
        self.assertEqual(status, 200)
        self.assertEqual(await asyncio.wait_for(client.recv(), SECONDS), "three")

    async def test_delayed_posts_stay_in_order(self):
        client, own_id = await self.joined()
        await self.set(rule("post", "delay", milliseconds=[0, 50]))
        for number in range(20):
            await self.call("POST", f"/@connections/{own_id}", str(number).encode())
        heard = [await asyncio.wait_for(client.recv(), SECONDS) for _ in range(20)]
        self.assertEqual(heard, [str(number) for number in range(20)])

    async def test_posts_end_connections(self):
        for fault, code in ((rule("post", "close", code=1013, reason="later"), 1013), (rule("post", "drop"), 1006)):
            client, own_id = await self.joined()
            await self.set(fault)
            status, _, _ = await self.call("POST", f"/@connections/{own_id}", b"lost")
            self.assertEqual(status, 200)
            with self.assertRaises(websockets.ConnectionClosed):
                await asyncio.wait_for(client.recv(), SECONDS)
            self.assertEqual(client.close_code, code)
            await self.set()

    async def sequence(self, seed):
        """Which of many messages fail."""
        client, _ = await self.joined()
        await self.set(rule("message", "fail", probability=0.5), rule("message", "throttle"), seed=seed)
        answers = [(await self.answer_to(client, "{}"))["message"] for _ in range(32)]
        await client.close()
        return answers

    async def test_the_same_seed_gives_the_same_faults(self):
        seven = await self.sequence(7)
        self.assertEqual(await self.sequence(7), seven)
        self.assertNotEqual(await self.sequence(8), seven)
        self.assertEqual(set(seven), {"Internal server error", "Too Many Requests"})
        fired = json.loads((await self.call("GET", "/@faults"))[2])["rules"]
        self.assertEqual(sum(entry["fired"] for entry in fired), 32)

    async def test_delete_ends_them(self):
        await self.set(rule("connect", "refuse", status=503))
        status, _, body = await self.call("DELETE", "/%40faults")
        self.assertEqual((status, body), (204, b""))
        await self.joined()
        self.assertEqual(json.loads((await self.call("GET", "/@faults"))[2]), {"seed": 1, "rules": []})

    async def test_mistakes_are_listed(self):
        status, _, body = await self.call("PUT", "/@faults", b'{"seed":-1,"rules":[{"at":"post","do":"refuse"}]}')
        self.assertEqual(status, 400)
        mistakes = json.loads(body)["mistakes"]
        self.assertEqual([mistake.split(":")[0] for mistake in mistakes], ["$.seed", "$.rules[0].do"])
        status, headers, _ = await self.call("POST", "/@faults", b"{}")
        self.assertEqual((status, headers["Allow"]), (405, "GET, PUT, DELETE"))

    async def test_strangers_are_refused(self):
        for headers in ({"Origin": "https://example.com"}, {"Host": "desk.example"}, {"X-Forwarded-For": "192.0.2.1"}):
            status, _, body = await self.call("GET", "/@faults", **headers)
            self.assertEqual((status, body), (403, b'{"message":"Forbidden"}'))


class Configured(unittest.TestCase):
    def test_a_file_has_rules_and_its_mistakes_are_told(self):
        with tempfile.TemporaryDirectory(prefix="greenroom-") as directory:
            file = pathlib.Path(directory) / "stages.json"
            faults = {"rules": [rule("connect", "refuse", status=503)]}
            file.write_text(json.dumps({"stages": [{"name": "dev", "backend": "all", "faults": faults}]}))
            with ServerProgram(options=["--config", str(file), "--no-faults"]) as server:
                url = server.url.replace("ws://", "http://")
                self.assertEqual(request("DELETE", url + "/@faults")[0], 403)
                with self.assertRaises(websockets.InvalidStatusCode) as refused:
                    asyncio.run(self.connect(server.url))
                self.assertEqual(refused.exception.status_code, 503)
            faults["rules"][0]["status"] = 200
            file.write_text(json.dumps({"stages": [{"name": "dev", "backend": "all", "faults": faults}]}))
            code, _, errors = run_to_end("--in-memory", "--port", "0", "--config", str(file))
            self.assertEqual(code, 2)
            self.assertIn("$.stages[0].faults.rules[0].status: Expected a whole number from 300 to 599", errors)

    @staticmethod
    async def connect(url):
        async with websockets.connect(url):
            pass


if __name__ == "__main__":
    unittest.main()
