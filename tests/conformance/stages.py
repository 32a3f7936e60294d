# SPDX-License-Identifier: MIT
"""The stages under test: those whose addresses the environment gives, else a server of our own with all of them.

GREENROOM_STAGE_URL is the address of a stage with the routes of `history` or `all`. The other stages have a
variable each, in VARIABLES; a test whose stage is not given is skipped. With no address at all the program in
GREENROOM_SERVER is started and opens the stages of stages.json.
"""

import atexit
import contextlib
import functools
import os
import pathlib
import sys
import unittest
from urllib.parse import urlsplit, urlunsplit

HERE = pathlib.Path(__file__).parent
SKIPPED = 77

# Each variable, the stage of stages.json that it stands for, and what the stage has to be.
VARIABLES = {
    "GREENROOM_STAGE_URL": ("dev", "the routes of history"),
    "GREENROOM_DIRECT_URL": ("direct", "the routes of direct, and no $default"),
    "GREENROOM_TUTORIAL_URL": ("production", "the routes of tutorial"),
    "GREENROOM_BROADCAST_URL": ("beta", "the routes of broadcast"),
    "GREENROOM_TWO_WAY_URL": ("two-way", "the routes of history with route responses"),
    "GREENROOM_EXPRESSION_URL": ("expression", "the expression and the routes of the stage in stages.json"),
}

# The AWS SDKs would ask an address of the network for credentials where the environment has none.
os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")

_server = None


def is_own_server():
    """Whether the bundled server is what is tested, which keeps promises that AWS does not make."""
    return not any(os.environ.get(variable) for variable in VARIABLES)


def own_server(reason):
    """The server that we started; skips the test, with the reason, where the stages are somebody else's."""
    global _server
    if not is_own_server():
        raise unittest.SkipTest(f"only for the bundled server: {reason}")
    if "GREENROOM_SERVER" not in os.environ:
        raise RuntimeError("set GREENROOM_STAGE_URL to the address of a stage, or GREENROOM_SERVER to the program")
    if _server is None:
        sys.path.insert(0, str(HERE.parent / "interop"))
        from server_program import ServerProgram
        scale = os.environ.get("GREENROOM_TIME_SCALE")
        _server = ServerProgram(options=["--config", str(HERE / "stages.json"),
                                         *(["--time-scale", scale] if scale else [])])
        _server.__enter__()
        atexit.register(_server.__exit__)
    return _server


def stage_url(variable="GREENROOM_STAGE_URL"):
    """The address of a stage; skips the test where it is not given."""
    name, description = VARIABLES[variable]
    if is_own_server():
        return own_server("").stage_url(name)
    url = os.environ.get(variable, "")
    if not url:
        raise unittest.SkipTest(f"{variable} is not set: the address of a stage with {description}")
    if urlsplit(url).scheme not in ("ws", "wss"):
        raise ValueError(f"{variable} is no address of a stage, as wss://host/stage: {url}")
    return url.rstrip("/")


def management_url(stage):
    """Where `@connections` of a stage is called, as http or https."""
    parts = urlsplit(stage)
    return urlunsplit(parts._replace(scheme={"ws": "http", "wss": "https"}[parts.scheme]))


def time_scale():
    """How many times faster the stage's clock runs; skips the test where nobody said so."""
    scale = os.environ.get("GREENROOM_TIME_SCALE")
    if not scale:
        raise unittest.SkipTest("GREENROOM_TIME_SCALE is not set: the stage would need minutes or hours")
    return float(scale)


def choice(test):
    """Marks a test of what Greenroom chose where nobody knows what AWS does: elsewhere a difference is no fault."""
    @functools.wraps(test)
    def tried(self):
        if is_own_server():
            test(self)
            return
        # A subtest would report its failure itself.
        self.subTest = lambda *_: contextlib.nullcontext()
        try:
            test(self)
        except (AssertionError, ConnectionError) as difference:
            raise unittest.SkipTest(f"Greenroom's choice, and this stage chose otherwise: {difference}")
    return tried


def main():
    """As unittest.main(), but tells ctest where all tests were skipped."""
    result = unittest.main(module="__main__", exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    # A class that is skipped as a whole has run no test.
    sys.exit(SKIPPED if result.skipped and len(result.skipped) >= result.testsRun else 0)
