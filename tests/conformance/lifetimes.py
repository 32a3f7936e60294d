# SPDX-License-Identifier: MIT
"""The idle timeout of ten minutes and the lifetime of two hours, on a stage whose clock runs fast."""

import time
import unittest

from people import Person
from raw_client import close_payload
from stages import choice, main, time_scale

IDLE_SECONDS = 600
LIFETIME_SECONDS = 2 * 60 * 60
# AWS looks at its connections now and then: one was closed after 603.9 s.
LATEST_IDLE_SECONDS = 610
# What this machine may add to any of them.
SLACK_SECONDS = 2


class Lifetimes(unittest.TestCase):
    def test_an_idle_connection_is_closed_after_ten_minutes(self):
        scale = time_scale()
        with Person.introduced() as person:
            began = time.monotonic()
            person.socket.settimeout(LATEST_IDLE_SECONDS / scale + SLACK_SECONDS)
            self.assertEqual(person.read_close(), close_payload(1001, b"Going away"))
            # Its last message was a moment before the measuring began.
            self.assertGreaterEqual(time.monotonic() - began, IDLE_SECONDS / scale * 0.9)

    @choice
    def test_a_busy_connection_is_closed_after_two_hours(self):
        scale = time_scale()
        with Person.introduced() as person:
            began = time.monotonic()
            latest = LIFETIME_SECONDS / scale + SLACK_SECONDS
            person.socket.settimeout(latest)
            closing = None
            while closing is None:
                self.assertLess(time.monotonic() - began, latest)
                person.send_text("busy")
                frame = person.read_frame()
                if frame.opcode == 8:
                    closing = frame.payload
            self.assertEqual(closing, close_payload(1001, b"Going away"))
            self.assertGreaterEqual(time.monotonic() - began, LIFETIME_SECONDS / scale * 0.9)


if __name__ == "__main__":
    main()
