"""The log of decisions as the site sees it: read once, and from then on only what was added."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sqlalchemy import Engine

from pipeline.coverage.verdicts import weighed
from pipeline.store.decisions import (
    PASSAGE,
    POLICY,
    THEME,
    Decision,
    Grounds,
    decisions_after,
    not_withdrawn,
    record_decision,
)
from pipeline.store.engine import StoreError
from pipeline.web.queries import Row
from pipeline.web.words import meanwhile_words

OPEN, REOPENED, DECIDED = "open", "heropend", "beslist"
ATTEMPTS = 5
"""So often a decision is tried to be kept while others add theirs in between."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a review stands: the newest decision (None: there is none), whether it holds, and if not why (Dutch)."""

    state: str
    decision: Decision | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReviewerAgreement:
    """How often two reviewers who judged the same on the same evidence said the same; `disputed` are their judgements."""

    pairs: int
    agreed: int
    disputed: tuple[tuple[Decision, Decision], ...]


class DecidedMeanwhile(Exception):
    """Others decided on the same after the page was made that `decision` came from, which is not kept; `made` is what was decided
    since. The message (Dutch) says by whom."""

    def __init__(self, decision: Decision, made: Sequence[Decision]) -> None:
        super().__init__(meanwhile_words([one.wie for one in made], decision.wie))
        self.decision = decision
        self.made = made

    @property
    def answers(self) -> list[tuple[str, str]]:
        """What the form said, by the names of its fields."""
        one = self.decision
        if one.soort == PASSAGE:
            said = [*(("thema", theme) for theme in one.labels), ("sterkte", one.sterkte)]
        else:
            said = [("oordeel", one.oordeel), *([("thema", one.thema)] if one.thema else [])]
        return [*said, ("toelichting", one.toelichting)]


class DecisionLog:
    """All decisions in memory. The log only grows, so a question costs no more than what was added since the last one; where a copy was
    put back in its place, it is read anew."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._seen: list[Decision] = []
        self._last = 0
        self._turn = threading.Lock()

    def all(self) -> Sequence[Decision]:
        """Return every decision, in the order in which they were made. Raises StoreError."""
        return self._up_to_now()[0]

    def _up_to_now(self) -> tuple[Sequence[Decision], int]:
        """Every decision, and the number of the last row."""
        with self._turn:
            known = [(self._last, self._seen[-1])] if self._seen else []
            rows = decisions_after(self.engine, self._last - 1)
            if known and rows[:1] != known:  # the row that came last is another one, or gone
                known, rows, self._seen, self._last = [], decisions_after(self.engine, 0), [], 0
            fresh = rows[len(known) :]
            if fresh:
                self._last = fresh[-1][0]
                self._seen = [*self._seen, *(decision for _, decision in fresh)]
            return self._seen, self._last

    def keep(self, decision: Decision, seen: str) -> Decision:
        """Add a decision whose `id` is the number of the form that it came with; return it as it stands in the log.

        `seen` is the mark (`mark_of`) of the log as the page of the form showed it. A form that is sent twice is one decision, as
        long as that is the last word of its maker. What the same form says otherwise (somebody went back in the browser) is a
        decision of its own. Raises DecidedMeanwhile, StoreError.
        """
        for _ in range(ATTEMPTS):
            made, last = self._up_to_now()
            said = [one for one in not_withdrawn(made) if one.wie == decision.wie and _thing(one) == _thing(decision)]
            *mine, free = _numbers(decision.id, {one.id for one in made})
            if mine and said and _same(said[-1], decision):
                return said[-1]
            others = [one for one in _after(made, seen) if one.wie != decision.wie or one.id not in mine]
            if meanwhile := [one for one in others if _bears_on(one, decision)]:
                raise DecidedMeanwhile(decision, meanwhile)
            fresh = replace(decision, id=free)
            if record_decision(self.engine, fresh, last=last):
                return fresh
        raise StoreError(
            "Er is niets bewaard: anderen bewaarden telkens iets op hetzelfde ogenblik. Probeer het nog eens."
        )


def mark_of(made: Sequence[Decision]) -> str:
    """Return a mark of the log as far as it goes now; "" where it is empty."""
    return made[-1].key if made else ""


def _after(made: Sequence[Decision], mark: str) -> list[Decision]:
    """The decisions that were made since a mark and still stand; all that stand where there is no such mark."""
    seen = next((place for place in range(len(made), 0, -1) if made[place - 1].key == mark), 0)
    known = {one.key for one in made[:seen]}
    return [one for one in not_withdrawn(made) if one.key not in known]


def _numbers(number: str, taken: Container[str]) -> list[str]:
    """The number of a form and those that its further decisions got, up to the first one that is free."""
    numbers = [number]
    while numbers[-1] in taken:
        numbers.append(hashlib.sha256(numbers[-1].encode()).hexdigest()[:32])
    return numbers


def _bears_on(one: Decision, other: Decision) -> bool:
    """Whether who takes a decision wants to know of another one: on the same passage or theme, or on the whole policy of either."""
    if PASSAGE in {one.soort, other.soort}:
        return one.soort == other.soort and one.passage == other.passage
    return one.gm_code == other.gm_code and (POLICY in {one.soort, other.soort} or one.thema == other.thema)


def _same(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same, whenever they were made."""
    return replace(one, id="", wanneer="") == replace(other, id="", wanneer="")


