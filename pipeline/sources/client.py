"""Asking servers for things, politely and within bounds: pace, retries, redirects, size, and what an answer means in Dutch."""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import IO, Any

import httpcore
import httpx

from pipeline import __version__
from pipeline.configuration.sources import address_fault
from pipeline.sources.networks import ForbiddenNetwork, GuardedBackend, GuardedTransport, Network

TRIES = 4
FIRST_WAIT = 2.0
"""Seconds before the second try; twice as long before each next one, and a bit more, so that servers are not asked in step."""
LONGEST_WAIT = 120.0
"""A server that asks for more rest than this (seconds) is left alone until the next time."""
MOST_REDIRECTS = 5
SILENT_AFTER = 3
"""A server that did not answer so many addresses in a row is not asked again by this client."""
LARGEST_LIST = 20_000_000
"""Bytes of a feed or a page of search results."""
LONGEST_HEADER = 1000
CHUNK = 65_536
GONE = {404, 410}
CONDITIONS = {"if-none-match", "if-modified-since"}
MOVED = {301, 302, 303, 307, 308}
PACKINGS = {"identity", "gzip"}
"""Others, and one within another, can hold so much in so little that it does not fit in memory before it is counted."""
WAIT_AND_SEE = {408, 425, 429, 500, 502, 503, 504}
MEANINGS = {401: "vraagt om aanmelden", 403: "weigert de toegang", 451: "mag het om juridische redenen niet tonen"}


class FetchError(Exception):
    """An address did not yield what was asked; the message (Dutch) says why."""


class Gone(FetchError):
    """The server says that there is nothing at this address (404, 410)."""


class Unanswered(FetchError):
    """The server does not answer, or only with faults of its own, also after trying again."""


class TooLarge(FetchError):
    """The answer is larger than may be."""


class _Passing(Exception):
    """A fault that may be over after a while; `wait` is how long the server asked to be left alone (seconds)."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether something changed."""

    etag: str = ""
    modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The conditions of a request."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in stated.items() if value}


