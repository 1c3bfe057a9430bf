"""Which sentences of a paper say nothing of what its municipality does or wants: they describe their theme at most.

A classifier reads "the municipality opens a health point" the same whether the paper promises it, asks for it or tells that it was
voted down. What tells them apart stands in another sentence, in a heading, or elsewhere in the paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.coverage.asked import only_asked
from pipeline.language.passages import Passage


def idle_sentences(passages: Sequence[Passage]) -> list[frozenset[int]]:
    """Return of each passage of a paper, in order, which sentences (counted from 0) are no policy."""
    return [only_asked(passage) for passage in passages]
