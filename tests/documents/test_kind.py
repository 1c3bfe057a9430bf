from datetime import date

import pytest

from pipeline.documents.paper import PaperKind
from tests.documents.made import read


@pytest.mark.parametrize(
    "page",
    [
        "## Raadsvoorstel\nOnderwerp: Beleidsnota huisvesting arbeidsmigranten",
        "Raadsvoorstel\n## Vaststellen beleidskader arbeidsmigranten",
        "## RAADSINFORMATIEBRIEF\n| Onderwerp: visie arbeidsmigranten",
        "RIB 2022-004\n## Beleid arbeidsmigranten",
        "## Raadsbesluit\nOnderwerp: vaststellen nota\nDe raad van de gemeente Oss; besluit: de nota vast te stellen.",
        "## Memo\nAan de raad",
        "## Nota voor burgemeester en wethouders\nOnderwerp // Inschrijfspreekuur voor Poolse werknemers\n# Advies\nEen spreekuur.",
        "## Beantwoording schriftelijke vragen over arbeidsmigranten",
        "## Art. 38 vragen CDA huisvesting arbeidsmigranten",
        "## Collegevoorstel\n| Onderwerp: beleid",
        "B&W-advies // Beleid huisvesting",
        "## Statenmededeling\nOnderwerp: Brabantse aanpak",
        "## Amendement A3\nBeleidskader arbeidsmigranten",
        "## Gemeente Beek – Besluit van burgemeester en wethouders\n| Onderwerp | Vaststelling Beleidslijn logies arbeidskrachten",
        "## Startnotitie beleid arbeidsmigranten",
        (
            "Gemeente Oss\nAan de leden van de gemeenteraad\nOnderwerp: uitvoering motie 7\nGeachte "
            "raadsleden,\nHierbij informeren wij u."
        ),
        "~ Vragen artikel 41 Reglement van orde\n## Brand in een loods",
        "M E M O\n| Aan: | de leden van de gemeenteraad\n| Van: | wethouder Jansen\nOpvang in de sporthal.",
        "Opvang in de sporthal\nBeste raadsleden,\nHierbij de stand van zaken.",
        "## Meer dan een bed\n# Op weg naar een visie op arbeidsmigratie\nBeeldvormende avond gemeenteraad, 16 maart 2023",
        "## Werken in Moerdijk\nInformatieavond gemeenteraad, 18 april 2024",
        "INGEKOMEN 12 JUNI 2023\nAan de gemeenteraad van Oss\nGeachte raadsleden,\nWij informeren u.\nBurgemeester en wethouders van Asten",
    ],
)
def test_what_goes_to_the_council_is_a_council_paper(page):
    assert read(page).kind.value is PaperKind.COUNCIL_PAPER


@pytest.mark.parametrize(
    "page",
    [
        "## Regionale afspraken huisvesting arbeidsmigranten",
        "## Convenant arbeidsmigranten West-Brabant West",
        "## Intentieverklaring Peelgemeenten",
        "## Afsprakenkader arbeidsmigratie Hart van Brabant",
        "## Regionaal beleidskader huisvesting",
        "## Goed nabuurschap // Bestuursafspraak over wie hier tijdelijk werkt",
        "Concept\n## Bestuurlijke afspraken De Peel",
    ],
)
def test_agreements_between_municipalities_are_regional(page):
    assert read(page).kind.value is PaperKind.REGIONAL_AGREEMENT


@pytest.mark.parametrize(
    ("subtitle", "chapter"),
    [
        ("Regionaal gezondheidsplan 2014–2017 van de gemeenten Den Helder en Texel", "1. Een gezamenlijk plan"),
        ("Regionale afspraken huisvesting van de Peelgemeenten", "2 Onze visie"),
        ("Samenwerkingsovereenkomst van Deurne en Asten", "1.1 Beleid tot nu toe"),
        ("Convenant van de gemeenten Oss en Uden", "3. Programma"),
    ],
)
def test_a_numbered_chapter_in_larger_print_is_not_the_title(subtitle, chapter):
    page = f"# Gezond in de Kop\n{subtitle}\n# {chapter}\nTekst van het stuk."
    assert read(page).kind.value is PaperKind.REGIONAL_AGREEMENT


