"""The title of a motion: behind the word motie and its number, or a line of its own above the words with which it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.documents.day import find_days
from pipeline.documents.naming import is_a_name
from pipeline.documents.paper import Derived
from pipeline.documents.parts import Parts, page_source
from pipeline.documents.title_lines import (
    LARGER,
    NO_TITLE,
    RESULT,
    RUNNING_ON,
    SELF_LABEL,
    can_be_called,
    can_be_title,
    names_body,
)
from pipeline.extraction.blocks import Block, BlockKind

_NUMBER = r"(?-i:[A-Z]{0,2}[-. ]?\d[\w./-]*+|[IVX]+(?=\s*[:–—|-]))"
_BEHIND_LABEL = re.compile(
    rf"""^\W*(?:(?-i:M[-. ]?\d[\w./-]*)\W+)?(?:gewijzigde\s+)?m\s?o\s?t\s?i\s?e(?![a-z])
    (?:\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?\s*[|]?
    (?:\s*(?:nr\.?|nummer)?\s*{_NUMBER})?\s*(?P<apart>[:–—|-]?\s*[‘'"“„«]?)
    (?P<title>[A-Za-zÀ-ÿ]\D{{3,160}}?.{{0,40}}?)[’'"”»]?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND_NUMBER = re.compile(
    r"""^\W*(?:(?i:nr\.?|nummer)\s*[A-Z]{0,2}[-. ]?\d[\w./-]*(?:\s*[:–—]|\s-)\s+
    |(?=[\d.-]*M[-. ]?[\d-])[A-Z\d][A-Z\d./-]*\s*(?:[:–—-]\s+)?(?:(?i:motie)\s+)?)
    (?P<apart>[‘'"“„«]?)(?P<title>[A-Za-zÀ-ÿ][^|]{4,200}?)[’'"”»]?\s*$""",
    re.VERBOSE,
)
"""Only its number before it: "nr. 2 – Eerst een naam", "M-2022-11 — Twee weken en een treinkaartje"."""
_IN_QUOTES = re.compile(
    r"^\W*(?:(?i:(?:gewijzigde\s+)?motie\b)[^‘“„\"]*)?[‘“„\"](?P<apart>)(?P<title>[^‘’“”„\"]{4,160})[’”\"]\s*(?:(?i:nr\b|nummer\b|[(]).*)?$"
)
"""The quoted part of a line: "Motie vreemd, nr. 2016/23 “Een kamer is geen kostganger”", "“Onder de lamp” nr. 2021/M5"."""
_FORMS = (_IN_QUOTES, _BEHIND_LABEL, _BEHIND_NUMBER)
_LABEL = re.compile(
    r"^\W*(?:gewijzigde\s+)?m\s?o\s?t\s?i\s?e\b|\bmotie\s+vreemd\b|^\W*M[-. ]?\d[\w./-]*(?:\s[A-Z])?\W*$", re.IGNORECASE
)
"""A line that says that a motion follows; its title stands near."""
_BROKEN_LABEL = re.compile(
    r"^\W*(?:vreemd(?:\s+aan(?:\s+de)?)?|aan(?:\s+de(?:\s+orde)?)?|(?:aan\s+)?(?:de\s+)?orde(?:\s+van\s+de\s+dag)?)\W*$",
    re.IGNORECASE,
)
"""What a printed line left of "vreemd aan de orde van de dag"."""
_BELONGS = re.compile(
    r"""^\W*(?:
      (?:be)?(?:hoort|horende?)?\s*bij\s+(?:agendapunt|(?:raads|staten|college)?voorstel|programma)\b
    | (?:op\s+grond\s+van\s+|ex\s+|conform\s+|krachtens\s+|ingevolge\s+)?art(?:ikel|\.)?\s*\d
    | fracties?\b | \w+\s*[|]?\s*:\s | (?:gewijzigd|ondertekend|definitief)\W*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A line on what the motion belongs to, on what article it rests, who moves it, or a field with its label."""
_OPENS = re.compile(
    r"""^\W*(?:
      (?:de\s+)?(?:(?:gemeente)?raad|provinciale\s+staten|staten|leden|fracties)\b
      (?:.*[,;:]\s*$|.*\b(?:bijeen|gehoord|gezien|gelezen|gelet|kennis)\b)
    | (?:ondergetekenden?|constat\w+|overwegende?|overweegt|gelet\s+op|kennis\s+(?:genomen|nemend)\w*|van\s+(?:mening|oordeel)
      |vaststellende|stelt\s+vast|verzoek(?:t|en)|draagt|roept)\b
    | (?:gehoord|gelezen|gezien)\s*(?:[:;]|$|(?:de|het|een|dat)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The words with which a motion opens: who is gathered, or its first premise."""
_UNMARKED = re.compile(r"^(?:(?:van|over|inzake|betreffende|ter|tot|om|bij|door)\b|[a-z]\s*(?:$|\())")
"""What goes on with the word motie or its number ("Motie over …", "Motie M3 a (vervangt …)") and is no title by itself."""
_REMARK = re.compile(
    r"\s+(?:[–—-]\s+(?:\w+\s+)?(?:gewijzigd|wijziging)\b.*|[(](?:(?:\w+\s+)?(?:gewijzigd|wijziging)|in\s+de\s+plaats|treedt|vervangt)\b.*)$",
    re.IGNORECASE,
)
"""Behind a title: which version of the motion this is."""
_HEAD_WORDS = 25
_QUOTES = " ‘’'\"“”„"


def motion_title(parts: Parts) -> Derived[str] | None:
    """What stands behind its label; else the largest line of its head, of equal ones the first under the label."""
    head = _head(parts)
    able = [block for block in head if _stands_alone(block)]
    largest = max((block.size for block in able), default=0.0)
    for block in sorted(head, key=lambda block: block.kind is BlockKind.FURNITURE):
        if largest < LARGER * block.size and (title := _behind_label(block.text)):
            return _told(_with_rest(title, block, head), block)
    large = [block for block in able if largest < LARGER * block.size]
    labels = [number for number, block in enumerate(head) if _is_label(block) and block.kind is not BlockKind.FURNITURE]
    under = [block for block in large if labels and head.index(block) > labels[0]]
    apart = [
        block for block in large if labels or block.kind is BlockKind.HEADING or block.size >= LARGER * parts.body_size
    ]
    chosen = next(iter(under or apart), None)
    if chosen:
        return _told(_with_rest(chosen.text, chosen, head), chosen)
    said = next((title for block in head if (title := _behind_label(block.text))), None)
    return _told(said, head[0]) if said else None


def above_opening(parts: Parts) -> Parts:
    """The paper as far as a title can stand in it: under the words with which a motion opens none does."""
    return replace(parts, blocks=tuple(_head(parts)))


def _told(title: str, block: Block) -> Derived[str]:
    return Derived(_REMARK.sub("", title).strip(_QUOTES), page_source("kop van de motie", block.page))


def _head(parts: Parts) -> list[Block]:
    """The short blocks of the first page above the words with which the motion opens, running heads of that page included."""
    first = [block for block in parts.blocks if block.page == parts.first_page and block.kind is not BlockKind.TOC]
    furniture = [block for block in first if block.kind is BlockKind.FURNITURE]
    body = (block for block in first if block.kind is not BlockKind.FURNITURE)
    above = takewhile(lambda block: block.kind is not BlockKind.LIST_ITEM and not _OPENS.match(block.text), body)
    return [*(block for block in above if len(block.text.split()) <= _HEAD_WORDS), *furniture]


def _is_label(block: Block) -> bool:
    return bool(_LABEL.search(block.text) or SELF_LABEL.match(block.text))


def _stands_alone(block: Block) -> bool:
    """Whether a line of the head can be the title by itself: no label, office, place, party or date."""
    text = block.text
    cells = block.kind is BlockKind.TABLE_ROW and re.search(r"[|;]", text)
    standing = (
        NO_TITLE.match(text)
        or _BELONGS.match(text)
        or _is_label(block)
        or _BROKEN_LABEL.match(text)
        or names_body(text)
    )
    placed = is_a_name(text.removeprefix("van "))
    return not (block.kind is BlockKind.FURNITURE or cells or standing or placed or find_days(text)) and can_be_title(
        text
    )


def _behind_label(text: str) -> str | None:
    """What a line calls the motion, behind the word, its number or in quotes; of a row, what a cell does."""
    for part in (text, *_cells(text)):
        for match in filter(None, (form.match(part) for form in _FORMS)):
            title, apart = match["title"].strip(_QUOTES), match["apart"].strip()
            goes_on = not apart and _UNMARKED.match(title)
            known = (
                NO_TITLE.match(title)
                or _BELONGS.match(title)
                or _BROKEN_LABEL.match(title)
                or names_body(title)
                or RESULT.search(part)
            )
            if not (goes_on or known or find_days(title)) and can_be_called(title):
                return title
    return None


def _cells(text: str) -> Iterator[str]:
    yield from (cell.strip() for cell in re.split(r"[|;]", text)[1:] if cell.strip())


def _with_rest(title: str, block: Block, head: Sequence[Block]) -> str:
    """A title that breaks off goes on in the next line in the same print."""
    place = head.index(block) + 1
    after = head[place] if place < len(head) else None
    alike = after is not None and after.kind is block.kind and abs(after.size - block.size) <= 0.03 * block.size
    if after is None or not alike or _is_label(after) or find_days(after.text):
        return title
    return f"{title} {after.text}" if RUNNING_ON.search(title) or after.text[:1].islower() else title
