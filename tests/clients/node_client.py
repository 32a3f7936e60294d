# SPDX-License-Identifier: MIT
"""Runs a test program for Node.js with the addresses of the stages: node_client.py PROGRAM."""

import os
import pathlib
import subprocess
import sys
import unittest

import conformance_path  # noqa: F401
from node_modules import MODULES, node_command, require_modules
from signed_server import signed_stage_url
from stages import SKIPPED, VARIABLES, is_own_server, stage_url

SECONDS = 80


def run(program):
    environment = dict(os.environ, NODE_PATH=str(MODULES), GREENROOM_SIGNED_URL=signed_stage_url())
    if is_own_server():
        environment.update({variable: stage_url(variable) for variable in VARIABLES})
        # The SDK signs with something, and asks nobody in the network for it.
        environment.update(AWS_ACCESS_KEY_ID="any", AWS_SECRET_ACCESS_KEY="any", AWS_REGION="us-east-1")
    script = str(pathlib.Path(__file__).parent / program)
    return subprocess.run(node_command(script), env=environment, check=False, timeout=SECONDS).returncode


if __name__ == "__main__":
    try:
        require_modules()
    except unittest.SkipTest as missing:
        print(missing)
        sys.exit(SKIPPED)
    sys.exit(run(sys.argv[1]))
