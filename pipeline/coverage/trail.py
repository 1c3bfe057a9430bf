"""What came of a motion: the later papers that speak of it, and whether one calls it done or refuses it (the evaluation's table 1).

A citation belongs to a motion when the same council or Provinciale Staten is meant, the paper is later than the motion, and number
or title is the motion's own. A number alone says little (every council numbers its motions anew), so it counts only for a paper of
the same municipality, within some years, and for the newest motion of that number; a stated date or year must be the motion's.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pipeline.coverage.dossier import Dossier
from pipeline.coverage.named_motions import meant, title_words
from pipeline.coverage.rules import Rules
from pipeline.documents.citations import ANOTHER_COUNCIL, CHAMBER
from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.motion import COUNCIL, STATES
from pipeline.documents.motion_number import MotionNumber, parsed_number
from pipeline.documents.outcome import DEFERRED, PASSED, REJECTED, UNKNOWN, WITHDRAWN
from pipeline.documents.paper import MotionCitation, PaperKind, PaperStatus
from pipeline.documents.validity import years_later
from pipeline.language.municipalities import line_of, successors

SAME_TITLE = 0.85
"""Likeness of two titles, 0 to 1, from which on they name the same motion."""
_OTHERS = (CHAMBER, ANOTHER_COUNCIL)


class FollowUp(StrEnum):
    """What came of a motion; the words of column `status_opvolging`."""

    NO_TRACE = "geen spoor"
    PENDING = "in behandeling"
    SETTLED = "afgedaan"
    REFUSED = "niet uitgevoerd"
    NOT_AT_ISSUE = "niet aan de orde"


@dataclass(frozen=True, slots=True)
class Step:
    """One paper on a motion's trail, with the sentence in which it speaks of the motion."""

    dossier: Dossier
    citation: MotionCitation


@dataclass(frozen=True, slots=True)
class Trail:
    """The later papers that speak of a motion, oldest first; `status` is what the last says of them that say how it ended."""

    motion: Dossier
    steps: tuple[Step, ...]

    @property
    def status(self) -> FollowUp:
        """What came of the motion, as far as papers say; of one that was lost nothing is pending."""
        said = _status(self.steps)
        lost = self.outcome in (REJECTED, WITHDRAWN)
        return FollowUp.NOT_AT_ISSUE if lost and said is FollowUp.PENDING else said

    @property
    def outcome(self) -> str:
        """How it was voted on: as the motion bears it, or of one that was put off or bears nothing as the last paper says that tells."""
        told = self.told_by
        return told.citation.outcome if told else self._borne

    @property
    def told_by(self) -> Step | None:
        """The later paper from which its outcome is known; None where the motion bears it itself or no paper tells."""
        if self._borne not in (DEFERRED, UNKNOWN):
            return None
        return next((step for step in reversed(self.steps) if step.citation.outcome), None)

    @property
    def _borne(self) -> str:
        return self.motion.paper.motion.outcome if self.motion.paper.motion else UNKNOWN

    @property
    def asks_policy(self) -> bool:
        """Whether it was passed, asks for a policy paper, and is not refused by who must make that."""
        motion, status = self.motion.paper.motion, self.motion.paper.status.value
        passed = status == PaperStatus.MOTION_PASSED or (self.told_by is not None and self.outcome == PASSED)
        return motion is not None and motion.asks_policy and passed and self.status is not FollowUp.REFUSED


@dataclass(frozen=True, slots=True)
class Unfound:
    """A motion that papers speak of, while the motion itself is not among the papers. `organ` is "" where nobody says."""

    organ: str
    gm_codes: tuple[str, ...]
    number: str
    title: str
    day: date | None
    """Its day, where a paper states one."""
    steps: tuple[Step, ...]

    @property
    def status(self) -> FollowUp:
        """What came of it, as far as papers say; of one that was lost nothing is pending."""
        said = _status(self.steps)
        lost = self.outcome in (REJECTED, WITHDRAWN)
        return FollowUp.NOT_AT_ISSUE if lost and said is FollowUp.PENDING else said

    @property
    def outcome(self) -> str:
        """How it was voted on, as the last paper says that tells."""
        return next((step.citation.outcome for step in reversed(self.steps) if step.citation.outcome), UNKNOWN)


