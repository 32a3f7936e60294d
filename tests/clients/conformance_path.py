# SPDX-License-Identifier: MIT
"""Lets the programs of this folder import the modules of the conformance suite, which is what they belong to."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "conformance"))
