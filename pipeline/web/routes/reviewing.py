"""Beoordelen: the queue of policies flagged as housing only, the case for and against, and the decision."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from pipeline.foundation.dutch import with_points
from pipeline.store.decisions import IN_FORCE, KINDS, PASSAGE, POLICY, THEME, WITHOUT_REASON, Decision, not_withdrawn
from pipeline.store.engine import StoreError
from pipeline.themes.codebook import Theme
from pipeline.web import queries
from pipeline.web.access import Role
from pipeline.web.evidence import shown
from pipeline.web.log import DECIDED, DecidedMeanwhile, by_municipality, mark_of, reviewer_agreement, verdict_of
from pipeline.web.queries import Row, Side
from pipeline.web.routes.municipality import in_force_of, names_of, the_municipality, theme_of
from pipeline.web.site import Problem, Site, check_form, chosen_day, site_of, visitor_of
from pipeline.web.suggesting import worth_a_look

router = APIRouter()
LONGEST_REASON = 4_000
PER_SIDE = 4
"""Passages per theme on each side of the case."""


@router.get("/beoordelen")
def queue(request: Request) -> Response:
    """What there is to review, most doubtful first; below it what is decided."""
    site = site_of(request)
    with site.reading() as known:
        current, _ = chosen_day(known, "")
        flagged = queries.flagged(known, current.peildatum)
    made = site.log.all()
    items = _items(flagged, by_municipality(made))
    waiting = [item for item in items if item["oordeel"].state != DECIDED]
    return site.page(
        request,
        "beoordelen.html",
        stand=current,
        wachtend=waiting,
        beslist=[item for item in items if item["oordeel"].state == DECIDED],
        overeenstemming=reviewer_agreement(made),
    )


def _items(flagged: Sequence[Row], decided: Mapping[str, Sequence[Decision]]) -> list[dict[str, Any]]:
    return [{"gemeente": row, "oordeel": verdict_of(decided.get(row["gm_code"], ()), row)} for row in flagged]


@router.get("/beoordelen/passages")
def suggestions(request: Request) -> Response:
    """The short list of passages from which the classifier would learn most."""
    site = site_of(request)
    judged = {decision.passage for decision in not_withdrawn(site.log.all()) if decision.soort == PASSAGE}
    with site.reading() as known:
        current, _ = chosen_day(known, "")
        chosen = worth_a_look(known, judged)
        papers = {one["sha"]: queries.paper(known, one["sha"]) or {} for one in chosen}
        names = {sha: paper.get("titel") or paper.get("bestand", "") for sha, paper in papers.items()}
        pieces = shown(known, chosen, names)
    return site.page(request, "passages.html", stand=current, passages=pieces, beoordeeld=len(judged))


@router.get("/beoordelen/{gm_code}")
def case(request: Request, gm_code: str) -> Response:
    """The case for and against one policy."""
    return _case(request, gm_code)


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that comes back unkept with what its maker filled in; `wrong` (Dutch) says why, or `meanwhile` what others decided."""

    form: str = ""
    reason: str = ""
    verdict: str = ""
    themes: tuple[str, ...] = ()
    strength: str = ""
    wrong: str = ""
    meanwhile: DecidedMeanwhile | None = None


def _case(request: Request, gm_code: str, status: int = 200, back: Returned | None = None) -> Response:
    site = site_of(request)
    with site.reading() as known:
        current, _ = chosen_day(known, "")
        one = the_municipality(known, current.peildatum, gm_code)
        papers = queries.papers_of(known, current.peildatum, gm_code)
        themes = [_sides(known, theme, one, papers) for theme in Theme]
        flagged = queries.flagged(known, current.peildatum)
    made = site.log.all()
    decided = by_municipality(made)
    items = _items(flagged, decided)
    return site.page(
        request,
        "geval.html",
        status,
        stand=current,
        gemeente=one,
        beleid=[paper for paper in papers if paper["rol"] == "beleid"],
        ouder=[paper for paper in papers if paper["rol"] == "geldend"],
        thema_delen=themes,
        oordeel=verdict_of(decided.get(gm_code, ()), one),
        eerder=[decision for decision in made if decision.gm_code == gm_code and decision.soort in {POLICY, THEME}],
        nummer=uuid.uuid4().hex,
        bewijs_merk=evidence_mark(one),
        gezien=mark_of(made),
        volgende=_next(items, gm_code),
        plaats=_place(items, gm_code),
        ingevuld=back or Returned(),
    )


