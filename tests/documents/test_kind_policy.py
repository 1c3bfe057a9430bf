"""What is policy, and what only looks like it."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperKind
from tests.documents.made import read
from tests.documents.test_kind import ARTICLES, FOOT, VISIE

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


@pytest.mark.parametrize("title", ["## Ontwerp-beleidsregels logies", "## Concept-nota wonen"])
def test_a_draft_of_a_policy_paper_is_policy(title):
    assert read(title, "Tekst over logies.").kind.value is PaperKind.POLICY


@pytest.mark.parametrize("title", ["## Inspraakverslag beleidsnota arbeidsmigranten", "## Raadsverslag"])
def test_a_report_of_what_was_said_is_no_policy(title):
    assert read(title, "Tekst over logies.").kind.value is PaperKind.OTHER


def test_what_calls_itself_a_nota_in_its_text_is_policy():
    page = (
        "## Aankomen, aarden, aanpakken\nIn deze nota volgen wij de weg die iemand aflegt.\nDeze nota geldt tot 2028."
    )
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "head", ["Intrekkingsbesluit Beleidsregels huisvesting arbeidsmigranten", "Besluit tot intrekking"]
)
def test_a_decision_that_only_withdraws_is_no_policy(head):
    page = f"## {head}\nHet college van Someren besluit de Beleidsregels logies Someren in te trekken.\nAldus besloten op 15 juni 2021."
    assert read(page).kind.value is PaperKind.COUNCIL_PAPER


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


def test_an_agreement_that_a_council_decides_to_adopt_as_a_frame_for_policy_is_policy():
    said = "De raad van de gemeente Land van Cuijk; besluit het akkoord vast te stellen als bestuursprogramma en als kader voor het beleid."
    assert read("## Samen beginnen\nCoalitieakkoord 2022-2026", said).kind.value is PaperKind.POLICY


def test_rules_under_the_label_of_a_decision_are_policy():
    assert (
        read(f"~ Collegebesluit\n## Beleidsregels logies arbeidsmigranten\n{ARTICLES}").kind.value is PaperKind.POLICY
    )


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


def test_what_a_city_agreed_with_firms_and_adopted_as_its_policy_is_policy():
    cover = "## Convenant Goed werk\nAfspraken van de gemeente Bladel met drie bureaus"
    said = "Door het college van burgemeester en wethouders op 3 mei 2022 vastgesteld als gemeentelijk beleid."
    assert read(f"{cover}\n{said}").kind.value is PaperKind.POLICY
    assert read(cover).kind.value is PaperKind.REGIONAL_AGREEMENT


AGREED = "## Convenant Onderdak\nDe gemeente Bladel en LTO komen overeen\n{}\nGetekend te Bladel op 1 juli 2010."


def test_an_agreement_that_the_council_adopted_as_policy_is_of_the_day_of_its_decision():
    said = "zoals door de raad van de gemeente Bladel in zijn vergadering van 24 juni 2010 als gemeentelijk beleid vastgesteld"
    made = read(AGREED.format(said))
    assert (made.kind.value, made.date.value) == (PaperKind.POLICY, date(2010, 6, 24))


@pytest.mark.parametrize(
    "said",
    [
        "Het convenant is niet door de raad van Bladel als gemeentelijk beleid vastgesteld.",
        "Door de raad kan het op 24 juni 2010 als gemeentelijk beleid vastgesteld worden.",
        "De kadernota is op 24 juni 2010 door de gemeenteraad als gemeentelijk beleid vastgesteld en is het vertrekpunt.",
        "Dit convenant is nog niet vastgesteld als beleid.",
    ],
)
def test_an_agreement_that_was_not_adopted_as_policy_stays_one(said):
    assert read(AGREED.format(said)).kind.value is PaperKind.REGIONAL_AGREEMENT


@pytest.mark.parametrize(
    "said",
    [
        "De raad heeft deze visie op 3 mei 2023 vastgesteld als eigen beleid van de gemeente.",
        "Bijlage bij het raadsbesluit van 3 mei 2023.",
    ],
)
def test_policy_that_went_with_a_decision_may_name_it_in_its_running_foot(said):
    assert read(f"{FOOT}\n{VISIE}\n{said}").kind.value is PaperKind.POLICY


RULES = "Artikel 1\nLogies is er voor ten hoogste 40 personen.\nArtikel 2\nDe exploitant houdt een nachtregister bij."


@pytest.mark.parametrize(
    "title",
    [
        "Intrekking van de Beleidsnotitie “Slapen waar je plukt” 2011 en vaststelling van de Beleidsregels logies 2020",
        "Besluit tot intrekking van de nota Logies en tot vaststelling van het beleidskader Verblijf",
        "Intrekking beleidsregels kamerverhuur, vaststelling beleidsnota verblijf 2021",
        "Intrekking van het beleid uit 2009 alsmede vaststelling van de visie Werken en wonen",
    ],
)
def test_what_withdraws_the_old_policy_and_adopts_the_new_one_is_policy(title):
    assert read(f"## {title}\n{RULES}").kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "title",
    [
        "Intrekking van de Beleidsnotitie Logies, vastgesteld op 6 september 2011",
        "Intrekking van de beleidsregels logies en van het besluit tot vaststelling van de beleidsregels erven",
        "Intrekking van de nota Logies en vaststelling van de leges",
        "Raadsvoorstel\n## Intrekking van de nota Logies en vaststelling van de beleidsregels Verblijf",
    ],
)
def test_what_but_withdraws_policy_or_proposes_it_is_none(title):
    assert read(f"## {title}\nWij lichten dit hieronder toe.").kind.value is PaperKind.COUNCIL_PAPER


@pytest.mark.parametrize("title", ["Nota van inspraak", "Nota van antwoord", "Inspraaknota beleidskader logies"])
def test_the_answers_to_views_are_no_policy(title):
    assert read(f"## {title}\nGemeente Someren").kind.value is PaperKind.OTHER


RUNNING = (
    "Dit kader gaat over het werk in de bouw en op het land en zegt wat de gemeente vraagt van wie voor haar bouwt, van wie grond van "
    "haar koopt en van wie hier mensen aan het werk heeft."
)


def test_a_chapter_below_the_text_does_not_make_an_agreement_of_what_its_title_calls_a_policy():
    page = f"## Goed werk\n# Beleidsnotitie werkgeverschap, gemeente Best\n{RUNNING}\n## Zes afspraken\nWij kopen anders in."
    assert read(page).kind.value is PaperKind.POLICY


def test_a_title_of_agreements_over_the_text_makes_an_agreement():
    page = f"# Gemeente Best en Oirschot\n## Zes afspraken\n# Onze visie op werk\n{RUNNING}"
    assert read(page).kind.value is PaperKind.REGIONAL_AGREEMENT
