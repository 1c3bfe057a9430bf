"""Regional agreements: which region, and which municipalities sign or are listed as taking part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise

from pipeline.documents.naming import ASIDE, MUNICIPALITY_BEFORE, Mention, Names
from pipeline.documents.paper import Derived
from pipeline.documents.parts import Parts, page_source, printed_lines
from pipeline.documents.wording import lead_in
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.foundation.dutch import today
from pipeline.language.municipalities import Municipality, by_code, regions

ALIASES: dict[str, str] = {
    "West-Brabant West": r"west[- ]brabant[- ]west",
    "Breda e.o.": r"breda\s+e\.?\s?o\.?|regio\s+breda|subregio\s+breda|breda\s+en\s+omgeving|west[- ]brabant[- ]oost",
    "Hart van Brabant": r"hart\s+van\s+brabant|midden[- ]brabant",
    "Noordoost-Brabant": r"noord[- ]?oost[- ]brabant|brabant[- ]noord[- ]?oost|agrifood\s+capital",
    "Stedelijk Gebied Eindhoven": r"stedelijk\s+gebied\s+eindhoven|\bsge\b",
    "De Peel": r"(?:regio|subregio|regiotafel|gemeenten\s+(?:in|van))\s+(?:de\s+)?peel|peel(?:gemeenten|regio)|de\s+peel",
    "A2/De Kempen": r"a2[ /-]+(?:en\s+)?(?:de\s+)?kempen|a2-?gemeenten|kempengemeenten|de\s+kempen",
}
"""How papers write the seven regions."""

_PARTY_LINE = re.compile(
    r"^\W*(?:(?:\d+|(?-i:[IVX]+))\W+)?(?:namens\s+)?(?:(?:het\s+college|de\s+raad|burgemeester\s+en\s+wethouders"
    r"|de\s+burgemeester|wethouder)\s+van\s+)?(?:de\s+)?gemeente\s*:?\s+$|^\W*namens\s+$",
    re.IGNORECASE,
)
_REPRESENTED = re.compile(
    r"\b(?:vertegenwoordigd|vertegenwoordigende|handelend|ondertekend|hierna|idem)\b", re.IGNORECASE
)
_OPENS_PARTY = re.compile(r"\W*(?:\w{1,3}[.)]\s+)?(?:de\s+)?gemeenten?\s+", re.IGNORECASE)
"""How the first party of an agreement opens, of several: "de gemeente Grave en de gemeente Cuijk, ieder vertegenwoordigd door …"."""
_SIGNED_ROW = re.compile(
    r"\bw\.\s?g\.|\b(?:handtekening|getekend|namens|burgemeester|wethouder|penvoerder)\b", re.IGNORECASE
)
"""What a row of a table holds where the parties sign in it; rows of figures name municipalities too."""
_OFFICE = re.compile(
    r"\W*(?:de\s+)?(?:burgemeester|wethouder|portefeuillehouder|secretaris|gemeentesecretaris)\b", re.IGNORECASE
)
"""What stands under the name of a municipality where its bearer signs."""
_CELL_HEAD = re.compile(r"(?:^|;)[^:;]{1,40}:")
_LISTING = re.compile(
    r"\b(?:gemeenten|gemeentebesturen|colleges|raden|gemeenteraden|partijen|deelnemers|deelnemende"
    r"|ondertekenaars|samenwerkingsverband\s+van|bestaat\s+uit|bestaande\s+uit|samenwerkende|betrokken|regiogemeenten"
    r"|peelgemeenten|burgemeesters|wethouders|portefeuillehouders|bestuurders)\b",
    re.IGNORECASE,
)
_NOT_TAKING_PART = re.compile(
    r"\b(?:in\s+en\s+om|niet|geen\s+(?:deel|partij)|aangrenzende|omliggende|buurgemeenten|naburige|buurregio"
    r"|gemeenten\s+(?:met|zonder)\s+(?:een|geen|meer|minder|veel|weinig)|buiten\s+de\s+regio|toehoorder|waarnemer|agendalid|zoals\s+in|voorbeeld|eerder)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[^.;]{0,20}?\b(?:(?:heeft|hebben)\s+(?:alleen\s+)?(?:meegelezen|meegekeken|meegedacht)|(?:zijn|is)\s+(?:geen\s+partij|toehoorder|ge[iï]nformeerd)"
    r"|(?:doen|doet|nemen|neemt|tekenen|tekent)\s+(?:\w+\s+)?(?:niet|geen))\b",
    re.IGNORECASE,
)
"""Behind municipalities that take no part: "Gennep, Uden en Oss hebben meegelezen en zijn geen partij"."""
_SIGNS_UNDER = re.compile(
    r"\s*(?P<name>[^:;|]+?)\s*:\s*(?:w\.\s?g\.|(?:was\s+)?getekend|\(?handtekening\)?)\s*", re.IGNORECASE
)
"""A cell of a table of signatures, its head the municipality: "Cuijk: w.g."."""
_MUNICIPALITIES_BELOW = re.compile(r"\W*gemeenten?\s*\|", re.IGNORECASE)
"""A row of heads under which municipalities stand, where the rows below do not repeat it."""
LEAST_ROWS = 3
"""Rows of a table of municipalities from which these are the members, where nothing else tells them."""
_NUMBERS = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_SO_MANY = re.compile(rf"\b(?P<number>{'|'.join(_NUMBERS)}|[2-9]|1[0-9])\s+(?:\w+\s+)?gemeenten\b", re.IGNORECASE)
LEAST_MEMBERS = 2
LONGEST_SIGNER = 12
"""Words up to which a name and an office are those of who signs."""
_OPENING = 12
"""Blocks at the head of an agreement in which its parties stand."""
_WITH_OTHERS = re.compile(
    r"(?:\s+en\s+(?:de|het)?\s*|\s*,\s*(?:\w+\s+){0,2}?)(?!gemeenten?\b)[^.;]{0,160}?\b(?:partijen|spreken|komen|verklaren|sluiten)\b",
    re.IGNORECASE,
)


def region_of(parts: Parts, title: str, parties: Collection[str], day: date | None) -> Derived[str | None]:
    """The region named in title, cover, running heads or file name, else most often in the text's first pages.

    Where the paper tells who its `parties` are (CBS codes), a region in which none of them lies is another's; of those that stand
    together it is the one with most of them.
    """
    inside = {name: len(_codes_of(name, day) & set(parties)) for name in ALIASES}
    able = [name for name in ALIASES if inside[name] or not parties]
    for where, text in (
        ("titel", title),
        ("omslag", " ".join(line.text for line in parts.head)),
        ("bestandsnaam", re.sub(r"[-_]", " ", parts.stem)),
    ):
        named = [name for name in able if re.search(ALIASES[name], text, re.IGNORECASE)]
        if named:
            return Derived(max(named, key=lambda name: inside[name]), where)
    counts = {name: len(re.findall(ALIASES[name], parts.text[:20000], re.IGNORECASE)) for name in able}
    best = max(counts, key=lambda name: counts[name], default="")
    return Derived(best, "tekst") if counts.get(best, 0) >= 2 else Derived(None, "niet gevonden")


def _codes_of(region: str, day: date | None) -> set[str]:
    return {one.gm_code for one in _whole(region, day)}


_UNSIGNED = re.compile(
    r"\bniet\s+(?:mede\s*)?(?:ge|onder)tekend\b|\b(?:tekent|doet|neemt)\s+(?:\w+\s+)?niet\s+(?:mee|deel)\b|\bneemt\s+niet\s+deel\b|\btekent\s+niet\b",
    re.IGNORECASE,
)
"""A row among the signatures of who did not sign: "gemeente Oirschot: niet getekend; neemt niet deel"."""


_SIGNED_BY = re.compile(r"\b(?:getekend|ondertekend|ondertekening)\b", re.IGNORECASE)
_BUT_FOR = re.compile(
    r"\b(?:behalve|uitgezonderd|met\s+uitzondering\s+van)\s+(?:(?:het\s+college|de\s+raad)\s+van\s+)?(?:de\s+)?(?:gemeente\s+)?$",
    re.IGNORECASE,
)
"""Before the one that did not: "getekend door alle partijen, behalve de gemeente Woensdrecht"."""


def members_of(parts: Parts, region: str | None, names: Names) -> Derived[tuple[str, ...]]:
    """CBS codes of who signs or is listed as taking part, whichever are more (a draft lacks signatures).

    Where neither is found, those of the whole region on the paper's day.
    """
    day = names.day
    signed = _signers(parts.body, names)
    listed, listing = _listed(parts, names)
    absent = _not_signing(parts.body, names)
    listed = tuple(code for code in listed if code not in absent)
    found = (("ondertekening", *signed), ("opsomming van gemeenten", listed, listing))
    what, codes, page = max(found, key=lambda one: len(one[1]))
    if len(codes) >= LEAST_MEMBERS:
        return Derived(_known_region(codes, region, day), page_source(what, page))
    codes, page = _in_table(parts.body, names)
    if len(codes) >= LEAST_ROWS:
        return Derived(_known_region(codes, region, day), page_source("tabel van gemeenten", page))
    codes = _as_many_as_said(parts, names)
    if codes:
        return Derived(_known_region(codes, region, day), "zo veel gemeenten als het stuk zegt")
    sole = signed[0][0] if len(signed[0]) == 1 else _sole_party(parts, names)
    if sole:
        return Derived((sole,), page_source("enige gemeente die partij is", parts.first_page))
    everyone = _whole(region, day)
    if everyone:
        return Derived(tuple(one.gm_code for one in everyone), f"alle gemeenten van de regio {region}")
    return Derived((), "geen deelnemende gemeenten gevonden")


def region_of_members(codes: Sequence[str], day: date | None) -> str | None:
    """The region that holds all of them and of which they are the better part."""
    for name, members in regions(day or today()).items():
        inside = {one.gm_code for one in members}
        if codes and set(codes) <= inside and 2 * len(codes) > len(inside):
            return name
    return None


def _sole_party(parts: Parts, names: Names) -> str | None:
    """The one municipality that agrees with others than municipalities: "De gemeente Bladel en uitzendbureau X komen overeen"."""
    opening = " ".join(block.text for block in parts.body[:_OPENING])[:2000]
    parties = {
        mention.gm_code
        for mention in names.find(opening)
        if MUNICIPALITY_BEFORE.search(lead_in(opening, mention.start)) and _WITH_OTHERS.match(opening[mention.end :])
    }
    return parties.pop() if len(parties) == 1 else None


def _signers(blocks: Sequence[Block], names: Names) -> tuple[tuple[str, ...], int]:
    """Municipalities on lines or blocks of their own ("Namens de gemeente Asten,"), in rows that are signed, or said to be represented."""
    around = " ".join(block.text for block in blocks)
    found = dict(_tiles(blocks, around, names))
    for block in blocks:
        if block.kind == BlockKind.TABLE_ROW and not _SIGNED_ROW.search(_CELL_HEAD.sub("", block.text)):
            continue
        if _UNSIGNED.search(block.text):
            continue
        for code in (
            _head_of_row(block.text, around, names),
            *_signed_under(block.text, around, names),
            _over_an_office(block, around, names),
        ):
            if code:
                found.setdefault(code, block.page)
        for text in _party_lines(block):
            mentions = names.find(text)
            codes = {mention.gm_code for mention in mentions}
            if len(codes) == 1 and (
                _PARTY_LINE.match(text[: mentions[0].start]) and (len(text.split()) <= 9 or _REPRESENTED.search(text))
            ):
                found.setdefault(mentions[0].gm_code, block.page)
    return tuple(found), max(found.values(), default=0)


def _not_signing(blocks: Sequence[Block], names: Names) -> set[str]:
    """Municipalities of which a row among the signatures, or the sentence on them, says that they did not sign."""
    rows = (block.text for block in blocks if block.kind == BlockKind.TABLE_ROW and _UNSIGNED.search(block.text))
    absent = {mention.gm_code for row in rows for mention in names.find(row)}
    for text in (block.text for block in blocks if _SIGNED_BY.search(block.text)):
        absent |= {one.gm_code for one in names.find(text) if _BUT_FOR.search(text[: one.start])}
    return absent


def _tiles(blocks: Sequence[Block], around: str, names: Names) -> Iterator[tuple[str, int]]:
    """Municipalities by themselves over who signs for each and the office of that, as on a page of tiles; with their page."""
    for block, below in pairwise(blocks):
        lines = [line.text for line in printed_lines(below)]
        signs = len(below.text.split()) <= LONGEST_SIGNER and any(_OFFICE.match(line) for line in lines)
        code = names.called(block.text, around) if signs and len(block.lines) == 1 else None
        if code:
            yield code, block.page


def _over_an_office(block: Block, around: str, names: Names) -> str | None:
    """The municipality on the line above the office of who signs for it: "Venlo" over "wethouder"."""
    first, *others = printed_lines(block)
    return names.called(first.text, around) if others and _OFFICE.match(others[0].text) else None


def _head_of_row(row: str, around: str, names: Names) -> str | None:
    """The municipality that a row begins with under the head "Gemeente"."""
    head = re.match(r"\W*gemeente\s*:\s*(?P<name>[^;|]+)", row, re.IGNORECASE)
    return names.called(head["name"].strip(), around) if head else None


def _signed_under(row: str, around: str, names: Names) -> Iterator[str | None]:
    """The municipalities that head the cells of a row of signatures."""
    cells = [_SIGNS_UNDER.fullmatch(cell) for cell in row.split(";")]
    if len(cells) >= LEAST_MEMBERS and all(cells):
        yield from (names.called(cell["name"], around) for cell in cells if cell)


def _in_table(blocks: Sequence[Block], names: Names) -> tuple[tuple[str, ...], int]:
    """The municipalities that begin the rows of a table under the head "Gemeente", the longest such table."""
    best: tuple[tuple[str, ...], int] = ((), 0)
    codes: list[str] = []
    headed = False
    around = " ".join(block.text for block in blocks)
    for block in blocks:
        opens = bool(_MUNICIPALITIES_BELOW.match(block.text))
        if block.kind != BlockKind.TABLE_ROW or opens:
            codes, headed = [], opens
            continue
        first_cell = block.text.partition("|")[0].strip()
        code = _head_of_row(block.text, around, names) or (names.called(first_cell, around) if headed else None)
        codes += [code] if code else []
        if len(codes) > len(best[0]):
            best = (tuple(dict.fromkeys(codes)), block.page)
    return best


def _as_many_as_said(parts: Parts, names: Names) -> tuple[str, ...]:
    """The municipalities that a paper names, where these are as many as its head says: "Afspraken van vijf gemeenten"."""
    said = _SO_MANY.search(" ".join(block.text for block in parts.body[:_OPENING]))
    if not said:
        return ()
    number = said["number"].lower()
    named = dict.fromkeys(mention.gm_code for block in parts.body for mention in names.find(block.text))
    # a village may have been one
    codes = [code for code in named if names.day is None or by_code(code).exists_on(names.day)]
    return tuple(codes) if len(codes) == (int(number) if number.isdigit() else _NUMBERS.index(number) + 2) else ()


def _party_lines(block: Block) -> list[str]:
    """The block as printed lines when it is a list of parties, else as a whole."""
    starts = sorted({0, *(line.start for line in block.lines)})
    lines = [block.text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(block.text)], strict=True)]
    cells = [cell.strip() for line in lines for cell in re.split(r"\s*[|;]\s*", line)]
    return [block.text, *(cell for cell in cells if cell != block.text)]


def _listed(parts: Parts, names: Names) -> tuple[tuple[str, ...], int]:
    """The longest run of municipalities with nothing between them but commas, "en" and "gemeente", said to take part."""
    best = max(_by_themselves(parts.body, names), key=lambda one: len(one[0]), default=((), 0))
    for text, page in (*_texts(parts), (" ".join(line.text for line in parts.cover), parts.first_page)):
        for codes in _runs(text, names):
            if len(codes) > len(best[0]):
                best = (codes, page)
    return best


def _by_themselves(blocks: Sequence[Block], names: Names) -> Iterator[tuple[tuple[str, ...], int]]:
    """The municipalities that are all that a block of the opening holds: "Bergeijk · Bladel · Eersel"."""
    for block in blocks[:_OPENING]:
        found = sorted(names.find(block.text), key=lambda mention: mention.start)
        codes = tuple(dict.fromkeys(mention.gm_code for mention in found))
        if len(codes) >= LEAST_MEMBERS and not re.search(r"\w", re.sub(r"\ben\b", "", _without(block.text, found))):
            yield codes, block.page


def _without(text: str, found: Sequence[Mention]) -> str:
    """A text without the names in it."""
    starts = [0, *(mention.end for mention in found)]
    ends = [*(mention.start for mention in found), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _texts(parts: Parts) -> Iterator[tuple[str, int]]:
    """Blocks; and runs of short list items under a line that announces municipalities, taken together."""
    blocks = parts.body
    for number, block in enumerate(blocks):
        yield block.text, block.page
        if _LISTING.search(block.text) and len(block.text.split()) <= 60:
            items = []
            for following in blocks[number + 1 : number + 20]:
                if len(following.text.split()) > 8:
                    break
                items.append(following.text.strip(" ;.,•-–"))
            if len(items) >= LEAST_MEMBERS:
                yield f"{block.text.rstrip(' :')} {', '.join(items)}", block.page


def _runs(text: str, names: Names) -> Iterator[tuple[str, ...]]:
    mentions = sorted(names.find(text), key=lambda mention: mention.start)
    run: list[str] = []
    start = end = 0
    for number, mention in enumerate(mentions):
        between = text[mentions[number - 1].end : mention.start] if number else ""
        if not number or not re.fullmatch(
            rf"(?:[\s,;/|•·–&-]|\ben\b|\balsmede\b|\bevenals\b|\b(?:de\s+)?gemeenten?\b|{ASIDE})*", between
        ):
            if _takes_part(text, start, end, run):
                yield tuple(dict.fromkeys(run))
            run, start = [], mention.start
        run.append(mention.gm_code)
        end = mention.end
    if _takes_part(text, start, end, run):
        yield tuple(dict.fromkeys(run))


def _takes_part(text: str, start: int, end: int, run: Sequence[str]) -> bool:
    if _BESIDE.match(text[end:]):
        return False
    before = text[max(0, start - 120) : start]
    clause = re.split(r"[.;]", before)[-1]
    party = _OPENS_PARTY.fullmatch(text[:start]) and _REPRESENTED.search(text[end : end + 200])
    return (
        len(set(run)) >= LEAST_MEMBERS
        and bool(party or _LISTING.search(before))
        and not _NOT_TAKING_PART.search(clause)
    )


def _known_region(codes: tuple[str, ...], region: str | None, day: date | None) -> tuple[str, ...]:
    """In the order of the region's members where all of them are, else as found."""
    order = [one.gm_code for one in _whole(region, day)]
    return tuple(code for code in order if code in codes) if set(codes) <= set(order) else codes


def _whole(region: str | None, day: date | None) -> tuple[Municipality, ...]:
    return regions(day or today()).get(region, ()) if region else ()
