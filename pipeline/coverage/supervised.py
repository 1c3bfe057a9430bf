"""Housing that a paper names only as what is supervised: a programme of supervision carries out rules and sets none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pipeline.coverage.acting import AIMS, DONE_OR_COMING, somebody_acts
from pipeline.coverage.wording import CARRIES
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme

_NORM = expression(
    r"\b(?:ten\s+(?:minste|hoogste)|maximaal|minimaal|hoogstens|minstens|toegestaan|verboden|mag|mogen|voldoe\w*|normen|eisen)\b",
    re.IGNORECASE,
)


def only_supervised(
    passages: Iterable[Passage], named: Collection[int], meant: Collection[int], checked: Collection[int]
) -> bool:
    """Return whether passages set no rule on housing and mean nothing of it but supervision.

    Numbers of passages: `named` of those on housing, `meant` of those in which it is an aim or measure, `checked` of those in which
    enforcement is.
    """
    regulating = {passage.number for passage in passages if sets_rules(passage)}
    return set(meant) <= set(checked) and not regulating & set(named)


def sets_rules(passage: Passage) -> bool:
    """Whether a sentence on housing gives a norm, or says what is done, will be or is wanted, and is on no supervision."""
    said = [s.text for s in passage.sentences if CARRIES[Theme.HUISVESTING].search(s.text)]
    return any(
        (_NORM.search(text) or somebody_acts(text) or DONE_OR_COMING.search(text) or AIMS.search(text))
        and not CARRIES[Theme.HANDHAVING].search(text)
        for text in said
    )
