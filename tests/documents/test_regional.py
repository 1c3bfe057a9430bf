from datetime import date

import pytest

from pipeline.documents.paper import PaperKind
from pipeline.language.municipalities import by_code
from tests.documents.made import read

WEST = ["Bergen op Zoom", "Halderberge", "Moerdijk", "Roosendaal", "Rucphen", "Steenbergen", "Woensdrecht"]
PEEL = ["Asten", "Deurne", "Gemert-Bakel", "Laarbeek", "Someren"]


def members(*pages, **more):
    return sorted(by_code(code).name for code in read(*pages, **more).owners.value)


def test_all_that_sign_are_members():
    signed = "\n".join(f"Namens de gemeente {name}, // ..........." for name in PEEL)
    assert members("## Regionale afspraken arbeidsmigranten", f"Aldus overeengekomen op 3 juni 2021\n{signed}") == PEEL


def test_who_signs_under_its_name_alone_is_a_member_also_where_another_has_that_name():
    names = ["Beesel", "Bergen", "Gennep", "Venray"]
    signed = "\n".join(f"{name} // wethouder\nhandtekening" for name in names)
    page = f"Aldus vastgesteld en ondertekend op 17 juni 2021\n{signed}"
    assert members("## Regionale visie internationale werknemers", page) == [
        "Beesel",
        "Bergen (L.)",
        "Gennep",
        "Venray",
    ]


def test_who_stands_over_a_name_and_an_office_signs():
    tiles = "\n".join(f"# {name}\nA. de Wit // wethouder wonen\nnamens burgemeester en wethouders" for name in PEEL)
    page = f"Zo getekend op 17 juni 2021\n{tiles}\nAls toehoorder bij de ondertekening: Venray (wethouder)."
    assert members("## Regionale afspraken arbeidsmigranten", page) == PEEL


def test_all_that_are_listed_as_taking_part_are_members():
    assert (
        members(
            "## Afsprakenkader arbeidsmigratie\nDe gemeenten Asten, Deurne, Gemert-Bakel, Laarbeek en Someren "
            "spreken het volgende af."
        )
        == PEEL
    )


def test_names_with_dots_between_them_are_a_list():
    cover = "## Samenwerkingsagenda arbeidsmigranten\nDeelnemende gemeenten: Asten · Deurne · Gemert-Bakel · Laarbeek · Someren"
    assert members(cover) == PEEL


def test_a_list_one_below_the_other_is_a_list():
    items = "\n".join(f"- {name}" for name in PEEL)
    assert (
        members(
            f"## Convenant arbeidsmigranten\nDe deelnemende gemeenten zijn:\n{items}\nZij spreken af samen te "
            f"werken aan goede huisvesting in de hele regio."
        )
        == PEEL
    )


def test_parties_that_are_represented_are_members():
    parties = "\n".join(
        f"- de gemeente {name}, vertegenwoordigd door de burgemeester, hierna te noemen {name};" for name in PEEL[:3]
    )
    assert members(f"## Intentieverklaring arbeidsmigranten\nPartijen:\n{parties}") == PEEL[:3]


@pytest.mark.parametrize(
    "words", ["de zeven gemeenten van West-Brabant West", "de gemeenten in de subregio West-Brabant-West"]
)
def test_a_region_named_as_a_whole_stands_for_its_members(words):
    paper = read(
        f"## Regionale afspraken huisvesting West-Brabant West\nIn dit stuk leggen {words} afspraken vast. 3 juni 2021"
    )
    assert sorted(by_code(code).name for code in paper.owners.value) == WEST
    assert paper.region.value == "West-Brabant West"


def test_neighbours_that_do_not_take_part_are_no_members():
    page = (
        "## Regionale afspraken De Peel\nDe gemeenten Asten, Deurne, Gemert-Bakel, Laarbeek en Someren doen "
        "mee. Omliggende gemeenten Helmond, Eindhoven, Venray, Horst aan de Maas, Meierijstad en Boxmeer zijn "
        "geïnformeerd."
    )
    assert members(page) == PEEL


def test_the_region_follows_from_the_members_when_it_is_not_named():
    assert (
        read(
            "## Convenant arbeidsmigranten\nDe gemeenten Asten, Deurne, Gemert-Bakel, Laarbeek en Someren spreken af."
        ).region.value
        == "De Peel"
    )


