"""Letters, motions that came back and annexes: which of their days is their own."""

from datetime import date

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
