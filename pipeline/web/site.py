"""What every page needs: the settings, the site's file, the log of decisions, the papers, and the templates."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline import __version__
from pipeline.foundation.dutch import listed, with_points
from pipeline.publish.sitefile import reading_site
from pipeline.publish.uiterlijk import CELLS, STATUSES, status_in_full
from pipeline.settings import Settings
from pipeline.store.decisions import PASSAGE, POLICY, THEME, WITHDRAWAL, Decision, not_withdrawn
from pipeline.store.engine import StoreError
from pipeline.themes.codebook import Theme
from pipeline.web import marking, words
from pipeline.web.access import Role, Visitor
from pipeline.web.asked import AskedDays
from pipeline.web.guard import token_matches
from pipeline.web.log import DecisionLog
from pipeline.web.pageimages import Painter
from pipeline.web.papers import PaperFinder
from pipeline.web.queries import KnownDay, known_days

HERE = Path(__file__).parent
FARTHEST = 1_000_000
"""The last row that a page may begin with; an address may say any number, and SQLite knows none beyond 64 bits."""
NO_RUN = "Er is nog geen run geweest, dus er is nog niets te zien. De beheerder draait: themaspin run"


class Problem(Exception):
    """A request that gets no page: `status` is HTTP's, the message (Dutch) says what is wrong and what to do."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Site:
    """The site as a whole; one for the life of the process."""

    settings: Settings
    log: DecisionLog
    finder: PaperFinder
    painter: Painter
    templates: Environment
    asked: AskedDays

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open the site's file. Raises Problem where no run has made it yet, SiteFileError."""
        try:
            with reading_site(self.settings.outputs) as connection:
                yield connection
        except FileNotFoundError:
            raise Problem(503, NO_RUN) from None

    def page(self, request: Request, template: str, status: int = 200, **context: Any) -> Response:
        """Return a page from a template; each knows who looks at it."""
        state = request.scope["state"]
        told, undoable = self._told(request, state["visitor"])
        html = self.templates.get_template(template).render(
            context
            | {
                "bezoeker": state["visitor"],
                "token": state["token"],
                "pad": request.url.path,
                "melding": told,
                "terug": undoable,
            }
        )
        return Response(html, status, media_type="text/html; charset=utf-8")

    def _told(self, request: Request, visitor: Visitor) -> tuple[str, str]:
        """What is told (Dutch) of the decision that an address names, and its key where it may be taken back at once; both "" unless the
        visitor made it just now and it still stands: an address can be written by anybody."""
        what, key = (request.query_params.get(name, "") for name in ("gedaan", "terug"))
        if what not in FLASHES:
            return "", ""
        kind, message = FLASHES[what]
        try:
            made = self.log.all()
        except StoreError:  # a page that says so is on its way
            return "", ""
        valid = [one for one in made if one.soort == WITHDRAWAL] if kind == WITHDRAWAL else not_withdrawn(made)
        if not any(
            one.key == key and one.soort == kind and one.wie == visitor.name and _is_fresh(one) for one in valid
        ):
            return "", ""
        return message, "" if kind == WITHDRAWAL else key


def site_of(request: Request) -> Site:
    """Return the site that a request came to."""
    return request.app.state.site


def visitor_of(request: Request, needed: Role = Role.LEZER) -> Visitor:
    """Return who asks. Raises Problem where that person's role is not enough."""
    visitor: Visitor = request.scope["state"]["visitor"]
    if visitor.role < needed:
        raise Problem(
            403, f"Hiervoor is de rol {needed.word} nodig; u bent {visitor.role.word}. Vraag de beheerder om toegang."
        )
    return visitor


def start_of(vanaf: int) -> int:
    """Return the row that a page begins with, whatever number its address says."""
    return min(max(vanaf, 0), FARTHEST)


def check_form(request: Request, token: str) -> None:
    """Raise Problem where a form does not carry the token of its browser and person."""
    if not token_matches(token, request.scope["state"]["token"]):
        raise Problem(
            403, "Dit formulier is verlopen en niet verwerkt. Ga terug, ververs de pagina en probeer het nog eens."
        )


def chosen_day(site: sqlite3.Connection, peildatum: str) -> tuple[KnownDay, list[KnownDay]]:
    """Return the peildatum that was asked for, else that of the published set, and all there are. Raises Problem."""
    known = known_days(site)
    if not known:
        raise Problem(503, NO_RUN)
    if not peildatum:
        return next((one for one in known if one.newest), known[0]), known
    day = day_of(peildatum)
    found = next((one for one in known if one.peildatum == day.isoformat()), None)
    if found is None:
        raise Problem(
            404, f"De stand op {words.day_words(day)} is niet berekend. Kies een andere peildatum op het overzicht."
        )
    return found, known


def day_of(peildatum: str) -> date:
    """Return the day that somebody wrote. Raises Problem where it is none."""
    try:
        return date.fromisoformat(peildatum.strip())
    except ValueError:
        raise Problem(400, "Vul de peildatum in als JJJJ-MM-DD, bijvoorbeeld 2021-01-01.") from None


def _is_fresh(decision: Decision) -> bool:
    try:
        made = datetime.fromisoformat(decision.wanneer)
    except ValueError:  # of an import: any text
        return False
    return made.tzinfo is not None and abs(datetime.now(UTC) - made) <= FRESH


FRESH = timedelta(minutes=5)
"""So long a decision counts as just made."""
FLASHES = {
    "beslist": (POLICY, "Uw oordeel is bewaard. Het staat na de volgende run in de matrix."),
    "thema": (THEME, "Uw verbetering van het thema is bewaard. Zij staat na de volgende run in de matrix."),
    "passage": (PASSAGE, "Uw oordeel over de passage is bewaard. Het telt vanaf de volgende run."),
    "terug": (WITHDRAWAL, "De beslissing is ingetrokken. Dat staat na de volgende run in de matrix."),
    "klaar": (POLICY, "Er ligt niets meer te beoordelen. Dank u wel."),
}
"""What is told of a decision that was just made, by its kind."""


def make_templates() -> Environment:
    """Return the environment of the templates, with the words they use."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "dag": words.day_words,
        "moment": words.moment_words,
        "statuswoord": status_in_full,
        "niveau": words.level_words,
        "zekerheid": words.certainty_words,
        "procent": words.percent,
        "kans": words.chance,
        "bladzijden": words.page_words,
        "opsomming": listed,
        "getal": with_points,
        "geteld": words.counted_words,
        "gemarkeerd": marking.marked,
    }
    made.globals |= {
        "themas": [theme.value for theme in Theme],
        "statussen": STATUSES,
        "celwaarden": CELLS,
        "soorten": words.KINDS,
        "rollen": words.PARTS,
        "oordelen": words.VERDICTS,
        "sterkten": words.STRENGTHS,
        "versie": __version__,
        "rol": Role,
    }
    return made
