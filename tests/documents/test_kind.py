from datetime import date

import pytest

from pipeline.documents.paper import PaperKind
from tests.documents.made import read

CLAUSE = "Aldus vastgesteld in de openbare vergadering van de raad van 12 mei 2020."


@pytest.mark.parametrize(
    "page",
    [
        "## Beleidsnota huisvesting arbeidsmigranten",
        "## Welkom aan de Aa\n# Visie op huisvesting van arbeidsmigranten 2020-2025",
        "## Nota parkeren 2021",
        "## Beleidsregels kamerverhuur gemeente Oss",
        (
            "~ GEMEENTEBLAD // Nr. 3318\n## Beleidsregels huisvesting\nHet college van burgemeester en wethouders "
            "van de gemeente Oss; gelet op artikel 4:81; besluit vast te stellen"
        ),
        "## Verordening huisvesting Tilburg",
        "## Uitvoeringsprogramma arbeidsmigratie 2020",
        "## Woonvisie 2020",
        "## Omgevingsvisie Breda 2040",
        "## Integraal beleidskader\nBijlage 1 bij raadsvoorstel 2020-34",
        "## Handreiking huisvesting arbeidsmigranten\nGemeente Oss",
        "## Plan van aanpak malafide verhuur",
        "## Kadernota arbeidsmigranten",
        "~ Bijlage behorend bij raadsbesluit 2020-34\n## Ruimtelijk afwegingskader short stay",
        "Notitie arbeidsmigranten // Deurne, mei 2019",
        "## Thuis in Oss\nVastgesteld bij raadsbesluit van 12 mei 2020",
        "## Wie woont waar?\nBeleidskader inschrijving, gemeente Oss. Het college heeft dit op 3 mei 2020 vastgesteld.",
        f"## Thuis in Oss\nBeleid kamerbewoning. {CLAUSE}\n# 1 Wat mag\nKamers mogen.\n# 5 Evaluatie\nElk jaar.",
        f"## Thuis in Oss\nBeleidskader inschrijving. {CLAUSE}\n# Inschrijven\nAan de balie.\n# Onderzoek\nBij adressen.",
        f"## De lange blik\n{CLAUSE}",
    ],
)
def test_policy_is_policy_whatever_its_subject(page):
    assert read(page).kind.value is PaperKind.POLICY


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
    ],
)
def test_what_goes_to_the_council_is_a_council_paper(page):
    assert read(page).kind.value is PaperKind.COUNCIL_PAPER


