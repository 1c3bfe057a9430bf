"""What character recognition misreads is set right where only one reading makes sense, and nowhere else."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import Block, BlockKind, Line
from pipeline.extraction.misreadings import mended

EVERYWHERE = frozenset({1})


def block(text: str, *starts: int) -> Block:
    lines = tuple(Line(start, 1, (0, 0, 9, 9)) for start in starts)
    return Block(1, (0, 0, 9, 9), BlockKind.PARAGRAPH, text, 10, lines=lines)


def read(*texts: str) -> list[str]:
    return [one.text for one in mended([block(text) for text in texts], EVERYWHERE)]


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("vergadering van s november 2019.", "vergadering van 5 november 2019."),
        ("op 12 rnaart 2O20 vastgesteld", "op 12 maart 2020 vastgesteld"),
        ("op l decernber 2018", "op 1 december 2018"),
        ("d.d. 1O januar1 20l7", "d.d. 10 januari 2017"),
        ("begroot op € 35.ooo per jaar", "begroot op € 35.000 per jaar"),
    ],
)
def test_dates_and_round_amounts_are_set_right(misread, meant):
    assert read(misread) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "op 12 maart 2020 vastgesteld",
        "los november 2019",
        "artikel s november",
        "nr. 5 oktober 2019",
        "39 rnaart 2020",
        "de kern en de hoornen van Hoorn",
    ],
)
def test_what_may_be_right_stays(text):
    assert read(text) == [text]


def test_a_name_with_rn_is_read_as_the_paper_writes_it_elsewhere():
    texts = read("Someren bouwt.", "In Someren wonen er velen.", "De gemeente Sorneren en Hoorn.")
    assert texts[-1] == "De gemeente Someren en Hoorn."


def test_pages_that_had_text_are_left_alone():
    assert mended([block("op 12 rnaart 2020")], frozenset({2}))[0].text == "op 12 rnaart 2020"


def test_printed_lines_begin_where_they_did():
    (one,) = mended([block("op 12 rnaart 2020 en daarna niet meer", 0, 18)], EVERYWHERE)
    assert one.text[one.lines[1].start :] == "en daarna niet meer"
