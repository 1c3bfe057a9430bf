"""Until when a paper holds by its own words, and which earlier papers it withdraws or replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.documents.day import find_days
from pipeline.documents.paper import Derived
from pipeline.documents.parts import Parts, field_values, page_source

_SELF = r"(?:deze|dit|onderhavige?|voorliggende?|de|het)\s+(?:[\w-]+\s+){0,2}?(?:beleidsregels?|beleid\w*|nota|notitie|visie|regeling|regels|verordening|besluit|convenant|overeenkomst|afspraken|\w*kader|\w*programma|\w*plan|stuk|document|aanpak)"
_ENDS = r"(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen|(?:is|zijn|wordt|worden)\s+(?:\w+\s+)?ingetrokken|eindigt|eindigen|loopt\s+af|lopen\s+af|expireert)"
_LASTS = r"(?:geldt|gelden|is\s+geldig|zijn\s+geldig|geldig|heeft\s+een\s+(?:looptijd|geldigheid\w*)|hebben\s+een\s+looptijd|looptijd|geldigheidsduur|loopt|werkt|blijft\s+(?:van\s+kracht|geldig)|blijven\s+(?:van\s+kracht|geldig)|van\s+kracht)"
_ENDING = re.compile(
    rf"(?:\b{_SELF}\s+|^\W*(?:stempel\W+)?)(?:\w+\s+){{0,3}}?{_ENDS}\b(?P<rest>[^.;]{{0,80}})", re.IGNORECASE
)
_LASTING = re.compile(rf"(?:\b{_SELF}\s+|^\W*)(?:\w+\s+){{0,3}}?{_LASTS}\b(?P<rest>[^.;]{{0,100}})", re.IGNORECASE)
_LAST_DAY = re.compile(r"\b(?:t/m|tot\s+en\s+met|uiterlijk\s+tot\s+en\s+met)\s+(?P<when>.{4,40})", re.IGNORECASE)
_FIRST_DAY_AFTER = re.compile(
    r"\b(?:tot|per|op|met\s+ingang\s+van|m\.i\.v\.|vanaf|sinds)\s+(?P<when>.{4,40})", re.IGNORECASE
)
_YEAR = re.compile(r"^(?:eind\s+|ultimo\s+)?(?P<year>20\d{2})\b")
_TERM = re.compile(
    r"\b(?:voor\s+)?(?:een\s+)?(?:periode\s+van\s+|looptijd\s+van\s+|duur\s+van\s+|geldigheidsduur\s+van\s+|van\s+)?(?P<count>\d{1,2}|één|een|twee|drie|vier|vijf|zes|acht|tien)\s+jaar\b",
    re.IGNORECASE,
)
_COUNTS = {"één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10}
LONGEST_TERM = 15
"""Years; what lasts longer is a lease or a loan, not a policy."""
_FIELD = r"(?:geldig(?:heid)?|looptijd|vervaldatum|einddatum(?:\s+geldigheid)?|geldig\s+tot(?:\s+en\s+met)?|datum\s+(?:intrekking|buitenwerkingtreding)|uitwerkingtreding|vervallen(?:\s+per)?|ingetrokken(?:\s+per)?)"
_NOT_PAPER = re.compile(
    r"\b(?:vergunning|ontheffing|inschrijving|verblijf|logies|termijn|bestemming|abonnement|pas|rijbewijs|contract|huurovereenkomst|subsidie\w*|dwangsom|aanwijzing)\b",
    re.IGNORECASE,
)

PAPER_WORD = r"(?:\w*nota|\w*notitie|\w*visie|\w*beleid\w*|\w*regels?|\w*regeling|\w*verordening|\w*kader|\w*programma|\w*plan|\w*convenant|\w*overeenkomst|\w*afspraken|\w*aanpak|\w*besluit|\w*richtlijn\w*|\w*protocol|handreiking|leidraad|\w*agenda)"
_TITLE = rf"(?:de|het|onze|ons|alle|eerdere|voorgaande|huidige|bestaande|oude|vigerende|[‘'\"“„«])?\s*(?P<title>[^;:.]{{0,60}}?\b{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,140}}?)"
_STOP = r"(?=\s*(?:[;:.]|,\s*(?:zoals|vastgesteld|welke|die|dat|in\s+werking|bekendgemaakt|laatstelijk)|\b(?:zoals|vastgesteld|welke|in\s+werking|per|met\s+ingang|komt|komen|vervalt|vervallen|is|zijn|wordt|worden|hiermee|en\s+treedt|en\s+stelt)\b|$))"
REPLACING: tuple[str, ...] = (
    rf"\bonder\s+(?:gelijktijdige\s+)?intrekking\s+van\s+{_TITLE}{_STOP}",
    rf"\b(?:trekt|trekken|trok)\s+(?:hierbij\s+|hiermee\s+|tevens\s+|daarbij\s+|tegelijk\w*\s+)*{_TITLE}\s+in\b(?!\s+(?:de|het)\b)",
    rf"\bin\s+te\s+trekken\s*:?\s*{_TITLE}{_STOP}",
    rf"\b(?:vervangt|vervangen|ter\s+vervanging\s+van|(?:komt|komen|treedt|treden)\s+(?:daarmee\s+|hiermee\s+)?in\s+(?:de\s+)?plaats\s+van|opvolger\s+van|opvolging\s+van)\s+(?:hiermee\s+|daarmee\s+)?{_TITLE}{_STOP}",
    rf"(?:^|[.;:]\s+|\d\s+)(?:De|Het)\s+(?P<title>(?!\b(?:eze|it)\b)[^;:.]{{0,60}}?\b{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,120}}?)\s+(?:wordt|worden|is|zijn)\s+(?:\w+\s+){{0,4}}?(?:ingetrokken|vervangen\s+door\s+(?:deze|dit|de\s+voorliggende))",
    rf"(?:^|[.;:]\s+|\d\s+)(?:De|Het)\s+(?P<title>[^;:.]{{0,60}}?\b{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,120}}?)\s+(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen)\b(?!\s+(?:van\s+rechtswege\s+)?(?:op|per)\s+\d)",
)
"""How papers end earlier ones; `title` is the earlier paper as written."""
_REPLACING = tuple(re.compile(pattern, re.IGNORECASE if number < 4 else 0) for number, pattern in enumerate(REPLACING))
_VAGUE = re.compile(
    r"^(?:\W|\b(?:de|het|dit|deze|al|alle|alles|eerdere?|bestaande?|huidige?|oude?|vorige?|voorgaande?|geldende?|vigerende?|ons|onze|beleid|beleidsregels?|nota|visie|regeling|besluit|regels|kader|en)\b)*$",
    re.IGNORECASE,
)
_QUOTES = "‘’'\"“”„«» "


def valid_until_of(parts: Parts, adopted: date | None) -> Derived[date | None]:
    """The first day on which it no longer holds, from a stamp, a field or its closing rules; "vier jaar" counts from `adopted`."""
    for value, line in field_values(parts.front, _FIELD):
        day = _end(value if re.search(r"\b(?:tot|per|op|t/m)\b", value) else f"per {value}")
        if day and not _opens_period(line.text):
            return Derived(day, page_source("geldigheidsveld", line.page))
    for line in parts.notes:
        match = _ENDING.search(line.text)
        if match and (day := _end(match["rest"])):
            return Derived(day, page_source("stempel of archiefnotitie", line.page))
    for block in parts.body:
        day = _said_end(block.text, adopted)
        if day:
            return Derived(day, page_source("geldigheidsbepaling", block.page))
    return Derived(None, "niet gevonden")


def replaces_of(parts: Parts) -> Derived[tuple[str, ...]]:
    """Titles of the papers that it withdraws or replaces, as written, in reading order."""
    found: dict[str, int] = {}
    for block in parts.body:
        for title in _replaced(block.text):
            found.setdefault(title, block.page)
    if not found:
        return Derived((), "niet gevonden")
    return Derived(tuple(found), page_source("intrekkings- of vervangingsbepaling", next(iter(found.values()))))


def _replaced(text: str) -> Iterator[str]:
    for pattern in _REPLACING:
        for match in pattern.finditer(text):
            title = _clean(match["title"])
            if (
                title
                and not _VAGUE.match(title)
                and len(title.split()) <= 25
                and not _NOT_PAPER.search(title.split()[0])
            ):
                yield title


def _clean(title: str) -> str:
    title = re.sub(
        r"^(?:de|het|onze|ons|alle|eerdere|voorgaande|huidige|bestaande|oude|vigerende)\s+",
        "",
        title.strip(_QUOTES),
        flags=re.IGNORECASE,
    )
    title = re.split(
        r",\s*(?:zoals|vastgesteld|welke|die)\b|\s+(?:zoals\s+vastgesteld|vastgesteld\s+(?:op|bij|door|d\.?d)|d\.d\.)\b",
        title,
    )[0]
    title = re.split(r"\s+(?:zijn|is|wordt|worden|komt|komen|hierbij|hiermee)\b", title)[0]
    return title.strip(_QUOTES + ",")


def _said_end(text: str, adopted: date | None) -> date | None:
    for pattern in (_ENDING, _LASTING):
        for match in pattern.finditer(text):
            if _NOT_PAPER.search(match.group()) or re.search(
                r"\b(?:19|20)\d\d\b", match.group().removesuffix(match["rest"])
            ):
                continue
            day = _end(match["rest"]) or (_after_term(match["rest"], adopted) if pattern is _LASTING else None)
            if day:
                return day
    return None


def _end(text: str) -> date | None:
    """The first day after: "tot en met 31 december 2021" and "tot 1 januari 2022" are the same day."""
    last = _LAST_DAY.search(text)
    if last:
        year = _YEAR.match(last["when"])
        days = find_days(last["when"])
        return (
            date(int(year["year"]) + 1, 1, 1)
            if year and not days
            else days[0].day + timedelta(days=1)
            if days
            else None
        )
    first = _FIRST_DAY_AFTER.search(text)
    days = find_days(first["when"]) if first else []
    return days[0].day if days and first and days[0].start <= 3 else None


def _after_term(text: str, adopted: date | None) -> date | None:
    term = _TERM.search(text)
    years = (_COUNTS.get(term["count"].lower()) or int(term["count"])) if term else 0
    if not adopted or not 0 < years <= LONGEST_TERM:
        return None
    return date(adopted.year + years, adopted.month, min(adopted.day, 28))


def _opens_period(text: str) -> bool:
    """ "Geldig vanaf 1 januari 2020" says when it begins."""
    return bool(re.search(r"\bvanaf\b(?!.*\b(?:tot|t/m)\b)", text, re.IGNORECASE))