def by_municipality(made: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Return the decisions on the policy and the themes of each municipality that stand, in order, by CBS code."""
    found: dict[str, list[Decision]] = {}
    for decision in not_withdrawn(made):
        if decision.soort in {POLICY, THEME}:
            found.setdefault(decision.gm_code, []).append(decision)
    return found


def verdict_of(decisions: Iterable[Decision], one: Row) -> Verdict:
    """Return how the review of a municipality stands by the decisions on it; `one` is the municipality as the site's file has it."""
    found = weighed(decisions, _grounds(one))
    if found.verdict is None:
        return Verdict(OPEN)
    return Verdict(REOPENED if found.lapsed else DECIDED, found.verdict, found.lapsed)


def theme_corrections(decisions: Iterable[Decision], one: Row) -> dict[str, Decision]:
    """Return the corrections of themes that count, by theme; the decisions and `one` as in `verdict_of`."""
    return {decision.thema: decision for decision in weighed(decisions, _grounds(one)).corrections}


def _grounds(one: Row) -> Grounds:
    return Grounds(one["stukken"], one["geldend"], one["kopieen"])


def of_passage(made: Iterable[Decision], text: str) -> list[Decision]:
    """Return the decisions on a passage, by its text as it was judged."""
    return [decision for decision in not_withdrawn(made) if decision.soort == PASSAGE and decision.passage == text]


def reviewer_agreement(made: Iterable[Decision]) -> ReviewerAgreement:
    """Compare what different people said of the same thing on the same evidence; of each person the last word counts."""
    by_thing: dict[tuple[object, ...], dict[str, Decision]] = {}
    for decision in not_withdrawn(made):
        by_thing.setdefault(_thing(decision), {})[decision.wie] = decision
    pairs = [pair for said in by_thing.values() for pair in combinations(said.values(), 2)]
    disputed = tuple(pair for pair in pairs if _said(pair[0]) != _said(pair[1]))
    return ReviewerAgreement(len(pairs), len(pairs) - len(disputed), disputed)


def _thing(decision: Decision) -> tuple[object, ...]:
    if decision.soort == PASSAGE:
        return PASSAGE, decision.passage
    return decision.soort, decision.gm_code, decision.thema, tuple(sorted(decision.bewijs))


def _said(decision: Decision) -> tuple[object, ...]:
    if decision.soort == PASSAGE:
        return frozenset(decision.labels), decision.sterkte
    return (decision.oordeel,)
