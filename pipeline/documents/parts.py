"""The parts of a paper where it speaks of itself: cover, colofon, running heads, stamps, labelled fields, file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from pipeline.documents.day import days_in_name, find_days, find_terms
from pipeline.documents.sections import of_sections
from pipeline.extraction.blocks import Block, BlockKind, Extraction
from pipeline.language.needed_words import Expression, expression
from pipeline.language.remembering import remembered

FRONT_PAGES = 3
"""Cover, back of the cover and colofon or first page of text."""
COLOFON_LINES = 30
_COLOFON = re.compile(r"^colofon\b", re.IGNORECASE)
_APART = re.compile(r"\s+[-–—•·]\s+|\s*[|;]\s*|(?<=\b(?:19|20)\d\d)\s+(?=[A-Z][a-z]+(?:\s+\d|(?:\s\w+)?:\s))")
"""What parts a line; also a date with another label and date behind it ("… 15 november 2018 Raadsbesluit 20 december 2018")."""
_IN_A_ROW = expression(r"\s+[·•|]\s+")
_LEAST_IN_A_ROW = 3
_LONGEST_IN_A_ROW = 70
"""Words; a longer block is running text."""
_ANNEXED = re.compile(r"\bvastgesteld\b|\bbijlage\b|\b(?:be)?hoort\s+bij\b|\bbehorend", re.IGNORECASE)
_ROWS = (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_VERSION = re.compile(r"^\W*(?:versie\s*:?\s*)?v?\d{1,2}[.,]\d{1,2}\W*$", re.IGNORECASE)
_BARE_COVER = 40
"""Words under which a first page is no more than a cover."""
_LONG_TITLE = 40
_NOTE = 20
"""Words up to which a block can hold such a line; more is running text."""
_OUTER, _LONG_NOTE = 3, 60
"""Blocks at either end that can be an archive note, and the words of the longest."""
_NOTED = expression(r"(?<=\w[.])\s+(?=[A-Z])")
_OPENS_NOTE = re.compile(r"\W*(?:let\s+op|noot|aantekening|geldigheid|niet\s+meer|deze|dit)\b", re.IGNORECASE)
STAMPED = expression(r"\b(?:VERVALLEN|INGETROKKEN)\b")
"""A stamp on a paper that ended."""
_LABELLED = 8
"""Words up to which a line of a letterhead that was read as one block can be a label with its value."""
_RUNS_ON = re.compile(r"[,;\d]")
_UNFINISHED = re.compile(r"[a-zà-ÿ\d,]\s*$")
FIELDS_KEPT = 256
"""Labels whose expressions are kept; the rules have some dozens."""
_SHORT = 14
"""Words up to which a line can be a stamp or an archive note."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line with where it stands."""

    text: str
    page: int
    kind: BlockKind
    size: float
    block_words: int
    """Words of the block that it is a line of: a line of running text is not a line of its own."""
    box: tuple[float, float, float, float] | None = None
    """x0, top, x1, bottom in points; None where it is not known."""
    runs_on: bool = False
    """Whether it goes on with a comma or a number in a sentence of the line above: "… vastgesteld op" / "8 mei 2018, ingetrokken."."""

    @property
    def apart(self) -> bool:
        """Whether it is of a short block and no sentence: a label, a title, a line of a letterhead or table."""
        sentence = self.text.endswith(".") and len(self.text.split()) > 8
        return self.block_words <= _NOTE and not sentence

    def runs_on_from(self, above: PrintedLine) -> bool:
        """Whether it goes on in the block of the line above it."""
        alike = (self.page, self.kind, self.block_words) == (above.page, above.kind, above.block_words)
        return alike and self.block_words > len(self.text.split())

    @property
    def opens(self) -> bool:
        """Whether it can stand by itself: its block's only line, or one that does not run on in lower case or mid-sentence."""
        return self.block_words == len(self.text.split()) or not (self.text[:1].islower() or self.runs_on)


