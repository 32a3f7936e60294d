# SPDX-License-Identifier: MIT
"""One server with its clients, from its first start to its last end."""

import asyncio
import http.client
import json
import os
import pathlib
import signal
import time

import tables
from journal import Journal, Message
from member import Member
from memory import Memory
from server_program import ServerProgram

STAGES = {"stages": [{
    "name": "dev",
    "routes": {
        "$connect": {"handler": "all.$connect"},
        "$disconnect": {"handler": "all.$disconnect"},
        "$default": {"handler": "all.$default"},
        # With receipts, and with something to refuse.
        "sendmessage": {"handler": "all.sendmessage", "routeResponse": True, "requestModel": {
            "type": "object", "properties": {"message": {"type": "string", "maxLength": 16000}}}},
        "sendMessage": {"handler": "all.sendMessage"},
    },
    "quotas": {"idleConnectionTimeoutSeconds": False, "connectionDurationSeconds": False},
    "faults": {"rules": [{"at": "message", "do": "fail", "routeKey": "sendmessage", "probability": 0.02}]},
}]}
LONG = 16_100
PADDING = 10_000
SMALL_POST, LARGE_POST = 20, 60_000
SECONDS_TO_END = 20
# What is posted to one that does not read fills the kernel's buffers first, then the server's 1 MB for it.
MOST_LARGE_POSTS = 400
# The server waits 30 of them for a client that reads nothing.
SECONDS_TO_BE_DROPPED = 45


