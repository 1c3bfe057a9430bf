"""Which of all days that a paper names is its own, and whether it tells that it was decided.

Two witnesses are heard: the rules (`dates`), which know the forms that papers use, and the role that the words around each date
suggest (`day_roles`), which knows what no rule foresaw. `dagkaart.json` says how far each is believed, by the kind of paper and by
whether it is a draft; it is made by `themaspin dagkaart` from the papers of `corpus/dagen`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from pipeline.documents.clause import CLOSING, LINE, SENTENCE, SIGNED, Clause
from pipeline.documents.dates import CHANGED, OPENING, OWN_FIELD, date_of
from pipeline.documents.day_roles import TABLE, DayRole, RoleTable, role_table
from pipeline.documents.day_signs import FOREIGN_SIGN, DayMention, mentions_of
from pipeline.documents.kind import SALUTATION
from pipeline.documents.paper import ADOPTABLE, Derived, PaperKind, PaperStatus
from pipeline.documents.parts import Parts, page_source
from pipeline.foundation.logistic_card import LogisticCard, files_id

CARD = Path(__file__).parent / "dagkaart.json"
LEAST = 0.35
"""Chance under which no day is believed to be the paper's own on the words alone."""
LEAD = 0.2
"""So much likelier a day must be than that of the rules to take its place."""
SETTLED = {CLOSING, SIGNED, LINE, OPENING, CHANGED, "stemming", "vergaderdatum", "dag van het antwoord"}
"""What rules read there stands: of 90 such days in `corpus/dagen` 88 were right. Days of an answer to questions
came later and are not counted in that."""
SURE = 0.5
"""Chance from which the words around a paper's day tell that it was decided on it."""
RELATIVE = (DayRole.DECIDED, DayRole.PAPER, DayRole.PUBLISHED, DayRole.MEETING)
"""Roles for which it counts how a day compares with the best of the paper."""
DRAFTS = {PaperStatus.DRAFT, PaperStatus.ANNOUNCED}


@dataclass(frozen=True)
class Witnesses:
    """What is known before a day is chosen: every mention of a day, and what the rules found."""

    mentions: tuple[DayMention, ...]
    by_rules: Derived[date | None]
    clauses: tuple[Clause, ...]
    kind: PaperKind
    status: PaperStatus
    letter: bool
    """Whether it addresses somebody: under a letter a council decides nothing."""
    table: RoleTable | None = None
    """By which the words are weighed; without one, the table in use."""

    @cached_property
    def heard(self) -> tuple[tuple[DayMention, Mapping[DayRole, float]], ...]:
        """Each mention with the chances of its roles."""
        table = self.table or role_table()
        return tuple((mention, table.chances(mention.signs)) for mention in self.mentions)

    def decided_on(self, day: date | None) -> float:
        """Return the chance that the paper was decided on that day, by the mention that says so most clearly."""
        return max((chances[DayRole.DECIDED] for mention, chances in self.heard if mention.day == day), default=0.0)

    @property
    def settled(self) -> bool:
        """Whether the rules' day stands whatever the words say: read where it hardly ever errs, the day of a letter, which speaks of
        others' decisions, that which a proposal says to be its own, before the meeting that is to decide, or that on which a report or
        budget says that it was adopted, among all the days that it tells of.
        """
        source = self.by_rules.source.partition(",")[0]
        proposal = self.kind is PaperKind.COUNCIL_PAPER and self.status is PaperStatus.DRAFT
        reported = self.kind is PaperKind.OTHER and self.status is PaperStatus.ADOPTED
        return (
            source in SETTLED
            or (proposal and source == OWN_FIELD)
            or (reported and source == SENTENCE)
            or (self.letter and self.kind not in ADOPTABLE and self.by_rules.value is not None)
        )

    def may_be_own(self, day: date) -> bool:
        """Return whether some mention of the day is of something else neither by the rules nor by the words."""
        heard = [chances for mention, chances in self.heard if mention.day == day and FOREIGN_SIGN not in mention.signs]
        return any(chances[DayRole.OTHER] < max(chances.values()) for chances in heard)

    def tells_whole(self, month: date) -> bool:
        """Whether the rules' day is within what the paper gives as a mere month: its cover says "november 2021", its colofon which
        day."""
        ruled = self.by_rules.value
        written = [mention.found.whole for mention in self.mentions if mention.day == month]
        return ruled is not None and bool(written) and not any(written) and ruled.replace(day=1) == month

    def signs(self) -> dict[date, dict[str, float]]:
        """Return the signs of each day that may be the paper's, by day."""
        ruled = {self.by_rules.value} if self.by_rules.value else set()
        days = sorted({mention.day for mention in self.mentions} | ruled)
        sums = {day: self._roles(day) for day in days}
        best = {role: max((said[role] for said in sums.values()), default=0.0) for role in RELATIVE}
        return {day: self._signs_of(day, days, sums[day], best) for day in days}

    def _roles(self, day: date) -> dict[DayRole, float]:
        """The log-odds of each role of a day, by the mention that says it most clearly; of another paper's only if all say so."""
        heard = [chances for mention, chances in self.heard if mention.day == day]
        said = {role: max((chances[role] for chances in heard), default=0.0) for role in DayRole}
        said[DayRole.OTHER] = min((chances[DayRole.OTHER] for chances in heard), default=1.0)
        return {role: _log_odds(chance) for role, chance in said.items()}

    def _signs_of(
        self, day: date, days: Sequence[date], said: Mapping[DayRole, float], best: Mapping[DayRole, float]
    ) -> dict[str, float]:
        stage = "concept" if self.status in DRAFTS else "geen concept"
        form = "brief" if self.letter else self.kind
        signs = {"van achteren": min(3, len(days) - 1 - days.index(day)) / 3, "laatste": float(day == days[-1])}
        for role in DayRole:
            signs |= {f"{role}": said[role], f"{role}, {form}": said[role], f"{role}, {stage}": said[role]}
        for role in RELATIVE:
            signs[f"{role}: hoogste"] = float(said[role] == best[role] and said[role] > 0)
            signs |= {f"{role}: van de hoogste": best[role], f"{role}: onder de hoogste": said[role] - best[role]}
        if day == self.by_rules.value:
            source = self.by_rules.source.partition(",")[0]
            signs |= dict.fromkeys(("regel", f"regel: {source}", f"regel, {stage}", f"regel, {form}"), 1.0)
        signs["clausule"] = float(any(clause.day == day and clause.filled for clause in self.clauses))
        mentions = [mention for mention in self.mentions if mention.day == day]
        signs["in de bestandsnaam"] = float(any("in de bestandsnaam" in mention.signs for mention in mentions))
        signs["zonder dag of jaar"] = float(bool(mentions) and not any(mention.found.whole for mention in mentions))
        return signs


