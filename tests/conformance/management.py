# SPDX-License-Identifier: MIT
"""What `@connections` answers, to the header and the byte."""

import datetime
import json
import unittest

from management_api import ManagementApi
from people import ID, NEVER_GIVEN_OUT, UUID, Person, introduced_to_direct, token
from stages import choice, is_own_server, main, stage_url

STAMP = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
COMMON_HEADERS = {"date", "connection", "x-amzn-requestid", "x-amzn-trace-id"}


class Management(unittest.TestCase):
    def setUp(self):
        self.api = ManagementApi(stage_url())
        self.person = Person.introduced(headers={"User-Agent": "conformance/1"})
        self.addCleanup(self.person.socket.close)
        self.id = self.person.connection_id

    def assert_answers(self, answer, status, body=b"", error=None):
        self.assertEqual((answer.status, answer.body), (status, body))
        self.assertRegex(answer.headers["x-amzn-requestid"], f"^{UUID}$")
        self.assertRegex(answer.headers["x-amzn-trace-id"], r"^Root=1-[0-9a-f]{8}-[0-9a-f]{24}")
        self.assertEqual(answer.headers.get("x-amzn-errortype"), error)
        has_type = status != 204
        if has_type:
            self.assertEqual(answer.headers["content-type"], "application/json")
            self.assertEqual(answer.headers["content-length"], str(len(body)))
        if is_own_server():
            expected = COMMON_HEADERS | ({"content-type", "content-length"} if has_type else set())
            self.assertEqual(set(answer.headers), expected | ({"x-amzn-errortype"} if error else set()))

    def test_a_post_is_answered_200_without_a_body(self):
        text = token()
        self.assert_answers(self.api.post(self.id, text.encode()), 200)
        self.person.hear(text)

    def test_a_post_arrives_as_text(self):
        text = token() + "\x00 é € 😀 \n"
        self.assert_answers(self.api.post(self.id, text.encode(), headers={
            "Content-Type": "application/octet-stream"}), 200)
        self.person.hear(text)

    def test_a_get_describes_the_connection(self):
        answer = self.api.get(self.id)
        self.assert_answers(answer, 200, answer.body)
        self.assertRegex(answer.body.decode(), (
            rf'\A\{{\n  "identity" : \{{\n    "sourceIp" : "[0-9a-f.:]+",\n    "userAgent" : "conformance/1"\n  \}},\n'
            rf'  "connectedAt" : "{STAMP}",\n  "lastActiveAt" : "{STAMP}"\n\}}\Z'))
        described = json.loads(answer.body)
        self.assertLessEqual(described["connectedAt"], described["lastActiveAt"])
        connected = datetime.datetime.fromisoformat(described["connectedAt"].replace("Z", "+00:00"))
        age = datetime.datetime.now(datetime.timezone.utc) - connected
        self.assertLess(abs(age), datetime.timedelta(minutes=2))

    def test_a_post_is_activity(self):
        before = json.loads(self.api.get(self.id).body)
        while json.loads(self.api.get(self.id).body)["lastActiveAt"] == before["lastActiveAt"]:
            self.assert_answers(self.api.post(self.id, b"activity"), 200)
            self.person.hear("activity")
        self.assertEqual(json.loads(self.api.get(self.id).body)["connectedAt"], before["connectedAt"])

    def test_a_delete_is_answered_204(self):
        self.assert_answers(self.api.delete(self.id), 204)

    def test_whoever_was_deleted_is_gone(self):
        self.assert_answers(self.api.delete(self.id), 204)
        self.person.read_close()
        for call in (self.api.get, self.api.delete):
            self.assert_answers(call(self.id), 410, error="GoneException")

    def test_an_id_that_nobody_has_is_gone(self):
        self.assert_answers(self.api.post(NEVER_GIVEN_OUT, b"x"), 410, error="GoneException")
        for call in (self.api.get, self.api.delete):
            self.assert_answers(call(NEVER_GIVEN_OUT), 410, error="GoneException")

    def test_an_id_without_the_form_of_one_is_a_bad_request(self):
        for bad in (self.id + "test", "bot_1", "0b2a0b4e-3c4e-4c2e-9a57-1b2f3c4d5e6f"):
            with self.subTest(bad):
                body = b'{"message":"Invalid connectionId: ' + bad.encode() + b'"}'
                self.assert_answers(self.api.get(bad), 400, body, "BadRequestException")

    def test_a_large_payload_is_refused(self):
        answer = self.api.post(self.id, b"x" * (128 * 1024 + 1))
        self.assertEqual((answer.status, answer.headers["x-amzn-errortype"]), (413, "PayloadTooLargeException"))
        self.assertEqual(list(json.loads(answer.body)), ["message"])
        self.assert_answers(self.api.post(self.id, b"x" * (128 * 1024)), 200)

    def test_the_path_may_be_escaped(self):
        for path in (f"/%40connections/{self.id}", f"/@connections/{self.id.replace('=', '%3D')}",
                     f"/%40connections/{self.id.replace('=', '%3d')}"):
            with self.subTest(path):
                self.assert_answers(self.api.call("POST", path, b"escaped"), 200)
                self.person.hear("escaped")

    def test_no_stage_and_an_unknown_stage_are_forbidden(self):
        origin = stage_url().rsplit("/", 1)[0]
        for stage in (origin, origin + "/no-such-stage-here"):
            with self.subTest(stage):
                answer = ManagementApi(stage).post(self.id, b"x")
                self.assertEqual((answer.status, answer.body), (403, b'{"message":"Forbidden"}'))
                self.assertEqual(answer.headers["x-amzn-errortype"], "ForbiddenException")

    def test_another_stage_does_not_know_the_connection(self):
        other = ManagementApi(stage_url("GREENROOM_DIRECT_URL"))
        self.assert_answers(other.post(self.id, b"x"), 410, error="GoneException")
        with introduced_to_direct(stage_url("GREENROOM_DIRECT_URL")) as stranger:
            self.assertRegex(stranger.connection_id, f"^{ID}$")
            self.assert_answers(self.api.get(stranger.connection_id), 410, error="GoneException")

    def test_one_http_connection_carries_many_calls(self):
        connection = self.api.connect()
        self.addCleanup(connection.close)
        for text in ("one", "two", "three"):
            self.assert_answers(self.api.post(self.id, text.encode(), connection=connection), 200)
            self.person.hear(text)

    @choice
    def test_bytes_that_are_no_text_arrive_as_text(self):
        self.assert_answers(self.api.post(self.id, b"half \xc3 a character"), 200)
        self.person.hear("half \N{REPLACEMENT CHARACTER} a character")

    @choice
    def test_a_client_without_a_user_agent_has_null(self):
        with Person.introduced() as person:
            self.assertIsNone(json.loads(self.api.get(person.connection_id).body)["identity"]["userAgent"])


if __name__ == "__main__":
    main()
