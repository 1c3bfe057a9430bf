"""Several peildata side by side: what the evaluation counted by hand (its figure 2, table 3 and table 1)."""

import csv
import random

from pipeline.coverage.comparison import moves
from pipeline.coverage.municipality import Status
from pipeline.coverage.standing import standing
from pipeline.documents.paper import Motion, MotionCitation, PaperKind, PaperStatus
from pipeline.language.municipalities import by_name
from pipeline.publish.peildata import peildata_text, write_peildata
from tests.coverage.papers import ARBEIDSMARKT, HUISVESTING, RULES, ZORG, day, paper

ASTEN, DEURNE, SOMEREN, HAAREN = (by_name(name).gm_code for name in ("Asten", "Deurne", "Someren", "Haaren"))
MOTION = Motion("7", "gemeenteraad", day("2019-11-05"), ("CDA",), "aangenomen", ("een spreekuur te openen",), False)
PAPERS = [
    paper("2018-06-01", title="Huisvesting in Asten", owners=(ASTEN,), own=[HUISVESTING]),
    paper("2020-03-01", title="Samen in Asten", owners=(ASTEN,), own=[ARBEIDSMARKT, ZORG]),
    paper("2012-01-01", title="Oude nota Deurne", owners=(DEURNE,), own=[HUISVESTING]),
    paper("2018-06-01", title="Logies in Haaren", owners=(HAAREN,)),
    paper(
        "2020-09-01",
        title="Afspraken De Peel",
        kind=PaperKind.REGIONAL_AGREEMENT,
        owners=(ASTEN, DEURNE, SOMEREN),
        region="De Peel",
        own=[HUISVESTING],
    ),
    paper(
        "2019-11-05",
        title="Spreekuur",
        kind=PaperKind.MOTION,
        status=PaperStatus.MOTION_PASSED,
        owners=(SOMEREN,),
        motion=MOTION,
    ),
    paper(
        "2020-06-01",
        title="Brief over het spreekuur",
        kind=PaperKind.COUNCIL_PAPER,
        owners=(SOMEREN,),
        cites=(
            MotionCitation("M7", "", None, 1, "Motie M7 is hiermee afgedaan.", True),
            MotionCitation("13a", "", None, 1, "Motie 13a volgt.", False),
        ),
    ),
]
DAYS = [day("2019-01-01"), day("2021-01-01")]


def standings(papers=PAPERS, days=DAYS):
    return [standing(papers, one, ["Noord-Brabant"], [], RULES) for one in days]


def cells(text, start):
    """The cells of the first line of a table that begins with `start`, without what pads them."""
    line = next(line for line in text.splitlines() if line.startswith(f"| {start} "))
    return [cell.strip() for cell in line.strip("| ").split("|")]


def test_status_and_type_are_counted_for_each_day_with_the_difference():
    text = peildata_text(standings())
    assert cells(text, "actueel beleid")[1:] == ["2", "1", "-1"]
    assert cells(text, "· waarvan integraal")[1:] == ["0", "1", "+1"]
    assert cells(text, "· waarvan huisvesting")[1:] == ["2", "0", "-2"]
    assert cells(text, "verouderd beleid")[1:] == ["1", "1", "+0"]
    assert cells(text, "gemeenten")[1:] == ["62", "61", "-1"]


def test_every_municipality_is_counted_once_a_day():
    for one in standings():
        assert sum(sum(region.counts.values()) for region in one.regions) == len(one.municipalities)


def test_the_movement_names_who_went_from_what_to_what():
    found = {(move.before, move.after): [one.name for one in move.municipalities] for move in moves(*standings())}
    assert found[Status.HOUSING, Status.INTEGRAL] == ["Asten"]
    assert found[Status.HOUSING, None] == ["Haaren"]
    assert "Deurne" not in [name for names in found.values() for name in names]


def test_the_movement_is_told_per_region():
    text = peildata_text(standings())
    assert "- De Peel: Asten (huisvesting → integraal); Someren (geen documenten → geen)" in text
    assert "- Breda e.o.: geen verandering" in text


def test_regional_agreements_stand_side_by_side():
    lines = [line for line in peildata_text(standings()).splitlines() if line.startswith("| De Peel")]
    afspraken = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines[2:]]
    assert afspraken[0][1:3] == ["1-1-2019", "nee"]
    assert afspraken[1][1:] == ["1-1-2021", "ja", "huisvesting", "Afspraken De Peel, 1-9-2020"]


def test_motions_have_what_came_of_them():
    text = peildata_text(standings())
    assert cells(text, "5-11-2019")[1:] == [
        "Someren",
        "7 Spreekuur",
        "aangenomen",
        "afgedaan: Brief over het spreekuur (1-6-2020)",
    ]
    assert cells(text, "zonder datum")[1:] == [
        "Someren",
        "13a",
        "(niet in de inbox)",
        "in behandeling: Brief over het spreekuur (1-6-2020)",
    ]


def test_one_day_has_no_movement_and_three_days_have_two():
    assert "Wat veranderde" not in peildata_text(standings(days=DAYS[:1]))
    text = peildata_text(standings(days=[*DAYS, day("2024-01-01")]))
    assert text.count("## Wat veranderde tussen") == 2
    assert cells(text, "gemeenten")[1:] == ["62", "61", "56", "-6"]


def test_columns_are_aligned_so_that_a_terminal_shows_them_well():
    lines = [line for line in peildata_text(standings()).splitlines() if line.startswith("|")]
    figure = [line for line in lines if "waarvan" in line or "beleid  " in line]
    assert len({line.rindex("|", 0, -1) for line in figure}) == 1


def test_the_order_of_papers_does_not_matter():
    texts = {peildata_text(standings(random.Random(seed).sample(PAPERS, len(PAPERS)))) for seed in range(4)}
    assert len(texts) == 1


def test_a_table_is_a_csv_with_the_described_columns(tmp_path):
    files = write_peildata(tmp_path, standings())
    assert [path.name for path in files] == [
        f"overzicht-2019-01-01_2021-01-01{end}" for end in (".md", "-gemeenten.csv", "-regios.csv", "-moties.csv")
    ]
    with files[1].open(newline="") as lines:
        asten = [row for row in csv.DictReader(lines) if row["gemeente"] == "Asten"]
    assert [(row["status"], row["vorige_status"]) for row in asten] == [
        ("huisvesting", ""),
        ("integraal", "huisvesting"),
    ]


def test_many_days_still_make_a_file_name(tmp_path):
    days = [day(f"{year}-01-01") for year in range(2015, 2025)]
    files = write_peildata(tmp_path, standings(days=days))
    assert files[0].name == "overzicht-2015-01-01_2024-01-01_10-peildata.md"
