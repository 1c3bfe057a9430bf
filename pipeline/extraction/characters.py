"""Characters of a page as they stand on paper, whichever library found them.

A source (`plumber`, `pdfium`) makes a `Sheet`; everything after it works on sheets alone. Coordinates are points from
the top left corner of the visible page, after the page's own /Rotate.
"""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from pipeline.extraction.blocks import BBox
from pipeline.extraction.glyphs import ASKEW, Array, Glyph, Glyphs, as_glyphs
from pipeline.foundation.unseen import TURNING, WIDTHLESS


class Rule(NamedTuple):
    """A straight horizontal or vertical line drawn on the page, or the side of a drawn rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


class Stamp(NamedTuple):
    """A short text that was laid over a page: what it says and where it stands."""

    text: str
    box: BBox


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is drawn on one page. `fills` are coloured areas, `frames` rectangles with a drawn border, `images` where pictures
    stand; `unmapped` is the share of characters for which the font gives no text; `stamps` were laid over the page, and `struck` are
    areas of which the text was struck out like that. `glyphs` may be given as any glyphs."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    rules: tuple[Rule, ...] = ()
    fills: tuple[BBox, ...] = ()
    frames: tuple[BBox, ...] = ()
    images: tuple[BBox, ...] = ()
    unmapped: float = 0.0
    stamps: tuple[Stamp, ...] = ()
    struck: tuple[BBox, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "glyphs", as_glyphs(self.glyphs))


_BOLD = re.compile(r"bold|black|heavy|semi-?bd|demi|[-,_ ]b$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|kursiv", re.IGNORECASE)
_SYMBOLS = re.compile(r"wingding|webding|dingbat|symbol", re.IGNORECASE)


class Face(NamedTuple):
    """What a font's name tells."""

    bold: bool
    italic: bool
    symbols: bool


@lru_cache(maxsize=4096)
def face_of(font_name: str) -> Face:
    """Weight, slant and whether it holds pictograms, from a font's name ("ABCDEF+Calibri-Bold")."""
    name = font_name.rpartition("+")[2]
    return Face(bool(_BOLD.search(name)), bool(_ITALIC.search(name)), bool(_SYMBOLS.search(name)))


_TAGS_TO_RESOLVE = (
    "<compat>",
    "<noBreak>",
    "<wide>",
    "<narrow>",
    "<font>",
    "<initial>",
    "<medial>",
    "<final>",
    "<isolated>",
)
_AS_THEY_ARE = frozenset("…´¨¸¯")
_BULLET = "•"
_SYMBOL_MARKS = {
    **dict.fromkeys("\uf0e0\uf0e8\uf0de", "→"),
    **dict.fromkeys("\uf0a8\uf06f¨", "□"),
    **dict.fromkeys("\uf0feþ", "☑"),
    **dict.fromkeys("\uf0fd\uf078ý", "☒"),
}
"""What codes of symbol fonts show that say more than a bullet: arrows, and the boxes of Wingdings on forms. An open one marks
items of lists as well, so it is a sign that does so too."""
_BOXES = frozenset("☐☑☒□■✓✔✗✘")
_ONE_SIGN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, WIDTHLESS + TURNING), None),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
}


@lru_cache(maxsize=16384)
def clean(text: str, symbols: bool = False) -> str:
    """A character's text with ligatures, wide forms and private codes of symbol fonts resolved.

    Compatibility forms are resolved only where the plain letters mean the same: superscripts, fractions and circled
    numbers stay, for "m²" is not "m2" and a note mark must not run into the number before it.
    """
    if len(text) == 1 and "\uf000" <= text <= "\uf0ff":
        return _SYMBOL_MARKS.get(text, _BULLET)
    if symbols and len(text) == 1 and not text.isspace() and text not in _BOXES:
        return _SYMBOL_MARKS.get(text, _BULLET)
    resolved = "".join(_resolve(char) for char in text.translate(_ONE_SIGN))
    return unicodedata.normalize("NFC", resolved)


