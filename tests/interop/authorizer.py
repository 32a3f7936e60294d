# SPDX-License-Identifier: MIT
"""Who is let in, who is not and how it is told: authorizers, what $connect returns, subprotocols."""

import asyncio
import http.client
import json
import pathlib
import tempfile
import unittest
import urllib.parse

import websockets

from server_program import ServerProgram, sqlite_rows

SECONDS = 10
EXAMPLE = pathlib.Path(__file__).parents[2] / "resources" / "examples" / "authorizer.json"
UPGRADE = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
           "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
BACKENDS = ("history", "direct", "broadcast", "tutorial", "all")

AUTHORIZER = {
    "identitySource": ["route.request.querystring.token", "route.request.header.X-Device"],
    "mock": {
        "answers": {
            "ana": "allow",
            "eve": "deny",
            "elsewhere": {
                "principalId": "elsewhere",
                "policyDocument": {"Statement": [{"Effect": "Allow", "Action": "execute-api:Invoke",
                                                  "Resource": "arn:aws:execute-api:*:*:*/dev/*/*"}]}},
            "a b&c": "allow",
            "unknown": {"error": "Unauthorized"},
        },
        # So that whoever is answered otherwise than this was not asked about.
        "otherwise": {"error": "The user directory does not answer."},
    },
}
REFUSALS = {
    401: ("UnauthorizedException", '{"message":"Unauthorized"}'),
    403: ("ForbiddenException", '{"message":"Forbidden"}'),
    500: ("InternalServerErrorException", '{"message":"Internal server error"}'),
    502: ("InternalServerErrorException", '{"message":"Internal server error"}'),
}


class ConfiguredServer(ServerProgram):
    """A server with these stages."""

    def __init__(self, stages):
        self._directory = tempfile.TemporaryDirectory(prefix="greenroom-")
        file = pathlib.Path(self._directory.name) / "stages.json"
        file.write_text(json.dumps({"stages": stages}))
        super().__init__(options=["--config", str(file)])

    def __exit__(self, *details):
        super().__exit__(*details)
        self._directory.cleanup()


def mock_stage(name, response):
    return {"name": name, "routes": {"$connect": {"handler": "mock", "mockResponse": response}}}


def answer(url, headers=()):
    """Asks for a WebSocket with another client than a WebSocket's; returns the response and its body."""
    address = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
    target = address.path + ("?" + address.query if address.query else "")
    connection.request("GET", target, headers={**UPGRADE, **dict(headers)})
    response = connection.getresponse()
    body = response.read().decode() if response.status != 101 else ""
    connection.close()
    return response, body


async def refused_status(url, **options):
    try:
        async with websockets.connect(url, **options):
            return 101
    except websockets.InvalidStatusCode as refusal:
        return refusal.status_code


