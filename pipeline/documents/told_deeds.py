"""What a sentence tells that was done with an earlier paper, in whatever order its words stand: adopted, ended, or given longer.

The title is found first and "§" put in its place (`named_papers.py`), so that a way of saying so is a few words around it. What a
decision itself does with a paper (`adoption.py`, `replacing.py`, `extension.py`) stands in fixed words, written out with the title in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.documents.day import find_days
from pipeline.documents.named_papers import Named, named_again, named_in
from pipeline.documents.paper import Ending, Extension
from pipeline.documents.validity import UNTIL, YEARS, end_said, years_of
from pipeline.documents.wording import PAPER_WORD, any_of
from pipeline.language.needed_words import Expression, expression

ORGAN_OF = re.compile(
    r"\b(?:(?:gemeente)?raad|college|burgemeester\s+en\s+wethouders)\s+(?:van|in|te)\s+(?:de\s+gemeente\s+)?$|\bgemeente\s+(?:(?:van|in|te)\s+)?$|^In\s+$",
    re.IGNORECASE,
)
"""Before the name of the municipality whose organ it is."""
_COUNCIL = r"(?<!economische\s)(?:gemeente)?raad"
_ORGAN = rf"(?:{_COUNCIL}|college|burgemeester\s+en\s+wethouders|b\s?&\s?w)"
_BY_COUNCIL = re.compile(
    rf"\b(?:{_COUNCIL}|raads(?:besluit|vergadering)|(?:heeft|hebt|had|stelde|nam)\s+u"
    r"|u(?=\s[^;]{0,80}?\b(?:heeft|hebt|had|vaststelde)\b)|met\s+[^.;]{0,20}?stemm(?:en|ing))\b",
    re.IGNORECASE,
)
_BY_EXECUTIVE = re.compile(rf"\b(?:{_ORGAN}|wij)\b", re.IGNORECASE)
_HAS = r"(?:is|zijn|werd|werden|heeft|hebben|hebt|had|hadden)"
_ADOPTED = r"(?:vastgesteld|goedgekeurd|aangenomen|aanvaard|bekrachtigd|omarmd|gefiatteerd|geaccordeerd|onderschreven|definitief gemaakt)"
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
_DOUBT = (
    *("zodra", "indien", "wanneer", "mits", "tenzij", "als (?:de|het|u|uw|wij|er)"),  # if
    *(
        "zal",
        "zullen",
        "zou",
        "zouden",
        "kan",
        "kunnen",
        "wil",
        "willen",
        r"verwacht\w*",
        r"verwachting",
        "voornemens?",
    ),  # to come
    *(r"\w*voorstel\w*", r"stel(?:t|len) (?:\w+ ){0,3}voor", "vra(?:ag|gen|agt)", r"verzoek\w*"),  # asked
    r"overwe(?!gende dat)\w+",
    *("hoop", "hoopt", "hopen", "denk(?:t|en)", "dachten?", "me(?:ent|nen)", "misverstand", "geruchten"),  # believed
    *(
        "fracties?",
        "moties?",
        r"(?<!met\seen\s)(?<!met\shet\s)(?<!inbegrip\svan\shet\s)\b\w*amendement\w*",
        "insprekers?",
        "inwoners?",
        "bewoners?",
        "advies",
        r"advise\w+",
    ),  # by others
    *("provincie", "rijk", r"minister\w*", r"buurgemeente\w*"),
)
"""What makes that something was done with a paper a condition, a wish or somebody else's deed."""


def _doubted(more: tuple[str, ...]) -> Expression:
    """Finds any of `_DOUBT`, of what also takes it back for one deed, or the mark of a question."""
    return expression(rf"\b{any_of((*_DOUBT, *more))}\b|\?", re.IGNORECASE)


