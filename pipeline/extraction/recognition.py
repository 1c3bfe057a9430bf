"""Recognises the text of pages by OCRmyPDF with Tesseract, in the child process that reads the file.

The pages are painted as pictures first, so that stamps, fonts without characters and every kind of picture come alike and no page
is larger than Tesseract can bear. OCRmyPDF lays the text under the pictures; pdfplumber reads that as any other page. A turned
page keeps its turn and a skewed one is straightened, and the angle is kept, so that places can be told on the page as it is.
"""

from __future__ import annotations

import io
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

from pipeline.extraction import refusal
from pipeline.extraction.blocks import BBox, Block, Extraction, Page, PageState
from pipeline.extraction.glyphs import Glyphs
from pipeline.extraction.letter_size import evened
from pipeline.extraction.misreadings import mended
from pipeline.extraction.ocr import LANGUAGE, PROCESS, Ocr, end_group, remarked
from pipeline.extraction.pdfium import open_document
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.extraction.sheets import OpenedPdf, PageReading
from pipeline.extraction.skew import skew_of, straightened
from pipeline.foundation.journal import tell

DPI = 300
"""Dots per inch at which Tesseract reads best; coarser scans are painted finer too."""
LARGEST = 17_500_000
"""Dots of one picture: an A4 has 8.7 million, an A3 17.4; larger sheets are painted coarser."""
SMALLEST_SIDE, LARGEST_SIDE = 20.0, 14_000.0
"""Points between which the sides of a page are those of a sheet of paper; PDF itself allows no more than 14,400."""
TOGETHER = 8
"""Pages recognised in one go: OCRmyPDF takes over a second to start."""
STARTING = 30
"""Seconds that OCRmyPDF itself may take beside the pages."""
FEWEST_WORDS = 3
"""Words of three letters or more under which a recognised page says nothing."""
IN_WORDS = 0.3
"""Share of the signs on a recognised page that stand in such words; on a page of figures it is still more."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")
NOTHING_FOUND = "tekenherkenning vond geen leesbare tekst (of had meer dan ocr_seconden_per_bladzijde nodig)"
NOT_DONE = "tekenherkenning lukte niet (de bladzijde is beschadigd, of vroeg te veel tijd of geheugen)"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as recognised: `angle` is how far (degrees, counter-clockwise) its lines stood askew."""

    reading: PageReading
    angle: float


def read_scanned(path: Path, pages: Sequence[int], limits: Limits, ocr: Ocr, scratch: Path) -> Extraction:
    """Reads a PDF of which these pages have no usable text, recognising them; `scratch` is an empty folder for in between."""
    found: dict[int, Recognised] = {}
    for start in range(0, len(pages), TOGETHER):
        found |= _recognised(path, pages[start : start + TOGETHER], limits, ocr, scratch)
        done = min(start + TOGETHER, len(pages))
        tell(
            "pages_recognised",
            f"Tekenherkenning: {path.name}, {done} van {len(pages)} bladzijden",
            done=done,
            pages=len(pages),
        )
    readings = {number: page.reading for number, page in found.items()}
    extraction = read_pdf(path, limits, evened(readings))
    extraction = _in_place(extraction, {number: page.angle for number, page in found.items()})
    recognised = frozenset(page.number for page in extraction.pages if page.ocr)
    extraction = replace(extraction, blocks=mended(extraction.blocks, recognised))
    silent = [number for number in pages if number in found and number not in recognised]
    extraction = remarked(extraction, NOTHING_FOUND, silent)
    return remarked(extraction, NOT_DONE, [number for number in pages if number not in found])


