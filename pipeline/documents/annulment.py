"""What a court annulled: the paper itself, or an earlier paper of the same municipality. What it annulled in part still holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import FoundDay, find_days
from pipeline.documents.named_papers import named_in
from pipeline.documents.naming import Names
from pipeline.documents.paper import Annulment, Derived, PaperKind
from pipeline.documents.parts import Parts, page_source
from pipeline.documents.wording import NEXT_SENTENCE, any_of, lead_in
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

_ANNULLABLE = {PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT}
_LONGEST = 4000
"""Characters of a block in which it is looked for."""
_ANNULLED = r"(?:vernietigd|onverbindend(?:\s+verklaard)?)"
_WORD = expression(
    rf"\b(?:{_ANNULLED}|nietig|gesneuveld|vernietigde|vernietigt|vernietiging|streep|einde?|van\s+tafel|buiten\s+werking|niet\s+(?:meer|langer))\b",
    re.IGNORECASE,
)
_COURT = expression(
    r"\b(?:raad\s+van\s+state|afdeling\s+bestuursrechtspraak|abrv?s|rechtbank|(?:bestuurs)?rechter|gerechtshof|hoge\s+raad"
    r"|de\s+kroon|koninklijk\s+besluit|gedeputeerde\s+staten|(?-i:de\s+Afdeling\b(?!\s+[A-Z])))\b",
    re.IGNORECASE,
)
"""Who can annul a paper: a court, or who keeps watch on the municipality."""
_SEAT = re.compile(r"\b(?:rechtbank|gerechtshof|hof)\s+(?:te\s+|in\s+)?['’A-Z][\w'’]*(?:[ -](?:Den|[A-Z])[\w'’]*){0,3}")
"""A court with the town where it sits, which is no municipality that is spoken of."""
_IN_PART = re.compile(
    r"\b(?:gedeeltelijk|deels|ten\s+dele|voor\s+zover|voorzover|onderde(?:el|len)|artikel(?:en|lid)?|leden|lid|paragra(?:af|fen)"
    r"|hoofdstuk(?:ken)?|bepaling(?:en)?|zinsnede|passages?|alleen|slechts|uitsluitend|enkel)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:niet|geen|nooit)\b[^.;:]{0,60}\b(?:te\s+vernietigen|vernietigd)\b|\bin\s+stand\b|\b(?:als|indien|mocht|zou|zouden|kan|kunnen|wordt|worden|zal|zullen)\b"
    r"|\b(?:vindt|vinden|meent|menen|hoopt|verzoekt?|vraagt|vragen|eist|wil|willen)\b|\?",
    re.IGNORECASE,
)
"""That it was not, or perhaps, or that its effects remain."""
_NOUN = r"(?:beleidsregels?|beleid\w*|nota|notitie|visie|regeling|regels|verordening|\w*kader|\w*programma|\w*plan|stuk|document|aanpak)"
_SELF = re.compile(rf"\b(?:deze|dit|onderhavige?|voorliggende?)\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\b", re.IGNORECASE)
_SUBJECTLESS = re.compile(rf"^\W*{_ANNULLED}\b", re.IGNORECASE)
_DECISION = re.compile(
    r"\b(?:het|dit)\s+(?:raads|college|vaststellings)?besluit\s+(?:(?:op|van|d\.\s?d\.|bij)\s|(?:tot|hiertoe|daartoe)\b|vernietigd\b|is\b)"
    r"|\b(?:de|deze)\s+vaststelling\s+(?:is|op|vernietigd)\b",
    re.IGNORECASE,
)
_SOMEBODYS = re.compile(r"\b(?:het|dit)\s+\w*besluit\s+van\s+(?:de|het|een)\s", re.IGNORECASE)
_ADOPTED = re.compile(r"\b(?:vastgesteld|vaststelling)\b", re.IGNORECASE)
_OVERTURNED = r"(?:vernietigd|onverbindend|nietig|gesneuveld|van tafel(?: geveegd)?|buiten werking gesteld)"
_IT = r"(?:haar|het|hem|die|deze|dit|dat)"
_ANNULS_ITSELF = any_of(
    (
        rf"§(?:[^;]{{0,80}}?,)? (?:is|zijn|werd|werden)\b[^;]{{0,160}}?\b{_OVERTURNED}",
        rf"(?:heeft|hebben|is|zijn|werd|werden)\b[^;]{{0,120}}?§[^;]{{0,100}}?\b{_OVERTURNED}",
        rf"(?:verklaarden?|verklaart|dat)\b[^;]{{0,60}}?§[^;]{{0,60}}?\b{_OVERTURNED}",
        rf"§[^;]{{0,120}}?\b(?:heeft|hebben) {_IT}\b[^;]{{0,60}}?\b{_OVERTURNED}",
        rf"§[^;]{{0,120}}?\bdie {_IT}\b[^;]{{0,60}}?\bvernietigde",
        r"vernietig(?:de|t)\b[^;]{0,80}?§",
        r"§ vernietigt",
        r"(?:geldt|gelden) § niet (?:meer|langer)(?! alleen)",
        r"§ (?:geldt|gelden|bestaat)\b[^;]{0,80}?\bniet (?:meer|langer)(?! alleen)",
        r"dat §[^;]{0,60}?\bniet (?:meer|langer) (?:geldt|gelden|bestaat)",
    )
)
_ANNULS_WITH = any_of(
    (
        r"streep\b[^;]{0,40}?\bdoor §",
        r"door §[^;]{0,60}?\been streep",
        r"een einde? (?:gemaakt )?aan §",
        r"vernietiging van §",
        rf"beroep(?:en)? tegen §[^;]{{0,60}}?\bvernietigde {_IT}",
        rf"\w*besluit\b[^;]{{0,60}}?(?:tot|van) (?:de |het )?(?:vaststelling|vaststellen) van §[^;]{{0,120}}?\b{_OVERTURNED}",
        rf"\w*besluit (?:om|waarbij|waarmee)\b[^;]{{0,40}}?§[^;]{{0,40}}?\bvast\w*[^;]{{0,120}}?\b{_OVERTURNED}",
        rf"(?:vernietigde|{_OVERTURNED})\b[^;]{{0,60}}?\bbesluit\b[^;]{{0,40}}?\b(?:vaststelling|vaststellen) van §",
    )
)
"""How a sentence on a court tells that it annulled an earlier paper, whose title stands aside as "§"."""
_ITSELF = expression(rf"(?<!\w){_ANNULS_ITSELF}(?!\w)", re.IGNORECASE)
_WITH = expression(rf"(?<!\w){_ANNULS_WITH}(?!\w)", re.IGNORECASE)
_BY_ITS_DAY = re.compile(
    r"\bvernietig(?:de|t)\b[^;.]{0,60}?\b(?:het|uw|ons)\s+(?P<decision>(?:raads|college|vaststellings)?besluit\s+van\s+\d{1,2}\s+\w+\s+\d{4})",
    re.IGNORECASE,
)
"""The decision by which it was adopted, by its day."""
_THE_PAPER = re.compile(
    rf"^\W*(?:de|het)\s+\w*{_NOUN}\s+(?:is|werd)\s+(?:[\w\s]{{0,30}}\s)?{_ANNULLED}\b", re.IGNORECASE
)
"""The same of the paper that the sentence before named."""
_OTHERS = expression(r"\b(?:buur\w*|(?:andere?|naburige)\s+gemeenten?|provincie|rijk)\b", re.IGNORECASE)
_THE_SAME_COURT = re.compile(r"\b[Dd]e\s+Afdeling\b|\b[Hh]et\s+(?:hof|college\s+van\s+beroep)\b|\b[Zz]ij\b")
"""How a sentence goes on about the court that the one before it named."""
_RULED = re.compile(
    r"(?:\b(?:op|bij|van)|\w,)\s+(?P<day>\d[^.;:,]{4,25}?),?\s+(?:(?:deed|heeft|wees)\b[^.;]{0,120}?\b(?:uitspraak|geoordeeld|beslist|vonnis)|besliste|oordeelde)\b"
    r"|\b(?:uitspraak|vonnis|arrest)\s+(?:van|d\.\s?d\.|op)\s+(?:\w+dag\s+)?(?P<of>\d.{4,25})",
    re.IGNORECASE,
)
"""The day of the ruling in the sentence that tells of it first: "Op 6 april 2022 deed de Afdeling uitspraak"."""
_EFFECTS_STAND = re.compile(
    r"\brechtsgevolgen\b(?!\s+(?:\w+\s+){0,3}?niet\b)[^.;]{0,60}?\bin\s+stand\b|\bin\s+stand\s+(?:ge)?lat\w+\b",
    re.IGNORECASE,
)
_RULING = re.compile(r"\b(?:uitspraak|vonnis|arrest)\s+(?:van|d\.\s?d\.|op)\s+(?:\w+dag\s+)?$", re.IGNORECASE)
_OF_THE_PAPER = re.compile(
    r"\b(?:(?:vastgesteld|raad|college|vergadering)\W+(?:van|op|d\.\s?d\.)|(?:(?<!koninklijk\s)(?<!koninklijk)\b\w*besluit|nota|beleid|regels)\W+(?:van|d\.\s?d\.))"
    r"\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OwnAnnulment:
    """That a court annulled the paper in which it stands: from which day, if it says so, and on which page."""

    day: date | None
    page: int

    @property
    def source(self) -> str:
        """Dutch source of what is derived from it."""
        return page_source("vernietigd door de rechter", self.page)


def own_annulment(parts: Parts, kind: PaperKind, adopted: date | None) -> OwnAnnulment | None:
    """Return what a policy paper says of its own annulment as a whole; None where it says nothing of the kind, or was adopted since."""
    told = _own(parts) if kind in _ANNULLABLE else None
    return None if told and told.day and adopted and told.day <= adopted else told


def annulled_on(parts: Parts, kind: PaperKind, adopted: date | None) -> Derived[date | None] | None:
    """Return the day from which a paper no longer holds as a court annulled it; None where it names none."""
    told = own_annulment(parts, kind, adopted)
    return Derived(told.day, told.source) if told and told.day else None


def _own(parts: Parts) -> OwnAnnulment | None:
    for block in parts.blocks:
        for sentence, before in _sentences(block):
            if not (_SELF.search(sentence) or _SUBJECTLESS.match(sentence) or _is_own_decision(sentence, before)):
                continue
            return OwnAnnulment(_day_of(sentence), block.page)
    return None


def _is_own_decision(sentence: str, before: str) -> bool:
    """Whether "het besluit" is that by which the paper was adopted, of which the sentences before it tell."""
    return bool(_DECISION.search(sentence) and _ADOPTED.search(before) and not _SOMEBODYS.search(sentence))


def annuls_of(parts: Parts, owners: Collection[str], names: Names) -> tuple[Annulment, ...]:
    """Return the other papers of its owners of which it tells that a court annulled them, and when; of others' papers nothing."""
    found = dict.fromkeys(one for block in parts.body for one in _told(block, owners, names))
    return tuple(found)


