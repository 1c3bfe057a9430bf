"""Days that a paper names and that are not its own."""

from datetime import date

import pytest

from tests.documents.made import read
from tests.documents.test_dates import ADOPTED


def test_another_nota_that_the_council_adopted_tells_nothing_of_this_one():
    paper = read(
        "## Nota arbeidsmigranten // Gemeente Someren // april 2020",
        "In 2013 stelde de raad de nota Peelse buren op 12 maart 2013 vast.",
    )
    assert paper.date.value == date(2020, 4, 1)


def test_a_motion_is_not_of_the_day_on_which_a_committee_treated_it():
    page = "Motie 7\nBehandeling: commissie Ruimte 14 april 2020\nDe raad, bijeen op 12 mei 2020,\nconstaterende dat het vol is;"
    assert read(f"{page}\nverzoekt het college een loket te openen").date.value == ADOPTED


def test_the_day_on_which_it_was_printed_is_not_its_own():
    assert read("~ afdruk 14-11-2018 09:12\n## Plan van aanpak arbeidsmigranten", "Tekst.").date.value is None


@pytest.mark.parametrize(
    "foreign",
    [
        "In 2015 is het vorige beleid door de raad vastgesteld, op 4 juni 2015.",
        "De gemeente Asten heeft op 3 maart 2018 beleid vastgesteld.",
        "De Wet goed verhuurderschap trad op 1 juli 2023 in werking.",
        "Deze regeling treedt in werking op 1 januari 2021.",
        "Het ontwerp heeft van 3 maart 2020 tot 14 april 2020 ter inzage gelegen.",
        "gelezen het voorstel van het college van 3 maart 2020",
        "De raad behandelt dit stuk naar verwachting op 9 juli 2021.",
    ],
)
def test_dates_of_something_else_are_not_the_papers(foreign):
    assert read("## Nota arbeidsmigranten", foreign).date.value is None


def test_what_a_thick_paper_says_of_a_policy_within_it_is_not_its_own_adoption():
    pages = [
        "## Programmabegroting 2025",
        *["Tekst over van alles."] * 5,
        "# Wonen\nDit beleid is door de raad vastgesteld op 3 mei 2023.",
        "Slot.",
    ]
    assert read(*pages).date.value is None
    assert read("## Beleid wonen", *pages[1:]).date.value == date(2023, 5, 3)


@pytest.mark.parametrize(
    "line",
    [
        "- Raadsbesluit 12 mei 2020",
        "Raadsbesluit 12 mei 2020 over de woonvisie Wonen doen we samen",
        "Besluit van de minister van 12 mei 2020",
        "Besluit over logies wordt genomen op 12 mei 2020",
    ],
)
def test_a_line_on_the_decision_of_another_or_to_come_tells_nothing(line):
    assert read(f"## Nota logies arbeidsmigranten\n{line}", "Tekst.").date.source != "regel met het besluit, blz. 1"


def test_the_decision_in_the_planning_of_a_council_paper_is_still_to_come():
    paper = read(
        """## Startnotitie arbeidsmigranten
        Datum: 17 maart 2020
        Het college stelt een beleidsnota arbeidsmigranten op.
        Besluit door de raad: 15 december 2020"""
    )
    assert paper.date.value == date(2020, 3, 17)


def test_the_day_on_which_others_will_decide_is_not_the_papers():
    pages = "## Nota logies arbeidsmigranten\nRaadsversie – ter besluitvorming 7 juli 2020\n12 mei 2020"
    assert read(pages).date.value == ADOPTED


@pytest.mark.parametrize(
    "line",
    [
        "Wet goed verhuurderschap, 1 juli 2023",
        "Bron: CBS, 1 januari 2019",
    ],
)
def test_the_date_of_a_law_source_or_reader_is_not_the_papers(line):
    assert read(f"## Nota logies arbeidsmigranten\n{line}\n12 mei 2020").date.value == ADOPTED


@pytest.mark.parametrize(
    "meeting",
    [
        "De raad van de gemeente Oss, in vergadering bijeen d.d. 12 mei 2020, gehoord de beraadslagingen,",
        "De raad van de gemeente Oss, in vergadering bijeen,\nDatum: 12 mei 2020",
        "De raad van de gemeente Oss, bijeen op 12 mei 2020, overwegende de raadsvergadering van 4 juli 2019,",
    ],
)
def test_the_considerations_of_a_motion_tell_of_other_meetings(meeting):
    paper = read(
        f"""Motie 7 Zicht op arbeidsmigranten
        {meeting}
        constaterende dat
        - in de raadsvergadering van 3 juni 2019 beleid is toegezegd;
        verzoekt het college beleid op te stellen
        en gaat over tot de orde van de dag.""",
        name="motie.pdf",
    )
    assert paper.date.value == ADOPTED


