"""Which sentences of a paper say nothing of what its municipality does or wants: they describe their theme at most.

A classifier reads "the municipality opens a health point" the same whether the paper promises it, asks for it or tells that it was
voted down. What tells them apart stands in another sentence, in a heading, or elsewhere in the paper.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.coverage.asked import only_asked
from pipeline.coverage.elsewhere import told_of_other_bodies, told_of_other_towns
from pipeline.coverage.marked import lists_verdicts, looks_back
from pipeline.coverage.quoted import quoted
from pipeline.coverage.taken_back import taken_back
from pipeline.coverage.variants import not_chosen
from pipeline.coverage.voted_down import voted_down
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme


@dataclass(frozen=True, slots=True)
class Idle:
    """Sentences of a passage (counted from 0) that are no policy; those `taken_back` are none but for housing."""

    sentences: frozenset[int] = frozenset()
    taken_back: frozenset[int] = frozenset()

    def of(self, theme: Theme) -> frozenset[int]:
        """Return those that say nothing of what is done or wanted for a theme."""
        return self.sentences if theme == Theme.HUISVESTING else self.beside_housing

    @property
    def beside_housing(self) -> frozenset[int]:
        """Those that say nothing of what is done or wanted for any theme but housing."""
        return self.sentences | self.taken_back


def idle_sentences(passages: Sequence[Passage], owners: Collection[str]) -> list[Idle]:
    """Return of each passage of a paper, in order, which sentences are no policy of its owners (CBS codes)."""
    return [
        Idle(
            only_asked(passage)
            | told_of_other_towns(passage, owners)
            | told_of_other_bodies(passage, owners)
            | voted_down(passage)
            | lists_verdicts(passage)
            | looks_back(passage)
            | quoted(passage)
            | outside_the_choice,
            taken_back(passage),
        )
        for passage, outside_the_choice in zip(passages, not_chosen(passages), strict=True)
    ]
