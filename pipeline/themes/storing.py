"""The classifier on disk: `models/themas/<spaCy pipeline>/` holds `classifier.skops` and its card, `kaart.json`.

One that was trained with sentence embeddings stands beside it, in `<spaCy pipeline>+e5/`. Both need the word vectors they were
trained with (`models/woordvectoren/`); the card says which.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import skops.io

from pipeline.themes.classifier import Classifier, Estimators, Thresholds
from pipeline.themes.codebook import Theme
from pipeline.themes.features import Features
from pipeline.themes.semantics import SUFFIX
from pipeline.themes.wordvectors import WordVectors, WordVectorsError, load_word_vectors

FOLDER = "themas"
FILE = "classifier.skops"
CARD = "kaart.json"
TRUSTED = ["scipy.sparse._csr.csr_matrix"]
"""Types beyond plain scikit-learn and NumPy that our own files hold; anything else is refused on loading."""


class ClassifierError(Exception):
    """A classifier is missing, damaged or belongs to another spaCy pipeline; the message (Dutch) says what to do."""


@dataclass(frozen=True, slots=True)
class StoredClassifier:
    """A loaded classifier. `id` changes whenever its judgement may change: it is the key of stored scores."""

    classifier: Classifier
    id: str
    card: dict[str, Any]


def folder_of(models: Path, language: str, semantic: bool = False) -> Path:
    """Return the folder of the classifier that belongs to the spaCy pipeline named `language`."""
    return models / FOLDER / (language + SUFFIX if semantic else language)


def has_classifier(models: Path, language: str, semantic: bool = False) -> bool:
    """Whether a classifier was trained for the spaCy pipeline named `language`."""
    return (folder_of(models, language, semantic) / FILE).is_file()


def save(classifier: Classifier, card: Mapping[str, Any], models: Path, language: str) -> Path:
    """Write classifier and card, each under a temporary name first; return their folder."""
    folder = folder_of(models, language, classifier.estimators.features.semantic)
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / FILE, skops.io.dumps(_parts(classifier), compression=8, compresslevel=9))
    _replace(folder / CARD, (json.dumps(card, ensure_ascii=False, indent=2) + "\n").encode())
    return folder


def load(models: Path, language: str, language_version: str, semantic: bool = False) -> StoredClassifier:
    """Return the classifier for a spaCy pipeline. Raises ClassifierError where it is missing, damaged or not its pair."""
    folder = folder_of(models, language, semantic)
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
    return StoredClassifier(
        _read(content, card, folder, _vectors(models, card, folder)), _identity(content, card), card
    )


def _vectors(models: Path, card: Mapping[str, Any], folder: Path) -> WordVectors:
    try:
        vectors = load_word_vectors(models)
    except WordVectorsError as error:
        raise ClassifierError(str(error)) from None
    if card.get("woordvectoren") != vectors.id:
        raise ClassifierError(
            f"De themaclassifier in {folder} hoort bij andere woordvectoren. Train opnieuw: themaspin train"
        )
    return vectors


def _identity(content: bytes, card: Mapping[str, Any]) -> str:
    about = json.dumps([card["spacy"], card["spacy_versie"], card["drempels"]], sort_keys=True).encode()
    return hashlib.sha256(content + about).hexdigest()[:16]


def _read(content: bytes, card: Mapping[str, Any], folder: Path, vectors: WordVectors) -> Classifier:
    try:
        parts = skops.io.loads(content, trusted=TRUSTED)
    except Exception as error:
        raise ClassifierError(f"{folder / FILE} is beschadigd ({error}). Train opnieuw: themaspin train") from error
    estimators = Estimators(
        Features(
            parts["woorden"],
            parts["tekens"],
            parts["vormen"],
            vectors,
            parts["zeldzaamheid"],
            parts["midden"],
            parts["midden_zinnen"],
        ),
        {theme: parts["thema"][theme.value] for theme in Theme},
        {theme: parts["ijking"][theme.value] for theme in Theme},
        parts["sterkte"],
    )
    return Classifier(estimators, {theme: Thresholds(**card["drempels"][theme.value]) for theme in Theme})


def _parts(classifier: Classifier) -> dict[str, Any]:
    estimators = classifier.estimators
    return {
        "woorden": estimators.features.words,
        "tekens": estimators.features.characters,
        "vormen": estimators.features.frames,
        "zeldzaamheid": estimators.features.rarity,
        "midden": estimators.features.centre,
        "midden_zinnen": estimators.features.middle,
        "thema": {theme.value: model for theme, model in estimators.themes.items()},
        "ijking": {theme.value: model for theme, model in estimators.calibration.items()},
        "sterkte": estimators.strength,
    }


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_suffix(path.suffix + ".nieuw")
    temporary.write_bytes(content)
    temporary.replace(path)
