"""Learning what dates are from labelled short papers, and measuring it on papers of writers it did not learn from.

`corpus/dagen` has a folder per writer with papers as HTML and `waarheid.jsonl`, in which every date of every paper has its role
(`corpus/dagen/README.md`). They are typeset and read as any other paper, so that the signs are those of a real night.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Self

import numpy as np

from pipeline.documents.clause import clauses_of
from pipeline.documents.day import find_days
from pipeline.documents.day_choice import CARD, DayCard, Witnesses, day_card, day_card_id, witnesses_of
from pipeline.documents.day_roles import TABLE, DayRole, RoleTable, role_table
from pipeline.documents.day_signs import DayMention
from pipeline.documents.kind import kind_of
from pipeline.documents.parts import Parts, parts_of
from pipeline.documents.reading import adopting_for
from pipeline.documents.status import status_of
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.foundation.json_lines import JsonLinesError, json_lines
from pipeline.foundation.label_faults import label_fault
from pipeline.store.together import write_together

TRUTH = "waarheid.jsonl"
LEAST_MENTIONS = 2
"""Signs that stand at fewer mentions are not weighed."""
SMALL = 0.02
"""Weights under it, in log-odds, are left out of the table."""
ROLE_COST, CARD_COST = 1.0, 0.03
ROUNDS = 4
"""So often a part of the writers is held out from the table, to hear what it says of strangers."""


class DayPapersError(Exception):
    """Labelled papers cannot be used; the message (Dutch) names file, line and what is wrong."""


@dataclass(frozen=True, eq=False)
class DayPaper:
    """A labelled paper as it was read: `day` is its own, `roles` that of each of the mentions."""

    writer: str
    day: date | None
    roles: tuple[DayRole, ...]
    witnesses: Witnesses

    def by(self, table: RoleTable) -> Witnesses:
        """Return what is known of its days by a table."""
        return replace(self.witnesses, table=table)


@dataclass(frozen=True)
class Counts:
    """Numbers of papers, which of several parts can be added up."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True)
class Measured(Counts):
    """How often the day and the roles of papers were right; `by_rules` is the day by the rules alone."""

    papers: int
    by_rules: int
    days: int
    mentions: int
    roles: int

    def lines(self) -> Iterator[str]:
        """Yield what was measured, in Dutch."""
        yield f"dag van het stuk goed: {self.days} van {self.papers} (met alleen de regels: {self.by_rules})"
        yield f"rol van een datum goed: {self.roles} van {self.mentions}"


def read_papers(folder: Path, limits: Limits) -> list[DayPaper]:
    """Return the labelled papers of all writers. Raises DayPapersError, also where there are fewer than two writers."""
    papers = [paper for path in sorted(folder.glob(f"*/{TRUTH}")) for paper in papers_of(path.parent, limits)]
    if len({paper.writer for paper in papers}) < 2:
        raise DayPapersError(f"{folder}: mappen van ten minste twee schrijvers met elk een {TRUTH} nodig")
    return papers


def papers_of(folder: Path, limits: Limits) -> Iterator[DayPaper]:
    """Yield the labelled papers of one writer. Raises DayPapersError."""
    truth = folder / TRUTH
    try:
        for number, stated in json_lines(truth):
            yield _labelled(folder, f"{truth}, regel {number}", stated, limits)
    except JsonLinesError as error:
        raise DayPapersError(str(error)) from None


def _labelled(folder: Path, place: str, stated: Mapping[str, Any], limits: Limits) -> DayPaper:
    try:
        parts = typeset(folder / stated["file"], limits)
        day = date.fromisoformat(stated["datum"]) if stated["datum"] else None
        witnesses = _witnesses(parts)
        roles = tuple(_roles(witnesses.mentions, stated["dates"], parts.year))
        return DayPaper(folder.name, day, roles, witnesses)
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise DayPapersError(f"{place}: geen gelabeld papier ({label_fault(error)})") from None


def typeset(source: Path, limits: Limits) -> Parts:
    """Return the parts of a paper that is written as HTML, printed and read as any other. Raises DayPapersError."""
    try:
        from weasyprint import HTML
    except ImportError:
        raise DayPapersError("Om te leren is WeasyPrint nodig: installeer themaspin met de extra `dev`.") from None
    with TemporaryDirectory(prefix="themaspin-") as folder:
        pdf = Path(folder) / f"{source.stem}.pdf"
        HTML(source).write_pdf(pdf)
        return parts_of(read_pdf(pdf, limits), PurePosixPath(pdf.name))


def _witnesses(parts: Parts) -> Witnesses:
    kind = kind_of(parts).value
    clauses = adopting_for(kind, clauses_of(parts))
    return witnesses_of(parts, clauses, kind, status_of(parts, clauses, kind, announces=False).value)


