# SPDX-License-Identifier: MIT
"""How a server ends: asked to, and killed in the middle of a conversation."""

import asyncio
import json
import signal
import sqlite3
import tempfile
import time
import unittest

import websockets

from server_program import ServerProgram, sqlite_rows

SECONDS = 10


class Endings(unittest.IsolatedAsyncioTestCase):
    async def test_whoever_is_connected_is_told(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with tempfile.TemporaryDirectory(prefix="greenroom-") as data_dir, ServerProgram(data_dir) as server:
                clients = [await websockets.connect(server.url) for _ in range(5)]
                server.process.send_signal(number)
                for client in clients:
                    await asyncio.wait_for(client.wait_closed(), SECONDS)
                    self.assertEqual((client.close_code, client.close_reason), (1001, "Going away"))
                self.assertEqual(server.process.wait(SECONDS), 0)
                self.assert_all_closed(data_dir, sessions=5)

    async def test_a_killed_server_loses_nothing_that_anybody_received(self):
        with tempfile.TemporaryDirectory(prefix="greenroom-") as data_dir:
            received = set()
            with ServerProgram(data_dir) as server:
                clients = [await websockets.connect(server.url, max_queue=None) for _ in range(4)]
                tasks = [asyncio.create_task(self.listen(client, received)) for client in clients]
                tasks += [asyncio.create_task(self.flood(client, name)) for name, client in enumerate(clients)]
                await asyncio.wait_for(self.until(lambda: len(received) >= 2000), 30)
                server.kill()
                await asyncio.wait_for(asyncio.gather(*tasks), SECONDS)
            stored = {row[0] for row in sqlite_rows(data_dir, "SELECT message FROM MessageHistory")}
            self.assertGreaterEqual(len(received), 2000)
            self.assertEqual(received - stored, set())
            self.assertEqual(len(sqlite_rows(data_dir, "SELECT * FROM ActiveConnections")), 4)

            with ServerProgram(data_dir):
                self.assert_all_closed(data_dir, sessions=4)

    async def test_tables_that_cannot_be_written_at_the_end(self):
        with tempfile.TemporaryDirectory(prefix="greenroom-") as data_dir, ServerProgram(data_dir) as server:
            client = await websockets.connect(server.url)
            holder = sqlite3.connect(f"{data_dir}/dev.sqlite", isolation_level=None)
            holder.execute("BEGIN IMMEDIATE")
            await client.send(json.dumps({"action": "sendmessage", "message": "never kept"}))
            asked_at = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(client.wait_closed(), SECONDS)
            self.assertEqual(await asyncio.to_thread(server.process.wait, SECONDS), 4)
            self.assertLess(time.monotonic() - asked_at, 5)
            self.assertRegex(server.log().splitlines()[-1], "^greenroom-server: Sessions are left open in .*dev.sqlite")
            holder.close()
            with ServerProgram(data_dir):
                self.assert_all_closed(data_dir, sessions=1)

    def assert_all_closed(self, data_dir, sessions):
        self.assertEqual(sqlite_rows(data_dir, "SELECT * FROM ActiveConnections"), [])
        closed = sqlite_rows(data_dir, "SELECT count(*) FROM SessionHistory WHERE disconnected_at >= connected_at "
                                       "AND duration_seconds BETWEEN 0 AND 100")
        self.assertEqual(closed, [[str(sessions)]])

    @staticmethod
    async def listen(client, received):
        try:
            async for frame in client:
                message = json.loads(frame).get("message", "")
                if message.startswith("["):
                    received.add(message.split("  ", 1)[1].removesuffix("\n"))
        except websockets.ConnectionClosed:
            pass

    @staticmethod
    async def flood(client, name):
        try:
            for number in range(1_000_000):
                await client.send(json.dumps({"action": "sendmessage", "message": f"{name} says {number}"}))
                # Sending alone does not let the others have their turn.
                await asyncio.sleep(0)
        except websockets.ConnectionClosed:
            pass

    @staticmethod
    async def until(condition):
        while not condition():
            await asyncio.sleep(0.01)


if __name__ == "__main__":
    unittest.main()