def _resolve(char: str) -> str:
    if char in _AS_THEY_ARE or char < "\x80":
        return "" if char < " " and not char.isspace() else char
    if unicodedata.decomposition(char).startswith(_TAGS_TO_RESOLVE):
        return unicodedata.normalize("NFKC", char)
    return "" if unicodedata.category(char) in ("Cc", "Cs") else char


def turn_of(a: float, b: float) -> int:
    """Quarter turns of a character whose baseline runs along the vector (a, b), y upward; `ASKEW` when it is none of the four."""
    angle = math.degrees(math.atan2(b, a)) % 360
    quarter = round(angle / 90)
    return quarter % 4 if abs(angle - quarter * 90) < 3 else ASKEW


def turned(box: BBox, turn: int, width: float, height: float) -> BBox:
    """`box` on a page of `width` × `height` as seen after turning the page until text with `turn` reads upright."""
    x0, top, x1, bottom = box
    if turn == 1:
        return height - bottom, x0, height - top, x1
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 3:
        return top, width - x1, bottom, width - x0
    return box


def turned_back(box: BBox, turn: int, width: float, height: float) -> BBox:
    """The inverse of `turned`: `width` and `height` are those of the page itself."""
    x0, top, x1, bottom = box
    if turn == 1:
        return top, height - x1, bottom, height - x0
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 3:
        return width - bottom, x0, width - top, x1
    return box


def rotated_box(box: BBox, media: BBox, rotation: int) -> BBox:
    """`box` in PDF user space (y upward) shifted to the corner of `media` and turned clockwise by the page's `rotation`
    degrees."""
    x0, y0, x1, y1 = box
    if rotation == 90:
        return y0 - media[1], media[2] - x1, y1 - media[1], media[2] - x0
    if rotation == 180:
        return media[2] - x1, media[3] - y1, media[2] - x0, media[3] - y0
    if rotation == 270:
        return media[3] - y1, x0 - media[0], media[3] - y0, x1 - media[0]
    return x0 - media[0], y0 - media[1], x1 - media[0], y1 - media[1]


def ordered_box(box: Iterable[Any]) -> BBox:
    """A box that a file gives by any two opposite corners, as the lower left and the upper right one."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def visible_box(media: BBox, crop: BBox) -> BBox:
    """The part of a page that is shown: the crop box within the media box, or the media box where they hardly meet."""
    shown = max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])
    return shown if is_visible(shown) else media


def is_visible(shown: BBox) -> bool:
    """Whether a box is large enough to be what is shown of a page."""
    return shown[2] - shown[0] >= 10 and shown[3] - shown[1] >= 10


UNREADABLE = "\ufffd"
"""What stands for a character of which the font does not say what it is."""


def unmapped_share(counts: Mapping[str, tuple[int, int]]) -> float:
    """Share of characters that cannot be trusted, from (seen, unmapped) by font: all of a font in which one in ten has
    no text, for
    its other codes are then no more than numbers that look like characters."""
    total = sum(seen for seen, _ in counts.values())
    lost = sum(seen if unmapped > 0.1 * seen else unmapped for seen, unmapped in counts.values())
    return lost / total if total else 0.0


def is_unmapped(text: str) -> bool:
    """Whether a character's text is a code of its font and no character."""
    return text.startswith("(cid:") or "\ufffd" in text or (len(text) == 1 and text < " " and not text.isspace())


def main_turn(glyphs: Iterable[Glyph]) -> int:
    """The direction in which most of the text runs, that of the first of those that tie."""
    turns = as_glyphs(glyphs).turn
    found, first, count = np.unique(turns[turns != ASKEW], return_index=True, return_counts=True)
    return int(found[max(range(len(found)), key=lambda place: (count[place], -first[place]))]) if len(found) else 0


