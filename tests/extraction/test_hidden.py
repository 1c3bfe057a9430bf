"""What no reader can see is no text of a paper; what was recognised under a scan is."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from pipeline.extraction import Engine
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from tests.extraction.print_shop import write_lines

SEEN = "Deze regel van de nota is voor iedereen te lezen."
HIDDEN = "Verborgen maatregelen tegen uitbuiting van arbeidsmigranten."

pytestmark = pytest.mark.parametrize("engine", Engine)


def said(path, engine):
    return " ".join(block.text for block in read_pdf(path, Limits(engine=engine)).blocks)


def undrawn(canvas, y, *lines, mode=3):
    text = canvas.beginText(70, y)
    text.setFont("Helvetica", 10)
    text.setTextRenderMode(mode)
    for line in lines:
        text.textLine(line)
    text.setTextRenderMode(0)
    canvas.drawText(text)


@pytest.mark.parametrize("mode", [3, 7])
def test_text_that_is_not_drawn_is_left_out(drawn, engine, mode):
    def page(c):
        write_lines(c, 70, 700, SEEN)
        c.saveState()
        undrawn(c, 600, HIDDEN, mode=mode)
        c.restoreState()

    assert said(drawn(page), engine) == SEEN


def test_a_paper_of_nothing_but_text_that_is_not_drawn_says_nothing(drawn, engine):
    path = drawn(lambda c: undrawn(c, 600, HIDDEN, HIDDEN, HIDDEN))
    assert said(path, engine) == ""
    assert read_pdf(path, Limits(engine=engine)).state == "onleesbaar"


def test_text_under_a_scan_stays(drawn, engine):
    sheet = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(sheet).rectangle((140, 990, 900, 1010), fill=0)
    stored = io.BytesIO()
    sheet.save(stored, "PNG")

    def page(c):
        c.drawImage(ImageReader(stored), 0, 0, 595, 842)
        undrawn(c, 700, HIDDEN, SEEN)

    assert said(drawn(page), engine) == f"{HIDDEN} {SEEN}"


def test_text_under_a_scan_that_was_drawn_as_lines_stays(drawn, engine):
    def page(c):
        for shift in range(0, 220, 5):
            c.rect(70 + shift, 600, 3, 7, fill=1, stroke=0)
        undrawn(c, 600, HIDDEN)

    assert said(drawn(page), engine) == HIDDEN


@pytest.mark.parametrize("size", [0.1, 0.3])
def test_letters_too_small_to_be_seen_are_left_out(drawn, engine, size):
    def page(c):
        write_lines(c, 70, 700, SEEN)
        write_lines(c, 70, 600, HIDDEN, size=size)

    assert said(drawn(page), engine) == SEEN


@pytest.mark.parametrize(
    ("colour", "read"),
    [((0, 0, 0, 1), SEEN), ((1, 1, 1, 1), SEEN), ((1, 1, 0, 0.4), f"{SEEN} {HIDDEN}")],
    ids=["black", "white", "a marker"],
)
def test_what_is_painted_over_text_hides_it_unless_it_lets_it_through(drawn, engine, colour, read):
    def page(c):
        write_lines(c, 70, 700, SEEN)
        write_lines(c, 70, 600, HIDDEN)
        c.setFillColorRGB(*colour[:3], alpha=colour[3])
        c.rect(60, 590, 400, 24, fill=1, stroke=0)

    assert said(drawn(page), engine) == read


def test_text_on_an_area_that_is_painted_before_it_stays(drawn, engine):
    def page(c):
        write_lines(c, 70, 700, SEEN)
        c.setFillGray(0.9)
        c.rect(60, 590, 400, 24, fill=1, stroke=0)
        c.setFillGray(0)
        write_lines(c, 70, 600, HIDDEN)

    assert HIDDEN in said(drawn(page), engine)


def test_transparent_text_is_left_out(drawn, engine):
    def page(c):
        write_lines(c, 70, 700, SEEN)
        c.setFillAlpha(0)
        write_lines(c, 70, 600, HIDDEN)

    assert said(drawn(page), engine) == SEEN


def band(c, *, grey: float = 0.1, top: float = 590, alpha: float = 1.0) -> None:
    c.setFillColorRGB(grey, grey, grey, alpha=alpha)
    c.rect(60, top, 400, 24, fill=1, stroke=0)


def white_print(c) -> None:
    c.setFillColorRGB(1, 1, 1, alpha=1)
    write_lines(c, 70, 600, HIDDEN)


def clipped_away(c) -> None:
    c.saveState()
    beside = c.beginPath()
    beside.rect(0, 0, 20, 20)
    c.clipPath(beside, stroke=0)
    band(c)
    c.restoreState()


@pytest.mark.parametrize(
    ("below", "read"),
    [
        ((band,), True),
        ((band, lambda c: band(c, grey=1)), False),
        ((clipped_away,), False),
        ((lambda c: band(c, alpha=0.02),), False),
        ((lambda c: band(c, top=640),), False),
        ((lambda c: band(c, grey=0.6),), True),
    ],
    ids=["on a dark band", "with white on it", "cut off", "hardly there", "elsewhere", "on a grey one"],
)
def test_white_print_is_read_where_it_stands_out(drawn, engine, below, read):
    def page(c):
        write_lines(c, 70, 700, SEEN)
        for paint in below:
            paint(c)
        white_print(c)

    assert (HIDDEN in said(drawn(page), engine)) is read
