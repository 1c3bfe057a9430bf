from __future__ import annotations

from datetime import date

import pytest

from pipeline.language.municipalities import (
    OnbekendeGemeente,
    OnbekendeProvincie,
    all_municipalities,
    by_code,
    by_name,
    era_of,
    known_in,
    municipalities_on,
    predecessors,
    province_named,
    provinces,
    regions,
    successors,
)

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2005, 1, 1), 68),
        (date(2010, 12, 31), 68),
        (date(2011, 1, 1), 67),
        (date(2014, 12, 31), 67),
        (date(2015, 1, 1), 66),
        (date(2016, 12, 31), 66),
        (date(2017, 1, 1), 64),
        (date(2018, 12, 31), 64),
        (date(2019, 1, 1), 62),
        (date(2020, 12, 31), 62),
        (date(2021, 1, 1), 61),
        (date(2021, 12, 31), 61),
        (date(2022, 1, 1), 56),
        (date(2026, 1, 1), 56),
    ],
)
def test_noord_brabant_has_as_many_municipalities_as_cbs_counts(day, count):
    assert len(municipalities_on(day, ("Noord-Brabant",))) == count


@pytest.mark.parametrize(
    ("year", "count"),
    [
        (2005, 467),
        (2006, 458),
        (2007, 443),
        (2008, 443),
        (2009, 441),
        (2010, 431),
        (2011, 418),
        (2012, 415),
        (2013, 408),
        (2014, 403),
        (2015, 393),
        (2016, 390),
        (2023, 342),
        (2026, 342),
    ],
)
def test_the_netherlands_has_as_many_municipalities_as_cbs_counts(year, count):
    assert len(municipalities_on(date(year, 1, 1))) == count


def test_two_provinces_have_the_municipalities_of_both():
    both = municipalities_on(TODAY, ("Noord-Brabant", "Limburg"))
    assert {one.province for one in both} == {"Noord-Brabant", "Limburg"}


def test_every_code_stands_for_one_municipality():
    codes = [one.gm_code for one in all_municipalities()]
    assert len(codes) == len(set(codes)) == 531


def test_every_successor_is_a_municipality_that_follows_at_once():
    for one in all_municipalities():
        for heir in map(by_code, one.successors):
            assert heir.exists_on(one.valid_until), (one.name, heir.name)


def test_every_municipality_that_ended_has_a_successor():
    assert [one.name for one in all_municipalities() if one.valid_until and not one.successors] == []


def test_a_municipality_exists_on_its_first_day_and_not_on_the_day_it_ends():
    cuijk, land_van_cuijk = by_name("Cuijk"), by_name("Land van Cuijk")
    assert [one.exists_on(date(2022, 1, 1)) for one in (cuijk, land_van_cuijk)] == [False, True]
    assert [one.exists_on(date(2021, 12, 31)) for one in (cuijk, land_van_cuijk)] == [True, False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Best", "Best"),
        ("best", "Best"),
        ("GEMEENTE BEST", "Best"),
        ("gemeente  Best ", "Best"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("‘s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'s Hertogenbosch", "'s-Hertogenbosch"),
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("Nuenen c.a.", "Nuenen, Gerwen en Nederwetten"),
        ("Nuenen ca", "Nuenen, Gerwen en Nederwetten"),
        ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
        ("Nuenen, Gerwen & Nederwetten", "Nuenen, Gerwen en Nederwetten"),
        ("Bergen op Zoom", "Bergen op Zoom"),
        ("Bergen-op-Zoom", "Bergen op Zoom"),
        ("Etten Leur", "Etten-Leur"),
        ("Gilze-Rijen", "Gilze en Rijen"),
        ("Son & Breugel", "Son en Breugel"),
        ("St. Michielsgestel", "Sint-Michielsgestel"),
        ("Reusel-de Mierden", "Reusel-De Mierden"),
        ("Cuyk", "Cuijk"),
        ("Den Haag", "'s-Gravenhage"),
        ("Sudwest Fryslan", "Súdwest-Fryslân"),
        ("Bergen (NH)", "Bergen (NH.)"),
        ("Hengelo (O.)", "Hengelo"),
    ],
)
def test_a_name_is_understood_in_every_spelling(text, name):
    assert by_name(text).name == name


def test_every_official_name_answers_to_itself_as_long_as_it_is_there():
    assert [one.name for one in all_municipalities() if by_name(one.name, one.valid_from) != one] == []


def test_a_former_name_answers_for_who_bears_another_now_and_on_its_own_days_for_itself():
    assert (by_name("Dantumadeel").name, by_name("Dantumadeel", date(2008, 12, 31)).name) == (
        "Dantumadiel",
        "Dantumadeel",
    )


def test_a_name_that_has_lapsed_answers_where_no_other_does():
    assert by_name("gemeente Zijpe").name == "Zijpe"


