"""Passages in a row on people who came from afar to work, told and not named: who they are, what they do and where they sleep."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.groups import BED, OTHER_GROUP
from pipeline.documents.whom import NORM
from pipeline.documents.wording import any_of, whole
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage
from pipeline.language.remembering import remembered

LEAST_WORDS = 40
"""Words that such a run needs."""
LEAST_TOLD = 2
"""Sentences on where they sleep, or on how they are exploited, that it needs."""
SHARE = 0.45
"""Share of its words in sentences that tell of them."""
WINDOW = 2
"""Sentences in a row within which it is said that they come from afar and what they do."""

_EAST = any_of(
    (
        *("polen", "roemenië", "bulgarije", "hongarije", "slowakije", "slovenië", "litouwen", "letland", "estland"),
        *("kroatië", "tsjechië", "moldavië"),
        r"(?:midden-?\s?(?:en\s)?)?oost-?\s?europa",
    )
)
_SOUTH = any_of(("portugal", "spanje", "italië", "griekenland"))
_UNION = r"een\s+andere?\s+(?:(?:eu-?|europees\s+|europese\s+)?land|(?:eu-?)?lidstaat)"
_LAND = rf"(?:(?:(?:noord|oost|zuid|west|midden)-)?(?:{_EAST}|{_SOUTH})|{_UNION})"
_EASTERN = r"(?:poolse|roemeense|bulgaarse|hongaarse|litouwse|letse|slowaakse|kroatische|moldavische|oost-?europese)"
_HANDS = r"(?:werknemers|medewerkers|arbeiders|arbeidskrachten|krachten)"
_HOME = "(?:huis|gezin|familie|thuis|hoofdverblijf|woonplaats|adres)"
_ORIGIN = whole(
    (
        rf"(?:uit|van)\s+(?:(?:met name|vooral|onder meer|landen als|bijvoorbeeld)\s+)?{_LAND}",
        rf"{_HOME}\s+(?:\w+\s+)?in\s+{_LAND}",
        rf"in\s+{_LAND}\s+(?:hun|zijn|een)\s+{_HOME}",
        r"uit\s+(?:heel|andere\s+(?:delen|landen)\s+(?:van|in|binnen))\s+(?:europa|de\s+(?:eu|europese\s+unie))",
        r"uit\s+andere\s+(?:eu-?landen|(?:eu-?)?lidstaten)",
        rf"{_EASTERN}(?:\s+(?:en|of)\s+\w+se)?\s+{_HANDS}",
        r"(?:kom(?:t|en)\s+van\s+ver|van\s+ver\s+kom(?:t|en))",
        r"elders\s+in\s+(?:europa|de\s+(?:eu|europese\s+unie))",
        r"niet\s+in\s+nederland\s+(?:zijn\s+)?geboren",
        *("roemenen", "bulgaren", "kroaten", "hongaren", "litouwers", "letten", "slowaken", "portugezen"),
    )
)
"""That people come from a country of the union, the east of it first."""
_TONGUE = expression(r"\b(?:poolse?|roemeense?|bulgaarse?|hongaarse?|oost-?europe\w+|eu-?burgers?)\b", re.IGNORECASE)
_CROPS = r"(?:kassen|glastuinbouw|tuinbouw|slachterij\w*|vleesfabriek\w*|distributiecentr\w+|boomkweker\w*|champignon\w*|asperges?)"
_WORK = whole(
    (
        r"(?<!\bwij\s)(?<!\bwe\s)werk(?:t|en|te|ten)(?!\s+(?:wij|we|samen|mee|aan)\b)",
        r"arbeid\s+verricht\w*",
        r"pluk(?:t|ken|ten)|sorte(?:ert|ren|erden)|oogst(?:t|en)|inpakken|lassen|slachten",
        r"\w*(?:plukkers?|stekers?|inpakkers?|sorteerders|orderpickers?|rooiers|lassers|slachters|uitbeners)",
        rf"(?:in|op|voor|uit)\s+(?:de|een)\s+{_CROPS}",
        rf"{_EASTERN}(?:\s+(?:en|of)\s+\w+se)?\s+{_HANDS}",
        rf"{_CROPS}\s+draai\w+\s+op",
        r"(?:bij|voor)\s+(?:de\s+|een\s+)?(?:telers?|kwekers?|tuinders?)",
        *("aan de band", r"uitzendbureaus?", r"seizoens?(?:werk|arbeid)\w*"),
    )
)
_SECTOR = whole(
    (
        r"\w*(?:telers?|kwekers?|kwekerij\w*|tuinders?|teelten?|tuinbouw|kassen|champignons?|asperges?|aardbeien|koelhui\w+)",
        r"\w*(?:plukkers?|stekers?|inpakkers?|lassers|uitbeners|orderpickers?)|pluk(?:t|ken|ten)|oogst\w*|lassen",
        r"slacht(?:erij|hui[sz])\w*|vlees\w*|distributie\w*|logistie\w+|transporteurs|vervoerders|scheepswer\w+|uitzend\w+",
        r"om\s+(?:(?:hier|bij\s+ons|in\s+\w+)\s+)?te\s+(?:komen\s+)?werken|lidsta(?:at|ten)|seizoens?(?:werk|kracht)\w*",
    )
)
"""Where those work who come from afar for it, in town halls' papers, and how rules call them."""
_HIRED = r"(?<!,\s)\b(?:uitzendkrachten|flex(?:werkers|krachten)|seizoens?(?:krachten|werkers|arbeiders))\b(?!\s*,|\s+(?:en|of)\s)"
"""Agency workers, not in a row of people."""
_HOUSED = r"\b(?:ondergebracht|gehuisvest|huisvest\w*|wonen|slapen|verblijven|logeren|overnachten)\b"
_PICKERS = r"\b(?:\w*plukkers|\w*stekers|(?:piek|oogst|seizoens?)krachten)\b(?!\s*,|\s+(?:en|of)\s)"
_SHELTER = r"\b(?:onderdak|onderkomens?|logies|bedden|slaapplaatsen)\b"
_PICKERS_HOUSED = expression(rf"{_PICKERS}[^.;:]{{0,60}}{_SHELTER}|{_SHELTER}[^.;:]{{0,60}}{_PICKERS}", re.IGNORECASE)
"""Those who come for the harvest are given a bed only where they come from afar."""
_HIRED_HOUSED = expression(
    rf"{_HIRED}[^.;:,]{{0,40}}{_HOUSED}|{_HOUSED}[^.;:,]{{0,40}}{_HIRED}",
    re.IGNORECASE,
)
"""Agency workers who are given a bed: where a far country or its tongue is told as well, they are these."""
_ELSEWHERE_TO_SLEEP = whole(
    (
        r"ondergebracht|onder(?:brengt|brengen)|onderdak|matrassen|sliepen",
        r"(?:woont|wonen|zitten|staan)\s+(?:\w+\s+){0,3}?(?:in|bij|boven|achter|op)",
        r"(?:met|tot)\s+(?:zijn|z'n)\s+(?:vieren|vijven|zessen|zevenen|achten|tienen)",
        r"(?:woonruimten?|woning(?:en)?|panden)\s+(?:te\s+)?verhu\w+",
        r"kamers?|kamerverhuur\w*|caravans?|stacaravans?|units?|pensions?|bungalows?|chalets?",
        r"volgepropt\w*|volgestopt\w*|tussenwoning\w*|rijtjeshui\w+",
    )
)
_ABUSED = whole(
    (
        *(r"\w*uitbuit\w*", "uitgebuit", r"onderbeta\w+", "minimumloon", r"misstanden", r"slachtoffers?"),
        r"loon\b[^.;]{0,20}\bniet\s+(?:wordt\s+)?betaald|paspoort\w*|(?:durf|durv)\w*\b[^.;]{0,20}\bklagen|inspectie\s+szw|arbeidsinspectie",
    )
)
_THEY = expression(
    r"^\W*(?:\w+\s+){0,3}?(?:zij|ze|hen|hun|deze\s+(?:mensen|groep|bewoners))\b|\bwie\s+(?:\w+\s+)?(?:langer\s+)?(?:blijft|werkt)\b"
    r"|\bde\s+bewoners\b|\bdeze\s+groep\b",
    re.IGNORECASE,
)
_OTHERS = whole(
    (
        *(r"toeris\w*", r"recrea\w+", r"vakantiegangers", r"(?:vakantie|camping|hotel)?gasten", r"oekraïn\w+"),
        *("chauffeurs", "truckers", r"stagiairs?", r"leerlingen", r"jongeren", r"alleenstaanden", "gescheiden"),
        *(r"kenniswerkers?", "ingenieurs", "artsen", r"grens(?:arbeiders|pendel\w+)", r"forens\w*", "belgi[ëe]"),
        *(r"(?:zuster|partner)st(?:ad|eden)", r"stedenband\w*", "jumelage", "uitwisseling", r"muzikanten", "syrië"),
        *(r"dak-?\s?en\s+thuisloze\w*", r"mantelzorg\w*", "verpleegkundigen", "militairen", "soldaten", "voetballers"),
        r"(?:bedrijven|ondernem\w+|handelaren|klanten|kopers|bezoekers|onderzoekers|paarden|dieren|varkens|producten|goederen)"
        rf"\s+(?:\w+\s+){{0,2}}?uit\s+(?:heel\s+europa|{_LAND})",
        *("gastarbeiders", r"krijgsgevangenen", r"jaren\s+(?:vijftig|zestig|zeventig|tachtig)", r"19[0-8]\d"),
        *("drugslab", "inbrekers", "dieven", "bendes?", r"bedelaars", r"woonwagen\w*", r"kermis\w*", "circus"),
    )
)
"""Others who work or sleep somewhere; a run that speaks of them is not on those alone who came to work."""
_SEX = expression(r"\b(?:prostitu\w+|seks\w*|escort\w*)", re.IGNORECASE)
_LABOUR_ABUSE = expression(r"\barbeidsuitbuiting\b", re.IGNORECASE)
_ELSEWHERE = expression(
    r"\b(?:eigen|aparte?|afzonderlijke?|andere?)\s+\w*(?:nota|stuk|beleid|visie|regels|regeling|kader|programma)\b"
    r"|\bblijf\w*\b[^.;]{0,40}\bbuiten\s+(?:dit|deze)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\W*\d+(?:\.\d+)+\w?\s")
