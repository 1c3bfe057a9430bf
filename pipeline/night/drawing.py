"""The fourth stage: from what is stored to the picture of all municipalities at the peildatum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.coverage.assessment import assess, nothing_found
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.holdings import holdings
from pipeline.coverage.municipality import position
from pipeline.coverage.regions import region_positions
from pipeline.coverage.review import as_reviewed, passage_corrections, review, with_passages
from pipeline.documents.paper import Derived
from pipeline.extraction.blocks import FileState
from pipeline.language.municipalities import municipalities_on
from pipeline.night.inbox import Contents
from pipeline.night.understanding import KNOWN, Known, judged_passages, paper_key, passages_of, refused
from pipeline.night.workshop import Workshop
from pipeline.publish.tables import Picture, SeenFile
from pipeline.sources.folder import InboxFile
from pipeline.store.decisions import Decision
from pipeline.store.store import Reading
from pipeline.themes.codebook import Theme
from pipeline.themes.features import annotated
from pipeline.themes.judging import judged_text

PAPER_SUFFIXES = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".htm", ".html"}
"""Names under which a policy paper may come; another file that cannot be read is no sign of an unread paper."""


def draw_picture(workshop: Workshop, contents: Contents, decisions: Sequence[Decision]) -> Picture:
    """Return where every municipality stands at the peildatum, from what the earlier stages stored. Raises StoreError."""
    day = workshop.settings.day
    corrections = passage_corrections(decisions)
    files = _seen_files(workshop, contents, corrections)
    dossiers = list({file.dossier.path: file.dossier for file in files}.values())
    municipalities = municipalities_on(day, workshop.settings.provincies)
    held = holdings(dossiers, municipalities, day, workshop.rules)
    machine = {code: position(holding, day, workshop.rules) for code, holding in held.items()}
    positions, reviews = review(machine, decisions)
    reviews = with_passages(reviews, held, corrections)
    regions = region_positions(municipalities, positions, dossiers, day)
    return Picture(day, files, dossiers, municipalities, positions, held, reviews, regions)


def _seen_files(workshop: Workshop, contents: Contents, reviewed: Mapping[str, Decision]) -> list[SeenFile]:
    readings = workshop.store.readings(workshop.extractor)
    by_sha = {sha: _dossier(workshop, file, sha, readings[sha], reviewed) for sha, file in contents.papers.items()}
    return [_seen(file, contents, by_sha, readings) for file in contents.files]


def _seen(
    file: InboxFile, contents: Contents, by_sha: dict[str, tuple[Dossier, str]], readings: dict[str, Reading]
) -> SeenFile:
    sha = contents.hashes.get(file.path, "")
    if not sha:
        return SeenFile(file.path.as_posix(), "", _refused_dossier(file), 0)
    dossier, remark = by_sha[sha]
    return SeenFile(file.path.as_posix(), sha, dossier, readings[sha].pages, remark)


def _refused_dossier(file: InboxFile) -> Dossier:
    known = _without_owner_if_no_paper(file, refused(file))
    name = file.path.as_posix()
    return Dossier(name, name, FileState.UNREADABLE, file.refusal, known.paper, nothing_found(), _moment(known))


def _dossier(
    workshop: Workshop, file: InboxFile, sha: str, reading: Reading, reviewed: Mapping[str, Decision]
) -> tuple[Dossier, str]:
    key = paper_key(workshop, file, sha)
    known = KNOWN.validate_python(workshop.store.papers([key])[key])
    remark = "; ".join(part for part in (reading.reason, known.remark) if part)
    state = FileState(reading.state)
    if state != FileState.OK:
        known = _without_owner_if_no_paper(file, known)
    bare = Dossier(file.path.as_posix(), sha, state, reading.reason, known.paper, nothing_found(), _moment(known))
    return (_with_themes(workshop, bare, reviewed) if bare.readable and known.paper.about.value else bare), remark


def _moment(known: Known) -> date | None:
    return known.paper.date.value or known.created


def _without_owner_if_no_paper(file: InboxFile, known: Known) -> Known:
    if file.path.suffix.lower() in PAPER_SUFFIXES:
        return known
    return replace(known, paper=replace(known.paper, owners=Derived((), "geen document")))


def _with_themes(workshop: Workshop, dossier: Dossier, reviewed: Mapping[str, Decision]) -> Dossier:
    passages = passages_of(workshop, dossier.sha256)
    judged = [
        as_reviewed(judgement, reviewed.get(judged_text(passage)))
        for passage, judgement in zip(passages, judged_passages(workshop, passages), strict=True)
    ]
    assessment = assess(passages, judged, dossier.paper.scope.value, workshop.rules)
    return replace(
        dossier,
        passages=passages,
        judged=judged,
        assessment=assessment,
        motion_themes=_motion_themes(workshop, dossier),
    )


def _motion_themes(workshop: Workshop, dossier: Dossier) -> tuple[Theme, ...]:
    """The themes of what a motion asks, all requests read as one text."""
    if dossier.paper.motion is None or not dossier.paper.motion.requests:
        return ()
    text = "; ".join(dossier.paper.motion.requests)
    (judgement,) = workshop.classifier.classifier.judge(list(annotated([text], workshop.nlp)))
    return judgement.labels
