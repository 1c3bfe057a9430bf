"""Long papers that the card of own footing did not learn from, nor anybody looked at while making rules: only their count is shown."""

from pathlib import Path

import pytest

from pipeline.coverage.learning import as_read, measure_in_use, papers_of
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings
from tests.conftest import ROOT

PAPERS = Path(__file__).parent / "achtergehouden" / "lang2.jsonl"

pytestmark = pytest.mark.traag


def test_most_long_papers_have_their_type_and_those_on_housing_alone_are_found():
    workshop = Workshop(load_settings(models=ROOT / "models"))
    read = [as_read(one, workshop.classifier.classifier, workshop.nlp, workshop.rules) for one in papers_of(PAPERS)]
    found = measure_in_use(read, workshop.rules)
    print("\n".join(found.lines()))
    assert (found.papers, found.housing) == (8, 4)
    assert found.types >= 6
    assert found.rightly >= 3
