"""The status that a paper itself shows: stamp and archive note first, then draft marks, then the adoption clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.documents.annulment import own_annulment
from pipeline.documents.boxes import ticked
from pipeline.documents.clause import Clause, adopting
from pipeline.documents.college_decision import decided_by_executive
from pipeline.documents.day import find_days, find_terms
from pipeline.documents.making_plan import plan_to_make
from pipeline.documents.marks import (
    ended_by,
    ended_first,
    is_dated_draft,
    is_draft_mark,
    is_final_mark,
    is_to_be_decided,
)
from pipeline.documents.own_end import own_end
from pipeline.documents.paper import ADOPTABLE, FILE_NAME, Derived, PaperKind, PaperStatus
from pipeline.documents.parts import Parts, PrintedLine, field_values, page_source, segments, version_row, version_rows
from pipeline.documents.proposal import asks_to_adopt
from pipeline.documents.votes import balance_of, tied
from pipeline.documents.wording import any_of
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_PAPER_NOUN = any_of(
    (
        *(
            "nota",
            "visie",
            "notitie",
            "beleid",
            r"beleids\w+",
            "kader",
            "regels",
            "verordening",
            "afspraken",
            "programma",
        ),
        *("plan", "convenant", "overeenkomst", "akkoord", "besluit", "begroting", "jaarrekening", "jaarstukken"),
        "rapport",
    )
)
_DRAFT_TITLE = re.compile(
    any_of(
        (
            rf"\b(?:concept|ontwerp|voorontwerp)[- ]?(?=(?:(?:(?<=[- ])(?:\w+[- ]){{0,4}})?\w*{_PAPER_NOUN})\b)",  # Ontwerpnota …
            r"\((?:in )?(?:concept|ontwerp|draft)\)",
            r"[-–|,]\s*(?:concept|ontwerp)\s*$",
            r"^concept\b(?!-)",
            r"\b(?:inspraak|consultatie)versie\b",
            r"\bversie\s+0[.,]\d",
        )
    ),
    re.IGNORECASE,
)
_DRAFT_PROPOSAL = re.compile(r"^\W*(?:concept|ontwerp)[- ]?(?:raads|college|staten)", re.IGNORECASE)
"""A letter about a draft is none itself; a draft of the proposal or decision is."""
_DRAFT_TEXT = expression(
    any_of(
        (
            r"\b(?:dit|deze) (?:\w+ ){0,2}(?:is|betreft) (?:nog )?(?:een )?(?:concept|ontwerp|werkversie)",
            r"\bnog niet (?:bestuurlijk )?(?:vastgesteld|ondertekend|bekrachtigd)",
            r"\b(?:ligt|liggen|lag) (?:\w+ ){0,20}ter "
            r"(?:inspraak|inzage(?! (?:voor|van|bij) (?:de |een )?(?:toezichthouder|politie|bewoner|controle)))",
            r"^\W*ter inzage(?:legging)?\b",
            r"\binstemmen met (?:de )?ter\s?inzage",
            r"\bnog vast te stellen\b",
            rf"\b(?:deze|dit) \w*{_PAPER_NOUN} (?:wordt|worden)\b[^.;]{{0,60}}?\b(?:aan (?:de|uw) (?:gemeente)?raad|ter vaststelling)\b"
            r"[^.;]{0,40}?\b(?:voorgelegd|aangeboden)",
            rf"\braad (?:neemt|besluit|beslist)\b[^.;]{{0,60}}?\bover (?:deze|dit) \w*{_PAPER_NOUN}\b",
            rf"\b(?:bieden|leggen)\b[^.;]{{0,40}}?\braad (?:deze|dit) \w*{_PAPER_NOUN}\b[^.;]{{0,40}}?\b(?:ter vaststelling aan|voor)\b",
            rf"\b(?:dit|deze) (?:ontwerp|concept)(?:{_PAPER_NOUN})?\b (?:is|wordt|werd)\b[^.;]{{0,60}}?"
            r"\b(?:besproken|voorgelegd|aangeboden|vrijgegeven|toegezonden)",
            r"\b(?:concept|ontwerp)\w* (?:ligt|wordt) (?:\w+ ){0,6}(?:inzage|voorgelegd|inspraak)",
            r"\bvoorgenomen besluit\b",
            r"\bonder voorbehoud van (?:vaststelling|besluitvorming|instemming)",
            r"\b(?:(?:raad|college) (?:\w+ )?wordt (?:gevraagd|verzocht|voorgesteld)|stel(?:t|len) (?:\w+ ){0,3}voor"
            r"|(?:vragen|vraagt) (?:\w+ ){0,3}raad)"
            rf" (?:om )?(?:deze|dit|voorliggende?|onderhavige?) (?:\w+ )?\w*{_PAPER_NOUN}\b[^.;]{{0,60}}? vast te stellen",
            r"(?:^\W*|[.;]\s+)er (?:is|zijn) (?:\w+ ){0,2}?nog (?:niets besloten|geen (?:besluit|besluiten) genomen)",
        )
    ),
    re.IGNORECASE,
)
"""What the text itself says where no mark, title or clause speaks."""
_SHOWN = re.compile(r"\b(?:ter\s+inzage|inspraak|zienswijze)", re.IGNORECASE)
_LABELLED = re.compile(
    r"^\W*(?:eerste\s+)?(?:(?:werk|consultatie|inspraak)versie|concept(?:versie)?|ontwerp)\s*:\s*\d", re.IGNORECASE
)
"""A list of steps: "Eerste concept: 5 april 2022" above "Besluit: …"."""
_STEP = re.compile(
    r"^\W*(?:eerste\s+)?(?:concept|ontwerp)(?:versie)?\s+(?:\w+\s+){0,2}?"
    r"(?:besproken|behandeld|vrijgegeven|aangeboden|voorgelegd|verzonden|gepubliceerd)\b",
    re.IGNORECASE,
)
"""What was done with the draft is a step, and no title: "Concept besproken in college", the days in the column beside it."""
_DRAFT_NAME = re.compile(r"(?:^|[\W_])(?:concept|ontwerp|inspraakversie|draft|v0\.?\d)", re.IGNORECASE)
_NOTES, _NOTE_WORDS = 6, 40
"""Blocks at the outside of a paper, and words of the longest, in which a note on its decision stands."""
_REFUSED = expression(
    any_of(
        (
            rf"\b(?:deze|dit|de|het) \w*{_PAPER_NOUN}\b[^.;]{{0,80}}\b(?:verworpen|afgewezen|niet (?:vastgesteld|aangenomen))\b",
            r"\b(?:raad|raadsbesluit|college)\b[^.;]{0,60}: (?:verworpen|afgewezen|niet vastgesteld)\b",
            r"\b(?:raads|college)?voorstel\b[^.;]{0,60}\b(?:verworpen|teruggenomen|ingetrokken|niet (?:overgenomen|aangenomen|aanvaard))\b",
        )
    ),
    re.IGNORECASE,
)
_ADOPTS_TOO = re.compile(r"(?<!niet\s)\b(?:vastgesteld|stelden?)\s+(?:door|op|in|vast)\b", re.IGNORECASE)
_PUT_OFF = expression(
    any_of(
        (
            r"\b(?:raad|raadsbesluit|college|commissie)\b[^.;]{0,60}\baangehouden\b",
            r"\bvrijgegeven voor (?:de )?(?:inspraak|zienswijzen|consultatie)",
            r"\b(?:legt|leggen|biedt|bieden)\b[^.;]{0,40}\b(?:voor|aan) aan de (?:gemeente)?raad\b",
            r"\bdoor(?:sturen|gestuurd|geleiden|geleid)? (?:naar|aan) de (?:gemeente)?raad\b",
            r"^\W*voorstel aan de (?:gemeente)?raad\b",
            r"\bopini[eë]rend besproken\b",
            r"\bde (?:gemeente)?raad (?:besluit|beslist) (?:op|in) [^.;]{0,40}\bover\b",
            r"\bonder voorbehoud van (?:de )?(?:instemming|vaststelling|goedkeuring|besluitvorming)",
        )
    ),
    re.IGNORECASE,
)
"""A decision that is still to come, or was put off."""
_SAYS_ADOPTED = re.compile(r"\bvastgesteld", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"^\W*(?:raads|staten|college|commissie|initiatief)?voorstel\b|^\W*voorstel\s+aan\b|^\W*voorgenomen\s+besluit\b",
    re.IGNORECASE,
)
_DECIDED = expression(
    r"\b(?:conform|overeenkomstig|ongewijzigd)\s+(?:het\s+)?(?:voorstel\s+)?(?:besloten|vastgesteld"
    r"|aangenomen)|\bbesluit\s*:?\s+(?:overeenkomstig|conform)\s+het\s+(?:voorgestelde|voorstel)\b|\bbesluit\s*(?:raad|college)?\s*:\s*(?:conform|akkoord|aangenomen)",
    re.IGNORECASE,
)
_DRAFT_DECISION = re.compile(r"^\W*(?:ontwerp|concept)[- ]?(?:raads|staten)?besluit\b", re.IGNORECASE)
_DECISION = re.compile(r"^\W*(?:raads|staten)besluit\b", re.IGNORECASE)
_START = re.compile(
    r"\b(?:startnotitie|startdocument|procesvoorstel|procesnotitie"
    r"|plan\s+van\s+aanpak\s+(?:voor\s+)?(?:het\s+)?(?:opstellen|beleid\w*))\b",
    re.IGNORECASE,
)
_SIGNED_BY_ALL = expression(r"\bgetekend\b[^.;]{0,60}\bdoor\s+alle\s+partijen\b", re.IGNORECASE)
_CHANGED = expression(r"\b(?:gewijzigd|definitief)\s+vastgesteld\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:versie|v)\s?0[.,]\d", re.IGNORECASE)
_CALLED_DRAFT = re.compile(
    r"concept|ontwerp|inspraak|consultatie|draft|bespreking|discussie|werk(?:versie|document)", re.IGNORECASE
)
_PLAINLY = re.compile(
    r"\W*(?:(?:gewijzigd|ongewijzigd|definitief)\s+)?vastgesteld\b|\W*door\s[^.;\d]{3,60}?\bvastgesteld\b",
    re.IGNORECASE,
)
_IN_THE_MAKING = re.compile(r"\W*(?:\w+\s+)?in\s+(?:ontwikkeling|voorbereiding)\b", re.IGNORECASE)
DRAFT_DECISION, OPEN_CLAUSE = "ontwerpbesluit", "vaststellingsclausule zonder datum"
UNDECIDED = "voorstel zonder besluit"
_GAZETTE = re.compile(r"^\W*(?:gemeenteblad|officiële\s+uitgave)\b", re.IGNORECASE)


def status_of(parts: Parts, clauses: Sequence[Clause], kind: PaperKind, announces: bool) -> Derived[PaperStatus]:
    """The status of anything but a motion (whose outcome is its status, see `motion`); the first that speaks counts."""
    return (
        _ended(parts, kind)
        or _annulled(parts, clauses, kind)
        or _starting(parts, kind, announces)
        or _draft(parts, clauses, kind)
        or _undecided(parts, clauses, kind)
        or _adopted(parts, clauses, kind)
        or _left_open(clauses, kind)
        or _weakly(parts, kind, announces)
    )


def _own_fields(parts: Parts, labels: str, kind: PaperKind) -> list[tuple[str, PrintedLine]]:
    """What stands beside a label, in reading order; the column of a list ("Nr.: 7; Titel: …; Status: vervallen") is of what it lists."""
    found = [*field_values(parts.front, labels)]
    rows = [line for _, line in found if line.kind is BlockKind.TABLE_ROW]
    listed = kind is PaperKind.OTHER and len(rows) > 1
    return [(value, line) for value, line in found if not (listed and line.kind is BlockKind.TABLE_ROW)]


def _ended(parts: Parts, kind: PaperKind) -> Derived[PaperStatus] | None:
    for value, line in _own_fields(parts, r"status|documentstatus", kind):
        status = ended_first(value)
        if status:
            return Derived(status, page_source("statusveld", line.page))
    if told := own_end(parts, kind):
        return Derived(told.status, told.source)
    for line in parts.noted:
        status = ended_first(line.text) if find_terms(line.text) else None
        if status:
            return Derived(status, page_source("archiefnotitie", line.page))
    for line in parts.outer_notes:
        status = ended_by(line.text, titled=False)
        if status:
            return Derived(status, page_source("archiefnotitie", line.page))
    for line in parts.notes:
        status = ended_by(line.text, titled=kind not in (PaperKind.OTHER, PaperKind.COUNCIL_PAPER))
        if status:
            return Derived(status, page_source("stempel of archiefnotitie", line.page))
    return None


def _annulled(parts: Parts, clauses: Sequence[Clause], kind: PaperKind) -> Derived[PaperStatus] | None:
    adopted = adopting(clauses)
    told = own_annulment(parts, kind, adopted.day if adopted else None)
    return Derived(PaperStatus.LAPSED, told.source) if told else None


def _starting(parts: Parts, kind: PaperKind, announces: bool) -> Derived[PaperStatus] | None:
    """A paper that sets out how policy will be made is no draft of that policy; some say so in so many words."""
    for value, line in field_values(parts.front, r"status|documentstatus"):
        if _IN_THE_MAKING.match(value):
            return Derived(PaperStatus.ANNOUNCED, page_source("statusveld", line.page))
    if kind in (PaperKind.COUNCIL_PAPER, PaperKind.POLICY) and (plan := plan_to_make(parts)):
        return Derived(PaperStatus.ANNOUNCED, page_source("plan om beleid te maken", plan.page))
    start = next((block for block in parts.banners if _START.search(block.text)), None)
    said = (part for block in parts.banners for part in segments(block.text))
    by_itself = kind is PaperKind.COUNCIL_PAPER and any(re.match(r"(?i)\W*startnotitie\b", part) for part in said)
    if start and (announces or by_itself) and kind in (PaperKind.COUNCIL_PAPER, PaperKind.POLICY):
        return Derived(PaperStatus.ANNOUNCED, page_source("titel", start.page))
    return None


def _draft(parts: Parts, clauses: Sequence[Clause], kind: PaperKind) -> Derived[PaperStatus] | None:
    for value, line in field_values(parts.front, r"status|documentstatus|versie|plan(?:stadium|status)"):
        if is_draft_mark(ticked(value)):
            return Derived(PaperStatus.DRAFT, page_source("statusveld", line.page))
    newest, rows = version_row(parts), version_rows(parts)
    if newest and is_draft_mark(newest.text) and not _is_history(newest, clauses):
        return Derived(PaperStatus.DRAFT, page_source("versietabel", newest.page))
    marks = [
        line
        for line in parts.notes
        if line not in rows and (_marks_draft(line, kind) or _dated_draft(parts, line, kind))
    ]
    dated = [*marks, *rows]
    past = {line.text for line in dated if _is_history(line, clauses) or _decided_behind(parts, line, clauses)}
    standing = [line for line in marks if line.text not in past]
    marked = next((line for line in standing if not _DRAFT_DECISION.match(line.text)), next(iter(standing), None))
    if marked:
        return Derived(PaperStatus.DRAFT, page_source(_mark(marked, "conceptmerk"), marked.page))
    draft_title = _DRAFT_PROPOSAL if kind is PaperKind.COUNCIL_PAPER else _DRAFT_TITLE
    for block in parts.banners:
        item = (
            kind is PaperKind.OTHER and block.size <= 1.1 * parts.body_size
        )  # small print of a list: what was decided on
        step = _LABELLED.match(block.text) or _STEP.match(block.text)
        said_before = step or block.text in past or _is_history(block, clauses)
        if block.kind != BlockKind.TABLE_ROW and not item and not said_before and draft_title.search(block.text):
            return Derived(PaperStatus.DRAFT, page_source(_mark(block, "titel"), block.page))
    return None


def _mark(said: PrintedLine | Block, place: str) -> str:
    return DRAFT_DECISION if _DRAFT_DECISION.match(said.text) else place


def _undecided(parts: Parts, clauses: Sequence[Clause], kind: PaperKind) -> Derived[PaperStatus] | None:
    """What a short note on a policy says of a decision that did not come: refused, put off, or left to the council."""
    if kind not in (PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT):
        return None
    front = [block for block in parts.body if block.page == parts.first_page][:_NOTES]
    for block in (*front, *parts.body[-_NOTES:]):
        said = block.text.replace(" | ", " ")
        words, dated = said.split(), [found.day for found in find_days(said)]
        on_part = re.search(r"\b(?:motie|amendement)\b", said, re.IGNORECASE)
        if len(words) > _NOTE_WORDS or on_part or not dated or _decided_since(clauses, max(dated)):
            continue
        refused = _REFUSED.search(said) or (balance_of(said) or 0) < 0
        if refused and not _ADOPTS_TOO.search(said):  # of several councils one may refuse what the others adopt
            return Derived(PaperStatus.MOTION_REJECTED, page_source("niet vastgesteld", block.page))
        if block.kind != BlockKind.TABLE_ROW and (_PUT_OFF.search(said) or tied(said)):
            return Derived(PaperStatus.DRAFT, page_source("nog niet besloten", block.page))
    return None


def _decided_since(clauses: Sequence[Clause], day: date) -> bool:
    adopted = adopting([clause for clause in clauses if clause.day])
    return bool(adopted and adopted.day and adopted.day > day)


def _is_history(mark: PrintedLine | Block, clauses: Sequence[Clause]) -> bool:
    """Whether a line says when the draft was made or seen, of a paper that was adopted since.

    "Ontwerp ter inzage: 15 april 2021", or a row of a table of steps ("Concept | 14 mei 2012"). Elsewhere a dated draft mark stands
    beside a clause that is still to come, unless that says that it was changed then, or signed by all: nobody knows that before. A bare
    number ("Versie 0.9") calls nothing a draft that says above its text that it was adopted since.
    """
    adopted = adopting([clause for clause in clauses if clause.day])
    step = mark.kind == BlockKind.TABLE_ROW or _SHOWN.search(mark.text) or _LABELLED.match(mark.text)
    settled = adopted and (_CHANGED.search(adopted.text) or _SIGNED_BY_ALL.search(adopted.text))
    numbered = (
        adopted and _NUMBER.search(mark.text) and not _CALLED_DRAFT.search(mark.text) and _PLAINLY.match(adopted.text)
    )
    if not adopted or not (step or settled or numbered):
        return False
    dated = [found.day for found in find_days(mark.text) if found.day != adopted.day]
    return bool((dated or numbered) and adopted.day and adopted.day > max(dated, default=date.min))


def _decided_behind(parts: Parts, mark: PrintedLine, clauses: Sequence[Clause]) -> bool:
    """Whether behind a draft decision, left in, stands the decision itself: under its own head, on a later page, with its day."""
    heads = [
        block.page
        for block in parts.body
        if block.kind is BlockKind.HEADING and _DECISION.match(block.text) and block.page > mark.page
    ]
    adopted = adopting(clauses)
    return bool(_DRAFT_DECISION.match(mark.text) and heads and adopted and adopted.day and adopted.page >= min(heads))


def _marks_draft(line: PrintedLine, kind: PaperKind) -> bool:
    """In a table, and in papers that list decisions on others, only a mark at the start of a line is on the paper itself."""
    whole_line = line.kind == BlockKind.TABLE_ROW or kind is PaperKind.OTHER
    return is_draft_mark(line.text, whole_line=whole_line)


def _dated_draft(parts: Parts, line: PrintedLine, kind: PaperKind) -> bool:
    """A policy is called a draft in the midst of a line on its first page or in a running head; further on other papers are."""
    return (
        kind in ADOPTABLE and line.kind != BlockKind.TABLE_ROW and parts.is_outside(line) and is_dated_draft(line.text)
    )


def _adopted(parts: Parts, clauses: Sequence[Clause], kind: PaperKind) -> Derived[PaperStatus] | None:
    clause = adopting(clauses)
    if clause:
        return Derived(PaperStatus.ADOPTED, clause.source)
    for value, line in field_values(parts.front, r"status|documentstatus|versie"):
        if _is_final(value, kind) or re.match(r"\W*vastgesteld\b", value, re.IGNORECASE):
            return Derived(PaperStatus.ADOPTED, page_source("statusveld", line.page))
    newest = version_row(parts)
    if newest and any(_is_final(part, kind) for part in segments(newest.text)):
        return Derived(PaperStatus.ADOPTED, page_source("versietabel", newest.page))
    final = next((line for line in parts.notes if _is_final(line.text, kind)), None)
    if final:
        return Derived(PaperStatus.ADOPTED, page_source("omslag", final.page))
    return None


def _is_final(said: str, kind: PaperKind) -> bool:
    """Whether a mark says that it was decided; a report is final when its makers are done with it."""
    return is_final_mark(said) and (kind is not PaperKind.OTHER or bool(_SAYS_ADOPTED.search(said)))


def _left_open(clauses: Sequence[Clause], kind: PaperKind) -> Derived[PaperStatus] | None:
    """A clause whose date is still to be filled in closes a draft."""
    blank = next((clause for clause in clauses if clause.left_open), None)
    if blank and kind is not PaperKind.OTHER:
        return Derived(PaperStatus.DRAFT, page_source(OPEN_CLAUSE, blank.page))
    return None


def _weakly(parts: Parts, kind: PaperKind, announces: bool) -> Derived[PaperStatus]:
    """What is left: words in the text, the kind of paper, the file name."""
    if announces and kind is PaperKind.COUNCIL_PAPER:
        return Derived(PaperStatus.ANNOUNCED, "kondigt beleid aan")
    draft = next((block for block in parts.body if _DRAFT_TEXT.search(block.text)), None)
    if draft and kind not in (PaperKind.OTHER, PaperKind.COUNCIL_PAPER):
        return Derived(PaperStatus.DRAFT, page_source("tekst", draft.page))
    if is_named_draft(parts.stem):
        return Derived(PaperStatus.DRAFT, FILE_NAME)
    if kind is PaperKind.COUNCIL_PAPER:
        return _proposal(parts)
    awaiting = next((line for line in parts.notes if is_to_be_decided(line.text)), None)
    if awaiting and kind is not PaperKind.OTHER:
        return Derived(PaperStatus.DRAFT, page_source("nog te besluiten", awaiting.page))
    if kind is PaperKind.POLICY and _first(_GAZETTE, parts.cover):
        return Derived(PaperStatus.ADOPTED, "bekendmaking in het gemeenteblad")
    return Derived(PaperStatus.UNKNOWN, "niet gevonden")


def of_proposal(status: Derived[PaperStatus], kind: PaperKind, encloses_policy: bool) -> Derived[PaperStatus]:
    """The status that a paper shows: that a decision is still to come makes no draft of policy of a proposal in which none stands."""
    awaits = status.source.partition(",")[0] in (DRAFT_DECISION, OPEN_CLAUSE, UNDECIDED)
    if kind is PaperKind.COUNCIL_PAPER and awaits and not encloses_policy:
        return Derived(PaperStatus.UNKNOWN, "voorstel waarover nog niet is besloten")
    return status


def is_named_draft(stem: str) -> bool:
    """Whether the name of a file calls it a draft."""
    return bool(_DRAFT_NAME.search(stem))


def _proposal(parts: Parts) -> Derived[PaperStatus]:
    """A proposal is a draft until it bears its decision."""
    if _DECIDED.search(parts.text):
        return Derived(PaperStatus.ADOPTED, "besluit op het voorstel")
    if decided_by_executive(parts):
        return Derived(PaperStatus.ADOPTED, "besluit van een vergadering")
    if _first(_PROPOSAL, parts.cover) or asks_to_adopt(parts) is not None:
        return Derived(PaperStatus.DRAFT, UNDECIDED)
    return Derived(PaperStatus.UNKNOWN, "niet gevonden")


def _first(pattern: re.Pattern[str], lines: Iterable[PrintedLine]) -> PrintedLine | None:
    return next((line for line in lines if pattern.search(line.text)), None)