@dataclass(frozen=True)
class Parts:
    """A paper's blocks seen by their role; `stem` is the file name, words apart, `folders` its path in the inbox."""

    blocks: tuple[Block, ...]
    stem: str
    folders: tuple[str, ...]
    metadata: Mapping[str, str]

    @cached_property
    def lines(self) -> tuple[PrintedLine, ...]:
        """Every printed line, furniture included, in reading order."""
        return tuple(line for block in self.blocks for line in printed_lines(block))

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """What the paper says: no furniture, no table of contents."""
        return tuple(block for block in self.blocks if block.kind not in (BlockKind.FURNITURE, BlockKind.TOC))

    @cached_property
    def text(self) -> str:
        """The body as one text, a block a line."""
        return "\n".join(block.text for block in self.body)

    @cached_property
    def first_page(self) -> int:
        """Number of the first page with text."""
        return min((block.page for block in self.blocks), default=1)

    @cached_property
    def cover(self) -> tuple[PrintedLine, ...]:
        """Lines of the first page with text, furniture included."""
        return tuple(line for line in self.lines if line.page == self.first_page)

    @cached_property
    def front(self) -> tuple[PrintedLine, ...]:
        """Lines of the first three pages, tables of contents excluded."""
        last = self.first_page + FRONT_PAGES - 1
        return tuple(line for line in self.lines if line.page <= last and line.kind != BlockKind.TOC)

    @cached_property
    def front_itself(self) -> tuple[PrintedLine, ...]:
        """The same without what is said of an article or section: "Artikel 7" / "Vervallen"."""
        of_sections = {line for block in self._of_sections for line in printed_lines(block)}
        return tuple(line for line in self.front if line not in of_sections)

    @cached_property
    def front_blocks(self) -> tuple[Block, ...]:
        """Blocks of the first three pages and running heads that can tell of the whole paper: none on the end of a section."""
        last = self.first_page + FRONT_PAGES - 1
        return tuple(
            b for b in self.blocks if b.page <= last and b.kind != BlockKind.TOC and b not in self._of_sections
        )

    @cached_property
    def _of_sections(self) -> tuple[Block, ...]:
        return tuple(of_sections(self.body))

    @cached_property
    def head(self) -> tuple[PrintedLine, ...]:
        """The first page down to where running text takes over: titles, letterhead, labelled fields, at most 25 lines."""
        return tuple(self.cover[:25])

    @cached_property
    def body_size(self) -> float:
        """The usual font size of running text in points, 0 when there is none."""
        words = Counter[float]()
        for block in self.body:
            words[round(block.size, 1)] += len(block.text.split()) if block.kind != BlockKind.HEADING else 0
        return words.most_common(1)[0][0] if words else 0.0

    @cached_property
    def year(self) -> int | None:
        """The year in which the paper speaks, for dates written without one ("9 november jl."); running text tells it last."""
        lines = (*self.head, *self.front, *self.colofon)
        apart = [found for line in lines if line.apart for found in find_days(line.text)]
        running = (found for line in lines if not line.apart for found in find_days(line.text))
        own = sorted(apart, key=lambda found: not found.whole)
        named = next(iter((*own, *days_in_name(self.stem))), None)
        alone = next((int(line.text) for line in self.head if _YEAR.fullmatch(line.text)), None)
        best = named or (None if alone else next(running, None))
        return best.day.year if best else alone

    @cached_property
    def banners(self) -> tuple[Block, ...]:
        """Short blocks of the first page, and of the second behind a bare cover: titles, labels, letterhead, running heads."""
        words = sum(len(line.text.split()) for line in self.cover)
        last = self.first_page + (1 if words < _BARE_COVER else 0)
        return tuple(b for b in self.blocks if b.page <= last and b.kind != BlockKind.TOC and self._is_banner(b))

    @cached_property
    def labels(self) -> tuple[Block, ...]:
        """The banners, and above the first of them that is a title what a letterhead holds in one row, however long: "Raadsvoorstel ·
        gemeente Deurne · Datum voorstel: 10 mei 2022 · …"; not where the row says that it is the annex of that, or was adopted."""
        titled = next((b for b in self.banners if b.kind is BlockKind.HEADING), None)
        above = self.blocks[: self.blocks.index(titled)] if titled else ()
        rows = [b for b in above if b.page == self.first_page and _holds_fields(b) and not _ANNEXED.search(b.text)]
        return tuple(b for b in self.blocks if b in rows or b in self.banners)

    def _is_banner(self, block: Block) -> bool:
        words = len(block.text.split())
        stands_out = block.kind in (BlockKind.HEADING, BlockKind.FURNITURE) or block.size > 1.1 * self.body_size
        sentence = block.text.endswith(".") and words > 5
        return words <= _LONG_TITLE if stands_out else words <= _SHORT and not sentence

    @cached_property
    def colofon(self) -> tuple[PrintedLine, ...]:
        """The lines under (and with) the word Colofon, wherever it stands."""
        starts = [i for i, line in enumerate(self.lines) if _COLOFON.match(line.text) and line.kind != BlockKind.TOC]
        return self._same_page(starts[0]) if starts else ()

    @cached_property
    def furniture(self) -> tuple[PrintedLine, ...]:
        """Running heads and feet, watermarks and stamps: each text once, the most repeated first."""
        lines = [line for line in self.lines if line.kind == BlockKind.FURNITURE]
        counts = Counter(line.text for line in lines)
        once = {line.text: line for line in reversed(lines)}
        return tuple(once[text] for text, _ in counts.most_common())

    @cached_property
    def notes(self) -> tuple[PrintedLine, ...]:
        """Short lines in which a stamp or archive note can stand: the cover's, and furniture anywhere."""
        alone = (line for line in self.front_itself if line.kind != BlockKind.LIST_ITEM and _can_be_note(line))
        return tuple(line for line in (*alone, *self.furniture) if len(line.text.split()) <= _SHORT)

    def is_outside(self, line: PrintedLine) -> bool:
        """Whether a line is of the first page or a running head: there a paper speaks of itself, and further on also of others."""
        return line.page == self.first_page or line.kind == BlockKind.FURNITURE

    @cached_property
    def noted(self) -> tuple[PrintedLine, ...]:
        """The sentences of the cover's short blocks of several: "Alleen voor het archief. Vervallen per 1 mei 2020."."""
        blocks = [b for b in self.front_blocks if b.kind not in (BlockKind.LIST_ITEM, BlockKind.FURNITURE)]
        short = [(b, b.text.split(". ")) for b in blocks if len(b.text.split()) <= _NOTE]
        return _as_lines((b, sentences) for b, sentences in short if len(sentences) > 1)

    @cached_property
    def outer_notes(self) -> tuple[PrintedLine, ...]:
        """Sentences of a note on the paper itself above or below it, however long: "Let op: deze regeling is ingetrokken. Zij …"."""
        blocks = [b for b in self.body if b.kind != BlockKind.LIST_ITEM]
        outer = [b for b in (*blocks[:_OUTER], *blocks[-_OUTER:]) if len(b.text.split()) <= _LONG_NOTE]
        outer = [b for b in outer if b not in self._of_sections]
        sentences = _as_lines((b, _NOTED.split(b.text)) for b in outer)
        return tuple(line for line in sentences if _OPENS_NOTE.match(line.text))

    def _same_page(self, start: int) -> tuple[PrintedLine, ...]:
        page = self.lines[start].page
        return tuple(line for line in self.lines[start : start + COLOFON_LINES] if line.page == page)


