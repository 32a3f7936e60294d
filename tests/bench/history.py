# SPDX-License-Identifier: MIT
"""A data directory in which a million messages have been said, made once for all runs."""

import contextlib
import pathlib
import sqlite3

MESSAGES = 1_000_000
# The shape that server/tables/Migrations.cpp makes.
SQL = f"""
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE ActiveConnections (connection_id TEXT NOT NULL PRIMARY KEY);
CREATE TABLE SessionHistory (connection_id TEXT NOT NULL PRIMARY KEY, source_ip TEXT, connected_at TEXT NOT NULL,
    disconnected_at TEXT, duration_seconds INTEGER);
CREATE TABLE MessageHistory (message_id TEXT NOT NULL PRIMARY KEY, connection_id TEXT NOT NULL,
    message TEXT NOT NULL, timestamp TEXT NOT NULL);
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {MESSAGES})
    INSERT INTO MessageHistory
    SELECT printf('%08d-0000-4000-8000-000000000000', number), 'eHrdFcnvvHcCE-w=', printf('%0128d', number),
        '2026-01-31T12:00:00Z' FROM counted;
PRAGMA user_version = 1;
COMMIT;
"""


def directory(build):
    """Where they are, below the build."""
    path = pathlib.Path(build) / "bench-history"
    if not (path / "dev.sqlite").exists():
        path.mkdir(exist_ok=True)
        unfinished = path / "unfinished"
        unfinished.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as database:
            database.executescript(SQL)
        unfinished.rename(path / "dev.sqlite")
    return path
