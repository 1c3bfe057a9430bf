"""The forms in which papers mention a municipality, and how strongly each says that the municipality itself is meant.

After a study of real papers (comments give CVDR and gmb numbers of officielebekendmakingen.nl). A pattern of `LEAD_INS`
stands directly before the name; the first that fits counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from pipeline.language.needed_words import expression


class MentionStrength(IntEnum):
    """How sure it is that the municipality is meant, and not a word, a surname, a village or a region."""

    BARE = 1
    MEDIUM = 2
    STRONG = 3
    VERY_STRONG = 4


class Form(StrEnum):
    """The wording around the name."""

    IMRO = "IMRO-code"
    CVDR = "CVDR-metadata"
    COUNCIL = "raad"
    EXECUTIVE = "college"
    BOARD = "B&W"
    MUNICIPALITY = "gemeente"
    GAZETTE = "gemeenteblad"
    OFFICIAL = "functionaris"
    TITLE = "titelblok"
    ADJECTIVE = "bijvoeglijk"
    ENUMERATION = "opsomming"
    BARE = "kale naam"


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Words directly before a name and what they make of it; after `many` an enumeration of names may follow."""

    form: Form
    strength: MentionStrength
    pattern: re.Pattern[str]
    many: bool = False


def _lead_in(form: Form, strength: MentionStrength, pattern: str, many: bool = False) -> LeadIn:
    return LeadIn(form, strength, re.compile(rf"(?i)(?<!\w){pattern}\s*$"), many)


_BW = r"(?:burgemeester en wethouders|b\s?\.?\s?(?:&|en)\s?w\.?)"
_OFFICIAL = r"(?:burgemeester|wethouder|gemeentesecretaris|griffier|raadslid)"
_OF_MUNICIPALITY = r"(?:\s(?:van|der|in))?(?:\sde)?(?:\sgemeente)?"
_OF_MUNICIPALITIES = r"(?:\s(?:van|der))?(?:\sde)?(?:\sgemeenten)?"

LEAD_INS = (
    # gmb-2024-78602, gmb-2021-240024, CVDR63097: "De raad van de gemeente Land van Cuijk"
    _lead_in(Form.COUNCIL, MentionStrength.VERY_STRONG, r"raad (?:van de|der) gemeente\s"),
    # CVDR697619: "De gemeenteraad van de gemeente Baarn"
    _lead_in(Form.COUNCIL, MentionStrength.VERY_STRONG, rf"gemeenteraad{_OF_MUNICIPALITY}\s"),
    # CVDR626755: "Het college van burgemeester en wethouders van de gemeente Best"
    _lead_in(Form.EXECUTIVE, MentionStrength.VERY_STRONG, rf"college van {_BW}{_OF_MUNICIPALITY}\s", many=True),
    _lead_in(Form.BOARD, MentionStrength.VERY_STRONG, rf"{_BW}{_OF_MUNICIPALITY}\s", many=True),
    _lead_in(
        Form.ENUMERATION, MentionStrength.STRONG, rf"colleges(?: van {_BW})?{_OF_MUNICIPALITIES}:?\s\(?", many=True
    ),
    _lead_in(Form.ENUMERATION, MentionStrength.STRONG, rf"(?:gemeente)?raden{_OF_MUNICIPALITIES}:?\s\(?", many=True),
    _lead_in(
        Form.ENUMERATION, MentionStrength.STRONG, r"\w*gemeenten(?:\s(?:zoals|als|zijn|van|uit))?:?\s\(?", many=True
    ),
    # CVDR626755: "Nadere subsidieregeling gemeente Best voor cultuur"
    _lead_in(Form.MUNICIPALITY, MentionStrength.STRONG, r"gemeente(?:bestuur|huis)?(?:\svan)?:?\s"),
    _lead_in(Form.MUNICIPALITY, MentionStrength.MEDIUM, r"\w+gemeente\s"),
    # CVDR480715: "Gemeenteblad Texel 2017 nr 51"
    _lead_in(Form.GAZETTE, MentionStrength.STRONG, rf"gemeenteblad{_OF_MUNICIPALITY}\s"),
    _lead_in(Form.COUNCIL, MentionStrength.MEDIUM, r"raad van\s"),
    _lead_in(Form.EXECUTIVE, MentionStrength.MEDIUM, r"college van\s"),
    _lead_in(Form.OFFICIAL, MentionStrength.MEDIUM, rf"{_OFFICIAL}\s(?:van\s|\()(?:de gemeente\s)?"),
)

