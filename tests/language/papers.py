"""Blocks as extraction hands them over, for tests of passages."""

from __future__ import annotations

from pipeline.extraction.blocks import BBox, Block, BlockKind, Line

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
ROW, FOOTNOTE, FURNITURE, TOC = BlockKind.TABLE_ROW, BlockKind.FOOTNOTE, BlockKind.FURNITURE, BlockKind.TOC

BOX: BBox = (72.0, 100.0, 520.0, 112.0)
_SUBJECTS = (
    "gemeente",
    "huisvester",
    "uitzender",
    "werkgever",
    "provincie",
    "wijkraad",
    "huurder",
    "exploitant",
    "controleur",
    "boa",
)


def block(kind: BlockKind, text: str, section: tuple[str, ...] = ("Wonen",), page: int = 1) -> Block:
    """A block on one line."""
    return Block(page, BOX, kind, text, 10.0, section, (Line(0, page, BOX),))


def prose(words: int) -> str:
    """Sentences of ten words, `words` in all, no two of them equal within a hundred words."""
    sentences = [f"De {_SUBJECTS[at % 10]} draagt elke dag zorg voor kamer nummer {at}." for at in range(words // 10)]
    return " ".join(sentences)


def listed(count: int, words: int = 10) -> list[Block]:
    """Items of a numbered list."""
    rest = " ".join(["eis"] * (words - 3))
    return [block(ITEM, f"{at}. bed {rest};") for at in range(1, count + 1)]
