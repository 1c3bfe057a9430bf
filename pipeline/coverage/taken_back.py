"""What a paper takes back in a later sentence: what was done and stops, what might be done and is not chosen or not paid for.

To end or refuse a way of housing is a rule on housing, so nothing here is asked of that theme.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.coverage.acting import somebody_acts
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_WE = r"(?:wij|we|de\s+gemeente|het\s+college|de\s+(?:gemeente)?raad)"
_SERVICE = (
    r"(?:\w*(?:loket|spreekuur|spreekuren|balie|meldpunt|steunpunt|gezondheidspunt|informatiepunt|inloop|project|proef|pilot|regeling|subsidie"
    r"|zitting|dienstverlening|cursus|team|afspraken|convenant|bus|post|inzet|uitvoering))"
)
_FROM = r"(?:\bper\b|met\s+ingang\s+van|\bvanaf\b|definitief|\b(?:19|20)\d\d\b)"
_WITH_IT = expression(
    r"\b(?:daar|hier)mee\s+hou\w+\b[^.;]*\bop\W*$|\bhou\w+\b[^.;]*\b(?:daar|hier)mee\b[^.;]*\bop\W*$|\b(?:daar|hier)mee\b[^.;]*\b(?:ge)?stop\w*"
    r"|\bstop\w*\b[^.;]*\b(?:daar|hier)mee\b|\b(?:daar|hier)\b[^.;]*\bmee\s+(?:gestopt|opgehouden)\b|\bkomt\s+(?:daar|hier)[^.;]*\been\s+einde?\b",
    re.IGNORECASE,
)
_WE_DO = re.compile(rf"\b{_WE}\b", re.IGNORECASE)
"""Who stops, where "daarmee" is all that says with what: owners that must stop are ordered to."""
_STOPS = expression(
    rf"\b(?:dat|dit|die|deze)\s+(?:{_SERVICE}\s+)?(?:beëindig\w*|schaf\w*|hef\w*|zet\w*)\s+{_WE}\b"
    rf"|\b(?:dat|dit|die|deze)\s+(?:{_SERVICE}\s+)?sluit\w*\s+{_WE}\b[^.;]*{_FROM}"
    rf"|\b(?:dat|dit|die|deze|het|de)\s+{_SERVICE}\s+(?:is|zijn|wordt|worden|gaat)\b[^.;]*\b(?:beëindigd|opgeheven|stopgezet|afgeschaft)\b"
    rf"|\b(?:dat|dit|die|deze|het|de)\s+{_SERVICE}\s+(?:is|zijn|wordt|worden|sluit\w*)\b[^.;]*(?:{_FROM}[^.;]*\b(?:gesloten|dicht)\b|\bgesloten\b[^.;]*{_FROM})"
    rf"|\b{_WE}\s+(?:beëindig\w*|schaf\w*|hef\w*|stop\w*\s+met)\s+(?:dat|dit|die|deze|het|de)\s+{_SERVICE}\b"
    rf"|\b(?:dat|dit|die|deze|het|de)\s+{_SERVICE}\b[^.;]*\b(?:(?:krijgt|krijgen)\s+geen\s+vervolg|niet\s+(?:voortgezet|verlengd))\b"
    rf"|\bzet\w*\s+{_WE}\s+(?:\w+\s+)?niet\s+voort\b|\bkomt\s+(?:er\s+)?niets\s+voor\s+in\s+de\s+plaats\b"
    rf"|\bdoe[nt]\s+{_WE}\s+(?:dat|dit)\s+niet\s+(?:meer|langer)\b|\b(?:dat|dit)\s+doe[nt]\s+{_WE}\s+niet\s+(?:meer|langer)\b",
    re.IGNORECASE,
)
"""What was done ends: "Met ingang van deze nota houden wij daarmee op", "Dat loket sluiten wij per 1 juli"."""
_LEFT = expression(
    rf"\bkie\w+\s+{_WE}\s+(?:\w+\s+){{0,3}}?(?:daar|hier)\s+(?:\w+\s+){{0,2}}?niet\s+voor\b|\b(?:daar|hier)(?:voor)?\s+kie\w+\s+{_WE}\s+(?:\w+\s+){{0,3}}?niet\b"
    rf"|\b{_WE}\s+kie\w+\s+(?:daar|hier)\s*(?:\w+\s+){{0,3}}?niet\s+voor\b|\b{_WE}\s+kie\w+\s+(?:daar|hier)voor\s+(?:\w+\s+)?niet\b"
    rf"|\bsta(?:at|an)\s+(?:het|dit|dat|die|ze|zij)\s+niet\s+in\s+(?:deze|dit)\b|\b(?:dit|dat)\s+(?:is|staat)\s+(?:daarom\s+)?niet\s+in\s+(?:deze|dit)\s+\w+"
    r"|\b(?:daarover|hierover)\s+(?:\w+\s+){0,4}?geen\s+besluit\b|\bgeen\s+besluit\s+(?:daar|hier)over\b"
    rf"|\b(?:dat|dit)\s+doe(?:n|t)\s+{_WE}\s+(?:\w+\s+){{0,2}}?niet\b|\bdoe(?:n|t)\s+{_WE}\s+(?:dat|dit)\s+(?:\w+\s+){{0,2}}?niet\b"
    rf"|\b(?:dat|dit)\s+laten\s+{_WE}\s+(?:\w+\s+){{0,2}}?(?:achterwege|liggen|rusten|na)\b|\b(?:dat|dit)\s+(?:idee|plan|voorstel)\b[^.;]*\blosgelaten\b",
    re.IGNORECASE,
)
"""What might be done is left: "Nu kiezen wij daar niet voor", "Dat doen wij niet"."""
_NOT_LIGHTLY = re.compile(r"\bniet\s+(?:zomaar|alleen|lichtvaardig|zonder|zelf|elke|elk|vaker|eerder)\b", re.IGNORECASE)
_MONEY = r"(?:geld|budget|bedrag|middelen|dekking|financiering|subsidie|capaciteit|menskracht)"
_FURTHER = r"(?:andere?|meer|extra|verdere?|aanvullende|nieuwe|grotere?|nog)\b"
"""What is not paid for beside what is: "Er is geen capaciteit voor andere controles"."""
_NO_MONEY = expression(
    rf"\b(?:dat|dit|die|het|de)\s+{_MONEY}\s+(?:daarvoor\s+|hiervoor\s+|ervoor\s+)?(?:(?:is|zijn)\s+(?:er\s+)?(?:\w+\s+)?niet\b|ontbre\w+)"
    rf"|\b(?:is|zijn)\s+(?:er\s+)?(?:\w+\s+){{0,2}}?(?:geen|onvoldoende)\s+{_MONEY}\b(?!\s+voor\s+{_FURTHER})|\breserve\w+\s+(?:\w+\s+){{0,4}}?geen\s+{_MONEY}\b"
    rf"|\b(?:stel|trek|ma)\w*\s+{_WE}\s+(?:\w+\s+){{0,4}}?geen\s+{_MONEY}\b|\b{_MONEY}\s+(?:\w+\s+)?niet\s+beschikbaar\b",
    re.IGNORECASE,
)
"""Nobody pays for it: "Dat geld is er niet", "Daarvoor reserveren wij geen budget"."""
_MIGHT = expression(
    r"\b(?:zou|zouden|kan|kunnen|kon|konden|mogelijk\w*|overwogen|overwegen|denkbaar|optie|wens\w*|gevraagd|vroegen|idee|voorstel|als|indien|mits|zodra"
    r"|wanneer|mocht|onderzocht|bekeken|ooit)\b",
    re.IGNORECASE,
)
_WAS = expression(
    r"\b(?:had|hadden|hield|hielden|was|waren|kon|konden|\w+konden|startte|opende|bood|deed|kende|bestond|gaf|hielp|(?:tot|sinds)\s+(?:en\s+met\s+)?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LEANS_ON = re.compile(
    r"\W*(?:(?:ook|daarnaast|verder|maar|en)\s+)?(?:\w+\s+){0,2}?(?:zij|ze|men|daar|er|dat|dit|die|deze|daarmee|daarvoor)\b",
    re.IGNORECASE,
)
_TOLERATED = expression(
    r"\bgedo(?:og|gen)\w*|\btoe(?:staan|gestaan|laten|gelaten)\b|\bst(?:aan|onden)\b.*\btoe\b|\bvingers\b",
    re.IGNORECASE,
)
"""To stop tolerating something is a measure."""


def taken_back(passage: Passage) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) say what is taken back, with those that take it back.

    Of the 7,042 passages with a theme in `corpus/passages` that are an aim or measure this is all that none says of one, nor of those in
    `corpus/papieren` (2,560).
    """
    texts = [sentence.text for sentence in passage.sentences]
    found: set[int] = set()
    for at, text in enumerate(texts):
        if _ends(texts, at):
            found.update(range(_start(texts, at, ended=True), at + 1))
        elif (_LEFT.search(text) and not _NOT_LIGHTLY.search(text)) or _NO_MONEY.search(text):
            found.update(range(_start(texts, at, ended=False), at + 1))
    return frozenset(found)


def _ends(texts: Sequence[str], at: int) -> bool:
    """Whether a sentence says that something the municipality did ends."""
    stops = _STOPS.search(texts[at]) or (_WITH_IT.search(texts[at]) and _WE_DO.search(texts[at]))
    return bool(stops) and not any(_TOLERATED.search(text) for text in texts[max(0, at - 1) : at + 1])


def _start(texts: Sequence[str], at: int, *, ended: bool) -> int:
    """Where begins what a sentence takes back: the sentence before it, and those before that which only say what was or might be.

    What the municipality does outright stands, but for what ends.
    """
    start = at
    while start:
        before = texts[start - 1]
        open_still = _MIGHT.search(before) or (ended and _WAS.search(before))
        nearest = start == at and (ended or not somebody_acts(before))
        leans = start < at and _LEANS_ON.match(texts[start]) and not somebody_acts(before)
        if not (open_still or nearest or leans):
            break
        start -= 1
    return start
