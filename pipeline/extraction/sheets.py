"""The sheets of a file: each page by the engine that was chosen, or by the other where that one cannot read it."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from pipeline.extraction import Engine, form_fields, refusal, rendering
from pipeline.extraction.blocks import Page, PageState
from pipeline.extraction.characters import Sheet
from pipeline.extraction.drawn_letters import drawn_letters
from pipeline.extraction.glyphs import Array, Glyphs
from pipeline.extraction.hidden import with_undrawn
from pipeline.extraction.laid_over import LaidOver, laid_over
from pipeline.extraction.layers import Layers, may_have_hidden_layers
from pipeline.extraction.pdfium import NeedsPasswordError, open_document, pdfium_sheet
from pipeline.extraction.plumber import plumber_sheet
from pipeline.extraction.refusal import Limits, UnreadableFile

DAMAGED_PAGE = refusal.DAMAGED_PAGE
NO_CHARACTERS = "lettertype zonder tekens (cid)"
UNMAPPED = 0.1
"""Share of characters without text from which a page is not read from that source."""
MOST_IN_VAIN = 5
"""Pages in a row of which pdfplumber knows no more characters than PDFium does, after which it is not asked about others like it."""
COVERED = 0.5
"""Share of a page under pictures from which it may be a scan."""
HALF = 0.5
"""Share of the white glyphs of a text of which something must be seen."""
HARDLY_ANY = 200
"""Letters and digits under which a page under a picture of paper is a scan with a stamp on it."""
TEXT_BESIDE = 4
"""Times its letters and digits from which the letters that are drawn on a page are its text, and the others a page number or a stamp."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page's sheet and what came of it."""

    sheet: Sheet
    page: Page


