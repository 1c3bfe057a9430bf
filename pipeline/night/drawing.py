"""The fourth stage: from what is stored to the picture of all municipalities at the peildatum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from pipeline.coverage.assessment import assess, nothing_found
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.requests import asked, with_requests
from pipeline.coverage.review import as_reviewed, passage_corrections
from pipeline.coverage.standing import standing
from pipeline.documents.paper import Derived
from pipeline.extraction.blocks import FileState
from pipeline.night.inbox import Contents
from pipeline.night.provenance import fetched_from
from pipeline.night.reading import readings
from pipeline.night.understanding import KNOWN, Known, judged_passages, judged_requests, paper_key, passages_of, refused
from pipeline.night.workshop import Workshop
from pipeline.publish.tables import Picture, SeenFile
from pipeline.sources.folder import InboxFile
from pipeline.store.decisions import Decision
from pipeline.store.store import Reading
from pipeline.themes.judging import judged_text

DOSSIER = TypeAdapter(Dossier)
PAPER_SUFFIXES = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".htm", ".html"}
"""Names under which a policy paper may come; another file that cannot be read is no sign of an unread paper."""


def draw_picture(workshop: Workshop, contents: Contents, decisions: Sequence[Decision]) -> Picture:
    """Return where every municipality stands at the peildatum, from what the earlier stages stored. Raises StoreError."""
    day = workshop.settings.day
    corrections = passage_corrections(decisions)
    origins = fetched_from(workshop.settings)
    files = [replace(file, origin=origins.get(file.path, "")) for file in _seen_files(workshop, contents, corrections)]
    dossiers = list({file.dossier.path: file.dossier for file in files}.values())
    remember(workshop, dossiers)
    now = standing(dossiers, day, workshop.settings.provincies, decisions, workshop.rules)
    return Picture(
        day, files, dossiers, now.municipalities, now.positions, now.holdings, now.reviews, now.regions, now.trails
    )


def remember(workshop: Workshop, dossiers: Sequence[Dossier]) -> None:
    """Keep the dossiers of this run, without the text of their passages, so that any peildatum can be asked of them later."""
    bare = {one.path: replace(one, passages=(), judged=()) for one in dossiers}
    workshop.store.remember_dossiers({path: DOSSIER.dump_python(one, mode="json") for path, one in bare.items()})


def remembered(workshop: Workshop) -> list[Dossier]:
    """Return the dossiers of the last run, by path; their passages have numbers and pages, no text. Raises StoreError."""
    known = map(DOSSIER.validate_python, workshop.store.dossiers().values())
    return [replace(one, passages=(), judged=()) for one in known]


def _seen_files(workshop: Workshop, contents: Contents, reviewed: Mapping[str, Decision]) -> list[SeenFile]:
    read = readings(workshop)
    keys = {sha: paper_key(workshop, file, read[sha]) for sha, file in contents.papers.items()}
    known = workshop.store.papers(keys.values())
    by_sha = {
        sha: _dossier(workshop, file, read[sha], known[keys[sha]], reviewed) for sha, file in contents.papers.items()
    }
    return [_seen(file, contents, by_sha, read) for file in contents.files]


def _seen(
    file: InboxFile, contents: Contents, by_sha: dict[str, tuple[Dossier, Known]], read: dict[str, Reading]
) -> SeenFile:
    sha = contents.hashes.get(file.path, "")
    if not sha:
        return SeenFile(file.path.as_posix(), "", _refused_dossier(file), 0)
    dossier, known = by_sha[sha]
    remark = "; ".join(part for part in (read[sha].reason, known.remark) if part)
    return SeenFile(file.path.as_posix(), sha, dossier, read[sha].pages, remark, known.ocr)


def _refused_dossier(file: InboxFile) -> Dossier:
    known = _without_owner_if_no_paper(file, refused(file))
    name = file.path.as_posix()
    return _bare(name, name, FileState.UNREADABLE, file.refusal, known)


def _bare(path: str, sha256: str, state: FileState, reason: str, known: Known) -> Dossier:
    """The dossier of a paper whose themes are not judged (yet)."""
    own_date = known.paper.date.value
    return Dossier(path, sha256, state, reason, known.paper, nothing_found(), own_date, made=known.created)


def _dossier(
    workshop: Workshop, file: InboxFile, reading: Reading, stored: Any, reviewed: Mapping[str, Decision]
) -> tuple[Dossier, Known]:
    known = KNOWN.validate_python(stored)
    state = FileState(reading.state)
    if state != FileState.OK:
        known = _without_owner_if_no_paper(file, known)
    bare = _bare(file.path.as_posix(), reading.sha256, state, reading.reason, known)
    return (_with_themes(workshop, bare, reviewed) if bare.readable and known.paper.about.value else bare), known


def _without_owner_if_no_paper(file: InboxFile, known: Known) -> Known:
    if file.path.suffix.lower() in PAPER_SUFFIXES:
        return known
    return replace(known, paper=replace(known.paper, owners=Derived((), "geen document")))


def _with_themes(workshop: Workshop, dossier: Dossier, reviewed: Mapping[str, Decision]) -> Dossier:
    passages = passages_of(workshop, dossier.sha256)
    requests = dossier.paper.motion.requests if dossier.paper.motion else ()
    wanted = [asked(*pair) for pair in zip(requests, judged_requests(workshop, dossier.paper), strict=True)]
    machine = with_requests(passages, judged_passages(workshop, passages), dossier.paper.motion, wanted)
    judged = [
        as_reviewed(judgement, reviewed.get(judged_text(passage)))
        for passage, judgement in zip(passages, machine, strict=True)
    ]
    assessment = assess(passages, judged, dossier.paper.scope.value, workshop.rules)
    return replace(
        dossier,
        passages=passages,
        judged=judged,
        assessment=assessment,
        request_themes=tuple(one.labels for one in wanted),
    )