def _status(steps: Sequence[Step]) -> FollowUp:
    if all(step.citation.untraced and not step.citation.decided for step in steps):
        return FollowUp.NO_TRACE
    last = next((step.citation for step in reversed(steps) if step.citation.decided), None)
    if last is None:
        return FollowUp.PENDING
    return FollowUp.REFUSED if last.refused else FollowUp.SETTLED


def trails(dossiers: Iterable[Dossier], day: date, rules: Rules) -> tuple[list[Trail], list[Unfound]]:
    """Return the trail of each motion seen on `day`, and the motions that are only cited; both in a fixed order."""
    seen = sorted((one for one in dossiers if one.readable and one.seen_on(day)), key=_order)
    motions = [motion for one in seen for motion in one.motions]
    by_body = _by_body(motions)
    found: dict[tuple[str, int], list[Step]] = {_key(one): [] for one in motions}
    loose: list[Step] = []
    for paper in seen:
        for citation in paper.paper.cites:
            mine = _cited_by(paper, citation, by_body, rules)
            for motion in mine:
                found[_key(motion)].append(Step(paper, citation))
            if not mine and _worth_finding(paper, citation):
                loose.append(Step(paper, citation))
    return [Trail(one, _once(found[_key(one)])) for one in motions], _unfound(loose)


def _worth_finding(paper: Dossier, citation: MotionCitation) -> bool:
    """Whether a motion that is not among the papers is to be shown as missing; a row of a list only where it names labour migrants."""
    if citation.organ in _OTHERS or citation.loose:
        return False
    if citation.listed:
        return bool(TARGET_GROUP.search(citation.text))
    return paper.paper.about.value or bool(citation.number)


def _key(motion: Dossier) -> tuple[str, int]:
    return motion.path, motion.place


def _order(dossier: Dossier) -> tuple[date, str]:
    return dossier.there_by or date.min, dossier.path


def _once(steps: Sequence[Step]) -> tuple[Step, ...]:
    """A step for each paper: that in which it says most."""
    best: dict[str, Step] = {}
    for step in steps:
        known = best.get(step.dossier.sha256)
        if known is None or _says(step.citation) > _says(known.citation):
            best[step.dossier.sha256] = step
    return tuple(best.values())


def _says(citation: MotionCitation) -> tuple[bool, bool]:
    return citation.decided, bool(citation.outcome)


def _by_body(motions: Iterable[Dossier]) -> dict[str, list[Dossier]]:
    """Motions by whose papers may speak of them: Provinciale Staten, or a municipality (CBS code) or one that it went into."""
    found: dict[str, list[Dossier]] = {}
    for motion in motions:
        owners = motion.paper.owners.value
        bodies = {STATES} if _moved_in_states(motion) else {heir for code in owners for heir in line_of(code)}
        for body in bodies:
            found.setdefault(body, []).append(motion)
    return found


def _cited_by(
    paper: Dossier, citation: MotionCitation, motions: Mapping[str, Sequence[Dossier]], rules: Rules
) -> list[Dossier]:
    near = {_key(one): one for body in (STATES, *paper.paper.owners.value) for one in motions.get(body, ())}
    if citation.loose:
        possible = [one for one in near.values() if _can_mean(paper, citation, one) and not _beside(paper, one)]
        return meant(citation, paper.paper.title.value, possible)
    able = [
        one
        for one in near.values()
        if _names(citation, one, paper, rules) and _can_mean(paper, citation, one) and not _beside(paper, one)
    ]
    if not citation.number or citation.date or citation.title:
        return able
    newest = max((_day(one) for one in able), default=date.min)
    return [one for one in able if _day(one) == newest]


def _beside(paper: Dossier, motion: Dossier) -> bool:
    """Whether a paper is itself a motion of that same meeting: the version that was changed, or one that goes with it."""
    return paper.paper.motion is not None and paper.there_by == _day(motion)


def _day(motion: Dossier) -> date:
    return (motion.paper.motion and motion.paper.motion.date) or motion.there_by or date.min


def _can_mean(paper: Dossier, citation: MotionCitation, motion: Dossier) -> bool:
    """A later paper of the same body, or one that says whose motion it is."""
    if paper.sha256 == motion.sha256 or _before(paper.there_by, _day(motion)):
        return False
    organ = citation.organ or (STATES if paper.paper.province.value or _moved_in_states(paper) else COUNCIL)
    if _moved_in_states(motion):
        return organ == STATES
    return organ == COUNCIL and _same_municipality(paper, motion)


def _before(one: date | None, day: date) -> bool:
    """Whether a paper is of before a day; one that has no date at all and cites a motion is of after it."""
    return one is not None and one < day