NONE = Validators()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: from which address in the end, and of what was received the size (bytes) and SHA-256."""

    address: str
    unchanged: bool = False
    validators: Validators = NONE
    size: int = 0
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)


class Client:
    """Asks one thing at a time. `pause` is the least number of seconds between two requests to a server, `seconds` how long
    one request may take. `sleep` and `clock` are those of `time`, unless a test has its own."""

    def __init__(
        self,
        pause: float = 1.0,
        seconds: float = 120.0,
        allowed: Sequence[Network] = (),
        contact: str = "",
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause, self._seconds, self._sleep, self._clock = pause, seconds, sleep, clock
        self._backend = GuardedBackend(allowed)
        self._client = httpx.Client(
            transport=GuardedTransport(self._backend),
            headers={
                "User-Agent": _sendable(f"themaspin/{__version__}" + (f" (+{contact})" if contact else "")),
                "Accept": "*/*",
                "Accept-Encoding": "gzip",
            },
            timeout=httpx.Timeout(30.0, connect=15.0),
            follow_redirects=False,
            trust_env=False,
        )
        self._asked: dict[str, float] = {}
        self._silent: Counter[str] = Counter()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *fault: object) -> None:
        self._client.close()

    def get(self, address: str, validators: Validators = NONE, parameters: Mapping[str, Any] | None = None) -> Answer:
        """Return what an address holds, as `content`. Raises FetchError."""
        if parameters:
            address = str(_url(address).copy_merge_params(dict(parameters)))
        sink = BytesIO()
        return self._content(self._ask("GET", address, sink, LARGEST_LIST, validators.headers), sink)

    def post_json(self, address: str, question: Any) -> Answer:
        """Return the answer to a question in JSON, as `content`; a redirect is not followed. Raises FetchError."""
        sink = BytesIO()
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        body = json.dumps(question).encode()
        return self._content(self._ask("POST", address, sink, LARGEST_LIST, headers, body), sink)

    def download(self, address: str, sink: IO[bytes], largest: int, validators: Validators = NONE) -> Answer:
        """Write what an address holds to `sink`, `largest` bytes at the most. Raises FetchError, OSError, and what `sink` raises."""
        return self._ask("GET", address, sink, largest, validators.headers)

    @staticmethod
    def _content(answer: Answer, sink: BytesIO) -> Answer:
        return Answer(answer.address, answer.unchanged, answer.validators, answer.size, answer.sha256, sink.getvalue())

    def _ask(
        self,
        method: str,
        address: str,
        sink: IO[bytes],
        largest: int,
        headers: dict[str, str],
        body: bytes | None = None,
    ) -> Answer:
        if fault := address_fault(address):
            raise FetchError(fault)
        server = _url(address).host
        if self._silent[server] >= SILENT_AFTER:
            raise Unanswered(f"niet geprobeerd: {server} gaf eerder deze keer geen antwoord")
        for attempt in range(TRIES):
            try:
                answer = self._followed(method, address, sink, largest, headers, body)
            except _Passing as fault:
                wait = fault.wait if fault.wait is not None else FIRST_WAIT * 2**attempt * (1 + random.random() / 4)
                if attempt == TRIES - 1 or wait > LONGEST_WAIT:
                    self._silent[server] += 1
                    raise Unanswered(_after(fault, attempt + 1, wait)) from None
                self._sleep(wait)
                sink.seek(0)
                sink.truncate()
            except FetchError as fault:
                self._silent[server] = self._silent[server] + 1 if isinstance(fault, Unanswered) else 0
                raise
            else:
                self._silent[server] = 0
                return answer
        raise AssertionError  # the last attempt returned or raised

    def _followed(
        self, method: str, address: str, sink: IO[bytes], largest: int, headers: dict[str, str], body: bytes | None
    ) -> Answer:
        request = self._client.build_request(method, address, headers=headers, content=body)
        for _ in range(MOST_REDIRECTS + 1):
            if fault := address_fault(str(request.url)):
                raise FetchError(f"verwijst naar {request.url}: {fault}")
            answer, onward = self._once(request, sink, largest)
            if answer:
                return answer
            if method != "GET" or onward is None:
                raise FetchError("verwijst door naar een ander adres; geef dat adres op in themaspin.toml")
            request = onward
        raise FetchError(f"verwijst meer dan {MOST_REDIRECTS} keer door")

    def _once(
        self, request: httpx.Request, sink: IO[bytes], largest: int
    ) -> tuple[Answer | None, httpx.Request | None]:
        """Send one request: its answer, or the request that it refers to."""
        self._keep_pace(str(request.url.host))
        self._backend.until = time.monotonic() + self._seconds
        try:
            response = self._client.send(request, stream=True)
            try:
                if response.status_code in MOVED:
                    return None, response.next_request
                return self._taken(response, sink, largest), None
            finally:
                response.close()
        except ForbiddenNetwork as error:
            raise FetchError(str(error)) from None
        except httpcore.ConnectError as error:
            raise Unanswered(f"geen verbinding met {request.url.host}: {_plain(error)}") from None
        except httpcore.TimeoutException:
            raise _Passing(f"{request.url.host} antwoordt te langzaam") from None
        except (httpcore.NetworkError, httpcore.ProtocolError):
            raise _Passing(f"de verbinding met {request.url.host} brak af") from None
        except (httpx.DecodingError, httpx.InvalidURL, httpx.RemoteProtocolError, httpx.UnsupportedProtocol) as error:
            raise FetchError(f"het antwoord is niet te begrijpen ({error})") from None

    def _taken(self, response: httpx.Response, sink: IO[bytes], largest: int) -> Answer:
        status, address = response.status_code, str(response.url)
        if status == 304 and CONDITIONS & response.request.headers.keys():
            return Answer(address, unchanged=True)
        if status in GONE:
            raise Gone(f"niet gevonden (antwoord {status})")
        if status in WAIT_AND_SEE:
            raise _Passing(f"{response.url.host} antwoordt met fout {status}", _asked_rest(response))
        if status != 200:
            meaning = MEANINGS.get(status, "weigert het verzoek" if status >= 400 else "geeft een onverwacht antwoord")
            raise FetchError(f"{response.url.host} {meaning} (antwoord {status})")
        if response.headers.get("Content-Encoding", "identity").lower() not in PACKINGS:
            raise FetchError("het antwoord is op een manier ingepakt die niet is gevraagd")
        if int(response.headers.get("Content-Length", "0") or 0) > largest:
            raise TooLarge(_too_large(largest))
        size, digest = 0, hashlib.sha256()
        for chunk in response.iter_bytes(CHUNK):
            size += len(chunk)
            if size > largest:
                raise TooLarge(_too_large(largest))
            digest.update(chunk)
            sink.write(chunk)
        given = (_returnable(response.headers.get(name, "")) for name in ("ETag", "Last-Modified"))
        validators = Validators(*given)
        return Answer(address, False, validators, size, digest.hexdigest())

    def _keep_pace(self, server: str) -> None:
        wait = self._asked.get(server, float("-inf")) + self._pause - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._asked[server] = self._clock()


def _url(address: str) -> httpx.URL:
    try:
        return httpx.URL(address)
    except httpx.InvalidURL as error:
        raise FetchError(f"dit is geen geldig adres ({error})") from None


def _sendable(text: str) -> str:
    """A text as it can stand in a header; what a server sent need not be."""
    return "".join(sign for sign in text if sign.isascii() and sign.isprintable())[:LONGEST_HEADER]


def _returnable(text: str) -> str:
    """A validator as the server will know it again; an empty one where it cannot be sent back as it is."""
    return text if _sendable(text) == text else ""


def _asked_rest(response: httpx.Response) -> float | None:
    """How long the server asks to be left alone (seconds): `Retry-After` is a number or a moment."""
    stated = response.headers.get("Retry-After", "").strip()
    if stated.isascii() and stated.isdecimal():
        return float(stated)
    try:
        return max(0.0, (parsedate_to_datetime(stated) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _after(fault: _Passing, tries: int, wait: float) -> str:
    if fault.wait is not None and wait > LONGEST_WAIT:
        return f"{fault}, en vraagt {wait:.0f} seconden rust; de volgende keer weer"
    return f"{fault}, ook na {tries} pogingen"


def _too_large(largest: int) -> str:
    return f"is groter dan {largest / 1_000_000:.0f} MB"


def _plain(error: Exception) -> str:
    text = str(error)
    known = {"refused": "geweigerd", "unreachable": "niet te bereiken", "CERTIFICATE": "het certificaat deugt niet"}
    return next((dutch for sign, dutch in known.items() if sign in text), text)
