# SPDX-License-Identifier: MIT
"""What memory a server takes over time."""

import re
import statistics
import time

# What comes before is for warming up.
WARM_UP = 1 / 3
MOST_GROWTH = 0.1
# Fewer say nothing: a server grows by half with the first client that does not read.
LEAST_SAMPLES = 12


class Memory:
    """Samples of VmRSS in KB: flat where a line through all but the first third rises by less than a tenth."""

    def __init__(self):
        self._samples = []

    def sample(self, process_id):
        """One more."""
        with open(f"/proc/{process_id}/status", encoding="ascii") as status:
            resident = re.search(r"^VmRSS:\s+(\d+) kB", status.read(), re.MULTILINE)
        if resident:
            self._samples.append((time.monotonic(), int(resident[1])))

    def figures(self, has_growth):
        """First, last, largest, and of one process the growth of the line."""
        if not self._samples:
            return {"samples": 0}
        sizes = [size for _, size in self._samples]
        figures = {"samples": len(sizes), "firstKb": sizes[0], "lastKb": sizes[-1], "maxKb": max(sizes)}
        if has_growth:
            figures.update(warmKb=self._warm()[0][1], growth=round(self.growth(), 4))
        return figures

    def growth(self):
        """0.1 is a tenth from one end of the line to the other; 0 after too short a time to tell."""
        warm = self._warm() if self._samples else []
        if len(warm) < LEAST_SAMPLES:
            return 0.0
        line = statistics.linear_regression(*zip(*warm))
        start, end = (line.intercept + line.slope * at for at in (warm[0][0], warm[-1][0]))
        return end / start - 1

    def _warm(self):
        begin, end = self._samples[0][0], self._samples[-1][0]
        return [sample for sample in self._samples if sample[0] >= begin + WARM_UP * (end - begin)]
