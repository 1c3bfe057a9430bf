"""What a workshop lets go of is there again when it is asked for, and what its keys depend on."""

import pytest

from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings

pytestmark = pytest.mark.traag


def test_models_that_were_put_away_are_loaded_again(tmp_path):
    workshop = Workshop(load_settings(inbox=tmp_path, outputs=tmp_path))
    nlp, classifier = workshop.nlp, workshop.classifier.classifier
    assert workshop.classifier.classifier is classifier
    workshop.put_away()
    assert workshop.classifier.classifier is not classifier
    assert workshop.nlp is not nlp
    assert workshop.nlp.pipe_names == nlp.pipe_names


@pytest.mark.parametrize("limit", [{"max_paginas": 1}, {"ocr_max_paginas": 1}])
def test_passages_of_what_was_read_within_other_limits_are_others(tmp_path, limit):
    usual = Workshop(load_settings(inbox=tmp_path, outputs=tmp_path))
    assert Workshop(load_settings(inbox=tmp_path, outputs=tmp_path, **limit)).division != usual.division
