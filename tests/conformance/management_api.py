# SPDX-License-Identifier: MIT
"""`@connections` called with bare HTTP, so that every header and byte of an answer can be seen.

Calls are signed where the environment has AWS credentials, as a deployed stage needs; the bundled server does
without.
"""

import http.client
import ssl
import unittest
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from raw_client import SECONDS
from stages import is_own_server, management_url

try:
    import botocore.auth
    import botocore.awsrequest
    import botocore.session
except ImportError:
    botocore = None


class Answer(NamedTuple):
    """An answer; `headers` has the names in small letters."""
    status: int
    headers: dict
    body: bytes


def signature(method, url, body):
    """The headers that sign a request; none where there is nobody to sign as."""
    session = botocore.session.get_session() if botocore else None
    credentials = session.get_credentials() if session and not is_own_server() else None
    if credentials is None:
        return {}
    parts = urlsplit(url).hostname.split(".")
    region = session.get_config_variable("region") or (parts[2] if len(parts) > 3 else "us-east-1")
    request = botocore.awsrequest.AWSRequest(method=method, url=url, data=body)
    botocore.auth.SigV4Auth(credentials, "execute-api", region).add_auth(request)
    return dict(request.headers)


class ManagementApi:
    """The `@connections` of one stage."""

    def __init__(self, stage):
        self.base = management_url(stage)

    def call(self, method, path, body=None, connection=None, headers=()):
        """Calls a path below the stage, over a connection of its own unless one is given."""
        url = self.base + path
        own = connection or self.connect()
        try:
            own.request(method, urlsplit(url).path, body, {**signature(method, url, body), **dict(headers)})
            response = own.getresponse()
            answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()},
                            response.read())
        finally:
            if connection is None:
                own.close()
        if answer.status == 403 and b"Missing Authentication Token" in answer.body:
            raise unittest.SkipTest("this stage wants signed calls, and there are no AWS credentials to sign with")
        return answer

    def connect(self):
        parts = urlsplit(self.base)
        if parts.scheme == "https":
            return http.client.HTTPSConnection(parts.netloc, timeout=SECONDS, context=ssl.create_default_context())
        return http.client.HTTPConnection(parts.netloc, timeout=SECONDS)

    def post(self, connection_id, data, **how):
        return self.call("POST", f"/@connections/{quote(connection_id)}", data, **how)

    def get(self, connection_id, **how):
        return self.call("GET", f"/@connections/{quote(connection_id)}", **how)

    def delete(self, connection_id, **how):
        return self.call("DELETE", f"/@connections/{quote(connection_id)}", **how)