@pytest.mark.parametrize(
    ("title", "chapter"),
    [
        ("Visie op wonen", "1. Regionale afspraken"),
        ("Gezondheidsnota", "2 Convenant met de GGD"),
        ("Beleidsplan", "1.1 Regionaal plan"),
    ],
)
def test_what_a_numbered_chapter_is_on_makes_no_agreement(title, chapter):
    assert read(f"# {title}\nTekst van het stuk.\n# {chapter}\nTekst.").kind.value is PaperKind.POLICY


def test_a_paper_whose_only_heading_has_a_number_is_called_by_it():
    assert read("# 6. Beleidsnota logies\nTekst van het stuk.").kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "head",
    [
        "Motie 7",
        "## MOTIE VREEMD AAN DE ORDE VAN DE DAG",
        "## Motie M12a: Zicht op arbeidsmigranten",
        "Gewijzigde motie 3",
    ],
)
def test_a_motion_bears_the_word_states_and_asks(head):
    page = (
        f"{head}\nDe raad van Tilburg, bijeen op 9 november 2020,\nconstaterende dat er veel is;\nverzoekt het "
        f"college beleid te maken\nen gaat over tot de orde van de dag"
    )
    assert read(page).kind.value is PaperKind.MOTION


def test_a_chapter_of_a_budget_shows_by_its_running_foot():
    page = "~ Programmabegroting 2018–2021, vastgesteld 7 november 2017\n## Programma 5 – Wonen en ondernemen\nGemeente Westvoorne"
    assert read(page, "Tekst van het programma.").kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    "stating", ["stelt vast dat bedden vol zijn;", "is van oordeel dat het anders kan;", "Constaterend dat er veel is,"]
)
def test_a_motion_whose_name_is_lost_shows_by_its_build(stating):
    page = f"## Gewoon fatsoen\nDe raad,\n{stating}\nroept het college op\n- een meldpunt te openen;\nen gaat over tot de orde van de dag."
    assert read(page).kind.value is PaperKind.MOTION


@pytest.mark.parametrize(
    "page",
    [
        (
            "## Raadsinformatiebrief\nOnderwerp: motie 7 arbeidsmigranten\nDe motie, overwegende dat zicht "
            "ontbreekt, verzoekt het college beleid te maken."
        ),
        "## Besluitenlijst raad\nMotie 7 verzoekt het college; overwegende dat. Aangenomen.",
    ],
)
def test_a_paper_on_a_motion_is_none(page):
    assert read(page).kind.value is not PaperKind.MOTION


SIGNED = "Aldus overeengekomen te Vessem op 23 juni 2016\nnamens de gemeente Bergeijk\n"


def test_what_several_municipalities_signed_is_regional_whatever_its_title():
    page = f"## Samen verder\n## Een integrale aanpak voor medewerkers\nIeder zorgt voor plaatsen.\n{SIGNED}"
    assert read(f"{page}namens de gemeente Bladel").kind.value is PaperKind.REGIONAL_AGREEMENT
    assert read(f"{page}namens Woningstichting De Kempen").kind.value is PaperKind.POLICY


def test_the_file_name_helps_where_the_paper_is_silent():
    assert (
        read(
            "Tekst zonder kop die verder niets verraadt over zijn soort, in een lange alinea over van alles.",
            name="beleidsnota-wonen.pdf",
        ).kind.source
        == "bestandsnaam"
    )


