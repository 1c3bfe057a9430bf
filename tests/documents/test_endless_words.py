"""Words without end, as a broken or hostile PDF holds them, are identified in time like any other text (else the run hangs)."""

import pytest

from tests.documents.made import read

pytestmark = pytest.mark.traag


@pytest.mark.parametrize(
    "text",
    [
        "Dit " + "a" * 100_000,
        "concept" + "a" * 100_000,
        "beleid" * 20_000,
        "A " * 50_000,
        "wij werken aan " * 20_000,
        "12-" * 50_000,
        "Aldus vastgesteld " * 10_000,
        "de looptijd van de nota arbeidsmigranten " + "met 1 " * 10_000 + "verleng",
        "de nota arbeidsmigranten te verlengen met 1 jaar " * 4_000,
        "vastgesteld op 1 januari 2019 door de gemeenteraad van Oss " * 3_000,
        "gemeente Oss en gemeente Uden, " * 5_000,
        "convenant tussen Oss, Uden en Bernheze; ondertekend te Oss; " * 3_000,
        "Motie 1 " * 10_000,
        "vóór – 3 tegen: " * 5_000,
    ],
    ids=[
        "dit",
        "concept",
        "beleid",
        "letters",
        "werken",
        "cijfers",
        "aldus",
        "met",
        "verlengen",
        "besluiten",
        "gemeenten",
        "partijen",
        "motie",
        "stemmen",
    ],
)
def test_a_paper_with_endless_words_is_identified(text):
    assert read("## Nota arbeidsmigranten\n" + text).title.value == "Nota arbeidsmigranten"
