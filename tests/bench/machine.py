# SPDX-License-Identifier: MIT
"""The machine that all runs on."""

import os
import resource
import time


def processors():
    """One for the server and one for the load; none to choose where there is only one."""
    mine = sorted(os.sched_getaffinity(0))
    return mine[:2] if len(mine) > 1 else (None, None)


def raise_file_limit():
    """For this process and all that it starts; returns how many files each may have open."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    return float("inf") if limit == resource.RLIM_INFINITY else limit


class OtherPrograms:
    """What programs that are not ours use of the processors from now on."""

    def __init__(self):
        self._used = self._used_by_others()
        self._start = time.monotonic()

    def share(self):
        """0 where we are alone, 1 where they have all."""
        whole = (time.monotonic() - self._start) * os.cpu_count()
        return min(max((self._used_by_others() - self._used) / whole, 0), 1)

    @staticmethod
    def _used_by_others():
        """In seconds of one processor."""
        with open("/proc/stat", encoding="ascii") as stat:
            user, nice, system = (int(ticks) for ticks in stat.readline().split()[1:4])
        ours = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return (user + nice + system) / os.sysconf("SC_CLK_TCK") - sum(use.ru_utime + use.ru_stime for use in ours)
