# SPDX-License-Identifier: MIT
"""What the system around a server may do to it: closed streams, few files."""

import asyncio
import json
import os
import resource
import socket
import subprocess
import unittest

import websockets

from server_program import PROGRAM, ServerProgram

SECONDS = 10
STANDARD_STREAMS = (0, 1, 2)
FEW_FILES = 64


def close_standard_streams():
    for descriptor in STANDARD_STREAMS:
        os.close(descriptor)


def allow_few_files():
    resource.setrlimit(resource.RLIMIT_NOFILE, (FEW_FILES, FEW_FILES))


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


async def connected(url):
    """A client, as soon as the server listens."""
    while True:
        try:
            return await websockets.connect(url)
        except ConnectionRefusedError:
            await asyncio.sleep(0.01)


class Surroundings(unittest.IsolatedAsyncioTestCase):
    async def test_closed_streams_are_no_clients(self):
        port = free_port()
        # The subprocess module would itself open them again.
        process = subprocess.Popen([PROGRAM, "--port", str(port), "--in-memory"], preexec_fn=close_standard_streams)
        try:
            clients = [await asyncio.wait_for(connected(f"ws://127.0.0.1:{port}/dev"), SECONDS) for _ in range(2)]
            for descriptor in STANDARD_STREAMS:
                self.assertEqual(os.readlink(f"/proc/{process.pid}/fd/{descriptor}"), "/dev/null")
            await clients[1].send(json.dumps({"action": "sendmessage", "message": "hi"}))
            frames = [json.loads(await asyncio.wait_for(clients[1].recv(), SECONDS)) for _ in range(2)]
            self.assertEqual(list(frames[0]), ["connection_id"])
            self.assertTrue(frames[1]["message"].endswith("  hi\n"))
            process.terminate()
            self.assertEqual(await asyncio.to_thread(process.wait, SECONDS), 0)
        finally:
            process.kill()
            process.wait(SECONDS)

    async def test_more_clients_than_files(self):
        with ServerProgram(preexec_fn=allow_few_files) as server:
            answers = [await self.answer(server.url) for _ in range(2 * FEW_FILES)]
            served = [answer for answer in answers if isinstance(answer, websockets.WebSocketClientProtocol)]
            self.assertGreaterEqual(len(served), FEW_FILES // 4)
            self.assertLess(len(served), FEW_FILES)
            self.assertIn(503, answers)
            self.assertEqual(server.log().count("new ones are refused"), 1)
            for client in served:
                await client.close()
            client = await self.answer(server.url)
            self.assertIsInstance(client, websockets.WebSocketClientProtocol)
            await client.close()
            self.assertEqual(server.terminate()[0], 0)

    @staticmethod
    async def answer(url):
        """A client, or the status of the refusal, or nothing where the server just hangs up."""
        try:
            return await asyncio.wait_for(websockets.connect(url), SECONDS)
        except websockets.InvalidStatusCode as refused:
            return refused.status_code
        except (websockets.InvalidMessage, ConnectionError):
            return None


if __name__ == "__main__":
    unittest.main()
