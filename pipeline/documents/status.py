"""The status that a paper itself shows: stamp and archive note first, then draft marks, then the adoption clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.documents.clause import Clause, adopting
from pipeline.documents.paper import Derived, PaperKind, PaperStatus
from pipeline.documents.parts import Parts, PrintedLine, field_values, page_source

ENDED: tuple[tuple[PaperStatus, str], ...] = (
    (
        PaperStatus.LAPSED,
        (
            r"vervallen|niet\s+meer\s+(?:geldig|van\s+kracht|actueel)|buiten\s+werking|geldigheid\s+verlopen"
            r"|verlopen|historisch\s+document"
        ),
    ),
    (PaperStatus.WITHDRAWN, r"ingetrokken"),
)
"""Words of stamps and archive notes."""

_NOTE = (
    r"^[\W_]*(?:(?:let\s+op|archief\w*|status|stempel|noot|n\.b\.)\W*\s*)*(?:(?:deze|dit|de"
    r"|het)\s+(?:\w+\s+){{1,3}}?(?:is|zijn)\s+)?"
    r"(?:(?:per|met\s+ingang\s+van|m\.i\.v\.|op|sinds)\s+[\w./-]+(?:\s+\w+\s+\d{{4}})?\s+)?(?:{words})\b"
)
_STAMP = re.compile(r"\b(?:VERVALLEN|INGETROKKEN)\b")
_OTHER_PAPER = re.compile(
    r"\b(?:onder|trekt|trekken|wordt|worden)\b|\bin\s+te\s+trekken\b|ingetrokken\s+(?:moties?|nota|beleid)\b",
    re.IGNORECASE,
)

_DRAFT_MARK = re.compile(
    r"^\W*(?:(?:niet\s+vastgestelde?\s+)?concept(?:[- ]?versie|[- ]?tekst|[- ]?stuk|[- ]?rapport)?"
    r"|ontwerp(?:[- ]?(?:versie|besluit|tekst))?|voorontwerp|werkversie|werkdocument"
    r"|inspraak(?:versie|document|exemplaar)|ter\s+inspraak|consultatie(?:versie|document)"
    r"|ter\s+consultatie|versie\s+0[.,]\d+|v0\.\d+|discussie(?:stuk|versie)|draft)"
    r"(?:\W*$|\W+(?=versie|v?\d|d\.?d|van|ter|voor|t\.b\.v|\(|[-–|])|\s*[:;]\s*.*$)",
    re.IGNORECASE,
)
_DRAFT_TITLE = re.compile(
    r"\b(?:concept|ontwerp|voorontwerp)[- ]?(?=(?:(?:(?<=[- ])\w+[- ])?\w*(?:nota|visie|notitie|beleid"
    r"|beleids\w+|kader|regels|verordening|afspraken|programma|plan|convenant|overeenkomst|akkoord"
    r"|besluit))\b)"
    r"|\((?:concept|ontwerp|draft)\)|[-–|,]\s*(?:concept|ontwerp)\s*$|^concept\b|\binspraakversie\b"
    r"|\bconsultatieversie\b|\bversie\s+0[.,]\d",
    re.IGNORECASE,
)
_DRAFT_PROPOSAL = re.compile(r"^\W*(?:concept|ontwerp)[- ]?(?:raads|college|staten)", re.IGNORECASE)
"""A letter about a draft is none itself; a draft of the proposal or decision is."""
_DRAFT_TEXT = re.compile(
    r"\b(?:dit|deze)\s+(?:\w+\s+){0,2}(?:is|betreft)\s+(?:nog\s+)?(?:een\s+)?(?:concept|ontwerp"
    r"|werkversie)|\bnog\s+niet\s+(?:bestuurlijk\s+)?(?:vastgesteld|ondertekend|bekrachtigd)"
    r"|\b(?:ligt|liggen|lag)\s+(?:\w+\s+){0,10}ter\s+(?:inzage|inspraak)|^\W*ter\s+inzage(?:legging)?\b"
    r"|\bnog\s+vast\s+te\s+stellen\b|\b(?:concept|ontwerp)\w*\s+(?:ligt|wordt)\s+(?:\w+\s+){0,6}(?:inzage"
    r"|voorgelegd|inspraak)"
    r"|\bvoorgenomen\s+besluit\b|\bonder\s+voorbehoud\s+van\s+(?:vaststelling|besluitvorming|instemming)",
    re.IGNORECASE,
)
_DRAFT_NAME = re.compile(r"(?:^|[\W_])(?:concept|ontwerp|inspraakversie|draft|v0\.?\d)", re.IGNORECASE)
_FINAL = re.compile(
    r"^\W*(?:status\s*:?\s*)?(?:definitief|definitieve\s+versie|vastgestelde\s+versie|vastgesteld\W*$)(?!\s+concept)",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(
    r"^\W*(?:raads|staten|college|commissie|initiatief)?voorstel\b|^\W*voorstel\s+aan\b|^\W*voorgenomen\s+besluit\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:conform|overeenkomstig|ongewijzigd)\s+(?:het\s+)?(?:voorstel\s+)?(?:besloten|vastgesteld"
    r"|aangenomen)|\bbesluit\s*(?:raad|college)?\s*:\s*(?:conform|akkoord|aangenomen)",
    re.IGNORECASE,
)
_START = re.compile(
    r"\b(?:startnotitie|startdocument|procesvoorstel|procesnotitie"
    r"|plan\s+van\s+aanpak\s+(?:voor\s+)?(?:het\s+)?(?:opstellen|beleid))\b",
    re.IGNORECASE,
)
_GAZETTE = re.compile(r"^\W*(?:gemeenteblad|officiële\s+uitgave)\b", re.IGNORECASE)


def status_of(parts: Parts, clauses: Sequence[Clause], kind: PaperKind, announces: bool) -> Derived[PaperStatus]:
    """The status of anything but a motion (whose outcome is its status, see `motion`)."""
    return (
        _ended(parts)
        or _starting(parts, kind, announces)
        or _draft(parts, kind)
        or _adopted(parts, clauses)
        or _weakly(parts, kind, announces)
    )


def _ended(parts: Parts) -> Derived[PaperStatus] | None:
    for value, line in field_values(parts.front, r"status|documentstatus"):
        for status, words in ENDED:
            if re.match(rf"\W*(?:{words})\b", value, re.IGNORECASE):
                return Derived(status, page_source("statusveld", line.page))
    for line in parts.notes:
        status = _note_status(line.text)
        if status:
            return Derived(status, page_source("stempel of archiefnotitie", line.page))
    return None


def _note_status(text: str) -> PaperStatus | None:
    if _OTHER_PAPER.search(text):
        return None
    for status, words in ENDED:
        if re.search(_NOTE.format(words=words), text, re.IGNORECASE):
            return status
    stamp = _STAMP.search(text)
    if stamp:
        return PaperStatus.LAPSED if stamp.group() == "VERVALLEN" else PaperStatus.WITHDRAWN
    return None


def _starting(parts: Parts, kind: PaperKind, announces: bool) -> Derived[PaperStatus] | None:
    """A council paper that sets out how policy will be made is no draft of that policy."""
    start = next((block for block in parts.banners if _START.search(block.text)), None)
    if start and announces and kind is PaperKind.COUNCIL_PAPER:
        return Derived(PaperStatus.ANNOUNCED, page_source("titel", start.page))
    return None


def _draft(parts: Parts, kind: PaperKind) -> Derived[PaperStatus] | None:
    for value, line in field_values(parts.front, r"status|documentstatus|versie"):
        if _DRAFT_MARK.match(value):
            return Derived(PaperStatus.DRAFT, page_source("statusveld", line.page))
    marked = _first(_DRAFT_MARK, parts.notes)
    if marked:
        return Derived(PaperStatus.DRAFT, page_source("conceptmerk", marked.page))
    draft_title = _DRAFT_PROPOSAL if kind is PaperKind.COUNCIL_PAPER else _DRAFT_TITLE
    for block in parts.banners:
        if draft_title.search(block.text):
            return Derived(PaperStatus.DRAFT, page_source("titel", block.page))
    return None


def _adopted(parts: Parts, clauses: Sequence[Clause]) -> Derived[PaperStatus] | None:
    clause = adopting(clauses)
    if clause:
        return Derived(PaperStatus.ADOPTED, clause.source)
    for value, line in field_values(parts.front, r"status|documentstatus|versie"):
        if _FINAL.match(value) or re.match(r"\W*vastgesteld\b", value, re.IGNORECASE):
            return Derived(PaperStatus.ADOPTED, page_source("statusveld", line.page))
    final = _first(_FINAL, parts.notes)
    if final:
        return Derived(PaperStatus.ADOPTED, page_source("omslag", final.page))
    return None


def _weakly(parts: Parts, kind: PaperKind, announces: bool) -> Derived[PaperStatus]:
    """What is left: words in the text, the kind of paper, the file name."""
    if announces and kind is PaperKind.COUNCIL_PAPER:
        return Derived(PaperStatus.ANNOUNCED, "kondigt beleid aan")
    draft = next((block for block in parts.body if _DRAFT_TEXT.search(block.text)), None)
    if draft and kind is not PaperKind.OTHER:
        return Derived(PaperStatus.DRAFT, page_source("tekst", draft.page))
    if _DRAFT_NAME.search(parts.stem):
        return Derived(PaperStatus.DRAFT, "bestandsnaam")
    if kind is PaperKind.COUNCIL_PAPER:
        return _proposal(parts)
    if kind is PaperKind.POLICY and _first(_GAZETTE, parts.cover):
        return Derived(PaperStatus.ADOPTED, "bekendmaking in het gemeenteblad")
    return Derived(PaperStatus.UNKNOWN, "niet gevonden")


def _proposal(parts: Parts) -> Derived[PaperStatus]:
    """A proposal is a draft until it bears its decision."""
    if _DECIDED.search(parts.text):
        return Derived(PaperStatus.ADOPTED, "besluit op het voorstel")
    if _first(_PROPOSAL, parts.cover):
        return Derived(PaperStatus.DRAFT, "voorstel zonder besluit")
    return Derived(PaperStatus.UNKNOWN, "niet gevonden")


def _first(pattern: re.Pattern[str], lines: Iterable[PrintedLine]) -> PrintedLine | None:
    return next((line for line in lines if pattern.search(line.text)), None)
