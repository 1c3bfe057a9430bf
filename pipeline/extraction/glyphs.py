"""Characters in place: one by one, and by column for a whole page, for a page has thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from pipeline.extraction.blocks import BBox

Array = np.ndarray[Any, np.dtype[Any]]

ASKEW = -1
"""`turn` of a character that stands at an angle: watermarks and stamps."""


class Glyph(NamedTuple):
    """One character. `turn` is the number of quarter turns counter-clockwise it was given, or `ASKEW`; `origin_x` and
    `origin_y` are where its baseline begins; `size` is the em in points; `white` says that it may not be seen: its ink is white, or
    it has none and stands on no picture."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    origin_x: float
    origin_y: float
    size: float
    bold: bool
    italic: bool
    turn: int
    white: bool


_TYPES: dict[str, type] = (
    dict.fromkeys(Glyph._fields[1:8], float) | dict.fromkeys(Glyph._fields[8:], bool) | {"turn": int}
)


class Glyphs:
    """The characters of a page in the order in which they are drawn. `text` is a list, all else an array of one value each."""

    text: list[str]
    x0: Array
    top: Array
    x1: Array
    bottom: Array
    origin_x: Array
    origin_y: Array
    size: Array
    bold: Array
    italic: Array
    turn: Array
    white: Array

    def __init__(self, glyphs: Iterable[Glyph] = ()) -> None:
        columns = list(zip(*glyphs, strict=True)) or [()] * len(Glyph._fields)
        self._fill(
            list(columns[0]),
            [np.array(column, kind) for column, kind in zip(columns[1:], _TYPES.values(), strict=True)],
        )

    @classmethod
    def by_column(cls, text: list[str], **columns: Array) -> Glyphs:
        """Glyphs of columns of one length, by the names of `Glyph`."""
        made = cls.__new__(cls)
        made._fill(text, [columns[name] for name in _TYPES])
        return made

    def _fill(self, text: list[str], columns: Sequence[Array]) -> None:
        self.text = text
        for name, column in zip(_TYPES, columns, strict=True):
            setattr(self, name, column)

    def __len__(self) -> int:
        return len(self.text)

    def __iter__(self) -> Iterator[Glyph]:
        return map(Glyph, self.text, *(getattr(self, name).tolist() for name in _TYPES))

    def taken(self, places: Array) -> Glyphs:
        """Those at these places, or those for which a mask holds, in that order."""
        if places.dtype == bool:
            places = np.flatnonzero(places)
        return Glyphs.by_column(
            list(map(self.text.__getitem__, places.tolist())), **{name: getattr(self, name)[places] for name in _TYPES}
        )

    def changed(self, **columns: Array) -> Glyphs:
        """The same with other columns."""
        return Glyphs.by_column(
            self.text, **{name: columns[name] if name in columns else getattr(self, name) for name in _TYPES}
        )

    def followed_by(self, others: Iterable[Glyph]) -> Glyphs:
        """These, and others after them."""
        more = Glyphs(others)
        if not more:
            return self
        columns = {name: np.concatenate((getattr(self, name), getattr(more, name))) for name in _TYPES}
        return Glyphs.by_column(self.text + more.text, **columns)

    @property
    def boxes(self) -> Array:
        """Their boxes: (n, 4)."""
        return np.stack((self.x0, self.top, self.x1, self.bottom), axis=1)

    def within(self, area: BBox, slack: float = 0.0) -> Array:
        """Which have their middle in an area, or at most `slack` points outside it."""
        left, top, right, bottom = area
        x, y = (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2
        return (x >= left - slack) & (x <= right + slack) & (y >= top - slack) & (y <= bottom + slack)

    @cached_property
    def blank(self) -> Array:
        """Which are spaces."""
        return np.fromiter(map(str.isspace, self.text), bool, len(self.text))


def as_glyphs(glyphs: Iterable[Glyph]) -> Glyphs:
    """The same by column."""
    return glyphs if isinstance(glyphs, Glyphs) else Glyphs(glyphs)
