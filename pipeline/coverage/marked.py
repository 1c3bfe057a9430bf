"""Lists of verdicts on the themes ("zorg: gedekt, handhaving: niet gedekt"): what they say of a theme is a mark, and no policy on it."""

from __future__ import annotations

import re

from pipeline.language.passages import Passage

_THEME = r"(?:huisvesting|wonen|arbeidsmarkt|werk|registratie|zorg|gezondheid|handhaving|toezicht)"
_MARK = r"(?:niet\s+)?(?:(?:on)?gedekt|afgeleid|onzeker|(?:on)?voldoende|op\s+orde)"
_VERDICT = re.compile(rf"\b{_THEME}\s*[:=]\s*{_MARK}\b", re.IGNORECASE)


def lists_verdicts(passage: Passage) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) list verdicts on themes, two at least."""
    return frozenset(at for at, one in enumerate(passage.sentences) if len(_VERDICT.findall(one.text)) > 1)