class OpenedPdf:
    """An opened PDF. Raises `UnreadableFile` when neither library opens it, when it needs a password, or has no or too many pages."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self._fast = self._open_fast()
        self._page: tuple[int, pypdfium2.PdfPage] | None = None
        self._read: tuple[int, Sheet | None] | None = None
        self._in_vain = 0
        self._printed: bytes | None = None
        self._unprinted: pypdfium2.PdfDocument | None = None
        self._ticks = ""
        self._layered = may_have_hidden_layers(path)
        self._hidden = Layers(frozenset())
        self.page_count = self._counted()
        self._print_fields()
        self._engine = limits.engine if self.page_count else Engine.PDFPLUMBER
        self._plumber: PDF | None = None
        self._plumber_pages: list[PDFPage] = []
        self._plumber_opened = self._engine is Engine.PDFPLUMBER
        if self._plumber_opened:
            self._plumber, self._plumber_pages = self._open_plumber()

    def close(self) -> None:
        """Closes the file."""
        if self._plumber is not None:
            self._plumber.stream.close()
        self._close_page()
        for document in filter(None, (self._fast, self._unprinted)):
            document.close()

    def _open_fast(self) -> pypdfium2.PdfDocument | None:
        try:
            return open_document(self._path)
        except NeedsPasswordError as error:
            raise UnreadableFile(refusal.PASSWORD) from error

    def _counted(self) -> int:
        """Pages by PDFium, which reads no page for it; 0 when it does not open the file."""
        pages = len(self._fast) if self._fast is not None else 0
        if pages > self._limits.pages:
            raise UnreadableFile(refusal.too_many_pages(pages, self._limits), pages)
        return pages

    def _print_fields(self) -> None:
        """Goes on with a copy of a form that was filled in, on whose pages that is printed; where PDFium cannot make it, with the file."""
        if self._fast is None:
            return
        with contextlib.suppress(pypdfium2.PdfiumError):
            self._ticks = form_fields.ticks(self._fast)  # before the copy, which has no fields any more
            self._printed = form_fields.printed(self._fast)
            if self._printed is not None:
                copy = pypdfium2.PdfDocument(self._printed)
                self._fast.close()
                self._fast, self._unprinted = copy, self._open_fast()

    def _open_plumber(self) -> tuple[PDF | None, list[PDFPage]]:
        """The file and its pages in pdfplumber, or nothing when it finds fewer pages there than PDFium does."""
        try:
            document = PDF.open(self._path if self._printed is None else io.BytesIO(self._printed))
            # pdfplumber's own list of pages fails as a whole on one bad page, and keeps all that was read of each
            pages = list(islice(PDFPage.create_pages(document.doc), self._limits.pages + 1))
        except Exception as error:  # a damaged file makes pdfminer raise anything at all
            _raise_memory_error(error)
            self._only_fast(error)
            return None, []
        if len(pages) > self._limits.pages:
            raise UnreadableFile(refusal.too_many_pages(len(pages), self._limits))
        if not self.page_count and _lists_none(document.doc.catalog):
            raise UnreadableFile(refusal.NO_PAGES)
        if len(pages) < max(self.page_count, 1):
            self._only_fast(None)
            return None, []
        self.page_count = len(pages)
        if self._layered:
            self._hidden = Layers.of(document.doc.catalog)
        return document, pages

    def _only_fast(self, error: Exception | None) -> None:
        if self.page_count:
            return
        if error is None or self._fast is not None:
            raise UnreadableFile(refusal.NO_PAGES)
        if "password" in type(error.args[0] if error.args else error).__name__.lower():
            raise UnreadableFile(refusal.PASSWORD)
        raise UnreadableFile(refusal.why_damaged(self._path))

    def metadata(self) -> dict[str, str]:
        """Title, author, subject, producer and date of making (ISO, key "created") as the file gives them, the names of what is
        attached to it (key "attachments"), and which boxes of a form are ticked (key "ticks")."""
        if self._fast is None:
            return {}
        found = self._fast.get_metadata_dict()
        names = {"Title": "title", "Author": "author", "Subject": "subject", "Producer": "producer"}
        data = {name: text for key, name in names.items() if (text := _said(found.get(key)))}
        created = iso_date(found.get("CreationDate", ""))
        attached = ", ".join(sorted(_attached(self._fast)))
        more = {"created": created, "attachments": attached, "ticks": self._ticks}
        return data | {name: text for name, text in more.items() if text}

    @property
    def form(self) -> int:
        """The kind of form that the file is, as PDFium numbers them; 0 for none."""
        return self._fast.get_formtype() if self._fast is not None else 0

    def readings(self) -> Iterator[PageReading]:
        """Every page in order; memory of a page is given back before the next."""
        for index in range(self.page_count):
            yield self._reading(index)

    def _reading(self, index: int) -> PageReading:
        sheet = self._sheet(index)
        if sheet is None:
            empty = Sheet(index + 1, 0.0, 0.0, Glyphs())
            return PageReading(empty, Page(index + 1, 0.0, 0.0, PageState.UNMAPPED, DAMAGED_PAGE))
        over = self._laid_over(index)
        sheet = replace(sheet, stamps=over.stamps, struck=over.struck)
        state, reason = self._state(sheet)
        if state is PageState.TEXT and sheet.glyphs.white.any():
            sheet = replace(sheet, glyphs=self._seen(sheet))
        return PageReading(sheet, Page(index + 1, round(sheet.width, 1), round(sheet.height, 1), state, reason))

    def _laid_over(self, index: int) -> LaidOver:
        """What lies over the page, by PDFium; of a form from the file itself, for on the copy that is read it lies there no more."""
        try:
            if self._unprinted is not None:
                return laid_over(self._unprinted, self._unprinted[index], index)
            page = self._fast_page(index)
            return laid_over(self._fast, page, index) if self._fast is not None and page is not None else LaidOver()
        except pypdfium2.PdfiumError:  # a damaged page
            return LaidOver()

    def _sheet(self, index: int) -> Sheet | None:
        """The page by the chosen engine, by the other, or what is best of both; where layers are switched off, by pdfplumber."""
        layered = self._has_hidden(index)
        fast = self._fast_sheet(index) if self._engine is Engine.PDFIUM and not layered else None
        lost = fast is not None and fast.unmapped > UNMAPPED
        if fast is not None and (not doubtful(fast) or (lost and self._in_vain == MOST_IN_VAIN)):
            return fast
        sheet = self._plumber_sheet(index)
        if sheet is not None and layered:
            return sheet
        if lost:
            self._in_vain = self._in_vain + 1 if sheet is None or sheet.unmapped > UNMAPPED else 0
        if sheet is None or sheet.unmapped > UNMAPPED or not sheet.glyphs:
            return _better(sheet, fast or self._fast_sheet(index))
        return sheet

    def _open_plumber_late(self) -> None:
        """Opens pdfplumber for a page of a file that PDFium counted the pages of; what it cannot open stays PDFium's."""
        self._plumber_opened = True
        count = self.page_count
        with contextlib.suppress(UnreadableFile):
            self._plumber, self._plumber_pages = self._open_plumber()
        self.page_count = count

    def _has_hidden(self, index: int) -> bool:
        """Whether something on the page may be in a layer that is switched off, as far as pdfplumber opens the file."""
        if not self._layered:
            return False
        if not self._plumber_opened:
            self._open_plumber_late()
        try:
            return self._plumber is not None and self._hidden.are_on(self._plumber_pages[index])
        except Exception as error:  # a damaged page makes pdfminer raise anything at all
            _raise_memory_error(error)
            return False

    def _plumber_sheet(self, index: int) -> Sheet | None:
        if not self._plumber_opened:
            self._open_plumber_late()
        if self._plumber is None:
            return None
        try:
            sheet = plumber_sheet(PlumberPage(self._plumber, self._plumber_pages[index], index + 1), self._hidden)
        except Exception as error:  # a damaged page makes pdfminer raise anything at all; PDFium gets its turn
            _raise_memory_error(error)
            return None
        return with_undrawn(sheet, self._undrawn(index))

    def _undrawn(self, index: int) -> Glyphs:
        """What the page holds but does not draw, with its white text, by PDFium: pdfminer does not tell."""
        sheet = self._fast_sheet(index)
        return sheet.glyphs.taken(sheet.glyphs.white) if sheet is not None else Glyphs()

    def _fast_page(self, index: int) -> pypdfium2.PdfPage | None:
        """The page in PDFium, None where it has none; the page that was asked for before is closed."""
        if self._fast is None or index >= len(self._fast):
            return None
        if self._page is None or self._page[0] != index:
            self._close_page()
            self._page = index, self._fast[index]
        return self._page[1]

    def _close_page(self) -> None:
        if self._page is not None:
            self._page[1].close()
            self._page = None

    def _fast_sheet(self, index: int) -> Sheet | None:
        """The page by PDFium, None where that cannot read it; kept while the same page is asked for."""
        if self._read is None or self._read[0] != index:
            self._read = index, self._read_fast(index)
        return self._read[1]

    def _read_fast(self, index: int) -> Sheet | None:
        try:
            page = self._fast_page(index)
            return pdfium_sheet(page, index + 1) if page is not None else None
        except (pypdfium2.PdfiumError, ValueError):
            return None

    def _state(self, sheet: Sheet) -> tuple[PageState, str]:
        letters = sum(map(str.isalnum, sheet.glyphs.text))
        if sheet.unmapped > UNMAPPED:
            return PageState.UNMAPPED, NO_CHARACTERS
        covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in sheet.images) / (sheet.width * sheet.height or 1.0)
        if letters == 0:
            if covered >= COVERED / 2:
                return PageState.SCAN, refusal.SCAN
            return (PageState.SCAN, refusal.DRAWN) if drawn_letters(sheet) else (PageState.EMPTY, "")
        if covered >= COVERED and letters < HARDLY_ANY and self._is_paper(sheet.number):
            return PageState.SCAN, "scan (afbeelding met hoogstens een stempel als tekst)"
        if letters < HARDLY_ANY and drawn_letters(sheet) > TEXT_BESIDE * letters:
            return PageState.SCAN, refusal.DRAWN
        return PageState.TEXT, ""

    def _is_paper(self, number: int) -> bool:
        page = self._fast_page(number - 1)
        return page is None or rendering.paper_share(rendering.painted(page)) > 0.6

    def _seen(self, sheet: Sheet) -> Glyphs:
        """The glyphs without white ones on white and undrawn ones: text that is there for machines only."""
        page = self._fast_page(sheet.number - 1)
        white = np.flatnonzero(sheet.glyphs.white & ~sheet.glyphs.blank)
        if page is None or not len(white):
            return sheet.glyphs
        glyphs = sheet.glyphs.taken(white)
        shown = np.array(rendering.seen(rendering.painted(page), glyphs.boxes.tolist(), sheet.width))
        kept = np.ones(len(sheet.glyphs), bool)
        kept[white] = _by_text(glyphs, shown)
        return sheet.glyphs.taken(kept)


