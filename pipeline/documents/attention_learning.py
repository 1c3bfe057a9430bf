"""Learning how a text speaks of labour migrants when it is about them, and measuring it on writers it did not learn from.

Three kinds of labelled papers: the short ones of `corpus/dagen` (with `over` in their truth), the policies of `corpus/papieren`, all
of them about labour migrants, and those of `corpus/naast`, on something near or hard to tell from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.documents.attention import UNHEARD, Attention, attention_of
from pipeline.documents.attention_card import (
    CARD,
    AttentionCard,
    attention_card,
    attention_card_id,
    may_be_about_them,
    signs,
)
from pipeline.documents.attention_words import TABLE, SubjectWords, subject_words, words_of
from pipeline.documents.day_learning import TRUTH, Counts, DayPapersError, typeset
from pipeline.documents.kind import kind_of
from pipeline.documents.parts import Parts, parts_of
from pipeline.documents.subject import about_by_rules
from pipeline.documents.title import title_of
from pipeline.documents.written import written_blocks
from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.refusal import Limits
from pipeline.foundation.json_lines import JsonLinesError, json_lines
from pipeline.foundation.label_faults import label_fault
from pipeline.language.passage_making import make_passages
from pipeline.store.together import write_together

if TYPE_CHECKING:
    from spacy.language import Language

LEAST = 0.85
"""Chance from which a paper is about labour migrants. By writers not learned from: of 427 papers on other things 10 are wrongly taken (by
the rules alone 6), of 535 on them 38 missed (170)."""
COST = 0.3
WORD_COST = 3.0
LEAST_WRITERS, MOST_PAPERS = 3, 0.5
"""A word counts where so many writers used it, and not more than this share of all papers has it."""
ROUNDS = 12
"""In so many parts the writers are divided, to measure each part by what was learned from the others."""


class SubjectPapersError(Exception):
    """Labelled papers cannot be used; the message (Dutch) names file, line and what is wrong."""


@dataclass(frozen=True, eq=False)
class SubjectPaper:
    """A labelled paper as it was read: whether it is `about` labour migrants, and whether the rules say so (`ruled`).

    `attention` has no tone of its own: that depends on whom the words are learned from.
    """

    writer: str
    about: bool
    ruled: bool
    attention: Attention
    words: frozenset[str]


@dataclass(frozen=True)
class Measured(Counts):
    """Of papers about labour migrants how many were missed, and of others how many were taken for theirs; by rules, and with the card."""

    about: int
    others: int
    missed_by_rules: int
    missed: int
    taken_by_rules: int
    taken: int

    def lines(self) -> Iterator[str]:
        """Yield what was measured, in Dutch."""
        yield f"gemist: {self.missed} van {self.about} (met alleen de regels: {self.missed_by_rules})"
        yield f"ten onrechte gevonden: {self.taken} van {self.others} (met alleen de regels: {self.taken_by_rules})"


def short_papers(folder: Path, limits: Limits, nlp: Language) -> Iterator[SubjectPaper]:
    """Yield the short papers of all writers of which the label is sure. Raises SubjectPapersError."""
    for truth in sorted(folder.glob(f"*/{TRUTH}")):
        for number, stated in _lines(truth):
            try:
                if stated.get("over") is not None:
                    parts = typeset(truth.parent / stated["file"], limits)
                    yield _as_read(truth.parent.name, bool(stated["over"]), parts, nlp)
            except DayPapersError as error:
                raise SubjectPapersError(str(error)) from None
            except (KeyError, TypeError, OSError) as error:
                raise _not_labelled(truth, number, error) from None


def written_papers(folder: Path, about: bool, nlp: Language) -> Iterator[SubjectPaper]:
    """Yield the papers that were written as data, of all writers; what a line says of itself (`over_hen`) goes before `about`. Raises
    SubjectPapersError."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, stated in _lines(path):
            try:
                blocks = tuple(written_blocks(stated["blokken"]))
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                raise _not_labelled(path, number, error) from None
            about_them = bool(stated.get("over_hen", about))
            # without its title: what is to be learned is what the text itself tells
            parts = parts_of(Extraction(FileState.OK, blocks=blocks), PurePosixPath(f"stuk {number}.pdf"))
            yield _as_read(f"{folder.name}/{path.stem}", about_them, parts, nlp)


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        yield from json_lines(path)
    except JsonLinesError as error:
        raise SubjectPapersError(str(error)) from None


def _not_labelled(path: Path, number: int, error: Exception) -> SubjectPapersError:
    return SubjectPapersError(f"{path}, regel {number}: geen gelabeld papier ({label_fault(error)})")


def _as_read(writer: str, about: bool, parts: Parts, nlp: Language) -> SubjectPaper:
    passages = make_passages(parts.blocks, nlp)
    kind = kind_of(parts).value
    ruled = about_by_rules(parts, passages, title_of(parts, kind).value, kind).value
    return SubjectPaper(writer, about, ruled, attention_of(passages, UNHEARD), words_of(passages))


