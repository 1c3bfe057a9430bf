"""What stands around each date of a paper: the signs by which its role is told (see `day_roles`).

A sign is a short text: a word to the left ("l:raad") or right ("r:vastgesteld"), how near it stands, the sort of word it is ("l#raad"),
the label of the field that the date stands in, the head of its column, the lines above and below, the place on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.documents.day import FoundDay, days_in_name, find_days
from pipeline.documents.day_labels import of_something_else
from pipeline.documents.parts import FRONT_PAGES, Parts
from pipeline.documents.wording import any_of
from pipeline.extraction.blocks import Block, BlockKind

SORTS: dict[str, tuple[str, ...]] = {
    "raad": (r"(?:gemeente)?raad\w*", r"\w*staten", "staten\\w*", "ps"),
    "college": (r"college\w*", "colleges", "burgemeester", "wethouders?", "b", "w", "gs", "dagelijks"),
    "commissie": (r"\w*commissie", r"\w*ronde", r"\w*forum", r"beeldvorm\w+", r"opini\w*", "presidium", "carrousel"),
    "gedaan": (
        *("vastgestelde?", "vaststelling", "besloten", "besluit", "aangenomen", "goedgekeurd", "bekrachtigd"),
        *("ingestemd", "instemming", "akkoord", "accoord", "conform", "overeenkomstig", "ondertekend", "getekend"),
        *("gesloten", "overeengekomen", "stelden?", "stelt", "namen?", "nam", "stemden?", "keurden?", r"hamer\w*"),
        *(r"instemden?", r"bekrachtigden?", "tekenden", "ondertekenden", "unaniem", "unanieme", "stemmen"),
    ),
    "nog niet": (
        *("wordt", "worden", "zal", "zullen", "gaat", "gaan", "kan", "kunnen", "moet", "moeten", "nog", "ter", "naar"),
        *(
            r"beoogd\w*",
            r"verwacht\w*",
            r"gepland\w*",
            "planning",
            r"streef\w*",
            "voornemens?",
            "indien",
            "mits",
            "zodra",
        ),
    ),
    "concept": (
        *(r"\w*concept\w*", r"\w*ontwerp\w*", r"voorlopig\w*", r"inspraak\w*", "inzage", r"zienswijze\w*"),
        *(r"consultatie\w*", "vrijgegeven", "versie", r"klankbord\w*"),
    ),
    "bekendgemaakt": (
        *("gepubliceerd", "bekendgemaakt", "bekendmaking", "bekend", "publicatie", "geplaatst", "gemeenteblad"),
        *("uitgegeven", "uitgave", "weekblad", "afgekondigd"),
    ),
    "werking": ("werking", r"inwerking\w*", "treedt", "treden", "ingaat", "ingang", r"geldt?", "gelden", "geldend"),
    "einde": (r"verval\w*", "verviel", "ingetrokken", "intrekking", "trekt", "trok", "trekken", "vervangen", "buiten"),
    "stuk": (
        *("datum", "dagtekening", "verzonden", "verzenddatum", "versiedatum", "druk", "gedrukt", r"print\w*"),
        *("geprint", "afdruk", "opgesteld", "opgemaakt", "stand"),
    ),
    "motie": (
        *("moties?", "stemming", "verworpen", "ingediend", "indieners?", "aangehouden", "gestemd", r"hoofdelijk\w*"),
        "uitslag",
    ),
    "vergadering": (
        *("vergadering", "bijeen", "zitting", "vergaderdatum", r"agenda\w*", "behandeld", "behandeling"),
        *("besproken", "bespreking", "bespraken", "besprak"),
    ),
    "zelf": ("deze", "dit", "voorliggende?", "onderhavige?", "ze", "zij", "haar", "het"),
    "vroeger": (
        *("eerdere?", "vorige?", "voorgaande", "oude?", "huidige", "bestaande", "destijds", "toenmalige", "eerste"),
        *("laatstelijk", "sinds", "wet", "verordening", "brief"),
    ),
}
"""Sorts of words by what they say of a decision."""
_SORTS = {sort: re.compile(any_of(words)) for sort, words in SORTS.items()}
_WEEKDAY = re.compile(r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr")
_WORD = re.compile(r"\w+|[:|]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_BEFORE = re.compile(r"(?<=[a-z)\]]{3}[.;])\s+(?=[A-Z])")
_SENTENCE_AFTER = re.compile(r"(?<=\w[.;])\s+(?=[A-Z])")
_CELL = re.compile(r"\s*[|;•·▪]\s*|\s+[–—-]\s+")
_PAPER_WORD = re.compile(
    r"(?:nota|notitie|visie|beleid\w*|kader|regels?|verordening|plan|programma|convenant|overeenkomst|afspraken"
    r"|handreiking|motie|aanpak|besluit|voorstel|brief)$"
)
FOREIGN_SIGN = "volgens de regels van iets anders"
AROUND = 20
"""Words on either side, within the sentence."""
WINDOW = 600
"""Characters on either side that are looked at, however long the sentence or row."""
NEAR = 6
NEXT = 3
"""Words that stand near, and right beside, the date."""
LABEL = 7
"""Words of the longest label."""
SHORT = 12
"""Words of a block that is read with the lines above and below it."""
LAST_PAGES = 3
VOCABULARY = 20_000
"""Words remembered with their sorts; a process that reads thousands of papers must not grow with their words."""


@dataclass(frozen=True, slots=True)
class DayMention:
    """One place where a paper names a day, with the signs around it."""

    found: FoundDay
    page: int
    signs: frozenset[str]

    @property
    def day(self) -> date:
        """The day named."""
        return self.found.day


def mentions_of(parts: Parts) -> list[DayMention]:
    """Every mention of a day on the first and last pages and in running heads and feet, in reading order; running heads once."""
    blocks = list(_looked_at(parts))
    own = _own_names(parts)
    seen = [day.day for block in blocks for day in find_days(block.text, parts.year) if day.whole]
    facts = _Facts(parts, max(seen, default=None), frozenset(day.day for day in days_in_name(parts.stem)), own)
    body = [block for block in blocks if block.kind != BlockKind.FURNITURE]
    passed = 0
    mentions = []
    for number, block in enumerate(blocks):
        days = find_days(block.text, parts.year)
        above = body[passed - 1] if passed else None
        passed += block.kind != BlockKind.FURNITURE
        below = body[passed] if passed < len(body) else None
        if days:
            standing = {*_place(block, number, blocks, facts), *_row(block)}
            short = len(block.text.split()) <= SHORT
            for order, found in enumerate(days):
                signs = {
                    *standing,
                    *_in_sentence(block, found, parts.year, own),
                    *_in_line(block, found),
                    *_lines_around(above, below, short=short, first=order == 0),
                    *_of_day(found, facts),
                }
                mentions.append(DayMention(found, block.page, frozenset(signs)))
    return mentions


@dataclass(frozen=True, slots=True)
class _Facts:
    parts: Parts
    latest: date | None
    in_name: frozenset[date]
    own: frozenset[str]


def _looked_at(parts: Parts) -> Iterator[Block]:
    """The blocks in which a paper speaks of itself; in the middle of a long one dates are of something else."""
    last = max((block.page for block in parts.body), default=1)
    shown: set[str] = set()
    for block in parts.blocks:
        outside = block.page < parts.first_page + FRONT_PAGES or block.page > last - LAST_PAGES
        if block.kind == BlockKind.TOC or not outside or block.text in shown:
            continue
        if block.kind == BlockKind.FURNITURE:
            shown.add(block.text)
        yield block


def _own_names(parts: Parts) -> frozenset[str]:
    """Words for a paper by which it calls itself in title, running heads and file name."""
    words = words_of(" ".join([parts.stem, *(block.text for block in parts.banners)]))
    return frozenset(word for word in words if _PAPER_WORD.search(word))


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, weekdays left out, numbers alike; colons and bars are words too."""
    return [_alike(word) for word in _WORD.findall(text.lower()) if not _WEEKDAY.fullmatch(word)]


