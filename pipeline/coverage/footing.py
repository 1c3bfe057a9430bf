"""Own footing: does a passage speak of a theme for its own sake, or only to make the housing rules work?

Nearly every housing policy speaks of enforcement and registration; without this distinction nearly all would look integral
(domain: "Own footing"). The rule, in words an alderman can follow: a passage serves the housing rules where the sentences that
carry the theme speak of housing too, where it lays a duty on who offers the housing or sets a condition for it, or where it speaks
of enforcement or registration in general within a section on housing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

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


def serves_housing(theme: Theme, passage: Passage, judged: JudgedText, in_housing_section: bool) -> bool:
    """Whether `passage` speaks of `theme` only in the service of the housing rules. Housing itself never does."""
    if theme == Theme.HUISVESTING:
        return False
    if theme in judged.mingled:
        return True
    if HOUSING_PROVIDER.search(passage.text):
        return not _has_own_object(theme, passage.text) or Theme.HUISVESTING in judged.labels
    if theme in OWN_OBJECT and not _has_own_object(theme, passage.text):
        return in_housing_section or bool(HOUSING_RULE.search(passage.text))
    return False


def _has_own_object(theme: Theme, text: str) -> bool:
    return theme in OWN_OBJECT and bool(OWN_OBJECT[theme].search(text))


def own_heading(theme: Theme, section: Sequence[str]) -> bool:
    """Whether the innermost heading announces the theme."""
    return bool(section) and bool(HEADINGS[theme].search(section[-1]))


def housing_sections(passages: Sequence[Passage], judged: Sequence[JudgedText]) -> set[tuple[str, ...]]:
    """Return the sections that are about housing: by a heading above them, or because most of their themed passages are."""
    themed: dict[tuple[str, ...], list[bool]] = {}
    for passage, judgement in zip(passages, judged, strict=True):
        if judgement.labels:
            themed.setdefault(passage.section, []).append(Theme.HUISVESTING in judgement.labels)
    return {
        section
        for section, housing in themed.items()
        if any(HEADINGS[Theme.HUISVESTING].search(heading) for heading in section) or 2 * sum(housing) >= len(housing)
    }
