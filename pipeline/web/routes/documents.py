"""Documenten en moties: search over all passages, the files and what is wrong with them, and motions with their trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from pipeline.publish.dictionary import dictionary
from pipeline.web import queries
from pipeline.web.filters import NOT_IN_PASSAGES, is_known, unknown
from pipeline.web.marking import excerpt
from pipeline.web.queries import PAGE_LENGTH
from pipeline.web.search import LONGEST_QUESTION, RANKED, search, terms_of
from pipeline.web.site import chosen_day, site_of, start_of

router = APIRouter()
SHOWN_OF_MOTION = {
    "bestand", "orgaan", "gm_code", "nummer", "datum", "indieners", "uitslag", "verzoeken", "themas", "titel", "sha256",
    "constaterende", "overwegende", "plek",
}  # fmt: skip
"""Columns of a motion that have a place of their own on the page; others are listed below it."""


@router.get("/documenten")
def documents(
    request: Request,
    q: str = "",
    gemeente: str = "",
    thema: str = "",
    soort: str = "",
    jaar: str = "",
    verwerking: str = "",
    vanaf: int = 0,
) -> Response:
    """Passages that answer a question, or the files themselves where there is none."""
    site = site_of(request)
    start = start_of(vanaf)
    asked = {"gemeente": gemeente, "thema": thema, "soort": soort, "jaar": jaar, "verwerking": verwerking}
    question = "".join(char for char in q if char.isprintable())[:LONGEST_QUESTION].strip()
    context: dict[str, Any] = {"hits": [], "bestanden": [], "gerangschikt": True}
    with site.reading() as known:
        known_day, _ = chosen_day(known, "")
        municipalities = queries.names_of(known, known_day.peildatum)
        codes = dict(municipalities)
        chosen = {name: value if is_known(name, value, codes) else "" for name, value in asked.items()}
        counts = queries.file_counts(known)
        if question:
            found = search(known, question, chosen, start)
            forms = [form for term in terms_of(question) for form in term]
            context["hits"] = [{**hit, "fragment": excerpt(hit["tekst"], forms)} for hit in found.hits]
            context["gerangschikt"] = found.ranked
            number = found.number
        else:
            context["bestanden"], number = queries.files(known, chosen, start)
    return site.page(
        request,
        "documenten.html",
        stand=known_day,
        vraag=question,
        gekozen=chosen,
        telt_niet_mee=_not_counting(asked, chosen, bool(question)),
        gemeenten=municipalities,
        namen=codes,
        aantal=number,
        aantallen=counts,
        grens=RANKED,
        vanaf=start,
        lengte=PAGE_LENGTH,
        adres="/documenten?" + urlencode({"q": question} | {name: value for name, value in chosen.items() if value}),
        **context,
    )


def _not_counting(asked: Mapping[str, str], chosen: Mapping[str, str], in_passages: bool) -> list[str]:
    """What is said of filters that do not count: those with an unknown value, and those that a search in passages does not have."""
    said = [unknown(name, value) for name, value in asked.items() if value and not chosen[name]]
    return [*said, NOT_IN_PASSAGES] if in_passages and chosen["verwerking"] else said


@router.get("/moties")
def motions(request: Request, gemeente: str = "", vanaf: int = 0) -> Response:
    """Motions with what they ask and what became of them."""
    site = site_of(request)
    start = start_of(vanaf)
    with site.reading() as known:
        known_day, _ = chosen_day(known, "")
        municipalities = queries.names_of(known, known_day.peildatum)
        chosen = gemeente if gemeente in dict(municipalities) else ""
        found, number = queries.motions(known, chosen, start)
    meanings = {column.name: column.meaning for column in dictionary()["motions"].columns}
    return site.page(
        request,
        "moties.html",
        stand=known_day,
        moties=[{**motion, "meer": _more(motion)} for motion in found],
        betekenis=meanings,
        gemeenten=municipalities,
        namen=dict(municipalities),
        gekozen=chosen,
        telt_niet_mee=[unknown("gemeente", gemeente)] if gemeente and not chosen else [],
        aantal=number,
        vanaf=start,
        lengte=PAGE_LENGTH,
        adres="/moties?" + urlencode({"gemeente": chosen} if chosen else {}),
    )


def _more(motion: queries.Row) -> dict[str, str]:
    """What else is known of a motion, such as its follow-up, by column."""
    rest = {name: value for name, value in motion.items() if name not in SHOWN_OF_MOTION and value}
    return {name: ", ".join(map(str, value)) if isinstance(value, list) else str(value) for name, value in rest.items()}
