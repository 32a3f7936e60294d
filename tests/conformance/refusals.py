# SPDX-License-Identifier: MIT
"""Requests that never become a connection."""

import unittest

from people import ID, UUID
from raw_client import KEY, RawClient, upgrade_head
from stages import choice, is_own_server, main, stage_url


def ask(request):
    with RawClient(stage_url()) as client:
        return client.ask(request)


def host():
    return stage_url().split("/")[2]


class Refusals(unittest.TestCase):
    def assert_is_forbidden(self, request):
        """The generic refusal of API Gateway, as seen on REST APIs and on `@connections` without a stage."""
        head, body = ask(request)
        self.assertEqual((head.status, body), (403, b'{"message":"Forbidden"}'))
        self.assertEqual(head.headers["content-type"], "application/json")
        self.assertEqual(head.headers["content-length"], "23")
        self.assertEqual(head.headers["x-amzn-errortype"], "ForbiddenException")
        self.assertRegex(head.headers["x-amzn-requestid"], f"^{UUID}$")
        self.assertRegex(head.headers["x-amz-apigw-id"], f"^{ID}$")
        if is_own_server():
            self.assertEqual(set(head.headers), {"date", "content-type", "x-amzn-requestid", "x-amzn-errortype",
                                                 "x-amz-apigw-id", "content-length", "connection"})

    def upgrade_of(self, target):
        return upgrade_head(stage_url(), KEY, target=target)

    @choice
    def test_an_unknown_stage_is_forbidden(self):
        self.assert_is_forbidden(self.upgrade_of("/no-such-stage-here"))

    @choice
    def test_no_stage_is_forbidden(self):
        self.assert_is_forbidden(self.upgrade_of("/"))

    @choice
    def test_a_path_below_the_stage_is_forbidden(self):
        self.assert_is_forbidden(upgrade_head(stage_url() + "/room", KEY))

    @choice
    def test_a_stage_in_other_letters_is_forbidden(self):
        self.assert_is_forbidden(upgrade_head(f"{stage_url().rsplit('/', 1)[0]}/DeV", KEY))

    @choice
    def test_a_plain_get_is_told_to_upgrade(self):
        head, body = ask(f"GET /{stage_url().split('/', 3)[3]} HTTP/1.1\r\nHost: {host()}\r\n\r\n".encode())
        self.assertEqual((head.status, body), (426, b""))
        self.assertEqual(head.headers["upgrade"], "websocket")
        self.assertIn("upgrade", head.headers["connection"].lower())

    @choice
    def test_a_plain_get_of_an_unknown_stage_is_forbidden(self):
        self.assert_is_forbidden(f"GET /no-such-stage-here HTTP/1.1\r\nHost: {host()}\r\n\r\n".encode())

    @choice
    def test_bad_handshakes_are_bad_requests(self):
        for name, headers in {
            "another version": {"Sec-WebSocket-Version": "8"},
            "no version": {"Sec-WebSocket-Version": None},
            "no key": {"Sec-WebSocket-Key": None},
            "a short key": {"Sec-WebSocket-Key": "c2hvcnQ="},
            "a key that is no base64": {"Sec-WebSocket-Key": "!" * 24},
            "a body": {"Content-Length": "2"},
        }.items():
            with self.subTest(name):
                head, body = ask(upgrade_head(stage_url(), KEY, headers))
                self.assertEqual((head.status, body), (400, b'{"message":"Bad Request"}'))
                self.assertEqual(head.headers["sec-websocket-version"], "13")

    @choice
    def test_what_is_no_http_is_a_bad_request(self):
        good = upgrade_head(stage_url(), KEY)
        for name, request in {
            "another protocol": b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03",
            "an old version": good.replace(b"HTTP/1.1", b"HTTP/1.0"),
            "no host": upgrade_head(stage_url(), KEY, {"Host": None}),
            "two hosts": good.replace(b"Host: ", b"Host: localhost\r\nHost: "),
            "a folded line": good.replace(b"\r\nUpgrade", b"\r\nX-Long: a\r\n b\r\nUpgrade"),
        }.items():
            with self.subTest(name):
                self.assertEqual(ask(request)[0].status, 400)

    @choice
    def test_large_heads_are_refused(self):
        head, _ = ask(upgrade_head(stage_url(), KEY, {"X-Large": "x" * 16 * 1024}))
        self.assertEqual(head.status, 431)
        head, _ = ask(self.upgrade_of("/dev?" + "x" * 4096))
        self.assertEqual(head.status, 414)

    def test_the_server_hangs_up_after_a_refusal(self):
        with RawClient(stage_url()) as client:
            head, _ = client.ask(upgrade_head(stage_url() + "/room", KEY, {"Connection": "Upgrade, close"}))
            self.assertGreaterEqual(head.status, 400)
            self.assertEqual(client.read_to_end(), b"")


if __name__ == "__main__":
    main()