@pytest.mark.parametrize(
    "page",
    [
        "INGEKOMEN GRIFFIE\n27 FEB 2025 nr. 2025-IS-061\nAan de gemeenteraad van Oss\nGeachte raadsleden,\nNamens het bestuur",
        "## Verslag informatieavond gemeenteraad, 18 april 2024",
    ],
)
def test_what_others_wrote_to_the_council_or_of_its_evening_is_none_of_its_papers(page):
    assert read(page).kind.value is PaperKind.OTHER


def test_what_is_still_on_the_way_is_no_title_but_may_be_a_subtitle():
    assert read("## Op weg naar een visie op arbeidsmigratie\nWerkdocument").kind.value is not PaperKind.POLICY
    assert read("## Nota arbeidsmigranten\n# Op weg naar een gastvrij Someren").kind.value is PaperKind.POLICY


def test_a_note_between_brackets_on_the_decision_that_took_its_place_is_no_label():
    page = """# VERVALLEN per 1 juli 2021
    Vervangen door het beleid van de nieuwe gemeente
    (raadsbesluit gemeente Asten van 22 juni 2021) – alleen voor het archief
    ## Beleidsnotitie logies
    # Deel A Evaluatie"""
    assert read(page).kind.value is PaperKind.POLICY


def test_a_label_with_a_date_does_not_name_the_sort():
    assert (
        read("## Thuis in de stad\nEvaluatie: uiterlijk 1 januari 2024\nWoonvisie 2020-2024").kind.value
        is PaperKind.POLICY
    )


def test_a_paper_that_states_asks_and_goes_over_to_the_order_of_the_day_is_a_motion_without_the_word():
    page = """~ M34b-2021
    ## Wie de oogst wil, kent de plukker
    | Constaterende dat | er 1.900 bedden te weinig zijn
    | Verzoeken Gedeputeerde Staten | een arbeidsparagraaf te verlangen
    | en gaan over tot de orde van de dag."""
    assert read(page).kind.value is PaperKind.MOTION


def test_a_field_that_dates_the_decision_is_no_label():
    page = "## Ruimte voor werk dat blijft\nKoers 2022-2030\n| Raadsbesluit | vastgesteld op 21 april 2022"
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize("form", ["☐ Amendement\n☒ Motie\n☐ Motie vreemd", "☐ Amendement ☒ Motie ☐ Initiatiefvoorstel"])
def test_what_is_ticked_on_a_form_says_what_it_is(form):
    page = f"{form}\n## Dertig dagen dak\nConstateert dat het nodig is;\nverzoekt het college een plek te zoeken."
    assert read(page).kind.value is PaperKind.MOTION


def test_the_other_box_of_that_form_makes_it_an_amendment():
    page = "☒ Amendement\n☐ Motie\n## Dertig dagen dak\nOverwegende dat het nodig is;\nbesluit artikel 4 te wijzigen."
    assert read(page).kind.value is PaperKind.COUNCIL_PAPER


def test_a_line_with_its_number_heads_a_motion_though_its_block_goes_on():
    head = "Motie XII bis (in de vergadering vernummerd; rondgezonden als motie 9) // bij raadsvoorstel 2012/74, raad van 8 november"
    page = f"{head}\nDe raad,\nvan oordeel dat niemand buiten slaapt\nnodigt het college uit een opvang te openen"
    assert read(page).kind.value is PaperKind.MOTION


def test_a_letter_that_was_filed_as_one_to_the_council_is_a_council_paper():
    page = "aan de leden van de // nummer RIB 2013-41\n## actielijst Buitengebied\nGeachte dames en heren,\nDe telers zoeken mensen."
    assert read(page, name="13.0417_RIB_actielijst.pdf").kind.value is PaperKind.COUNCIL_PAPER
    assert read(page, name="13.0417_actielijst.pdf").kind.value is PaperKind.OTHER