def _recognised(path: Path, pages: Sequence[int], limits: Limits, ocr: Ocr, scratch: Path) -> dict[int, Recognised]:
    """The pages recognised together, or each by itself where that fails: one bad page takes no other along."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        pictures, copy = Path(folder) / "beelden.pdf", Path(folder) / "tekst.pdf"
        painted = _paint(path, pages, pictures)
        if painted and _run_ocrmypdf(pictures, copy, len(painted), ocr, scratch):
            return _read_copy(copy, painted, limits)
    if len(pages) == 1:
        return {}
    found: dict[int, Recognised] = {}
    for number in pages:
        found |= _recognised(path, [number], limits, ocr, scratch)
    return found


def _paint(path: Path, pages: Sequence[int], target: Path) -> dict[int, float]:
    """Writes a PDF with a picture of each page as a reader sees it, skewed ones straightened.

    Returns the pages that could be painted, in order, with the angle that each stood askew.
    """
    import img2pdf

    pictures: list[bytes] = []
    sizes: list[tuple[float, float]] = []
    painted: dict[int, float] = {}
    document = open_document(path)
    if document is None:
        return painted
    document.init_forms()  # else what was filled into a form is not painted
    try:
        for number in pages:
            picture = _painted_page(document, number)
            if picture is not None:
                size, painted[number], jpeg = picture
                sizes.append(size)
                pictures.append(jpeg)
    finally:
        document.close()
    if painted:
        sized = iter(sizes)
        # page and picture are as large as the page was
        target.write_bytes(img2pdf.convert(pictures, layout_fun=lambda *_: (size := next(sized)) + size))  # pyright: ignore
    return painted


def _painted_page(document: pypdfium2.PdfDocument, number: int) -> tuple[tuple[float, float], float, bytes] | None:
    """Size, skew and picture of a page; None where it cannot be painted, or has no size that paper has."""
    try:
        page = document[number - 1]
        size = page.get_size()
        if min(size) < SMALLEST_SIDE or max(size) > LARGEST_SIDE:
            return None
        image = _picture(page, *size)
        page.close()
        skew = skew_of(image)
        # a small median takes specks away and leaves print as it is
        return size, skew, _jpeg(straightened(image, skew).filter(ImageFilter.MedianFilter(3)))
    except MemoryError:
        raise
    except Exception:  # a damaged page makes PDFium and Pillow raise anything at all
        return None


def _picture(page: pypdfium2.PdfPage, width: float, height: float) -> Image.Image:
    scale = min(DPI / 72, math.sqrt(LARGEST / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)  # pyright: ignore[reportArgumentType] - its hint says int
    return bitmap.to_pil().convert("L")


def _jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    return file.getvalue()


def _run_ocrmypdf(source: Path, target: Path, pages: int, ocr: Ocr, scratch: Path) -> bool:
    """Whether OCRmyPDF made `target`. Its processes form a group of their own, and end with their time."""
    options = [
        "-l",
        LANGUAGE,
        "--rotate-pages",
        "--rotate-pages-threshold",
        "5",
        "--tesseract-timeout",
        f"{ocr.seconds:g}",
    ]
    options += ["--tesseract-non-ocr-timeout", f"{ocr.seconds:g}"]
    options += ["--skip-text", "--output-type", "pdf", "--optimize", "0", "--jobs", "1", "--quiet"]
    # one thread for each Tesseract: the workers together already use all there is
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "TMPDIR": str(target.parent)}
    budget = ocr.seconds * pages + STARTING
    process = subprocess.Popen(
        [sys.executable, "-m", "ocrmypdf", *options, str(source), str(target)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    (scratch / PROCESS).write_text(str(process.pid))
    with suppress(AttributeError, OSError):  # known on Linux only; it ends what is left when we are killed ourselves
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (math.ceil(budget), math.ceil(budget)))
    try:
        process.wait(timeout=budget)
    except subprocess.TimeoutExpired:
        return False
    finally:
        end_group(scratch)
        process.wait()
    return process.returncode == 0 and target.exists()


def _read_copy(copy: Path, painted: Mapping[int, float], limits: Limits) -> dict[int, Recognised]:
    _turn_back(copy)
    pdf = OpenedPdf(copy, replace(limits, bytes=sys.maxsize))
    try:
        pages = zip(painted.items(), pdf.readings(), strict=False)
        return {number: Recognised(_as_page(reading, number), angle) for (number, angle), reading in pages}
    finally:
        pdf.close()


def _as_page(reading: PageReading, number: int) -> PageReading:
    """The recognised page under its own number; the picture on it no longer makes it a scan."""
    sheet = replace(reading.sheet, number=number, images=())
    page = replace(reading.page, number=number)
    if says_something(glyph.text for glyph in sheet.glyphs):
        return PageReading(sheet, replace(page, state=PageState.TEXT, reason="", ocr=True))
    return PageReading(replace(sheet, glyphs=Glyphs()), replace(page, state=PageState.SCAN, reason=refusal.SCAN))


def says_something(letters: Iterable[str]) -> bool:
    """Whether recognised letters make words; the specks of a photograph make a hail of single signs."""
    text = "".join(letters)
    words = [word for word in _WORD.findall(text.lower()) if _VOWEL.search(word)]
    printed = sum(1 for sign in text if not sign.isspace())
    return len(words) >= FEWEST_WORDS and sum(map(len, words)) >= IN_WORDS * printed


def _turn_back(copy: Path) -> None:
    """Puts every page as it was scanned: text then runs along the side or upside down, which the reader knows how to read."""
    import pikepdf

    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.Rotate = 0
        pdf.save(copy)


def _in_place(extraction: Extraction, angles: Mapping[int, float]) -> Extraction:
    """The extraction with the places on straightened pages told as they are on the skewed sheet."""
    pages = {page.number: page for page in extraction.pages if angles.get(page.number)}
    if not pages:
        return extraction

    def place(number: int, box: BBox) -> BBox:
        page = pages.get(number)
        return _turned(box, page, angles[number]) if page else box

    def placed(block: Block) -> Block:
        lines = tuple(replace(line, bbox=place(line.page, line.bbox)) for line in block.lines)
        return replace(block, bbox=place(block.page, block.bbox), lines=lines)

    return replace(extraction, blocks=tuple(map(placed, extraction.blocks)))


def _turned(box: BBox, page: Page, angle: float) -> BBox:
    """A box of the same size around where its middle was before the page was straightened by `angle`."""
    x0, top, x1, bottom = box
    across, down = (x0 + x1 - page.width) / 2, (top + bottom - page.height) / 2
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x = across * cosine + down * sine - across
    y = down * cosine - across * sine - down
    return x0 + x, top + y, x1 + x, bottom + y
