"""The classifier that comes with the project, loaded once."""

from __future__ import annotations

import pytest

from pipeline.language.loading import load_language
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.labelled import LabelledPassage
from pipeline.themes.storing import load
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def nlp():
    return load_language("nl_themaspin", ROOT / "models")


@pytest.fixture(scope="session")
def classifier(nlp):
    return load(ROOT / "models", "nl_themaspin", nlp.meta["version"]).classifier


@pytest.fixture
def small_corpus():
    """Twenty passages of each theme, of ten papers and every strength; one word tells the theme."""
    words = dict(zip(Theme, ("kamer", "loon", "brp", "huisarts", "boete"), strict=True))
    return [
        LabelledPassage(f"{theme}{n}", f"{word} {n}", frozenset({theme}), list(Strength)[n % 3], f"p{n % 10}", "test")
        for theme, word in words.items()
        for n in range(20)
    ]


@pytest.fixture(scope="session")
def judge(nlp, classifier):
    return lambda *texts: classifier.judge(texts, nlp)
