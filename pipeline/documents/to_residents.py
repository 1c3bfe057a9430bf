"""Whether a paper is a letter to residents: it greets them and bids them farewell."""

from __future__ import annotations

import re

from pipeline.documents.parts import Parts
from pipeline.language.needed_words import expression

_GREETED = re.compile(r"^\W*(?:geachte?|beste)\s+(?:in|be|om)?woners?\b", re.IGNORECASE)
_FAREWELL = expression(r"\b(?:met\s+vriendelijke\s+groet|hoogachtend)", re.IGNORECASE)
_OPENING, _WORDS = 25, 10
"""Blocks among which the greeting stands, and words of the longest."""


def is_to_residents(parts: Parts) -> bool:
    """Whether both stand on its first page; the foreword of a policy greets residents too, and ends otherwise."""
    page = [block.text for block in parts.body if block.page == parts.first_page]
    greeted = any(_GREETED.match(text) for text in page[:_OPENING] if len(text.split()) <= _WORDS)
    return greeted and any(map(_FAREWELL.search, page))