"""How a paragraph begins that has the head of the next section in it."""
_ARTICLE = expression(r"^\W*artikel\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells: that people come from afar, what work they do, where they sleep, how they are exploited, or of them at all;
    `hired`: that agency workers are given a bed; `others`: whether it is on others."""

    origin: bool
    work: bool
    bed: bool
    abused: bool
    hired: bool
    theirs: bool
    tongue: bool
    others: bool


@remembered
def _told(sentence: str) -> _Told:
    picks = bool(_PICKERS_HOUSED.search(sentence))
    origin, hired = picks or bool(_ORIGIN.search(sentence)), bool(_HIRED_HOUSED.search(sentence))
    bed = bool(BED.search(sentence) or _ELSEWHERE_TO_SLEEP.search(sentence))
    abused = bool(_ABUSED.search(sentence))
    return _Told(
        origin=origin,
        work=bool(_WORK.search(sentence)),
        bed=bed,
        abused=abused,
        hired=hired,
        theirs=origin or hired or bed or abused or bool(_THEY.search(sentence)),
        tongue=bool(_TONGUE.search(sentence)),
        others=bool(OTHER_GROUP.search(sentence) or _OTHERS.search(sentence)),
    )


def told_passages(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of a paper on something else that tell of them, from where it is said who they are on to where it ends."""
    found: set[int] = set()
    for at, passage in enumerate(passages):
        if passage.number not in found:
            before = passages[at - 1].section if at else ()
            found.update(one.number for one in _run(passages[at:], before))
    return [passage for passage in passages if passage.number in found]


def _run(passages: Sequence[Passage], before: tuple[str, ...]) -> list[Passage]:
    """The passages from the first on that go on about them; none where the first does not say who they are, or too little is told."""
    first = passages[0]
    start = _where_it_says_who(first)
    if start is None:
        return []
    chapter = _ruled_by(first, before) if start == 0 else None
    after = list(itertools.takewhile(lambda one: _goes_on(first, one, chapter), passages[1:]))
    sentences = [sentence.text for sentence in first.sentences[start:]]
    named = [(sentence, False) for sentence in sentences]
    named += [(s.text, _is_subject_to(first, one, chapter)) for one in after for s in one.sentences]
    return [first, *after] if _is_told(named) else []


def _where_it_says_who(passage: Passage) -> int | None:
    """The number of the sentence from which a passage says that people come from afar and what they do, or that agency workers are given a
    bed."""
    told = [_told(sentence.text) for sentence in passage.sentences]
    return next((at for at in range(len(told)) if _says_who(told[at : at + WINDOW])), None)


def _says_who(near: Sequence[_Told]) -> bool:
    if any(one.others for one in near):
        return False
    at_once = near[0].origin or near[0].work
    return near[0].hired or (at_once and any(one.origin for one in near) and any(one.work for one in near))


def _goes_on(first: Passage, passage: Passage, chapter: tuple[str, ...] | None) -> bool:
    """Whether a passage behind the one that says who they are is on them still."""
    told = [_told(sentence.text) for sentence in passage.sentences]
    if any(one.others for one in told) or _NEXT.match(passage.text):
        return False
    beside = passage.section == first.section and any(one.theirs for one in told)
    return beside or _is_subject_to(first, passage, chapter)


def _is_subject_to(first: Passage, passage: Passage, chapter: tuple[str, ...] | None) -> bool:
    """Whether what a passage says is of those of whom the first one speaks, without a word on them: it is an item of the list that this
    one opens, or under a rule with which it opens a chapter."""
    listed = passage.section == first.section and bool(passage.lead_in) and passage.lead_in in first.text
    return listed or (chapter is not None and passage.section[: len(chapter)] == chapter)


def _ruled_by(passage: Passage, before: tuple[str, ...]) -> tuple[str, ...] | None:
    """The chapter of articles, or the section, that a passage opens with a rule: what else stands there is on the same."""
    if not NORM.search(passage.sentences[0].text):
        return None
    section = passage.section
    chapters = (section[:-1], section) if len(section) > 1 and _ARTICLE.search(section[-1]) else (section,)
    return next((one for one in chapters if one and before[: len(one)] != one), None)


def _is_told(sentences: Sequence[tuple[str, bool]]) -> bool:
    """Whether sentences, each with whether it is on them without a word on them, tell enough, of them alone."""
    told = [_told(sentence) for sentence, _ in sentences]
    text = " ".join(sentence for sentence, _ in sentences)
    words = len(text.split())
    if words < LEAST_WORDS or _is_on_others(text, told) or _ELSEWHERE.search(text):
        return False
    afar = any(one.origin or one.tongue for one in told)
    if not afar or not (told[0].hired or _SECTOR.search(text)):
        return False
    theirs = sum(len(text.split()) for (text, given), one in zip(sentences, told, strict=True) if given or one.theirs)
    return sum(one.bed + one.abused for one in told) >= LEAST_TOLD and theirs >= SHARE * words


def _is_on_others(text: str, told: Sequence[_Told]) -> bool:
    """Whether a text speaks of others, or of those who are exploited in prostitution."""
    return any(one.others for one in told) or bool(_SEX.search(text) and not _LABOUR_ABUSE.search(text))


def tells_of_them(passages: Sequence[Passage]) -> bool:
    """Whether passages under a heading that names them tell what work they do and where they sleep, and are on nobody else."""
    told = [_told(sentence.text) for passage in passages for sentence in passage.sentences]
    text = " ".join(passage.text for passage in passages)
    known = any(one.work for one in told) and sum(one.bed for one in told) >= LEAST_TOLD
    return known and not _is_on_others(text, told)