def test_a_table_of_items_with_what_was_decided_is_a_list_of_decisions():
    rows = "\n".join(f"| Nr.: {n}; Onderwerp: Punt {n}; Besluit: Aan de raad voorleggen." for n in range(1, 6))
    assert read(f"B en W – dinsdag 18 mei 2021\n{rows}").kind.value is PaperKind.OTHER


def test_where_a_page_stands_on_a_website_is_no_label():
    motion = "Motie M5: Een dokter\nDe raad, constaterende dat het moet;\nverzoekt het college een spreekuur te openen"
    assert read(f"~ raadsinformatie › vergaderingen › juli 2024\n{motion}").kind.value is PaperKind.MOTION


def test_an_excerpt_is_what_it_says_the_whole_is():
    said = "Digitale versie: zie het loket van de gemeente, waar ook de kaarten staan en waar men vragen kan stellen over dit onderwerp. "
    said += "De delen A, B en C van de omgevingsvisie zijn als geheel vastgesteld door de raad van Someren op 13 december 2022."
    made = read("B5 Dorpen die leven\nOnze jongeren willen blijven.", said)
    assert (made.kind.value, made.date.value) == (PaperKind.POLICY, date(2022, 12, 13))


def test_a_paper_that_acts_as_a_visie_is_one_whatever_its_title():
    steps = "| Startnotitie | 21 januari 2020\n| Vaststelling van de visie | 13 december 2022"
    page = f"## Grenzeloos buiten\nWaar we naartoe willen tot 2040\n{steps}"
    assert (
        read(page, "De visie vervangt de structuurvisie uit 2010. Zij bindt alleen de gemeente zelf.").kind.value
        is PaperKind.POLICY
    )


ANSWERS = """gemeente Zundert
| Aan | de leden van de gemeenteraad
| Vragen ingediend | 14 maart 2022 door de fractie
| Datum antwoord | 5 april 2022
| Betreft | gebeurtenissen in het buitengebied
# 1. Is het college bereid de regels voor logies aan te scherpen?
Nee. Wij zien geen reden om de regels uit 2019 te veranderen."""


def test_a_question_among_answers_is_no_title():
    assert read(ANSWERS).kind.value is PaperKind.COUNCIL_PAPER


def test_a_chapter_on_an_agreement_makes_no_agreement_of_a_nota():
    page = (
        "Drie wegen, een keuze\nNota logies Someren\n## 3.1 Variant 1: Werkgeverspact\nWerkgevers wilden niet tekenen."
    )
    assert read(page).kind.value is PaperKind.POLICY


def test_a_chapter_that_asks_is_no_title():
    page = "~ Regionale woonagenda 2022-2026\n## Samen thuis in het Hart\n# Waarom een agenda\nDe druk is groot."
    assert read(page).kind.value is PaperKind.REGIONAL_AGREEMENT


def test_a_programme_that_several_municipalities_signed_in_a_table_is_regional():
    rows = "\n".join(
        f"| Gemeente: {name}; Namens het college: wethouder; Handtekening: w.g." for name in ("Asten", "Deurne")
    )
    page = f"## Uitvoeringsprogramma arbeidsmigratie De Peel\nTekst.\nAldus overeengekomen en ondertekend op 6 juli 2023,\n{rows}"
    assert read(page).kind.value is PaperKind.REGIONAL_AGREEMENT


ARTICLES = (
    "# Artikel 1\nLogies is toegestaan.\n# Artikel 2\nEr is een beheerder.\n# Artikel 3\nDit besluit treedt in werking."
)
REASONS = "\n".join(f"De {n}e reden om deze regels te stellen is dat de buurt erom vroeg." for n in range(2, 12))


def test_a_note_to_the_executive_with_the_rules_behind_it_is_a_council_paper():
    paper = read(
        f"~ Collegenota\n## Nota voor burgemeester en wethouders\n{REASONS}", f"# Beleidsregels logies\n{ARTICLES}"
    )
    assert paper.kind.value is PaperKind.COUNCIL_PAPER


