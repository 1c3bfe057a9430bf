"""A dossier: one paper with where it lies, what it is, and what it says of the themes. The unit of the coverage rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.coverage.assessment import COVERED, Assessment, PolicyType, policy_type
from pipeline.documents.paper import BundledMotion, Derived, Paper, PaperKind, PaperStatus
from pipeline.extraction.blocks import FileState
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?(?:[-–/]|t/m|tot(?: en met)?)\s?(?:20)?\d\d(?!\d)")
"""The years a paper is for ("2022-2026"). It may be of the year before; a lone year may be a horizon ("Visie 2030")."""
BEFORE_MEETING = timedelta(weeks=6)
"""So long before the meeting that is to decide on it a proposal is taken to be there: about as far ahead as councils get their papers."""
ENDED = {PaperStatus.WITHDRAWN, PaperStatus.LAPSED}


@dataclass(frozen=True, slots=True)
class Dossier:
    """One paper. Twins (the same content under several names) share a dossier; `path` is the first name, in order of names. Of papers
    with the same `text` and another content each has one, and `coverage.copies` says which of them counts.

    `moment` is the paper's own date; None where it states none. `made` is the day its PDF was made: whatever the paper is, it is no
    younger. `paper` is derived from the name alone where the file could not be read.
    """

    path: str
    sha256: str
    state: FileState
    reason: str
    paper: Paper
    assessment: Assessment
    moment: date | None
    passages: Sequence[Passage] = ()
    judged: Sequence[JudgedText] = ()
    request_themes: tuple[tuple[Theme, ...], ...] = ()
    """Of a motion: the themes of each of its requests, in order."""
    bundled_themes: tuple[tuple[tuple[Theme, ...], ...], ...] = ()
    """Of each motion that stands behind the first one: the same."""
    place: int = 0
    """Of a motion in a bundle: which one, from 0."""
    made: date | None = None
    corrected: tuple[str, ...] = ()
    """Keys of the decisions by which reviewers corrected its passages, sorted."""
    text: str = ""
    """The same for papers with the same text, whatever their bytes; "" where too little of it was read to tell."""
    stated: bool = False
    """Whether a `.toml` lies beside it."""
    copies: tuple[str, ...] = ()
    """SHA-256 of other papers with the same text that count as this one, sorted; only known where all papers are seen together."""

    adopted_by: str = ""
    """Path of the paper that says that it was adopted, where it is a draft by its own words; only known with the papers of its owner
    (see `coverage.adopting`)."""

    @property
    def readable(self) -> bool:
        """Whether its text could be read."""
        return self.state == FileState.OK

    @property
    def motion_themes(self) -> tuple[Theme, ...]:
        """The themes of all that a motion asks, in the order of the codebook.

        Where no request could be told apart, those of the motion as a whole that are aims or measures.
        """
        asked = {theme for themes in self.request_themes for theme in themes}
        if self.paper.motion is not None and not self.request_themes:
            asked = {theme for theme, finding in self.assessment.findings.items() if finding.level >= COVERED}
        return tuple(theme for theme in Theme if theme in asked)

    @property
    def motions(self) -> tuple[Dossier, ...]:
        """The motions in it, each as a dossier of its own at the same path: itself, and those that stand behind the first."""
        if self.paper.motion is None:
            return ()
        themes = self.bundled_themes or ((),) * len(self.paper.bundled)
        further = zip(self.paper.bundled, themes, strict=True)
        return (self, *(self._bundled(place, one, its_own) for place, (one, its_own) in enumerate(further, 1)))

    def _bundled(self, place: int, one: BundledMotion, themes: tuple[tuple[Theme, ...], ...]) -> Dossier:
        said = "motie in dezelfde PDF"
        paper = replace(
            self.paper, title=Derived(one.title, said), motion=one.motion, status=Derived(one.status, said), bundled=()
        )
        return replace(self, paper=paper, request_themes=themes, bundled_themes=(), place=place)

    @property
    def decided(self) -> bool:
        """Whether what it decides was decided: it was adopted, or is of a kind that is not, as the list of what an organ decided."""
        return self.paper.status.value in {PaperStatus.ADOPTED, *ENDED} or self.paper.kind.value is PaperKind.OTHER

    @property
    def is_policy(self) -> bool:
        """Whether it is a municipality's own policy on labour migration, whatever its status."""
        return self.paper.holds_policy and self.type != PolicyType.NONE

    @property
    def says_something(self) -> bool:
        """Whether it says anything of any theme, be it a description or in doubt; a paper that does not holds no policy on it."""
        return any(finding.level or finding.uncertain for finding in self.assessment.findings.values())

    @property
    def type(self) -> PolicyType:
        """The type of policy this paper is by itself; `geen` where it says nothing of any theme."""
        on_topic = self.readable and self.paper.about.value and self.says_something
        agreement = self.paper.kind.value == PaperKind.REGIONAL_AGREEMENT
        if not on_topic or not (agreement or self.paper.holds_policy):
            return PolicyType.NONE
        return policy_type(self.assessment.own_footing)

    @property
    def there_by(self) -> date | None:
        """The day on which it was there for certain: its own date, else the day its PDF was made; None where neither is known."""
        return self.moment or self.made

    def past_its_years(self, day: date) -> str:
        """The years that its title is for, where they are over by that day and it names no end itself; "" where it is not so. Policy holds
        on: years in a title end nothing."""
        years = SPAN.search(self.paper.title.value)
        over = years is not None and int(years[0][-2:]) + 2000 < day.year
        return years[0] if years and over and self.paper.valid_until.value is None else ""

    def seen_on(self, day: date) -> bool:
        """Whether it is dated on or before that day. One without a date is seen on any day, unless its title is for later years.

        The day its PDF was made does not hide it: a scan or a new export is often years younger than the paper. A proposal that gives no
        day but that of the meeting to come is there some weeks before it, on whatever day it is read.
        """
        if self.moment is not None:
            return self.moment - (BEFORE_MEETING if self.paper.awaits_meeting else timedelta()) <= day
        return all(int(year) <= day.year + 1 for year in SPAN.findall(self.paper.title.value))

    def in_force_on(self, day: date) -> bool:
        """Whether it was adopted by that day and had not ended by its own words. What a later paper ends is not seen here."""
        if not self.seen_on(day):
            return False
        ends = self.paper.valid_until.value
        if self.paper.status.value in ENDED:
            return ends is not None and day < ends and self.paper.date.value is not None
        return self.paper.status.value == PaperStatus.ADOPTED and (ends is None or day < ends)
