"""What a later paper says came of a motion: carried out, refused, passed or lost at the vote.

Civil servants have a hundred ways to say so ("van de lijst halen", "gehoor gegeven", "zien af van"). The motion is put aside as "§"
first, so that each of them is a few words around it; what turns them into something that is still to come, in part, asked or supposed
is looked for once, for all of them.
"""

from __future__ import annotations

import re

from pipeline.documents.outcome import PASSED, REJECTED, WITHDRAWN, outcome_of
from pipeline.language.needed_words import expression

_NUMBER = r"(?:nr\.?\s*|nummer\s+|PS\s+|\()?(?:[A-Z]{1,3}[-. ]?)?\d[\w./-]*"
_MOTION = re.compile(
    rf"(?:\b(?:de|deze|die|uw|beide|genoemde|voornoemde|bovengenoemde|onderhavige|haar|hun)\s+)?\b[Mm]oties?\b(?:\s*:?\s*{_NUMBER}(?:\s*(?:,|en|&)\s*{_NUMBER})*)?"
    r"(?:\s*(?:getiteld\s+|genaamd\s+)?[‘'\"“„«][^’'\"”»]{3,120}[’'\"”»])?(?:\s*\([^()]{0,60}\))?"
)
_ITSELF = (
    r"(?<!die )(?<!dat )(?<!wat )(?<!over )(?<!met )(?<!in )(?<!bij )(?<!van )(?<!door )(?<!aan )(?<!uit )(?<!voor )§"
)
"""The motion where it is what the sentence is on: in "de locaties die de motie noemt zijn gesloten" it is not."""
_ADJUNCT = r"(?:\s*,[^,.;]{3,80},|\s+(?:van|over|uit|inzake|tot|om|vreemd|met|voor)\b[^.;,:]{0,70}?)?"
_ON_IT = (
    rf"(?:{_ITSELF}|\b(?:de\s+)?(?:uitvoering|uitwerking|invulling|afhandeling|opdracht(?:en)?|verzoek(?:en)?|oproep|wens(?:en)?|vraag|gevraagde|punten)\s+(?:van|uit|in)\s+§"
    rf"|\baan\s+(?:(?:de|het)\s+(?:opdracht(?:en)?|verzoek(?:en)?|oproep|wens(?:en)?|strekking)\s+(?:van|uit|in)\s+)?§){_ADJUNCT}"
)
"""The motion, or what it asks for, as that of which a sentence tells what was done with it."""
_DONE = r"(?:afgedaan|afgehandeld|afgewikkeld|uitgevoerd|ingelost)"
"""What is done with a motion and little else."""
_DONE_WITH_IT = (
    rf"(?:{_DONE}|afgerond|voltooid|afgesloten|afgevinkt|afgevoerd|gesloten|geschrapt|gereed|klaar|eraf|beëindigd|beantwoord|gerealiseerd|geïmplementeerd|ingevuld"
    r"|ingewilligd|vervuld|nagekomen|verwezenlijkt|opgevolgd|verwerkt|opgenomen|overgenomen|gebeurd|tegemoet\s?gekomen|voldaan|recht\s+gedaan|gestand\s+gedaan"
    r"|van\s+de\s+\w*lijst(?:\s+(?:gehaald|genomen|afgehaald))?|(?:gehoor|gevolg|uitvoering|invulling|uitwerking|opvolging)\s+gegeven"
    r"|(?:tot|ten|in)\s+(?:uitvoer(?:ing)?|praktijk)\s+(?:gebracht|gelegd))"
)
"""The same, and what is done with other things too: then it must be said of the motion."""
_ENDS = (
    r"(?=\s*(?:[.,;:!)]|$)"
    r"|\s+(?:en|door|doordat|met|bij|in|op|per|sinds|te|worden|beschouw\w*|zijn|is|wat|voor|omdat|nu|aan|na|als|verklaard)\b)"
)
"""Behind a participle that is no adjective of what follows ("de afgesloten weg")."""
_HAS = r"(?:is|zijn|was|werd|hebben|heeft|kan|kunnen|mag|mogen|beschouwen|beschouwt|achten|acht|zien|verklaren)"
_STEPS = r"(?:(?!(?:om|of|dat|die|gevraagd|verzocht|opgeroepen|bedoeld|gericht|begroting)\b)\S+\s+)"
_DONE_TO_IT = (
    rf"{_ON_IT}\s*[:–-]?\s*\b{_HAS}\s+{_STEPS}{{0,9}}?{_DONE_WITH_IT}\b{_ENDS}|§[^.;:]{{0,80}}?\s*[:–-]\s*{_STEPS}{{0,2}}?{_DONE_WITH_IT}\b{_ENDS}"
    rf"|\b{_HAS}\s+{_STEPS}{{0,8}}?{_ON_IT}\s*(?:{_STEPS}{{0,6}}?{_DONE_WITH_IT}\b{_ENDS})"
    rf"|\b{_HAS}\s+{_STEPS}{{0,6}}?{_DONE_WITH_IT}\s+(?:aan|van)\s+(?:(?:\S+\s+){{0,3}}?§|(?:het|dit|dat|uw|de|die)\s+(?:verzoek|opdracht|oproep|wens)\b)"
)
_TO_DO = (
    r"\baf\s+te\s+(?:doen|voeren|handelen|sluiten|ronden)\b(?!\s+(?:§|moties?))|\bvan\s+de\s+\w*lijst\s+(?:af\s+)?te\s+(?:halen|voeren|nemen|schrappen)\b"
    r"|\b(?:afdoen|afvoeren|schrappen|sluiten|afsluiten)\s+van\s+§|§[^.;,]{0,40}?\bte\s+(?:sluiten|schrappen|beëindigen)\b"
)
"""What a council is asked to do with a motion that has been carried out."""
_GIVES = (
    r"\b(?:(?:hiermee|daarmee|hierdoor|daardoor|waarmee)\s+|(?:met|in|door)\s+(?:deze|dit|die|dat|het|de|bijgaand\w*)\s+(?:\w+\s+){1,6}?)(?:\w+\s+){0,4}?"
    r"(?:is|zijn|geven|geeft|gaven|hebben|heeft|voldoen|voldoet|komen|komt|doen|doet)\b[^.;]{0,80}?"
    r"\b(?:(?:uitvoering|invulling|gevolg|gehoor|uitwerking|opvolging)|tegemoet|voldaan|recht|gestand)\b"
    r"|\b(?:hiermee|daarmee|waarmee|met\s+(?:deze|dit|het|de)\s+\w+)\s+(?:voldoen|voldoet)\s+(?:\w+\s+){0,3}?aan\b"
    r"|\bgedaan\s*,?\s+(?:wat|waar)\s+§\s|\b(?:doen|doet|handel(?:t|en)|sluit(?:en)?)\s+(?:wij|we|het\s+college|u)\s+§\s+(?:\w+\s+){0,3}?af\b"
)
"""In the present: "Met deze regeling komen wij tegemoet aan motie 7"."""
_ASKED_AND_DONE = (
    r"\b(?:waar(?:om|toe)?|dat|die|wat)\s+(?:\w+\s+){0,2}?§[^.;,]{0,60}?\b(?:vroeg|vraagt|verzocht|opriep|wilde|beoogde|gevraagd)\b,?\s*[^.;]{0,60}?"
    r"\b(?:is|zijn|hebben\s+wij|staat)\b[^.;]{0,60}?\b(?:geopend|opgericht|ingesteld|ingevoerd|ingericht|gestart|vastgesteld|gereed|klaar|gebeurd|gekomen|uitgevoerd"
    r"|gemaakt|opgesteld|benoemd|aangesteld|gedaan|gelukt)\b"
)
"""What the motion asked for is there: "Het spreekuur waar motie 7 om vroeg is op 1 maart geopend"."""
_SETTLED = expression(
    rf"\b{_DONE}\b|{_DONE_TO_IT}|{_TO_DO}|{_GIVES}|{_ASKED_AND_DONE}|\bafdoening\b",
    re.IGNORECASE,
)
_NOTHING_LEFT = expression(
    r"§[^.;]{0,40}?\b(?:behoeft|vraagt|vergt|vereist)\s+geen\s+(?:verdere\s+|nadere\s+)?(?:actie|uitwerking|opvolging|behandeling|inzet)\b",
    re.IGNORECASE,
)
_BY_THIS = r"hier\w+|daar\w+|deze|dit|als|geacht|voorgesteld|verzocht"
_NOT_YET = expression(
    r"\b(?:niet|geen|nooit|allerminst|geenszins|nog|zal|zullen|zou(?:den)?|moet(?:en)?|dien(?:t|en)|zodra|nadat|voordat|pas|totdat|volgt|volgen|verwacht\w*"
    r"|verwachting|streven|streeft|beogen|hopen|hoopt|planning|loopt|lopen|gaan\s+wij|gaat\s+het\s+college|deels|gedeeltelijk|ten\s+dele|grotendeels|onvoldoende"
    r"|eerste\s+(?:stap|invulling|uitwerking)|te\s+(?:vroeg|weinig|snel)|hoe|wanneer|waarom|de\s+vraag|vra(?:agt|gen)\s+(?:\w+\s+){0,3}?of|in\s+(?:uitvoering|voorbereiding)"
    r"|zeg(?:de|t|den|gen)\s+(?:\w+\s+){0,4}?toe|toegezegd|van\s+plan|voornemens|uiterlijk|v[oó][oó]r\s+(?:de\s+zomer|het\s+einde|eind)"
    rf"|word(?:t|en)\b(?:\s+(?!(?:{_BY_THIS})\b)\S+){{0,12}}?\s+{_DONE})\b|\?",
    re.IGNORECASE,
)
"""What makes of "afgedaan" something that is still to come, was done in part, or is asked."""

