"""A page's words laid out: tables, boxes, columns and footnotes in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.assemble import PageDrafts, row_parts
from pipeline.extraction.bands import band_of, cuts_of
from pipeline.extraction.blocks import BBox, BlockKind
from pipeline.extraction.boxes import Box, boxes_on, goes_on, outside
from pipeline.extraction.characters import Rule
from pipeline.extraction.columns import Column, columns_of, gutter_of
from pipeline.extraction.footnotes import notes_of, split_notes
from pipeline.extraction.lines import TextLine
from pipeline.extraction.page_text import PageText
from pipeline.extraction.paragraphs import Draft, Part, Type, drafts_of
from pipeline.extraction.table_heads import group_rows, heads_of, names_beside
from pipeline.extraction.tables import Cell, Table, grid_table, is_bold, lined_tables, ruled_tables

LONG_ROW = 150
"""Words above which a table row is a layout of texts, and each of its cells is read by itself."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of the last table on a page, for its continuation on the next."""

    columns: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    page: int = 0
    group: str = ""
    """The name of its last rows."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What the next page may go on with: the heads of a table, and the box with which the main flow of page `page` ends."""

    heads: Heads = Heads()
    box: Box | None = None
    page: int = 0


def laid_out(page: PageText, paper: Type, carried: Carried) -> tuple[PageDrafts, Carried]:
    """The page's drafts in reading order, and what the next page may go on with."""
    layout = _Layout(page, paper, carried)
    layout.run()
    return layout.result, Carried(layout.heads, layout.box, page.number)


