"""How much of a text goes to labour migrants, whatever it calls them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents.attention_words import subject_words, words_of
from pipeline.documents.groups import (
    AFAR,
    NEAR_SUBJECTS,
    OLDER_WORDS,
    OTHER_GROUP,
    SIDES,
    mentions,
    own_word,
)
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage
from pipeline.language.remembering import remembered

_NOT_THEM = expression(r"\b(?:geen|niet\s+(?:om|over|voor))\s+arbeidsmigra\w+", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Attention:
    """How much of a text goes to labour migrants: sentences in all, on them, on other groups; mentions in sentences on them.

    `tone` are the log-odds by its words alone (`attention_words`). `named`: whether a sentence names them, by older and looser words
    too; `outright`: whether without those. `shown` are sentences that name them or are on a side of theirs (`SIDES`), with
    `shown_words` words; `sides` how many are on each side, most first.
    `living` are those on work or a bed, one on both twice; `pointers` are names, looser ones too, and sentences with a far country.
    `first` and `last` say where in the text (0 to 1) the first and last passage with a pointer begins, `spread` in which share of
    passages one stands. `afar` are sentences that speak of coming from far, in more words than a side has; `near` those with a word
    of something near (`NEAR_SUBJECTS`).
    """

    tone: float
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
    first: float
    last: float
    spread: float
    afar: int
    near: int

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
            self.named
            and all(self.sides)
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


TELLING = -1.5
"""Log-odds by its words from which a text that names nobody is looked through all the same. Of 395 labelled papers that name nobody none
that is found to be about them lies below it, by words learned from other writers."""
UNHEARD = 0.0
"""The tone of a text whose words are not asked; it is looked through."""


def attention_of(passages: Sequence[Passage], tone: float | None = None) -> Attention:
    """The attention for labour migrants; older and looser words count where the group is named outright at least once and more
    than one side of it is shown, so that a yearly report's own uitzendkrachten do not. `tone` is worked out where it is not given."""
    tone = subject_words().odds(words_of(passages)) if tone is None else tone
    sentences = [sentence.text for passage in passages for sentence in passage.sentences]
    theirs = [sentence for sentence in sentences if not _whom(sentence).leaves_them]
    own = next(filter(None, (own_word(passage.text) for passage in passages)), None)
    outright = [mentions(sentence) + (len(own.findall(sentence)) if own else 0) for sentence in theirs]
    older = [_whom(sentence).older for sentence in theirs]
    named = any(outright) or any(older)
    # where nobody is named and no word suggests it, nothing more is looked for: most papers are on something else
    looked = named or tone >= TELLING
    sides = [_life(sentence).sides if looked else NO_SIDE for sentence in theirs]
    work, bed, country = (sum(row[number] for row in sides) for number in range(len(SIDES)))
    on_side = tuple(sorted((work, bed, country), reverse=True))
    shown = [text for text, *ways in zip(theirs, outright, older, map(any, sides), strict=True) if any(ways)]
    both = on_side[1] >= SHOWN_TWICE and any(map(mentions, sentences))
    counts = [one + other for one, other in zip(outright, older, strict=True)] if both else outright
    return Attention(
        tone=tone,
        sentences=len(sentences),
        own=sum(count > 0 for count in counts),
        others=sum(_whom(sentence).others for sentence in sentences),
        mentions=sum(counts),
        words=_words(sentences),
        named=named,
        outright=any(outright),
        shown=len(shown),
        shown_words=_words(shown),
        sides=on_side,
        living=work + bed,
        pointers=sum(outright) + sum(older) + country,
        **(_places(passages) if looked else NOWHERE),
        afar=sum(_life(sentence).afar for sentence in theirs) if looked else 0,
        near=sum(_life(sentence).near for sentence in sentences) if looked else 0,
    )


@dataclass(frozen=True, slots=True)
class _Whom:
    """Of whom a sentence speaks: whether of other groups, whether not of labour migrants (of others, or it denies them), how often
    it names these by older words, and its words in all."""

    others: bool
    leaves_them: bool
    older: int
    words: int


@dataclass(frozen=True, slots=True)
class _Life:
    """What a sentence shows of how they live: which of `SIDES`, and what `AFAR` and `NEAR_SUBJECTS` find."""

    sides: tuple[bool, ...]
    afar: bool
    near: bool


@remembered
def _whom(sentence: str) -> _Whom:
    """A paper is looked through several times, whole and by its sections; its sentences are once."""
    others = bool(OTHER_GROUP.search(sentence))
    leaves_them = others or bool(_NOT_THEM.search(sentence))
    return _Whom(others, leaves_them, len(OLDER_WORDS.findall(sentence)), len(sentence.split()))


@remembered
def _life(sentence: str) -> _Life:
    sides = tuple(bool(side.search(sentence)) for side in SIDES)
    return _Life(sides, bool(AFAR.search(sentence)), bool(NEAR_SUBJECTS.search(sentence)))


NO_SIDE = (False,) * len(SIDES)
NOWHERE = {"first": 1.0, "last": 0.0, "spread": 0.0}


def _places(passages: Sequence[Passage]) -> Mapping[str, float]:
    """Where in the text passages point at labour migrants."""
    begins = [0, *itertools.accumulate(len(passage.text.split()) for passage in passages)]
    whole = begins[-1] or 1
    pointing = [start / whole for start, passage in zip(begins, passages, strict=False) if _points(passage.text)]
    if not pointing:
        return NOWHERE
    return {"first": pointing[0], "last": pointing[-1], "spread": len(pointing) / len(passages)}


@remembered
def _points(text: str) -> bool:
    return bool(mentions(text) or OLDER_WORDS.search(text) or AFAR.search(text))


def _words(sentences: Sequence[str]) -> int:
    return sum(_whom(sentence).words for sentence in sentences)
