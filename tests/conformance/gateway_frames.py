# SPDX-License-Identifier: MIT
"""What the gateway itself says to a client, in exact bytes, and what it keeps to itself."""

import json
import unittest

from people import INVALID_REQUEST, NEVER_GIVEN_OUT, Person, introduced_to_direct, said, token
from stages import main, stage_url


class GatewayFrames(unittest.TestCase):
    def setUp(self):
        self.person = introduced_to_direct(stage_url("GREENROOM_DIRECT_URL"))
        self.addCleanup(self.person.socket.close)

    def assert_still_talks(self):
        """A note to oneself arrives twice."""
        text = token()
        self.person.send_text(json.dumps(
            {"action": "sendMessage", "message": text, "recipient_id": self.person.connection_id}))
        for _ in range(2):
            self.person.hear_until(lambda frame: text in frame)

    def test_no_route_is_forbidden(self):
        for message in ("hello", "", '{"action":"unheard-of"}', '{"action":"sendmessage"}', '{"action":"$default"}'):
            with self.subTest(message):
                self.person.send_text(message)
                self.person.hear_error("Forbidden")
        self.assert_still_talks()

    def test_a_handler_that_fails_is_an_internal_server_error(self):
        self.person.send_text(json.dumps(
            {"action": "sendMessage", "message": token(), "recipient_id": NEVER_GIVEN_OUT}))
        self.person.hear_error("Internal server error")
        self.person.send_text('{"action":"sendMessage"}')
        self.person.hear_error("Internal server error")
        self.assert_still_talks()


class Silence(unittest.TestCase):
    def test_what_a_handler_returns_stays_on_a_one_way_route(self):
        with Person.introduced() as person:
            for text in ("ping", ""):
                person.send_text(said(text))
            text = token()
            person.send_text(said(text))
            heard = person.hear_until(lambda frame: text in frame)
            # The handlers run at the same time: what they returned might come after.
            person.send_text(token())
            heard += person.hear(INVALID_REQUEST)
            for answer in ("pong", "cannot be empty", "broadcast completed"):
                self.assertFalse([frame for frame in heard if answer in frame])


class TwoWay(unittest.TestCase):
    def setUp(self):
        self.person = Person(stage_url("GREENROOM_TWO_WAY_URL"))
        self.addCleanup(self.person.socket.close)

    def test_the_body_is_sent_as_it_is(self):
        self.person.send_text(said("ping"))
        self.person.hear('{"message": "pong"}')

    def test_the_body_is_sent_whatever_the_status(self):
        # The handler returns it with 400.
        self.person.send_text(said(""))
        self.person.hear("Message cannot be empty")

    def test_the_body_comes_beside_what_is_posted(self):
        text = token()
        self.person.send_text(said(text))
        heard = self.person.hear('{"status": "Message broadcast completed", "errors": []}')
        if not any(text in frame for frame in heard):
            self.person.hear_until(lambda frame: text in frame)


if __name__ == "__main__":
    main()
