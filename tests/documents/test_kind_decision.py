"""Decisions and lists of decisions that do not call themselves so, and letters to the council whose subject is policy."""

import time

import pytest

from pipeline.documents.bare_decision import bare_decision
from pipeline.documents.decision_list import heads_decisions
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.documents.replacing import is_decision_list
from tests.documents.made import parts, read


@pytest.mark.parametrize(
    "page",
    [
        "De raad van de gemeente Oss,\ngelezen het voorstel van 14 mei 2019;\ngelet op artikel 108 van de Gemeentewet;\nBESLUIT:\n"
        "1. de Nota logies arbeidsmigranten Oss 2019 vast te stellen;\n2. het college te verzoeken de raad jaarlijks te berichten.\n"
        "Aldus besloten in de openbare vergadering van 27 juni 2019.\nDe griffier, De voorzitter,",
        "# Besluit\nDe gemeenteraad van Oss in zijn vergadering van 17 maart 2022;\ngezien het advies van de commissie;\nstelt vast:\n"
        "de Kadernota huisvesting arbeidsmigranten (versie 2.0).\nOss, 17 maart 2022\nde griffier",
        "Het college van burgemeester en wethouders van Oss; B E S L U I T\n"
        "de Beleidsregels kamerverhuur Oss vast te stellen.\nOss, 23 april 2020, de secretaris",
        "De raad van de gemeente Oss besluit het Beleid arbeidsmigranten Oss 2023 vast te stellen. Aldus besloten op 15 december 2022.",
        "Oss, 22 februari 2022\nDe gemeenteraad van Oss besluit: I. de zienswijzennota vast te stellen; II. de Visie arbeidsmigranten "
        "gewijzigd vast te stellen; III. de motie Bedden als afgedaan te beschouwen.",
        "De raad van de gemeente Oss besluit zijn besluit van 10 december 2019 tot vaststelling van de Nota logies te herroepen.\n"
        "Oss, 15 februari 2022. De griffier",
        "De raad van Oss,\noverwegende dat het nieuwe beleid niet gereed is;\nbesluit:\nde werkingsduur van het Beleid arbeidsmigranten "
        "Oss met twee jaar te verlengen.\nAldus besloten in de vergadering van 15 december 2020.",
        "Raad van Oss, 6 juli 2020\nDe raad besluit conform het voorstel en stelt de Nota Samen leven vast. Motie M3 is hiermee afgedaan."
        "\nVoor: 21. Tegen: 4.",
    ],
)
def test_a_decision_on_policy_that_stands_elsewhere_is_a_council_paper_without_the_word(page):
    assert read(page).kind.value is PaperKind.COUNCIL_PAPER


@pytest.mark.parametrize(
    "page",
    [
        "De raad van Oss besluit vast te stellen de volgende beleidsregels voor logies:\n- Per woning wonen ten hoogste vier personen.\n"
        "- Elke bewoner heeft een eigen kamer.\nAldus vastgesteld op 3 mei 2021.",
        "# Beleidsregels logies Oss\nHet college van Oss besluit de Beleidsregels logies vast te stellen.\nPer woning wonen ten hoogste "
        "vier personen.\nAldus vastgesteld op 3 mei 2021.",
        "# Verordening logies\nDe raad van de gemeente Oss besluit vast te stellen de Verordening logies.\nArtikel 1 Begrippen\n"
        "Artikel 2 Vergunning\nArtikel 3 Slot\nAldus vastgesteld op 3 mei 2021.",
        "# Beleidslijn logies\nHet college van Oss besluit de Beleidslijn logies vast te stellen; op bedrijventerreinen logies toe te "
        "staan tot honderd bedden.\nAldus vastgesteld op 3 mei 2021.",
        "# Beleidsnota logies Oss\nDe raad van Oss stelt vast:\nde norm is vier personen per woning.\nde kamers zijn tien meter groot.",
        "# Nota logies\nDe raad van Oss besluit de Nota logies vast te stellen.\nAldus besloten op 3 mei 2021.\n# Inleiding\n"
        + "Wie hier werkt, moet hier kunnen wonen. " * 12,
    ],
)
def test_a_decision_that_holds_the_rules_itself_stays_policy(page):
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "adopted",
    ["de Startnotitie bij de Nota logies", "het Programma voor de Nota logies", "het plan van aanpak beleid logies"],
)
def test_a_decision_on_what_goes_with_a_nota_does_not_adopt_the_nota(adopted):
    page = f"De raad van de gemeente Oss besluit {adopted} vast te stellen.\nAldus vastgesteld op 24 september 2020."
    assert read(page).adopts == ()


def test_a_decision_that_is_a_word_without_end_is_looked_through_once():
    started = time.perf_counter()
    assert bare_decision(parts("De raad van Oss besluit " + "besluit" * 30_000)) is None
    assert time.perf_counter() - started < 10


LISTS = [
    "Raad van Oisterwijk: besluitenlijst 9 december 2021",
    "Raad Geertruidenberg: besluitenlijst 27 juni 2019",
    "Raad van Asten · wat is besloten",
    "B&W-besluiten Goirle 6 juli 2021",
    "B en W besluiten week 12",
    "Collegebesluiten Bernheze, dinsdag 14 juni 2022",
    "Besluiten van het college van burgemeester en wethouders, 14 juni 2022",
    "Openbare besluiten van burgemeester en wethouders, dinsdag 14 juni 2022",
    "Lijst van genomen besluiten",
]


