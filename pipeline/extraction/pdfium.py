"""Pages by PDFium: the fast reader, and a cheap look at a file before anything else."""

from __future__ import annotations

import mmap
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.extraction.characters import Sheet, without_doubles
from pipeline.extraction.glyphs import Array
from pipeline.extraction.hidden import covered, off_pictures
from pipeline.extraction.pdfium_drawings import Found as FoundDrawings
from pipeline.extraction.pdfium_drawings import drawings_of
from pipeline.extraction.pdfium_glyphs import Found as FoundText
from pipeline.extraction.pdfium_glyphs import doubled, glyphs_of
from pipeline.extraction.pdfium_view import View

LAST = 1 << 60
"""The number of a text of which it is not known when it is drawn: nothing hides it."""


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


def _undrawn(text: FoundText, drawn: FoundDrawings) -> Array:
    """Which characters leave no ink, or are painted over."""
    if not drawn.covers:
        return text.undrawn
    items, of = np.unique(text.objects, return_inverse=True)
    order = np.array([drawn.order.get(item, LAST) for item in items.tolist()])
    return text.undrawn | covered(text.glyphs, order[of], drawn.covers)


def pdfium_sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    """The sheet of an opened page. Raises `pypdfium2.PdfiumError` on a damaged one."""
    view = View(page)
    text = glyphs_of(page, view)
    drawn = drawings_of(page, view, set(text.objects.tolist()))
    glyphs = doubled(text, drawn.again) if drawn.again else text.glyphs
    drawings, undrawn = drawn.drawings, _undrawn(text, drawn)
    if undrawn.any():
        glyphs = glyphs.changed(white=glyphs.white | (undrawn & off_pictures(glyphs, drawings.images)))
    return Sheet(
        number=number,
        width=view.width,
        height=view.height,
        glyphs=without_doubles(glyphs).followed_by(drawn.spaces),
        rules=tuple(drawings.rules),
        fills=tuple(drawings.fills),
        frames=tuple(drawings.frames),
        images=tuple(drawings.images),
        unmapped=text.unmapped,
    )
