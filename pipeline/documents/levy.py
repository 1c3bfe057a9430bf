"""Whether a paper is the ordinance of a tax or a fee: who it makes pay for a stay is no policy on who stays."""

from __future__ import annotations

import re

from pipeline.documents.parts import Parts
from pipeline.language.needed_words import expression

_LEVY = r"\w*(?:belasting(?:en)?|leges|heffing(?:en)?)\w*"
_ORDINANCE = expression(
    rf"\b\w*verordening\b[^;|]{{0,60}}?\b{_LEVY}|\b(?:\w*belasting|leges)verordening\b", re.IGNORECASE
)
"""Its title: "Verordening toeristenbelasting 2021", "Legesverordening Oss"."""
_LEVIES = expression(
    r"\bbelastbaar\s+feit\b|\bonder\s+de\s+naam\b[^.;]{0,80}?\b(?:geheven|heft)\b"
    r"|\b(?:belasting|leges|rechten)\b[^.;]{0,60}?\b(?:wordt|worden)\b[^.;]{0,60}?\bgeheven\b",
    re.IGNORECASE,
)
"""What such an ordinance says in its first articles."""


def levy_ordinance(parts: Parts) -> int | None:
    """The page of its title; None where it is no ordinance of a tax or fee."""
    title = next((block for block in parts.banners if _ORDINANCE.search(block.text)), None)
    levies = title and any(_LEVIES.search(block.text) for block in parts.body)
    return title.page if title and levies else None
