# SPDX-License-Identifier: MIT
"""wscat, which the tutorials use, in a conversation with another client."""

import asyncio
import json
import os
import shutil
import sys
import unittest

import websockets

from server_program import ServerProgram

SECONDS = 10
SKIPPED = 77


async def start_wscat(*options):
    # Debian's wscat finds its modules there; a Node.js from elsewhere has to be told.
    environment = dict(os.environ, NODE_PATH="/usr/share/nodejs")
    return await asyncio.create_subprocess_exec(
        "/usr/bin/wscat", *options, env=environment,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)


def said(text):
    return json.dumps({"action": "sendmessage", "message": text})


class TerminalClient(unittest.IsolatedAsyncioTestCase):
    async def test_a_conversation(self):
        with ServerProgram() as server:
            async with websockets.connect(server.url) as ana:
                self.assertEqual(list(json.loads(await asyncio.wait_for(ana.recv(), SECONDS))), ["connection_id"])
                wscat = await start_wscat("--connect", server.url)
                try:
                    joined = json.loads(await asyncio.wait_for(ana.recv(), SECONDS))["message"]
                    wscat_id = joined.split()[-1]
                    line = await asyncio.wait_for(wscat.stdout.readline(), SECONDS)
                    self.assertEqual(json.loads(line), {"connection_id": wscat_id})
                    await ana.send(said("hello wscat"))
                    line = await asyncio.wait_for(wscat.stdout.readline(), SECONDS)
                    self.assertTrue(json.loads(line)["message"].endswith("  hello wscat\n"))

                    wscat.stdin.write(said("hello from the terminal").encode() + b"\n")
                    await wscat.stdin.drain()
                    end = f" {wscat_id}  hello from the terminal\n"
                    await asyncio.wait_for(self.until_heard(ana, end), SECONDS)
                    wscat.stdin.close()
                    await asyncio.wait_for(self.until_heard(ana, f"User {wscat_id} has left the chat."), SECONDS)
                finally:
                    await self.end(wscat)

    async def test_one_command(self):
        with ServerProgram() as server:
            wscat = await start_wscat("--connect", server.url, "--execute", said("in one go"), "--wait", "1")
            try:
                output, _ = await asyncio.wait_for(wscat.communicate(), SECONDS)
            finally:
                await self.end(wscat)
            identity, line = output.splitlines()
            self.assertEqual(list(json.loads(identity)), ["connection_id"])
            self.assertTrue(json.loads(line)["message"].endswith("  in one go\n"))

    async def test_a_refusal(self):
        with ServerProgram() as server:
            wscat = await start_wscat("--connect", server.url + "/room")
            try:
                _, errors = await asyncio.wait_for(wscat.communicate(), SECONDS)
            finally:
                await self.end(wscat)
            self.assertIn(b"403", errors)

    @staticmethod
    async def until_heard(client, end):
        while not json.loads(await client.recv()).get("message", "").endswith(end):
            pass

    @staticmethod
    async def end(process):
        if process.returncode is None:
            process.kill()
        await process.wait()


if __name__ == "__main__":
    if not shutil.which("/usr/bin/wscat"):
        print("There is no /usr/bin/wscat (Debian package node-ws).")
        sys.exit(SKIPPED)
    unittest.main()
