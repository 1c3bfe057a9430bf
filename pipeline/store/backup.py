"""Copies of store, decisions and origins that are whole although a run or the site writes meanwhile, and the way back.

A copy is a folder: `geheugen.sqlite`, `beoordelingen.sqlite`, `herkomst.sqlite` (where fetched papers came from) as far as they are
there, and `reservekopie.json`, which says when it was made, by which version, and of each file its SHA-256. SQLite's own online backup
takes each database as it stood at one moment. A store on PostgreSQL is left to `pg_dump`; its decisions are copied all the same, for
nothing else can make them again.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy.engine import URL

from pipeline import __version__
from pipeline.foundation.dutch import counted, local
from pipeline.foundation.system_faults import os_fault, remedy, sqlite_fault
from pipeline.store.aside import move_aside, name_aside
from pipeline.store.decisions import (
    PUT_BACK,
    add_decisions,
    all_decisions,
    decision_in_row,
    decisions_address,
    is_damage,
    open_decisions,
)
from pipeline.store.engine import LOCK_SECONDS, SQLITE, StoreError, StoreNewer, is_file, parse_address
from pipeline.store.hashing import file_hash
from pipeline.store.migrating import DECISIONS, ORIGINS, STORE, Lineage
from pipeline.store.origins import open_origins, origins_address
from pipeline.store.store import open_store
from pipeline.store.together import replace_folder, unfinished

RECORD = "reservekopie.json"
STORE_FILE, DECISIONS_FILE, ORIGINS_FILE = "geheugen.sqlite", "beoordelingen.sqlite", "herkomst.sqlite"
LINEAGES = {STORE_FILE: STORE, DECISIONS_FILE: DECISIONS, ORIGINS_FILE: ORIGINS}
REMEDIES = {
    STORE_FILE: "Maak het opnieuw met: themaspin run --rebuild (alle bestanden worden dan opnieuw gelezen; beoordelingen blijven bewaard)",
    DECISIONS_FILE: PUT_BACK,
    ORIGINS_FILE: "Zet een reservekopie terug: themaspin herstel MAP --vervang",
}
"""What to do about a database that is too damaged to copy."""


class BackupRefused(Exception):
    """What was asked cannot or should not be done; nothing was touched. The message (Dutch) says why and what to do."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was copied or put back: the files, how many decisions are in them, and what else there is to say (Dutch)."""

    files: tuple[Path, ...]
    decisions: int
    remarks: tuple[str, ...] = ()


