"""The title that a paper gives itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.kind import word_kind
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts, PrintedLine, field_values, page_source
from pipeline.documents.title_lines import LARGER, NO_TITLE, RUNNING_ON, can_be_title
from pipeline.documents.title_motion import above_opening, motion_title
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
_UNDER_HEADS = re.compile(
    r"^[^:;|]{1,40}:\s*(?:onderwerp|betreft|titel);\s*[^:;|]{1,60}:\s*(?P<value>\S.*)$", re.IGNORECASE
)
"""A row of labels and values of which the first was taken for heads: "Aan: Onderwerp; de raad: Voortgang …"."""
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
_NEXT_FIELD = re.compile(
    r"(?:geachte|beste)\b|(?:datum|(?:ons|uw)?\s*kenmerk|bijlagen?|portefeuille\w*)\W*$|[\w ]{1,25}\s*[:|]",
    re.IGNORECASE,
)
"""What stands under a subject and is no more of it."""
_LONGEST, _SHORTEST = 220, 3
"""Characters of a title."""
_CELL = 20
"""Words of the longest cell that is a title and no running text."""
_SAYS_ON = re.compile(r"\w+\s+(?:over|voor|van|inzake)\b", re.IGNORECASE)
_FIRST, _FANCY = 8, 8
"""Lines among which a typed paper has its title, and the words of the longest that has a subtitle under it."""
_BROKEN = 9
"""Words of the longest line that begins in lower case and can be part of a title."""
_RUNNING = 25
"""Words from which a paragraph is running text."""
_SUBTITLE = 15
"""Words up to which the line under a title is its subtitle."""


def title_of(parts: Parts, kind: PaperKind) -> Derived[str]:
    """The first that holds: subject field of council papers and motions, biggest print, the head of questions, citeertitel, heading,
    first cell, metadata, name."""
    readers = _READERS.get(kind, (_biggest, _subject_field))
    found = (reader(parts) for reader in (*readers, *_ANY)) if kind is not PaperKind.MOTION else _of_motion(parts)
    title = next((title for title in found if title), None)
    if title is None:
        return _name(parts)
    return Derived(_BELONGS.sub("", _LABEL_BEFORE.sub("", title.value)) or title.value, title.source)


def _of_motion(parts: Parts) -> Iterator[Derived[str] | None]:
    yield from (_subject_field(parts), motion_title(parts))
    above = above_opening(parts)
    yield from (reader(above) for reader in (_biggest, *_ANY))


def _subject_field(parts: Parts) -> Derived[str] | None:
    lines = parts.cover
    under_heads = ((match["value"], line) for line in lines if (match := _UNDER_HEADS.match(line.text)))
    for value, line in (*under_heads, *field_values(lines, SUBJECT_FIELDS)):
        if line.kind is BlockKind.TABLE_ROW and _LISTED.match(line.text):
            continue
        own = _own_cell(value) if line.kind is BlockKind.TABLE_ROW else value
        text = _with_next_line(own, line, lines).strip(" :.|")
        if len(text) > _SHORTEST:
            text = _QUOTED.sub(r"\g<title>", text)
            return Derived(text[:_LONGEST], page_source("onderwerpregel", line.page))
    return None


def _own_cell(value: str) -> str:
    """Of a row of several fields ("Titel | … | Uitslag | …") the value of the first: behind it stand a label and its value."""
    cells = value.split(" | ")
    return cells[0] if len(cells) > 1 and len(cells[0]) > _SHORTEST else value


def _with_next_line(value: str, line: PrintedLine, lines: Sequence[PrintedLine]) -> str:
    """A subject that runs on: the following line of the same block when it starts in lower case."""
    place = lines.index(line) + 1
    under = place < len(lines) and lines[place].text == value
    above, parts = lines[place - 1 + under], [value]
    for after in lines[place + under : place + under + 3]:
        runs_on = after.text[:1].islower() or RUNNING_ON.search(parts[-1])
        quoted = after.text[:1] in "‘“„'\"" and after.runs_on_from(above)
        if (
            _NEXT_FIELD.match(after.text)
            or not (runs_on or quoted)
            or abs(after.size - line.size) > 0.5
            or len(after.text.split()) > 14
        ):
            break
        above = after
        parts.append(after.text)
    return " ".join(dict.fromkeys(parts))


def _biggest(parts: Parts) -> Derived[str] | None:
    """The largest print of the cover, its blocks joined, mastheads, dates and labels left out.

    A title of fancy ("Goed komen, goed blijven") takes its subtitle along.
    """
    blocks = [block for block in parts.banners if can_be_title(block.text) and not _is_running(block)]
    largest = max((block.size for block in blocks), default=0.0)
    if largest < LARGER * parts.body_size or not largest:
        return None
    first = next(number for number, block in enumerate(blocks) if block.size >= 0.97 * largest)
    run = _run(_unbroken(parts, blocks[first:]), largest)
    text = " ".join(block.text for block in run)
    return Derived(
        _with_subtitle(text, blocks[first + len(run) :])[:_LONGEST], page_source("omslag", blocks[first].page)
    )


def _is_running(block: Block) -> bool:
    """Whether a block is a running head, or a line of running text that only looks large (a scan)."""
    words = len(block.text.split())
    broken = block.kind is BlockKind.PARAGRAPH and block.text[:1].islower()
    return block.kind is BlockKind.FURNITURE or (broken and (words > _BROKEN or block.text[-1] in ".;,"))


def _with_subtitle(title: str, after: Sequence[Block]) -> str:
    names_itself = word_kind(title) or TARGET_GROUP.search(title) or any(_LISTED.match(one.text) for one in after[:1])
    if names_itself or not after or len(after[0].text.split()) > _SUBTITLE or re.match(r"^\d", after[0].text):
        return title
    subtitled = word_kind(after[0].text) or TARGET_GROUP.search(after[0].text)
    return f"{title.removesuffix('.')}. {after[0].text}" if subtitled else title


def _unbroken(parts: Parts, blocks: Sequence[Block]) -> list[Block]:
    """Blocks up to where running text stands between two: what comes after it is the heading of a chapter."""
    upto = parts.blocks[parts.blocks.index(blocks[0]) :]
    text = next((block for block in upto if len(block.text.split()) > _RUNNING and block not in blocks), None)
    before = upto[: upto.index(text)] if text else upto
    return [block for block in blocks if block in before]


def _run(blocks: Sequence[Block], size: float) -> list[Block]:
    """The blocks of one title; the nota under the decision to adopt it bears the same again."""
    run: list[Block] = []
    for block in blocks:
        said_before = any(block.text in one.text for one in run)
        if block.size < 0.97 * size or block.page != blocks[0].page or said_before:
            break
        run.append(block)
    return run


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


def _over_its_subtitle(parts: Parts) -> Derived[str] | None:
    """In a paper all in one size: a line over one that says what the paper is ("Onder de pannen" / "Notitie over …")."""
    for above, below in pairwise(parts.body[:_FIRST]):
        says = _SAYS_ON.match(below.text) and word_kind(below.text.split()[0]) and len(below.text.split()) <= _RUNNING
        short = len(above.text.split()) <= _FANCY and above.text[-1] not in ".:;,"
        if says and short and can_be_title(above.text) and not NO_TITLE.match(above.text):
            return Derived(f"{above.text}. {below.text}"[:_LONGEST], page_source("eerste regels", above.page))
    return None


def _naming_itself(parts: Parts) -> Derived[str] | None:
    """In a paper all in one size: the first line of the first page that has a paper's word for itself in it."""
    for block in parts.banners[:_FIRST]:
        named = word_kind(block.text) and can_be_title(block.text) and not NO_TITLE.match(block.text)
        field = block.kind is BlockKind.TABLE_ROW and " | " in block.text
        if block.kind != BlockKind.FURNITURE and named and not field:
            return Derived(block.text[:_LONGEST], page_source("eerste regels", block.page))
    return None


