# SPDX-License-Identifier: MIT
"""The idle timeout of ten minutes and the lifetime of two hours, on a stage whose clock runs fast."""

import contextlib
import time
import unittest

from management_api import ManagementApi
from people import INVALID_REQUEST, Person, token
from raw_client import CLOSE, PING, close_payload
from stages import choice, main, stage_url, time_scale

IDLE_SECONDS = 600
LIFETIME_SECONDS = 2 * 60 * 60
# AWS looks at its connections now and then: one was closed after 603.9 s.
LATEST_IDLE_SECONDS = 610
# What this machine may add to any of them.
SLACK_SECONDS = 2
GOING_AWAY = close_payload(1001, b"Going away")


class Lifetimes(unittest.TestCase):
    def setUp(self):
        self.scale = time_scale()
        self.person = Person.introduced()
        self.addCleanup(self.person.socket.close)
        self.began = time.monotonic()

    def until_closed(self, latest, act=lambda: None, every=None):
        """Acts again and again, every so many of the stage's seconds; returns the close frame's payload and time."""
        pause = every / self.scale if every else latest
        deadline = self.began + latest
        while time.monotonic() < deadline:
            self.person.socket.settimeout(min(pause, max(deadline - time.monotonic(), 0.01)))
            # Nothing was said in the meantime.
            with contextlib.suppress(AssertionError):
                frame = self.person.read_frame()
                if frame.opcode == CLOSE:
                    return frame.payload, (time.monotonic() - self.began) * self.scale
                continue
            act()
        return None, None

    def test_an_idle_connection_is_closed_after_ten_minutes(self):
        payload, after = self.until_closed(LATEST_IDLE_SECONDS / self.scale + SLACK_SECONDS)
        self.assertEqual(payload, GOING_AWAY)
        # Its last message was a moment before the measuring began.
        self.assertGreaterEqual(after, IDLE_SECONDS * 0.9)

    @choice
    def test_pings_are_no_activity(self):
        payload, _ = self.until_closed(LATEST_IDLE_SECONDS / self.scale + SLACK_SECONDS,
                                       lambda: self.person.send_frame(PING), every=IDLE_SECONDS / 4)
        self.assertEqual(payload, GOING_AWAY)

    def test_messages_of_the_server_are_activity(self):
        api = ManagementApi(stage_url())
        until = 2 * IDLE_SECONDS / self.scale
        self.assertEqual((None, None), self.until_closed(
            until, lambda: api.post(self.person.connection_id, b"still there?"), every=IDLE_SECONDS / 4))
        self.person.socket.settimeout(SLACK_SECONDS)
        self.person.send_text(token())
        self.person.hear(INVALID_REQUEST)

    @choice
    def test_a_busy_connection_is_closed_after_two_hours(self):
        payload, after = self.until_closed(LIFETIME_SECONDS / self.scale + SLACK_SECONDS,
                                           lambda: self.person.send_text("busy"), every=IDLE_SECONDS / 4)
        self.assertEqual(payload, GOING_AWAY)
        self.assertGreaterEqual(after, LIFETIME_SECONDS * 0.9)


if __name__ == "__main__":
    main()