def upright_sheet(sheet: Sheet, turn: int) -> Sheet:
    """The sheet turned until text with `turn` reads upright; characters in other directions are left out."""
    own = sheet.glyphs.turn == turn
    glyphs = sheet.glyphs if own.all() else sheet.glyphs.taken(own)
    if turn == 0:
        return replace(sheet, glyphs=glyphs)
    width, height = (sheet.width, sheet.height) if turn == 2 else (sheet.height, sheet.width)

    def boxes(areas: Iterable[BBox]) -> tuple[BBox, ...]:
        return tuple(turned(area, turn, sheet.width, sheet.height) for area in areas)

    return replace(
        sheet,
        width=width,
        height=height,
        glyphs=_turned_glyphs(glyphs, turn, sheet),
        rules=tuple(Rule(*box) for box in boxes(sheet.rules)),
        fills=boxes(sheet.fills),
        frames=boxes(sheet.frames),
        images=boxes(sheet.images),
        struck=boxes(sheet.struck),
    )


def _turned_glyphs(glyphs: Glyphs, turn: int, sheet: Sheet) -> Glyphs:
    # `turned` reckons with whole columns as with single numbers
    sides: Any = tuple(glyphs.boxes.T)
    begins: Any = (glyphs.origin_x, glyphs.origin_y, glyphs.origin_x, glyphs.origin_y)
    x0, top, x1, bottom = (np.asarray(side) for side in turned(sides, turn, sheet.width, sheet.height))
    x, y, _, _ = (np.asarray(side) for side in turned(begins, turn, sheet.width, sheet.height))
    upright = np.zeros_like(glyphs.turn)
    return glyphs.changed(x0=x0, top=top, x1=x1, bottom=bottom, origin_x=x, origin_y=y, turn=upright)


def without_doubles(glyphs: Iterable[Glyph]) -> Glyphs:
    """The glyphs without those printed again on (nearly) the same spot, a way to feign bold or a shadow; what stays is bold."""
    printed = as_glyphs(glyphs)
    suspects = _near_their_like(printed)
    if not len(suspects):
        return printed
    kept, bold = np.ones(len(printed), bool), printed.bold.copy()
    places: dict[tuple[str, int, int], tuple[int, Glyph]] = {}
    for index, glyph in zip(suspects.tolist(), printed.taken(suspects), strict=True):
        twin = _twin(glyph, places)
        if twin is None:
            places[glyph.text, round(glyph.origin_x), round(glyph.origin_y)] = index, glyph
        else:
            kept[index], bold[twin] = False, True
    return printed.changed(bold=bold).taken(kept)


NEAR = 0.1
"""Part of its size within which the same character is the same one printed again."""


def _near_their_like(glyphs: Glyphs) -> Array:
    """The places of all glyphs that may have a twin, and of few others.

    Two points at most `reach` apart lie in one square of twice that in at least one of four grids, each half a square aside.
    """
    places = np.flatnonzero(~glyphs.blank)
    if not len(places):
        return places
    signs = np.fromiter(map(hash, glyphs.text), np.int64, len(glyphs))[places]
    x, y = glyphs.origin_x[places], glyphs.origin_y[places]
    square = 2 * min(NEAR * float(glyphs.size[places].max()), 2.0)
    near = np.zeros(len(places), bool)
    for aside, down in itertools.product((0.0, 0.5), repeat=2):
        column = np.floor(x / square + aside).astype(np.int64)
        line = np.floor(y / square + down).astype(np.int64)
        keys = signs ^ column * 1_000_003 ^ line * 998_244_353_777
        order = np.argsort(keys)
        same = np.flatnonzero(np.diff(keys[order]) == 0)
        near[order[same]] = near[order[same + 1]] = True
    return places[near]


def _twin(glyph: Glyph, places: Mapping[tuple[str, int, int], tuple[int, Glyph]]) -> int | None:
    """The index among `places` of the same character within a tenth of its size, if any."""
    x, y, reach = round(glyph.origin_x), round(glyph.origin_y), glyph.size * NEAR
    for near in itertools.product((x, x - 1, x + 1), (y, y - 1, y + 1)):
        index, other = places.get((glyph.text, *near), (0, None))
        if other is None:
            continue
        if abs(other.origin_x - glyph.origin_x) <= reach and abs(other.origin_y - glyph.origin_y) <= reach:
            return index
    return None
