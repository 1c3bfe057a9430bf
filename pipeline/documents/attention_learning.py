"""Learning how a text speaks of labour migrants when it is about them, and measuring it on writers it did not learn from.

Three kinds of labelled papers: the short ones of `corpus/dagen` (with `over` in their truth), the policies of `corpus/papieren`, all
of them about labour migrants, and those of `corpus/naast`, on something near or hard to tell from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.documents.attention import Attention, attention_of
from pipeline.documents.attention_card import (
    CARD,
    AttentionCard,
    attention_card,
    attention_card_id,
    may_be_about_them,
    signs,
)
from pipeline.documents.day_learning import TRUTH, DayPapersError, typeset
from pipeline.documents.kind import kind_of
from pipeline.documents.parts import Parts, parts_of
from pipeline.documents.subject import about_by_rules
from pipeline.documents.title import title_of
from pipeline.documents.written import written_blocks
from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.refusal import Limits
from pipeline.language.passage_making import make_passages
from pipeline.store.together import write_together

if TYPE_CHECKING:
    from spacy.language import Language

LEAST = 0.9
"""Chance from which a paper is about labour migrants. So high that papers on something near are hardly more often taken for theirs than
by the rules alone: of 235 by writers not learned from 2 (at .97 too, at .6 8; by the rules 1), with 50 of 447 missed (57, 45; 94)."""
COST = 0.3
ROUNDS = 12
"""In so many parts the writers are divided, to measure each part by what was learned from the others."""


class SubjectPapersError(Exception):
    """Labelled papers cannot be used; the message (Dutch) names file, line and what is wrong."""


@dataclass(frozen=True, eq=False)
class SubjectPaper:
    """A labelled paper as it was read: whether it is `about` labour migrants, and whether the rules say so (`ruled`)."""

    writer: str
    about: bool
    ruled: bool
    attention: Attention


@dataclass(frozen=True)
class Measured:
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
    """Yield the papers that were written as data, of all writers. Raises SubjectPapersError."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, stated in _lines(path):
            try:
                blocks = tuple(written_blocks(stated["blokken"]))
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                raise _not_labelled(path, number, error) from None
            # without its title: what is to be learned is what the text itself tells
            parts = parts_of(Extraction(FileState.OK, blocks=blocks), PurePosixPath(f"stuk {number}.pdf"))
            yield _as_read(f"{folder.name}/{path.stem}", about, parts, nlp)


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SubjectPapersError(f"{path}: niet te lezen als UTF-8-tekst ({error})") from None
    for number, line in enumerate(lines, 1):
        try:
            yield number, json.loads(line)
        except ValueError as error:
            raise _not_labelled(path, number, error) from None


def _not_labelled(path: Path, number: int, error: Exception) -> SubjectPapersError:
    return SubjectPapersError(f"{path}, regel {number}: geen gelabeld papier ({error!r})")


def _as_read(writer: str, about: bool, parts: Parts, nlp: Language) -> SubjectPaper:
    passages = make_passages(parts.blocks, nlp)
    kind = kind_of(parts).value
    ruled = about_by_rules(parts, passages, title_of(parts, kind).value, kind).value
    return SubjectPaper(writer, about, ruled, attention_of(passages))


def learn(papers: Sequence[SubjectPaper]) -> AttentionCard:
    """Return the weights that tell papers about labour migrants from others. Raises SubjectPapersError where one kind is missing."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    weighed = [paper for paper in papers if may_be_about_them(paper.attention)]
    answers = [paper.about for paper in weighed]
    if len(set(answers)) < 2:
        raise SubjectPapersError(
            "Er zijn papieren over arbeidsmigranten nodig, en papieren die hen noemen en over iets anders gaan."
        )
    rows = [signs(paper.attention) for paper in weighed]
    names = list(rows[0])
    scaler = StandardScaler()
    table = scaler.fit_transform(np.array([[row[name] for name in names] for row in rows]))
    fitted = LogisticRegression(C=COST, max_iter=4000).fit(table, answers)
    weights = fitted.coef_[0] / scaler.scale_
    start = float(np.asarray(fitted.intercept_)[0] - weights @ scaler.mean_)
    return AttentionCard(
        {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}, round(start, 3), LEAST
    )


def measure(papers: Sequence[SubjectPaper]) -> Measured:
    """Return how papers come out by what was learned from other writers. Raises SubjectPapersError."""
    writers = sorted({paper.writer for paper in papers})
    measured = Measured(0, 0, 0, 0, 0, 0)
    for held_out in filter(None, (writers[number::ROUNDS] for number in range(ROUNDS))):
        card = learn([paper for paper in papers if paper.writer not in held_out])
        mine = [paper for paper in papers if paper.writer in held_out]
        measured = _together(measured, _counted(mine, card))
    return measured


def _counted(papers: Sequence[SubjectPaper], card: AttentionCard) -> Measured:
    found = [(paper, paper.ruled or card.chance(paper.attention) >= card.least) for paper in papers]
    return Measured(
        about=sum(paper.about for paper in papers),
        others=sum(not paper.about for paper in papers),
        missed_by_rules=sum(paper.about and not paper.ruled for paper in papers),
        missed=sum(paper.about and not said for paper, said in found),
        taken_by_rules=sum(paper.ruled and not paper.about for paper in papers),
        taken=sum(said and not paper.about for paper, said in found),
    )


def _together(one: Measured, other: Measured) -> Measured:
    return Measured(*(getattr(one, name) + getattr(other, name) for name in Measured.__dataclass_fields__))


def keep(card: AttentionCard, learned_from: Mapping[str, object]) -> None:
    """Write a card in the place of the one in use. Raises OSError; then the former still stands."""
    stored = {"geleerd": dict(learned_from), "vanaf": card.least, "begin": card.start, "gewichten": dict(card.weights)}
    write_together({CARD: json.dumps(stored, ensure_ascii=False, indent=2) + "\n"})
    attention_card.cache_clear()
    attention_card_id.cache_clear()
