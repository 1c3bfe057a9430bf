"""The dossier of each paper: made from what the earlier stages stored, and kept until something that it was made from changes.

A kept dossier has no text and no evidence. A run holds those of all papers at once, and passages and evidence of one paper at a
time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter

from pipeline.coverage.assessment import Evidence, assess, nothing_found
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.requests import asked, with_requests
from pipeline.coverage.review import as_reviewed
from pipeline.documents.paper import Derived
from pipeline.documents.scope import counting
from pipeline.extraction.blocks import FileState
from pipeline.language.passages import Passage
from pipeline.night.drift import counts_of
from pipeline.night.inbox import Contents
from pipeline.night.program import program_key
from pipeline.night.reading import readings
from pipeline.night.remarks import told_apart
from pipeline.night.understanding import (
    KNOWN,
    Known,
    judged_passages,
    judged_requests,
    paper_key,
    passages_of,
    refused,
)
from pipeline.night.workshop import Workshop
from pipeline.publish.siterows import paper_mark
from pipeline.sources.folder import InboxFile
from pipeline.store.decisions import Decision
from pipeline.store.store import FiledDossier, StoredReading
from pipeline.themes.judging import judged_text

DOSSIER = TypeAdapter(Dossier)
EVIDENCE = TypeAdapter(tuple[Evidence, ...])
KEPT_APART = {"passages": True, "judged": True, "assessment": {"evidence": True}}
"""What a kept dossier lacks: passages and judgements stand in the store anyhow, and evidence is kept beside it."""
APART = b"\n"
"""Between a dossier and its evidence, as they are kept."""
BATCH = 50
"""Dossiers that are made, by one process, before they are stored together."""
PAPER_SUFFIXES = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".htm", ".html"}
"""Names under which a policy paper may come; another file that cannot be read is no sign of an unread paper."""

Corrections = Mapping[str, Decision]


@dataclass(frozen=True, slots=True)
class Filed:
    """A dossier without its passages and evidence, and what is told of the paper beside it: a remark on its file (Dutch), whether
    pages of it were recognised, the `mark`: a hash of all that the review site shows of it, and the `counts` of its themes."""

    dossier: Dossier
    remark: str = ""
    ocr: bool = False
    mark: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper of this run with the key of its dossier; `reading` and `paper` (the key of what is known of it) where it was read."""

    file: InboxFile
    key: str
    reading: StoredReading | None = None
    paper: str = ""


