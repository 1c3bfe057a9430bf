"""What a sentence tells that was done with an earlier paper, in whatever order its words stand: adopted, ended, or given longer.

Elsewhere (`adoption.py`, `replacing.py`, `extension.py`) ways of saying so are written out with the title in them. Here the title is
found first and "§" put in its place, so that a way is a few words around it, and what takes it back is looked for once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.documents.day import find_days
from pipeline.documents.earlier_title import named_title
from pipeline.documents.paper import Ending, Extension
from pipeline.documents.validity import UNTIL, YEARS, end_said, years_of
from pipeline.documents.wording import PAPER_WORD, any_of
from pipeline.language.needed_words import expression

_BEFORE = 3
"""Words that may stand between an article and the word by which a paper calls itself: "het nieuwe integrale huisvestingsbeleid"."""
_OPENS = re.compile(
    r"\b(?:de|het|ons|onze|uw|haar|een(?=\s+(?:door|op)\s))\s+(?P<lead>(?:door|op|bij|in)\s[^;:.?]{3,80}?\b(?:vastgestelde|aangenomen|goedgekeurde)\s+)?"
    r"[‘'\"“„«]?(?=\w)",
    re.IGNORECASE,
)
_KIND = re.compile(rf"[‘'\"“„«]?{PAPER_WORD}[’'\"”»]?[,.:)]?", re.IGNORECASE)
_DRAFT = re.compile(r"(?:voor)?(?:concept|ontwerp)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_NO_TITLE = re.compile(
    r"(?:is|zijn|was|waren|werd|werden|wordt|worden|heeft|hebben|hebt|had|hadden|kreeg|krijgt|gold|golden|geldt|gelden|blijft|blijven|bleef|liep|liepen"
    r"|loopt|lopen|bevat\w*|geeft|staat|vervie\w+|verval\w*|komt|komen|kwam|die|dat|welke|waar\w*|dit|deze|op|per|tot|t/m|met|als|door|vanaf|sinds"
    r"|unaniem|(?:on)?gewijzigd|definitief|nog|niet|geen|inmiddels|daarom|eerder|toen|te|vast\w*|aangenomen|goedgekeurd|bekrachtigd|aanvaard|ingetrokken"
    r"|afgelopen|verlengd|verzet|verschoven|verplaatst|geschrapt|geëindigd|beëindigd|opgeheven|losgelaten|afgeschaft|geldig|buiten|afgedaan|eindig\w+|verliep\w*|stopte\w*|doet|doen|hoort|behoort|groen|goedkeuring|instemming|opnieuw|wederom|langer|één|een|twee|drie|vier|vijf|besproken|behandeld|verworpen|als|zoals|welke|om|omdat|want|maar|en(?=\s+(?:is|zijn|werd|wordt|heeft|op|de|het|wij))|langer|weer|tijdens|aan|vast|\d{1,2}"
    r"|\(.*|[–-])[,.:]?$",
    re.IGNORECASE,
)
"""A word with which a title does not go on."""
_NO_ADJECTIVE = re.compile(
    rf"(?:van|voor|uit|op|over|bij|in|tegen|met|aan|naar|de|het|een)$|{_NO_TITLE.pattern}", re.IGNORECASE
)
"""The same between the article and its kind: "de bespreking van de nota" is no nota."""
_PLACE_OR_TIME = re.compile(
    r"van\s+kracht\b|(?:in|bij|na|voor)\s+(?:(?:de|het|zijn|haar|uw|een|elke)\s|\d|\w+\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""Words that would begin something else than what a title is on: "in de vergadering", "in september 2020"."""
_OF_SOMETHING = re.compile(
    r"\b(?:van|uit|op|over|bij|in|tegen|voor|met|aan|naar|volgens|conform|binnen|na|tot|onder|rond|door|achter)\s+§",
    re.IGNORECASE,
)
"""Of the paper something else is told: "de behandeling van de nota"."""


