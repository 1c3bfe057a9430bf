"""A machine that would make something else of a paper is told from one that would not."""

from __future__ import annotations

import pytest

from pipeline.extraction.ocr import Ocr
from pipeline.night.likeness import likeness, unlike
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings


@pytest.fixture
def here(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "nota.pdf").write_bytes(b"%PDF-1.7")
    return Workshop(load_settings(inbox=tmp_path / "inbox", outputs=tmp_path / "uit"))


def there(here: Workshop, **other) -> Workshop:
    return Workshop(here.settings.model_copy(update=other))


def test_a_machine_is_like_itself(here):
    assert unlike(there(here), likeness(here)) == []


def test_another_classifier_is_named(here):
    (fault,) = unlike(here, likeness(here) | {"classifier": "een andere"})
    assert "andere classifier" in fault
    assert "een andere" in fault


def test_a_machine_without_character_recognition_is_named(here):
    here.__dict__["ocr"], bare = Ocr(), there(here)
    bare.__dict__["ocr"] = Ocr(missing=("Tesseract",))
    (fault,) = unlike(bare, likeness(here))
    assert "tekenherkenning (geen" in fault


def test_other_limits_on_reading_are_named(here):
    (fault,) = unlike(there(here, seconden_per_bestand=7), likeness(here))
    assert "andere lezer" in fault


def test_a_machine_that_does_not_see_the_inbox_is_named(here, tmp_path):
    (fault,) = unlike(there(here, inbox=tmp_path / "weg"), likeness(here))
    assert "kan niet bij de inbox" in fault


def test_a_share_that_is_not_mounted_is_named(here, tmp_path):
    (tmp_path / "aankoppelpunt").mkdir()
    (fault,) = unlike(there(here, inbox=tmp_path / "aankoppelpunt"), likeness(here))
    assert "lege inbox" in fault


def test_a_machine_without_models_is_named(here, tmp_path):
    (tmp_path / "models").mkdir()
    (fault,) = unlike(there(here, models=tmp_path / "models"), likeness(here))
    assert "mist zijn gereedschap" in fault
