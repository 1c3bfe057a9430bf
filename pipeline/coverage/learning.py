"""Learning the card of own footing from labelled papers, and measuring it on papers of writers it did not learn from.

`corpus/papieren` has a file per writer with a paper on each line; `corpus/papieren/README.md` says what stands in it. The papers
were written and labelled by people who did not know these rules. The words of the theme classifier did not learn from them, its sentence
model did from those of half of the writers (`PAPER_WRITERS` in `models/zinsmodel/maak.py`); how far both are to be
believed, and its thresholds, were learned from those of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.coverage.assessment import Assessment, PolicyType, assess, policy_type, sightings
from pipeline.coverage.footing import signs
from pipeline.coverage.footing_words import WordWeights, learn_words, wording
from pipeline.coverage.rules import Rules
from pipeline.coverage.weighing import SAID, Card
from pipeline.documents.written import written_blocks
from pipeline.foundation.json_lines import JsonLinesError, json_lines
from pipeline.foundation.label_faults import LabelFault, label_fault
from pipeline.language.passage_making import make_passages
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText, judged_text

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.themes.classifier import Classifier

OWN = "eigen"
FOOTINGS = (OWN, "dienst", "beschrijving")
"""What a writer can say of a theme in a text: for its own sake, for the housing rules, or only described."""
SPREAD = 0.3
"""Signs are brought to this spread before they are weighed, so that none gets a large weight from few papers."""
ROUNDS = 4
"""So often a part of the writers is held out from the words, to hear what these say of strangers."""
SAME = 0.5
"""A text of the paper stands in a passage where they share this part of the runs of three words of either."""


class PapersError(Exception):
    """Labelled papers cannot be used; the message (Dutch) names file, line and what is wrong."""


@dataclass(frozen=True)
class LabelledPaper:
    """A paper with its truth: `blocks` as the writer labelled them, `own` the themes on own footing, `levels` of each theme."""

    id: str
    writer: str
    blocks: tuple[Mapping[str, Any], ...]
    levels: Mapping[Theme, int]
    own: frozenset[Theme]
    type: PolicyType


@dataclass(frozen=True)
class ReadPaper:
    """A labelled paper as the night sees it, and for each theme seen in a passage its signs, how it is worded and whether the writer
    calls it own.
    """

    paper: LabelledPaper
    passages: tuple[Passage, ...]
    judged: tuple[JudgedText, ...]
    signs: tuple[Mapping[str, float], ...]
    wordings: tuple[str, ...]
    own: tuple[bool, ...]


@dataclass(frozen=True)
class Footing:
    """What a card says of papers that it did not learn from, in numbers of papers and of cells (paper and theme)."""

    papers: int
    types: int
    own: int
    levels: int
    housing: int
    flagged: int
    rightly: int

    def lines(self) -> Iterator[str]:
        """Yield what was measured, in Dutch."""
        cells = self.papers * len(Theme)
        yield f"beleidstype goed: {self.types} van {self.papers}"
        yield f"thema's op eigen benen precies goed: {self.own} van {self.papers}"
        yield f"niveau goed: {self.levels} van {cells}"
        yield f"alleen huisvesting: {self.rightly} van {self.housing} gevonden, {self.flagged} aangewezen"


def read_papers(folder: Path) -> list[LabelledPaper]:
    """Return the labelled papers of all writers, by file and line. Raises PapersError, also where there are none."""
    papers = [paper for path in sorted(folder.glob("*.jsonl")) for paper in papers_of(path)]
    if len({paper.writer for paper in papers}) < 2:
        raise PapersError(f"{folder}: papieren van ten minste twee schrijvers (*.jsonl) nodig")
    return papers


def papers_of(path: Path) -> Iterator[LabelledPaper]:
    """Yield the labelled papers of one writer. Raises PapersError."""
    try:
        for number, row in json_lines(path):
            yield _labelled(path, number, row)
    except JsonLinesError as error:
        raise PapersError(str(error)) from None


def _labelled(path: Path, number: int, row: Mapping[str, Any]) -> LabelledPaper:
    try:
        levels = dict.fromkeys(Theme, 0) | {Theme(theme): int(level) for theme, level in row["niveaus"].items()}
        own = frozenset(map(Theme, row["zelfstandig"]))
        blocks = tuple(map(_checked, row["blokken"]))
        return LabelledPaper(str(row["id"]), path.stem, blocks, levels, own, PolicyType(row["type"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PapersError(f"{path}, regel {number}: geen gelabeld papier ({label_fault(error)})") from None


def _checked(block: Mapping[str, Any]) -> Mapping[str, Any]:
    """A block as it was written; what raises here would do so later, without saying of which line it is."""
    if not all(isinstance(block.get(name) or "", str) for name in ("kop", "tekst")):
        raise LabelFault("kop of tekst is geen tekst")
    int(block.get("diepte") or 1)
    for theme, footing in (block.get("voet") or {}).items():
        if footing not in FOOTINGS:
            raise LabelFault(f"voet van {Theme(theme)} is geen van: {', '.join(FOOTINGS)}")
        Theme(theme)
    return block


def as_read(paper: LabelledPaper, classifier: Classifier, nlp: Language, rules: Rules) -> ReadPaper:
    """Return a labelled paper divided and judged as in the night."""
    passages = make_passages(list(written_blocks(paper.blocks)), nlp)
    judged = classifier.judge([judged_text(passage) for passage in passages], nlp)
    seen = [one for one in sightings(passages, judged, rules) if one[1].theme != Theme.HUISVESTING]
    called = {passage.number: called_own(passage, paper) for passage, _, _ in seen}
    return ReadPaper(
        paper,
        passages,
        tuple(judged),
        tuple(signs(sighting, place) for _, sighting, place in seen),
        tuple(wording(sighting.theme, passage, place.chapter) for passage, sighting, place in seen),
        tuple(sighting.theme in called[passage.number] for passage, sighting, _ in seen),
    )


def called_own(passage: Passage, paper: LabelledPaper) -> set[Theme]:
    """The themes that the writer calls own in a text that stands in this passage."""
    here = _runs(f"{passage.lead_in} {passage.text}")
    texts = (block for block in paper.blocks if block.get("tekst"))
    inside = (block for block in texts if _stands_in(_runs(block["tekst"]), here))
    return {Theme(theme) for block in inside for theme, footing in (block.get("voet") or {}).items() if footing == OWN}


def _stands_in(text: set[tuple[str, ...]], passage: set[tuple[str, ...]]) -> bool:
    both = len(text & passage)
    return both > SAME * len(text) or both > SAME * len(passage)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}


def learn(papers: Sequence[ReadPaper]) -> Card:
    """Return the card that fits what the writers of these papers said best: a logistic regression on the signs.

    What the words say counts here as far as they know it of writers from whom they did not learn. Raises PapersError where nothing
    is called own, or everything.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    rows = [row for paper in papers for row in paper.signs]
    own = [own for paper in papers for own in paper.own]
    if len(set(own)) < 2:
        writers = ", ".join(sorted({one.paper.writer for one in papers}))
        raise PapersError(
            f"Van de papieren van {writers} valt niets te leren: in alle passages is 'voet' {OWN}, of in geen enkele"
        )
    names = [*rows[0], SAID]
    said = [odds for paper in _heard(papers) for odds in paper]
    values = np.array([[*row.values(), odds] for row, odds in zip(rows, said, strict=True)])
    spread = values.std(axis=0) + 1e-6
    fitted = LogisticRegression(max_iter=3000).fit((values - values.mean(axis=0)) / spread * SPREAD, own)
    weights = fitted.coef_[0] / spread * SPREAD
    start = float(np.asarray(fitted.intercept_)[0] - weights @ values.mean(axis=0))
    rounded = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    return Card(round(start, 3), rounded, _words_of(papers))


