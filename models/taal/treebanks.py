"""The Dutch UD treebanks as spaCy documents: cleaned, in reading order, divided into folds by source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training.converters.conllu_to_docs import conllu_to_docs

SENTENCES_PER_DOC = 10
"""Sentences that follow each other go into one document, so that the sentence recogniser sees boundaries."""

NAMES = {"ls": "UD_Dutch-LassySmall", "al": "UD_Dutch-Alpino"}
"""Treebank by the first two letters of its files' names."""

_SENT_ID = re.compile(r"^# sent_id = (?:.*\\)?(?P<source>.+?)\.p\.(?P<paragraph>\d+)\.s\.(?P<number>\d+)", re.MULTILINE)
_QUOTES = {",,": '"', "''": '"', "``": '"'}


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One annotated sentence: its treebank, the text (article, brochure) it stands in, its place there, its CoNLL-U lines."""

    treebank: str
    source: str
    place: tuple[str, int, int]
    conllu: str


def read_treebanks(folder: Path) -> list[TreebankSentence]:
    """All sentences of the `.conllu` files in `folder`, each text in its own order.

    The first two letters of a file's name say its treebank (`ls_dev.conllu`). Raises FileNotFoundError when there are none.
    """
    files = sorted(folder.glob("*.conllu"))
    if not files:
        raise FileNotFoundError(f"geen .conllu-bestanden in {folder}")
    sentences = [sentence for file in files for sentence in _sentences_of(file)]
    return sorted(sentences, key=lambda one: (one.treebank, one.source, one.place))


def _sentences_of(file: Path) -> Iterable[TreebankSentence]:
    for part in re.split(r"\n\s*\n", file.read_text(encoding="utf-8").strip()):
        if found := _SENT_ID.search(part):
            place = (file.stem, int(found["paragraph"]), int(found["number"]))
            yield TreebankSentence(file.stem[:2], found["source"], place, _cleaned(part))


def _cleaned(conllu: str) -> str:
    return "\n".join(_cleaned_token(line) for line in conllu.splitlines() if not line.startswith("#"))


def _cleaned_token(line: str) -> str:
    """Lemmas without the treebank's division marks (`mee_doen`, `basis_niveau`), quotation marks as papers print them."""
    columns = line.split("\t")
    form, lemma = columns[1], columns[2]
    columns[1] = _QUOTES.get(form, form)
    columns[2] = _QUOTES.get(lemma, lemma if form == lemma else lemma.replace("_", ""))
    return "\t".join(columns)


def folds(sentences: Sequence[TreebankSentence], count: int) -> list[list[TreebankSentence]]:
    """`count` parts of about equal size; a source is never divided over two of them."""
    by_source: dict[str, list[TreebankSentence]] = defaultdict(list)
    for sentence in sentences:
        by_source[sentence.source].append(sentence)
    parts: list[list[TreebankSentence]] = [[] for _ in range(count)]
    for source in sorted(by_source, key=lambda name: (-len(by_source[name]), name)):
        min(parts, key=len).extend(by_source[source])
    return parts


def as_docs(sentences: Sequence[TreebankSentence]) -> list[Doc]:
    """spaCy documents of at most `SENTENCES_PER_DOC` sentences, never of two sources."""
    by_source: dict[str, list[TreebankSentence]] = defaultdict(list)
    for sentence in sentences:
        by_source[sentence.source].append(sentence)
    return [doc for part in by_source.values() for doc in _converted(sorted(part, key=lambda one: one.place))]


def _converted(sentences: Sequence[TreebankSentence]) -> Iterable[Doc]:
    text = "\n\n".join(sentence.conllu for sentence in sentences) + "\n\n"
    return conllu_to_docs(text, n_sents=SENTENCES_PER_DOC, no_print=True)


def store(docs: Iterable[Doc], path: Path) -> Path:
    """Writes `docs` as spaCy's training reader wants them."""
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return path
