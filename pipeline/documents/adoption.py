"""Which earlier papers a paper adopts, or tells that an organ adopted: a draft lies in the inbox more often than what became of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.earlier_title import OF_A_PAPER, SUBJECT, TITLE, named_title
from pipeline.documents.ending import ARTICLE, paper_in
from pipeline.documents.listed_points import adopted_points, of_executive
from pipeline.documents.naming import Names
from pipeline.documents.paper import Adoption
from pipeline.documents.parts import Parts
from pipeline.documents.told_deeds import ORGAN_OF, adopted_in, adoption_day
from pipeline.documents.wording import NEXT_SENTENCE, PAPER_WORD, POINT
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_LONGEST = 1500
"""Characters of a sentence in which an adoption is looked for; a longer one is a text without full stops."""
_SPEAKS_OF_IT = expression(
    r"\bvast\s+te\s+stellen|\btot\s+(?:de\s+)?(?:gewijzigde\s+)?vaststelling\s+van\b|\bvastgesteld|\bstel(?:t|len|de|den)\s[^.;]{3,300}\svast\b|\bstel(?:t|len)\s+vast\s*:"
    r"|\bstel(?:t|len|de|den)\s+(?:haar|het|hem|ze|deze)\b|\b(?:ingestemd\s+met|akkoord)\b|\b(?:aangenomen|aanvaard)\b|\bdefinitief\s+gemaakt\b|\b(?:overeenkomstig|conform)\b",
    re.IGNORECASE,
)
"""What every way of saying so has in it; most sentences have nothing of it."""
_DECIDING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|\bbesluit(?:en)?\s*:?\s+|[;:]\s+)(?:{POINT}\s+)?(?:om\s+)?{TITLE}\s+vast\s+te\s+stellen\b",
        rf"\b(?:vast\s+te\s+stellen|stel(?:t|len)\s+vast)\s*:\s*(?:{POINT}\s+)?{TITLE}(?=\s*(?:[;.]|$))",
        rf"\b(?:raad|college|wethouders|b\s?&\s?w)\b[^.;]{{0,60}}?\bstel(?:t|len)\s+(?:hierbij\s+|hiermee\s+)?{TITLE}\s+vast\b",
        rf"\bbesluit(?:en)?\s*:?\s+(?:over\s+te\s+gaan\s+)?tot\s+(?:de\s+)?(?:gewijzigde\s+)?vaststelling\s+van\s+{TITLE}(?=\s*(?:[;.]|$))",
        rf"(?:^|\bbesluit(?:en)?\s*:?\s+|[;:]\s+)(?:(?:{POINT}|\d)\s+)?vast\s+te\s+stellen\s+(?=(?:de|het)\s){TITLE}(?=\s*(?:[;.]|$))",
    )
)
"""How an organ adopts a paper, `title` as written there."""
_PROPOSING = re.compile(
    rf"\bstel(?:t|len)\s+(?:(?:wij|u|de\s+raad|het\s+college)\s+){{0,2}}voor\s+(?:om\s+)?{TITLE}\s+vast\s+te\s+stellen\b",
    re.IGNORECASE,
)
"""What a proposal asks: it was adopted where the proposal itself says that it was."""
_OUTCOME = r"(?:vastgesteld|aangenomen|aanvaard)"
_HER = (
    rf"(?:haar|het|hem|ze|deze|die|(?:de|het)\s+{PAPER_WORD})\s+(?:(?:op|met|bij|in|unaniem|(?:on)?gewijzigd|geamendeerd|daarop|toen|vervolgens|later|definitief|conform"
    r"|overeenkomstig|als)\b[^.;]{0,60}?\s)?"
)
"""What a paper named before is called, and what may stand between that and the participle: no noun, as in "stelt het plan vast"."""
_LISTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|:\s+)(?:{POINT}\s+)?{TITLE}\s+(?:wordt|worden|is|zijn)\s+(?:\w+\s+){{0,3}}?{_OUTCOME}\b",
        rf"\b(?:wordt|worden|is|zijn)\s+(?=(?:de|het)\s){TITLE}\s+(?:\w+\s+){{0,3}}?{_OUTCOME}\b",
        rf"\b(?:raad|college)\b[^.;]{{0,60}}?\b(?:gaat|stemt)\b[^.;]{{0,80}}?\b(?:akkoord|in)\s+met\s+{TITLE}(?=\s*(?:[.,;(]|$|\ben\b))",
        rf"^(?:\d\w{{0,2}}[.)]?\s+)?{TITLE}\s*(?:\([^()]{{0,60}}\)\s*)?(?:[–—-]\s*besluit\s*)?:\s*(?:\w+\s+){{0,3}}?vastgesteld\b",
    )
)
"""How a list says what came of a point: "De nota wordt ongewijzigd vastgesteld", "5. Notitie logies: als hamerstuk vastgesteld"."""
_ADOPTS_IT = re.compile(rf"\bstel(?:t|len|de|den)\s+{_HER}vast\b", re.IGNORECASE)
"""The same of what the point is on: "en stelt haar ongewijzigd vast"."""
_AS_PROPOSED = re.compile(
    r"\b(?:besluit(?:en)?|besloten)\s*:?\s+(?:overeenkomstig|conform)\s+(?:het\s+)?\w*voorstel\b"
    rf"|(?:^|\bdat\s)het\s+(?:raads)?voorstel(?:,\s+(?:on)?gewijzigd,|\s+om\s[^.;]{{3,80}}?\bvast\s+te\s+stellen)?\s+(?:wordt|is)\s+(?:(?!niet\b)\w+\s+){{0,4}}?{_OUTCOME}\b|^besluit\s*:\s*(?:(?:bij|met)\s+\w+\s+|unaniem\s+)?{_OUTCOME}\b(?!\s+(?:motie|amendement))"
    r"|^besluit\s*:\s*(?:unaniem\s+)?conform(?:\s+(?:het\s+)?\w*(?:voorstel|advies))?\W*$",
    re.IGNORECASE,
)
"""How what a decision, or a point of a list, is on was adopted: "Het voorstel wordt aangenomen", "Besluit: bij acclamatie aanvaard"."""
_ORGAN = r"(?P<organ>(?<!economische\s)(?:gemeente)?raad|college|burgemeester\s+en\s+wethouders|b\s?&\s?w|wij|we)"
_THEN = r"(?:(?!\b(?:gemeenteraad|raad|college)\b)[^.;]){0,60}?"
"""What may stand behind an organ: no other one."""
_MADE = r"(?:vastgesteld|definitief\s+gemaakt)"
_ITS = r"(?:(?:de|het|uw|ons|onze)\s+)?"
_TELLING_IT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_ITS}{_ORGAN}\b{_THEN}\b(?:heeft|hebben)\s+{_HER}{_MADE}\b",
        rf"\b{_ITS}{_ORGAN}\s+stelden?\s+{_HER}vast\b",
        rf"\bstelden?\s+{_ITS}{_ORGAN}\s+{_HER}vast\b",
    )
)
"""How a paper tells that an organ adopted the one that was named just before: "De raad heeft haar op 24 september vastgesteld"."""
_SPOKEN_OF = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{SUBJECT}(?:is|zijn|werd|werden|regelt|ligt)\b",
        rf"\b(?:is|zijn|werd|werden)\s+(?=(?:de|het|onze?)\s){TITLE}\s+(?:afgerond|gereed|klaar|af|voltooid)\b",
        rf"\b(?:akkoord(?:\s+gegaan)?|ingestemd)\s+met\s+{TITLE}(?=\s*(?:[.,;:(]|$))",
    )
)
"""How a sentence names the paper that the next one calls "haar", "het" or "de nota"."""
_NOT_SO = re.compile(
    r"\b(?:niet|nooit|geen|gevraagd|verzocht|zodra|nadat|pas|voorstel\s+(?:om|tot)|wanneer|indien|mits|tenzij|naar\s+verwachting|hopelijk|zal|zullen|zou|zouden|voorgesteld|voorstellen|voornemens?"
    r"|voor\s+te\s+stellen|stel(?:t|len)\s+(?:\w+\s+){0,3}voor|advise\w+|geadviseerd|concept\s?-?besluit|ontwerp\s?-?besluit"
    r"|wijziging\s+van|als\s+(?:de|het|u|uw|wij)\s)\b",
    re.IGNORECASE,
)
"""That it is refused, proposed or still to come."""
_ASKED = re.compile(r"\b(?:gevraagd|voorgesteld|concept|ontwerp)[-\s]?besluit\b", re.IGNORECASE)
"""What a proposal wants decided."""
_TO_COME = re.compile(r"\b(?:wordt|worden|\w*voorstel\w*)\b", re.IGNORECASE)
"""The same, of what a paper tells."""
_DRAFT = r"(?:concept|ontwerp|voorontwerp)\w*|ter\s+inzage|inspraak\w*|zienswijzen?|startnotitie"
_AS_DRAFT = re.compile(rf"\b(?:{_DRAFT}|(?:aan|voor)\s+de\s+(?:gemeente)?raad)\b", re.IGNORECASE)
"""What is adopted is a draft, or goes on to the council."""
_FOR_VIEWS = re.compile(rf"\b(?:{_DRAFT})\b", re.IGNORECASE)
_ONCE_MORE = re.compile(r"\b(?:opnieuw|wederom|nogmaals)\b", re.IGNORECASE)
_ANEW = re.compile(rf"\s+{_ONCE_MORE.pattern}(?:\s+en)?(?:\s+(?:on)?gewijzigd)?\W*$", re.IGNORECASE)
"""Behind a title: that the paper is adopted once more."""
_BEHIND = 80
"""Characters behind the verb within which a decision says that it is a draft that it adopts."""
_AND_MORE = re.compile(r"\bte\s+\w+en\b", re.IGNORECASE)
"""Within what was taken for a title: something else is decided of that paper."""
_DONE_WITH_IT = re.compile(
    r"\b(?:besproken|behandeld|verworpen|afgewezen|aangehouden|toegelicht|geamendeerd|ontvangen|geagendeerd|uitgesteld|doorgeschoven|teruggestuurd|teruggenomen)\b",
    re.IGNORECASE,
)
"""The same, of what was done: "heeft de nota besproken en de begroting vastgesteld"."""
_NOT_FOR_GOOD = re.compile(
    r"\b(?:mits|onder\s+(?:voorbehoud|de\s+voorwaarde)|vaststelling\s+volgt|klopt\s+niet|als\s+(?:\w+\s+)?(?:vertrekpunt|startpunt|bespreekstuk)"
    r"|als\s+(?:basis|uitgangspunt)\s+voor\s+(?:(?:het|de|een)\s+)?(?:\w+\s+)?(?:gesprek|overleg|uitwerking|discussie))\b"
    r"|\b(?:fracties?|indieners?|insprekers?|inwoners?)\s+(?:stelt|stellen|me(?:ent|nen)|zeg(?:t|gen)|zei(?:den)?|denk(?:t|en))\b|\bvolgens\s+(?:de\s+)?(?:krant|media|fractie)\b",
    re.IGNORECASE,
)
"""Anywhere in what is told: it waits for something, is where talks begin, or somebody else says so."""
_NOT_THE_PAPER = re.compile(
    rf"\b(?:{_DRAFT}|kennis\s?nem\w+|kennisneming|presentatie|beantwoording|vragen|brief|toezending|bespreking|(?:sub)?amendement\w*|moties?)\b",
    re.IGNORECASE,
)
"""In the name of a point: what was decided on is not that the paper holds."""
_PUT_OFF = re.compile(r"\b(?:aangehouden|verdaagd|teruggenomen|verworpen)\b", re.IGNORECASE)
_WHO_DECIDES = re.compile(
    r"(?P<council>\b(?:raads(?:besluit|vergadering|voorstel)\w*|(?:gemeente)?raad)\b)|\b(?:college\w*|b\s?&\s?w|burgemeester\s+en\s+wethouders|commissie\w*)\b",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(r"\braadsvoorstel\b|\bvoorstel\s+aan\s+de\s+(?:gemeente)?raad\b", re.IGNORECASE)
_HEAD = 12
"""Blocks at the top of a paper that say which organ decides."""
_BY_VOTE = re.compile(
    r"^(?:(?:(?:gemeente)?raad|college)\b[^.;]{0,80}?\bbesluit\b[^.;]{0,80}?|(?:met|bij|unaniem)\b[^.;]{0,60}?)\s(?=(?:de|het)\s)",
    re.IGNORECASE,
)
"""How an organ decides, before what: "met algemene stemmen de Nota logies"."""
_OF_IT = re.compile(rf"{OF_A_PAPER}|€", re.IGNORECASE)
"""Something of a paper, or a sum: "de kosten van de nota", "het budget voor de nota op € 5.000"."""
_CONDITIONS = re.compile(
    r",?\s+(?:(?:on)?gewijzigd|geamendeerd|hierbij|hiermee|daarmee|daarop|vervolgens|unaniem|definitief|conform|met\s+inachtneming|als\s+(?:\w+\s+){0,3}?(?:kader|beleid\w*|uitgangspunt|basis)"
    r"|met\s+(?:de\s+)?(?:volgende\s+)?wijziging\w*|zoals|inclusief)\b.*$|,\s+(?:over|kortweg|hierna|ook\s+wel)\s.*$|\s+op\s+\d{1,2}\s+[a-z]+\s+\d{4}$",
    re.IGNORECASE,
)
"""What stands behind a title before the verb: "de Nota logies ongewijzigd vast te stellen"."""
_CELL = re.compile(r"\s*\|\s*|;\s+(?=[A-Z][\w ]{2,30}:\s)")
"""Between the cells of a row."""
_NUMBER_OF_CASE = re.compile(r"\s*\([^()]*\d[^()]*\)\s*$")
"""Behind the name of a point: "(zaak 19-0417)"."""
_HEADING = 14
"""Words of the longest name of a point of a list."""
_POINT = re.compile(r"^\W*(?:agenda)?(?:punt\s+)?\d[\d.]*\W", re.IGNORECASE)
"""How a point of a list begins."""
_ADOPTS_BELOW = expression(r"(?<!niet )\b(?:vast\s+te\s+stellen|stel(?:t|len)\s+vast)\s*:$", re.IGNORECASE)
"""At the end of a block, where what is adopted stands in the next one."""
_CLAUSE = re.compile(r"\bbesluit(?:en)?\s*:?\s+", re.IGNORECASE)
_NAMES_PAPER = re.compile(rf"\b{PAPER_WORD}\b", re.IGNORECASE)
_POINT_NAMES = re.compile(
    rf"^(?:\W*(?:agenda)?punt\s+\w{{1,4}}\W+|\W*\d[\d.]*\W+|\W*onderwerp\W+)?(?P<title>[^.;]*?\b{PAPER_WORD}\b[^.;]*)",
    re.IGNORECASE,
)
"""The name of a point of an agenda, or of the subject of a decision, that names a paper."""
_POINT_CALLED = re.compile(r"^(?P<title>[A-Z][^.;]{8,120})$")
"""The same of a point with another name, behind its number or first in its row: "6. Thuis in Goirle: huisvesting"; what "de notitie"
is that was adopted there, the name of the paper tells."""
_CALLED_BY_KIND = re.compile(
    rf"(?:{ARTICLE}\s+)?(?P<kind>{PAPER_WORD})(?P<on>\s+(?:over|voor|inzake)\s.*)?", re.IGNORECASE
)
_SAYS_OF_IT = re.compile(rf"^(?:De|Het)\s+{PAPER_WORD}\s+[a-z]")
"""A sentence on the paper of a point, not its name: "Het kader krijgt de stem van 17 leden"."""
_NUMBER_ALONE = re.compile(r"^\W*(?:(?:agenda)?punt\s+)?\d[\d.]*[.)]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Decision:
    """What decides: whether it is the council, what its title, or that of the point of a list, is on, and whether it is a list of
    decisions or a proposal on which one was taken."""

    council: bool
    subject: str
    listed: bool
    proposal: bool


def adoptions_of(
    parts: Parts, title: str, owners: Collection[str], names: Names, *, decision: bool, listed: bool
) -> tuple[Adoption, ...]:
    """Return the papers that it adopts or tells of, in reading order, each once; not what organs of others than its `owners` adopt.

    Of a `decision`, and of a point in a `listed` one, "de nota" is what its own `title`, or the point's, names.
    """
    found: dict[Adoption, None] = {}
    made = _decision(parts, title, listed) if decision or listed else None
    above = ""
    for block in parts.body:
        if made and listed and (block.kind is BlockKind.TABLE_ROW or _POINT.match(block.text)):
            made = replace(made, subject="")
        verb = _ADOPTS_BELOW.search(above)
        before, earlier, above = "", NEXT_SENTENCE.split(above)[-1], block.text
        for sentence in _sentences(block, verb.group() if verb else ""):
            said = _said(sentence, before, made) if len(sentence) <= _LONGEST else []
            said = said or (list(_told(sentence, earlier)) if not before else [])
            if said and not names.of_another(sentence, owners, ORGAN_OF):
                found |= dict.fromkeys(said)
            opens = (block.kind is BlockKind.TABLE_ROW and not before) or _NUMBER_ALONE.match(before)
            named = _POINT_NAMES.match(sentence) or (_POINT_CALLED.match(sentence) if opens else None)
            if made and listed and named and len(sentence.split()) <= _HEADING and not _SAYS_OF_IT.match(sentence):
                made = replace(made, subject=_NUMBER_OF_CASE.sub("", named["title"]))
            before = sentence if len(sentence) <= _LONGEST else ""
    if made and listed:
        known = " ".join(adoption.title for adoption in found)
        titles = (title for title in adopted_points(parts) if title not in known)
        found |= {Adoption(title, None, told=False): None for title in titles if made.council or of_executive(title)}
    dated = {adoption.title for adoption in found if adoption.day}
    return tuple(one for one in found if one.day or not one.told or one.title not in dated)


def _said(sentence: str, before: str, made: _Decision | None) -> Sequence[Adoption]:
    """What a sentence adopts, or tells to have been adopted; what it names itself only where it decides nothing."""
    known = (
        [*(_decided(sentence, made) if made else ()), *_told_of_it(sentence, before)]
        if _SPEAKS_OF_IT.search(sentence)
        else []
    )
    return known or list(_told(sentence, before))


def _sentences(block: Block, verb: str) -> Iterator[str]:
    """Those of a block, the first one behind the verb that stands above it; of a row those of each cell."""
    for text in _CELL.split(block.text) if block.kind is BlockKind.TABLE_ROW else (f"{verb} {block.text}".lstrip(),):
        yield from NEXT_SENTENCE.split(text)


def _decision(parts: Parts, title: str, listed: bool) -> _Decision:
    """Whose decision it is: that of the first organ that it names."""
    head = " ".join(block.text for block in (*parts.banners[:_HEAD], *parts.body[:_HEAD]))
    first = _WHO_DECIDES.search(head)
    return _Decision(bool(first and first["council"]), title, listed, bool(_PROPOSAL.search(head)))


def _decided(sentence: str, made: _Decision) -> Iterator[Adoption]:
    """What a sentence of a decision adopts."""
    patterns = (*_DECIDING, *((_PROPOSING,) if made.proposal else ()), *(_LISTED if made.listed else ()))
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            clause = _CLAUSE.split(sentence[: match.end()])[-1] if pattern is not _PROPOSING else match["title"]
            asked = _ASKED.search(sentence[: match.start("title")]) and pattern is not _PROPOSING
            refused = asked or _NOT_SO.search(clause) or _does_more(match["title"])
            draft = _FOR_VIEWS.search(sentence[match.start() : match.end() + _BEHIND])
            title = _named_above(match, made.subject) or _title(match)
            if title and not refused and not draft and (made.council or of_executive(title)):
                yield Adoption(title, None, told=False, anew=bool(_ANEW.search(match["title"])))
    named = _NAMES_PAPER.search(made.subject) and not _NOT_THE_PAPER.search(made.subject)
    if made.council and named and _AS_PROPOSED.search(sentence) and not _PUT_OFF.search(sentence):
        yield Adoption(made.subject, None, told=False)
    adopted = _ADOPTS_IT.search(sentence) if made.listed and named else None
    if adopted and not _NOT_SO.search(sentence[: adopted.end()]) and (made.council or of_executive(made.subject)):
        yield Adoption(made.subject, None, told=False)


def _does_more(title: str) -> bool:
    """Whether what was taken for a title says that something else is, or was, done with the paper."""
    return bool(_AND_MORE.search(title) or _DONE_WITH_IT.search(title))


def _told_of_it(sentence: str, before: str) -> Iterator[Adoption]:
    """What a sentence tells that an organ adopted, of the paper named just `before`; a question tells nothing."""
    if sentence.rstrip().endswith("?") or _NOT_FOR_GOOD.search(sentence):
        return
    for pattern in _TELLING_IT:
        for match in pattern.finditer(sentence):
            title = _spoken_of(f"{before} {sentence[: match.start()]}")
            if title and _is_so(sentence[: match.end()]) and _is_adopted(match["organ"], title, f"{before} {sentence}"):
                yield Adoption(title, adoption_day(sentence[match.start() : match.end()]), told=True)


def _told(sentence: str, before: str) -> Iterator[Adoption]:
    """The same of a paper that the sentence names itself, or calls "deze nota" where the one before named it."""
    for paper, by_council in [] if _NOT_FOR_GOOD.search(sentence) else adopted_in(sentence, before):
        if _is_adopted("raad" if by_council else "college", paper.title, paper.said):
            yield Adoption(paper.title, adoption_day(paper.said), told=True, anew=bool(_ONCE_MORE.search(paper.said)))


def _is_so(said: str) -> bool:
    """Whether nothing in what is said up to the verb makes it refused, proposed or still to come."""
    return not _NOT_SO.search(said) and not _TO_COME.search(said)


def _spoken_of(before: str) -> str:
    """The paper that what goes before is on; "" where it is on something of a paper, or on none."""
    found = [match for pattern in _SPOKEN_OF for match in pattern.finditer(before)]
    return _title(max(found, key=lambda match: match.end())) if found else ""


def _title(match: re.Match[str]) -> str:
    title = named_title(paper_in(_ANEW.sub("", _BY_VOTE.sub("", _CONDITIONS.sub("", match["title"])))))
    return title if _NAMES_PAPER.search(title) and not _OF_IT.search(title) else ""


def _named_above(match: re.Match[str], subject: str) -> str:
    """What "de nota", or "de beleidsregels over kamers", is: what the decision, or the point of the list, is on, where it calls that so."""
    said = _CALLED_BY_KIND.fullmatch(_CONDITIONS.sub("", match["title"]).strip())
    alike = said and (not said["on"] or said["kind"].lower() in subject.lower())
    return subject if alike else ""


def _is_adopted(organ: str, title: str, sentence: str) -> bool:
    """Whether the paper itself was adopted, by whom it is to adopt: not a draft of it, which goes on to the council."""
    by_council = organ.lower().endswith("raad")
    return not _AS_DRAFT.search(sentence) and (by_council or bool(of_executive(title)))
