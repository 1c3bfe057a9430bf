"""Which papers a decision adopts, and of which a paper tells that they were adopted."""

from datetime import date

import pytest

from pipeline.documents.paper import Adoption, PaperStatus
from tests.documents.made import read

DECISION = "## Raadsbesluit\nGemeente Someren\nVastgesteld door de raad op 12 mei 2020"
LETTER = "## Raadsinformatiebrief\nGemeente Someren\n1 oktober 2020\nAan de gemeenteraad"
LIST = "## Besluitenlijst raadsvergadering Someren 9 juli 2020"
TITLE = "Nota logies arbeidsmigranten Someren"


def titles(*pages):
    return [adoption.title for adoption in read(*pages).adopts]


@pytest.mark.parametrize(
    "text",
    [
        f"De raad besluit: de {TITLE} vast te stellen.",
        f"De raad besluit met algemene stemmen de {TITLE} vast te stellen.",
        f"De raad, gelezen het voorstel van burgemeester en wethouders, besluit: de {TITLE} vast te stellen.",
        f"besluit:\n1. de {TITLE} gewijzigd vast te stellen;",
        f"De raad besluit de {TITLE}, met inachtneming van het amendement, vast te stellen.",
        f"vast te stellen: de {TITLE}.",
        f"De raad, gezien het advies, stelt vast: de {TITLE}.",
        f"De raad stelt de {TITLE} ongewijzigd vast.",
        f"De raad, gezien het advies,\nstelt vast:\nde {TITLE}.",
        f"De raad besluit tot vaststelling van de {TITLE}.",
        f"besluit\n1 vast te stellen de {TITLE};",
        f"BESLUIT:\nde {TITLE}, over het verblijf van seizoenwerkers, vast te stellen zoals zij luidt na amendement 8A.",
    ],
)
def test_a_decision_names_what_it_adopts(text):
    assert titles(DECISION, text) == [TITLE]


def test_what_stands_below_a_decision_not_to_adopt_is_not_adopted():
    assert titles(DECISION, f"De raad besluit niet vast te stellen:\nde {TITLE}.") == []


def test_what_a_decision_adopts_without_a_name_is_what_it_is_on():
    (title,) = titles(f"## Raadsbesluit {TITLE}\nGemeente Someren", "besluit:\nde nota vast te stellen.")
    assert TITLE in title


def test_a_point_of_a_list_adopts_what_its_heading_names():
    point = f"Agendapunt 8. {TITLE}. De raad stelt de nota ongewijzigd vast met 17 stemmen voor en 2 tegen."
    assert titles(LIST, point) == [TITLE]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"De raad heeft op 24 september 2020 de {TITLE} vastgesteld.", date(2020, 9, 24)),
        (f"Op 24 september 2020 heeft de raad de {TITLE} vastgesteld.", date(2020, 9, 24)),
        (f"De {TITLE} is op 24 september 2020 door de raad vastgesteld.", date(2020, 9, 24)),
        (f"Op 24 september 2020 stelde de raad de {TITLE} vast.", date(2020, 9, 24)),
        (f"Op 24 september 2020 is de {TITLE} door de raad vastgesteld.", date(2020, 9, 24)),
        (f"De {TITLE} werd vastgesteld door de raad.", None),
    ],
)
def test_a_letter_tells_what_the_council_adopted_and_when(text, day):
    assert read(LETTER, text).adopts == (Adoption(TITLE, day, told=True),)


@pytest.mark.parametrize(
    "told",
    [
        f"Op 24 september 2020 stelde onze gemeenteraad de {TITLE} vast.",
        f"Wij maken bekend dat de gemeenteraad in zijn vergadering van 24 september 2020 de {TITLE} heeft vastgesteld.",
        f"Voor hen die hier werken is de {TITLE} afgerond: de raad stelde haar op 24 september 2020 vast, nadat de buurt was gehoord.",
        f"De gemeenteraad ging gisteravond akkoord met de {TITLE}. Met 30 stemmen voor stelde de raad de nota op 24 september 2020 vast.",
        f"De {TITLE} is gereed. De raad heeft haar op 24 september 2020 ongewijzigd vastgesteld.",
    ],
)
def test_a_message_tells_it_in_other_words(told):
    assert read("## Persbericht\nGemeente Someren\n3 oktober 2020", told).adopts == (
        Adoption(TITLE, date(2020, 9, 24), told=True),
    )


