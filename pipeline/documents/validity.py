"""Until when a paper holds by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.documents.day import find_terms
from pipeline.documents.marks import ended_by
from pipeline.documents.paper import Derived
from pipeline.documents.parts import Parts, field_values, page_source
from pipeline.documents.wording import POINT, lead_in
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import Expression, expression

LONGEST_TERM = 15
"""Years; what lasts longer is a lease or a loan, not a policy."""

NOUN = (
    r"(?:beleidsregels?|beleid\w*|nota|notitie|visie|regeling|regels|verordening|besluit|convenant"
    r"|overeenkomst|afspraken|\w*kader(?:stelling)?|\w*programma|\w*plan|\w*strategie|\w*agenda|leidraad|handreiking|richtlijn|stuk"
    r"|\w*document|aanpak)"
)
_SELF = (
    rf"\b(?:(?:deze|dit|onderhavige?|voorliggende?)\s+(?:[\w-]+\s+){{0,2}}?{NOUN}|(?:de"
    rf"|het)\s+{NOUN})\s+(?:[a-z]+\s+){{0,2}}?"
)
_ENDS = (
    r"(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen|(?:(?:is|zijn|wordt|worden)\s+(?:\w+\s+)?)?ingetrokken"
    r"|eindigt|eindigen|loopt\s+af|lopen\s+af|expireert|(?:houdt|houden)(?![^.;]{0,90}\bniet\b)(?=\s[^.;]{0,90}?\bop\s+te\s+(?:gelden|bestaan)\b)"
    r"|(?:verliest|verliezen)(?![^.;]{0,90}\bniet\b)(?=\s[^.;]{0,90}?\b(?:haar|zijn|hun)\s+(?:werking|gelding|geldigheid|kracht)\b))"
)
_LASTS = (
    r"(?:(?:is|zijn|blijft|blijven)\s+(?:geldig|van\s+kracht)|geldt|gelden|loopt|lopen|(?:werkt|werken)(?!\s+terug)|(?:heeft"
    r"|hebben)\s+een\s+(?:looptijd|geldigheid\w*|werkingsduur)"
    r"|looptijd|geldigheidsduur|geldig)"
)
_THEN = (
    rf"{_SELF}(?:(?:treedt|treden|gaat|gaan|geldt|gelden)\b[^.;]{{0,140}}?"
    r"|(?:is|zijn|wordt|worden)\b(?:(?!\b(?:die|dat|welke|waar\w*)\b)[^.;]){0,100}?)\s+en\s+"
)
"""How a sentence goes on behind the entry into force: "Deze regels treden in werking op 1 juli 2021 en …"."""
_THEY = rf"{_SELF}(?:treedt|treden|gaat|gaan)\s+in\b[^.;]{{0,100}}[.;]\s+(?:{POINT}\s+)?(?:Zij|Ze|Het|Hij)\s+"
"""The same in the next sentence: "… Zij …"."""
_LENGTH = r"(?:geldigheidsduur|geldigheid|looptijd|werkingsduur)"
_ENDINGS = (
    *(
        expression(rf"{lead}{_ENDS}\b(?!\s+niet\b)(?P<rest>[^.;]{{0,80}})", re.IGNORECASE)
        for lead in (_SELF, _THEN, _THEY, rf"\b{_LENGTH}\s+van\s+{_SELF}", rf"(?:^|[.;:]\s+)De\s+{_LENGTH}\s+")
    ),
    expression(rf"{_SELF}(?:loopt|lopen)\s+(?P<rest>(?:op|per|na)\s+[^.;,]{{4,30}}?)\s+af\b", re.IGNORECASE),
)
_LASTINGS = tuple(
    expression(rf"{pattern}\b(?P<rest>[^.;]{{0,100}})", re.IGNORECASE)
    for pattern in (
        *(rf"{lead}{_LASTS}" for lead in (_SELF, _THEN, _THEY)),
        rf"{_SELF}(?:is|zijn|betreft)\b[^.;]{{0,60}}?\bmet\s+een\s+{_LENGTH}",
        rf"{_SELF}(?:is|zijn|wordt|worden)\s+(?:\w+\s+){{0,2}}?(?:vastgesteld|bedoeld|aangegaan)(?=\s+voor\b)",
        r"^\W*Vastgesteld\b[^.;]{0,60}?\d{4},\s+geldig",
        rf"\bDit\s+(?:is|betreft)\s+een\s+[^.;]{{0,40}}?\b{NOUN}\s+met\s+een\s+{_LENGTH}",
        rf"\b{_LENGTH}\s+van\s+{_SELF}(?:is|bedraagt|loopt)",
        rf"(?:^|[.;:]\s+)De\s+{_LENGTH}\s+(?:is|loopt|bedraagt)",
        rf"\bstel(?:t|len)\s+(?:\w+\s+){{0,3}}?(?:deze|dit)\s+{NOUN}\s+vast(?=\s+voor\b)",
    )
)
_ITSELF = rf"(?:deze|dit|onderhavige?|voorliggende?)\s+(?:[\w-]+\s+){{0,2}}?{NOUN}"
_TURNED = expression(
    rf"(?:^|[.;:]\s+)(?:{POINT}\s+)?(?:(?P<last>na)|per|op|vanaf|met\s+ingang\s+van)\s+(?P<when>\d[^.;:,]{{4,25}}?)\s+"
    rf"(?:(?:vervalt|vervallen|eindigt|eindigen|expireert)\s+{_ITSELF}(?!\s+(?:niet|alleen|slechts|voor)\b|\s+van\s+(?:de|een|elke)\b)|(?:loopt|lopen)\s+{_ITSELF}\s+af\b"
    rf"|(?:houdt|houden)\s+{_ITSELF}\s+op\s+te\s+(?:gelden|bestaan)|(?:verliest|verliezen)\s+{_ITSELF}\s+(?:haar|zijn|hun)\s+(?:werking|geldigheid|kracht)"
    rf"|(?:heeft|hebben)\s+{_ITSELF}\s+geen\s+(?:werking|gelding|geldigheid|kracht)\s+meer|(?:geldt|gelden)\s+{_ITSELF}\s+niet\s+(?:meer|langer)(?=\s*(?:[.;,]|$))"
    rf"|(?:is|zijn)\s+{_ITSELF}\s+niet\s+(?:meer|langer)\s+(?:geldig|van\s+kracht|van\s+toepassing)(?=\s*(?:[.;,]|$)))",
    re.IGNORECASE,
)
"""The same where the day comes first: "Per 1 maart 2023 vervalt deze nota", "Na 31 december 2022 heeft deze nota geen werking meer"."""
_SAYS_HOW_LONG = expression(
    rf"{_ENDS}|{_LASTS}|{_LENGTH}|vastgesteld|bedoeld|aangegaan|houdt|houden|verlie|geen\s+\w+\s+meer|niet\s+(?:meer|langer)|vast\s+voor",
    re.IGNORECASE,
)
"""What each of those needs."""
_AFTER_ITSELF = re.compile(r"\b(?:van|met|bij|door|na|sinds|uit|volgens|in|op|onder|over|naast)\s+$", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(r"\s+(?:de|het|alle|onze|ons)\s", re.IGNORECASE)
"""What shows that something else ends: "Met de inwerkingtreding van deze nota vervalt de Nota arbeidsmigranten …"."""
_ENTERING = expression(
    rf"{_SELF}(?:treedt|treden)\s+in\s+werking\s+(?:op|per|met\s+ingang\s+van)\s+(?P<when>.{{4,40}})", re.IGNORECASE
)
_STAMP = expression(rf"^\W*(?:stempel\W+|(?:deze|dit)\s+\w+\s+(?:is|zijn)\s+)?{_ENDS}\b", re.IGNORECASE)
_LAST_DAY = re.compile(r"\b(?:t/m|tot\s+en\s+met)\s+(?P<when>.{4,40})", re.IGNORECASE)
UNTIL = expression(r"\btot\s+(?:uiterlijk\s+)?(?P<when>.{4,40})", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:tot|per|op|met\s+ingang\s+van|m\.i\.v\.|vanaf|sinds|(?:raads|college)?besluit\s+van|raad|college|d\.?d\.)\s+(?P<when>.{4,40})",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:per|met\s+ingang\s+van|m\.i\.v\.|vanaf|sinds)\s+(?P<when>.{4,40})", re.IGNORECASE)
_WORD = expression(
    r"\b(?:vervallen|ingetrokken|buiten\s+werking(?:\s+gesteld)?|verlopen|geëindigd"
    r"|niet\s+meer\s+(?:geldig|van\s+kracht|actueel))\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:\s+(?:door|bij)\s[^.;\d]{3,50})?[;:|,]?(?:\s+datum:?)?\s+(?P<when>.{4,40})", re.IGNORECASE)
_AFTER_ADOPTION = expression(r"\bvastgesteld\b[^.;(]{0,60}?(?:19|20)\d\d", re.IGNORECASE)
_OPENS_WITH_IT = re.compile(
    rf"(?:{POINT}\s+)?(?:Zij|Ze|Het|Hij)\s+(?:vervalt|vervallen|geldt|gelden|eindig\w+|loopt|lopen)\b"
)
_YEAR = re.compile(r"^(?:eind\s+|ultimo\s+)?(?P<year>20\d{2})\b")
YEARS = r"(?P<count>\d{1,2}|één|een|twee|drie|vier|vijf|zes|acht|tien)\s+ja(?:ar|ren)\b"
_TERM = expression(
    rf"(?:\b(?:(?:periode|looptijd|duur|geldigheidsduur)\s+van|van|voor|gedurende)|^)\s+(?:(?:maximaal|ten\s+hoogste)\s+)?{YEARS}",
    re.IGNORECASE,
)
_TERM_AFTER = expression(
    rf"(?:\bna\s+(?:(?:verloop|ommekomst)\s+van\s+)?|\b(?=\S+\s+jaar\s+(?:na|later)\b)){YEARS}", re.IGNORECASE
)
"""The same of what ends: "vervalt na vier jaar", "drie jaar na inwerkingtreding"."""
_FROM_ADOPTION = expression(
    r"\bjaar\s+na\s+(?:de\s+|haar\s+|zijn\s+|hun\s+)?(?:vaststelling|bekendmaking|publicatie)", re.IGNORECASE
)
_KEPT = expression(
    r"\b(?:(?:te\s+)?(?:bewaren|bewaard)|bewaar\w+|te\s+vernietigen|vernietigings\w+|vernietigen\s+(?=na\b|in\b|per\b|op\b|vanaf\b|\d))\b"
    rf"(?:(?!\b{_ENDS}\b)(?:\d\.\d|[^.;|—–)])){{0,90}}",
    re.IGNORECASE,
)
"""How long the archive keeps the paper, or when it goes: "bewaren t/m 2034" says nothing of the rules in it."""
_GAZETTED = expression(r"\bgeldend\s+van\s+\S.{4,20}?\s+(?P<end>(?:t/m|tot\s+en\s+met|tot)\s+.{4,40})", re.IGNORECASE)
"""Over a regulation as the government publishes it: "Geldend van 01-07-2021 t/m 30-06-2024", or "t/m heden"."""
_COUNTS = {"één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10}
_FIELD = (
    r"(?:geldig(?:heid)?|looptijd|vervaldatum|einddatum(?:\s+geldigheid)?|geldig\s+tot(?:\s+en\s+met)?"
    r"|datum\s+(?:intrekking|buitenwerkingtreding)|uitwerkingtreding)"
)


def valid_until_of(parts: Parts, adopted: date | None) -> Derived[date | None]:
    """The first day on which it no longer holds, from a field, stamp or its closing rules; years count from its entry into force, else
    from `adopted`."""
    for value, line in field_values(parts.front_itself, r"vervallen|ingetrokken"):
        if day := ended_on(f"vervallen {value}"):
            return Derived(day, page_source("geldigheidsveld", line.page))
    for value, line in field_values(parts.front, _FIELD):
        day = end_said(value if _FROM.search(value) or _LAST_DAY.search(value) else f"per {value}", _FROM)
        if day and not re.search(r"\bvanaf\b(?!.*\b(?:tot|t/m)\b)", line.text, re.IGNORECASE):
            return Derived(day, page_source("geldigheidsveld", line.page))
    for line in (*parts.notes, *parts.noted, *parts.outer_notes):
        stamped = _STAMP.search(line.text) or ended_by(line.text)
        if stamped and (day := ended_on(line.text)):
            return Derived(day, page_source("stempel of archiefnotitie", line.page))
    for line in (*parts.cover, *parts.furniture):
        published = _GAZETTED.search(line.text)
        if published and (day := end_said(published["end"], UNTIL)):
            return Derived(day, page_source("kop van de publicatie", line.page))
    enters = enters_on(parts)
    for block, text in _with_those_before(parts.body):
        day = _said_end(text, enters, adopted)
        if day and not (adopted and day <= adopted):  # nothing ends before it was adopted: that day is of another paper
            return Derived(day, page_source("geldigheidsbepaling", block.page))
    return Derived(None, "niet gevonden")


def ended_on(text: str) -> date | None:
    """The day on which a stamp or note says that it ended: the one from which on ("per", "met ingang van"), else that of the decision,
    behind the word for it or right before."""
    word = _WORD.search(text)
    behind, before = (text[word.end() :], text[: word.start()]) if word else (text, "")
    said = _ending_day(behind) or end_said(behind, _BARE)
    return said or end_said(_AFTER_ADOPTION.split(before)[-1], _FROM)


def _ending_day(text: str) -> date | None:
    """The day behind a word for the end, that from which on before another: "vervallen per 1 januari 2022, overgangsrecht t/m 2024"."""
    since = _SINCE.search(" ".join(_KEPT.split(text)))
    return (_first_day(since["when"]) if since else None) or end_said(text, _FROM)


def _with_those_before(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with its text, and where that opens with "zij" with the block before it."""
    before = ""
    for block in blocks:
        yield block, f"{before} {block.text}" if _OPENS_WITH_IT.match(block.text) else block.text
        before = block.text


