"""Whether a paper is about labour migration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.documents.attention import LIVING, Attention, attention_of
from pipeline.documents.attention_card import attention_card
from pipeline.documents.attention_words import subject_words, words_of
from pipeline.documents.groups import (
    FOR_WORKERS,
    FRAMEWORK,
    OLDER_WORDS,
    OTHER_GROUP,
    TARGET_GROUP,
    mentions,
)
from pipeline.documents.items import passages_of_items
from pipeline.documents.own_sections import (
    SECTION_WORDS,
    about_sections,
    plain_passages,
    plain_sections,
    silent_sections,
)
from pipeline.documents.own_words import PART_OF
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts
from pipeline.documents.told_passages import told_passages
from pipeline.documents.whom import (
    is_one_of_many,
    opens_with_them,
    says_so_of_itself,
    speaks_to_them,
    without_record,
)
from pipeline.extraction.blocks import BlockKind
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

DENSE = 3.5
WIDER_DENSE = 7.0
"""Mentions per 1,000 words from which a paper as a whole is about them (with at least `FEW`); a framework has them in passing too."""
FEW = 3
SHORT = 500
EARLY = 0.2
"""Share of a motion within which it names them where it has them for its subject: it opens with what it is about."""
LIKELY = 0.5
"""Chance by all signs of its text from which such a motion may name another group too: starters who look for a room as well."""
SHARES = {PaperKind.POLICY: 0.2, PaperKind.REGIONAL_AGREEMENT: 0.2, PaperKind.COUNCIL_PAPER: 0.1}
"""Share of the sentences of a paper up to `SHORT` words that makes two of them enough: a letter has one subject, a policy many."""
RULES = (PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT)
"""Kinds of which a section counts though its heading does not name them."""
REPORT_SECTION_WORDS = 60
"""As `SECTION_WORDS` in budgets and reports, which have a section on everything."""
BY_CARD = "hoe het stuk over hen spreekt"
"""Opens the source of a paper that is about them by the sum of all signs."""
BY_TITLE, BY_FILE = "titel", "bestandsnaam"
"""Sources of a paper that is about them by its own title, or by its file name alone."""
BY_SECTION = "hoofdstuk of paragraaf"
"""Opens the source of a paper that is about them for a section that their name heads."""
DENIED = 0.1
"""Chance by all signs of its text below which a file name is not believed. Of 45 labelled papers with such a name three lie below it,
and these are about something else; all others are above .9."""
ENOUGH_WORDS = 100
"""Words under which a text is too little to go against the file name: a cover, or a scan that was hardly recognised."""
SILENT = "paragraaf over hun werk, verblijf en herkomst:"
"""Opens the source of a paper that is about them for a section whose heading does not name them."""
BY_PASSAGE = "alinea over hun werk, verblijf en herkomst"
"""Opens the source of a paper that is about them for a paragraph in a text on something else."""
_PART_OF = re.compile(PART_OF, re.IGNORECASE)
_DEEDS = r"\b(?:moties|toezeggingen)\b"
_ON_MOTIONS = expression(r"\b(?:moties?|toezegging(?:en)?)\b", re.IGNORECASE)
"""In the title of a council paper that accounts for them."""
_ITEMS = re.compile(rf"(?i)\b(?:besluitenlijst|notulen|agenda|verslag)\b|lijst\b[^|.]*{_DEEDS}|{_DEEDS}[^|.]*lijst\b")
"""Papers whose headings are items; they are about labour migrants when enough of their words are."""


def about_of(parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind) -> Derived[bool]:
    """Whether the paper is about labour migration: by a rule that is sure, else by all that speaks for and against together."""
    named = _named(parts, passages, title, kind)
    if named and named.source != BY_FILE:
        return named
    attention = attention_of(passages)
    if named and not _speaks_of_something_else(attention):
        return named
    name = f"{title} {parts.stem}"
    own = attention_of(without_record(passages)) if kind is PaperKind.MOTION else attention
    ruled = _told(parts, passages, title, kind, own)
    weighed = not (ruled.value or is_of_items(name, kind) or FRAMEWORK.search(name))
    chance = attention_card().chance(attention) if weighed else 0.0
    if chance >= attention_card().least:
        return Derived(
            True, f"{BY_CARD}: kans {chance:.0%}; {ruled.source if attention.outright else _words_told(passages)}"
        )
    if ruled.value:
        return ruled
    section = next(iter(_plain_sections_in(passages, name, kind)), None)
    if section:
        return Derived(True, f"{SILENT} '{section[-1]}'")
    plain = _plain_in(passages, name, kind) or _told_in(passages, name, kind)
    return Derived(True, f"{BY_PASSAGE}, blz. {plain[0].page}") if plain else ruled


def _plain_sections_in(passages: Sequence[Passage], name: str, kind: PaperKind) -> list[tuple[str, ...]]:
    """The sections that make a paper of this kind speak of them though it is on something else."""
    if kind in RULES:
        return plain_sections(passages)
    if kind is not PaperKind.OTHER or is_of_items(name, kind):
        return []
    return plain_sections(passages, REPORT_SECTION_WORDS, rules=False)


def _plain_in(passages: Sequence[Passage], name: str, kind: PaperKind) -> list[Passage]:
    """The paragraphs that make a paper of this kind speak of them; in budgets and lists those alone that open with them, and in a list
    of decisions the items on them."""
    if kind in RULES:
        return plain_passages(passages)
    if kind is not PaperKind.OTHER:
        return []
    listed = passages_of_items(passages, REPORT_SECTION_WORDS) if is_of_items(name, kind) else set()
    return [p for p in passages if p.number in listed] or list(filter(opens_with_them, plain_passages(passages)))


def _told_in(passages: Sequence[Passage], name: str, kind: PaperKind) -> list[Passage]:
    """The paragraphs in a row that tell of them without a name, in a paper of its own kind of which a part counts."""
    return told_passages(passages) if kind in (*RULES, PaperKind.OTHER) and not is_of_items(name, kind) else []


def _speaks_of_something_else(attention: Attention) -> bool:
    return attention.words >= ENOUGH_WORDS and attention_card().chance(attention) < DENIED


def _words_told(passages: Sequence[Passage]) -> str:
    """What is said of a paper that never names them."""
    return f"noemt hen niet, wel {', '.join(subject_words().telling(words_of(passages)))}"


def about_by_rules(parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind) -> Derived[bool]:
    """The same by the rules alone: by its title, else by its sections, else by the share of its sentences."""
    return _named(parts, passages, title, kind) or _told(parts, passages, title, kind, attention_of(passages))


def _named(parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind) -> Derived[bool] | None:
    """That its title or a heading names them."""
    name = f"{title} {parts.stem}"
    if _names_target(parts, title) or (OLDER_WORDS.search(name) and mentions(parts.text)):
        return Derived(True, BY_TITLE)
    if TARGET_GROUP.search(re.sub(r"[-_]", " ", parts.stem)):
        return Derived(True, BY_FILE)
    least = REPORT_SECTION_WORDS if kind is PaperKind.OTHER else SECTION_WORDS
    section = None if is_of_items(name, kind) else next(iter(about_sections(passages, least)), None)
    return Derived(True, f"{BY_SECTION} '{section[-1]}'") if section else None


def is_of_items(name: str, kind: PaperKind) -> bool:
    """Whether a paper is a list of what was on the table; a policy that calls itself an agenda is none."""
    return kind not in RULES and bool(_ITEMS.search(name))


def is_framework(parts: Parts, title: str) -> bool:
    """Whether a paper calls itself one on a wider field, in its title, file name, large print or running heads, or is a part of one; or
    is on other people by its title. One for those who work here is none."""
    if OTHER_GROUP.search(title):
        return True
    if FOR_WORKERS.search(title):
        return False
    large = (b.text for b in parts.banners if b.size > 1.1 * parts.body_size and b.page == parts.first_page)
    heads = (line.text for line in parts.furniture)
    return bool(FRAMEWORK.search(" | ".join((title, parts.stem, *large, *heads, *_PART_OF.findall(parts.text)))))


def _told(
    parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind, attention: Attention
) -> Derived[bool]:
    """Whether its sentences are about them, by a rule."""
    name = f"{title} {parts.stem}"
    in_passing = kind is PaperKind.MOTION and is_one_of_many(passages)
    if not in_passing and _enough(attention, kind, bool(FRAMEWORK.search(name))):
        return Derived(True, str(attention))
    if not FRAMEWORK.search(name) and not is_of_items(name, kind) and says_so_of_itself(passages):
        return Derived(True, "zegt van zichzelf over hen te gaan")
    if kind is PaperKind.POLICY and attention.living >= LIVING and speaks_to_them(passages):
        return Derived(True, "spreekt hen aan")
    if kind is PaperKind.POLICY and any(_stretch(passages)):
        return Derived(True, "alinea's achter elkaar over arbeidsmigranten")
    if not is_of_items(name, kind) and attention.speaks_of_them:
        return Derived(True, f"werk, verblijf en herkomst in {attention.shown} van {attention.sentences} zinnen")
    if kind in RULES and not FRAMEWORK.search(name) and attention.points_at_them:
        return Derived(True, f"wijst {attention.pointers} keer naar hen in {attention.sentences} zinnen")
    if kind in (PaperKind.MOTION, PaperKind.COUNCIL_PAPER) and attention.has_them_as_one_subject:
        return Derived(
            True, f"enig onderwerp: werk, verblijf en herkomst in {attention.shown} van {attention.sentences} zinnen"
        )
    if kind is PaperKind.COUNCIL_PAPER and _ON_MOTIONS.search(title) and _is_likely_on_them(attention):
        return Derived(True, f"verantwoording van een motie: {attention}")
    silent = next(iter(silent_sections(passages, is_framework(parts, title))), None) if kind in RULES else None
    if silent:
        return Derived(True, f"{SILENT} '{silent[-1]}'")
    return Derived(False, str(attention))


def _enough(attention: Attention, kind: PaperKind, framework: bool) -> bool:
    """Three mentions, dense enough; fewer in a short paper where they are a good part of it; one in a motion, where it opens with it.

    A paper that says more of other groups is about those.
    """
    if not attention.own or attention.others > attention.own:
        return False
    if (
        kind is PaperKind.MOTION
        and attention.words <= SHORT
        and attention.first <= EARLY
        and _hardly_of_others(attention)
    ):
        return True
    if attention.words <= SHORT and kind in SHARES:
        return attention.own >= FEW or (attention.own >= 2 and attention.own >= SHARES[kind] * attention.sentences)
    least = 1 if kind is PaperKind.MOTION and attention.words <= SHORT else FEW
    return attention.mentions >= least and attention.density >= (WIDER_DENSE if framework else DENSE)


def _is_likely_on_them(attention: Attention) -> bool:
    """Whether a letter on what became of motions names them, and nobody else, and goes on about how they live: it has the motion to say
    whom it is about, and names them but once."""
    return (
        attention.outright
        and not attention.others
        and attention.living >= LIVING
        and attention_card().chance(attention) >= LIKELY
    )


def _hardly_of_others(attention: Attention) -> bool:
    return not attention.others or attention_card().chance(attention) >= LIKELY


def _names_target(parts: Parts, title: str) -> bool:
    return bool(TARGET_GROUP.search(title) or _subtitle_names(parts) or _line_below_names(parts, title))


def _subtitle_names(parts: Parts) -> bool:
    """A bare cover's lines are all title; a sentence or an item of a list on it is not."""
    bare = sum(len(line.text.split()) for line in parts.cover) < 40
    lines = (line for line in parts.cover if line.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW))
    return bare and any(TARGET_GROUP.search(line.text) and not line.text.endswith(".") for line in lines)


def _line_below_names(parts: Parts, title: str) -> bool:
    """The printed line right below the title is its subtitle, however much stands under it; a sentence is not."""
    below = [after for line, after in itertools.pairwise(parts.cover) if len(line.text) > 1 and line.text in title]
    return bool(below) and bool(TARGET_GROUP.search(below[-1].text)) and not below[-1].text.endswith(".")


def _stretch(passages: Sequence[Passage]) -> list[bool]:
    """Where two passages in a row each name the target group twice: a section without a heading of its own."""
    full = [mentions(passage.text) >= 2 for passage in passages]
    return [one and other for one, other in itertools.pairwise(full)]
