"""The rows of the review site's file, from a picture: where everybody stands, and what each paper says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.coverage.dossier import Dossier
from pipeline.coverage.municipality import Cell, Status
from pipeline.coverage.policy_ends import policy_ends
from pipeline.coverage.review import grounds_of
from pipeline.extraction.blocks import Page
from pipeline.language.municipalities import Municipality
from pipeline.language.passages import Passage
from pipeline.publish.sitefile import PaperRows, SiteRows, as_json
from pipeline.publish.tables import (
    Picture,
    document_rows,
    housing_only_rows,
    matrix_rows,
    motion_dossiers,
    motion_rows,
    region_rows,
)
from pipeline.themes.judging import JudgedText

Row = Mapping[str, Any]


def site_rows(picture: Picture, run: str, record: Row, changes: Iterable[Row], newest: bool) -> SiteRows:
    """Return everything but the papers' own passages; those are asked for one by one, with `paper_rows`."""
    day = picture.day.isoformat()
    flags = _flags(picture)
    tables = {
        "toestand": [(day, run, int(newest), as_json(record), record.get("gemaakt", run))],
        "gemeente": [
            _municipality_row(one, row, picture, flags.get(one.gm_code))
            for one, row in zip(picture.municipalities, matrix_rows(picture), strict=True)
        ],
        "houdt": _held(picture),
        "regio": [(day, row["regio"], as_json(row)) for row in region_rows(picture)],
        "verandering": [(day, number, as_json(row)) for number, row in enumerate(changes)],
        "bestand": (
            _file_row(row, file.dossier) for row, file in zip(document_rows(picture), picture.files, strict=True)
        ),
        "bestand_gemeente": _owners(picture),
        "motie": _motions(picture),
    }
    keys = {
        dossier.sha256: picture.marks[dossier.sha256]
        for dossier in picture.dossiers
        if dossier.readable and dossier.sha256
    }
    return SiteRows(day, tables, keys)


def _flags(picture: Picture) -> dict[str, float]:
    """The certainty of each flagged municipality's flag: that of its most doubtful paper."""
    found: dict[str, float] = {}
    for row in housing_only_rows(picture):
        found[row["gm_code"]] = min(row["zekerheid"], found.get(row["gm_code"], 1.0))
    return found


def _municipality_row(one: Municipality, row: Row, picture: Picture, certainty: float | None) -> tuple[Any, ...]:
    position, review = picture.positions[one.gm_code], picture.reviews[one.gm_code]
    flagged = review.machine_status == Status.HOUSING
    grounds = grounds_of(position)
    content = {
        **row,
        "machine_status": review.machine_status,
        "heropend": review.reopened,
        "cellen": {theme: _cell(cell) for theme, cell in position.cells.items()},
        "stukken": grounds.policy,
        "geldend": grounds.in_force,
        "kopieen": grounds.copies,
        "geeindigd": {
            sha: {"waardoor": end.because, "dag": end.day, "bestand": end.by}
            for sha, end in policy_ends(picture.holdings[one.gm_code], position, picture.day).items()
        },
    }
    name = (row["peildatum"].isoformat(), one.gm_code, one.name, one.region or "", position.status.value)
    return (*name, int(flagged), certainty, as_json(content))


def _cell(cell: Cell) -> dict[str, Any]:
    return {"waarde": cell.value, "niveau": cell.level, "zekerheid": round(cell.certainty, 3), "redenen": cell.reasons}


def _held(picture: Picture) -> Iterator[tuple[str, ...]]:
    """Each paper of a municipality with its part: `beleid` bears its type and its cells, `geldend` (older policy that still holds) its
    cells alone; the others bear nothing: `eigen`, `voorganger`, `getoond`, or `later`, which is of after the peildatum."""
    day = picture.day.isoformat()
    for code, held in picture.holdings.items():
        parts: dict[str, str] = {}
        for part, dossiers in (("getoond", held.shown), ("voorganger", held.inherited), ("eigen", held.own)):
            parts |= {dossier.sha256: part if dossier.seen_on(picture.day) else "later" for dossier in dossiers}
        position = picture.positions[code]
        parts |= {dossier.sha256: "geldend" for dossier in position.in_force}
        parts |= {dossier.sha256: "beleid" for dossier in position.policy}
        yield from ((day, code, sha, part) for sha, part in parts.items() if sha)


