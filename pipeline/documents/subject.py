"""Whether a paper, or a section of it, is about labour migration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.documents.groups import FRAMEWORK, OLDER_WORDS, OTHER_GROUP, SIDES, TARGET_GROUP, mentions, own_word
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts
from pipeline.extraction.blocks import BlockKind
from pipeline.language.passages import Passage

_NOT_THEM = re.compile(r"\b(?:geen|niet\s+(?:om|over|voor))\s+arbeidsmigra\w+", re.IGNORECASE)

DENSE = 3.5
WIDER_DENSE = 7.0
"""Mentions per 1,000 words from which a paper as a whole is about them (with at least `FEW`); a framework has them in passing too."""
FEW = 3
SHORT = 500
SHARES = {PaperKind.POLICY: 0.2, PaperKind.REGIONAL_AGREEMENT: 0.2, PaperKind.COUNCIL_PAPER: 0.1}
"""Share of the sentences of a paper up to `SHORT` words that makes two of them enough: a letter has one subject, a policy many."""
RULES = (PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT)
"""Kinds of which a section counts though its heading does not name them."""
SECTION_WORDS = 30
REPORT_SECTION_WORDS = 120
"""Words from which a section with the target group in its heading makes the paper speak of it; more in budgets and reports."""
SILENT = "paragraaf over hun werk, verblijf en herkomst:"
"""Opens the source of a paper that is about them for a section whose heading does not name them."""
SHOWN = 0.45
"""Share of the words in sentences on work, a bed or a far country from which a text that names them once is about them."""
SHOWN_SENTENCES, SHOWN_TWICE, FOREIGN = 4, 2, 0.25
"""With at least so many of such sentences, so many from a second side, and at most this share of them on other groups."""
POINTERS, POINTED, LIVING, AROUND_SHARE, BESIDE = 5, 0.03, 3, 0.13, 0.1
"""A whole paper names them seldom once it is clear whom it is about, and much of it is process. So it is about them where it points at
them (by a name, however loose, or a far country) so often, in this share of its sentences, with so many sentences on work or a bed, this
share of its words on either, and at most this share of its sentences on other groups. Papers on something near (homelessness,
human trafficking, short stay) point at them less often."""
ONE_SUBJECT_SHARE = 0.24
"""Share of the words on work, a bed or a far country from which a motion or letter that names them once is about them, where it names
no other group: such a paper has one subject."""
_ITEMS = re.compile(r"\b(?:besluitenlijst|notulen|agenda|verslag)\b", re.IGNORECASE)
"""Papers whose headings are items; they are about labour migrants when enough of their words are."""


@dataclass(frozen=True, slots=True)
class Attention:
    """How much of a text goes to labour migrants: sentences in all, on them, on other groups; mentions in sentences on them.

    `named`: whether a sentence names them, by older and looser words too; `outright`: whether without those. `shown` are sentences
    that name them or are on a side of theirs (`SIDES`), with `shown_words` words; `sides` how many are on each side, most first.
    `living` are those on work or a bed, one on both twice; `pointers` are names, looser ones too, and sentences with a far country.
    """

    sentences: int
    own: int
    others: int
    mentions: int
    words: int
    named: bool
    outright: bool
    shown: int
    shown_words: int
    sides: tuple[int, ...]
    living: int
    pointers: int

    @property
    def density(self) -> float:
        """Mentions per 1,000 words."""
        return 1000 * self.mentions / max(self.words, 1)

    @property
    def speaks_of_them(self) -> bool:
        """Whether it names them at least once and goes on about their work, beds and countries, whatever it calls them.

        A looser word (EU-burgers, uitzendkrachten) is a name only where all three are shown.
        """
        return (
            (self.outright or (self.named and all(self.sides)))
            and self.shown >= SHOWN_SENTENCES
            and self.shown_words >= SHOWN * self.words
            and self.sides[1] >= SHOWN_TWICE
            and self.others <= FOREIGN * self.shown
        )

    @property
    def points_at_them(self) -> bool:
        """Whether it points at them again and again, in a paper that shows their work, beds and countries."""
        return (
            all(self.sides)
            and self.pointers >= POINTERS
            and self.pointers >= POINTED * self.sentences
            and self.living >= LIVING
            and self.shown_words >= AROUND_SHARE * self.words
            and self.others <= BESIDE * self.sentences
        )

    @property
    def has_them_as_one_subject(self) -> bool:
        """Whether it names them and where they come from, goes on about how they live, and names nobody else."""
        return (
            self.outright
            and self.pointers >= 2
            and self.living >= LIVING
            and self.shown_words >= ONE_SUBJECT_SHARE * self.words
            and not self.others
        )

    def __str__(self) -> str:
        return f"{self.mentions} vermeldingen in {self.own} van {self.sentences} zinnen, {self.others} over anderen"


def attention_of(passages: Sequence[Passage]) -> Attention:
    """The attention for labour migrants; older and looser words count where the group is named outright at least once and more
    than one side of it is shown, so that a yearly report's own uitzendkrachten do not."""
    sentences = [sentence.text for passage in passages for sentence in passage.sentences]
    theirs = [sentence for sentence in sentences if not OTHER_GROUP.search(sentence) and not _NOT_THEM.search(sentence)]
    own = next(filter(None, (own_word(passage.text) for passage in passages)), None)
    outright = [mentions(sentence) + (len(own.findall(sentence)) if own else 0) for sentence in theirs]
    older = [len(OLDER_WORDS.findall(sentence)) for sentence in theirs]
    named = any(outright) or any(
        older
    )  # where nobody is named, nothing more is looked for: most papers are on something else
    sides = [[named and bool(side.search(sentence)) for side in SIDES] for sentence in theirs]
    work, bed, country = (sum(row[number] for row in sides) for number in range(len(SIDES)))
    on_side = tuple(sorted((work, bed, country), reverse=True))
    shown = [text for text, *ways in zip(theirs, outright, older, map(any, sides), strict=True) if any(ways)]
    both = on_side[1] >= SHOWN_TWICE and any(TARGET_GROUP.search(sentence) for sentence in sentences)
    counts = [one + other for one, other in zip(outright, older, strict=True)] if both else outright
    return Attention(
        sentences=len(sentences),
        own=sum(count > 0 for count in counts),
        others=sum(bool(OTHER_GROUP.search(sentence)) for sentence in sentences),
        mentions=sum(counts),
        words=_words(sentences),
        named=named,
        outright=any(outright),
        shown=len(shown),
        shown_words=_words(shown),
        sides=on_side,
        living=work + bed,
        pointers=sum(outright) + sum(older) + country,
    )


