"""Papers of several municipalities together."""

import pytest

from pipeline.documents.override import Override
from pipeline.language.municipalities import by_code
from tests.documents.made import read
from tests.documents.test_owner import owners


@pytest.mark.parametrize(
    "pages",
    [
        ["## Beleidskader arbeidsmigranten\nGemeenten Asten en Someren"],
        ["## Beleidskader arbeidsmigranten\nGemeente Asten en gemeente Someren"],
        ["Gemeente Asten\nGemeente Someren\n## Beleidskader arbeidsmigranten"],
        ["## Beleidskader arbeidsmigranten Asten – Someren"],
        [
            "## Beleidskader arbeidsmigranten",
            "Aldus vastgesteld door de raden van de gemeenten Asten en Someren op 3 mei 2019.",
        ],
    ],
)
def test_two_municipalities_may_own_a_paper_together(pages):
    assert sorted(owners(*pages, "De gemeente Asten en de gemeente Someren.")) == ["Asten", "Someren"]


def test_three_municipalities_may_own_a_paper_but_ten_are_a_list_of_others():
    three = "## Beleid arbeidsmigranten\nGemeenten Asten, Deurne en Someren"
    ten = "## Beleid arbeidsmigranten\nGemeenten Asten, Deurne, Someren, Laarbeek, Helmond en Bladel doen het anders"
    assert (sorted(owners(three)), owners(ten)) == (["Asten", "Deurne", "Someren"], [])


def test_a_joint_body_speaks_for_all_of_whom_it_is():
    front = "Werkplein, gemeenschappelijke regeling van Etten-Leur, Halderberge, Moerdijk, Rucphen en Zundert"
    assert (
        len(
            owners(
                "## Uitvoeringsplan inburgering 2022", f"{front}\nHet spreekuur is in Etten-Leur. In Roosendaal niet."
            )
        )
        == 5
    )


def test_two_councils_that_adopt_a_paper_own_it():
    clause = "Vastgesteld door de raad van Asten op 3 juni 2021 en door de raad van Someren op 8 juni 2021."
    assert sorted(owners(f"## Nota arbeidsmigranten Asten en Someren\n{clause}", "De gemeenten werken samen.")) == [
        "Asten",
        "Someren",
    ]


def test_two_municipalities_that_close_the_title_own_the_paper_though_one_of_them_adopts_it_here():
    title = "## Beleidsnota huisvesting arbeidsmigranten Asten en Someren 2021 - 2025"
    assert sorted(owners(f"{title}\nAldus vastgesteld door de raad van Asten op 3 juni 2021.")) == ["Asten", "Someren"]


def test_three_councils_named_with_their_days_own_the_paper():
    clause = "Vastgesteld door de raden van Asten (9 september 2021), Deurne (14 september 2021) en Someren op 16 september 2021."
    assert sorted(owners(f"## Nota arbeidsmigranten\n{clause}")) == ["Asten", "Deurne", "Someren"]


def test_who_publishes_for_others_too_does_not_make_them_owners():
    clause = "Vastgesteld door het college van Asten op 9 april 2020. Gepubliceerd namens de gemeenten Asten, Someren en Deurne."
    assert owners(f"## Beleidsregel huisvesting arbeidsmigranten Asten\n{clause}") == ["Asten"]


def test_five_councils_that_adopt_a_paper_in_one_clause_own_it():
    five = ["Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"]
    clause = f"Vastgesteld door de gemeenteraden van {', '.join(five[:4])} en {five[4]} op 21 oktober 2021."
    assert sorted(owners(f"## Beleidsnota arbeidsmigranten\n{clause}")) == five


@pytest.mark.parametrize(
    "meant_for", [", voor de nieuwe gemeente Land van Cuijk", " ten behoeve van de gemeente Land van Cuijk"]
)
def test_five_councils_that_adopt_a_paper_for_whom_they_will_become_own_it(meant_for):
    five = ["Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"]
    clause = f"Vastgesteld door de gemeenteraden van {', '.join(five[:4])} en {five[4]} op 9 december 2021{meant_for}."
    assert sorted(owners("## Nota arbeidsmigranten Land van Cuijk", clause)) == five