def back_up(address: str, target: Path, replace: bool = False) -> Report:
    """Copy the store at a SQLAlchemy address and its decisions to the folder `target`, which is there whole or not at all.

    Raises BackupRefused, also where a copy stands there and `replace` is not set; StoreError where copying fails.
    """
    target = target.resolve()  # "." has no name that another one can be made of
    _check_target(target, replace)
    made = unfinished(target)
    remarks = [] if is_file(address) else [_left_to_server("pg_dump --format=custom --file=geheugen.dump DATABASE")]
    with _told_in_dutch(f"De reservekopie in {target} is niet gemaakt"):
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        try:
            names = list(_copy_all(address, made))
            if not names:
                where = " en ".join(str(path) for path in _places(address).values())
                raise BackupRefused(f"Er is nog niets om te bewaren: geen geheugen en geen beoordelingen ({where}).")
            decided = len(_decisions_in(made))
            _write_record(made, names, decided)
            replace_folder(target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return Report(tuple(target / name for name in names), decided, tuple(remarks))


def restore(address: str, source: Path, replace: bool = False) -> Report:
    """Put a copy back as the store at a SQLAlchemy address and its decisions, checked before and after.

    What stands there is kept beside it. A site that is open sees the decisions that were put back; only where the file was damaged, when
    it is started again. Raises BackupRefused, also where something stands there and `replace` is not set; StoreError where the copy is
    damaged or newer.
    """
    record = _read_record(source)
    present = {name: path for name, path in _places(address).items() if name in record["bestanden"]}
    standing = [path for path in present.values() if path.exists()]
    if standing and not replace:
        raise BackupRefused(
            f"Er staat al iets: {' en '.join(map(str, standing))}. Met --vervang wordt het vervangen door de kopie van "
            f"{local(datetime.fromisoformat(record['gemaakt'])):%Y-%m-%d %H:%M}; wat er stond blijft ernaast bewaard."
        )
    with _told_in_dutch(f"De reservekopie {source} is niet teruggezet"):
        remarks = [f"Wat er stond is bewaard als {aside}." for aside in map(_keep_aside, standing)]
        for name, path in present.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _copy(source / name, path)
            _check_whole(path)
    if is_file(address):
        if STORE_FILE in present:
            open_store(address).close()  # a copy of an older themaspin is migrated
        if ORIGINS_FILE in present:
            open_origins(address).close()
        open_decisions(address).dispose()
        return Report(tuple(present.values()), record["beoordelingen"], tuple(remarks))
    added = _add_missing(address, source)
    fresh = counted(added, "beoordeling", "beoordelingen")
    remarks.append(f"Toegevoegd, want nog niet in de database: {fresh}.")
    return Report(
        (), record["beoordelingen"], (*remarks, _left_to_server("pg_restore --dbname=DATABASE geheugen.dump"))
    )


def _left_to_server(command: str) -> str:
    return (
        f"Het geheugen staat op PostgreSQL en is niet gekopieerd; dat doet de databaseserver zelf: {command}. Zonder die kopie leest "
        "een run alles opnieuw; de beoordelingen zijn wel meegenomen."
    )


def _places(address: str) -> dict[str, Path]:
    """Where the SQLite files stand, by their name in a copy; none with a server."""
    if not is_file(address):
        return {}
    return {
        STORE_FILE: Path(parse_address(address).database or ""),
        DECISIONS_FILE: Path(parse_address(decisions_address(address)).database or ""),
        ORIGINS_FILE: Path(parse_address(origins_address(address)).database or ""),
    }


def _check_target(target: Path, replace: bool) -> None:
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / RECORD).is_file():
        raise BackupRefused(
            f"{target} bestaat al en is geen reservekopie van themaspin. Kies een map die er nog niet is."
        )
    if not replace:
        raise BackupRefused(
            f"In {target} staat al een reservekopie. Kies een andere map, of vervang haar met --vervang."
        )


def _copy_all(address: str, folder: Path) -> Iterator[str]:
    for name, path in _places(address).items():
        if path.exists():
            try:
                _copy(path, folder / name)
                _to_one_file(folder / name)
                why = _why_damaged(folder / name)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                why = sqlite_fault(error)
            if why:
                raise StoreError(f"{path} is beschadigd: {why}. Er is geen reservekopie gemaakt. {REMEDIES[name]}.")
            yield name
    if not is_file(address):
        yield _copy_from_server(address, folder)


def _copy_from_server(address: str, folder: Path) -> str:
    # a log stands beside a store, under a name made of that of the store
    beside = URL.create(SQLITE, database=str(folder / "server.sqlite")).render_as_string()
    source, copy = open_decisions(address), open_decisions(beside)
    add_decisions(copy, all_decisions(source))
    for engine in (source, copy):
        engine.dispose()
    made = Path(parse_address(decisions_address(beside)).database or "")
    _to_one_file(made)
    made.rename(folder / DECISIONS_FILE)
    _check_whole(folder / DECISIONS_FILE)
    return DECISIONS_FILE


