# SPDX-License-Identifier: MIT
"""Quotas as clients meet them: time that passes faster, and rates that a file sets."""

import asyncio
import pathlib
import unittest

import websockets

from server_program import ServerProgram, run_to_end

SECONDS = 10
EXAMPLE = pathlib.Path(__file__).parents[2] / "resources" / "examples" / "quotas.json"


async def drained(client):
    """Hears everything until the connection is closed."""
    try:
        while True:
            await asyncio.wait_for(client.recv(), SECONDS)
    except websockets.ConnectionClosed as closed:
        return closed.code, closed.reason


class Quotas(unittest.IsolatedAsyncioTestCase):
    async def test_the_idle_limit_comes_sooner_where_time_is_scaled(self):
        with ServerProgram(options=["--time-scale", "1200"]) as server:
            client = await websockets.connect(server.url, ping_interval=None)
            self.assertEqual(await drained(client), (1001, "Going away"))
            await client.wait_closed()
            server.terminate()
            self.assertRegex(server.log(), r"(?m)^\S+ disconnect dev \S+ 127\.0\.0\.1 - 1001 ")

    async def test_a_lively_connection_ends_after_two_hours(self):
        # Much faster, and the 29 seconds of an integration would be shorter than a busy disk takes for a row.
        with ServerProgram(options=["--time-scale", "1200"]) as server:
            async with websockets.connect(server.url, ping_interval=None) as client:
                beginning = asyncio.get_running_loop().time()
                try:
                    # Every ping of the tutorial's page is a message; an answer to each is worth waiting for.
                    while True:
                        await client.send('{"action":"nothing"}')
                        await asyncio.wait_for(client.recv(), SECONDS)
                except websockets.ConnectionClosed as closed:
                    self.assertEqual((closed.code, closed.reason), (1001, "Going away"))
                self.assertGreaterEqual(asyncio.get_running_loop().time() - beginning, 7200 / 1200 - 0.1)

    async def test_connects_are_throttled(self):
        with ServerProgram(options=["--config", str(EXAMPLE)]) as server:
            statuses = []
            for _ in range(4):
                try:
                    await (await websockets.connect(server.url)).close()
                    statuses.append(101)
                except websockets.InvalidStatusCode as refused:
                    statuses.append(refused.status_code)
            self.assertEqual(statuses[:2], [101, 101])
            self.assertIn(429, statuses)
            # Stages share nothing, and this one has no quotas.
            for _ in range(4):
                await (await websockets.connect(server.stage_url("prod"))).close()

    async def test_messages_are_throttled(self):
        with ServerProgram(options=["--config", str(EXAMPLE)]) as server:
            async with websockets.connect(server.url) as client:
                await asyncio.wait_for(client.recv(), SECONDS)
                for _ in range(40):
                    await client.send('{"action":"nothing"}')
                heard = [await asyncio.wait_for(client.recv(), SECONDS) for _ in range(40)]
                throttled = [frame for frame in heard if "Too Many Requests" in frame]
                self.assertGreaterEqual(len(throttled), 1)
                self.assertLessEqual(len(throttled), 30)
                self.assertRegex(
                    throttled[0], r'^{"message": "Too Many Requests", "connectionId":"[A-Za-z0-9_-]{15}=", '
                                  r'"requestId":"[A-Za-z0-9_-]{15}="}$')

    def test_a_time_scale_has_to_be_a_number(self):
        for scale in ("fast", "0", "-1", "inf", "nan", "1e9", ""):
            code, _, errors = run_to_end("--port", "0", "--in-memory", "--time-scale", scale)
            self.assertEqual((code, errors), (
                2, f"greenroom-server: “{scale}” is no time scale; give a number from 0.001 to 100000.\n"))


if __name__ == "__main__":
    unittest.main()
