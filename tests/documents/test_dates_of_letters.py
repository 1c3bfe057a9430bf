"""Letters, motions that came back and annexes: which of their days is their own."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read


def test_a_letter_that_went_out_later_bears_its_own_day():
    page = "Fractie D66\nVeldhoven, 31 mei 2022\nVerzonden 1 juni 2022\n## Antwoorden op vragen\nGeachte heer Jansen,"
    assert read(page).date.value == date(2022, 5, 31)


def test_a_letter_without_another_day_is_of_the_day_on_which_it_went_out():
    page = "Fractie D66\nVerzonden 1 juni 2022\n## Antwoorden op vragen\nGeachte heer Jansen,\nU stelde vragen."
    assert read(page).date.value == date(2022, 6, 1)


def test_a_label_in_small_letters_is_a_label_before_a_date():
    head = "datum 10 oktober 2023 // ons kenmerk Z/23/118402 // uw kenmerk TL 2023-17 // behandeld door team APV"
    annex = "# Last onder dwangsom\nVerzonden: 28 september 2023"
    assert read(f"{head}\nGeachte heer Poels,\nU stelde vragen.", annex).date.value == date(2023, 10, 10)


def test_a_letter_that_says_when_it_was_adopted_is_of_that_day():
    head = "## Raadsinformatiebrief\n| Verzenddatum | 4 juli 2019\nGeachte raad,"
    own = read(f"{head}\nDeze brief hebben wij in onze vergadering van 2 juli 2019 vastgesteld. Wij werken aan beleid.")
    assert (own.date.value, own.status.value) == (date(2019, 7, 2), PaperStatus.ADOPTED)


def test_what_a_letter_tells_of_decisions_is_not_its_own_day():
    head = "## Raadsinformatiebrief\n| Verzenddatum | 4 juli 2019\nGeachte raad,"
    told = read(f"{head}\nIn deze brief leest u wat op 2 juli 2019 door het college is vastgesteld en besloten.")
    assert told.date.value == date(2019, 7, 4)


@pytest.mark.parametrize(
    "came_in", ["| Ingekomen | 22 november 2023, nr. 118", "INGEKOMEN GRIFFIE 22 NOV 2023 nr. 2023-118"]
)
def test_the_number_of_a_letter_that_came_in_is_no_masthead(came_in):
    page = f"Helmond\n## Beantwoording vragen artikel 36\n{came_in}\n| Beantwoord door college | 19 december 2023\nGeachte heer,"
    assert read(page).date.value == date(2023, 12, 19)


def test_views_that_go_with_a_decision_are_of_the_day_of_that():
    page = "## Nota van zienswijzen\nGemeente Oss · behorend bij raadsbesluit RVB20-0044 van 24 september 2020\nEr zijn vijf zienswijzen."
    assert read(page).date.value == date(2020, 9, 24)


MOTION = """## Motie A7
| Behandeld in | raadsvergadering 7 juli 2020 en raadsvergadering {again}
De raad van Cranendonck, bijeen op 7 juli 2020,
constaterende dat er geen beleid is;
draagt het college op
een nota arbeidsmigratie voor te leggen,
en gaat over tot de orde van de dag.
# Eerste behandeling, 7 juli 2020
{first}
# Tweede behandeling, {again}
Voor 10, tegen 9. De motie is aangenomen."""


def test_a_motion_whose_votes_were_equal_is_of_the_day_on_which_it_came_back():
    page = MOTION.format(first="Voor 9, tegen 9. De stemmen staken.", again="22 september 2020")
    assert read(page).date.value == date(2020, 9, 22)


ANNEX = "{} De lijst van 2012 vervalt. De medewerker vult haar in voordat een verzoek naar de werkgroep gaat en voegt haar bij het dossier."


def test_an_annex_of_a_paper_is_of_the_day_on_which_that_was_adopted():
    own = "Deze bijlage maakt deel uit van de notitie, door burgemeester en wethouders vastgesteld op 25 juni 2019, en treedt in werking."
    assert read("## Bijlage 3. Toetsingslijst logies", ANNEX.format(own)).date.value == date(2019, 6, 25)


def test_an_annex_that_rests_on_another_paper_is_not_of_the_day_of_that():
    other = "Deze bijlage volgt de opzet van de notitie, door burgemeester en wethouders van Asten vastgesteld op 25 juni 2019."
    assert read("## Bijlage 3. Toetsingslijst logies", ANNEX.format(other)).date.value is None
