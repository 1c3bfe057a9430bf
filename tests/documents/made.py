"""Papers as extraction hands them over, written down in a short notation: a page is a string, a block is a line of it.

"## Cover title" is large print, "# Heading" a heading, "- item" a list item, "~ running head" furniture, "| a | b" a table row,
"Wonen ...... 3" a line of a table of contents; all else is a paragraph. " // " marks where a printed line ends.
"""

import re
from pathlib import PurePosixPath

from pipeline.documents.paper import Paper
from pipeline.documents.parts import Parts, parts_of
from pipeline.documents.reading import read_paper
from pipeline.extraction.blocks import Block, BlockKind, Extraction, FileState, Line, Page, PageState
from pipeline.language import gazetteer
from pipeline.language.passages import Passage, Place, Sentence

MARKS = (
    ("## ", BlockKind.HEADING, 24.0),
    ("# ", BlockKind.HEADING, 14.0),
    ("- ", BlockKind.LIST_ITEM, 10.0),
    ("~ ", BlockKind.FURNITURE, 8.0),
    ("| ", BlockKind.TABLE_ROW, 10.0),
)


def extraction(*pages: str, metadata: dict[str, str] | None = None) -> Extraction:
    section: tuple[str, ...] = ()
    blocks: list[Block] = []
    for number, page in enumerate(pages, start=1):
        for top, text in enumerate(line.strip() for line in page.strip().splitlines() if line.strip()):
            block = _block(text, number, 40.0 + 14 * top, section)
            if block.kind == BlockKind.HEADING:
                section = (block.text,) if block.size > 20 else (*[s for s in section[:1] if section], block.text)
            blocks.append(block)
    sheets = tuple(Page(number, 595, 842, PageState.TEXT) for number in range(1, len(pages) + 1))
    return Extraction(FileState.OK, "", sheets, tuple(blocks), metadata or {})


def _block(text: str, page: int, top: float, section: tuple[str, ...]) -> Block:
    mark, kind, size = next((m for m in MARKS if text.startswith(m[0])), ("", BlockKind.PARAGRAPH, 10.0))
    if re.search(r"\.{5,}\s*\d+$", text):
        kind = BlockKind.TOC
    parts = text.removeprefix(mark).split(" // ")
    starts = [sum(len(part) + 1 for part in parts[:number]) for number in range(len(parts))]
    lines = tuple(Line(start, page, (50, top + i, 500, top + i + 10)) for i, start in enumerate(starts))
    return Block(page, (50, top, 500, top + 10), kind, " ".join(parts), size, section, lines)


def passages(read: Extraction) -> list[Passage]:
    """A passage for each paragraph, list item or table row."""
    kept = [
        block for block in read.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    ]
    return [Passage(number, block.text, block.section, tuple(_sentences(block))) for number, block in enumerate(kept)]


def _sentences(block: Block) -> list[Sentence]:
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S.*?(?:[.!?](?=\s)|$)", block.text)]
    return [Sentence(a, b, block.text[a:b], (Place(block.page, block.bbox),)) for a, b in spans]


def parts(*pages: str, name: str = "stuk.pdf", metadata: dict[str, str] | None = None) -> Parts:
    return parts_of(extraction(*pages, metadata=metadata), PurePosixPath(name))


def read(
    *pages: str,
    name: str = "stuk.pdf",
    metadata: dict[str, str] | None = None,
    override=None,
    twins: tuple[str, ...] = (),
) -> Paper:
    made = extraction(*pages, metadata=metadata)
    return read_paper(
        made, passages(made), PurePosixPath(name), override, gazetteer, [PurePosixPath(twin) for twin in twins]
    )
