"""Reads one PDF in this very process; `pool` does it in processes that can be killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.extraction import refusal
from pipeline.extraction.assemble import Assembler, Placer
from pipeline.extraction.blocks import Block, BlockKind, Extraction, FileState, Page, PageState
from pipeline.extraction.characters import main_turn, upright_sheet
from pipeline.extraction.furniture import furniture_of
from pipeline.extraction.hyphens import vocabulary_of
from pipeline.extraction.initials import with_initials
from pipeline.extraction.lines import TextLine, lines_of
from pipeline.extraction.page_text import PageText, without
from pipeline.extraction.pages import Carried, laid_out
from pipeline.extraction.paragraphs import Draft, Part, type_of
from pipeline.extraction.refusal import Limits, UnreadableFile
from pipeline.extraction.sheets import DAMAGED_PAGE, NO_CHARACTERS, OpenedPdf, PageReading
from pipeline.extraction.slant import slope_of, straightened
from pipeline.extraction.stray import stray_lines
from pipeline.extraction.struck import without_struck
from pipeline.extraction.words import garbled, words_of
from pipeline.extraction.xfa import stands_in
from pipeline.foundation.dutch import with_points

FEWEST_SIGNS = 3
"""Letters and digits under which a paper says nothing."""


def read_pdf(path: Path, limits: Limits, recognised: Mapping[int, PageReading] | None = None) -> Extraction:
    """Everything in one PDF, as blocks in reading order; `recognised` holds pages, by number, that were read by OCR.

    Never raises for what a file is or does: bad files end as UNREADABLE with a Dutch reason, faults of this package as
    FAILED. Time and memory are not watched here, `limits.pages`, `bytes` and `characters` are.
    """
    try:
        refusal.check(path, limits)
        return _read(path, limits, recognised or {})
    except UnreadableFile as reason:
        return Extraction(FileState.UNREADABLE, str(reason), refused_pages=reason.pages)
    except MemoryError:
        return Extraction(FileState.UNREADABLE, refusal.too_much_memory(limits), stopped=True)
    except RecursionError:
        return Extraction(FileState.UNREADABLE, refusal.TOO_DEEP)
    except Exception as error:  # what is left is our own fault, and must not end the night
        return Extraction(FileState.FAILED, refusal.FAULT.format("lezen", f"{type(error).__name__}: {error}"[:250]))


def _read(path: Path, limits: Limits, recognised: Mapping[int, PageReading]) -> Extraction:
    pdf = OpenedPdf(path, limits)
    try:
        paper = _Paper(limits)
        for reading in pdf.readings():
            paper.add(_recognised(reading, recognised))
        return paper.extraction(pdf.metadata(), pdf.form)
    finally:
        pdf.close()


def _recognised(reading: PageReading, recognised: Mapping[int, PageReading]) -> PageReading:
    """The page as recognised, where it was; what is laid over it stays."""
    found = recognised.get(reading.page.number)
    if found is None:
        return reading
    return replace(found, sheet=replace(found.sheet, stamps=reading.sheet.stamps, struck=reading.sheet.struck))


class _Paper:
    """Collects the words of all pages, then lays them out with what all pages together tell."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pages: list[Page] = []
        self._texts: list[PageText] = []
        self._placers: dict[int, Placer] = {}
        self._stray: dict[int, tuple[list[TextLine], list[TextLine]]] = {}
        self._characters = 0

    def add(self, reading: PageReading) -> None:
        """Takes a page's words; its characters are let go."""
        sheet, page = reading.sheet, reading.page
        self._characters += len(sheet.glyphs)
        if self._characters > self._limits.characters:
            raise UnreadableFile(refusal.too_much_text(self._limits))
        turn = main_turn(sheet.glyphs)
        upright = upright_sheet(sheet, turn)
        slope = slope_of(upright.glyphs)
        upright = without_struck(straightened(upright, slope))
        words = tuple(with_initials(words_of(upright.glyphs))) if page.state in (PageState.TEXT, PageState.SCAN) else ()
        if garbled(words):
            page, words = replace(page, state=PageState.UNMAPPED, reason=NO_CHARACTERS), ()
        self._pages.append(page)
        if page.state not in (PageState.TEXT, PageState.SCAN):
            return
        self._placers[sheet.number] = Placer(turn, sheet.width, sheet.height, slope)
        self._stray[sheet.number] = stray_lines(sheet, turn)
        self._texts.append(
            PageText(sheet.number, upright.width, upright.height, words, upright.rules, upright.fills, upright.frames)
        )

    def extraction(self, metadata: dict[str, str], form: int) -> Extraction:
        """The result for the whole paper; `form` is the kind of form that it is, as PDFium numbers them."""
        blocks = self._blocks()
        state, reason = _file_state(self._pages, blocks, form)
        return Extraction(state, reason, tuple(self._pages), blocks, metadata)

    def _blocks(self) -> tuple[Block, ...]:
        all_lines = [line for text in self._texts for line in lines_of(text.words)]
        paper = type_of(all_lines)
        vocabulary = vocabulary_of(line.text for line in all_lines)
        furniture = furniture_of(self._texts, paper.size)
        assembler = Assembler(vocabulary, self._placers, len(self._pages))
        carried = Carried()
        for text in self._texts:
            around = furniture.get(text.number, [])
            drafts, carried = laid_out(without(text, around), paper, carried)
            stamps, turned = self._stray[text.number]
            drafts.notes += [turned_text(line, text.number) for line in turned]
            around = [*around, *stamps]
            place = self._placers[text.number]
            drafts.furniture = [(line, place(line.bbox)) for line in around]
            assembler.add(drafts)
        return assembler.blocks()