@pytest.mark.parametrize(
    "line",
    [
        "Ingetrokken bij besluit van burgemeester en wethouders van 12-12-2023",
        "Vervangen door nota van 12 december 2023",
        "Archief 12-12-2023",
        "Ingekomen 20 mei 2020",
        "Geldend van 01-07-2023 t/m heden",
        "Peildatum 1 januari 2020",
        "Foto's: J. Jansen, juni 2019",
        "Reactie op uw brief d.d. 3 januari 2020",
        "Status: ter inzage tot en met 3 november 2023",
        "Status: concept, vaststelling raad 16 december 2023",
    ],
)
def test_stamps_figures_and_what_is_to_come_do_not_date_a_paper(line):
    pages = f"## Nota logies arbeidsmigranten\n{line}"
    assert (read(pages).date.value, read(f"{pages}\n12 mei 2020").date.value) == (None, ADOPTED)


def test_running_text_that_names_the_gazette_is_no_masthead():
    paper = read(
        "~ ONTWERP\n## Woonzorgvisie gemeente Boekel",
        "Het college gaf dit ontwerp op 3 september 2024 vrij. // Bekendgemaakt in het Gemeenteblad van 11 september 2024. // "
        "Ter inzage tot en met 23 oktober 2024. Zie ook de // woningmarktafspraken van 15 maart 2023.",
    )
    assert paper.date.value == date(2024, 9, 11)


@pytest.mark.parametrize("line", ["Geldig tot 12 mei 2020", "Commissie 12 mei 2020 // raad 26 mei 2020"])
def test_a_term_or_one_of_more_days_is_not_taken_for_it(line):
    assert read(f"## Startnotitie arbeidsmigranten\n{line}", "Tekst.").date.source != "enige dag bovenaan, blz. 1"


def test_when_it_was_printed_is_not_its_day_though_the_words_stand_a_line_apart():
    page = "CONCEPT\n## Nota huisvesting\nVersie 0.7. Voor vragen: de griffie. Geprint // op 11-05-2022 08:14."
    assert read(page, "Tekst.").date.value is None


@pytest.mark.parametrize(
    "said",
    [
        "Vastgesteld door de raad op 12 mei 2020. De grondprijzen zijn opnieuw vastgesteld op 3 juni 2021.",
        "Vastgesteld door de raad op 12 mei 2020 en wordt op 1 juli 2024 opnieuw vastgesteld.",
        "Vastgesteld door de raad op 12 mei 2020 (eerder vastgesteld op 9 november 2015).",
        "Vastgesteld door de raad op 12 mei 2020. Gepubliceerd op 3 juni 2020.",
        "Vastgesteld door de raad op 12 mei 2020; zal uiterlijk 1 juli 2024 opnieuw worden vastgesteld.",
        "Vastgesteld door de raad op 12 mei 2020. De begroting is op 5 november 2020 gewijzigd vastgesteld.",
    ],
)
def test_another_decision_or_one_to_come_renews_nothing(said):
    assert read("## Nota logies arbeidsmigranten", said).date.value == ADOPTED


@pytest.mark.parametrize(
    "said",
    [
        "Vastgesteld op 12 mei 2020. De Verordening logies, laatstelijk gewijzigd bij raadsbesluit van 3 juni 2021, blijft gelden.",
        "Vastgesteld op 12 mei 2020\nLaatst gewijzigd: 3 juni 2021",
        "Vastgesteld op 12 mei 2020, wordt laatstelijk gewijzigd bij raadsbesluit van 3 juni 2021",
    ],
)
def test_a_change_of_another_paper_or_of_the_file_or_to_come_is_none(said):
    made = read(f"## Nota logies Someren\n{said}\n# Waar het mag\nLogies voor seizoenarbeiders mag op een erf.")
    assert made.date.value == date(2020, 5, 12)


@pytest.mark.parametrize("line", ["Rapport in te zien tot 30 mei 2024", "Rapport besproken op 30 mei 2024"])
def test_another_day_of_a_report_is_not_that_on_which_it_came_out(line):
    assert read(f"## Terugblik op vijf jaar short stay\n{line}", "Tekst.").date.source != "opening, blz. 1"


