"""Training a classifier for a spaCy pipeline from the corpus, and the card that goes with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.language.loading import language_model
from pipeline.themes.classifier import Classifier
from pipeline.themes.codebook import Theme
from pipeline.themes.evaluation import Scores, measure
from pipeline.themes.features import annotated
from pipeline.themes.labelled import LabelledPassage, read_corpus
from pipeline.themes.sentence_model import load_sentence_model
from pipeline.themes.storing import save
from pipeline.themes.training import HeldOut, train, truth_matrix

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str], None]


def train_and_save(
    corpus_folder: Path,
    models: Path,
    nlp: Language,
    progress: Progress,
    *,
    reviewed: Sequence[LabelledPassage] = (),
) -> tuple[Path, Scores]:
    """Train on the corpus, save the classifier with its card under `models`; return the folder and the held-out scores.

    What reviewers said of passages (`reviewed`) is learned from too, and never held out. Raises LabelledError where the corpus
    cannot be used, SentenceModelError.
    """
    corpus = read_corpus(corpus_folder)
    progress(f"{len(corpus)} passages uit {corpus_folder}")
    sentences = load_sentence_model(models)
    passages = list(annotated((passage.text for passage in [*corpus, *reviewed]), nlp))
    trained = train(corpus, passages, sentences, reviewed=reviewed, progress=progress)
    measured = [corpus[i] for i in trained.held_out.numbers]
    scores = _held_out_scores(measured, trained.held_out, trained.classifier)
    language = language_model(nlp)
    card = _card(corpus, corpus_folder, trained.classifier, scores)
    card["achtergehouden_per_soort"] = _by_kind(measured, trained.held_out, trained.classifier)
    card["corpus"]["beoordeelde_passages"] = len(reviewed)
    card |= {
        "spacy": language.name,
        "spacy_versie": language.version,
        "zinsmodel": sentences.id,
    }
    folder = save(trained.classifier, card, models, language.name)
    (folder / "README.md").write_text(_markdown(card), encoding="utf-8")
    return folder, scores


def _labels(held_out: HeldOut, classifier: Classifier) -> np.ndarray:
    limits = np.array([classifier.thresholds[theme].label for theme in Theme])
    return (held_out.scores >= limits).astype(int)


def _held_out_scores(corpus: Sequence[LabelledPassage], held_out: HeldOut, classifier: Classifier) -> Scores:
    strengths = [(passage.strength, guess) for passage, guess in zip(corpus, held_out.strength, strict=True)]
    return measure(truth_matrix(corpus), _labels(held_out, classifier), held_out.scores, strengths)


def _card(corpus: Sequence[LabelledPassage], folder: Path, classifier: Classifier, scores: Scores) -> dict[str, Any]:
    return {
        "datum": date.today().isoformat(),
        "corpus": {
            "passages": len(corpus),
            "papieren": len({passage.paper for passage in corpus}),
            "sha256": _hash(folder),
        },
        "versies": {name: version(name) for name in ("scikit-learn", "spacy", "numpy", "onnxruntime")},
        "drempels": {theme.value: asdict(classifier.thresholds[theme]) for theme in Theme},
        "achtergehouden": scores.as_dict(),
    }


def _hash(folder: Path) -> str:
    content = b"".join(path.read_bytes() for path in sorted(folder.glob("*.jsonl")))
    return hashlib.sha256(content).hexdigest()


def _by_kind(corpus: Sequence[LabelledPassage], held_out: HeldOut, classifier: Classifier) -> dict[str, Any]:
    truth, labels = truth_matrix(corpus), _labels(held_out, classifier)
    found = {}
    for kind in sorted({passage.soort for passage in corpus}):
        rows = np.array([passage.soort == kind for passage in corpus])
        part = measure(truth[rows], labels[rows], held_out.scores[rows])
        found[kind] = {"passages": part.passages, "micro_f1": round(part.micro_f1, 4), "goed": round(part.exact, 4)}
    return found


def _markdown(card: dict[str, Any]) -> str:
    scores = card["achtergehouden"]
    low, high = scores["interval"]
    themes = "\n".join(
        f"| {name} | {part['precision']:.3f} | {part['recall']:.3f} | {part['f1']:.3f} | {part['aantal']} | "
        f"{card['drempels'][name]['label']:.2f} |"
        for name, part in scores["themes"].items()
    )
    kinds = "\n".join(
        f"| {kind} | {part['passages']} | {part['micro_f1']:.3f} | {part['goed']:.3f} |"
        for kind, part in card["achtergehouden_per_soort"].items()
    )
    return f"""# Themaclassifier voor {card["spacy"]} {card["spacy_versie"]}

Gemaakt op {card["datum"]} met `themaspin train` uit {card["corpus"]["passages"]} passages van {card["corpus"]["papieren"]} papieren
in `corpus/passages` (sha256 `{card["corpus"]["sha256"][:16]}…`). Licentie EUPL-1.2. Deze kaart wordt bij het trainen geschreven.

Logistische regressie per thema (scikit-learn {card["versies"]["scikit-learn"]}) op lemma's, letterreeksen en het
themalexicon; de sterkte daarnaast op de vorm van de zinnen. Daarnaast oordeelt het [zinsmodel](../../zinsmodel/README.md); een
tweede logistische regressie weegt beide en ijkt de kans (Platt). De cijfers gaan over de {scores["passages"]} passages waarvan de
schrijver bij beide was achtergehouden; weging en drempels zijn op dezelfde uitkomsten gekozen, dus op ander werk zijn ze iets lager.
Het zijn passages die voor dit project zijn geschreven (zie de [kaart van het corpus](../../../corpus/README.md)). Metingen op andere
passages staan in [metingen.md](../metingen.md).

| thema | precisie | recall | F1 | passages | drempel |
| --- | --- | --- | --- | --- | --- |
{themes}

Macro-F1 {scores["macro_f1"]:.3f} (95 %: {low:.3f} tot {high:.3f}), micro-F1 {scores["micro_f1"]:.3f}, alle labels goed
{scores["exact"]:.3f}, ijkfout {scores["calibration_error"]:.3f}, sterkte macro-F1 {scores["strength_macro_f1"]:.3f}.

| soort papier | passages | micro-F1 | alle labels goed |
| --- | --- | --- | --- |
{kinds}
"""