@pytest.mark.parametrize(
    "told",
    [
        f"De {TITLE} is nog niet af. De raad stelde de begroting op 24 september 2020 vast.",
        f"Over de {TITLE} is gesproken. De raad stelde het verslag op 24 september 2020 vast.",
        f"De evaluatie van de {TITLE} is gereed. De raad heeft haar op 24 september 2020 vastgesteld.",
        f"De {TITLE} is gereed. De raad stelt haar naar verwachting in oktober vast.",
        f"De {TITLE} ligt ter inzage als ontwerp. De raad heeft haar nog niet vastgesteld.",
    ],
)
def test_what_is_called_her_may_be_something_else_or_still_to_come(told):
    assert titles("## Persbericht\nGemeente Someren\n3 oktober 2020", told) == []


def test_what_a_proposal_asks_was_adopted_where_it_was_decided_on():
    asked = f"Wij stellen voor de {TITLE} vast te stellen."
    assert read("## Raadsvoorstel\nGemeente Boekel", asked).adopts == (Adoption(TITLE, None, told=False),)


@pytest.mark.parametrize(
    "text",
    [
        f"Op 24 september 2020 heeft uw raad de {TITLE} vastgesteld.",
        f"Wij melden u dat de raad op 24 september 2020 de {TITLE} heeft vastgesteld.",
        f"Uw raad heeft op 24 september 2020 ingestemd met de {TITLE}.",
        f"De gemeenteraad ging op 24 september 2020 akkoord met de {TITLE}.",
    ],
)
def test_a_letter_may_call_the_council_yours(text):
    assert read(LETTER, text).adopts == (Adoption(TITLE, date(2020, 9, 24), told=True),)


@pytest.mark.parametrize(
    "text",
    [
        "In Asten heeft de raad op 24 september 2020 de Nota logies arbeidsmigranten vastgesteld.",
        f"De raad ging op 24 september 2020 akkoord met de {TITLE}, mits de cijfers kloppen.",
        f"De raad ging akkoord met de {TITLE} als vertrekpunt; vaststelling volgt in december.",
        "Onder voorbehoud van instemming van de raad heeft het college de Beleidsregels logies vastgesteld.",
        f"De fractie stelt dat de raad de {TITLE} heeft vastgesteld.",
        f"De raad heeft in 2020 bij de {TITLE} een aantal tekortkomingen vastgesteld.",
        f"De raad heeft op 24 september 2020 de {TITLE} besproken en de begroting vastgesteld.",
        f"In de raad van 24 september 2020 is de {TITLE} met 9 tegen 8 stemmen verworpen en de begroting vastgesteld.",
    ],
)
def test_what_another_council_did_or_what_waits_for_more_is_not_told_as_adopted(text):
    assert titles(LETTER, text) == []


@pytest.mark.parametrize("point", ["Ontwerp-{}", "Kennisnemen van de {}", "Ter inzage leggen {}", "Brief over de {}"])
def test_a_point_on_something_about_a_paper_adopts_it_not(point):
    assert titles(LIST, f"8. {point.format(TITLE)}. Besluit: conform voorstel.") == []


def test_a_motion_that_was_adopted_adopts_not_what_it_goes_with():
    assert titles(LIST, f"8. {TITLE}. Besluit: aangenomen motie 8A; voorstel aangehouden.") == []


def test_what_an_organ_means_to_adopt_it_has_not_adopted():
    text = f"gelet op het voornemen om de {TITLE} vast te stellen; besluit: kennis te nemen van de brief."
    assert titles(DECISION, text) == []


