# SPDX-License-Identifier: MIT
"""Compares a translation catalogue with a fresh one of the same sources and looks for gaps.

Usage: catalogue.py COMMITTED.ts FRESH.ts. Prints a line for each fault; exits with 1 if there is any.
"""

import re
import sys
from typing import Dict, Iterator, List, NamedTuple, Tuple
from xml.etree import ElementTree


class Message(NamedTuple):
    source: str
    plural: bool
    state: str
    forms: List[str]


Key = Tuple[str, str, str, bool]


def read(path: str) -> Dict[Key, Message]:
    messages = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for node in context.iter("message"):
            source = node.findtext("source") or ""
            plural = node.get("numerus") == "yes"
            translation = node.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name") or "", source, node.findtext("comment") or "", plural)
            messages[key] = Message(source, plural, translation.get("type") or "", forms)
    return messages


def placeholders(text: str) -> List[str]:
    return sorted(set(re.findall(r"%L?(?:\d{1,2}|n)", text)))


def faults(message: Message) -> Iterator[str]:
    if message.state:
        yield "is " + message.state
        return
    if not all(form.strip() for form in message.forms):
        yield "has no translation"
        return
    for form in message.forms:
        # "one message" may do without its %n.
        wanted, given = (set(placeholders(text)) - ({"%n"} if message.plural else set()) for text in (message.source, form))
        if wanted != given:
            yield "has other placeholders than its source: " + form
        if message.source.endswith(("…", ":", ".", " ")) and form[-1] != message.source[-1]:
            yield "ends otherwise than its source: " + form


def main(committed_path: str, fresh_path: str) -> int:
    committed, fresh = read(committed_path), read(fresh_path)
    found = [(key, "is in the sources only") for key in fresh.keys() - committed.keys()]
    found += [(key, "is no longer in the sources") for key in committed.keys() - fresh.keys()]
    found += [(key, fault) for key in committed.keys() & fresh.keys() for fault in faults(committed[key])]
    for (context, source, _, _), fault in sorted(found):
        print(f"{committed_path}: {context}: “{source}” {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
