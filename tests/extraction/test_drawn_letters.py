"""A page of which the letters are drawn as shapes is no empty page; one of drawings is no text."""

from __future__ import annotations

import math
import random
import textwrap

import pytest

from pipeline.extraction import Engine, ocr
from pipeline.extraction.blocks import PageState
from pipeline.extraction.ocr import Ocr
from pipeline.extraction.pool import read_many
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import DRAWN, Limits
from tests.extraction.print_shop import BRP, WERK, WONEN, draw_letters, write_lines

pytestmark = pytest.mark.traag

HERE = Ocr(missing=ocr.what_is_missing())
LINES = textwrap.wrap(f"{WONEN} {WERK} {BRP}", 80)


def only_page(path, engine=Engine.PDFIUM):
    (page,) = read_pdf(path, Limits(engine=engine)).pages
    return page


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("lines", [LINES, LINES[:2]], ids=["a page", "two lines"])
def test_letters_drawn_as_shapes_make_a_scan(drawn, engine, lines):
    page = only_page(drawn(lambda c: draw_letters(c, 70, 700, *lines)), engine)
    assert (page.state, page.reason) == (PageState.SCAN, DRAWN)


@pytest.mark.parametrize("engine", Engine)
def test_so_they_do_above_a_page_number_that_is_text(drawn, engine):
    def page(c):
        draw_letters(c, 70, 700, *LINES)
        write_lines(c, 290, 30, "Pagina 3 van 12")

    assert only_page(drawn(page), engine).state is PageState.SCAN


def test_a_page_of_text_with_a_drawn_logo_is_text(drawn):
    def page(c):
        draw_letters(c, 70, 780, "gemeente Someren", "samen werken aan morgen", size=14)
        write_lines(c, 70, 700, *LINES[:2])

    assert only_page(drawn(page)).state is PageState.TEXT


def chart(c):
    for number in range(24):
        c.rect(70 + 18 * number, 300, 12, 5 + number % 9, fill=1, stroke=0)
    for column in range(20):
        for row in range(20):
            c.rect(70 + 9 * column, 500 + 9 * row, 6, 6, fill=1, stroke=0)


def street_map(c):
    chance = random.Random(3)
    for _ in range(800):
        x, y, turn = chance.uniform(50, 540), chance.uniform(50, 790), chance.uniform(0, math.pi)
        house = c.beginPath()
        for corner in range(4):
            step = house.lineTo if corner else house.moveTo
            step(x + 6 * math.cos(turn + corner * math.pi / 2), y + 6 * math.sin(turn + corner * math.pi / 2))
        c.drawPath(house, stroke=1, fill=1)
    for _ in range(200):
        c.line(*(chance.uniform(0, 595) for _ in range(4)))
    draw_letters(c, 300, 400, "Dorpsplein", size=8)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("page", [chart, street_map, lambda c: None], ids=["a chart", "a map", "nothing"])
def test_a_page_of_drawings_is_empty(drawn, engine, page):
    assert only_page(drawn(page), engine).state is PageState.EMPTY


def test_a_paper_of_drawn_letters_says_what_it_is_and_what_to_install(drawn):
    path = drawn(lambda c: draw_letters(c, 70, 700, *LINES))
    ((_, extraction),) = read_many([("stuk", path)], Limits(), 1, Ocr(missing=("Tesseract",)))
    assert extraction.reason == (
        "de enige pagina is getekend (letters als lijnen, zonder tekst); vraag om een andere versie; voor tekenherkenning ontbreekt"
        " Tesseract: installeer het met: make ocr"
    )


@pytest.mark.skipif(not HERE.ready, reason="tekenherkenning is hier niet geïnstalleerd")
def test_drawn_letters_are_recognised(drawn):
    path = drawn(lambda c: draw_letters(c, 70, 700, *LINES))
    ((_, extraction),) = read_many([("stuk", path)], Limits(), 1, HERE)
    assert "onderkomen gelden eisen aan omvang" in " ".join(block.text for block in extraction.blocks)
    assert extraction.pages[0].ocr