def _first_heading(parts: Parts) -> Derived[str] | None:
    for block in parts.body[:12]:
        if len(block.text.split()) > _RUNNING and block.kind is BlockKind.PARAGRAPH:
            return None  # headings under running text are those of chapters
        if block.kind == BlockKind.HEADING and can_be_title(block.text):
            return Derived(block.text[:_LONGEST], page_source("eerste kop", block.page))
    return None


def _first_cell(parts: Parts) -> Derived[str] | None:
    """In a paper that is one table: the first cell, if it has a paper's word for itself in it."""
    first = parts.body[0] if parts.body else None
    cell = first.text.split(" | ")[0] if first and first.kind == BlockKind.TABLE_ROW else ""
    titled = 2 < len(cell.split()) <= _CELL and word_kind(cell) and ":" not in cell and can_be_title(cell)
    return Derived(cell, page_source("eerste cel", first.page)) if first and titled else None


def _metadata(parts: Parts) -> Derived[str] | None:
    text = parts.metadata.get("title", "").strip()
    return Derived(text[:_LONGEST], "eigenschappen van de PDF") if len(text) > 5 and not _INSANE.search(text) else None


def _name(parts: Parts) -> Derived[str]:
    return Derived(re.sub(r"[-_ ]+", " ", parts.stem).strip() or "zonder titel", "bestandsnaam")


_READERS: dict[PaperKind, tuple[Callable[[Parts], Derived[str] | None], ...]] = {
    PaperKind.COUNCIL_PAPER: (_subject_field, _biggest),
}
"""Council papers state their subject; others print their title large."""
_ANY = (_asked, _cited, _over_its_subtitle, _naming_itself, _first_heading, _first_cell, _metadata)