def test_the_towns_for_which_a_board_works_do_not_own_what_it_adopts():
    clause = "Vastgesteld door het dagelijks bestuur van de GGD op 8 oktober 2020. Verspreid onder werkgevers op 14 oktober 2020. "
    assert (
        owners("## Onderzoek naar ziekte", f"{clause}De GGD werkt voor vele gemeenten, van Loon op Zand tot Boxmeer.")
        == []
    )


JOINT = "## Gezamenlijke nota arbeidsmigranten\nVastgesteld door de gemeenteraad op 12 maart 2020."


@pytest.mark.parametrize(
    ("name", "twins", "text", "expected"),
    [
        ("Asten/nota.pdf", ("Someren/nota.pdf",), "In onze gemeente wonen zij goed.", ["Asten", "Someren"]),
        ("Asten/nota.pdf", ("Deurne/x.pdf", "Someren/y.pdf"), "Zij wonen goed.", ["Asten", "Deurne", "Someren"]),
        ("nota Asten.pdf", ("nota Someren.pdf",), "Zij wonen goed.", ["Asten", "Someren"]),
        (
            "Asten/kopie.pdf",
            ("someren.pdf",),
            "De gemeente Someren doet dit. De gemeente Someren betaalt.",
            ["Asten", "Someren"],
        ),
        ("kopie.pdf", ("Asten/kopie.pdf",), "Zij wonen goed.", ["Asten"]),
        ("Asten/a.pdf", ("Asten/oud/b.pdf", "c.pdf"), "Zij wonen goed.", ["Asten"]),
        ("kopie 1.pdf", ("kopie 2.pdf",), "De gemeente Someren doet dit. De gemeente Someren betaalt.", ["Someren"]),
    ],
)
def test_the_same_file_with_several_municipalities_is_of_each(name, twins, text, expected):
    made = read(JOINT, text, name=name, twins=twins)
    assert ([by_code(code).name for code in made.owners.value], made.shared) == (expected, len(expected) > 1)


def test_who_is_stated_owns_the_file_wherever_it_lies_too():
    made = read(JOINT, name="Asten/a.pdf", twins=("Someren/b.pdf",), override=Override(owners=("GM0762",)))
    assert (made.owners.value, made.shared) == (("GM0762",), False)


def test_two_councils_that_each_sign_own_the_paper():
    signed = "De raad van de gemeente {}, 3 juni 2021 // de griffier, de voorzitter,"
    paper = owners("## Beleidsplan arbeidsmigranten", f"{signed.format('Asten')}\n{signed.format('Someren')}")
    assert sorted(paper) == ["Asten", "Someren"]


@pytest.mark.parametrize(
    "front",
    [
        "## Nota arbeidsmigranten\nGemeente Asten · Gemeente Someren",
        "## Thuis tussen de beken\n# Nota van de gemeenten Asten en Someren",
    ],
    ids=["a point between", "another word in the title"],
)
def test_two_municipalities_on_the_cover_own_the_paper_though_one_of_them_adopts_it_here(front):
    assert sorted(owners(f"{front}\nAldus vastgesteld door de raad van Asten op 3 juni 2021.")) == ["Asten", "Someren"]


def test_municipalities_with_points_between_that_share_an_organisation_do_not_all_own_the_paper():
    head = "~ Werkorganisatie | Asten · Someren · Deurne\n## Nota arbeidsmigranten"
    assert owners(f"{head}\nAldus vastgesteld door de raad van Asten op 3 juni 2021.") == ["Asten"]


def test_municipalities_that_fill_a_line_of_the_cover_own_it_where_nobody_else_speaks():
    page = "## Kempisch kader huisvesting arbeidsmigranten\nBergeijk, Bladel, Eersel en Reusel-De Mierden\nMaart 2019"
    assert sorted(owners(page)) == ["Bergeijk", "Bladel", "Eersel", "Reusel-De Mierden"]
    within = page.replace("Bergeijk, Bladel, Eersel en", "Ook in Bergeijk, Bladel, Eersel en")
    assert owners(within) == []