def test_a_decision_of_the_council_says_so_in_a_cell_in_capitals():
    row = "| Gemeente Waalwijk: gemeenteraad; RAADSBESLUIT: 18/046"
    paper = read(
        f'{row}\n| Onderwerp | Vaststelling nota "Verblijf arbeidsmigranten"\nDe raad van de gemeente Waalwijk;'
    )
    assert paper.kind.value is PaperKind.COUNCIL_PAPER


def test_a_motion_may_have_the_proposal_at_which_it_was_moved_above_it():
    page = (
        "Statenvoorstel PS/2023/1102, Begroting 2024\n## Motie Eerst bedden\nProvinciale Staten van Overijssel, bijeen te Zwolle,\n"
        "Wij constateren dat er hallen zijn gebouwd;\nWij verzoeken Gedeputeerde Staten een personeelsplan te vragen;\n"
        "en gaan over tot de orde van de dag."
    )
    assert read(page).kind.value is PaperKind.MOTION


VISIE = "## Werk in de regio\n# Visie op arbeidsmigranten"
FOOT = "~ Gemeente Bladel · raadsbesluit 2023/14"


def test_a_decision_that_bears_its_label_in_its_running_foot_stays_one():
    assert read(f"{FOOT}\n{VISIE}\nDe raad besluit: de visie vast te stellen.").kind.value is PaperKind.COUNCIL_PAPER
    assert read(f"{FOOT}\n## Raadsbesluit\nBijlage bij raadsvoorstel 4").kind.value is PaperKind.COUNCIL_PAPER


CONVENANT = "## Convenant logies\nPartijen: de gemeente Dronten; drie uitzendbureaus. Zij komen het volgende overeen"


@pytest.mark.parametrize(
    "said",
    [
        "tevens uitvoeringskader van de gemeente, vastgesteld door het college van burgemeester en wethouders op 15 september 2015",
        "Dit convenant is tevens beleid van de gemeente Dronten en is als zodanig vastgesteld door de raad op 15 september 2015.",
        "Het geldt tegelijk als gemeentelijke beleidsregel, door burgemeester en wethouders vastgesteld op 15 september 2015.",
        "ook beleidsregel van de gemeente, op 15 september 2015 door het college vastgesteld",
    ],
)
def test_a_convenant_that_is_policy_of_the_one_municipality_too_is_policy(said):
    assert read(f"{CONVENANT}\n{said}").kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "said",
    [
        "tevens uitvoeringskader van de deelnemende gemeenten, vastgesteld door de colleges op 15 september 2015",
        "De gemeente legt dit vast in haar beleid, dat het college op 15 september 2015 heeft vastgesteld.",
        "tevens kader voor het overleg van partijen, vastgesteld door de stuurgroep op 15 september 2015",
        "Dit past ook in het beleid van de gemeente, vastgesteld door het college op 15 september 2012.",
        "Dit convenant is niet tevens beleid van de gemeente, vastgesteld door het college.",
    ],
)
def test_a_convenant_beside_policy_or_of_several_municipalities_stays_an_agreement(said):
    assert read(f"{CONVENANT}\n{said}").kind.value is PaperKind.REGIONAL_AGREEMENT


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jaarverslag 2021 gemeente Asten – 12 mei 2022", PaperKind.OTHER),
        ("Gemeente Best – voorjaarsnota 2022 – 14 juni 2022", PaperKind.OTHER),
        ("Verslag bewonersavond 12 mei 2022", PaperKind.OTHER),
        ("Aanvraag subsidie | gemeente Oss | 4 mei 2021", PaperKind.OTHER),
        ("Oirschot, 4 juli 2023, technische vragen", PaperKind.COUNCIL_PAPER),
        ("Asten · 4 juli 2023 · raadsinformatiebrief", PaperKind.COUNCIL_PAPER),
        ("Gemeente Oss, 4 mei 2021", PaperKind.POLICY),
        ("Deurne – raadsbesluit – 7 november 2023", PaperKind.POLICY),
        ("Bijlage bij het jaarverslag 2021, 4 mei 2022", PaperKind.POLICY),
        ("Uitvoering van het coalitieakkoord 2018-2022, 4 mei 2019", PaperKind.POLICY),
    ],
)
def test_the_dated_line_at_the_top_says_what_a_paper_is_whatever_the_headings_below_it(line, kind):
    assert read(f"{line}\n# Huisvestingsbeleid arbeidsmigranten\nWij staan logies toe.").kind.value is kind


