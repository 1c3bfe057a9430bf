"""The characters of a page by PDFium, as pdfplumber would have them: the same boxes, baselines and fonts.

A character's box is as wide as it moves the pen on and one em high, from the font's descent upward. PDFium's own loose box
is as wide, but as high as ascent and descent together; its tight box is that of the ink.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2

from pipeline.extraction import pdfium_calls as calls
from pipeline.extraction.characters import (
    NEAR,
    UNREADABLE,
    Face,
    clean,
    face_of,
    is_unmapped,
    turn_of,
    unmapped_share,
)
from pipeline.extraction.glyphs import Array, Glyphs
from pipeline.extraction.hidden import TRANSPARENT, UNDRAWN
from pipeline.extraction.pdfium_view import View

LINE_END_HYPHEN = 2
"""The code that PDFium gives a hyphen at the end of a line."""
LIGHTEST = 247
"""Part of red, green and blue (of 255) above which a colour is that of paper."""
SAME_WIDTH = 0.01
"""Ems by which the room that a digit takes may differ from the width of a nought that it shares."""
FILLED = (0, 4)
"""Text rendering modes that leave ink of the fill colour alone."""
LEAST_SIZE = 0.5
"""Points up to which a character is no text."""


@dataclass(frozen=True, slots=True)
class _Font:
    handle: int
    name: str
    face: Face
    descent: float


@dataclass(frozen=True, slots=True)
class _Runs:
    """Text objects, characters that follow each other in one font and direction. All arrays but `of` have one value a run;
    `turn` is in PDF user space, `font` the number of its font among `fonts`."""

    of: Array
    """The run of each character."""
    fonts: Sequence[_Font]
    font: Array
    size: Array
    length: Array
    """Size along the line: that of the em, made wider or narrower."""
    turn: Array
    white: Array
    undrawn: Array


@dataclass(frozen=True, slots=True)
class FoundText:
    """The printed characters of a page in PDFium's order, the share of them for which no font says what they are, and for each
    the handle of the text object that it belongs to and whether that leaves no ink."""

    glyphs: Glyphs
    unmapped: float
    objects: Array
    undrawn: Array


def glyphs_of(page: pypdfium2.PdfPage, view: View) -> FoundText:
    """The characters of an opened page."""
    text_page = page.get_textpage()
    try:
        return _glyphs(calls.handle_of(text_page), text_page.count_chars(), view)
    finally:
        text_page.close()


def _glyphs(text: int, count: int, view: View) -> FoundText:
    objects = np.array(calls.ask(calls.text_object_of, text, range(count)), np.uint64)
    codes = calls.codes_of(text, count)
    spaces = np.flatnonzero(codes == ord(" "))
    added = np.array(calls.ask(calls.is_generated, text, spaces.tolist()), bool)
    objects[spaces[added]] = 0
    printed = np.flatnonzero(objects)  # the line ends that PDFium adds belong to no object
    if not len(printed):
        return FoundText(Glyphs(), 0.0, objects[:0], np.zeros(0, bool))
    indices = printed.tolist()
    runs = _runs(text, printed, objects[printed])
    kind, first = _kinds(codes[printed], runs)
    texts, lost, widths = _told(text, indices, codes[printed], kind, first, runs)
    loose = calls.loose_boxes(text, indices).T
    widths = _of_columns(widths, codes[printed], loose, runs)
    origin = _origins(text, printed, loose, kind, widths, runs)
    pieces = _pieces(texts, origin, runs)
    for head, end in _ligatures(pieces):
        _join(head, end, texts, widths, loose, origin, runs)
    box = view.boxes(_boxes(loose, origin, widths, runs))
    shown = view.holds(box)
    x, _, _, y = view.boxes(np.concatenate((origin, origin)))
    x0, top, x1, bottom = box
    size, turn = runs.size[runs.of], runs.turn[runs.of]
    glyphs = Glyphs.by_column(
        texts,
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        origin_x=x,
        origin_y=y,
        size=size,
        bold=np.array([font.face.bold for font in runs.fonts])[runs.font][runs.of],
        italic=np.array([font.face.italic for font in runs.fonts])[runs.font][runs.of],
        turn=np.where(turn < 0, turn, (turn - view.rotation // 90) % 4),
        white=runs.white[runs.of],
    )
    usable = shown & np.isfinite(size) & (size > LEAST_SIZE) & np.fromiter(map(bool, texts), bool, len(texts))
    usable &= ~pieces
    undrawn = runs.undrawn[runs.of][usable]
    return FoundText(glyphs.taken(usable), _unmapped(lost, shown, runs), objects[printed][usable], undrawn)


def doubled(found: FoundText, again: Iterable[tuple[float, float]]) -> Glyphs:
    """The glyphs, those of texts that are drawn `again` from the same origin bold: PDFium leaves out the second of the two, which
    is a way to feign bold."""
    glyphs = found.glyphs
    bold = glyphs.bold.copy()
    for x, y in again:
        reach = NEAR * glyphs.size
        same = np.flatnonzero((np.abs(glyphs.origin_x - x) <= reach) & (np.abs(glyphs.origin_y - y) <= reach))
        for place in same.tolist():
            bold |= found.objects == found.objects[place]
    return glyphs.changed(bold=bold)


def _runs(text: int, printed: Array, objects: Array) -> _Runs:
    begins = np.flatnonzero(np.diff(objects, prepend=np.uint64(0)))
    first = printed[begins].tolist()
    handles = list(map(calls.font_of, objects[begins].tolist()))
    known = {handle: number for number, handle in enumerate(dict.fromkeys(handles))}
    matrix = calls.matrices(text, first)
    directions = list(zip(matrix[:, 0].tolist(), matrix[:, 1].tolist(), strict=True))
    turns = {direction: turn_of(*direction) for direction in set(directions)}
    size = calls.font_sizes(text, first)
    colours, modes = calls.fill_colours(text, first), list(map(calls.render_mode_of, objects[begins].tolist()))
    of = np.zeros(len(objects), np.intp)
    of[begins[1:]] = 1
    return _Runs(
        of=np.cumsum(of),
        fonts=[_font(handle) for handle in known],
        font=np.array([known[handle] for handle in handles]),
        size=size * np.hypot(matrix[:, 2], matrix[:, 3]),
        length=size * np.hypot(matrix[:, 0], matrix[:, 1]),
        turn=np.array([turns[direction] for direction in directions]),
        white=colours[:, :3].min(axis=1) > LIGHTEST,
        undrawn=np.isin(modes, UNDRAWN) | ((colours[:, 3] <= TRANSPARENT) & np.isin(modes, FILLED)),
    )


def _font(handle: int) -> _Font:
    name = calls.font_name(handle) if handle else ""
    descent = calls.font_descent(handle) if handle else 0.0
    return _Font(handle, name, face_of(name), -abs(descent))


def _boxes(loose: Array, origin: Array, widths: Array, runs: _Runs) -> Array:
    """The box of each character as (4, n): left, lower, right, upper. Only at an angle it is PDFium's own, for which see above."""
    left, upper, right, lower = loose
    x, y = origin
    size, turn = runs.size[runs.of], runs.turn[runs.of]
    depth = (np.array([font.descent for font in runs.fonts])[runs.font] * runs.size)[runs.of]
    edges = np.stack((left, lower, right, upper))
    width = np.where(turn % 2 == 0, np.where(turn == 0, right - x, x - left), np.where(turn == 1, upper - y, y - lower))
    told = widths * runs.length[runs.of]
    width = np.where((told > 0) & (told <= width + 0.02 * size) & (told > 0.4 * width), told, width)
    for quarter, along, sign in ((0, 0, 1), (1, 1, 1), (2, 0, -1), (3, 1, -1)):
        own = turn == quarter
        if not own.any():
            continue
        start, base = (x, y)[along][own], (y, x)[along][own]
        up = sign if along == 0 else -sign
        edges[along if sign > 0 else along + 2, own] = start
        edges[along + 2 if sign > 0 else along, own] = start + sign * width[own]
        across = 1 - along
        edges[across if up > 0 else across + 2, own] = base + up * depth[own]
        edges[across + 2 if up > 0 else across, own] = base + up * (depth + size)[own]
    return edges