def _moved_in_states(dossier: Dossier) -> bool:
    return dossier.paper.motion is not None and dossier.paper.motion.organ == STATES


def _same_municipality(paper: Dossier, motion: Dossier) -> bool:
    """Whether the paper is of the motion's municipality, or of one that it went into."""
    if paper.paper.kind.value == PaperKind.REGIONAL_AGREEMENT:
        return False
    on = paper.there_by or date.max
    heirs = {heir.gm_code for code in motion.paper.owners.value for heir in successors(code, on)}
    return bool(set(paper.paper.owners.value) & (heirs | set(motion.paper.owners.value)))


def _names(citation: MotionCitation, dossier: Dossier, paper: Dossier, rules: Rules) -> bool:
    motion = dossier.paper.motion
    if motion is None or not _when_fits(citation, _day(dossier)):
        return False
    alike = bool(citation.title) and same_title(citation.title, dossier.paper.title.value)
    if citation.number and motion.number:
        mine, theirs = _number_of(motion.number, motion.date), parsed_number(citation.number)
        if mine is None or theirs is None:
            return motion.number.replace(" ", "").lower() == citation.number.lower()
        if not mine.same_as(theirs):
            return False
        in_time = paper.there_by is not None and paper.there_by < years_later(_day(dossier), rules.motie_spoor_jaren)
        return (alike or not citation.title) and (in_time or alike or bool(citation.date))
    return alike


def _when_fits(citation: MotionCitation, day: date) -> bool:
    if citation.date:
        return citation.date == day or day == date.min
    return citation.year is None or day == date.min or citation.year == day.year


@lru_cache(maxsize=4096)
def _number_of(written: str, day: date | None) -> MotionNumber | None:
    """A motion's number with the year of its meeting, so that one of another year is another motion."""
    number = parsed_number(written)
    if number is None or number.year is not None or day is None:
        return number
    return MotionNumber(number.series, number.serial, number.letter, day.year)


@lru_cache(maxsize=4096)
def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same motion: alike but for "Motie 13a" in front; a part of three words or more will do."""
    first, second = title_words(one), title_words(other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short.split()) >= 3 and f" {short} " in f" {long} ":
        return True
    return difflib.SequenceMatcher(None, first, second).ratio() >= SAME_TITLE


def _unfound(loose: Sequence[Step]) -> list[Unfound]:
    bodies = [(_body_of(step), step) for step in loose]
    numbered = {
        (body, title_words(step.citation.title)): _name_key(step.citation)
        for body, step in bodies
        if step.citation.number and step.citation.title
    }
    groups: dict[tuple[tuple[str, tuple[str, ...]], str], list[Step]] = {}
    for body, step in bodies:
        name = _name_key(step.citation)
        alone = not step.citation.number
        groups.setdefault((body, numbered.get((body, name), name) if alone else name), []).append(step)
    return [
        Unfound(*body, _first(steps, "number"), _first(steps, "title"), _day_told(steps), _once(steps))
        for (body, _), steps in sorted(groups.items(), key=lambda group: group[0])
    ]


def _body_of(step: Step) -> tuple[str, tuple[str, ...]]:
    """Whose motion a paper speaks of: Provinciale Staten, or the council with its CBS codes."""
    citation, paper = step.citation, step.dossier.paper
    if citation.organ == STATES or (not citation.organ and paper.province.value is not None):
        return STATES, ()
    return COUNCIL if paper.owners.value else "", paper.owners.value


def _day_told(steps: Sequence[Step]) -> date | None:
    """The motion's day as a paper states it, which cannot lie after that paper's own."""
    told = (step.citation.date for step in steps if not _before(step.dossier.there_by, step.citation.date or date.min))
    return next(filter(None, told), None)


def _name_key(citation: MotionCitation) -> str:
    number = parsed_number(citation.number) if citation.number else None
    if number:
        return f"{number.series}{number.serial:05}{number.letter}"
    return citation.number.lower() or title_words(citation.title)


def _first(steps: Sequence[Step], field: str) -> Any:
    """The first value that a citation has for a field; else what it has for none ("" or None)."""
    values = [getattr(step.citation, field) for step in steps]
    return next((value for value in values if value), values[0])


def by_place(found: Iterable[Trail]) -> Mapping[tuple[str, int], Trail]:
    """Return trails by the path of their motion and which one it is there."""
    return {_key(trail.motion): trail for trail in found}
