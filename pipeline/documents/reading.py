"""The public door: from an extraction to a paper, with the source of every value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from pipeline.documents import DOCUMENTS_VERSION
from pipeline.documents.adoption import adoptions_of
from pipeline.documents.announcement import announces_of, announces_theirs, proposes
from pipeline.documents.annulment import annulled_on, annuls_of
from pipeline.documents.attention_card import attention_card_id
from pipeline.documents.bundle import motions_in
from pipeline.documents.called_off import calls_off_policy
from pipeline.documents.citations import citations_of
from pipeline.documents.clause import LINE, MADE, SIGNED, Clause, clauses_of, of_the_list
from pipeline.documents.day_choice import SURE, Witnesses, day_card, day_card_id, witnesses_of
from pipeline.documents.enclosed import enclosed_policy
from pipeline.documents.extension import extends_of
from pipeline.documents.foreign import NOT_DUTCH, foreign_language
from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.kind import kind_of
from pipeline.documents.making_plan import makes_theirs, plan_to_make
from pipeline.documents.minutes import is_minutes
from pipeline.documents.motion import motion_of
from pipeline.documents.moved import policy_moved
from pipeline.documents.naming import Gazetteer, Names, named_in
from pipeline.documents.outcome import PASSED, REJECTED, WITHDRAWN, outcome_of
from pipeline.documents.override import Override
from pipeline.documents.own_end import ended_with_adoption
from pipeline.documents.own_names import in_known_names
from pipeline.documents.owner import folder_owner, in_folder, speaker_of, with_those_of_twins
from pipeline.documents.paper import ADOPTABLE, BundledMotion, Derived, Motion, Paper, PaperKind, PaperStatus
from pipeline.documents.parts import Parts, field_values, page_source, parts_of
from pipeline.documents.proposal import asks_for_itself, awaits_meeting, laid_before_council, not_by_executive
from pipeline.documents.regional import members_of, region_of, region_of_members
from pipeline.documents.replacing import decides_itself, ended_by, is_decision_list, replaces_from, replaces_of
from pipeline.documents.scope import scope_of
from pipeline.documents.status import of_proposal, status_of
from pipeline.documents.subject import about_of
from pipeline.documents.title import title_of
from pipeline.documents.told_end import TELLERS, ends_told
from pipeline.documents.validity import valid_until_of
from pipeline.extraction.blocks import Extraction
from pipeline.language.passages import Passage

T = TypeVar("T")

RULING = {PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT, PaperKind.COUNCIL_PAPER}
"""Kinds that can hold until a day and end other papers; a budget only reports on that, and a list of decisions on what others ended."""
_NO_DAY: Derived[date | None] = Derived(None, "geen beleid of besluit")
_NONE_REPLACED: Derived[tuple[str, ...]] = Derived((), "geen beleid of besluit")

_AMENDMENT = re.compile(r"^\W*(?:(?:sub|gewijzigd\s+)?amendement)\b", re.IGNORECASE)
_AMENDED = r"agendapunt|(?:bij\s+)?(?:raads)?voorstel"
"""Labels whose value names the paper that an amendment changes."""

OF_OUTCOME = {
    PASSED: PaperStatus.MOTION_PASSED,
    REJECTED: PaperStatus.MOTION_REJECTED,
    WITHDRAWN: PaperStatus.WITHDRAWN,
}
"""Status of a motion by its outcome; one that was deferred has none yet."""


def documents_version() -> str:
    """Return what changes whenever a paper may be read otherwise: by other rules, or by another card of days or of attention."""
    return f"{DOCUMENTS_VERSION}-{day_card_id()}-{attention_card_id()}"


def read_paper(
    extraction: Extraction,
    passages: Sequence[Passage],
    path: PurePosixPath,
    override: Override | None,
    gazetteer: Gazetteer,
    twins: Sequence[PurePosixPath] = (),
) -> Paper:
    """Return what a paper is. `path` is its path in the inbox: a folder that names a municipality wins over the text. `twins` are paths
    at which the same file lies too: it is of whom it would be at any of them.

    An unreadable paper is read from its name, folder and override alone. `override` wins over all.
    """
    stated = override or Override()
    parts = parts_of(extraction, path)
    kind = _stated(stated, stated.kind) or kind_of(parts)
    clauses = clauses_of(parts)
    listed = kind.value is PaperKind.OTHER and is_decision_list(parts)
    said = adopting_for(kind.value, of_the_list(clauses) if listed else clauses)
    title = _stated(stated, stated.title) or title_of(parts, kind.value)
    motions = motions_in(parts) if kind.value is PaperKind.MOTION else []
    named = in_known_names(passages)
    about = (
        _stated(stated, stated.about) or _unheard(extraction) or _about(parts, motions, named, title.value, kind.value)
    )
    announces = _stated(stated, stated.announces) or announces_of(
        passages, about.value, {one.gm_code for line in parts.head[:8] for one in named_in(line.text)}
    )
    if not announces.value and (listed or is_minutes(parts)) and (page := policy_moved(parts)):
        announces = Derived(True, page_source("motie om beleid, aangenomen", page))
    status = status_of(parts, not_by_executive(parts, said), kind.value, announces.value)
    witnesses = witnesses_of(parts, said, kind.value, status.value)
    day = _stated(stated, stated.date) or day_card().choose(witnesses)
    rules = kind.value in RULING
    motion = _motion(motions[0], day, stated) if motions else None
    names = Names(gazetteer, day.value)
    owners, region, province = _belonging(parts, clauses, title.value, kind.value, stated, names)
    places = dict.fromkeys((one.stem, one.folders) for one in (parts_of(extraction, twin) for twin in twins))
    elsewhere = [
        _belonging(replace(parts, stem=stem, folders=folders), clauses, title.value, kind.value, stated, names)[0]
        for stem, folders in places
    ]
    owners, shared = with_those_of_twins([owners, *elsewhere])
    found = _settled_status(parts, status, witnesses, day, title.value) if extraction.blocks else status
    if (
        found.value is PaperStatus.DRAFT
        and kind.value is PaperKind.COUNCIL_PAPER
        and about.value
        and not announces.value
    ):
        announces = proposes(passages)  # a proposal to adopt policy is policy on its way, as an announcement is
    settled = _stated(stated, stated.status) or found
    encloses = enclosed_policy(parts, kind.value)
    voted = _motion_status(motion.outcome) if motion else _amendment_status(parts, kind)
    ends = (
        annulled_on(parts, kind.value, day.value)
        or ended_with_adoption(parts, kind.value)
        or valid_until_of(parts, day.value)
    )
    said_ended = ended_by(parts, owners.value, names, listed=listed) if rules or kind.value in TELLERS else ()
    adopted = settled.value is PaperStatus.ADOPTED and day.value is not None
    bare = kind.value is PaperKind.OTHER and adopted and decides_itself(parts)
    decides = rules or listed or bare
    ended = said_ended if decides else ()
    return Paper(
        title=title,
        kind=kind,
        owners=owners,
        region=region,
        date=day,
        status=_stated(stated, stated.status) or voted or of_proposal(found, kind.value, encloses.value),
        valid_until=_stated(stated, stated.valid_until) or (ends if rules else _NO_DAY),
        replaces=_stated(stated, stated.replaces) or (replaces_of(ended) if decides else _NONE_REPLACED),
        replaces_from=replaces_from(
            parts, ended, decision=bare or kind.value is PaperKind.COUNCIL_PAPER, listed=listed
        ),
        ends_told=ends_told(parts, kind.value, found.value, said_ended, owners.value, names),
        extends=extends_of(parts, told=not decides, listed=listed) if decides or kind.value in TELLERS else (),
        annuls=annuls_of(parts, owners.value, names) if rules else (),
        announces_theirs=announces_theirs(passages) or bool((plan := plan_to_make(parts)) and makes_theirs(plan)),
        calls_off=kind.value in TELLERS
        and not announces.value
        and calls_off_policy(passages, about.value, owners.value, names),
        adopts=adoptions_of(
            *(parts, title.value, owners.value, names),
            decision=kind.value is PaperKind.COUNCIL_PAPER,
            listed=listed or is_minutes(parts),
        ),
        about=about,
        announces=announces,
        scope=scope_of(parts, named, title.value, kind.value, about),
        motion=motion,
        bundled=tuple(_bundled(piece, day) for piece in motions[1:]),
        province=province,
        encloses_policy=encloses,
        shared=shared,
        awaits_meeting=not stated.date and awaits_meeting(parts, kind.value, settled.value, day.value),
        cites=citations_of(parts, motion, title.value, owners.value, names),
    )


def _stated(override: Override, value: T | None) -> Derived[T] | None:
    return None if value is None else Derived(value, override.source)


def adopting_for(kind: PaperKind, clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses that can adopt a paper of this kind."""
    return [clause for clause in clauses if clause.what not in (SIGNED, LINE, MADE) or kind in ADOPTABLE]


