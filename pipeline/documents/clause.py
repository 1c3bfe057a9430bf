"""Where a paper says that it was adopted: closing clause, own sentence, preamble of a decision, signatures, a labelled field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest

from pipeline.documents.day import FoundDay, find_days, first_day
from pipeline.documents.declared import declaration, declared_in
from pipeline.documents.marks import ended_first
from pipeline.documents.own_words import DONE, OwnWords
from pipeline.documents.parts import (
    Parts,
    PrintedLine,
    field_values,
    is_version,
    page_source,
    segments,
    version_rows,
)
from pipeline.documents.preamble import made_on, preambles_in, titled_on
from pipeline.documents.renewal import AMENDED, ANEW, PLANNED, opens_anew, renewed_on
from pipeline.documents.signatures import MOST_SIGNATURES, SHORT, last_signed, signatures_in
from pipeline.documents.withdrawal import withdrawals_in
from pipeline.documents.wording import NEXT_SENTENCE, any_of, lead_in, whole
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

FIELDS = any_of(
    (
        r"(?:datum )?(?:vaststelling|vastgesteld)(?:sdatum)?(?: (?:door )?(?:de |het )?(?:(?:gemeente)?raad|college|op|d\.?d\.?))?",
        r"datum (?:van )?(?:het )?(?:raads|college|b\s?&\s?w[- ]?)?besluit",
        r"besluitdatum",
        r"(?:raads|college|b\s?&\s?w[- ]?)besluit(?: (?:d\.?d\.?|van))?",
        r"besluit (?:college|raad|b\s?&\s?w)(?: d\.?d\.?)?",
        r"datum (?:ondertekening|collegebehandeling|b\s?&\s?w)",
    )
)
"""Labels whose value is the day of adoption."""

_OF_ANOTHER = re.compile(r"\s+vastgestelde\s", re.IGNORECASE)
"""Behind a day: "besluit de op 3 mei 2017 vastgestelde Nota te verlengen"."""
_FIELD_FIRST = re.compile(rf"\W*{FIELDS}\b", re.IGNORECASE)

_MEETS = (
    r"(?:gemeente)?raad(?:svergadering)?|college(?:vergadering)?(?:\s+(?:van\s+)?b\s?&\s?w)?|b\s?&\s?w"
    r"|b\s?en\s?w|vergadering(?:\s+(?:raad|college|b\s?&\s?w))?|behandeld in(?:\s+raad)?"
    r"|behandeling\s+(?:in\s+)?(?:de\s+)?(?:raad|gemeenteraad|college|b\s?(?:&|en)\s?w)"
)
"""Labels whose value is the day of a meeting."""
_MET = re.compile(rf"\W*(?:{_MEETS})(?:\s+(?:van|d\.?d\.?|op))?\W*$", re.IGNORECASE)
_AS_PROPOSED = re.compile(
    r"\W*(?:(?:verslag|rapport|nota|notitie|stuk|voorstel)\s+(?=vastgesteld))?"
    r"(?:conform|vastgesteld|akkoord|ongewijzigd|gewijzigd\s+vastgesteld)\b",
    re.IGNORECASE,
)

CLOSING, SENTENCE, PREAMBLE = "vaststellingsclausule", "eigen woorden", "aanhef van het besluit"
SIGNED, FIELD = "ondertekening", "veld met de datum van vaststelling"
LINE = "regel met het besluit"
WITHDRAWAL = "besluit tot intrekking"
MADE = "opening van het stuk"

OPENINGS = (
    r"Aldus (?:\w+ ){0,3}?(?:vastgesteld|besloten|overeengekomen|ondertekend|opgemaakt|getekend|gedaan|aangenomen)",
    r"ALDUS (?:VASTGESTELD|BESLOTEN)",
    r"V(?:astgesteld|ASTGESTELD)\b(?! (?:beleid|is|wordt|dat|moet|kan|zijn|staat|worden|als (?:besluitenlijst|verslag)))",
    r"(?:[Gg]ewijzigd|[Oo]ngewijzigd|[Dd]efinitief|Bestuurlijk|Formeel|Unaniem|Met algemene stemmen|Na amendering) vastgesteld",
    rf"(?=[A-Z])(?i:{any_of(ANEW)}(?: (?:en|ongewijzigd|{any_of(ANEW)})){{0,3}}(?:(?<=vaststelling)| vastgesteld))",
    rf"(?=[A-Z])(?i:{AMENDED})",
    r"(?:[Bb]eho(?:ort|rend|rende)|Dit (?:document|stuk) (?:be)?hoort) bij (?:het )?(?:raads|college)?besluit",
    r"Dit besluit is genomen (?:in|door|op|te)",
    r"(?:Besloten|Goedgekeurd|Bekrachtigd) (?:in|te|op|door|bij)",
    r"(?:Overeengekomen|Ondertekend|Getekend|Gesloten) (?:en ondertekend )?(?:te|op|in|door|d\.d\.)",
    r"(?:OVEREENKOMSTIG|CONFORM|Overeenkomstig|Conform) (?:(?:het )?(?:voorstel|VOORSTEL) )?(?:besloten|vastgesteld|BESLOTEN|VASTGESTELD)",
    r"De (?:gemeente)?raad heeft in (?:zijn|haar) (?:openbare )?vergadering\b.{0,40}?(?:overeenkomstig|conform)",
    r"['’A-Z][\w'’ -]{2,25}, \d{1,2}[^,]{4,20}, in (?:openbare )?vergadering (?:\w+ ){0,6}?vastgesteld",
    r"Door (?:de |het )?(?:gemeente)?(?:raad|college|burgemeester)\b[^.;]{0,60}?\bvastgesteld",
)
"""How a clause without a subject begins; capitals count. It opens a sentence or printed line (see `_opens`)."""
_CLOSING = expression(rf"\b{any_of(OPENINGS)}(?!\w).{{0,320}}")
_DATED_STEP = re.compile(r"^\W*(?:concept|ontwerp|versie)\b[^.;]{0,30}\b(?:19|20)\d\d,$", re.IGNORECASE)
"""Before the decision on it: "Concept 8 maart 2021, gewijzigd vastgesteld op …"."""
_SPEAKS = expression(DONE + r"|\b(?:vast|aan)\b|\bsinds\s+(?:de\s+)?vaststelling\b", re.IGNORECASE)
_MINUTES = re.compile(r"\W*(?:de\s+|het\s+)?(?P<noun>besluitenlijst|notulen|verslag)\b", re.IGNORECASE)
_SHORT_DONE = expression(rf"\b{DONE}\s+(?:door|bij|in|op|d\.?d\.?|te)\b", re.IGNORECASE)
_BLANK = re.compile(r"…|\.{4,}|_{3,}|\[[^\]]*\]|<[^>]*>|\bxx+\b|\bp\.?m\.?\b|\bnader\b|\bdatum\s*$", re.IGNORECASE)
_PLANNED = whole(PLANNED)
_STRAIGHT = re.compile(
    rf"\b{DONE}\s+(?:(?:door|in|bij)\s[^.;,\d]{{2,60}}?\s)?(?:op|d\.?d\.?)\s*(?:\w+dag\s+)?$", re.IGNORECASE
)
"""Right before the date of the decision where a sentence holds others too: "van dinsdag 3 maart, vastgesteld op …"."""
_THEN_COUNCIL = re.compile(
    r"^\W*(?:en|,)\s+(?:\w+\s+){0,2}?door\s+(?:de\s+)?(?:gemeente)?raad\b[^.;\d]{0,40}$", re.IGNORECASE
)
"""Between two dates: "door het college op 8 januari 2019 en door de raad op …"."""
_SIGNS = expression(r"ondertekend|overeengekomen|\bgetekend", re.IGNORECASE)
_STATED = re.compile(
    r"\W*(?:bijlage\s+\w{0,3}\W*)?(?:behorende?\s+bij\s+(?:het\s+)?)?"
    rf"(?:{DONE}|(?:raads|college|b\s?&\s?w[- ]?)?besluit)\b(?!\s+(?:om|tot|over|inzake)\b)",
    re.IGNORECASE,
)
"""How such a line begins; what goes with a decision was adopted by it ("behorend bij raadsbesluit van …")."""
_DECIDER = re.compile(
    r"\b(?:raad|gemeenteraad|college|b\s?&\s?w|burgemeester|staten|bestuur|besluitregister)\b", re.IGNORECASE
)
_REGISTERED = re.compile(
    r"^(?:conform\s+|gewijzigd\s+|ongewijzigd\s+|na\s+amendering\s+|overeenkomstig\s+(?:het\s+voorstel\s+)?)?(?:vastgesteld|besloten)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[A-Z][\w/ ]{1,20}:\s*")
_DONE_WITH = re.compile(
    rf",\s+(?:(?:door|bij)\s[^,;]{{2,60}}?\s)?{DONE}\s[^;]{{4,80}}?,?\s+(?:word(?:t|en)|is|zijn|verval(?:t|len)|kom(?:t|en)\s+te\s+vervallen)\b"
    rf"|\b{DONE}e\s[^;]{{3,200}}?\b(?:in\s+te\s+trekken|ingetrokken|vervallen|te\s+wijzigen)\b",
    re.IGNORECASE,
)
"""What is done with another paper, whose adoption stands within: "De Beleidsregels, vastgesteld op 30 juni 2020, worden ingetrokken"."""
_OTHERS_DECIDE = expression(
    r"\b(?:minister\w*|staatssecretaris|rijk|koninklijk|europese|rechtbank|provincie)\b", re.IGNORECASE
)
_COUNCIL = expression(r"\braad\b|gemeenteraad|raadsvergadering|raadsbesluit|provinciale\s+staten", re.IGNORECASE)
_ENDED = expression(r"\b(?:ingetrokken|vervallen)\b", re.IGNORECASE)
_STEP = re.compile(
    r"^(?:gemeenteraad|raad(?:svergadering)?|college|b\s?&\s?w)\W+(?:conform|overeenkomstig|gewijzigd|ongewijzigd)?\s*(?:besloten|vastgesteld)",
    re.IGNORECASE,
)
"""A step that says what was decided, its day in the next cell: "Gemeenteraad: conform besloten, met amendement | 30 juni 2015"."""
_OF_LIST = re.compile(
    r"\W*(?:aldus\s+(?:\w+\s+){0,2}?(?:vastgesteld|besloten|gedaan)\s+(?:door|in|op|bij|aan|te|tijdens)\b"
    r"|(?:(?:deze|dit|de|het)\s+)?(?:\w*lijst|verslag|notulen)\b|vastgesteld\s+(?:door|in|op|bij|te|d\.?\s?d)\b)",
    re.IGNORECASE,
)
"""How a list of decisions tells that it was adopted itself."""
_BARE_STAMP = 3
"""Words of a stamp under which its decision stands: "INGETROKKEN", and then "Raadsbesluit 12 december 2013"."""
_TAIL = 3
"""Words that may follow the date of a decision on a loose line; more say what else was decided."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One place that speaks of the paper's adoption. `filled` is false where the date was left open ("d.d. ……")."""

    text: str
    page: int
    day: date | None
    by_council: bool
    filled: bool
    what: str
    """Dutch name of the place: "vaststellingsclausule", "aanhef van het besluit" …"""

    @property
    def left_open(self) -> bool:
        """Whether it is a closing clause with dots or a blank where the date belongs."""
        return self.what == CLOSING and self.day is None and bool(_BLANK.search(self.text))

    @property
    def source(self) -> str:
        """Dutch source for what is derived from it."""
        return page_source(self.what, self.page)


