"""Where a paper speaks of motions: the trail by which one can see what came of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from pipeline.documents.citation_day import NEAR, day_of_motion, year_of_motion
from pipeline.documents.day import find_days
from pipeline.documents.follow_up import carried_out, not_carried_out, told_outcome
from pipeline.documents.loose_citations import loosely_named
from pipeline.documents.motion import STATES
from pipeline.documents.motion_number import parsed_number
from pipeline.documents.motion_rows import MotionRow, motion_rows
from pipeline.documents.movers import only_parties
from pipeline.documents.naming import Names
from pipeline.documents.own_motion import is_own, words_of
from pipeline.documents.paper import Motion, MotionCitation
from pipeline.documents.parts import Parts
from pipeline.documents.wording import lead_in
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.municipalities import line_of
from pipeline.language.needed_words import expression

_NO_NUMBER = (
    r"(?![\w%])(?!\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|stemmen|euro|jaar|maanden|weken|gemeenten|partijen|fracties|personen|leden))"
)
_ONE = rf"(?:\d{{2,4}}[-./]M[-./]?\d{{1,4}}[a-z]?|(?:[A-Z]{{1,3}}[-. ]?)?\d{{1,4}}(?:[-./]\d{{1,4}})*(?:[-./]?[a-zA-Z])?){_NO_NUMBER}"
_NUMBERS = expression(
    rf"\b[Mm](?:oties?|OTIES?)(?:nummers?)?\s*[:-]?\s*(?:vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?\s*)?"
    rf"(?:\(|PS\s+|(?:met\s+)?(?:nr\.?|nrs\.?|nummers?|kenmerk|#)\s*:?\s*)*(?P<numbers>{_ONE}(?:\s*(?:,|;"
    rf"|en|&|of|t/m|tot\s+en\s+met)\s*(?:(?:de\s+)?motie\s+)?{_ONE})*)",
)
_BRACKETED = expression(
    r"\b[Mm]otie\b[^.;()]{0,120}?\(\s*(?:motie\s+|nr\.?\s*|nummer\s+)?"
    r"(?P<numbers>(?:[A-Z]{1,3}[-. ]?\d|\d{2,4}[-/]\d|\d{1,3}[a-z]\b)[\w./-]*)\s*\)"
)
"""A number in brackets further on ("de motie van CDA en VVD (M12)"); it must look like one, for years stand in brackets too."""
_MOTION = expression("motie", re.IGNORECASE)
"""Without the word no motion is named."""
_SINGLE = re.compile(_ONE)
_ROW = re.compile(
    r"(?<![\w./-])(?P<series>[A-Z]{0,3})[-. ]?(?P<first>\d{1,3})\s*(?:t/m|tot\s+en\s+met)\s*(?P=series)[-. ]?(?P<last>\d{1,3})(?![\w./-])"
)
_MOST_IN_ROW = 40
"""Motions in a row of numbers; what seems to name more of them names something else."""
_QUOTED = expression(
    r"\b[Mm]otie(?:\s+(?!oordeel\b|advies\b|predicaat\b|stempel\b|label\b)[\w./-]+){0,3}?\s*[:,]?\s*(?:getiteld\s+|genaamd\s+|\()?[‘'\"“„«](?P<title>[^’'\"”»]{4,120})[’'\"”»]",
)
_PLAIN_TITLE = expression(
    r"\b[Mm]otie\s+(?P<title>[A-Z][\w’'-]+(?:\s+[\w’'-]+){1,9}?)\s+(?:van|d\.?\s?d\.?)\s+(?=\d{1,2}(?:\s+[a-z]{3}|[-/]\d))"
)
"""A title without marks, straight before the motion's day: "de motie Stop misstanden van 23 juni 2022"."""
_REFERRED = expression(
    r"\b(?:de|deze|die|uw|beide|genoemde|voornoemde|bovengenoemde)\s+(?P<many>moties|motie)\b", re.IGNORECASE
)
_SENTENCE = expression(r"(?<=[.!?])(?<!\b[Nn]r\.)(?<!\b[Nn]rs\.)\s+(?=[A-Z“‘\"])")
_OF_STATES = expression(
    r"\b(?:provinciale\s+staten|statenmotie|(?:de|door)\s+staten|moties?\s+(?:van\s+)?ps|gedeputeerde\s+staten)\b",
    re.IGNORECASE,
)
_OF_CHAMBER = expression(r"\b(?:tweede\s+kamer|kamermotie|de\s+kamer|motie-[A-Z])", re.IGNORECASE)
CHAMBER = "Tweede Kamer"
ANOTHER_COUNCIL = "een andere raad"
_OF_COUNCIL = re.compile(r"\b(?:gemeente)?raad\s+(?:van\s+)?(?:de\s+gemeente\s+)?$|\bgemeenteraad\s+$", re.IGNORECASE)
_OF_THEM = re.compile(r"\W*(?:in|van|uit)\s+(?:de\s+)?(?:gemeente\s+)?", re.IGNORECASE)
"""Between a motion and the municipality where it was moved: "motie M14 in Etten-Leur"."""
_OWN_COUNCIL = re.compile(r"\b(?:onze|uw|deze|de)\s+(?:gemeente)?raad\b(?!\s+van\b)", re.IGNORECASE)
_UNTRACED = expression(
    r"\b(?:geen\s+(?:\w+\s+){0,2}?(?:verslag|spoor|afdoening|terugkoppeling|verantwoording|antwoord|reactie|stuk(?:ken)?|informatie)"
    r"|niets|niet)\b[^.;]{0,60}?\b(?:gevonden|aangetroffen|bekend|teruggevonden|achterhaald|te\s+vinden|te\s+achterhalen)\b",
    re.IGNORECASE,
)
"""That nobody knows what came of a motion: "Van motie 203 is geen verslag gevonden"."""
_OUTCOME_ALONE = re.compile(
    r"(?:(?:De\s+)?[Mm]otie\s+(?:is\s+|wordt\s+)?)?(?:Aangenomen|Verworpen|Ingetrokken|aangenomen|verworpen|ingetrokken)(?=\s*(?:$|[.,;:(\d–-])|\s+(?:met|door|na|bij|unaniem)\b)"
)
"""How a list of decisions goes on behind what a motion asks."""
_ANOTHER_POINT = re.compile(r"\b(?:amendement|\w*voorstel|moties?)\b", re.IGNORECASE)
_ONE_MOTION = re.compile(r"\bmotie\b", re.IGNORECASE)
"""In the title of a paper that is on one motion."""
_PARTS = re.compile(r"[;,]\s|\b(?:en|maar|terwijl)\b", re.IGNORECASE)
"""Between two motions of which a sentence tells in turn."""
_BESIDE = 12
"""Characters between a number and its title in quotes."""
_WORD = "Motie "
_SEVERAL = re.compile(r"\b[Mm]oties\s*:")
_NUMBER_FIRST = re.compile(r"M[-. ]?\d{1,3}[a-z]?\s")
"""Behind "Moties:" each sentence may open with a number alone: "Moties: M1 Zwembad: aangenomen. M2 Fietspad: verworpen."."""
_SETTLED_CELL = re.compile(
    r"\W*(?:afgedaan|afgehandeld|afgevoerd|uitgevoerd|afgerond|gereed(?!\s+(?:Q\d|in|eind|begin|medio|per|voor|\w+\s+20\d\d)))\b",
    re.IGNORECASE,
)
"""How the cell for it says that a motion is done, whatever is to come of that in the list: "Afgedaan; voorstel tot afvoeren"."""
_ROW_HEAD = 3
"""A table row that begins with a motion is about that motion; its date is the motion's."""


