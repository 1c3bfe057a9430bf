"""Own footing: what tells whether a passage speaks of a theme for its own sake, or only to make the housing rules work.

Nearly every housing policy speaks of enforcement and registration; without this distinction nearly all would look integral
(domain: "Own footing"). No sign settles it alone. In the words of a passage: the sentences that carry the theme speak of housing
too, lay a duty on who offers the housing, only repeat that residents must be inscribed, or speak of enforcement or registration
without an object of its own (exploitation, employers; persons in the BRP). Around it: what the headings announce, and how much of
the chapter and of the paper is on the theme, and on housing. What these leave out, the words of the passage may tell
(`footing_words.py`). How much each sign weighs stands on the card (`weighing.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.coverage.shelter import beds_are_shelter
from pipeline.coverage.wording import CARRIES, carrying
from pipeline.language.needed_words import Expression, expression
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

FELT = tuple(theme for theme in Theme if theme != Theme.HUISVESTING)
"""The themes whose footing is in question; housing itself never serves."""
TITLE_SHARE = 0.75
"""A heading above more than this share of a paper's passages is its title, no chapter."""
MINGLED = "in dezelfde zin als huisvesting"
PROVIDER_DUTY = "plicht of voorwaarde voor wie huisvesting biedt"
IN_PASSING = "in een passage over huisvestingsregels"
RESIDENT_DUTY = "alleen een plicht van bewoners"
NO_OBJECT = "zonder eigen onderwerp, dus voor de woonregels"
SUPERVISED = "alleen wat wordt gecontroleerd"
APART = "een zin om het thema zelf"
"""The sign of `stands_apart`."""
REASONS = (MINGLED, PROVIDER_DUTY, IN_PASSING, RESIDENT_DUTY, NO_OBJECT)
AROUND = "terloops, tussen andere zaken"
"""The reason where no word tells, but what stands around the passage does."""
_PROVIDER = (
    r"(?:huisvester|verhuurder|exploitant|verblijfsbieder|logiesverstrekker|verstrekker|aanbieder|pandeigenaar|eigenaar"
    r"|kamerverhuurder|beheerder|huismeester|vergunninghouder|aanvrager|initiatiefnemer)"
)
HOUSING_PROVIDER = expression(rf"\b(?:{_PROVIDER}|nachtregister|huisregel|beheer(?:s)?plan)\w*", re.IGNORECASE)
PROVIDER_MUST = expression(
    rf"\b{_PROVIDER}s?\b(?:\s+\w+){{0,4}}?\s+(?:moet|moeten|dient|dienen|verplicht|meldt|melden|zorgt|zorgen|houdt|houden|verstrekt"
    r"|verstrekken|legt|leggen|toont|tonen|registreert|registreren|wijst|wijzen|geeft|geven|laat|laten)\b",
    re.IGNORECASE,
)
PROVIDER_DOES = re.compile(
    rf"^\W*(?:(?:de|het|een|elke|iedere|ieder|alle)\s+)?(?:\w+\s+)?{_PROVIDER}s?\b", re.IGNORECASE
)
"""A sentence that opens with who offers the housing says what he has to do."""
RESIDENT_MUST = expression(
    r"\b(?:bewoner|gast|huurder|werknemer|arbeidsmigrant|medewerker|seizoenarbeider|arbeidskracht|persoon|persone|mens|ieder\w*|wie)\w*\b"
    r"[^.]*\b(?:moet|moeten|dient|dienen|verplicht|plicht|word(?:t|en)|zich)\b[^.]*"
    r"\b(?:in(?:ge)?schr\w+|in\s+te\s+schrijven|schrijv\w+)",
    re.IGNORECASE,
)
ACTOR = re.compile(
    r"\b(?:gemeenten?|wij|we|ons|onze|college|burgerzaken|loket|balie|team|ambtena\w+|adresonderzoek\w*|controleur\w*|doel\w*|streven"
    r"|willen|procent|helpen|wijzen|gemakkelijk\w*|mogelijk|kunnen|kan)\b",
    re.IGNORECASE,
)
"""Words by which a sentence on inscription says more than that it is a duty: who helps, what is aimed at."""
KNOWING_WHO = (
    r"\b(?:weten(?:\s+(?:we|wij))?|(?:beeld|overzicht)\s+(?:(?:te\s+)?(?:krijgen|hebben|houden)\s+)?van"
    r"|zicht\s+(?:(?:te\s+)?(?:krijgen|hebben|houden)\s+)?op|in\s+beeld\s+(?:te\s+)?(?:krijgen|hebben|brengen))\s+wie\s+(?:er|hier|waar|in|binnen|bij\s+ons)\b[^.;?]{0,40}?"
    r"\b(?:woon|woont|wonen|verblijf|verblijft|verblijven|leeft|slaapt)\b"
)
"""What registration is for, in plain words (codebook: "weten wie waar verblijft")."""
OWN_OBJECT = {
    Theme.HANDHAVING: re.compile(
        r"\b(?:\w*uitbuit\w*|mensenhandel\w*|uitzend\w*|inlener\w*|werkgever\w*|\w*loon\b|\w*loon\w*|arbeidsinspectie|inspectie\s+szw"
        r"|arbeidsomstandig\w*|arbeidstijd\w*|onderbeta\w*|adresfraude|schijnconstructie\w*|gedwongen|comensha|malafide|ondermijn\w*"
        r"|crimine\w*|dwing\w*|dwang\b|slachtoffer\w*|witwas\w*|oplicht\w*|(?:onder|boven)\s+het\s+minimum|contant\w*|belastingdienst"
        r"|fiod)\b",
        re.IGNORECASE,
    ),
    Theme.REGISTRATIE: re.compile(
        r"\b(?:brp|rni|gba|bsn|basisregistratie\w*|bevolkingsregister\w*|inschrijf\w*|inschrijv\w*|ingeschreven|adresonderzoek\w*"
        r"|briefadres\w*|adreskwaliteit|basisadministratie|zicht\s+op|in\s+beeld|onder\s+de\s+radar)\b"
        rf"|{KNOWING_WHO}",
        re.IGNORECASE,
    ),
}
"""What enforcement and registration are about when they are not about housing; the other themes are about something by themselves."""
HEADINGS = {
    Theme.HUISVESTING: re.compile(
        r"huisvest|wonen|woon|woning|logies|verblijf|locatie|bedden|slapen|onderdak|kamer|pand|beheer|verhuur|voorwaarden|eisen\b"
        r"|kwaliteit|vergunning|buitengebied|erf\b|camping|recreatie",
        re.IGNORECASE,
    ),
    Theme.ARBEIDSMARKT: re.compile(
        r"\bwerk|arbeid(?!smigra)|econom|uitzend|werkgever|personeel|vestiging", re.IGNORECASE
    ),
    Theme.REGISTRATIE: re.compile(
        rf"registr|inschrijv|\bbrp\b|\brni\b|\bgba\b|zicht op|in beeld|adres|{KNOWING_WHO}", re.IGNORECASE
    ),
    Theme.ZORG: re.compile(
        r"\bzorg|gezond|welzijn|opvang|daklo(?:os|ze)|op straat|sociaal domein|\bggd\b|hulp|medisch|ondersteuning",
        re.IGNORECASE,
    ),
    Theme.HANDHAVING: re.compile(
        r"handhav|toezicht|controle|misstand|uitbuit|mensenhandel|malafide|ondermijn", re.IGNORECASE
    ),
}


