# SPDX-License-Identifier: MIT
"""Figures as a table, as one line of JSON, and beside the recorded ones."""

import json
import statistics

import servers


class Results:
    """What all runs came to: medians, and ratios to the floor."""

    def __init__(self, measures):
        self._measures = measures
        self._runs = {}

    def add(self, measure, server, values):
        """The figures of one run."""
        for figure in measure.figures:
            self._runs.setdefault((figure.name, server.name), []).append(values[figure.key])

    def median(self, figure, server):
        """Nothing where it was not measured."""
        runs = self._runs.get((figure.name, server))
        return statistics.median(runs) if runs else None

    def ratio(self, measure, figure, server):
        """To this measure's floor."""
        return figure.ratio(self.median(figure, server), self.median(figure, measure.floor))

    def kept_ratios(self):
        """Those of ours whose fall is a failure: {server: {figure: ratio}}."""
        kept = {}
        for measure, figure in self._lines():
            for name in measure.servers:
                ratio = self.ratio(measure, figure, name)
                if figure.is_kept and ratio is not None and servers.named(name).is_ours:
                    kept.setdefault(name, {})[figure.name] = round(ratio, 4)
        return kept

    def json_line(self, **about):
        """Everything, for programs."""
        figures = {}
        for measure, figure in self._lines():
            for name in measure.servers:
                if (figure.name, name) in self._runs:
                    figures.setdefault(name, {})[figure.name] = {
                        "median": self.median(figure, name),
                        "ratio": self._rounded_ratio(measure, figure, name),
                        "runs": self._runs[figure.name, name],
                    }
        return json.dumps({**about, "servers": figures})

    def table(self):
        """For people: a column a server, the floor's first; the ratio after each figure."""
        columns = [server for server in servers.SERVERS if any(name == server.name for _, name in self._runs)]
        rows = [["", *(server.title for server in columns)]]
        for measure, figure in self._lines():
            cells = [self._cell(measure, figure, server.name) for server in columns]
            if any(cells):
                rows.append([figure.title, *cells])
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        rows.insert(1, ["-" * width for width in widths])
        return "\n".join(_line(row, widths) for row in rows)

    def _lines(self):
        return [(measure, figure) for measure in self._measures for figure in measure.figures]

    def _rounded_ratio(self, measure, figure, server):
        ratio = self.ratio(measure, figure, server)
        return None if ratio is None else round(ratio, 4)

    def _cell(self, measure, figure, server):
        value = self.median(figure, server)
        if value is None:
            return ""
        ratio = self.ratio(measure, figure, server)
        return short_number(value) + (f"{ratio:8.3f}" if ratio is not None else " " * 8)


def _line(row, widths):
    cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
    return "  ".join(cells).rstrip()


def short_number(value):
    """Three digits or so."""
    if value >= 1e6:
        return f"{value / 1e6:.2f} M"
    if value >= 1e4:
        return f"{value / 1e3:.0f} k"
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"


def fallen(kept, recorded):
    """A sentence for each ratio under half of the recorded one."""
    return [
        f"{server}: {figure} has a ratio of {ratio:.3f} to the floor, under half of the recorded {before:.3f}"
        for server, figures in kept.items()
        for figure, ratio in figures.items()
        if (before := recorded.get(server, {}).get(figure)) and ratio < before / 2
    ]