@dataclass
class _Trail:
    """Citations gathered while reading on, by number or else title; `last` are those of the sentence that named a motion last."""

    found: dict[str, MotionCitation] = field(default_factory=dict)
    last: list[str] = field(default_factory=list)
    open: str = ""
    """The only motion named in this block since, of which the outcome may follow."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A motion named in a sentence, and where."""

    number: str
    title: str
    start: int
    end: int


def citations_of(
    parts: Parts, own: Motion | None, title: str, owners: Collection[str], names: Names
) -> tuple[MotionCitation, ...]:
    """Every motion that is named by number or quoted title, once, with the sentence that says most of it; left out is the motion that
    the paper is itself (`own`, with `title`), also under a former number.

    A later sentence that speaks of "de motie" without naming one ("De motie kan als afgedaan worden beschouwd.") belongs to the
    motion named last. `owners` are the CBS codes of whose paper it is: a motion of another council is known as such.
    """
    trail = _Trail()
    rows = {row.block: row for row in motion_rows(parts)}
    of_states = bool(rows) and _lists_for_states(parts, next(iter(rows)))
    for block in parts.body:
        if block in rows:
            _keep(trail, [_of_row(rows[block], STATES if of_states else "")])
            trail.last, trail.open = [], ""
            continue
        trail.open = ""
        several = _SEVERAL.search(block.text)
        for sentence in _SENTENCE.split(block.text):
            said = f"{_WORD}{sentence}" if several and _NUMBER_FIRST.match(sentence) else sentence
            cited = [*_in_sentence(said, block, owners, names)]
            named = [one for one in cited if own is None or not is_own(one, own.number, title)]
            named = [replace(one, text=one.text.removeprefix(_WORD)) for one in named] if said != sentence else named
            if named:
                _keep(trail, named)
            else:
                _settle_referred(trail, sentence)
                _end_of_point(trail, sentence)
                if not cited:
                    _keep_loose(trail, sentence, block, owners, names)
    if own is None and _ONE_MOTION.search(title):
        _join_number_and_title(trail)
    return tuple(trail.found.values())


