"""Words without end, as a broken or hostile PDF holds them, are identified in time like any other text (else the run hangs).

`make test` tries those that take a few seconds at the most; the others are of `make test-zwaar`.
"""

import pytest

from tests.documents.made import read

pytestmark = pytest.mark.traag

ENDLESS = {
    "dit": "Dit " + "a" * 100_000,
    "concept": "concept" + "a" * 100_000,
    "beleid": "beleid" * 20_000,
    "werken": "wij werken aan " * 20_000,
    "cijfers": "12-" * 50_000,
    "aldus": "Aldus vastgesteld " * 10_000,
    "met": "de looptijd van de nota arbeidsmigranten " + "met 1 " * 10_000 + "verleng",
    "motie": "Motie 1 " * 10_000,
}
LONGER = {
    "letters": "A " * 50_000,
    "verlengen": "de nota arbeidsmigranten te verlengen met 1 jaar " * 4_000,
    "besluiten": "vastgesteld op 1 januari 2019 door de gemeenteraad van Oss " * 3_000,
    "gemeenten": "gemeente Oss en gemeente Uden, " * 5_000,
    "partijen": "convenant tussen Oss, Uden en Bernheze; ondertekend te Oss; " * 3_000,
    "stemmen": "vóór – 3 tegen: " * 5_000,
}


@pytest.mark.parametrize("name", [*ENDLESS, *(pytest.param(one, marks=pytest.mark.zwaar) for one in LONGER)])
def test_a_paper_with_endless_words_is_identified(name):
    text = (ENDLESS | LONGER)[name]
    assert read("## Nota arbeidsmigranten\n" + text).title.value == "Nota arbeidsmigranten"
