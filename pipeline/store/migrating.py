"""Brings a database up to the schema of this program, step by step (alembic), and refuses one that is ahead of it.

A migration is one transaction: a program that is killed in the middle leaves the schema as it was, and of two programs that open
the same database at once one migrates and the other waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from pipeline.store.engine import MIGRATION_TURN, StoreNewer, shown, take_turn

HERE = Path(__file__).resolve().parent / "migrations"
FIRST = "0001"
"""The first released schema; a database that has tables and no record of a schema is that."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The schemas of one database: the folder of its steps, the table that says which one it has, the newest one, and the table
    that the first release made last."""

    steps: Path
    record: str
    newest: str
    sign: str


STORE = Lineage(HERE / "store_steps", "schema_geheugen", "0003", "schema")
DECISIONS = Lineage(HERE / "decisions_steps", "schema_beoordelingen", "0001", "beoordelingen")
ORIGINS = Lineage(HERE / "origins_steps", "schema_herkomst", "0001", "lijsten")
"""All may stand in one PostgreSQL database, so each has a record of its own."""


def bring_up_to_date(engine: Engine, lineage: Lineage) -> str | None:
    """Make or migrate the tables; return the schema from which they were migrated, None where nothing had to be or all is new.

    Raises StoreNewer, and what SQLAlchemy raises.
    """
    if is_up_to_date(engine, lineage):
        return None
    with engine.connect() as connection:
        take_turn(connection, MIGRATION_TURN)
        former = _schema(connection, lineage)  # another program may have migrated while this one waited
        if former != lineage.newest or not _recorded(connection, lineage):
            _climb(connection, lineage, former)
        connection.commit()
    return former if former not in (None, lineage.newest) else None


def is_up_to_date(engine: Engine, lineage: Lineage) -> bool:
    """Whether the database has the newest schema. Raises StoreNewer, and what SQLAlchemy raises."""
    with engine.connect() as connection:
        return _schema(connection, lineage) == lineage.newest and _recorded(connection, lineage)


def _schema(connection: Connection, lineage: Lineage) -> str | None:
    """The schema that the database has, None where it is empty. Raises StoreNewer where this program does not know it."""
    if _recorded(connection, lineage):
        found = connection.execute(text(f"SELECT version_num FROM {lineage.record}")).scalar_one()
    elif inspect(connection).has_table(lineage.sign):
        found = FIRST
    else:
        return None
    if found > lineage.newest:
        raise StoreNewer(
            f"{shown(connection.engine.url)} is van een nieuwere themaspin (schema {found}; deze kent tot en met {lineage.newest}). "
            "Werk themaspin hier bij, of zet een reservekopie van vóór die nieuwere terug: themaspin herstel BRON"
        )
    return found


def _recorded(connection: Connection, lineage: Lineage) -> bool:
    return inspect(connection).has_table(lineage.record)


def _climb(connection: Connection, lineage: Lineage, former: str | None) -> None:
    from alembic import command  # takes a moment to import, and is hardly ever needed
    from alembic.config import Config

    config = Config(attributes={"connection": connection, "version_table": lineage.record})
    config.set_main_option("script_location", _as_option(HERE))
    config.set_main_option("version_locations", _as_option(lineage.steps))
    config.set_main_option("path_separator", "os")
    if former and not _recorded(connection, lineage):
        command.stamp(config, former)
    command.upgrade(config, lineage.newest)


def _as_option(path: Path) -> str:
    return str(path).replace("%", "%%")
