"""What a motion says and asks: its parts (constaterende, overwegende, verzoekt), its requests, number and organ."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipeline.documents.motion_number import names_another, number_of, parsed_number
from pipeline.documents.movers import movers_of, only_parties
from pipeline.documents.outcome import counts_votes, outcome_of
from pipeline.documents.paper import Motion
from pipeline.documents.parts import Parts, field_values
from pipeline.documents.policy_request import asks_policy
from pipeline.extraction.blocks import Block, BlockKind

MOVER_FIELDS = r"(?:mede-?)?indiener(?:s|\(s\))?|ingediend\s+door"
"""Labels whose value names who moved it."""
COUNCIL, STATES = "gemeenteraad", "Provinciale Staten"

_LEAD = (
    r"(?:(?:wij|we|ondergetekenden|(?:de\s+)?indieners|de\s+(?:gemeente)?raad|provinciale\s+staten|ps|staten)(?:\s+van\s+(?:de\s+(?:gemeente"
    r"|provincie)\s+)?[\w'-]+)?\s*,?\s*)?"
    r"(?:(?:en|verder|voorts|tevens|mede|ook|besluit(?:en)?)\s*,?\s*)*"
)
_ADDRESSEE = (
    r"(?:het\s+college|b\s*(?:&|en)\s*w|burgemeester\s+(?:en|&)\s+wethouders|de\s+(?:raad|burgemeester|wethouder|griffie|voorzitter|gemeenteraad"
    r"|raadscommissie)|gedeputeerde\s+staten|gs|zijn\s+college|hen|haar|elkaar)"
)
_DECIDED = r"(?:aan|ver|inge|af)\w+"
"""What was decided on it, behind a label of the clerk's."""
MARKS: tuple[tuple[str, str], ...] = (
    (
        "asking",
        (
            rf"(?:verzoek(?:t|en)|dra(?:agt|gen)|roep(?:t|en)|spre(?:ekt|ken)|nodig(?:t|en)|dring(?:t|en)|ge(?:eft"
            rf"|ven)\s+(?:\w+\s+){{1,6}}opdracht)\b|(?:vra(?:agt|gen)|besluit(?:en)?)\s*(?={_ADDRESSEE}|:(?!\s*(?:motie\s+)?{_DECIDED})|;)"
        ),
    ),
    (
        "stating",
        (
            r"(?:constaterende?|constate(?:ert|ren)|stel(?:t|len)\s+vast|(?:ziet?|zien|weet|weten)(?=\s*(?:dat\b|:|$))|gezien|gelezen|gehoord"
            r"|kennis\s+(?:genomen\s+)?(?:hebbende?|nemende?)(?:\s+van)?)\b"
        ),
    ),
    (
        "considering",
        (
            r"(?:vind(?:t|en)(?=\s*(?:dat\b|:|$))|overwegende?|overwe(?:egt|gen)|van\s+(?:mening|oordeel)|in\s+(?:aanmerking|overweging)\s+nemende?"
            r"|wetende|indachtig|bezorgd|zich\s+realiserende)\b"
        ),
    ),
    (
        "end",
        (
            r"(?:en\s+)?ga(?:at|an)\s+(?:over\s+tot\s+de\s+orde\s+van\s+de\s+dag|verder\s+met\s+de\s+vergadering)|(?:nadere\s+)?toelichting\b"
            r"|in\s+te\s+vullen\s+door\b|aantekening(?:en)?\s+(?:van\s+(?:de\s+)?)?griffi\w+|(?:uitslag\s+|hoofdelijke\s+)?stemming\b|namens\s+(?:de\s+)?fractie|(?:mede-?)?indieners?\b|ingediend\s+door\b|ondertekening\b|stem(?:uitslag|verhouding)\b"
            rf"|(?:raads)?besluit\s*:\s*(?:motie\s+)?{_DECIDED}|resultaat\b|uitslag\b|(?:deze|de)\s+motie\s+(?:is|wordt|werd)\b"
            r"|(?:gewijzigd|wijziging(?:en)?)\s+ten\s+opzichte\s+van\b"
            r"|aldus\s+(?:\w+\s+)?(?:vastgesteld|besloten)|de\s+fracties?\s+van\b|fracties?\s+(?:van\s+)?[A-Z]"
        ),
    ),
)
"""Words that open a part of a motion, at the start of a block or sentence."""

