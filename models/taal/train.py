"""Trains the embedded Dutch pipeline from the UD treebanks and writes it with its card: `make taalmodel UD=<folder>`.

    python models/taal/train.py UD_FOLDER models/nl_themaspin --folds 3

First the pipeline on all sentences, then `--folds` rounds of cross-validation with whole sources held out, then one round
with the whole of the smallest treebank held out. The scores go into the pipeline's `meta.json` and into its card. With
`--measure-only` the pipeline that stands at the target is kept and only its card made anew.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core: a good neighbour, and honest figures of speed

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

sys.path.insert(0, str(Path(__file__).parent))
import card
import treebanks
from treebanks import TreebankSentence

CONFIG = Path(__file__).parent / "config.cfg"
WATCHED_DOCS = 20
"""Training documents on which progress is printed; nothing is chosen by them."""

THEME_COMPONENTS = ("tok2vec", "tagger", "morphologizer", "lemmatizer", "senter")
"""What the classifier's features need; the speed is measured with these."""


@click.command()
@click.argument("ud", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--folds", default=3, show_default=True, help="Rounds of cross-validation; 0 for none.")
@click.option("--steps", default=3500, show_default=True, help="Training steps.")
@click.option("--round-steps", default=2000, show_default=True, help="Training steps of each round: fewer, for time.")
@click.option("--measure-only", is_flag=True, help="Keep the pipeline in TARGET; only validate and write its card.")
def main(ud: Path, target: Path, folds: int, steps: int, round_steps: int, measure_only: bool) -> None:
    """Trains on the .conllu files in UD, writes the pipeline to TARGET and its card to TARGET.md."""
    sentences = treebanks.read_treebanks(ud)
    trained = spacy.load(target) if measure_only else train_pipeline(sentences, steps)
    save(trained, target)
    rounds = [validate(name, rest, held_out, round_steps) for name, rest, held_out in splits(sentences, folds)]
    trained.meta["performance"] = card.mean_scores(rounds)
    trained.meta["speed"] = words_per_second(spacy.load(target), treebanks.as_docs(sentences))
    save(trained, target)
    card.write(target, trained.meta, rounds, card.counted(sentences), (steps, round_steps))


def splits(
    sentences: Sequence[TreebankSentence], folds: int
) -> Iterator[tuple[str, list[TreebankSentence], list[TreebankSentence]]]:
    """Name, training part and held-out part of every round."""
    parts = treebanks.folds(sentences, folds) if folds else []
    for number, held_out in enumerate(parts):
        rest = [sentence for part in parts if part is not held_out for sentence in part]
        yield f"deel {number + 1} van {folds}", rest, held_out
    if parts:
        smallest = Counter(sentence.treebank for sentence in sentences).most_common()[-1][0]
        rest = [sentence for sentence in sentences if sentence.treebank != smallest]
        yield treebanks.NAMES[smallest], rest, [sentence for sentence in sentences if sentence.treebank == smallest]


def validate(
    name: str, sentences: Sequence[TreebankSentence], held_out: Sequence[TreebankSentence], steps: int
) -> card.Round:
    """One round: trains on `sentences`, measures on `held_out`, prints the scores."""
    done = card.Round(name, measure(train_pipeline(sentences, steps), held_out), len(held_out))
    click.echo(f"{name}: {dict(done.scores)}")
    return done


def train_pipeline(sentences: Sequence[TreebankSentence], steps: int) -> Language:
    """The pipeline after the last of `steps` steps on `sentences`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = treebanks.as_docs(sentences)
        overrides = {
            "paths.train": str(treebanks.store(docs, folder / "train.spacy")),
            "paths.dev": str(treebanks.store(docs[:WATCHED_DOCS], folder / "watched.spacy")),
            "training.max_steps": steps,
        }
        train(CONFIG, folder / "out", overrides=overrides)
        return spacy.load(folder / "out" / "model-last")


def measure(nlp: Language, sentences: Sequence[TreebankSentence]) -> dict[str, float]:
    """Scores (0 to 1) on raw text, tokenised by spaCy: `sents_f` of the parser, `senter_f` of the sentence recogniser alone."""
    docs = treebanks.as_docs(sentences)
    scores = nlp.evaluate(_examples(nlp, docs))
    with nlp.select_pipes(enable=["senter"]):
        senter = nlp.evaluate(_examples(nlp, docs))
    kept = {key: scores[key] for key in card.SCORES if key in scores}
    return kept | {"senter_f": senter["sents_f"]}


def _examples(nlp: Language, docs: Sequence[Doc]) -> list[Example]:
    gold = DocBin(docs=docs).get_docs(nlp.vocab)
    return [Example(nlp.make_doc(doc.text), doc) for doc in gold]


def words_per_second(nlp: Language, docs: Sequence[Doc]) -> float:
    """Speed on one core with the components that themes need."""
    texts = [doc.text for doc in docs]
    with nlp.select_pipes(enable=THEME_COMPONENTS):
        began = time.perf_counter()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        return round(words / (time.perf_counter() - began))


def save(nlp: Language, target: Path) -> None:
    """Writes `nlp` to `target`, whole: beside it first, then in its place."""
    nlp.meta.update(card.IDENTITY)
    new = target.with_name(target.name + ".nieuw")
    shutil.rmtree(new, ignore_errors=True)
    nlp.to_disk(new)
    shutil.rmtree(target, ignore_errors=True)
    new.rename(target)


if __name__ == "__main__":
    main()
