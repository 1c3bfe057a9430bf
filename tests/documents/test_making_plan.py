"""The plan by which policy will be made is no policy."""

import pytest

from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import read


@pytest.mark.parametrize(
    "page",
    [
        "## Plan van aanpak om te komen tot beleid voor arbeidsmigranten\nCollegebesluit 6 februari 2024\nEen adviseur schrijft.",
        "## Plan van aanpak opstellen nota arbeidsmigranten\nSomeren, 6 februari 2024\nEen adviseur schrijft.",
        "## Procesplan op weg naar een nieuwe visie op arbeidsmigranten\nSomeren, 6 februari 2024\nEen adviseur schrijft.",
        "## PLAN VAN AANPAK\nGemeente Someren, college 6 februari 2024\nProduct: een visie op arbeidsmigranten in Someren\n- 1. Tellen.",
        "## Projectopdracht\nSomeren, 6 februari 2024\nResultaat: een integraal beleidskader arbeidsmigranten\nProjectleider: J. Jansen",
    ],
)
def test_a_plan_to_make_policy_announces_it(page):
    paper = read(page)
    assert (paper.status.value, paper.announces_theirs) == (PaperStatus.ANNOUNCED, True)


@pytest.mark.parametrize(
    "page",
    [
        "## Plan van aanpak huisvesting arbeidsmigranten\nVastgesteld door het college op 4 mei 2021\nResultaat: alle panden zijn bezocht",
        "## Plan van aanpak huisvesting arbeidsmigranten\nVastgesteld door het college op 4 mei 2021\n"
        "Resultaat: het beleid wordt uitgevoerd",
        "## Plan van aanpak huisvesting arbeidsmigranten\nVastgesteld door het college op 4 mei 2021\n"
        "Opdracht: het beleid uitvoeren in de wijken",
        "## Plan van aanpak uitvoering nota arbeidsmigranten\nVastgesteld door het college op 4 mei 2021\nActie 1: wij controleren.",
        "## Nota arbeidsmigranten\nVastgesteld door de raad op 4 mei 2021\nResultaat: een visie op het wonen",
    ],
)
def test_a_plan_that_does_something_is_adopted_policy(page):
    paper = read(page)
    assert (paper.kind.value, paper.status.value) == (PaperKind.POLICY, PaperStatus.ADOPTED)


@pytest.mark.parametrize(
    "title", ["Termijnagenda en toezeggingen", "Openstaande toezeggingen aan de raad", "Toezeggingenlijst"]
)
def test_a_list_of_what_was_promised_is_no_policy(title):
    paper = read(
        f"## {title}\nGriffie Someren, bijgewerkt tot 16 november 2021\n| Nr. 18-07 | Visie op arbeidsmigranten | loopt"
    )
    assert paper.kind.value is PaperKind.OTHER


def test_a_numbered_programme_of_a_budget_is_no_policy():
    paper = read(
        "~ Someren, begroting 2025-2028\n## Programma 4: Ruimte\nDoor de raad vastgesteld op 5 november 2024\n# Arbeidsmigranten\nGeld."
    )
    assert paper.kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    ("sentence", "theirs"),
    [
        (
            "Het college heeft opdracht gegeven voor een nota over arbeidsmigranten, die eind dit jaar bij de raad ligt.",
            True,
        ),
        ("Sinds oktober werkt een adviseur aan een beleidskader arbeidsmigranten voor onze gemeente.", True),
        (
            "Wij werken aan een nota over de fietspaden, waarover arbeidsmigranten klaagden bij de wethouder van verkeer.",
            False,
        ),
        ("Een nota over arbeidsmigranten maken wij niet.", False),
        ("Wij werken niet aan een nota over arbeidsmigranten.", False),
    ],
)
def test_policy_that_is_announced_by_what_it_is_on_is_on_its_way_whatever_the_letter_is_on(sentence, theirs):
    paper = read(
        f"Someren, 16 januari 2025\nOnderwerp: einde van de deelname\nBeste collega,\n{sentence}\nMet vriendelijke groet,"
    )
    assert paper.announces_theirs is theirs


@pytest.mark.parametrize(
    "page",
    [
        "## Bestuursopdracht huisvestingsvisie arbeidsmigranten\nVastgesteld door het college op 4 mei 2021\nEen adviseur schrijft.",
        "Gemeente Oss | Startnotitie | zaaknummer 12\n## Logies\nVastgesteld door de raad van Oss op 14 mei 2020\nDe raad wil één lijn.",
        "## Startnotitie Nota arbeidsmigranten\nVastgesteld door de raad van Oss op 14 mei 2020\nDe raad wil één lijn.",
    ],
)
def test_what_only_comes_before_policy_announces_it_though_it_was_adopted(page):
    assert read(page).status.value is PaperStatus.ANNOUNCED
