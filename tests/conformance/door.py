# SPDX-License-Identifier: MIT
"""Whom the bundled server lets in. A deployed stage is everybody's, and leaves this to its `$connect` handler."""

import unittest

from people import Person
from raw_client import KEY, RawClient, upgrade_head
from stages import main, own_server, stage_url


class Door(unittest.TestCase):
    def setUp(self):
        own_server("AWS lets in every origin")

    def assert_is_refused(self, request):
        with RawClient(stage_url()) as client:
            head, body = client.ask(request)
            self.assertEqual((head.status, body), (403, b'{"message":"Forbidden"}'))
            self.assertEqual(head.headers["x-amzn-errortype"], "ForbiddenException")

    def test_foreign_pages_are_refused(self):
        for origin in ("https://example.com", "http://localhost.example.com", "http://127.0.0.1.example.com", "null",
                       "file://", "http://128.0.0.1", "not an origin"):
            with self.subTest(origin):
                self.assert_is_refused(upgrade_head(stage_url(), KEY, {"Origin": origin}))

    def test_pages_of_this_machine_are_let_in(self):
        for origin in ("http://localhost", "https://localhost:8443", "http://127.0.0.1:5173", "http://127.1.2.3",
                       "http://[::1]:80"):
            with self.subTest(origin), Person.introduced(headers={"Origin": origin}) as person:
                self.assertTrue(person.connection_id)

    def test_other_names_of_this_machine_are_refused(self):
        for host in ("example.com", "attacker.test:3001", "localhost.example.com"):
            with self.subTest(host):
                self.assert_is_refused(upgrade_head(stage_url(), KEY, {"Host": host}))

    def test_calls_of_foreign_pages_are_refused(self):
        for method in ("POST", "GET", "DELETE", "OPTIONS"):
            with self.subTest(method):
                self.assert_is_refused(f"{method} /dev/@connections/eHrdFcnvvHcCE-w= HTTP/1.1\r\nHost: localhost\r\n"
                                       "Origin: https://example.com\r\nContent-Length: 0\r\n\r\n".encode())


if __name__ == "__main__":
    main()
