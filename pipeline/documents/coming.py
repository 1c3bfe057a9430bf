"""Whether a sentence tells that a paper is to come, in whatever order its words stand.

The paper is put aside as "§", so that a way of saying so is a few words around it, as in `told_deeds.py` for what was done. What the
words right before and behind a paper say of it stands in `announcement.py`.
"""

from __future__ import annotations

import re

from pipeline.documents.day import MONTHS
from pipeline.documents.wording import any_of
from pipeline.language.needed_words import expression

_NEW = r"(?:een|eigen|nieuwe?|integra\w+|gemeentelijke?|lokale?|bredere?|samenhangende?|toekomstige?|ander)"
_A_NEW = rf"(?:{_NEW} )*"
_ITS = rf"(?:(?:de|het|ons|onze|uw) )?{_A_NEW}"
_ON = r"(?: (?:voor|over|op|rond|inzake|arbeidsmigra\w+)\b[^.;,]{0,60}?)?"
"""What the paper is on."""
_TO_MAKE = any_of(
    (
        r"op te (?:laten )?stellen",
        r"uit te (?:laten )?werken",
        "voor te bereiden",
        r"te (?:laten )?(?:maken|schrijven|ontwikkelen|formuleren|vernieuwen|actualiseren|herzien|herijken|opstellen|uitwerken)",
    )
)
_BEING_MADE = (
    r"(?:geschreven|opgesteld|gemaakt|uitgewerkt|voorbereid|geactualiseerd|herzien|herijkt|vernieuwd|afgerond)"
)
_LATER = (
    rf"(?:in|voor|eind|begin|medio|na|vóór|uiterlijk|rond) (?:(?:de|het|dit|volgend|komend|eerste|tweede|derde|vierde) )*"
    rf"(?:{any_of(MONTHS)}|kwartaal|q[1-4]|20\d\d|zomer\w*|reces|herfst|winter|voorjaar|najaar|jaar|verkiezingen)"
)
_SOON = rf"(?:{_LATER}|binnenkort|dit (?:jaar|voorjaar|najaar)|volgend jaar|komend (?:jaar|voorjaar|najaar)|straks)"
_WE = r"(?:wij|we|het college|de gemeente|burgemeester en wethouders)"
_MAKES = r"(?:maken|maakt|schrijven|schrijft|opstellen|opstelt|ontwikkelen|ontwikkelt|uitwerken|uitwerkt|voorbereiden|voorbereidt)"
_DECIDED = (
    rf"(?:besloten|besloot)\b[^;]{{0,60}}?§{_ON} (?:[^;,]{{0,30}} )?{_TO_MAKE}",  # heeft besloten een nota te schrijven
    rf"(?:besloten|afgesproken|opgenomen|toegezegd)\b[^;]{{0,40}}?\bdat (?:er|{_WE}) {_A_NEW}§{_ON} (?:komt|komen|krijgt|krijgen|{_MAKES})",
    rf"opdracht\b[^;]{{0,60}}?§{_ON} (?:[^;,]{{0,30}} )?{_TO_MAKE}",
    rf"\w*(?:bureau|adviseur)\b[^;]{{0,40}}?\b(?:gevraagd|ingehuurd|ingeschakeld)\b[^;]{{0,40}}?§{_ON} {_TO_MAKE}",
    rf"(?:aangesteld|aangenomen|vrijgemaakt|ingehuurd) om {_ITS}§{_ON} {_TO_MAKE}",
    rf"projectleider\b[^;]{{0,30}}?§{_ON} (?:begonnen|gestart|aangesteld|aan de slag)",
    rf"(?:zegt|zeg|zegde|zegden|zeggen)\b[^;]{{0,40}}?\btoe\b[^;]{{0,60}}?§{_ON} (?:ligt|komt|te komen|{_TO_MAKE})",
    rf"(?:nemen|neemt|genomen) (?:\w+ )?(?:het )?initiatief (?:voor|tot) {_A_NEW}§",
    rf"(?:volgend jaar|{_SOON}) op met {_A_NEW}§",  # lossen wij volgend jaar op met een nota
)
_IN_HAND = (
    rf"(?:laat|laten)\b[^;]{{0,60}}?§{_ON} {_MAKES}",
    rf"(?:willen|wil) {_WE}\b[^;]{{0,40}}?§{_ON} (?:klaar )?hebben",
    rf"{_MAKES} (?:op dit moment|momenteel|nu|thans) (?:\w+ ){{0,2}}?{_ITS}§",
    rf"§{_ON} die {_WE}\b[^;]{{0,40}}?\b{_MAKES}",
    rf"concept van {_ITS}§{_ON} (?:bij het college|gereed|klaar|besproken)",
    rf"§{_ON} is (?:bijna|nagenoeg|vrijwel|nog niet) (?:klaar|gereed|af|afgerond)",
    rf"§{_ON} (?:wordt|worden) (?:op dit moment|momenteel|nu|thans|inmiddels|dit jaar) (?:[^;,]{{0,40}} )?{_BEING_MADE}",
    rf"{_SOON} in op (?:een )?nieuwe? §",
    rf"gaa?(?:t|n) {_ITS}§{_ON} (?:uit (?:19|20)\d\d )?vervangen",
    rf"(?:wil|willen)\b[^;]{{0,60}}?§{_ON} (?:aan (?:de|uw) (?:gemeente)?raad )?(?:voorleggen|aanbieden|presenteren)",
    rf"§{_ON}, (?:die|dat) {_WE} (?:nu|op dit moment|momenteel) {_MAKES}",
    rf"(?:tot|totdat|zolang) (?:er )?(?:nog )?(?:geen )?{_NEW} {_A_NEW}§{_ON} (?:is|ligt)",
    r"vooruitlopend op (?:de|het|ons|onze|een) (?:nieuwe?|toekomstige?) §",
    rf"{_SOON} (?:praten|spreken|overleggen|denken|gaan) (?:wij|we)\b[^;]{{0,60}}?\bover (?:de |het |ons |onze )?nieuwe? §",
)
_PLANNED = (
    rf"§{_ON} (?:komt|gaat)\b[^;]{{0,60}}?\bnaar (?:de|uw) (?:gemeente)?raad",
    rf"(?:vaststelling|behandeling|bespreking) van {_ITS}§{_ON} "
    r"(?:voorzien|verwachten|plannen|is (?:voorzien|gepland)|staat gepland|volgt)",
    rf"§{_ON} staat\b[^;]{{0,60}}?{_LATER}[^;]{{0,40}}?\bop de (?:\w*agenda|planning)",
    rf"§{_ON} staat\b[^;]{{0,60}}?\bop de (?:\w*agenda|planning)\b[^;]{{0,30}}?{_LATER}",
    rf"op de (?:\w+ )?(?:\w*agenda|planning) staat {_ITS}§[^;]{{0,60}}?{_LATER}",
    rf"{_LATER} staat {_ITS}§[^;]{{0,60}}?\bop de (?:\w*agenda|planning)",
    rf"(?:planning|bedoeling|streven|verwachting) is dat (?:de|uw) raad\b[^;]{{0,60}}?§{_ON} (?:[^;,]{{0,30}} )?"
    r"(?:vaststelt|behandelt|bespreekt)",
    rf"(?:hoopt?|hopen|verwacht|verwachten)\b[^;]{{0,60}}?§{_ON} (?:[^;,]{{0,30}} )?"
    r"(?:te kunnen (?:aanbieden|voorleggen|presenteren)|aan te bieden|voor te leggen)",
    rf"^\W*§{_ON} volgt(?:\W*$| {_SOON})",
    rf"(?:kunt|kan) u {_ITS}§{_ON} verwachten",
    rf"§{_ON} kunt u {_SOON} verwachten",
    rf"(?:raad|u) (?:krijgt|ontvangt) {_SOON} {_ITS}§",
    rf"{_SOON} leest u\b[^;]{{0,60}}?§",
    rf"{_SOON} verschijn(?:t|en) {_ITS}§",
    rf"§{_ON} verschijn(?:t|en) {_SOON}",
    rf"(?:stuurt|sturen) {_WE}? ?(?:de raad|uw raad|u) {_SOON} {_ITS}§",
    rf"{_SOON} (?:stuurt|sturen) {_WE} (?:de raad|uw raad|u) {_ITS}§",
    r"(?:over|binnen) (?:een|twee|drie|enkele|een paar) (?:half ?)?(?:jaar|maanden?|weken)\b[^;]{0,30}?"
    r"\b(?:heeft|hebben|is er|ligt er)\b[^;]{0,40}?§",
)
_COMING = any_of((*_DECIDED, *_IN_HAND, *_PLANNED))
_TOLD = expression(rf"(?<!\w){_COMING}(?!\w)", re.IGNORECASE)
_NOT_SO = expression(
    r"\b(?:fracties?|moties?|amendement|indieners?|insprekers?|niet|geen|nooit|ingetrokken|teruggegeven|afgewezen|verworpen|vervallen"
    r"|losgelaten|geschrapt|uitvoering\s+van)\b"
    r"|(?<!is\s)(?<!niet\s)\bvastgesteld\b|\?",
    re.IGNORECASE,
)
"""That others want it, that it will not be, or was done already."""


def tells_of_coming(said: str) -> bool:
    """Whether a sentence, with "§" for the paper, tells that its own authority will have that paper made, or has it in hand."""
    return bool(_TOLD.search(said)) and not _NOT_SO.search(said.replace("nog niet", ""))
