"""Motions that minutes or a list of decisions tell of: which ask for policy on labour migrants, and were passed."""

from __future__ import annotations

import re

from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.listed_points import points_of
from pipeline.documents.parts import Parts
from pipeline.documents.policy_request import asks_policy
from pipeline.documents.wording import NEXT_SENTENCE
from pipeline.language.needed_words import expression

_ASKS = expression(
    r"\bmotie\b[^.;]{0,80}?\b(?:verzoekt|vraagt|draagt|roept|wil)\b|\b(?:verzoekt|draagt|roept)\s+het\s+college\b",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\bmotie\b[^.;]{0,80}?\b(?:is|wordt|werd)\s+(?:\w+\s+){0,8}?(?:aangenomen|aanvaard)\b|\bmotie\s*:?\s*(?:unaniem\s+)?aangenomen\b"
    r"|\bneemt\s+(?:de\s+raad\s+)?de\s+motie\b[^.;]{0,60}?\baan\b|^\W*(?:unaniem\s+)?aangenomen\b",
    re.IGNORECASE,
)
_NOT_PASSED = re.compile(
    r"\bmotie\b[^.;]{0,80}?\b(?:verworpen|ingetrokken|aangehouden|afgewezen)\b|^\W*verworpen\b", re.IGNORECASE
)


def policy_moved(parts: Parts) -> int | None:
    """Return the page with a motion that asks for policy on labour migrants and was passed; None where none is told of."""
    for point in points_of(parts):
        whole = f"{point.name}. {point.said}"
        if "motie" not in whole.lower() or not TARGET_GROUP.search(whole):
            continue
        sentences = NEXT_SENTENCE.split(whole)
        asks = any(_ASKS.search(one) and asks_policy(one) for one in sentences)
        passed = any(map(_PASSED.search, sentences)) and not any(map(_NOT_PASSED.search, sentences))
        if asks and passed:
            return point.block.page
    return None
