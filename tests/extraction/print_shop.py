"""Texts to print and ways to print and read them."""

from __future__ import annotations

from pathlib import Path

from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from pipeline.extraction.blocks import BlockKind, Extraction
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits

WONEN = (
    "De gemeente vangt jaarlijks honderden arbeidsmigranten op die tijdelijk in de regio verblijven. Zij werken in de"
    " tuinbouw en in de logistiek. Voor hun onderkomen gelden eisen aan omvang, ligging en beheer van het gebouw."
)
WERK = (
    "Werkgevers zorgen zelf voor passend onderdak van hun mensen. Het college toetst elk plan aan de regels en werkt mee"
    " wanneer de buurt is betrokken. Overlast wordt voorkomen met een beheerder die dag en nacht bereikbaar blijft."
)
BRP = (
    "Inschrijving is verplicht voor wie langer dan vier maanden blijft. Wie korter komt, wordt in een ander register"
    " gezet. Het register van de nacht geeft zicht op wie er werkelijk slaapt en hoe lang dat al het geval mag zijn."
)


def read(path: Path) -> Extraction:
    """Reads with the usual limits."""
    return read_pdf(path, Limits())


def texts(path: Path, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks of these kinds (of all but furniture when none is named), in reading order."""
    blocks = read(path).blocks
    return [b.text for b in blocks if (b.kind in kinds if kinds else b.kind is not BlockKind.FURNITURE)]


def write_lines(canvas: Canvas, x: float, y: float, *lines: str, font: str = "Helvetica", size: float = 10) -> None:
    """Prints lines under each other with 1.2 em between them, from (x, y) downward."""
    canvas.setFont(font, size)
    for number, line in enumerate(lines):
        canvas.drawString(x, y - number * 1.2 * size, line)


def draw_letters(canvas: Canvas, x: float, y: float, *lines: str, size: float = 10) -> None:
    """The same with every letter drawn as a shape: there is no font, and no text."""
    for number, line in enumerate(lines):
        outline = canvas.beginPath()
        for corners, code in TextPath((x, y - number * 1.2 * size), line, size=size).iter_segments(curves=True):
            _draw_segment(outline, corners.tolist(), code)
        canvas.drawPath(outline, stroke=0, fill=1)


def _draw_segment(outline: PDFPathObject, corners: list[float], code: int) -> None:
    if code == Outline.MOVETO:
        outline.moveTo(*corners)
    elif code == Outline.LINETO:
        outline.lineTo(*corners)
    elif code == Outline.CURVE3:  # PDF has cubic curves only; at this size that of two corners alike is the same
        outline.curveTo(*corners[:2], *corners)
    elif code == Outline.CURVE4:
        outline.curveTo(*corners)
    elif code == Outline.CLOSEPOLY:
        outline.close()