def test_only_agreements_bear_a_region():
    assert read("## Nota arbeidsmigranten\nGemeente Asten // regio De Peel").region.value is None


def test_a_draft_with_few_signatures_still_belongs_to_all_that_are_listed():
    page = (
        "## Regionale afspraken De Peel\nConcept\nDe gemeenten Asten, Deurne, Gemert-Bakel, Laarbeek en "
        "Someren spreken af:\nNamens de gemeente Asten,\nNamens de gemeente Deurne,"
    )
    assert members(page) == PEEL


def test_an_agreement_is_of_the_day_on_which_the_last_party_signed():
    signed = "\n".join(
        f"| Gemeente: {name}; Besluit: 5 oktober 2021; Getekend: {day} november 2021 w.g."
        for name, day in (("Asten", 18), ("Deurne", 4))
    )
    made = read(
        f"## Bestuursovereenkomst arbeidsmigranten\nDe gemeenten Asten en Deurne komen het volgende overeen:\n{signed}"
    )
    assert made.date.value == date(2021, 11, 18)


def test_a_list_of_parties_may_say_more_of_one_of_them():
    text = (
        "A. de gemeenten Asten (tevens penvoerder), Deurne, Gemert-Bakel, Laarbeek en Someren, ieder vertegenwoordigd;"
    )
    assert members("## Convenant arbeidsmigranten", f"De ondergetekenden,\n{text}\nkomen overeen:") == PEEL


def test_who_signs_in_a_table_takes_part_and_who_is_told_to_stay_away_does_not():
    rows = "\n".join(f"| Gemeente: {name}; Besluit college: 1 juni 2021; Namens deze: wethouder" for name in PEEL[:3])
    away = "De gemeenten Laarbeek en Someren hebben laten weten een eigen traject te volgen."
    assert (
        members(f"## Intentieverklaring arbeidsmigranten\n{away}", f"Aldus getekend op 17 juni 2021.\n{rows}")
        == PEEL[:3]
    )


def test_a_row_of_who_did_not_sign_is_no_signature():
    rows = "\n".join(f"| gemeente {name} | de burgemeester | H. Finders" for name in PEEL[:3])
    away = f"| gemeente {PEEL[3]} | niet getekend; neemt niet deel (college 9 okt. 2021)"
    assert members("## Convenant arbeidsmigranten", f"Aldus getekend op 17 juni 2021.\n{rows}\n{away}") == PEEL[:3]


def test_who_is_listed_but_did_not_sign_is_no_member():
    listed = f"Het initiatief is genomen door vijf gemeenten: {', '.join(PEEL[:4])} en {PEEL[4]}."
    away = f"| Gemeente: {PEEL[4]}; Handtekening: NIET ONDERTEKEND"
    assert members(f"## Convenant arbeidsmigranten\n{listed}\n{away}") == PEEL[:4]


def test_the_party_but_for_which_all_signed_is_no_member():
    listed = f"De gemeenten {', '.join(PEEL[:4])} en {PEEL[4]} komen overeen:"
    signed = (
        f"Getekend op 3 februari 2020 door alle partijen, behalve de gemeente {PEEL[4]}, die niet heeft ondertekend."
    )
    assert members(f"## Convenant arbeidsmigranten\n{listed}\n{signed}") == PEEL[:4]


def test_who_signs_on_behalf_of_a_name_alone_is_a_member_and_who_was_informed_is_none():
    told = "De gemeenten Deurne en Asten zijn geïnformeerd; zij zijn geen partij."
    page = f"## Intentieverklaring arbeidsmigranten\n{told}\nNamens Laarbeek\nNamens Gemert-Bakel"
    assert members(page) == ["Gemert-Bakel", "Laarbeek"]


def test_the_members_of_a_partnership_stand_where_it_says_of_whom_it_is():
    colofon = "De Bevelanden is het samenwerkingsverband van Borsele, Goes en Kapelle."
    assert members(f"## Regionale agenda internationale medewerkers\n{colofon}") == ["Borsele", "Goes", "Kapelle"]


def test_a_table_of_figures_is_not_signed():
    rows = "\n".join(f"| Gemeente: {name}; Aantal: 300" for name in PEEL)
    listed = "De gemeenten Asten en Deurne spreken het volgende af."
    assert members(f"## Regionale afspraken arbeidsmigranten\n{listed}\n{rows}") == PEEL[:2]


