"""Overzicht: where everybody stands at a peildatum, and the way to another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from pipeline.foundation.dutch import today
from pipeline.language.municipalities import OnbekendeGemeente
from pipeline.publish.kaart import province_map
from pipeline.publish.uiterlijk import STATUSES, status_in_full
from pipeline.settings import FIRST_YEAR
from pipeline.web import queries, words
from pipeline.web.access import Role
from pipeline.web.asked import Asked, TooManyAsked
from pipeline.web.site import Problem, check_form, chosen_day, day_of, site_of, visitor_of

router = APIRouter()
EARLIEST = date(FIRST_YEAR, 1, 1)
"""The first day of which the municipalities are known."""
FEW_CHANGES = 20
"""So many changed cells the page shows at once; more of them are folded by cause."""
PATIENCE = "Dat kan enkele minuten duren, en langer als er een run bezig is; ververs deze pagina daarna."


@router.get("/")
def overview(request: Request, peildatum: str = "") -> Response:
    """Map, counts, heatmap and changes at a peildatum."""
    site = site_of(request)
    asked = site.asked.progress(peildatum)  # before the file is read: what ends in between is in it
    with site.reading() as known:
        if asked and all(one.peildatum != peildatum for one in queries.known_days(known)):
            raise _not_there(peildatum, asked)
        known_day, known_days = chosen_day(known, peildatum)
        rows = queries.municipalities(known, known_day.peildatum)
        regions = queries.regions(known, known_day.peildatum)
        changes = queries.changes(known, known_day.peildatum)
    counts = Counter(row["status"] for row in rows)
    return site.page(
        request,
        "overzicht.html",
        stand=known_day,
        standen=known_days,
        gemeenten=rows,
        aantallen={status: counts[status] for status in STATUSES},
        regios=regions,
        veranderingen=by_cause(changes),
        kaart=_map(known_day.peildatum, rows),
        gevraagd=None if asked and asked.fault and asked.moment < known_day.made else asked,
        geduld=PATIENCE,
    )


def _not_there(peildatum: str, asked: Asked) -> Problem:
    if asked.fault:
        return Problem(503, f"De stand op {words.day_words(peildatum)} is niet berekend: {asked.fault}")
    return Problem(202, f"De stand op {words.day_words(peildatum)} wordt berekend. {PATIENCE}")


def _map(peildatum: str, rows: Sequence[Mapping[str, Any]]) -> Markup:
    return _drawn(peildatum, tuple((row["gm_code"], row["gemeente"], row["status"]) for row in rows))


@lru_cache(maxsize=16)
def _drawn(peildatum: str, standings: tuple[tuple[str, str, str], ...]) -> Markup:
    try:
        svg = province_map(
            date.fromisoformat(peildatum),
            {code: status for code, _, status in standings},
            {code: f"{name}: {status_in_full(status)}" for code, name, status in standings},
            {code: f"/gemeente/{code}?peildatum={peildatum}" for code, _, _ in standings},
        )
    except (OnbekendeGemeente, ValueError):
        return Markup("")
    return Markup(svg)  # made by us; names in it are escaped there


def by_cause(changes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the changed cells by their cause, the commonest first, with how many municipalities they are of; `open` where all of them are
    few enough to be shown at once."""
    causes = Counter(row["oorzaak"] for row in changes)
    found = []
    for cause, _ in causes.most_common():
        cells = [row for row in changes if row["oorzaak"] == cause]
        codes = {row["gm_code"] for row in cells}
        found.append({"oorzaak": cause, "cellen": cells, "gemeenten": len(codes), "open": len(changes) <= FEW_CHANGES})
    return found


@router.get("/uitleg")
def explanation(request: Request) -> Response:
    """What the words, signs and numbers mean."""
    return site_of(request).page(request, "uitleg.html")


@router.post("/peildatum")
def ask_peildatum(request: Request, csrf: Annotated[str, Form()] = "", dag: Annotated[str, Form()] = "") -> Response:
    """Have a peildatum worked out, unless it was since the newest run; the page of that day says how far it is."""
    check_form(request, csrf)
    visitor_of(request, Role.BEOORDELAAR)
    site = site_of(request)
    day = _day(dag)
    with site.reading() as known:
        published, known_days = chosen_day(known, "")
    if all(one.peildatum != day.isoformat() or (not one.newest and one.made <= published.made) for one in known_days):
        try:
            site.asked.ask(day)
        except TooManyAsked as refused:
            raise Problem(429, str(refused)) from None
    return RedirectResponse(f"/?peildatum={day}", 303)


def _day(text: str) -> date:
    day = day_of(text)
    if not EARLIEST <= day <= today():
        raise Problem(400, f"De peildatum ligt tussen {words.day_words(EARLIEST)} en vandaag.")
    return day
