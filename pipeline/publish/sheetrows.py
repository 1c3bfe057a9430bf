"""The rows of a sheet as the XML of a workbook: what openpyxl would write, without an object for each cell, so ten times as fast.

Their styles are openpyxl's, which writes the rest of the workbook. No text can be a formula: each is written as text, and one that
begins like a formula is marked so that it stays text when somebody edits it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any, BinaryIO

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from pipeline.publish.csvfile import FORMULA, SEPARATOR

LINE_HEIGHT, HIGHEST = 15, 405
"""Height of one line of text, and of the highest row that Excel allows, in points."""
ROOM = 1.05
"""Lines are not filled to the end: words are not broken."""
DAY_FORMAT = "dd-mm-yyyy"
CHANCE_FORMAT = "0.00"
LONGEST = 32_767
"""As many characters as Excel allows in a cell."""
KNOWN = 1000
"""Texts of a column that are kept, since many columns hold few."""
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: text that goes on in the next line, centred, its colour (RRGGBB), its number format; a head is dark."""

    wrapped: bool = False
    centred: bool = False
    colour: str | None = None
    form: str = "General"
    head: bool = False
    quoted: bool = False
    """Whether Excel is told that it is text however it begins, also when someone edits it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: `width` in characters where its text goes on in the next line, and `colour` of a text where it has one."""

    name: str
    width: int | None = None
    colour: Callable[[str], str | None] | None = None


_Placed = tuple[str, Column, int, dict[str, str]]
"""A column with its letter, the style of its empty cells, and texts of one line that it held, with what stands behind the number of
their cell."""


class RowWriter:
    """Writes the rows of the sheets of one workbook; `style` gives the number under which the workbook knows a look."""

    def __init__(self, style: Callable[[Look], int]) -> None:
        self._style = style
        self._known: dict[tuple[Any, ...], int] = {}

    def write(self, out: BinaryIO, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> int:
        """Write rows as they stand below the head, and return the number of the last row of the sheet."""
        placed = [
            (get_column_letter(number), column, self._style_of(column, type(None)), {})
            for number, column in enumerate(columns, 1)
        ]
        number = 1
        for number, row in enumerate(rows, 2):
            out.write(self._row(number, placed, row).encode())
        return number

    def _row(self, number: int, columns: Sequence[_Placed], row: Mapping[str, Any]) -> str:
        height, cells = 1, []
        for letter, column, empty, known in columns:
            value = row[column.name]
            if value.__class__ is str and value in known:
                cells.append(f'<c r="{letter}{number}"{known[value]}')
                continue
            value = content(value)
            if value is None:
                cells.append(f'<c r="{letter}{number}" s="{empty}"/>')
            elif isinstance(value, str):
                lines = lines_of(value, column.width) if column.width else 1
                height = max(height, lines)
                text, style = _escaped(value), self._style_of_text(column, value)
                rest = f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
                cells.append(f'<c r="{letter}{number}"{rest}')
                if lines == 1 and len(known) < KNOWN and value == row[column.name]:
                    known[value] = rest
            else:
                shown, style = (
                    to_excel(value) if isinstance(value, date) else value,
                    self._style_of(column, type(value)),
                )
                cells.append(f'<c r="{letter}{number}" s="{style}"><v>{shown!r}</v></c>')
        points = min(HIGHEST, LINE_HEIGHT * height)
        return f'<row r="{number}" ht="{points}" customHeight="1">{"".join(cells)}</row>'

    def _style_of_text(self, column: Column, text: str) -> int:
        colour = column.colour(text) if column.colour else None
        key = (column.width is None, colour, text.startswith(FORMULA))
        if key not in self._known:
            self._known[key] = self._style(Look(column.width is not None, colour=colour, quoted=key[2]))
        return self._known[key]

    def _style_of(self, column: Column, kind: type) -> int:
        key = (column.width is None, kind)
        if key not in self._known:
            look = Look(column.width is not None)
            if issubclass(kind, date):
                look = replace(look, form=DAY_FORMAT)
            elif issubclass(kind, int | float):
                look = replace(look, centred=True, form=CHANCE_FORMAT if issubclass(kind, float) else "General")
            self._known[key] = self._style(look)
        return self._known[key]


def content(value: Any) -> Any:
    """Return the value as Excel knows it: number, day, or a text that XML can hold and a cell has room for."""
    if value is None or value == "":
        return None
    if type(value) is str and value.isprintable() and len(value) <= LONGEST:
        return value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return value
    joined = SEPARATOR.join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = FORBIDDEN.sub("", joined)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes in a column; not every program finds that out by itself."""
    if "\n" not in text:
        return ceil((len(text) + 1) / width * ROOM)
    return sum(lines_of(line, width) for line in text.split("\n"))
