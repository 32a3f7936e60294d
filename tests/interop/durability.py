# SPDX-License-Identifier: MIT
"""--durability reaches the tables."""

import asyncio
import unittest

import websockets

from server_program import ServerProgram, run_to_end


class Durability(unittest.IsolatedAsyncioTestCase):
    async def test_the_tables_say_what_they_were_told(self):
        for options, durability in ((), "normal"), (("--durability", "normal"), "normal"), (
                ("--durability", "full"), "full"):
            with ServerProgram(options=("--verbose", *options)) as server:
                client = await websockets.connect(server.url)
                await asyncio.wait_for(client.close(), 10)
                code, log = server.terminate()
                self.assertEqual(code, 0)
                self.assertRegex(log, f"opened .*dev.sqlite with durability {durability}\n")

    def test_there_are_no_others(self):
        code, output, errors = run_to_end("--durability", "extra")
        self.assertEqual((code, output), (2, ""))
        self.assertRegex(errors, "^greenroom-server: .extra. is no durability; give normal or full.\n$")


if __name__ == "__main__":
    unittest.main()
