"""The classifier on disk: `models/themas/<spaCy pipeline>/` holds `classifier.skops` and its card, `kaart.json`.

It needs the sentence model it was trained with (`models/zinsmodel/`); the card says which.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer

from pipeline.themes.classifier import Classifier, Thresholds, Weighing, Words
from pipeline.themes.codebook import Theme
from pipeline.themes.features import Features
from pipeline.themes.sentence_model import (
    SentenceModelError,
    forget_sentence_model,
    load_sentence_model,
    sentence_model_id,
)

FOLDER = "themas"
FILE = "classifier.skops"
CARD = "kaart.json"
VECTORIZERS = ("woorden", "tekens", "vormen")
TERMS = "woordenlijsten"
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
    import skops.io  # takes a second, and most nights open no classifier

    folder = folder_of(models, language)
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / FILE, skops.io.dumps(_parts(classifier), compression=8, compresslevel=9))
    _replace(folder / CARD, (json.dumps(card, ensure_ascii=False, indent=2) + "\n").encode())
    return folder


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
    import skops.io

    folder = folder_of(models, language)
    try:
        content = (folder / FILE).read_bytes()
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if _identity(content, card) != identity:
            raise ClassifierError(f"De themaclassifier in {folder} is tijdens de run vervangen. Start de run opnieuw.")
        sentences = load_sentence_model(models)
        parts = skops.io.loads(content, trusted=TRUSTED)
    except (ClassifierError, SentenceModelError) as error:
        raise ClassifierError(str(error)) from None
    except Exception as error:
        raise ClassifierError(f"{folder / FILE} is beschadigd ({error}). Train opnieuw: themaspin train") from error
    features = Features(*(_with_terms(parts, name) for name in VECTORIZERS))
    return Classifier(
        Words(features, {theme: parts["thema"][theme.value] for theme in Theme}, parts["sterkte"]),
        sentences,
        Weighing({theme: parts["weging"][theme.value] for theme in Theme}, parts["weging_sterkte"]),
        {theme: Thresholds(**card["drempels"][theme.value]) for theme in Theme},
    )


def let_go() -> None:
    """Forget the classifiers that were loaded; one that is asked for after all is loaded again."""
    _open.cache_clear()
    forget_sentence_model()


def _parts(classifier: Classifier) -> dict[str, Any]:
    words, weighing = classifier.words, classifier.weighing
    vectorizers = dict(
        zip(VECTORIZERS, (words.features.words, words.features.characters, words.features.frames), strict=True)
    )
    return {
        **{name: _without_terms(one) for name, one in vectorizers.items()},
        TERMS: {name: json.dumps(_terms(one), ensure_ascii=False) for name, one in vectorizers.items()},
        "thema": {theme.value: model for theme, model in words.themes.items()},
        "sterkte": words.strength,
        "weging": {theme.value: model for theme, model in weighing.themes.items()},
        "weging_sterkte": weighing.strength,
    }


def _terms(vectorizer: TfidfVectorizer) -> list[str]:
    """The terms of a vectorizer in the order of their columns."""
    return sorted(vectorizer.vocabulary_, key=lambda term: vectorizer.vocabulary_[term])


def _without_terms(vectorizer: TfidfVectorizer) -> TfidfVectorizer:
    """A vectorizer whose terms are stored beside it: skops would make an object of each of their numbers, a hundred thousand of
    them, which takes seconds and hundreds of MB to load."""
    bare = copy.copy(vectorizer)
    del bare.vocabulary_
    return bare


def _with_terms(parts: Mapping[str, Any], name: str) -> TfidfVectorizer:
    """A vectorizer as it was; one that was stored by an earlier version has its terms itself."""
    vectorizer = parts[name]
    if TERMS in parts:
        vectorizer.vocabulary_ = {term: column for column, term in enumerate(json.loads(parts[TERMS][name]))}
    return vectorizer


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_suffix(path.suffix + ".nieuw")
    temporary.write_bytes(content)
    temporary.replace(path)