def test_we_are_the_executive():
    told = "Wij laten u weten dat wij op 26 november 2019 de Beleidsregels logies hebben vastgesteld."
    assert titles(LETTER, told) == ["Beleidsregels logies"]
    assert titles(LETTER, f"Wij laten u weten dat wij op 26 november 2019 de {TITLE} hebben vastgesteld.") == []


def test_an_adoption_of_a_year_is_at_the_latest_of_its_last_day():
    assert read(LETTER, f"De raad heeft in 2011 de {TITLE} vastgesteld.").adopts[0].day == date(2011, 12, 31)


@pytest.mark.parametrize(
    "said",
    [
        "De nota wordt vastgesteld met algemene stemmen.",
        "De nota is unaniem aangenomen.",
        "Met één stem tegen wordt besloten: de nota wordt vastgesteld.",
        "Amendement 1: verworpen. Het voorstel wordt ongewijzigd aangenomen.",
        "Besluit: bij acclamatie aanvaard.",
        "Besluit: conform.",
        "Het voorstel wordt met algemene stemmen aangenomen.",
    ],
)
def test_a_list_may_say_what_came_of_a_point(said):
    assert titles(LIST, f"# 7. {TITLE}\n{said}") == [TITLE]


ROW_LISTS = ["| 4 | Verslag | Conform", "| 8 | Krediet Molenstraat | Unaniem akkoord."]


@pytest.mark.parametrize(
    "row",
    [
        "| 7 | {} (zaak 19-0417) | Met 15 stemmen voor en 3 tegen wordt de nota conform voorstel vastgesteld.",
        "| Nr.: 7; Onderwerp: {}; Besluit: De nota wordt ongewijzigd vastgesteld.",
        "| 7 | {} | De raad stelt haar ongewijzigd vast.",
        "| {} | De nota is met algemene stemmen aangenomen.",
        "| 7. {} | De raad gaat, gehoord de wethouder, zonder stemming akkoord met de nota.",
    ],
)
def test_a_row_of_a_list_says_what_came_of_the_paper_it_names(row):
    assert titles(LIST, "\n".join((ROW_LISTS[0], row.format(TITLE), ROW_LISTS[1]))) == [TITLE]


@pytest.mark.parametrize(
    "row",
    [
        "| 7 | {} | Aangehouden tot september.\n| 8 | Grondprijzen | De nota wordt vastgesteld.",
        "| 7 | {} | De nota wordt niet vastgesteld.",
        "| 7 | {} | De raad stelt het verslag van de inspraak vast.",
        "| 7 | Budget bij de {} | Akkoord. De begrotingswijziging wordt vastgesteld.",
    ],
)
def test_a_row_says_nothing_of_the_paper_in_another_row_or_of_what_was_not_adopted(row):
    assert TITLE not in titles(LIST, row.format(TITLE))


def test_a_point_may_have_a_name_of_its_own():
    row = "| 6. Thuis in Goirle: onderdak voor werknemers | De raad gaat zonder stemming akkoord met de notitie. |"
    assert titles(LIST, row) == ["Thuis in Goirle: onderdak voor werknemers"]


def test_a_proposal_that_was_changed_and_accepted_adopts_what_its_point_names():
    said = "De voorzitter stelt vast dat het raadsvoorstel, gewijzigd, is aanvaard."
    assert titles("## Notulen van de raad van Deurne\n15 december 2020", f"11. {TITLE}\n{said}") == [TITLE]


def test_a_proposal_that_was_refused_adopts_nothing():
    said = "De voorzitter stelt vast dat het raadsvoorstel niet is aanvaard."
    assert titles("## Notulen van de raad van Deurne\n15 december 2020", f"11. {TITLE}\n{said}") == []


def test_a_list_of_the_executive_adopts_its_own_rules():
    rows = "| Sluiting balie | Akkoord.\n| Beleidsregels logies Oss | De beleidsregels worden vastgesteld en gelden vanaf morgen."
    assert titles("## Oss - besluiten van B&W\ndinsdag 10 maart 2020", rows) == ["Beleidsregels logies Oss"]