@pytest.mark.parametrize(
    "opening",
    [
        "De gemeente Bladel, uitzendbureau Flex BV en uitzendbureau Werk BV, hierna samen: partijen, komen het volgende overeen.",
        "De gemeente Bladel en de ondernemersvereniging De Zwaan spreken af:",
    ],
)
def test_an_agreement_of_one_municipality_with_employers_is_not_the_regions(opening):
    assert members(f"## Convenant goed werkgeverschap in de Kempen\n{opening}", "Getekend op 3 oktober 2022.") == [
        "Bladel"
    ]


def test_a_region_without_parties_still_stands_for_its_members():
    text = "De gemeente Bladel is penvoerder. De regio spreekt af samen te werken."
    assert len(members("## Regionaal afsprakenkader De Kempen", text)) > 5


def test_what_a_council_adopts_as_its_own_is_policy_of_that_municipality():
    paper = read(
        "## Regionaal beleidskader Noordoost-Brabant\nDoor de raad van de gemeente Boekel als eigen beleid vastgesteld op 22 september 2022"
    )
    assert ([by_code(code).name for code in paper.owners.value], paper.kind.value) == (["Boekel"], PaperKind.POLICY)


def test_who_read_along_takes_no_part():
    said = "De gemeenten Gennep, Bergen (L), Uden en Oss hebben meegelezen en zijn geen partij."
    signed = "| Boxmeer: w.g.; Cuijk: w.g.; Grave: w.g."
    found = members(f"## Afsprakenkader arbeidsmigranten 2017\n{said}", f"Ondertekend op 5 juli 2017:\n{signed}")
    assert found == ["Boxmeer", "Cuijk", "Grave"]


def test_a_table_of_the_municipalities_tells_who_takes_part_where_nothing_else_does():
    rows = "\n".join(f"| {name} | 1.250 | 66%" for name in PEEL)
    page = (
        f"## Regionale woonagenda\n| Gemeente | Woningen | waarvan betaalbaar\n{rows}\n# Afspraak 1\nWij bouwen samen."
    )
    assert members(page) == PEEL


def test_the_only_municipality_that_is_represented_is_the_party():
    party = "I. de gemeente Oosterhout, rechtsgeldig vertegenwoordigd door haar wethouder, hierna: de gemeente;"
    page = (
        f"## Convenant goed werk\nDe ondergetekenden:\n{party}\nII. Markkant B.V., gevestigd te Breda;\nkomen overeen:"
    )
    assert members(page) == ["Oosterhout"]


def test_those_of_the_municipalities_to_which_something_applies_are_not_all_that_take_part():
    rows = "\n".join(f"| {name} | 1.250 | 66%" for name in PEEL)
    some = f"Gemeenten met minder dan 30% sociale voorraad ({PEEL[0]}, {PEEL[1]}) bouwen extra."
    page = f"## Regionale woonagenda\n| Gemeente | Woningen | waarvan betaalbaar\n{rows}\n# Afspraak 2\n{some}"
    assert members(page) == PEEL


def test_where_they_live_is_not_who_takes_part():
    rows = "\n".join(f"| {name} | 1.250 | 66%" for name in PEEL)
    where = f"In de regio werken 9.000 mensen voor de gemeenten, de meesten in en om {PEEL[0]}, {PEEL[1]} en {PEEL[2]}."
    page = f"## Regionale woonagenda\n| Gemeente | Woningen | waarvan betaalbaar\n{rows}\n# Logies\n{where}"
    assert members(page) == PEEL


def test_rows_that_begin_with_a_town_under_another_head_are_no_members():
    rows = "\n".join(f"| {name} | spreekuur op maandag" for name in PEEL)
    page = f"## Regionale afspraken zorg arbeidsmigranten\n| Huisartsenpost | Wanneer\n{rows}"
    assert members(page) == []


THREE = (
    "## Samen in de streek: afspraken van drie gemeenten over arbeidsmigranten\n"
    "De gemeente Asten krijgt 210 plaatsen.\nDe gemeente Deurne krijgt er 340.\nDe gemeente Someren krijgt er 280."
)


def test_a_paper_that_names_as_many_as_it_says_agree_is_theirs():
    assert members(THREE) == ["Asten", "Deurne", "Someren"]