def _told(block: Block, owners: Collection[str], names: Names) -> Iterator[Annulment]:
    for sentence, before in _sentences(block):
        day = _day_of(sentence) or _day_before(before)
        spoken_of = {mention.gm_code for mention in names.named(_SEAT.sub("", sentence))}
        if day is None or _SELF.search(sentence) or _OTHERS.search(sentence) or spoken_of - set(owners):
            continue
        for title in _titles(sentence, before):
            yield Annulment(title, day)


def _titles(sentence: str, before: str) -> Iterator[str]:
    """The papers that a sentence tells to be annulled, as it names them, or as the sentence before did."""
    for paper in named_in(sentence):
        if (paper.itself and _ITSELF.search(paper.said)) or _WITH.search(paper.said):
            yield paper.title
    yield from (match["decision"] for match in _BY_ITS_DAY.finditer(sentence))
    if _THE_PAPER.match(sentence):
        yield from [paper.title for paper in named_in(NEXT_SENTENCE.split(before)[-1])][-1:]


def _sentences(block: Block) -> Iterator[tuple[str, str]]:
    """The sentences of a block that tell of an annulment as a whole by a court, each with what stands before it."""
    text = block.text[:_LONGEST]
    if not _WORD.search(text):
        return
    before = ""
    sentences = NEXT_SENTENCE.split(text)
    for sentence, behind in zip(sentences, [*sentences[1:], ""], strict=True):
        same = _THE_SAME_COURT.search(sentence) or _THE_PAPER.match(sentence)
        court = _COURT.search(sentence) or (same and _COURT.search(before))
        said = court and _WORD.search(sentence)
        if said and not (_IN_PART.search(sentence) or _STANDS.search(sentence) or _EFFECTS_STAND.search(behind)):
            yield sentence, before
        before = f"{before} {sentence}"


def _day_of(sentence: str) -> date | None:
    """The day of the ruling: right behind that word, else the last that is not of the paper's own adoption."""
    days = [found for found in find_days(sentence) if found.whole]
    ruled = next((found.day for found in days if _RULING.search(lead_in(sentence, found.start))), None)
    return ruled or max((found.day for found in days if not _is_of_the_paper(sentence, found)), default=None)


def _day_before(before: str) -> date | None:
    """The day of the ruling of which the sentences before tell, where they tell of one."""
    days = {
        found[0].day
        for match in _RULED.finditer(before)
        if (found := find_days(match["day"] or match["of"])) and found[0].whole
    }
    return days.pop() if len(days) == 1 else None


def _is_of_the_paper(sentence: str, found: FoundDay) -> bool:
    return bool(_OF_THE_PAPER.search(lead_in(sentence, found.start)))
