# SPDX-License-Identifier: MIT
"""Two clients of another make hold the tutorial's conversation; then the tables are read while the server runs."""

import asyncio
import json
import re
import unittest
import uuid

import websockets

from server_program import ServerProgram

SECONDS = 10
STAMP = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"
ID = r"[A-Za-z0-9_-]{15}="


async def heard(client):
    return await asyncio.wait_for(client.recv(), SECONDS)


async def joined_stage(url):
    """A new client and its id, which is the first thing that it hears."""
    client = await websockets.connect(url)
    identity = re.fullmatch(rf'{{"connection_id": "({ID})"}}', await heard(client))
    return client, identity[1]


class Conversation(unittest.IsolatedAsyncioTestCase):
    async def test_two_people_talk(self):
        with ServerProgram() as server:
            ana, ana_id = await joined_stage(server.url)
            ben, ben_id = await joined_stage(server.url)
            self.assertEqual(await heard(ana), f'{{"message": "A new user has joined the chat - {ben_id}"}}')

            await ana.send(json.dumps({"action": "sendmessage", "message": "ping"}))
            await ana.send(json.dumps({"action": "sendmessage", "message": ""}))
            await ana.send(json.dumps({"action": "sendmessage", "message": "Olá, Ben 😀"}))
            said = await heard(ana)
            self.assertEqual(await heard(ben), said)
            line = re.fullmatch(
                rf'{{"message": "\[({STAMP}) - UTC\]\\n ({ID})  Ol\\u00e1, Ben \\ud83d\\ude00\\n"}}', said)
            self.assertTrue(line, said)
            stamp = line[1]
            self.assertEqual(line[2], ana_id)

            await ben.send("hello?")
            self.assertEqual(
                await heard(ben),
                '{"error": "Invalid request", "message": "The requested action is not recognized. '
                'Please check your WebSocket commands."}')

            await ana.close()
            self.assertEqual(await heard(ben), f'{{"message": "User {ana_id} has left the chat."}}')

            self.assertEqual(server.rows("SELECT * FROM ActiveConnections"), [[ben_id]])
            messages = server.rows("SELECT message_id, connection_id, message, timestamp FROM MessageHistory")
            self.assertEqual([row[1:] for row in messages], [[ana_id, "Olá, Ben 😀", stamp]])
            self.assertEqual(str(uuid.UUID(messages[0][0], version=4)), messages[0][0])
            sessions = server.rows(
                "SELECT connection_id, source_ip, disconnected_at IS NULL, duration_seconds < 60 "
                "FROM SessionHistory ORDER BY rowid")
            self.assertEqual(sessions, [[ana_id, "127.0.0.1", "0", "1"], [ben_id, "127.0.0.1", "1", ""]])
            self.assertEqual(server.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"),
                             [["ActiveConnections"], ["MessageHistory"], ["SessionHistory"]])
            await ben.close()

    async def test_the_access_log_tells_everything_but_the_text(self):
        with ServerProgram() as server:
            async with websockets.connect(server.url) as client:
                await heard(client)
                await client.send(json.dumps({"action": "sendmessage", "message": "a secret"}))
                await heard(client)
            with self.assertRaises(websockets.InvalidStatusCode) as refused:
                await websockets.connect(server.url.replace("/dev", "/nowhere"))
            self.assertEqual(refused.exception.status_code, 403)
            code, log = server.terminate()
            self.assertEqual(code, 0)
            kinds = [line.split()[1] for line in log.splitlines()]
            self.assertEqual(kinds, ["connect", "message", "disconnect", "refusal"])
            self.assertNotIn("secret", log)


if __name__ == "__main__":
    unittest.main()
