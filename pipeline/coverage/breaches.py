"""What is done about broken housing rules, said without a word of enforcement: "bij een te volle woning schrijven wij de eigenaar aan".

Enforcement of housing rules carries enforcement and housing both (codebook, rule 2).
"""

from __future__ import annotations

import re

from pipeline.coverage.refusals import refuses
from pipeline.language.needed_words import expression

_PLACE = (
    r"(?:\w*(?:bewoning|verhuur|huisvesting|verblijf|gebruik|situaties?|panden?|locaties?|woning(?:en)?)|adres(?:sen)?)"
)
_BREACH = expression(
    r"\boverbewo(?:ning|onde?)\b|\bte\s+(?:volle?|veel\s+(?:mensen|bewoners|personen|bedden|slapers))\b"
    rf"|\b(?:{_PLACE}|wonen|slapen)\s+zonder\s+(?:\w+\s+)?\w*vergunning\b"
    rf"|\b(?:illegale|onvergunde|strijdige)\s+{_PLACE}\b",
    re.IGNORECASE,
)
_WHO = r"(?:wij|we|het\s+college|de\s+(?:gemeente|burgemeester|toezichthouders?|handhavers?))"
_ENDS = r"(?:beëindig(?:en|t)|ontruim(?:en|t)|sluit(?:en)?)"
_STEPS_IN = r"(?:schrij(?:ft|ven)|grijp(?:t|en)|tre(?:edt|den)|leg(?:t|gen))"
_UP = r"(?:\w+\s+){0,5}?(?:aan|in|op|stil)(?=\s*(?:[.,;:)]|$)|\s+(?:en|met|tegen)\b)"
_ACT = expression(
    rf"\b{_ENDS}\s+{_WHO}\b|\b{_WHO}\s+{_ENDS}\b|\b{_STEPS_IN}\s+{_WHO}\s+{_UP}|\b{_WHO}\s+{_STEPS_IN}\s+{_UP}"
    r"|\bword(?:t|en)\s+(?:[\w,]+\s+){0,9}?(?:beëindigd|ontruimd|gesloten|ingegrepen|opgetreden|aangeschreven|stilgelegd)\b",
    re.IGNORECASE,
)
_NOT = expression(
    r"\b(?:niet|geen|nooit|zelden|nauwelijks|kan|kunnen|zou|zouden|mag|mogen|vra(?:agt|gen)|convenant\w*|\w*overeenkomst\w*|\w*contract\w*|afspraken)\b"
    r"|\bsluit(?:en)?\s+(?:wij|we|het\s+college|de\s+gemeente)?\s?(?:\w+\s+){0,3}?(?:aan|uit)\b|\?\W*$",
    re.IGNORECASE,
)
"""What may be done, is asked, or is not; what else is closed or ended: "wij sluiten een convenant", "wij sluiten ons aan"."""


def ends_breach(sentence: str) -> bool:
    """Return whether a sentence says that an end is made to people living where or as they may not."""
    if not (_BREACH.search(sentence) and _ACT.search(sentence)):
        return False
    return not (_NOT.search(sentence) or refuses(sentence))
