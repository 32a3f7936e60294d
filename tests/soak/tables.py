# SPDX-License-Identifier: MIT
"""Whether the tables of a server that has ended agree with what its clients saw."""

import collections
import contextlib
import pathlib
import shutil
import sqlite3
import tempfile

FILE = "dev.sqlite"


@contextlib.contextmanager
def _opened(data_dir):
    """A copy, since whoever opens what a killed server left would mend it."""
    with tempfile.TemporaryDirectory(prefix="soak-") as scratch:
        for suffix in ("", "-wal"):
            file = pathlib.Path(data_dir) / (FILE + suffix)
            if file.exists():
                shutil.copy(file, scratch)
        with contextlib.closing(sqlite3.connect(f"{scratch}/{FILE}")) as database:
            yield database


def check_messages(data_dir, journal):
    """MessageHistory has all that was delivered, once, as it was said, and nothing that was refused."""
    with _opened(data_dir) as database:
        rows = database.execute("SELECT connection_id, substr(message, 1, instr(message, ':') - 1), "
                                "length(message) - instr(message, ':') FROM MessageHistory").fetchall()
    stored = collections.Counter()
    for sender_id, text, size in rows:
        kind, _, number = text.partition(" ")
        key = (kind, *(int(part) for part in number.split(".")))
        message = journal.messages.get(key)
        stored[key] += 1
        if message is None or message.sender.id != sender_id or message.size != size:
            journal.fail(f"MessageHistory has {text!r} of {sender_id}, which nobody said so")
        elif message.is_refused:
            journal.fail(f"MessageHistory has {key}, which was refused")
    for key, message in journal.messages.items():
        if message.kind not in ("chat", "long", "direct"):
            continue
        must_be_there = message.heard > 0 or (message.answered_at is not None and not message.is_refused)
        if stored[key] > 1 or (must_be_there and not stored[key]):
            journal.fail(f"MessageHistory has {key} {stored[key]} times, and {message.heard} clients heard it")
    return len(rows)


def check_sessions(data_dir, journal):
    """SessionHistory has a row with an end for each connection, and ActiveConnections is empty."""
    with _opened(data_dir) as database:
        rows = dict(database.execute("SELECT connection_id, disconnected_at >= connected_at AND duration_seconds >= 0 "
                                     "FROM SessionHistory"))
        active = [row[0] for row in database.execute("SELECT connection_id FROM ActiveConnections")]
    if active:
        journal.fail(f"ActiveConnections has {len(active)} rows after the end: {active[:5]}")
    for connection_id, serial in journal.ids.items():
        if connection_id not in rows:
            journal.fail(f"SessionHistory has no row of {connection_id} (serial {serial})")
    for connection_id, has_end in rows.items():
        if not has_end:
            journal.fail(f"SessionHistory has no end of {connection_id}")
    return len(rows)
