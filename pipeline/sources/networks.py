"""Which machines may be asked, decided when a connection is made: after the name was resolved, and again at every redirect.

A name can point at one address when it is looked at and at another when it is used, so the connection is made to the very
address that was checked. A connection also keeps to the deadline of the request it is made for, however slowly it answers.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

import httpcore
import httpx

Network = IPv4Network | IPv6Network
_NAT64 = ip_network("64:ff9b::/96")
"""An IPv6 address under which a gateway reaches the IPv4 address in its last 32 bits."""
MOST_AT_ONCE = 2
"""Connections that are kept; requests follow one another."""


class ForbiddenNetwork(Exception):
    """An address lies outside the public internet and is not allowed by the settings; the message is Dutch."""


class DeadlinePassed(httpcore.TimeoutException):
    """A request took longer than it may, though something kept coming."""


def read_networks(stated: Iterable[str]) -> tuple[Network, ...]:
    """Return networks from texts as `10.1.0.0/16`. Raises ValueError, in Dutch, for what is none."""
    networks = []
    for text in stated:
        try:
            networks.append(ip_network(text))
        except ValueError:
            raise ValueError(f"'{text}' is geen netwerk; schrijf het als 10.1.0.0/16 of 10.1.2.3") from None
    return tuple(networks)


def is_allowed(address: str, allowed: Sequence[Network] = ()) -> bool:
    """Whether a numeric address is public, or in one of the `allowed` networks."""
    found = ip_address(address.partition("%")[0])
    if any(found in network for network in allowed):
        return True
    if isinstance(found, IPv6Address) and (inner := _inner(found)):
        return is_allowed(str(inner), allowed)
    return found.is_global and not found.is_multicast


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


class GuardedBackend(httpcore.NetworkBackend):
    """Makes connections to allowed addresses only; `until` is the moment (of `clock`) at which the running request must be over."""

    def __init__(self, allowed: Sequence[Network], clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed = allowed
        self._clock = clock
        self._inner = httpcore.SyncBackend()
        self.until = float("inf")

    def left(self, timeout: float | None) -> float:
        """Return how long a step may last (seconds): its own limit, or what is left of the request's."""
        remaining = self.until - self._clock()
        if remaining <= 0:
            raise DeadlinePassed("te traag")
        return remaining if timeout is None else min(timeout, remaining)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers. Raises ForbiddenNetwork where one of them is not allowed."""
        addresses = self._resolve(host, port)
        for address in addresses:
            if not is_allowed(address, self._allowed):
                raise ForbiddenNetwork(
                    f"{host} staat op {address}, buiten het openbare internet. Is dat de bedoeling, zet het netwerk dan in "
                    "bronnen_netwerken."
                )
        fault: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _GuardedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault or httpcore.ConnectError("geen adres")

    def _resolve(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"de naam {host} bestaat niet of is niet te vinden") from error
        return list(dict.fromkeys(str(address[0]) for *_, address in found))


class _GuardedStream(httpcore.NetworkStream):
    """A connection whose every step keeps to the deadline of the request."""

    def __init__(self, stream: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return _GuardedStream(stream, self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedTransport(httpx.BaseTransport):
    """httpx over connections of a GuardedBackend. What goes wrong below is raised as httpcore raises it."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(),
            max_connections=MOST_AT_ONCE,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer, its body still to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.close()


@cache
def _trust() -> ssl.SSLContext:
    """The certificates that are trusted, read once: those of certifi, or of SSL_CERT_FILE where that is set."""
    return httpx.create_ssl_context()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Any:
        yield from self._stream

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()