_WHO = r"(?:wij|we|(?:het\s+|ons\s+)?college|de\s+gemeente|gs|gedeputeerde\s+staten|b\s?&\s?w)"
_CARRY_OUT = (
    r"(?:uit\s+te\s+voeren|uitvoeren|uitvoering|over\s+te\s+nemen|overnemen|op\s+te\s+volgen"
    r"|(?:gevolg|gehoor|opvolging|invulling)\s+(?:te\s+)?geven)"
)
_REFUSED = expression(
    rf"\b(?:voer(?:t|en)?|nee?m(?:t|en)?)\s+{_WHO}?[^.;]{{0,60}}?\bniet\s+(?:uit|over)\b|\b{_WHO}\s+(?:voer(?:t|en)|nee?m(?:t|en))\s+[^.;]{{0,120}}?\bniet\s+(?:uit|over)\b"
    r"|\bniet\s+(?:uit\s+te\s+voeren|uitvoeren|overnemen|over\s+te\s+nemen)\b|\b(?:wordt|worden|is|zijn)\s+(?:\w+\s+){0,5}?niet\s+(?:\w+\s+)?(?:uitgevoerd|overgenomen|opgevolgd|opgepakt)\b"
    r"|\bniet\s+(?:wordt|worden|zal|zullen)\s+(?:uitgevoerd|overgenomen)\b"
    r"|\b(?:geeft|geven|zal|zullen|kan|kunnen|besloten)\s+(?:[\w]+\s+){0,6}?geen\s+(?:uitvoering|gevolg|gehoor|invulling|opvolging)\b"
    r"|\baan\b[^.;]{0,40}?§\s+(?:kan|kunnen|zal|zullen)\s+(?:\w+\s+){0,3}?niet\s+(?:voldoen|voldaan|tegemoetkomen)\b"
    r"|\b(?:naast\s+(?:zich|ons)\s+neer|ter\s?zijde\s+(?:ge)?leg(?:d|gen)|leg(?:t|gen)\s+(?:§|haar|hem|deze)\s+ter\s?zijde)\b"
    rf"|\b(?:geen|onvoldoende)\s+(?:\w+\s+)?(?:aanleiding|reden|noodzaak|mogelijkhe(?:id|den)|ruimte|kans|grond|basis)\b[^.;]{{0,80}}?\b{_CARRY_OUT}\b"
    r"|\bzie(?:t|n)\s+(?:\w+\s+){0,3}?af\s+van\s+(?:(?:de|het)\s+)?(?:verdere\s+)?(?:uitvoer\w+|§)|\b(?:uitvoer\w+|§)[^.;]{0,40}?(?:\bziet\s+daarvan\s+af\b|\baf\s+te\s+zien\b)|\b(?:van|tot)\s+(?:de\s+)?uitvoering\b[^.;]{0,60}?\b(?:afgezien|zien\s+(?:wij|we)\s+af|ziet\s+het\s+college\s+af"
    r"|ga(?:an|at)\s+(?:wij|we|het\s+college)\s+(?:\w+\s+)?niet\s+over)\b"
    rf"|\b(?:onuitvoerbaar|niet\s+uitvoerbaar|weiger(?:t|en)\s+(?:§|{_CARRY_OUT}))|§\s+is\s+(?:\w+\s+)?niet\s+haalbaar\b|\b(?:de\s+)?uitvoering\s+van\s+§[^.;]{{0,30}}?\bniet\s+(?:mogelijk|haalbaar|verantwoord|wenselijk)\b"
    rf"|\b(?:niet|on)\s*(?:verantwoord|wenselijk|zinvol|haalbaar|mogelijk|nodig)\b[^.;]{{0,20}}?§\s+{_CARRY_OUT}\b"
    r"|\b(?:blijft|bleef|laten|laat)\s+(?:\w+\s+){0,3}?(?:onuitgevoerd|liggen)\b",
    re.IGNORECASE,
)
"""The motion will not be carried out: "Motie 7 voeren wij niet uit"."""
_NOT_NOW = expression(
    r"\bnog\s+(?:\w+\s+)?niet\b|\b(?:zolang|totdat|voordat|voorlopig|vooralsnog|eerder|deels|gedeeltelijk|volledig|geheel|alleen|zonder"
    r"|overweeg\w*|overwegen|overwegende|constater\w*|vindt|vinden|vond(?:en)?|vreest|vrezen|zou(?:den)?|als|indien|mocht|of|waarom)\b|\?",
    re.IGNORECASE,
)
"""What makes of "niet uitgevoerd" something that is still open, in part or altogether, a reproach or a question."""


