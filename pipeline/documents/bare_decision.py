"""A decision without that word above it, on policy that is not in it: "De raad van Oss; gelezen …; besluit de Nota vast te stellen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.documents.parts import Parts
from pipeline.documents.wording import PAPER_WORD, POINT
from pipeline.extraction.blocks import Block

_ABOVE = 6
"""Blocks that can stand above it: a letterhead, a title, a place and day."""
_HEADING = 20
"""Words of the longest of them."""
_LONGEST = 300
"""Words of the longest decision that is looked at; a longer one holds more than that."""
_LONGEST_POINT = 45
_LONGEST_END = 60
"""Words that can stand under it: who signed, and how many voted for it."""
_OPENS = re.compile(
    r"^\W*(?:(?:besluit\W+)?(?:Beslist\s+is\b|De\s+(?:gemeente)?raad|Het\s+college|Burgemeester\s+(?:en|&)\s+wethouders|De\s+burgemeester)"
    r"|(?:Raads|College)?[Bb]esluit\s+van\s+(?:de\s+(?:gemeente)?raad|het\s+college|burgemeester))\b"
)
_DECIDES = re.compile(
    r"(?<!het )(?<!dit )(?<!een )(?<!zijn )(?<!haar )"
    r"\b(?:b\s?e\s?s\s?l\s?u\s?i\s?t(?:en)?\b(?!\s+(?:van|d\.d))|beslist\s+is(?=\s*:)|stel(?:t|len)\s+vast\s*:)\s*:?",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:^|[\n.;])\s*(?:Aldus\b|(?:Getekend|Ondertekend|Besloten|Vastgesteld)\s+(?:te|in|op|door)\b|Voor\s+geen\s+van\b|Er\s+(?:komt|wordt|is)\s+geen\b|(?:[Dd]e\s+)?(?:griffier|voorzitter|secretaris|burgemeester)\b"
    r"|['’A-Z][\w'’ -]{1,28},\s+(?:d\.d\.\s*)?\d{1,2}\s"
    r"|['’A-Z][\w'’. -]{1,40},\s+(?:griffier|voorzitter|secretaris|burgemeester)\b"
    r"|(?:Voor|Tegen)\s*:|Toelichting\b|(?:De\s+raad|Het\s+college|Burgemeester\s+en\s+wethouders)\b)"
)
"""Where the points of a decision are over."""
_RUNS_ON = re.compile(r"(\b(?:vast\s+te\s+stellen|in\s+te\s+trekken)\s*:?)\s*\n", re.IGNORECASE)
"""Before the name of what is adopted on a line of its own."""
_NEXT_POINT = re.compile(rf"[;\n]|\.\s+(?=[A-Z])|(?<=[:;.])\s+(?={POINT}\s)")
_BARE_POINT = re.compile(rf"^(?:\W|{POINT}(?=\s|$)|\b(?:[IVX]{{1,4}}|en)\b)*", re.IGNORECASE)
_HOLDS_RULES = re.compile(r"\b(?:na)?volgende\b|\bluid(?:ende|t|en)\b|\bals\s+volgt\b|\bartikel\s+\d+[.:]?\s+[A-Z]")
_ON_A_PAPER = re.compile(
    r"\b(?:vast\s+te\s+stellen(?!\s+(?:dat|op)\b)|in\s+te\s+trekken|(?:toe|uit)\s+te\s+treden|op\s+te\s+zeggen|te\s+(?:herroepen|verlengen|verwerpen|bekrachtigen|laten\s+vervallen)"
    r"|vervallen\s+te\s+verklaren|in\s+te\s+stemmen\s+met|stel(?:t|len)\s[^\n]{3,200}?\svast)\b",
    re.IGNORECASE,
)
"""What a decision does with a paper that stands elsewhere."""
_ENDS_WHAT_FOLLOWS = re.compile(r"\b(?:verval(?:t|len)|ingetrokken|in\s+te\s+trekken)\s*:?\s*$", re.IGNORECASE)
"""Before the list of papers with which it does so: "besluit dat per 1 januari 2024 vervallen: de Welstandsnota; …"."""
_PAPER = re.compile(rf"\b{PAPER_WORD}\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:te\s+(?:schrappen|wijzigen|verlagen|verhogen|verruimen|beperken|handhaven)|in\s+stand\s+te\s+(?:laten|houden)|aan\s+te\s+(?:passen|vullen)|van\s+kracht\s+te\s+laten)\b",
    re.IGNORECASE,
)
"""What it does with a part of a paper, which goes on to hold."""
_PART = re.compile(r"\b(?:paragraaf|artikel|hoofdstuk|bijlage|onderdeel|passage|norm|kaart)\b", re.IGNORECASE)
_BESIDE_IT = re.compile(
    r"\b(?:te\s+(?:verzoeken|beschouwen|publiceren|informeren|berichten|rapporteren|evalueren|zenden|sturen|machtigen)|op\s+te\s+dragen|af\s+te\s+doen"
    r"|kennis\s+te\s+nemen|af\s+te\s+zien\s+van|bekend\s+te\s+maken|ter\s+inzage\s+te\s+leggen|vrij\s+te\s+geven|beschikbaar\s+te\s+stellen|voor\s+te\s+leggen"
    r"|aan\s+te\s+bieden|in\s+werking\s+te\s+laten\s+treden)\b|\bmotie\b[^\n]{0,120}?\bafgedaan\b",
    re.IGNORECASE,
)
"""What it orders beside that."""
_FOR_ANOTHER = re.compile(
    rf"\b{PAPER_WORD}\s+(?:bij|voor|over|om)\s+(?:[\w-]+\s+){{0,3}}?{PAPER_WORD}\b|\bstartno(?:ta|titie)\b|\bplan\s+van\s+aanpak\b",
    re.IGNORECASE,
)
"""What goes before policy or with it: whoever adopts "de Startnotitie bij de Nota logies" adopts no Nota logies."""
_NAMED = re.compile(rf"^(?:de|het)\s[^\n]{{0,120}}?\b{PAPER_WORD}\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^\W*artikel\s+\d+", re.IGNORECASE)


def bare_decision(parts: Parts) -> int | None:
    """The page on which it decides; None where it is no decision, or holds more than what is done with a paper that stands elsewhere."""
    start = next((number for number, block in enumerate(parts.body[: _ABOVE + 1]) if _OPENS.match(block.text)), None)
    if start is None or any(len(block.text.split()) > _HEADING for block in parts.body[:start]):
        return None
    said = _text_of(parts.body[start:])
    decides = _DECIDES.search(said)
    if not decides or any(_ARTICLE.match(block.text) for block in parts.body):
        return None
    points, end = _parted(_RUNS_ON.sub(r"\1 ", said[decides.end() :]))
    bare = bool(points) and len(end.split()) <= _LONGEST_END and _does_no_more(points, decides.group())
    return parts.body[start].page if bare else None


def _text_of(blocks: Sequence[Block]) -> str:
    """The blocks as one text, a block a line; "" where it is too long for what is looked for here."""
    text = "\n".join(block.text for block in blocks)
    return text if len(text.split()) <= _LONGEST else ""


def _parted(said: str) -> tuple[list[str], str]:
    """The points of a decision, and what stands under them."""
    closes = _CLOSES.search(said)
    points, end = (said[: closes.start()], said[closes.start() :]) if closes else (said, "")
    return list(_points_in(points)), end


def _points_in(said: str) -> Iterator[str]:
    for piece in _NEXT_POINT.split(said):
        point = _BARE_POINT.sub("", piece).strip()
        if point:
            yield point


def _does_no_more(points: Sequence[str], verb: str) -> bool:
    """Whether each point does something with a paper, one at least, or orders something beside that; none is a rule,
    or on what goes with another paper."""
    if any(
        len(point.split()) > _LONGEST_POINT or _HOLDS_RULES.search(point) or _FOR_ANOTHER.search(point)
        for point in points
    ):
        return False
    if "vast" in verb.lower():
        return len(points) == 1 and bool(_NAMED.match(points[0]))
    listed = _ENDS_WHAT_FOLLOWS.search(points[0])
    changed = any(_CHANGES.search(point) and _PART.search(point) and _PAPER.search(point) for point in points)
    on_papers = [
        bool(changed and _CHANGES.search(point) and (_PART.search(point) or _PAPER.search(point)))
        or bool((_ON_A_PAPER.search(point) or (listed and _NAMED.match(point))) and _PAPER.search(point))
        or bool(listed and point is points[0])
        for point in points
    ]
    beside = [bool(_BESIDE_IT.search(point)) for point in points]
    return any(on_papers) and all(one or other for one, other in zip(on_papers, beside, strict=True))