def _by_text(glyphs: Glyphs, shown: Array) -> Array:
    """Which glyphs are seen, each with the text that it stands in: on a pale photograph a full stop hardly shows where a word does."""
    order = np.lexsort((glyphs.x0, glyphs.origin_y))
    across = np.diff(glyphs.origin_y[order], prepend=np.nan) != 0
    apart = glyphs.x0[order] - np.roll(glyphs.x1[order], 1) > glyphs.size[order]
    text = np.cumsum(across | apart)
    share = np.bincount(text, weights=shown[order]) / np.maximum(np.bincount(text), 1)
    found = np.empty(len(order), bool)
    found[order] = share[text] >= HALF
    return found


def _lists_none(catalog: Mapping[str, Any]) -> bool:
    """Whether a file says that it has no pages; pdfminer then takes any page that it comes across."""
    tree = resolve1(catalog.get("Pages"))
    return isinstance(tree, dict) and resolve1(tree.get("Kids")) == [] and resolve1(tree.get("Count")) == 0


def _raise_memory_error(error: BaseException | None) -> None:
    """Raises MemoryError when that is what lies under an error: pdfplumber wraps it as if the file were damaged."""
    while error is not None:
        if isinstance(error, MemoryError):
            raise error
        error = error.__cause__ or error.__context__