_MARK = re.compile("|".join(rf"(?P<{name}>{_LEAD}(?:{words}))" for name, words in MARKS), re.IGNORECASE)
_ADVERB = r"(?:hierbij|daarom|derhalve|dan\s+ook|tevens|ook|verder|voorts|nogmaals|daarnaast)"
_NEW_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-Z])")
_CELLS = re.compile(r"[\w ]{1,20}:\s[^;]*;|[\w ]{1,20};\s[^:;]{1,40}:\s")
"""A row of a table under its heads: "fractie: SP; stem: voor 3", "voor; SP: 4; VVD: 6"."""
_AFTER_STOP = re.compile(
    r"(?<=[\w)]{2}\.)(?<!\b[Dd]hr\.)(?<!\b[Mm]w\.)(?<!\b[Mm]evr\.)\s+(?=[A-Z])|(?<=;)\s+(?=\d{1,3}[a-z]\b)"
    r"|(?:(?<=aangenomen)|(?<=verworpen)|(?<=ingetrokken)|(?<=aangehouden))[;,]?\s+(?:en\s+)?(?=motie\s)"
)
"""Between what is told of one motion and the next: "… niet gehaald. Motie 12b …; 12d is aangehouden"."""
_NEW_CLAUSE = re.compile(
    rf"(?<=[.;:,])\s+(?=(?:constaterende|overwegende|(?:verzoek(?:t|en)|dra(?:agt|gen)|roep(?:t|en))\s+{_ADDRESSEE}"
    r"|spre(?:ekt|ken)\s+uit|en\s+ga(?:at|an)\s+over\s+tot)\b)",
)
_DICTUM = re.compile(
    rf"^{_LEAD}(?:verzoek(?:t|en)|vra(?:agt|gen)|besluit(?:en)?|dra(?:agt|gen)|roep(?:t|en)|spre(?:ekt|ken)"
    rf"|nodig(?:t|en)|dring(?:t|en)|ge(?:eft|ven))\s*"
    rf"(?:(?:{_ADVERB}|er\s+bij|als\s+(?:haar|zijn|hun)\s+(?:mening|oordeel|opvatting))\s+)*"
    rf"(?:(?:bij\s+)?{_ADDRESSEE}(?:\s+van\s+(?:burgemeester\s+(?:en|&)\s+wethouders|b\s*(?:&|en)\s*w"
    r"|de\s+gemeente\s+[\w-]+|gedeputeerde\s+staten|[A-Z][\w-]+))*(?:\s+(?!te\b|om\b|dat\b|op\b|uit\b)[\w-]+(?=\s*:))?)?"
    rf"\s*(?:{_ADVERB}\s+)*(?:te\s+(?:verzoeken|vragen|bewegen)|op\s+te\s+(?:dragen|roepen))?\s*(?:(?:op\s+aan|op|uit"
    r"|opdracht|aan)\b)?\s*(?:(?:om|dat)\b)?\s*[:,;]?\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"^[\s|]*(?:[-–—•▪●◦*·o>✓]\s+|[-–—•▪●]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.):]\s+|dat\s+(?=$))"
)
_INLINE = re.compile(r"(?:(?<=[;:.,])|(?<=\s(?:en|of)))\s*(?=(?:\(?\d{1,2}[.)]|\(?[a-h]\)|[a-h]\.|[•▪●–])\s+[A-Za-z])")
_TAIL = re.compile(r"[\s;,.]*(?:\ben\b)?[\s;,]*$")
_LEADS_IN = re.compile(r"(?:(?!te\b|om\b|dat\b)[\w-]+\s+){0,3}(?!te\b|om\b|dat\b)[\w-]+\s*:", re.IGNORECASE)
"""What stands between who is asked and the requests below it: "met spoed:", "voor de begroting van 2025:"."""
_SUBJECT = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+[A-Z][\w-]+(?:\s+en\s+\w+)?\W?")
"""A request's subject on a line of its own, its words below it: "4. Gezondheid"."""
_PREMISE = re.compile(rf"^(?:{_MARK.pattern})\s*(?:dat\b|de\s+beraadslaging\w*\b)?\s*[:,;]?\s*", re.IGNORECASE)
_LAPSED = r"(?:vervallen|vervalt|geschrapt)\b"
_LAPSED_MARK = re.compile(
    rf"[\[(]\s*(?:(?:verzoek|dictum|punt|onderdeel)\s+\w{{1,4}}\s+(?:is|wordt|werd)\s+(?:\w+\s+){{0,4}}?)?{_LAPSED}[^\])]*[\])]?"
    rf"|(?:^|[;–—]\s*){_LAPSED}(?!\s+(?:de|het|een|deze|dit)\b).*$",
    re.IGNORECASE,
)
"""How a changed motion marks a request that it makes no more: "[vervallen]", "; vervalt – ter vergadering geschrapt"."""
_OF_STATES = re.compile(r"\b(?:provinciale\s+staten|statenvergadering|gedeputeerde\s+staten|gs|ps)\b", re.IGNORECASE)
_OF_COUNCIL = re.compile(
    r"\b(?:gemeenteraad|raadsvergadering|de\s+raad|het\s+college|burgemeester\s+en\s+wethouders)\b", re.IGNORECASE
)


