"""Own footing: does a passage speak of a theme for its own sake, or only to make the housing rules work?

Nearly every housing policy speaks of enforcement and registration; without this distinction nearly all would look integral
(domain: "Own footing"). The rule, in words an alderman can follow: a passage serves the housing rules where the sentences that
carry the theme speak of housing too, where it lays a duty on who offers the housing or sets a condition for it, or where it speaks
of enforcement or registration in general within a section on housing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

TITLE_SHARE = 0.75
"""A heading above more than this share of a paper's passages is its title, no chapter."""
HOUSING_PROVIDER = re.compile(
    r"\b(?:huisvester|verhuurder|exploitant|verblijfsbieder|logiesverstrekker|pandeigenaar|eigenaar|kamerverhuurder|beheerder"
    r"|vergunninghouder|aanvrager|initiatiefnemer|nachtregister|huisregel|beheer(?:s)?plan)\w*",
    re.IGNORECASE,
)
HOUSING_RULE = re.compile(
    r"\b(?:\w*huisvesting\w*|logies\w*|kamerbewon\w*|kamerverhuur\w*|kamergewijz\w*|bewoning|overbewon\w*|omgevingsvergunning\w*"
    r"|bestemmingsplan\w*|omgevingsplan\w*|verhuur\w*|woning\w*|pand|panden|slaapplaats\w*|bedden|recreatiepark\w*|vakantiepark\w*"
    r"|verblijfsruimte\w*|onderkomen\w*|woonunit\w*|units?)\b",
    re.IGNORECASE,
)
OWN_OBJECT = {
    Theme.HANDHAVING: re.compile(
        r"\b(?:\w*uitbuit\w*|mensenhandel\w*|uitzend\w*|inlener\w*|werkgever\w*|\w*loon\b|\w*loon\w*|arbeidsinspectie|arbeidsomstandig\w*"
        r"|arbeidstijd\w*|onderbeta\w*|adresfraude|schijnconstructie\w*|gedwongen|comensha)",
        re.IGNORECASE,
    ),
    Theme.REGISTRATIE: re.compile(
        r"\b(?:brp|rni|gba|bsn|basisregistratie\w*|bevolkingsregister\w*|inschrijf\w*|inschrijv\w*|ingeschreven|adresonderzoek\w*"
        r"|briefadres\w*|adreskwaliteit|basisadministratie)\b",
        re.IGNORECASE,
    ),
}
HEADINGS = {
    Theme.HUISVESTING: re.compile(r"huisvest|wonen|woon|logies|verblijf|locatie", re.IGNORECASE),
    Theme.ARBEIDSMARKT: re.compile(
        r"\bwerk|arbeid(?!smigra)|econom|uitzend|werkgever|personeel|vestiging", re.IGNORECASE
    ),
    Theme.REGISTRATIE: re.compile(r"registr|inschrijv|\bbrp\b|\brni\b|\bgba\b|zicht op|in beeld|adres", re.IGNORECASE),
    Theme.ZORG: re.compile(
        r"\bzorg|gezond|welzijn|opvang|dakloos|sociaal domein|\bggd\b|hulp|medisch|ondersteuning", re.IGNORECASE
    ),
    Theme.HANDHAVING: re.compile(
        r"handhav|toezicht|controle|misstand|uitbuit|mensenhandel|malafide|ondermijn", re.IGNORECASE
    ),
}


def serves_housing(theme: Theme, passage: Passage, judged: JudgedText, in_housing_chapter: bool) -> bool:
    """Whether `passage` speaks of `theme` only in the service of the housing rules. Housing itself never does."""
    if theme == Theme.HUISVESTING:
        return False
    if theme in judged.mingled:
        return True
    if HOUSING_PROVIDER.search(passage.text):
        return not _has_own_object(theme, passage.text) or Theme.HUISVESTING in judged.labels
    if theme in OWN_OBJECT and not _has_own_object(theme, passage.text):
        return in_housing_chapter or bool(HOUSING_RULE.search(passage.text))
    return False


def _has_own_object(theme: Theme, text: str) -> bool:
    return theme in OWN_OBJECT and bool(OWN_OBJECT[theme].search(text))


def chapters(passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    """Return the headings above each passage without those that stand above nearly all: these are the paper's title."""
    above = Counter(heading for passage in passages for heading in set(passage.section))
    titles = {heading for heading, times in above.items() if times > TITLE_SHARE * len(passages)}
    return [tuple(heading for heading in passage.section if heading not in titles) for passage in passages]


def announces(theme: Theme, chapter: Sequence[str]) -> bool:
    """Whether one of the headings above a passage announces the theme."""
    return any(HEADINGS[theme].search(heading) for heading in chapter)


def housing_chapters(chapters: Sequence[tuple[str, ...]], judged: Sequence[JudgedText]) -> set[tuple[str, ...]]:
    """Return the chapters that are about housing: by a heading, or because half or more of their themed passages are."""
    themed: dict[tuple[str, ...], list[bool]] = {}
    for chapter, judgement in zip(chapters, judged, strict=True):
        if judgement.labels:
            themed.setdefault(chapter, []).append(Theme.HUISVESTING in judgement.labels)
    return {
        chapter
        for chapter, housing in themed.items()
        if announces(Theme.HUISVESTING, chapter) or 2 * sum(housing) >= len(housing)
    }
