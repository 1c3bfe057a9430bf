"""What is called a policy paper and is none of its municipality."""

import time
from datetime import date

import pytest

from pipeline.documents.one_site import one_site
from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import parts, read

OF_ONE_SITE = [
    "## Bestemmingsplan Hotel De Wilg\n# Aanleiding\nDe initiatiefnemer wil de schuur ombouwen. De gronden zijn "
    "kadastraal bekend gemeente Asten, sectie F, nummer 12.",
    "## Wijzigingsplan Buitengebied, Molenweg 14 Someren\nMet dit plan worden twaalf plaatsen voor arbeidsmigranten toegestaan.",
    "## Ruimtelijke onderbouwing huisvesting werknemers\nBeleidskader: zie hoofdstuk 3. De aanvrager heeft op 3 mei 2021 een verzoek "
    "ingediend. De locatie ligt aan de Heistraat 7 te Deurne.",
    "## TAM-omgevingsplan Tuinderij West\nHet perceel ligt aan Den Hoek 5. Op verzoek van de eigenaar wordt logies toegestaan.",
    "## Bestemmingsplan Buitengebied, Tuinderij West\nHet perceel ligt aan Den Hoek 5. Op verzoek van de eigenaar wordt logies toegestaan.",
    "## Wijziging omgevingsplan locatie De Kreken\nInitiatiefnemer is een huisvester uit Made.\nVastgesteld door de raad op 3 mei 2024.",
]


@pytest.mark.parametrize("page", OF_ONE_SITE)
def test_a_plan_for_one_site_is_no_policy(page):
    assert read(page).kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    "page",
    [
        "## Paraplubestemmingsplan Logies\nDe initiatiefnemer vraagt een vergunning. Kadastraal bekend sectie F, nummer 12.",
        "## Bestemmingsplan Buitengebied\nHet plangebied omvat het hele grondgebied buiten de kernen. Initiatiefnemers melden zich; zo is "
        "het perceel aan de Molenweg 14 hersteld.",
        "## Bestemmingsplan Buitengebied 2012\nVoor tijdelijke werknemers mag een schuur worden gebruikt.",
        "## Bestemmingsplan Kernen\nDe initiatiefnemer van een bouwplan draagt de kosten.",
        "## TAM-omgevingsplan hoofdstuk 22c Verblijf van arbeidsmigranten\nDit hoofdstuk geldt voor het gehele grondgebied. De aanvrager "
        "dient een verzoek in; het perceel ligt aan de Molenweg 14.",
        "## Beleidsregels afwijken van het bestemmingsplan\nDe initiatiefnemer toont aan dat het perceel kadastraal bekend is.",
        "## Bestemmingsplan Buitengebied Oss\nEen initiatiefnemer vraagt een vergunning. Het perceel aan de Molenweg 14 heeft er een.",
        "## Omgevingsplan gemeente Oss\nEen initiatiefnemer vraagt een vergunning. Het perceel aan de Molenweg 14 heeft er een.",
        "## Strategie huisvesting arbeidsmigranten\n# Afwijken van het bestemmingsplan\nEen initiatiefnemer vraagt een vergunning. "
        "Het perceel aan de Molenweg 14 heeft er een.",
        "## Huisvestingsplan arbeidsmigranten\n# Omgevingsvergunning\nEen initiatiefnemer vraagt een vergunning. Het perceel aan de "
        "Molenweg 14 heeft er een.",
        "## Beleidsnota logies\nDe initiatiefnemer overlegt wie eigenaar is van het perceel, kadastraal bekend onder een nummer.",
    ],
)
def test_a_plan_for_all_of_a_municipality_is_policy(page):
    assert read(page).kind.value is PaperKind.POLICY


def test_what_others_say_of_their_own_plot_makes_no_plan_for_one_site():
    text = "\n".join(f"Over onderwerp {number} staat hier een regel voor alle kernen." for number in range(90))
    views = "Een inspreker, initiatiefnemer van een bouwplan op het perceel aan de Molenweg 14, wil meer bedden."
    assert read("## Bestemmingsplan Kernen", text, views).kind.value is PaperKind.POLICY


def test_a_decision_on_a_plan_for_one_site_holds_no_policy():
    head = "## Raadsbesluit\n| Onderwerp | Vaststelling bestemmingsplan Molenweg 14\n"
    rules = "De raad van de gemeente Oss besluit:\n- Er wonen niet meer dan veertig arbeidsmigranten in de twee gebouwen op dit terrein.\n"
    rules += "- Elke bewoner heeft een eigen kamer van tien vierkante meter en er is dag en nacht een beheerder op het terrein aanwezig."
    paper = read(head + rules)
    assert (paper.kind.value, paper.encloses_policy.value) == (PaperKind.COUNCIL_PAPER, False)


