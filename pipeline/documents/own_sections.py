"""The sections and passages of a paper that are on labour migrants, whatever the rest of it is on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.documents.attention import SHOWN, UNHEARD, Attention, attention_of
from pipeline.documents.attention_card import attention_card
from pipeline.documents.groups import OLDER_WORDS, OTHER_GROUP, TARGET_GROUP, WHO_WORK_HERE, mentions
from pipeline.documents.rows import is_row
from pipeline.documents.told_passages import tells_of_them
from pipeline.documents.whom import (
    forbids_or_allows_them,
    is_named_for_itself,
    is_one_of_many,
    leaves_them,
    opens_with_them,
    tells_of_them_first,
)
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

SECTION_WORDS = 20
"""Words from which a section with the target group in its heading makes the paper speak of it."""
LEAST_SHOWN = 2
LEAST_POINTERS = 2
"""Names and far countries that a section of a framework needs, where most of it shows how they live, before all is weighed that speaks
for and against it."""
HALF_SHOWN, CERTAIN = 0.3, 0.99
"""A smaller share of such a section shows how they live where all that speaks for and against it leaves no doubt."""
MOST_SHOWN, BEYOND_DOUBT = 0.4, 0.995
"""A section that names them once and nobody else, with this share of its words on how they live, where nothing speaks against it."""
MUCH_TOLD = 6
"""Pointers and sentences on work or a bed, together, that a section needs in a paper on something else, or where it has too few words to
weigh."""
MANY_POINTERS, WORDS_EACH, NEARLY_CERTAIN = 4, 70, 0.95
"""With so many names and far countries, one to so many words, less is enough, however much else such a section tells."""
WORDS_BETWEEN = 45
"""With so many, one to so few words, and nobody else named, a section is about them whatever it tells: their health as well."""
FIRST_SENTENCES = 2
"""Sentences within which a section says whom it is about."""
UNNAMED_POINTERS = 3
"""Names by looser words and far countries that a section without a name for them needs."""
MORE_POINTERS = 3
"""The same in a passage that stands apart from the section on them: at least a name, and a far country in two sentences."""
WHOLLY = 0.7
"""With so much of it on how they live it needs but name them."""
PLAIN = 0.98
"""Chance by all signs of its text from which a passage by itself is on them. Of 44 labelled policies in which nothing else told, four
have such a passage, and all four are about them."""
LARGEST_CHAPTER = 0.6
"""Share of a framework's words up to which a chapter is a part of it."""
_ABUSE = expression(r"uitbuiting\b|\bmensenhandel\b|\bmisstanden\b", re.IGNORECASE)
"""What a chapter is headed that is on exploitation."""
_ITEM = re.compile(r"[➜➔→›»•▪●–*-]\s")
"""How an item of a list begins where it has a mark and no number."""


def about_sections(passages: Sequence[Passage], least_words: int = SECTION_WORDS) -> list[tuple[str, ...]]:
    """Section paths, down to the heading that names the target group, that hold text of substance on it.

    It names them too, by a looser word as well ("flexwerkers"), or shows in `LEAST_SHOWN` sentences how they live ("mensen die hier
    tijdelijk werken"), or tells what work they do and where they sleep.
    """
    by_path: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        path = target_section(passage.section)
        if path:
            by_path.setdefault(path, []).append(passage)
    return [
        path
        for path, those in by_path.items()
        if sum(len(passage.text.split()) for passage in those) >= least_words
        and (any(map(_calls_them, those)) or attention_of(those, UNHEARD).shown >= LEAST_SHOWN or tells_of_them(those))
    ]


def _calls_them(passage: Passage) -> bool:
    return bool(mentions(passage.text) or OLDER_WORDS.search(passage.text))


def silent_sections(passages: Sequence[Passage], framework: bool) -> list[tuple[str, ...]]:
    """Sections that speak of labour migrants though their headings do not name them, and all that stands under these headings; in a
    framework all that speaks for and against a section is weighed, for such a section is short."""
    by_section: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        by_section.setdefault(passage.section, []).append(passage)
    speaking = [
        section
        for section, those in by_section.items()
        if section and (_speaks(those, framework) or (framework and _is_headed_by_them(section, those)))
    ]
    return list(dict.fromkeys([*(_silent_chapters(passages, speaking) if framework else ()), *speaking]))


