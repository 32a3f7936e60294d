# SPDX-License-Identifier: MIT
"""A WebSocket client that sends exactly the bytes it is told and shows exactly those that come back.

Every wait has a bound, after which the test fails: SECONDS, enough for a cold start on a deployed stage.
"""

import base64
import hashlib
import os
import socket
import ssl
import struct
from typing import NamedTuple
from urllib.parse import urlsplit

SECONDS = 15
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
# The protocol's own example of a key, and what is joined to one: https://www.rfc-editor.org/rfc/rfc6455#section-1.3
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Frame(NamedTuple):
    is_final: bool
    opcode: int
    payload: bytes


class Head(NamedTuple):
    """The head of an HTTP answer; `headers` has the names in small letters."""
    status: int
    headers: dict


def encoded(opcode, payload=b"", is_final=True, is_masked=True, reserved=0):
    """The bytes of a frame, right or wrong."""
    first = (0x80 if is_final else 0) | reserved << 4 | opcode
    mask_bit = 0x80 if is_masked else 0
    if len(payload) < 126:
        head = struct.pack("!BB", first, mask_bit | len(payload))
    elif len(payload) < 1 << 16:
        head = struct.pack("!BBH", first, mask_bit | 126, len(payload))
    else:
        head = struct.pack("!BBQ", first, mask_bit | 127, len(payload))
    if not is_masked:
        return head + payload
    mask = os.urandom(4)
    key = int.from_bytes((mask * (len(payload) // 4 + 1))[:len(payload)], "big")
    masked = (int.from_bytes(payload, "big") ^ key).to_bytes(len(payload), "big")
    return head + mask + masked


def close_payload(code, reason=b""):
    return struct.pack("!H", code) + reason


def upgrade_head(url, key, headers=(), target=None):
    """A handshake's request; `headers` are added, or replace those of the same name. None leaves one out."""
    parts = urlsplit(url)
    lines = {"Host": parts.netloc, "Connection": "Upgrade", "Upgrade": "websocket",
             "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": key}
    lines.update(headers)
    path = target or (parts.path or "/") + ("?" + parts.query if parts.query else "")
    text = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
    return f"GET {path} HTTP/1.1\r\n{text}\r\n".encode()


class RawClient:
    """A TCP or TLS connection to the host of a stage; closed at the end of the block."""

    def __init__(self, url):
        parts = urlsplit(url)
        is_secure = parts.scheme == "wss"
        self.url = url
        self._unread = b""
        self.socket = socket.create_connection((parts.hostname, parts.port or (443 if is_secure else 80)), SECONDS)
        # Frames that are written one by one shall travel one by one.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if is_secure:
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=parts.hostname)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def ask(self, request):
        """Sends a request and returns the head and the body of its answer."""
        self.send(request)
        head = self.read_head()
        return head, self.read(int(head.headers.get("content-length", 0)))

    def upgrade(self, headers=(), early=b"", target=None):
        """Becomes a WebSocket, with the bytes `early` right behind the request; returns the answer's head."""
        key = base64.b64encode(os.urandom(16)).decode()
        self.send(upgrade_head(self.url, key, headers, target) + early)
        head = self.read_head()
        assert head.status == 101, head
        accept = base64.b64encode(hashlib.sha1(key.encode() + ACCEPT_GUID).digest()).decode()
        assert head.headers["sec-websocket-accept"] == accept, head
        return head

    def send(self, data):
        try:
            self.socket.sendall(data)
        except (ConnectionError, ssl.SSLEOFError):
            pass  # It has closed already: what it said before is what the test asks for.

    def send_frame(self, opcode, payload=b"", **how):
        self.send(encoded(opcode, payload, **how))

    def send_text(self, text):
        self.send_frame(TEXT, text.encode())

    def read(self, size):
        while len(self._unread) < size:
            self._receive()
        data, self._unread = self._unread[:size], self._unread[size:]
        return data

    def read_head(self):
        while b"\r\n\r\n" not in self._unread:
            self._receive()
        head, self._unread = self._unread.split(b"\r\n\r\n", 1)
        status_line, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        assert len(headers) == len(lines), f"a header came twice: {lines}"
        return Head(int(status_line.split()[1]), headers)

    def read_frame(self):
        first, second = self.read(2)
        assert not first & 0x70, f"a reserved bit is set: {first:#x}"
        assert not second & 0x80, "a server's frames are not masked"
        size = second
        if second >= 126:
            size = int.from_bytes(self.read(2 if second == 126 else 8), "big")
        return Frame(bool(first & 0x80), first & 0x0f, self.read(size))

    def read_frames(self):
        """The frames of the next message, which has to be text."""
        frames = [self.read_frame()]
        assert frames[0].opcode == TEXT, f"no text: {frames[0]}"
        while not frames[-1].is_final:
            frames.append(self.read_frame())
            assert frames[-1].opcode == CONTINUATION, f"no continuation: {frames[-1]}"
        return frames

    def read_text(self):
        return b"".join(frame.payload for frame in self.read_frames()).decode()

    def read_close(self):
        """The payload of the next close frame; whatever comes before it is left aside."""
        frame = self.read_frame()
        while frame.opcode != CLOSE:
            frame = self.read_frame()
        return frame.payload

    def read_to_end(self):
        """What comes until the server hangs up."""
        try:
            while True:
                self._receive()
        except ConnectionError:
            data, self._unread = self._unread, b""
            return data

    def _receive(self):
        try:
            data = self.socket.recv(1 << 16)
        except TimeoutError:
            raise AssertionError(f"nothing came for {SECONDS} s; unread: {self._unread[:200]!r}") from None
        if not data:
            raise ConnectionError(f"the server hung up; unread: {self._unread[:200]!r}")
        self._unread += data