def enters_on(parts: Parts) -> date | None:
    """The day from which it holds, as it says itself: "Deze beleidsregels treden in werking op 1 juli 2021"."""
    for block in parts.body:
        for match in _ENTERING.finditer(block.text):
            days = find_terms(match["when"])
            if days and days[0].start <= 3:
                return days[0].day
    return None


def _said_end(text: str, enters: date | None, adopted: date | None) -> date | None:
    """The end in a sentence of which the paper itself is the subject; years count from its entry into force, else its adoption."""
    if not _SAYS_HOW_LONG.may_match(text):
        return None
    for match in (match for pattern in _ENDINGS for match in pattern.finditer(text)):
        if _AFTER_ITSELF.search(lead_in(text, match.start())) or _OTHER_SUBJECT.match(match["rest"]):
            continue
        if day := _after_term(_TERM_AFTER, match["rest"], enters, adopted) or _ending_day(match["rest"]):
            return day
    if (turned := _TURNED.search(text)) and (days := find_terms(turned["when"])) and days[0].start <= 3:
        return days[0].day + timedelta(days=1 if turned["last"] else 0)
    for match in (match for pattern in _LASTINGS for match in pattern.finditer(text)):
        if _AFTER_ITSELF.search(lead_in(text, match.start())):
            continue
        if day := end_said(match["rest"], UNTIL) or _after_term(_TERM, match["rest"], enters, adopted):
            return day
    return None