_OF_THIS = re.compile(r"^\W*deze\s+motie\b", re.IGNORECASE)
_ROW_OF = re.compile(
    r"^(?:nr\.?|nummer|motie|stuk|punt)\s*:?\s*(?P<number>[AM]?[-. ]?\d{1,3}[a-z]?)(?=[-;:|\s])"
    r"|^\W*(?P<item>\d{1,3}[a-z])\s*(?:[(:]|\s(?:is|was|wordt|werd)\b)",
    re.IGNORECASE,
)
"""What opens a row or sentence on a motion or item of the agenda: "Nr.: 4", "14b (bomen Raadhuisstraat): …", "12d is aangehouden"."""


@dataclass
class _Speech:
    """The items of a motion by part, gathered while reading on."""

    head: list[str] = field(default_factory=list)
    stating: list[str] = field(default_factory=list)
    considering: list[str] = field(default_factory=list)
    asking: list[str] = field(default_factory=list)
    end: list[str] = field(default_factory=list)


def motion_of(parts: Parts, day: date | None) -> Motion:
    """The motion in a paper that is one; `day` is that of its meeting."""
    speech, number = _speech(parts.body), number_of(parts)
    head = [*speech.head, *(f"Indieners: {value}" for value, _ in field_values(parts.front, MOVER_FIELDS))]
    outside = [
        *(block.text for block in parts.blocks if block.kind == BlockKind.FURNITURE),
        *_sentences(speech.head),
        *_sentences(speech.end),
        parts.stem.replace("-", " "),
    ]
    requests = tuple(filter(None, map(still_asked, speech.asking)))
    return Motion(
        number=number,
        organ=_organ(parts),
        date=day,
        movers=movers_of(head, speech.end),
        outcome=outcome_of(said for said in outside if not _on_another(said, number)),
        requests=requests,
        asks_policy=any(asks_policy(request) for request in requests),
        stating=tuple(speech.stating),
        considering=tuple(speech.considering),
    )


def asks(blocks: Iterable[Block]) -> bool:
    """Return whether blocks hold a motion that asks something."""
    return bool(_speech(tuple(blocks)).asking)


def _sentences(lines: Iterable[str]) -> list[str]:
    """Printed lines as sentences: what a line broke off is put together, and what follows a full stop comes apart."""
    said: list[str] = []
    for line in lines:
        if said and line[:1].islower() and not _CELLS.match(line) and said[-1][-1:] not in ".;:!?|":
            said[-1] = f"{said[-1]} {line}"
        else:
            said.append(line)
    return [part for whole in said for part in _AFTER_STOP.split(whole)]


def still_asked(request: str) -> str:
    """The request without what lapsed of it; "" where nothing is left. A mark behind words takes those back, one before them all."""
    bare = _BULLET.sub("", request.strip())
    marks = [*_LAPSED_MARK.finditer(bare)]
    if not marks:
        return request
    return bare[marks[-1].end() :].strip() if bare[: marks[0].start()].strip() else ""


def _on_another(line: str, number: str) -> bool:
    """Whether a line is the row of another motion, in a list of decisions that goes with this one, or tells of one by its number."""
    if _OF_THIS.match(line) or (number and number.replace(" ", "") in line.replace(" ", "")):
        return False
    named = _ROW_OF.match(line)
    own, other = parsed_number(number), parsed_number(named["number"] or named["item"]) if named else None
    return bool(own and other and not own.same_as(other)) or names_another(line, number)