def _words_of(papers: Sequence[ReadPaper]) -> WordWeights:
    return learn_words([text for one in papers for text in one.wordings], [own for one in papers for own in one.own])


def _heard(papers: Sequence[ReadPaper]) -> list[list[float]]:
    """Return for each paper what the words of other writers say of its passages; of other papers where there is one writer."""
    writers = [one.paper.writer for one in papers]
    groups = writers if len(set(writers)) > 1 else [one.paper.id for one in papers]
    rounds = {group: number % ROUNDS for number, group in enumerate(sorted(set(groups)))}
    learned = {
        number: _words_of([one for one, group in zip(papers, groups, strict=True) if rounds[group] != number])
        for number in set(rounds.values())
    }
    return [
        [learned[rounds[group]].odds(text) for text in one.wordings] for one, group in zip(papers, groups, strict=True)
    ]


def measure_in_use(papers: Sequence[ReadPaper], rules: Rules) -> Footing:
    """Return how papers that the card in use did not learn from come out by it."""
    return _counted([(one.paper, assess(one.passages, one.judged, rules)) for one in papers])


def measure(papers: Sequence[ReadPaper], rules: Rules) -> Footing:
    """Return how papers come out by cards learned from the other writers. Raises PapersError as `learn` does."""
    found = []
    for writer in sorted({one.paper.writer for one in papers}):
        weights = learn([one for one in papers if one.paper.writer != writer])
        mine = [one for one in papers if one.paper.writer == writer]
        found += [(one.paper, assess(one.passages, one.judged, rules, weights)) for one in mine]
    return _counted(found)


def _counted(found: Sequence[tuple[LabelledPaper, Assessment]]) -> Footing:
    types = [(paper.type, policy_type(assessment.own_footing)) for paper, assessment in found]
    return Footing(
        papers=len(found),
        types=sum(true == said for true, said in types),
        own=sum(paper.own == set(assessment.own_footing) for paper, assessment in found),
        levels=sum(
            paper.levels[theme] == assessment.findings[theme].level for paper, assessment in found for theme in Theme
        ),
        housing=sum(true == PolicyType.HOUSING for true, _ in types),
        flagged=sum(said == PolicyType.HOUSING for _, said in types),
        rightly=sum(true == said == PolicyType.HOUSING for true, said in types),
    )
