# SPDX-License-Identifier: MIT
"""The stages of a server that is told nothing: each tutorial's conversation at the tutorial's own address."""

import asyncio
import json
import re
import unittest

import websockets

from server_program import ServerProgram, sqlite_rows

SECONDS = 10
ID = r"[A-Za-z0-9_-]{15}="
STAMP = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"


async def heard(client):
    return await asyncio.wait_for(client.recv(), SECONDS)


async def introduced(url):
    client = await websockets.connect(url)
    return client, json.loads(await heard(client))["connection_id"]


class Stages(unittest.IsolatedAsyncioTestCase):
    async def test_they_are_printed_in_order(self):
        with ServerProgram() as server:
            base = server.url.removesuffix("dev")
            lines = [server.process.stdout.readline() for _ in range(4)]
            self.assertEqual(lines, [f"Listening on {base}{stage}\n"
                                     for stage in ("staging", "prod", "production", "beta")])

    async def test_direct_messages(self):
        with ServerProgram() as server:
            for stage in ("dev", "staging", "prod"):
                url = server.stage_url(stage)
                ana, ana_id = await introduced(url)
                ben, ben_id = await introduced(url)
                await heard(ana)  # Ben has joined.
                await ana.send(json.dumps({"action": "sendMessage", "message": "Olá", "recipient_id": ben_id}))
                frame = f'{{"message": "Ol\\u00e1", "sender_id": "{ana_id}", "recipient_id": "{ben_id}"}}'
                self.assertEqual([await heard(ana), await heard(ben)], [frame, frame])
                await ben.close()
                await heard(ana)  # Ben has left.
                await ana.send(json.dumps({"action": "sendMessage", "message": "Ben?", "recipient_id": ben_id}))
                self.assertEqual(json.loads(await heard(ana))["message"], "Ben?")
                self.assertRegex(await heard(ana), rf'^{{"message": "Internal server error", "connectionId":"{ana_id}", '
                                                   rf'"requestId":"{ID}"}}$')
                await ana.close()
                stored = sqlite_rows(server.data_dir, "SELECT connection_id, message FROM MessageHistory", stage)
                self.assertEqual(stored, [[ana_id, "Olá"], [ana_id, "Ben?"]])

    async def test_the_tutorial_of_aws(self):
        with ServerProgram() as server:
            url = server.stage_url("production")
            async with websockets.connect(url, user_agent_header=None) as ana, websockets.connect(url) as ben:
                await ana.send("what now?")
                info = re.fullmatch(
                    rf'Use the sendmessage route to send a message\. Your info:{{"ConnectedAt":"({STAMP})",'
                    rf'"Identity":{{"SourceIp":"127\.0\.0\.1","UserAgent":null}},"LastActiveAt":"({STAMP})",'
                    rf'"connectionID":"({ID})"}}', await heard(ana))
                self.assertTrue(info)
                self.assertLessEqual(info[1], info[2])
                await ana.send(json.dumps({"action": "sendmessage", "message": "Olá, Ben"}))
                # Ben hears nothing before it, and Ana does not hear herself.
                self.assertEqual(await heard(ben), "Olá, Ben")
                await ben.send(json.dumps({"action": "sendmessage", "message": "Olá, Ana"}))
                self.assertEqual(await heard(ana), "Olá, Ana")

    async def test_the_broadcast(self):
        with ServerProgram() as server:
            url = server.stage_url("beta")
            async with websockets.connect(url) as ana, websockets.connect(url) as ben:
                gone = await websockets.connect(url)
                await gone.close()
                await ana.send("nothing comes of this")
                await ana.send(json.dumps({"action": "sendMessage", "data": "Ground Control to Major Tom"}))
                for client in (ana, ben):
                    self.assertEqual(await heard(client), "Ground Control to Major Tom")
                # The row goes in its own time, and nobody is told.
                while len(sqlite_rows(server.data_dir, "SELECT * FROM ActiveConnections", "beta")) != 2:
                    await asyncio.sleep(0.01)

    async def test_they_share_nothing(self):
        with ServerProgram() as server:
            dev, dev_id = await introduced(server.stage_url("dev"))
            prod, prod_id = await introduced(server.stage_url("prod"))
            await dev.send(json.dumps({"action": "sendMessage", "message": "hi", "recipient_id": prod_id}))
            self.assertEqual(json.loads(await heard(dev))["message"], "hi")
            self.assertEqual(json.loads(await heard(dev))["message"], "Internal server error")
            await prod.send(json.dumps({"action": "sendMessage", "data": "only prod"}))
            self.assertEqual(await heard(prod), "only prod")
            self.assertEqual(sqlite_rows(server.data_dir, "SELECT * FROM ActiveConnections", "dev"), [[dev_id]])
            self.assertEqual(sqlite_rows(server.data_dir, "SELECT * FROM ActiveConnections", "prod"), [[prod_id]])
            await dev.close()
            await prod.close()


if __name__ == "__main__":
    unittest.main()