TAALCAFE = "~ Ontvangen griffie: 8 mei 2020\n## Motie 7\n{}\nDe gemeenteraad van Someren, in openbare vergadering bijeen;\noverwegende"
TAALCAFE += " dat de raad van 3 maart 2020 daarover sprak;\nverzoekt het college een taalcafé te openen."


@pytest.mark.parametrize(
    "head",
    [
        "Behandeld bij: vaststelling van de kadernota, raad van dinsdag 12 // mei 2020.",
        "Raad van 12 mei 2020, agendapunt 7",
        "Ingediend bij agendapunt 7 in de raad van dinsdag 12 mei 2020",
        "Behoort bij de behandeling van de kadernota in de gemeenteraad d.d. 12 mei 2020",
    ],
)
def test_a_motion_is_of_the_council_at_which_it_is_dealt_with(head):
    paper = read(TAALCAFE.format(head), name="motie.pdf")
    assert (paper.date.value, paper.date.source.startswith("vergader")) == (ADOPTED, True)


@pytest.mark.parametrize(
    "head",
    [
        "Onderwerp: uitvoering van het besluit van de raad van 12 mei 2020",
        "Naar aanleiding van de toezegging in de raad van 12 mei 2020",
        "Vervolg op motie 3 uit de raad van 12 mei 2020",
    ],
)
def test_a_council_at_which_something_else_was_done_is_not_that_of_the_motion(head):
    assert not read(TAALCAFE.format(head), name="motie.pdf").date.source.startswith("vergader")


def test_when_an_action_is_due_is_not_the_day_of_the_paper():
    row = "| Actie: omzettingsvergunning invoeren; Wie: Juridische Zaken; Wanneer: 1-1-2026"
    assert read(f"~ CONCEPT\n## Programma wonen\nGemeente Someren\n# Uitvoering\n{row}").date.value is None


REPORT = "## Eerst bekend\nHandreiking over arbeidsmigranten\nVersie 1.1, november 2021. Deze versie vervangt die van maart 2021."


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        ("Vragen? Bel de helpdesk. Colofon: uitgave van de VNG, Den Haag, 22 november 2021.", date(2021, 11, 22)),
        ("Op 22 november 2021 is een bijeenkomst. Colofon: uitgave van de VNG, Den Haag.", None),
        ("Colofon: uitgave van de VNG. Geldig tot 22 november 2021.", None),
    ],
)
def test_a_colofon_in_running_text_tells_the_day(closing, day):
    assert read(REPORT, closing).date.value == day


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Jaarverslag 2021", "Aangeboden door het college op 10 mei 2022, vastgesteld door de raad op 7 juli 2022."),
        (
            "Coalitieakkoord 2022-2026",
            "Someren, 24 mei 2022 – aangeboden aan en door de gemeenteraad vastgesteld op 7 juli 2022",
        ),
    ],
)
def test_a_report_that_says_when_it_was_adopted_is_of_that_day_whatever_it_reports(title, said):
    rows = "| Datum: 4-2-2021; Motie: horeca; Stand: uitgevoerd\n| Datum: 11-11-2021; Motie: bomen; Stand: aangenomen door de raad"
    assert read(f"## {title}\nGemeente Someren\n{said}", f"# Moties\n{rows}").date.value == date(2022, 7, 7)


def test_an_evening_that_an_annex_tells_of_is_not_the_day_of_the_proposal():
    proposal = "## Raadsvoorstel\nRaadsvergadering 23 september 2021\nOnderwerp: beleidskader\nWij stellen voor het vast te stellen."
    signed = "Someren, 13 juli 2021 // burgemeester en wethouders van Someren,"
    annex = "# Bijlage 3 – Raadsspreekavond 20 april 2021\nVerslag op hoofdlijnen, door de griffie. Een teler vertelde."
    decision = "# Ontwerpbesluit\nDe raad van Someren, gelezen het voorstel van 13 juli 2021; besluit:\n- het kader vast te stellen."
    assert read(proposal, signed, decision, annex).date.value == date(2021, 7, 13)


def test_a_draft_with_a_table_of_steps_is_of_the_day_on_which_it_was_released():
    rows = "| Stap: Vrijgegeven door het college; Wanneer: 3 februari 2026\n| Stap: Gepubliceerd als concept; Wanneer: 12 februari 2026"
    assert read(f"~ CONCEPT\n## Nota arbeidsmigranten\n{rows}").date.value == date(2026, 2, 3)
