"""The rows of each published table, from dossiers and positions."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.coverage.assessment import COVERED, Evidence, PolicyType
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.municipality import Holding, Position, Status
from pipeline.coverage.regions import RegionPosition
from pipeline.coverage.review import Review
from pipeline.coverage.trail import Trail, by_place
from pipeline.documents.paper import PaperKind
from pipeline.language.municipalities import Municipality, by_code, predecessors
from pipeline.language.passages import Passage
from pipeline.publish.csvfile import SEPARATOR
from pipeline.themes.codebook import Theme

Row = Mapping[str, Any]
LAST = "~"
"""Sorts after every CBS code."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file of the inbox: its own path, and the dossier that it counts as, shared by twins and copies. `sha256` is that of the file
    itself, empty where it was refused."""

    path: str
    sha256: str
    dossier: Dossier
    pages: int
    remark: str = ""
    ocr: bool = False
    origin: str = ""
    """The address that it was fetched from; empty where somebody put it in the inbox."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a run publishes, for one peildatum."""

    day: date
    files: Sequence[SeenFile]
    dossiers: Sequence[Dossier]
    municipalities: Sequence[Municipality]
    positions: Mapping[str, Position]
    holdings: Mapping[str, Holding]
    reviews: Mapping[str, Review]
    regions: Sequence[RegionPosition]
    trails: Sequence[Trail] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    """By SHA-256: a hash of all that the review site shows of a paper."""
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By SHA-256: in how many passages of a paper each theme was found or is in doubt."""
    passages: Callable[[Dossier, Container[int]], Iterable[Passage]] = lambda dossier, _: dossier.passages
    """Returns passages of a dossier, at least those with these numbers: a picture holds the text of none."""
    evidence: Callable[[Dossier], Sequence[Evidence]] = lambda dossier: dossier.assessment.evidence
    """Returns the evidence of a dossier: a picture holds that of none."""
    whole: Callable[[Dossier], Dossier] = lambda dossier: dossier
    """Returns a dossier with all its passages and their judgements."""


def matrix_rows(picture: Picture) -> Iterator[Row]:
    """Rows of `theme_matrix.csv`, one per municipality of the chosen provinces, by name."""
    for one in picture.municipalities:
        yield _matrix_row(one, picture)


def _matrix_row(one: Municipality, picture: Picture) -> Row:
    position = picture.positions[one.gm_code]
    row: dict[str, Any] = {
        "peildatum": picture.day,
        "gm_code": one.gm_code,
        "gemeente": one.name,
        "provincie": one.province,
        "regio": one.region,
        "status": position.status,
        "beleidstype": position.type,
        "actueel": position.current,
        "documenten": len({dossier.sha256 for dossier in position.seen}),
        "beleid_titel": [_title(dossier) for dossier in position.policy],
        "beleid_datum": position.policy[0].moment if position.policy else None,
        "beoordeling": picture.reviews[one.gm_code].shown,
        "ouder_beleid": [_title(dossier) for dossier in position.beside],
    }
    for theme, cell in position.cells.items():
        row |= {theme: cell.value, f"{theme}_niveau": cell.level, f"{theme}_zekerheid": round(cell.certainty, 3)}
    return row


def _title(dossier: Dossier) -> str:
    """The title, the same wherever it stands: in a list of titles a `|` parts one from the next."""
    return dossier.paper.title.value.replace(SEPARATOR, "/")


def document_rows(picture: Picture) -> Iterator[Row]:
    """Rows of `documents.csv`, one per file of the inbox, by path."""
    for file in picture.files:
        yield _document_row(file)


def _document_row(file: SeenFile) -> Row:
    dossier, paper = file.dossier, file.dossier.paper
    row: dict[str, Any] = {
        "bestand": file.path,
        "sha256": file.sha256,
        "dubbel_van": dossier.path if dossier.path != file.path else None,
        "titel": _title(dossier),
        "soort": paper.kind.value if dossier.readable else None,
        "gemeenten": [by_code(code).name for code in paper.owners.value],
        "gm_codes": list(paper.owners.value),
        "regio": paper.region.value,
        "datum": paper.date.value,
        "geldig_tot": paper.valid_until.value,
        "vervangt": list(paper.replaces.value),
        "status": paper.status.value,
        "over_arbeidsmigratie": paper.about.value,
        "zelfstandig": list(dossier.assessment.own_footing),
        "beleidstype": dossier.type,
        "paginas": file.pages,
        "ocr": file.ocr,
        "verwerking": dossier.state,
        "reden": file.remark or dossier.reason,
        "herkomst": file.origin,
    }
    return row | {theme: finding.level for theme, finding in dossier.assessment.findings.items()}


@dataclass(frozen=True, slots=True)
class EvidenceBlock:
    """The evidence of one owner, by CBS code (LAST for what is of nobody or of a region): one piece of the table, from these papers.

    `held` gives by SHA-256 of a paper, of those of which the matrix can tell, the CBS code of the municipality of which it is policy in
    force; "" where it is that of none."""

    code: str
    dossiers: Sequence[Dossier]
    held: Mapping[str, str]

    def in_force(self, dossier: Dossier) -> bool | None:
        """Whether a paper of this owner is policy in force at the peildatum; None where it is of no municipality of the matrix."""
        holder = self.held.get(dossier.sha256)
        return None if holder is None else bool(holder)

    def counts_for(self, dossier: Dossier) -> str | None:
        """The CBS code of the municipality whose cells rest on a paper of this owner: the owner, or into which it went up."""
        return self.held.get(dossier.sha256) or None


def evidence_blocks(picture: Picture) -> Iterator[EvidenceBlock]:
    """The pieces of `evidence.csv`, in order: passages with a theme in papers on labour migration that were seen by the peildatum."""
    by_owner: dict[str, list[Dossier]] = {}
    for dossier in picture.dossiers:
        if dossier.readable and dossier.paper.about.value and dossier.seen_on(picture.day):
            regional = dossier.paper.kind.value == PaperKind.REGIONAL_AGREEMENT
            for code in (dict.fromkeys(dossier.paper.owners.value) if not regional else None) or [LAST]:
                by_owner.setdefault(code, []).append(dossier)
    for code in sorted(by_owner):
        yield EvidenceBlock(code, by_owner[code], _held(code, picture.positions))


def _held(owner: str, positions: Mapping[str, Position]) -> dict[str, str]:
    """Of the papers of an owner the municipality of which each is policy in force, "" for none; those of a municipality that went up in
    others are looked at with its successors."""
    if owner in positions:
        holders = [owner]
    else:
        holders = [code for code in positions if any(former.gm_code == owner for former in predecessors(code))]
    held: dict[str, str] = {}
    for code in holders:
        held |= {dossier.sha256: held.get(dossier.sha256, "") for dossier in positions[code].seen}
        held |= {dossier.sha256: code for dossier in positions[code].in_force}
    return held


def block_rows(block: EvidenceBlock, picture: Picture) -> list[Row]:
    """The rows of one piece; one at a time, for the texts of all together are many.

    By theme, so that what bears a cell stands together, the highest level first; then in the order of the paper.
    """
    themes = list(Theme)
    return sorted(
        (row for dossier in block.dossiers for row in _evidence_of(dossier, block, picture)),
        key=lambda row: (themes.index(row["thema"]), -row["niveau"], -row["score"], row["bestand"]),
    )


def _evidence_of(dossier: Dossier, block: EvidenceBlock, picture: Picture) -> Iterator[Row]:
    evidence = picture.evidence(dossier)
    numbers = {piece.passage for piece in evidence}
    passages = {passage.number: passage for passage in picture.passages(dossier, numbers)} if numbers else {}
    owner = by_code(block.code) if block.code != LAST else None
    for piece in evidence:
        passage = passages[piece.passage]
        yield {
            "gm_code": owner.gm_code if owner else None,
            "gemeente": owner.name if owner else None,
            "thema": piece.theme,
            "niveau": piece.level,
            "zelfstandig": piece.free and piece.level >= COVERED,
            "score": round(piece.score, 3),
            "bestand": dossier.path,
            "sha256": dossier.sha256,
            "pagina": passage.page,
            "bbox": _frame(passage),
            "sectie": list(passage.section),
            "passage": passage.text,
            "status": dossier.paper.status.value,
            "geldend": block.in_force(dossier),
            "telt_voor": block.counts_for(dossier),
        }


def _frame(passage: Passage) -> list[str]:
    """The rectangle around the passage on its first page, as `x0|top|x1|bottom` in points."""
    boxes = [place.bbox for place in passage.places if place.page == passage.page]
    edges = zip(*boxes, strict=True)
    return [f"{pick(edge):.1f}" for pick, edge in zip((min, min, max, max), edges, strict=True)]


def motion_dossiers(picture: Picture) -> list[Dossier]:
    """Return the motions that could be read, by path and place in it."""
    return [motion for dossier in picture.dossiers if dossier.readable for motion in dossier.motions]


def motion_rows(picture: Picture) -> Iterator[Row]:
    """Rows of `motions.csv`, one per motion, by path and place; a motion of after the peildatum has no follow-up yet."""
    trails = by_place(picture.trails)
    for dossier in motion_dossiers(picture):
        motion = dossier.paper.motion
        trail = trails.get((dossier.path, dossier.place))
        if motion:
            yield {
                "bestand": dossier.path,
                "orgaan": motion.organ,
                "gm_code": list(dossier.paper.owners.value),
                "nummer": motion.number,
                "datum": motion.date,
                "indieners": list(motion.movers),
                "uitslag": trail.outcome if trail else motion.outcome,
                "verzoeken": list(motion.requests),
                "themas": list(dossier.motion_themes),
                "titel": _title(dossier),
                "opvolging": [step.dossier.path for step in trail.steps] if trail else [],
                "status_opvolging": trail.status if trail else None,
                "plek": dossier.place + 1,
                "uitslag_bron": trail.told_by.dossier.path if trail and trail.told_by else None,
            }


def region_rows(picture: Picture) -> Iterator[Row]:
    """Rows of `regions.csv`, by name."""
    for region in picture.regions:
        yield {
            "regio": region.name,
            "gemeenten": [one.name for one in region.members],
            "regionale_afspraken": region.agreement,
            "inhoud": region.content,
            **dict(region.counts),
        }


def housing_only_rows(picture: Picture) -> Iterator[Row]:
    """Rows of `housing_only.csv`: the papers behind each municipality whose current policy is housing only, most doubtful first."""
    rows = [
        _flag(one, dossier, picture.reviews[one.gm_code])
        for one in picture.municipalities
        if picture.reviews[one.gm_code].machine_status == Status.HOUSING
        for dossier in picture.positions[one.gm_code].policy
        if dossier.type == PolicyType.HOUSING
    ]
    yield from sorted(rows, key=lambda row: (row["zekerheid"], row["gm_code"], row["bestand"]))


def _flag(one: Municipality, dossier: Dossier, review: Review) -> dict[str, Any]:
    findings = dossier.assessment.findings
    others = [theme for theme in Theme if theme != Theme.HUISVESTING]
    return {
        "gm_code": one.gm_code,
        "gemeente": one.name,
        "bestand": dossier.path,
        "titel": _title(dossier),
        "datum": dossier.paper.date.value,
        "reden": "; ".join(f"{theme}: {findings[theme].reason}" for theme in others),
        "zekerheid": round(_flag_certainty(dossier), 3),
        "beoordeling": review.shown,
    }


def _flag_certainty(dossier: Dossier) -> float:
    """Housing is there, times the chance that none of the doubtful themes is."""
    findings = dossier.assessment.findings
    certainty = findings[Theme.HUISVESTING].certainty
    for theme in Theme:
        if theme != Theme.HUISVESTING:
            certainty *= 1 - findings[theme].doubt
    return certainty


SHORT_TABLES: Mapping[str, Callable[[Picture], Iterable[Row]]] = {
    "theme_matrix": matrix_rows,
    "motions": motion_rows,
    "regions": region_rows,
    "housing_only": housing_only_rows,
}
"""What makes the rows of each table that is short enough to be held whole; `changes` needs the former run too."""
