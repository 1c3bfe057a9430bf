"""Which part of a paper counts that is on other things too: its sections, paragraphs and rows on labour migrants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.documents.attention import UNHEARD, attention_of
from pipeline.documents.attention_card import attention_card, may_be_about_them
from pipeline.documents.groups import mentions
from pipeline.documents.items import passages_of_items
from pipeline.documents.own_sections import (
    HALF_SHOWN,
    LARGEST_CHAPTER,
    WHOLLY,
    about_sections,
    is_under,
    keeps_to_them,
    plain_passages,
    plain_sections,
    silent_sections,
    target_section,
)
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts
from pipeline.documents.rows import referred_to, runs_on
from pipeline.documents.subject import (
    BY_FILE,
    BY_PASSAGE,
    BY_SECTION,
    BY_TITLE,
    DENIED,
    ENOUGH_WORDS,
    FEW,
    REPORT_SECTION_WORDS,
    RULES,
    SILENT,
    is_framework,
    is_of_items,
)
from pipeline.documents.told_passages import told_passages
from pipeline.documents.whom import opens_with_them_alone, says_what_we_do_for_them
from pipeline.language.passages import Passage

MOST, SMALL = 0.7, 0.4
"""A paper whose title is silent is a framework too when sections named after the group, at most the second share of its words,
hold at least the first share of its mentions."""
_OPENING = re.compile(r"\W*(?P<name>[^\W\d_]\S*(?:\s+[^\s.:]+){2,9})[.:]\s")
"""The name of a subject, of three words or more, before what is said of it; a shorter one ("Wonen", "Toezicht") is many subjects'."""

_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3})\s+[A-Z]")
"""How a footnote begins; the point of an item of a list is not there."""


def scope_of(
    parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind, about: Derived[bool]
) -> Derived[tuple[tuple[int, int], ...] | None]:
    """Half-open ranges of passage numbers; None where the whole paper counts (or none of it does)."""
    if not about.value or about.source in (BY_TITLE, BY_FILE) or kind not in (*RULES, PaperKind.OTHER):
        return Derived(None, "het hele stuk")
    listed = is_of_items(f"{title} {parts.stem}", kind)
    on_items = passages_of_items(passages, REPORT_SECTION_WORDS) if listed else set[int]()
    if about.source.startswith(BY_PASSAGE):
        plain = {p.number for p in plain_passages(passages, named=False)}
        plain |= {p.number for p in (*filter(keeps_to_them, passages), *told_passages(passages))}
        return Derived(_ranges(_with_namesakes(passages, plain | on_items)), "alinea's over arbeidsmigranten")
    framework = is_framework(parts, title)
    if kind is PaperKind.OTHER:
        part_of_it = about.source.startswith((BY_SECTION, SILENT))
    else:
        part_of_it = framework or about.source.startswith(SILENT) or _gathered(passages, framework)
    plain = plain_sections(passages, rules=kind in RULES) if about.source.startswith(SILENT) else []
    chosen = _with_namesakes(passages, _chosen(passages, framework, plain)) if part_of_it else _set_apart(passages)
    if on_items:
        chosen = (chosen or {p.number for p in passages if mentions(p.text)}) | on_items
    ranges = _ranges(chosen)
    return Derived(ranges, "onderdeel over arbeidsmigranten") if ranges else Derived(None, "het hele stuk")


def counting(passages: Sequence[Passage], scope: Sequence[tuple[int, int]] | None) -> tuple[Passage, ...]:
    """Return the passages within a scope as `scope_of` gives it, in order.

    Only these are judged: of a vision of two hundred pages a few.
    """
    return tuple(p for p in passages if scope is None or any(start <= p.number < end for start, end in scope))