@pytest.mark.parametrize(
    "said",
    [
        "De raad stemt met 17 tegen 4 in met de nota en stelt haar ongewijzigd vast.",
        "De raad stelt haar met 17 tegen 4 stemmen vast.",
        "Met 17 tegen 4 stemmen wordt de nota vastgesteld.",
    ],
)
def test_a_point_may_call_the_paper_her(said):
    assert titles("## Gemeenteraad Loon op Zand - besluiten 24 juni 2021", f"Agendapunt 6. {TITLE}.\n{said}") == [TITLE]


@pytest.mark.parametrize("point", ["{}: als hamerstuk vastgesteld.", "{} – besluit: vastgesteld, publicatie volgt."])
def test_a_point_of_a_list_may_be_one_line(point):
    assert titles(LIST, f"5. {point.format(TITLE)}") == [TITLE]


@pytest.mark.parametrize(
    "said", ["Aangehouden.", "Besluit: verdaagd.", "Besluit: niet vastgesteld.", "Het voorstel wordt niet aangenomen."]
)
def test_a_point_that_was_put_off_or_refused_adopts_nothing(said):
    assert titles(LIST, f"# 7. {TITLE}\n{said}") == []


def test_each_point_of_a_list_is_on_something_else():
    points = f"# 7. {TITLE}\nAangehouden.\n# 8. Grondprijzen 2022\nDe raad stelt de nota vast."
    assert TITLE not in titles(LIST, points)


def test_a_decision_as_proposed_adopts_what_it_is_on():
    decision = f"## Raadsbesluit\nGemeente Waalre\nOnderwerp: {TITLE}"
    assert titles(decision, "De raad besluit overeenkomstig het voorstel van het college van 20 april 2021.") == [TITLE]


EXECUTIVE = "## Collegebesluit\nGemeente Veldhoven, 6 april 2021"


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (EXECUTIVE, f"Het college besluit de {TITLE} vast te stellen en ter besluitvorming aan de raad aan te bieden."),
        (EXECUTIVE, f"Het college besluit:\n1. de {TITLE} vast te stellen;\n2. de nota aan de raad aan te bieden."),
        (EXECUTIVE, f"Het college besluit de raad voor te stellen: de {TITLE} vast te stellen."),
        (EXECUTIVE, "Het college besluit de Beleidsregels logies vast te stellen als ontwerp en ter inzage te leggen."),
        ("## Besluitenlijst commissie Ruimte", f"4. De commissie adviseert de raad: de {TITLE} vast te stellen."),
        (DECISION, f"De raad besluit de {TITLE} vrij te geven voor inspraak en het inspraakplan vast te stellen."),
    ],
)
def test_what_goes_on_to_the_council_or_out_for_views_is_not_adopted_yet(head, text):
    assert TITLE not in titles(head, text)


def test_the_council_of_a_municipality_that_went_up_in_the_owner_is_its_own():
    letter = "## Raadsinformatiebrief\nGemeente Maashorst\n1 oktober 2022\nAan de gemeenteraad"
    told = "De raad van Uden heeft op 12 november 2020 de Nota logies arbeidsmigranten vastgesteld."
    assert titles(letter, told) == ["Nota logies arbeidsmigranten"]


def test_rules_are_adopted_by_the_executive_itself():
    told = "Het college heeft op 24 september 2020 de Beleidsregels logies arbeidsmigranten vastgesteld."
    assert titles(LETTER, told) == ["Beleidsregels logies arbeidsmigranten"]