_NOT_ADOPTED = _doubted(
    (
        *("niet", "geen", "nooit", "nog", "pas", "totdat", "voordat", "alvorens", "moet", "moeten", "gaat", "gaan"),
        r"tot (?:u|wij|de raad|het college)",
        *("wordt", "worden", r"nadat(?![^.;]*\bhad(?:den)?\b)", "beoogde?", "geadviseerd", "voorlopig"),
        *(r"commissie\w*", "indieners?", "provinciale", "gedeputeerde", "staten", "kabinet", "tweede kamer", "krant"),
        *("inspraak", "inzage", "zienswijzen?", r"kennis\w*", "krediet", "budget", "begroting", r"wijziging\w*"),
        *("besproken", "behandeld", "verworpen", "afgewezen", "aangehouden", "toegelicht", "ontvangen", "geagendeerd"),
        *("uitgesteld", "doorgeschoven", "teruggestuurd", "teruggenomen", "bespreking", "behandeling"),
        *(r"(?:concept|ontwerp)\w*", "volgens (?:de|het)"),
    )
)
_MAY_ADOPT = expression(
    any_of(
        (
            *("vastgesteld", "vaststelling", "vaststelde", r"stelden?\b", "goedgekeurd", "goedkeur", "aangenomen"),
            *(
                "aannam",
                r"\bnam(?:en)?\b",
                "aanvaard",
                "bekrachtigd",
                "ingestemd",
                "instemming",
                r"stemden?\b",
                "akkoord",
            ),
            *("in werking", r"\bgeld(?:t|en)\b", r"\bja\b", "groen licht", "omarmd", "gefiatteerd", "geaccordeerd"),
            *("onderschreven", r"\bklap\b", "gestemd", r"\((?:gemeente)?raad", "hamerstuk", "schaar"),
            "definitief gemaakt",
        )
    ),
    re.IGNORECASE,
)
"""What each of those ways needs; most sentences have nothing of it."""


def adopted_in(sentence: str, before: str = "") -> Iterator[tuple[Named, bool]]:
    """Yield each paper of which a sentence tells that an organ adopted it, and whether that was the council; it may be the one that the
    sentence `before` names."""
    if not _MAY_ADOPT.search(sentence):
        return
    for paper in (*named_in(sentence), *named_again(sentence, before)):
        council = bool(_BY_COUNCIL.search(paper.said))
        who = council or _BY_EXECUTIVE.search(paper.said)
        told = who and _ADOPTS.search(paper.said) and (paper.itself or _ADOPTS_WITH.search(paper.said))
        since = _ADOPTED_SINCE.search(paper.said) and find_days(paper.said)
        lead = _ADOPTED_PAPER.search(paper.said)  # what is done with a paper that was adopted may still be to come
        doubted = _NOT_ADOPTED.search(lead.group() if lead else paper.said)
        if (told or since or (lead and who)) and not paper.draft and not doubted:
            yield paper, council or bool(since and not who)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def adoption_day(said: str) -> date | None:
    """The day that such a sentence names, if but one; of a month or a year the last day."""
    found = find_days(said)
    days = {one.day for one in found if one.whole} or {_last_of_month(one.day) for one in found}
    days = days or {date(int(year), 12, 31) for year in _YEAR.findall(said)}
    return days.pop() if len(days) == 1 else None


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


