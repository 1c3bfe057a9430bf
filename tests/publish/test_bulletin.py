"""The bulletin of a run that is mailed and printed."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.coverage.municipality import CellValue, Status
from pipeline.publish.bulletin import Bulletin, RunFacts, of_another_run
from pipeline.publish.uiterlijk import CELLS, STATUSES
from pipeline.themes.codebook import Theme

CARD = {"achtergehouden": {"macro_f1": 0.8863, "interval": [0.8772, 0.895], "exact": 0.8018}}
FACTS = RunFacts("20260102T030000Z", date(2021, 1, 1), ("Noord-Brabant",), {"themaspin": "0.1.0"}, CARD)
SOMEREN, ASTEN = ("GM0847", "Someren"), ("GM0743", "Asten")


def municipality(who, status=Status.HOUSING, regio="De Peel", beoordeling="", **cells):
    values = dict.fromkeys(
        map(str, Theme), CellValue.NO_PAPERS if status == Status.NO_PAPERS else CellValue.NOT_COVERED
    )
    about = {"gm_code": who[0], "gemeente": who[1], "provincie": "Noord-Brabant", "regio": regio}
    return about | {"status": status, "beoordeling": beoordeling} | values | cells


def flag(
    titel="Woonregels",
    reden="arbeidsmarkt: geen passage; zorg: alleen beschreven; twee keer",
    zekerheid=0.31,
    who=SOMEREN,
    beoordeling="",
):
    about = {"gm_code": who[0], "gemeente": who[1], "bestand": "nota.pdf", "beoordeling": beoordeling}
    return about | {"titel": titel, "datum": date(2020, 2, 18), "reden": reden, "zekerheid": zekerheid}


def document(bestand="scan.pdf", verwerking="onleesbaar", reden="alle 2 pagina's zijn een scan"):
    return {"bestand": bestand, "verwerking": verwerking, "reden": reden, "gemeenten": "Someren"}


def change(name="Someren", kolom="zorg", oud="niet gedekt", nieuw="gedekt"):
    return {"gemeente": name, "kolom": kolom, "oud": oud, "nieuw": nieuw, "oorzaak": "nieuw document"}


def tables(matrix=(), flags=(), documents=(), changes=(), regions=()):
    return {
        "theme_matrix": matrix,
        "housing_only": flags,
        "documents": documents,
        "changes": changes,
        "regions": regions,
    }


FULL = tables(
    matrix=[municipality(SOMEREN, huisvesting=CellValue.COVERED), municipality(ASTEN, Status.NO_PAPERS)],
    flags=[flag()],
    documents=[document()],
    changes=[change()],
)


def bulletin_html(published, facts):
    return Bulletin(published, facts).html()


def bulletin_markdown(published, facts):
    return Bulletin(published, facts).markdown()


@pytest.fixture(params=[bulletin_html, bulletin_markdown], ids=["html", "md"])
def draw(request):
    return request.param


def test_it_says_what_the_figure_says(draw):
    text = re.sub(r"</?strong>", "", draw(FULL, FACTS))
    assert "1 van de 2 gemeenten heeft actueel beleid: 0 integraal, 0 deels" in text
    assert "Noord-Brabant" in text and "1 januari 2021" in text


def test_municipalities_without_papers_are_counted_and_named_as_such(draw):
    text = draw(FULL, FACTS)
    assert "Van 1 gemeente is geen document gezien." in text
    assert "Geen documenten: Asten" in text


def test_the_reasons_of_a_flag_stand_by_theme(draw):
    text = draw(FULL, FACTS)
    assert "arbeidsmarkt: geen passage" in text and "zorg: alleen beschreven; twee keer" in text
    assert "0,31" in text and "18 februari 2020" in text


def test_what_could_not_be_read_and_what_changed_are_named(draw):
    text = draw(FULL, FACTS)
    assert "scan.pdf" in text and "pagina" in text
    assert "zorg: niet gedekt → gedekt" in text and "nieuw document" in text


def test_the_measured_error_of_the_classifier_is_told(draw):
    assert "0,89 (95 %-interval 0,88 tot 0,90)" in draw(FULL, FACTS)


def test_an_empty_province_is_told_without_empty_tables(draw):
    text = re.sub(r"</?strong>", "", draw(tables(matrix=[municipality(ASTEN, Status.NO_PAPERS)]), FACTS))
    assert "Geen van de 1 gemeenten heeft actueel beleid" in text
    assert "alleen over huisvesting gaat" in text and "Er lag geen enkel bestand in de inbox" in text


def test_the_changed_cells_of_a_municipality_stand_together(draw):
    text = draw(FULL | {"changes": [change(), change(kolom="status", oud="geen", nieuw="deels")]}, FACTS)
    assert "zorg: niet gedekt → gedekt; status: geen → deels" in text


def test_many_changed_municipalities_are_counted_not_all_shown(draw):
    text = draw(FULL | {"changes": [change(f"Plaats{number:03}") for number in range(150)]}, FACTS)
    assert "Plaats099" in text and "Plaats100" not in text and "nog 50 gemeenten" in text


def test_a_review_is_marked(draw):
    reviewed = municipality(SOMEREN, Status.PARTIAL, beoordeling="toch deels")
    assert "kernteam: toch deels" in draw(tables(matrix=[reviewed]), FACTS)


OVERRULED = "Door het kernteam anders beoordeeld"


def test_housing_only_lists_as_many_as_are_counted(draw):
    matrix = [municipality(SOMEREN, Status.PARTIAL, beoordeling="toch deels"), municipality(ASTEN)]
    flags = [flag(beoordeling="toch deels"), flag(who=ASTEN, titel="Astense regels")]
    counted, overruled = draw(tables(matrix, flags), FACTS).split("Alleen huisvesting")[1].split(OVERRULED)
    assert "Astense regels" in counted and "Woonregels" not in counted
    assert "Woonregels" in overruled.split("Niet te lezen")[0]


def test_whom_only_reviewers_call_housing_only_is_listed_with_the_others(draw):
    matrix = [municipality(ASTEN, beoordeling="thema verbeterd")]
    listed = draw(tables(matrix), FACTS).split("Alleen huisvesting")[1].split("Niet te lezen")[0]
    assert re.search(r"Asten\b.*olgens het kernteam \(thema verbeterd\)", listed, re.DOTALL)


def test_where_reviewers_agree_nothing_is_listed_as_overruled(draw):
    matrix = [municipality(SOMEREN, beoordeling="bevestigd")]
    assert OVERRULED not in draw(tables(matrix, [flag(beoordeling="bevestigd")]), FACTS)


def test_in_markdown_of_whom_nothing_was_seen_stands_in_a_paragraph_of_its_own():
    matrix = [municipality(SOMEREN, Status.IN_DEVELOPMENT), municipality(ASTEN, Status.NO_PAPERS)]
    lines = bulletin_markdown(tables(matrix), FACTS).splitlines()
    told = next(at for at, line in enumerate(lines) if line.startswith("Van 1 gemeente is geen document gezien."))
    assert lines[told - 2].endswith("Nog eens 1 is ermee bezig.") and not lines[told - 1]


def test_s_hertogenbosch_stands_with_the_s(draw):
    names = (("GM0855", "Tilburg"), ("GM0796", "'s-Hertogenbosch"), ("GM0840", "Rucphen"))
    flags = [flag(who=name, titel=f"Regels {place}") for place, name in enumerate(names)]
    text = draw(tables([municipality(name) for name in names], flags), FACTS)
    assert text.index("Regels 2") < text.index("Regels 1") < text.index("Regels 0")


def test_a_title_is_text_never_markup():
    page = bulletin_html(FULL | {"housing_only": [flag(titel='<img src=x onerror="alert(1)">')]}, FACTS)
    assert "<img" not in page and "&lt;img" in page


def test_a_title_is_text_in_markdown_too():
    text = bulletin_markdown(FULL | {"housing_only": [flag(titel="# a | b\n[x](http://y)")]}, FACTS)
    assert "\\# a \\| b \\[x\\](http://y)" in text


def test_the_page_asks_nothing_from_elsewhere():
    page = bulletin_html(FULL, FACTS)
    assert not re.search(r"<script|<link|<iframe|<object|@import|url\((?!#)|\ssrc=|(?<!xmlns=\")https?://", page)


def test_every_value_of_a_cell_has_a_sign_and_a_colour_of_its_own():
    assert set(CELLS) == set(CellValue) and set(STATUSES) == set(Status)
    assert len({look.sign for look in CELLS.values()}) == len({look.colour for look in CELLS.values()}) == len(CELLS)


def test_the_page_is_well_formed_and_its_tables_have_heads():
    void = {"meta", "col", "br"}

    class Check(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.heads = [], 0

        def handle_starttag(self, tag, attrs):
            if tag == "th":
                assert dict(attrs).get("scope")
                self.heads += 1
            if tag not in void:
                self.open.append(tag)

        def handle_startendtag(self, tag, attrs):
            pass

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    check = Check()
    check.feed(bulletin_html(FULL, FACTS))
    assert check.open == [] and check.heads > 10


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(min_codepoint=1, max_codepoint=0x10FFFF, exclude_categories=["Cs"])))
def test_whatever_a_title_holds_the_page_has_the_same_elements(text):
    def elements(title):
        return re.findall(
            r"<[a-z!/][^>\s]*", bulletin_html(tables(matrix=[municipality(SOMEREN)], flags=[flag(titel=title)]), FACTS)
        )

    assert elements(text) == elements("gewoon")


@pytest.mark.parametrize("made", [bulletin_html, bulletin_markdown])
def test_another_run_that_found_the_same_is_named_in_its_place(made):
    bulletin = made(FULL, FACTS)
    later = made(FULL, replace(FACTS, run="20260103T030000Z"))
    assert of_another_run(bulletin, FACTS.run, "20260103T030000Z") == later


def test_a_bulletin_that_names_another_run_is_not_touched():
    with pytest.raises(ValueError, match="0 times"):
        of_another_run(bulletin_markdown(FULL, FACTS), "20250101T030000Z", "20260103T030000Z")


def test_no_provinces_chosen_is_the_country():
    assert replace(FACTS, provinces=()).area == "Nederland"


def test_policy_that_nobody_is_making_is_not_told_of():
    def texts(*matrix):
        bulletin = Bulletin(tables(matrix=matrix), FACTS)
        return bulletin.html(), bulletin.markdown()

    assert all("ermee bezig" not in text for text in texts(municipality(SOMEREN)))
    assert all("Nog eens 1 is ermee bezig." in text for text in texts(municipality(SOMEREN, Status.IN_DEVELOPMENT)))
