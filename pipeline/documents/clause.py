"""Where a paper says that it was adopted: closing clause, preamble of a decision, its own sentence or a labelled field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import find_days
from pipeline.documents.parts import Parts, field_values, page_source
from pipeline.extraction.blocks import Block, BlockKind

FIELDS = (
    r"(?:datum\s+)?(?:vaststelling|vastgesteld)(?:sdatum)?(?:\s+(?:door\s+(?:de\s+)?(?:gemeente)?raad|door\s+(?:het\s+)?college|op|d\.?d\.?|raad|college))?"
    r"|vaststellingsdatum|datum\s+(?:van\s+)?(?:het\s+)?(?:raads|college|b\s?&\s?w[- ]?)?besluit|besluitdatum|(?:raads|college)besluit(?:\s+(?:d\.?d\.?|van))?"
    r"|b\s?&\s?w[- ]?besluit(?:\s+(?:d\.?d\.?|van))?|besluit\s+(?:college|raad|b\s?&\s?w)(?:\s+d\.?d\.?)?|datum\s+ondertekening|datum\s+(?:collegebehandeling|b\s?&\s?w)"
)
"""Labels whose value is the day of adoption."""

_CLOSING = re.compile(
    r"""\b(?:
      Aldus\s+(?:\w+\s+){0,3}?(?:vastgesteld|besloten|overeengekomen|ondertekend|opgemaakt|getekend|gedaan|aangenomen)
    | ALDUS\s+(?:VASTGESTELD|BESLOTEN)
    | V(?:astgesteld|ASTGESTELD)\b(?!\s+(?:beleid|is|wordt|dat|moet|kan|zijn|staat|worden))
    | Besloten\s+(?:in|te|op|door)\b
    | (?:Overeengekomen|Ondertekend|Getekend)\s+(?:en\s+ondertekend\s+)?(?:te|op|in|door|d\.d\.)
    | Goedgekeurd\s+(?:door|in|op)\b
    | (?:Gew|Ongew)ijzigd\s+vastgesteld\b
    ).{0,320}""",
    re.VERBOSE,
)
"""A clause without a subject; it opens a sentence or printed line (see `_opens`)."""
_PREAMBLE = re.compile(
    r"^(?:De\s+(?:gemeente)?raad|Het\s+college(?:\s+van\s+(?:burgemeester\s+(?:en|&)\s+wethouders|B\s?(?:&|en)\s?W))?|Burgemeester\s+en\s+wethouders"
    r"|De\s+burgemeester|Provinciale\s+[Ss]taten|Gedeputeerde\s+[Ss]taten)\b.{0,30}?\b(?:van|der)\b.{2,80}?(?:[;,:]|$|\b(?:gelet|gelezen|gezien|besluit|overwegende|bijeen|in\s+(?:zijn|haar)|heeft))",
)
_DECIDES = re.compile(r"\bb\s?e\s?s\s?l\s?u\s?i\s?t(?:en)?\b\s*(?:[:;]|vast\s+te\s+stellen|tot|om|$)", re.IGNORECASE)
_MEETING = re.compile(
    r"\bin\s+(?:zijn|haar|de|hun)\s+(?:openbare\s+)?(?:raads|college)?vergadering\s+(?:van|d\.?d\.?|gehouden\s+op)\s",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:deze|dit|onderhavige?|voorliggende?)\s+(?:[\w-]+\s+){1,4}?(?:is|zijn|werd)\b[^.;]{0,90}?\b(?:vastgesteld|goedgekeurd|ondertekend)\b[^.;]{0,60}",
    re.IGNORECASE,
)
_OWN_BY = re.compile(
    r"\b(?:(?:gemeente)?raad|college|wethouders|staten)\b[^.;]{0,60}?\b(?:heeft|hebben)\s+(?:deze|dit)\s+[^.;]{0,90}?\bvastgesteld\b[^.;]{0,40}",
    re.IGNORECASE,
)
_BLANK = re.compile(r"…|\.{4,}|_{3,}|\[[^\]]*\]|<[^>]*>|\bxx+\b|\bp\.?m\.?\b|\bnader\b|\bdatum\s*$", re.IGNORECASE)
_PLANNED = re.compile(
    r"\bter\s+vaststelling\b|\bvast\s+te\s+stellen\b|\b(?:wordt|worden|zal|zullen)\b|\bbeoogd|\bverwacht|\bnog\s+niet\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"\braad\b|gemeenteraad|raadsvergadering|raadsbesluit|provinciale\s+staten", re.IGNORECASE)


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
    def source(self) -> str:
        """Dutch source for what is derived from it."""
        return page_source(self.what, self.page)


def clauses_of(parts: Parts) -> tuple[Clause, ...]:
    """All clauses in reading order; those in fields come last."""
    blocks = [block for block in parts.blocks if block.kind != BlockKind.TOC]
    found = [
        clause for number, block in enumerate(blocks) for clause in _in_block(block, blocks[number + 1 : number + 3])
    ]
    return (*found, *_preambles(parts.body), *_in_fields(parts))


def adopting(clauses: tuple[Clause, ...]) -> Clause | None:
    """The clause that counts: dated before undated, the council's before the executive's, the latest day."""
    filled = [clause for clause in clauses if clause.filled]
    return max(filled, key=lambda c: (c.day is not None, c.by_council, c.day or date.min), default=None)


def _in_block(block: Block, following: list[Block]) -> Iterator[Clause]:
    for match in _CLOSING.finditer(block.text):
        if _opens(match.start(), block):
            yield _closing(match.group(), block, following)
    for match in (*_OWN.finditer(block.text), *_OWN_BY.finditer(block.text)):
        yield _clause(match.group(), block.page, "eigen woorden")


def _opens(offset: int, block: Block) -> bool:
    """Whether a sentence or printed line begins there: a clause has no subject, so it does not stand mid-sentence."""
    before = block.text[:offset].rstrip()
    return before[-1:] in {"", ".", ";", ":", "|"} or any(line.start == offset for line in block.lines)


def _closing(text: str, block: Block, following: list[Block]) -> Clause:
    """A clause whose date stands in the next short block ("… in de vergadering van" / "12 mei 2020") takes it along."""
    if not find_days(text) and not _BLANK.search(text):
        text = " ".join([text, *(b.text for b in following if len(b.text.split()) <= 12)])
    return _clause(text, block.page, "vaststellingsclausule")


def _clause(text: str, page: int, what: str) -> Clause:
    days = find_days(text)
    open_date = not days and bool(_BLANK.search(text))
    filled = not open_date and not _PLANNED.search(text[: days[0].start] if days else text)
    return Clause(text, page, days[0].day if days else None, bool(_COUNCIL.search(text)), filled, what)


def _preambles(blocks: tuple[Block, ...]) -> Iterator[Clause]:
    """ "De raad van de gemeente X, in zijn vergadering van …; gelezen het voorstel van …; besluit:" within a dozen blocks."""
    for number, block in enumerate(blocks):
        window = " ".join(b.text for b in blocks[number : number + 12])
        if _PREAMBLE.match(block.text) and _DECIDES.search(window[:2500]):
            meeting = _MEETING.search(window[:2500])
            text = block.text[:200] + (window[meeting.start() : meeting.end() + 40] if meeting else "")
            days = find_days(window[meeting.end() : meeting.end() + 40]) if meeting else []
            yield Clause(
                text,
                block.page,
                days[0].day if days else None,
                bool(_COUNCIL.search(block.text[:60])),
                True,
                "aanhef van het besluit",
            )


def _in_fields(parts: Parts) -> Iterator[Clause]:
    for value, line in field_values((*parts.front, *parts.colofon), FIELDS):
        days = find_days(value[:60])
        if days:
            by_council = bool(_COUNCIL.search(f"{line.text} {value}"))
            yield Clause(
                f"{line.text} {value}", line.page, days[0].day, by_council, True, "veld met de datum van vaststelling"
            )