def _lists_for_states(parts: Parts, first: Block) -> bool:
    """Whether a list of motions says in its running heads, or above its first row, that it is of the States."""
    above = [*takewhile(lambda block: block is not first, parts.body)]
    return any(_OF_STATES.search(block.text) for block in (*parts.furniture, *above))


def _of_row(row: MotionRow, organ: str) -> MotionCitation:
    """What a row of a list says of its motion; how it ended is told by the cell for that alone."""
    day = next((found.day for found in find_days(row.day) if found.whole), None)
    refused = any(not_carried_out(sentence) for sentence in _SENTENCE.split(row.state))
    settled = not refused and (bool(_SETTLED_CELL.match(row.state)) or carried_out(row.state))
    return MotionCitation(
        *(row.number, row.title, day, row.block.page, row.block.text, settled, None, organ),
        *(refused, told_outcome(row.vote), True),
    )


def _key(citation: MotionCitation) -> str:
    """By number, however it is written; by title where no number stands with it."""
    number = parsed_number(citation.number) if citation.number else None
    return str(number) if number else citation.number.lower() or words_of(citation.title)


def _keep(trail: _Trail, named: list[MotionCitation]) -> None:
    trail.last = [_known_as(trail, one) for one in named]
    trail.open = trail.last[0] if len(named) == 1 else ""
    for key, one in zip(trail.last, named, strict=True):
        known = trail.found.get(key)
        trail.found[key] = _together(known, one) if known else one


def _keep_loose(trail: _Trail, sentence: str, block: Block, owners: Collection[str], names: Names) -> None:
    """Keep motions that are named loosely, each for itself; what follows is said of the last where no other motion was named."""
    kept: list[str] = []
    named = [*loosely_named(sentence)]
    for at, one in enumerate(named):
        mention = _Mention("", one.behind, one.start, one.end)
        until = named[at + 1].start if at + 1 < len(named) else len(sentence)
        near = sentence[max(0, one.start - NEAR, named[at - 1].end if at else 0) : min(one.end + NEAR, until)]
        organ = _organ(sentence) or _elsewhere(sentence, mention, owners, names)
        kept.append(f"{len(trail.found)} {one.behind}")
        trail.found[kept[-1]] = MotionCitation(
            *("", one.behind, one.day, block.page, sentence, carried_out(near), None, organ, not_carried_out(near)),
            told_outcome(near),
            loose=True,
        )
    if kept and all(trail.found[key].loose for key in trail.last):
        trail.last = kept


def _known_as(trail: _Trail, one: MotionCitation) -> str:
    """Its key; of a title without a number that of the motion which has both."""
    if not one.number:
        known = (
            key for key, other in trail.found.items() if other.number and words_of(other.title) == words_of(one.title)
        )
        return next(known, _key(one))
    former = words_of(one.title)
    if former in trail.found and not trail.found[former].number:
        trail.found[_key(one)] = replace(trail.found.pop(former), number=one.number)
    return _key(one)


def _together(former: MotionCitation, one: MotionCitation) -> MotionCitation:
    best = one if one.decided > former.decided else former
    return replace(
        best,
        number=former.number or one.number,
        title=former.title or one.title,
        date=former.date or one.date,
        year=former.year or one.year,
        organ=former.organ or one.organ,
        outcome=one.outcome or former.outcome,
        untraced=former.untraced or one.untraced,
    )


def _join_number_and_title(trail: _Trail) -> None:
    """In a paper on one motion the only number and the only title are that motion's, however far apart they stand."""
    numbered = [key for key, one in trail.found.items() if one.number and not one.title]
    titled = [key for key, one in trail.found.items() if one.title and not one.number]
    if len(numbered) != 1 or len(titled) != 1:
        return
    number, title = trail.found[numbered[0]], trail.found[titled[0]]
    if number.organ == title.organ and (number.date is None or title.date in (None, number.date)):
        trail.found[numbered[0]] = _together(number, trail.found.pop(titled[0]))


