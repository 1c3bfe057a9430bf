"""What a motion says and asks: its parts (constaterende, overwegende, verzoekt), its requests, number and organ."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from datetime import date

from pipeline.documents.movers import movers_of
from pipeline.documents.outcome import outcome_of
from pipeline.documents.paper import Motion
from pipeline.documents.parts import Parts, printed_lines
from pipeline.extraction.blocks import Block, BlockKind

COUNCIL, STATES = "gemeenteraad", "Provinciale Staten"

_LEAD = (
    r"(?:(?:de\s+(?:gemeente)?raad|provinciale\s+staten|ps|staten)(?:\s+van\s+(?:de\s+(?:gemeente"
    r"|provincie)\s+)?[\w'-]+)?\s*,?\s*)?"
    r"(?:(?:en|verder|voorts|tevens|mede|ook|besluit(?:en)?)\s*,?\s*)*"
)
_ADDRESSEE = (
    r"(?:het\s+college|b\s?&\s?w|de\s+(?:raad|burgemeester|wethouder|griffie|voorzitter|gemeenteraad"
    r"|raadscommissie)|gedeputeerde\s+staten|gs|zijn\s+college|hen|haar|elkaar)"
)
MARKS: tuple[tuple[str, str], ...] = (
    (
        "asking",
        (
            rf"(?:verzoek(?:t|en)|dra(?:agt|gen)|roep(?:t|en)|spre(?:ekt|ken)|nodig(?:t|en)|dring(?:t|en)|ge(?:eft"
            rf"|ven)\s+(?:\w+\s+){{1,6}}opdracht)\b|(?:vra(?:agt|gen)|besluit(?:en)?)\s*(?={_ADDRESSEE}|:|;)"
        ),
    ),
    ("stating", r"(?:constaterende?|constate(?:ert|ren)|stel(?:t|len)\s+vast|gezien|gelezen|gehoord)\b"),
    (
        "considering",
        (
            r"(?:overwegende?|overwe(?:egt|gen)|van\s+(?:mening|oordeel)|in\s+(?:aanmerking|overweging)\s+nemende?"
            r"|wetende|indachtig|bezorgd|zich\s+realiserende)\b"
        ),
    ),
    (
        "end",
        (
            r"(?:en\s+)?ga(?:at|an)\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag|(?:nadere\s+)?toelichting\b"
            r"|(?:uitslag\s+)?stemming\b|namens\s+(?:de\s+)?fractie|(?:mede-?)?indieners?\b|ondertekening\b"
            r"|aldus\s+(?:\w+\s+)?(?:vastgesteld|besloten)|de\s+fracties?\s+van\b|fracties?\s+(?:van\s+)?[A-Z]"
        ),
    ),
)
"""Words that open a part of a motion, at the start of a block or sentence."""

_MARK = re.compile("|".join(rf"(?P<{name}>{_LEAD}{words})" for name, words in MARKS), re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-Z])")
_NEW_CLAUSE = re.compile(
    rf"(?<=[.;:,])\s+(?=(?:constaterende|overwegende|verzoekt\s+{_ADDRESSEE}|draagt\s+{_ADDRESSEE}"
    rf"|roept\s+{_ADDRESSEE}|spreekt\s+uit|en\s+gaat\s+over\s+tot)\b)"
)
_DICTUM = re.compile(
    rf"^{_LEAD}(?:verzoek(?:t|en)|vra(?:agt|gen)|besluit(?:en)?|dra(?:agt|gen)|roep(?:t|en)|spre(?:ekt|ken)"
    rf"|nodig(?:t|en)|dring(?:t|en)|ge(?:eft|ven))\s*"
    rf"(?:(?:hierbij|daarom|derhalve|dan\s+ook"
    rf"|er\s+bij)\s+)*(?:(?:bij\s+)?{_ADDRESSEE}(?:\s+van\s+(?:burgemeester\s+(?:en|&)\s+wethouders"
    rf"|b\s?&\s?w|de\s+gemeente\s+[\w-]+|[A-Z][\w-]+|gedeputeerde\s+staten))*)?"
    r"\s*(?:te\s+(?:verzoeken|vragen|bewegen)|op\s+te\s+(?:dragen|roepen))?\s*(?:(?:op\s+aan|op|uit"
    r"|opdracht|aan)\b)?\s*(?:(?:om|dat)\b)?\s*[:,;]?\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-–—•▪●◦*·o>✓]\s+|[-–—•▪●]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]\s+|dat\s+(?=$))")
_INLINE = re.compile(r"(?:(?<=[;:.,])|(?<=\s(?:en|of)))\s*(?=(?:\(?\d{1,2}[.)]|\(?[a-h]\)|[a-h]\.|[•▪●–])\s+[A-Za-z])")
_TAIL = re.compile(r"[\s;,.]*(?:\ben\b)?[\s;,]*$")
_NUMBER = (
    r"(?P<number>[A-Z]{0,3}[-. "
    r"]?\d{1,4}(?:[-./][A-Z]{1,2})?(?:[-./]?(?<=[-./A-Z])\d{1,4})?\s?[a-zA-Z]?)(?![\w])(?!\s*(?:januari"
    r"|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|[-/]\s?\d))"
)
_NUMBERED = re.compile(
    rf"\bmotie(?:nummer|nr\.?)?\s*[:#|-]?\s*(?:(?:nr\.?|nummer|no\.?|n°)\s*[:.]?\s*)?(?-i:{_NUMBER})", re.IGNORECASE
)
_NUMBER_FIELD = re.compile(rf"^\W*(?:motie)?(?:nummer|nr\.?|no\.?)\s*[:.|]?\s*(?-i:{_NUMBER})", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"^\W*(?P<number>M[-. ]?\d{1,4}(?:[-./]\d{1,4})?[a-z]?|\d{2,4}[-/]M[-]?\d{1,3}[a-z]?"
    r"|\d{1,3}[a-z])(?:\W*$|\s*[-–:|]\s|\s+(?i:(?:gewijzigde\s+)?motie)\b)"
)
_NUMBER_IN_NAME = re.compile(
    (
        r"(?<![a-z0-9])(?:motie[ -]*)?(?:(?P<m>m)[ -]?(?P<digits>\d{1,4}(?:-\d{1,4})?[a-z]?)|(?<=motie "
        r")(?P<bare>\d{1,3}[a-z]?)|(?<=motie-)(?P<dashed>\d{1,3}[a-z]?))(?![a-z0-9])"
    ),
    re.IGNORECASE,
)

_MAKING = (
    r"(?:op\s+te\s+stellen|opstellen|opgesteld|opstelt|te\s+ontwikkelen|ontwikkelen|ontwikkelt|te\s+maken"
    r"|uit\s+te\s+werken|uitwerken|uitgewerkt|te\s+formuleren|formuleren"
    r"|vast\s+te\s+stellen|vast\s+te\s+leggen|voor\s+te\s+leggen|aan\s+te\s+bieden|te\s+komen|komen|komt"
    r"|te\s+schrijven|te\s+actualiseren|actualiseren|te\s+herzien|herzien"
    r"|voor\s+te\s+bereiden|voorbereiden|te\s+leveren|in\s+te\s+dienen|te\s+realiseren|te\s+presenteren"
    r"|op\s+te\s+leveren|tot\s+stand\s+te\s+brengen|te\s+hebben|te\s+vormen|vormgeven)"
)
_POLICY_PAPER = (
    r"(?:(?:\w*beleids?(?:nota|notitie|kader|plan|regels|visie|stuk|document|voorstel)?|\w*nota|\w*notitie"
    r"|\w*visie|\w*kaders?|\w*verordening|\w*strategie|\w*programma"
    r"|(?:integra\w+|regiona\w+|gemeentelijk\w*|gezamenlijk\w*|samenhangend\w*"
    r"|brede?)\s+(?:\w+\s+)?(?:plan\s+van\s+aanpak|\w*aanpak|\w*plan|agenda)|masterplan|actieplan"
    r"|plan\s+van\s+aanpak\s+arbeidsmigra\w+))"
)
_WITHIN = (
    r"(?:binnen|in|conform|volgens|uit|bij|op\s+basis\s+van|als\s+onderdeel\s+van|vanuit|naast|van|aan"
    r"|over|voor)\s+(?:(?:de|het|dit|deze|ons|onze|bestaande?|huidige?|geldende?|toekomstige?|nieuwe?"
    r"|komende?|lokale?)\s+)+"
)
_ASKS_POLICY = re.compile(
    rf"(?<!\w)(?<!geen\s)(?P<noun>{_POLICY_PAPER})\b[^.;]{{0,160}}?\b{_MAKING}\b|\b(?:komen\s+(?:met|tot)"
    rf"|opstellen\s+van|ontwikkelen\s+van|uitwerken\s+van|maken\s+van|zorgen\s+voor|werk\s+te\s+maken\s+van"
    rf"|formuleer|stel|ontwikkel|maak)\s+(?:(?!het\b|de\b)\w+\s+){{0,4}}?(?P<object>{_POLICY_PAPER})\b"
    rf"|(?P<must>{_POLICY_PAPER})\s+(?:\w+\s+){{0,8}}?(?:moet|dient|nodig\s+is|gewenst\s+is)",
    re.IGNORECASE,
)


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
    speech = _speech(parts.body)
    outside = [
        *(block.text for block in parts.blocks if block.kind == BlockKind.FURNITURE),
        *speech.head,
        *speech.end,
        parts.stem.replace("-", " "),
    ]
    return Motion(
        number=_number(parts),
        organ=_organ(parts),
        date=day,
        movers=movers_of(speech.head, speech.end),
        outcome=outcome_of(outside),
        requests=tuple(speech.asking),
        asks_policy=any(asks_policy(request) for request in speech.asking),
        stating=tuple(speech.stating),
        considering=tuple(speech.considering),
        amended=bool(
            re.search(
                r"\bgewijzigde?\s+motie|\bmotie\b.{0,30}\bgewijzigd\b|\bvervangt\s+(?:de\s+)?(?:eerdere\s+)?motie",
                parts.text[:1500],
                re.IGNORECASE,
            )
        ),
    )


def asks_policy(request: str) -> bool:
    """Whether a request wants a policy paper made, not a single service within policy that exists or is to come."""
    for match in _ASKS_POLICY.finditer(request):
        noun = "noun" if match["noun"] else "object" if match["object"] else "must"
        if not re.search(rf"\b{_WITHIN}(?:\w+\s+){{0,2}}$", request[: match.start(noun)], re.IGNORECASE):
            return True
    return False


def _speech(blocks: tuple[Block, ...]) -> _Speech:
    """Read on from part to part; a part that returns (a second "verzoekt") goes on where it left off, the end is final."""
    speech = _Speech()
    current = "head"
    for block in blocks:
        for start, end in _pieces(block):
            mark = _MARK.match(block.text, start)
            opened = bool(mark) and _may_open(current, mark.lastgroup or "", speech)
            current = (mark.lastgroup or current) if mark and opened else current
            if current in ("head", "end"):
                getattr(speech, current).extend(_lines_between(block, start, end))
            else:
                _add(getattr(speech, current), block.text[start:end].strip(), current, opened, block.kind)
    return speech


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


def _add(items: list[str], piece: str, part: str, opened: bool, kind: BlockKind) -> None:
    bare = _opening(part).sub("", piece) if opened else piece
    continues = not opened and items and kind != BlockKind.LIST_ITEM and _runs_on(bare)
    for number, text in enumerate(_INLINE.split(bare)):
        item = _TAIL.sub("", _BULLET.sub("", text.strip()))
        if continues and not number:
            items[-1] = f"{items[-1]} {item}"
        elif item and not re.fullmatch(r"(?:dat|om|te|het\s+college|\W)*", item, re.IGNORECASE):
            items.append(item)


def _runs_on(text: str) -> bool:
    """Whether a paragraph goes on where the item before it broke off (a page ended), instead of being an item itself."""
    return text[:1].islower() and not _BULLET.match(text) and not text.startswith(("te ", "dat ", "om "))


def _opening(part: str) -> re.Pattern[str]:
    return _DICTUM if part == "asking" else _PREMISE


_PREMISE = re.compile(rf"^{_MARK.pattern}\s*(?:dat\b|de\s+beraadslaging\w*\b)?\s*[:,;]?\s*", re.IGNORECASE)


def _organ(parts: Parts) -> str:
    words = parts.text[:4000] + " ".join(line.text for line in parts.furniture)
    states = len(
        re.findall(
            r"\bprovinciale\s+staten\b|\bstatenvergadering\b|\bgedeputeerde\s+staten\b|\bGS\b|\bPS\b",
            words,
            re.IGNORECASE,
        )
    )
    council = len(
        re.findall(
            (
                r"\bgemeenteraad\b|\braadsvergadering\b|\bde\s+raad\b|\bhet\s+college\s+van\s+b"
                r"|\bburgemeester\s+en\s+wethouders\b|\bhet\s+college\b"
            ),
            words,
            re.IGNORECASE,
        )
    )
    return STATES if states > council else COUNCIL


def _number(parts: Parts) -> str:
    """As written, without the word or spaces: 13a, M7, M-2020-12; "" for a motion without a number."""
    banners = sorted(parts.banners, key=lambda block: block.kind == BlockKind.FURNITURE)
    lines = [line.text for block in banners for line in printed_lines(block)][:30]
    for pattern in (_NUMBER_FIELD, _NUMBERED, _NUMBER_ALONE):
        for line in lines:
            match = pattern.search(line)
            if match and not re.fullmatch(r"(?:19|20)\d\d", match["number"].strip()):
                return re.sub(r"\s+", "", match["number"])
    named = _NUMBER_IN_NAME.search(parts.stem)
    if not named:
        return ""
    return f"M{named['digits']}" if named["m"] else named["bare"] or named["dashed"]
