"""What a paper is: the types that documents hands to coverage and publish."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


FILE_NAME = "bestandsnaam"
"""Source of what nothing but the name of the file says."""


class PaperKind(StrEnum):
    """Sort of paper whatever its subject; the words of `documents.csv`, column `soort`."""

    POLICY = "beleid"
    MOTION = "motie"
    COUNCIL_PAPER = "raadsstuk"
    REGIONAL_AGREEMENT = "regionale_afspraak"
    OTHER = "overig"


ADOPTABLE = {PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT}
"""Kinds that signatures and loose lines adopt; under a letter signatures adopt nothing, in a planning "besluit" is still to come."""


class PaperStatus(StrEnum):
    """Status as the paper itself shows it; the words of `documents.csv`, column `status`."""

    ADOPTED = "vastgesteld"
    DRAFT = "concept"
    ANNOUNCED = "in_ontwikkeling"
    MOTION_PASSED = "aangenomen"
    MOTION_REJECTED = "verworpen"
    WITHDRAWN = "ingetrokken"
    LAPSED = "vervallen"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Derived(Generic[T_co]):
    """A value with where it came from, in Dutch ("vaststellingsclausule, blz. 7", "map van het bestand", "nota.toml")."""

    value: T_co
    source: str


@dataclass(frozen=True, slots=True)
class Motion:
    """What a motion says of itself. `requests` holds the text of each request, without bullet."""

    number: str
    organ: str
    """"gemeenteraad" or "Provinciale Staten"."""
    date: datetime.date | None
    movers: tuple[str, ...]
    """Parties that moved it, as written."""
    outcome: str
    """"aangenomen", "verworpen", "ingetrokken", "aangehouden" or "onbekend"."""
    requests: tuple[str, ...]
    asks_policy: bool
    """Whether it asks for a policy paper, not for a single service."""
    stating: tuple[str, ...] = ()
    """What it states as fact (constaterende dat), item by item."""
    considering: tuple[str, ...] = ()
    """What it weighs and holds (overwegende dat, van mening dat), item by item."""


@dataclass(frozen=True, slots=True)
class MotionCitation:
    """A place where a paper speaks of a motion ("motie 61a", "de motie Zicht op arbeidsmigranten").

    `date` is the motion's own day where the sentence gives it, `year` its year ("motie 7 uit 2019"). `settled` says whether the
    paper calls the motion done ("afgedaan", "hiermee is uitvoering gegeven aan"), not that it will be. `organ` is
    "Provinciale Staten", "Tweede Kamer" or "een andere raad" where the sentence names whose motion it is, else "". `refused` says
    whether the paper says that the motion will not be carried out. `outcome` is how it was voted on, where the paper tells; else "".
    `untraced` says whether the paper looked for what came of it and found nothing. `listed` says whether it is one of the rows of a list of
    motions, of whatever subject. `loose` says whether it is named by neither number nor quoted title: `title` is then what stands behind
    the word.
    """

    number: str
    title: str
    date: datetime.date | None
    page: int
    text: str
    settled: bool
    year: int | None = None
    organ: str = ""
    refused: bool = False
    outcome: str = ""
    listed: bool = False
    untraced: bool = False
    loose: bool = False

    @property
    def decided(self) -> bool:
        """Whether the paper says how it ended."""
        return self.settled or self.refused


@dataclass(frozen=True, slots=True)
class BundledMotion:
    """A further motion in the same PDF."""

    title: str
    motion: Motion
    status: PaperStatus


@dataclass(frozen=True, slots=True)
class Extension:
    """That an earlier paper holds longer: until the first day `until`, else `years` more than it said itself, else (0) for good."""

    title: str
    until: datetime.date | None
    years: int = 0


@dataclass(frozen=True, slots=True)
class Annulment:
    """That a court annulled an earlier paper, from a day."""

    title: str
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Ending:
    """That an earlier paper was withdrawn or holds no longer, as a paper tells; from a day, or None where none is said."""

    title: str
    day: datetime.date | None


@dataclass(frozen=True, slots=True)
class Adoption:
    """That an organ adopted an earlier paper, on a day where one is said. `told`: the paper tells of it; else it is the decision itself,
    which counts where this was taken. `anew`: what holds already is adopted once more."""

    title: str
    day: datetime.date | None
    told: bool
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything derived from one paper's own text, name and place.

    `owners` are CBS codes (GM0000) of the municipalities it belongs to; () where nobody in particular. `province` is set when the
    paper is a province's own. `valid_until` is the first day it no longer holds. `replaces` are titles as written of papers that
    this one withdraws or replaces. `announces` is true when it announces labour-migration policy still to come.
    """

    title: Derived[str]
    kind: Derived[PaperKind]
    owners: Derived[tuple[str, ...]]
    region: Derived[str | None]
    date: Derived[datetime.date | None]
    status: Derived[PaperStatus]
    valid_until: Derived[datetime.date | None]
    replaces: Derived[tuple[str, ...]]
    about: Derived[bool]
    announces: Derived[bool]
    scope: Derived[tuple[tuple[int, int], ...] | None]
    """For a framework vision: half-open ranges of passage numbers on labour migrants, in order; None: the whole paper counts."""
    motion: Motion | None = None
    bundled: tuple[BundledMotion, ...] = ()
    """The motions that stand behind the first one, in reading order."""
    province: Derived[str | None] = Derived(None, "")
    """Name of the province whose own paper it is ("Noord-Brabant")."""
    encloses_policy: Derived[bool] = Derived(False, "")
    """Of a council paper: whether the policy that it proposes or adopts stands in it."""
    replaces_from: datetime.date | None = None
    """The day from which what a decision withdraws has ended, where it names one; else that is the decision's own day."""
    extends: tuple[Extension, ...] = ()
    """Earlier papers that hold longer by this one."""
    annuls: tuple[Annulment, ...] = ()
    """Earlier papers of which this one tells that a court annulled them."""
    ends_told: tuple[Ending, ...] = ()
    """Earlier papers of which it tells as a fact that they were withdrawn or hold no longer, be it no decision itself."""
    adopts: tuple[Adoption, ...] = ()
    """Earlier papers that it adopts, or tells that an organ adopted."""
    announces_theirs: bool = False
    """Whether what it announces is called policy on labour migrants, be the paper itself on something else."""
    calls_off: bool = False
    """Whether it tells that policy on labour migration that was on its way will not come."""
    shared: bool = False
    """Whether it has several owners because the same file lies with each of them."""
    awaits_meeting: bool = False
    """Whether it is a draft or announcement of which `date` is that of the meeting that is to deal with it."""
    cites: tuple[MotionCitation, ...] = ()
    """Motions that the paper refers to, itself excluded."""

    @property
    def motions(self) -> tuple[Motion, ...]:
        """All motions in it, in reading order."""
        return (self.motion, *(one.motion for one in self.bundled)) if self.motion else ()

    @property
    def holds_policy(self) -> bool:
        """Whether it is policy of its owner, or a council paper with the policy itself in it (a letter or a list holds none)."""
        return self.kind.value is PaperKind.POLICY or self.encloses_policy.value


def paper_not_understood(title: str, why: str) -> Paper:
    """Return a paper of which nothing is known but how it is called; `why` (Dutch) is the source of all that."""
    return Paper(
        title=Derived(title, FILE_NAME),
        kind=Derived(PaperKind.OTHER, why),
        owners=Derived((), why),
        region=Derived(None, why),
        date=Derived(None, why),
        status=Derived(PaperStatus.UNKNOWN, why),
        valid_until=Derived(None, why),
        replaces=Derived((), why),
        about=Derived(False, why),
        announces=Derived(False, why),
        scope=Derived(None, why),
    )
