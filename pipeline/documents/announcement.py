"""Whether a paper announces labour-migration policy that is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.paper import Derived
from pipeline.documents.parts import page_source
from pipeline.documents.subject import target_section
from pipeline.language.passages import Passage

_PAPER = (
    r"(?:\w*beleids(?:kader|nota|notitie|plan|regels?|visie|stuk|document|lijn)|(?:integraal\s+|nieuw\s+"
    r"|eigen\s+|lokaal\s+|gemeentelijk\s+|regionaal\s+|samenhangend\s+|breder?\s+|ons\s+)*(?:huisvestings"
    r"|arbeidsmigratie|arbeidsmigranten)?beleid"
    r"|(?:kader|huisvestings|start|arbeidsmigranten)?(?:nota|notitie|visie)|(?:afwegings|toetsings"
    r"|ruimtelijk\s+)?kader|(?:uitvoerings|actie)?programma|plan\s+van\s+aanpak|integrale\s+aanpak"
    r"|huisvestingsverordening|nadere\s+regels|paraplubestemmingsplan)"
)
_DOING = (
    r"(?:op\s+te\s+stellen|opstellen|opgesteld|te\s+ontwikkelen|ontwikkelen|ontwikkeld|uit\s+te\s+werken"
    r"|uitwerken|uitgewerkt|te\s+maken|maken|gemaakt|voor\s+te\s+bereiden|voorbereiden|voorbereid"
    r"|te\s+formuleren|formuleren|vast\s+te\s+stellen|voor\s+te\s+leggen|voorleggen|voorgelegd|aanbieden"
    r"|aangeboden|aan\s+te\s+bieden|herzien|actualiseren|geactualiseerd|komen|presenteren)"
)
ANNOUNCING: tuple[str, ...] = (
    (
        rf"\b(?:stel(?:t|len)|werk(?:t|en)|brei?d(?:t|en)|maakt|maken|ontwikkel(?:t|en)|schrij(?:ft|ven)"
        rf"|formule(?:ert|ren)|bereid(?:t|en))\b[^.;]{{0,120}}?\b{_PAPER}\b[^.;]{{0,60}}?\b(?:op|uit"
        rf"|voor)\b(?=\s*[.,;)]|\s+(?:en|voor|dat|waarin|in|met|samen)\b|$)"
    ),
    rf"\b(?:werk(?:t|en)|bezig|gestart|begonnen|start(?:en)?)\b[^.;]{{0,40}}?\b(?:aan|met)\b[^.;]{{0,80}}?\b{_PAPER}\b",
    (
        rf"\b(?:ontwikkel(?:t|en)|maken|maakt|schrijven|schrijft)\s+(?:wij\s+|we\s+|een\s+|nu\s+|momenteel\s+"
        rf"|in\s+20\d\d\s+)+(?:\w+\s+){{0,4}}?{_PAPER}\b"
    ),
    (
        rf"\b(?:zal|zullen|gaan|gaat|wil|willen|wordt|worden|voornemens|van\s+plan|beoogt"
        rf"|beogen)\b[^.;]{{0,140}}?\b{_PAPER}\b[^.;]{{0,100}}?\b{_DOING}\b"
    ),
    (
        rf"\b{_PAPER}\b[^.;]{{0,120}}?\b(?:wordt|worden|zal|zullen|in\s+voorbereiding|in\s+ontwikkeling"
        rf"|in\s+de\s+maak)\b(?:[^.;]{{0,100}}?\b{_DOING}\b|(?=[^.;]{{0,20}}[.;]|$))"
    ),
    rf"\b(?:werk(?:t|en))\b[^.;]{{0,40}}?\btoe\s+naar\b[^.;]{{0,60}}?\b{_PAPER}\b",
    rf"\b(?:kom(?:t|en)|ontvangt|ontvangen)\b[^.;]{{0,60}}?\b(?:met|tot)\b[^.;]{{0,60}}?\b{_PAPER}\b",
    (
        rf"\b(?:opdracht|begin|start|aanzet|proces|voorbereiding(?:en)?|procesvoorstel|traject"
        rf"|startnotitie)\b[^.;]{{0,60}}?\b(?:voor|van|om|tot|te\s+komen)\b[^.;]{{0,60}}?\b(?:nieuwe?"
        rf"|integra\w+|op\s+te\s+stellen|te\s+komen)\b[^.;]{{0,60}}?\b{_PAPER}\b"
    ),
)
_DRAFT_UNDER_WAY = (
    rf"\b(?:ontwerp|concept)[- ]?{_PAPER}\b[^.;]{{0,80}}?\b(?:ter\s+inzage|inspraak|voorgelegd|besproken)\b"
)
_ANNOUNCING = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*ANNOUNCING, _DRAFT_UNDER_WAY))
_OTHERS = re.compile(
    r"\b(?:het\s+rijk|de\s+minister\w*|het\s+kabinet|de\s+provincie|provinciale\s+staten"
    r"|gedeputeerde\s+staten|de\s+vng|staatssecretaris|buurgemeente\w*"
    r"|(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|enkele|sommige|andere|meeste|veel|diverse)\s+gemeenten"
    r"|de\s+gemeente\s+(?!raad)[A-Z]\w+\s+(?:werkt|bereidt|stelt))\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:heeft|hebben|had|hadden|is\s+in\s+(?:19|20)\d\d|werd|werden"
    r"|destijds)\b[^.;]{0,80}\b(?:vastgesteld|opgesteld|ontwikkeld|gemaakt)\b|\b(?:jaarlijks"
    r"|periodiek)\s+ge(?:actualiseerd|evalueerd)\b",
    re.IGNORECASE,
)
_NOT_NEW = re.compile(
    r"\b(?:wordt|worden)\s+(?:\w+\s+){0,6}(?:geëvalueerd|gemonitord|getoetst|toegepast|gehandhaafd"
    r"|uitgevoerd|gepubliceerd|bekendgemaakt|ingetrokken|vervangen|aangehaald)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:dient|dienen|moet|moeten|zou|zouden|kan|kunnen)\b[^.;]{0,80}\bworden\b|\baanbevel\w+", re.IGNORECASE
)
"""What somebody else should do ("deze visie dient te worden ondersteund") announces nothing."""


def announces_of(passages: Sequence[Passage], about: bool) -> Derived[bool]:
    """Whether some sentence, in a paper or passage about labour migrants, says that policy is being made."""
    for passage in passages:
        if not (about or TARGET_GROUP.search(passage.text) or target_section(passage.section)):
            continue
        for sentence in passage.sentences:
            if announces(sentence.text):
                return Derived(True, page_source("aankondiging", passage.page))
    return Derived(False, "niet gevonden")


def announces(sentence: str) -> bool:
    """Whether a sentence says that its own authority makes or will make a policy paper."""
    if any(excluded.search(sentence) for excluded in (_OTHERS, _PAST, _NOT_NEW, _ADVICE)):
        return False
    return any(pattern.search(sentence) for pattern in _ANNOUNCING)