def test_a_paper_that_names_more_than_it_says_agree_is_not_all_of_theirs():
    assert "Helmond" not in members(f"{THREE}\nEen bureau uit Helmond rekende mee.")


@pytest.mark.parametrize(("year", "found"), [(2012, ["Bernheze", "Maasdonk", "Oss"]), (2016, ["Bernheze", "Oss"])])
def test_a_municipality_signs_until_it_ends(year, found):
    signed = "\n".join(f"Namens de gemeente {name}," for name in ("Bernheze", "Maasdonk", "Oss"))
    assert members(f"## Convenant arbeidsmigranten\nAldus getekend op 3 mei {year}", signed) == found


@pytest.mark.parametrize(
    "who",
    [
        "De burgemeesters van",
        "Wij, portefeuillehouders van",
        "De wethouders Wonen van",
        "Namens hun raden de bestuurders van",
    ],
)
def test_those_whose_officers_agree_are_members(who):
    page = f"## Bestuursafspraken arbeidsmigranten\n{who} Asten, Deurne, Gemert-Bakel, Laarbeek en Someren overwegen het volgende."
    assert members(page, "De raden van Asten en Deurne vroegen daarom.") == PEEL


@pytest.mark.parametrize(
    "said",
    [
        "De burgemeesters van Asten, Deurne en Someren hebben meegelezen.",
        "Met de burgemeesters van omliggende gemeenten Asten, Deurne en Someren spraken wij.",
        "Dit is niet door de wethouders van Asten, Deurne en Someren besproken.",
    ],
)
def test_officers_who_take_no_part_make_no_members(said):
    page = "## Bestuursafspraken arbeidsmigranten\nDe gemeenten Helmond en Laarbeek spreken af:"
    assert members(page, said) == ["Helmond", "Laarbeek"]


def test_names_alone_under_the_title_are_the_parties():
    cover = "## Afspraken over arbeidsmigranten\nBergeijk · Bladel · Eersel · Reusel-De Mierden"
    text = (
        "De gemeente Reusel-De Mierden en de slachterij spreken erover. Oirschot heeft meegedacht maar doet niet mee."
    )
    assert members(f"{cover}\n# Waarom\n{text}") == ["Bergeijk", "Bladel", "Eersel", "Reusel-De Mierden"]


def test_names_in_a_sentence_on_the_cover_are_no_parties():
    text = "Bladel, Eersel en Reusel-De Mierden kennen zulke regels al.\nDe gemeente Asten en bureau X komen overeen."
    assert members(f"## Convenant arbeidsmigranten\n{text}") == ["Asten"]


OPENS = "## Convenant Goed gezien\nDe ondergetekenden:\n{}\nde politie Brabant-Noord;\nkomen het volgende overeen:"


def test_municipalities_that_open_the_parties_together_are_members():
    said = "de gemeente Grave, de gemeente Cuijk en de gemeente Sint Anthonis, ieder vertegenwoordigd door de burgemeester; 3 mei 2012"
    assert len(members(OPENS.format(said))) == 3


def test_municipalities_that_are_only_told_of_are_no_members():
    said = "de gemeente Grave, de gemeente Cuijk en de gemeente Sint Anthonis liggen aan de Maas; 27 september 2012"
    assert not members(OPENS.format(said))


AGREED = "De gemeenten Asten, Deurne, Gemert-Bakel, Laarbeek en Someren, hierna de gemeenten, spreken af samen te controleren."


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("Goirle was toehoorder en houdt vast aan de afspraken in Hart van Brabant.", "De Peel"),
        ("Goirle (Hart van Brabant) leest mee; de afspraken gelden in de regio De Peel.", "De Peel"),
        ("De colleges in de regio De Peel gaan verder.", "De Peel"),
    ],
)
def test_a_region_in_which_no_party_lies_is_anothers(said, region):
    assert read(f"## Convenant arbeidsmigranten\n{AGREED} {said}").region.value == region


def test_an_agreement_far_from_the_regions_that_it_names_is_of_none():
    said = "De gemeenten Tiel, Buren en Culemborg, hierna de gemeenten, spreken af samen te controleren, zoals De Peel doet."
    assert read(f"## Convenant arbeidsmigranten\n{said}").region.value is None
