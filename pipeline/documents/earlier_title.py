"""An earlier paper as a sentence names it: how its title is found, and what stands around it that is no part of it."""

from __future__ import annotations

import re

from pipeline.documents.ending import ARTICLE
from pipeline.documents.wording import PAPER_WORD

LONGEST_TITLE = 25
"""Words; what is longer is a sentence."""
EARLIER = rf"[^;:.]{{0,60}}?\b{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,140}}?"
TITLE = rf"(?:{ARTICLE}\s+|[‘'\"“„«])*(?P<title>{EARLIER})"
"""How a paper writes the title of an earlier one, as group `title`."""
_ONE_DEED = r"(?!\bte\s+(?-i:[a-z])\w+en\b)"
ALONE = rf"(?P<title>(?:{_ONE_DEED}[^;:.]){{0,60}}?\b{PAPER_WORD}\b(?:{_ONE_DEED}(?:[^;:.]|\.(?=\w))){{0,140}}?)"
"""A title where nothing else is done before the verb: not in "besluit het college te verzoeken de Nota in te trekken"."""
OF_A_PAPER = rf"^(?:(?!{PAPER_WORD}\b)[\w-]+\s+){{1,5}}?(?:van|voor|bij|over|in|op|uit|tot)\s+(?:de|het|ons|onze)\s"
"""A title that opens with something of a paper, or about it: "de vergunning op grond van de Nota"."""
STOP = (
    r"(?=\s*(?:[;:.]|,\s*(?:zoals|vastgesteld|welke|die|dat|in\s+werking|bekendgemaakt|laatstelijk)"
    r"|\b(?:zoals|vastgesteld|welke|per|met\s+ingang|over\s+te\s+gaan|hiermee|en\s+treedt)\b|$))"
)
SUBJECT = rf"(?:^|[.;:]\s+|\d\s+)(?-i:De|Het|Alle|Al\s+(?:het|ons|onze))\s+(?P<title>{EARLIER})\s+"
"""The same as the subject of a sentence."""
PLAIN = (
    r"(?:(?!(?:niet|geen|nooit|nog|zo|nodig|eventueel|mogelijk|gedeeltelijk|deels|slechts|alleen|of|en"
    r"|binnenkort|later|straks|zijner|termijn|volgend|verwachting)\b)[\w'’(),-]+\s+){0,14}?"
)
"""Words between the verb and its participle, none of which takes back what it says or says it of a part."""
LAPSES = r"(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen)"
TO_END = r"(?:in\s+te\s+trekken|te\s+laten\s+vervallen|vervallen\s+te\s+verklaren|buiten\s+werking\s+te\s+stellen)"
"""What an organ decides of a paper that it ends."""
AFTER_TITLE = re.compile(
    r",\s*(?:zoals|vastgesteld|welke|die|(?:door|bij|op)\s[^,;.]{2,40}?\bvastgesteld)\b|,\s*door\s+ons$|\s+(?:zoals\s+vastgesteld|vastgesteld\s+(?:op|bij|door|d\.?d)"
    r"|d\.d\.|zijn|is|wordt|worden|komt|komen|gaat|gaan|hierbij|hiermee|gelijktijdig|met\s+(?:ingang|onmiddellijke\s+ingang|terugwerkende\s+kracht|de\s+(?:inwerkingtreding|vaststelling)))(?!\w)"
    r"|\s+per\s+(?=\d|(?:direct|heden|vandaag|ommegaande|onmiddellijk)\b)|\s+(?:in\s+(?:zijn|haar|hun)\s+)?(?:geheel|volledig|helemaal)$|\s+in\s+(?:zijn|haar|hun)\s+geheel\b"
    r"|\s+stel(?:t|len)\s+(?:de|het|wij)\b|\s+(?:zodra|nadat|wanneer)\b",
)
_DECIDES = re.compile(rf"\bbesluit(?:en)?\s*:?\s+(?={ARTICLE}\s)", re.IGNORECASE)
VAGUE = re.compile(
    r"^(?:\W|\b(?:de|het|dit|deze|al|alle|alles|gemeenteraad|raad|college|volgende|onderstaande|hierna|genoemde|regelingen|stukken|beleidsstukken|eerdere?|bestaande?|huidige?|oude?|vorige?|voorgaande?"
    r"|geldende?|vigerende?|ons|onze|beleid|beleidsregels?|nota|visie|notitie"
    r"|regeling|besluit|regels|kader|en)\b)*$",
    re.IGNORECASE,
)
QUOTES = "‘’'\"“”„«» ,"


def named_title(written: str) -> str:
    """Return a title as found in a sentence without what stands around it; "" where it names no paper ("het geldende beleid")."""
    title = _bare(written)
    return "" if VAGUE.match(title) or len(title.split()) > LONGEST_TITLE else title


def _bare(title: str) -> str:
    title = _DECIDES.split(title)[-1]
    title = re.sub(rf"^{ARTICLE}\s+", "", title.strip(QUOTES), flags=re.IGNORECASE)
    return AFTER_TITLE.split(title)[0].strip(QUOTES)