class Authorizers(unittest.IsolatedAsyncioTestCase):
    def assert_refused(self, status, url, headers):
        response, body = answer(url, headers)
        self.assertEqual((response.status, body), (status, REFUSALS[status][1]), url)
        self.assertEqual(response.headers["x-amzn-ErrorType"], REFUSALS[status][0])
        self.assertEqual(response.headers["Content-Type"], "application/json")

    async def test_the_authorizer_decides(self):
        device = {"x-device": "phone"}
        with ConfiguredServer([{"name": "dev", "backend": "all", "authorizer": AUTHORIZER}]) as server:
            # Not asked about, for then they would be answered with 500.
            for query, headers in (("", device), ("?token=", device), ("?Token=ana", device),
                                   ("?token=ana", {}), ("?token=ana", {"X-Device": ""})):
                self.assert_refused(401, server.url + query, headers)
            self.assert_refused(401, server.url + "?token=unknown", device)
            self.assert_refused(403, server.url + "?token=eve", device)
            self.assert_refused(403, server.url + "?token=elsewhere", device)
            self.assert_refused(500, server.url + "?token=nobody", device)
            for token in ("ana", "a%20b%26c"):
                async with websockets.connect(f"{server.url}?token={token}", extra_headers=device) as client:
                    self.assertIn("connection_id", json.loads(await asyncio.wait_for(client.recv(), SECONDS)))
            self.assertEqual(await refused_status(server.url + "?token=eve", extra_headers=device), 403)

    async def test_the_refused_leave_no_row(self):
        stages = [{"name": name, "backend": name, "authorizer": AUTHORIZER} for name in BACKENDS]
        device = {"X-Device": "phone"}
        with ConfiguredServer(stages) as server:
            for name in BACKENDS:
                for query in ("", "?token=eve", "?token=nobody", "?token=unknown"):
                    answer(server.stage_url(name) + query, device)
                self.assertEqual(await refused_status(server.stage_url(name) + "?token=ana", extra_headers=device), 101)
            self.assertEqual(server.terminate()[0], 0)
            for name in BACKENDS:
                sessions = sqlite_rows(server.data_dir, "SELECT connection_id FROM SessionHistory", name)
                self.assertEqual(len(sessions), 1 if name in ("history", "all") else 0, name)
                active = sqlite_rows(server.data_dir, "SELECT connection_id FROM ActiveConnections", name)
                # Two of the tutorials have no $disconnect that would delete it.
                self.assertEqual(len(active), 1 if name in ("direct", "broadcast") else 0, name)
                self.assertEqual(sqlite_rows(server.data_dir, "SELECT * FROM MessageHistory", name), [])

    async def test_the_example(self):
        with ServerProgram(options=["--config", str(EXAMPLE)]) as server:
            for token, status in (("ana", 101), ("ben", 101), ("eve", 403), ("broken", 500), ("nobody", 401), ("", 401)):
                self.assertEqual(await refused_status(f"{server.url}?token={token}"), status, token)
            url = server.stage_url("endings")
            async with websockets.connect(url, subprotocols=["superchat", "chat"]) as client:
                self.assertEqual(client.subprotocol, "chat")
                await client.send('{"action":"hello"}')
                self.assertEqual(await asyncio.wait_for(client.recv(), SECONDS), "Hello!")
                await client.send('{"action":"malformed"}')
                self.assertRegex(await asyncio.wait_for(client.recv(), SECONDS),
                                 r'^{"message": "Internal server error", "connectionId":"')


class ConnectIntegration(unittest.IsolatedAsyncioTestCase):
    def test_its_status_is_the_handshakes(self):
        statuses = (301, 400, 401, 403, 404, 429, 500, 501)
        stages = [mock_stage(f"s{status}", {"statusCode": status, "body": "secret", "headers": {"X-Secret": "a"}})
                  for status in statuses]
        with ConfiguredServer(stages) as server:
            for status in statuses:
                response, body = answer(server.stage_url(f"s{status}"))
                self.assertEqual((response.status, body), (status, ""))
                self.assertIsNone(response.headers["X-Secret"])

    def test_what_is_malformed_is_a_bad_gateway(self):
        responses = [{}, {"body": "a"}, {"statusCode": "fine"}, {"statusCode": None}, {"statusCode": 200, "Data": "a"},
                     {"statusCode": 200, "body": {}}, {"statusCode": 200, "headers": []}, {"statusCode": 1000}]
        stages = [mock_stage(f"s{number}", response) for number, response in enumerate(responses)]
        with ConfiguredServer(stages) as server:
            for number, response in enumerate(responses):
                refusal, body = answer(server.stage_url(f"s{number}"))
                self.assertEqual((refusal.status, body), (502, REFUSALS[502][1]), response)

    async def test_the_subprotocol_is_echoed_only_if_returned(self):
        offers = ["superchat", "chat"]
        stages = [mock_stage("chat", {"statusCode": 200, "headers": {"sec-websocket-protocol": "chat"}}),
                  mock_stage("silent", {"statusCode": 200}),
                  mock_stage("other", {"statusCode": 201, "headers": {"Sec-WebSocket-Protocol": "other"}}),
                  {"name": "bare", "routes": {"$default": {"handler": "mock"}}}]
        with ConfiguredServer(stages) as server:
            for stage, echoed in (("chat", "chat"), ("silent", None), ("bare", None)):
                async with websockets.connect(server.stage_url(stage), subprotocols=offers) as client:
                    self.assertEqual(client.subprotocol, echoed)
            # Sent as it is: whether that will do is for the client to say.
            response, _ = answer(server.stage_url("other"), {"Sec-WebSocket-Protocol": "chat"})
            self.assertEqual((response.status, response.headers["Sec-WebSocket-Protocol"]), (101, "other"))
            with self.assertRaises(websockets.InvalidHandshake):
                await websockets.connect(server.stage_url("other"), subprotocols=offers)


if __name__ == "__main__":
    unittest.main()
