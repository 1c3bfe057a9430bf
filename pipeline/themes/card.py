"""Training a classifier for a spaCy pipeline from the corpus, and the card that goes with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.foundation.dutch import today
from pipeline.language.loading import language_model
from pipeline.themes.classifier import Classifier
from pipeline.themes.codebook import Theme
from pipeline.themes.evaluation import Scores
from pipeline.themes.evaluation_report import Evaluation
from pipeline.themes.features import annotated
from pipeline.themes.labelled import LabelledPassage, read_corpus, read_paper_texts
from pipeline.themes.sentence_model import load_sentence_model
from pipeline.themes.storing import save
from pipeline.themes.training import HeldOut, train, truth_matrix

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str], None]


def train_and_save(
    corpus_folder: Path,
    papers_folder: Path,
    models: Path,
    nlp: Language,
    progress: Progress,
    *,
    reviewed: Sequence[LabelledPassage],
) -> tuple[Path, Scores]:
    """Train on the corpus, save the classifier with its card under `models`; return the folder and the held-out scores.

    The texts of the labelled papers only teach weighing and thresholds. What reviewers said of passages (`reviewed`) is learned from
    too, and never held out. Raises LabelledError where corpus or papers cannot be used, SentenceModelError.
    """
    corpus, papers = read_corpus(corpus_folder), read_paper_texts(papers_folder)
    progress(f"{len(corpus)} passages uit {corpus_folder}, en om te wegen {len(papers)} teksten uit {papers_folder}")
    sentences = load_sentence_model(models)
    passages = list(annotated((passage.text for passage in [*corpus, *reviewed, *papers]), nlp))
    trained = train(corpus, passages, sentences, reviewed=reviewed, papers=papers, progress=progress)
    evaluation = _evaluation(corpus, trained.held_out)
    scores = evaluation.scores()
    language = language_model(nlp)
    card = _card(corpus, corpus_folder, trained.classifier, scores)
    card["achtergehouden_per_soort"] = _by_kind(evaluation)
    card["corpus"] |= {"beoordeelde_passages": len(reviewed), "teksten_om_te_wegen": len(papers)}
    card |= {
        "spacy": language.name,
        "spacy_versie": language.version,
        "zinsmodel": sentences.id,
    }
    folder = save(trained.classifier, card, models, language.name)
    (folder / "README.md").write_text(_markdown(card), encoding="utf-8")
    return folder, scores


def _evaluation(corpus: Sequence[LabelledPassage], held_out: HeldOut) -> Evaluation:
    measured = [corpus[i] for i in held_out.numbers]
    return Evaluation(measured, truth_matrix(measured), held_out.labels, held_out.scores, held_out.strength.tolist())


def _card(corpus: Sequence[LabelledPassage], folder: Path, classifier: Classifier, scores: Scores) -> dict[str, Any]:
    return {
        "datum": today().isoformat(),
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


def _by_kind(evaluation: Evaluation) -> dict[str, Any]:
    return {
        kind: {"passages": part.passages, "micro_f1": round(part.micro_f1, 4), "goed": round(part.exact, 4)}
        for kind, part in evaluation.by_kind().items()
    }


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

Logistische regressie per thema (scikit-learn {card["versies"]["scikit-learn"]}) op lemma's, letterreeksen en het themalexicon; de
sterkte daarnaast op de vorm van de zinnen. Ook oordeelt het [zinsmodel](../../zinsmodel/README.md); een tweede logistische regressie
weegt beide, kijkt of de tekst een andere groep of een ander onderwerp noemt, en ijkt de kans (Platt); die weging en de drempels zijn
ook geleerd van {card["corpus"]["teksten_om_te_wegen"]} teksten uit
[hele papieren](../../../corpus/papieren/README.md), waar meer stilzwijgend blijft.

De cijfers gaan over de {scores["passages"]} passages waarvan de schrijver bij woorden en zinsmodel was achtergehouden, met een weging en
drempels die van de andere schrijvers en van de papieren waren geleerd. Het zijn passages die voor dit project zijn
geschreven (zie de [kaart van het corpus](../../../corpus/README.md)). Metingen op andere passages staan in
[metingen.md](../metingen.md).

| thema | precisie | recall | F1 | passages | drempel |
| --- | --- | --- | --- | --- | --- |
{themes}

Macro-F1 {scores["macro_f1"]:.3f} (95 %: {low:.3f} tot {high:.3f}), micro-F1 {scores["micro_f1"]:.3f}, alle labels goed
{scores["exact"]:.3f}, ijkfout {scores["calibration_error"]:.3f}, sterkte macro-F1 {scores["strength_macro_f1"]:.3f}.

| soort papier | passages | micro-F1 | alle labels goed |
| --- | --- | --- | --- |
{kinds}
"""
