# SPDX-License-Identifier: MIT
"""Stages from a file: the examples are served, mistakes in a file keep the server from starting at all."""

import asyncio
import json
import pathlib
import tempfile
import unittest

import websockets

from server_program import ServerProgram, run_to_end

SECONDS = 10
EXAMPLES = pathlib.Path(__file__).parents[2] / "resources" / "examples"


async def heard(client):
    return await asyncio.wait_for(client.recv(), SECONDS)


class Configuration(unittest.IsolatedAsyncioTestCase):
    def test_examples_open_their_stages(self):
        for example in sorted(EXAMPLES.glob("*.json")):
            stages = [stage["name"] for stage in json.loads(example.read_text())["stages"]]
            with ServerProgram(options=["--config", str(example)]) as server:
                self.assertTrue(server.url.endswith("/" + stages[0]))
                for stage in stages[1:]:
                    self.assertEqual(server.process.stdout.readline(), f"Listening on {server.stage_url(stage)}\n")

    async def test_direct_messages_have_no_default_route(self):
        with ServerProgram(options=["--config", str(EXAMPLES / "direct.json")]) as server:
            async with websockets.connect(server.stage_url("staging")) as client:
                own_id = json.loads(await heard(client))["connection_id"]
                for message in ("hello", '{"action":"sendmessage","message":"hi"}'):
                    await client.send(message)
                    self.assertRegex(
                        await heard(client),
                        rf'^{{"message": "Forbidden", "connectionId":"{own_id}", "requestId":"[A-Za-z0-9_-]{{15}}="}}$')

    async def test_a_two_way_route_answers(self):
        with ServerProgram(options=["--config", str(EXAMPLES / "routes.json")]) as server:
            async with websockets.connect(server.url) as client:
                await client.send(json.dumps({"action": "sendmessage", "message": "ping"}))
                self.assertEqual(await heard(client), '{"message": "pong"}')
                await client.send(json.dumps({"action": "sendmessage", "message": ""}))
                self.assertEqual(await heard(client), "Message cannot be empty")
                await client.send(json.dumps({"action": "sendmessage", "message": "hello"}))
                self.assertIn("  hello\\n", await heard(client))
                self.assertEqual(await heard(client), '{"status": "Message broadcast completed", "errors": []}')
            with self.assertRaises(websockets.InvalidStatusCode) as refused:
                await websockets.connect(server.stage_url("beta"))
            self.assertEqual(refused.exception.status_code, 403)

    async def test_a_message_has_to_fit_its_route(self):
        with ServerProgram(options=["--config", str(EXAMPLES / "validation.json")]) as server:
            async with websockets.connect(server.url) as client:
                for message in ('{"action":"sendmessage"}', '{"action":"sendmessage","message":7}'):
                    await client.send(message)
                    self.assertRegex(
                        await heard(client),
                        r'^{"message" : "Bad request body", "connectionId": "[A-Za-z0-9_-]{15}=", '
                        r'"messageId": "[A-Za-z0-9_-]{15}="}$')
                await client.send('{"action":"sendmessage","message":"hello"}')
                self.assertIn("  hello\\n", await heard(client))

    def test_every_mistake_is_told_and_nothing_starts(self):
        with tempfile.TemporaryDirectory(prefix="greenroom-") as directory:
            file = pathlib.Path(directory) / "stages.json"
            file.write_text('{"stages": [{"name": "a/b", "backend": "all"}, {"name": "c", "backend": "chat"}]}')
            data = pathlib.Path(directory) / "data"
            code, output, errors = run_to_end("--port", "0", "--data-dir", str(data), "--config", str(file))
            self.assertEqual((code, output), (2, ""))
            lines = errors.splitlines()
            self.assertEqual(len(lines), 2)
            self.assertTrue(lines[0].startswith(f"greenroom-server: {file}: $.stages[0].name: "), lines[0])
            self.assertTrue(lines[1].startswith(f"greenroom-server: {file}: $.stages[1].backend: "), lines[1])
            self.assertFalse(data.exists())

    def test_a_missing_file_is_told(self):
        code, output, errors = run_to_end("--in-memory", "--port", "0", "--config", "/nowhere/stages.json")
        self.assertEqual((code, output), (2, ""))
        self.assertRegex(errors, r"^greenroom-server: [^\n]*/nowhere/stages\.json[^\n]*\n$")


if __name__ == "__main__":
    unittest.main()
