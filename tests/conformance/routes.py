# SPDX-License-Identifier: MIT
"""Which route a message takes, as far as its answer shows."""

import json
import unittest

from people import ID, INVALID_REQUEST, Person, said, token
from stages import choice, main, stage_url


class Routes(unittest.TestCase):
    def assert_takes_default(self, *messages, url=None):
        with Person(url) as person:
            for message in messages:
                with self.subTest(message):
                    person.send_text(message)
                    person.hear(INVALID_REQUEST)

    def test_a_route_is_found_by_its_key(self):
        with Person.introduced() as person:
            text = token()
            person.send_text(json.dumps({"other": [1], "action": "sendmessage", "message": text}))
            self.assertIn(f" {person.connection_id}  {text}", person.hear_until(lambda frame: text in frame)[-1])

    def test_other_keys_take_default(self):
        self.assert_takes_default('{"action":"unheard-of"}', '{"action":"sendmessage "}', '{"action":""}', "{}",
                                  '{"route":"sendmessage"}')

    def test_keys_are_compared_with_their_case(self):
        self.assert_takes_default('{"action":"SendMessage"}', '{"Action":"sendmessage"}')

    def test_what_is_no_json_takes_default(self):
        self.assert_takes_default("hello", '{"action":"sendmessage"', "sendmessage", "")

    def test_json_that_is_no_object_takes_default(self):
        self.assert_takes_default("[]", '"sendmessage"', "7", "null", "true")

    @choice
    def test_values_that_are_no_text_take_default(self):
        self.assert_takes_default('{"action":null}', '{"action":{"action":"sendmessage"}}', '{"action":7}',
                                  '{"action":["sendmessage"]}')

    @choice
    def test_reserved_keys_take_default(self):
        # Whoever could choose them could pretend that somebody came or went.
        self.assert_takes_default('{"action":"$connect"}', '{"action":"$disconnect"}', '{"action":"$default"}')

    def test_what_is_almost_json_takes_its_route(self):
        with Person() as person:
            # Its handler, which is written in Python, is stricter than the gateway.
            person.send_text('{"action":"sendmessage", message:"hello"}')
            person.hear_error("Internal server error")


class OtherBackends(unittest.TestCase):
    def test_a_default_route_that_does_nothing_is_silent(self):
        with Person(stage_url("GREENROOM_BROADCAST_URL")) as person:
            person.send_text("nothing comes of this")
            text = token()
            person.send_text(json.dumps({"action": "sendMessage", "data": text}))
            self.assertEqual([frame for frame in person.hear(text) if "message" in frame.lower()], [])

    def test_default_can_tell_who_one_is(self):
        # What the handler tells comes from a call to GetConnection.
        for agent in (None, "somebody's agent/1.0"):
            with Person(stage_url("GREENROOM_TUTORIAL_URL"), {"User-Agent": agent} if agent else {}) as person:
                person.send_text(token())
                stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
                told = person.hear_match(
                    rf'Use the sendmessage route to send a message\. Your info:(\{{"ConnectedAt":"{stamp}",'
                    rf'"Identity":\{{"SourceIp":"[0-9a-f.:]+","UserAgent":.*\}},"LastActiveAt":"{stamp}",'
                    rf'"connectionID":"{ID}"\}})')
                self.assertEqual(json.loads(told[1])["Identity"]["UserAgent"], agent)


class Expressions(unittest.TestCase):
    def setUp(self):
        self.url = stage_url("GREENROOM_EXPRESSION_URL")

    def assert_is_said(self, **members):
        with Person(self.url) as person:
            person.introduce(**members)

    def test_several_variables_and_static_text_make_one_key(self):
        self.assert_is_said(service="chat", call={"name": "say"})

    def test_a_path_that_leads_nowhere_is_empty(self):
        self.assert_is_said(call={"name": "say"})

    def test_numbers_booleans_and_arrays_become_text(self):
        self.assert_is_said(service=7, call={"name": True})
        self.assert_is_said(service=[1, 2], call={"name": "say"})

    def test_other_values_take_default(self):
        with Person(self.url) as person:
            for members in ({"service": "chat"}, {"service": "chat", "call": "say"},
                            {"service": "chat", "call": {"name": "Say"}}):
                person.send_text(said(token(), **members))
                person.hear(INVALID_REQUEST)


if __name__ == "__main__":
    main()