@pytest.mark.parametrize("head", LISTS)
def test_a_list_of_decisions_is_one_whatever_it_is_called(head):
    page = f"# {head}\n11. Nota Arbeidsmigranten. Overeenkomstig het voorstel besloten: de nota wordt vastgesteld.\n12. Tarieven."
    assert (read(page).kind.value, is_decision_list(parts(page))) == (PaperKind.OTHER, True)


@pytest.mark.parametrize(
    "head",
    [
        "Collegebesluit 14 juni 2022",
        "Raadsbesluiten en moties",
        "Besluiten van het college worden op de website gezet",
        "Raad van Asten: Nota wonen",
        "Raad van State: uitspraak van 3 mei 2021",
        "Wat is besloten",
        "B&W-besluiten hierover worden bekendgemaakt, en de raad hoort dan van het college wat er op 3 mei 2021 is gedaan",
    ],
)
def test_what_speaks_of_decisions_is_no_head_of_a_list_of_them(head):
    assert not heads_decisions(head)


FOR_COUNCIL = """Gemert, 20 april 2021
{}
{}
Op 11 maart heeft u de visie op arbeidsmigranten verworpen. Wij komen niet met een nieuw voorstel.
Burgemeester en wethouders van Gemert-Bakel"""


@pytest.mark.parametrize("address", ["Aan de raad van de gemeente Gemert-Bakel", "Aan: de leden van de gemeenteraad"])
def test_a_letter_to_the_council_is_a_council_paper_though_its_subject_is_policy(address):
    paper = read(FOR_COUNCIL.format(address, "Onderwerp: vervolg na verwerping visie arbeidsmigranten"))
    assert (paper.kind.value, paper.status.value) == (PaperKind.COUNCIL_PAPER, PaperStatus.UNKNOWN)


def test_a_nota_that_was_sent_to_the_council_stays_policy():
    address = "Aan de raad van de gemeente Gemert-Bakel"
    assert read(FOR_COUNCIL.format(address, "# Visie arbeidsmigranten")).kind.value is PaperKind.POLICY
    long = "Wie hier werkt, moet hier kunnen wonen. " * 200
    letter = FOR_COUNCIL.format(address, "Onderwerp: visie arbeidsmigranten")
    assert read(letter, f"# Inleiding\n{long}").kind.value is PaperKind.POLICY


def test_a_plan_of_a_firm_with_a_subject_for_the_council_is_no_council_paper():
    page = "Stichting Goed Wonen\nAan de raad van de gemeente Breda\nOnderwerp: onze visie op arbeidsmigranten\nBreda, 3 mei 2023"
    assert read(page).kind.value is PaperKind.OTHER


CHANGES = "De raad van de gemeente Deurne;\ngezien het voorstel van het college van 26 september 2023;\nbesluit:\n{}\nR. Jansen, griffier."


@pytest.mark.parametrize(
    "points",
    [
        "1. in het Kader Goed gehuisvest de norm van drie procent te verlagen;\n2. de paragraaf over zoekgebieden te schrappen.",
        "1. artikel 4 van de Beleidsregels logies aan te vullen met een nachtregister;\n2. dit besluit bekend te maken.",
        "1. bijlage 2 bij de Nota logies te schrappen;\n2. de nota voor het overige in stand te laten.",
    ],
)
def test_a_decision_that_changes_a_part_of_policy_is_a_decision(points):
    assert read(CHANGES.format(points), name="Actieplan 2023.pdf").kind.value is PaperKind.COUNCIL_PAPER


@pytest.mark.parametrize(
    "points",
    [
        "1. de norm te verlagen naar 40 bedden;\n2. bij elk bedrijf een nachtregister te eisen.",
        "1. de Beleidsregels logies te wijzigen als volgt:\nArtikel 1 luidt: Logies is er voor 40 personen.",
    ],
)
def test_a_decision_that_holds_the_rules_themselves_is_more_than_that(points):
    assert bare_decision(parts(CHANGES.format(points))) is None


COLLEGE = "# Collegebesluit\nGemeente Zundert\nVergadering van burgemeester en wethouders d.d. 13 december 2022 Agendapunt 7\n"


@pytest.mark.parametrize(
    "page",
    [
        COLLEGE + "Het college besluit:\n- de looptijd van de Beleidsregels logies te verlengen tot 1 januari 2025.",
        "# Besluit burgemeester en wethouders\nGemeente Moerdijk\nDatum vergadering: 5 november 2024\n"
        "| Onderwerp | Programma arbeidsmigranten\n| Besluit | Het programma in te trekken.",
    ],
)
def test_what_an_executive_that_met_decides_was_decided(page):
    paper = read(page)
    assert (paper.kind.value, paper.status.value) == (PaperKind.COUNCIL_PAPER, PaperStatus.ADOPTED)


@pytest.mark.parametrize(
    "page",
    [
        COLLEGE + "Gevraagd besluit: de looptijd van de Beleidsregels logies te verlengen.",
        "# Collegebesluit\nGemeente Zundert\nHet college besluit:\n- de Beleidsregels logies te verlengen.",
    ],
)
def test_what_an_executive_is_asked_was_not(page):
    assert read(page).status.value is not PaperStatus.ADOPTED