@dataclass(frozen=True, slots=True)
class Named:
    """An earlier paper that a sentence names: its title, and the sentence with "§" for it and its article. `draft` where it is one."""

    title: str
    said: str
    draft: bool

    @property
    def itself(self) -> bool:
        """Whether it is the paper that the sentence is about, not something of it."""
        return not _OF_SOMETHING.search(self.said)


def named_in(sentence: str) -> Iterator[Named]:
    """Yield each paper that a sentence names by more than its kind ("de nota")."""
    for opens in _OPENS.finditer(sentence):
        words = list(_WORD.finditer(sentence, opens.end()))
        at = next((at for at, word in enumerate(words[: _BEFORE + 1]) if _KIND.fullmatch(word.group())), None)
        if at is None or any(_NO_ADJECTIVE.match(word.group()) for word in words[:at]):
            continue
        end = _end(sentence, words, at)
        written = sentence[opens.end() : end].rstrip(" ,.:;")
        if title := named_title(written):
            behind = sentence[opens.end() + len(written) :]
            yield Named(
                title, f"{sentence[: opens.start()]}{opens['lead'] or ''}§{behind}", bool(_DRAFT.search(written))
            )


def _end(sentence: str, words: Sequence[re.Match[str]], kind: int) -> int:
    """Where the title ends whose kind is the word with that number."""
    end = words[kind].end()
    for word in words[kind + 1 :]:
        if sentence[end - 1] in ",.:;)" or _NO_TITLE.match(word.group()):
            break
        if _PLACE_OR_TIME.match(sentence, word.start()):
            break
        end = word.end()
    return end


