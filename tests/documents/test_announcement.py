import pytest

from pipeline.documents.announcement import announces
from tests.documents.made import read


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij stellen in 2021 een beleidskader arbeidsmigratie op.",
        "Het college bereidt beleid voor huisvesting van arbeidsmigranten voor.",
        "In 2022 wordt een visie op arbeidsmigratie opgesteld.",
        "We werken aan een integrale nota arbeidsmigranten.",
        "Het college komt voor de zomer met een beleidsnota.",
        "Een beleidskader is in voorbereiding.",
        "Wij zullen uw raad in het najaar een beleidsnota voorleggen.",
        "De komende maanden ontwikkelen wij een integraal beleidskader.",
        "Het beleid wordt in 2023 geactualiseerd.",
        "Wij zijn gestart met het opstellen van een beleidsnota arbeidsmigranten.",
    ],
)
def test_policy_still_to_come_is_announced(sentence):
    assert announces(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De raad heeft in 2019 een beleidskader vastgesteld.",
        "Het Rijk stelt een nieuw kader op.",
        "De provincie ontwikkelt een visie op arbeidsmigratie.",
        "Het beleid wordt jaarlijks geëvalueerd.",
        "Deze nota wordt aangehaald als Nota logies.",
        "De beleidsregels worden bekendgemaakt in het gemeenteblad.",
        "Wij handhaven op basis van het beleid.",
        "Een informatiepunt is in voorbereiding.",
    ],
)
def test_existing_policy_others_policy_and_services_are_not(sentence):
    assert not announces(sentence)


def test_an_announcement_counts_only_where_labour_migrants_are_the_subject():
    other = "## Programmabegroting 2024\nWij stellen in 2024 een parkeernota op."
    assert not read(other).announces.value
    assert read(
        "## Raadsinformatiebrief\nOnderwerp: arbeidsmigranten\nWij stellen in 2024 een beleidsnota op."
    ).announces.value
