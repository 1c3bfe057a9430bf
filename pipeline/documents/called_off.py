"""Whether a paper tells that labour-migration policy that was on its way will not come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.announcement import OTHERS, PAPERS
from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.wording import any_of, whole
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_PAPER = rf"(?:ontwerp|concept)?[-\s]?{any_of(PAPERS)}\b"
_NEW = r"(?:(?:aparte?|eigen|nieuwe?|gemeentelijke?|lokale?|afzonderlijke?|herziene?|definitieve?|integrale?)\s+){0,2}"
_CALLED_OFF = expression(
    rf"\b(?:er\s+komt|komt\s+er|volgt\s+er|er\s+volgt)\s+(?:\w+\s+){{0,3}}?geen\s+{_NEW}{_PAPER}"
    rf"|\bstel(?:t|len)\s+(?:(?:wij|we|het\s+college)\s+)?(?:\w+\s+){{0,2}}?geen\s+{_NEW}{_PAPER}[^.;]{{0,60}}?\sop\b"
    rf"|\b(?:ma(?:akt|ken)|schrij(?:ft|ven)|ontwikkel(?:t|en))\s+(?:(?:wij|we|het\s+college)\s+)?(?:\w+\s+){{0,2}}?geen\s+{_NEW}{_PAPER}"
    rf"|\bzie(?:t|n)\s+(?:\w+\s+){{0,4}}?af\s+van\s+(?:(?:het\s+(?:opstellen|vaststellen|maken|uitwerken)\s+van\s+)?(?:de|het|een)\s+)?{_NEW}{_PAPER}"
    rf"|\b(?:gestopt|stop(?:t|pen))\s+(?:\w+\s+){{0,2}}?met\s+(?:het\s+(?:opstellen|maken|uitwerken)\s+van\s+)?(?:de|het|een)\s+{_NEW}{_PAPER}"
    rf"|\b(?:ontwerp|concept)[-\s]?{any_of(PAPERS)}\b[^.;]{{0,120}}?\b(?:in\s+te\s+trekken|ingetrokken)\b"
    rf"|\b(?:de|het)\s+{_PAPER}[^.;]{{0,60}}?\b(?:wordt|zal)\s+(?:\w+\s+){{0,2}}?niet\s+(?:\w+\s+){{0,4}}?"
    r"(?:aangeboden|voorgelegd|vastgesteld|opgesteld|uitgewerkt|worden\s+\w+)\b",
    re.IGNORECASE,
)
"""That there will be none: "er komt geen nota", "wij zien af van een eigen beleidskader", "de conceptnota in te trekken"."""
_NOT_YET = re.compile(
    r"\b(?:nog|eerder|alsnog|vóór|voordat|dit\s+jaar|deze\s+(?:maand|zomer)|in\s+(?:het\s+)?(?:eerste|tweede|derde|vierde)\s+kwartaal"
    r"|indien|mocht|als\s+(?:er|de|het)|tenzij|zolang|voorstel\w*|verzoek\w*|vra(?:agt|gen))\b",
    re.IGNORECASE,
)
"""That it comes later, or that somebody asks it, or if."""
_BY_OTHERS = whole(OTHERS)


def calls_off_policy(passages: Sequence[Passage], about: bool) -> bool:
    """Whether some sentence, in a paper or passage about labour migrants, says that policy is no longer made; a question says nothing."""
    on_them = (passage for passage in passages if about or TARGET_GROUP.search(passage.text))
    return any(_calls_off(sentence.text) for passage in on_them for sentence in passage.sentences)


def _calls_off(sentence: str) -> bool:
    said = _CALLED_OFF.search(sentence)
    return bool(said) and not (
        sentence.rstrip().endswith("?") or _NOT_YET.search(sentence) or _BY_OTHERS.search(sentence)
    )