def _words(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def about_of(parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind) -> Derived[bool]:
    """Whether the paper is about labour migration: by its title, else by its sections, else by the share of its sentences."""
    name = f"{title} {parts.stem}"
    if _names_target(parts, title) or (OLDER_WORDS.search(name) and mentions(parts.text)):
        return Derived(True, "titel")
    least = REPORT_SECTION_WORDS if kind is PaperKind.OTHER else SECTION_WORDS
    section = None if _ITEMS.search(name) else next(iter(about_sections(passages, least)), None)
    if section:
        return Derived(True, f"hoofdstuk of paragraaf '{section[-1]}'")
    attention = attention_of(passages)
    if _enough(attention, kind, bool(FRAMEWORK.search(name))):
        return Derived(True, str(attention))
    if kind is PaperKind.POLICY and any(_stretch(passages)):
        return Derived(True, "alinea's achter elkaar over arbeidsmigranten")
    if not _ITEMS.search(name) and attention.speaks_of_them:
        return Derived(True, f"werk, verblijf en herkomst in {attention.shown} van {attention.sentences} zinnen")
    if kind in RULES and not FRAMEWORK.search(name) and attention.points_at_them:
        return Derived(True, f"wijst {attention.pointers} keer naar hen in {attention.sentences} zinnen")
    if kind in (PaperKind.MOTION, PaperKind.COUNCIL_PAPER) and attention.has_them_as_one_subject:
        return Derived(
            True, f"enig onderwerp: werk, verblijf en herkomst in {attention.shown} van {attention.sentences} zinnen"
        )
    silent = next(iter(silent_sections(passages)), None) if kind in RULES else None
    if silent:
        return Derived(True, f"{SILENT} '{silent[-1]}'")
    return Derived(False, str(attention))


def _enough(attention: Attention, kind: PaperKind, framework: bool) -> bool:
    """Three mentions, dense enough; fewer in a short paper where they are a good part of it; one in a motion.

    A paper that says more of other groups is about those.
    """
    if not attention.own or attention.others > attention.own:
        return False
    if attention.words <= SHORT and kind in SHARES:
        return attention.own >= FEW or (attention.own >= 2 and attention.own >= SHARES[kind] * attention.sentences)
    least = 1 if kind is PaperKind.MOTION and attention.words <= SHORT else FEW
    return attention.mentions >= least and attention.density >= (WIDER_DENSE if framework else DENSE)


def about_sections(passages: Sequence[Passage], least_words: int = SECTION_WORDS) -> list[tuple[str, ...]]:
    """Section paths, down to the heading that names the target group, that hold text of substance on it."""
    words: dict[tuple[str, ...], int] = {}
    named: dict[tuple[str, ...], int] = {}
    for passage in passages:
        path = target_section(passage.section)
        if path:
            words[path] = words.get(path, 0) + len(passage.text.split())
            named[path] = named.get(path, 0) + mentions(passage.text)
    return [path for path, count in words.items() if count >= least_words and named[path]]


def silent_sections(passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    """Sections that speak of labour migrants though their headings do not name them."""
    by_section: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        by_section.setdefault(passage.section, []).append(passage)
    return [section for section, those in by_section.items() if section and _speaks(those)]


def _speaks(passages: Sequence[Passage]) -> bool:
    if not any(mentions(passage.text) for passage in passages):
        return False
    attention = attention_of(passages)
    return attention.outright and attention.speaks_of_them


@lru_cache(maxsize=1024)
def target_section(section: tuple[str, ...]) -> tuple[str, ...] | None:
    """The path down to the outermost heading that names the target group; None where none does."""
    for depth, heading in enumerate(section, start=1):
        if TARGET_GROUP.search(heading):
            return section[:depth]
    return None


def _names_target(parts: Parts, title: str) -> bool:
    return bool(
        TARGET_GROUP.search(title)
        or TARGET_GROUP.search(re.sub(r"[-_]", " ", parts.stem))
        or _subtitle_names(parts)
        or _line_below_names(parts, title)
    )


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
