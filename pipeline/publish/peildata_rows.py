"""The CSV tables of `themaspin overzicht`: municipalities and regions by peildatum, and motions with what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.coverage.standing import Standing
from pipeline.coverage.trail import FollowUp, Step, Trail, Unfound
from pipeline.language.municipalities import by_code
from pipeline.publish.tables import Row


def municipality_rows(days: Sequence[Standing]) -> Iterator[Row]:
    """Rows of `gemeenten`, by day and name."""
    for number, day in enumerate(days):
        former = days[number - 1].positions if number else {}
        for one in day.municipalities:
            here, before = day.positions[one.gm_code], former.get(one.gm_code)
            yield {
                "peildatum": day.day,
                "gm_code": one.gm_code,
                "gemeente": one.name,
                "regio": one.region,
                "status": here.status,
                "vorige_status": before.status if before else None,
                "beleidstype": here.type,
                "actueel": here.current,
                "beleid_titel": [dossier.paper.title.value for dossier in here.policy],
                "ouder_beleid": [dossier.paper.title.value for dossier in here.beside],
            }


def region_rows(days: Sequence[Standing]) -> Iterator[Row]:
    """Rows of `regios`, by day and name."""
    for day in days:
        for region in day.regions:
            yield {
                "peildatum": day.day,
                "regio": region.name,
                "gemeenten": len(region.members),
                "regionale_afspraken": region.agreement,
                "inhoud": region.content,
                "stukken": [dossier.path for dossier in region.papers],
                **dict(region.counts),
            }


def motion_rows(day: Standing) -> Iterator[Row]:
    """Rows of `moties`: motions by date, then those that are only cited."""
    for trail in by_date(day.trails):
        yield _motion_row(trail)
    for missing in day.cited_only:
        yield _missing_row(missing)


def by_date(trails: Sequence[Trail]) -> list[Trail]:
    """Return trails by the date of their motion, undated ones first."""
    return sorted(trails, key=lambda trail: (_date(trail) or date.min, trail.motion.path))


def _date(trail: Trail) -> date | None:
    return trail.motion.paper.motion.date if trail.motion.paper.motion else None


def _motion_row(trail: Trail) -> Row:
    dossier, motion = trail.motion, trail.motion.paper.motion
    owners = [by_code(code) for code in dossier.paper.owners.value]
    return {
        "bestand": dossier.path,
        "orgaan": motion.organ if motion else None,
        "gm_code": [one.gm_code for one in owners],
        "gemeente": [one.name for one in owners],
        "nummer": motion.number if motion else None,
        "titel": dossier.paper.title.value,
        "datum": _date(trail),
        "uitslag": trail.outcome if motion else None,
        "verzoeken": list(motion.requests) if motion else [],
        "themas": list(dossier.motion_themes),
        "status_opvolging": trail.status,
        "opvolging": [step.dossier.path for step in trail.steps],
    }


def _missing_row(missing: Unfound) -> Row:
    return {
        "bestand": None,
        "orgaan": missing.organ,
        "gm_code": list(missing.gm_codes),
        "gemeente": [by_code(code).name for code in missing.gm_codes],
        "nummer": missing.number,
        "titel": missing.title,
        "datum": missing.day,
        "uitslag": None,
        "verzoeken": [],
        "themas": [],
        "status_opvolging": missing.status,
        "opvolging": [step.dossier.path for step in missing.steps],
    }


def came_of(status: FollowUp, steps: Sequence[Step]) -> str:
    """Return in Dutch what came of a motion: its status, and the papers on its trail with their dates."""
    papers = [
        f"{step.dossier.paper.title.value or step.dossier.path} ({short_day(step.dossier.moment)})" for step in steps
    ]
    return f"{status}: {'; '.join(papers)}" if papers else status.value


def short_day(day: date | None) -> str:
    """Return a day as it is written in a table: 1-1-2021; "zonder datum" for None."""
    return f"{day.day}-{day.month}-{day.year}" if day else "zonder datum"
