"""An extraction as bytes for the store, and back."""

from __future__ import annotations

import json
import zlib
from typing import Any

from pipeline.extraction.blocks import BBox, Block, BlockKind, Extraction, FileState, Line, Page, PageState

FORMAT = 1
"""Layout of the bytes; `loads` refuses others."""


def dumps(extraction: Extraction) -> bytes:
    """The extraction as compressed JSON, section paths and boxes written compactly."""
    sections: dict[tuple[str, ...], int] = {}
    blocks = [_from_block(block, sections) for block in extraction.blocks]
    data = {
        "format": FORMAT,
        "state": extraction.state.value,
        "reason": extraction.reason,
        "metadata": extraction.metadata,
        "pages": [_from_page(page) for page in extraction.pages],
        "sections": list(sections),
        "blocks": blocks,
        "stopped": extraction.stopped,
        "refused_pages": extraction.refused_pages,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "replace"), 6)


def loads(data: bytes) -> Extraction:
    """The extraction that `dumps` wrote. Raises ValueError for bytes of another format or damaged ones."""
    try:
        found = json.loads(zlib.decompress(data))
        if found["format"] != FORMAT:
            raise ValueError(f"format {found['format']} of a stored extraction, expected {FORMAT}")
        sections = [tuple(path) for path in found["sections"]]
        return Extraction(
            state=FileState(found["state"]),
            reason=found["reason"],
            pages=tuple(_to_page(page) for page in found["pages"]),
            blocks=tuple(_to_block(block, sections) for block in found["blocks"]),
            metadata=found["metadata"],
            stopped=found.get("stopped", False),
            refused_pages=found.get("refused_pages", 0),
        )
    except (zlib.error, KeyError, TypeError, IndexError) as error:
        raise ValueError("not a stored extraction") from error


def _from_block(block: Block, sections: dict[tuple[str, ...], int]) -> list[Any]:
    section = sections.setdefault(block.section, len(sections))
    lines = [[line.start, line.page, *_short(line.bbox)] for line in block.lines]
    return [block.page, *_short(block.bbox), block.kind.value, block.text, block.size, section, lines]


def _short(box: BBox) -> list[float]:
    return [round(side, 1) for side in box]


def _from_page(page: Page) -> list[Any]:
    values = [page.number, page.width, page.height, page.state.value, page.reason]
    return [*values, True] if page.ocr else values


def _to_page(page: list[Any]) -> Page:
    number, width, height, state, reason, *ocr = page
    return Page(number, width, height, PageState(state), reason, bool(ocr))


def _to_block(block: list[Any], sections: list[tuple[str, ...]]) -> Block:
    page, x0, top, x1, bottom, kind, text, size, section, lines = block
    return Block(
        page=page,
        bbox=(x0, top, x1, bottom),
        kind=BlockKind(kind),
        text=text,
        size=size,
        section=sections[section],
        lines=tuple(Line(start, number, (a, b, c, d)) for start, number, a, b, c, d in lines),
    )
