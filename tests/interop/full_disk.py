# SPDX-License-Identifier: MIT
"""A server whose tables have no room: it goes on, says so once, and recovers by itself."""

import asyncio
import json
import resource
import unittest

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


async def said(client):
    """The texts of what comes until nothing has come for a while: what people said, and error frames."""
    texts = []
    while True:
        try:
            frame = json.loads(await asyncio.wait_for(client.recv(), 0.3))
        except asyncio.TimeoutError:
            return texts
        text = frame.get("message", "")
        texts.append(text.split("  ", 1)[1].rstrip("\n") if text.startswith("[") else text)


async def say(client, text):
    await client.send(json.dumps({"action": "sendmessage", "message": text}))


class FullDisk(unittest.IsolatedAsyncioTestCase):
    async def test_nobody_receives_what_is_not_stored(self):
        with ServerProgram(options=("--quiet",)) as server:
            ana = await websockets.connect(server.url)
            ben = await websockets.connect(server.url)
            leaving = [await websockets.connect(server.url) for _ in range(3)]
            await said(ana)
            await said(ben)
            limit_files(server, ROOM)
            for number in range(60):
                await say(ana, f"{number} " + "x" * 30_000)
            to_ana = await said(ana)
            to_ben = await said(ben)
            self.assertIn(FAILED, to_ana)
            self.assertNotIn(FAILED, to_ben)
            self.assertEqual([text for text in to_ana if text != FAILED], to_ben)
            self.assertEqual(len(to_ana), 60)
            self.assertEqual({row[0] for row in server.rows("SELECT message FROM MessageHistory")}, set(to_ben))

            limit_files(server, 1000)
            await self.assert_refused(server)
            for client in leaving:
                await client.close()
            await say(ana, "never kept")
            self.assertEqual([text for text in await said(ana) if "has left" not in text], [FAILED])
            self.assertEqual(len(server.rows("SELECT * FROM ActiveConnections")), 5)
            self.assertEqual(len(server.log().splitlines()), 1, server.log())
            self.assertRegex(server.log(), "^greenroom-server: The tables in .*dev.sqlite. cannot be used")

            limit_files(server, resource.RLIM_INFINITY)
            await self.until(lambda: "can be written again" in server.log())
            self.assertEqual(len(server.log().splitlines()), 2, server.log())
            self.assertEqual(len(server.rows("SELECT * FROM ActiveConnections")), 2)
            self.assertEqual(server.rows("SELECT count(*) FROM SessionHistory WHERE disconnected_at IS NOT NULL"),
                             [["3"]])
            await said(ben)
            await say(ana, "kept")
            self.assertEqual(await said(ben), ["kept"])
            eve = await websockets.connect(server.url)
            self.assertEqual(len(server.rows("SELECT * FROM ActiveConnections")), 3)
            await eve.close()

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
