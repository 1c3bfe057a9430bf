"""The title that a paper gives itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.documents.day import find_days
from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.kind import LABELS, word_kind
from pipeline.documents.movers import names_movers, only_parties
from pipeline.documents.naming import is_a_name
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts, PrintedLine, field_values, page_source
from pipeline.extraction.blocks import Block, BlockKind

SUBJECT_FIELDS = (
    r"onderwerp|betreft|titel|inzake|onderwerp\s+van\s+(?:de\s+motie|het\s+voorstel)"
    r"|titel\s+(?:van\s+de\s+)?motie|naam\s+(?:van\s+de\s+)?(?:regeling|motie)"
    r"|portefeuille\s*/\s*onderwerp|naam(?=\s*:\s*[‘“„\"])"
)
_CITED = re.compile(
    r"\b(?:aangehaald|geciteerd)\s+(?:worden\s+)?als\s*[:;]?\s*(?:de\s+"
    r"|het\s+)?[‘'\"“„«]?(?P<title>[^‘’\"“”„»;]{6,160}?)[’'\"”»]?\s*(?:[.;]|$)"
    r"|\bciteertitel\s*[:|]\s*(?P<field>[^.;]{6,160})",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?!onderwerp|betreft|titel)[^:;|]{1,25}:[^:;]*;\s*[^:;]{1,25}:[^;]*;\s*[^:;]{1,25}:", re.IGNORECASE
)
"""A row of a list under its heads: the titles there are of other papers."""
_PASSING = re.compile(
    r"""^\W*(?:
      (?:gemeente|provincie)(?:\s+[\w'’-]+){0,4}\W*$ | gemeente(?:blad|raad|bestuur)\b
    | provinciaal\s+blad\b | officiële\s+(?:uitgave|publicatie)\b
    | staatscourant\b | (?:nr|nummer|jaargang|pagina|blz)\b | colofon\b | datum\b | status\b | (?:eind)?versie\b
    | (?:concept|ontwerp|definitief)(?:versie|tekst)?\W*(?:(?:versie|d\.?d\.?|van|voor|ter)\b.*|\d.*)?$
    | vastgesteld\b | vervallen\b | ingetrokken\b | aangenomen\W*$
    | bijlage(?:\s*\w{1,3})?\W*$ | (?:inhoud(?:sopgave)?|inleiding|voorwoord|samenvatting|leeswijzer|aanleiding)\W*$
    | (?:auteurs?|opdrachtgever|opgesteld\s+door|zaaknummer|kenmerk|registratienummer|postbus|telefoon)\b
    | vergaderjaar\b | (?:tweede|eerste)\s+kamer\b | aanhangsel\s+van\b | vragen\s+gesteld\s+door\s+de\s+leden\b
    | www\. | https?: | aan\s+de\b | archief(?:exemplaar|notitie)?\b
    | (?:stuk|zitting|(?:raads|staten)?vergadering|agendapunt|kenmerk|soort|type|fracties?|partij(?:en)?|volgnummer|zaaknummer
      |indieners?|aangekondigd|behandel\w+|(?:\w+\s+)?(?:behandeling|avond)|voorstel\s+college|portefeuille)\s*(?:[:|,].*)?$
    | (?:hoofdelijke\s+)?stemming\b | uitslag\b | programma\s+\d{1,2}(?!\w) | [•▪●◦]
    | (?:constaterende|overwegende)\b | (?:gemeente)?raad\s+van\s+[\w-]+\s*\| | provinciale\s+staten\s+van\b | \(?in\s+te\s+vullen\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines in large print that are masthead, logo, date, mark or standing heading, not title."""
_SELF_LABEL = re.compile(
    r"^\W*(?:"
    + "|".join(LABELS.values())
    + r"|(?:gewijzigde\s+)?motie(?:\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?"
    r"|vreemd\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)\W*(?:nr\.?\s*)?(?:(?=[a-z-]*\d)[\w-]{0,12}|[\w-]{0,3}"
    r"|aangenomen|ingetrokken|gewijzigd|verworpen|aangehouden|concept|raad|formulier)\W*$",
    re.IGNORECASE,
)
_MOTION_TITLE = re.compile(
    r"""^\W*(?:(?-i:M[-. ]?\d[\w./-]*)\W+)?(?:gewijzigde\s+)?m\s?o\s?t\s?i\s?e
    (?:\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?\s*[|]?
    (?:\s*(?:nr\.?|nummer)?\s*(?-i:[A-Z]{0,2}[-. ]?\d[\w./-]*+|[IVX]+(?=\s*[:–—|-])))?\s*[:–—|-]?\s*[‘'"“„«]?
    (?P<title>[A-Za-z]\D{4,160}?.{0,40}?)[’'"”»]?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_MOTION_OF = re.compile(
    r"^\W*(?:gewijzigde\s+)?motie\b.*\b(?:agendapunt|(?:raads|staten)?vergadering)\b", re.IGNORECASE
)
"""To what a motion belongs: its title stands under that."""
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*\.?|hoofdstuk\s+\w+|artikel\s+\d+|[ivx]+\.)\s", re.IGNORECASE)
"""A chapter's heading is not the paper's."""
_NO_TITLE = re.compile(
    r"^\W*(?:van(?=\W+(?:de|het|fracties?|mening)\b|\s*:)|(?:ex\s+|cf\.?\s+|conform\s+)?art(?:ikel|\.)\s*\d+|nr|nummer|d\.?d|agendapunt|de\s+(?:gemeente)?raad|provinciale\s+staten|indiener\w*"
    r"|constat\w+|overweg\w+|ingediend|(?:vast)?stel(?:t|len)\w*|van\s+mening|spreekt|gehoord|gelezen|gezien|roept|draagt|verzoekt"
    r"|(?:behorend\w*\s+)?bij\W+agendapunt|namens|fracties?\b|raad\W*:|dat(?=\s+(?-i:[a-z]))|(?:blad|blz\.?|pagina)\s+\d+)\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"van\b", re.IGNORECASE)
"""What of a line belongs to the word before it: "Motie van VVD en CDA over huisvesting"."""
_RESULT = re.compile(
    r"\b(?:in\s+stemming|hoofdelijk\w*|verworpen|aangehouden|trek(?:t|ken)\s+(?:de\s+)?motie"
    r"|(?:is|door\s+(?:de\s+)?indieners?)\s+ingetrokken)\b",
    re.IGNORECASE,
)
"""What tells of the vote, often in large print: no motion is called so."""
_ASKED = re.compile(
    r"^\W*(?:\d{2,5}\s+)?(?P<title>(?:schriftelijke\s+)?vragen\s+van\s+(?:het\s+(?:raads|staten)?lid|de\s+(?:leden|fracties?))\b"
    r".{10,}?)(?:\s*\(ingezonden\b.*)?$",
    re.IGNORECASE,
)
"""Who asks whom about what, as questions are headed in parliament: "2129 Vragen van de leden A en B aan … over … (ingezonden …)"."""
_LABEL_BEFORE = re.compile(
    r"^(?:raadsvoorstel|raadsbesluit|raadsinformatiebrief|collegevoorstel|statenmededeling|memo)\b[\s:–-]+(?=\w+\s+\w+)",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"(?<=\w)[.,]?\s+(?:be)?(?:hoort|horende?)?\s*bij\s+agendapunt\s+\d.*$", re.IGNORECASE)
"""Behind a title: to which item of the agenda the paper belongs."""
_INSANE = re.compile(
    r"^\s*(?:microsoft\s+(?:word|powerpoint|excel)|untitled|document\d*|naamloos|none|powerpoint|titel"
    r"|title|sjabloon|template|(?:stuk|bijlage|agendapunt)\s+[\w.-]+\s*$|layout\s*\d|scan\w*)\b|\.(?:docx?|indd|pptx?|xlsx?|pdf|odt|qxp)\s*$"
    r"|^[\W\d_]*$|^\S*_\S*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[‘“„\"'](?P<title>[^‘’“”„\"]+)[’”\"']$")
_LONGEST = 220
_CELL = 20
"""Words of the longest cell that is a title and no running text."""
_LARGER = 1.15
"""So many times as large as other print is what stands out from it."""
_SUBTITLE = 15
"""Words up to which the line under a title is its subtitle."""


def title_of(parts: Parts, kind: PaperKind) -> Derived[str]:
    """The first that holds: subject field of council papers and motions, biggest print, the head of questions, citeertitel, heading,
    first cell, metadata, name."""
    readers = _READERS.get(kind, (_biggest, _subject_field))
    found = (
        reader(parts) for reader in (*readers, _asked, _cited, _naming_itself, _first_heading, _first_cell, _metadata)
    )
    title = next((title for title in found if title), None) or _name(parts)
    return Derived(_BELONGS.sub("", _LABEL_BEFORE.sub("", title.value)) or title.value, title.source)


def _subject_field(parts: Parts) -> Derived[str] | None:
    lines = parts.cover
    for value, line in field_values(lines, SUBJECT_FIELDS):
        if line.kind is BlockKind.TABLE_ROW and _LISTED.match(line.text):
            continue
        text = _with_next_line(value, line, lines).strip(" :.|")
        if len(text) > 3:
            text = _QUOTED.sub(r"\g<title>", text)
            return Derived(text[:_LONGEST], page_source("onderwerpregel", line.page))
    return None


def _with_next_line(value: str, line: PrintedLine, lines: Sequence[PrintedLine]) -> str:
    """A subject that runs on: the following line of the same block when it starts in lower case."""
    place = lines.index(line) + 1
    under = place < len(lines) and lines[place].text == value
    parts = [value]
    for after in lines[place + under : place + under + 3]:
        if not after.text[:1].islower() or abs(after.size - line.size) > 0.5 or len(after.text.split()) > 14:
            break
        parts.append(after.text)
    return " ".join(dict.fromkeys(parts))


def _motion_title(parts: Parts) -> Derived[str] | None:
    """What follows the word motie and its number on the same line, else the next line of its own."""
    labelled = False
    blocks = parts.banners
    able = (block for block in blocks if _can_be_title(block.text) and not _NO_TITLE.match(block.text))
    largest = max((block.size for block in able), default=0.0)
    for block in blocks:
        label = bool(_SELF_LABEL.match(block.text))
        match = None if label else _MOTION_TITLE.match(block.text)
        if (
            match
            and not _RESULT.search(block.text)
            and not find_days(match["title"])
            and not _NO_TITLE.match(match["title"])
            and not _WHOSE.match(match["title"])
        ):
            return Derived(match["title"].strip(" ‘’'\"“”„"), page_source("kop van de motie", block.page))
        goes_on = block.text.lstrip("(‘'\"“”„ ")[:1].islower()
        told = goes_on or _NO_TITLE.match(block.text) or _RESULT.search(block.text) or names_movers(block.text)
        named = labelled and _can_be_title(block.text) and not told
        if named and block.kind != BlockKind.FURNITURE and largest < _LARGER * block.size:
            return Derived(block.text.strip(" ‘’'\"“”„"), page_source("kop van de motie", block.page))
        label = label or match is not None or bool(_MOTION_OF.match(block.text))
        labelled = labelled or (label and block.kind != BlockKind.FURNITURE)
    return None


def _biggest(parts: Parts) -> Derived[str] | None:
    """The largest print of the cover, its blocks joined, mastheads, dates and labels left out.

    A title of fancy ("Goed komen, goed blijven") takes its subtitle along.
    """
    blocks = [block for block in parts.banners if block.kind != BlockKind.FURNITURE and _can_be_title(block.text)]
    largest = max((block.size for block in blocks), default=0.0)
    if largest < _LARGER * parts.body_size or not largest:
        return None
    first = next(number for number, block in enumerate(blocks) if block.size >= 0.97 * largest)
    run = _run(blocks[first:], largest)
    text = " ".join(block.text for block in run)
    return Derived(
        _with_subtitle(text, blocks[first + len(run) :])[:_LONGEST], page_source("omslag", blocks[first].page)
    )


def _with_subtitle(title: str, after: Sequence[Block]) -> str:
    names_itself = word_kind(title) or TARGET_GROUP.search(title) or any(_LISTED.match(one.text) for one in after[:1])
    if names_itself or not after or len(after[0].text.split()) > _SUBTITLE or re.match(r"^\d", after[0].text):
        return title
    subtitled = word_kind(after[0].text) or TARGET_GROUP.search(after[0].text)
    return f"{title.removesuffix('.')}. {after[0].text}" if subtitled else title


def _run(blocks: Sequence[Block], size: float) -> list[Block]:
    """The blocks of one title; the nota under the decision to adopt it bears the same again."""
    run: list[Block] = []
    for block in blocks:
        said_before = any(block.text in one.text for one in run)
        if block.size < 0.97 * size or block.page != blocks[0].page or said_before:
            break
        run.append(block)
    return run


def _can_be_title(text: str) -> bool:
    words = text.split()
    is_date = any(found.end - found.start > 0.6 * len(text) for found in find_days(text))
    return (
        not (_PASSING.match(text) or _NUMBERED.match(text) or _SELF_LABEL.match(text) or is_date)
        and not (is_a_name(text) or only_parties(text) or _RESULT.search(text))
        and len(text) > 3
        and any(len(word) > 3 and word[0].isalpha() for word in words)
    )


def _asked(parts: Parts) -> Derived[str] | None:
    for block in parts.body[:12]:
        match = _ASKED.match(block.text)
        if match:
            return Derived(match["title"][:_LONGEST], page_source("kop van de vragen", block.page))
    return None


def _cited(parts: Parts) -> Derived[str] | None:
    for block in reversed(parts.body):
        match = _CITED.search(block.text)
        if match:
            return Derived(
                (match["title"] or match["field"]).strip(" .'‘’\"“”„"), page_source("citeertitel", block.page)
            )
    return None


def _naming_itself(parts: Parts) -> Derived[str] | None:
    """In a paper all in one size: the first line of the first page that has a paper's word for itself in it."""
    for block in parts.banners[:6]:
        named = word_kind(block.text) and _can_be_title(block.text) and not _NO_TITLE.match(block.text)
        if block.kind != BlockKind.FURNITURE and named:
            return Derived(block.text[:_LONGEST], page_source("eerste regels", block.page))
    return None


def _first_heading(parts: Parts) -> Derived[str] | None:
    for block in parts.body[:12]:
        if block.kind == BlockKind.HEADING and _can_be_title(block.text):
            return Derived(block.text[:_LONGEST], page_source("eerste kop", block.page))
    return None


def _first_cell(parts: Parts) -> Derived[str] | None:
    """In a paper that is one table: the first cell, if it has a paper's word for itself in it."""
    first = parts.body[0] if parts.body else None
    cell = first.text.split(" | ")[0] if first and first.kind == BlockKind.TABLE_ROW else ""
    titled = 2 < len(cell.split()) <= _CELL and word_kind(cell) and ":" not in cell and _can_be_title(cell)
    return Derived(cell, page_source("eerste cel", first.page)) if first and titled else None


def _metadata(parts: Parts) -> Derived[str] | None:
    text = parts.metadata.get("title", "").strip()
    return Derived(text[:_LONGEST], "eigenschappen van de PDF") if len(text) > 5 and not _INSANE.search(text) else None


def _name(parts: Parts) -> Derived[str]:
    return Derived(re.sub(r"[-_ ]+", " ", parts.stem).strip() or "zonder titel", "bestandsnaam")


_READERS: dict[PaperKind, tuple[Callable[[Parts], Derived[str] | None], ...]] = {
    PaperKind.MOTION: (_subject_field, _motion_title, _biggest),
    PaperKind.COUNCIL_PAPER: (_subject_field, _biggest),
}
"""Council papers state their subject; others print their title large."""
