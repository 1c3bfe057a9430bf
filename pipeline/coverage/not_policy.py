"""Which sentences of a paper say nothing of what its municipality does or wants: they describe their theme at most.

A classifier reads "the municipality opens a health point" the same whether the paper promises it, asks for it or tells that it was
voted down. What tells them apart stands in another sentence, in a heading, or elsewhere in the paper.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.coverage.asked import only_asked
from pipeline.coverage.elsewhere import told_of_other_bodies, told_of_other_towns
from pipeline.coverage.variants import not_chosen
from pipeline.coverage.voted_down import voted_down
from pipeline.language.passages import Passage


def idle_sentences(passages: Sequence[Passage], owners: Collection[str]) -> list[frozenset[int]]:
    """Return of each passage of a paper, in order, which sentences (counted from 0) are no policy of its owners (CBS codes)."""
    return [
        only_asked(passage)
        | told_of_other_towns(passage, owners)
        | told_of_other_bodies(passage, owners)
        | voted_down(passage)
        | outside_the_choice
        for passage, outside_the_choice in zip(passages, not_chosen(passages), strict=True)
    ]