ORGAN_OF = re.compile(
    r"\b(?:(?:gemeente)?raad|college|burgemeester\s+en\s+wethouders)\s+(?:van|in|te)\s+(?:de\s+gemeente\s+)?$|\bgemeente\s+(?:(?:van|in|te)\s+)?$|^In\s+$",
    re.IGNORECASE,
)
"""Before the name of the municipality whose organ it is."""
_COUNCIL = r"(?<!economische\s)(?:gemeente)?raad"
_ORGAN = rf"(?:{_COUNCIL}|college|burgemeester\s+en\s+wethouders|b\s?&\s?w)"
_BY_COUNCIL = re.compile(
    rf"\b(?:{_COUNCIL}|raads(?:besluit|vergadering)|(?:heeft|hebt|had|stelde|nam)\s+u|u(?=\s[^;]{{0,80}}?\b(?:heeft|hebt|had|vaststelde)\b)|met\s+[^.;]{{0,20}}?stemm(?:en|ing))\b",
    re.IGNORECASE,
)
_BY_EXECUTIVE = re.compile(rf"\b(?:{_ORGAN}|wij)\b", re.IGNORECASE)
_HAS = r"(?:is|zijn|werd|werden|heeft|hebben|hebt|had|hadden)"
_ADOPTED = r"(?:vastgesteld|goedgekeurd|aangenomen|aanvaard|bekrachtigd|omarmd|gefiatteerd|geaccordeerd|onderschreven)"
_APPROVAL = r"(?:instemming|goedkeuring|groen licht|fiat)"
_DONE = any_of(
    (
        rf"{_HAS}\b[^;]{{0,120}}?§[^;]{{0,120}}?\b{_ADOPTED}",  # heeft de nota vastgesteld
        rf"§[^;]{{0,80}}?\b{_HAS}\b[^;]{{0,120}}?\b{_ADOPTED}",  # de nota is goedgekeurd
        rf"§[^;]{{0,80}}?\b{_ADOPTED} (?:heeft|hebben|hebt|had|hadden)",  # nadat de raad de nota vastgesteld had
        r"nam(?:en)?\b[^;]{0,120}?§[^;]{0,60}?\baan",
        r"stelden?\b[^;]{0,120}?§[^;]{0,60}?\bvast",
        r"§, (?:die|dat)\b[^;]{0,80}?\b(?:vaststelden?|aannam(?:en)?|goedkeurden?)",
        r"§[^;]{0,80}?\bals hamerstuk (?:afgedaan|vastgesteld)",
        rf"§,? (?:die|dat)?[^;]{{0,80}}?\bdoor (?:de|het|uw|ons) {_ORGAN} (?:[^;]{{0,60}}? )?{_ADOPTED}",
        r"§[^;]{0,30}?\bkre(?:eg|gen)\b[^;]{0,60}?\b(?:instemming|goedkeuring|groen licht)",
        rf"kre(?:eg|gen) § [^;]{{0,60}}?\b{_APPROVAL}",
    )
)
_WITH = any_of(
    (
        r"(?:ingestemd|akkoord(?: gegaan)?) met §",
        r"stemden?\b[^;]{0,80}?\bin met §",
        r"ja (?:gezegd|zei(?:den)?) tegen §",
        r"zei(?:den)?\b[^;]{0,60}?\bja tegen §",
        rf"{_APPROVAL} (?:gegeven |verleend |gaf |gaven )?(?:voor|aan) §",
        r"een klap (?:gegeven )?op §",
        r"(?:voor|met) § gestemd",
        r"schaar(?:de|den|t|en) zich\b[^;]{0,60}?\bachter §",
        r"zich\b[^;]{0,40}?\bachter § geschaard",
        r"door (?:de|uw) (?:gemeente)?raad (?:op [^;]{4,30} )?(?:vastgestelde|aangenomen|goedgekeurde) §",
    )
)
_SINCE = any_of(
    (
        r"(?:sinds|met|na|bij) de vaststelling van §",
        r"§, (?:vastgesteld|aangenomen|goedgekeurd) (?:op|door|bij|in)",
        r"§ is (?:sinds [^;]{4,25} )?vastgesteld beleid",
        r"(?:bij|met) raadsbesluit\b[^;]{0,60}?§ (?:is )?vastgesteld",
        r"§ (?:is|zijn|trad|traden)\b[^;]{0,60}?\bin werking(?: getreden)?",
        r"sinds [^;]{4,30}? geld(?:t|en) §",
        r"§ \((?:vastgesteld|raadsbesluit|raad|besluit|gemeenteraad)\b",
        r"§[^;]{0,80}?\bvastgesteld \((?:raad|gemeenteraad|raadsbesluit|besluit)\b",
    )
)
"""What tells it where a day stands beside it."""
_ADOPTS = expression(rf"(?<!\w)(?:{_DONE}|{_WITH})(?!\w)", re.IGNORECASE)
_ADOPTS_WITH = expression(rf"(?<!\w){_WITH}(?!\w)", re.IGNORECASE)
_ADOPTED_SINCE = expression(rf"(?<!\w){_SINCE}(?!\w)", re.IGNORECASE)
_ADOPTED_PAPER = re.compile(rf"\b(?:door|op|bij|in)\s[^;]{{3,80}}?\b{_ADOPTED}e?\s+§", re.IGNORECASE)
"""The paper that an organ adopted: "de door uw raad op 24 september 2020 vastgestelde nota"."""
_NOT_ADOPTED = re.compile(
    r"\b(?:niet|geen|nooit|nog|zodra|indien|wanneer|mits|tenzij|totdat|voordat|alvorens|pas|zal|zullen|zou|zouden|moet|moeten|kan|kunnen|wil|willen"
    r"|gaat|gaan|wordt|worden|als\s+(?:de|het|u|uw|wij|er)|nadat(?![^.;]*\bhad(?:den)?\b)|\w*voorstel\w*|stel(?:t|len)\s+(?:\w+\s+){0,3}voor|vra(?:ag|gen|agt)|verzoek\w*"
    r"|hoop|hoopt|hopen|insprekers?|inwoners?|bewoners?|denk(?:t|en)|dachten?|me(?:ent|nen)|verwacht\w*|verwachting|voornemens?|beoogde?|advies|advise\w+|geadviseerd|moties?|\w*amendement\w*|fracties?|commissie\w*|indieners?"
    r"|provincie|provinciale|gedeputeerde|staten|minister\w*|kabinet|tweede\s+kamer|rijk|krant|voorlopig|inspraak|inzage|zienswijzen?|kennis\w*|krediet|budget|begroting"
    r"|besproken|behandeld|verworpen|afgewezen|aangehouden|toegelicht|ontvangen|geagendeerd|uitgesteld|doorgeschoven|teruggestuurd|teruggenomen"
    r"|wijziging\w*|bespreking|behandeling|(?:concept|ontwerp)\w*|misverstand|geruchten|volgens\s+(?:de|het))\b|\?",
    re.IGNORECASE,
)
"""That it was refused, asked or is still to come, or was done by or with something else."""


