# SPDX-License-Identifier: MIT
"""How connections end."""

import re
import time
import unittest

from management_api import ManagementApi
from people import Person, said, token
from raw_client import CLOSE, SECONDS, close_payload
from stages import choice, main, own_server, stage_url

PROTOCOL_ERROR, INVALID_TEXT = 1002, 1007


class ByClient(unittest.TestCase):
    def answer(self, payload):
        """The answer to a close frame; nothing comes after it, not even to what follows that frame."""
        with Person.introduced() as person:
            person.send_frame(CLOSE, payload)
            person.send_text(token())
            answer = person.read_close()
            self.assertEqual(person.read_to_end(), b"")
            return answer

    def test_the_code_comes_back(self):
        # https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
        for code in (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 4000, 4999):
            with self.subTest(code):
                self.assertEqual(self.answer(close_payload(code, b"bye"))[:2], close_payload(code))

    def test_codes_that_were_registered_later_come_back(self):
        for code in (1012, 1013, 1014):
            with self.subTest(code):
                self.assertEqual(self.answer(close_payload(code))[:2], close_payload(code))

    def test_no_code_is_answered(self):
        self.assertIn(self.answer(b""), (b"", close_payload(1000)))

    @choice
    def test_codes_that_may_not_be_sent_are_a_protocol_error(self):
        for code in (0, 999, 1004, 1005, 1006, 1015, 2999, 5000):
            with self.subTest(code):
                self.assertEqual(self.answer(close_payload(code))[:2], close_payload(PROTOCOL_ERROR))

    def test_odd_payloads_close_all_the_same(self):
        self.assertEqual(self.answer(b"\x03")[:2], close_payload(PROTOCOL_ERROR))
        self.assertEqual(self.answer(close_payload(1000, b"\xff"))[:2], close_payload(INVALID_TEXT))


class Leaving(unittest.TestCase):
    def setUp(self):
        self.witness = Person.introduced()
        self.addCleanup(self.witness.socket.close)
        self.person = Person.introduced()
        self.addCleanup(self.person.socket.close)

    def assert_has_left(self):
        """`$disconnect` has run."""
        self.witness.hear(f'{{"message": "User {self.person.connection_id} has left the chat."}}')

    def test_disconnect_runs_after_a_close(self):
        self.person.send_frame(CLOSE, close_payload(1000))
        self.assert_has_left()

    def test_disconnect_runs_after_a_client_vanished(self):
        self.person.socket.close()
        self.assert_has_left()

    def test_what_was_said_before_the_end_is_heard(self):
        text = token()
        self.person.send_text(said(text))
        self.person.send_frame(CLOSE, close_payload(1000))
        self.witness.hear_until(lambda frame: text in frame)

    def test_a_delete_closes_with_1000(self):
        self.assertEqual(ManagementApi(stage_url()).delete(self.person.connection_id).status, 204)
        self.assertEqual(self.person.read_close()[:2], close_payload(1000))
        self.person.send_frame(CLOSE, close_payload(1000))
        self.assertEqual(self.person.read_to_end(), b"")
        self.assert_has_left()

    @choice
    def test_a_delete_gives_the_reason(self):
        self.assertEqual(ManagementApi(stage_url()).delete(self.person.connection_id).status, 204)
        self.assertEqual(self.person.read_close(), close_payload(1000, b"Connection Closed Normally"))


class DisconnectCodes(unittest.TestCase):
    """What `$disconnect` is told, which only the bundled server's access log shows from outside."""

    def logged_code(self, payload):
        server = own_server("its access log is read")
        with Person.introduced() as person:
            if payload is None:
                person.socket.close()
            else:
                person.send_frame(CLOSE, payload)
                person.read_to_end()
        deadline = time.monotonic() + SECONDS
        while True:
            found = re.search(rf"^\S+ disconnect \S+ {person.connection_id} \S+ \S+ (\d+) ", server.log(), re.MULTILINE)
            if found:
                return int(found[1])
            self.assertLess(time.monotonic(), deadline)

    def test_the_code_is_told(self):
        for code in (1000, 1001, 3000, 4999):
            with self.subTest(code):
                self.assertEqual(self.logged_code(close_payload(code)), code)

    def test_a_code_that_was_registered_later_is_told(self):
        for code in (1012, 1013, 1014):
            with self.subTest(code):
                self.assertEqual(self.logged_code(close_payload(code)), code)

    def test_no_code_is_1005(self):
        self.assertEqual(self.logged_code(b""), 1005)

    def test_a_client_that_vanished_is_1006(self):
        self.assertEqual(self.logged_code(None), 1006)


if __name__ == "__main__":
    main()
