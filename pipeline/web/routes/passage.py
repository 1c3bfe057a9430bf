"""One paper, its passages, their place on the page, and what reviewers say of them."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import uuid
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import FileResponse, RedirectResponse

from pipeline.store.decisions import PASSAGE, Decision
from pipeline.store.engine import StoreError
from pipeline.themes.codebook import Strength, Theme, codebook
from pipeline.themes.judging import as_judged
from pipeline.web import queries
from pipeline.web.access import Role
from pipeline.web.evidence import boxes_on, page_image_of, shown
from pipeline.web.log import DecidedMeanwhile, mark_of, of_passage
from pipeline.web.pageimages import NotPainted
from pipeline.web.papers import PaperGone, disposition, is_pdf
from pipeline.web.queries import PAGE_LENGTH, Row
from pipeline.web.routes.reviewing import Returned, clean_reason, form_number, too_long
from pipeline.web.site import Problem, check_form, chosen_day, site_of, start_of, visitor_of

router = APIRouter()
MOST = 1_000_000
"""Of the number of a passage in an address."""
PDF_HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "cache-control": "private, max-age=3600",
}
KEPT, ASKED_AGAIN = {"cache-control": "private, max-age=86400, immutable"}, {"cache-control": "private, no-cache"}


@router.get("/stuk/{sha}")
def paper(request: Request, sha: str, vanaf: int = 0) -> Response:
    """What a paper is, and its passages; of a copy, those of the paper that it counts as."""
    site = site_of(request)
    start = start_of(vanaf)
    with site.reading() as known:
        known_day, _ = chosen_day(known, "")
        one = the_paper(known, sha)
        if one["telt_als"]:
            return RedirectResponse(f"/stuk/{one['telt_als']}", 303)
        found = shown(known, queries.passages(known, sha, start), {sha: one["titel"] or one["bestand"]})
        number = queries.passage_count(known, sha)
        names = dict(queries.names_of(known, known_day.peildatum))
    return site.page(
        request,
        "stuk.html",
        stand=known_day,
        stuk=one,
        passages=found,
        aantal=number,
        vanaf=start,
        lengte=PAGE_LENGTH,
        namen=names,
    )


@router.get("/stuk/{sha}/bestand")
def file(request: Request, sha: str) -> Response:
    """The file itself: a PDF is shown, anything else is saved."""
    site = site_of(request)
    with site.reading() as known:
        one = the_paper(known, sha)
    try:
        path = site.finder.find(one["namen"], sha)
    except PaperGone as gone:
        raise Problem(404, str(gone)) from None
    pdf = is_pdf(path)
    headers = PDF_HEADERS | {"content-disposition": disposition(one["bestand"], pdf)}
    return FileResponse(path, media_type="application/pdf" if pdf else "application/octet-stream", headers=headers)


@router.get("/stuk/{sha}/passage/{number}")
def passage(request: Request, sha: str, number: int) -> Response:
    """One passage on its page, with what the classifier and reviewers say of it."""
    return _passage(request, sha, number)


def _passage(request: Request, sha: str, number: int, status: int = 200, back: Returned | None = None) -> Response:
    site = site_of(request)
    with site.reading() as known:
        known_day, _ = chosen_day(known, "")
        one = the_paper(known, sha)
        (found,) = shown(known, [the_passage(known, sha, number)], {sha: one["titel"] or one["bestand"]})
        last = queries.passage_count(known, sha) - 1
    made = site.log.all()
    return site.page(
        request,
        "passage.html",
        status,
        stand=known_day,
        stuk=one,
        passage=found,
        oordelen_passage=of_passage(made, as_judged(found["aanloop"], found["tekst"])),
        codeboek=codebook(),
        vorige=number - 1 if number > 0 else None,
        volgende=number + 1 if number < last else None,
        nummer=uuid.uuid4().hex,
        merk=passage_mark(found),
        gezien=mark_of(made),
        ingevuld=back or Returned(themes=tuple(found["oordeel"]["labels"]), strength=found["oordeel"]["strength"]),
    )


@router.get("/stuk/{sha}/passage/{number}/beeld.webp")
def image(request: Request, sha: str, number: int, blz: int = 0, heel: int = 0, v: str = "") -> Response:
    """The page of a passage with the passage outlined: its surroundings, or all of the page. A browser keeps it where its address (`v`)
    is that of what it shows."""
    site = site_of(request)
    with site.reading() as known:
        one = the_paper(known, sha)
        found = the_passage(known, sha, number)
    page = blz or found["pagina"]
    if not boxes_on(found, page):
        raise Problem(404, "Deze passage staat niet op die bladzijde.")
    asked = page_image_of(found, page, bool(heel))
    try:
        content = site.painter.image(asked, site.finder.find(one["namen"], sha))
    except PaperGone as gone:
        raise Problem(404, str(gone)) from None
    except NotPainted as fault:
        raise Problem(422, str(fault)) from None
    return Response(content, media_type="image/webp", headers=KEPT if v == asked.name else ASKED_AGAIN)


@router.post("/stuk/{sha}/passage/{number}")
def judge(
    request: Request,
    sha: str,
    number: int,
    csrf: Annotated[str, Form()] = "",
    nummer: Annotated[str, Form()] = "",
    bewijs: Annotated[str, Form()] = "",
    gezien: Annotated[str, Form()] = "",
    thema: Annotated[list[str] | None, Form()] = None,
    sterkte: Annotated[str, Form()] = "",
    toelichting: Annotated[str, Form()] = "",
) -> Response:
    """Keep what a reviewer says of a passage as it was seen: its themes and its strength. What others said of it meanwhile is shown
    first."""
    check_form(request, csrf)
    visitor = visitor_of(request, Role.BEOORDELAAR)
    site = site_of(request)
    with site.reading() as known:
        one = the_paper(known, sha)
        found = the_passage(known, sha, number)
    reason = clean_reason(toelichting)
    labels = tuple(theme for theme in Theme if theme in (thema or ()))
    if bewijs != passage_mark(found):
        said = found["oordeel"]
        now = Returned(reason=reason, themes=tuple(said["labels"]), strength=said["strength"], wrong=PASSAGE_CHANGED)
        return _passage(request, sha, number, 409, now)
    back = Returned(reason=reason, themes=labels, strength=sterkte)
    if sterkte not in set(Strength):
        return _passage(request, sha, number, 422, replace(back, wrong="Kies wat voor uitspraak het is."))
    if wrong := too_long(reason):
        return _passage(request, sha, number, 422, replace(back, wrong=wrong))
    machine = found["oordeel"]["machine"]
    same = set(labels) == set(machine["labels"]) and sterkte == machine["strength"]
    if not same and not reason:
        wrong = "U ziet het anders dan de computer: zet er kort bij waarom."
        return _passage(request, sha, number, 422, replace(back, wrong=wrong))
    decision = Decision(
        gm_code=(one["gm_codes"] or [""])[0],
        oordeel="bevestigd" if same else "verbeterd",
        toelichting=reason,
        wie=visitor.name,
        wanneer="",
        bewijs=(sha,),
        soort=PASSAGE,
        id=form_number(nummer),
        stukken=(one["bestand"],),
        passage=as_judged(found["aanloop"], found["tekst"]),
        labels=labels,
        sterkte=sterkte,
    )
    try:
        kept = site.log.keep(decision, gezien)
    except DecidedMeanwhile as told:
        return _passage(request, sha, number, 409, replace(back, meanwhile=told))
    except StoreError as fault:
        return _passage(request, sha, number, 503, replace(back, wrong=str(fault)))
    return RedirectResponse(f"/stuk/{sha}/passage/{number}?gedaan=passage&terug={kept.key}", 303)


PASSAGE_CHANGED = (
    "De passage, of wat de computer ervan zegt, is veranderd terwijl u keek: er was een nieuwe run. Uw oordeel is niet bewaard. "
    "Lees de passage opnieuw en kruis aan wat u ervan vindt; uw toelichting staat er nog."
)


def passage_mark(found: Row) -> str:
    """Return a mark of a passage, of what counts of it and of what the computer says of it, so that a judgement is on what was seen."""
    said = [(one["labels"], one["strength"]) for one in (found["oordeel"], found["oordeel"]["machine"])]
    seen = [as_judged(found["aanloop"], found["tekst"]), *said]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]


def the_paper(known: sqlite3.Connection, sha: str) -> Row:
    """Return a paper by its content. Raises Problem where there is none."""
    found = queries.paper(known, sha) if re.fullmatch(r"[0-9a-f]{64}", sha) else None
    if found is None:
        raise Problem(
            404, "Dit stuk is niet bekend. Misschien is het weg uit de inbox, of vervangen door een nieuwe versie."
        )
    return found


def the_passage(known: sqlite3.Connection, sha: str, number: int) -> Row:
    """Return a passage of a paper. Raises Problem where there is none."""
    found = queries.passage(known, sha, number) if 0 <= number <= MOST else None
    if found is None:
        raise Problem(404, "Deze passage is niet bekend.")
    return found
