from __future__ import annotations

import sys
from pathlib import Path

import pytest
import spacy
from pipeline.language.loading import EMBEDDED, load_language
from spacy.language import Language
from stand_in import write_stand_in

MODELS = Path(__file__).parents[2] / "models"


@pytest.fixture(scope="session")
def models() -> Path:
    return MODELS


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The embedded pipeline as papers are read with it."""
    return load_language(EMBEDDED, MODELS)


@pytest.fixture(scope="session")
def rules() -> Language:
    """The sentence rules alone: what they leave open begins no sentence."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("sentence_rules")
    return nlp


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    """An empty folder from which Python imports; forgets afterwards what was imported from it."""
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("nl_core_news_lg", None)


@pytest.fixture
def large(site) -> Path:
    """The stand-in of nl_core_news_lg, installed."""
    return write_stand_in(site)