_OVER = (
    r"(?:ingetrokken|afgelopen|vervallen(?: verklaard)?|geëindigd|beëindigd|geschrapt|afgeschaft|losgelaten|opgeheven|verlopen"
    r"|buiten werking(?: gesteld| getreden)?|opgezegd|van tafel(?: geveegd| gehaald)?|niet (?:voortgezet|verlengd))"
)
_UNUSED = r"(?:van toepassing|van kracht|geldig|in gebruik|in werking|toegepast|gehanteerd|gebruikt|gevolgd)"
_NO_MORE = r"niet (?:meer|langer)"
_TERM_OF = r"(?:looptijd|geldigheid|geldigheidsduur|werking|werkingsduur|termijn|duur) van §"
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
        rf"§ (?:geldt|gelden)\b[^;]{{0,80}}?\b{_NO_MORE}(?! alleen)",
        rf"(?:is|zijn) § {_NO_MORE} {_UNUSED}",
        rf"(?:sinds|vanaf|per)\b[^;]{{0,40}}?\bpas(?:t|sen)\b[^;]{{0,40}}?§ {_NO_MORE} toe",
        rf"§; die (?:is|zijn)\b[^;]{{0,60}}?\b{_OVER}",
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
        rf"{_TERM_OF} (?:was tot|eindigden?|verliep|liep\b[^;]{{0,40}}?\baf)",
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
    any_of(
        (
            *(
                "ingetrokken",
                "afgelopen",
                "vervallen",
                "eindig",
                "ëindig",
                "geschrapt",
                "schrappen",
                "verliep",
                "verviel",
            ),
            *(
                r"\bstopten?\b",
                "van tafel",
                "dienst meer",
                "te laten",
                "afgeschaft",
                "losgelaten",
                "opgeheven",
                "verlopen",
            ),
            *(
                "buiten werking",
                "niet (?:meer|langer|voortgezet|verlengd)",
                "opgezegd",
                "verloren",
                r"\bgold",
                r"\bliep",
            ),
            *("looptijd", "afscheid", "streep", "intrekking"),
        )
    ),
    re.IGNORECASE,
)
_NOT_ENDED = _doubted(
    (
        *(
            "nog",
            "nooit",
            "nauwelijks",
            "bijna",
            "voorlopig",
            "vooralsnog",
            "tijdelijk",
            "moet",
            "moeten",
            "gaat",
            "gaan",
        ),
        *("mogelijk", "misschien", "wellicht", "eventueel", "geen streep", "weer", "opnieuw", "hersteld"),
        *("deels", "gedeeltelijk", r"voor\s?zover", r"onderde\w+", r"artikel\w*", r"hoofdstuk\w*", r"paragra\w+"),
        *(r"(?<!niet\s)verlengde?", r"voor (?:bestaande|nieuwe|lopende)(?=\s)"),
        r"niet (?!meer\b|langer\b|verlengd|vervangen|voortgezet|opgevolgd)(?=\w)",
    )
)
"""That it is not so, not yet, in part, or only asked."""


def ended_in(sentence: str, day_of: date | None, before: str = "") -> Iterator[Ending]:
    """Yield each paper of which a sentence tells that it holds no longer, with the day that it names (`day_of`); it may be the one that the
    sentence `before` names."""
    if not _MAY_END.search(sentence):
        return
    for paper in (*named_in(sentence), *named_again(sentence, before)):
        itself = paper.itself and _ENDS.search(paper.said)
        if (itself or _ENDED_WITH.search(paper.said)) and not paper.draft and not _NOT_ENDED.search(paper.said):
            yield Ending(paper.title, end_said(paper.said, UNTIL) or day_of)


