"""Characters of a page by PDFium, for files and fonts that pdfplumber cannot read, and a cheap look at a file before that."""

from __future__ import annotations

import ctypes
import math
import mmap
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import (
    UNREADABLE,
    Glyph,
    Rule,
    Sheet,
    clean,
    face_of,
    is_unmapped,
    rotated_box,
    turn_of,
    visible_box,
    without_doubles,
)

THIN = 3.0
LETTER = (0.0, 0.0, 612.0, 792.0)
"""The size of a page that states none, as PDFium has it."""
MOST_DRAWINGS = 3000


class NeedsPasswordError(Exception):
    """The file opens with a password only."""


def open_document(path: Path) -> pypdfium2.PdfDocument | None:
    """The file as PDFium sees it, or None when it makes nothing of it. Raises `NeedsPasswordError`."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        # PDFium keeps its last error from one file to the next, so the file itself must say that it is encrypted
        if error.err_code == pdfium.FPDF_ERR_PASSWORD and _is_encrypted(path):
            raise NeedsPasswordError from error
        return None


def _is_encrypted(path: Path) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(b"/Encrypt") >= 0


def pdfium_sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    """The sheet of an opened page. Raises `pypdfium2.PdfiumError` on a damaged one."""
    view = _View(page)
    text_page = page.get_textpage()
    try:
        found = list(_characters(text_page, view))
    finally:
        text_page.close()
    glyphs = [glyph for glyph, _ in found if glyph is not None]
    unmapped = sum(1 for _, mapped in found if not mapped)
    rules, fills, frames, images = _drawings(page, view)
    return Sheet(
        number=number,
        width=view.width,
        height=view.height,
        glyphs=tuple(without_doubles(glyphs)),
        rules=tuple(rules),
        fills=tuple(fills),
        frames=tuple(frames),
        images=tuple(images),
        unmapped=unmapped / len(found) if found else 0.0,
    )


class _View:
    """From PDF user space to the visible page, y downward."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.rotation = page.get_rotation()
        self.shown = visible_box(page.get_mediabox() or LETTER, page.get_cropbox() or LETTER)
        x0, y0, x1, y1 = rotated_box(self.shown, self.shown, self.rotation)
        self.width, self.height = x1 - x0, y1 - y0

    def box(self, left: float, lower: float, right: float, upper: float) -> BBox:
        x0, y0, x1, y1 = rotated_box((left, lower, right, upper), self.shown, self.rotation)
        return x0, self.height - y1, x1, self.height - y0

    def holds(self, box: BBox) -> bool:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return -1 <= x <= self.width + 1 and -1 <= y <= self.height + 1


def _characters(text_page: pypdfium2.PdfTextPage, view: _View) -> Iterator[tuple[Glyph | None, bool]]:
    """Each printed character, and whether its font says which character it is."""
    fonts: dict[bytes, str] = {}
    for index in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        hyphen = pdfium.FPDFText_IsHyphen(text_page, index) == 1
        raw = "-" if hyphen else chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
        mapped = not is_unmapped(raw) and pdfium.FPDFText_HasUnicodeMapError(text_page, index) != 1
        yield _glyph(text_page, index, raw, view, fonts), mapped


def _glyph(
    text_page: pypdfium2.PdfTextPage, index: int, raw: str, view: _View, fonts: dict[bytes, str]
) -> Glyph | None:
    face = face_of(_font_name(text_page, index, fonts))
    text = UNREADABLE if is_unmapped(raw) else clean(raw, face.symbols)
    loose, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    if not text or not pdfium.FPDFText_GetLooseCharBox(text_page, index, loose):
        return None
    box = view.box(loose.left, loose.bottom, loose.right, loose.top)
    if not view.holds(box) or not pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        return None
    turn = turn_of(matrix.a, matrix.b)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    origin = view.box(x.value, y.value, x.value, y.value)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    if not math.isfinite(size) or size <= 0.5:
        return None
    heavy = face.bold or pdfium.FPDFText_GetFontWeight(text_page, index) >= 600
    return Glyph(
        text,
        *box,
        origin[0],
        origin[1],
        size,
        heavy,
        face.italic,
        turn if turn < 0 else (turn - view.rotation // 90) % 4,
        _is_white(text_page, index),
    )


def _font_name(text_page: pypdfium2.PdfTextPage, index: int, fonts: dict[bytes, str]) -> str:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    return fonts.setdefault(buffer.value, buffer.value.decode("utf-8", "replace"))


def _is_white(text_page: pypdfium2.PdfTextPage, index: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) > 247


_Drawn = tuple[list[Rule], list[BBox], list[BBox], list[BBox]]


def _drawings(page: pypdfium2.PdfPage, view: _View) -> _Drawn:
    """Lines, coloured areas, frames and pictures."""
    rules: list[Rule] = []
    fills: list[BBox] = []
    frames: list[BBox] = []
    images: list[BBox] = []
    for number, item in enumerate(page.get_objects(max_depth=4)):
        if number > MOST_DRAWINGS:
            break
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        box = view.box(*item.get_bounds())
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(box)
        elif min(box[2] - box[0], box[3] - box[1]) <= THIN:
            rules.append(Rule(*box))
        else:
            (fills if _is_filled(item) else frames).append(box)
    return rules, fills, frames, images


def _is_filled(item: pypdfium2.PdfObject) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
    return mode.value != pdfium.FPDF_FILLMODE_NONE
