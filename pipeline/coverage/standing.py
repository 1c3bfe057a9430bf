"""Where everybody stands on a day: municipalities, regions and motions together, from dossiers alone.

Nothing is read or judged here, so any number of days can be asked of what one run stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.coverage.dossier import Dossier
from pipeline.coverage.holdings import holdings
from pipeline.coverage.municipality import Holding, Position, position
from pipeline.coverage.regions import RegionPosition, region_positions
from pipeline.coverage.review import Review, review, with_passages
from pipeline.coverage.rules import Rules
from pipeline.coverage.trail import Trail, Unfound, by_place, trails
from pipeline.language.municipalities import Municipality, municipalities_on
from pipeline.store.decisions import Decision


@dataclass(frozen=True, slots=True)
class Standing:
    """All that dossiers say of one day. Mappings are by CBS code and have every municipality of that day."""

    day: date
    municipalities: tuple[Municipality, ...]
    holdings: Mapping[str, Holding]
    positions: Mapping[str, Position]
    reviews: Mapping[str, Review]
    regions: Sequence[RegionPosition]
    trails: Sequence[Trail]
    cited_only: Sequence[Unfound]
    """Motions that papers speak of while they are not among the papers themselves."""


def standing(
    dossiers: Sequence[Dossier], day: date, provinces: Sequence[str], decisions: Sequence[Decision], rules: Rules
) -> Standing:
    """Return where everybody of these provinces (all when none is given) stands on `day`. Raises OnbekendeProvincie."""
    municipalities = municipalities_on(day, provinces)
    held = holdings(dossiers, municipalities, day, rules)
    traced, cited_only = trails(dossiers, day, rules)
    followed = by_place(traced)
    machine = {code: position(holding, day, rules, followed) for code, holding in held.items()}
    positions, reviews = review(machine, decisions)
    reviews = with_passages(reviews, held)
    regions = region_positions(municipalities, positions, dossiers, day)
    return Standing(day, municipalities, held, positions, reviews, regions, traced, cited_only)
