"""Pages by PDFium: the fast reader, and a cheap look at a file before anything else."""

from __future__ import annotations

import mmap
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.extraction.characters import Sheet, without_doubles
from pipeline.extraction.glyphs import Glyphs
from pipeline.extraction.hidden import covered, off_pictures, on_dark
from pipeline.extraction.pdfium_drawings import FoundDrawings, drawings_of
from pipeline.extraction.pdfium_glyphs import FoundText, doubled, glyphs_of
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


def pdfium_sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    """The sheet of an opened page. Raises `pypdfium2.PdfiumError` on a damaged one."""
    view = View(page)
    text = glyphs_of(page, view)
    drawn = drawings_of(page, view, set(text.objects.tolist()), white=bool(text.glyphs.white.any()))
    glyphs = doubled(text, drawn.again) if drawn.again else text.glyphs
    drawings = drawn.drawings
    return Sheet(
        number=number,
        width=view.width,
        height=view.height,
        glyphs=without_doubles(_by_sight(glyphs, text, drawn)).followed_by(drawn.spaces),
        rules=tuple(drawings.rules),
        fills=tuple(drawings.fills),
        frames=tuple(drawings.frames),
        images=tuple(drawings.images),
        unmapped=text.unmapped,
    )


def _by_sight(glyphs: Glyphs, text: FoundText, drawn: FoundDrawings) -> Glyphs:
    """The glyphs, as white those that leave no ink or are painted over too, and white ones on a dark area not."""
    if not (drawn.covers or text.undrawn.any()):
        return glyphs
    items, of = np.unique(text.objects, return_inverse=True)
    order = np.array([drawn.order.get(item, LAST) for item in items.tolist()], np.int64)[of]
    bare = off_pictures(glyphs, drawn.drawings.images)
    undrawn = (text.undrawn | covered(glyphs, order, drawn.covers)) & bare
    white = glyphs.white | undrawn
    doubt = np.flatnonzero(glyphs.white & ~undrawn & bare & (order < LAST))
    if len(doubt) and not drawn.drawings.full:  # else not all that was painted is known
        white[doubt] = ~on_dark(glyphs.taken(doubt), order[doubt], drawn.covers)
    return glyphs.changed(white=white)
