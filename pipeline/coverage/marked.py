"""What bears a mark and is no policy: verdicts on the themes ("zorg: gedekt, handhaving: niet gedekt"), former actions with what became of
them ("Actie: spreekuur; Gedaan?: ja").
"""

from __future__ import annotations

import re

from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_THEME = r"(?:huisvesting|wonen|arbeidsmarkt|werk|registratie|zorg|gezondheid|handhaving|toezicht)"
_MARK = r"(?:niet\s+)?(?:(?:on)?gedekt|afgeleid|onzeker|(?:on)?voldoende|op\s+orde)"
_VERDICT = expression(rf"\b{_THEME}\s*[:=]\s*{_MARK}\b", re.IGNORECASE)


def lists_verdicts(passage: Passage) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) list verdicts on themes, two at least."""
    return frozenset(at for at, one in enumerate(passage.sentences) if len(_VERDICT.findall(one.text)) > 1)


_LOOKS_BACK = re.compile(
    r"(?:^|;\s)(?:al\s+)?(?:gedaan|uitgevoerd|gerealiseerd|gelukt|gehaald|afgerond|waargemaakt)\s*\??\s*:"
    r"\s*(?:ja|nee|deels|grotendeels|gedeeltelijk|niet|wel|volledig)\b(?=\s*(?:[;.(]|$))",
    re.IGNORECASE,
)


def looks_back(passage: Passage) -> frozenset[int]:
    """Return all sentences of a passage (counted from 0) that is a row on whether something was done; none of another passage."""
    return frozenset(range(len(passage.sentences))) if _LOOKS_BACK.search(passage.text) else frozenset()
