"""Beds for people without a roof: they are care and no housing (codebook, rule 2), whatever the classifier makes of them."""

from __future__ import annotations

import re

from pipeline.coverage.wording import CARRIES, ReviewedText
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

SHELTER = re.compile(
    r"\b(?:winter|nood|nacht|crisis|daklozen)opvang\w*|\b(?:maatschappelijke|kortdurende)\s+opvang\b|\bopvang(?:bed|plek|plaats)\w*"
    r"|\bdak-?\s?(?:en\s+thuis)?lo(?:os|ze)\w*|\b(?:geen|zonder)\s+(?:\w+\s+)?(?:dak|onderdak|slaapplek)\b"
    r"|\b(?:mensen|wie|slap\w*|leven\w*|leeft)\s+op\s+straat\b(?!\s+(?:kom|beland|raak|terecht))|\bop\s+straat\s+(?:sl\w+|leven|leeft|sta(?:at|an))\b"
    r"|\bstraat(?:dokter|arts|team|(?:hoek)?werk\w*)|\bveldwerk\w*|\bbuitenslap\w*|\bslaapt?\w*\s+(?:\w+\s+)?(?:buiten|in\s+het\s+(?:park|bos))"
    r"|\bbuiten\s+sl(?:aap|ap)\w*",
    re.IGNORECASE,
)
"""Words for people without a roof, for shelter and for who looks after them."""


def beds_are_shelter(passage: Passage) -> bool:
    """Whether a passage speaks of beds or places to stay, and of none but for people without a roof, by its heading or its words."""
    places = [one.text for one in passage.sentences if CARRIES[Theme.HUISVESTING].search(one.text)]
    headed = any(SHELTER.search(heading) for heading in passage.section[-1:])
    return bool(places) and (headed or all(SHELTER.search(text) for text in places))


def without_shelter(passage: Passage, judged: JudgedText) -> JudgedText:
    """Return the judgement of a passage on care without the housing that its beds are not; what a person judged stays as it is."""
    if Theme.ZORG not in judged.labels or isinstance(judged, ReviewedText) or not beds_are_shelter(passage):
        return judged
    return judged.without(Theme.HUISVESTING)
