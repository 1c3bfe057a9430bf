"""Whether a spatial plan or permit is for one site: it applies what its municipality wants there, and is no policy itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.parts import Parts
from pipeline.documents.wording import NEXT_SENTENCE
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

_SPATIAL = expression(
    r"\b(?:bestemmings|wijzigings|uitwerkings|inpassings|postzegel)plan(?!nen)\b|\b(?:tam-)?omgevingsplan(?:wijziging)?\b"
    r"|\b(?:ruimtelijke|planologische)\s+(?:onderbouwing|motivering)\b|\b(?:omgevings|gebruiks|omzettings)vergunning\b"
    r"|\b(?:afwijkings|project(?:afwijkings)?)besluit\b",
    re.IGNORECASE,
)
"""How a plan, permit or its grounds name themselves in a title."""
_OF_ALL = re.compile(
    r"\b\w*beleid|\b\w*(?:nota|notitie|visie|kader|programma|verordening|regeling|leidraad|aanpak|richtlijn\w*|strategie|agenda|protocol|koers\w*"
    r"|regels|(?:huisvestings|structuur|actie|uitvoerings|beleids|meerjaren|master|delta|locatie)plan)\b|\b(?:paraplu|facet|veeg)\w*"
    r"|\bthematisch\w*|\bbeleidsregels?\b",
    re.IGNORECASE,
)
"""In a title: that it is for the whole municipality, or the policy itself."""
_WHOLE = expression(
    r"\b(?:plangebied|(?:dit|het)\s+(?:\w*plan|hoofdstuk|besluit))\b[^.;]{0,120}?\b(?:hele|gehele|volledige)\s+(?:gemeentelijke?\s+)?"
    r"(?:grondgebied|gemeente|buitengebied)\b|\b(?:over|voor|in|van)\s+alle\s+(?:geldende|vigerende)\s+(?:bestemmings|omgevings)?plannen\b",
    re.IGNORECASE,
)
"""A plan says of itself that it is for the whole municipality."""
_STREET = (
    r"[A-Z][\w'’-]{0,40}(?:straat|weg|dijk|laan|pad|plein|steeg|dreef|hof|kade|singel|baan|ring|markt|akkers?|wal|heuvel|hoek|veld|velden|berg"
    r"|donk|ven|einde?|broek|heide|hoeve|kamp|sloot|vaart)"
)
_TOWN = r"[\w'’-]+(?:\s+(?:aan|bij|den?|en|in|op|van)\s+[\w'’-]+)*"
_AREA = expression(
    r"\b(?:bestemmingsplan(?:nen)?\s+(?:(?:landelijk|buiten)\s?gebied|(?:woon)?kernen|stad|dorpen)|omgevingsplan(?=\s+(?:van\s+)?(?:de\s+)?gemeente\s))"
    rf"(?:\s+(?:van\s+)?(?:(?:de\s+)?gemeente\s+)?{_TOWN})?(?:\W+(?:19|20)\d\d)?(?:\W+(?:\w+\s+)?(?:herziening|actualisatie))?\W*$",
    re.IGNORECASE,
)
"""In a title without an address: that it is for all land of a sort, where many have asked for something and hold a plot."""
_NUMBER = r"(?!(?:19|20)\d\d\b)\d{1,4}(?!\d)"
_ADDRESS = re.compile(rf"\b{_STREET}\s+{_NUMBER}")
"""A street with a number: "Oudlandsedijk 22"."""
_OBJECT = re.compile(
    r"\b(?:logies|woon|bedrijfs)gebouw\b|\b(?:hotel|campus|loods|pand|boerderij|klooster|perceel|locatie|(?:logies|woon)voorziening)\b",
    re.IGNORECASE,
)
"""One thing for which a title says that the plan is."""
_PLOT = expression(r"\bkadastraal\s+bekend\b|\bsectie\s+[A-Z]{1,3}\b[^.;]{0,20}\bnummers?\b", re.IGNORECASE)
_LIES_AT = re.compile(
    rf"\b(?:aan|op|nabij|naast|achter|adres|locatie|perceel)\s+(?:(?:de|het|den)\s+)?(?:[A-Z][\w'’-]+\s+){{1,3}}{_NUMBER}"
)
_OF_PLAN = re.compile(
    r"\b(?:plangebied|planlocatie|projectgebied|perceel|percelen|initiatiefnemer|locatie|gronden)\b", re.IGNORECASE
)
"""In a sentence with an address: that the plan is for it."""
_ASKED = expression(
    r"\binitiatiefnemers?\b|\baanvrag(?:er|ster)s?\b|\bvergunninghouder\b|\b(?:verzoek|aanvraag)\b[^.;]{0,60}?\b(?:ingediend|gedaan|ontvangen)\b"
    r"|\b(?:op|door)\s+verzoek\s+van\s+de\s+eigena(?:ar|ren)\b",
    re.IGNORECASE,
)
"""Somebody asked for it."""
_FOR_STAY = re.compile(
    r"\b(?:huisvest\w+|\w*logies\w*|medewerking|\w*vergunning|ontheffing|locatie|pand|perceel)\b", re.IGNORECASE
)
_GRANTS = expression(
    r"\b(?:medewerking|vergunning|ontheffing)\s+(?:\w+\s+){0,3}?(?:te\s+)?verlenen\b|\b(?:locatie|perceel)\b[^.;]{0,60}?\baan\s+te\s+wijzen\b",
    re.IGNORECASE,
)
"""What a decision does for one who asked."""
_WITH_REQUEST = expression(
    r"\b(?:behoort|behoren\w*|bijlage\s\w{0,3}|onderdeel)\s*(?:bij|van)\s+(?:de|een|het|onze)\s+(?:vergunning)?aanvra(?:ag|gen)\b",
    re.IGNORECASE,
)
"""What an applicant sends along: "Behoort bij de aanvraag omgevingsvergunning"."""
_OPENING = 0.5
"""Share of a paper's blocks in which it says where it is: what others said of it, and the addresses of these, stand behind."""
_LEAST_OPENING = 40
"""Blocks that are looked at in any case."""


