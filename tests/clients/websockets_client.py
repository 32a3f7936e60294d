# SPDX-License-Identifier: MIT
"""python3-websockets, a strict client of another make, which sends pings of its own and offers compression."""

import asyncio
import json
import sys
import unittest

import conformance_path  # noqa: F401
from management_api import ManagementApi
from people import INVALID_REQUEST, said, token
from raw_client import SECONDS
from stages import SKIPPED, main, stage_url

try:
    import websockets
except ImportError:
    websockets = None


async def heard(client, is_expected):
    """The first text that is expected, which arrives as a str."""
    async def listen():
        async for frame in client:
            assert isinstance(frame, str), frame
            if is_expected(frame):
                return frame
        raise AssertionError(f"closed: {client.close_code}")
    return await asyncio.wait_for(listen(), SECONDS)


async def introduced(client):
    text = token()
    await client.send(said(text))
    line = json.loads(await heard(client, lambda frame: text in frame))["message"]
    return line.split("\n ")[1].split("  ")[0]


class Websockets(unittest.IsolatedAsyncioTestCase):
    async def test_two_people_talk(self):
        async with websockets.connect(stage_url()) as ana, websockets.connect(stage_url()) as ben:
            text = token() + "Olá 😀"
            await ana.send(said(text))
            written = json.dumps(text)[1:-1]
            lines = [await heard(client, lambda frame: written in frame) for client in (ana, ben)]
            self.assertEqual(lines[0], lines[1])

    async def test_its_pings_are_answered(self):
        async with websockets.connect(stage_url(), ping_interval=None) as client:
            waiter = await client.ping(b"there?")
            await asyncio.wait_for(waiter, SECONDS)

    async def test_fragments_are_joined(self):
        async with websockets.connect(stage_url()) as client:
            await client.send(["he", "l", "lo"])
            await heard(client, lambda frame: frame == INVALID_REQUEST)

    async def test_a_large_text_arrives(self):
        async with websockets.connect(stage_url()) as client:
            text = token() + "é" * (60 * 1024)
            connection_id = await introduced(client)
            answer = await asyncio.to_thread(ManagementApi(stage_url()).post, connection_id, text.encode())
            self.assertEqual(answer.status, 200)
            await heard(client, lambda frame: frame == text)

    async def test_a_binary_message_closes(self):
        async with websockets.connect(stage_url()) as client:
            await client.send(b"binary")
            await asyncio.wait_for(client.wait_closed(), SECONDS)
            self.assertEqual(client.close_code, 1003)

    async def test_a_delete_closes(self):
        async with websockets.connect(stage_url()) as client:
            connection_id = await introduced(client)
            answer = await asyncio.to_thread(ManagementApi(stage_url()).delete, connection_id)
            self.assertEqual(answer.status, 204)
            await asyncio.wait_for(client.wait_closed(), SECONDS)
            self.assertEqual(client.close_code, 1000)

    async def test_a_subprotocol_is_not_agreed_on(self):
        async with websockets.connect(stage_url(), subprotocols=["chat"]) as client:
            self.assertIsNone(client.subprotocol)

    async def test_an_unknown_path_is_refused(self):
        with self.assertRaises(websockets.InvalidStatusCode) as refused:
            await websockets.connect(stage_url() + "/room")
        self.assertEqual(refused.exception.status_code, 403)


if __name__ == "__main__":
    if websockets is None:
        print("There is no websockets (Debian package python3-websockets).")
        sys.exit(SKIPPED)
    main()
