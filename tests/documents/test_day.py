from datetime import date

import pytest

from pipeline.documents.day import days_in_name, find_days, plausible

DAY = date(2020, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "12 mei 2020",
        "d.d. 12 mei 2020",
        "12-05-2020",
        "12-5-2020",
        "12/5/20",
        "12.05.2020",
        "2020-05-12",
        "12e mei 2020",
        "12 MEI 2020",
        "12 mei '20",
        "dinsdag 12 mei 2020",
        "twaalf mei tweeduizendtwintig",
        "twaalf mei tweeduizend twintig",
        "12 - 05 - 2020",
        "12-05-'20",
        "12/5/’20",
        "de twaalfde mei tweeduizend twintig",
        "de twaalfde mei 2020",
        "twaalf mei 2020",
        "de twaalfde mei van het jaar tweeduizend en twintig",
        "donderdag de 12e mei van het jaar 2020",
        "12 mei in het jaar 2020",
        "de 12de mei, anno 2020",
        "de twaalfde dag van mei 2020",
        "de 12e dag der maand mei van het jaar 2020",
        "twaalf mei in het jaar tweeduizend twintig",
        "12 mei, jaar 2020",
        "12-V-2020",
        "12MEI2020",
        "12 May 2020",
        "12th May 2020",
        "May 12, 2020",
    ],
)
def test_a_day_is_found_however_it_is_written(text):
    assert [found.day for found in find_days(text)] == [DAY]


@pytest.mark.parametrize(
    ("text", "month"),
    [("sept. 2019", 9), ("30 sep 2019", 9), ("1 mrt 2019", 3), ("5 okt. 2019", 10), ("2 februari 2019", 2)],
)
def test_months_may_be_shortened(text, month):
    assert find_days(text)[0].day.month == month


def test_ordinals_from_twenty_on_end_in_ste():
    assert find_days("de eenentwintigste mei tweeduizend twintig")[0].day == date(2020, 5, 21)


def test_a_month_without_a_day_gives_its_first_day():
    found = find_days("Vastgesteld, mei 2020")[0]
    assert (found.day, found.whole) == (date(2020, 5, 1), False)


def test_the_year_of_a_month_may_be_short():
    found = find_days("Gemeente Oss, maart '19")[0]
    assert (found.day, found.whole) == (date(2019, 3, 1), False)


def test_the_last_of_two_meeting_days_that_share_a_month_is_read():
    assert [found.day for found in find_days("de vergadering van 10 en 11 december 2020")] == [date(2020, 12, 11)]


def test_a_day_without_a_year_needs_the_year_of_the_paper():
    assert find_days("de vergadering van 9 november jl.") == []
    assert find_days("ter inzage van 24 januari tot en met 6 maart 2019")[0].day == date(2019, 1, 24)
    assert find_days("ter inzage van 20 december t/m 31 januari 2019", 2017)[0].day == date(2018, 12, 20)
    assert find_days("de vergadering van 9 november jl.", 2021)[0].day == date(2021, 11, 9)


@pytest.mark.parametrize(
    "text",
    [
        "artikel 3.1.2",
        "versie 1.2.3",
        "31 februari 2020",
        "de Wet van 4 mei 1815",
        "telefoon 0412-629911",
        "€ 12.05.20,-",
        "tabel 10-11-12-13",
        "12 meiden 2020",
        "mw. May 2 kamers",
        "1 januari 2099",
    ],
)
def test_what_is_no_day_of_a_paper_is_left_alone(text):
    assert find_days(text) == []


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("13-scan-20170703-etten-leur", date(2017, 7, 3)),
        ("raadsbesluit_2020-05-12_def", DAY),
        ("nota 12-5-2020", DAY),
        ("12_mei_2020_nota", DAY),
        ("nota-mei-2020", date(2020, 5, 1)),
        ("2020_05_12-motie", DAY),
        ("20200512 RIB", DAY),
        ("200512_nota_def", DAY),
        ("20-05-12 nota", DAY),
        ("scan 200512 001", DAY),
    ],
)
def test_file_names_bear_days(stem, day):
    assert days_in_name(stem)[0].day == day


@pytest.mark.parametrize("stem", ["gmb-2020-172904", "stuk-49187-breda", "rib-oss-2022-004", "20201345", "Z20.123456"])
def test_numbers_in_file_names_are_no_days(stem):
    assert days_in_name(stem) == []


def test_a_paper_is_dated_between_1990_and_a_year_from_now():
    today = date(2026, 1, 31)
    assert plausible(date(1990, 1, 1), today) and plausible(date(2027, 1, 28), today)
    assert not plausible(date(1989, 12, 31), today) and not plausible(date(2027, 3, 1), today)


@pytest.mark.parametrize(
    "text", ["12 mei van het vorige jaar", "de 12e dag van de week", "in mei van elk jaar", "12 mei, elk jaar weer"]
)
def test_a_day_of_no_named_year_or_month_is_none(text):
    assert find_days(text) == []