def _origins(text: int, printed: Array, loose: Array, kind: Array, widths: Array, runs: _Runs) -> Array:
    """Where each character's baseline begins, as (2, n).

    PDFium is asked where that may differ: upright text has one height a run, and a character stands as far from the left of
    its box in one place as in another, unless it is part of a ligature, which shows in a box that is too narrow.
    """
    if runs.turn.any():
        return calls.origins(text, printed.tolist()).T
    length = runs.length[runs.of]
    narrow = loose[2] - loose[0] < (widths - 0.02) * length
    doubt = narrow | (widths <= 0) | np.append(False, (np.diff(loose[0]) == 0) & (np.diff(loose[2]) == 0))
    for _ in range(2):  # a ligature has three letters at most
        doubt[1:] |= doubt[:-1]
    doubt[:-1] |= doubt[1:]
    sure = np.flatnonzero(~doubt)
    known, first = np.unique(kind[sure], return_index=True)
    first = sure[first]
    lean = np.zeros(int(kind.max()) + 1)
    lean[known] = (calls.origins(text, printed[first].tolist())[:, 0] - loose[0, first]) / length[first]
    begins = np.flatnonzero(np.diff(runs.of, prepend=-1))
    heights = calls.origins(text, printed[begins].tolist())[:, 1]
    origin = np.stack((loose[0] + lean[kind] * length, heights[runs.of]))
    origin[:, doubt] = calls.origins(text, printed[doubt].tolist()).T
    return origin


