"""A local server for every test of a source, and a guard: nothing but loopback may be reached."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.night.fetching import Means, fetch_all
from pipeline.settings import Settings, load_settings
from pipeline.sources.taking import Tally
from pipeline.store.origins import Origin, open_origins
from tests.sources.council import Council, OpenCouncil


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch):
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert str(address[0]).startswith("127.") or address[0] == "::1", f"verbinding naar {address}"
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def council() -> Iterator[Council]:
    with OpenCouncil() as opened:
        yield opened


class Nights:
    """An operator's machine: an inbox, sources, a clock that is moved by hand and a sleep that takes no time."""

    def __init__(self, folder) -> None:
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.outputs = folder / "outputs"
        self.now = datetime(2026, 11, 27, 4, 30, tzinfo=UTC)
        self.slept: list[float] = []
        self.seconds = 0.0
        self.sources: dict[str, dict] = {}
        self.extra: dict = {"bronnen_netwerken": ["127.0.0.1/32"]}

    @property
    def settings(self) -> Settings:
        quick = {name: {"pauze": 0, **source} for name, source in self.sources.items()}
        return load_settings(inbox=self.inbox, outputs=self.outputs, bronnen=quick, **self.extra)

    def fetch(self, only: str | None = None) -> list[Tally]:
        return fetch_all(self.settings, only, Means(self.sleep, lambda: self.seconds, lambda: self.now))

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def one(self) -> Tally:
        (tally,) = self.fetch()
        return tally

    def later(self, days: float = 1) -> Nights:
        self.now += timedelta(days=days)
        return self

    def papers(self) -> dict[str, bytes]:
        """What a run would see: path to content."""
        found = (path for path in self.inbox.rglob("*") if path.is_file())
        relative = ((path.relative_to(self.inbox), path) for path in found)
        return {
            path.as_posix(): location.read_bytes()
            for path, location in relative
            if not any(part.startswith(".") for part in path.parts)
        }

    def hidden(self, folder: str) -> list[bytes]:
        return sorted(path.read_bytes() for path in (self.inbox / folder).rglob("*") if path.is_file())

    def origins(self) -> dict[str, Origin]:
        opened = open_origins(self.settings.store)
        try:
            return {origin.address: origin for origin in opened.all()}
        finally:
            opened.close()


@pytest.fixture
def nights(tmp_path, monkeypatch) -> Nights:
    monkeypatch.chdir(tmp_path)
    return Nights(tmp_path)
