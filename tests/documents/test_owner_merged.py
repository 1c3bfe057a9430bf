"""Whose a paper is where municipalities merged, ended or were not founded yet."""

from datetime import date

import pytest

from pipeline.documents.override import Override
from tests.documents.test_owner import NEIGHBOURS, owners


def test_in_the_folder_of_its_successor_a_paper_of_before_the_merger_stays_its_own():
    nota = "## Nota arbeidsmigranten\nGemeente Uden\nVastgesteld door de raad van Uden op 3 mei {year}"
    folder = "Maashorst/nota.pdf"
    assert owners(nota.format(year=2016), name=folder) == ["Uden"]
    assert owners(nota.format(year=2023), name=folder) == ["Maashorst"]


def test_in_the_folder_of_who_took_it_in_a_paper_of_before_that_stays_its_own():
    nota = "## Nota arbeidsmigranten\nGemeente Zijpe\nVastgesteld door de raad van Zijpe op 3 mei 2010"
    assert owners(nota, name="Schagen/nota.pdf") == ["Zijpe"]


def test_who_was_not_founded_yet_does_not_speak():
    page = "## Beleidsnota arbeidsmigranten\nLand van Cuijk\nGemeente Cuijk\nVastgesteld door de raad op 12 mei 2017"
    assert owners(page) == ["Cuijk"]
    assert owners(page.replace("2017", "2023").replace("Gemeente Cuijk", "")) == ["Land van Cuijk"]


def test_of_a_merged_municipality_the_names_of_its_former_ones_tell():
    text = (
        "Met dit kader vervallen de regels van de voormalige gemeente Aalburg en van de voormalige gemeente Werkendam."
    )
    assert owners("## Beleidskader arbeidsmigranten 2021", text + " Vastgesteld in de raad van 28 september 2021.") == [
        "Altena"
    ]


def test_a_paper_of_the_last_day_there_is_has_an_owner():
    page = "## Nota arbeidsmigranten\nVastgesteld door de gemeenteraad van Someren op 12 mei 2020"
    assert owners(page, override=Override("nota.toml", date=date.max)) == ["Someren"]


ADOPTED = "Vastgesteld door de gemeenteraad op 12 mei {year}."


@pytest.mark.parametrize(
    "front",
    [
        "Gemeente Sevenum",
        "Sevenum",
        "www.sevenum.nl",
        "NL.IMRO.0964.BP2008-VA01",
        "Het college van burgemeester en wethouders van Sevenum",
    ],
)
def test_a_paper_of_before_it_ended_is_of_a_municipality_whose_name_is_a_villages_now(front):
    page = f"## Thuis in de regio // Nota arbeidsmigranten\n{front}\n{ADOPTED}"
    assert (owners(page.format(year=2009), NEIGHBOURS), owners(page.format(year=2010), NEIGHBOURS)) == (
        ["Sevenum"],
        ["Asten"],
    )


def test_a_later_paper_on_a_village_that_was_a_municipality_keeps_its_owner():
    page = "## Nota arbeidsmigranten Maasdonk\nGemeente Oss\nMaasdonk\nVastgesteld door de gemeenteraad op 12 mei 2016"
    assert owners(page, "De gemeente Maasdonk deed dit al. De gemeente Maasdonk koos plekken.") == ["Oss"]


UNDATED = "Arbeidsmigranten slapen bij de teler."


@pytest.mark.parametrize(
    ("page", "owner"),
    [
        ("## Nota arbeidsmigranten gemeente Sevenum", ["Sevenum"]),
        ("Gemeente Sevenum\n## Nota arbeidsmigranten", ["Sevenum"]),
        ("## Nota arbeidsmigranten\nVastgesteld door de raad van de gemeente Sevenum op", ["Sevenum"]),
        ("Sevenum\n## Nota arbeidsmigranten", []),
        ("## Nota arbeidsmigranten Sevenum", []),
        ("## Nota arbeidsmigranten voormalige gemeente Sevenum", []),
        ("Aan: de raad van de gemeente Sevenum\n## Nota arbeidsmigranten", []),
        ("## Nota arbeidsmigranten gemeente Sevenum\nGemeente Horst aan de Maas", ["Horst aan de Maas"]),
    ],
)
def test_a_paper_without_a_day_is_of_one_that_ended_only_where_it_is_called_a_municipality(page, owner):
    assert owners(page, UNDATED) == owner


def test_who_stamped_a_letter_as_received_did_not_write_it_though_its_name_has_lapsed():
    letter = "GEMEENTE ZIJPE\nIngekomen stuk raad nr. 7\nAan de gemeenteraad van Zijpe\nGeachte leden van de raad, 3 mei 2010"
    assert owners(f"~ Vereniging Flexbedrijven, Postbus 214, 4600 AE Bergen op Zoom\n{letter}") == []


VISION = "GEMEENTE ALTENA\n## Economische visie\nDoor de gemeenteraad vastgesteld op 6 oktober 2020. {}"


def test_former_municipalities_whose_policy_is_replaced_do_not_speak():
    said = "Deze visie komt in de plaats van de agenda's van de voormalige gemeenten Aalburg, Werkendam en Woudrichem."
    assert owners(VISION.format(said)) == ["Altena"]


def test_a_former_municipality_whose_council_decided_does():
    page = (
        "## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad van de voormalige gemeente Uden op 12 mei 2016"
    )
    assert owners(page) == ["Uden"]