_LASTS_ITSELF = any_of(
    (
        r"§ [^;]{0,60}?\bte laten (?:doorlopen|gelden)",
        r"§ [^;]{0,80}?\bblij(?:ft|ven|ven van)\b[^;]{0,80}?\b(?:van kracht|gelden|geldig)",
        r"§ (?:van kracht|geldig|in stand) blij(?:ft|ven)",
        r"§ (?:loopt|lopen)\b[^;]{0,80}?\bdoor tot",
        r"(?:loopt|lopen) § (?:[^;]{0,40} )?door tot",
        r"§ (?:is|zijn|geldt|gelden|blijft)\b[^;]{0,40}?\blanger (?:van kracht|geldig)",
        r"§ (?:opnieuw|wederom) (?:voor|met)\b[^;]{0,40}?\bvastgesteld",
        r"(?:heeft|hebben) (?:[^;]{0,60}? )?§[^;]{0,60}?\bverlengd",
        r"§ (?:is|zijn|werd|werden)\b[^;]{0,60}?\bverlengd",
        r"§ (?:[^;]{0,80}?\b)?te verlengen",
        r"§ (?:wordt|worden)\b[^;]{0,60}?\bverlengd",
        r"(?:verlengt|verlengen) (?:hierbij |daarom )?§",
    )
)
_LASTS_WITH = any_of(
    (
        r"laten doorlopen van §",
        r"(?:eind|verval)datum van §[^;]{0,60}?\b(?:verschoven|verzet|verplaatst|gewijzigd)",
        r"verlenging van §",
        rf"(?:verlengt|verlengen) (?:hierbij |daarom )?de {_TERM_OF}",
        rf"{_TERM_OF}[^;]{{0,90}}?\b(?:verlengd|opgerekt|te verlengen|op te rekken)",
    )
)
_LASTS = expression(rf"(?<!\w){_LASTS_ITSELF}(?!\w)", re.IGNORECASE)
_LASTED_WITH = expression(rf"(?<!\w){_LASTS_WITH}(?!\w)", re.IGNORECASE)
_MAY_LAST = expression(
    any_of(
        (
            *("doorlopen", "gelden", "kracht", "geldig", r"\bdoor tot\b", "datum van"),
            *("verleng", "rekken", "opgerekt", "opnieuw", "wederom"),
        )
    ),
    re.IGNORECASE,
)
_DECIDED = re.compile(
    rf"\b(?:(?:{_ORGAN}|u|wij)\b[^;]{{0,60}}?\b(?:heeft|hebben|hebt)|(?:heeft|hebben|hebt)\s+(?:de\s+|uw\s+)?(?:{_ORGAN}|wij|u)|besloten|besloot"
    rf"|door\s+(?:de|het|uw|ons)\s+{_ORGAN}|(?:volgens|bij|van|krachtens)\s+(?:het\s+)?(?:raads|college)?besluit)\b|§\s+(?:is|zijn)\b[^;]{{0,80}}?\bverlengd\b",
    re.IGNORECASE,
)
"""That it was decided, by whom or as done: "Het plan is met een jaar verlengd"."""
_TERM = re.compile(
    rf"(?:\b(?:met|voor|nog|is|zijn)|§)\s+(?:(?:maximaal|nog|een\s+periode\s+van)\s+)*{YEARS}", re.IGNORECASE
)
_FROM_THEN = re.compile(r"\bnaar\s+(\d.{4,25})", re.IGNORECASE)
_FOR_GOOD = re.compile(
    r"\bvoor\s+onbepaalde\s+tijd\b|\btot(?:dat)?\s+(?:het\s+moment\s+(?:waarop|dat)\s+|de\s+(?:vaststelling|inwerkingtreding|komst)\s+van\s+)?"
    rf"(?:(?:er|de|het)\s+)?(?:nieuwe?|opvolgende?|herziene?|ander)\s+(?:[\w-]+\s+)?{PAPER_WORD}\b",
    re.IGNORECASE,
)
"""It holds until another paper ends it."""
_NOT_EXTENDED = _doubted(("niet", "nooit", "geen", "zolang", "verworpen", "afgewezen", "inspraak", "inzage"))


def extended_in(sentence: str, before: str = "", *, decision: bool) -> Iterator[Extension]:
    """Yield each paper that a sentence of a `decision` lets hold longer, or of which another tells that an organ did; and until when, for
    how long or for good. It may be the one that the sentence `before` names."""
    if not _MAY_LAST.search(sentence):
        return
    for paper in (*named_in(sentence), *named_again(sentence, before)):
        longer = (paper.itself and _LASTS.search(paper.said)) or _LASTED_WITH.search(paper.said)
        if not (longer and (decision or _DECIDED.search(paper.said))) or _NOT_EXTENDED.search(paper.said):
            continue
        until, years = end_said(paper.said, UNTIL) or _day_behind(paper.said), years_of(_TERM.search(paper.said))
        if until or years or _FOR_GOOD.search(paper.said):
            yield Extension(paper.title, until, 0 if until else years)


def _day_behind(said: str) -> date | None:
    """The day to which a last day was put off."""
    moved = _FROM_THEN.search(said)
    days = find_days(moved[1]) if moved else []
    return days[0].day if days else None