def _kinds(codes: Array, runs: _Runs) -> tuple[Array, Array]:
    """The kind of each character, a number for each code of each font, and the first character of each kind."""
    pairs = runs.font[runs.of].astype(np.int64) << 32 | codes
    _, first, kind = np.unique(pairs, return_index=True, return_inverse=True)
    return kind, first


def _told(
    text: int, indices: Sequence[int], codes: Array, kind: Array, first: Array, runs: _Runs
) -> tuple[list[str], Array, Array]:
    """What each character says, whether its font does not tell, and how far it moves the pen on in ems (0: unknown).

    A font says the same of the same code every time.
    """
    errors = calls.ask(calls.map_error_of, text, [indices[place] for place in first.tolist()])
    table, lost, widths = [], [], []
    fonts = [runs.fonts[number] for number in runs.font[runs.of[first]].tolist()]
    for code, font, error in zip(codes[first].tolist(), fonts, errors, strict=True):
        raw = _character(code)
        unmapped = error == 1 or is_unmapped(raw)
        table.append(UNREADABLE if unmapped else clean(raw, font.face.symbols))
        lost.append(unmapped)
        widths.append(calls.glyph_width(font.handle, ord(raw[0])))
    return [table[number] for number in kind.tolist()], np.array(lost)[kind], np.array(widths)[kind]


def _of_columns(widths: Array, codes: Array, loose: Array, runs: _Runs) -> Array:
    """The widths, with the nought's for a narrower digit that takes as much room: a font may have a second set of digits, for columns,
    of which PDFium tells the first set's widths.
    """
    digits = (codes >= ord("0")) & (codes <= ord("9")) & (runs.turn[runs.of] == 0)
    if not digits.any():
        return widths
    nought = np.array([calls.glyph_width(font.handle, ord("0")) for font in runs.fonts])[runs.font][runs.of]
    length, room = runs.length[runs.of], loose[2] - loose[0]
    even = digits & (widths < nought) & (np.abs(room - nought * length) <= SAME_WIDTH * length)
    return np.where(even, nought, widths)


def _character(code: int) -> str:
    if code == LINE_END_HYPHEN:
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _unmapped(lost: Array, shown: Array, runs: _Runs) -> float:
    """The share of characters that cannot be trusted, told by font."""
    font, count = runs.font[runs.of][shown], len(runs.fonts)
    seen = np.bincount(font, minlength=count).tolist()
    unmapped = np.bincount(font, weights=lost[shown], minlength=count).tolist()
    return unmapped_share({str(number): pair for number, pair in enumerate(zip(seen, unmapped, strict=True))})


def _pieces(texts: Sequence[str], origin: Array, runs: _Runs) -> Array:
    """Which characters are a further letter of the one before: PDFium takes ligatures apart where they stand."""
    same = (np.diff(origin) == 0).all(axis=0) & (np.diff(runs.of) == 0)
    for place in np.flatnonzero(same).tolist():
        same[place] = not (texts[place].isspace() or texts[place + 1].isspace())
    return np.append(False, same)


MOST_BEARING = 0.2
"""Ems by which a ligature moves the pen on further than its ink is wide; fonts without it tell of something else."""
_LIGATURES = {"ff": 0xFB00, "fi": 0xFB01, "fl": 0xFB02, "ffi": 0xFB03, "ffl": 0xFB04, "ft": 0xFB05, "st": 0xFB06}


def _ligatures(pieces: Array) -> list[tuple[int, int]]:
    """Where each ligature begins and ends, as places of its letters."""
    heads = np.flatnonzero(np.diff(np.append(pieces, False).astype(np.int8)) == 1)
    ends = np.flatnonzero(np.diff(np.append(pieces, False).astype(np.int8)) == -1) + 1
    return list(zip(heads.tolist(), ends.tolist(), strict=True))


def _join(head: int, end: int, texts: list[str], widths: Array, loose: Array, origin: Array, runs: _Runs) -> None:
    """Puts a ligature together again in its first letter. PDFium gives each letter an equal share of its ink, and how far it
    moves the pen on is told of the ligature's own code only."""
    run = runs.of[head]
    texts[head] = "".join(texts[head:end])
    left, upper, right, lower = loose[:, head:end]
    loose[:, head] = left.min(), upper.max(), right.max(), lower.min()
    code, ink = _LIGATURES.get(texts[head]), loose[2, head] - loose[0, head]
    told = calls.glyph_width(runs.fonts[int(runs.font[run])].handle, code) * runs.length[run] if code else 0.0
    widths[head] = 0.0
    if runs.turn[run] == 0 and ink < told < ink + MOST_BEARING * runs.size[run]:
        loose[2, head] = origin[0, head] + told
