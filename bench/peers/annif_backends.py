"""Annif, the subject indexer of the National Library of Finland, with its own analyzer (Snowball, Dutch) and default settings.

Annif learns from documents that have a subject; a third of the passages has none. So they get a sixth subject, `geen`, whose score is
not looked at. Its backend `svc` takes one subject a document: a passage with several themes is given once for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.peers import Peer, Scorer, as_they_are

SUBJECTS = ("huisvesting", "arbeidsmarkt", "registratie", "zorg", "handhaving", "geen")
BATCH = 64
SETTINGS = {
    "tfidf": "",
    "svc": "",
    "omikuji": "",
    "fasttext": "loss=ova\nepoch=50\nthread=1\nlimit=100\nchunksize=24\n",
}
"""What a backend needs beyond its defaults: fastText's default, a softmax over subjects in five rounds, is for far larger sets.

With some corpora it ends in "Encountered NaN": with 14,765 passages to learn from it did, at Annif's learning rate (0.25) as at 0.1 and
0.05; with 10,612 and 15,964 it did not. The table then says that it was not measured."""


def make(kind: str) -> Peer:
    """Return the peer of this backend."""
    return Peer(as_they_are, lambda texts, truth, folder: _learn(kind, texts, truth, folder), lambda f: _load(kind, f))


def _learn(kind: str, texts: np.ndarray, truth: np.ndarray, folder: Path) -> None:
    _write_punkt(texts, folder)
    (folder / "projects.cfg").write_text(
        f"[{kind}]\nname={kind}\nlanguage=nl\nbackend={kind}\nanalyzer=snowball(dutch)\nvocab=themas\n{SETTINGS[kind]}",
        encoding="utf-8",
    )
    lines = [f"<http://themaspin/{subject}>\t{subject}\n" for subject in SUBJECTS]
    (folder / "themas.tsv").write_text("".join(lines), encoding="utf-8")
    project = _project(kind, folder)
    from annif.corpus import Document, DocumentList, SubjectSet
    from annif.vocab import VocabFileTSV

    project.vocab.load_vocabulary(VocabFileTSV(str(folder / "themas.tsv"), "nl"))
    number = {subject: project.subjects.by_uri(f"http://themaspin/{subject}") for subject in SUBJECTS}
    given = [
        Document(text, SubjectSet([number[subject] for subject in subjects]))
        for text, row in zip(texts, truth, strict=True)
        for subjects in _given_as(kind, row)
    ]
    project.train(DocumentList(given))


def _given_as(kind: str, row: np.ndarray) -> Iterator[list[str]]:
    """Yield the subjects of each document that a passage with these themes is given as."""
    themes = [subject for subject, has in zip(SUBJECTS, row, strict=False) if has] or ["geen"]
    if kind == "svc":
        yield from ([theme] for theme in themes)
    else:
        yield themes


def _write_punkt(texts: np.ndarray, folder: Path) -> None:
    """Give Annif's tokenizer the sentence ends it asks for, learned from the passages themselves, so that nothing is fetched."""
    from nltk.tokenize.punkt import PunktTrainer, save_punkt_params

    place = folder / "nltk" / "tokenizers" / "punkt_tab" / "english"
    place.mkdir(parents=True, exist_ok=True)
    save_punkt_params(PunktTrainer("\n".join(texts)).get_params(), str(place))


def _project(kind: str, folder: Path) -> Any:
    import annif
    import nltk
    from annif.registry import AnnifRegistry

    annif.logger.setLevel("ERROR")
    nltk.data.path.insert(0, str(folder / "nltk"))
    return AnnifRegistry(str(folder / "projects.cfg"), str(folder / "data"), False).get_project(kind)


def _load(kind: str, folder: Path) -> Scorer:
    project = _project(kind, folder)
    columns = [project.subjects.by_uri(f"http://themaspin/{subject}") for subject in SUBJECTS[:5]]
    from annif.corpus import Document

    def scores(texts: np.ndarray) -> np.ndarray:
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        found = [project.suggest([Document(text) for text in batch]).array.toarray() for batch in batches]
        return np.vstack(found)[:, columns].astype(float)

    return scores
