"""The log of decisions as the site sees it: read once, and from then on only what was added."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sqlalchemy import Engine

from pipeline.store.decisions import (
    PASSAGE,
    POLICY,
    THEME,
    Decision,
    decisions_after,
    holds,
    record_decision,
    standing,
    why_reopened,
)
from pipeline.web.queries import Row

OPEN, REOPENED, DECIDED = "open", "heropend", "beslist"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a review stands: the newest decision (None: there is none), whether it holds, and if not why (Dutch)."""

    state: str
    decision: Decision | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two reviewers who judged the same on the same evidence said the same; `disputed` are their judgements."""

    pairs: int
    agreed: int
    disputed: tuple[tuple[Decision, Decision], ...]


class DecisionLog:
    """All decisions in memory. The log only grows, so a question costs no more than what was added since the last one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._seen: list[Decision] = []
        self._last = 0
        self._turn = threading.Lock()

    def all(self) -> Sequence[Decision]:
        """Return every decision, in the order in which they were made. Raises StoreError."""
        with self._turn:
            fresh = decisions_after(self.engine, self._last)
            if fresh:
                self._last = fresh[-1][0]
                self._seen = [*self._seen, *(decision for _, decision in fresh)]
            return self._seen

    def keep(self, decision: Decision) -> Decision:
        """Add a decision whose `id` is the number of the form that it came with; return it as it stands in the log.

        A form that is sent twice is one decision, as long as that is the last word of its maker. What the same form says
        otherwise (somebody went back in the browser) is a decision of its own. Raises StoreError.
        """
        made = self.all()
        taken = {one.id for one in made}
        said = [one for one in standing(made) if one.wie == decision.wie and _thing(one) == _thing(decision)]
        if decision.id in taken and said and _same(said[-1], decision):
            return said[-1]
        fresh = decision
        while fresh.id in taken:
            fresh = replace(fresh, id=hashlib.sha256(fresh.id.encode()).hexdigest()[:32])
        # another request took this id meanwhile: perhaps the same form, sent twice
        return fresh if record_decision(self.engine, fresh) else self.keep(decision)


def _same(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same, whenever they were made."""
    return replace(one, id="", wanneer="") == replace(other, id="", wanneer="")


def verdict_on(made: Iterable[Decision], gm_code: str, one: Row) -> Verdict:
    """Return how the review of a municipality's policy stands; `one` is the municipality as the site's file has it."""
    mine = [decision for decision in standing(made) if decision.gm_code == gm_code and decision.soort == POLICY]
    return _verdict(mine[-1], one) if mine else Verdict(OPEN)


def verdicts(made: Iterable[Decision]) -> dict[str, Decision]:
    """Return the newest decision on the policy of each municipality, by CBS code."""
    return {decision.gm_code: decision for decision in standing(made) if decision.soort == POLICY}


def verdict_of(decision: Decision | None, one: Row) -> Verdict:
    """Return how a review of a municipality stands by its newest decision."""
    return _verdict(decision, one) if decision else Verdict(OPEN)


def _verdict(decision: Decision, one: Row) -> Verdict:
    evidence = one["stukken"], one.get("kopieen", {})  # a site's file of an earlier version knows of none
    if holds(decision, *evidence):
        return Verdict(DECIDED, decision)
    return Verdict(REOPENED, decision, why_reopened(decision, *evidence))


def theme_corrections(made: Iterable[Decision], gm_code: str) -> dict[str, Decision]:
    """Return the newest correction of each theme of a municipality."""
    return {one.thema: one for one in standing(made) if one.gm_code == gm_code and one.soort == THEME}


def of_passage(made: Iterable[Decision], text: str) -> list[Decision]:
    """Return the decisions on a passage, by its text as it was judged."""
    return [decision for decision in standing(made) if decision.soort == PASSAGE and decision.passage == text]


def agreement(made: Iterable[Decision]) -> Agreement:
    """Compare what different people said of the same thing on the same evidence; of each person the last word counts."""
    by_thing: dict[tuple[object, ...], dict[str, Decision]] = {}
    for decision in standing(made):
        by_thing.setdefault(_thing(decision), {})[decision.wie] = decision
    pairs = [pair for said in by_thing.values() for pair in combinations(said.values(), 2)]
    disputed = tuple(pair for pair in pairs if _said(pair[0]) != _said(pair[1]))
    return Agreement(len(pairs), len(pairs) - len(disputed), disputed)


def _thing(decision: Decision) -> tuple[object, ...]:
    if decision.soort == PASSAGE:
        return PASSAGE, decision.passage
    return decision.soort, decision.gm_code, decision.thema, tuple(sorted(decision.bewijs))


def _said(decision: Decision) -> tuple[object, ...]:
    if decision.soort == PASSAGE:
        return frozenset(decision.labels), decision.sterkte
    return (decision.oordeel,)
