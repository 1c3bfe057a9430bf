"""That an earlier paper was withdrawn or holds no longer, as a letter or notice tells that is not itself the decision."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from pipeline.documents.day import find_days, find_terms
from pipeline.documents.named_papers import in_turn
from pipeline.documents.naming import Names
from pipeline.documents.paper import Ending, PaperKind, PaperStatus
from pipeline.documents.parts import Parts
from pipeline.documents.replacing import Ended
from pipeline.documents.told_deeds import ORGAN_OF, ended_in
from pipeline.documents.wording import PAPER_WORD, lead_in
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

TELLERS = {PaperKind.COUNCIL_PAPER, PaperKind.OTHER}
"""Kinds that tell what an organ did; policy ends what it replaces by its own adoption."""
_LONGEST = 4000
"""Characters of a block in which it is looked for."""
_NOT_YET = (
    r"(?:(?!\b(?:wordt|worden|zal|zullen|kan|kunnen|moet|moeten|zou|zouden|wil|willen|gaat|gaan)\b)[^;?]){0,200}?"
)
_ORGAN = r"\b(?:college|(?:gemeente)?raad|burgemeester\s+en\s+wethouders)\b"
_TO_END = (
    r"(?:tot\s+(?:de\s+)?(?:gehele\s+)?intrekking|in\s+te\s+trekken|te\s+herroepen|buiten\s+werking\s+te\s+stellen|werking\s+verlie\w+"
    r"|vervalt|vervallen)"
)
_DONE = expression(
    rf"\b(?:is|zijn|werd|werden|heeft|hebben|kwam)\s+{_NOT_YET}\b(?:ingetrokken|losgelaten|afgeschaft|vervallen|buiten\s+werking|een\s+einde?)\b"
    rf"|\b(?:besloten|besloot)\s[^;?]{{0,250}}?\b{_TO_END}\b"
    rf"|{_ORGAN}[^.;:?]{{0,60}}?\bbesluit(?:en)?\s[^;?]{{0,250}}?\b{_TO_END}\b"
    r"|\b(?:trok|trokken|verviel|vervielen|liep|liepen)\b|\b(?:is|zijn)\s+(?:(?!(?:nog|niet)\b)[\w-]+\s+){0,8}?(?:verstreken|verlopen|geëindigd|afgelopen|voorbij|van\s+(?:tafel|de\s+baan))\b"
    r"|\b(?:geldt|gelden|bestaat|bestaan|pas(?:t|sen)|hante(?:ert|ren)|gebruik(?:t|en)|is|zijn|heeft|hebben|wordt|worden)\s[^;?]{0,120}?"
    r"(?:niet\s+(?:meer|langer)|geen\s+\w+\s+meer)\b",
    re.IGNORECASE,
)
"""That it has happened, or that an organ decides it there."""
_NOT_SAID = expression(
    r"\b(?:\w*voorstel\w*|voor\s+te\s+stellen|voorne\w+|voorgenomen|vra(?:ag|gen|agt)|gevraagd|verzoek\w*|overwe\w+|zodra|indien|mits|mocht"
    r"|volgend|komend|binnenkort|mogelijk|misschien|eventueel|kan|kunnen|mag|mogen|zal|zullen|wil|willen|zou|zouden|moet|moeten"
    r"|(?:bij|na|met)\s+(?:de\s+)?(?:vaststelling|inwerkingtreding)|vindt|vinden|stelt\s+dat|zegt\s+dat"
    r"|onderde(?:el|len)|voor\s?zover|gedeelte\w*|deels|provincie|rijk|minister|buurgemeente\w*|fracties?)\b|§\s*\d|\?",
    re.IGNORECASE,
)
"""That somebody proposes, asks or says it, that something must come first, or that it is of a part."""
_NOT_IT = re.compile(
    rf"\b(?:concept|ontwerp)|^\w*besluit\b|^(?:(?!{PAPER_WORD}\b)\S+\s+){{0,6}}?(?:van|tegen|over|op|voor|tot|in|bij|rond(?:om)?|omtrent|naar)\s",
    re.IGNORECASE,
)
"""A draft, or something about a paper: "het beroep tegen de Nota logies"."""
_PROPOSES = re.compile(
    r"^\W*(?:\w*voorstel|concept\w*|ontwerp\w*|(?:besluit)?nota\s+(?:aan\s+)?b\s?(?:&|en)\s?w|(?:schriftelijke|technische|raads)\W*vragen|(?:sub)?amendement)\b",
    re.IGNORECASE,
)
"""Head of a paper in which what is decided is still to be decided."""
_FROM = re.compile(r"\b(?:met\s+ingang\s+van|m\.i\.v\.|per|vanaf|sinds)\s+(.{4,40})", re.IGNORECASE)
_OF_ADOPTION = re.compile(
    r"\bvastgesteld\w*\s+(?:(?:op|door|in|de|het|college|raad)\s+){0,4}(?:\w+dag\s+)?$", re.IGNORECASE
)
_ADOPTED = re.compile(r"^\s+(?:\w+\s+){0,3}?vastgesteld", re.IGNORECASE)
_OF_DECISION = re.compile(r"\b(?:van|d\.d\.)\s+$", re.IGNORECASE)


def ends_told(
    parts: Parts,
    kind: PaperKind,
    status: PaperStatus,
    ended: Sequence[Ended],
    owners: Collection[str],
    names: Names,
) -> tuple[Ending, ...]:
    """Return which papers it tells to have ended as a fact: of those in what it says of endings (`ended`), and in an order of words of its
    own. A draft or proposal tells nothing, nor does what it tells of others than its `owners` count."""
    if kind not in TELLERS or status is PaperStatus.DRAFT or any(_PROPOSES.match(line.text) for line in parts.head):
        return ()
    told = tuple(dict.fromkeys(_told(ended)))
    known = {one.title for one in told}
    freely = _told_freely(parts.body, owners, names)
    return (*told, *dict.fromkeys(one for one in freely if one.title not in known))


def _told_freely(blocks: Sequence[Block], owners: Collection[str], names: Names) -> Iterator[Ending]:
    for before, sentence in in_turn(blocks, _LONGEST):
        for one in ended_in(sentence, _day_of(sentence), before):
            doubted = _NOT_SAID.search(sentence) or _NOT_IT.search(one.title)
            if not doubted and not names.of_another(sentence, owners, ORGAN_OF):
                yield one


_ANSWER = re.compile(r"\?\s+(?:het\s+)?antwoord\b[^:.?]{0,30}:\s+", re.IGNORECASE)
"""Between a question and its answer in one block."""


def _told(ended: Sequence[Ended]) -> Iterator[Ending]:
    for one in ended:
        said = _ANSWER.split(one.sentence)[-1]
        whole = f"{said}{_asked_behind(one)}"
        if _DONE.search(said) and not _NOT_SAID.search(whole) and not _NOT_IT.search(one.title):
            yield Ending(one.title, _day_of(one.sentence))


def _asked_behind(one: Ended) -> str:
    """The mark of a question where the sentence is one."""
    place = one.block.text.find(one.sentence)
    behind = one.block.text[place + len(one.sentence) :][:200] if place >= 0 else ""
    return "?" if "?" in behind.partition(".")[0] else ""


def _day_of(sentence: str) -> date | None:
    """The day from which it has ended, else that on which this was decided; that of the adoption of what ended does not count."""
    since = _FROM.search(sentence)
    days = find_terms(since[1]) if since else []
    if days and days[0].start <= 3:
        return days[0].day
    told = (
        found.day
        for found in find_days(sentence)
        if found.whole
        and not _OF_ADOPTION.search(lead_in(sentence, found.start))
        and not _ADOPTED.match(sentence[found.end :])
        and not _OF_DECISION.search(lead_in(sentence, found.start))
    )
    return max(told, default=None)