def _file_row(row: Row, dossier: Dossier) -> tuple[Any, ...]:
    texts = (row["bestand"], row["sha256"], row["titel"], row["soort"], row["datum"], row["status"], row["verwerking"])
    return (
        *(str(value or "") for value in texts),
        int(row["over_arbeidsmigratie"]),
        as_json({**row, "vindplaatsen": _sources(dossier), "kopieen": () if row["dubbel_van"] else dossier.copies}),
    )


def _sources(dossier: Dossier) -> dict[str, str]:
    """Where each fact of a paper was found, by the column of `documents.csv` that it stands in; nothing for a file that was not read."""
    paper = dossier.paper
    facts = {
        "titel": paper.title,
        "soort": paper.kind,
        "gemeenten": paper.owners,
        "datum": paper.date,
        "geldig_tot": paper.valid_until,
        "status": paper.status,
        "over_arbeidsmigratie": paper.about,
    }
    return {column: fact.source for column, fact in facts.items() if fact.source} if dossier.readable else {}


def _owners(picture: Picture) -> Iterator[tuple[str, str]]:
    for file in picture.files:
        for code in dict.fromkeys(file.dossier.paper.owners.value):
            yield code, file.path


def _motions(picture: Picture) -> Iterator[tuple[Any, ...]]:
    for row, dossier in zip(motion_rows(picture), motion_dossiers(picture), strict=True):
        motion = dossier.paper.motion
        if motion:
            premises = {"constaterende": motion.stating, "overwegende": motion.considering}
            yield dossier.path, dossier.place, str(row["datum"] or ""), as_json({**row, **premises})


def paper_mark(dossier: Dossier) -> str:
    """Return a hash of all in a dossier, with its passages and judgements, that `paper_rows` writes of a paper and that its evidence
    shows. Its pages, and the passages of a paper that is not on labour migration, stand in no dossier."""
    paper = dossier.paper
    parts = (
        dossier.path,
        paper.title.value,
        paper.kind.value,
        paper.owners.value,
        paper.date.value,
        paper.status.value,
        dossier.assessment,
        dossier.judged,
        dossier.passages,
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()


def paper_rows(dossier: Dossier, pages: Sequence[Page], passages: Sequence[Passage]) -> PaperRows:
    """Return what is written of one paper. `passages` are all of its passages, also those that do not count in it."""
    judged = {passage.number: one for passage, one in zip(dossier.passages, dossier.judged, strict=True)}
    return PaperRows(
        sha=dossier.sha256,
        pages=[[page.number, page.width, page.height, page.reason] for page in pages],
        findings={theme: asdict(finding) for theme, finding in dossier.assessment.findings.items()},
        passages=tuple(_passage_row(dossier, passage, judged.get(passage.number)) for passage in passages),
        evidence=tuple(
            (piece.theme.value, piece.passage, piece.level, piece.score, not piece.free)
            for piece in dossier.assessment.evidence
        ),
        doubts=tuple(
            (theme.value, passage.number, judgement.scores[theme])
            for passage, judgement in zip(dossier.passages, dossier.judged, strict=True)
            for theme in judgement.uncertain
        ),
    )


def _passage_row(dossier: Dossier, passage: Passage, judged: JudgedText | None) -> Row:
    return {
        "nummer": passage.number,
        "pagina": passage.page,
        "sectie": list(passage.section),
        "aanloop": passage.lead_in,
        "tekst": passage.text,
        "plaatsen": [[place.page, *(round(edge, 1) for edge in place.bbox)] for place in passage.places],
        "oordeel": judged.as_data() if judged else {},
        "kenmerken": " ".join(_features(dossier, judged)),
    }


def _features(dossier: Dossier, judged: JudgedText | None) -> Iterator[str]:
    """What a search can be narrowed by, as words that occur in no text."""
    yield from (f"gm{code.removeprefix('GM')}" for code in dossier.paper.owners.value)
    yield f"soort{dossier.paper.kind.value.value.replace('_', '')}"
    if dossier.paper.date.value:
        yield f"jaar{dossier.paper.date.value.year}"
    if judged:
        yield from (f"thema{theme}" for theme in judged.labels)
        yield f"sterkte{judged.strength}"