@dataclass(frozen=True)
class Learned:
    """What tells papers about labour migrants from others: how their words sound, and all signs together."""

    words: SubjectWords
    card: AttentionCard

    def finds(self, paper: SubjectPaper) -> bool:
        """Whether a paper is about them by these."""
        heard = replace(paper.attention, tone=self.words.odds(paper.words))
        return self.card.chance(heard) >= self.card.least


def learn(papers: Sequence[SubjectPaper]) -> Learned:
    """Return what tells papers about labour migrants from others. How far words are believed is learned from what they say of writers
    that they were not learned from. Raises SubjectPapersError where one kind is missing."""
    heard = [paper for part in _parts(papers) if part.others for paper in _heard(part.theirs, learn_words(part.others))]
    weighed = [paper for paper in heard if may_be_about_them(paper.attention)]
    if len({paper.about for paper in weighed}) < 2:
        raise SubjectPapersError(
            "Er zijn papieren over arbeidsmigranten nodig, en papieren over iets anders waarin het ook over werk en verblijf gaat."
        )
    return Learned(learn_words(papers), _fitted(weighed))


def learn_words(papers: Sequence[SubjectPaper]) -> SubjectWords:
    """Return the weights of words that enough writers used, and not nearly everybody."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import normalize

    used = Counter(word for paper in papers for word in paper.words)
    by_writer = Counter(word for writer in _by_writer(papers).values() for word in frozenset().union(*writer))
    known = sorted(w for w, n in used.items() if by_writer[w] >= LEAST_WRITERS and n <= MOST_PAPERS * len(papers))
    column = {word: number for number, word in enumerate(known)}
    answers = [paper.about for paper in papers]
    if not known or len(set(answers)) < 2:
        return SubjectWords({}, 0.0)
    places = [(row, column[word]) for row, paper in enumerate(papers) for word in paper.words if word in column]
    rows, columns = zip(*places, strict=True)
    table = normalize(csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(papers), len(known))))
    fitted = LogisticRegression(C=WORD_COST, max_iter=2000, class_weight="balanced").fit(table, answers)
    start = float(np.asarray(fitted.intercept_)[0])
    return SubjectWords({w: round(float(n), 2) for w, n in zip(known, fitted.coef_[0], strict=True)}, round(start, 2))


def _by_writer(papers: Sequence[SubjectPaper]) -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for paper in papers:
        found.setdefault(paper.writer, []).append(paper.words)
    return found


def _heard(papers: Sequence[SubjectPaper], words: SubjectWords) -> list[SubjectPaper]:
    return [replace(paper, attention=replace(paper.attention, tone=words.odds(paper.words))) for paper in papers]


def _fitted(papers: Sequence[SubjectPaper]) -> AttentionCard:
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    rows = [signs(paper.attention) for paper in papers]
    names = list(rows[0])
    scaler = StandardScaler()
    table = scaler.fit_transform(np.array([[row[name] for name in names] for row in rows]))
    fitted = LogisticRegression(C=COST, max_iter=4000).fit(table, [paper.about for paper in papers])
    weights = fitted.coef_[0] / scaler.scale_
    start = float(np.asarray(fitted.intercept_)[0] - weights @ scaler.mean_)
    return AttentionCard(
        round(start, 3), {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}, LEAST
    )


@dataclass(frozen=True)
class _Part:
    """Papers of some writers, and those of all others."""

    theirs: Sequence[SubjectPaper]
    others: Sequence[SubjectPaper]


def _parts(papers: Sequence[SubjectPaper]) -> Iterator[_Part]:
    """Yield the papers in parts, whole writers together."""
    writers = sorted({paper.writer for paper in papers})
    for chosen in filter(None, (writers[number::ROUNDS] for number in range(ROUNDS))):
        yield _Part(
            [paper for paper in papers if paper.writer in chosen],
            [paper for paper in papers if paper.writer not in chosen],
        )


def measure(papers: Sequence[SubjectPaper]) -> Measured:
    """Return how papers come out by what was learned from other writers. Raises SubjectPapersError."""
    measured = Measured(0, 0, 0, 0, 0, 0)
    for part in _parts(papers):
        measured += _counted(part.theirs, learn(part.others))
    return measured


def _counted(papers: Sequence[SubjectPaper], learned: Learned) -> Measured:
    found = [(paper, paper.ruled or learned.finds(paper)) for paper in papers]
    return Measured(
        about=sum(paper.about for paper in papers),
        others=sum(not paper.about for paper in papers),
        missed_by_rules=sum(paper.about and not paper.ruled for paper in papers),
        missed=sum(paper.about and not said for paper, said in found),
        taken_by_rules=sum(paper.ruled and not paper.about for paper in papers),
        taken=sum(said and not paper.about for paper, said in found),
    )


def keep(learned: Learned, learned_from: Mapping[str, object]) -> None:
    """Write what was learned in the place of what is in use. Raises OSError; then the former still stands."""
    write_together({CARD: learned.card.as_json(learned_from), TABLE: learned.words.as_table()})
    for known in (attention_card, attention_card_id, subject_words):
        known.cache_clear()
