"""Which earlier papers a decision lets hold longer, as it extends them ("de looptijd van de Nota … te verlengen tot en met 31 december
2026") or adopts them once more as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from pipeline.documents.day import find_days
from pipeline.documents.earlier_title import SUBJECT, TITLE, named_title
from pipeline.documents.ending import paper_in
from pipeline.documents.listed_points import extended_points
from pipeline.documents.named_papers import in_turn
from pipeline.documents.paper import Extension
from pipeline.documents.parts import Parts
from pipeline.documents.told_deeds import extended_in
from pipeline.documents.validity import UNTIL, YEARS, end_said, years_of
from pipeline.documents.wording import PAPER_WORD, POINT
from pipeline.language.needed_words import expression

_TERM = r"(?:geldigheidsduur|geldigheid|looptijd|werkingsduur|werking|(?:geldigheids|werkings)?termijn|duur)"
_NAMED_ABOVE = re.compile(
    rf"\b(?:{_TERM}\s+van\s+)?(?:de|het)\s+(?P<kind>{PAPER_WORD})\s+(?!niet\b)[^.;]{{0,90}}?\b(?:verlengd|te\s+verlengen)\b[^.;]{{0,80}}",
    re.IGNORECASE,
)
"""How a decision extends the paper that the line above names: "De geldigheidsduur van de beleidsregels wordt met een jaar verlengd"."""
_LAST_DAY = r"[‘'\"“„«]?(?P<{name}>\d{{1,2}}[-\s/][a-z\d]{{1,9}}[-\s/](?:19|20)\d\d)[’'\"”»]?"
_OLD, _NEW = _LAST_DAY.format(name="old"), _LAST_DAY.format(name="new")
_END = rf"(?:eind(?:datum|dag)|vervaldatum|{_TERM})"
_CHANGED = (
    r"(?:te\s+lezen\s+als|te\s+(?:vervangen|wijzigen|veranderen)\s+(?:door|in|naar)"
    r"|(?:vervangen|gewijzigd|veranderd|gelezen)\s+(?:door|in|naar|als))"
)
_NEW_END = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bin\s+{TITLE}\s+(?:onder|in|bij)\s+[^.;]{{0,40}}?\b{_END}\b(?:\W|\b(?:de|het|woorden|datum|zinsnede|tot|en|met|wordt|is)\b){{0,16}}{_OLD}\s+{_CHANGED}\s+{_NEW}",
        rf"\b{_END}\b[^.;]{{0,20}}?\s(?:van|in|uit)\s+{TITLE},?\s+(?:(?:wordt|van|de\s+datum)\s+){{0,2}}(?:{_OLD}\s+)?(?:wordt\s+)?{_CHANGED}\s+{_NEW}",
    )
)
"""How a decision puts another last day in a paper: "in de Beleidsregels onder Looptijd ‘31 december 2020’ te lezen als ‘30 juni 2023’"."""
_UNCHANGED = (
    r"(?:(?:(?:opnieuw|nogmaals|wederom)(?:,|\s+en)?\s+ongewijzigd|ongewijzigd(?:,|\s+en)?\s+(?:opnieuw|nogmaals|wederom))\s+{verb}"
    r"|ongewijzigd\s+{kept})"
)
_TO_ADOPT = _UNCHANGED.format(
    verb=r"(?:vast\s+te\s+stellen|te\s+bekrachtigen)",
    kept=r"(?:te\s+(?:handhaven|continueren)|voort\s+te\s+zetten|(?:in\s+stand|van\s+kracht)\s+te\s+(?:laten|houden))",
)
_ADOPTED = _UNCHANGED.format(
    verb=r"(?:vastgesteld|bekrachtigd)",
    kept=r"(?:gehandhaafd|gecontinueerd|voortgezet|(?:in\s+stand|van\s+kracht)\s+gelaten)",
)
_ADOPTING_ANEW = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\bbesluit(?:en)?\s*:?\s+|(?:^|[;:]\s+)(?:{POINT}\s+)?|\bom\s+)(?=(?:de|het|haar|zijn|onze)\s){TITLE},?\s+{_TO_ADOPT}",
        rf"{SUBJECT}(?:wordt|worden|is|zijn)\s+(?:(?:hierbij|hiermee|daarom)\s+)?{_ADOPTED}",
    )
)
"""How a decision adopts a paper once more as it was, which then holds again for good."""
_SAYS_CHANGED = expression(_CHANGED, re.IGNORECASE)
_NOT_ANEW = re.compile(r"\bniet\s+(?:\w+\s+){0,2}?(?:opnieuw|ongewijzigd|nogmaals|wederom)\b", re.IGNORECASE)
_TITLE_LINE = re.compile(
    rf"^(?:\d{{1,3}}\.?\s+)?(?=(?-i:[A-Z]))[^.;:?]{{0,60}}?\b{PAPER_WORD}\b[^.;:?]{{3,100}}$", re.IGNORECASE
)
_NUMBER = re.compile(r"^\d{1,3}\.?\s+")
_LONGEST = 4000
"""Characters of a block in which a decision is looked for; a longer one is no decision."""
_FOR_YEARS = re.compile(rf"\b(?:met|voor)\s+(?:(?:maximaal|nog|een\s+periode\s+van)\s+)*{YEARS}", re.IGNORECASE)


def extends_of(parts: Parts, *, told: bool = False, listed: bool = False) -> tuple[Extension, ...]:
    """Return the papers that this one extends, in reading order, those that it adopts anew as they were last; none where it does not
    say until when or for how long. Of a paper that is no decision only what it tells that an organ decided (`told`); of a
    `listed` one also what its points say of the papers that they name."""
    said = [] if told else [block.text[:_LONGEST] for block in parts.body]
    longer = tuple(one for text, above in zip(said, ["", *said], strict=False) for one in _named_above(text, above))
    longer = (*longer, *(extension for text in said if _SAYS_CHANGED.search(text) for extension in _put_off(text)))
    longer = (*longer, *(extension for text in said if "ongewijzigd" in text for extension in _adopted_anew(text)))
    freely = (
        one
        for before, sentence in in_turn(parts.body, _LONGEST)
        for one in extended_in(sentence, before, decision=not told)
    )
    longer = (*longer, *(_of_points(parts) if listed else ()))
    known = {one.title for one in longer}
    return (*longer, *dict.fromkeys(one for one in freely if one.title not in known))


def _of_points(parts: Parts) -> Iterator[Extension]:
    for title, said in extended_points(parts):
        until, years = end_said(said, UNTIL), years_of(_FOR_YEARS.search(said))
        if until or years:
            yield Extension(title, until, 0 if until else years)


def _put_off(text: str) -> Iterator[Extension]:
    """The papers in which a text puts a later last day; the first of a month is the day from which they hold no longer."""
    for match in (match for pattern in _NEW_END for match in pattern.finditer(text)):
        old, new = (find_days(match[name] or "") for name in ("old", "new"))
        title = named_title(paper_in(match["title"]))
        if title and new and not (old and old[0].day >= new[0].day):
            yield Extension(title, new[0].day + timedelta(days=0 if new[0].day.day == 1 else 1))


def _adopted_anew(text: str) -> Iterator[Extension]:
    for pattern in _ADOPTING_ANEW:
        for match in pattern.finditer(text):
            title = paper_in(named_title(match["title"]))
            if title and not _NOT_ANEW.search(match.group()):
                yield Extension(title, end_said(text[match.end() :][:80], UNTIL))


def _named_above(text: str, above: str) -> Iterator[Extension]:
    """What a text extends that names it by its kind alone ("de beleidsregels"): the title in the line above it."""
    for match in _NAMED_ABOVE.finditer(text) if "verleng" in text else ():
        until, years = end_said(match.group(), UNTIL), years_of(_FOR_YEARS.search(match.group()))
        if (title := _headed(match["kind"], above)) and (until or years):
            yield Extension(title, until, 0 if until else years)


def _headed(kind: str, above: str) -> str:
    """The title over a text that speaks of "de beleidsregels": the whole of a short line that opens with such a paper's name."""
    title = above.strip(" .:")
    if not _TITLE_LINE.match(title) or kind.lower() not in title.lower():
        return ""
    return named_title(_NUMBER.sub("", title))
