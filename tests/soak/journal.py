# SPDX-License-Identifier: MIT
"""What was said in one stage, who had to hear it, and what went wrong."""

import collections
import sys
import time

# Longer than any client stalls, so that whoever is to get a message has it by then.
SECONDS_TO_SETTLE = 40
MOST_NAMED = 200


class Message:
    """Something that everybody, or one member, is to get once."""

    __slots__ = ("key", "sender", "recipient", "size", "sent_at", "answered_at", "is_refused", "excused", "heard")

    def __init__(self, key, sender, size=0, recipient=None):
        self.key = key
        self.sender = sender
        # None: it is for everybody.
        self.recipient = recipient
        self.size = size
        self.sent_at = time.monotonic()
        self.answered_at = None
        self.is_refused = False
        # Connection ids that the receipt names as not reached.
        self.excused = ()
        self.heard = 0

    @property
    def kind(self):
        """chat, long (refused by the request model), direct, post, joined or left."""
        return self.key[0]

    def is_owed_to(self, member):
        """Whether the member was there from before it was sent until after its receipt."""
        if self.answered_at is None or self.is_refused or not self._is_for(member):
            return False
        return (member.opened_at is not None and member.opened_at < self.sent_at
                and member.reads_until() > self.answered_at)

    def _is_for(self, member):
        if self.kind in ("joined", "left"):
            return member is not self.sender and not member.is_glutton
        if self.recipient is None or member is self.recipient:
            return True
        return self.kind == "direct" and member is self.sender


class Journal:
    """Messages, members and violations of one stage."""

    def __init__(self, name):
        self.name = name
        # By key; what is said in the chat stays, to be looked for in the tables.
        self.messages = {}
        self.members = []
        # Every connection id there ever was, with when it came.
        self.ids = {}
        self.counts = collections.Counter()
        self.violations = []
        self._unsettled = collections.deque()

    def fail(self, text):
        """A violation, told at once."""
        self.counts["violations"] += 1
        if self.counts["violations"] <= MOST_NAMED:
            self.violations.append(f"{self.name}: {text}")
            print(f"soak: {self.violations[-1]}", file=sys.stderr, flush=True)

    def add(self, message):
        """From now on somebody may get it."""
        self.messages[message.key] = message
        self._unsettled.append(message)
        self.counts[message.kind] += 1
        return message

    def settle(self, everything=False):
        """Looks whether those that are owed a message have it, for messages that are old enough."""
        now = time.monotonic()
        while self._unsettled and (everything or self._unsettled[0].sent_at + SECONDS_TO_SETTLE < now):
            self._settle(self._unsettled.popleft())
        self.members = [member for member in self.members
                        if member.ended_at is None or now - member.ended_at < 2 * SECONDS_TO_SETTLE]

    def _settle(self, message):
        if message.answered_at is None and message.sender is not None and message.sender.is_there():
            self.fail(f"{message.key} was never answered")
        for member in self.members:
            has_it = message.key in member.got
            member.got.discard(message.key)
            if has_it and message.is_refused:
                self.fail(f"{message.key} was refused, and {member.id} got it")
            elif not has_it and message.is_owed_to(member):
                self._settle_missing(message, member)
        if message.kind in ("post", "joined", "left"):
            self.messages.pop(message.key, None)

    def _settle_missing(self, message, member):
        if member.id in message.excused and member.is_glutton:
            self.counts["told that it was not sent"] += 1
            return
        told = "; its receipt says so" if member.id in message.excused else ""
        self.fail(f"{member.id} (serial {member.serial}) did not get {message.key} of "
                  f"{message.sender and message.sender.id}, sent {message.sent_at:.3f}, "
                  f"answered {message.answered_at:.3f}; there from {member.opened_at:.3f} "
                  f"to {member.reads_until():.3f}{told}")