def turned_text(line: TextLine, page: int) -> Draft:
    """A line that runs in another direction than its page, as a text of its own."""
    return Draft(BlockKind.PARAGRAPH, [Part([(page, line)])], fresh=True)


def _file_state(pages: list[Page], blocks: tuple[Block, ...], form: int = 0) -> tuple[FileState, str]:
    """State and reason of a whole file: OK as soon as one page gave usable text, other than what stands in for a form."""
    states = Counter(page.state for page in pages)
    if len(pages) == states[PageState.TEXT] == 1 and stands_in(" ".join(block.text for block in blocks), form):
        return FileState.UNREADABLE, refusal.XFA
    signs = sum(map(str.isalnum, "".join(b.text for b in blocks if b.kind is not BlockKind.FURNITURE)[:10_000]))
    if states[PageState.TEXT] and signs >= FEWEST_SIGNS:
        return FileState.OK, ""
    if not pages:
        return FileState.UNREADABLE, refusal.NO_PAGES
    if all(page.reason == DAMAGED_PAGE for page in pages):
        return FileState.UNREADABLE, refusal.DAMAGED_PAGES
    for state, what in _WHOLE.items():
        if states[state] == len(pages):
            whole = "de enige pagina is" if len(pages) == 1 else f"alle {with_points(len(pages))} pagina's zijn"
            drawn = all(page.reason == refusal.DRAWN for page in pages)
            return FileState.UNREADABLE, (_DRAWN if drawn else what).format(whole=whole)
    parts = ", ".join(f"{with_points(count)} {_NAMES[state]}" for state, count in states.most_common())
    return FileState.UNREADABLE, f"geen leesbare tekst (pagina's: {parts}); kijk of dit het goede bestand is"


_WHOLE = {
    PageState.SCAN: "{whole} een scan (afbeelding zonder tekst); vraag om een digitale versie",
    PageState.UNMAPPED: "lettertype zonder tekens (cid): {whole} niet als tekst te lezen; vraag om een andere versie",
    PageState.EMPTY: "geen leesbare tekst ({whole} leeg); kijk of dit het goede bestand is",
    PageState.TEXT: "geen leesbare tekst; kijk of dit het goede bestand is",
}
_DRAWN = "{whole} getekend (letters als lijnen, zonder tekst); vraag om een andere versie"
_NAMES = {
    PageState.SCAN: "scan",
    PageState.UNMAPPED: "onleesbaar",
    PageState.EMPTY: "leeg",
    PageState.TEXT: "zonder woorden",
}