@pytest.mark.parametrize(
    "page",
    [
        "## Besluitenlijst Openbaar B&W vergadering Wassenaar\nDatum 10-01-2023\n5.b Raadsvoorstel en Nota wonen",
        "## BEGROTING 2025",
        "## Programmabegroting 2024-2027",
        "## Jaarstukken 2023",
        "## Jaarrekening 2019",
        "## Kadernota 2022",
        "## Perspectiefnota",
        "## Iv3-Informatievoorschrift\nMinisterie van Binnenlandse Zaken",
        "## Onderzoek naar huisvesting arbeidsmigranten\nGGD Hart voor Brabant",
        "## Evaluatie beleid arbeidsmigranten 2015-2019",
        "## Evaluatie en Advies Brabantse Aanpak Arbeidsmigratie",
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2023-2024 Aanhangsel van de Handelingen",
        "## Kamerbrief arbeidsmigranten\nGeachte voorzitter,",
        "## Persbericht\nNieuw beleid arbeidsmigranten",
        "## Nieuwsbrief wonen",
        "## Notulen raadsvergadering",
        "## Lijst openstaande moties en toezeggingen\nGemeenteraad Oss – stand per 1 september 2020",
        "## Agenda raadsvergadering",
        "## Coalitieakkoord 2022-2026",
        "## Woningmarktanalyse",
        "## Advies integraal beleid arbeidsmigranten\nAdviesbureau Stroom, in opdracht van de gemeente Breda",
        "## Standpunt huisvesting arbeidsmigranten\nOndernemersvereniging Waalwijk",
        "## Zienswijze op de ontwerpnota huisvesting arbeidsmigranten\nBuurtvereniging De Reit",
        "## Ingekomen brief: uw beleid voor arbeidsmigranten",
        "## Aanvraagformulier huisvesting arbeidsmigranten\nIn te vullen door de exploitant:",
        "Geachte heer Jansen,\nUw vergunning is verleend.\nMet vriendelijke groet",
        "Zomaar een blad zonder kenmerk.",
        "~ Evaluatierapport\n## Vier jaar verder\nAfgesloten in augustus.\n# Wat stond er in de nota\nLogies tot 40 personen.",
        "## Vijf jaar verder\nTerugblik op het beleid voor arbeidsmigranten 2014–2019\nin opdracht van de gemeente Bernheze",
        "## Drie vestingen, één koers\nOnderhandelingsresultaat van de fracties voor de raadsperiode 2022–2026",
        "~ Programmabegroting 2021 en meerjarenraming 2022-2024\n## Programma 2 Veilig en leefbaar\n# Arbeidsmigranten\nTekst.",
    ],
)
def test_lists_accounts_reports_and_letters_are_other_though_they_speak_of_policy(page):
    assert read(page).kind.value is PaperKind.OTHER


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
    "title",
    [
        "Terugblik en nieuwe koers",
        "Evaluatie van het arbeidsmigrantenbeleid 2017-2021 en herzien beleid voor de jaren 2023-2026",
        "Evaluatie logiesnota en bijgestelde aanpak",
    ],
)
def test_an_evaluation_that_sets_a_new_course_is_policy(title):
    assert read(f"## {title}\nArbeidsmigranten in Someren").kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "title", ["Evaluatie van het arbeidsmigrantenbeleid 2017-2021", "Praatstuk over een visie op logies"]
)
def test_an_evaluation_and_what_is_to_be_talked_about_are_no_policy(title):
    assert read(f"## {title}\nArbeidsmigranten in Someren").kind.value is PaperKind.OTHER


def test_a_note_between_brackets_on_the_decision_that_took_its_place_is_no_label():
    page = """# VERVALLEN per 1 juli 2021
    Vervangen door het beleid van de nieuwe gemeente
    (raadsbesluit gemeente Asten van 22 juni 2021) – alleen voor het archief
    ## Beleidsnotitie logies
    # Deel A Evaluatie"""
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize("title", ["## Ontwerp-beleidsregels logies", "## Concept-nota wonen"])
def test_a_draft_of_a_policy_paper_is_policy(title):
    assert read(title, "Tekst over logies.").kind.value is PaperKind.POLICY


@pytest.mark.parametrize("title", ["## Inspraakverslag beleidsnota arbeidsmigranten", "## Raadsverslag"])
def test_a_report_of_what_was_said_is_no_policy(title):
    assert read(title, "Tekst over logies.").kind.value is PaperKind.OTHER


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


def test_what_calls_itself_a_nota_in_its_text_is_policy():
    page = (
        "## Aankomen, aarden, aanpakken\nIn deze nota volgen wij de weg die iemand aflegt.\nDeze nota geldt tot 2028."
    )
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


@pytest.mark.parametrize(
    "head", ["Intrekkingsbesluit Beleidsregels huisvesting arbeidsmigranten", "Besluit tot intrekking"]
)
def test_a_decision_that_only_withdraws_is_no_policy(head):
    page = f"## {head}\nHet college van Someren besluit de Beleidsregels logies Someren in te trekken.\nAldus besloten op 15 juni 2021."
    assert read(page).kind.value is PaperKind.COUNCIL_PAPER


