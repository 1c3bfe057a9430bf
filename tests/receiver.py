"""Whoever is told by webhook that a run failed."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest


class Receiver(HTTPServer):
    """Keeps what is posted to it, and answers with `status`."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Posting)
        self.posted, self.status = [], 200

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/geheim-42"


class Posting(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:9/elders")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def receiver():
    """Listens on this machine while the test runs."""
    with Receiver() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