def _sides(known: sqlite3.Connection, theme: str, one: Row, papers: Sequence[Row]) -> dict[str, Any]:
    """A theme with the strongest of its passages on either side, and how many there are: `tegen` speak against "housing only", `voor` for
    it."""
    part = theme_of(known, theme, one, papers, PER_SIDE)
    policy = in_force_of(papers)

    def strongest(side: Side) -> list[dict[str, Any]]:
        return shown(known, queries.evidence(known, policy, theme, PER_SIDE, side=side), names_of(papers))

    if theme == Theme.HUISVESTING:
        return {
            **part,
            "tegen": [],
            "tegen_aantal": 0,
            "voor": strongest(Side.BOTH),
            "voor_aantal": part["aantal"],
            "twijfels": [],
        }
    free = queries.evidence_count(known, policy, theme, Side.FREE)
    return {
        **part,
        "tegen": strongest(Side.FREE),
        "tegen_aantal": free,
        "voor": strongest(Side.OTHER),
        "voor_aantal": part["aantal"] - free,
    }


def _next(items: Sequence[Mapping[str, Any]], gm_code: str) -> Row | None:
    """The one that waits next after this in the order of the queue, which begins again at its end; None where no other waits."""
    place = _place(items, gm_code)
    after = place[0] if place else 0
    waiting = (item["gemeente"] for item in [*items[after:], *items[:after]] if item["oordeel"].state != DECIDED)
    return next((row for row in waiting if row["gm_code"] != gm_code), None)


def _place(items: Sequence[Mapping[str, Any]], gm_code: str) -> tuple[int, int] | None:
    codes = [item["gemeente"]["gm_code"] for item in items]
    return (codes.index(gm_code) + 1, len(codes)) if gm_code in codes else None


def evidence_mark(one: Row) -> str:
    """Return a mark of the papers that a reviewer has before them, so that a decision rests on what was seen."""
    papers = [sorted(one["stukken"]), sorted(one["geldend"])]
    return hashlib.sha256(json.dumps(papers).encode()).hexdigest()[:32]


@router.post("/beoordelen/{gm_code}")
def decide(
    request: Request,
    gm_code: str,
    csrf: Annotated[str, Form()] = "",
    nummer: Annotated[str, Form()] = "",
    bewijs: Annotated[str, Form()] = "",
    gezien: Annotated[str, Form()] = "",
    oordeel: Annotated[str, Form()] = "",
    toelichting: Annotated[str, Form()] = "",
) -> Response:
    """Keep a verdict on a policy, and go on to the next one; what others decided meanwhile is shown first, to be confirmed."""
    check_form(request, csrf)
    visitor = visitor_of(request, Role.BEOORDELAAR)
    site = site_of(request)
    reason = clean_reason(toelichting)
    back = Returned("oordeel", reason, oordeel)
    if wrong := _wrong(oordeel, POLICY, reason):
        return _case(request, gm_code, 422, replace(back, wrong=wrong))
    one = _seen(site, gm_code)
    kept = _kept(request, one, bewijs, gezien, back, lambda: _on(one, visitor.name, nummer, oordeel, reason))
    return kept if isinstance(kept, Response) else RedirectResponse(_after(site, gm_code, kept), 303)


def _kept(
    request: Request, one: Row, evidence: str, seen: str, back: Returned, decided: Callable[[], Decision]
) -> Decision | Response:
    """Keep what was decided on a municipality, and return it; or the page of the case again, with what was filled in and why it is not
    kept. `evidence` and `seen` are the marks of the papers and of the log as the form showed them."""
    gm_code = one["gm_code"]
    if evidence != evidence_mark(one):
        return _case(request, gm_code, 409, replace(back, wrong=EVIDENCE_CHANGED))
    try:
        return site_of(request).log.keep(decided(), seen)
    except DecidedMeanwhile as told:
        return _case(request, gm_code, 409, replace(back, meanwhile=told))
    except StoreError as fault:
        return _case(request, gm_code, 503, replace(back, wrong=str(fault)))