def _can_be_note(line: PrintedLine) -> bool:
    """Whether it opens in a short block, or is stamped: "doos 12 – REGELING VERVALLEN PER 1-1-2021" within a note of the archive."""
    if STAMPED.search(line.text):
        return line.block_words <= _LONG_NOTE
    return line.block_words <= _NOTE and line.opens


def _as_lines(parted: Iterable[tuple[Block, Sequence[str]]]) -> tuple[PrintedLine, ...]:
    return tuple(
        PrintedLine(sentence, b.page, b.kind, b.size, len(b.text.split()))
        for b, sentences in parted
        for sentence in sentences
    )


def parts_of(extraction: Extraction, path: PurePosixPath) -> Parts:
    """The parts of an extraction that lay at `path` in the inbox."""
    stem = re.sub(r"[\s_+]+", " ", path.stem).strip()
    return Parts(extraction.blocks, stem, path.parent.parts, extraction.metadata)


def printed_lines(block: Block) -> Iterator[PrintedLine]:
    """The block's text cut where its printed lines begin; the whole text when these are not known.

    A table row stays whole: what stands in a cell is what the label beside or above it says. Fields in a row ("Nummer 12 ·
    vastgesteld 3 mei 2020 · bekendgemaakt …") are lines of their own, wherever they break.
    """
    if _holds_fields(block):
        fields = _IN_A_ROW.split(block.text)
        yield from (PrintedLine(one, block.page, block.kind, block.size, len(one.split())) for one in fields if one)
        return
    starts = sorted({0, *(line.start for line in block.lines if block.kind != BlockKind.TABLE_ROW)})
    pages = {line.start: line.page for line in block.lines}
    boxes = {line.start: line.bbox for line in block.lines} if block.kind != BlockKind.TABLE_ROW else {}
    cuts = _outside_days(starts, block.text)
    words = len(block.text.split())
    for start, cut, end in zip(starts, cuts, [*cuts[1:], len(block.text)], strict=True):
        text = block.text[cut:end].strip()
        if text:
            page, runs_on = (
                pages.get(start, block.page),
                bool(_RUNS_ON.match(text) and _UNFINISHED.search(block.text[:cut])),
            )
            yield PrintedLine(text, page, block.kind, block.size, words, boxes.get(start), runs_on)


def _holds_fields(block: Block) -> bool:
    """Whether a block is a row of fields."""
    fields = _IN_A_ROW.split(block.text) if block.kind in _ROWS else []
    return len(fields) >= _LEAST_IN_A_ROW and len(block.text.split()) <= _LONGEST_IN_A_ROW


