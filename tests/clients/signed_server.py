# SPDX-License-Identifier: MIT
"""A stage whose @connections wants signed calls, as every deployed one does."""

import atexit
import functools

from stages import is_own_server, own_server, stage_url


@functools.lru_cache(maxsize=None)
def signed_stage_url():
    """The stage under test, or a server of our own with --require-signature."""
    if not is_own_server():
        return stage_url()
    own_server("")  # Makes its module known.
    from server_program import ServerProgram
    server = ServerProgram(options=["--require-signature"])
    server.__enter__()
    atexit.register(server.__exit__)
    return server.url
