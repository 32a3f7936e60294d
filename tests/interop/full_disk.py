# SPDX-License-Identifier: MIT
"""A server whose tables have no room: it goes on, says so once, and recovers by itself."""

import asyncio
import json
import resource
import unittest
import urllib.parse
import urllib.request

import websockets

from server_program import ServerProgram

SECONDS = 20
ROOM = 600_000
FAILED = "Internal server error"
STAGES = ("dev", "production", "beta")


def limit_files(server, size):
    """The files of the server may grow to so many bytes from now on; more is what a full disk is to it."""
    limits = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, limits[1]))


class Person:
    """A client of the stage dev that knows its own id."""

    def __init__(self, server, client, connection_id):
        self._server = server
        self._client = client
        self._id = connection_id

    @classmethod
    async def connected(cls, server):
        client = await websockets.connect(server.url)
        introduction = json.loads(await asyncio.wait_for(client.recv(), SECONDS))
        return cls(server, client, introduction["connection_id"])

    async def say(self, text):
        await self._client.send(json.dumps({"action": "sendmessage", "message": text}))

    async def hear(self):
        """The next text: what people said, a notice, or an error frame."""
        text = json.loads(await asyncio.wait_for(self._client.recv(), SECONDS))["message"]
        return text.split("  ", 1)[1].rstrip("\n") if text.startswith("[") else text

    async def hear_until(self, wanted):
        """All texts before that one."""
        texts = []
        while (text := await self.hear()) != wanted:
            texts.append(text)
        return texts

    async def hear_all(self):
        """The texts that are on their way; what is posted now comes after them."""
        await asyncio.to_thread(self._post, b'{"message": "that is all"}')
        return await self.hear_until("that is all")

    def _post(self, data):
        address = urllib.parse.urlsplit(self._server.url)
        path = f"{address.path}/@connections/{urllib.parse.quote(self._id)}"
        request = urllib.request.Request(f"http://{address.netloc}{path}", data)
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            answer.read()

    async def leave(self):
        await self._client.close()


class FullDisk(unittest.IsolatedAsyncioTestCase):
    async def test_nobody_receives_what_is_not_stored(self):
        with ServerProgram(options=("--quiet",)) as server:
            ana, ben, *leaving = [await Person.connected(server) for _ in range(5)]
            await ana.hear_all()
            await ben.hear_all()
            limit_files(server, ROOM)
            for number in range(60):
                await ana.say(f"{number} " + "x" * 30_000)
            to_ana = [await ana.hear() for _ in range(60)]
            to_ben = await ben.hear_all()
            self.assertEqual(await ana.hear_all(), [])
            self.assertIn(FAILED, to_ana)
            self.assertNotIn(FAILED, to_ben)
            self.assertEqual([text for text in to_ana if text != FAILED], to_ben)
            self.assertEqual({row[0] for row in server.rows("SELECT message FROM MessageHistory")}, set(to_ben))

            limit_files(server, 1000)
            await self.assert_refused(server)
            for person in leaving:
                await person.leave()
            for _ in leaving:
                self.assertIn("has left", await ana.hear())
            await ana.say("never kept")
            self.assertEqual(await ana.hear(), FAILED)
            self.assertEqual(len(server.rows("SELECT * FROM ActiveConnections")), 5)
            self.assertEqual(len(server.log().splitlines()), 1, server.log())
            self.assertRegex(server.log(), "^greenroom-server: The tables in .*dev.sqlite. cannot be used")

            limit_files(server, resource.RLIM_INFINITY)
            await self.until(lambda: "can be written again" in server.log())
            self.assertEqual(len(server.log().splitlines()), 2, server.log())
            self.assertEqual(len(server.rows("SELECT * FROM ActiveConnections")), 2)
            self.assertEqual(server.rows("SELECT count(*) FROM SessionHistory WHERE disconnected_at IS NOT NULL"),
                             [["3"]])
            self.assertNotIn("never kept", await ben.hear_all())
            await ana.say("kept")
            self.assertEqual(await ben.hear(), "kept")
            eve = await Person.connected(server)
            self.assertEqual(len(server.rows("SELECT * FROM ActiveConnections")), 3)
            await eve.leave()

    async def test_every_chat_refuses_whom_it_cannot_put_into_its_table(self):
        with ServerProgram(options=("--quiet",)) as server:
            limit_files(server, 1000)
            for stage in STAGES:
                await self.assert_refused(server, stage)
            limit_files(server, resource.RLIM_INFINITY)
            for stage in STAGES:
                client = await websockets.connect(server.stage_url(stage))
                await client.close()

    async def assert_refused(self, server, stage="dev"):
        # What $connect of the deployed functions returns when the table cannot be written.
        with self.assertRaises(websockets.InvalidStatusCode) as refused:
            await websockets.connect(server.stage_url(stage))
        self.assertEqual(refused.exception.status_code, 500)

    @staticmethod
    async def until(condition):
        for _ in range(SECONDS * 20):
            if condition():
                return
            await asyncio.sleep(0.05)
        raise AssertionError("has not come about")


if __name__ == "__main__":
    unittest.main()