NAMED_OFFICIAL = expression(rf"(?i)\b{_OFFICIAL}(?:\s[\w.'’-]+){{1,3}}\s(?:van\s|\()(?:de gemeente\s)?$")
"""west-brabant.eu: "wethouder Jansen van Woensdrecht"; for names that are no surname as well ("wethouder Piet van Uden")."""

AFTER_ADJECTIVE = re.compile(
    r"(?i)\s+(?:gemeenteraad|raad|college|woonvisie|beleid|gemeentebestuur|gemeentehuis|raadsleden|wethouders?|burgemeester)\b"
)
"""ed.nl 2020-05: "het Gemertse gemeentehuis"; any other noun says something of the place, not of the municipality."""

SEPARATOR = re.compile(r"(?i)\s*(?:[,;/&·•]|,?\s*\b(?:en|of|alsmede|alsook|evenals)\b)\s*(?:de\s)?(?:gemeente\s)?")
"""What may stand between two names of one enumeration."""

IMRO = expression(r"NL\.IMRO\.(\d{4})\.")
"""ruimtelijkeplannen.nl: code of the plan's owner; 9xxx is a province or the state."""

CVDR = expression(r"Organisatie\s*(?P<name>[^\n]{2,40}?)\s*Organisatietype\s*Gemeente")
"""Head of a consolidated regulation on overheid.nl (CVDR626755), its words often run together."""

ABROAD = expression(r"(?i)\s?\(\s?(?:Belgi\w+|B\.?|Antwerpen|Duitsland|D\.?|Noorwegen|Frankrijk)\s?\)|,? in België")
"""Directly after a name: the place of that name in another country."""

PERSON_BEFORE = re.compile(
    r"""(?:\b(?:[Dd]e\s[Hh]eer|[Dd]hr|[Mm]evrouw|[Mm]evr|[Mm]w|[Mm]r|[Dd]rs|[Ii]r|[Ii]ng|[Dd]r|[Ff]amilie|[Ww]h|[Bb]gm|[A-Z](?:\.[A-Z])*)\b\.?\s*
        (?:van(?:\sde[nr]?|\shet|\s['’]t)?\s|de[nr]?\s|te[rn]?\s)?
        |\b(?:Van(?:\s[Dd]e[nr]?)?|De[nr]|Te[rn]|van\sde[nr])\s)$""",
    re.VERBOSE,
)
"""Before a surname: "De heer Van Best", "J. van Uden", "Van den Bergen"."""

PLACE_BEFORE = re.compile(
    r"""(?i)\b(?:(?:metropool|arbeidsmarkt|veiligheids|politie)?regio|omgeving|rechtbank|gerechtshof|arrondissement|luchthaven|vliegbasis
        |vliegveld|kamp|p\.?i\.?|gevangenis|station|haven|provincie|dorp|dorpskern|kern|kernen|kerkdorp|stad|wijk|vesting|kasteel|afrit|knooppunt
        |klooster|landgoed|ziekenhuis|universiteit|hogeschool|bisdom|het)\s(?:van\s)?$""",
    re.VERBOSE,
)
"""Before a name that is a region, an institution or a village here, not the municipality."""

PLACE_AFTER = re.compile(
    r"(?i)\s(?:University|Airport|e\.o\.|en omgeving|Centraal|Noord|Zuid|Oost|West)\b|[-‐–]\w|\.\w|@"
)
"""After a name that is part of another one."""
PLACE_JOINED = re.compile(r"[\w.@][-‐–.@]?$")
"""Directly before a name, without space: part of a longer word, an address."""
