"""Papers on which a council is still to decide: what does not adopt them, and whether they give no day but that of its meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.documents.clause import FIELD, LINE, Clause
from pipeline.documents.day import find_days
from pipeline.documents.marks import is_laid_before_council
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.documents.parts import Parts, PrintedLine, with_what_runs_on
from pipeline.documents.wording import lead_in

_TO_COUNCIL = re.compile(
    r"^\W*(?:raads|staten)voorstel\b|^\W*voorstel\s+aan\s+(?:de\s+)?(?:gemeente)?raad\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"\b(?:(?:(?:gemeente)?raads|staten|commissie)?vergadering(?:sdatum)?|vergaderdatum|(?:gemeente)?raad"
    r"|(?:raads)?commissie(?-i:\s+(?:en\s+)?[A-Z][\w-]+){0,3}|(?:raads|commissie)?(?:ronde|bijeenkomst)|(?:beeld|oordeels|besluit|opinie)vormend\w*(?:\s+\w+)?)"
    r"\W+(?:(?:van|d\.?\s?d\.?|op|raad|gemeenteraad|datum|(?:maan|dins|woens|donder|vrij|zater)dag)\W+){0,4}$",
    re.IGNORECASE,
)
"""Right before the day of a meeting."""


def not_by_executive(parts: Parts, clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses that can adopt a paper: that the executive decided to bring a proposal to the council ("Datum collegebesluit")
    adopts nothing."""
    if not any(_TO_COUNCIL.match(line.text) for line in parts.cover):
        return list(clauses)
    return [clause for clause in clauses if clause.by_council or clause.what not in (FIELD, LINE)]


def laid_before_council(parts: Parts) -> PrintedLine | None:
    """The line above a paper, or in its running heads, that says that it goes to the council with a proposal; None without one."""
    return next((line for line in parts.notes if parts.is_outside(line) and is_laid_before_council(line.text)), None)


def awaits_meeting(parts: Parts, kind: PaperKind, status: PaperStatus, day: date | None) -> bool:
    """Whether a draft or announcement is dated by the meeting that is to deal with it, and by nothing else."""
    if day is None or kind not in (PaperKind.COUNCIL_PAPER, PaperKind.POLICY):
        return False
    if status not in (PaperStatus.DRAFT, PaperStatus.ANNOUNCED):
        return False
    named = [
        bool(_MEETING.search(f"{above} {lead_in(line.text, found.start)}"))
        for line, above in with_what_runs_on(parts.lines)
        for found in find_days(line.text, parts.year)
        if found.day == day
    ]
    return bool(named) and all(named)