@pytest.mark.parametrize(
    "text",
    [
        f"Het college heeft de {TITLE} vastgesteld en biedt haar aan.",
        "Het college heeft de ontwerp-beleidsregels logies vastgesteld.",
        "Het college heeft de Beleidsregels logies vastgesteld voor inspraak.",
        f"Heeft de raad de {TITLE} vastgesteld?",
        f"De raad heeft kennisgenomen van de {TITLE} en vastgesteld dat er te weinig bedden zijn.",
        f"De raad van Asten heeft de {TITLE} vastgesteld.",
        f"De Sociaal-Economische Raad heeft de {TITLE} vastgesteld.",
        f"De {TITLE} is door de raad van de gemeente Asten vastgesteld.",
        f"De raad heeft de uitgangspunten voor de {TITLE} vastgesteld.",
        f"Pas als de raad de {TITLE} heeft vastgesteld kunnen wij beginnen.",
        f"Zodra de raad de {TITLE} heeft vastgesteld, beginnen wij.",
        f"De raad heeft de {TITLE} niet vastgesteld.",
        f"Wij stellen u voor de {TITLE} vast te stellen.",
        f"De {TITLE} wordt naar verwachting in juni door de raad vastgesteld.",
    ],
)
def test_a_draft_a_proposal_or_what_is_still_to_come_is_not_adopted(text):
    assert titles(LETTER, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"De raad besluit de {TITLE} niet vast te stellen.",
        f"De raad besluit:\nhet voorstel om de {TITLE} vast te stellen aan te houden tot september.",
        f"De raad besluit de kosten van de {TITLE} vast te stellen op € 20.000.",
        f"De raad van Asten stelt de {TITLE} vast.",
        f"Gevraagd besluit: de {TITLE} vast te stellen.",
        f"De raad besluit het voorstel om de {TITLE} vast te stellen af te wijzen.",
        "De raad besluit de begroting vast te stellen.",
    ],
)
def test_a_decision_that_refuses_or_is_on_no_such_paper_adopts_nothing(text):
    assert titles(DECISION, text) == []


def decided(point):
    rows = f"| Nr. | Onderwerp en besluit\n| 3 | Opening. Geen mededelingen.\n| 4 | {point}\n| 5 | Krediet gymzaal. Conform voorstel."
    return titles(LIST, rows)


@pytest.mark.parametrize(
    "point",
    [
        f"{TITLE}. Het raadsvoorstel om de nota vast te stellen is aangenomen met 17 stemmen voor en 4 tegen. De raad heeft de nota "
        "daarmee vastgesteld, met de aanpassingen uit de inspraaknotitie. Het amendement over 100 bedden kreeg geen meerderheid.",
        f"{TITLE}. Het raadsvoorstel om de nota vast te stellen is aangenomen met 17 stemmen voor en 4 tegen.",
        f"{TITLE}. Vastgesteld.",
        f"{TITLE}. De nota wordt unaniem vastgesteld.",
        f"{TITLE}. Aangenomen met 17 stemmen voor en 4 tegen.",
        f"{TITLE}. Conform voorstel besloten.",
        f"{TITLE}. Het voorstel is aangenomen met 17 stemmen voor.",
        f"{TITLE}. Het amendement is verworpen. De nota is vastgesteld.",
        f"{TITLE}. Conform voorstel, met inbegrip van het aangenomen amendement A1.",
        f"{TITLE}. Zonder hoofdelijke stemming vastgesteld.",
        f"Vaststellen {TITLE}. Akkoord.",
    ],
)
def test_a_row_of_a_list_says_behind_its_name_what_was_decided(point):
    (title,) = decided(point)
    assert TITLE in title


@pytest.mark.parametrize(
    "point",
    [
        f"{TITLE}. Het voorstel is verworpen.",
        f"{TITLE}. Aangehouden.",
        f"{TITLE}. Kennisgenomen.",
        f"{TITLE}. Motie M3 over bedden. Aangenomen.",
        f"Concept {TITLE}. Conform voorstel.",
        f"Startnotitie {TITLE}. Akkoord.",
    ],
)
def test_a_row_that_was_lost_put_off_or_is_on_something_else_adopts_nothing(point):
    assert decided(point) == []


def test_a_short_decision_of_a_council_is_taken_where_it_says_in_accordance_with_what():
    head = "## Raadsbesluit gemeente Heusden\n20 september 2022, agendapunt 6\nOnderwerp: Nota arbeidsmigranten"
    paper = read(f"{head}\nDe raad besluit: overeenkomstig het voorstel.")
    assert (paper.status.value, [one.title for one in paper.adopts]) == (PaperStatus.ADOPTED, ["Nota arbeidsmigranten"])