def end_said(text: str, first_day: re.Pattern[str] | Expression) -> date | None:
    """Return the first day after the last that a text gives: "tot en met 31 december 2021" and "tot 1 januari 2022" are the same day."""
    text = " ".join(_KEPT.split(text))
    last = _LAST_DAY.search(text)
    if last:
        days, year = find_terms(last["when"]), _YEAR.match(last["when"])
        return days[0].day + timedelta(days=1) if days else date(int(year["year"]) + 1, 1, 1) if year else None
    first = first_day.search(text)
    return _first_day(first["when"]) if first else None


def _first_day(when: str) -> date | None:
    """The day that a text begins with."""
    days = find_terms(when)
    return days[0].day if days and days[0].start <= 3 else None


def _after_term(term_said: Expression, text: str, enters: date | None, adopted: date | None) -> date | None:
    term = term_said.search(text)
    years = years_of(term)
    if not term or not years:
        return None
    named = find_terms(text[term.end() :])  # "drie jaar na inwerkingtreding op 1 juli 2021"
    begins = adopted if _FROM_ADOPTION.search(text) else enters or adopted
    begins = named[0].day if named else begins
    return years_later(begins, years) if begins else None


def years_of(term: re.Match[str] | None) -> int:
    """Return how many years a term holds, by its group `count`; 0 where there is none, or more than a policy is made for."""
    years = (_COUNTS.get(term["count"].lower()) or int(term["count"])) if term else 0
    return years if years <= LONGEST_TERM else 0


def years_later(day: date, years: int) -> date:
    """Return the same day `years` later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
