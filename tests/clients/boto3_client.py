# SPDX-License-Identifier: MIT
"""AWS's own SDK for Python (python3-boto3) talks to clients through @connections and meets its own exceptions."""

import datetime
import sys
import unittest

import conformance_path  # noqa: F401
from people import NEVER_GIVEN_OUT, Person, token
from raw_client import close_payload
from signed_server import signed_stage_url
from stages import SKIPPED, is_own_server, main, management_url, stage_url

try:
    import boto3
    import botocore
except ImportError:
    boto3 = None


def management_api(url, **configuration):
    # A deployed stage wants the credentials of the environment, the bundled server any.
    if not is_own_server() and boto3.Session().get_credentials() is None:
        raise unittest.SkipTest("there are no AWS credentials to sign with")
    credentials = {"aws_access_key_id": "any", "aws_secret_access_key": "any", "region_name": "us-east-1"}
    return boto3.client(
        "apigatewaymanagementapi", endpoint_url=management_url(url), **(credentials if is_own_server() else {}),
        config=botocore.config.Config(retries={"max_attempts": 0}, proxies={}, **configuration))


class Boto3(unittest.TestCase):
    def setUp(self):
        self.ana = Person.introduced(headers={"User-Agent": "ana"})
        self.addCleanup(self.ana.socket.close)
        self.api = self.management_api(stage_url())

    def management_api(self, url):
        api = management_api(url)
        self.addCleanup(api.close)
        return api

    def assert_raises(self, name, status, function, **parameters):
        with self.assertRaises(getattr(self.api.exceptions, name)) as raised:
            function(**parameters)
        self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], status)
        return raised.exception.response

    def assert_gone(self, connection_id):
        self.assert_raises("GoneException", 410, self.api.post_to_connection, ConnectionId=connection_id, Data=b"x")
        self.assert_raises("GoneException", 410, self.api.get_connection, ConnectionId=connection_id)
        self.assert_raises("GoneException", 410, self.api.delete_connection, ConnectionId=connection_id)

    def test_messages_are_posted(self):
        for text in (token(), token() + "olá €", token() + "x" * 127 * 1024):
            response = self.api.post_to_connection(ConnectionId=self.ana.connection_id, Data=text.encode())
            self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 200)
            self.ana.hear(text)

    def test_a_connection_is_described(self):
        described = self.api.get_connection(ConnectionId=self.ana.connection_id)
        self.assertEqual(described["Identity"]["UserAgent"], "ana")
        self.assertRegex(described["Identity"]["SourceIp"], "^[0-9a-f.:]+$")
        self.assertLessEqual(described["ConnectedAt"], described["LastActiveAt"])
        age = datetime.datetime.now(datetime.timezone.utc) - described["ConnectedAt"]
        self.assertLess(age, datetime.timedelta(minutes=2))

    def test_a_connection_is_deleted(self):
        response = self.api.delete_connection(ConnectionId=self.ana.connection_id)
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 204)
        self.assertEqual(self.ana.read_close()[:2], close_payload(1000))
        self.assert_gone(self.ana.connection_id)

    def test_whoever_is_gone_is_gone(self):
        self.assert_gone(NEVER_GIVEN_OUT)
        with Person.introduced() as ben:
            pass
        self.ana.hear(f'{{"message": "User {ben.connection_id} has left the chat."}}')
        self.assert_gone(ben.connection_id)

    def test_large_payloads_are_refused(self):
        response = self.assert_raises(
            "PayloadTooLargeException", 413, self.api.post_to_connection,
            ConnectionId=self.ana.connection_id, Data=b"x" * (128 * 1024 + 1))
        self.assertTrue(response["Error"]["Message"])
        text = token()
        self.api.post_to_connection(ConnectionId=self.ana.connection_id, Data=text.encode())
        self.ana.hear(text)

    def test_a_malformed_id_is_a_bad_request(self):
        # The SDK has no exception of its own for it.
        with self.assertRaises(botocore.exceptions.ClientError) as raised:
            self.api.get_connection(ConnectionId="bot_1/é")
        self.assertEqual(raised.exception.response["Error"],
                         {"Code": "BadRequestException", "Message": "Invalid connectionId: bot_1/é"})

    def test_other_stages_are_forbidden(self):
        origin = stage_url().rsplit("/", 1)[0]
        for url in (origin + "/no-such-stage-here", origin):
            api = self.management_api(url)
            with self.assertRaises(api.exceptions.ForbiddenException):
                api.post_to_connection(ConnectionId=self.ana.connection_id, Data=b"x")


class Signatures(unittest.TestCase):
    def test_they_can_be_required(self):
        url = signed_stage_url()
        signed = management_api(url)
        self.addCleanup(signed.close)
        with self.assertRaises(signed.exceptions.GoneException):
            signed.get_connection(ConnectionId=NEVER_GIVEN_OUT)
        unsigned = management_api(url, signature_version=botocore.UNSIGNED)
        self.addCleanup(unsigned.close)
        with self.assertRaises(botocore.exceptions.ClientError) as raised:
            unsigned.get_connection(ConnectionId=NEVER_GIVEN_OUT)
        self.assertEqual(raised.exception.response["Error"], {
            "Code": "MissingAuthenticationTokenException", "Message": "Missing Authentication Token"})


if __name__ == "__main__":
    if boto3 is None:
        print("There is no boto3 (Debian package python3-boto3).")
        sys.exit(SKIPPED)
    main()
