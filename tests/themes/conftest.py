"""The classifier that comes with the project, loaded once."""

from __future__ import annotations

import pytest

from pipeline.language.loading import load_language
from pipeline.themes.features import annotated
from pipeline.themes.storing import load
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def nlp():
    return load_language("nl_themaspin", ROOT / "models")


@pytest.fixture(scope="session")
def classifier(nlp):
    return load(ROOT / "models", "nl_themaspin", nlp.meta["version"]).classifier


@pytest.fixture(scope="session")
def judge(nlp, classifier):
    return lambda *texts: classifier.judge(list(annotated(texts, nlp)))
