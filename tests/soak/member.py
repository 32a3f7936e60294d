# SPDX-License-Identifier: MIT
"""One client: what it hears is checked as it comes."""

import asyncio
import collections
import json
import re
import socket
import time

import websockets

from journal import Message

SECONDS = 15
# What was on its way when a connection broke may be lost with it.
SECONDS_ON_THE_WAY = 2
SECONDS_TO_CATCH_UP = 3
# A direct message's error frame follows the message itself, if there is one.
SECONDS_FOR_AN_ERROR = 1
SAID = re.compile(r'\{"message": "\[[0-9TZ:-]{20} - UTC\]\\n (\S{16})  (chat|long) (\d+)\.(\d+):(x*)\\n"\}')
NOTICE = re.compile(
    r'\{"message": "(?:A new user has (joined) the chat - (\S{16})|User (\S{16}) has (left) the chat\.)"\}')
INTRODUCTION = re.compile(r'\{"connection_id": "(\S{16})"\}')
TEXT = re.compile(r"direct (\d+)\.(\d+):(x*)")
UNREACHED = re.compile(r"Failed to send message to (\S{16}): ")
ERRORS = ("Internal server error", "Bad request body")


class Member:
    """A connection, from the handshake until its end."""

    def __init__(self, journal, serial, url, is_glutton=False):
        self._journal = journal
        self._url = url
        self.serial = serial
        # One that may leave so much unread that the server gives up sending.
        self.is_glutton = is_glutton
        self.id = None
        self.opened_at = self.ended_at = self.stalled_since = None
        # When it stopped to be owed anything; None while it has not.
        self._until = None
        self.is_leaving = False
        # Keys of what it got lately.
        self.got = set()
        self._notices = set()
        self._last = {}
        self._number = 0
        self._pending = {}
        self._echoed = collections.deque()
        self._answers = 0
        self._direct = None
        self._may_read = asyncio.Event()
        self._may_read.set()
        self._socket = None
        # Set by the one who runs the server: when it was told to end, and whether it had time to.
        self.server_end = None

    # ---- Life ----

    async def run(self):
        """Connects, reads to the end."""
        joined = Message(("joined", None), self)
        try:
            self._socket = await self._connect()
            introduction = INTRODUCTION.fullmatch(await self._socket.recv())
            if not introduction:
                self._journal.fail(f"serial {self.serial}: its first frame was no introduction")
                return
            self.id = introduction[1]
            self.opened_at = joined.answered_at = time.monotonic()
            self._journal.ids[self.id] = self.serial
            joined.key = ("joined", self.id)
            self._journal.add(joined)
            self._journal.members.append(self)
            while True:
                await self._may_read.wait()
                self._take(await self._socket.recv())
        except (OSError, websockets.WebSocketException, asyncio.TimeoutError) as error:
            self._end(error)

    async def _connect(self):
        raw = socket.socket()
        raw.setblocking(False)
        if self.is_glutton:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        port = int(re.search(r":(\d+)/", self._url)[1])
        await asyncio.get_running_loop().sock_connect(raw, ("127.0.0.1", port))
        # Small buffers, so that who stops reading leaves the rest to the server.
        return await websockets.connect(self._url, sock=raw, compression=None, ping_interval=None, max_queue=16,
                                        read_limit=8192, open_timeout=SECONDS, close_timeout=SECONDS)

    def _end(self, error):
        now = self.ended_at = time.monotonic()
        code = self._socket.close_code if self._socket else None
        if self.server_end is None and not self.is_leaving:
            self._journal.fail(f"serial {self.serial} ({self.id}) lost its connection: {code} {error!r}")
        if self._until is None:
            is_told = self.server_end is not None and self.server_end[1]
            self._until = now if is_told else (self.server_end or (now,))[0] - SECONDS_ON_THE_WAY
            if is_told and self.id and not self.stalled_since and code != 1001:
                self._journal.fail(f"{self.id} was closed with {code} instead of 1001")
        if self.stalled_since is not None:
            self._until = min(self._until, self.stalled_since - SECONDS_ON_THE_WAY)

    def is_there(self):
        """Whether it is open, and means to stay so."""
        return self.id is not None and self.ended_at is None and not self.is_leaving

    def is_idle(self):
        """Whether nothing that it has sent waits for an answer and it reads."""
        if self._direct and self._direct.answered_at and (
                time.monotonic() > self._direct.answered_at + SECONDS_FOR_AN_ERROR):
            self._direct = None
        return self.is_there() and not self._pending and not self._direct and self.stalled_since is None

    def is_talkative(self):
        """Whether it may say something in the chat."""
        return self.is_there() and self.stalled_since is None and (self._direct is None or self.is_idle())

    def reads_until(self):
        """When it stopped to be owed what is sent."""
        return float("inf") if self._until is None else self._until

    async def leave(self, is_clean):
        """Ends the connection, in good order or by cutting it."""
        now = time.monotonic()
        self.is_leaving = True
        self._until = now if is_clean else now - SECONDS_ON_THE_WAY
        left = self._journal.add(Message(("left", self.id), self))
        left.answered_at = now + 5
        if is_clean:
            await self._socket.close()
            if self.server_end is None and self._socket.close_code != 1000:
                self._journal.fail(f"{self.id} left and was answered with {self._socket.close_code}")
        else:
            self._socket.transport.abort()

    async def stall(self, seconds):
        """Reads nothing for a while."""
        self.stop_reading()
        await asyncio.sleep(seconds)
        await self.catch_up()

    def stop_reading(self):
        """Leaves everything that comes unread."""
        self.stalled_since = time.monotonic()
        self._may_read.clear()

    async def catch_up(self):
        """Reads again."""
        self._may_read.set()
        await asyncio.sleep(SECONDS_TO_CATCH_UP)
        self.stalled_since = None

    def give_up(self):
        """The server has dropped it: nothing of what was not read will be."""
        self.is_leaving = True
        self._until = float("-inf")
        self._may_read.set()
        self._socket.transport.abort()

    def note_server_end(self, at, is_told):
        """The server is about to end."""
        self.server_end = (at, is_told)
        self._may_read.set()

    # ---- Speaking ----

    async def say(self, size, kind="chat"):
        """A text for everybody; a `long` one is refused by the stage's request model."""
        message = self._new(kind, size)
        self._pending[message.key] = message
        await self._send({"action": "sendmessage", "message": self._text(message)})

    async def tell(self, recipient, size):
        """A text for one."""
        self._direct = self._new("direct", size, recipient)
        await self._send({"action": "sendMessage", "message": self._text(self._direct), "recipient_id": recipient.id})

    def _new(self, kind, size, recipient=None):
        self._number += 1
        return self._journal.add(Message((kind, self.serial, self._number), self, size, recipient))

    @staticmethod
    def _text(message):
        kind, serial, number = message.key
        return f"{kind} {serial}.{number}:" + "x" * message.size

    async def _send(self, body):
        try:
            await self._socket.send(json.dumps(body))
        except websockets.ConnectionClosed:
            pass

    # ---- Hearing ----

    def _take(self, frame):
        if said := SAID.fullmatch(frame):
            self._take_text((said[2], int(said[3]), int(said[4])), said[1], len(said[5]))
        elif notice := NOTICE.fullmatch(frame):
            self._take_notice((notice[1] or notice[4], notice[2] or notice[3]))
        else:
            self._take_other(json.loads(frame), frame)

    def _take_text(self, key, sender_id, size):
        message = self._journal.messages.get(key)
        if message is None or message.sender.id != sender_id or message.size != size:
            self._journal.fail(f"{self.id} got what nobody sent: {key} of {sender_id} with {size} more characters")
            return
        self._note(message, key[1], key[2])
        if message.kind == "long":
            self._journal.fail(f"{self.id} got {key}, which is too long")
        if message.sender is self and message.kind != "direct":
            self._echoed.append(message)

    def _note(self, message, series, number):
        if message.key in self.got or number <= self._last.get(series, 0):
            fault = "twice" if message.key in self.got else f"after number {self._last[series]}"
            self._journal.fail(f"{self.id} got {message.key} {fault}")
        self._last[series] = max(number, self._last.get(series, 0))
        self._hear(message.key)
        message.heard += 1

    def _hear(self, key):
        self.got.add(key)
        self._journal.counts["deliveries"] += 1

    def _take_notice(self, key):
        if key in self._notices or key[1] == self.id:
            self._journal.fail(f"{self.id} got the notice {key} twice, or of itself")
        self._notices.add(key)
        self._hear(key)

    def _take_other(self, body, frame):
        if "post" in body:
            self._take_post(tuple(body["post"]), len(body["padding"]))
        elif "sender_id" in body:
            self._take_direct(body)
        elif "status" in body and "errors" in body:
            self._take_receipt(body)
        elif body.get("message") in ERRORS:
            self._take_error(body["message"])
        else:
            self._journal.fail(f"{self.id} got a frame that it cannot explain: {frame[:200]}")

    def _take_post(self, key, size):
        message = self._journal.messages.get(("post", *key))
        if message is None or message.recipient is not self or message.size != size:
            self._journal.fail(f"{self.id} got a post that is none or another's: {key}")
            return
        self._note(message, "posts", key[0])

    def _take_direct(self, body):
        text = TEXT.fullmatch(body["message"])
        key = text and ("direct", int(text[1]), int(text[2]))
        message = self._journal.messages.get(key)
        if message is None or body["recipient_id"] != message.recipient.id or self.id not in (
                body["recipient_id"], body["sender_id"]):
            self._journal.fail(f"{self.id} got a direct message that is none or another's: {str(body)[:200]}")
            return
        self._take_text(key, body["sender_id"], len(text[3]))
        if message.sender is self:
            message.answered_at = time.monotonic()

    def _take_receipt(self, body):
        if not self._echoed:
            self._journal.fail(f"{self.id} got a receipt of nothing")
            return
        message = self._echoed.popleft()
        message.answered_at = time.monotonic()
        message.excused = tuple(UNREACHED.findall(" ".join(body["errors"])))
        self._note_answer()

    def _take_error(self, error):
        self._journal.counts["refusals"] += 1
        if self._pending:
            self._note_answer()
        elif error == ERRORS[0] and self._direct and self._direct.answered_at:
            # The sender has its own copy by then; the recipient must have left.
            self._direct.excused = (self._direct.recipient.id,)
            if self._direct.recipient.is_there():
                self._journal.fail(f"{self._direct.key} failed, though {self._direct.recipient.id} was there")
        else:
            self._journal.fail(f"{self.id} got an error for nothing: {error}")

    def _note_answer(self):
        """Once all are answered, those that have not come back were refused."""
        self._answers += 1
        if self._answers < len(self._pending):
            return
        for message in self._pending.values():
            if message.answered_at is None:
                message.is_refused = True
                message.answered_at = time.monotonic()
        self._pending.clear()
        self._answers = 0
