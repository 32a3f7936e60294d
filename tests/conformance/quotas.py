# SPDX-License-Identifier: MIT
"""Frames of 32 KB and messages of 128 KB, and a byte more, in both directions."""

import unittest

from management_api import ManagementApi
from people import INVALID_REQUEST, Person, said, token
from raw_client import CONTINUATION, TEXT, encoded
from stages import choice, main, stage_url

FRAME = 32 * 1024
MESSAGE = 128 * 1024
TOO_BIG = 1009


def in_frames(payload, size=FRAME):
    """A text in frames of at most `size` bytes."""
    pieces = [payload[at:at + size] for at in range(0, len(payload), size)]
    return b"".join(encoded(CONTINUATION if number else TEXT, piece, is_final=number == len(pieces) - 1)
                    for number, piece in enumerate(pieces))


class Incoming(unittest.TestCase):
    def assert_is_a_message(self, data):
        with Person() as person:
            person.send(data)
            person.hear(INVALID_REQUEST)

    def assert_is_too_big(self, data):
        with Person() as person:
            person.send(data)
            self.assertEqual(int.from_bytes(person.read_close()[:2], "big"), TOO_BIG)
            self.assertEqual(person.read_to_end(), b"")

    def test_a_frame_of_32_kb_is_accepted(self):
        self.assert_is_a_message(encoded(TEXT, b"x" * FRAME))

    def test_a_larger_frame_closes_with_1009(self):
        self.assert_is_too_big(encoded(TEXT, b"x" * (FRAME + 1)))
        self.assert_is_too_big(encoded(TEXT, b"x", is_final=False) + encoded(CONTINUATION, b"x" * (FRAME + 1)))

    def test_a_frame_is_too_large_by_its_head_alone(self):
        # Its payload never comes.
        self.assert_is_too_big(b"\x81\xff" + (1 << 40).to_bytes(8, "big") + bytes(4))

    def test_a_message_of_128_kb_is_accepted(self):
        self.assert_is_a_message(in_frames(b"x" * MESSAGE))
        self.assert_is_a_message(in_frames("é".encode() * (MESSAGE // 2), FRAME - 1))

    def test_a_larger_message_closes_with_1009(self):
        self.assert_is_too_big(in_frames(b"x" * (MESSAGE + 1)))
        self.assert_is_too_big(in_frames("é".encode() * (MESSAGE // 2) + b"x"))

    def test_a_message_is_too_large_before_it_ends(self):
        self.assert_is_too_big(in_frames(b"x" * MESSAGE)[:-FRAME - 8]
                               + encoded(CONTINUATION, b"x" * FRAME, is_final=False)
                               + encoded(CONTINUATION, b"x", is_final=False))


class Outgoing(unittest.TestCase):
    def frames_of(self, person, text):
        frames = person.read_frames()
        while b"".join(frame.payload for frame in frames) != text:
            frames = person.read_frames()
        return frames

    def test_posted_text_comes_in_frames_of_32_kb(self):
        with Person.introduced() as person:
            for text in (b"x" * FRAME, b"x" * (FRAME + 1), b"x" * MESSAGE):
                api = ManagementApi(stage_url())
                self.assertEqual(api.post(person.connection_id, text).status, 200)
                frames = self.frames_of(person, text)
                self.assertLessEqual(max(len(frame.payload) for frame in frames), FRAME)
                self.assertEqual(len(frames), -(-len(text) // FRAME))

    @choice
    def test_frames_hold_whole_characters(self):
        # Not asked for by the protocol, but some clients take half a character for broken text.
        with Person.introduced() as person:
            text = ("x" + "😀" * (MESSAGE // 4 - 1)).encode()
            self.assertEqual(ManagementApi(stage_url()).post(person.connection_id, text).status, 200)
            for frame in self.frames_of(person, text):
                frame.payload.decode()

    def test_a_large_line_reaches_everybody(self):
        with Person.introduced() as ana, Person.introduced() as ben:
            text = token() + "x" * (100 * 1024)
            ana.send(in_frames(said(text).encode()))
            for person in (ana, ben):
                person.hear_until(lambda frame: text in frame)


if __name__ == "__main__":
    main()
