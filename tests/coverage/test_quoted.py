"""What somebody else said, quoted in a paper, describes a theme at most."""

import pytest

from pipeline.coverage.quoted import quoted
from tests.coverage.test_not_policy import levels, passage

from .papers import ARBEIDSMARKT

EIS = "De gemeente moet van elk bedrijf vaste contracten eisen voor arbeidsmigranten. Zo houdt het op"


@pytest.mark.parametrize(
    "text",
    [
        f"“{EIS}.” Bestuurder van een vakbond",
        f"‘{EIS}.’ – teler in Meterik",
        f'"{EIS}!" (vrouw, 34, Roemenië)',
        f"„{EIS}”, aldus een dorpsraad",
    ],
)
def test_what_somebody_else_said_is_described(text):
    assert levels(ARBEIDSMARKT, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"“{EIS}.” Wethouder Janssen",
        f"“{EIS}.”",
        f"De raad besluit: “{EIS}.”",
        f"“Goed werk” is ons doel. {EIS}.",
        f"“{EIS}.” Zo staat het in het amendement",
        "“Thuis in Horst” heet het plan. Daarom eist de gemeente van elk bedrijf “vaste contracten” voor haar mensen.",
        "“Zij horen erbij.” Inwoner. De gemeente eist van elk bedrijf vaste contracten en controleert dat elk jaar samen met de inspectie.",
    ],
)
def test_what_the_municipality_says_itself_is_not(text):
    assert quoted(passage(0, text)) == frozenset()
