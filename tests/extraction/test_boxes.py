"""Boxes in columns: each is read at its place in its own column, and one that a column or page end cuts in two is read as one."""

from __future__ import annotations

import pytest
from reportlab.lib.utils import simpleSplit

from pipeline.extraction.blocks import BlockKind
from tests.extraction.print_shop import BRP, WERK, WONEN, read, texts, write_lines

TOP, FOOT = 760.0, 400.0
"""The upper and lower side of the columns of these pages, from the foot of the paper."""
LINE = 12.0
PAD = 11.0
"""White between the sides of a box and its text, but for a side where it was cut."""
LONG = f"{WONEN} {WERK} {BRP}"


def lines_of(text: str, width: float) -> list[str]:
    return simpleSplit(text, "Helvetica", 10, width)


def set_text(canvas, x: float, top: float, width: float, *paragraphs: str) -> float:
    """Prints paragraphs from `top` downward; the height below them comes back."""
    for paragraph in paragraphs:
        own = lines_of(paragraph, width)
        write_lines(canvas, x, top - 0.8 * LINE, *own)
        top -= LINE * len(own) + 6
    return top + 6


def set_box(
    canvas, x: float, top: float, bottom: float, width: float, *lines: str, cut: str = "", title: str = ""
) -> None:
    """Prints lines in a coloured box with a bar on its left side; `cut` names the sides ("above", "below") without white."""
    canvas.setFillColorRGB(0.93, 0.94, 0.97)
    canvas.rect(x, bottom, width, top - bottom, stroke=0, fill=1)
    canvas.setFillColorRGB(0.1, 0.15, 0.3)
    canvas.rect(x, bottom, 3, top - bottom, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    top -= 0 if "above" in cut else PAD
    if title:
        write_lines(canvas, x + 14, top - 9, title, font="Helvetica-Bold", size=11)
        top -= 18
    write_lines(canvas, x + 14, top - 9, *lines)


def box_height(count: int, cut: str, title: bool = False) -> float:
    """The height of a box around `count` lines; one that was cut above and below has its lines and nothing more."""
    return LINE * count + PAD * (2 - len(cut.split())) + (18 if title else 0)


def halves(text: str, width: float, first: int) -> tuple[list[str], list[str]]:
    own = lines_of(text, width - 28)
    return own[:first], own[first:]


def cut_box_page(xs: tuple[float, float], width: float, rest_alone: bool, below: str = ""):
    """A page with a box at the foot of one column that goes on at the top of the next, alone there or with text below it."""
    begin, rest = halves(LONG, width, 4)

    def page(c):
        write_lines(c, xs[0], TOP + 30, "Werk en inkomen", font="Helvetica-Bold", size=16)
        set_text(c, xs[0], TOP, width, WERK, BRP)
        foot = FOOT + box_height(len(begin), "below", title=True)
        set_box(c, xs[0], foot, FOOT, width, *begin, cut="below", title="Mensen van elders")
        end = TOP - box_height(len(rest), "above")
        set_box(c, xs[1], TOP, end, width, *rest, cut="above")
        if not rest_alone:
            set_text(c, xs[1], end - 10, width, WONEN)
        if below:
            set_text(c, xs[0], FOOT - 40, xs[1] + width - xs[0], below, below)

    return page


@pytest.mark.parametrize("rest_alone", [True, False])
def test_a_box_cut_by_the_end_of_the_left_column_is_one(drawn, rest_alone):
    found = texts(drawn(cut_box_page((48, 310), 235, rest_alone)))
    expected = ["Werk en inkomen", WERK, BRP, "Mensen van elders", LONG]
    assert found == (expected if rest_alone else [*expected, WONEN])


def test_a_cut_box_is_read_before_the_text_below_both_columns(drawn):
    below = f"{WERK} {WONEN}"
    found = texts(drawn(cut_box_page((48, 310), 235, True, below)))
    assert found == ["Werk en inkomen", WERK, BRP, "Mensen van elders", LONG, below, below]


def test_a_box_cut_between_two_of_its_paragraphs_goes_on_before_the_text_below_it(drawn):
    width = 235

    def page(c):
        set_text(c, 48, TOP, width, WERK, BRP)
        own, rest = lines_of(WONEN, width - 28), lines_of(BRP, width - 28)
        set_box(
            c, 48, FOOT + box_height(len(own), "below", True), FOOT, width, *own, cut="below", title="Mensen van elders"
        )
        set_box(c, 310, TOP, TOP - box_height(len(rest), "above"), width, *rest, cut="above")
        set_text(c, 48, FOOT - 40, 497, LONG, LONG)

    blocks = read(drawn(page)).blocks
    assert [block.text for block in blocks] == [WERK, BRP, "Mensen van elders", WONEN, BRP, LONG, LONG]
    assert [block.section for block in blocks[3:6]] == [("Mensen van elders",)] * 2 + [()]


def test_a_box_in_the_second_of_three_columns_goes_on_in_the_third(drawn):
    width = 155
    begin, rest = halves(LONG, width, 5)

    def page(c):
        set_text(c, 48, TOP, width, WERK, BRP)
        set_text(c, 220, TOP, width, WONEN)
        set_box(c, 220, FOOT + box_height(len(begin), "below"), FOOT, width, *begin, cut="below")
        end = TOP - box_height(len(rest), "above")
        set_box(c, 392, TOP, end, width, *rest, cut="above")

    assert texts(drawn(page)) == [WERK, BRP, WONEN, LONG]


def test_a_box_that_fills_the_second_of_three_columns_is_read_between_the_others(drawn):
    width = 155

    def page(c):
        set_text(c, 48, TOP, width, WERK, BRP)
        own = lines_of(WONEN, width - 28)
        set_box(c, 220, TOP, TOP - box_height(len(own), "", True), width, *own, title="Mensen van elders")
        set_text(c, 392, TOP, width, WONEN, WERK)

    assert texts(drawn(page)) == [WERK, BRP, "Mensen van elders", WONEN, WONEN, WERK]


def test_a_box_cut_by_the_end_of_a_page_is_one(drawn):
    width = 235
    begin, rest = halves(LONG, width, 4)

    def first(c):
        set_text(c, 48, TOP, width, WERK, BRP, WERK)
        set_text(c, 310, TOP, width, BRP)
        set_box(
            c,
            310,
            FOOT + box_height(len(begin), "below", True),
            FOOT,
            width,
            *begin,
            cut="below",
            title="Mensen van elders",
        )

    def second(c):
        end = TOP - box_height(len(rest), "above")
        set_box(c, 48, TOP, end, width, *rest, cut="above")
        set_text(c, 48, end - 10, width, WONEN)
        set_text(c, 310, TOP, width, WERK, BRP)

    assert texts(drawn(first, second)) == [WERK, BRP, WERK, BRP, "Mensen van elders", LONG, WONEN, WERK, BRP]


def test_a_box_over_the_whole_width_is_one_over_a_page_end(drawn):
    width = 480
    begin, rest = halves(f"{LONG} {LONG}", width, 4)

    def first(c):
        set_text(c, 48, TOP, width, WERK, BRP)
        set_box(c, 48, FOOT + box_height(len(begin), "below"), FOOT, width, *begin, cut="below")

    def second(c):
        end = TOP - box_height(len(rest), "above")
        set_box(c, 48, TOP, end, width, *rest, cut="above")
        set_text(c, 48, end - 10, width, WONEN, WERK)

    assert texts(drawn(first, second)) == [WERK, BRP, f"{LONG} {LONG}", WONEN, WERK]


def test_two_boxes_in_two_columns_stay_two(drawn):
    width = 235

    def page(c):
        set_text(c, 48, TOP, width, WERK, BRP)
        own, other = lines_of(WONEN, width - 28), lines_of(BRP, width - 28)
        set_box(c, 48, FOOT + box_height(len(own), "", True), FOOT, width, *own, title="Mensen van elders")
        end = TOP - box_height(len(other), "", True)
        set_box(c, 310, TOP, end, width, *other, title="Wie hier blijft")
        set_text(c, 310, end - 12, width, WERK)

    blocks = read(drawn(page)).blocks
    assert [block.text for block in blocks] == [WERK, BRP, "Mensen van elders", WONEN, "Wie hier blijft", BRP, WERK]
    assert [block.section for block in blocks if block.kind is BlockKind.PARAGRAPH][2:] == [
        ("Mensen van elders",),
        ("Wie hier blijft",),
        (),
    ]


def test_the_last_lines_of_a_cut_box_need_no_box_of_their_own(drawn):
    width = 235
    own = lines_of(WONEN, width - 28)

    def page(c):
        set_text(c, 48, TOP, width, WERK, BRP)
        set_box(c, 48, FOOT + box_height(len(own) - 2, "below"), FOOT, width, *own[:-2], cut="below")
        end = TOP - box_height(2, "above")
        set_box(c, 310, TOP, end, width, *own[-2:], cut="above")
        set_text(c, 310, end - 10, width, WERK, BRP)

    assert texts(drawn(page)) == [WERK, BRP, WONEN, WERK, BRP]


def test_boxes_that_stand_apart_belong_to_what_they_stand_beside(drawn):
    width = 235

    def page(c):
        top = TOP
        for title, text, note in (("Wonen", WONEN, "Onze regels"), ("Inschrijven", BRP, "Wat wij doen")):
            write_lines(c, 48, top, title, font="Helvetica-Bold", size=14)
            set_text(c, 48, top - 12, width, text, text)
            own = lines_of(WERK, width - 28)
            set_box(c, 310, top - 12, top - 12 - box_height(len(own), "", True), width, *own, title=note)
            top -= 240

    blocks = read(drawn(page)).blocks
    assert [block.section for block in blocks if block.text == WERK] == [
        ("Wonen", "Onze regels"),
        ("Inschrijven", "Wat wij doen"),
    ]