def why_serving(theme: Theme, passage: Passage, judged: JudgedText) -> str:
    """Return by what words a passage speaks of `theme` only in the service of the housing rules, in Dutch; "" where none says so.

    Housing itself never serves.
    """
    if theme == Theme.HUISVESTING:
        return ""
    own_object = _has_own_object(theme, judged, passage.text)
    if Theme.HUISVESTING in judged.labels and _all(theme, passage, CARRIES[Theme.HUISVESTING]):
        return MINGLED
    if PROVIDER_MUST.search(passage.text) or _all(theme, passage, PROVIDER_DOES):
        return PROVIDER_DUTY
    if theme == Theme.REGISTRATIE and _only_residents_must(passage):
        return RESIDENT_DUTY
    if theme not in OWN_OBJECT:
        return ""
    if HOUSING_PROVIDER.search(passage.text) and (not own_object or Theme.HUISVESTING in judged.labels):
        return PROVIDER_DUTY
    return "" if own_object else NO_OBJECT


def stands_apart(theme: Theme, passage: Passage) -> bool:
    """Whether a sentence (or item of a list) that carries the theme names no housing and nobody who offers it, and has an object of its
    own where the theme needs one. An article on supervision may send one team to full houses and to employers: the second is own.
    """
    own_object = OWN_OBJECT.get(theme)
    cared_for = theme == Theme.ZORG and beds_are_shelter(passage)
    return any(
        not ((not cared_for and CARRIES[Theme.HUISVESTING].search(text)) or HOUSING_PROVIDER.search(text))
        and (own_object is None or bool(own_object.search(text)))
        for text in carrying(theme, passage)
    )