def _speech(blocks: tuple[Block, ...]) -> _Speech:
    """Read on from part to part; a part that returns (a second "verzoekt") goes on where it left off, the end is final."""
    speech = _Speech()
    current, before = "head", ""
    for block in blocks:
        if (
            block.kind == BlockKind.HEADING and current != "head" and block.text in speech.head
        ):  # its title again, on a next page
            continue
        if current == "asking" and speech.asking and block.kind != BlockKind.LIST_ITEM and _comes_after(block.text):
            current = "end"
        for start, end in _pieces(block):
            mark = _MARK.match(block.text, start)
            opened = bool(mark) and _may_open(current, mark.lastgroup or "", speech)
            current = (mark.lastgroup or current) if mark and opened else current
            if current in ("head", "end"):
                getattr(speech, current).extend(_lines_between(block, start, end))
            else:
                piece = block.text[start:end].strip()
                _add(getattr(speech, current), piece, current, opened, block.kind, before)
                before = piece
    return speech


def _comes_after(text: str) -> bool:
    """Whether a paragraph stands under the requests: the movers, or a note of how it was voted."""
    return only_parties(text) or counts_votes(text)


def _may_open(current: str, part: str, speech: _Speech) -> bool:
    """Movers may stand above the motion too; within a request "gezien" and "gehoord" open nothing."""
    if part == "end":
        return bool(speech.asking)
    return current != "end" and (current, part) != ("asking", "stating")


def _pieces(block: Block) -> list[tuple[int, int]]:
    """A block cut before each sentence or clause that opens a part, so that a motion set as one paragraph falls apart too."""
    starts = {m.end() for m in _NEW_SENTENCE.finditer(block.text) if _MARK.match(block.text, m.end())}
    clauses = {m.end() for m in _NEW_CLAUSE.finditer(block.text)}
    lines = {
        line.start for line in block.lines if _MARK.match(block.text, line.start) and block.text[line.start].isupper()
    }
    cuts = sorted({0, *starts, *clauses, *lines, len(block.text)})
    return list(itertools.pairwise(cuts))


def _lines_between(block: Block, start: int, end: int) -> list[str]:
    if block.kind == BlockKind.TABLE_ROW:
        return [block.text[start:end]]
    cuts = sorted({start, end, *(line.start for line in block.lines if start < line.start < end)})
    return [block.text[a:b].strip() for a, b in itertools.pairwise(cuts) if block.text[a:b].strip()]


def _add(items: list[str], piece: str, part: str, opened: bool, kind: BlockKind, before: str) -> None:
    bare = _opening(part).sub("", piece) if opened else piece
    if opened and part == "asking" and _LEADS_IN.fullmatch(bare):
        return
    continues = not opened and items and kind != BlockKind.LIST_ITEM and _runs_on(bare, before)
    for number, text in enumerate(_INLINE.split(bare)):
        item = _TAIL.sub("", _BULLET.sub("", text.strip()))
        item = item if part == "asking" else item.removeprefix("dat ")
        if continues and not number:
            items[-1] = f"{items[-1]} {item}"
        elif item and not re.fullmatch(r"(?:dat|om|te|daarom|het\s+college|dictum|\W)*", item, re.IGNORECASE):
            items.append(item)


def _runs_on(text: str, before: str) -> bool:
    """Whether a paragraph goes on where the item before it broke off (a page ended) or named its subject ("4. Wonen"), instead of being
    an item itself; what closed with a semicolon goes on in nothing."""
    if _SUBJECT.fullmatch(before):
        return not _BULLET.match(text)
    goes_on = text[:1].islower() and not before.endswith(";")
    return goes_on and not _BULLET.match(text) and not text.startswith(("te ", "dat ", "om "))


def _opening(part: str) -> re.Pattern[str]:
    return _DICTUM if part == "asking" else _PREMISE


def _organ(parts: Parts) -> str:
    """Whose motion it is, by the bodies that it names most."""
    words = parts.text[:4000] + " ".join(line.text for line in parts.furniture)
    return STATES if len(_OF_STATES.findall(words)) > len(_OF_COUNCIL.findall(words)) else COUNCIL
