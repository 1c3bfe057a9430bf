"""What holds for every request, before any page: who asks, how large it is, whether a form is ours, and what a browser may do."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.requests import cookie_parser

from pipeline.web.access import Doorkeeper, NotLetIn, Visitor

COOKIE = "themaspin"
KEY_FILE = ".themaspin-site.sleutel"
MOST_BYTES = 64_000
"""Of a form: the longest explanation with room to spare."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""On every answer, unless it sets its own."""

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class TooLarge(Exception):
    """A request body is larger than any form of ours."""


class Guard:
    """ASGI middleware: sets `scope["state"]["visitor"]` and `["token"]`, or answers with a refusal itself.

    `refuse(status, message)` returns the page of a refusal; `encrypted` says that browsers come by way of HTTPS.
    """

    def __init__(
        self, app: Any, doorkeeper: Doorkeeper, key: bytes, refuse: Callable[[int, str], bytes], encrypted: bool
    ) -> None:
        self._app, self._doorkeeper, self._key, self._refuse = app, doorkeeper, key, refuse
        self._cookie = f"{COOKIE}={{}}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if encrypted else ''}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = scope["headers"]
        fresh = ""
        try:
            visitor = self._doorkeeper.visitor((scope.get("client") or ("",))[0], headers)
            if _announced_length(headers) > MOST_BYTES:
                raise NotLetIn(413, _TOO_LARGE)
            if scope["method"] not in {"GET", "HEAD"} and not _same_site(headers):
                raise NotLetIn(403, "Dit formulier kwam van een andere website en is niet verwerkt.")
        except NotLetIn as refusal:
            await _answer(send, refusal.status, self._refuse(refusal.status, str(refusal)))
            return
        session = _session(headers)
        if not session:
            session = secrets.token_urlsafe(24)
            fresh = self._cookie.format(session)
        state = scope.setdefault("state", {})
        state["visitor"], state["token"] = visitor, form_token(self._key, session, visitor)
        # programs that watch over a site ask for heads: what a page answers, of which the server leaves out the page itself
        asked = scope | {"method": "GET"} if scope["method"] == "HEAD" else scope
        await self._pass_on(asked, receive, send, fresh)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send, fresh: str) -> None:
        started = False

        async def sending(message: dict[str, Any]) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": _with_security(message["headers"], fresh)}
            await send(message)

        try:
            await self._app(scope, _limited(receive), sending)
        except TooLarge:
            if started:
                raise
            await _answer(send, 413, self._refuse(413, _TOO_LARGE))


_TOO_LARGE = "Dit formulier is te groot en is niet verwerkt. Maak de toelichting korter."


def form_token(key: bytes, session: str, visitor: Visitor) -> str:
    """Return what a form must carry: it belongs to one browser and one person."""
    return hmac.new(key, f"{session}\n{visitor.name}".encode(), hashlib.sha256).hexdigest()


def token_matches(given: str, expected: str) -> bool:
    """Whether a form carries the token of its browser and person."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def site_key(outputs: Path) -> bytes:
    """Return the key that signs forms, kept in the outputs folder so that a restart leaves open forms valid."""
    path = outputs / KEY_FILE
    fresh = path.with_name(f"{KEY_FILE}.{os.getpid()}")
    try:
        outputs.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
                out.write(secrets.token_bytes(32))
            with contextlib.suppress(FileExistsError):
                os.link(fresh, path)
            fresh.unlink()
        return path.read_bytes()
    except OSError:
        return secrets.token_bytes(32)


def _announced_length(headers: list[tuple[bytes, bytes]]) -> int:
    for name, value in headers:
        if name.lower() == b"content-length":
            return int(value) if value.isdigit() else MOST_BYTES + 1
    return 0


def _same_site(headers: list[tuple[bytes, bytes]]) -> bool:
    """By what the browser itself says of where a form stood; the token is asked for as well."""
    found = {name.lower(): value for name, value in headers}
    if found.get(b"sec-fetch-site", b"same-origin") not in {b"same-origin", b"none"}:
        return False
    origin = found.get(b"origin")
    return origin is None or origin.partition(b"://")[2] == found.get(b"host", b"")


def _session(headers: list[tuple[bytes, bytes]]) -> str:
    """What our cookie holds, whatever cookies other programs on this name have beside it: Python's own reader of cookies passes over
    all that follows one it does not know how to read."""
    for name, value in headers:
        if name.lower() == b"cookie":
            session = cookie_parser(value.decode("latin-1")).get(COOKIE, "")
            if 20 <= len(session) <= 100:
                return session
    return ""


def _limited(receive: Receive) -> Receive:
    seen = 0

    async def counting() -> dict[str, Any]:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MOST_BYTES:
            raise TooLarge
        return message

    return counting


def _with_security(headers: list[tuple[bytes, bytes]], fresh: str) -> list[tuple[bytes, bytes]]:
    own = {name.lower() for name, _ in headers}
    added = [(name.encode(), value.encode()) for name, value in SECURITY_HEADERS.items() if name.encode() not in own]
    if fresh:
        added.append((b"set-cookie", fresh.encode()))
    return [*headers, *added]


async def _answer(send: Send, status: int, page: bytes) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(page)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": _with_security(headers, "")})
    await send({"type": "http.response.body", "body": page})
