# SPDX-License-Identifier: MIT
"""The request that becomes a WebSocket, and its answer."""

import unittest

from people import INVALID_REQUEST, Person, token
from raw_client import TEXT, RawClient, encoded
from stages import choice, main, stage_url

# What AWS puts into its 101, and nothing else: https://github.com/python-websockets/websockets/issues/1065
HEADERS_OF_101 = {"date", "connection", "upgrade", "sec-websocket-accept"}


class Handshake(unittest.TestCase):
    def assert_is_served(self, person):
        """It talks, so the connection is more than a head."""
        person.send_text(token())
        person.hear(INVALID_REQUEST)

    def test_the_upgrade_is_answered(self):
        with Person() as person:
            self.assertEqual(person.head.headers["upgrade"].lower(), "websocket")
            self.assertEqual(person.head.headers["connection"].lower(), "upgrade")
            self.assertRegex(person.head.headers["date"], r"^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$")
            self.assert_is_served(person)

    def test_the_answer_has_no_other_headers(self):
        with Person() as person:
            self.assertEqual(set(person.head.headers), HEADERS_OF_101)

    def test_a_trailing_slash_is_accepted(self):
        with Person(stage_url() + "/") as person:
            self.assert_is_served(person)

    def test_a_query_is_accepted(self):
        with Person(stage_url() + "?name=ana&name=ben&empty=&%C3%A9=1") as person:
            self.assert_is_served(person)

    def test_no_subprotocol_is_echoed(self):
        with Person(headers={"Sec-WebSocket-Protocol": "chat, superchat"}) as person:
            self.assertNotIn("sec-websocket-protocol", person.head.headers)

    @choice
    def test_no_compression_is_agreed_on(self):
        # AWS agrees on permessage-deflate; a client that offers it can do without.
        with Person(headers={"Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits"}) as person:
            self.assertNotIn("sec-websocket-extensions", person.head.headers)
            self.assert_is_served(person)

    def test_tokens_are_found_among_others_in_any_case(self):
        # Firefox sends the first of these.
        for headers in ({"Connection": "keep-alive, Upgrade"}, {"Connection": "UPGRADE", "Upgrade": "WebSocket"}):
            with self.subTest(headers), Person(headers=headers) as person:
                self.assert_is_served(person)

    @choice
    def test_a_target_of_4096_bytes_is_accepted(self):
        target = "/" + stage_url().split("/", 3)[3] + "?x="
        with RawClient(stage_url()) as client:
            client.upgrade(target=target + "x" * (4096 - len(target)))

    def test_frames_right_behind_the_request_are_not_lost(self):
        with Person(early=encoded(TEXT, token().encode())) as person:
            person.hear(INVALID_REQUEST)

    def test_a_request_that_comes_in_pieces_is_served(self):
        with Person() as first, RawClient(stage_url()) as client:
            self.assertEqual(first.head.status, 101)
            whole = client.send
            client.send = lambda data: [whole(data[at:at + 7]) for at in range(0, len(data), 7)]
            client.upgrade()


if __name__ == "__main__":
    main()