def test_a_page_number_is_not_the_line_at_the_top():
    page = "~ blz. 1\nJaarverslag 2021 gemeente Asten – 12 mei 2022\n# Huisvestingsbeleid\nWij staan logies toe."
    assert read(page).kind.value is PaperKind.OTHER


def test_the_agenda_of_a_meeting_is_no_policy():
    page = "Commissie Ruimte, 12 mei 2022\nAgenda\n# 4. Huisvestingsbeleid\nHet college legt de nota voor."
    assert read(page).kind.value is PaperKind.OTHER


def test_the_name_of_an_item_is_no_title():
    page = "## Terugkijken op 2021\nGemeente Oss, 12 mei 2022\nBeleidsnota. Nog niet af.\nBomenplan. Doorgeschoven naar 2023."
    assert read(page).kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    ("end", "kind"),
    [("Met vriendelijke groet,", PaperKind.OTHER), ("Wij wensen u veel leesplezier.", PaperKind.POLICY)],
)
def test_a_letter_to_residents_greets_them_and_bids_them_farewell(end, kind):
    page = f"Onderwerp: beleid arbeidsmigranten\nAsten, 4 mei 2021\nBeste bewoner,\nVorige week kwam de nota in de raad.\n{end}"
    assert read(page).kind.value is kind


@pytest.mark.parametrize("title", ["Checklist aanvraag logies", "Huisregels logies", "Tarieventabel leges 2025"])
def test_what_an_applicant_or_resident_is_told_is_no_policy(title):
    assert read(f"## {title}\nGemeente Someren, 3 mei 2021", "Arbeidsmigranten.").kind.value is PaperKind.OTHER


def test_a_running_head_that_dates_the_decision_of_the_executive_is_no_label():
    page = "~ collegebesluit 14-03-2023\n## Actieprogramma internationale medewerkers Helmond 2023-2026\nVastgesteld op 14 maart 2023."
    assert read(page).kind.value is PaperKind.POLICY
    assert read(page.replace("~ collegebesluit 14-03-2023", "# Collegebesluit")).kind.value is PaperKind.COUNCIL_PAPER


def test_a_presentation_on_the_way_to_policy_is_none():
    pages = (
        "## Arbeidsmigranten in Valkenswaard\n# Op weg naar nieuw beleid\nBeeldvormende raadsavond, 26 september 2023",
    )
    assert read(*pages, name="presentatie.pdf").kind.value is PaperKind.OTHER


def test_what_calls_itself_a_factsheet_is_policy_where_it_was_adopted_as_such():
    told = "Het college heeft deze beleidsregel op 8 november 2022 vastgesteld. De regel geldt vanaf 1 december 2022."
    assert read("## Factsheet beleid: logies voor arbeidsmigranten", told).kind.value is PaperKind.POLICY
    assert (
        read("## Factsheet logies voor arbeidsmigranten", told.replace("heeft", "heeft nog niet")).kind.value
        is PaperKind.OTHER
    )


def test_what_went_with_the_request_for_a_permit_is_of_who_asked():
    plan = "## Beheerplan Logiespark De Kil\nBehoort bij de aanvraag omgevingsvergunning OV-2022-13. Versie 3, 14 maart 2023."
    assert read(plan).kind.value is PaperKind.OTHER