def _outside_days(starts: Sequence[int], text: str) -> list[int]:
    """The starts of lines, behind a date where one would cut it: "… van 14 / september 2021" is no month without a day."""
    days = find_terms(text) if len(starts) > 1 else []
    return [next((found.end for found in days if found.start < start < found.end), start) for start in starts]


@remembered
def segments(text: str) -> tuple[str, ...]:
    """The parts of a line that stand apart: "Kadernota – concept | 3 juni 2020" has three."""
    return tuple(part.strip() for part in _APART.split(text) if part.strip()) or (text,)


def version_row(parts: Parts) -> PrintedLine | None:
    """The newest row of a table of versions ("1.0 | 12 maart 2019 | vastgesteld"): what lies here; some tables run newest first."""
    return max(version_rows(parts), key=lambda line: find_days(line.text)[0].day, default=None)


def version_rows(parts: Parts) -> list[PrintedLine]:
    """Rows of a table of versions, in reading order: a number alone, then a date and more."""
    lines = (*parts.front, *parts.colofon)
    return list({line.text: line for line in lines if _tells_version(line.text)}.values())


def is_version(block: Block) -> bool:
    """Whether a block is a row of a table of versions."""
    return block.kind == BlockKind.TABLE_ROW and _tells_version(block.text)


@remembered
def _tells_version(text: str) -> bool:
    return bool(_VERSION.match(segments(text)[0]) and find_days(text))


def with_what_runs_on(lines: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, str]]:
    """Each line with the one above it in the same block: "cc: GGD; gemeenten Laarbeek," goes on in "Helmond, Deurne"."""
    above: PrintedLine | None = None
    for line in lines:
        yield line, above.text if above and line.runs_on_from(above) else ""
        above = line


def field_values(lines: Sequence[PrintedLine], label: str) -> Iterator[tuple[str, PrintedLine]]:
    """Values of a labelled field: "Onderwerp: …", "Datum | …", or the label alone with its value beside it or on the next line.

    `label` is a regular expression for the label itself; without a colon it counts only with a capital at the start of a line
    that is no sentence, or straight before a date.
    """
    named, marked, loose, alone = _forms_of_field(label)
    for number, line in enumerate(lines):
        if not named.may_match(line.text):
            continue
        match = marked.search(line.text) or loose.match(line.text)
        small = match is not None and match.re is loose and line.text[0].islower()
        if match and match.re is loose and (small or not (line.apart or len(line.text.split()) <= _LABELLED)):
            days = find_days(match["value"])
            match = match if days and days[0].start == 0 and (days[0].whole or not small) else None
        if match and match["value"].strip():
            yield match["value"].strip(), line
        elif alone.match(line.text) or match:
            below = next(iter(lines[number + 1 : number + 2]), None)
            value = (below if below and _stands_under(below, line) else None) or _beside(line, lines) or below
            if value:
                yield value.text, line


@lru_cache(maxsize=FIELDS_KEPT)
def _forms_of_field(label: str) -> tuple[Expression, re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The label itself, and it with its value behind a colon, straight behind it, or elsewhere."""
    return (
        expression(label, re.IGNORECASE),
        re.compile(rf"(?:^|[;|]\s*|\s(?-i:(?=[A-Z])))(?:{label})\s*[:|]\s*(?P<value>.*)", re.IGNORECASE),
        re.compile(rf"^(?:(?=[A-Z])(?i:{label})|{label})\s+(?P<value>\S.*)"),
        re.compile(rf"^(?:{label})\s*:?$", re.IGNORECASE),
    )


def _stands_under(line: PrintedLine, label: PrintedLine) -> bool:
    """Whether a date or number stands right under a label in a column of labels and values, beside running text."""
    if not line.box or not label.box or abs(line.box[0] - label.box[0]) > 2 or line.block_words > _NOTE:
        return False
    days = find_days(line.text)
    numbered = len(line.text.split()) == 1 and bool(re.search(r"\d", line.text))
    return numbered or (bool(days) and days[0].start == 0)


def _beside(label: PrintedLine, lines: Sequence[PrintedLine]) -> PrintedLine | None:
    """The nearest line to the right of a label at its height: labels in one column, values in the next, are read column by column.

    Labels in the margin of a letter have its running text beside them: that is no value.
    """
    if not label.box:
        return None
    _, top, right, bottom = label.box
    middle = (top + bottom) / 2
    same_height = [
        line
        for line in lines
        if line.page == label.page and line.box and line.box[1] <= middle <= line.box[3] and line.block_words <= _NOTE
    ]
    return min(
        (line for line in same_height if line.box and line.box[0] >= right),
        key=lambda line: line.box[0] if line.box else 0.0,
        default=None,
    )


def page_source(what: str, page: int) -> str:
    """Source of a derived value in Dutch: "vaststellingsclausule, blz. 7"."""
    return f"{what}, blz. {page}"
