# SPDX-License-Identifier: MIT
"""The ids that clients see have the form of those that API Gateway gives out, and tell the time as those do."""

import base64
import time
import unittest

from people import ID, Person, introduced_to_direct, token
from stages import main, stage_url

# Derived from captures with known times: the first 30 bits count tenths of a second.
STAMP_OFFSET = 115262492
STAMP_PERIOD = (1 << 29) - 1
TENTHS_IN_TWO_MINUTES = 1200
CONNECTION_KIND, REQUEST_KIND = 2, 5


def taken_apart(identifier):
    """The stamp and the kind in an id."""
    data = base64.urlsafe_b64decode(identifier)
    assert len(data) == 11, identifier
    return int.from_bytes(data[:4], "big") >> 2, data[8]


class Identifiers(unittest.TestCase):
    def assert_tells_the_time(self, stamp):
        expected = (int(time.time() * 10) - STAMP_OFFSET) % STAMP_PERIOD
        self.assertLess(min((stamp - expected) % STAMP_PERIOD, (expected - stamp) % STAMP_PERIOD),
                        TENTHS_IN_TWO_MINUTES)

    def test_a_connection_id(self):
        with Person.introduced() as person:
            self.assertRegex(person.connection_id, f"^{ID}$")
            stamp, kind = taken_apart(person.connection_id)
            self.assert_tells_the_time(stamp)
            self.assertEqual(kind, CONNECTION_KIND)

    def test_a_request_id(self):
        with introduced_to_direct(stage_url("GREENROOM_DIRECT_URL")) as person:
            person.send_text(token())
            stamp, kind = taken_apart(person.hear_error("Forbidden"))
            self.assert_tells_the_time(stamp)
            self.assertEqual(kind, REQUEST_KIND)

    def test_each_connection_has_its_own(self):
        ids = set()
        for _ in range(20):
            with Person.introduced() as person:
                ids.add(person.connection_id)
        self.assertEqual(len(ids), 20)

    def test_each_request_has_its_own(self):
        with introduced_to_direct(stage_url("GREENROOM_DIRECT_URL")) as person:
            for _ in range(20):
                person.send_text(token())
            self.assertEqual(len({person.hear_error("Forbidden") for _ in range(20)}), 20)


if __name__ == "__main__":
    main()