class Dossiers:
    """The dossiers of a run by path, and the way back to their passages. `read` has the reading of each paper, by SHA-256; `keys` name
    all that each dossier is made from, by path."""

    def __init__(self, workshop: Workshop, contents: Contents, corrections: Corrections) -> None:
        self._workshop, self._corrections = workshop, corrections
        self.read = readings(workshop)
        self._wanted = _wanted(workshop, contents, self.read)
        self.keys = {path: one.key for path, one in self._wanted.items()}
        self._by_text = {_text_key(text): decision for text, decision in corrections.items()}
        self._aside: dict[str, FiledDossier] = {}

    def all(self, keep: bool) -> dict[str, Filed]:
        """Return the dossier of each paper and each refused file, by path: as kept where nothing changed, else made.

        Where `keep` is set, those that were made are kept, and those of papers that are gone dropped. Raises StoreError.
        """
        found, gone = self._kept()
        missing = [one for path, one in self._wanted.items() if path not in found]
        for batch in self._made([missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]):
            found |= {filed.path: _filed(filed) for filed in batch}
            if keep:
                self._workshop.store.file_dossiers(batch)
            else:
                self._aside |= {filed.path: filed for filed in batch}
        if keep:
            self._workshop.store.drop_dossiers(gone)
        return {path: found[path] for path in self._wanted}

    def stand(self) -> bool:
        """Whether what is kept are the dossiers of exactly these papers, and none is to be made again. Raises StoreError."""
        return self._workshop.store.dossier_keys() == self.keys

    def passages(self, dossier: Dossier, numbers: Container[int]) -> Iterable[Passage]:
        """Return the passages of a dossier that have these numbers."""
        return passages_of(self._workshop, dossier.sha256, numbers)

    def evidence(self, dossier: Dossier) -> tuple[Evidence, ...]:
        """Return the evidence of a dossier."""
        filed = self._aside.get(dossier.path) or self._workshop.store.dossier(dossier.path)
        return EVIDENCE.validate_json(filed.content.partition(APART)[2])

    def whole(self, dossier: Dossier) -> Dossier:
        """Return a dossier of these with its passages, their judgements and its evidence; as it is where it is not on labour
        migration."""
        if not _is_on_topic(dossier):
            return dossier
        assessment = replace(dossier.assessment, evidence=self.evidence(dossier))
        return replace(_with_passages(self._workshop, dossier, self._corrections), assessment=assessment)

    def _kept(self) -> tuple[dict[str, Filed], list[str]]:
        """The dossiers that still hold, and the paths of those whose papers are gone."""
        kept, gone = {}, []
        for row in self._workshop.store.dossiers():
            if row.path not in self.keys:
                gone.append(row.path)
            elif row.key == self.keys[row.path] and self._decided(row.beside["texts"]) == row.beside["corrected"]:
                kept[row.path] = _filed(row)
        return kept, gone

    def _decided(self, texts: Iterable[str]) -> list[str]:
        """The keys of the decisions that reviewers took on passages with these texts."""
        return sorted({self._by_text[text].key for text in texts if text in self._by_text}) if self._by_text else []

    def _made(self, batches: Sequence[Sequence[Wanted]]) -> Iterator[list[FiledDossier]]:
        """The dossiers of each batch, in any order: by the workshop's helpers where there are enough, else by this process, which also
        makes those at which a helper fails and shows why."""
        workshop, helpers = self._workshop, self._workshop.helpers
        if not helpers.can_file(sum(map(len, batches))):
            yield from (list(made(workshop, batch, self._corrections)) for batch in batches)
            return
        for number, filed in helpers.file(batches, self._corrections):
            yield list(made(workshop, batches[number], self._corrections)) if filed is None else filed


def made(workshop: Workshop, papers: Sequence[Wanted], corrections: Corrections) -> Iterator[FiledDossier]:
    """Yield the dossier of each of the papers, made from what the earlier stages stored. Raises StoreError."""
    stored = workshop.store.papers(one.paper for one in papers if one.paper)
    for one in papers:
        if one.reading:
            known = KNOWN.validate_python(stored[one.paper])
            yield _make(workshop, one, one.reading, known, corrections)
        else:
            known = refused(one.file)
            yield _file(one.key, _refused_dossier(one.file, known), Known(known.paper, None), one.file.refusal)


def _make(
    workshop: Workshop, one: Wanted, reading: StoredReading, known: Known, corrections: Corrections
) -> FiledDossier:
    state, path = FileState(reading.state), one.file.path.as_posix()
    if state != FileState.OK:
        known = _without_owner_if_no_paper(one.file, known)
    dossier = _bare(path, reading.sha256, state, reading.reason, known)
    dossier = replace(dossier, text=known.text, stated=one.file.override is not None)
    if _is_on_topic(dossier):
        dossier = _assessed(workshop, _with_passages(workshop, dossier, corrections))
    remark = told_apart(reading.reason, known.remark)
    return _file(one.key, dossier, known, remark, _is_empty(workshop, dossier), one.paper)


def _is_empty(workshop: Workshop, dossier: Dossier) -> bool:
    return dossier.readable and not (dossier.passages or workshop.store.passages(dossier.sha256, workshop.division))


def _wanted(workshop: Workshop, contents: Contents, read: Mapping[str, StoredReading]) -> dict[str, Wanted]:
    rules = "|".join(
        (workshop.judge, program_key(), *map(str, astuple(workshop.rules)))
    )  # whatever the program makes of a paper depends on these
    wanted = {}
    for sha, file in contents.papers.items():
        reading = read[sha]
        paper = paper_key(workshop, file, reading)
        key = _hash(rules, paper, reading.state, reading.reason, str(reading.pages))
        wanted[file.path.as_posix()] = Wanted(file, key, reading, paper)
    for file in contents.files:
        if file.path not in contents.hashes:
            path = file.path.as_posix()
            wanted[path] = Wanted(file, _hash(rules, "refused", path, file.refusal, str(file.stated), file.unused))
    return wanted


