"""Gemeente: its papers on a timeline, and each theme with its level, reasons and evidence."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from pipeline.themes.codebook import Theme, codebook
from pipeline.web import queries
from pipeline.web.evidence import shown
from pipeline.web.log import by_municipality, theme_corrections, verdict_of
from pipeline.web.queries import PAGE_LENGTH, Row
from pipeline.web.site import Problem, chosen_day, site_of, start_of

router = APIRouter()
FEW = 3
"""Passages per theme that the page shows at once."""
BEARING = {"beleid", "geldend"}
"""Parts of papers that bear a municipality's cells."""


@router.get("/gemeente/{gm_code}")
def municipality(request: Request, gm_code: str, peildatum: str = "") -> Response:
    """Everything known of one municipality at a peildatum."""
    site = site_of(request)
    with site.reading() as known:
        known_day, known_days = chosen_day(known, peildatum)
        one = the_municipality(known, known_day.peildatum, gm_code)
        papers = queries.papers_of(known, known_day.peildatum, gm_code)
        themes = [_with_passages(known, theme, one, papers) for theme in Theme]
        changes = [row for row in queries.changes(known, known_day.peildatum) if row["gm_code"] == gm_code]
    decided = by_municipality(site.log.all()).get(gm_code, [])
    return site.page(
        request,
        "gemeente.html",
        stand=known_day,
        standen=known_days,
        gemeente=one,
        stukken=papers,
        geeindigd=one.get("geeindigd", {}),
        op_pad={paper["bestand"]: paper for paper in papers},
        thema_delen=themes,
        jaren=timeline(papers),
        veranderingen=changes,
        oordeel=verdict_of(decided, one),
        verbeteringen=theme_corrections(decided, one),
    )


@router.get("/gemeente/{gm_code}/{thema}")
def evidence(request: Request, gm_code: str, thema: str, peildatum: str = "", vanaf: int = 0) -> Response:
    """All passages of a municipality's policy in force that carry a theme."""
    if thema not in set(Theme):
        raise Problem(404, "Dit thema bestaat niet.")
    site = site_of(request)
    start = start_of(vanaf)
    with site.reading() as known:
        known_day, _ = chosen_day(known, peildatum)
        one = the_municipality(known, known_day.peildatum, gm_code)
        papers = queries.papers_of(known, known_day.peildatum, gm_code)
        shas = in_force_of(papers)
        found = queries.evidence(known, shas, thema, PAGE_LENGTH, start)
        pieces = shown(known, found, names_of(papers))
        number = queries.evidence_count(known, shas, thema)
        doubts = shown(known, queries.doubtful(known, shas, thema), names_of(papers)) if not start else []
    return site.page(
        request,
        "thema.html",
        stand=known_day,
        gemeente=one,
        thema=thema,
        uitleg=codebook()[Theme(thema)],
        passages=pieces,
        twijfels=doubts,
        aantal=number,
        vanaf=start,
        lengte=PAGE_LENGTH,
    )


def the_municipality(known: sqlite3.Connection, peildatum: str, gm_code: str) -> dict[str, Any]:
    """Return a municipality at a peildatum. Raises Problem where there is none."""
    found = queries.municipality(known, peildatum, gm_code) if re.fullmatch(r"GM\d{4}", gm_code) else None
    if found is None:
        raise Problem(404, "Deze gemeente is er niet op deze peildatum, of ligt buiten de gekozen provincies.")
    return dict(found)


def _with_passages(known: sqlite3.Connection, theme: str, one: Row, papers: Sequence[Row]) -> dict[str, Any]:
    found = queries.evidence(known, in_force_of(papers), theme, FEW)
    return {**theme_of(known, theme, one, papers, FEW), "passages": shown(known, found, names_of(papers))}


def theme_of(known: sqlite3.Connection, theme: str, one: Row, papers: Sequence[Row], length: int) -> dict[str, Any]:
    """Return what is known of one theme of a municipality: its cell, its reasons in words with pages, in how many passages it is, and the
    likeliest of the doubtful ones, at most `length`."""
    shas = in_force_of(papers)
    pages = queries.pages_of_findings(known, [paper for paper in papers if paper["sha256"] in shas])
    titles = {paper["bestand"]: paper for paper in papers}
    cell = one["cellen"][theme]
    reasons = [
        {"stuk": titles.get(name), "bestand": name, "reden": why, "bladzijden": pages.get((name, theme), [])}
        for name, why in cell["redenen"]
    ]
    return {
        "thema": theme,
        "cel": cell,
        "redenen": reasons,
        "aantal": queries.evidence_count(known, shas, theme),
        "twijfels": shown(known, queries.doubtful(known, shas, theme, length), names_of(papers)),
        "uitleg": codebook()[Theme(theme)],
    }


def names_of(papers: Sequence[Row]) -> dict[str, str]:
    """Return the title of each paper by its SHA-256."""
    return {paper["sha256"]: paper["titel"] or paper["bestand"] for paper in papers}


def in_force_of(papers: Sequence[Row]) -> list[str]:
    """Return the SHA-256 of each paper on which the cells of the municipality rest: its policy in force, of any age."""
    return [paper["sha256"] for paper in papers if paper["rol"] in BEARING]


def timeline(papers: Sequence[Row]) -> list[Mapping[str, Any]]:
    """Return the papers by year, oldest first, those without a date last."""
    years: dict[str, list[Row]] = {}
    for paper in papers:
        years.setdefault(str(paper["datum"] or "")[:4], []).append(paper)
    return [{"jaar": year, "stukken": years[year]} for year in sorted(years, key=lambda year: year or "9999")]
