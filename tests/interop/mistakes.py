# SPDX-License-Identifier: MIT
"""What cannot work is said in one sentence and by the exit code."""

import pathlib
import tempfile
import unittest

from server_program import ServerProgram, run_to_end


class Mistakes(unittest.TestCase):
    def assert_fails(self, code, part, *options):
        exit_code, output, errors = run_to_end(*options)
        self.assertEqual(exit_code, code, errors)
        self.assertEqual(output, "")
        self.assertRegex(errors, r"^greenroom-server: [^\n]+\n$")
        self.assertIn(part, errors)

    def test_a_bad_option(self):
        self.assert_fails(2, "nonsense", "--nonsense")
        self.assert_fails(2, "70000", "--port", "70000")

    def test_a_taken_port(self):
        with ServerProgram() as server:
            port = server.url.split(":")[2].split("/")[0]
            self.assert_fails(3, port, "--port", port, "--in-memory")

    def test_a_foreign_address(self):
        # Reserved for documentation, so no machine has it: https://www.rfc-editor.org/rfc/rfc5737
        self.assert_fails(3, "192.0.2.1", "--port", "0", "--address", "192.0.2.1", "--in-memory")

    def test_a_directory_in_use(self):
        with ServerProgram() as server:
            self.assert_fails(4, str(server.process.pid), "--port", "0", "--data-dir", server.data_dir)

    def test_a_directory_that_is_none(self):
        with tempfile.TemporaryDirectory(prefix="greenroom-") as directory:
            file = pathlib.Path(directory) / "file"
            file.touch()
            self.assert_fails(4, "not a directory", "--port", "0", "--data-dir", str(file))
            self.assert_fails(4, "cannot be made", "--port", "0", "--data-dir", str(file / "inside"))

    def test_a_directory_that_is_not_writable(self):
        # Not even root makes files here.
        self.assert_fails(4, "not writable", "--port", "0", "--data-dir", "/proc/self")

    def test_damaged_tables(self):
        with tempfile.TemporaryDirectory(prefix="greenroom-") as directory:
            (pathlib.Path(directory) / "dev.sqlite").write_bytes(b"x" * 8192)
            self.assert_fails(4, "damaged", "--port", "0", "--data-dir", directory)

    def test_help_and_version(self):
        code, output, _ = run_to_end("--help")
        self.assertEqual(code, 0)
        for part in ("--data-dir", "Exit codes", "3  cannot listen"):
            self.assertIn(part, output)
        code, output, _ = run_to_end("--version")
        self.assertEqual(code, 0)
        self.assertRegex(output, r"^greenroom-server \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