def _roles(mentions: Sequence[DayMention], stated: Sequence[Mapping[str, Any]], year: int | None) -> Iterator[DayRole]:
    """The role of each mention: of a day that is labelled more than once the first label for the first mention, and so on."""
    labels: dict[date, list[DayRole]] = defaultdict(list)
    for one in stated:
        for found in find_days(one["words"], year)[:1]:
            labels[found.day].append(DayRole(one["role"]))
    met = Counter[date]()
    for mention in mentions:
        known = labels[mention.day]
        yield known[min(met[mention.day], len(known) - 1)] if known else DayRole.OTHER
        met[mention.day] += 1


def learn_table(papers: Sequence[DayPaper]) -> RoleTable:
    """Return the weights of signs learned from papers. Raises DayPapersError where there is nothing to tell apart."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [mention.signs for paper in papers for mention in paper.witnesses.mentions]
    roles = [role for paper in papers for role in paper.roles]
    if set(roles) != set(DayRole):
        raise DayPapersError(f"Elke rol moet voorkomen; er ontbreekt: {', '.join(sorted(set(DayRole) - set(roles)))}")
    seen = Counter(sign for signs in rows for sign in signs)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{sign: 1.0 for sign in signs if seen[sign] >= LEAST_MENTIONS} for signs in rows])
    fitted = LogisticRegression(C=ROLE_COST, max_iter=1000).fit(table, roles)
    order = [list(fitted.classes_).index(role) for role in DayRole]
    weights = dict(zip(vectorizer.get_feature_names_out(), fitted.coef_[order].T, strict=True))
    return RoleTable(
        _rounded(fitted.intercept_[order]),
        {sign: _rounded(row) for sign, row in weights.items() if np.abs(row).max() >= SMALL},
    )


def _rounded(numbers: np.ndarray) -> tuple[float, ...]:
    return tuple(round(float(number), 2) for number in numbers)


def learn_card(papers: Sequence[DayPaper]) -> DayCard:
    """Return how far rules and words are believed, by what tables say of writers that they did not learn from."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    writers = sorted({paper.writer for paper in papers})
    signs: list[dict[str, float]] = []
    own: list[bool] = []
    for held_out in filter(None, (writers[number::ROUNDS] for number in range(ROUNDS))):
        table = learn_table([paper for paper in papers if paper.writer not in held_out])
        for paper in (paper for paper in papers if paper.writer in held_out):
            of_days = paper.by(table).signs()
            signs += of_days.values()
            own += [day == paper.day for day in of_days]
    vectorizer = DictVectorizer()
    fitted = LogisticRegression(C=CARD_COST, max_iter=2000).fit(vectorizer.fit_transform(signs), own)
    names = vectorizer.get_feature_names_out()
    weights = {name: round(float(weight), 3) for name, weight in zip(names, fitted.coef_[0], strict=True)}
    return DayCard(round(float(np.asarray(fitted.intercept_)[0]), 3), weights)


def measure(papers: Sequence[DayPaper]) -> Measured:
    """Return how the papers of each writer come out by what was learned from the other writers. Raises DayPapersError."""
    measured = Measured(0, 0, 0, 0, 0)
    for writer in sorted({paper.writer for paper in papers}):
        others = [paper for paper in papers if paper.writer != writer]
        mine = [paper for paper in papers if paper.writer == writer]
        measured += _counted(mine, learn_table(others), learn_card(others))
    return measured


def measure_in_use(papers: Sequence[DayPaper]) -> Measured:
    """Return how papers that were not learned from come out by what is in use."""
    return _counted(papers, role_table(), day_card())


def _counted(papers: Sequence[DayPaper], table: RoleTable, card: DayCard) -> Measured:
    heard = [(paper, paper.by(table)) for paper in papers]
    said = [
        (role, max(chances, key=lambda one: chances[one]))
        for paper, witnesses in heard
        for role, (_, chances) in zip(paper.roles, witnesses.heard, strict=True)
    ]
    return Measured(
        papers=len(papers),
        by_rules=sum(paper.day == witnesses.by_rules.value for paper, witnesses in heard),
        days=sum(paper.day == card.choose(witnesses).value for paper, witnesses in heard),
        mentions=len(said),
        roles=sum(true == found for true, found in said),
    )


def keep(table: RoleTable, card: DayCard, learned_from: Mapping[str, object]) -> None:
    """Write table and card in the place of those in use. Raises OSError; then the former still stand."""
    write_together({TABLE: table.as_table(), CARD: card.as_json(learned_from)})
    for remembered in (role_table, day_card, day_card_id):
        remembered.cache_clear()
