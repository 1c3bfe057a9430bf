"""Pages by PDFium: the fast reader, and a cheap look at a file before anything else."""

from __future__ import annotations

import mmap
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.extraction.characters import Sheet, without_doubles
from pipeline.extraction.glyphs import Glyphs
from pipeline.extraction.hidden import off_pictures
from pipeline.extraction.pdfium_drawings import drawings_of
from pipeline.extraction.pdfium_glyphs import doubled, glyphs_of
from pipeline.extraction.pdfium_view import View


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


def undrawn_glyphs(page: pypdfium2.PdfPage) -> Glyphs:
    """The characters of an opened page that leave no ink. Raises `pypdfium2.PdfiumError` on a damaged one."""
    found = glyphs_of(page, View(page))
    return found.glyphs.taken(found.undrawn)


def pdfium_sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    """The sheet of an opened page. Raises `pypdfium2.PdfiumError` on a damaged one."""
    view = View(page)
    text = glyphs_of(page, view)
    drawn = drawings_of(page, view, set(text.objects.tolist()))
    glyphs = doubled(text, drawn.again) if drawn.again else text.glyphs
    drawings = drawn.drawings
    if text.undrawn.any():
        glyphs = glyphs.changed(white=glyphs.white | (text.undrawn & off_pictures(glyphs, drawings.images)))
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
