"""What stands under the head of an article or section and says of that, not of the paper, that it lapsed: "Artikel 7" / "[Vervallen]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.documents.day import find_terms
from pipeline.documents.wording import PAPER_WORD
from pipeline.extraction.blocks import Block, BlockKind

_ARTICLE = re.compile(
    r"^\W*(?:artikel(?:en)?|art\.|lid|paragraaf|§|hoofdstuk|onderdeel|afdeling)\s*\w+(?:[.:]\w+)*(?!\w)", re.IGNORECASE
)
"""Heads that no paper bears as a whole."""
_NUMBERED = re.compile(r"^\W*(?:bijlage\s+\w+|\d+(?:\.\d+)*[.)]?\s)", re.IGNORECASE)
_TEXT = 12
"""Words of a block that is running text: what is numbered, or set as a head, below that is a section and no cover."""
_HEAD = 14
_OF_THE_PAPER = re.compile(
    rf"^\W*(?:let\s+op\W+)?(?:(?:deze|dit|de|het)\s+(?:[\w-]+\s+){{0,2}}?)?(?:{PAPER_WORD}|document|stuk)\s+(?:(?:is|zijn|wordt|worden|geldt|gelden|vervalt)\b"
    r"|vervallen\b|ingetrokken\b|niet\s+meer\b)",
    re.IGNORECASE,
)
"""What names the paper is of the paper, wherever it stands."""
_MARK = re.compile(r"\b(?:vervallen|ingetrokken|buiten\s+werking|niet\s+meer|verlopen|geëindigd)\b", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"\b(?:status|colofon|geldigheid\w*|versie\w*|archief\w*|document\w*|verval\w*|looptijd|werkingsduur|inwerkingtreding|intrekking|slot\w*)\b",
    re.IGNORECASE,
)
"""Heads under which a paper speaks of itself as a whole."""
_STAMP = re.compile(r"^\W*(?:VERVALLEN|INGETROKKEN)\b")


def of_sections(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what says of an article or section that it lapsed, as its head or right under that, but what names the paper, stands under a
    head on the paper itself or is stamped on its first page."""
    first = min((block.page for block in blocks), default=1)
    above: Block | None = None
    text_before = False
    for block in blocks:
        head = _is_head(block, text_before)
        under = above is not None and not _of_the_paper_under(above, block, first)
        if (head or under) and _MARK.search(block.text) and not _OF_THE_PAPER.match(block.text):
            yield block
        above = block if head else None
        text_before = text_before or (block.kind is not BlockKind.HEADING and len(block.text.split()) >= _TEXT)


def _of_the_paper_under(head: Block, block: Block, first: int) -> bool:
    """Whether what stands under a head is of the paper nevertheless; an article on its lapse says when: "Artikel 9 Vervaldatum"."""
    article = bool(_ARTICLE.match(head.text))
    if _OF_ITSELF.search(head.text) and (not article or find_terms(block.text)):
        return True
    return bool(_STAMP.match(block.text)) and block.page == first and not article


def _is_head(block: Block, text_before: bool) -> bool:
    if len(block.text.split()) > _HEAD:
        return False
    named = bool(_ARTICLE.match(block.text))
    nested = block.kind is BlockKind.HEADING and bool(block.section)
    return named or (text_before and (nested or bool(_NUMBERED.match(block.text))))