def doubtful(sheet: Sheet) -> bool:
    """Whether PDFium's sheet is to be checked against pdfplumber's: it has no characters, or not what they are."""
    return sheet.unmapped > UNMAPPED or not sheet.glyphs


def _better(sheet: Sheet | None, other: Sheet | None) -> Sheet | None:
    """PDFium's sheet when it has more readable text, keeping the lines and areas that pdfplumber saw."""
    if sheet is None or other is None:
        return sheet or other
    if other.unmapped >= sheet.unmapped and len(other.glyphs) <= len(sheet.glyphs):
        return sheet
    return replace(
        other, rules=sheet.rules, fills=sheet.fills, frames=sheet.frames, images=sheet.images or other.images
    )


def _said(text: str | None) -> str:
    """A value of the metadata, "" when a program left only its word for nothing."""
    stripped = (text or "").strip("\x00 \r\n\t")
    return (
        "" if stripped.lower() in ("none", "null", "untitled", "unknown", "(anonymous)", "(unspecified)") else stripped
    )


MOST_NAMED = 5
"""Attached files that are named."""


def _attached(document: pypdfium2.PdfDocument) -> list[str]:
    """The names of the first files that are attached to a document, fit to print."""
    names = []
    for number in range(min(document.count_attachments(), MOST_NAMED)):
        with contextlib.suppress(pypdfium2.PdfiumError):
            names.append("".join(filter(str.isprintable, document.get_attachment(number).get_name()))[:100])
    return list(filter(None, names))


_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?")


def iso_date(text: str) -> str:
    """A PDF date ("D:20190103125434-05'00'") as an ISO day, "" when there is none."""
    match = _DATE.match(text or "")
    if not match:
        return ""
    year, month, day = match.group(1), match.group(2) or "01", match.group(3) or "01"
    try:
        return datetime(int(year), int(month), int(day)).date().isoformat()
    except ValueError:
        return ""