def _settled_status(
    parts: Parts, status: Derived[PaperStatus], witnesses: Witnesses, day: Derived[date | None], title: str
) -> Derived[PaperStatus]:
    """Where no rule tells the status: a draft where a policy paper lies before the council with a proposal; adopted if the words around
    its day say so, or if it is a dated policy paper that nowhere calls itself a draft; that is how they are put on council websites.
    """
    if status.value is not PaperStatus.UNKNOWN or witnesses.kind not in RULING:
        return status
    policy = witnesses.kind is PaperKind.POLICY
    if policy and (laid := laid_before_council(parts)):
        return Derived(PaperStatus.DRAFT, page_source("gaat met een voorstel naar de raad", laid.page))
    if policy and (asked := asks_for_itself(parts, title)):
        return Derived(PaperStatus.DRAFT, page_source("vraagt te worden vastgesteld", asked.page))
    if witnesses.decided_on(day.value) >= SURE:
        return Derived(PaperStatus.ADOPTED, "naar de woorden rond de dag van vaststelling")
    if policy and day.value is not None:
        return Derived(PaperStatus.ADOPTED, "gedateerd beleidsstuk zonder teken dat het een concept is")
    return status


def _motion_status(outcome: str) -> Derived[PaperStatus]:
    return Derived(OF_OUTCOME.get(outcome, PaperStatus.UNKNOWN), "uitslag van de motie")


