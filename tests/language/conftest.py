from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from stand_in import write_stand_in

from pipeline.language.loading import EMBEDDED, PREFERRED, load_language

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


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory) -> Path:
    """The stand-in of nl_core_news_lg, not on the path."""
    return write_stand_in(tmp_path_factory.mktemp("stand_in"))


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Path]:
    """An empty folder from which Python imports; what was imported from it is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop(PREFERRED, None)


@pytest.fixture
def large(site, stand_in) -> Path:
    """The stand-in of nl_core_news_lg, installed."""
    return shutil.copytree(stand_in, site / stand_in.name)


@pytest.fixture(scope="session")
def large_nlp(stand_in) -> Language:
    """The stand-in of nl_core_news_lg, loaded as papers are read with it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(stand_in.parent)
        nlp = load_language(PREFERRED, MODELS)
    sys.modules.pop(PREFERRED, None)
    return nlp