@lru_cache(maxsize=VOCABULARY)
def _alike(word: str) -> str:
    if _YEAR.fullmatch(word):
        return "<jaar>"
    if word.isdigit():
        return "<getal>"
    return "<code>" if any(sign.isdigit() for sign in word) else word


@lru_cache(maxsize=VOCABULARY)
def sorts_of(word: str) -> tuple[str, ...]:
    """The sorts of words (`SORTS`) that it is of."""
    return tuple(sort for sort, pattern in _SORTS.items() if pattern.fullmatch(word))


def _in_sentence(block: Block, found: FoundDay, year: int | None, own: frozenset[str]) -> Iterator[str]:
    before = _SENTENCE_BEFORE.split(block.text[max(0, found.start - WINDOW) : found.start])[-1]
    after = _SENTENCE_AFTER.split(block.text[found.end : found.end + WINDOW])[0]
    left, right = words_of(before)[-AROUND:], words_of(after)[:AROUND]
    yield from _beside("l", left[::-1])
    yield from _beside("r", right)
    sorts = sorted({sort for word in (*left, *right) for sort in sorts_of(word)})
    yield from (f"zin:{one}+{other}" for place, one in enumerate(sorts) for other in sorts[place + 1 :])
    if own.intersection(left, right):
        yield "eigen naam"
    if "zelf" in sorts:
        yield "zelf+gedaan" if "gedaan" in sorts else "zelf"
    if 0 < len(left) < AROUND:
        yield from _word("begint", left[0])
    earlier = find_days(before, year)
    if of_something_else(_CELL.split(before[max((day.end for day in earlier), default=0) :])[-1]):
        yield FOREIGN_SIGN
    yield f"dagen:{min(3, len(earlier))},{min(3, len(find_days(after, year)))}"


