# SPDX-License-Identifier: MIT
"""What the system around a server may do to it: closed streams."""

import asyncio
import json
import os
import socket
import subprocess
import unittest

import websockets

from server_program import PROGRAM

SECONDS = 10
STANDARD_STREAMS = (0, 1, 2)


def close_standard_streams():
    for descriptor in STANDARD_STREAMS:
        os.close(descriptor)


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
            said = json.loads(await asyncio.wait_for(clients[1].recv(), SECONDS))
            self.assertTrue(said["message"].endswith("  hi\n"))
            process.terminate()
            self.assertEqual(await asyncio.to_thread(process.wait, SECONDS), 0)
        finally:
            process.kill()
            process.wait(SECONDS)


if __name__ == "__main__":
    unittest.main()