def adopted_in(sentence: str) -> Iterator[tuple[Named, bool]]:
    """Yield each paper of which a sentence tells that an organ adopted it, and whether that was the council."""
    if not _MAY_ADOPT.search(sentence):
        return
    for paper in named_in(sentence):
        council = bool(_BY_COUNCIL.search(paper.said))
        who = council or _BY_EXECUTIVE.search(paper.said)
        told = who and _ADOPTS.search(paper.said) and (paper.itself or _ADOPTS_WITH.search(paper.said))
        since = _ADOPTED_SINCE.search(paper.said) and find_days(paper.said)
        before = _ADOPTED_PAPER.search(paper.said)  # what is done with a paper that was adopted may still be to come
        doubted = _NOT_ADOPTED.search(before.group() if before else paper.said)
        if (told or since or (before and who)) and not paper.draft and not doubted:
            yield paper, council or bool(since and not who)


_MAY_ADOPT = expression(
    r"vastgesteld|vaststelling|vaststelde|stelden?\b|goedgekeurd|goedkeur|aangenomen|aannam|\bnam(?:en)?\b|aanvaard|bekrachtigd|ingestemd|instemming|stemden?\b|akkoord"
    r"|in\s+werking|\bgeld(?:t|en)\b|\bja\b|groen\s+licht|goedkeuring|omarmd|gefiatteerd|geaccordeerd|onderschreven|\bklap\b|gestemd|\((?:gemeente)?raad|hamerstuk|schaar",
    re.IGNORECASE,
)


def adoption_day(said: str) -> date | None:
    """The day that such a sentence names, if but one; of a month the last day."""
    found = find_days(said)
    days = {one.day for one in found if one.whole} or {_last_of_month(one.day) for one in found}
    return days.pop() if len(days) == 1 else None


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