def test_a_table_of_items_with_what_was_decided_is_a_list_of_decisions():
    rows = "\n".join(f"| Nr.: {n}; Onderwerp: Punt {n}; Besluit: Aan de raad voorleggen." for n in range(1, 6))
    assert read(f"B en W – dinsdag 18 mei 2021\n{rows}").kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    "title", ["Sheets raadsavond arbeidsmigranten", "Beeldvormende avond arbeidsmigranten", "Informatieavond logies"]
)
def test_what_is_shown_on_an_evening_is_no_policy(title):
    assert read(f"## {title}", "Status: beleid in ontwikkeling").kind.value is PaperKind.OTHER


def test_a_programme_of_a_budget_is_no_policy():
    page = (
        "Gemeente Goirle – Programmabegroting 2025 – vastgesteld door de raad op 12 november 2024\n## Programma 3 Wonen"
    )
    assert read(f"{page}\n# 3.4 Arbeidsmigranten\nIn 2025 openen we een informatiepunt.").kind.value is PaperKind.OTHER


def test_where_a_page_stands_on_a_website_is_no_label():
    motion = "Motie M5: Een dokter\nDe raad, constaterende dat het moet;\nverzoekt het college een spreekuur te openen"
    assert read(f"~ raadsinformatie › vergaderingen › juli 2024\n{motion}").kind.value is PaperKind.MOTION


@pytest.mark.parametrize(
    "said",
    [
        "De raad van Someren heeft het akkoord bij besluit van 31 mei 2022 (nr. 2022-047) vastgesteld als gemeentelijk beleidskader.",
        "Wij legden ons akkoord voor. De raad heeft het op 2 juni 2022 vastgesteld als beleidskader voor vier jaar.",
        "door de gemeenteraad op 2 juni 2022 vastgesteld als beleidskader",
    ],
)
def test_an_agreement_of_a_coalition_that_was_adopted_as_policy_is_policy(said):
    assert read("## Coalitieakkoord 2022-2026", said).kind.value is PaperKind.POLICY


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


def test_an_agreement_that_a_council_decides_to_adopt_as_a_frame_for_policy_is_policy():
    said = "De raad van de gemeente Land van Cuijk; besluit het akkoord vast te stellen als bestuursprogramma en als kader voor het beleid."
    assert read("## Samen beginnen\nCoalitieakkoord 2022-2026", said).kind.value is PaperKind.POLICY


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


def test_rules_under_the_label_of_a_decision_are_policy():
    assert (
        read(f"~ Collegebesluit\n## Beleidsregels logies arbeidsmigranten\n{ARTICLES}").kind.value is PaperKind.POLICY
    )


def test_a_decision_of_the_council_says_so_in_a_cell_in_capitals():
    row = "| Gemeente Waalwijk: gemeenteraad; RAADSBESLUIT: 18/046"
    paper = read(
        f'{row}\n| Onderwerp | Vaststelling nota "Verblijf arbeidsmigranten"\nDe raad van de gemeente Waalwijk;'
    )
    assert paper.kind.value is PaperKind.COUNCIL_PAPER


PLANS = (
    "De gemeente sluit met de uitzendbureaus een convenant over goed werkgeverschap. "
    "Wij staan logies toe aan de rand van bedrijventerreinen, tot ten hoogste tweehonderd bedden."
)
OF_A_FIRM = [
    "Uitzendbureau Werk & Zo B.V.\nAan de raad van de gemeente Breda\n## Onze visie op huisvesting van arbeidsmigranten\nBreda, 3 mei 2023",
    "Logies Zuid B.V.\n## Visie op huisvesting van arbeidsmigranten in Etten-Leur\nAls huisvester helpen wij // de gemeente Etten-Leur.",
    "Stichting Goed Wonen\n## Plan van aanpak arbeidsmigranten in Breda\nDe stichting stelt dit plan voor aan de gemeente Breda.",
    "Stichting Wonen Breda\n## Plan van aanpak arbeidsmigranten\nmei 2023",
    "## Visie van Stichting Goed Wonen op arbeidsmigranten\nmei 2023",
]


