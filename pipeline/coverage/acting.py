"""Words by which a municipality, its team or the parties to an agreement act, mean to act, or are after something.

Measured on the passages of `corpus/passages`: of those that have a theme and in which a municipality acts (`somebody_acts`) 88 in 100 are
an aim or measure.
"""

from __future__ import annotations

import re

from pipeline.language.needed_words import expression
from pipeline.language.remembering import remembered

WHO = (
    r"(?:(?:de|onze)\s+gemeente|het\s+college|wij|we|de\s+raad|de\s+burgemeester|de\s+wethouder(?:\s+\w+)?|burgerzaken)"
)
DOES = (
    r"(?:sluit(?:en)?|open(?:t|en)|start(?:en)?|begin(?:t|nen)|beta(?:alt|len)|koopt|kopen|bied(?:t|en)|maakt|maken|verplicht(?:en)?"
    r"|controle(?:ert|ren)|verle(?:ent|nen)|weiger(?:t|en)|bezoe(?:kt|ken)|meld(?:t|en)|organise(?:ert|ren)|financier(?:t|en)|stel(?:t|len)"
    r"|richt(?:en)?|zet(?:ten)?|voer(?:t|en)|leg(?:t|gen)|trek(?:t|ken)|pak(?:t|ken)|tre(?:edt|den)|neemt|nemen|sta(?:at|an)|wijs(?:t|zen)"
    r"|wijzen|reserve(?:ert|ren)|regel(?:t|en)|verbind(?:t|en)|toets(?:t|en)|werk(?:t|en)\s+mee|gebruik(?:t|en))"
)
_TEAM = (
    r"(?:(?:het|ons|een)\s+(?:\w+\s+)?\w*team|team\s+\w+|(?:de|onze)\s+(?:toezichthouders?|handhavers?|wijkagent|wijkteams?)"
    r"|(?:het|ons)\s+(?:informatiepunt|loket|meldpunt|steunpunt)"
    r"|(?:de|onze)\s+(?:\w*werkcoach(?:es)?|\w*consulent(?:en)?|klantmanagers?|accountmanagers?|adresonderzoekers?))"
)
"""Who acts for a municipality."""
_WORKS = r"(?:onderzoe(?:kt|ken)|vra(?:agt|gen)|zoe(?:kt|ken)|stu(?:urt|ren)|geeft|geven|dee?l(?:t|en)|ondersteun(?:t|en)|stem(?:t|men))"
"""What a municipality or its team does."""
_GOES = r"(?:gaat|gaan|note(?:ert|ren)|schrij(?:ft|ven)|hou(?:dt|den)|help(?:t|en)|spree?k(?:t|en)|informe(?:ert|ren)|registre(?:ert|ren))"
"""What a team does; of a municipality it is mostly said beside what it found."""
_ACTS = re.compile(
    rf"(?<!\bvolgens )\b(?:{WHO}|{_TEAM})\s+(?:{DOES}|{_WORKS})\b|\b(?:{DOES}|{_WORKS})\s+(?:{WHO}|{_TEAM})\b"
    rf"|\bspre(?:ekt|ken)\s+{WHO}\s+(?:\w+\s+){{0,8}}?af\b|\b{WHO}\s+spre(?:ekt|ken)\s+(?:\w+\s+){{0,8}}?af\b"
    rf"|\b{_TEAM}\s+{_GOES}\b|\b{_GOES}\s+{_TEAM}\b|\b{WHO}\s+(?:hebben|heeft|geven|geeft)\s+(?:\w+\s+){{0,3}}opdracht\b",
    re.IGNORECASE,
)

PARTIES_ACT = re.compile(rf"\bpartijen\s+(?:{DOES}|{_WORKS}|{_GOES})\b", re.IGNORECASE)
"""Of an agreement: among those who act are the national bodies that signed it."""

DONE_OR_COMING = re.compile(
    r"\b(?:wordt|worden|zal|zullen|krijgt|krijgen|komt|komen|wel|moet|moeten|dient|dienen|te\s+\w+en)\b", re.IGNORECASE
)
"""Words of what is done or will be, whoever does it."""

AIMS = expression(
    r"\b(?:ons|het)\s+doel\s+is\b|\b(?:wij|we)\s+(?:willen|streven|hopen(?!\s+(?:dat\s+)?u\b))\b|\b(?:willen|streven|hopen)\s+(?:wij|we)\b(?!\s+u\b)"
    r"|\b(?:wij|we|het\s+college|de\s+gemeente)\s+zou(?:den)?\b[^.;]{0,80}\bgraag\b|\bzou(?:den)?\s+(?:wij|we)\b[^.;]{0,80}\bgraag\b",
    re.IGNORECASE,
)
"""What a municipality is after, whoever else is to do something."""

WISHES = expression(
    r"\b(?:is|blijft)\s+(?:\w+\s+)?(?:(?:zijn|haar|hun|mijn|onze|ons|de|een|het)\s+)(?:uitdrukkelijke\s+)?(?:wens|streven|ambitie|hoop)\b"
    r"|\b(?:zijn|haar|hun|mijn|onze|ons|de|een|het)\s+(?:wens|streven|ambitie|hoop)\s+is\b",
    re.IGNORECASE,
)
"""What somebody calls his wish: an aim, however much is decided beside it."""

LOOKS_INTO = expression(
    rf"\b(?:{WHO}\s+(?:(?:be)?kijk(?:t|en)|bezie(?:t|n)|verken(?:t|nen)|ga(?:at|an)\s+na)|(?:(?:be)?kijken|bezien|verkennen)\s+(?:wij|we))\s+(?:(?!niet\b)\w+\s+){{0,5}}?of\b(?!\s+(?:de\s+aanvrager|iemand|u)\b)"
    r"[^.;]{0,160}?\b(?:kan|kunnen|haalbaar|mogelijk)\b",
    re.IGNORECASE,
)
"""What a municipality means to do where it can: "wij kijken of de opvang een plek kan vrijhouden"."""


@remembered
def somebody_acts(sentence: str) -> bool:
    """Return whether a municipality, or who acts for it, does something in a sentence; asked for each theme of its passage."""
    return bool(_ACTS.search(sentence))
