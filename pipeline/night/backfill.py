"""Doing over what was done before, for all papers or some: by the day since which they are dated or changed, by name, or by owner.

What is to be done over is first forgotten, and then done like anything that is new. So a run that is killed half-way needs nothing
special: the next one does the rest. Judgements are not forgotten but made again over the old ones, for papers share passages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from fnmatch import fnmatchcase

from pipeline.foundation.dutch import local
from pipeline.language.municipalities import OnbekendeGemeente, by_code, by_name
from pipeline.night.inbox import Contents
from pipeline.night.reading import readings
from pipeline.night.understanding import KNOWN, Known, paper_key
from pipeline.night.workshop import Workshop
from pipeline.sources.folder import InboxFile


class BackfillError(Exception):
    """What is to be done over was not said in a way that can be used; the message (Dutch) says what is expected."""


class Again(StrEnum):
    """What is done over; the values are what an operator writes."""

    EXTRACTION = "extractie"
    """Reading the PDF, dividing it and finding out what it is; what it says is judged only where its passages are new."""
    THEMES = "themas"
    """Judging its passages, from the reading that is stored."""
    ALL = "alles"


@dataclass(frozen=True, slots=True)
class Backfill:
    """What is done over, and of which papers: those dated or changed on or after `since`, and those whose path fits the pattern
    `pattern` or whose owners are among `owners` (CBS codes). Without any of these, all."""

    what: Again
    since: date | None = None
    pattern: str = ""
    owners: frozenset[str] = frozenset()

    @property
    def judges(self) -> bool:
        """Whether passages are judged again that were judged before."""
        return self.what is not Again.EXTRACTION


def asked(again: str | None, since: str | date | None, only: str | None) -> Backfill | None:
    """Return what an operator asks for (`--opnieuw`, `--vanaf`, `--alleen`), None for a plain run; which papers without what means
    everything of them. Raises BackfillError."""
    if not (again or since or only):
        return None
    pattern, owners = _only(only) if only else ("", frozenset())
    return Backfill(_what(again) if again else Again.ALL, _day(since) if since else None, pattern, owners)


def _what(again: str) -> Again:
    try:
        return Again(again)
    except ValueError:
        raise BackfillError(f"--opnieuw kan niet {again!r} zijn; wel: {', '.join(Again)}.") from None


def _day(since: str | date) -> date:
    try:
        return since if isinstance(since, date) else date.fromisoformat(since)
    except ValueError:
        raise BackfillError(f"--vanaf kan niet {since!r} zijn; verwacht: een dag, JJJJ-MM-DD.") from None


def _only(only: str) -> tuple[str, frozenset[str]]:
    if re.search(r"[*?\[/]", only):
        return only, frozenset()
    try:
        one = by_code(only) if re.fullmatch(r"(?i)(gm)?\d+", only) else by_name(only)
    except OnbekendeGemeente as error:
        raise BackfillError(
            f"--alleen vraagt een gemeente, een CBS-code of een patroon met * (zoals 'Someren/*' of '*2019*.pdf'). {error}"
        ) from None
    return "", frozenset({one.gm_code})


def forget(workshop: Workshop, contents: Contents, backfill: Backfill) -> None:
    """Forget what is to be done over of the papers that were asked for; those that were never read are new anyhow. Raises
    BackfillError where there are none, StoreError."""
    read = readings(workshop)
    keys = {sha: paper_key(workshop, file, read[sha]) for sha, file in contents.papers.items() if sha in read}
    stored = workshop.store.papers(keys.values())
    chosen = [
        sha
        for sha, key in keys.items()
        if _is_asked(contents.papers[sha], KNOWN.validate_python(stored[key]) if key in stored else None, backfill)
    ]
    if not chosen and not _new_ones(contents, keys):
        raise BackfillError("Geen enkel papier in de inbox past bij --vanaf en --alleen; er is niets opnieuw gedaan.")
    store, their_keys = workshop.store, [keys[sha] for sha in chosen]
    store.forget_understood(their_keys)
    store.doubt_dossiers()  # all of them, for papers share passages
    if backfill.what is not Again.THEMES:
        store.forget_papers(their_keys)
        store.forget_readings(chosen)


def _new_ones(contents: Contents, keys: Mapping[str, str]) -> bool:
    return len(keys) < len(contents.papers)


def _is_asked(file: InboxFile, known: Known | None, backfill: Backfill) -> bool:
    if backfill.since and not _is_recent(file, known, backfill.since):
        return False
    if backfill.owners:
        return known is not None and not backfill.owners.isdisjoint(known.paper.owners.value)
    return not backfill.pattern or _fits(file, backfill.pattern)


def _is_recent(file: InboxFile, known: Known | None, since: date) -> bool:
    dated = known.paper.date.value if known else None
    return (dated is not None and dated >= since) or _changed(file) >= since


def _changed(file: InboxFile) -> date:
    try:
        return local(datetime.fromtimestamp(file.location.stat().st_mtime, UTC)).date()
    except (OSError, OverflowError, ValueError):  # gone meanwhile, or a time that no calendar has
        return date.min


def _fits(file: InboxFile, pattern: str) -> bool:
    """Whether the path in the inbox, or its last part, fits; in any case, and `*` goes across folders."""
    wanted = pattern.casefold()
    return any(fnmatchcase(name.casefold(), wanted) for name in (file.path.as_posix(), file.path.name))
