"""What a paper says that will not be done: it names a theme without doing anything for it.

A refusal is only one of a service, agreement or check. Of housing it is a rule like any other ("op recreatieparken staan wij geen
huisvesting toe"), so nothing here is asked of that theme.
"""

from __future__ import annotations

import re

from pipeline.documents.wording import any_of
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_OFFER = any_of(
    (
        *(
            "open(?:t|en)",
            "start(?:en)?",
            "begin(?:t|nen)",
            "betaalt",
            "betalen",
            "financier(?:t|en)",
            "organiseer(?:t|en)",
        ),
        *(
            "richt(?:en)?",
            "stel(?:t|len)",
            "bied(?:t|en)",
            "sluit(?:en)?",
            "voer(?:t|en)",
            "regel(?:t|en)",
            "tref(?:t|fen)",
        ),
        *(
            "zet(?:ten)?",
            "koopt",
            "kopen",
            "maakt",
            "maken",
            "controle(?:ert|ren)",
            "bezoekt",
            "bezoeken",
            "doet",
            "doen",
        ),
        *("neemt", "nemen", "ga(?:at|an)", "werkt", "werken", "vergoed(?:t|en)", "geeft", "geven"),
    )
)
_FILLER = any_of(
    (
        *(
            "wij",
            "we",
            "het college",
            "de gemeente",
            "de raad",
            "ook",
            "zelf",
            "hier",
            "daar",
            "er",
            "dan",
            "dus",
            "daarom",
            "zij",
        ),
        *(
            "daarvoor",
            "daarover",
            "hierover",
            "hiervoor",
            "daaraan",
            "vooralsnog",
            "voorlopig",
            "nu",
            "dat",
            "dit",
            "het",
            "zo'n",
            "meer",
            "mensen",
        ),
    )
)
_OTHERS = any_of(
    (
        r"(?:de |het )?(?:nederlandse )?(?:arbeidsinspectie|inspectie(?: szw)?|rijk|rijksoverheid|politie|provincie|ggd|minister\w*)",
        r"(?:de |hun )?(?:werkgevers?|uitzendbureaus?|verzekeraars?|zorgverzekeraars?|huisvesters?|centrumgemeente|bureaus|ondernemers)",
    )
)
_IMPOSE = "(?:leg(?:t|gen)|schrij(?:ft|ven)|regel(?:t|en)|stel(?:t|len))"
_NOT_ONLY = r"(?!\s+(?:alleen|langer|slechts|uitsluitend|enkel|uit|beleid)\b)"
REFUSALS = (
    rf"{_OFFER} (?:{_FILLER} ){{0,5}}(?:geen|niet){_NOT_ONLY}",  # sluiten wij niet, stelt ook geen meldpunt in
    rf"{_IMPOSE} (?:{_FILLER} ){{0,5}}niets(?!\s+(?:uit|nieuws|anders)\b)",  # leggen wij daarover niets op
    r"(?:komt|komen) er (?:\w+ ){0,3}?(?:niet|geen)",
    r"er (?:komt|komen) (?:\w+ ){0,2}?geen",
    r"(?:vind(?:t|en)|acht(?:en)?) (?:\w+ ){0,5}?(?:niet|on)\s?nodig",
    r"(?:is|zijn) (?:\w+ ){0,2}?(?:niet|on)\s?nodig",
    r"(?:past|passen|(?:be)?hoort|horen|behoren) (?:\w+ ){0,2}?niet (?:bij|tot) (?:de |onze |haar )?(?:rol|taak|taken)",
    rf"(?:is|zijn|blijft|blijven) (?:\w+ ){{0,2}}?(?:een )?(?:taak|zaak|verantwoordelijkheid) van {_OTHERS}",
    r"(?:is|zijn) (?:\w+ )?geen (?:\w+ )?taak(?: van (?:de gemeente|ons|het college))?",
    r"zie(?:t|n) (?:\w+ ){0,4}?geen (?:grond|aanleiding|reden|noodzaak|rol|taak)",
    r"zie(?:t|n) (?:\w+ ){0,4}?(?:ervan|daarvan|hiervan) (?:\w+ ){0,2}?af",
    r"zie(?:t|n) (?:\w+ ){0,3}?af van",
    r"niet (?:overgenomen|over te nemen|deel te nemen|mee te (?:doen|werken|betalen)|(?:in )?te (?:stellen|richten|voeren|openen))",
    r"(?:neemt|nemen|doet|doen|betaalt|betalen|werkt|werken) (?:\w+ ){0,4}?niet (?:deel|mee|aan mee)",
    r"(?:verbind(?:t|en)|koppel(?:t|en)) (?:\w+ ){0,6}?geen (?:gevolg(?:en)?|consequenties|vervolg)",
    r"evenmin",
    r"geen prioriteit",
    r"(?:is|zijn) (?!(?:de |onze )?gemeente\b|het college\b)[^.;,]{3,40}? aan zet",
    r"(?:is|zijn) van (?:de )?tafel",
)
"""Ways to say that something will not be done."""
_REFUSAL = expression(rf"\b{any_of(REFUSALS)}\b", re.IGNORECASE)
_REFUSED_CELL = re.compile(
    r"(?:^|;\s*)(?:besluit|status|reactie(?:\s+\w+)?|antwoord(?:\s+\w+)?|advies|stand|wanneer|planning)\s*:\s*"
    r"(?:niet(?!\s+eerder)|nee|vervalt|vervallen|geschrapt|afgewezen|stopgezet|beëindigd|gestopt|opgeheven|doorgehaald|gestaakt|on\s+hold|nemen\s+(?:wij|we)\s+niet\s+over|wordt\s+niet)\b",
    re.IGNORECASE,
)
"""A row of a table on something that is not done: "Maatregel: Spreekuur; Besluit: niet; Wanneer: vervalt"."""
_REFUSED_HEADING = re.compile(
    r"^\W*(?:[\d.]+\s+)?(?:wat\s+(?:wij|we|de\s+gemeente)\s+(?:\w+\s+)?niet\s+\w+"
    r"|[^.:]{0,60}\b(?:maatregelen|acties|voorstellen|opties|ideeën|punten)\b[^.:]{0,40}\b(?:geschrapt|afgevallen|afgewezen|vervallen)"
    r"|(?:geschrapte|afgevallen|afgewezen|vervallen)\s+(?:maatregelen|acties|voorstellen|opties|ideeën|punten))\W*$",
    re.IGNORECASE,
)
"""Headings of what is not done: "Wat wij niet doen", "Maatregelen die de raad heeft geschrapt"."""
_LEADS_IN = expression(r"\b(?:geschrapt|afgevallen|afgewezen|niet\s+overgenomen)\b[^.;]{0,40}:\s*$", re.IGNORECASE)


def refuses(sentence: str) -> bool:
    """Whether a sentence says that something will not be done."""
    return bool(_REFUSAL.search(sentence))


def stands_among_refused(passage: Passage) -> bool:
    """Whether a passage is a row or item of what was refused, or stands under a heading of that."""
    heading = passage.section[-1] if passage.section else ""
    told = _REFUSED_HEADING.match(heading) or _LEADS_IN.search(passage.lead_in)
    return bool(told or _REFUSED_CELL.search(passage.text))
