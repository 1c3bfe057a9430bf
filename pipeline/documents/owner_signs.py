"""Signs of who speaks in a paper: where a municipality, the province or a national body shows itself, and how much that says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.documents.clause import Clause
from pipeline.documents.credits import is_credited, is_former
from pipeline.documents.firm import NATIONAL as NATIONAL_BODY
from pipeline.documents.letterhead import GREETED, is_firms, is_of_a_firm, is_of_an_executive, without_receipt
from pipeline.documents.minutes import met_in
from pipeline.documents.naming import ASIDE, MUNICIPALITY_BEFORE, Mention, Names
from pipeline.documents.paper import PaperKind
from pipeline.documents.parts import Parts, PrintedLine, page_source, segments, with_what_runs_on
from pipeline.documents.top_line import of_top_line
from pipeline.documents.wording import lead_in
from pipeline.extraction.blocks import BlockKind
from pipeline.language.municipalities import by_code
from pipeline.language.needed_words import expression

PROVINCE, NATIONAL = "provincie", "landelijk"
"""Stand for the province and for national bodies among the speakers; the others are CBS codes."""
PLACE_AND_DAY = "plaats en datum"

WEIGHTS = {
    "landelijk stuk": 12.0,
    "opdracht": 6.0,
    "vaststellingsclausule": 10.0,
    "kop van het gemeenteblad": 10.0,
    "plancode": 8.0,
    "omslag": 8.0,
    "opschrift": 7.0,
    "afzender": 7.0,
    "e-mail- of webadres": 7.0,
    "ondertekening": 6.0,
    "titel": 6.0,
    "colofon": 6.0,
    "kop- of voetregel": 6.0,
    "bestandsnaam": 4.0,
    PLACE_AND_DAY: 2.0,
    "eigenschappen van de PDF": 2.0,
    "tekst": 3.0,
    "enige gemeente in het stuk": 1.5,
}
"""How much a place says of who speaks (points). A clause or masthead weighs more than two addresses of somebody else."""

_NAME_ONLY = re.compile(r"^\W*(?:gemeente(?:bestuur)?\s+|de\s+gemeente\s+)?$", re.IGNORECASE)
_GAZETTE = re.compile(r"\b(?:gemeenteblad|officiële\s+uitgave|officiële\s+publicatie)\b", re.IGNORECASE)
_ORGAN = re.compile(
    r"\b(?:raad|gemeenteraad|college|burgemeester\s+(?:en|&)\s+wethouders|b\s?&\s?w|b\s?en\s?w"
    r"|gemeentebestuur|griffier?|(?:loco-?\s?)?(?:gemeente)?secretaris|burgemeester|wethouder|fractie)\b[^.;]{0,60}?\b(?:van"
    r"|der|te|in|gemeente)\s+(?:de\s+)?(?:gemeente\s+)?$"
    r"|\b(?:gemeenteraad|(?:raads)?griffie|gemeentehuis|stadhuis|college\s+van\s+b\s?&\s?w)\s+$"
    r"|\b(?:raads|gemeenteraads)vergadering\s+(?:van\s+)?(?:de\s+)?(?:gemeente\s+)?$"
    r"|^\W*(?:de\s+)?raad\s+$",
    re.IGNORECASE,
)
_AFTER_WORD = expression(r"(?<=[a-z]{3})\.\s+(?=[A-Z])")
"""Between two sentences of a cover line: "Gemeente Best. Vastgesteld op …"."""
_SEASON = re.compile(r"^,?\s*(?:[a-z]{3,9}\s+)?(?:19|20)\d\d\W*$")
"""What follows a municipality's name on its cover: "Deurne, mei 2020", "Vught, voorjaar 2022"."""
_DEPARTMENT = re.compile(r"^\s*[,|–-]\s*(?:afdeling|team|cluster|sector|dienst|directie)\b", re.IGNORECASE)
"""What follows a municipality's name where one of its departments signs: "Gemeente Best, afdeling Ruimte"."""
MUNICIPALITY_FIRST = re.compile(r"^\W*gemeente\s", re.IGNORECASE)
_IMRO = expression(r"\bNL\.IMRO\.(?P<code>\d{4})\.")
_ADDRESS = re.compile(r"(?:@|\bwww\.|https?://(?:www\.)?)(?P<host>[\w.-]+)\.(?:nl|eu|com|frl)\b", re.IGNORECASE)
_COMMISSIONED = re.compile(r"\b(?:in\s+opdracht\s+van|opdrachtgever\s*:?)\s+(?:de\s+)?(?:gemeente\s+)?$", re.IGNORECASE)
_PROVINCE = expression(
    r"\bprovincie\s+(?P<name>Noord-Brabant|Brabant)\b|\b(?:provinciale"
    r"|gedeputeerde)\s+staten\s+van\s+(?:noord-)?brabant\b|\bbrabant\.nl\b",
    re.IGNORECASE,
)
_PROVINCE_ORGAN = re.compile(
    r"^\W*(?:provinciale\s+staten|gedeputeerde\s+staten|statenmededeling|statenvoorstel|provinciaal\s+blad)\b",
    re.IGNORECASE,
)
_STATES = expression(r"\bstaten\b", re.IGNORECASE)
_SENT_TO_STATES = re.compile(
    r"\b(?:aan|bij)\s+(?:[\w ]{0,25}\s)?(?:provinciale|gedeputeerde)\s+staten\b", re.IGNORECASE
)
"""The province that is only told of it or supervises: "ter kennisname aan de raad en aan Gedeputeerde Staten"."""
_AFTER_SENTENCE = expression(r"(?<=\w\w[.])\s+(?=[A-Z])")
_SHORT_CLAUSE = 160
"""Characters of a clause that names its decider though a sentence ends in it; of a longer one only the first sentence does."""
LETTERHEAD = 30
"""Words up to which a block of the first page is cover or letterhead; more is running text."""
_JOINT = expression(
    r"\b(?:gemeenten|gemeenteraden|raden|colleges)\b|\bgemeente\b.*(?:\ben\s+(?:de\s+)?|[·•]\s*)gemeente\b",
    re.IGNORECASE,
)
_CLOSES_TITLE = re.compile(r"[\W\d]*")
"""What can follow the owners at the end of a title: years and marks."""
_BETWEEN_OWNERS = re.compile(
    rf"(?:[\s,;/&+|–-]|[·•]\s*(?=gemeente\b)|\ben\b|\bvan\b|\b(?:de\s+)?gemeenten?\b|{ASIDE})*", re.IGNORECASE
)
"""What can stand between municipalities that are named together."""
NOT_SPEAKING = expression(
    r"^\W*aan\b|\b(?:werkt\s+voor|overgedragen\b.{0,30}?\baan|met|naast|zoals|tussen)\b|\bc\.?c\.?\s*:|\b(?:buur|omliggend|naburig)\w*",
    re.IGNORECASE,
)
"""Signs that municipalities on a line are spoken to or of."""
_GUESTS = re.compile(r"^\W*(?:te\s+gast|gasten|genodigden?|insprekers?)\b", re.IGNORECASE)
"""How a line of the minutes begins that names who came from elsewhere: "Te gast | wethouder van Alphen-Chaam"."""
_ADDRESSEE = re.compile(
    r"^\W*aan\s+(?:de\s+)?(?:(?:leden|voorzitter|griffie)\s+van\s+)?(?:de\s+)?(?:gemeente)?raad\s+van\s+", re.IGNORECASE
)
"""Whom a letter is sent to: a bureau writes to the council as the executive does."""
_COPY = re.compile(r"^\W*(?:afschrift|kopie|verzendlijst)\b", re.IGNORECASE)
"""How a line begins that says who is sent a copy."""
LAST_LINES = 4
"""Printed lines at the end among which a place and a month ("Best, mei 2020") close the paper."""
MOST_OWNERS = 4
"""More municipalities than this make a regional paper or a list of others."""
_TOWN_HALL = re.compile(r"\b(?:raadhuis|gemeentehuis|stadhuis)\b.*\b\d{4}\s?[A-Z]{2}\s+$", re.IGNORECASE)
"""Before the town in the address of a town hall."""
_SENTENCES = 6
"""Words from which a printed line of several sentences is of running text, not "Gemeente Best. Vastgesteld op"."""
_SENDER = 14
"""Words up to which a line or sentence names a sender."""
_PARTY = expression(r"^\W*(?:namens\s+)?(?:de\s+)?fracties?\b", re.IGNORECASE)
"""Local parties bear the name of their town: "Namens de fracties Progressief Woensdrecht en D66"."""
_FORMER = re.compile(r"\bvoormalige\s+gemeenten?\s+$", re.IGNORECASE)
_AT_HOME = expression(r"\bonze\s+gemeente\b[^;]{0,120}?\b(?:hoofd)?kern(?:en)?\s+$", re.IGNORECASE)
"""Before the main village, where a paper says of what its municipality consists."""
_BUREAU = expression(r"\b\w*bureau\b[^.;]{0,60}$", re.IGNORECASE)
"""Before the town of who made the paper."""
_ADDRESSED = re.compile(r"[a-z]\s+aan\s+(?:de|het)\s+(?:\w+\s+){1,3}?van\s+(?:de\s+)?(?:gemeente\s+)?$")
"""Within a sentence, before the council to which something goes: "… die dit najaar aan de raad van Oss wordt aangeboden"."""
_ACTS = re.compile(r"\W*(?:heeft|hebben|stelt|wordt|worden)\b")
"""Behind an organ of which a sentence tells what it does."""
_SIGNING = re.compile(
    r"^\W*(?:namens\s+)?(?:de\s+(?:gemeente)?raad|het\s+college|burgemeester\s+en\s+wethouders)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of who speaks: a CBS code or PROVINCE, where, and for how many points."""

    speaker: str
    where: str
    points: float
    page: int = 0

    @property
    def source(self) -> str:
        """Dutch source of an owner that rests on it."""
        return page_source(self.where, self.page) if self.page else self.where


def signs_of(parts: Parts, clauses: Sequence[Clause], title: str, kind: PaperKind, names: Names) -> Iterator[Sign]:
    """All signs; each place gives a speaker its points once, however often it repeats itself there."""
    seen: set[tuple[str, str]] = set()
    for sign in _all_signs(parts, clauses, title, kind, names):
        if (sign.speaker, sign.where) not in seen:
            seen.add((sign.speaker, sign.where))
            yield sign


def _all_signs(parts: Parts, clauses: Sequence[Clause], title: str, kind: PaperKind, names: Names) -> Iterator[Sign]:
    yield from _in_clauses(clauses, names)
    yield from _on_cover(parts, names)
    yield from _in_codes(parts, names)
    yield from (_sign(mention.gm_code, "opschrift", line.page) for mention, line in met_in(parts, names))
    for where, text in (
        ("titel", title),
        ("bestandsnaam", name_text(parts.stem)),
        ("eigenschappen van de PDF", " ".join(parts.metadata.get(key, "") for key in ("author", "title"))),
    ):
        yield from _few(text, where, names)
    for where, text in (("titel", title), ("bestandsnaam", parts.stem)):
        if code := names.closing(text):
            yield _sign(code, where)
    yield from (_sign(code, "opschrift", page, 0.7) for code, page in of_top_line(parts, names))
    yield from _in_lines(parts.colofon, "colofon", names)
    yield from _in_lines(
        without_receipt([line for line in parts.furniture if line.kind == BlockKind.FURNITURE]),
        "kop- of voetregel",
        names,
    )
    yield from _senders(parts, names)
    yield from _provincial(parts)
    if any(NATIONAL_BODY.search(line.text) and len(line.text.split()) <= 12 for line in parts.cover[:18]):
        yield _sign(NATIONAL, "landelijk stuk")
    if kind is not PaperKind.OTHER:
        yield from _over_season(parts, names)
        yield from _in_text(parts, names)
        yield from _only_one(parts, names)


def _sign(speaker: str, where: str, page: int = 0, share: float = 1.0) -> Sign:
    return Sign(speaker, where, WEIGHTS[where] * share, page)


def _in_clauses(clauses: Sequence[Clause], names: Names) -> Iterator[Sign]:
    for clause in clauses:
        said = clause.text if len(clause.text) <= _SHORT_CLAUSE else _AFTER_SENTENCE.split(clause.text)[0]
        if _STATES.search(_SENT_TO_STATES.sub("", clause.text)):
            yield _sign(PROVINCE, "vaststellingsclausule", clause.page)
        for mention in [one for one in _speaking(said, names) if not is_former(said, one.start)][:1]:
            yield _sign(mention.gm_code, "vaststellingsclausule", clause.page)


def _speaking(text: str, names: Names, above: str = "") -> list[Mention]:
    """The municipalities named in a text, without those in the names and towns of who made the paper or can be reached."""
    found = (look(text) for look in (names.find, names.spelled))
    return next(filter(None, ([one for one in ones if not is_credited(text, one.start, above)] for ones in found)), [])


def _on_cover(parts: Parts, names: Names) -> Iterator[Sign]:
    """Lines of the cover or letterhead that are a municipality's name, its gazette, or its council or executive."""
    spoken = [one for one in parts.head if one.kind != BlockKind.LIST_ITEM and not _GUESTS.match(one.text)]
    for line, before in with_what_runs_on(without_receipt(spoken)):
        found = _speaking(line.text, names, before)
        together = named_together(line.text, found) and not NOT_SPEAKING.search(f"{before} {line.text}")
        if together and line.block_words <= LETTERHEAD:
            yield from (_sign(mention.gm_code, "omslag", line.page) for mention in found)
        elif len({mention.gm_code for mention in found}) <= 2:
            for text in (said for part in segments(line.text) for said in _sentences(part, line)):
                yield from _in_letterhead(text, line, names, before if line.text.startswith(text) else "")


def _sentences(text: str, line: PrintedLine) -> list[str]:
    """The sentences of a cover line; of running text not the last, which goes on in the next line."""
    said = _AFTER_WORD.split(text)
    words = len(line.text.split())
    return said[:-1] if _SENTENCES < words < line.block_words and len(said) > 1 and text[-1] != "." else said


def _in_letterhead(text: str, line: PrintedLine, names: Names, above: str) -> Iterator[Sign]:
    """What a line of the cover, or a part of it ("Gemeente Oss | zaak 12"), says of who speaks; `above` is the line that it goes on."""
    found = _speaking(text, names, above)
    alone = names.whole_line(text)
    if alone and not found and not is_credited(text, 0, above):
        yield _sign(alone, "omslag", line.page)
    for mention in found if line.block_words <= LETTERHEAD else ():
        before, after = text[: mention.start], text[mention.end :]
        if _GAZETTE.search(before):
            yield _sign(mention.gm_code, "kop van het gemeenteblad", line.page)
        elif _NAME_ONLY.match(before) and not re.search(r"[A-Za-z]{3}", after):
            yield _sign(mention.gm_code, "omslag", line.page)
        elif _organ_before(before) and not _ADDRESSEE.search(before):
            yield _sign(mention.gm_code, "opschrift", line.page)
        elif _COMMISSIONED.search(before):
            yield _sign(mention.gm_code, "opdracht", line.page)
        elif MUNICIPALITY_BEFORE.search(before) and len(text.split()) <= 12:
            yield _sign(mention.gm_code, "opschrift", line.page, 0.7)
        elif _TOWN_HALL.search(before):
            yield _sign(mention.gm_code, "opschrift", line.page)


def _in_codes(parts: Parts, names: Names) -> Iterator[Sign]:
    """IMRO codes of plans; addresses of its own site or mail."""
    for line in (*parts.front, *parts.colofon, *parts.furniture, *parts.lines[-40:]):
        for match in _IMRO.finditer(line.text):
            if code := names.of_plan(match["code"]):
                yield _sign(code, "plancode", line.page)
        for match in _ADDRESS.finditer(line.text):
            if code := names.of_host(match["host"]):
                yield _sign(code, "e-mail- of webadres", line.page)


def _organ_before(before: str) -> bool:
    """Whether the words before a name end in an organ of it ("het college van de gemeente"); one that is greeted is of the reader."""
    return bool(_ORGAN.search(GREETED.sub("", before)))


def _few(text: str, where: str, names: Names) -> Iterator[Sign]:
    """A text of one or two municipalities names its own; more are a list of others."""
    codes = list(dict.fromkeys(mention.gm_code for mention in names.named(text)))
    for code in codes if len(codes) <= 2 else ():
        yield _sign(code, where, share=1.0 if len(codes) == 1 else 0.6)


def name_text(stem: str) -> str:
    """A file or folder name as words with capitals, so that names in it are seen."""
    return " ".join(part[:1].upper() + part[1:] for part in re.split(r"[-_ .]+", stem) if part)


def _in_lines(lines: Sequence[PrintedLine], where: str, names: Names) -> Iterator[Sign]:
    for line, above in with_what_runs_on(lines):
        if is_firms(line):
            continue
        found = _speaking(line.text, names, above)
        alone = names.whole_line(line.text)
        if alone and not found and not is_credited(line.text, 0, above):
            yield _sign(alone, where, line.page)
        for mention in found if len({m.gm_code for m in found}) == 1 else ():
            yield _sign(mention.gm_code, where, line.page)


def _senders(parts: Parts, names: Names) -> Iterator[Sign]:
    """Signatures and sender lines: "Burgemeester en wethouders van Oss,", "Oss, 9 november 2022", "Gemeente Oss, afdeling Wonen"."""
    lines = without_receipt((*parts.front, *parts.lines[-60:]))
    firm = is_of_a_firm(parts)
    own = not firm and is_of_an_executive(parts)
    for number, line in enumerate(lines):
        if line.kind == BlockKind.LIST_ITEM or _GUESTS.match(line.text) or _COPY.match(line.text):
            continue
        for text in (said for said in _AFTER_WORD.split(line.text) if len(said.split()) <= _SENDER):
            for mention in _speaking(text, names)[:1]:
                organ_below = any(_SIGNING.match(below.text) for below in lines[number + 1 : number + 4])
                signed = organ_below or (own and line.page == parts.first_page)
                signs = _sender(text, mention, line.page, signed)
                yield from (sign for sign in signs if not (firm and sign.where == PLACE_AND_DAY))


def _sender(text: str, mention: Mention, page: int, signed: bool) -> Iterator[Sign]:
    """What a line or sentence of a letterhead or signature says of the first municipality in it; `signed` where an organ without a name
    signs there."""
    before, after = text[: mention.start], text[mention.end :]
    addressed = _ADDRESSED.search(before) or _ADDRESSEE.search(before)
    by_organ = _organ_before(before) and not (addressed or _ACTS.match(after))
    if by_organ or (MUNICIPALITY_FIRST.match(text) and _DEPARTMENT.match(after)):
        yield _sign(mention.gm_code, "afzender", page)
    elif re.match(r"^\W*$", before) and re.match(r",\s*(?:d\.d\.\s*)?\d", after):
        yield _sign(mention.gm_code, "ondertekening" if signed else PLACE_AND_DAY, page)
    elif _PARTY.search(text):
        yield _sign(mention.gm_code, "ondertekening", page, 0.5)


def _provincial(parts: Parts) -> Iterator[Sign]:
    checks: tuple[tuple[str, Sequence[PrintedLine]], ...] = (
        ("omslag", parts.head),
        ("colofon", parts.colofon),
        ("kop- of voetregel", parts.furniture),
    )
    for where, lines in checks:
        for line in lines:
            if len(line.text.split()) <= 12 and (
                _PROVINCE.search(line.text) or (where == "omslag" and _PROVINCE_ORGAN.match(line.text))
            ):
                yield _sign(PROVINCE, where, line.page)


def _over_season(parts: Parts, names: Names) -> Iterator[Sign]:
    """Under the title of a policy, or under its last line, stand whose it is and when; a bureau writes its own town there, but under a
    report."""
    for where, share, lines in (("opschrift", 0.7, parts.head), (PLACE_AND_DAY, 1.0, parts.lines[-LAST_LINES:])):
        for line in lines:
            for mention in _speaking(line.text, names)[:1]:
                if _NAME_ONLY.match(line.text[: mention.start]) and _SEASON.match(line.text[mention.end :]):
                    yield _sign(mention.gm_code, where, line.page, share)


def _in_text(parts: Parts, names: Names) -> Iterator[Sign]:
    """Last resort: the municipality that running text calls "gemeente X", or of whose college it speaks, most of the time."""
    text = parts.text[:60000]
    spoken: dict[str, int] = {}
    for mention in names.find(text):
        before = text[max(0, mention.start - 80) : mention.start]
        if _FORMER.search(before):
            for heir in by_code(mention.gm_code).successors:
                spoken[heir] = spoken.get(heir, 0) + 1
        elif (MUNICIPALITY_BEFORE.search(before) or _organ_before(before)) and not _ADDRESSEE.search(before):
            spoken[mention.gm_code] = spoken.get(mention.gm_code, 0) + 1
    for mention in names.spelled(text):
        if _AT_HOME.search(text[max(0, mention.start - 200) : mention.start]):
            spoken[mention.gm_code] = spoken.get(mention.gm_code, 0) + 2
    total = sum(spoken.values())
    for code, count in spoken.items():
        if count > 0.5 * total:
            yield _sign(code, "tekst", share=1.0 if count > 1 else 0.5)


def _only_one(parts: Parts, names: Names) -> Iterator[Sign]:
    """The municipality of a paper that names no other anywhere."""
    codes = {
        mention.gm_code
        for block in parts.blocks
        for mention in names.find(block.text)
        if not (_BUREAU.search(lead_in(block.text, mention.start)) or is_credited(block.text, mention.start))
    }
    if len(codes) == 1:
        yield _sign(codes.pop(), "enige gemeente in het stuk")


def named_together(text: str, found: Sequence[Mention], most: int = MOST_OWNERS) -> bool:
    """Whether two to `most` municipalities are named in one breath as those who act ("gemeenten Cuijk en Grave")."""
    return _in_one_breath(text, found, most) and bool(
        _JOINT.search(text[: found[-1].start]) or re.search(r"\s[-–/&]\s", text[found[0].end : found[-1].start])
    )


def end_together(title: str, found: Sequence[Mention]) -> bool:
    """Whether a title ends in two to four municipalities ("Beleid arbeidsmigranten Asten en Someren 2021")."""
    return _in_one_breath(title, found) and bool(_CLOSES_TITLE.fullmatch(title[found[-1].end :]))


def _in_one_breath(text: str, found: Sequence[Mention], most: int = MOST_OWNERS) -> bool:
    between = (text[one.end : other.start] for one, other in pairwise(found))
    return 2 <= len({mention.gm_code for mention in found}) <= most and all(
        _BETWEEN_OWNERS.fullmatch(gap) for gap in between
    )