def _set_apart(passages: Sequence[Passage]) -> set[int]:
    """Numbers of the passages on labour migrants in a paper of which all the rest is on something else, whatever it calls itself (a note
    on industrial estates, a programme of the executive); none where the rest goes on about them, or is less than a good part of it."""
    opened = {first.section for first in _firsts(passages) if opens_with_them_alone(first)}
    chosen = {*_chosen(passages, framework=True), *(p.number for p in passages if p.section in opened)}
    numbers = _with_namesakes(passages, chosen)
    rest = [passage for passage in passages if passage.number not in numbers]
    attention, words = attention_of(rest), sum(len(passage.text.split()) for passage in passages)
    if attention.words < max(ENOUGH_WORDS, (1 - LARGEST_CHAPTER) * words):
        return set()
    chance = attention_card().chance(attention) if may_be_about_them(attention) else float(attention.tone >= UNHEARD)
    return numbers if chance < DENIED else set()


def _firsts(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with which a section with a heading begins."""
    befores = ((), *(passage.section for passage in passages))
    return [passage for passage, before in zip(passages, befores, strict=False) if passage.section not in ((), before)]


def _gathered(passages: Sequence[Passage], framework: bool) -> bool:
    """Whether what it says on labour migrants stands together in a smaller part: named after them, or that speaks of them.

    A paper that names them but once or twice tells that by no heading: its opening says whom all of it is about.
    """
    silent = silent_sections(passages, framework)
    inside = [passage for passage in passages if target_section(passage.section) or is_under(passage.section, silent)]
    count, words = sum(mentions(p.text) for p in passages), sum(len(p.text.split()) for p in passages)
    return (
        (count >= FEW or any(target_section(p.section) for p in inside))
        and sum(mentions(p.text) for p in inside) >= MOST * count
        and sum(len(p.text.split()) for p in inside) <= SMALL * words
    )


def _chosen(passages: Sequence[Passage], framework: bool, plain: Sequence[tuple[str, ...]] = ()) -> list[int]:
    """Numbers of passages in the sections on the target group and of those elsewhere that keep to it: that name it twice or more, or
    are plainly on it, or say what is done for it.

    `plain` are sections on it that a paper on something else has. Without a section every passage that names the group counts.
    """
    sections, silent = set(about_sections(passages)), [*silent_sections(passages, framework), *plain]
    least = 2 if sections or silent else 1
    return [
        p.number
        for p in passages
        if target_section(p.section) in sections
        or is_under(p.section, silent)
        or mentions(p.text) >= least
        or keeps_to_them(p)
        or _acts_for_them(p)
    ]


def _acts_for_them(passage: Passage) -> bool:
    """Whether a passage of a paper that is about them elsewhere says what the municipality does for them, and names nobody else."""
    attention = attention_of([passage])
    shown = attention.shown_words >= HALF_SHOWN * attention.words
    return attention.outright and not attention.others and shown and says_what_we_do_for_them(passage)


def _with_namesakes(passages: Sequence[Passage], chosen: Iterable[int]) -> set[int]:
    """The same with the sections that bear the name by which a chosen paragraph opens ("Verblijf in het seizoen. In de oogst …"): what
    is told there of a subject stands elsewhere as actions; with the rows that a chosen one refers to, the rest of a row that is parted,
    and footnotes."""
    numbers = set(chosen)
    numbers |= referred_to(passages, numbers) | runs_on(passages, numbers) | _notes_of(passages, numbers)
    openings = (_OPENING.match(p.text) for p in passages if p.number in numbers)
    names = {opening["name"].lower() for opening in openings if opening}
    return numbers | {p.number for p in passages if p.section and p.section[-1].lower() in names}


def _notes_of(passages: Sequence[Passage], numbers: set[int]) -> set[int]:
    """The notes at the foot of a page with chosen passages that are wholly on how labour migrants live: a note stands behind the last
    section of its page, whatever sentence it is a note on."""
    pages = {page for passage in passages if passage.number in numbers for page in _pages(passage)}
    return {p.number for p in passages if _NOTE.match(p.text) and pages & _pages(p) and _shows_how_they_live(p)}


def _pages(passage: Passage) -> set[int]:
    return {place.page for sentence in passage.sentences for place in sentence.places}


def _shows_how_they_live(passage: Passage) -> bool:
    attention = attention_of([passage], UNHEARD)
    return not attention.others and attention.shown_words >= WHOLLY * attention.words


def _ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number:
            ranges[-1] = (ranges[-1][0], number + 1)
        else:
            ranges.append((number, number + 1))
    return tuple(ranges)