EVIDENCE_CHANGED = (
    "Het bewijs is veranderd terwijl u keek: er was een nieuwe run. Uw oordeel is niet bewaard. Bekijk het beleid hieronder "
    "opnieuw; uw toelichting staat er nog."
)


def _after(site: Site, gm_code: str, decision: Decision) -> str:
    with site.reading() as known:
        current, _ = chosen_day(known, "")
        flagged = queries.flagged(known, current.peildatum)
    following = _next(_items(flagged, by_municipality(site.log.all())), gm_code)
    if following is None:
        return f"/beoordelen?gedaan=klaar&terug={decision.key}"
    return f"/beoordelen/{following['gm_code']}?gedaan=beslist&terug={decision.key}"


@router.post("/beoordelen/{gm_code}/thema")
def correct_theme(
    request: Request,
    gm_code: str,
    csrf: Annotated[str, Form()] = "",
    nummer: Annotated[str, Form()] = "",
    bewijs: Annotated[str, Form()] = "",
    gezien: Annotated[str, Form()] = "",
    thema: Annotated[str, Form()] = "",
    oordeel: Annotated[str, Form()] = "",
    toelichting: Annotated[str, Form()] = "",
) -> Response:
    """Keep the correction of one theme; what others decided meanwhile is shown first, to be confirmed."""
    check_form(request, csrf)
    visitor = visitor_of(request, Role.BEOORDELAAR)
    reason = clean_reason(toelichting)
    wrong = _wrong(oordeel, THEME, reason) if thema in set(Theme) else "Kies eerst het thema dat u verbetert."
    back = Returned("thema", reason, oordeel, (thema,))
    if wrong:
        return _case(request, gm_code, 422, replace(back, wrong=wrong))
    one = _seen(site_of(request), gm_code)
    kept = _kept(
        request, one, bewijs, gezien, back, lambda: _on(one, visitor.name, nummer, oordeel, reason, THEME, thema)
    )
    if isinstance(kept, Response):
        return kept
    return RedirectResponse(f"/beoordelen/{quote(gm_code)}?gedaan=thema&terug={kept.key}", 303)


def _seen(site: Site, gm_code: str) -> Row:
    with site.reading() as known:
        current, _ = chosen_day(known, "")
        one = the_municipality(known, current.peildatum, gm_code)
    if not one["stukken"]:
        raise Problem(409, "Deze gemeente heeft geen geldend beleid op de peildatum; er valt niets te beoordelen.")
    return one


def _on(one: Row, who: str, number: str, verdict: str, reason: str, kind: str = POLICY, theme: str = "") -> Decision:
    """What was decided on a municipality: on a theme it rests on all policy in force, as its cell does."""
    papers = sorted(one["geldend" if kind == THEME else "stukken"].items())
    return Decision(
        gm_code=one["gm_code"],
        oordeel=verdict,
        toelichting=reason,
        wie=who,
        wanneer="",
        bewijs=tuple(sha for sha, _ in papers),
        soort=kind,
        id=form_number(number),
        stukken=tuple(name for _, name in papers),
        thema=theme,
        rust_op=IN_FORCE if kind == THEME else "",
    )


def form_number(text: str) -> str:
    """Return the number that a form came with, by which it is known again. Raises Problem where it has none."""
    if not re.fullmatch(r"[0-9a-f]{32}", text):
        raise Problem(
            400, "Dit formulier is onvolledig en niet bewaard. Ga terug, ververs de pagina en probeer het nog eens."
        )
    return text


def clean_reason(text: str) -> str:
    """Return an explanation as it is kept: without control characters."""
    return "".join(char for char in text.replace("\r\n", "\n") if char == "\n" or char.isprintable()).strip()


def too_long(reason: str) -> str:
    """Return in Dutch that an explanation, as it is kept, is too long; "" where it is not."""
    if len(reason) <= LONGEST_REASON:
        return ""
    most, length = with_points(LONGEST_REASON), with_points(len(reason))
    return f"De toelichting is te lang: hoogstens {most} tekens, dit zijn er {length}. Maak haar korter."


def _wrong(verdict: str, kind: str, reason: str) -> str:
    if verdict not in KINDS[kind]:
        return "Kies een oordeel."
    if verdict not in WITHOUT_REASON and not reason:
        return f"Bij ‘{verdict}’ hoort een toelichting: waarom ziet u het anders dan de computer?"
    return too_long(reason)