def witnesses_of(parts: Parts, clauses: Sequence[Clause], kind: PaperKind, status: PaperStatus) -> Witnesses:
    """Return what is known of a paper's days; `clauses` are those that can adopt it."""
    by_rules = date_of(parts, clauses, kind, status is PaperStatus.DRAFT)
    letter = any(SALUTATION.match(line.text) for line in parts.cover)
    return Witnesses(tuple(mentions_of(parts)), by_rules, tuple(clauses), kind, status, letter)


def _log_odds(chance: float) -> float:
    """Log-odds kept within what a handful of papers can teach."""
    return math.log((chance + 0.02) / (1.02 - chance))


@dataclass(frozen=True)
class DayCard(LogisticCard):
    """The weight of each sign of a day."""

    def choose(self, witnesses: Witnesses) -> Derived[date | None]:
        """Return the day that is the paper's own; the rules' where no day is likely enough."""
        ruled = witnesses.by_rules
        if witnesses.settled:
            return ruled
        chances = {day: self.chance_by(signs) for day, signs in witnesses.signs().items()}
        best = max(filter(witnesses.may_be_own, chances), key=lambda day: chances[day], default=None)
        lead = chances[best] - chances.get(ruled.value, 0.0) if best and ruled.value else 1.0
        if not best or chances[best] < LEAST or lead < LEAD or witnesses.tells_whole(best):
            return ruled
        return Derived(best, _source(best, witnesses))


def _source(day: date, witnesses: Witnesses) -> str:
    """Where a day was read, and as what."""
    mentions = [(mention, chances) for mention, chances in witnesses.heard if mention.day == day]
    mention, chances = max(mentions, key=lambda one: max(one[1][role] for role in RELATIVE))
    role = max(RELATIVE, key=lambda role: chances[role])
    return page_source(f"naar de woorden eromheen de dag van {_IN_WORDS[role]}", mention.page)


_IN_WORDS = {
    DayRole.DECIDED: "vaststelling",
    DayRole.PAPER: "het stuk",
    DayRole.PUBLISHED: "publicatie",
    DayRole.MEETING: "de vergadering",
}


@cache
def day_card() -> DayCard:
    """Return the card in use."""
    return DayCard.load(CARD)


@cache
def day_card_id() -> str:
    """Return a short name that changes with the numbers of card and table: papers are then identified again."""
    return files_id(CARD, TABLE)