_OVER = (
    r"(?:ingetrokken|afgelopen|vervallen(?: verklaard)?|geëindigd|beëindigd|geschrapt|afgeschaft|losgelaten|opgeheven|verlopen"
    r"|buiten werking(?: gesteld| getreden)?|opgezegd|van tafel(?: geveegd| gehaald)?|niet (?:voortgezet|verlengd))"
)
_UNUSED = r"(?:van toepassing|van kracht|geldig|in gebruik|in werking|toegepast|gehanteerd|gebruikt|gevolgd)"
_NO_MORE = r"niet (?:meer|langer)"
_ENDS_ITSELF = any_of(
    (
        rf"§ (?:is|zijn|werd|werden)\b[^;]{{0,140}}?\b{_OVER}",
        rf"(?:is|zijn|werd|werden) § (?:[^;]{{0,80}}?\b)?{_OVER}",
        rf"(?:heeft|hebben)\b[^;]{{0,80}}?§ (?:[^;]{{0,80}}?\b)?{_OVER}",
        rf"§ (?:is|zijn|wordt|worden)\b[^;]{{0,100}}?\b{_NO_MORE} {_UNUSED}",
        r"§ (?:heeft|hebben)\b[^;]{0,80}?\b(?:geldigheid|werking|gelding|kracht) verloren",
        r"§ (?:gold|golden|liep|liepen) (?:maar |slechts )?(?:tot|t/m|van)\b(?=[^;]*\d{4})",
        r"§ (?:eindigden?|verliep(?:en)?|verviel(?:en)?|stopten?)\b",
        r"§ (?:doet|doen) geen dienst meer",
        rf"§ (?:hoort|behoort|staat)\b[^;]{{0,40}}?\b{_NO_MORE} (?:tot|op|in)\b[^;]{{0,30}}?\b(?:geldende?|actuele?|vigerende?)",
        rf"§ {_NO_MORE} (?:toe te passen|te hanteren|te gebruiken)",
        r"(?:besloten|besloot)\b[^;]{0,60}?§ (?:[^;]{0,40} )?te (?:schrappen|beëindigen|laten (?:vervallen|aflopen)|laten varen)",
        r"§ had(?:den)? een looptijd (?:tot|van)\b(?=[^;]*\d{4})",
        r"§ \((?:ingetrokken|vervallen|beëindigd)\b",
    )
)
_ENDS_WITH = any_of(
    (
        rf"werk(?:t|en)\b[^;]{{0,60}}?\b{_NO_MORE} (?:met|volgens) §",
        rf"voer(?:t|en)\b[^;]{{0,30}}?§ {_NO_MORE} uit",
        r"(?:looptijd|geldigheid|geldigheidsduur|werking|termijn) van § (?:was tot|eindigden?|verliep|liep\b[^;]{0,40}?\baf)",
        r"afscheid (?:te nemen|genomen) van §",
        r"van §[^;]{0,80}?\bafscheid genomen",
        r"streep (?:te zetten |gezet )?door §",
        r"door §[^;]{0,60}?\been streep gezet",
        r"intrekking van § (?:is|werd)\b[^;]{0,60}?\b(?:bekendgemaakt|gepubliceerd|afgekondigd)",
    )
)
_ENDS = expression(rf"(?<!\w){_ENDS_ITSELF}(?!\w)", re.IGNORECASE)
_ENDED_WITH = expression(rf"(?<!\w){_ENDS_WITH}(?!\w)", re.IGNORECASE)
_MAY_END = expression(
    r"ingetrokken|afgelopen|vervallen|eindig|ëindig|geschrapt|schrappen|verliep|verviel|\bstopten?\b|van\s+tafel|dienst\s+meer|te\s+laten|afgeschaft|losgelaten|opgeheven|verlopen|buiten\s+werking|niet\s+(?:meer|langer|voortgezet|verlengd)|opgezegd|verloren|\bgold|\bliep|looptijd|afscheid"
    r"|streep|intrekking",
    re.IGNORECASE,
)
_NOT_ENDED = re.compile(
    r"\b(?:nog|nooit|nauwelijks|voorlopig|vooralsnog|tijdelijk|deels|gedeeltelijk|slechts\s+deels|onderde\w+|artikel\w*|hoofdstuk\w*|mogelijk|misschien|wellicht|eventueel|zal|zullen|zou|zouden|moet|moeten"
    r"|kan|kunnen|wil|willen|gaat|gaan|indien|zodra|wanneer|mits|tenzij|als\s+(?:de|het|u|uw|wij|er)|\w*voorstel\w*|stel(?:t|len)\s+(?:\w+\s+){0,3}voor|vra(?:ag|gen|agt)|verzoek\w*"
    r"|hoop|hoopt|insprekers?|inwoners?|bewoners?|denk(?:t|en)|dachten?|me(?:ent|nen)|bijna|voor\s?zover|(?<!niet\s)verlengde?|verwacht\w*|voornemens?|advies|advise\w+|moties?|\w*amendement\w*|fracties?|provincie|rijk|minister\w*|buurgemeente\w*|geen\s+streep"
    r"|weer|opnieuw|hersteld|misverstand|geruchten|voor\s+(?:bestaande|nieuwe|lopende)\s)\b"
    r"|\bniet\s+(?!meer\b|langer\b|verlengd|vervangen|voortgezet|opgevolgd)|\?",
    re.IGNORECASE,
)
"""That it is not so, not yet, in part, or only asked."""


def ended_in(sentence: str, day_of: date | None) -> Iterator[Ending]:
    """Yield each paper of which a sentence tells that it holds no longer, with the day that it names (`day_of`)."""
    if not _MAY_END.search(sentence):
        return
    for paper in named_in(sentence):
        itself = paper.itself and _ENDS.search(paper.said)
        if (itself or _ENDED_WITH.search(paper.said)) and not paper.draft and not _NOT_ENDED.search(paper.said):
            yield Ending(paper.title, end_said(paper.said, UNTIL) or day_of)


