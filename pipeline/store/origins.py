"""Where the papers that were fetched came from, in a database of its own beside the store: rebuilding the store leaves it alone.

One row for each address of each source: which file of the inbox holds it, what the server gave to ask again, and how it went. A change
of the tables needs a step in `migrations` beside it; a test compares the two.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Column, Engine, MetaData, String, Table, Text, select
from sqlalchemy.exc import DatabaseError, OperationalError

from pipeline.store.engine import (
    StoreError,
    beside,
    engine_to_look,
    open_engine,
    put_in_place,
    shown,
    what_to_do,
    why,
)
from pipeline.store.migrating import ORIGINS, bring_up_to_date, is_up_to_date

metadata = MetaData()

_origins = Table(
    "herkomst",
    metadata,
    Column("source", String(40), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("path", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("seen", String(32), nullable=False),
    Column("fetched", String(32), nullable=False),
    Column("final_address", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("gone_since", String(32), nullable=False),
    Column("offered", String(32), nullable=False),
)

_lists = Table(
    "lijsten",
    metadata,
    Column("source", String(40), primary_key=True),
    Column("address", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
)
"""What to ask a feed with; kept only once all that it named was dealt with."""

_visits = Table(
    "bezoeken",
    metadata,
    Column("source", String(40), primary_key=True),
    Column("began", String(32), nullable=False),
    Column("succeeded", String(32), nullable=False),
    Column("trouble", Text, nullable=False),
)
"""The last visit to each source, and the last one without trouble."""


class OriginState(StrEnum):
    """How an address stands."""

    UNDERWAY = "bezig"
    HELD = "opgehaald"
    NO_PDF = "geen PDF"
    FAILED = "mislukt"
    GONE = "niet gevonden"


@dataclass(frozen=True, slots=True)
class Origin:
    """An address of a source. Moments are ISO, UTC; `path` is relative to the inbox; empty texts where nothing is known.

    `seen` is when the server last answered on it, `fetched` when the content that is held was received. `mark` is what the list
    that named it said of its version. `gone_since` is when the server first said that it is not there, until it is again.
    """

    source: str
    address: str
    path: str
    state: OriginState = OriginState.UNDERWAY
    seen: str = ""
    fetched: str = ""
    final_address: str = ""
    etag: str = ""
    modified: str = ""
    sha256: str = ""
    size: int = 0
    title: str = ""
    owner: str = ""
    mark: str = ""
    reason: str = ""
    gone_since: str = ""
    offered: str = ""

    @property
    def held(self) -> bool:
        """Whether its content was ever received and has not been taken away since."""
        return bool(self.sha256)


@dataclass(frozen=True, slots=True)
class Visit:
    """The last visit to a source: when it began, when one last went without trouble, and what the trouble was (Dutch)."""

    source: str
    began: str
    succeeded: str = ""
    trouble: str = ""


class Origins:
    """Reads and writes the tables; every write is a transaction of its own, so that a killed run loses one address at the most."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def of_source(self, source: str) -> dict[str, Origin]:
        """Return what is known of each address of a source, in the order of the addresses."""
        query = select(_origins).where(_origins.c.source == source).order_by(_origins.c.address)
        with self._reading() as connection:
            return {row.address: _origin(row) for row in connection.execute(query)}

    def all(self) -> list[Origin]:
        """Return all addresses of all sources."""
        query = select(_origins).order_by(_origins.c.source, _origins.c.address)
        with self._reading() as connection:
            return [_origin(row) for row in connection.execute(query)]

    def record(self, origin: Origin) -> None:
        """Put what is known now of an address in place of what was."""
        self._put(_origins, asdict(origin))

    def list_validators(self, source: str) -> dict[str, tuple[str, str]]:
        """Return ETag and Last-Modified of each list of a source."""
        query = select(_lists).where(_lists.c.source == source)
        with self._reading() as connection:
            return {row.address: (row.etag, row.modified) for row in connection.execute(query)}

    def record_list(self, source: str, address: str, etag: str, modified: str) -> None:
        """Keep what to ask a list with the next time."""
        self._put(_lists, {"source": source, "address": address, "etag": etag, "modified": modified})

    def visits(self) -> dict[str, Visit]:
        """Return the last visit to each source."""
        with self._reading() as connection:
            return {row.source: Visit(*row) for row in connection.execute(select(_visits))}

    def record_visit(self, visit: Visit) -> None:
        """Keep how a visit ended."""
        self._put(_visits, asdict(visit))

    def _put(self, table: Table, row: dict[str, Any]) -> None:
        with _explained(self._engine), self._engine.begin() as connection:
            connection.execute(put_in_place(self._engine, table), row)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Any]:
        with _explained(self._engine), self._engine.connect() as connection:
            yield connection


def open_origins(store_address: str) -> Origins:
    """Open the origins that belong to the store at `store_address`, making them where there are none and migrating older ones.

    Raises StoreError, StoreNewer.
    """
    engine = open_engine(origins_address(store_address))
    with _explained(engine):
        bring_up_to_date(engine, ORIGINS)
    return Origins(engine)


def look_at_origins(store_address: str) -> Origins:
    """Open the origins to read them, which takes no right to write where they are a file of this themaspin.

    Raises StoreError, StoreNewer.
    """
    engine = engine_to_look(origins_address(store_address))
    with _explained(engine):
        if is_up_to_date(engine, ORIGINS):
            return Origins(engine)
    engine.dispose()
    return open_origins(store_address)


def origins_address(store_address: str) -> str:
    """Return where they stand: the same server, or the file `<store>-bronnen.sqlite` beside a SQLite store."""
    return beside(store_address, "bronnen")


def _origin(row: Any) -> Origin:
    return Origin(**{**row._mapping, "state": OriginState(row.state)})


@contextlib.contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise StoreError(
            f"Wat bekend is van de bronnen ({shown(engine.url)}) is niet te gebruiken: {why(error)}. {_remedy(error)}."
        ) from error


def _remedy(error: DatabaseError) -> str:
    if isinstance(error, OperationalError):
        return f"{what_to_do(error)}, en probeer het nog eens"
    return "Zet een reservekopie terug, of zet het bestand opzij: dan wordt alles opnieuw opgehaald"
