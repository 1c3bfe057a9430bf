"""The classifier on disk: `models/themas/<spaCy pipeline>/` holds `classifier.skops` and its card, `kaart.json`.

A skops file is a zip. Beside scikit-learn's estimators ours holds their bare numbers (`gewichten.npz`): these are what judges,
for to read the estimators takes ten times as long. Where a file has none, as those of earlier versions, the estimators are read.

It needs the sentence model it was trained with (`models/zinsmodel/`); the card says which.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.store.together import UNFINISHED, replace_folder, unfinished
from pipeline.themes.classifier import Classifier, Linear, Thresholds, Weighing, Words
from pipeline.themes.codebook import Theme
from pipeline.themes.features import Features
from pipeline.themes.lexicon import NAMED, lexicon
from pipeline.themes.sentence_model import (
    SentenceModelError,
    forget_sentence_model,
    load_sentence_model,
    sentence_model_id,
)
from pipeline.themes.terms import Terms

FOLDER = "themas"
FILE = "classifier.skops"
CARD = "kaart.json"
NUMBERS = "gewichten.npz"
TRUSTED = ["scipy.sparse._csr.csr_matrix"]
"""Types beyond plain scikit-learn and NumPy that our own files hold; anything else is refused on loading."""


class ClassifierError(Exception):
    """A classifier is missing, damaged or belongs to another spaCy pipeline; the message (Dutch) says what to do."""


@dataclass(frozen=True, slots=True)
class StoredClassifier:
    """A classifier that is loaded when first used, for an unchanged night has nothing to judge.

    `id` changes whenever its judgement may change: it is the key of stored scores. `open` raises ClassifierError.
    """

    open: Callable[[], Classifier]
    id: str
    card: dict[str, Any]

    @property
    def classifier(self) -> Classifier:
        """The classifier itself. Raises ClassifierError where it is damaged."""
        return self.open()


def folder_of(models: Path, language: str) -> Path:
    """Return the folder of the classifier that belongs to the spaCy pipeline named `language`."""
    return models / FOLDER / language


def has_classifier(models: Path, language: str) -> bool:
    """Whether a classifier was trained for the spaCy pipeline named `language`."""
    return (folder_of(models, language) / FILE).is_file()


def save(classifier: Classifier, card: Mapping[str, Any], models: Path, language: str) -> Path:
    """Write classifier and card, each under a temporary name first; return their folder."""
    folder = folder_of(models, language)
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / FILE, _packed(classifier.words, classifier.weighing))
    _replace(folder / CARD, (json.dumps(card, ensure_ascii=False, indent=2) + "\n").encode())
    return folder


def put_in_use(folder: Path, models: Path) -> Path:
    """Put a classifier that was made aside, with its card and all else in its folder, in place of the one in use; return its folder.

    It comes as a whole, as `replace_folder` says. Raises OSError.
    """
    target = folder_of(models, folder.name)
    shutil.rmtree(unfinished(target), ignore_errors=True)
    shutil.copytree(folder, unfinished(target))
    replace_folder(target)
    return target


def load(models: Path, language: str, language_version: str) -> StoredClassifier:
    """Return the classifier for a spaCy pipeline. Raises ClassifierError where it is missing, damaged or not its pair."""
    folder = folder_of(models, language)
    try:
        content = (folder / FILE).read_bytes()
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ClassifierError(
            f"Geen themaclassifier voor {language} ({error.filename}). Maak hem met: themaspin train --spacy {language}"
        ) from None
    except OSError as error:
        raise ClassifierError(
            f"De themaclassifier in {folder} is niet te lezen: {os_fault(error)} ({error.filename}). {remedy(error)}."
        ) from None
    except ValueError as error:
        raise ClassifierError(f"{folder / CARD} is beschadigd ({error}). Train opnieuw: themaspin train") from None
    if card.get("spacy_versie") != language_version:
        raise ClassifierError(
            f"De themaclassifier in {folder} hoort bij {language} {card.get('spacy_versie')}, geïnstalleerd is "
            f"{language_version}. Train opnieuw: themaspin train --spacy {language}"
        )
    _check_sentences(models, card, folder)
    identity = _identity(content, card)
    return StoredClassifier(partial(_open, models, language, identity), identity, card)


def _check_sentences(models: Path, card: Mapping[str, Any], folder: Path) -> None:
    """Raise ClassifierError where the sentence model is not the one that the classifier was trained with."""
    try:
        known = sentence_model_id(models)
    except SentenceModelError as error:
        raise ClassifierError(str(error)) from None
    if card.get("zinsmodel") != known:
        raise ClassifierError(
            f"De themaclassifier in {folder} hoort bij een ander zinsmodel. Train opnieuw: themaspin train"
        )


def _identity(content: bytes, card: Mapping[str, Any]) -> str:
    about = json.dumps([card[key] for key in ("spacy", "spacy_versie", "drempels", "zinsmodel")], sort_keys=True)
    return hashlib.sha256(content + about.encode()).hexdigest()[:16]


@lru_cache(maxsize=2)
def _open(models: Path, language: str, identity: str) -> Classifier:
    """Return the classifier that has this identity; another one may have come in its place since. Raises ClassifierError."""
    folder = folder_of(models, language)
    try:
        content = (folder / FILE).read_bytes()
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if _identity(content, card) != identity:
            raise ClassifierError(f"De themaclassifier in {folder} is tijdens de run vervangen. Start de run opnieuw.")
        sentences = load_sentence_model(models)
        words, weighing = _unpacked(content)
    except (ClassifierError, SentenceModelError) as error:
        raise ClassifierError(str(error)) from None
    except Exception as error:
        raise ClassifierError(f"{folder / FILE} is beschadigd ({error}). Train opnieuw: themaspin train") from error
    if not _fits(words, weighing):
        raise ClassifierError(
            f"De themaclassifier in {folder} is van een andere versie van themaspin. Train opnieuw: themaspin train"
        )
    thresholds = {theme: Thresholds(**card["drempels"][theme.value]) for theme in Theme}
    return Classifier(words, sentences, weighing, thresholds)


def _fits(words: Words, weighing: Weighing) -> bool:
    """Whether a classifier was made for the features and the lexicon of this version; word vectors may stand behind them."""
    features = words.features
    columns = len(features.words.names) + len(features.characters.names) + len(lexicon().concepts)
    weighed = {one.weights.shape[0] for one in weighing.themes.values()}
    return words.themes.weights.shape[0] >= columns and weighed == {2 + NAMED}


def let_go() -> None:
    """Forget the classifiers that were loaded; one that is asked for after all is loaded again."""
    _open.cache_clear()
    forget_sentence_model()


def _packed(words: Words, weighing: Weighing) -> bytes:
    import skops.io

    from pipeline.themes.estimators import estimators_of

    content = io.BytesIO(
        skops.io.dumps(estimators_of(words, weighing), compression=zipfile.ZIP_DEFLATED, compresslevel=9)
    )
    numbers = io.BytesIO()
    np.savez(numbers, allow_pickle=False, **_numbers(words, weighing))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.writestr(zipfile.ZipInfo(NUMBERS), numbers.getvalue(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _unpacked(content: bytes) -> tuple[Words, Weighing]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if NUMBERS in packed.namelist():
            with np.load(io.BytesIO(packed.read(NUMBERS)), allow_pickle=False) as numbers:
                return _of_numbers(numbers)
    import skops.io

    from pipeline.themes.estimators import of_estimators

    return of_estimators(skops.io.loads(content, trusted=TRUSTED))


def _numbers(words: Words, weighing: Weighing) -> dict[str, np.ndarray]:
    """Return all numbers of a classifier by name, so that no library but NumPy is needed to read them."""
    features = words.features
    terms = {"woorden": features.words, "tekens": features.characters, "vormen": features.frames}
    linear = {"thema": words.themes, "sterkte": words.strength, "weging_sterkte": weighing.strength}
    linear |= {f"weging_{theme.value}": weighing.themes[theme] for theme in Theme}
    return {key: array for name, one in terms.items() for key, array in _of_terms(name, one).items()} | {
        f"{name}_{part}": array
        for name, one in linear.items()
        for part, array in (("gewichten", one.weights), ("begin", one.start))
    }


def _of_terms(name: str, terms: Terms) -> dict[str, np.ndarray]:
    """No term holds the end of a line, for texts are divided there."""
    return {
        f"{name}_namen": np.frombuffer("\n".join(terms.names).encode(), dtype=np.uint8),
        f"{name}_gewichten": terms.weights,
        f"{name}_soort": np.array([terms.pieces, terms.shortest, terms.longest]),
    }


def _of_numbers(numbers: Mapping[str, np.ndarray]) -> tuple[Words, Weighing]:
    def linear(name: str) -> Linear:
        return Linear(numbers[f"{name}_gewichten"], numbers[f"{name}_begin"])

    def terms(name: str) -> Terms:
        pieces, shortest, longest = numbers[f"{name}_soort"].tolist()
        names = numbers[f"{name}_namen"].tobytes().decode().split("\n")
        return Terms(bool(pieces), shortest, longest, names, numbers[f"{name}_gewichten"])

    features = Features(terms("woorden"), terms("tekens"), terms("vormen"))
    weighing = {theme: linear(f"weging_{theme.value}") for theme in Theme}
    return Words(features, linear("thema"), linear("sterkte")), Weighing(weighing, linear("weging_sterkte"))


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_suffix(path.suffix + UNFINISHED)
    temporary.write_bytes(content)
    temporary.replace(path)