class _Layout:
    """The state of laying out one page."""

    def __init__(self, page: PageText, paper: Type, carried: Carried) -> None:
        self.page, self.paper, self.heads = page, paper, carried.heads
        self.box = carried.box if carried.page == page.number - 1 else None
        """The box with which the main flow ends so far."""
        self.result = PageDrafts(page.number)
        self.rules: list[Rule] = []
        """Lines drawn outside tables."""

    def run(self) -> None:
        tables, words = ruled_tables(self.page.rules, self.page.frames, self.page.words)
        lined, words = lined_tables(self.page.rules, words)
        tables += lined
        self.rules = [rule for rule in self.page.rules if not any(_touches(rule, table.bbox) for table in tables)]
        areas = [*self.page.frames, *self.page.fills]
        boxes = boxes_on(areas, self.page.fills, words, self.page.width * self.page.height)
        boxes = [box for box in boxes if not any(_meets(box.bbox, table.bbox) for table in tables)]
        main = outside(boxes, words)
        inserts: list[Table | Box] = [*tables, *boxes]
        cuts = cuts_of(main, self.rules, self.paper.size)
        gutter = gutter_of(main) if cuts else None
        for band in range(len(cuts) + 1):
            own = [word for word in main if band_of(word.top, word.bottom, cuts) == band]
            placed = {n: one.bbox for n, one in enumerate(inserts) if band_of(one.bbox[1], one.bbox[1], cuts) == band}
            for column in columns_of(own, placed, gutter):
                self._add_column(column, inserts)

    def _add_column(self, column: Column, inserts: list[Table | Box]) -> None:
        """Adds a column to the main flow, or beside it. One that begins with the rest of the box before it goes on with the flow."""
        first = _number_at(column, 0)
        box = inserts[first] if first is not None else None
        if first is not None and isinstance(box, Box) and self.box and goes_on(self.box, box):
            inserts[first] = replace(box, goes_on=True)
            column = replace(column, aside=False)
        if column.aside:
            # boxes that stand apart each belong to what they stand beside
            boxes_only = not column.cells and not column.lines
            for one in [replace(column, items=(item,)) for item in column.items] if boxes_only else [column]:
                self._put_aside(self._drafts(one, inserts))
            return
        self.result.flow += self._drafts(column, inserts)
        last = _number_at(column, -1)
        ends = inserts[last] if last is not None else None
        self.box = ends if isinstance(ends, Box) else None

    def _put_aside(self, drafts: list[Draft]) -> None:
        """Puts a text beside the main flow after what of that begins no lower: it belongs to the section in which it begins."""
        flow = self.result.flow
        place = len(flow)
        while drafts and place and isinstance(draft := flow[place - 1], Draft) and _begins_below(draft, drafts[0]):
            place -= 1
        # where all of the flow begins lower, it stands beside the whole of it
        flow.insert(place or len(flow), drafts)

    def _drafts(self, column: Column, inserts: Sequence[Table | Box]) -> list[Draft]:
        """The drafts of a column, its footnotes put aside and its inserts opened."""
        if column.cells:
            return self._grid_drafts(column, inserts)
        items = self._without_notes(column)
        drafts: list[Draft] = []
        for item in drafts_of(items, self.page.number, self.paper, column.fresh):
            if isinstance(item, Draft):
                drafts.append(item)
            else:
                drafts += self._insert_drafts(inserts[item])
        return drafts

    def _grid_drafts(self, column: Column, inserts: Sequence[Table | Box]) -> list[Draft]:
        """The rows of an aligned table, and the boxes that stand in rows like the cells of one: tiles."""
        worded = any(cell for row in column.cells for cell in row)
        drafts = self._table_drafts(grid_table(column.cells)) if worded else []
        for item in column.items:
            if isinstance(item, int):
                drafts += self._insert_drafts(inserts[item])
        return drafts

    def _without_notes(self, column: Column) -> list[TextLine | int]:
        _, notes = split_notes(column.lines, self.paper.size, self.rules, self.page.height)
        for lines in notes_of(notes):
            self.result.notes.append(Draft(BlockKind.FOOTNOTE, [Part([(self.page.number, line) for line in lines])]))
        taken = {id(line) for line in notes}
        return [item for item in column.items if id(item) not in taken]

    def _insert_drafts(self, insert: Table | Box) -> list[Draft]:
        if isinstance(insert, Table):
            return self._table_drafts(insert)
        drafts: list[Draft] = []
        placed = {number: box.bbox for number, box in enumerate(insert.boxes)}
        for column in columns_of(insert.words, placed):
            drafts += self._drafts(column, insert.boxes)
        for draft in drafts:
            draft.boxed = True
        if drafts:
            drafts[0].fresh = not insert.goes_on
        return drafts

    def _table_drafts(self, table: Table) -> list[Draft]:
        groups, tall = group_rows(table), names_beside(table)
        plain = replace(table, rows=tuple(row for number, row in enumerate(table.rows) if number not in groups))
        known = self._continued(table)
        own = self._own_heads(plain, known)
        heads = own or (known.texts if known else ())
        group = known.group if known and own in ((), known.texts) else ""
        if own and len(table.rows) == 1:
            self.heads = Heads(table.columns, own, self.page.number)
            # heads at the foot of a page stand above the rows on the next one; elsewhere they are all there is
            return [] if table.bbox[3] > 0.8 * self.page.height else self._row_drafts(table.rows[0], ())
        drafts: list[Draft] = []
        for number, row in enumerate(table.rows):
            if number in groups:
                group = row[0].text
                drafts.append(self._group_draft(row))
            elif not (row is plain.rows[0] and heads and (own or _texts(row) == heads)):
                for draft in self._row_drafts(row, heads):
                    draft.group = tall[number] or group
                    drafts.append(draft)
        if heads or group:
            self.heads = Heads(table.columns, heads, self.page.number, group)
        return drafts

    def _own_heads(self, table: Table, known: Heads | None) -> tuple[str, ...]:
        """The heads that stand in the table itself: on a next page, where it goes on under heads, a row like the others is none."""
        own = heads_of(table) if table.rows else ()
        if known is None or known.page == self.page.number or own == known.texts:
            return own
        return () if known.texts and own and not is_bold(table.rows[0]) else own

    def _group_draft(self, row: Sequence[Cell]) -> Draft:
        """The name of the rows below it."""
        lines = [(self.page.number, line) for cell in row for line in cell.lines]
        return Draft(BlockKind.HEADING, [Part(lines)], fresh=True, group=row[0].text)

    def _continued(self, table: Table) -> Heads | None:
        """The heads of the table on this page or the one before, when this one has the same columns."""
        known = self.heads
        same = len(known.columns) == len(table.columns) and all(
            abs(one - other) <= 3 for one, other in zip(known.columns, table.columns, strict=True)
        )
        return known if same and known.page in (self.page.number, self.page.number - 1) else None

    def _row_drafts(self, row: Sequence, heads: tuple[str, ...]) -> list[Draft]:
        cells = [cell.lines for cell in row]
        if sum(len(line.words) for lines in cells for line in lines) > LONG_ROW:
            return self._long_row(cells, heads)
        parts = row_parts(cells, heads, self.page.number)
        return [Draft(BlockKind.TABLE_ROW, parts, fresh=True)] if parts else []

    def _long_row(self, cells: Sequence[Sequence[TextLine]], heads: tuple[str, ...]) -> list[Draft]:
        """Each cell of a row by itself: short ones as rows, long ones as text."""
        drafts: list[Draft] = []
        for index, lines in enumerate(cells):
            if not lines:
                continue
            if sum(len(line.words) for line in lines) <= LONG_ROW // 3:
                parts = row_parts([lines], heads[index : index + 1], self.page.number)
                drafts.append(Draft(BlockKind.TABLE_ROW, parts, fresh=True))
                continue
            texts = [item for item in drafts_of(lines, self.page.number, self.paper, True) if isinstance(item, Draft)]
            drafts += texts
        return drafts


def _number_at(column: Column, place: int) -> int | None:
    """The number of the insert at a place of a column; None where a line stands there, or in a grid."""
    item = column.items[place] if column.items and not column.cells else None
    return item if isinstance(item, int) else None


def _begins_below(draft: Draft, aside: Draft) -> bool:
    first = aside.lines[0]
    return draft.lines[0].baseline > first.baseline + first.size


def _texts(row: Sequence) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _touches(rule: Rule, box: BBox) -> bool:
    return _meets(
        (box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3), (rule.x0, rule.top, rule.x1 + 0.1, rule.bottom + 0.1)
    )


def _meets(one: BBox, other: BBox) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