def clauses_of(parts: Parts) -> tuple[Clause, ...]:
    """All clauses: closing clauses and own sentences, preambles, signatures, fields; each in reading order."""
    blocks = [block for block in parts.blocks if block.kind != BlockKind.TOC]
    own = OwnWords(parts)
    said = [
        clause
        for n, block in enumerate(blocks)
        for clause in _in_block(block, blocks[n + 1 : n + 1 + MOST_SIGNATURES], own)
    ]
    fields = (*_in_fields(parts), *_in_versions(parts), *_in_registers(parts, own), *_in_short_lines(parts, own))
    return (*said, *_declared(parts), *_preambles(parts), *_withdrawing(parts), *_signed(parts.body), *fields)


def of_the_list(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses of a list of decisions that adopt the list: what was decided on an item reads as a clause too."""
    return [clause for clause in clauses if clause.what == FIELD or _OF_LIST.match(clause.text)]


def adopting(clauses: Sequence[Clause]) -> Clause | None:
    """The clause that counts: dated before undated, a loose line last, the council's or a renewal before the executive's, the latest day.

    Where the date of one was left open, an undated one beside it proves nothing.
    """
    left_open = any(clause.day is None and not clause.filled for clause in clauses)
    filled = [clause for clause in clauses if clause.filled and (clause.day or not left_open)]
    return max(filled, key=_weight, default=None)


def _weight(clause: Clause) -> tuple[bool, bool, bool, date]:
    counts = clause.by_council or opens_anew(clause.text)
    return clause.day is not None, clause.what != LINE, counts, clause.day or date.min


def _in_block(block: Block, following: list[Block], own: OwnWords) -> Iterator[Clause]:
    year = own.parts.year
    if is_version(block):
        return
    closings = [match for match in _CLOSING.finditer(block.text) if _opens(match.start(), block)]
    for match in closings:
        clause = _closing(match.group(), block, following, year)
        if clause.day or match.group()[0].isupper():  # in small letters it is as often what was done with an item
            yield clause
    if closings or not _SPEAKS.search(block.text):
        return
    short = block.page in own.outside and len(block.text.split()) <= SHORT
    for sentence in NEXT_SENTENCE.split(block.text):
        told = own.tells(sentence, block.page)
        if told:
            yield Clause(told[0], block.page, told[1], bool(_COUNCIL.search(told[0])), True, SENTENCE)
            continue
        alone = short and find_days(sentence, year) and _SHORT_DONE.search(sentence) and not _on_another(sentence, own)
        if alone or own.speaks(sentence, block.page):
            yield _clause(sentence, block.page, SENTENCE, year)


def _on_another(sentence: str, own: OwnWords) -> bool:
    """Whether a sentence is on minutes, or on a paper with which it does something else."""
    return _of_minutes(sentence, own) or bool(_DONE_WITH.search(sentence))


def _of_minutes(sentence: str, own: OwnWords) -> bool:
    """Whether a sentence tells of the minutes of a meeting, in a paper that is none: "Besluitenlijst goedgekeurd in de raad van …"."""
    minutes = _MINUTES.match(sentence)
    return bool(minutes) and not own.is_called(minutes["noun"].lower())


def _opens(offset: int, block: Block) -> bool:
    """Whether a sentence or printed line begins there: a clause has no subject, so it does not stand mid-sentence.

    In a table only a row's beginning counts: its cells speak of other papers.
    """
    before = block.text[:offset].rstrip()
    if block.kind == BlockKind.TABLE_ROW:
        return not before
    if _DATED_STEP.search(before):
        return True
    return before[-1:] in {"", ".", ";", ":", "|", "·"} or any(line.start == offset for line in block.lines)


def _closing(text: str, block: Block, following: list[Block], year: int | None) -> Clause:
    """A clause whose date stands in the next short block ("… in de vergadering van" / "12 mei 2020") takes it along."""
    if not find_days(text, year) and not _BLANK.search(text):
        text = " ".join([text, *(b.text for b in following[:2] if len(b.text.split()) <= 12)])
        last = last_signed(following) if _SIGNS.search(text) else None
        if last:
            return Clause(text, block.page, last, bool(_COUNCIL.search(text)), True, CLOSING)
    return _clause(text, block.page, CLOSING, year)


def _clause(text: str, page: int, what: str, year: int | None) -> Clause:
    days = find_days(text, year)
    open_date = not days and bool(_BLANK.search(text))
    filled = not open_date and not _PLANNED.search(text[: days[0].start] if days else text)
    return Clause(text, page, _decided(text, days), bool(_COUNCIL.search(text)), filled, what)


def _decided(text: str, days: Sequence[FoundDay]) -> date | None:
    """The decision's among a clause's days: of a paper adopted anew the last, the council's after the executive's, one straight after the
    word, the first."""
    if anew := renewed_on(text, days):
        return anew
    for earlier, later in pairwise(days):
        if _THEN_COUNCIL.match(text[earlier.end : later.start]):
            return later.day
    straight = (found.day for found in days if _STRAIGHT.search(lead_in(text, found.start)))
    return next(straight, days[0].day if days else None)


def _preambles(parts: Parts) -> Iterator[Clause]:
    first = [block for block in parts.body if block.page == parts.first_page]
    titled = titled_on(first)
    for one in (*preambles_in(parts.body), *((titled,) if titled else ())):
        yield Clause(one.text, one.page, one.day, bool(_COUNCIL.search(one.text[:60])), True, PREAMBLE)
    if made := made_on(first):
        yield Clause(made.text, made.page, made.day, bool(_COUNCIL.search(made.text[:60])), True, MADE)


def _declared(parts: Parts) -> Iterator[Clause]:
    """The decision by which an agreement became policy of a municipality, before the day on which the parties signed."""
    block = declared_in(parts.body)
    text = declaration(block) if block else ""
    if block and (days := find_days(text)):
        yield Clause(text, block.page, days[0].day, bool(_COUNCIL.search(text)), True, SENTENCE)


def _withdrawing(parts: Parts) -> Iterator[Clause]:
    """The one sentence of a decision to withdraw, with the day under it."""
    for one in withdrawals_in(parts):
        yield Clause(one.text, one.page, one.day, bool(_COUNCIL.search(one.text)), True, WITHDRAWAL)


def _signed(blocks: Sequence[Block]) -> Iterator[Clause]:
    for one in signatures_in(blocks):
        yield Clause(
            one.text, one.page, one.day, bool(_COUNCIL.search(one.text)), True, CLOSING if one.decides else SIGNED
        )


def _in_short_lines(parts: Parts, own: OwnWords) -> Iterator[Clause]:
    """Cover lines, running feet and colofon lines of which a part begins with the decision and holds its day.

    "Gemeente Someren – vastgesteld raad 12-3-2019 – blz. 1", "zaak 12 | besluit B&W d.d. 11 februari 2020", "Raadsvergadering 9 juli
    2020: vastgesteld", and as a stamp "RAAD 1 JULI 2014" over "conform voorstel besloten".
    """
    lines = (*parts.front, *parts.colofon, *parts.furniture)
    for line, under in zip_longest(lines, lines[1:]):
        if line.block_words > SHORT or line.page not in own.outside or line.kind == BlockKind.LIST_ITEM:
            continue
        if _ENDED.search(line.text):  # the decision on a stamp ended the paper: "INGETROKKEN – RAADSBESLUIT 10-10-2019"
            continue
        for part in segments(line.text):
            days = find_days(part, parts.year)
            ends = bool(days) and len(part[days[0].end :].split()) <= _TAIL
            met = days and _MET.match(part[: days[0].start])
            if met and _AS_PROPOSED.match(part[days[0].end :] or _next_text(line, under)):
                yield Clause(part, line.page, days[0].day, bool(_COUNCIL.search(part)), True, FIELD)
            elif ends and _STATED.match(part) and not _PLANNED.search(part) and not _OTHERS_DECIDE.search(part):
                yield Clause(part, line.page, days[0].day, bool(_COUNCIL.search(part)), True, LINE)


def _next_text(line: PrintedLine, under: PrintedLine | None) -> str:
    return under.text if under and under.page == line.page else ""


def _in_versions(parts: Parts) -> Iterator[Clause]:
    """Rows of a table of versions that say that the version was adopted; the row's first date is the version's."""
    for row in version_rows(parts):
        said = next((part for part in segments(row.text) if _STATED.match(_LABEL.sub("", part))), None)
        if said and not _PLANNED.search(said):
            day = find_days(row.text)[0].day
            yield Clause(row.text, row.page, day, bool(_COUNCIL.search(said)), True, FIELD)


def _in_registers(parts: Parts, own: OwnWords) -> Iterator[Clause]:
    """Rows of a register of decisions: an organ, a day of its own, and that it was adopted, each in a cell.

    "gemeenteraad | 10-12-2020 | vastgesteld (23 voor, 4 tegen)", "Besluitregister college · B14 · 2024-05-28 · conform vastgesteld",
    "11 juli 2023 | vastgesteld door de gemeenteraad van Altena".
    """
    for block in parts.blocks:
        if block.page not in own.outside or not _DECIDER.search(block.text):
            continue
        cells = [_LABEL.sub("", cell) for cell in segments(block.text)]
        decider = cells[0] if len(cells) > 2 else cells[-1]
        told = _DECIDER.search(decider) or any(_STEP.match(cell) for cell in cells)
        for before, cell in pairwise(cells) if told else ():
            day, next_day = first_day(before, 0), first_day(cell, 0)
            if next_day and next_day.whole and _STEP.match(before):
                yield Clause(block.text[:300], block.page, next_day.day, bool(_COUNCIL.search(before)), True, FIELD)
            elif day and day.whole and not before[day.end :].strip() and _REGISTERED.match(cell):
                yield Clause(block.text[:300], block.page, day.day, bool(_COUNCIL.search(decider)), True, FIELD)


def _in_fields(parts: Parts) -> Iterator[Clause]:
    """Fields with the day of adoption; the day of a meeting too where a field beside it says that it decided so."""
    decided = any(
        _AS_PROPOSED.match(value) for value, _ in field_values(parts.front, r"besluit(?:\s+(?:raad|college))?")
    )
    for value, line in field_values(parts.front, _MEETS) if decided else ():
        found = first_day(value, 0, parts.year)
        if found and found.whole:
            yield Clause(f"{line.text} {value}", line.page, found.day, "raad" in line.text.lower(), True, FIELD)
    fields = [*field_values((*parts.front, *parts.colofon), FIELDS)]
    columns = [line for _, line in fields if line.kind == BlockKind.TABLE_ROW and not _FIELD_FIRST.match(line.text)]
    ends = {
        line
        for stamp, line in pairwise(parts.front)
        if ended_first(stamp.text) and len(stamp.text.split()) <= _BARE_STAMP
    }
    for value, line in fields:
        if line in ends:  # the decision under a stamp ended the paper
            continue
        if len(columns) > 1 and line in columns:  # a table of other papers has a column with the day of each
            continue
        found = first_day(value, 50, parts.year)
        if (
            found and found.whole
        ):  # "op 25 juni" at the end of a line has its year on the next: the clause of the block has it
            text = f"{line.text} {value}"
            day = None if _OF_ANOTHER.match(value[found.end :]) else found.day
            yield Clause(text, line.page, day, bool(_COUNCIL.search(text)), True, FIELD)
