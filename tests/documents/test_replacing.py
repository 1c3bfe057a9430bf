"""Papers that withdraw or replace earlier ones, and that say from when."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read

NOTA = "## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad op 12 mei 2020"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Deze nota vervangt de Nota huisvesting buitenlandse werknemers uit 2012.",
            ("Nota huisvesting buitenlandse werknemers uit 2012",),
        ),
        ("De raad trekt de Beleidsregels kamerverhuur 2014 in.", ("Beleidsregels kamerverhuur 2014",)),
        (
            "Vastgesteld onder intrekking van de Beleidsnotitie logies, vastgesteld op 3 mei 2011.",
            ("Beleidsnotitie logies",),
        ),
        (
            "De Beleidsregels huisvesting seizoenarbeiders 2009 worden ingetrokken.",
            ("Beleidsregels huisvesting seizoenarbeiders 2009",),
        ),
        (
            "Dit kader komt in de plaats van het ‘Ruimtelijk kader tijdelijke bewoning’.",
            ("Ruimtelijk kader tijdelijke bewoning",),
        ),
        ("De Notitie logies 2008 vervalt.", ("Notitie logies 2008",)),
        ("Op die dag vervalt de Nota arbeidsmigranten 2015.", ("Nota arbeidsmigranten 2015",)),
        (
            "Met de vaststelling van deze nota vervalt de Nota logies Someren van 4 april 2019.",
            ("Nota logies Someren van 4 april 2019",),
        ),
        ("Op dat moment vervallen de oude beleidsregels logies uit 2012.", ("beleidsregels logies uit 2012",)),
        ("De Nota logies 2015 verliest op dezelfde dag haar werking.", ("Nota logies 2015",)),
        ("Deze nota volgt de Nota arbeidsmigranten Bergeijk (2019) op.", ("Nota arbeidsmigranten Bergeijk (2019)",)),
        ("Op die dag vervallen de vergunningen die op grond van de nota zijn verleend.", ()),
        ("De raad besluit de Beleidsregels logies niet in te trekken maar te evalueren.", ()),
        ("Met dit besluit wordt de verordening gewijzigd.", ()),
        (
            "Deze nota komt voor de Beleidsregels logies 2012 in de plaats.",
            ("Beleidsregels logies 2012",),
        ),
        ("Met deze nota wordt de Notitie logies 2008 vervangen.", ("Notitie logies 2008",)),
        ("Hiermee komt een einde aan de Notitie logies 2008.", ("Notitie logies 2008",)),
        ("Met de vaststelling van dit stuk vervalt Welkom in Someren (2015).", ("Welkom in Someren (2015)",)),
        ("Door de komst van deze nota is Thuis in Someren ingetrokken.", ("Thuis in Someren",)),
        ("Met de vaststelling van dit stuk vervalt de plicht om een vergunning te vragen.", ()),
        ("Met de vaststelling van dit stuk vervalt Artikel 3 lid 2.", ()),
        ("Deze nota komt niet voor de Beleidsregels logies 2012 in de plaats.", ()),
        ("Met deze nota wordt niet de Notitie logies 2008 vervangen.", ()),
        ("In plaats van beleid maken wij afspraken.", ()),
        ("Dit vervangt het bestaande beleid.", ()),
        ("Deze nota vervangt de Notitie logies 2008 op twee punten.", ()),
        ("De Notitie logies 2008 wordt te zijner tijd ingetrokken.", ()),
        ("Het bestuur kan de vergunning intrekken.", ()),
    ],
)
def test_a_paper_names_what_it_replaces_as_written(text, titles):
    assert read(NOTA, text).replaces.value == titles


def test_a_decision_list_only_reports_on_what_was_replaced():
    assert read("## Besluitenlijst B&W", "De Nota logies 2008 wordt ingetrokken.").replaces.value == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Het college van Someren besluit de Beleidsregels logies Someren in te trekken met ingang van 1 juli 2021.",
            "Beleidsregels logies Someren",
        ),
        (
            "besluit de Beleidsregels logies Someren, vastgesteld op 5 februari 2019, in te trekken.",
            "Beleidsregels logies Someren",
        ),
        ("1. de Notitie huisvesting arbeidsmigranten 2013 in te trekken;", "Notitie huisvesting arbeidsmigranten 2013"),
        ("besluit: de Notitie logies Someren te laten vervallen.", "Notitie logies Someren"),
        ("besluit: de Notitie logies Someren vervallen te verklaren.", "Notitie logies Someren"),
        ("besluit: de Notitie logies Someren buiten werking te stellen.", "Notitie logies Someren"),
        ("besluit: tot intrekking van de Notitie logies Someren over te gaan.", "Notitie logies Someren"),
        ("De raad besluit de Notitie logies Someren per direct in te trekken.", "Notitie logies Someren"),
        ("De Notitie logies Someren, door ons vastgesteld op 3 mei 2018, wordt ingetrokken.", "Notitie logies Someren"),
    ],
)
def test_a_decision_to_withdraw_names_what_it_ends(text, title):
    assert read("## Intrekkingsbesluit\nGemeente Someren", text).replaces.value == (title,)


@pytest.mark.parametrize(
    "text",
    [
        "Het college besluit de Beleidsregels logies Someren in te trekken met ingang van 1 januari 2025.",
        "De raad trekt de Beleidsregels logies Someren in per 1 januari 2025.",
    ],
)
def test_a_decision_to_withdraw_says_from_when(text):
    assert read("## Intrekkingsbesluit\nGemeente Someren", text).replaces_from == date(2025, 1, 1)


def test_a_nota_replaces_from_the_day_on_which_it_enters_into_force():
    text = "Deze nota treedt in werking op 1 januari 2021. Op die dag vervalt de Nota logies Someren 2015."
    assert read(NOTA, text).replaces_from == date(2021, 1, 1)


def test_another_day_beside_it_in_a_nota_is_not_taken_for_that():
    text = "Deze nota vervangt de Nota logies Someren 2015. Vanaf 1 januari 2026 geldt een maximum van 300 bedden."
    assert read(NOTA, text).replaces_from is None


WITHDRAWS = (
    "Het college van burgemeester en wethouders van Someren besluit de Beleidsregels logies // Someren in te trekken"
)


@pytest.mark.parametrize(
    "text",
    [
        "besluit: niet tot intrekking van de Notitie logies Someren over te gaan.",
        "besluit: hoofdstuk 3 van de Notitie logies Someren te laten vervallen.",
        "besluit: de Notitie logies Someren niet te laten vervallen.",
        "besluit het college te verzoeken de Notitie logies Someren in te trekken.",
        "besluit het college op te dragen de Notitie logies Someren in te trekken.",
        "besluit de Notitie logies Someren te evalueren en daarna in te trekken.",
        "besluit de Notitie logies Someren te wijzigen en de bijlage in te trekken.",
        "besluit dat de Notitie logies Someren voor bestaande gevallen blijft gelden en voor nieuwe vervalt.",
        "De bezwaren tegen het besluit tot intrekking van de Notitie logies Someren zijn gegrond.",
    ],
)
def test_a_decision_that_leaves_it_or_ends_a_part_ends_nothing(text):
    assert read("## Raadsbesluit\nGemeente Someren", text).replaces.value == ()


def test_a_decision_that_adopts_one_paper_and_withdraws_another_ends_that_alone():
    text = "besluit de Nota arbeidsmigranten vast te stellen en de Notitie logies Someren in te trekken."
    assert read("## Raadsbesluit\nGemeente Someren", text).replaces.value == ("Notitie logies Someren",)


def test_a_bare_decision_under_no_head_ends_what_it_withdraws():
    page = (
        "De raad van de gemeente Someren;\ngehoord de commissie van 9 juni 2022;\nbesluit:\n"
        "- 1. de Notitie logies Someren in te trekken met ingang van 1 oktober 2022;\n"
        "- 2. geen nieuw beleid daarvoor in de plaats te stellen.\nSomeren, 30 juni 2022"
    )
    made = read(page)
    assert (made.replaces.value, made.replaces_from) == (("Notitie logies Someren",), date(2022, 10, 1))


@pytest.mark.parametrize(
    "text",
    [
        "De Notitie logies Someren wordt ingetrokken.\nDit besluit werkt vanaf 1 juni 2023.",
        "De Notitie logies Someren wordt ingetrokken.\nTe bepalen dat dit besluit ingaat op 1 juni 2023.",
        "De Notitie logies Someren wordt ingetrokken.\nDe intrekking treedt in werking op 1 juni 2023.",
        "Met ingang van 1 juni 2023 stoppen de afspraken.\nDe Notitie logies Someren wordt met ingang van diezelfde dag ingetrokken.",
    ],
)
def test_the_day_from_which_a_decision_holds_may_stand_elsewhere(text):
    assert read("## Intrekkingsbesluit\nGemeente Someren, 16 mei 2023", text).replaces_from == date(2023, 6, 1)


@pytest.mark.parametrize(
    "head", ["Besluit tot intrekking", "Intrekkingsbesluit", "Intrekking Beleidsregels logies Someren"]
)
@pytest.mark.parametrize(
    "text",
    [
        f"{WITHDRAWS} met ingang van 1 juni 2024.\nSomeren, 7 mei 2024",
        f"{WITHDRAWS}.\nSomeren, 7 mei 2024\nBurgemeester en wethouders van Someren,\nde secretaris, de burgemeester",
        f"{WITHDRAWS} met ingang van 1 juni 2024. Someren, 7 mei 2024",
        f"{WITHDRAWS} per 1 juni 2024.\nDatum: 7 mei 2024",
        "De raad van de gemeente Someren trekt de Beleidsregels logies Someren in.\nSomeren, 7 mei 2024",
        "Burgemeester en wethouders van Someren besluiten op 7 mei 2024 als volgt.\nDe Beleidsregels logies Someren worden ingetrokken.",
    ],
)
def test_a_decision_to_withdraw_in_one_sentence_was_taken_on_the_day_under_it(head, text):
    made = read(f"## {head}\n{text}")
    assert (made.status.value, made.date.value) == (PaperStatus.ADOPTED, date(2024, 5, 7))


@pytest.mark.parametrize(
    "page",
    [
        f"## Raadsvoorstel\n# Besluit tot intrekking\n{WITHDRAWS}.\nSomeren, 7 mei 2024",
        f"## Ontwerp besluit tot intrekking\n{WITHDRAWS}.\nSomeren, 7 mei 2024",
        f"## Besluit tot intrekking\n{WITHDRAWS}.\nSomeren, …… 2024",
        f"## Besluit tot intrekking\n{WITHDRAWS.replace('in te', 'niet in te')}.\nSomeren, 7 mei 2024",
        f"## Informatiebrief\n{WITHDRAWS}.\nSomeren, 7 mei 2024",
    ],
)
def test_a_withdrawal_that_is_proposed_or_left_open_or_told_of_was_not_decided_there(page):
    assert read(page).status.value is not PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "text",
    [
        "besluit:\n- • de Nota logies Someren 2018 in te trekken.",
        "besluit:\n- • de Nota logies Someren 2018, vastgesteld op 5 juli 2018, in te trekken.",
        "besluit: de Nota logies Someren 2018 wordt ingetrokken.",
    ],
)
def test_a_point_of_a_decision_withdraws_however_it_is_set(text):
    made = read(f"## Raadsbesluit\nDe raad van de gemeente Someren\n{text}\nAldus besloten op 3 mei 2023.")
    assert made.replaces.value == ("Nota logies Someren 2018",)


@pytest.mark.parametrize(
    "text",
    [
        "besluit het voorstel om de Nota logies Someren 2018 in te trekken af te wijzen; de nota blijft van kracht.",
        "besluit het burgerinitiatief om de Nota logies Someren 2018 in te trekken niet over te nemen.",
        "besluit het verzoek om de Nota logies Someren 2018 in te trekken niet te volgen.",
        "Bij het vervallen van de Nota logies Someren 2018 in 2025 beslist de raad over een opvolger.",
    ],
)
def test_a_withdrawal_that_is_refused_or_still_to_come_ends_nothing(text):
    made = read(f"## Raadsbesluit\nDe raad van de gemeente Someren\n{text}\nAldus besloten op 3 mei 2023.")
    assert made.replaces.value == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ons huisvestingsbeleid uit 2015 geldt niet meer. Deze nota komt ervoor in de plaats.",
            "huisvestingsbeleid uit 2015",
        ),
        ("De nota uit 2015 geldt niet langer.", "nota uit 2015"),
        ("Hiermee is het beleid uit 2015 niet meer van kracht.", "beleid uit 2015"),
        ("Het huisvestingsbeleid van 21 mei 2015 geldt niet meer.", "huisvestingsbeleid van 21 mei 2015"),
        ("Het beleid uit 2015 is achterhaald en wordt niet meer toegepast.", "beleid uit 2015"),
        ("De Beleidsnota logies uit 2015 is niet meer geldig.", "Beleidsnota logies uit 2015"),
        ("Met deze nota komt het oude huisvestingsbeleid (2015) te vervallen.", "huisvestingsbeleid (2015)"),
        (
            "Onze beleidsregels uit 2015 zijn daarmee niet langer van toepassing, want het Rijk wijzigde de wet.",
            "beleidsregels uit 2015",
        ),
        ("Vanaf 1 maart 2021 geldt de Notitie logies 2015 niet meer.", "Notitie logies 2015"),
        ("Voortaan wordt het beleid uit 2015 niet langer gehanteerd.", "beleid uit 2015"),
        ("De Nota logies, vastgesteld op 21 mei 2015, heeft geen gelding meer.", "Nota logies"),
        ("De regeling uit 2015 is per 1 maart 2021 buiten werking gesteld.", "regeling uit 2015"),
        ("Met de vaststelling van deze nota is de Notitie logies 2015 vervallen.", "Notitie logies 2015"),
    ],
)
def test_a_paper_says_that_an_earlier_one_holds_no_longer(text, title):
    assert read(NOTA, text).replaces.value == (title,)


@pytest.mark.parametrize(
    "text",
    [
        "Het beleid uit 2015 geldt niet meer voor logies op het erf van een boer.",
        "De afstandseis uit het beleid van 2015 geldt niet meer.",
        "De Nota logies uit 2015 noemt een norm die niet langer geldt.",
        "In Deurne geldt het beleid uit 2015 niet meer.",
        "Het beleid uit 2015 geldt daar niet meer.",
        "Geldt het beleid uit 2015 niet meer?",
        "Sommigen denken dat het beleid uit 2015 niet meer geldt.",
        "Zolang het beleid uit 2015 niet is vervallen, geldt het.",
        "Het beleid uit 2015 is nog niet vervallen.",
        "Met deze nota komt het beleid uit 2015 niet te vervallen.",
        "Het beleid uit 2015 geldt niet meer dan als richtlijn.",
        "Het beleid uit 2015 is achterhaald.",
        "Ons beleid uit 2015 blijft gelden naast deze notitie.",
        "De Beleidsnota logies uit 2015 trekken wij niet in; deze notitie vult haar aan.",
        "De gemeente Deurne heeft haar beleid uit 2015 ingetrokken.",
        "Ons beleid geldt niet meer dan vijf jaar.",
    ],
)
def test_what_holds_no_longer_in_part_or_elsewhere_or_perhaps_ends_nothing(text):
    assert read(NOTA, text).replaces.value == ()


def test_a_withdrawal_may_be_decided_long_before_it_holds():
    text = "De raad van de gemeente Someren besluit de Nota logies Someren in te trekken met ingang van 1 juli 2041."
    assert read("## Raadsbesluit", text).replaces_from == date(2041, 7, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Hiermee wordt de Notitie logies Someren ingetrokken.",
        "Per 1 februari 2021 wordt de Notitie logies Someren ingetrokken.",
        "Op dat moment wordt de Notitie logies Someren, vastgesteld op 4 april 2013, ingetrokken.",
        "Bij de vaststelling van deze nota wordt de Notitie logies Someren (raad 4 april 2013) ingetrokken.",
        "Gelijktijdig met de inwerkingtreding van deze nota wordt de op 4 april 2013 vastgestelde Notitie logies Someren ingetrokken.",
        "Deze nota treedt in werking op 1 juni 2020, waarbij de Notitie logies Someren wordt ingetrokken.",
        "Deze nota treedt in werking op 1 juni 2020, waarmee de Notitie logies Someren vervalt.",
        "De Notitie logies Someren van 4 april 2013 wordt met ingang van de dag waarop deze nota in werking treedt ingetrokken.",
        "Ingetrokken wordt de Notitie logies Someren.",
        "Ingetrokken worden: de Notitie logies Someren.",
        "De volgende beleidsregel wordt ingetrokken: Notitie logies Someren.",
        "Vastgesteld onder intrekking van de Notitie logies Someren (vastgesteld 6 mei 2008, gewijzigd 12 oktober 2010).",
        "De volgende regelingen vervallen:\n- a. de Notitie logies Someren.",
        "De raad besluit in te trekken:\n- Notitie logies Someren;",
        "Hiermee is de Notitie logies Someren ingetrokken.",
        "Zodra deze nota in werking treedt, wordt de Notitie logies Someren ingetrokken.",
    ],
)
def test_the_verb_may_stand_before_the_title(text):
    (title,) = read(NOTA, text).replaces.value
    assert title.startswith("Notitie logies Someren")


def test_several_may_be_listed():
    text = "De volgende beleidsstukken worden ingetrokken:\n- de Notitie logies Someren 2009;\n- de Beleidsregels campings 2011."
    assert read(NOTA, text).replaces.value == ("Notitie logies Someren 2009", "Beleidsregels campings 2011")
    text = "De volgende regelingen worden ingetrokken: de Notitie logies Someren 2009; de Beleidsregels campings 2011."
    assert read(NOTA, text).replaces.value == ("Notitie logies Someren 2009", "Beleidsregels campings 2011")


@pytest.mark.parametrize(
    "text",
    [
        "Bij een tweede overtreding wordt de vergunning ingetrokken.",
        "Als blijkt dat de norm niet werkt, wordt de Notitie logies Someren ingetrokken.",
        "Mocht het Rijk met regels komen, dan wordt de Notitie logies Someren ingetrokken.",
        "In 2022 wordt de Notitie logies Someren geëvalueerd en zo nodig ingetrokken.",
        "Hiermee wordt de Notitie logies Someren niet ingetrokken.",
        "Bij de inwerkingtreding van het omgevingsplan wordt de Notitie logies Someren ingetrokken.",
        "Te zijner tijd wordt de Notitie logies Someren ingetrokken.",
        "Na instemming wordt de Notitie logies Someren bekendgemaakt en het concept ingetrokken.",
        "Hiermee wordt de Notitie logies Someren gedeeltelijk ingetrokken.",
        "Hiermee wordt artikel 5 van de Notitie logies Someren ingetrokken.",
        "Hiermee wordt de tabel uit de Notitie logies Someren ingetrokken.",
        "Wordt de Notitie logies Someren ingetrokken?",
        "De volgende aanvragen zijn ingetrokken:\n- de aanvraag voor een campus op grond van het beleidskader.",
        "Het college stelt voor dat de Notitie logies Someren wordt ingetrokken.",
        "In Deurne is de Notitie logies ingetrokken.",
    ],
)
def test_what_ends_in_part_or_perhaps_or_is_no_policy_ends_nothing(text):
    assert read(NOTA, text).replaces.value == ()


@pytest.mark.parametrize(
    "text",
    [
        "Met ingang van 1 maart 2021 wordt de Notitie logies Someren ingetrokken.",
        "De Notitie logies Someren wordt ingetrokken per 1 maart 2021.",
        "De Notitie logies Someren wordt per 1 maart 2021 ingetrokken.",
        "Deze nota treedt in werking op 1 maart 2021.\nOp dat tijdstip wordt de Notitie logies Someren ingetrokken.",
        "Met de inwerkingtreding van deze nota vervalt de Notitie logies Someren.\nDeze nota treedt in werking op 1 maart 2021.",
    ],
)
def test_a_nota_says_from_when_it_ends_an_earlier_one(text):
    made = read(NOTA, text)
    assert (made.replaces.value, made.replaces_from) == (("Notitie logies Someren",), date(2021, 3, 1))


LIST = "## Besluitenlijst college van burgemeester en wethouders\nGemeente Someren, dinsdag 7 mei 2024"


@pytest.mark.parametrize(
    "item",
    [
        "4. Beleid logies. Het college besluit de Notitie logies Someren in te trekken.",
        "4. Beleid logies. Besluit: de Notitie logies Someren in te trekken.",
        "Het college trekt de Notitie logies Someren in per 1 juni 2024.",
    ],
)
def test_a_list_of_decisions_ends_what_the_organ_decided_to_end(item):
    made = read(LIST, "1. Verslag. Besluit: vastgesteld.", item)
    assert made.replaces.value == ("Notitie logies Someren",)
    assert made.replaces_from == (date(2024, 6, 1) if "1 juni" in item else None)


@pytest.mark.parametrize(
    "item",
    [
        "4. Beleid logies. Voorgesteld wordt de Notitie logies Someren in te trekken. Besluit: aangehouden.",
        "Het college besluit de Notitie logies Someren in te trekken. Aangehouden tot 4 juni.",
        "De Notitie logies Someren wordt ingetrokken, deelt de wethouder mee.",
    ],
)
def test_a_list_of_decisions_ends_nothing_that_was_put_off_or_told(item):
    assert read(LIST, item).replaces.value == ()
    assert (
        read(
            LIST.replace("Besluitenlijst", "Concept besluitenlijst"), "Het college trekt de Notitie logies in."
        ).replaces.value
        == ()
    )


@pytest.mark.parametrize(
    "said",
    [
        "De Notitie logies Someren houdt op te gelden zodra dit beleid in werking treedt.",
        "De Notitie logies Someren verliest met de vaststelling van dit beleid haar werking.",
    ],
)
def test_policy_may_end_an_earlier_paper_in_a_longer_breath(said):
    head = "## Beleid arbeidsmigranten\nGemeente Someren\nVastgesteld door de raad op 12 maart 2019"
    assert read(head, said).replaces.value == ("Notitie logies Someren",)