def one_site(parts: Parts) -> int | None:
    """The page on which it shows that a spatial plan or permit is for one site, or that it went with the request for one; None where it is
    no such plan, or for more."""
    if requested := next((line.page for line in parts.head if _WITH_REQUEST.search(line.text)), None):
        return requested
    titles = [block for block in parts.banners if _SPATIAL.search(block.text)] or list(_granted(parts))
    if not titles or any(_OF_ALL.search(block.text) for block in titles) or _is_of_all(parts):
        return None
    addressed = next((block.page for block in titles if _ADDRESS.search(block.text)), None)
    if addressed is not None:
        return addressed
    single = any(_OBJECT.search(block.text) for block in titles)
    if not single and any(_AREA.search(block.text) for block in titles):
        return None
    opening = parts.body[: max(_LEAST_OPENING, round(_OPENING * len(parts.body)))]
    asked = any(_ASKED.search(block.text) for block in opening)
    sited = next((block.page for block in opening if _lies_somewhere(block)), titles[0].page if single else None)
    return sited if asked else None


def _granted(parts: Parts) -> Iterator[Block]:
    """The titles of a decision on what somebody may do at an address: "Huisvesting arbeidsmigranten Molenweg 14"."""
    titles = [block for block in parts.banners if _ADDRESS.search(block.text) and _FOR_STAY.search(block.text)]
    if titles and any(_GRANTS.search(block.text) for block in parts.body):
        yield from titles


def _is_of_all(parts: Parts) -> bool:
    named = any(_OF_ALL.search(line.text) for line in parts.head if line.size > 1.1 * parts.body_size)
    return named or any(_WHOLE.search(block.text) for block in parts.body)


def _lies_somewhere(block: Block) -> bool:
    """Whether a block says of which plot the plan is: by the land register, or by an address."""
    if _PLOT.search(block.text):
        return True
    sentences = NEXT_SENTENCE.split(block.text) if _OF_PLAN.search(block.text) else ()
    return any(_LIES_AT.search(sentence) and _OF_PLAN.search(sentence) for sentence in sentences)
