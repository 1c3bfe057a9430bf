"""Where a paper speaks of motions: the trail by which one can see what came of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, takewhile

from pipeline.documents.day import FoundDay, find_days
from pipeline.documents.motion import STATES
from pipeline.documents.motion_number import MotionNumber, parsed_number
from pipeline.documents.motion_rows import MotionRow, motion_rows
from pipeline.documents.movers import only_parties
from pipeline.documents.outcome import PASSED, REJECTED, WITHDRAWN, outcome_of
from pipeline.documents.paper import MotionCitation
from pipeline.documents.parts import Parts
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_NO_NUMBER = (
    r"(?![\w%])(?!\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|stemmen|euro|jaar|maanden|weken|gemeenten|partijen|fracties|personen|leden))"
)
_ONE = rf"(?:\d{{2,4}}[-./]M[-./]?\d{{1,4}}[a-z]?|(?:[A-Z]{{1,3}}[-. ]?)?\d{{1,4}}(?:[-./]\d{{1,4}})*[a-zA-Z]?){_NO_NUMBER}"
_NUMBERS = expression(
    rf"\b[Mm](?:oties?|OTIES?)(?:nummers?)?\s*:?\s*(?:vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?\s*)?"
    rf"(?:\(|PS\s+|(?:met\s+)?(?:nr\.?|nrs\.?|nummers?|#)\s*:?\s*)*(?P<numbers>{_ONE}(?:\s*(?:,|;"
    rf"|en|&|of)\s*(?:(?:de\s+)?motie\s+)?{_ONE})*)",
)
_BRACKETED = expression(
    r"\b[Mm]otie\b[^.;()]{0,120}?\(\s*(?:motie\s+|nr\.?\s*|nummer\s+)?"
    r"(?P<numbers>(?:[A-Z]{1,3}[-. ]?\d|\d{2,4}[-/]\d|\d{1,3}[a-z]\b)[\w./-]*)\s*\)"
)
"""A number in brackets further on ("de motie van CDA en VVD (M12)"); it must look like one, for years stand in brackets too."""
_MOTION = expression("motie", re.IGNORECASE)
"""Without the word no motion is named."""
_SINGLE = re.compile(_ONE)
_QUOTED = expression(
    r"\b[Mm]otie(?:\s+[\w./-]+){0,3}?\s*[:,]?\s*(?:getiteld\s+|genaamd\s+|\()?[‘'\"“„«](?P<title>[^’'\"”»]{4,120})[’'\"”»]",
)
_PLAIN_TITLE = expression(
    r"\b[Mm]otie\s+(?P<title>[A-Z][\w’'-]+(?:\s+[\w’'-]+){1,9}?)\s+(?:van|d\.?\s?d\.?)\s+(?=\d{1,2}(?:\s+[a-z]{3}|[-/]\d))"
)
"""A title without marks, straight before the motion's day: "de motie Stop misstanden van 23 juni 2022"."""
_SETTLED = expression(
    r"\b(?:afgedaan|afgehandeld|afdoening|afgerond|af\s+te\s+doen|af\s+te\s+voeren|uitgevoerd|ingelost"
    r"|(?:hiermee|daarmee|met\s+(?:deze|dit)\s+\w+)\s+(?:\w+\s+){0,3}?(?:is|wordt|geven|geeft|hebben|heeft)\b.{0,60}?\buitvoering"
    r"|uitvoering\s+gegeven|voldaan\s+aan|gevolg\s+gegeven)\b",
    re.IGNORECASE,
)
_NOT_YET = expression(
    r"\b(?:niet|geen|nog|zal|zullen|zodra|nadat|volgt|volgen|verwacht\w*|verwachting|streven|streeft|beogen|planning|loopt|lopen"
    r"|gaan\s+wij|gaat\s+het\s+college|deels|gedeeltelijk|eerste\s+stap"
    r"|word(?:t|en)\b(?:\s+\S+){0,12}?\s+uitgevoerd|in\s+uitvoering)\b",
    re.IGNORECASE,
)
"""What makes of "afgedaan" something that is still to come."""
_REFUSED = expression(
    r"\bvoer(?:t|en)?\s+(?:wij|we|het\s+college|de\s+gemeente|gs|gedeputeerde\s+staten)\s+(?:\w+\s+){0,4}?niet\s+uit\b"
    r"|\b(?:wij|we|college|staten)\s+voer(?:t|en)\s+[^.;]{0,120}?\bniet\s+uit\b|\bniet\s+(?:uit\s+te\s+voeren|uitvoeren)\b"
    r"|\b(?:wordt|worden|is|zijn)\s+(?:\w+\s+){0,3}?niet\s+(?:\w+\s+)?uitgevoerd\b|\bniet\s+(?:wordt|worden|zal|zullen)\s+uitgevoerd\b"
    r"|\b(?:geeft|geven)\s+(?:[\w]+\s+){0,6}?geen\s+(?:uitvoering|gevolg)\b|\bnee?m(?:t|en)\s+(?:wij|we|het\s+college)\s+(?:\w+\s+){0,3}?niet\s+over\b"
    r"|\bnaast\s+(?:zich|ons)\s+neer\b",
    re.IGNORECASE,
)
"""The motion will not be carried out: "Motie 7 voeren wij niet uit"."""
_NOT_NOW = re.compile(
    r"\bnog\s+(?:\w+\s+)?niet\b|\b(?:zolang|totdat|voordat|voorlopig|vooralsnog|eerder|deels|gedeeltelijk|volledig|geheel|alleen|zonder|overwegende"
    r"|constaterende)\b",
    re.IGNORECASE,
)
"""What makes of "niet uitgevoerd" something that is still open, in part or altogether, or a reproach."""
_REFERRED = expression(
    r"\b(?:de|deze|die|uw|beide|genoemde|voornoemde|bovengenoemde)\s+(?P<many>moties|motie)\b", re.IGNORECASE
)
_SENTENCE = expression(r"(?<=[.!?])\s+(?=[A-Z“‘\"])")
_LINK_AFTER = re.compile(
    r"^[\s,(:]*(?:[‘'\"“„«(][^’'\"”»)]{0,120}[’'\"”»)][\s,(]*)?(?:(?:die|welke|is|was|werd|door|de|raad|uw|gemeenteraad|PS|Provinciale"
    r"|Staten|unaniem|aangenomen|ingediend|aangehouden|in|vergadering|d\.?\s?d\.?|van|uit|op|\w+dag)[\s,(:]*)*$"
)
"""What may stand between a motion and its date: "motie 7 ‘Zicht’, aangenomen op 12 mei 2020"."""
_LINK_BEFORE = re.compile(
    r"^[\s,]*(?:(?:door|de|het|raad|uw|gemeenteraad|PS|Provinciale|Staten|is|werd|heeft|hebben|unaniem|aangenomen|ingediende?|aanvaarde"
    r"|aangehouden|gewijzigde|nam|namen|diende|stelde|voor)[\s,]*)*$",
    re.IGNORECASE,
)
_ACT = re.compile(r"\b(?:aangenomen|aanvaard|aangehouden|ingediend|verworpen|nam\b.{0,80}\baan)\b", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    r"^[\s,]*(?:[‘'\"“„«][^’'\"”»]{0,120}[’'\"”»][\s,]*)?(?:uit|van|in|\()\s*(?P<year>(?:19|20)\d\d)\b"
)
_OF_STATES = expression(
    r"\b(?:provinciale\s+staten|statenmotie|(?:de|door)\s+staten|moties?\s+(?:van\s+)?ps|gedeputeerde\s+staten)\b",
    re.IGNORECASE,
)
_OF_CHAMBER = expression(r"\b(?:tweede\s+kamer|kamermotie|de\s+kamer|motie-[A-Z])", re.IGNORECASE)
CHAMBER = "Tweede Kamer"
_NOT_VOTED = re.compile(
    r"\b(?:als|indien|mocht|zodra|wanneer|zou(?:den)?|kan|kunnen|niet\s+in\s+stemming|wordt\s+[^.;]{0,60}\bin\s+stemming\s+gebracht)\b|\?",
    re.IGNORECASE,
)
"""That a motion is passed is supposed or still to come."""
_VOTED_FOR = re.compile(r"\bnam(?:en)?\b[^.;]{0,120}?\b[Mm]otie\b[^.;]{0,120}?\baan\b", re.IGNORECASE)
_VOTED_AGAINST = re.compile(r"\bverw(?:erpt|ierp|ierpen)\b[^.;]{0,120}?\b[Mm]otie\b", re.IGNORECASE)
_PARTS = re.compile(r"[;,]\s|\b(?:en|maar|terwijl)\b", re.IGNORECASE)
"""Between two motions of which a sentence tells in turn."""
_NEAR = 200
"""Characters around a mention within which "afgedaan", or a lone date, is about that motion."""
_BESIDE = 12
"""Characters between a number and its title in quotes."""
_WORD = "Motie "
_SEVERAL = re.compile(r"\b[Mm]oties\s*:")
_NUMBER_FIRST = re.compile(r"M[-. ]?\d{1,3}[a-z]?\s")
"""Behind "Moties:" each sentence may open with a number alone: "Moties: M1 Zwembad: aangenomen. M2 Fietspad: verworpen."."""
_SETTLED_CELL = re.compile(r"\W*(?:afgedaan|afgehandeld|uitgevoerd|afgerond|gereed)\b", re.IGNORECASE)
"""How the cell for it says that a motion is done, whatever is to come of that in the list: "Afgedaan; voorstel tot afvoeren"."""
_ROW_HEAD = 3
"""A table row that begins with a motion is about that motion; its date is the motion's."""


