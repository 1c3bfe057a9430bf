"""A council's web server on loopback: holds pages, answers as it is told, and remembers what was asked."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Asked:
    """One request as it came in."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes


@dataclass
class Council:
    """The pages by path: each an answer (status, headers, body), a list of answers in turn, or a function that answers itself."""

    address: str = ""
    pages: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.address + path

    def paper(self, path: str, content: bytes, **headers: str) -> str:
        """Put a paper at a path, with an ETag of its content; returns its address."""
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'

        def answer(asked: Asked) -> tuple[int, dict[str, str], bytes]:
            if asked.headers.get("if-none-match") == tag:
                return 304, {"ETag": tag}, b""
            return 200, {"Content-Type": "application/pdf", "ETag": tag, **headers}, content

        self.pages[path] = answer
        return self.url(path)

    def page(self, path: str, *answers: Any) -> str:
        """Put answers at a path, one for each time that it is asked, the last one for ever; returns its address."""
        self.pages[path] = list(answers)
        return self.url(path)

    def times(self, path: str) -> int:
        return sum(one.path == path for one in self.asked)

    def last(self, path: str) -> Asked:
        return [one for one in self.asked if one.path == path][-1]


def json_page(content: Any, status: int = 200, **headers: str) -> tuple[int, dict[str, str], bytes]:
    return status, {"Content-Type": "application/json", **headers}, json.dumps(content).encode()


def moved(address: str, status: int = 301) -> tuple[int, dict[str, str], bytes]:
    return status, {"Location": address}, b""


def fault(status: int, **headers: str) -> tuple[int, dict[str, str], bytes]:
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, b"oeps"


class OpenCouncil:
    """Runs a Council in a thread for the duration of the block."""

    def __init__(self) -> None:
        council = self.council = Council()
        turns: dict[str, int] = defaultdict(int)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def answer(self) -> None:
                parts = urlsplit(self.path)
                length = int(self.headers.get("Content-Length", 0))
                asked = Asked(
                    self.command,
                    parts.path,
                    parse_qs(parts.query),
                    {name.lower(): value for name, value in self.headers.items()},
                    self.rfile.read(length),
                )
                council.asked.append(asked)
                page = council.pages.get(parts.path, [fault(404)])
                if isinstance(page, list):
                    turn = min(turns[parts.path], len(page) - 1)
                    turns[parts.path] += 1
                    page = page[turn]
                if callable(page):
                    page = page(asked)
                if callable(page):  # a page that speaks for itself
                    page(self)
                    return
                status, headers, body = page
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 304:
                    self.send_header("Content-Length", headers.get("Content-Length", str(len(body))))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = answer  # noqa: N815 - names of http.server

            def log_message(self, *_: Any) -> None:
                pass

            def handle(self) -> None:
                with contextlib.suppress(ConnectionError, TimeoutError):
                    super().handle()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None
        council.address = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> Council:
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        return self.council

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


Speaks = Callable[[BaseHTTPRequestHandler], None]


def speaks(speech: Speaks) -> Callable[[Asked], Speaks]:
    """A page that writes its own answer to the connection."""
    return lambda _asked: speech


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A body without end, and without a length."""
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    handler.wfile.write(b"%PDF-1.4\n")
    while True:
        handler.wfile.write(b"x" * 65_536)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"%PDF-1.4 half")
    handler.close_connection = True