@pytest.mark.parametrize("head", OF_A_FIRM)
def test_what_a_firm_or_society_plans_is_no_policy(head):
    assert read(f"{head}\n# 2. Huisvesting\n{PLANS}").kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    "end", ["Met vriendelijke groet, directie Werk & Zo", "namens Vereniging Flexwerk,\nde voorzitter"]
)
def test_a_plan_that_a_firm_or_society_signs_is_no_policy(end):
    assert read(f"## Visie op huisvesting van arbeidsmigranten\n{PLANS}\n{end}").kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Bureau Woonzaken B.V.\n## Nota huisvesting arbeidsmigranten\nIn opdracht van de gemeente Oss", PLANS),
        ("Bureau Woonzaken B.V.\n## Nota huisvesting arbeidsmigranten\nGemeente Oss", PLANS),
        ("Bureau Woonzaken B.V.\n## Nota huisvesting arbeidsmigranten Oss", PLANS),
        ("Bureau Woonzaken B.V.\n## Nota huisvesting arbeidsmigranten gemeente Oss", PLANS),
        ("Bureau Woonzaken B.V.\n## Nota huisvesting arbeidsmigranten gemeente Best", PLANS),
        (OF_A_FIRM[1], f"{PLANS}\n{CLAUSE}"),
        (OF_A_FIRM[2], f"{PLANS}\nDe raad heeft deze nota op 12 mei 2020 vastgesteld."),
        (
            "Bureau Woonzaken B.V.\n## Nota huisvesting arbeidsmigranten",
            "Als gemeente willen wij logies. Onze gemeente groeit.",
        ),
        ("## Nota huisvesting arbeidsmigranten\nDeelnemers: Stichting Goed Wonen, gemeente Oss", PLANS),
        ("## Nota huisvesting arbeidsmigranten", f"{PLANS}\nMet Stichting Goed Wonen maken wij afspraken."),
    ],
)
def test_a_policy_that_a_bureau_wrote_for_a_municipality_is_policy(head, text):
    assert read(f"{head}\n# 2. Huisvesting\n{text}").kind.value is PaperKind.POLICY


def test_a_motion_may_have_the_proposal_at_which_it_was_moved_above_it():
    page = (
        "Statenvoorstel PS/2023/1102, Begroting 2024\n## Motie Eerst bedden\nProvinciale Staten van Overijssel, bijeen te Zwolle,\n"
        "Wij constateren dat er hallen zijn gebouwd;\nWij verzoeken Gedeputeerde Staten een personeelsplan te vragen;\n"
        "en gaan over tot de orde van de dag."
    )
    assert read(page).kind.value is PaperKind.MOTION


def test_what_a_city_agreed_with_firms_and_adopted_as_its_policy_is_policy():
    cover = "## Convenant Goed werk\nAfspraken van de gemeente Bladel met drie bureaus"
    said = "Door het college van burgemeester en wethouders op 3 mei 2022 vastgesteld als gemeentelijk beleid."
    assert read(f"{cover}\n{said}").kind.value is PaperKind.POLICY
    assert read(cover).kind.value is PaperKind.REGIONAL_AGREEMENT


VISIE = "## Werk in de regio\n# Visie op arbeidsmigranten"
FOOT = "~ Gemeente Bladel · raadsbesluit 2023/14"


@pytest.mark.parametrize(
    "said",
    [
        "De raad heeft deze visie op 3 mei 2023 vastgesteld als eigen beleid van de gemeente.",
        "Bijlage bij het raadsbesluit van 3 mei 2023.",
    ],
)
def test_policy_that_went_with_a_decision_may_name_it_in_its_running_foot(said):
    assert read(f"{FOOT}\n{VISIE}\n{said}").kind.value is PaperKind.POLICY


def test_a_decision_that_bears_its_label_in_its_running_foot_stays_one():
    assert read(f"{FOOT}\n{VISIE}\nDe raad besluit: de visie vast te stellen.").kind.value is PaperKind.COUNCIL_PAPER
    assert read(f"{FOOT}\n## Raadsbesluit\nBijlage bij raadsvoorstel 4").kind.value is PaperKind.COUNCIL_PAPER
