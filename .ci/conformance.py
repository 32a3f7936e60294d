# SPDX-License-Identifier: MIT
"""Checks docs/conformance.md: every test that it names exists, every row names one, every source is given.

Prints a line for each fault; exits with 1 if there is any. Run in the root of the source tree.
"""

import pathlib
import re
import sys
from typing import Iterator

TABLE = pathlib.Path("docs/conformance.md")
TEST = re.compile(r"`([a-z]+/\w+\.(?:py|js|cpp)): ([^`]+)`")
# How a test is defined, in each language.
DEFINITIONS = {".py": "def {}(self", ".js": "test('{}'", ".cpp": "    void {}();"}


def has_test(file: str, name: str) -> bool:
    path = pathlib.Path("tests") / file
    return path.is_file() and DEFINITIONS[path.suffix].format(name) in path.read_text(encoding="utf-8")


def suite_tests() -> Iterator[str]:
    for path in sorted(pathlib.Path("tests/conformance").glob("*.py")):
        for name in re.findall(r"^    def (test_\w+)\(self", path.read_text(encoding="utf-8"), re.MULTILINE):
            yield f"conformance/{path.name}: {name}"


def faults(text: str) -> Iterator[str]:
    named = {f"{file}: {name}" for file, name in TEST.findall(text)}
    for number, line in enumerate(text.splitlines(), 1):
        is_row = line.startswith("| ") and not line.startswith("| Behaviour")
        if is_row and not TEST.search(line):
            yield f"{number}: the row names no test"
        for file, name in TEST.findall(line):
            if not has_test(file, name):
                yield f"{number}: there is no test {file}: {name}"
        for source in re.findall(r"\]\[([^]]+)\]", line):
            if f"\n[{source}]: https://" not in text:
                yield f"{number}: the source {source} has no address"
    for source in re.findall(r"^\[([^]]+)\]: ", text, re.MULTILINE):
        if f"][{source}]" not in text:
            yield f"the source {source} is not used"
    for test in suite_tests():
        if test not in named:
            yield f"no row names {test}"


def main() -> int:
    found = list(faults(TABLE.read_text(encoding="utf-8")))
    for fault in found:
        print(f"{TABLE}: {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
