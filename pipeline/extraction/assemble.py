"""From laid-out pages to the blocks of a paper: texts joined over columns and pages, notes and furniture set apart,
sections named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.extraction.blocks import BBox, Block, BlockKind, Line
from pipeline.extraction.characters import turned_back
from pipeline.extraction.contents import without_leaders
from pipeline.extraction.furniture import furniture_key
from pipeline.extraction.headings import Heading, heading_of, under
from pipeline.extraction.hyphens import Vocabulary, joint
from pipeline.extraction.items import BULLETS
from pipeline.extraction.lines import TextLine, box_around, usual_size
from pipeline.extraction.paragraphs import TERMINAL, Draft, Part


@dataclass(slots=True)
class PageDrafts:
    """What one page contributes: its main flow in reading order, texts beside it, footnotes, and furniture as (line, box).

    An aside stands in `flow` as a list of its own drafts, at the place where it was met.
    """

    number: int
    flow: list[Draft | list[Draft]] = field(default_factory=list)
    notes: list[Draft] = field(default_factory=list)
    furniture: list[tuple[TextLine, BBox]] = field(default_factory=list)


class Assembler:
    """Takes pages in order and gives the blocks of the paper.

    `to_page` turns a line's box on its sheet to one on the page as the reader sees it.
    """

    def __init__(self, vocabulary: Vocabulary, to_page: Mapping[int, Placer], page_count: int) -> None:
        self._vocabulary = vocabulary
        self._to_page = to_page
        self._page_count = page_count
        self._blocks: list[Block] = []
        self._path: tuple[Heading, ...] = ()
        self._around: tuple[Heading, ...] | None = None
        """Where a box stands in the text: the headings above it."""
        self._open: Draft | None = None
        self._waiting: list[Draft] = []
        self._furniture: list[Block] = []
        self._furniture_seen: set[str] = set()

    def add(self, page: PageDrafts) -> None:
        """Adds the next page."""
        first = next((draft for draft in page.flow if isinstance(draft, Draft)), None)
        if not (self._open and first and runs_on(self._open, first)):
            self._close()
        for line, box in page.furniture:
            self._add_furniture(page.number, line, box)
        for draft in page.flow:
            if isinstance(draft, list):
                self._waiting += draft
            else:
                self._add_to_flow(draft)
        self._waiting += page.notes

    def blocks(self) -> tuple[Block, ...]:
        """All blocks; no page can be added after this."""
        self._close()
        return tuple(self._blocks)

    def _add_to_flow(self, draft: Draft) -> None:
        if self._open is not None and runs_on(self._open, draft):
            self._open.parts[-1].lines += draft.parts[0].lines
            self._open.parts += draft.parts[1:]
            self._open.full, self._open.flush = draft.full, draft.flush
            return
        if draft.kind is BlockKind.HEADING or self._turned_page(draft):
            self._close()
        self._end_text()
        self._mind_box(draft)
        self._open = draft

    def _mind_box(self, draft: Draft) -> None:
        """A heading in a box is one of what stands in it: after it the text goes on under the headings before, unless it ended these."""
        if draft.boxed and self._around is None:
            self._around = self._path
        elif not draft.boxed and self._around is not None:
            if self._path[: len(self._around)] == self._around:
                self._path = self._around
            self._around = None

    def _turned_page(self, draft: Draft) -> bool:
        """Whether what waits belongs to a page before this one."""
        return bool(self._waiting) and self._waiting[0].parts[0].lines[0][0] < draft.parts[0].lines[0][0]

    def _end_text(self) -> None:
        """Gives the open text, and the furniture of the pages it ran over."""
        if self._open is not None:
            self._emit(self._open, self._path)
        self._open = None
        self._blocks += self._furniture
        self._furniture = []

    def _close(self) -> None:
        """Ends the open text, then gives what stood beside and under it."""
        self._end_text()
        path = self._path
        for draft in self._waiting:
            path = self._emit(draft, path, aside=True)
        self._waiting = []

    def _emit(self, draft: Draft, path: tuple[Heading, ...], aside: bool = False) -> tuple[Heading, ...]:
        section = tuple(heading.text for heading in path)
        block = self._block(
            draft, (*section, draft.group) if draft.group and draft.kind is not BlockKind.HEADING else section
        )
        if block is None:
            return path
        if draft.kind is BlockKind.HEADING and not draft.group:
            heading = heading_of(block.text, draft.lines)
            above = under(path, heading)
            path = (*above, heading)
            block = self._block(draft, tuple(heading.text for heading in above)) or block
            if not aside:
                self._path = path
        self._blocks.append(block)
        return path

    def _block(self, draft: Draft, section: tuple[str, ...]) -> Block | None:
        text, lines = text_of(draft, self._vocabulary, self._to_page)
        if not text:
            return None
        beginning = [line for line in lines if line.page == lines[0].page]
        if draft.kind is not BlockKind.TABLE_ROW:
            beginning = _first_column(beginning)
        return Block(
            lines[0].page,
            box_around(line.bbox for line in beginning),
            draft.kind,
            text,
            usual_size(draft.lines),
            section,
            lines,
        )

    def _add_furniture(self, page: int, line: TextLine, box: BBox) -> None:
        key = furniture_key(line.text, self._page_count)
        if key in self._furniture_seen:
            return
        self._furniture_seen.add(key)
        section = tuple(heading.text for heading in self._path)
        block = Block(page, box, BlockKind.FURNITURE, line.text, line.size, section, (Line(0, page, box),))
        # held back while a text runs on over the page end
        (self._furniture if self._open else self._blocks).append(block)


class Placer:
    """Puts boxes of a sheet that was turned, and of which slanting lines were straightened, back on its page."""

    def __init__(self, turn: int, width: float, height: float, slope: float = 0.0) -> None:
        self._turn, self._width, self._height, self._slope = turn, width, height, slope

    def __call__(self, box: BBox) -> BBox:
        """`box` in page coordinates, to a tenth of a point."""
        if self._slope:
            x0, top, x1, bottom = box
            drops = (self._slope * x0, self._slope * x1)
            box = x0, top + min(drops), x1, bottom + max(drops)
        x0, top, x1, bottom = turned_back(box, self._turn, self._width, self._height)
        return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


def runs_on(before: Draft, draft: Draft) -> bool:
    """Whether a text goes on in the next column or on the next page: it did not end, and the next does not begin."""
    if draft.fresh or not draft.opens or draft.kind is not BlockKind.PARAGRAPH:
        return False
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    last, first = before.lines[-1], draft.lines[0]
    if abs(last.size - first.size) >= 0.9 or last.words[-1].bold != first.words[0].bold:
        return False
    if last.text.endswith(TERMINAL):
        return before.flush and before.kind is BlockKind.PARAGRAPH and not last.text.endswith(":")
    begins_inside = first.text[:1].islower() or first.text[:1] in "(,“‘\"'" or first.text[:1].isdigit()
    return begins_inside or last.text.endswith(("-", ",", "\u00ad")) or before.full


def _first_column(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the first that stands higher than the one before it: there the next column begins."""
    end = next((i for i, (one, other) in enumerate(pairwise(lines), 1) if other.bbox[1] < one.bbox[1] - 2), len(lines))
    return list(lines[:end])


