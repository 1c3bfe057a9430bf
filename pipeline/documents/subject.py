"""Whether a paper, or a section of it, is about labour migration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.groups import FRAMEWORK, OLDER_WORDS, OTHER_GROUP, TARGET_GROUP, mentions
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
SECTION_WORDS = 30
REPORT_SECTION_WORDS = 120
"""Words from which a section with the target group in its heading makes the paper speak of it; more in budgets and reports."""
_ITEMS = re.compile(r"\b(?:besluitenlijst|notulen|agenda|verslag)\b", re.IGNORECASE)
"""Papers whose headings are items; they are about labour migrants when enough of their words are."""


@dataclass(frozen=True, slots=True)
class Attention:
    """How much of a text goes to labour migrants: sentences in all, on them, on other groups; mentions in sentences on them."""

    sentences: int
    own: int
    others: int
    mentions: int
    words: int

    @property
    def density(self) -> float:
        """Mentions per 1,000 words."""
        return 1000 * self.mentions / max(self.words, 1)

    def __str__(self) -> str:
        return f"{self.mentions} vermeldingen in {self.own} van {self.sentences} zinnen, {self.others} over anderen"


def attention_of(passages: Sequence[Passage]) -> Attention:
    """The attention for labour migrants; older and looser words count where the group is named outright at least once."""
    sentences = [sentence.text for passage in passages for sentence in passage.sentences]
    outright = any(TARGET_GROUP.search(sentence) for sentence in sentences)
    counts = [_mentioned(sentence, outright) for sentence in sentences]
    return Attention(
        sentences=len(sentences),
        own=sum(count > 0 for count in counts),
        others=sum(bool(OTHER_GROUP.search(sentence)) for sentence in sentences),
        mentions=sum(counts),
        words=sum(len(sentence.split()) for sentence in sentences),
    )


def _mentioned(sentence: str, outright: bool) -> int:
    """Mentions in a sentence that is not about a list of groups, nor says that it is about others."""
    if OTHER_GROUP.search(sentence) or _NOT_THEM.search(sentence):
        return 0
    return mentions(sentence) + (sum(1 for _ in OLDER_WORDS.finditer(sentence)) if outright else 0)


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
