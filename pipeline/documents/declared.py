"""Where a paper that is no policy by its name, or that several agreed on, was adopted as policy of a municipality."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

_BY_ORGAN = r"door\s+(?:het\s+college|burgemeester\s+en\s+wethouders|b\s?(?:&|en)\s?w|de\s+(?:gemeente)?raad)\b"
_DECLARED = expression(
    r"\b(?:het\s+akkoord|(?:dit|deze)\s+\w+|raad\s+heeft\s+(?:het|hem|haar))\b[^;]{0,160}?\bvastgesteld\s+als\s+(?:\w+\s+){0,2}?beleids?\w*"
    r"|\bdoor\s+de\s+(?:gemeente)?raad\b[^;.]{0,60}?\bvastgesteld\s+als\s+beleids?\w*"
    r"|\bbesluit\w*\s+(?:het|dit)\s+\w*(?:akkoord|programma)\s+vast\s+te\s+stellen\s+als\b[^;.]{0,80}?\b(?:beleids?\w*|beleid)\b"
    r"|^\W*door\s+(?:het\s+college|burgemeester\s+en\s+wethouders)\b[^;.]{0,80}?\bvastgesteld\s+als\s+gemeentelijk\s+beleid\b"
    r"|\b(?:zoals|(?:dit|deze|het)\s+(?:convenant|akkoord|overeenkomst)\b(?:(?!\bniet\b)[^.;]){0,60}?)\s+"
    rf"{_BY_ORGAN}[^;.]{{0,120}}?(?<!niet\s)\bals\s+gemeentelijk\s+beleid\s+vastgesteld\b(?!\s+(?:wordt|worden|kan|moet|zal)\b)"
    r"|\b(?:raad|college|burgemeester\s+en\s+wethouders)\s+(?:heeft|hebben)\s+deze\s+beleids(?:regels?|lijn|notitie|nota)\b"
    r"(?:(?!\bniet\b)[^.;]){0,60}?\bvastgesteld\b"
    r"|\bals\s+eigen\s+beleid\s+vastgesteld\b|\bvastgesteld\s+als\s+eigen\s+beleid\b",
    re.IGNORECASE,
)
"""What was no policy by its name, or a region's, was adopted as such: "De raad heeft het akkoord … vastgesteld als beleidskader"."""
_DENIED = re.compile(r"\bniet\s+(?:door|vastgesteld|als)\b|\bnog\s+niet\b", re.IGNORECASE)
_POLICY_TOO = expression(
    r"(?<!niet\s)\b(?:tevens|ook|tegelijk(?:ertijd)?|daarmee)\s+(?:(?:als|het|een)\s+)*"
    r"(?:gemeentelijke?\s+\w*(?:beleid\w*|kader|regels?)\b|\w*(?:beleid\w*|kader|regels?)\s+van\s+(?:de\s+)?gemeente\b)"
    rf"[^.;]{{0,80}}?\b(?:vastgesteld\s+{_BY_ORGAN}|{_BY_ORGAN}[^.;]{{0,60}}?\bvastgesteld\b)",
    re.IGNORECASE,
)
"""What one municipality agreed with others is its own policy too where it says so: "tevens uitvoeringskader van de gemeente, vastgesteld
door het college"."""


def declared_in(blocks: Sequence[Block]) -> Block | None:
    """The first block that says so."""
    return next((block for block in blocks if declaration(block)), None)


def declaration(block: Block) -> str:
    """The words of a block that say so; "" where none do."""
    said = _DECLARED.search(block.text) or _POLICY_TOO.search(block.text)
    return said.group() if said and not _DENIED.search(said.group()) else ""