def _beside(side: str, words: Sequence[str]) -> Iterator[str]:
    """Signs of the words on one side, the nearest first."""
    for distance, word in enumerate(words):
        yield from _word(side, word)
        if len(word) > NEAR:
            yield from (f"{side}:{word[:5]}*", f"{side}:*{word[-5:]}")
        if distance < NEAR:
            yield from _word(f"{side}n", word)
        if distance < NEXT:
            yield from _word(f"{side}{distance + 1}", word)


def _word(where: str, word: str) -> Iterator[str]:
    yield f"{where}:{word}"
    yield from (f"{where}#{sort}" for sort in sorts_of(word))


def _in_line(block: Block, found: FoundDay) -> Iterator[str]:
    """The label of the field in which a date stands ("Datum | …", "raad 12 mei 2020 · …"), and what the next field says."""
    starts = [line.start for line in block.lines] if block.kind != BlockKind.TABLE_ROW else []
    begin = max((start for start in starts if start <= found.start), default=0)
    end = min((start for start in starts if start > found.start), default=len(block.text))
    begin, end = max(begin, found.start - WINDOW), min(end, found.end + WINDOW)
    cells = [words_of(cell) for cell in _CELL.split(block.text[begin : found.start])]
    label = cells[-1] or (cells[-2] if len(cells) > 1 else [])
    following = [words_of(cell) for cell in _CELL.split(block.text[found.end : end])]
    if 0 < len(label) <= LABEL:
        yield from (sign for word in label for sign in _word("veld", word))
        yield from (f"veld={' '.join(label)}", f"veld1:{label[0]}", f"veldn:{label[-1]}")
    if not following[0]:
        yield from (sign for cell in following[1:2] for word in cell[:NEAR] for sign in _word("daarna", word))
        if len(label) <= NEXT and len(following) == 1:
            yield "alleen op de regel"


def _lines_around(above: Block | None, below: Block | None, *, short: bool, first: bool) -> Iterator[str]:
    if above and first:
        said = words_of(above.text)
        if short:
            yield from (sign for word in said[-8:] for sign in _word("boven", word))
        if above.kind == BlockKind.HEADING or len(said) <= NEXT + 1:
            yield from (sign for word in said[:8] for sign in _word("kop", word))
    if below and short:
        yield from (sign for word in words_of(below.text)[:NEAR] for sign in _word("onder", word))


def _row(block: Block) -> Iterator[str]:
    """The first cell of the row that a date stands in."""
    if block.kind == BlockKind.TABLE_ROW or "|" in block.text:
        yield from (sign for word in words_of(_CELL.split(block.text)[0])[:5] for sign in _word("rij", word))


def _place(block: Block, number: int, blocks: Sequence[Block], facts: _Facts) -> Iterator[str]:
    words = len(block.text.split())
    length = "kort" if words <= NEAR else "regel" if words <= 15 else "zin" if words <= 40 else "alinea"
    first, last = facts.parts.first_page, blocks[-1].page
    page = "enig" if first == last else "eerst" if block.page == first else "laatst" if block.page == last else "midden"
    end = "begin" if number < NEAR else "slot" if number >= len(blocks) - NEAR else "tussen"
    yield from (f"soort:{block.kind}", f"lengte:{length}", f"blad:{page}", f"blad:{page}+{block.kind}", f"plek:{end}")


def _of_day(found: FoundDay, facts: _Facts) -> Iterator[str]:
    if found.day in facts.in_name:
        yield "in de bestandsnaam"
    if found.day == facts.latest:
        yield "laatste dag"
    if not found.whole:
        yield "zonder dag of jaar"