class World:
    """A stage and its people; `random` decides all that happens."""

    def __init__(self, name, scratch, random, clients, rate):
        self.journal = Journal(name)
        self.memory = Memory()
        self.restarts = 0
        self.rows = {}
        self._random = random
        self._clients = clients
        self._rate = rate
        self._data_dir = pathlib.Path(scratch) / name
        self._config = pathlib.Path(scratch) / f"{name}.json"
        self._config.write_text(json.dumps(STAGES), encoding="utf-8")
        self._server = None
        self._end = None
        self._stop = asyncio.Event()
        self._serial = self._posts = 0
        self._runs = set()

    async def run(self, lives):
        """Each life of the server is (seconds, the signal that ends it)."""
        was_killed = False
        for seconds, last in lives:
            if self._stop.is_set():
                break
            await self._live(seconds, last, was_killed)
            was_killed = last == signal.SIGKILL
            self.restarts += 1
        self.restarts -= 1

    def stop(self):
        """Ends the run early, and in good order."""
        self._stop.set()

    async def _live(self, seconds, last, was_killed):
        options = ("--quiet", "--config", str(self._config))
        # In a group of its own: an interrupt from the keyboard is for us alone.
        with ServerProgram(str(self._data_dir), options, os.setpgrp) as self._server:
            if was_killed:
                await asyncio.to_thread(tables.check_sessions, self._data_dir, self.journal)
            self._end = None
            acts = [asyncio.create_task(act()) for act in (
                self._populate, self._talk, self._churn, self._stall, self._post, self._stuff, self._watch,
                self._stop.wait)]
            try:
                done, _ = await asyncio.wait(acts, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
                for act in done:
                    # None but the last ends by itself: this raises.
                    act.result()
                await self._end_server(last)
                await _cancel(acts)
                await self._end_members()
            finally:
                # Before the server goes, of which nobody is to complain if this program has failed.
                await _cancel([*acts, *(run.task for run in self._runs)])
        self.journal.settle(everything=True)
        await asyncio.to_thread(self._check_tables)

    async def _end_server(self, last):
        """In the middle of everything."""
        if self._stop.is_set():
            last = signal.SIGTERM
        self._end = (time.monotonic(), last != signal.SIGKILL)
        for run in self._runs:
            run.member.note_server_end(*self._end)
        self._server.process.send_signal(last)
        code = await asyncio.to_thread(self._server.process.wait, SECONDS_TO_END)
        if code != (0 if self._end[1] else -last) or self._server.log():
            self.journal.fail(f"the server ended with {code}, and said: {self._server.log()[-500:]}")

    async def _end_members(self):
        runs = {run.task: run.member for run in self._runs}
        done, pending = await asyncio.wait(runs, timeout=SECONDS_TO_END) if runs else ((), ())
        for task in pending:
            self.journal.fail(f"{runs[task].id} never noticed that the server has ended")
            task.cancel()
        for task in done:
            task.result()
        self._runs.clear()

    def _check_tables(self):
        self.rows["messages"] = tables.check_messages(self._data_dir, self.journal)
        if self._end[1]:
            self.rows["sessions"] = tables.check_sessions(self._data_dir, self.journal)

    # ---- People ----

    def _spawn(self, is_glutton=False):
        self._serial += 1
        run = _Run(Member(self.journal, self._serial, self._server.url, is_glutton))
        if self._end:
            run.member.note_server_end(*self._end)
        self._runs.add(run)
        run.task.add_done_callback(lambda task: self._forget(run, task))
        return run.member

    def _forget(self, run, task):
        """One whose run raised is kept: _end_members() tells of it."""
        if not task.cancelled() and task.exception() is None:
            self._runs.discard(run)

    def _some(self, condition):
        """One of those that meet it, or None."""
        found = [run.member for run in self._runs if not run.member.is_glutton and condition(run.member)]
        found.sort(key=lambda member: member.serial)
        return self._random.choice(found) if found else None

    async def _populate(self):
        """Keeps their number."""
        while True:
            for _ in range(self._clients - sum(not run.member.is_leaving for run in self._runs)):
                self._spawn()
                await asyncio.sleep(self._random.uniform(0, 0.05))
            await asyncio.sleep(0.2)

    async def _churn(self):
        while True:
            await asyncio.sleep(self._random.expovariate(0.5))
            member = self._some(lambda member: member.is_there() and member.stalled_since is None)
            if member:
                self.journal.counts["leaves"] += 1
                await member.leave(is_clean=self._random.random() < 0.5)

    async def _stall(self):
        while True:
            await asyncio.sleep(self._random.expovariate(0.1))
            member = self._some(lambda member: member.is_there() and member.stalled_since is None)
            if member:
                self.journal.counts["stalls"] += 1
                await member.stall(self._random.uniform(2, 15))

    # ---- What is said ----

    async def _talk(self):
        while True:
            await asyncio.sleep(self._random.expovariate(self._rate))
            chance = self._random.random()
            size = PADDING if self._random.random() < 0.01 else self._random.randrange(100)
            if chance < 0.15:
                await self._talk_directly(size)
            elif sender := self._some(Member.is_talkative):
                if chance < 0.17:
                    await sender.say(LONG, "long")
                for _ in range(5 if chance > 0.98 else 1):
                    await sender.say(size)

    async def _talk_directly(self, size):
        sender = self._some(Member.is_idle)
        recipient = self._some(lambda member: member.is_there() and member is not sender)
        if sender and recipient:
            await sender.tell(recipient, size)

    async def _post(self):
        while True:
            await asyncio.sleep(self._random.expovariate(1))
            if recipient := self._some(Member.is_there):
                status = await self._post_to(recipient, SMALL_POST)
                if status not in (200, 410) or (status == 410 and recipient.is_there()):
                    self._fail(f"a post to {recipient.id} was answered with {status}")

    async def _post_to(self, recipient, size):
        self._posts += 1
        message = self.journal.add(Message(("post", self._posts, 0), None, size, recipient))
        body = json.dumps({"post": [self._posts, 0], "padding": "x" * size})
        status = await asyncio.to_thread(self._request, "POST", recipient.id, body)
        if status:
            message.answered_at = time.monotonic()
            message.is_refused = status != 200
        return status

    def _request(self, method, connection_id, body=None):
        """The status; 0 where there was no answer."""
        host = self._server.url.split("/")[2]
        connection = http.client.HTTPConnection(host, timeout=SECONDS_TO_END)
        try:
            connection.request(method, f"/dev/@connections/{connection_id}", body)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    async def _stuff(self):
        """Posts to one that does not read until the server takes no more; it then reads on, or never again."""
        while True:
            await asyncio.sleep(self._random.uniform(1, 10))
            glutton = self._spawn(is_glutton=True)
            while glutton.id is None:
                await asyncio.sleep(0.1)
            glutton.stop_reading()
            status = 200
            for _ in range(MOST_LARGE_POSTS):
                status = await self._post_to(glutton, LARGE_POST)
                if status != 200:
                    break
                await asyncio.sleep(0.05)
            if status != 429:
                self._fail(f"a post to one that does not read was answered with {status}")
            self.journal.counts["stuffed"] += 1
            if self._random.random() < 0.5:
                await asyncio.sleep(self._random.uniform(0, 5))
                await glutton.catch_up()
                await glutton.leave(is_clean=True)
            else:
                await self._await_drop(glutton)
            await asyncio.sleep(self._random.uniform(10, 30))

    async def _await_drop(self, glutton):
        """Of one that never reads again."""
        deadline = time.monotonic() + SECONDS_TO_BE_DROPPED
        while (status := await asyncio.to_thread(self._request, "GET", glutton.id)) == 200:
            if time.monotonic() > deadline:
                break
            await asyncio.sleep(1)
        if status == 410:
            self.journal.counts["dropped"] += 1
        else:
            self._fail(f"{glutton.id} reads nothing and was not dropped: {status}")
        glutton.give_up()

    def _fail(self, text):
        """Nothing is expected of a server that is ending."""
        if self._end is None:
            self.journal.fail(text)

    async def _watch(self):
        while True:
            self.memory.sample(self._server.process.pid)
            for _ in range(10):
                await asyncio.sleep(1)
                self.journal.settle()


async def _cancel(tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class _Run:
    """A member and the task that reads for it."""

    def __init__(self, member):
        self.member = member
        self.task = asyncio.create_task(member.run())
