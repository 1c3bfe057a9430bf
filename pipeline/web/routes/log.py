"""Logboek: every decision ever made, and taking one back."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from pipeline.store.decisions import WITHDRAWAL, Decision, not_withdrawn, record_decision
from pipeline.web import queries
from pipeline.web.access import Role, Visitor
from pipeline.web.log import reviewer_agreement
from pipeline.web.queries import PAGE_LENGTH
from pipeline.web.site import Problem, check_form, chosen_day, site_of, start_of, visitor_of

router = APIRouter()


@router.get("/logboek")
def log(request: Request, vanaf: int = 0) -> Response:
    """All decisions, newest first."""
    site = site_of(request)
    start = start_of(vanaf)
    made = list(reversed(site.log.all()))
    shown = made[start : start + PAGE_LENGTH]
    valid = {decision.key for decision in not_withdrawn(site.log.all())}
    with site.reading() as known:
        current, _ = chosen_day(known, "")
        names = dict(queries.names_of(known, current.peildatum))
    return site.page(
        request,
        "logboek.html",
        stand=current,
        beslissingen=shown,
        herroepen=_withdrawn(shown, made),
        geldig=valid,
        namen=names,
        aantal=len(made),
        vanaf=start,
        lengte=PAGE_LENGTH,
        overeenstemming=reviewer_agreement(made[::-1]),
        mag_terug=may_withdraw,
    )


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A decision that was taken back, and the address of its row in the log."""

    decision: Decision
    address: str


def _withdrawn(shown: Sequence[Decision], made: Sequence[Decision]) -> dict[str, Withdrawn]:
    """Return what was taken back by the withdrawals among `shown`, by key; `made` is the whole log, newest first."""
    wanted = {one.herroept for one in shown if one.soort == WITHDRAWAL}
    found = {}
    for place, one in enumerate(made if wanted else ()):
        if one.soort != WITHDRAWAL and one.key in wanted:
            page = place - place % PAGE_LENGTH
            start = f"?vanaf={page}" if page else ""
            found[one.key] = Withdrawn(one, f"/logboek{start}#b-{quote(one.key)}")
    return found


def may_withdraw(visitor: Visitor, decision: Decision) -> bool:
    """Whether somebody may take a decision back: one's own, or any for who looks after the site."""
    if visitor.role < Role.BEOORDELAAR or decision.soort == WITHDRAWAL:
        return False
    return visitor.role >= Role.BEHEERDER or decision.wie == visitor.name


@router.post("/logboek/{key}/terug")
def withdraw(
    request: Request, key: str, csrf: Annotated[str, Form()] = "", toelichting: Annotated[str, Form()] = ""
) -> Response:
    """Take a decision back; both stay in the log."""
    check_form(request, csrf)
    visitor = visitor_of(request, Role.BEOORDELAAR)
    site = site_of(request)
    found = next((decision for decision in not_withdrawn(site.log.all()) if decision.key == key), None)
    if found is None:
        raise Problem(404, "Deze beslissing is er niet, of zij is al ingetrokken.")
    if not may_withdraw(visitor, found):
        raise Problem(403, f"Deze beslissing is van {found.wie}; alleen die kan haar intrekken, of een beheerder.")
    reason = "".join(char for char in toelichting if char.isprintable())[:500].strip()
    number = uuid.uuid4().hex
    undone = Decision(found.gm_code, "ingetrokken", reason, visitor.name, "", (), WITHDRAWAL, number, herroept=key)
    record_decision(site.log.engine, undone)
    return RedirectResponse(f"/logboek?gedaan=terug&terug={undone.key}", 303)
