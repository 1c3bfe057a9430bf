"""Which earlier papers a paper withdraws or replaces, and from when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.documents.day import find_terms
from pipeline.documents.paper import Derived
from pipeline.documents.parts import Parts, page_source
from pipeline.documents.validity import NOUN

LONGEST_TITLE = 25
"""Words; what is longer is a sentence."""
PAPER_WORD = (
    r"(?:\w*nota|\w*notitie|\w*visie|\w*beleid\w*|\w*regels?|\w*regeling|\w*verordening|\w*kader"
    r"|\w*programma|\w*plan|\w*convenant|\w*overeenkomst"
    r"|\w*afspraken|\w*aanpak|\w*besluit|\w*richtlijn\w*|\w*protocol|handreiking|leidraad|\w*agenda)"
)
_ARTICLE = r"(?:de|het|onze|ons|alle|eerdere|voorgaande|huidige|bestaande|oude|vigerende)"
_EARLIER = rf"[^;:.]{{0,60}}?\b{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,140}}?"
TITLE = rf"(?:{_ARTICLE}\s+|[‘'\"“„«])*(?P<title>{_EARLIER})"
"""How a paper writes the title of an earlier one, as group `title`."""
_STOP = (
    r"(?=\s*(?:[;:.]|,\s*(?:zoals|vastgesteld|welke|die|dat|in\s+werking|bekendgemaakt|laatstelijk)"
    r"|\b(?:zoals|vastgesteld|welke|per|met\s+ingang|hiermee|en\s+treedt)\b|$))"
)
SUBJECT = rf"(?:^|[.;:]\s+|\d\s+)(?-i:De|Het)\s+(?P<title>{_EARLIER})\s+"
"""The same as the subject of a sentence."""
_MARK = r"(?:\w{1,2}[.)]|[•▪–*-])"
"""What stands before a point of a decision."""
REPLACING: tuple[str, ...] = (
    rf"\bonder\s+(?:gelijktijdige\s+)?intrekking\s+van\s+{TITLE}{_STOP}",
    (
        rf"\b(?:trekt|trekken|trok)\s+(?:hierbij\s+|hiermee\s+|tevens\s+|daarbij\s+"
        rf"|tegelijk\w*\s+)*{TITLE}\s+in\b(?!\s+(?:de|het)\b)"
    ),
    rf"\bin\s+te\s+trekken\s*:?\s*{TITLE}{_STOP}",
    rf"(?:\bbesluit(?:en)?\s*:?\s+|(?:^|[;,:]\s+)(?:{_MARK}\s+)?|\ben\s+){_ARTICLE}\s+(?P<title>{_EARLIER}),?\s+in\s+te\s+trekken\b",
    rf"(?:\bbesluit(?:en)?\s*:\s*|^)(?:{_MARK}\s+)?{_ARTICLE}\s+(?P<title>{_EARLIER}),?\s+(?:wordt|worden)\s+(?:(?:hier|daar)(?:bij|mee)\s+)?ingetrokken\b",
    rf"\b(?:vervangt|vervangen|ter\s+vervanging\s+van|opvolger\s+van|opvolging\s+van)\s+(?:hiermee\s+|daarmee\s+)?{TITLE}{_STOP}",
    rf"\b(?:komt|komen|treedt|treden)\s+(?:daarmee\s+|hiermee\s+)?in\s+(?:de\s+)?plaats\s+van\s+{TITLE}{_STOP}",
    rf"{SUBJECT}(?:wordt|worden|is|zijn)\s+(?:\w+\s+){{0,4}}?(?:ingetrokken|vervangen\s+door\s+(?:deze|dit|de\s+voorliggende))",
    rf"{SUBJECT}(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen)\b",
    rf"{SUBJECT}verlie(?:st|zen)\s+(?:\w+\s+){{0,4}}?(?:haar|zijn|hun)\s+(?:werking|geldigheid|kracht)\b",
    rf"(?<!het\s)\b(?:vervalt|vervallen)\s+(?:(?!van\b)\w+\s+)?(?P<title>{_ARTICLE}\s+(?:(?!van\b|die\b|om\b|op\b|uit\b)[\w-]+\s+){{0,2}}?"
    rf"{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,140}}?){_STOP}",
    rf"\b(?:deze|dit)\s+{NOUN}\s+volgt\s+{TITLE}\s+op\b",
)
"""How papers end earlier ones; `title` is the earlier paper as written."""
_HEAD = rf"(?:(?!(?:uit|van|in|bij|op|onder|volgens|voor|over|die|dat)\b)[\w-]+\s+){{0,3}}?{PAPER_WORD}\b"
"""A paper as what a sentence is about, not one out of which something is: "de afstandseis uit het beleid van 2015"."""
_WHOLE = rf"(?P<title>{_HEAD}(?:(?!\b(?:die|dat|welke|waar\w+|bepaalt|bevat|noemt)\b)[^;:.?]|\.(?=\w)){{0,140}}?)"
_SINCE = (
    r"(?:(?:hiermee|daarmee|hierdoor|daardoor|dus|daarom|inmiddels|nu|voortaan|sindsdien|formeel|ook|vanaf\s+(?:nu|heden)"
    r"|(?:per|vanaf|met\s+ingang\s+van)\s+\d[^.;,]{4,20})\s+){0,2}"
)
_HELD = r"(?:geldig|van\s+kracht|van\s+toepassing|in\s+werking|bindend)"
_NO_LONGER = r"niet\s+(?:meer|langer)"
_GONE = (
    rf"(?:(?:geldt|gelden)\s+{_SINCE}{_NO_LONGER}|(?:is|zijn)\s+{_SINCE}{_NO_LONGER}\s+{_HELD}"
    rf"|(?:wordt|worden)\s+{_SINCE}{_NO_LONGER}\s+(?:toegepast|gehanteerd|gebruikt|gevolgd)"
    rf"|(?:heeft|hebben)\s+{_SINCE}geen\s+(?:gelding|werking|geldigheid|kracht)\s+meer"
    rf"|(?:is|zijn)\s+{_SINCE}(?:vervallen(?:\s+verklaard)?|buiten\s+werking(?:\s+(?:gesteld|getreden))?))"
)
_ALSO = r"(?:(?:is|zijn)\s+(?:\w+\s+)?(?:achterhaald|verouderd|uitgewerkt|geëvalueerd)\s+en\s+)?"
_SO = r"(?:^|[.;:]\s+|\d\s+)(?-i:Hiermee|Daarmee|Hierdoor|Daardoor|Voortaan|Sindsdien|Met|Vanaf|Per|Sinds)\b(?:\s[^.;:?]{3,90}?)?"
_AND_NO_MORE = (
    r"(?=\s*(?:[.;,!)(]|$|\b(?:per|met\s+ingang|sinds|vanaf|en|omdat|want|nu|zodra|maar|doordat|hiermee|daarmee)\b))"
)
"""What may follow, where a paper ends as a whole: "geldt niet meer voor logies op het erf" says it of a part."""
NO_LONGER: tuple[str, ...] = (
    rf"(?:^|[.;:]\s+|\d\s+)(?-i:De|Het|Ons|Onze)\s+{_WHOLE}\s+{_ALSO}{_GONE}{_AND_NO_MORE}",
    rf"{_SO}\s+(?:geldt|gelden)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}{_NO_LONGER}{_AND_NO_MORE}",
    rf"{_SO}\s+(?:is|zijn)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}"
    rf"(?:{_NO_LONGER}\s+{_HELD}|vervallen|buiten\s+werking(?:\s+gesteld)?){_AND_NO_MORE}",
    rf"{_SO}\s+(?:wordt|worden)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}{_NO_LONGER}\s+(?:toegepast|gehanteerd|gebruikt|gevolgd)",
    rf"{_SO}\s+(?:heeft|hebben)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}geen\s+(?:gelding|werking|geldigheid|kracht)\s+meer",
    rf"{_SO}\s+(?:komt|komen)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+(?:niet\s+)?te\s+vervallen\b",
)
"""How papers say that an earlier one holds no longer, `title` as above: "Ons huisvestingsbeleid uit 2015 geldt niet meer"."""
_REPLACING = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*REPLACING, *NO_LONGER))
_SPEAKS_OF_ENDING = re.compile(
    r"tr[eo]k|vervang|verval|verlie|opvolg|volgt|plaats\s+van|niet\s+(?:meer|langer)|geen\s+\w+\s+meer|buiten\s+werking",
    re.IGNORECASE,
)
"""What every way of ending another paper has in it; most blocks have nothing of it."""
_REFUSED = re.compile(
    r"\bniet,?\s+(?:in\s+te\s+trekken|(?:te\s+)?(?:ingetrokken|vervangen|vervallen))\b", re.IGNORECASE
)
"""That it stays: "de Beleidsregels niet in te trekken maar te evalueren"."""
_REFUSED_BEHIND = re.compile(
    r"[^.;]{0,40}?\b(?:af\s+te\s+wijzen|te\s+verwerpen|niet\s+(?:te\s+(?:volgen|honoreren|steunen)|(?:over|in)\s+te\s+\w+en))\b",
    re.IGNORECASE,
)
"""The same of a proposal to end it: "het voorstel om de Nota in te trekken af te wijzen"."""
_ENTERS = r"\bin\s+werking(?:\s+te\s+laten\s+treden)?\s+(?:op|per|met\s+ingang\s+van)"
_IN_FORCE_FROM = re.compile(rf"{_ENTERS}\s+(?P<when>.{{4,40}})", re.IGNORECASE)
_FROM_THEN = re.compile(
    rf"(?:\b(?:met\s+ingang\s+van|m\.i\.v\.|per|vanaf)|{_ENTERS})\s+(?P<when>.{{4,40}})", re.IGNORECASE
)
_AFTER_TITLE = re.compile(
    r",\s*(?:zoals|vastgesteld|welke|die)\b|\s+(?:zoals\s+vastgesteld|vastgesteld\s+(?:op|bij|door|d\.?d)"
    r"|d\.d\.|zijn|is|wordt|worden|komt|komen|hierbij|hiermee)(?!\w)",
)
_DECIDES = re.compile(rf"\bbesluit(?:en)?\s*:?\s+(?={_ARTICLE}\s)", re.IGNORECASE)
_VAGUE = re.compile(
    r"^(?:\W|\b(?:de|het|dit|deze|al|alle|alles|eerdere?|bestaande?|huidige?|oude?|vorige?|voorgaande?"
    r"|geldende?|vigerende?|ons|onze|beleid|beleidsregels?|nota|visie|notitie"
    r"|regeling|besluit|regels|kader|en)\b)*$",
    re.IGNORECASE,
)
_QUOTES = "‘’'\"“”„«» ,"


def replaces_of(parts: Parts) -> Derived[tuple[str, ...]]:
    """Titles of the papers that it withdraws or replaces, as written, in reading order."""
    found: dict[str, int] = {}
    for block in parts.body:
        for title in _replaced(block.text):
            found.setdefault(title, block.page)
    if not found:
        return Derived((), "niet gevonden")
    return Derived(tuple(found), page_source("intrekkings- of vervangingsbepaling", next(iter(found.values()))))


def replaces_from(parts: Parts, *, decision: bool) -> date | None:
    """From which day the papers end that it replaces, where it says so right there: "in te trekken met ingang van 1 januari 2025".

    A paper that is no mere `decision` says more beside it, so there only the day of its entry into force counts.
    """
    said = _FROM_THEN if decision else _IN_FORCE_FROM
    for block in parts.body:
        if any(_replaced(block.text)) and (match := said.search(block.text)):
            days = find_terms(match["when"])
            if days and days[0].start <= 3:
                return days[0].day
    return None


def _replaced(text: str) -> Iterator[str]:
    for pattern in _REPLACING if _SPEAKS_OF_ENDING.search(text) else ():
        for match in pattern.finditer(text):
            refused = _REFUSED.search(match.group()) or _REFUSED_BEHIND.match(text, match.end())
            if not refused and (title := named_title(match["title"])):
                yield title


def named_title(written: str) -> str:
    """Return a title as found in a sentence without what stands around it; "" where it names no paper ("het geldende beleid")."""
    title = _bare(written)
    return "" if _VAGUE.match(title) or len(title.split()) > LONGEST_TITLE else title


def _bare(title: str) -> str:
    title = _DECIDES.split(title)[-1]
    title = re.sub(rf"^{_ARTICLE}\s+", "", title.strip(_QUOTES), flags=re.IGNORECASE)
    return _AFTER_TITLE.split(title)[0].strip(_QUOTES)
