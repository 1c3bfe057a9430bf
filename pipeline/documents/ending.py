"""Whether words that end an earlier paper end it as a whole and for certain: not a part of it, nor if, nor as somebody proposed."""

from __future__ import annotations

import re

from pipeline.documents.wording import LEAD_IN, NEXT_SENTENCE, PAPER_WORD, lead_in

ARTICLE = r"(?:de|het|onze|ons|alle|eerdere|voorgaande|huidige|bestaande|oude|vigerende)"
_DETERMINER = r"(?:de|het|ons|onze|alle|al|haar|hun|zijn)"
_ALL = (
    r"\b(?:alle|al\s+(?:het|ons|onze|haar|zijn))\s+(?:(?:ons|onze|haar|zijn)\s+)?"
    r"(?:eerdere?|voorgaande|vorige?|oudere?|oude|bestaande?|huidige?|geldende?|vigerende?|andere?)\s"
)
_ALL_EARLIER = re.compile(_ALL, re.IGNORECASE)
_PART_WORD = (
    r"(?:\w*(?:hoofdstuk(?:ken)?|onderde(?:el|len)|paragra(?:af|fen)|bijlagen?|toelichting(?:en)?|tabel(?:len)?|kaart(?:en|je)?|aanhangsels?"
    r"|appendi(?:x|ces)|passages?|alinea(?:['’]?s)?|artikel(?:en)?|bepaling(?:en)?|voorschrift(?:en)?|definities?|voetno(?:ot|ten)|afdeling(?:en)?)"
    r"|(?:art\.|lid|leden|zin(?:nen|snede)?|norm(?:en)?|eis(?:en)?|deel|delen)|teksten?(?=\s+(?:over|voor|onder|in|bij|uit)\b)|tekst(?=\s+(?:over|voor|onder|in|bij|uit)\b))"
)
_OF = r"(?:van|uit|in|bij|op|aan|onder|behorende?\s+(?:bij|tot))"
_NOT_PAPER = rf"(?!{PAPER_WORD}\b)[\w.,()'’-]+\s+"
_IN_PART = re.compile(
    rf"^(?:{_NOT_PAPER}){{0,4}}?{_PART_WORD}\b[^;:]{{0,90}}?\b{_OF}\s+(?:{_DETERMINER}|dat|die|dit|deze)\s"
    rf"|^(?!(?:op|in|door|bij|onder|van|voor|tot|uit|met|aanvulling|addendum|supplement)\b)(?:{_NOT_PAPER}){{1,7}}?(?:uit|in|bij|op(?:\s+(?:basis|grond)\s+van)?)\s+{_DETERMINER}\s+(?:[\w-]+\s+){{0,2}}?{PAPER_WORD}\b"
    rf"|^\w*regels\s+(?:over|voor|omtrent|rond|inzake)\s[^;:]{{0,60}}?\b(?:uit|in)\s+{_DETERMINER}\s+(?:[\w-]+\s+){{0,2}}?{PAPER_WORD}\b",
    re.IGNORECASE,
)
"""A part of a paper, or something in it: "hoofdstuk 4 van het Beleid …", "de norm van vier personen uit de Nota …"."""
_ABOUT_IT = re.compile(
    rf"^(?:(?!{PAPER_WORD}\b)\S+\s+){{0,3}}?(?:beroep|bezwaar\w*|zienswijzen?|behandeling|agendering|wijziging|vrijgave)\s+(?:tegen|van|over|op)\s",
    re.IGNORECASE,
)
"""What was done with a paper, not the paper: "het beroep tegen de Nota logies"."""
_DECIDED = re.compile(
    rf"^.*\b(?:besl(?:uit|uiten|oten|oot)\s*:?\s+(?:(?:daarom|unaniem)\s+)?(?:om\s+)?|om\s+)(?={_DETERMINER}\s)",
    re.IGNORECASE,
)
"""What stands before a title with the verb: "raad heeft besloten het Beleid …"."""
_SUBJECT = re.compile(
    rf"^(?:wij|we|(?:(?:de\s+)?(?:gemeente)?raad|(?:het\s+)?college|burgemeester)(?:\s+(?:van|en)\s+(?:de\s+gemeente\s+)?[\w'’-]+){{0,3}}?"
    rf"|(?:deze|dit)(?:\s+[\w-]+){{1,3}}?)\s+(?={_DETERMINER}\s)",
    re.IGNORECASE,
)
"""Who ends it, behind the verb: "trekt de raad het Beleid … in"."""
_ORGAN_DECIDES = re.compile(
    r"^(?:(?:gemeente)?raad|college|burgemeester)\b(?:(?!\b(?:nota|notitie|beleid\w*|visie|regels)\b)[^.;]){0,80}\bbesluit(?:en)?\s+(?:op\b|dat\b|om\b|\w+\s+dat\b)",
    re.IGNORECASE,
)
"""A whole sentence in which an organ decides, of which "besluit" was taken for the paper."""
_SOMEBODY_ELSE = re.compile(
    rf"^(?:een|(?:de|het)\s+(?:volgende|toekomstige|komende))\s+(?:[\w-]+\s+){{1,4}}?{_DETERMINER}\s", re.IGNORECASE
)
"""What ends it is still to be made: "vervangt een nieuwe nota het Beleid …"."""
_ELSE_BEFORE = re.compile(
    r"(?:^|[.;:,]\s+|\bdan\s+)(?:een|(?:de|het)\s+(?:volgende|toekomstige|komende))\s+(?:[\w-]+\s+){1,4}$",
    re.IGNORECASE,
)
_ADOPTED_LEAD = re.compile(
    r"^(?:(?:eerder|destijds|toen)\s+)?(?:op|bij|door|in)\s[^;:.]{3,80}?\b(?:vastgestelde|aangenomen|gepubliceerde|bekendgemaakte|geldende)\s+|^(?:haar|hun|zijn)\s+",
    re.IGNORECASE,
)
"""What stands before a title in its noun phrase: "de door de raad op 3 mei 2016 vastgestelde Nota …"."""
_SENTENCE_WORD = re.compile(
    r"\b(?:wij|we|om|of|dat|die|heeft|hebben|had|hadden|is|zijn|was|waren|wordt|worden|werd|stelt|stellen|vroeg|vraagt|vragen|verzoekt|kan|kunnen"
    r"|zal|zullen|moet|moeten|wil|willen|zou|zouden|gaat|gaan|nam|namen|wees|wijst|af|geen|niet|door|voorstel|amendement|motie|verzoek|plan)\b",
    re.IGNORECASE,
)
"""What stands before the first word for a paper is no title but a sentence."""
_NOT_AT_ALL = re.compile(
    r"\bniet(?:\s+(?:meer|langer|geheel|volledig|helemaal|automatisch|in\s+(?:zijn|haar|hun)\s+geheel))?\W*$",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(
    r"\b(?:\w*voorstel|amendement|motie|verzoek|\w*initiatief|plan|idee|oproep|wens|advies|voornemen|vraag|pleidooi|suggestie)\b(?:(?!\bbesl(?:uit|oten|oot)\b)[^.;:]){0,80}$"
    r"|\b(?:vraagt|vragen|vroeg|vroegen|verzoekt|verzoeken|verzocht|overwe(?:egt|gen)|bepleit|bepleiten|adviseert|adviseren)\b(?:(?!\bbesl(?:uit|oten|oot)\b)[^.;:]){0,60}$",
    re.IGNORECASE,
)
"""Before a title that somebody wants withdrawn."""
_TO_END = re.compile(
    r"\b(?:in\s+te\s+trekken|te\s+herroepen|te\s+laten\s+vervallen|vervallen\s+te\s+verklaren|buiten\s+werking\s+te\s+stellen|tot\s+(?:de\s+)?(?:gehele\s+)?intrekking)\b",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    r"\b(?:aangenomen|overgenomen|aanvaard|akkoord|conform|ingestemd|stem(?:t|de|men)\s+in|in\s+te\s+stemmen|neemt[^.;]{0,40}\bover|gevolgd|vastgesteld)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:niet|geen|nooit|verworpen|verwerpt|verwierp|afgewezen|weggestemd|wees|wijst|aangehouden|ingetrokken|verdaagd)\b",
    re.IGNORECASE,
)
_DISBELIEVED = re.compile(
    r"\b(?:misverstand|geruchten?|bewer\w+|onjuist|ten\s+onrechte|denk(?:t|en)|dacht(?:en)?|me(?:ent|nen)|suggere\w+)\b[^.;:]{0,80}$",
    re.IGNORECASE,
)
"""Before what somebody believes and is not so: "Het is een misverstand dat de Nota is ingetrokken"."""
_MAY = re.compile(
    r"\b(?:kan|kunnen|mag|mogen|zal|zullen|wil|willen|zou|zouden|moet|moeten)\b[^.;:]{0,60}?\b(?:besluiten|in\s+te\s+trekken|te\s+herroepen)\b",
    re.IGNORECASE,
)
"""That it may be decided: "De raad kan besluiten de Nota in te trekken"."""
_NOT_DECIDED = re.compile(
    r"\b(?:niet|nooit)\s+(?:\w+\s+){0,2}?(?:besl(?:oten|uit|uiten|oot)|ingestemd|akkoord)\b", re.IGNORECASE
)
_IF = (
    r"(?:(?:pas|alleen|slechts|eerst)\s+)?(?:indien|zodra|wanneer|mocht(?:en)?|mits|tenzij|zolang|nadat|als\s+(?=(?:blijkt|de|het|er|een|wij|we|gemeenten)\b)"
    r"|pas\s+na\s+(?:(?:een|de)\s+)?(?:\w+\s+)?evaluatie|te\s+zijner\s+tijd|op\s+termijn|volgend\s+jaar|binnenkort)\b(?P<if>[^,.;]*)"
)
_IF_BEFORE = re.compile(rf"(?:^\W*|,\s+(?:en\s+|maar\s+|dan\s+)?){_IF}", re.IGNORECASE)
_IF_BEHIND = re.compile(rf"^\W*{_IF}", re.IGNORECASE)
_IF_IN_TITLE = re.compile(r"\b(?:indien|zodra|wanneer|mits|tenzij|nadat)\b(?P<if>[^,.;]*)", re.IGNORECASE)
_OF_THIS_PAPER = re.compile(
    r"\b(?:deze|dit|hiermee|voorliggende|onderhavige)\b|^\s*(?:zij|het\s+(?:raads|college)?besluit|de\s+verordening)\b"
    r"|^\s*(?:de\s+(?:gemeente)?raad|het\s+college|zij|het)\b.*\b(?:vast(?:gesteld|stelt)|besloten|besluit)\b",
    re.IGNORECASE,
)
"""A condition that the paper fulfils by itself: "Zodra deze nota in werking treedt"."""
_AHEAD = r"(?:in|eind|begin|medio|rond|omstreeks|uiterlijk|voor|na|vóór)\s+(?:[\w-]+\s+){0,3}?(20\d\d)"
_AHEAD_BEFORE = re.compile(rf"^\W*{_AHEAD}\s+$", re.IGNORECASE)
_AHEAD_WITHIN = re.compile(rf"^{_AHEAD}\s+{_DETERMINER}\s|\s{_AHEAD}$", re.IGNORECASE)
_AHEAD_BEHIND = re.compile(r"^\s+(20\d\d)\s+in\b")
_PAST = re.compile(r"\b(?:trok|trokken|is|zijn|werd|werden|verving|verviel|kwam)\b", re.IGNORECASE)


def all_earlier(said: str) -> str:
    """What names all earlier papers on something at once, from its first word on: "alle eerdere nota's over arbeidsmigranten"; "" if
    nothing does."""
    match = _ALL_EARLIER.search(said)
    return said[match.start() :] if match else ""


def paper_in(written: str) -> str:
    """The paper in what was taken for a title, without who ends it and the verb; "" where that is a sentence, or names a part of one."""
    title = _DECIDED.sub("", written)
    title = _ADOPTED_LEAD.sub("", _SUBJECT.sub("", title))
    if _SOMEBODY_ELSE.match(title):
        return ""
    title = re.sub(rf"^(?:{_DETERMINER}|{ARTICLE})\s+", "", title, flags=re.IGNORECASE) if title != written else title
    if _IN_PART.match(title) or _ABOUT_IT.match(title) or _NOT_AT_ALL.search(title):
        return ""
    if _ORGAN_DECIDES.match(title):
        return ""
    paper = re.search(rf"\b{PAPER_WORD}\b", title, re.IGNORECASE)
    return "" if paper and _SENTENCE_WORD.search(title[: paper.start()]) else title


def is_certain(text: str, match: re.Match[str]) -> bool:
    """Whether what a text says to end a paper is neither a condition nor a proposal that nobody took over."""
    verb = NEXT_SENTENCE.split(lead_in(text, match.start()))[-1]
    before = NEXT_SENTENCE.split(lead_in(text, match.start("title")))[-1]
    decided = _DECIDED.match(match["title"])
    before += decided.group() if decided else ""
    behind = NEXT_SENTENCE.split(text[match.end() : match.end() + LEAD_IN])[0]
    if _ELSE_BEFORE.search(verb) or _NOT_DECIDED.search(before) or _DISBELIEVED.search(verb):
        return False
    if _conditional(verb, match["title"], behind):
        return False
    if not _TO_END.search(match.group()):
        return True
    if _MAY.search(f"{verb}{match.group()}"):
        return False
    if not _PROPOSAL.search(before):
        return True
    outcome = f"{before} {behind.split(';')[0]}"
    return bool(_ACCEPTED.search(outcome)) and not _DENIED.search(outcome)


def _conditional(before: str, title: str, behind: str) -> bool:
    conditions = (_IF_BEFORE.search(before), _IF_IN_TITLE.search(title), _IF_BEHIND.match(behind))
    return any(found and not _OF_THIS_PAPER.search(found["if"]) for found in conditions)


def years_ahead(text: str, match: re.Match[str]) -> int | None:
    """The year in which a paper is to end, where only that is said: "In 2025 vervangt …"; None where none is said."""
    if _PAST.search(match.group()[: match.start("title") - match.start()]):
        return None
    verb = NEXT_SENTENCE.split(lead_in(text, match.start()))[-1]
    found = (
        _AHEAD_BEFORE.match(verb)
        or _AHEAD_WITHIN.search(match["title"])
        or _AHEAD_BEHIND.match(text[match.end() : match.end() + LEAD_IN])
    )
    return int(next(filter(None, found.groups()))) if found else None
