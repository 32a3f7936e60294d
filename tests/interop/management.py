# SPDX-License-Identifier: MIT
"""AWS's own SDK for Python talks to clients through @connections and meets its own exceptions."""

import asyncio
import contextlib
import datetime
import json
import sys
import unittest

import websockets

from server_program import ServerProgram

try:
    import boto3
    import botocore
except ImportError:
    boto3 = None

SECONDS = 10
SKIPPED = 77
NEVER_GIVEN_OUT = "eHrdFcnvvHcCE-w="


def management_api(server, stage="dev", **configuration):
    address = server.url.replace("ws://", "http://").removesuffix("/dev")
    return boto3.client(
        "apigatewaymanagementapi", endpoint_url=f"{address}/{stage}", region_name="us-east-1",
        aws_access_key_id="any", aws_secret_access_key="any",
        config=botocore.config.Config(retries={"max_attempts": 0}, proxies={}, **configuration))


async def call(function, **parameters):
    """boto3 waits without letting others have their turn, the client that it talks to among them."""
    return await asyncio.to_thread(function, **parameters)


class Management(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        resources = contextlib.ExitStack()
        self.addCleanup(resources.close)
        self.server = resources.enter_context(ServerProgram())
        self.ana = await websockets.connect(self.server.url, user_agent_header="ana")
        self.ana_id = json.loads(await self.heard())["connection_id"]
        ben = await websockets.connect(self.server.url)
        self.ben_id = json.loads(await asyncio.wait_for(ben.recv(), SECONDS))["connection_id"]
        await ben.close()
        await self.heard()
        self.assertRegex(json.loads(await self.heard())["message"], f"^User {self.ben_id} has left the chat")
        self.api = management_api(self.server)

    async def asyncTearDown(self):
        await self.ana.close()

    async def heard(self):
        return await asyncio.wait_for(self.ana.recv(), SECONDS)

    async def assert_raises(self, name, status, function, **parameters):
        with self.assertRaises(getattr(self.api.exceptions, name)) as raised:
            await call(function, **parameters)
        self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], status)
        return raised.exception.response

    async def test_messages_are_posted(self):
        for text in ("hello", "olá €", "x" * 128 * 1024):
            response = await call(self.api.post_to_connection, ConnectionId=self.ana_id, Data=text.encode())
            self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 200)
            self.assertEqual(await self.heard(), text)

    async def test_a_connection_is_described(self):
        await call(self.api.post_to_connection, ConnectionId=self.ana_id, Data=b"hello")
        described = await call(self.api.get_connection, ConnectionId=self.ana_id)
        self.assertEqual(described["Identity"], {"SourceIp": "127.0.0.1", "UserAgent": "ana"})
        self.assertLessEqual(described["ConnectedAt"], described["LastActiveAt"])
        age = datetime.datetime.now(datetime.timezone.utc) - described["ConnectedAt"]
        self.assertLess(age, datetime.timedelta(minutes=1))

    async def test_a_connection_is_deleted(self):
        response = await call(self.api.delete_connection, ConnectionId=self.ana_id)
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 204)
        await asyncio.wait_for(self.ana.wait_closed(), SECONDS)
        self.assertEqual((self.ana.close_code, self.ana.close_reason), (1000, "Connection Closed Normally"))
        await self.assert_raises("GoneException", 410, self.api.get_connection, ConnectionId=self.ana_id)

    async def test_whoever_is_gone_is_gone(self):
        for gone in (self.ben_id, NEVER_GIVEN_OUT):
            await self.assert_raises("GoneException", 410, self.api.post_to_connection, ConnectionId=gone, Data=b"x")
            await self.assert_raises("GoneException", 410, self.api.get_connection, ConnectionId=gone)
            await self.assert_raises("GoneException", 410, self.api.delete_connection, ConnectionId=gone)

    async def test_large_payloads_are_refused(self):
        response = await self.assert_raises(
            "PayloadTooLargeException", 413, self.api.post_to_connection,
            ConnectionId=self.ana_id, Data=b"x" * (128 * 1024 + 1))
        self.assertEqual(response["Error"]["Message"], "Payload too large")
        await call(self.api.post_to_connection, ConnectionId=self.ana_id, Data=b"still there")
        self.assertEqual(await self.heard(), "still there")

    async def test_a_malformed_id_is_a_bad_request(self):
        # The SDK has no exception of its own for it.
        with self.assertRaises(botocore.exceptions.ClientError) as raised:
            await call(self.api.get_connection, ConnectionId="bot_1/é")
        self.assertEqual(raised.exception.response["Error"],
                         {"Code": "BadRequestException", "Message": "Invalid connectionId: bot_1/é"})

    async def test_other_stages_are_forbidden(self):
        for stage in ("nowhere", ""):
            api = management_api(self.server, stage)
            with self.assertRaises(api.exceptions.ForbiddenException):
                await call(api.post_to_connection, ConnectionId=self.ana_id, Data=b"x")

    async def test_stages_share_nothing(self):
        api = management_api(self.server, "prod")
        with self.assertRaises(api.exceptions.GoneException):
            await call(api.post_to_connection, ConnectionId=self.ana_id, Data=b"x")


class Signatures(unittest.TestCase):
    def test_they_can_be_required(self):
        with ServerProgram(options=["--require-signature"]) as server:
            signed = management_api(server)
            with self.assertRaises(signed.exceptions.GoneException):
                signed.get_connection(ConnectionId=NEVER_GIVEN_OUT)
            unsigned = management_api(server, signature_version=botocore.UNSIGNED)
            with self.assertRaises(botocore.exceptions.ClientError) as raised:
                unsigned.get_connection(ConnectionId=NEVER_GIVEN_OUT)
            self.assertEqual(raised.exception.response["Error"], {
                "Code": "MissingAuthenticationTokenException", "Message": "Missing Authentication Token"})


if __name__ == "__main__":
    if boto3 is None:
        print("There is no boto3 (Debian package python3-boto3).")
        sys.exit(SKIPPED)
    unittest.main()
