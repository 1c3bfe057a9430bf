"""Who may do what.

Without a proxy the site serves this machine alone, and whoever sits at it may do everything. With one, the proxy logs people in;
what it says of them is believed only when the request comes from its address.
"""

from __future__ import annotations

import getpass
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from pipeline.settings import Settings, SettingsError

LOCAL_NAMES = {"localhost", "127.0.0.1", "[::1]", "::1"}
PROXY_HEADERS = (
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-user",
    "x-auth-request-user",
    "forwarded",
    "x-real-ip",
    "via",
)
"""A request with one of these came by way of a proxy."""
LONGEST_NAME = 200

Headers = Sequence[tuple[bytes, bytes]]


class Role(IntEnum):
    """What somebody may do; each role may do what the one before it may."""

    LEZER = 1
    BEOORDELAAR = 2
    BEHEERDER = 3

    @property
    def word(self) -> str:
        """The role as people call it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is let in: the name under which they log in, and their role."""

    name: str
    role: Role


class NotLetIn(Exception):
    """A request is refused before any page is looked at; `status` is HTTP's, the message Dutch."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def check_binding(settings: Settings) -> None:
    """Raise SettingsError where the site would be open to a network without anybody logging in."""
    proxies(settings)
    if settings.web_proxies:
        if not settings.web_namen:
            raise SettingsError(
                "Achter een proxy hoort ook 'web_namen': de naam waaronder de website bereikbaar is (bijvoorbeeld themaspin.brabant.nl)."
            )
        return
    if not _is_loopback(settings.web_adres):
        raise SettingsError(
            f"De website luistert zonder aanmelding alleen op deze machine zelf (127.0.0.1), niet op {settings.web_adres}. "
            "Zet er een proxy voor die mensen laat aanmelden en noem zijn adres in 'web_proxies'; zie docs/website.md."
        )


def proxies(settings: Settings) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """Return the networks from which a proxy is believed. Raises SettingsError."""
    try:
        found = [ipaddress.ip_network(text) for text in settings.web_proxies]
    except ValueError as error:
        raise SettingsError(f"Instelling 'web_proxies' noemt iets dat geen adres of netwerk is: {error}") from None
    if any(network.prefixlen == 0 for network in found):
        raise SettingsError("Instelling 'web_proxies' noemt elk adres; noem alleen dat van de proxy.")
    return found


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


class Doorkeeper:
    """Decides for each request who it is from. Raises SettingsError where the settings are unsafe."""

    def __init__(self, settings: Settings) -> None:
        check_binding(settings)
        self._settings = settings
        self._proxies = proxies(settings)
        self._names = {name.lower() for name in settings.web_namen} if self._proxies else LOCAL_NAMES

    def visitor(self, peer: str, headers: Headers) -> Visitor:
        """Return who asks; `peer` is the address the connection comes from. Raises NotLetIn."""
        self._check_host(headers)
        return self._by_proxy(peer, headers) if self._proxies else self._at_this_machine(peer, headers)

    def _check_host(self, headers: Headers) -> None:
        hosts = _values(headers, "host")
        if len(hosts) != 1 or _without_port(hosts[0]).lower() not in self._names:
            raise NotLetIn(400, "Deze website is onder die naam niet bekend.")

    def _at_this_machine(self, peer: str, headers: Headers) -> Visitor:
        if not _is_loopback(peer):
            raise NotLetIn(403, "Deze website is alleen bereikbaar vanaf de machine waarop hij draait.")
        if any(_values(headers, name) for name in PROXY_HEADERS):
            raise NotLetIn(
                403,
                "Dit verzoek kwam via een proxy, maar er is geen proxy ingesteld. De beheerder stelt 'web_proxies' in.",
            )
        return Visitor(_login(), Role.BEHEERDER)

    def _by_proxy(self, peer: str, headers: Headers) -> Visitor:
        if not self._is_proxy(peer):
            raise NotLetIn(403, "Deze website is alleen bereikbaar via de aanmeldpagina.")
        names = _values(headers, self._settings.web_kop_gebruiker)
        if len(names) != 1 or not names[0].strip():
            raise NotLetIn(401, "U bent niet aangemeld. Open de website via de aanmeldpagina.")
        name = names[0].strip()
        if len(name) > LONGEST_NAME or not name.isprintable():
            raise NotLetIn(400, "De naam waarmee u bent aangemeld is niet te gebruiken.")
        groups = {
            part.strip() for value in _values(headers, self._settings.web_kop_groepen) for part in value.split(",")
        }
        role = self._role(groups - {""})
        if role is None:
            raise NotLetIn(
                403, f"{name} is aangemeld, maar heeft geen toegang tot deze website. Vraag de beheerder om toegang."
            )
        return Visitor(name, role)

    def _is_proxy(self, peer: str) -> bool:
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            return False
        address = getattr(address, "ipv4_mapped", None) or address
        return any(address in network for network in self._proxies)

    def _role(self, groups: set[str]) -> Role | None:
        chosen = self._settings
        if groups & set(chosen.web_beheerders):
            return Role.BEHEERDER
        if groups & set(chosen.web_beoordelaars):
            return Role.BEOORDELAAR
        return Role.LEZER if not chosen.web_lezers or groups & set(chosen.web_lezers) else None


def _values(headers: Headers, name: str) -> list[str]:
    wanted = name.lower().encode()
    return [value.decode("utf-8", "replace") for key, value in headers if key.lower() == wanted]


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.split("]")[0] + "]"
    return host.rsplit(":", 1)[0] if ":" in host else host


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "onbekend"
