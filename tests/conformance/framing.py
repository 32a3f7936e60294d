# SPDX-License-Identifier: MIT
"""Frames as RFC 6455 has them: fragments, pings, and what breaks the protocol."""

import unittest

from people import INVALID_REQUEST, Person, said, token
from raw_client import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, encoded
from stages import choice, main

UNSUPPORTED_DATA, PROTOCOL_ERROR, INVALID_TEXT = 1003, 1002, 1007


class Fragments(unittest.TestCase):
    def setUp(self):
        self.person = Person.introduced()
        self.addCleanup(self.person.socket.close)

    def send_in_pieces(self, payload, cuts, between=None):
        """Sends a text in frames that end at `cuts`, and a ping before each but the first where asked to."""
        ends = [0, *cuts, len(payload)]
        for number, (start, end) in enumerate(zip(ends, ends[1:])):
            if number and between is not None:
                self.person.send_frame(PING, between)
            self.person.send_frame(CONTINUATION if number else TEXT, payload[start:end],
                                   is_final=number == len(cuts))

    def assert_hears_itself(self, text):
        self.person.hear_until(lambda frame: text in frame)

    def test_fragments_make_one_message(self):
        text = token()
        message = said(text).encode()
        self.send_in_pieces(message, range(1, len(message)))
        self.assert_hears_itself(text)

    def test_empty_fragments_are_fragments(self):
        text = token()
        self.send_in_pieces(said(text).encode(), [0, 0, 5, 5])
        self.assert_hears_itself(text)

    def test_text_may_be_cut_inside_a_character(self):
        # One character of two, of three and of four bytes, cut at each of their bytes.
        for character, name in (("é", r"\u00e9"), ("€", r"\u20ac"), ("😀", r"\ud83d\ude00")):
            with self.subTest(character):
                text = token()
                message = '{"action":"sendmessage","message":"' + text + character + '"}'
                at = len(message[:message.index(character)].encode())
                self.send_in_pieces(message.encode(), range(at + 1, at + len(character.encode())))
                self.assert_hears_itself(text + name)

    def test_pings_between_fragments_are_answered_at_once(self):
        text = token()
        self.send_in_pieces(said(text).encode(), [10], between=b"in between")
        frames = [self.person.read_frame()]
        while text.encode() not in frames[-1].payload:
            frames.append(self.person.read_frame())
        self.assertIn((True, PONG, b"in between"), frames)

    def test_a_ping_does_not_wait_for_the_end_of_a_message(self):
        self.person.send_frame(TEXT, b"begun ", is_final=False)
        self.person.send_frame(PING, b"there?")
        self.assertEqual(self.person.read_frame(), (True, PONG, b"there?"))
        self.person.send_frame(CONTINUATION, b"and ended")
        self.person.hear(INVALID_REQUEST)


class Pings(unittest.TestCase):
    def test_a_pong_has_the_payload_of_its_ping(self):
        with Person.introduced() as person:
            for payload in (b"", b"x", bytes(range(125))):
                person.send_frame(PING, payload)
                self.assertEqual(person.read_frame(), (True, PONG, payload))

    def test_a_pong_that_nobody_asked_for_is_ignored(self):
        with Person() as person:
            person.send_frame(PONG, b"unasked")
            person.send_text(token())
            person.hear(INVALID_REQUEST)


class Faults(unittest.TestCase):
    def assert_closes(self, code, data):
        with Person.introduced() as person:
            person.send(data)
            # A reason may follow: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
            self.assertEqual(int.from_bytes(person.read_close()[:2], "big"), code)
            self.assertEqual(person.read_to_end(), b"")

    def test_binary_frames_close_with_1003(self):
        for data in (encoded(BINARY, b"x"), encoded(BINARY), encoded(BINARY, b"x", is_final=False)):
            with self.subTest(data):
                self.assert_closes(UNSUPPORTED_DATA, data)

    def test_unmasked_frames_close_with_1002(self):
        for opcode in (TEXT, BINARY, PING, CLOSE):
            with self.subTest(opcode):
                self.assert_closes(PROTOCOL_ERROR, encoded(opcode, is_masked=False))

    def test_reserved_bits_and_opcodes_close_with_1002(self):
        for data in ([encoded(TEXT, b"x", reserved=bit) for bit in (1, 2, 4)]
                     + [encoded(opcode) for opcode in (3, 7, 11, 15)]):
            with self.subTest(data):
                self.assert_closes(PROTOCOL_ERROR, data)

    def test_odd_control_frames_close_with_1002(self):
        for data in (encoded(PING, b"x" * 126), encoded(PING, is_final=False), encoded(CLOSE, b"x" * 126)):
            with self.subTest(data):
                self.assert_closes(PROTOCOL_ERROR, data)

    def test_fragments_out_of_order_close_with_1002(self):
        begun = encoded(TEXT, b"x", is_final=False)
        for data in (encoded(CONTINUATION, b"x"), begun + encoded(TEXT, b"y")):
            with self.subTest(data):
                self.assert_closes(PROTOCOL_ERROR, data)

    @choice
    def test_lengths_in_too_many_bytes_close_with_1002(self):
        for data in (b"\x81\xfe\x00\x02\x00\x00\x00\x00hi", b"\x81\xff" + bytes(7) + b"\x02\x00\x00\x00\x00hi"):
            with self.subTest(data):
                self.assert_closes(PROTOCOL_ERROR, data)

    def test_text_that_is_none_closes_with_1007(self):
        cut = "é".encode()
        for data in (encoded(TEXT, b"\xff"), encoded(TEXT, cut[:1]), encoded(TEXT, b"\xed\xa0\x80"),
                     encoded(TEXT, cut[:1], is_final=False) + encoded(CONTINUATION, b"x")):
            with self.subTest(data):
                self.assert_closes(INVALID_TEXT, data)


if __name__ == "__main__":
    main()
