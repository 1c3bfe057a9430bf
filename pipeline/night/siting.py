"""What a run knows, written for the review site; and a peildatum that somebody asks for, worked out aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pipeline.coverage.dossier import Dossier
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import Contents, check_shrinkage, former_setting, too_large_for
from pipeline.night.reading import reading_of, readings
from pipeline.night.understanding import paper_key, passages_of
from pipeline.night.workshop import Workshop
from pipeline.publish.outputset import in_turn
from pipeline.publish.pageimages import clear_images
from pipeline.publish.sitefile import PaperRows, is_published, provinces_shown, rename_run, write_site
from pipeline.publish.sitefile import as_json as site_json
from pipeline.publish.siterows import paper_rows, site_rows
from pipeline.publish.tables import Picture
from pipeline.settings import Settings
from pipeline.sources.folder import list_inbox
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.store.store import StoredReading
from pipeline.store.turn import sole_run

PATIENCE = 2 * 3600
"""Seconds that a peildatum which is asked for waits for a run: most nights are done by then, a first one over a large inbox may not be."""

DOING = "wordt een peildatum uitgewerkt"


def write_for_site(
    workshop: Workshop,
    picture: Picture,
    run: str,
    record: Mapping[str, Any],
    changes: Iterable[Mapping[str, Any]],
    newest: bool = True,
) -> None:
    """Write a picture for the review site; `newest` where it is the published set of now: images of papers that are gone go too. Raises
    SiteFileError, StoreError."""
    dossiers = {dossier.sha256: dossier for dossier in picture.dossiers}
    read = cache(lambda: readings(workshop))  # only where a paper is new to the site
    made = _dated(record)

    def papers(sha: str) -> PaperRows:
        return _paper(workshop, picture.whole(dossiers[sha]), read()[sha])

    write_site(workshop.settings.outputs, site_rows(picture, run, made, changes, newest), papers, newest)
    if newest:
        clear_images(workshop.settings.outputs)


def same_for_site(workshop: Workshop, former: str, run: str, record: Mapping[str, Any]) -> None:
    """Have the review site show a run that found the same as run `former`. Raises SiteFileError."""
    made = _dated(record)
    state = (run, site_json(made), made["gemaakt"])
    rename_run(workshop.settings.outputs, workshop.settings.day.isoformat(), former, state)
    clear_images(workshop.settings.outputs)


def _dated(record: Mapping[str, Any]) -> dict[str, Any]:
    return {**record, "gemaakt": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}


def _paper(workshop: Workshop, dossier: Dossier, reading: StoredReading) -> PaperRows:
    pages = reading_of(workshop, reading).pages
    return paper_rows(dossier, pages, passages_of(workshop, dossier.sha256))


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A peildatum that was asked for: the provinces (none for all) for which the site shows it now, and those for which it showed it
    before; None for a day that it did not show.

    `left_out` are the files that no run has read yet. Of the day that is `published` nothing was worked out.
    """

    provinces: tuple[str, ...]
    former: tuple[str, ...] | None = None
    left_out: int = 0
    published: bool = False


def work_out(
    settings: Settings, day: date, told: Callable[[str], None] = lambda _: None, as_published: bool = True
) -> WorkedOut:
    """Work out where everybody stood on `day` from what the last run knows, for the review site alone; nothing is published.

    The municipalities are those of the provinces that the last run published, whatever the settings say now, unless `as_published` is
    false: the site shows this day beside that of the run. A day that was worked out before is replaced, whatever its provinces were.

    Waits at most `PATIENCE` seconds for a run that is busy, and tells so. Of the peildatum that is published there is nothing to work
    out. Raises OutputsError and StoreBusy where the run is still busy, InboxError, StoreError, SiteFileError.
    """
    with in_turn(settings.outputs, told, PATIENCE, DOING), sole_run(settings.store, PATIENCE):
        shown = provinces_shown(settings.outputs, day.isoformat())
        former = None if shown is None else tuple(shown)
        if is_published(settings.outputs, day.isoformat()):  # perhaps by the run that was waited for
            return WorkedOut(former or (), former, published=True)
        published = former_setting(settings, "provincies") if as_published else None
        provinces = settings.provincies if published is None else published
        workshop = Workshop(settings.model_copy(update={"peildatum": day, "provincies": provinces}))
        contents, left_out = known_contents(workshop)
        picture = draw_picture(workshop, contents, all_decisions(open_decisions(settings.store)), keep=False)
        run = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
        record = {
            "instellingen": {"provincies": list(provinces)},
            "versies": {"classifier": workshop.classifier.id, "taalpijplijn": workshop.language.id},
        }
        write_for_site(workshop, picture, run, record, (), newest=False)
    return WorkedOut(tuple(provinces), former, left_out)


def known_contents(workshop: Workshop) -> tuple[Contents, int]:
    """Return the inbox as far as a run has read and understood it, and how many files were left out. Raises InboxError, also where so
    much is gone that it cannot be the inbox which that run saw."""
    known_files = workshop.store.known_files()
    found = list_inbox(workshop.settings.inbox, known_files, too_large_for(workshop))
    check_shrinkage(known_files, found, workshop)
    listing = Contents.of(found)
    read = readings(workshop)
    keys = {sha: paper_key(workshop, file, read[sha]) for sha, file in listing.papers.items() if sha in read}
    known = workshop.store.papers(keys.values())
    papers = {sha: file for sha, file in listing.papers.items() if keys.get(sha) in known}
    hashes: dict[PurePosixPath, str] = {path: sha for path, sha in listing.hashes.items() if sha in papers}
    unread = {path for path, sha in listing.hashes.items() if sha not in papers}
    files = tuple(file for file in listing.files if file.path not in unread)
    return Contents(files, hashes, papers), len(unread)
