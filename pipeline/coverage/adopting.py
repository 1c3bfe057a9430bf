"""Drafts of which a later paper says that they were adopted: the decision lies in the inbox, what was adopted only as it was before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.coverage.dossier import Dossier
from pipeline.coverage.succession import names
from pipeline.documents.paper import Adoption, Derived, PaperStatus

OPEN = {PaperStatus.DRAFT, PaperStatus.ANNOUNCED, PaperStatus.UNKNOWN}
"""What a paper says of itself as long as nobody adopted it."""


def as_adopted(dossiers: Sequence[Dossier], day: date, others: Sequence[Dossier] = ()) -> tuple[Dossier, ...]:
    """Return `dossiers` with each draft that was adopted by `day`, as one of them or of `others` says, as adopted on the day of that
    decision. Where the paper as it was adopted lies there too its draft stays one, and of several drafts all but the last do; one that was
    adopted once more is of the day of that.
    """
    seen = [dossier for dossier in dossiers if dossier.seen_on(day)]
    adopted: dict[str, Dossier] = {}
    for teller, adoption, when in _adoptions((*dossiers, *others), day):
        named = [one for one in seen if one is not teller and _is_meant(one, adoption, when)]
        drafts = [one for one in named if one.paper.status.value in OPEN]
        if drafts and len(drafts) == len(named):
            last = max(drafts, key=lambda one: (one.there_by or date.min, one.path))
            adopted.setdefault(last.path, _adopted_on(last, when, teller))
        elif adoption.anew and named and not drafts:
            last = max(named, key=lambda one: (one.moment or date.min, one.path))
            adopted[last.path] = _adopted_on(last, when, teller)
    return tuple(adopted.get(one.path, one) for one in dossiers)


def _adoptions(dossiers: Sequence[Dossier], day: date) -> Iterator[tuple[Dossier, Adoption, date]]:
    """Each adoption that was there by `day`, the paper that says so, and the day of it, the first one first."""
    found = [
        (teller, adoption, when)
        for teller in dossiers
        for adoption in teller.paper.adopts
        if (adoption.told or teller.decided)
        and (when := adoption.day or teller.moment) is not None
        and when <= day
        and teller.seen_on(day)
    ]
    yield from sorted(found, key=lambda one: (one[2], one[0].path))


def _is_meant(dossier: Dossier, adoption: Adoption, when: date) -> bool:
    """Whether a policy paper, of that day or before, bears the name of what was adopted."""
    early = dossier.moment is None or dossier.moment <= when
    return dossier.readable and dossier.paper.holds_policy and early and names(adoption.title, dossier)


def _adopted_on(dossier: Dossier, day: date, teller: Dossier) -> Dossier:
    said = f"volgens {teller.path}"
    status, on = Derived(PaperStatus.ADOPTED, said), Derived(day, said)
    paper = replace(dossier.paper, status=status, date=on, awaits_meeting=False)
    return replace(dossier, paper=paper, moment=day, adopted_by=teller.path)
