"""Labelled papers that were written as data (`corpus/papieren`): their blocks, without a PDF in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.extraction.blocks import Block, BlockKind, Line


def written_blocks(written: Iterable[Mapping[str, Any]]) -> Iterator[Block]:
    """Yield the blocks of a paper as a reader would find them; there is one page, and no place on it matters."""
    section: list[tuple[int, str]] = []
    for block in written:
        if heading := block.get("kop"):
            depth = int(block.get("diepte") or 1)
            section = [(level, text) for level, text in section if level < depth]
            yield _block(BlockKind.HEADING, heading, section)
            section.append((depth, heading))
        for line in str(block.get("tekst") or "").splitlines():
            yield _block(_kind(line), line.removeprefix("- "), section)


def _kind(line: str) -> BlockKind:
    if line.startswith("- "):
        return BlockKind.LIST_ITEM
    return BlockKind.TABLE_ROW if line.count(" | ") > 1 else BlockKind.PARAGRAPH


def _block(kind: BlockKind, text: str, section: Sequence[tuple[int, str]]) -> Block:
    nowhere = (0.0, 0.0, 1.0, 1.0)
    return Block(1, nowhere, kind, text, 11.0, tuple(name for _, name in section), (Line(0, 1, nowhere),))
