"""What people laid over a page with their PDF program, and see as part of it: stamps, short texts, and lines through its text.

These are annotations: they stand in no page, and neither library gives their text with that of the page. Links and fields of
forms are passed over at the cost of being counted.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.extraction import pdfium_calls as calls
from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Stamp
from pipeline.extraction.pdfium_glyphs import glyphs_of
from pipeline.extraction.pdfium_view import View
from pipeline.extraction.stray import stamp_of

KINDS = (pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STRIKEOUT)
UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
MOST = 200
"""Of one page that are looked at."""
MOST_WORDS = 14
"""Words up to which a text is a stamp; a longer one is a remark of a reader."""
DEEPEST = 15
"""Groups within groups of an appearance."""
_NAMED = {"draft": "CONCEPT", "sbdraft": "CONCEPT", "expired": "VERVALLEN"}
"""What a stamp says that has no words of its own, by the name of its picture."""


@dataclass(frozen=True, slots=True)
class LaidOver:
    """The stamps and short texts on a page, and the areas of which the text is struck out."""

    stamps: tuple[Stamp, ...] = ()
    struck: tuple[BBox, ...] = ()


def laid_over(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, index: int) -> LaidOver:
    """What lies over an opened page, the one at `index` in its document. Raises `pypdfium2.PdfiumError`."""
    places = _places(page)
    if not places:
        return LaidOver()
    view, stamps, struck = View(page), list[Stamp](), list[BBox]()
    for place, kind in places:
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        try:
            if pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN:
                continue
            if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
                struck += _struck_by(annotation, view)
            elif text := _said(annotation, kind, lambda place=place: _appearance(document, index, place)):
                stamps.append(Stamp(text, _rectangle(annotation, view)))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return LaidOver(tuple(stamps), tuple(struck))


def _said(annotation: Any, kind: int, printed: Callable[[], str]) -> str:
    """What a stamp or text says; "" where that is no more than a remark. `printed` tells what is printed in it."""
    written = _string(annotation, b"Contents")
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        text = written or printed()
    else:  # what is written with a stamp may be a remark on it
        text = printed() or written or _NAMED.get(_string(annotation, b"Name").lstrip("#").lower(), "")
    return text if len(text.split()) <= MOST_WORDS else ""


def _places(page: pypdfium2.PdfPage) -> list[tuple[int, int]]:
    """The number and kind of each annotation of a page that is of one of the three kinds."""
    handle, found = calls.handle_of(page), []
    for place in range(calls.count_annotations(handle)):
        annotation = calls.annotation(handle, place)
        if annotation:
            kind = calls.annotation_kind(annotation)
            calls.close_annotation(annotation)
            if kind in KINDS:
                found.append((place, kind))
    return found[:MOST]


def _struck_by(annotation: Any, view: View) -> Iterator[BBox]:
    """The areas that a line through text is drawn over, one for each printed line."""
    corners = pdfium.FS_QUADPOINTSF()
    for number in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, corners):
            xs = corners.x1, corners.x2, corners.x3, corners.x4
            ys = corners.y1, corners.y2, corners.y3, corners.y4
            yield view.box(min(xs), min(ys), max(xs), max(ys))


def _rectangle(annotation: Any, view: View) -> BBox:
    area = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, area)
    return view.box(
        min(area.left, area.right), min(area.top, area.bottom), max(area.left, area.right), max(area.top, area.bottom)
    )


def _string(annotation: Any, key: bytes) -> str:
    """A text of an annotation on one line."""
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    text = buffer.raw.decode("utf-16-le", "ignore").rstrip("\x00")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _appearance(document: pypdfium2.PdfDocument, index: int, place: int) -> str:
    """What is printed in an annotation: it is made part of a copy of its page, as the group that is drawn last."""
    copy = pypdfium2.PdfDocument.new()
    try:
        copy.import_pages(document, [index])
        page = copy[0]
        for other in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
            if other != place:
                pdfium.FPDFPage_RemoveAnnot(page, other)
        flat = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        return _last_group(copy[0]) if flat == pdfium.FLATTEN_SUCCESS else ""
    finally:
        copy.close()


def _last_group(page: pypdfium2.PdfPage) -> str:
    handle = calls.handle_of(page)
    last = calls.page_object(handle, calls.count_objects(handle) - 1)
    if calls.kind_of(last) != pdfium.FPDF_PAGEOBJ_FORM:
        return ""
    found = glyphs_of(page, View(page))
    own = found.glyphs.taken(np.isin(found.objects, list(_texts_in(last, 0))))
    return "" if own.blank.all() else stamp_of(list(own)).text


def _texts_in(item: int, depth: int) -> Iterator[int]:
    if calls.kind_of(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item
    elif depth < DEEPEST:
        for number in range(max(calls.count_in_form(item), 0)):
            yield from _texts_in(calls.form_object(item, number), depth + 1)