def remembered(workshop: Workshop) -> list[Dossier]:
    """Return the dossiers of the last run, by path, without passages and evidence. Raises StoreError, ValidationError where another
    version kept them."""
    return [_unpacked(row) for row in workshop.store.dossiers()]


def _unpacked(row: FiledDossier) -> Dossier:
    return DOSSIER.validate_json(row.content.partition(APART)[0])


def _file(
    key: str, dossier: Dossier, known: Known, remark: str = "", empty: bool = False, paper: str = ""
) -> FiledDossier:
    beside = {
        "remark": remark,
        "ocr": known.ocr,
        "mark": _hash(paper, paper_mark(dossier)),
        "texts": [_text_key(judged_text(passage)) for passage in dossier.passages],
        "corrected": list(dossier.corrected),
        "counts": counts_of(dossier.judged, empty),
    }
    bare = DOSSIER.dump_json(dossier, exclude=KEPT_APART)
    content = APART.join((bare, EVIDENCE.dump_json(tuple(dossier.assessment.evidence))))
    return FiledDossier(dossier.path, key, content, beside)


def _filed(row: FiledDossier) -> Filed:
    told: Mapping[str, Any] = row.beside
    return Filed(_unpacked(row), told["remark"], told["ocr"], told["mark"], told["counts"])


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _text_key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _refused_dossier(file: InboxFile, known: Known) -> Dossier:
    known = _without_owner_if_no_paper(file, known)
    name = file.path.as_posix()
    return _bare(name, name, FileState.UNREADABLE, file.refusal, known)


def _bare(path: str, sha256: str, state: FileState, reason: str, known: Known) -> Dossier:
    """The dossier of a paper whose themes are not judged (yet)."""
    own_date = known.paper.date.value
    return Dossier(path, sha256, state, reason, known.paper, nothing_found(), own_date, made=known.created)


def _without_owner_if_no_paper(file: InboxFile, known: Known) -> Known:
    if file.path.suffix.lower() in PAPER_SUFFIXES:
        return known
    return replace(known, paper=replace(known.paper, owners=Derived((), "geen document")))


def _is_on_topic(dossier: Dossier) -> bool:
    return dossier.readable and dossier.paper.about.value


def _with_passages(workshop: Workshop, dossier: Dossier, reviewed: Corrections) -> Dossier:
    """The dossier with the passages that count, and their judgements by machine and reviewers."""
    passages = counting(passages_of(workshop, dossier.sha256), dossier.paper.scope.value)
    motions = dossier.paper.motions
    wanted = [
        [asked(*pair) for pair in zip(motion.requests, judged, strict=True)]
        for motion, judged in zip(motions, judged_requests(workshop, dossier.paper), strict=True)
    ]
    requests = [request for motion in motions for request in motion.requests]
    machine = with_requests(
        passages, judged_passages(workshop, passages), requests, [one for ones in wanted for one in ones]
    )
    themes = tuple(tuple(one.labels for one in ones) for ones in wanted)
    decided = [reviewed.get(judged_text(passage)) for passage in passages]
    judged = [as_reviewed(judgement, decision) for judgement, decision in zip(machine, decided, strict=True)]
    return replace(
        dossier,
        passages=passages,
        judged=judged,
        request_themes=themes[0] if themes else (),
        bundled_themes=themes[1:],
        corrected=tuple(sorted({decision.key for decision in decided if decision})),
    )


def _assessed(workshop: Workshop, dossier: Dossier) -> Dossier:
    paper = dossier.paper
    asked = {theme for themes in dossier.request_themes for theme in themes} if paper.motion else set()
    found = assess(dossier.passages, dossier.judged, workshop.rules, owners=paper.owners.value, asked=asked)
    return replace(dossier, assessment=found)
