"""A notice: a short text that makes known that a paper was adopted, ended or lies open, in which that paper itself does not stand."""

from __future__ import annotations

import re

from pipeline.documents.parts import Parts
from pipeline.language.needed_words import expression

_LONGEST = 160
"""Words of the longest notice; a longer text holds more."""
_ABOVE = 4
"""Lines in large print at the top among which it says what it is."""
_ORGAN = r"\b(?:wethouders|b\s?(?:&|en)\s?w|college|(?:gemeente)?raad|burgemeester|gemeente|wij|zij)"
"""Who makes it known; what a landlord does is a rule for him."""
_MAKES_KNOWN = expression(
    rf"(?:{_ORGAN}\b[^.;\n]{{0,90}}?\b(?:maken|maakt)|\b(?:maken|maakt)\s+{_ORGAN})\b[^.;]{{0,120}}?\bbekend\b"
    r"[^.;]{0,300}?\b(?:vastgesteld|vast\s+te\s+stellen|ingetrokken|in\s+te\s+trekken|vrijgegeven|ter\s+inzage)\b",
    re.IGNORECASE,
)
_TELLS = expression(
    r"\b(?:raad|college|gemeente|burgemeester\s+en\s+wethouders)\b[^.;]{0,80}?\b(?:heeft|hebben)\b[^.;]{0,200}?\b(?:vastgesteld|aangenomen|goedgekeurd)\b",
    re.IGNORECASE,
)
_ELSEWHERE = expression(
    r"\b(?:lees|leest|lezen|vind|vindt|vinden|staan|staat|bekijk(?:en|t)?|in\s+te\s+zien|gepubliceerd|raadple\w+)\b[^.;]{0,120}?(?:\bwww\.|\b[\w-]+\.nl\b|\bwebsite\b|\bgemeenteblad\b|\bgemeentehuis\b)",
    re.IGNORECASE,
)
"""Where news sends whoever wants to read the paper itself: "U leest ze op overheid.nl"."""
_CALLED = re.compile(r"\b(?:bekendmaking|kennisgeving|openbare\s+mededeling|ter\s+inzage(?:legging)?)\b", re.IGNORECASE)
_LIES_OPEN = expression(r"\b(?:ligt|liggen)\b[^.;]{0,160}?\bter\s+inzage\b", re.IGNORECASE)
_MARK = re.compile(r"\b(?:ligt|liggen|lag|lagen)\b|\d{1,2}\s+[a-z]+\s+\d{4}", re.IGNORECASE)
"""How a draft bears that it lies open, and until when: "Ligt ter inzage van 3 mei 2021"."""
_HOLDS_RULES = expression(
    r"(?:^|\n)\W*(?:artikel|paragraaf|hoofdstuk)\s+\d|\bluid(?:t|en|ende)\b|\bvolgende\s+\w*(?:regels|tekst)\b",
    re.IGNORECASE,
)


def notice(parts: Parts) -> int | None:
    """The page of the notice that a paper is; None where it is none, or bears the rules themselves."""
    text = "\n".join(block.text for block in parts.body)
    if len(text.split()) > _LONGEST or _HOLDS_RULES.search(text):
        return None
    called = any(_CALLED.search(block.text) and not _MARK.search(block.text) for block in parts.banners[:_ABOVE])
    if _TELLS.search(text) and _ELSEWHERE.search(text):
        return parts.first_page
    return parts.first_page if _MAKES_KNOWN.search(text) or (called and _LIES_OPEN.search(text)) else None