def text_of(draft: Draft, vocabulary: Vocabulary, to_page: Mapping[int, Placer]) -> tuple[str, tuple[Line, ...]]:
    """A draft's running text, and where each of its printed lines begins in it."""
    text = ""
    lines: list[Line] = []
    for part in draft.parts:
        text += part.prefix
        text = _with_lines(text, part, draft.kind, vocabulary, to_page, lines)
    return text, tuple(lines)


def _with_lines(
    text: str,
    part: Part,
    kind: BlockKind,
    vocabulary: Vocabulary,
    to_page: Mapping[int, Placer],
    lines: list[Line],
) -> str:
    for number, (page, line) in enumerate(part.lines):
        own = printed_text(line, kind, first=number == 0)
        if not own:
            continue
        if number and text:
            text, between = joint(text, own, vocabulary)
            text += between
        lines.append(Line(len(text), page, to_page[page](line.bbox)))
        text += own
    return text


def printed_text(line: TextLine, kind: BlockKind, first: bool) -> str:
    """A line's own text: without leaders in contents, with one sort of bullet before an item."""
    text = line.text
    if kind is BlockKind.TOC:
        return without_leaders(text)
    if kind is BlockKind.LIST_ITEM and first:
        mark, _, rest = text.partition(" ")
        if mark in BULLETS or mark == "o":
            return f"• {rest}"
        if mark[0] in BULLETS and mark[0] not in "–—-*" and len(mark) > 1:
            return f"• {text[1:].lstrip()}"
    return text


def row_parts(cells: Sequence[Sequence[TextLine]], heads: Sequence[str], page: int) -> list[Part]:
    """The parts of a table row: "Kop: waarde; Kop: waarde", or its cells with " | " between them when there are no heads."""
    parts: list[Part] = []
    for index, lines in enumerate(cells):
        if not lines:
            continue
        head = heads[index] if index < len(heads) else ""
        between = ("; " if heads else " | ") if parts else ""
        parts.append(Part([(page, line) for line in lines], between + (f"{head}: " if head else "")))
    return parts