def _all(theme: Theme, passage: Passage, pattern: re.Pattern[str] | Expression) -> bool:
    return all(pattern.search(text) for text in carrying(theme, passage))


def _only_residents_must(passage: Passage) -> bool:
    """Whether all it says of registration is that residents have to be inscribed, and what the provider does about it."""
    said = carrying(Theme.REGISTRATIE, passage)
    duty = [bool(RESIDENT_MUST.search(text)) and not ACTOR.search(text) for text in said]
    return any(duty) and all(one or HOUSING_PROVIDER.search(text) for one, text in zip(duty, said, strict=True))


def _has_own_object(theme: Theme, judged: JudgedText, text: str) -> bool:
    """Enforcement that is about work too has work for its object, whatever its words."""
    if theme not in OWN_OBJECT:
        return False
    about_work = theme == Theme.HANDHAVING and Theme.ARBEIDSMARKT in judged.labels
    return about_work or bool(OWN_OBJECT[theme].search(text))


@dataclass(frozen=True, slots=True)
class Sighting:
    """A theme seen in a passage, with the level (1 to 3) of what is said of it: the chance that it is there (`score`), that the passage
    states an aim or measure (`acting`), and that it speaks of housing too; `why` says by what words it serves the housing rules
    ("" where none says so), and `apart` whether one of its sentences has nothing to do with housing (see `stands_apart`). `leads` says
    whether no other theme is seen in the passage with clearly more certainty, and `alone` whether its words settle that it is for its own
    sake.
    """

    theme: Theme
    level: int
    score: float
    acting: float
    housing: float
    why: str
    apart: bool = False
    leads: bool = True
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a passage stands: the headings above it, and of each theme its mean chance over the chapter and over the paper."""

    chapter: tuple[str, ...]
    in_chapter: Mapping[Theme, float]
    in_paper: Mapping[Theme, float]


def signs(seen: Sighting, place: Surroundings) -> dict[str, float]:
    """Return what tells of a theme (not housing) in a passage whether it stands on its own, each sign from 0 to 1."""
    theme = seen.theme
    return {
        "doel of maatregel": seen.acting,
        "zeker een doel of maatregel over het thema": seen.acting * seen.score,
        **{reason: float(seen.why == reason) for reason in REASONS},
        "onder een kop over het thema": float(announces(theme, place.chapter)),
        "onder een kop over huisvesting": float(about_housing(theme, place.chapter)),
        "huisvesting in de passage": seen.housing,
        "aandeel van huisvesting in het hoofdstuk": place.in_chapter[Theme.HUISVESTING],
        "aandeel van het thema in het hoofdstuk": place.in_chapter[theme],
        "aandeel van huisvesting in het stuk": place.in_paper[Theme.HUISVESTING],
        "aandeel van het thema in het stuk": place.in_paper[theme],
        **{one.value: float(one == theme) for one in FELT},
        APART: float(seen.apart),
        **{f"{APART}: {one}": float(seen.apart and one == theme) for one in OWN_OBJECT},
    }


def surroundings(passages: Sequence[Passage], judged: Sequence[JudgedText]) -> list[Surroundings]:
    """Return where each passage of a paper stands, in order."""
    above = chapters(passages)
    of_chapter: dict[tuple[str, ...], list[JudgedText]] = {}
    for chapter, judgement in zip(above, judged, strict=True):
        of_chapter.setdefault(chapter, []).append(judgement)
    shares = {chapter: _shares(inside) for chapter, inside in of_chapter.items()}
    in_paper = _shares(judged)
    return [Surroundings(chapter, shares[chapter], in_paper) for chapter in above]


def _shares(judged: Sequence[JudgedText]) -> dict[Theme, float]:
    return {theme: sum(one.scores[theme] for one in judged) / max(len(judged), 1) for theme in Theme}


def chapters(passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    """Return the headings above each passage without those that stand above nearly all: these are the paper's title."""
    above = Counter(heading for passage in passages for heading in set(passage.section))
    titles = {heading for heading, times in above.items() if times > TITLE_SHARE * len(passages)}
    return [tuple(heading for heading in passage.section if heading not in titles) for passage in passages]


def announces(theme: Theme, chapter: Sequence[str]) -> bool:
    """Whether one of the headings above a passage announces the theme."""
    return any(HEADINGS[theme].search(heading) for heading in chapter)


def about_housing(theme: Theme, chapter: Sequence[str]) -> bool:
    """Whether the headings above a passage announce housing and not the theme: there it is spoken of in passing."""
    return not announces(theme, chapter) and announces(Theme.HUISVESTING, chapter)
