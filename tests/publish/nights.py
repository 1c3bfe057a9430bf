"""A night below the Prefect flow, for tests of what is published."""

from __future__ import annotations

import csv
import fcntl
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.night.inbox import open_inbox, unread
from pipeline.night.publishing import RunOutcome
from pipeline.night.reading import read_files
from pipeline.night.sameness import publish_night
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.publish.tables import SHORT_TABLES, Picture, block_rows, document_rows, evidence_blocks
from pipeline.settings import load_settings
from pipeline.store.decisions import all_decisions, open_decisions

EXAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "voorbeeld"


_LOADED: dict[Path, Workshop] = {}
"""A workshop whose spaCy pipeline and classifier are loaded, by folder of models: loading takes longer than a small night."""


def workshop_of(inbox: Path, outputs: Path, day: str, **settings: Any) -> Workshop:
    """A workshop for these folders, with what another one loaded from the same models."""
    workshop = Workshop(load_settings(inbox=inbox, outputs=outputs, peildatum=date.fromisoformat(day), **settings))
    loaded = _LOADED.setdefault(workshop.settings.models, workshop)
    workshop.nlp, workshop.classifier = loaded.nlp, loaded.classifier
    return workshop


def night(inbox: Path, outputs: Path, day: str, run: str, backwards: bool = False, **settings: Any) -> RunOutcome:
    """Read, understand, draw and publish; `backwards` takes the papers in the opposite order."""
    workshop = workshop_of(inbox, outputs, day, **settings)
    outputs.mkdir(parents=True, exist_ok=True)
    contents = open_inbox(workshop)
    fresh = unread(workshop, contents)
    read_files(workshop, _ordered(fresh, backwards))
    understand(workshop, _ordered(not_understood(workshop, contents), backwards))
    made = all_decisions(open_decisions(workshop.settings.store))
    outcome = publish_night(workshop, contents, made, run, len(fresh), dict)
    workshop.store.close()
    return outcome


def read_examples(shared: Path) -> Path:
    """A store in which all example papers were read and judged; whichever process comes first makes it in `shared`."""
    store = shared / "voorbeeld" / "geheugen.sqlite"
    with (shared / "voorbeeld.slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not store.exists():
            made = store.with_name("half.sqlite")
            made.parent.mkdir(exist_ok=True)
            workshop = workshop_of(EXAMPLES, made.parent, "2021-01-01", store=f"sqlite:///{made}")
            contents = open_inbox(workshop)
            read_files(workshop, contents.papers)
            understand(workshop, contents.papers)
            workshop.store.close()
            copy_database(made, store)
    return store


def knowing(examples_store: Path, outputs: Path) -> Path:
    """A new folder of outputs whose store knows how all example papers were read and judged, but no inbox that they lay in."""
    outputs.mkdir(parents=True)
    copy_database(examples_store, outputs / "themaspin.sqlite")
    with closing(sqlite3.connect(outputs / "themaspin.sqlite")) as store, store:
        store.execute("DELETE FROM files")
    return outputs


def copy_database(source: Path, target: Path) -> None:
    """Copy by SQLite itself: what was written last may still stand in the journal beside the file."""
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)


def _ordered(papers: dict, backwards: bool) -> dict:
    return dict(reversed(papers.items())) if backwards else papers


def inbox_of(folder: Path, names: Iterable[str]) -> Path:
    """A new inbox with these example papers, laid in it in this order."""
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES / name, folder / name)
    return folder


def drawn_rows(picture: Picture) -> dict[str, list[Any]]:
    """The rows of each table as they are drawn."""
    evidence = [row for block in evidence_blocks(picture) for row in block_rows(block, picture)]
    short = {name: list(made(picture)) for name, made in SHORT_TABLES.items()}
    return short | {"documents": list(document_rows(picture)), "evidence": evidence}


def rows(outputs: Path, table: str) -> list[dict[str, str]]:
    """The rows of a published table."""
    with (outputs / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