@dataclass
class _Trail:
    """Citations gathered while reading on, by number or else title; `last` are those of the sentence that named a motion last."""

    found: dict[str, MotionCitation] = field(default_factory=dict)
    last: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A motion named in a sentence, and where."""

    number: str
    title: str
    start: int
    end: int


def citations_of(parts: Parts, own_number: str) -> tuple[MotionCitation, ...]:
    """Every motion that is named by number or quoted title, once, with the sentence that says most of it; its own left out.

    A later sentence that speaks of "de motie" without naming one ("De motie kan als afgedaan worden beschouwd.") belongs to the
    motion named last.
    """
    own = parsed_number(own_number) if own_number else None
    trail = _Trail()
    rows = {row.block: row for row in motion_rows(parts)}
    of_states = bool(rows) and _lists_for_states(parts, next(iter(rows)))
    for block in parts.body:
        if block in rows:
            _keep(trail, [_of_row(rows[block], STATES if of_states else "")])
            trail.last = []
            continue
        several = _SEVERAL.search(block.text)
        for sentence in _SENTENCE.split(block.text):
            said = f"{_WORD}{sentence}" if several and _NUMBER_FIRST.match(sentence) else sentence
            named = [one for one in _in_sentence(said, block) if not own or not _is(one.number, own)]
            named = [replace(one, text=one.text.removeprefix(_WORD)) for one in named] if said != sentence else named
            if named:
                _keep(trail, named)
            else:
                _settle_referred(trail, sentence)
    return tuple(trail.found.values())


def _lists_for_states(parts: Parts, first: Block) -> bool:
    """Whether a list of motions says in its running heads, or above its first row, that it is of the States."""
    above = [*takewhile(lambda block: block is not first, parts.body)]
    return any(_OF_STATES.search(block.text) for block in (*parts.furniture, *above))


def _of_row(row: MotionRow, organ: str) -> MotionCitation:
    """What a row of a list says of its motion; how it ended is told by the cell for that alone."""
    day = next((found.day for found in find_days(row.day) if found.whole), None)
    settled = bool(_SETTLED_CELL.match(row.state)) or _settled(row.state)
    return MotionCitation(
        *(row.number, row.title, day, row.block.page, row.block.text, settled, None, organ),
        *(_refused(row.state), _outcome(row.vote), True),
    )


def _is(number: str, own: MotionNumber) -> bool:
    parsed = parsed_number(number) if number else None
    return parsed is not None and parsed.same_as(own)


def _key(citation: MotionCitation) -> str:
    """By number, however it is written; by title where no number stands with it."""
    number = parsed_number(citation.number) if citation.number else None
    return str(number) if number else citation.number.lower() or citation.title.lower()


def _keep(trail: _Trail, named: list[MotionCitation]) -> None:
    trail.last = [_key(one) for one in named]
    for key, one in zip(trail.last, named, strict=True):
        known = trail.found.get(key)
        best = one if known is None or one.decided > known.decided else known
        former = known or one
        trail.found[key] = replace(
            best,
            number=former.number,
            title=former.title or one.title,
            date=former.date or one.date,
            year=former.year or one.year,
            organ=former.organ or one.organ,
            outcome=one.outcome or former.outcome,
        )


def _settle_referred(trail: _Trail, sentence: str) -> None:
    referred = _REFERRED.search(sentence) if trail.last else None
    if not referred:
        return
    settled, refused, outcome = _settled(sentence), _refused(sentence), _outcome(sentence)
    if not (settled or refused or outcome):
        return
    several = referred["many"].lower() == "moties" and len(trail.last) == 1
    for key in list(trail.found) if several else trail.last:
        known = trail.found[key]
        text = f"{known.text} {sentence}"
        if settled or refused:
            known = replace(known, settled=settled, refused=refused)
        trail.found[key] = replace(known, outcome=outcome or known.outcome, text=text)


def _settled(text: str) -> bool:
    return bool(_SETTLED.search(text)) and not _NOT_YET.search(text)


def _refused(text: str) -> bool:
    return bool(_REFUSED.search(text)) and not _NOT_NOW.search(text)


def _outcome(text: str) -> str:
    """How a motion was voted on, as a later paper tells; "" where it does not."""
    if _NOT_VOTED.search(text):
        return ""
    told = outcome_of([text])
    if told in (PASSED, REJECTED, WITHDRAWN):
        return told
    if _VOTED_AGAINST.search(text):
        return REJECTED
    return PASSED if _VOTED_FOR.search(text) and not re.search(r"\bniet\b", text, re.IGNORECASE) else ""


def _in_sentence(sentence: str, block: Block) -> Iterator[MotionCitation]:
    named = _mentions(sentence) if _MOTION.search(sentence) else ()
    if not named:
        return
    days = [day for day in find_days(sentence) if day.whole]
    organ = STATES if _OF_STATES.search(sentence) else CHAMBER if _OF_CHAMBER.search(sentence) else ""
    told = _told_apart(sentence, named)
    for one, said in zip(named, told, strict=True):
        near = said or sentence[max(0, one.start - _NEAR) : one.end + _NEAR]
        dated = _dated(sentence, block, days, one)
        year = _year(sentence, one.end)
        yield MotionCitation(
            *(one.number, one.title, dated, block.page, sentence),
            *(_settled(near), year, organ, _refused(near), _outcome(near)),
        )


def _told_apart(sentence: str, named: Sequence[_Mention]) -> list[str]:
    """For each motion the part of the sentence that says how it ended, where every one has its own ("motie 9 is verworpen, motie 10 is
    aangenomen"); else "" for each, and all that stands near tells of them together ("motie 9 en motie 10 zijn aangenomen")."""
    order = sorted(range(len(named)), key=lambda place: named[place].start)
    cuts = [0]
    for one, other in pairwise(order):
        parting = [*_PARTS.finditer(sentence, named[one].end, max(named[one].end, named[other].start))]
        if not parting:
            return [""] * len(named)
        cuts.append(parting[-1].end())
    said = [sentence[start:end] for start, end in pairwise([*cuts, len(sentence)])]
    if len(named) < 2 or not all(_outcome(part) or _settled(part) or _refused(part) for part in said):
        return [""] * len(named)
    return [part for _, part in sorted(zip(order, said, strict=True))]


def _mentions(sentence: str) -> list[_Mention]:
    """Numbers and quoted titles in a sentence; a title that stands right with a number belongs to it."""
    plain = (match for match in _PLAIN_TITLE.finditer(sentence) if not only_parties(match["title"]))
    titles = {match.start("title"): match for match in (*plain, *_QUOTED.finditer(sentence))}
    mentions: list[_Mention] = []
    for number, start, end in _numbers(sentence):
        near = next((at for at in titles if 0 <= at - end <= _BESIDE or start <= at <= end), None)
        title = titles.pop(near) if near is not None else None
        mentions.append(_Mention(number, title["title"].strip() if title else "", start, title.end() if title else end))
    if len(mentions) == len(titles) == 1 and not mentions[0].title:
        (title,) = titles.values()
        return [replace(mentions[0], title=title["title"].strip())]
    return [*mentions, *(_Mention("", one["title"].strip(), one.start(), one.end()) for one in titles.values())]


def _numbers(sentence: str) -> list[tuple[str, int, int]]:
    """Each number in a sentence, as written without spaces, with where the mention begins and ends; a bare year is none."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in (*_NUMBERS.finditer(sentence), *_BRACKETED.finditer(sentence)):
        for one in _SINGLE.finditer(match["numbers"]):
            number = re.sub(r"\s+", "", one.group())
            if not re.fullmatch(r"(?:19|20)\d\d", number) and not re.fullmatch(r"\d{1,2}-\d{1,2}-\d{2,4}", number):
                found.setdefault(number, (number, match.start(), match.start("numbers") + one.end()))
    return list(found.values())


def _dated(sentence: str, block: Block, days: list[FoundDay], one: _Mention) -> date | None:
    """The date that belongs to the motion, not to the paper about it: joined to it, or the only one where it was adopted."""
    for day in days:
        if day.start >= one.end and _LINK_AFTER.match(sentence[one.end : day.start]):
            return day.day
        if day.end <= one.start and _LINK_BEFORE.match(sentence[day.end : one.start]):
            return day.day
    if len(days) != 1:
        return None
    its_row = block.kind == BlockKind.TABLE_ROW and one.start <= _ROW_HEAD
    near = max(days[0].start - one.end, one.start - days[0].end) <= _NEAR
    return days[0].day if its_row or (near and _ACT.search(sentence)) else None


def _year(sentence: str, end: int) -> int | None:
    match = _YEAR_AFTER.match(sentence[end:])
    return int(match["year"]) if match else None
