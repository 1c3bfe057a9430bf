"""What is said of a line on which a paper was labelled wrongly."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.foundation.label_faults import LabelFault, label_fault
from pipeline.themes.codebook import Theme


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda: {}["niveaus"], "'niveaus' ontbreekt"),
        (lambda: Theme("wonen"), "'wonen' bestaat niet"),
        (lambda: date.fromisoformat("gisteren"), "'gisteren' is geen dag"),
        (lambda: int("veel"), "'veel' is geen getal"),
        (lambda: iter(3), "een waarde heeft een andere vorm dan verwacht"),
        (lambda: Path("weg.html").read_text(), "weg.html: de map of het bestand is er niet"),
    ],
)
def test_what_is_wrong_is_said_in_dutch(tmp_path, monkeypatch, read, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises((LookupError, ValueError, TypeError, OSError)) as error:
        read()
    assert label_fault(error.value) == said


def test_what_is_said_in_dutch_already_stays():
    assert label_fault(LabelFault("kop of tekst is geen tekst")) == "kop of tekst is geen tekst"
