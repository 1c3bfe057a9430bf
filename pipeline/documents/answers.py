"""Questions with their answers: a paper that holds nothing else tells what holds, and is no policy itself."""

from __future__ import annotations

import re

from pipeline.documents.parts import Parts
from pipeline.language.needed_words import expression

_ABOVE, _LONGEST_ABOVE = 6, 20
"""Blocks that can stand above the first question, and words of the longest: a letterhead, a title, a day."""
_WHOSE = r"(?:\s+\d{1,3}\w?)?(?:\s*\([^)]{1,60}\)|\s+van\s+[^.:?\n]{2,60})?\s*[.:]"
"""Behind "Vraag" and "Antwoord": a number, and who asks or answers."""
_QUESTION = re.compile(rf"\W*(?:\d{{1,3}}[.)]\s*)?(?:\w+\s+)?vraag\b{_WHOSE}", re.IGNORECASE)
_ANSWER = expression(rf"(?:^|[\n.?!;])\s*(?:\w+\s+)?antwoord\b{_WHOSE}", re.IGNORECASE)
_IN_COLUMNS = re.compile(
    r"\W*(?:nr\.?\s*\|\s*)?(?:gestelde\s+)?vra(?:ag|gen)\s*\|[^|]{0,20}\|?\s*antwoord(?:en)?\s*$"
    r"|\W*(?:gestelde\s+)?vraag\s*:[^;]{3,400};\s*antwoord\s*:",
    re.IGNORECASE,
)
_ADOPTED = expression(r"\b(?:vastgesteld|besloten)\s+(?:door|in|bij|op|d\.?\s?d)\b", re.IGNORECASE)
_SHORT = 16
"""Words up to which a block can be the clause with which a paper was adopted; a longer one tells of another in an answer."""


def answers(parts: Parts) -> int | None:
    """The page on which the questions begin; None where more stands above them, none is answered, or it was adopted as policy is."""
    blocks = parts.body
    start = next((number for number, block in enumerate(blocks[: _ABOVE + 1]) if _asks(block.text)), None)
    if start is None or any(len(block.text.split()) > _LONGEST_ABOVE for block in blocks[:start]):
        return None
    if any(len(block.text.split()) <= _SHORT and _ADOPTED.search(block.text) for block in blocks):
        return None
    said = "\n".join(block.text for block in blocks)
    answered = _IN_COLUMNS.match(blocks[start].text) or _ANSWER.search(said)
    return blocks[start].page if answered else None


def _asks(text: str) -> bool:
    return bool(_QUESTION.match(text) or _IN_COLUMNS.match(text))
