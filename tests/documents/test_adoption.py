"""Which papers a decision adopts, and of which a paper tells that they were adopted."""

from datetime import date

import pytest

from pipeline.documents.paper import Adoption
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
    ],
)
def test_a_list_may_say_what_came_of_a_point(said):
    assert titles(LIST, f"# 7. {TITLE}\n{said}") == [TITLE]


@pytest.mark.parametrize("point", ["{}: als hamerstuk vastgesteld.", "{} – besluit: vastgesteld, publicatie volgt."])
def test_a_point_of_a_list_may_be_one_line(point):
    assert titles(LIST, f"5. {point.format(TITLE)}") == [TITLE]


@pytest.mark.parametrize(
    "said", ["Aangehouden.", "Besluit: verdaagd.", "Besluit: niet vastgesteld.", "Het voorstel wordt niet aangenomen."]
)
def test_a_point_that_was_put_off_or_refused_adopts_nothing(said):
    assert titles(LIST, f"# 7. {TITLE}\n{said}") == []


def test_each_point_of_a_list_is_on_something_else():
    assert titles(LIST, f"# 7. {TITLE}\nAangehouden.\n# 8. Grondprijzen 2022\nDe raad stelt de nota vast.") == []


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
