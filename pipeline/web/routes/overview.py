"""Overzicht: where everybody stands at a peildatum, and the way to another one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from pipeline.language.municipalities import OnbekendeGemeente
from pipeline.publish.kaart import province_map
from pipeline.settings import ENVIRONMENT_PREFIX
from pipeline.web import queries, words
from pipeline.web.access import Role
from pipeline.web.site import Problem, Site, check_form, chosen_standing, site_of, visitor_of

router = APIRouter()
EARLIEST = date(2015, 1, 1)
"""The first day of which the municipalities are known."""


@router.get("/")
def overview(request: Request, peildatum: str = "") -> Response:
    """Map, counts, heatmap and changes at a peildatum."""
    site = site_of(request)
    with site.reading() as known:
        standing, all_standings = chosen_standing(known, peildatum)
        rows = queries.municipalities(known, standing.peildatum)
        regions = queries.regions(known, standing.peildatum)
        changes = queries.changes(known, standing.peildatum)
    counts = Counter(row["status"] for row in rows)
    return site.page(
        request,
        "overzicht.html",
        stand=standing,
        standen=all_standings,
        gemeenten=rows,
        aantallen={status: counts[status] for status in words.STATUS_WORDS},
        regios=regions,
        veranderingen=changes,
        kaart=_map(standing.peildatum, rows),
    )


def _map(peildatum: str, rows: Sequence[Mapping[str, Any]]) -> Markup:
    return _drawn(peildatum, tuple((row["gm_code"], row["gemeente"], row["status"]) for row in rows))


@lru_cache(maxsize=16)
def _drawn(peildatum: str, standings: tuple[tuple[str, str, str], ...]) -> Markup:
    try:
        svg = province_map(
            date.fromisoformat(peildatum),
            {code: status for code, _, status in standings},
            {code: f"{name}: {words.status_words(status)}" for code, name, status in standings},
            {code: f"/gemeente/{code}?peildatum={peildatum}" for code, _, _ in standings},
        )
    except (OnbekendeGemeente, ValueError):
        return Markup("")
    return Markup(svg)  # made by us; names in it are escaped there


@router.get("/uitleg")
def explanation(request: Request) -> Response:
    """What the words, signs and numbers mean."""
    return site_of(request).page(request, "uitleg.html")


@router.post("/peildatum")
def ask_peildatum(request: Request, csrf: Annotated[str, Form()] = "", dag: Annotated[str, Form()] = "") -> Response:
    """Have a peildatum worked out in a process of its own, unless it was since the newest run; that one is shown."""
    check_form(request, csrf)
    visitor_of(request, Role.BEOORDELAAR)
    site = site_of(request)
    day = _day(dag)
    with site.reading() as known:
        published, standings = chosen_standing(known, "")
    if any(one.peildatum == day.isoformat() and (one.newest or one.made > published.made) for one in standings):
        return RedirectResponse(f"/?peildatum={day}", 303)
    _start(site, day)
    return RedirectResponse("/?gedaan=peildatum", 303)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise Problem(400, "Vul de peildatum in als JJJJ-MM-DD, bijvoorbeeld 2021-01-01.") from None
    if not EARLIEST <= day <= date.today():
        raise Problem(400, f"De peildatum ligt tussen {words.day_words(EARLIEST)} en vandaag.")
    return day


def _start(site: Site, day: date) -> None:
    """The outputs folder lets one at a time in; a second one ends at once and leaves everything as it is."""
    chosen = site.settings
    values = {
        "INBOX": chosen.inbox,
        "OUTPUTS": chosen.outputs,
        "STORE": chosen.store,
        "PROVINCIES": ",".join(chosen.provincies),
        "MODELS": chosen.models,
    }
    environment = {**os.environ, **{f"{ENVIRONMENT_PREFIX}{name}": str(value) for name, value in values.items()}}
    command = [sys.executable, "-m", "pipeline.cli", "peildatum", day.isoformat()]
    subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None,
        start_new_session=True,
    )