@pytest.mark.parametrize("word", ["Molenweg", "A'"])
def test_a_title_that_is_a_word_without_end_is_looked_through_once(word):
    title = "Bestemmingsplan " + word * 30_000
    started = time.perf_counter()
    assert one_site(parts(f"## {title}\nDe initiatiefnemer wil logies.")) is None
    assert time.perf_counter() - started < 10


GRANTED = """## Collegebesluit
| Onderwerp | Huisvesting arbeidsmigranten Molenweg 14
Het college van Oss besluit medewerking te verlenen onder deze voorwaarden. Het besluit:
- Er wonen niet meer dan veertig arbeidsmigranten in de twee gebouwen op dit terrein.
- Elke bewoner heeft een eigen kamer van tien vierkante meter en er is dag en nacht een beheerder op het terrein aanwezig."""


def test_a_decision_on_what_somebody_may_do_at_one_address_holds_no_policy():
    assert not read(GRANTED).encloses_policy.value


def test_a_decision_with_rules_for_every_address_holds_policy():
    assert read(GRANTED.replace(" Molenweg 14", "")).encloses_policy.value


def test_a_permit_for_one_address_is_no_policy_though_it_was_decided_in_a_clause():
    page = "## Besluit\n## Logies Molenweg 14\nBesloten door het college op 3 mei 2021: de vergunning te verlenen voor veertig bedden."
    assert read(page).kind.value is PaperKind.OTHER


PAGE = """~ 12-06-2024 09:41
~ https://www.gemeenteoss.nl/ondernemers/logies
Home › Ondernemers › Logies
Zie ook
› Beleidsregels huisvesting arbeidsmigranten
## Arbeidsmigranten huisvesten
Op deze pagina leest u wat er mag. U heeft een vergunning nodig als er meer dan vier arbeidsmigranten in uw woning wonen.
{}
Laatst gewijzigd: 14 mei 2024 | Toegankelijkheid"""


def test_a_printed_page_of_a_website_explains_and_is_of_the_day_of_its_last_change():
    paper = read(PAGE.format("Wij komen zonder afspraak langs."))
    assert (paper.kind.value, paper.date.value, paper.status.value) == (
        PaperKind.OTHER,
        date(2024, 5, 14),
        PaperStatus.UNKNOWN,
    )


LEVY = "## {}\nArtikel 1 Belastbaar feit\nOnder de naam toeristenbelasting wordt een belasting geheven.\nArtikel 2 Tarief\nArtikel 3 Slot"


@pytest.mark.parametrize(
    "title",
    [
        "Verordening toeristenbelasting verblijf arbeidsmigranten Helmond 2021",
        "Verordening op de heffing en invordering van toeristenbelasting",
        "Legesverordening huisvesting arbeidsmigranten",
    ],
)
def test_an_ordinance_of_a_tax_is_no_policy_on_who_pays_it(title):
    assert read(LEVY.format(title)).kind.value is PaperKind.OTHER


def test_policy_that_names_a_tax_or_levies_none_is_policy():
    assert read(LEVY.format("Beleidsregels nachtregister en toeristenbelasting")).kind.value is PaperKind.POLICY
    rules = "Artikel 1 Begrippen\nArtikel 2 Vergunning\nArtikel 3 Slot"
    assert read(f"## Verordening logies en leges\n{rules}").kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "own",
    [
        "Deze tekst is op 11 maart 2024 vastgesteld door burgemeester en wethouders.",
        "Artikel 1 Begrippen\nArtikel 2 Vergunning\nArtikel 3 Slot",
        "Art. 1 Begrippen\nArt. 2 Vergunning\nArt. 3 Slot",
        "Burgemeester en wethouders van Oss, gelet op artikel 4:81 Awb, besluiten deze regels vast te stellen.",
        "Besluit van het college van 11 maart 2024.",
    ],
)
def test_a_printed_page_that_is_itself_what_was_adopted_is_policy(own):
    assert read(PAGE.format(own)).kind.value is PaperKind.POLICY


def test_what_is_printed_from_a_register_of_rules_is_policy():
    page = PAGE.replace("www.gemeenteoss.nl", "lokaleregelgeving.overheid.nl").format("Wij komen langs.")
    assert read(page).kind.value is PaperKind.POLICY


def test_a_policy_with_the_address_of_its_page_is_policy():
    page = "## Beleidsregels logies Oss\nhttps://www.oss.nl/logies\nLaatst gewijzigd: 14 mei 2024\nLogies mag."
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "sender",
    ["Vereniging van Nederlandse Gemeenten", "Nederlandse Vereniging voor Burgerzaken", "VNG / Platform31"],
)
def test_a_guide_by_bodies_of_the_whole_country_is_no_policy(sender):
    page = f"## Handreiking arbeidsmigranten voor gemeenten\n{sender}\nSchrijf mensen in op de plek waar zij slapen."
    assert read(page).kind.value is PaperKind.OTHER


