"""Policy that was on its way and will not come."""

import pytest

from tests.documents.made import read

LETTER = "## Raadsinformatiebrief arbeidsmigranten\nGemeente Bladel\n1 december 2020"


@pytest.mark.parametrize(
    "text",
    [
        "Wij zien daarvan af: er komt geen nota.",
        "Het college ziet af van een eigen beleidskader voor arbeidsmigranten.",
        "Wij stellen geen nieuwe beleidsnota op.",
        "Wij zijn gestopt met het opstellen van een nota arbeidsmigranten.",
        "Het college heeft besloten de concept Nota huisvesting arbeidsmigranten in te trekken.",
        "De nota wordt niet aan de raad aangeboden.",
    ],
)
def test_a_paper_says_that_policy_will_not_come(text):
    assert read(LETTER, text).calls_off


@pytest.mark.parametrize(
    "text",
    [
        "Wij stellen een nota arbeidsmigranten op.",
        "De nota wordt niet meer dit jaar aan de raad aangeboden.",
        "Komt er geen nota over arbeidsmigranten?",
        "De fractie vraagt of er geen nota komt.",
        "De provincie stelt geen nieuwe visie op.",
        "Dit besluit gaat over een krediet en stelt geen beleid vast.",
        "Er komt geen hotel voor arbeidsmigranten.",
    ],
)
def test_a_delay_a_question_or_what_others_do_calls_nothing_off(text):
    assert not read(LETTER, text).calls_off


def test_what_is_called_off_is_not_announced():
    assert not read(LETTER, "De nota wordt niet aan de raad aangeboden.").announces.value