def _silent_chapters(passages: Sequence[Passage], speaking: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Chapters of a framework, and sections, smaller than the rest of it, that begin with labour migrants and name nobody else; and
    chapters that speak of them as a whole, or nearly so, where a section of theirs does."""
    whole = sum(len(passage.text.split()) for passage in passages)
    return [
        chapter
        for chapter, those in _chapters(passages).items()
        if sum(len(passage.text.split()) for passage in those) <= LARGEST_CHAPTER * whole
        and (_begins_with_them(those) or (_is_divided(those) and _is_theirs(chapter, those, speaking)))
    ]


def _chapters(passages: Sequence[Passage]) -> dict[tuple[str, ...], list[Passage]]:
    """What stands under each heading, those of chapters too."""
    chapters: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        for depth in range(1, len(passage.section) + 1):
            chapters.setdefault(passage.section[:depth], []).append(passage)
    return chapters


def _is_divided(passages: Sequence[Passage]) -> bool:
    return len({passage.section for passage in passages}) > 1


def _is_theirs(chapter: tuple[str, ...], passages: Sequence[Passage], speaking: Sequence[tuple[str, ...]]) -> bool:
    return _speaks(passages, weighed=True) or (any(is_under(one, [chapter]) for one in speaking) and _leans(passages))


def is_under(section: tuple[str, ...], chapters: Iterable[tuple[str, ...]]) -> bool:
    """Whether a section is one of these or stands under it."""
    return any(section[: len(chapter)] == chapter for chapter in chapters)


def _leans(passages: Sequence[Passage]) -> bool:
    """Whether a chapter is nearly certain to be about them, and names nobody else."""
    attention = attention_of(passages)
    share = attention.shown_words / max(attention.words, 1)
    return not attention.others and share >= HALF_SHOWN and attention_card().chance(attention) >= NEARLY_CERTAIN


def _speaks(passages: Sequence[Passage], weighed: bool) -> bool:
    if not any(mentions(passage.text) for passage in passages):
        return weighed and _shows_them(passages)
    attention = attention_of(passages, UNHEARD)
    if not attention.outright or attention.speaks_of_them:
        return attention.outright
    if not weighed:
        return False
    close = attention.pointers >= MANY_POINTERS and attention.words <= WORDS_BETWEEN * attention.pointers
    if (close or _is_wholly_theirs(attention)) and not attention.others:
        return True
    chance = attention_card().chance(attention_of(passages))
    share = attention.shown_words / attention.words
    if attention.pointers < LEAST_POINTERS:
        sure = (share >= MOST_SHOWN and chance >= BEYOND_DOUBT) or (share >= SHOWN and chance >= PLAIN)
        return not attention.others and sure
    often = attention.pointers >= MANY_POINTERS and attention.words <= WORDS_EACH * attention.pointers
    return (
        (share >= SHOWN and chance >= attention_card().least)
        or (share >= HALF_SHOWN and chance >= CERTAIN)
        or (often and chance >= NEARLY_CERTAIN)
    )


def _is_wholly_theirs(attention: Attention) -> bool:
    """Whether a section, however short, that names them goes on about little but their work and beds."""
    return (
        attention.outright
        and attention.pointers >= LEAST_POINTERS
        and attention.living >= LEAST_SHOWN
        and _tells_much(attention)
        and attention.shown_words >= WHOLLY * attention.words
    )


def _tells_much(attention: Attention) -> bool:
    return attention.pointers + attention.living >= MUCH_TOLD


def plain_sections(
    passages: Sequence[Passage], least_words: int = SECTION_WORDS, rules: bool = True
) -> list[tuple[str, ...]]:
    """Sections and chapters, of so many words, that are beyond doubt on them in a paper on something else: they name them and nobody
    else, take them to no other paper, and show how they live. In a paper that rules (`rules`) it is enough that one forbids or allows
    something for them, or is on their exploitation."""
    whole = sum(len(passage.text.split()) for passage in passages)
    plain = [
        chapter
        for chapter, those in _chapters(passages).items()
        if least_words <= sum(len(passage.text.split()) for passage in those) <= LARGEST_CHAPTER * whole
        and _is_plainly_theirs(those, chapter, rules)
    ]
    return [one for one in plain if not any(one != other and is_under(other, [one]) for other in plain)]


def _is_plainly_theirs(passages: Sequence[Passage], chapter: tuple[str, ...], rules: bool) -> bool:
    attention = attention_of(passages)
    if not attention.outright or attention.others or any(map(leaves_them, passages)):
        return False
    if _is_wholly_theirs(attention) or (rules and _is_on_rules_or_abuse(passages, chapter, attention)):
        return True
    told = _tells_much(attention) and attention.tone >= UNHEARD
    shown = attention.shown_words >= MOST_SHOWN * attention.words
    return told and shown and attention_card().chance(attention) >= PLAIN


def _is_on_rules_or_abuse(passages: Sequence[Passage], chapter: tuple[str, ...], attention: Attention) -> bool:
    """Whether it begins with a rule on where they sleep, or is on exploitation and says that they are exploited at work, not as one
    example of it."""
    if attention.shown_words < HALF_SHOWN * attention.words:
        return False
    named = any(is_named_for_itself(sentence.text) for passage in passages for sentence in passage.sentences)
    abused = bool(_ABUSE.search(chapter[-1])) and named and attention.living >= LEAST_SHOWN
    return abused or forbids_or_allows_them(passages[0])


def _begins_with_them(passages: Sequence[Passage]) -> bool:
    """Whether a section or chapter names them where it begins, and nobody else anywhere: what it says after that of "zij" and "deze
    mensen" is on them, however it calls itself."""
    first = passages[0]
    if not any(mentions(sentence.text) for sentence in first.sentences[:FIRST_SENTENCES]) or leaves_them(first):
        return False
    attention = attention_of(passages)
    if attention.others or attention.pointers < LEAST_POINTERS:
        return False
    if attention.pointers < MORE_POINTERS:
        shown = attention.shown_words >= HALF_SHOWN * attention.words
        return shown and attention_card().chance(attention) >= NEARLY_CERTAIN
    return attention.words <= WORDS_EACH * attention.pointers or attention_card().chance(attention) >= NEARLY_CERTAIN


def _is_headed_by_them(section: tuple[str, ...], passages: Sequence[Passage]) -> bool:
    """Whether a section that calls them by an older word in its own heading, or says it of them, names them too and leaves little doubt."""
    heading = section[-1]
    if not (OLDER_WORDS.search(heading) or WHO_WORK_HERE.search(heading)) or OTHER_GROUP.search(heading):
        return False
    attention = attention_of(passages)
    return attention.named and not attention.others and attention_card().chance(attention) >= NEARLY_CERTAIN


def _shows_them(passages: Sequence[Passage]) -> bool:
    """Whether a section that never names them outright shows how they live all the same, and points at where they come from."""
    attention = attention_of(passages)
    return (
        attention.pointers >= UNNAMED_POINTERS
        and not attention.others
        and attention.shown_words >= SHOWN * attention.words
        and attention_card().chance(attention) >= CERTAIN
    )


def plain_passages(passages: Sequence[Passage], named: bool = True) -> list[Passage]:
    """The passages that are on them by themselves, wherever they stand: a paragraph in a chapter on something else.

    Each names them (unless `named` is false: then what its text goes on about is enough), shows how they live, and names nobody else.
    """
    return [passage for passage in passages if _is_plain(passage, named)]


def keeps_to_them(passage: Passage) -> bool:
    """Whether a passage of a paper that is about them elsewhere names them, with where they come from, and keeps to how they live; each
    row of a table has a subject of its own, and needs but name them."""
    attention = attention_of([passage])
    if not attention.outright or attention.others:
        return False
    share = attention.shown_words / max(attention.words, 1)
    return share >= WHOLLY or (share >= HALF_SHOWN and (attention.pointers >= MORE_POINTERS or is_row(passage)))


def _is_plain(passage: Passage, named: bool) -> bool:
    attention = attention_of([passage])
    shown = HALF_SHOWN if attention.outright else SHOWN
    return (
        (attention.outright or not named)
        and not attention.others
        and not is_one_of_many([passage])
        and attention.shown_words >= shown * attention.words
        and (opens_with_them(passage) or _is_item_on_them(passage) or attention_card().chance(attention) >= PLAIN)
    )


def _is_item_on_them(passage: Passage) -> bool:
    """Whether a passage is an item of a list of what is done that tells in its first sentence that it is done for them: in a text of many
    small actions each has a subject of its own, and no heading."""
    return bool(_ITEM.match(passage.text)) and keeps_to_them(passage) and tells_of_them_first(passage)


@lru_cache(maxsize=1024)
def target_section(section: tuple[str, ...]) -> tuple[str, ...] | None:
    """The path down to the outermost heading that names the target group; None where none does."""
    for depth, heading in enumerate(section, start=1):
        if TARGET_GROUP.search(heading):
            return section[:depth]
    return None