@pytest.mark.parametrize("end", ["Gemeente Oss, mei 2021", "Vastgesteld door het college op 3 mei 2021."])
def test_a_guide_of_a_municipality_that_names_such_a_body_is_policy(end):
    page = f"## Handreiking arbeidsmigranten\nVNG-model voor gemeenten\n{end}\nWij schrijven mensen in waar zij slapen."
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "page",
    [
        "## Bekendmaking Nota logies Someren\nWij maken bekend dat de raad op 1 juli 2021 de nota voor arbeidsmigranten heeft vastgesteld.",
        "## Ontwerp-nota logies ter inzage\nDe ontwerpnota over arbeidsmigranten ligt tot 14 juni 2021 ter inzage.",
        "## Visie logies vervallen\nWij maken bekend dat de raad heeft besloten de Visie logies arbeidsmigranten in te trekken.",
        "## Nota logies\nBurgemeester en wethouders maken bekend dat zij de Nota logies arbeidsmigranten hebben ingetrokken.",
    ],
)
def test_a_notice_of_what_stands_elsewhere_is_no_policy(page):
    assert read(page).kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    "page",
    [
        "## Bekendmaking Beleidsregels logies Oss\nWij maken bekend dat zij zijn vastgesteld.\nArtikel 1\nEen kamer is 12 meter.",
        "## Nota logies\nVastgesteld door de raad op 3 mei 2022\nDe huisvester maakt bij ons bekend dat zijn beheerplan ter inzage ligt.",
        "## Beleidsregels logies Oss\nWij maken bekend te hebben vastgesteld de volgende beleidsregels: logies mag op een erf.",
        "## Ontwerpnota logies Oss\nLigt ter inzage van 3 mei tot en met 14 juni 2021\nLogies voor seizoenarbeiders mag op een erf.",
        "## Beleidsregels logies Oss\nHet nachtregister ligt ter inzage voor de toezichthouder. Logies voor hen mag op een erf.",
    ],
)
def test_a_notice_that_bears_the_rules_is_policy(page):
    assert read(page).kind.value is PaperKind.POLICY


@pytest.mark.parametrize(
    "page",
    [
        "Oss, 4 juli 2023\n# Wat geldt er nu?\nBeleid in het kort\nVraag (De Gewone Man). Is er beleid?\nAntwoord. Neen.",
        "## Beleidsnota logies – gestelde vragen\nGemeente Oss, 12 april 2021\n| Vraag | Antwoord\n| Waarom 100? | Om de buurt.",
        "Raadsflits, juni 2022\n# Zo werkt ons huisvestingsbeleid\nVraag: waarom een norm? Antwoord: omdat buurten dat vragen.",
        "## Nota arbeidsmigranten: u vroeg, wij antwoorden\n1. Vraag van de PvdA: wie ziet toe?\nAntwoord van het college: de gemeente.",
    ],
)
def test_questions_with_their_answers_are_no_policy(page):
    assert read(page).kind.value is PaperKind.OTHER


@pytest.mark.parametrize(
    "page",
    [
        "## Nota arbeidsmigranten\nVastgesteld door de raad van Oss op 4 mei 2021\nVraag 1. Waar mag het?\nAntwoord: bij een bedrijf.",
        "## Nota arbeidsmigranten\n# Vraag 1. Waar mag het?\nBij agrarische bedrijven, voor ten hoogste 40 personen.",
        "## Nota arbeidsmigranten\nVraag en aanbod lopen uiteen. Het antwoord daarop: meer bedden, bij bedrijven.",
    ],
)
def test_policy_that_asks_is_policy(page):
    assert read(page).kind.value is PaperKind.POLICY


def test_questions_are_looked_for_in_a_time_that_grows_with_the_text():
    page = "## Nota arbeidsmigranten\n" + "Vraag van de raad " * 20_000
    start = time.perf_counter()
    read(page)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (
            "Het college heeft op 20 april 2021 beleidsregels voor arbeidsmigranten vastgesteld. U leest ze op overheid.nl.",
            PaperKind.OTHER,
        ),
        ("De raad heeft op 20 april 2021 de nota aangenomen. De tekst staat op www.oss.nl.", PaperKind.OTHER),
        ("Het college heeft op 20 april 2021 deze regels vastgesteld. Een bed staat in een kamer.", PaperKind.POLICY),
    ],
)
def test_news_that_sends_its_reader_to_the_paper_itself_is_no_policy(told, kind):
    assert read(f"## Beleidsregels arbeidsmigranten Asten\n{told}").kind.value is kind
