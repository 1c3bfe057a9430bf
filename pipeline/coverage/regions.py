"""The regional table: per region how its municipalities stand, and what its own agreements are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.coverage.assessment import PolicyType, policy_type
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.municipality import Position, Status
from pipeline.coverage.succession import in_force
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.language.municipalities import Municipality


class RegionalAgreements(StrEnum):
    """Whether a region has agreements on labour migration; the words of column `regionale_afspraken`."""

    YES = "ja"
    DRAFT = "in concept"
    NO = "nee"


@dataclass(frozen=True, slots=True)
class RegionPosition:
    """A region at a peildatum: its members, how many stand where, its agreements and the type of their content."""

    name: str
    members: tuple[Municipality, ...]
    counts: Mapping[Status, int]
    agreement: RegionalAgreements
    content: PolicyType
    papers: tuple[Dossier, ...]


def region_positions(
    municipalities: Sequence[Municipality], positions: Mapping[str, Position], dossiers: Iterable[Dossier], day: date
) -> list[RegionPosition]:
    """Return the regions of these municipalities, by name."""
    members: dict[str, list[Municipality]] = {}
    for one in municipalities:
        if one.region:
            members.setdefault(one.region, []).append(one)
    regional = [dossier for dossier in dossiers if _is_agreement(dossier) and dossier.seen_on(day)]
    return [_region(name, members[name], positions, regional, day) for name in sorted(members)]


def _is_agreement(dossier: Dossier) -> bool:
    return dossier.readable and dossier.paper.about.value and dossier.paper.kind.value == PaperKind.REGIONAL_AGREEMENT


def _region(
    name: str,
    members: Sequence[Municipality],
    positions: Mapping[str, Position],
    regional: Sequence[Dossier],
    day: date,
) -> RegionPosition:
    papers = [dossier for dossier in regional if _concerns(dossier, name, members)]
    adopted = in_force(papers, day)
    drafts = [dossier for dossier in papers if dossier.paper.status.value in {PaperStatus.DRAFT, PaperStatus.ANNOUNCED}]
    agreement = RegionalAgreements.YES if adopted else RegionalAgreements.DRAFT if drafts else RegionalAgreements.NO
    bearing = adopted or drafts
    content = policy_type({theme for dossier in bearing for theme in dossier.assessment.own_footing})
    counts = {status: sum(positions[one.gm_code].status == status for one in members) for status in Status}
    return RegionPosition(
        name, tuple(members), counts, agreement, content if bearing else PolicyType.NONE, tuple(bearing)
    )


def _concerns(dossier: Dossier, name: str, members: Sequence[Municipality]) -> bool:
    """By the region it names, or else because most of its owners lie in the region; what one municipality agrees with others is its own."""
    if dossier.paper.region.value is not None:
        return dossier.paper.region.value == name
    owners = set(dossier.paper.owners.value)
    return 2 * len(owners & {one.gm_code for one in members}) > len(owners) > 1
