"""What a paper says of those who made it or can be reached about it: their names and towns are not of whose paper it is."""

from __future__ import annotations

import re

from pipeline.documents.wording import any_of, lead_in
from pipeline.language.needed_words import expression

MAKERS = (
    r"druk(?:werk|kerij|ker)?",
    r"foto(?:['’]s|grafie|graaf|verantwoording|bijdragen)?",
    r"(?:beeld(?:materiaal|redactie)?|illustraties?|tekeningen|cartografie|kaart(?:en|materiaal))",
    r"(?:grafische?\s+)?(?:ontwerp(?=\b[^:]*:\s*(?-i:[A-Z]))|vormgev(?:ing|er|ers))",
    r"(?:opmaak|lay-?out|dtp|productie|realisatie)",
    r"(?:(?:eind|tekst)?redac(?:tie|teur|teuren)|tekst(?:en|schrijver)?)",
    r"(?:auteurs?|schrijvers?|opstellers?|samenstell(?:ing|er|ers)|uitgever(?:ij)?)",
    r"(?:onderzoek(?:sbureau|ers?)|(?:extern\s+)?(?:advisering|adviseurs?|projectleid(?:er|ing)))",
)
"""What stands, with a colon, before who made a paper: "Drukwerk: Van den Berg, Breda"."""
MADE_BY = (
    r"(?:opgesteld|geschreven|gemaakt|samengesteld|gedrukt|vormgegeven|ontworpen|opgemaakt|onderzocht|begeleid|verzorgd|uitgevoerd|gefotografeerd)"
    r"\s+(?:\w+\s+){0,2}?(?:door|bij)",
)
HELPED = (
    r"met\s+(?:\w+\s+)?(?:hulp|medewerking|ondersteuning|begeleiding|bijdragen?|advies|dank|inbreng)\s+(?:van|aan|door)",
    r"(?:in|door)\s+(?:nauwe\s+)?samenwerking\s+met",
    r"(?:onder|na)\s+(?:begeleiding|advies|raadpleging)\s+van",
    r"(?:ondersteund|geadviseerd|geholpen)\s+door",
)
"""What stands before who helped to make it; a municipality that helped does not own it either."""
FIRMS = (
    r"drukkerij",
    r"(?:advies|onderzoeks?|ontwerp|architecten|reclame|communicatie|ingenieurs)?bureau",
    r"studio",
    r"uitgeverij",
    r"adviesgroep",
)
"""Who makes papers for others, by what their names begin with: "Drukkerij Bladel, Tilburgseweg 4, Helmond"."""
CONTACT = (
    r"contact(?:persoon|personen|gegevens|adres)?",
    r"(?:nadere\s+|meer\s+)?(?:inlichtingen|informatie)(?:\s+bij)?",
)
OWN_WORDS = (
    *(r"gemeente(?:n|raad|raden|huis|bestuur|secretaris)?", r"(?:raad|raads\w+)", "college", r"burgemeesters?", "b&w"),
    *("stadhuis", "raadhuis", "afdeling", "team", "cluster", "directie", "dienst"),
    *("vastgesteld", "vaststelling", "besloten", "besluit"),
    r"\w*(?:nota|notitie|visie|beleid|beleidsregels?|kader|programma|verordening)",
)
"""What shows that a text speaks of the municipality or its paper again: "Tekst en opmaak: gemeente Zundert"."""

_NAMES = r"(?:[\"']?[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*|aan|de|den|op|van))*(?:\s*,\s*|\s+en\s+|\s+&\s+))*"
_FORMER = re.compile(rf"\b(?:voormalige|vroegere|opgeheven)\s+gemeenten?\s+{_NAMES}$")
_BY_ORGAN = re.compile(r"\b(?:raad|raden|colleges?|bestuur|besturen)\s+van\s+de\s+$", re.IGNORECASE)
_SENTENCE = r"(?<=\w\w)(?<!\bdrs)(?<!\bing)(?<!\bmevr)(?<!\bdhr)(?<!\bmr)(?<!\bir)(?<!\bdr)(?<!\bmw)[.;|]\s"
_LEFT = rf"(?!{_SENTENCE}|\b{any_of(OWN_WORDS)}\b)."
_CREDITED = expression(
    rf"(?:\b{any_of(MAKERS)}(?:(?:\s+(?:en|&)|,)?\s+[a-z-]+){{0,4}}?\s*:|\b{any_of(MADE_BY)}\b|\b{any_of(FIRMS)}\s+(?=(?-i:[A-Z])|$))"
    rf"(?:{_LEFT})*$",
    re.IGNORECASE,
)
_HELPED = expression(
    rf"\b{any_of(HELPED)}\b(?:(?!{_SENTENCE}|\b(?:vastgesteld|besloten|opgesteld)\b|\bdoor\s+de\s+(?:gemeente)?raad\b).)*$",
    re.IGNORECASE,
)
_REACHED = expression(rf"\b{any_of(CONTACT)}\s*:(?:{_LEFT})*$", re.IGNORECASE)
_POSTAL = re.compile(r"\b\d{4}\s?[A-Z]{2}\s+$")
_PARTICLE = r"(?:(?:[Vv]an(?:\s+de[nr]?)?|[Dd]e|[Tt]e[nr])\s+)"
_PERSON = expression(
    r"(?:\b(?:[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]e\s+heer|[Dd]hr\.|[Dd]rs\.|[Ii]r\.|[Ii]ng\.|[Mm]r\.)\s+"
    rf"(?:(?:(?:drs|ir|ing|mr|dr)\.\s*|[A-Z]\.\s?){{0,4}}{_PARTICLE}?|[A-Z]\w+\s+{_PARTICLE})"
    rf"|(?<!\w)(?<!en\s)(?<!&\s)(?:[A-Z]\.\s?){{1,4}}{_PARTICLE}?)$"
)
"""Before the last name of a person: "mevrouw J. van Tilburg", "A. Zundert"."""


def is_former(text: str, place: int) -> bool:
    """Return whether the name at a place in a text is that of a municipality that is no more, told of by its heir: "de agenda's van de
    voormalige gemeenten Aalburg en Werkendam"; not where its organ decides ("de raad van de voormalige gemeente Uden")."""
    before = lead_in(text, place)
    former = _FORMER.search(before)
    return bool(former) and not _BY_ORGAN.search(before[: former.start()] if former else "")


def is_credited(text: str, place: int, above: str = "") -> bool:
    """Return whether the name at a place in a text is of who made the paper, helped with it or can be reached, or of a person.

    `above` is the printed line before the text, where that runs on in it.
    """
    before = lead_in(f"{above} {text}", len(above) + 1 + place)
    reached = _REACHED.search(before) and not _POSTAL.search(before)
    return bool(reached or _PERSON.search(before) or _CREDITED.search(before) or _HELPED.search(before))
