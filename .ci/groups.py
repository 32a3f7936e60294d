#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts sources together for the analysers, which spend nearly all their time on the headers of Qt and of the
standard library: groups.py <compile_commands.json> <folder> [source...]

Writes into the folder, for each group, group<N>.cpp, which includes the group's sources, and group<N>.sources,
which lists them, and a compile_commands.json for all groups. Sources are in one group if they are compiled alike
and declare no name twice. What this overlooks shows as a finding in the group; ask each source alone, then.
"""
import json
import pathlib
import re
import shlex
import sys

AT_MOST = 16
# Of one target each; a group sets them for each of its sources.
OWN_MACRO = re.compile(r"-D(QT_TESTCASE_\w+)=(.*)")
# Layout leaves declarations of a namespace at the start of a line. What has a :: in its name is a class's own.
DECLARATION = re.compile(
    r"^(?:using (\w+) =|(?:struct|class|enum class|enum) (\w+))"
    r"|^(?!namespace|using)\w[^(={;#\n]*?\b(?<!::)(\w+) ?[({=;]",
    re.MULTILINE,
)
# What a function or a class declares may hide a name of the namespace: `Type name =`, `Type &name)`, `using Name =`.
INNER = re.compile(r"^ .*", re.MULTILINE)
INNER_DECLARATION = re.compile(r"(?!return|else|case|emit)\b[\w>]+[&* ]+(\w+)(?= ?[=;{:,)(])")
# What many sources call something of their own, and no header does: in a group each gets a name of its own.
OFTEN_OWN = {"Bench", "Tr"}
# Said at the start of a line, but no declaration.
NOT_COMPARED = {"main", "Q_DECLARE_METATYPE", "QTEST_GUILESS_MAIN", "QTEST_MAIN"}


class Source:
    """One source: how it is compiled, and what it declares."""

    def __init__(self, entry):
        arguments = shlex.split(entry["command"])
        output = arguments.index("-o")
        del arguments[output : output + 2]
        self.path = entry["file"]
        self.macros = dict(found.groups() for found in map(OWN_MACRO.fullmatch, arguments) if found)
        self.flags = tuple(
            argument
            for argument in arguments
            if argument not in (self.path, "-c")
            and not OWN_MACRO.fullmatch(argument)
            and not argument.endswith("_autogen/include")
        )
        text = pathlib.Path(self.path).read_text(encoding="utf-8")
        declared = {"".join(found) for found in DECLARATION.findall(text)} - NOT_COMPARED
        own = re.sub(r"\W", "_", self.path)
        self.macros |= {name: f"{name}_of_{own}" for name in sorted(declared & OFTEN_OWN)}
        self.names = declared - OFTEN_OWN
        self.inner_names = set(INNER_DECLARATION.findall("\n".join(INNER.findall(text))))

    def goes_with(self, others):
        """Whether it may be included beside all of them."""
        return len(others) < AT_MOST and all(
            self.flags == other.flags and self.leaves_alone(other) and other.leaves_alone(self) for other in others
        )

    def leaves_alone(self, other):
        """Whether none of its names meets or is hidden by one of the other's."""
        return not self.names & (other.names | other.inner_names)

    def lines(self):
        """What includes it in a group."""
        # Every test has a main() of its own.
        macros = {"main": "main_of_" + re.sub(r"\W", "_", self.path), **self.macros}
        yield "// NOLINTBEGIN"
        yield from (f"#define {name} {value}" for name, value in macros.items())
        yield f'#include "{self.path}"'
        yield from (f"#undef {name}" for name in macros)
        yield "// NOLINTEND"


def grouped(sources):
    """Each source in the first group that takes it."""
    groups = []
    for source in sources:
        group = next((group for group in groups if source.goes_with(group)), None)
        if group is None:
            groups.append([source])
        else:
            group.append(source)
    return groups


def main():
    commands, folder, *wanted = sys.argv[1:]
    wanted = {str(pathlib.Path(path).resolve()) for path in wanted}
    entries = json.loads(pathlib.Path(commands).read_text(encoding="utf-8"))
    seen = {entry["file"]: entry for entry in entries if entry["file"] in wanted}
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("group*"):
        old.unlink()
    database = []
    for index, group in enumerate(grouped([Source(entry) for entry in seen.values()])):
        path = folder / f"group{index}.cpp"
        path.write_text("\n".join(line for source in group for line in source.lines()) + "\n", encoding="utf-8")
        command = [*group[0].flags, "-c", str(path)]
        database.append({"directory": str(folder), "file": str(path), "arguments": command})
        path.with_suffix(".sources").write_text("".join(source.path + "\n" for source in group), encoding="utf-8")
    (folder / "compile_commands.json").write_text(json.dumps(database, indent=1), encoding="utf-8")


main()