def _to_one_file(path: Path) -> None:
    """Without a write-ahead log, so that it can be read where nothing may be written."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy(source: Path, target: Path) -> None:
    """All of one database as it stands at one moment; who has the target open sees the copy in its place, in one step."""
    with (
        closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True, timeout=LOCK_SECONDS)) as one,
        closing(sqlite3.connect(target, timeout=LOCK_SECONDS)) as other,
    ):
        one.backup(other, pages=-1)


def _check_whole(path: Path) -> None:
    if why := _why_damaged(path):
        raise StoreError(f"{path} is beschadigd: {why}.")


def _why_damaged(path: Path) -> str:
    """What SQLite finds wrong in a database (Dutch), "" where it is whole."""
    with closing(sqlite3.connect(path, timeout=LOCK_SECONDS)) as connection:
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return "" if verdict == "ok" else f"SQLite keurt de inhoud af ({verdict.splitlines()[-1]})"


def _decisions_in(folder: Path) -> list[tuple[int, str]]:
    """The rows of the log in a copy: number and line."""
    if not (folder / DECISIONS_FILE).exists():
        return []
    with closing(sqlite3.connect(folder / DECISIONS_FILE)) as connection:
        return connection.execute("SELECT number, content FROM beoordelingen ORDER BY number").fetchall()


def _write_record(folder: Path, names: list[str], decided: int) -> None:
    record = {
        "gemaakt": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "themaspin": __version__,
        "beoordelingen": decided,
        "bestanden": {name: file_hash(folder / name) for name in names},
    }
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def _read_record(source: Path) -> dict[str, Any]:
    """The record of a copy whose files are all there, unchanged and not newer than this program. Raises BackupRefused, StoreError."""
    try:
        record = json.loads((source / RECORD).read_text(encoding="utf-8"))
        files, _, _ = dict(record["bestanden"]), int(record["beoordelingen"]), datetime.fromisoformat(record["gemaakt"])
    except (OSError, ValueError, TypeError, KeyError):
        raise BackupRefused(
            f"{source} is geen reservekopie van themaspin: {RECORD} ontbreekt of is niet te lezen."
        ) from None
    if not files or not files.keys() <= LINEAGES.keys():
        raise BackupRefused(f"{source / RECORD} noemt geen bestanden die themaspin kent.")
    for name, sha256 in files.items():
        try:
            same = file_hash(source / name) == sha256
        except OSError as error:
            raise StoreError(
                f"{source / name} is niet te lezen ({os_fault(error)}). Gebruik een andere reservekopie."
            ) from None
        if not same:
            raise StoreError(
                f"{source / name} is veranderd of beschadigd sinds de kopie is gemaakt. Gebruik een andere."
            )
        _check_known(source / name, LINEAGES[name])
    return record


def _check_known(path: Path, lineage: Lineage) -> None:
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
        try:
            (found,) = connection.execute(f"SELECT version_num FROM {lineage.record}").fetchone()
        except sqlite3.OperationalError:  # of the first release
            return
    if found > lineage.newest:
        raise StoreNewer(f"{path} is van een nieuwere themaspin (schema {found}). Werk themaspin hier eerst bij.")


def _keep_aside(path: Path) -> Path:
    """Keep what stands at `path` under another name; a database that is too damaged to copy is moved, with its log."""
    aside = name_aside(path, "voor-herstel")
    try:
        _copy(path, aside)
        _check_whole(path)
    except (sqlite3.DatabaseError, StoreError):
        aside.unlink(missing_ok=True)
        move_aside(path, aside)
    return aside


def _add_missing(address: str, source: Path) -> int:
    engine = open_decisions(address)
    known = set(all_decisions(engine))
    copied = [decision_in_row(number, line) for number, line in _decisions_in(source)]
    added = add_decisions(engine, [decision for decision in copied if decision not in known])
    engine.dispose()
    return added


@contextmanager
def _told_in_dutch(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{what}: {os_fault(error)}. {remedy(error)}, en probeer het nog eens.") from None
    except sqlite3.Error as error:
        raise StoreError(f"{what}: {sqlite_fault(error)}. {remedy(error)}, en probeer het nog eens.") from None