def _end_of_point(trail: _Trail, sentence: str) -> None:
    """The outcome by itself behind what the motion asks: "Motie 8C: het college regelt een spreekuur. Aangenomen met 9 - 7."."""
    if not trail.open:
        return
    if _OUTCOME_ALONE.match(sentence) and (told := told_outcome(sentence)):
        known = trail.found[trail.open]
        trail.found[trail.open] = replace(known, outcome=told, text=f"{known.text} {sentence}")
        trail.open = ""
    elif _ANOTHER_POINT.search(sentence):
        trail.open = ""


def _settle_referred(trail: _Trail, sentence: str) -> None:
    referred = _REFERRED.search(sentence) if trail.last else None
    if not referred:
        return
    settled, refused, outcome = carried_out(sentence), not_carried_out(sentence), told_outcome(sentence)
    if not (settled or refused or outcome):
        return
    several = referred["many"].lower() == "moties" and len(trail.last) == 1
    for key in list(trail.found) if several else trail.last:
        known = trail.found[key]
        text = f"{known.text} {sentence}"
        if settled or refused:
            known = replace(known, settled=settled, refused=refused)
        trail.found[key] = replace(known, outcome=outcome or known.outcome, text=text)


def _in_sentence(sentence: str, block: Block, owners: Collection[str], names: Names) -> Iterator[MotionCitation]:
    named = _mentions(sentence) if _MOTION.search(sentence) else ()
    if not named:
        return
    days = [day for day in find_days(sentence) if day.whole]
    organ = _organ(sentence)
    told = _told_apart(sentence, named)
    for one, said in zip(named, told, strict=True):
        near = said or sentence[max(0, one.start - NEAR) : one.end + NEAR]
        its_row = block.kind == BlockKind.TABLE_ROW
        voted = sentence if its_row and len(named) == 1 else near
        dated = day_of_motion(sentence, days, one.start, one.end, its_row=its_row and one.start <= _ROW_HEAD)
        year = year_of_motion(sentence, one.end)
        yield MotionCitation(
            *(one.number, one.title, dated, block.page, sentence),
            *(
                carried_out(near),
                year,
                organ or _elsewhere(sentence, one, owners, names),
                not_carried_out(near),
                told_outcome(voted),
            ),
            untraced=bool(_UNTRACED.search(near)),
        )


def _organ(sentence: str) -> str:
    """Whose motions a sentence speaks of, where it is not a council."""
    return STATES if _OF_STATES.search(sentence) else CHAMBER if _OF_CHAMBER.search(sentence) else ""


def _elsewhere(sentence: str, one: _Mention, owners: Collection[str], names: Names) -> str:
    """ANOTHER_COUNCIL where the council that stands nearest to the motion is not that of the paper's municipality; else ""."""
    councils = [(_gap(one, own.start(), own.end(), sentence), False) for own in _OWN_COUNCIL.finditer(sentence)]
    for mention in names.find(sentence):
        gap = _gap(one, mention.start, mention.end, sentence)
        of_them = one.end <= mention.start and _OF_THEM.fullmatch(sentence[one.end : mention.start])
        if of_them or _OF_COUNCIL.search(lead_in(sentence, mention.start)):
            councils.append((0 if of_them else gap, not line_of(mention.gm_code) & set(owners)))
    gap, other = min(councils, default=(NEAR, False))
    return ANOTHER_COUNCIL if other and gap < NEAR else ""


def _gap(one: _Mention, start: int, end: int, sentence: str) -> int:
    """Characters between a motion and something else; as good as endless over a semicolon."""
    between = sentence[one.end : start] if one.end <= start else sentence[end : one.start]
    return len(between) if ";" not in between else len(sentence) + NEAR


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
    if len(named) < 2 or not all(told_outcome(part) or carried_out(part) or not_carried_out(part) for part in said):
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
            if not re.fullmatch(r"(?:19|20)\d\d(?:[-/](?:19|20)\d\d)?", number) and not re.fullmatch(
                r"\d{1,2}-\d{1,2}-\d{2,4}", number
            ):
                found.setdefault(number, (number, match.start(), match.start("numbers") + one.end()))
        for between in _between(match["numbers"]):
            found.setdefault(between, (between, match.start(), match.end()))
    return list(found.values())


def _between(numbers: str) -> Iterator[str]:
    """Yield the numbers that a row of them leaves out: "M11 t/m M14"."""
    for row in _ROW.finditer(numbers):
        first, last = int(row["first"]), int(row["last"])
        if last - first <= _MOST_IN_ROW:
            yield from (f"{row['series']}{number}" for number in range(first + 1, last))