def carried_out(text: str) -> bool:
    """Whether a text says of the motion that it names that it has been carried out, or is to be called so."""
    said = _MOTION.sub("§", text)
    return bool(_NOTHING_LEFT.search(said)) or (bool(_SETTLED.search(said)) and not _NOT_YET.search(said))


def not_carried_out(text: str) -> bool:
    """Whether a text says of the motion that it names that it will not be carried out."""
    said = _MOTION.sub("§", text)
    return bool(_REFUSED.search(said)) and not _NOT_NOW.search(said)


_SUPPOSED = expression(
    r"\b(?:als|indien|mocht|zodra|wanneer|zou(?:den)?|kan|kunnen|niet\s+in\s+stemming|wordt\s+[^.;]{0,60}\bin\s+stemming\s+gebracht)\b|\?",
    re.IGNORECASE,
)
"""That a motion is passed is supposed or still to come."""
_LITTLE = r"(?:geen|onvoldoende|te\s+weinig|weinig|niet\s+genoeg|nauwelijks|amper)"
_SUPPORT = r"(?:meerderheid|steun|stemmen|bijval|instemming)"
_VOTED_FOR = expression(
    r"\bnam(?:en)?\b[^.;]{0,120}?§[^.;]{0,120}?\baan\b|\bstemde(?:n)?\s+(?:\w+\s+){0,4}?(?:in\s+met|voor)\s+§|\bingestemd\s+met\s+§"
    rf"|§[^.;]{{0,120}}?\b(?:(?:kreeg|krijgt|verwierf|vond|behaalde)\s+(?:(?!{_LITTLE}\b|te\b|niet\b)\w+\s+){{0,4}}?{_SUPPORT}"
    r"|haalde\s+het\b(?!\s+niet)|heeft\s+het\s+gehaald|haalde\s+een\s+(?:\w+\s+)?meerderheid"
    r"|(?:raadsbreed|unaniem|breed|statenbreed)\s+(?:gesteund|ondersteund|omarmd)|kon\s+rekenen\s+op\s+(?:de\s+|brede\s+|voldoende\s+|unanieme\s+|ruime\s+)?steun)"
    r"|\bsprak(?:en)?\s+(?:\w+\s+){0,4}?met\s+§[^.;]{0,40}?\buit\b|\bwerd\s+§\s+een\s+feit\b|\bschaarde\b[^.;]{0,50}?\bachter\s+§",
    re.IGNORECASE,
)
_VOTED_AGAINST = expression(
    r"\bverw(?:erpt|ierp|ierpen)\b[^.;]{0,120}?§|\bw(?:ijst|ees|ezen)\b[^.;]{0,80}?§[^.;]{0,60}?\baf\b"
    r"|\bstemde(?:n)?\s+(?:\w+\s+){0,3}?tegen\s+§|\bstemde(?:n)?\s+§\s+weg\b|\bkon(?:den)?\s+zich\s+niet\s+vinden\s+in\s+§"
    rf"|§[^.;]{{0,120}}?\b(?:(?:haalde|kreeg|behaalde|vond|verwierf|was|bleek)\s+(?:\w+\s+){{0,3}}?{_LITTLE}\s+(?:\w+\s+)?{_SUPPORT}"
    r"|(?:haalde|redde)\s+het\s+niet|het\s+niet\s+(?:gehaald|gered|haalde)|sneuvelde|strandde|gesneuveld|gestrand|weggestemd)",
    re.IGNORECASE,
)
_DENIED = expression(r"\bniet\b", re.IGNORECASE)


def told_outcome(text: str) -> str:
    """How the motion was voted on that a text names, as a later paper tells; "" where it does not."""
    if _SUPPOSED.search(text):
        return ""
    told = outcome_of([text])
    if told in (PASSED, REJECTED, WITHDRAWN):
        return told
    said = _MOTION.sub("§", text)
    if _VOTED_AGAINST.search(said):
        return REJECTED
    return PASSED if _VOTED_FOR.search(said) and not _DENIED.search(said) else ""
