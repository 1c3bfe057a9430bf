"""What reading a PDF yields: pages and blocks of text in reading order.

These types are the door between extraction and everything after it. Coordinates are points (1/72 inch) measured from the top left
corner of the page as a reader sees it (rotation applied). Page numbers start at 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

BBox = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""


class BlockKind(StrEnum):
    """What a block is on the page; `FURNITURE` and `TOC` are kept but carry no policy."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    """Running header or footer, page number, watermark or stamp."""
    TOC = "toc"
    """Line of a table of contents."""


class PageState(StrEnum):
    """Whether a page gave usable text."""

    TEXT = "tekst"
    EMPTY = "leeg"
    """Nothing on it, or nothing but drawings."""
    SCAN = "scan"
    """An image without (usable) text, or letters that are drawn as shapes."""
    UNMAPPED = "onleesbaar"
    """Text whose font maps to no characters, in PDFium either."""


class FileState(StrEnum):
    """How reading a file ended; the values stand in `documents.csv` as `verwerking`."""

    OK = "ok"
    UNREADABLE = "onleesbaar"
    FAILED = "mislukt"
    """A fault of ours, never of the file."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line within a block: `start` is the offset of its first character in the block's text."""

    start: int
    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row or footnote, its printed lines joined to running text.

    `text` has single spaces, hyphenated line ends undone, ligatures resolved. A paragraph that runs on over a column or
    page is one block; `page` and `bbox` are those of its beginning, `lines` say where every part stands. `section` holds
    the headings above it, outermost first, its own text excluded. `size` is the usual font size in points.
    """

    page: int
    bbox: BBox
    kind: BlockKind
    text: str
    size: float
    section: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its size in points and whether its text could be used; `reason` is Dutch and empty when all is well.
    `ocr` says that its text was recognised by us from a picture."""

    number: int
    width: float
    height: float
    state: PageState
    reason: str = ""
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one file. `state` is not OK exactly when `reason` (Dutch, for people) is not empty.

    A paper of which some pages are scans is OK, and `reason` of those pages says what is missing; a paper without any
    usable text is UNREADABLE. `metadata` holds the PDF's own "title", "author", "subject", "producer" and "created" (day
    of making, ISO) where it has them, "attachments", the names of what is attached to it, and "ticks", a 0 or 1 for each box of a
    form. `stopped` says that the process which read it had to be killed, or crashed. `refused_pages` is how many pages a file has that
    was refused for them.
    """

    state: FileState
    reason: str = ""
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    stopped: bool = False
    refused_pages: int = 0

    @property
    def page_count(self) -> int:
        """How many pages the file has, 0 where that is not known."""
        return len(self.pages) or self.refused_pages
