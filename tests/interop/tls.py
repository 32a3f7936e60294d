# SPDX-License-Identifier: MIT
"""wss and https: Python's ssl and websockets as clients, certificates of openssl's and of the server's own making."""

import asyncio
import hashlib
import http.client
import os
import pathlib
import shutil
import socket
import ssl
import stat
import subprocess
import tempfile
import unittest
import urllib.parse

import websockets

from server_program import ServerProgram, run_to_end

SECONDS = 10


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True, timeout=60)


def trusting(certificate):
    return ssl.create_default_context(cafile=str(certificate))


class InFolder(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="greenroom-")
        self.addCleanup(directory.cleanup)
        self.folder = pathlib.Path(directory.name)


class SelfSigned(InFolder):
    def server(self):
        return ServerProgram(data_dir=str(self.folder), options=["--tls-self-signed"])

    async def test_a_conversation(self):
        with self.server() as server:
            self.assertTrue(server.url.startswith("wss://127.0.0.1:"))
            context = trusting(self.folder / "certificate.pem")
            async with websockets.connect(server.url, ssl=context) as one, \
                    websockets.connect(server.url, ssl=context) as other:
                await other.send('{"action":"sendmessage","message":"Olá"}')
                while "Ol" not in (text := await asyncio.wait_for(one.recv(), SECONDS)):
                    pass
                self.assertIn("UTC", text)
            self.assertEqual(server.terminate()[0], 0)

    async def test_whoever_does_not_trust_it_stays_away(self):
        with self.server() as server:
            with self.assertRaises(ssl.SSLCertVerificationError):
                await websockets.connect(server.url, ssl=ssl.create_default_context())

    def test_the_printed_fingerprint_is_the_certificates_and_stays(self):
        printed = []
        for _ in range(2):
            with self.server() as server:
                line = next(line for line in server.process.stdout if line.startswith("Certificate SHA-256 "))
                printed.append(line.split()[-1])
        encoded = ssl.PEM_cert_to_DER_cert((self.folder / "certificate.pem").read_text())
        own = hashlib.sha256(encoded).hexdigest().upper()
        self.assertEqual([text.replace(":", "") for text in printed], [own, own])
        self.assertEqual(stat.S_IMODE(os.stat(self.folder / "certificate-key.pem").st_mode), 0o600)

    def test_http_over_tls(self):
        with self.server() as server:
            address = urllib.parse.urlsplit(server.url)
            client = http.client.HTTPSConnection(address.netloc, timeout=SECONDS,
                                                 context=trusting(self.folder / "certificate.pem"))
            for _ in range(3):
                client.request("GET", "/dev/@connections/AAAAAAAAAAAAAAA=")
                response = client.getresponse()
                self.assertEqual((response.status, response.read()), (410, b""))
            client.close()

    def test_the_end_is_told(self):
        """Without TLS's own goodbye, Python's ssl says that the end was cut off."""
        with self.server() as server:
            address = urllib.parse.urlsplit(server.url)
            with socket.create_connection((address.hostname, address.port), timeout=SECONDS) as plain:
                context = trusting(self.folder / "certificate.pem")
                with context.wrap_socket(plain, server_hostname="localhost", suppress_ragged_eofs=False) as client:
                    client.sendall(b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    received = b""
                    while chunk := client.recv(4096):
                        received += chunk
            self.assertTrue(received.startswith(b"HTTP/1.1 403 "), received)

    def test_plain_http_does_not_hang(self):
        with self.server() as server:
            address = urllib.parse.urlsplit(server.url)
            client = http.client.HTTPConnection(address.netloc, timeout=SECONDS)
            client.request("GET", "/dev")
            response = client.getresponse()
            self.assertEqual(response.status, 400)
            self.assertIn(b"TLS", response.read())
            client.close()


@unittest.skipUnless(shutil.which("openssl"), "there is no openssl (Debian package openssl)")
class Files(InFolder):
    def setUp(self):
        super().setUp()
        self.certificate, self.key = str(self.folder / "c.pem"), str(self.folder / "k.pem")
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.key, "-out", self.certificate,
                "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1")

    def options(self, certificate=None, key=None):
        return ["--tls-cert", certificate or self.certificate, "--tls-key", key or self.key]

    async def test_a_conversation(self):
        with ServerProgram(options=self.options()) as server:
            async with websockets.connect(server.url, ssl=trusting(self.certificate)) as client:
                await client.send('{"action":"sendmessage","message":"Hi"}')
                while "Hi" not in await asyncio.wait_for(client.recv(), SECONDS):
                    pass

    def test_old_versions_are_refused(self):
        with ServerProgram(options=self.options()) as server:
            address = urllib.parse.urlsplit(server.url).netloc
            for version, is_spoken in (("-tls1_1", False), ("-tls1_2", True), ("-tls1_3", True)):
                said = subprocess.run(["openssl", "s_client", "-connect", address, version, "-cipher", "ALL:@SECLEVEL=0"],
                                      input=b"", capture_output=True, check=False, timeout=SECONDS)
                self.assertEqual(said.returncode == 0, is_spoken, said.stderr)
                self.assertEqual(b"alert protocol version" in said.stderr, not is_spoken, said.stderr)

    def assert_fails(self, code, part, options):
        exit_code, output, errors = run_to_end("--port", "0", "--in-memory", *options)
        self.assertEqual((exit_code, output), (code, ""), errors)
        self.assertRegex(errors, r"^greenroom-server: [^\n]+\n$")
        self.assertIn(part, errors)

    def test_mistakes(self):
        encrypted, other = str(self.folder / "e.pem"), str(self.folder / "o.pem")
        openssl("rsa", "-in", self.key, "-aes128", "-passout", "pass:abcd", "-out", encrypted)
        openssl("genrsa", "-out", other, "2048")
        self.assert_fails(5, "none.pem", self.options(certificate=str(self.folder / "none.pem")))
        self.assert_fails(5, "holds no certificate", self.options(certificate=self.key))
        self.assert_fails(5, "holds no private key", self.options(key=self.certificate))
        self.assert_fails(5, "is encrypted", self.options(key=encrypted))
        self.assert_fails(5, "is not that of", self.options(key=other))
        self.assert_fails(5, "cannot be read", self.options(key=str(self.folder)))
        self.assert_fails(2, "--tls-key", ["--tls-cert", self.certificate])
        self.assert_fails(2, "--tls-self-signed", ["--tls-self-signed", *self.options()])


if __name__ == "__main__":
    unittest.main()
