import re
from datetime import date
from itertools import cycle
from xml.etree import ElementTree

import pytest

from pipeline.coverage.municipality import Status
from pipeline.language.municipalities import by_name, municipalities_on
from pipeline.publish.kaart import LOOKS, border_year, province_map

SVG = "{http://www.w3.org/2000/svg}"
BRABANT = ("Noord-Brabant",)


def statuses(day: date, provinces=BRABANT) -> dict[str, str]:
    """Every municipality on the day, with each status in its turn."""
    return dict(zip((one.gm_code for one in municipalities_on(day, provinces)), cycle(Status), strict=False))


def titles(svg: str) -> list[str]:
    return [title.text or "" for title in ElementTree.fromstring(svg).iter(f"{SVG}title")][1:]


@pytest.mark.parametrize("year", range(2020, 2027))
def test_from_2020_on_every_municipality_has_an_area_of_its_own(year):
    day = date(year, 1, 1)
    told = titles(province_map(day, statuses(day), {}))
    assert sorted(text.split(":")[0] for text in told) == sorted(one.name for one in municipalities_on(day, BRABANT))


@pytest.mark.parametrize("year", range(2005, 2020))
def test_before_2020_every_municipality_is_named_on_the_borders_of_2020(year):
    day = date(year, 1, 1)
    svg = province_map(day, statuses(day), {})
    told = " ".join(titles(svg))
    assert [one.name for one in municipalities_on(day, BRABANT) if f"{one.name}: " not in told] == []
    assert f"Getekend op de grenzen van 2020; die van {year} zijn er niet." in svg


def test_a_municipality_that_was_merged_before_the_borders_stands_with_its_successor():
    day = date(2018, 1, 1)
    given = statuses(day) | {by_name(name).gm_code: "integraal" for name in ("Aalburg", "Werkendam", "Woudrichem")}
    svg = province_map(day, given, {})
    assert "Altena (later): Aalburg: integraal; Werkendam: integraal; Woudrichem: integraal" in titles(svg)
    assert "In Altena lagen toen nog Aalburg, Werkendam en Woudrichem." in svg


def test_municipalities_of_one_area_that_differ_are_shown_as_different():
    day = date(2018, 1, 1)
    given = {by_name("Aalburg").gm_code: "integraal", by_name("Werkendam").gm_code: "geen"}
    assert 'class="gemeente verschillend"' in province_map(day, given, {})


def test_another_province_is_drawn_too():
    day = date(2024, 5, 1)
    assert len(titles(province_map(day, statuses(day, ("Limburg",)), {}))) == len(municipalities_on(day, ("Limburg",)))


def test_no_municipalities_give_no_map():
    assert province_map(date(2021, 1, 1), {}, {}) == ""


def test_each_status_has_a_letter_and_a_pattern_of_its_own():
    assert set(Status) <= set(LOOKS)
    assert len({look.letter for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.lines for look in LOOKS.values()}) >= len(LOOKS) - 1


def test_it_needs_no_script_no_style_and_nothing_from_elsewhere():
    day = date(2021, 1, 1)
    svg = province_map(day, statuses(day), {})
    assert not re.search(r"<script|<style|\bstyle=|\bon\w+=|(?<!xmlns=\")https?://", svg)


def test_without_links_it_is_one_image_with_a_text_that_says_what_it_shows():
    day = date(2021, 1, 1)
    root = ElementTree.fromstring(province_map(day, {by_name("Someren").gm_code: "huisvesting"}, {}))
    assert root.get("role") == "img"
    assert "alleen huisvesting 1" in (root.findtext(f"{SVG}desc") or "")


def test_with_links_each_municipality_is_a_link_with_its_text():
    code = by_name("Someren").gm_code
    svg = province_map(date(2021, 1, 1), {code: "geen"}, {code: 'Someren "<&>"'}, {code: "/gemeente/GM0847?a=1&b=2"})
    root = ElementTree.fromstring(svg)
    link = root.find(f".//{SVG}a")
    assert link is not None and root.get("role") == "group"
    assert (link.get("href"), link.get("aria-label")) == ("/gemeente/GM0847?a=1&b=2", 'Someren "<&>"')


def test_two_maps_on_a_page_share_no_id():
    day = date(2021, 1, 1)
    one, other = (set(re.findall(r' id="([^"]+)"', province_map(day, statuses(day), {}, ident=i))) for i in "ab")
    assert one and not one & other


def test_the_borders_of_the_nearest_year_serve():
    assert [border_year(date(year, 6, 1)) for year in (2015, 2020, 2021, 2022, 2026)] == [2020, 2020, 2021, 2022, 2023]