def test_papers_know_a_name_that_has_lapsed_until_the_day_on_which_it_did():
    known = [
        "Maasdonk" in {one.name for one in known_in(era_of(day))}
        for day in (date(2014, 12, 31), date(2015, 1, 1), None)
    ]
    assert known == [True, False, False]


def test_papers_of_every_day_know_who_was_there_since_2015():
    assert {one for one in all_municipalities() if not one.lapsed} == set(known_in(None))


def test_an_unknown_name_comes_with_the_nearest_ones():
    with pytest.raises(OnbekendeGemeente, match=r"'Oischot' is niet bekend. Bedoelt u Oirschot"):
        by_name("Oischot")


def test_a_name_like_no_other_says_so():
    with pytest.raises(OnbekendeGemeente, match="geen naam die erop lijkt"):
        by_name("xqzw")


def test_a_name_that_two_share_asks_for_the_whole_name():
    with pytest.raises(OnbekendeGemeente, match=r"'Bergen' kan zijn: Bergen \(NH.\) of Bergen \(L.\)"):
        by_name("Bergen")


def test_a_municipality_that_is_not_there_yet_is_refused_with_its_beginning():
    with pytest.raises(OnbekendeGemeente, match="Land van Cuijk bestond nog niet op 2021-01-01"):
        by_name("Land van Cuijk", date(2021, 1, 1))


def test_a_municipality_that_ended_is_refused_with_its_successors():
    with pytest.raises(OnbekendeGemeente, match=r"Haaren bestond niet meer.*Boxtel, Oisterwijk, Tilburg en Vught"):
        by_name("Haaren", date(2021, 1, 1))


@pytest.mark.parametrize("text", ["GM0753", "gm0753", "753", "0753", " GM753"])
def test_a_code_is_understood_in_every_spelling(text):
    assert by_code(text).name == "Best"


@pytest.mark.parametrize("text", ["GM9999", "", "Best"])
def test_an_unknown_code_is_refused_by_name(text):
    with pytest.raises(OnbekendeGemeente, match=f"'{text}'"):
        by_code(text)


def test_a_municipality_that_still_exists_succeeds_itself():
    assert [one.name for one in successors("GM0753", TODAY)] == ["Best"]


def test_a_merged_municipality_is_followed_by_the_new_one():
    assert [one.name for one in successors("GM0856", date(2022, 1, 1))] == ["Maashorst"]


def test_a_municipality_is_followed_by_itself_until_it_ends():
    assert [one.name for one in successors("GM0856", date(2021, 12, 31))] == ["Uden"]


def test_a_divided_municipality_is_followed_by_all_that_got_a_part():
    assert [one.name for one in successors("GM0788", TODAY)] == ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]


def test_every_area_is_held_by_somebody_who_exists_today():
    for old in all_municipalities():
        assert successors(old.gm_code, TODAY), old.name
        assert all(one.exists_on(TODAY) for one in successors(old.gm_code, TODAY)), old.name


def test_nobody_holds_the_area_of_a_municipality_still_to_come():
    assert successors("GM1982", date(2021, 1, 1)) == ()


def test_the_municipalities_that_went_into_one_are_its_predecessors():
    names = {one.name for one in predecessors("GM1982")}
    assert names == {"Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"}


def test_who_went_into_one_by_way_of_another_is_its_predecessor_too():
    assert {"De Friese Meren", "Lemsterland"} <= {one.name for one in predecessors("GM1940")}


def test_one_that_got_part_of_another_has_it_as_predecessor():
    assert [one.name for one in predecessors("GM0865")] == ["Haaren"]


def test_an_old_municipality_has_no_predecessors():
    assert predecessors("GM0753") == ()


def test_the_seven_regions_have_their_61_municipalities_of_2021():
    counts = {name: len(members) for name, members in regions(date(2021, 1, 1)).items()}
    assert counts == {
        "A2/De Kempen": 7,
        "Breda e.o.": 9,
        "De Peel": 5,
        "Hart van Brabant": 9,
        "Noordoost-Brabant": 15,
        "Stedelijk Gebied Eindhoven": 9,
        "West-Brabant West": 7,
    }


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1), TODAY])
def test_every_municipality_of_noord_brabant_has_a_region(day):
    assert [one.name for one in municipalities_on(day, ("Noord-Brabant",)) if not one.region] == []


def test_there_are_twelve_provinces():
    assert len(provinces()) == 12


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("noord-brabant", "Noord-Brabant"),
        ("Provincie Limburg", "Limburg"),
        ("Brabant", "Noord-Brabant"),
        ("Fryslân", "Friesland"),
    ],
)
def test_a_province_is_understood_in_every_spelling(text, name):
    assert province_named(text) == name


def test_an_unknown_province_comes_with_the_nearest_one():
    with pytest.raises(OnbekendeProvincie, match=r"Provincie 'Noord-Braband' bestaat niet. Bedoelt u Noord-Brabant"):
        municipalities_on(TODAY, ("Noord-Braband",))
