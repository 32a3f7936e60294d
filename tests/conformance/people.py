# SPDX-License-Identifier: MIT
"""People in the conversation of a stage: raw clients that know their own connection ids.

Strangers may talk on a deployed stage at the same time, so people look for what is meant for them.
"""

import json
import re
import time
import uuid

from raw_client import SECONDS, RawClient
from stages import stage_url

ID = r"[A-Za-z0-9_-]{15}="
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
# The form of a connection id, and nobody's.
NEVER_GIVEN_OUT = "eHrdFcnvvHcCE-w="
INVALID_REQUEST = ('{"error": "Invalid request", "message": "The requested action is not recognized. '
                   'Please check your WebSocket commands."}')


def said(text, **members):
    """The message that says a text on a stage with the routes of `history`."""
    return json.dumps({"action": "sendmessage", **members, "message": text})


def token():
    """A text that nobody else says."""
    return f"conformance {uuid.uuid4()}"


class Person(RawClient):
    """Somebody on a stage; on one with the routes of `history`, `connection_id` is known after introduce()."""

    def __init__(self, url=None, headers=(), early=b""):
        super().__init__(url or stage_url())
        self.head = self.upgrade(headers, early)
        self.connection_id = None

    @classmethod
    def introduced(cls, url=None, headers=()):
        person = cls(url, headers)
        person.introduce()
        return person

    def introduce(self, **members):
        """Learns its id from the line that everybody hears when it says something; returns what it heard before."""
        text = token()
        self.send_text(said(text, **members))
        heard = self.hear_until(lambda frame: text in frame)
        line = json.loads(heard[-1])["message"]
        self.connection_id = re.fullmatch(rf"\[\S+ - UTC\]\n ({ID})  {re.escape(text)}\n", line)[1]
        return heard[:-1]

    def hear_until(self, is_expected):
        """All texts up to the first that is expected, which is the last of them."""
        heard = []
        deadline = time.monotonic() + SECONDS
        while not heard or not is_expected(heard[-1]):
            assert time.monotonic() < deadline, f"not heard in {SECONDS} s; heard: {heard[-5:]}"
            heard.append(self.read_text())
        return heard

    def hear(self, expected):
        """Waits for exactly this text."""
        return self.hear_until(lambda frame: frame == expected)

    def hear_match(self, pattern):
        return re.fullmatch(pattern, self.hear_until(lambda frame: re.fullmatch(pattern, frame))[-1])

    def hear_error(self, text):
        """The gateway's own frame about a message of this person's; returns its request id."""
        found = self.hear_match(
            rf'\{{"message": "{text}", "connectionId":"{self.connection_id or ID}", "requestId":"({ID})"\}}')
        return found[1]


def introduced_to_direct(url):
    """Somebody on a stage with the routes of `direct`, which tells everybody their id."""
    person = Person(url)
    person.connection_id = person.hear_match(rf'\{{"connection_id": "({ID})"\}}')[1]
    return person