_LONGER = expression(
    r"(?:\b|(?=§))"
    + any_of(
        (
            r"laten doorlopen van §",
            r"§ [^;]{0,60}?\bte laten (?:doorlopen|gelden)",
            r"§ [^;]{0,80}?\bblij(?:ft|ven|ven van)\b[^;]{0,80}?\b(?:van kracht|gelden|geldig)",
            r"§ (?:van kracht|geldig|in stand) blij(?:ft|ven)",
            r"§ (?:loopt|lopen)\b[^;]{0,80}?\bdoor tot",
            r"(?:eind|verval)datum van §[^;]{0,60}?\b(?:verschoven|verzet|verplaatst|gewijzigd)",
            r"verlenging van §",
            r"§ (?:[^;]{0,40} )?langer te laten gelden",
            r"§ (?:is|zijn|geldt|gelden|blijft)\b[^;]{0,40}?\blanger (?:van kracht|geldig)",
            r"(?:loopt|lopen) § (?:[^;]{0,40} )?door tot",
            r"§ (?:opnieuw|wederom) (?:voor|met)\b[^;]{0,40}?\bvastgesteld",
            r"(?:heeft|hebben) (?:[^;]{0,60}? )?§[^;]{0,60}?\bverlengd",
            r"§ (?:is|zijn|werd|werden)\b[^;]{0,60}?\bverlengd",
        )
    ),
    re.IGNORECASE,
)
_MAY_LAST = expression(r"doorlopen|gelden|kracht|geldig|\bdoor\s+tot\b|datum\s+van|verleng", re.IGNORECASE)
_DECIDED = re.compile(
    rf"\b(?:(?:{_ORGAN}|u|wij)\b[^;]{{0,60}}?\b(?:heeft|hebben|hebt)|(?:heeft|hebben|hebt)\s+(?:de\s+|uw\s+)?(?:{_ORGAN}|wij|u)|besloten|besloot"
    rf"|door\s+(?:de|het|uw|ons)\s+{_ORGAN}|(?:volgens|bij|van|krachtens)\s+(?:het\s+)?(?:raads|college)?besluit)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    rf"\b(?:met|voor|nog|is|zijn|§)\s+(?:(?:maximaal|nog|een\s+periode\s+van)\s+)*{YEARS}", re.IGNORECASE
)
_FROM_THEN = re.compile(r"\bnaar\s+(\d.{4,25})", re.IGNORECASE)
_NOT_EXTENDED = re.compile(
    r"\b(?:niet|nooit|geen|verworpen|afgewezen|zodra|indien|wanneer|mits|als\s+(?:de|het|u|uw|wij|er)|zal|zullen|zou|zouden|kan|kunnen|wil|willen|\w*voorstel\w*"
    r"|stel(?:t|len)\s+(?:\w+\s+){0,3}voor|vra(?:ag|gen|agt)|verzoek\w*|overwe\w+|voornemens?|fracties?|moties?|inspraak|inzage)\b|\?",
    re.IGNORECASE,
)


def extended_in(sentence: str) -> Iterator[Extension]:
    """Yield each paper of which a sentence tells that an organ let it hold longer, and until when or for how long."""
    if not _MAY_LAST.search(sentence):
        return
    for paper in named_in(sentence):
        longer = _LONGER.search(paper.said)
        own = paper.itself or (longer and longer.group().lower().startswith(("laten", "eind", "verval", "verlenging")))
        if not (longer and own and _DECIDED.search(paper.said)) or _NOT_EXTENDED.search(paper.said):
            continue
        until, years = end_said(paper.said, UNTIL) or _day_behind(paper.said), years_of(_TERM.search(paper.said))
        if until or years:
            yield Extension(paper.title, until, 0 if until else years)


def _day_behind(said: str) -> date | None:
    """The day to which a last day was put off."""
    moved = _FROM_THEN.search(said)
    days = find_days(moved[1]) if moved else []
    return days[0].day if days else None
