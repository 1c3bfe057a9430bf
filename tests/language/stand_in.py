"""A stand-in of `nl_core_news_lg`: the same components and vectors of the same width, as an importable package, untrained."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example

COMPONENTS = {
    "tok2vec": "tok2vec",
    "morphologizer": "morphologizer",
    "tagger": "tagger",
    "parser": "parser",
    "lemmatizer": "trainable_lemmatizer",
    "senter": "senter",
    "attribute_ruler": "attribute_ruler",
    "ner": "ner",
}
_INIT = """from spacy.util import load_model_from_init_py

def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""
_WORDS = ["De", "gemeente", "huisvest", "arbeidsmigranten", "."]


def write_stand_in(site: Path, *, leave_out: str = "") -> Path:
    """Writes the package under `site`, as pip would; `leave_out` names a component that it lacks. Returns its folder."""
    nlp = _untrained([name for name in COMPONENTS if name != leave_out])
    nlp.meta.update(name="core_news_lg", version="3.8.0", spacy_version=">=3.8.0,<3.9.0", license="CC BY-SA 4.0")
    package = site / "nl_core_news_lg"
    data = package / "nl_core_news_lg-3.8.0"
    package.mkdir(parents=True)
    nlp.to_disk(data)
    meta = json.loads((data / "meta.json").read_text(encoding="utf-8"))
    (package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (package / "__init__.py").write_text(_INIT, encoding="utf-8")
    return package


def _untrained(components: list[str]) -> Language:
    nlp = spacy.blank("nl")
    for name in components:
        nlp.add_pipe(COMPONENTS[name], name=name)
    nlp.initialize(lambda: [_example(nlp)] * 4)  # a lemma counts from three times on
    nlp.vocab.reset_vectors(width=300)
    for word in _WORDS:
        nlp.vocab.set_vector(word, np.ones(300, dtype="float32"))
    nlp.disable_pipe("senter")  # as in the published one
    return nlp


def _example(nlp: Language) -> Example:
    annotation = {
        "tags": ["LID", "N", "WW", "N", "LET"],
        "pos": ["DET", "NOUN", "VERB", "NOUN", "PUNCT"],
        "morphs": ["", "Number=Sing", "VerbForm=Fin", "Number=Plur", ""],
        "lemmas": ["de", "gemeente", "huisvesten", "arbeidsmigrant", "."],
        "heads": [1, 2, 2, 2, 2],
        "deps": ["det", "nsubj", "ROOT", "obj", "punct"],
        "sent_starts": [1, -1, -1, -1, -1],
        "entities": ["O", "U-ORG", "O", "O", "O"],
    }
    return Example.from_dict(nlp.make_doc(" ".join(_WORDS)), annotation)