def _is_amendment(parts: Parts, kind: PaperKind) -> bool:
    named = (*(block.text for block in parts.banners), *(value for value, _ in field_values(parts.front, "soort")))
    return kind is PaperKind.COUNCIL_PAPER and any(map(_AMENDMENT.match, named))


def _amendment_status(parts: Parts, kind: Derived[PaperKind]) -> Derived[PaperStatus] | None:
    """An amendment is voted on as a motion is."""
    if not _is_amendment(parts, kind.value):
        return None
    outcome = outcome_of(line.text for line in parts.lines)
    return Derived(OF_OUTCOME.get(outcome, PaperStatus.UNKNOWN), "uitslag van het amendement")


def _motion(parts: Parts, day: Derived[date | None], stated: Override) -> Motion:
    """The motion with what a person stated about it put over what was read."""
    values = {"number": stated.number, "organ": stated.organ, "movers": stated.movers, "outcome": stated.outcome}
    return replace(motion_of(parts, day.value), **{name: value for name, value in values.items() if value is not None})


def _unheard(extraction: Extraction) -> Derived[bool] | None:
    """That a paper is not taken to be about labour migration where it is in a language that rules and models do not know."""
    language = foreign_language(extraction.blocks)
    return Derived(False, f"{NOT_DUTCH} {language}") if language else None


def _about(
    parts: Parts, motions: Sequence[Parts], passages: Sequence[Passage], title: str, kind: PaperKind
) -> Derived[bool]:
    """Of several motions in one PDF one is enough; an amendment is on what the paper that it changes is on."""
    if len(motions) > 1:
        for piece in motions:
            pages = {block.page for block in piece.blocks}
            named = title_of(piece, kind).value
            if about_of(piece, [passage for passage in passages if passage.page in pages], named, kind).value:
                return Derived(True, f"motie '{named}'")
    if _is_amendment(parts, kind) and any(TARGET_GROUP.search(on) for on, _ in field_values(parts.front, _AMENDED)):
        return Derived(True, "wat het amendement wijzigt")
    return about_of(parts, passages, title, kind)


def _bundled(piece: Parts, day: Derived[date | None]) -> BundledMotion:
    motion = motion_of(piece, day.value)
    return BundledMotion(title_of(piece, PaperKind.MOTION).value, motion, _motion_status(motion.outcome).value)


def _belonging(
    parts: Parts,
    clauses: Sequence[Clause],
    title: str,
    kind: PaperKind,
    stated: Override,
    names: Names,
) -> tuple[Derived[tuple[str, ...]], Derived[str | None], Derived[str | None]]:
    """Owners, region and province; a region for regional agreements only."""
    province: Derived[str | None] = Derived(None, "niet gevonden")
    region: Derived[str | None] = Derived(None, "geen regionaal stuk")
    if kind is PaperKind.REGIONAL_AGREEMENT:
        named = region_of(parts, title, members_of(parts, None, names).value, names.day)
        owners = members_of(parts, named.value, names)
        region = named if named.value else Derived(region_of_members(owners.value, names.day), owners.source)
        owners = owners if owners.value else folder_owner(parts, names) or owners
    else:
        speaker = speaker_of(parts, clauses, title, kind, names)
        owners = Derived(speaker.owners, speaker.source)
        province = Derived(speaker.province, speaker.source)
        owners = in_folder(parts, owners, names) or owners
    return (
        _stated(stated, stated.owners) or owners,
        _stated(stated, stated.region) or region,
        _stated(stated, stated.province) or province,
    )
