"""The fourth stage: from what is stored to the picture of all municipalities at the peildatum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date

from pipeline.coverage.copies import counted_as
from pipeline.coverage.municipality import Holding, Position
from pipeline.coverage.standing import standing
from pipeline.night.dossiers import Dossiers, Filed
from pipeline.night.inbox import Contents
from pipeline.night.provenance import fetched_from
from pipeline.night.remarks import as_adopted, as_past_its_years, told_apart
from pipeline.night.stated import unheard
from pipeline.night.workshop import Workshop
from pipeline.publish.tables import Picture, SeenFile
from pipeline.store.decisions import Decision
from pipeline.store.store import StoredReading
from pipeline.themes.reviewed import passage_corrections


def draw_picture(
    workshop: Workshop,
    contents: Contents,
    decisions: Sequence[Decision],
    keep: bool = True,
    dossiers: Dossiers | None = None,
) -> Picture:
    """Return where every municipality stands at the peildatum, from what the earlier stages stored. Raises StoreError.

    Where `keep` is set the dossiers become those of the last run, of which any peildatum can be asked; a picture drawn aside
    leaves them as they are. `dossiers` are those of these papers and decisions, where somebody has them already.
    """
    day = workshop.settings.day
    made = dossiers or Dossiers(workshop, contents, passage_corrections(decisions))
    with closing(workshop.helpers):  # what follows is for one process
        filed = made.all(keep)
    files = _seen_files(workshop, contents, filed, made.read)
    seen = list({file.dossier.path: file.dossier for file in files}.values())
    now = standing(seen, day, workshop.settings.provincies, decisions, workshop.rules)
    return Picture(
        day,
        _past_their_years(_with_adoptions(files, now.holdings.values()), now.positions.values(), day),
        seen,
        now.municipalities,
        now.positions,
        now.holdings,
        now.reviews,
        now.regions,
        now.trails,
        {one.dossier.sha256: one.mark for one in filed.values()},
        {one.dossier.sha256: one.counts for one in filed.values()},
        made.passages,
        made.evidence,
        made.whole,
    )


def _with_adoptions(files: Sequence[SeenFile], holdings: Iterable[Holding]) -> list[SeenFile]:
    """The same files, each draft that counts as adopted with the paper that says so."""
    adopted = {one.path: one for held in holdings for one in (*held.own, *held.inherited) if one.adopted_by}
    return [
        replace(file, remark=as_adopted(file.remark, adopted[file.dossier.path]))
        if file.dossier.path in adopted
        else file
        for file in files
    ]


def _past_their_years(files: Sequence[SeenFile], positions: Iterable[Position], day: date) -> list[SeenFile]:
    """The same files, each paper in force whose title is for years that are over with a remark on that."""
    over = {one.path: years for held in positions for one in held.in_force if (years := one.past_its_years(day))}
    return [
        replace(file, remark=as_past_its_years(file.remark, over[file.dossier.path]))
        if file.dossier.path in over
        else file
        for file in files
    ]


def _seen_files(
    workshop: Workshop, contents: Contents, filed: Mapping[str, Filed], read: Mapping[str, StoredReading]
) -> list[SeenFile]:
    origins = fetched_from(workshop.settings)
    counted = counted_as(one.dossier for one in filed.values())
    by_path = {file.path.as_posix(): file for file in contents.files}
    seen = []
    for path, file in by_path.items():
        sha = contents.hashes.get(file.path, "")
        dossier = counted[(contents.papers[sha] if sha else file).path.as_posix()]
        one = filed[dossier.path]
        unused = unheard(file, by_path[dossier.path] if dossier.path != path else None)
        pages = read[sha].pages if sha else 0
        remark = told_apart(unused, one.remark)
        seen.append(SeenFile(path, sha, dossier, pages, remark, one.ocr, origins.get(path, "")))
    return seen
