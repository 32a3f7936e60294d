# SPDX-License-Identifier: MIT
"""An access log that nobody reads costs its own lines and nothing else."""

import asyncio
import json
import os
import signal
import unittest

import websockets

from server_program import ServerProgram

SECONDS = 10
MESSAGES = 3000


class AccessLog(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.reader, self.writer = os.pipe()
        self.addCleanup(os.close, self.reader)

    async def test_a_reader_who_comes_late_misses_nothing(self):
        with ServerProgram(stderr=self.writer) as server:
            os.close(self.writer)
            await self.talk(server)
            lines = await asyncio.to_thread(self.read_lines, lambda lines: len(lines) >= MESSAGES + 1)
            self.assertEqual(sum(" message dev " in line for line in lines), MESSAGES)
            self.assertFalse(any(line.startswith("...") for line in lines))

    async def test_the_end_comes_although_nobody_reads(self):
        with ServerProgram(stderr=self.writer) as server:
            os.close(self.writer)
            await self.talk(server)
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(await asyncio.to_thread(server.process.wait, SECONDS), 0)
            lines = self.read_lines(lambda _: False)
            self.assertTrue(0 < len(lines) < MESSAGES, len(lines))

    async def talk(self, server):
        """More than a pipe holds; each message is answered before the next."""
        client = await websockets.connect(server.url)
        ping = json.dumps({"action": "nobody knows"})
        for _ in range(MESSAGES):
            await client.send(ping)
            await asyncio.wait_for(client.recv(), SECONDS)

    def read_lines(self, is_enough):
        text = b""
        while not is_enough(text.splitlines()):
            piece = os.read(self.reader, 65536)
            if not piece:
                break
            text += piece
        return text.decode().splitlines()


if __name__ == "__main__":
    unittest.main()
