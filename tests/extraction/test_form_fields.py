"""Text in the fields of a form is read where people see it."""

from __future__ import annotations

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction import Engine
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.web.pageimages import PageImage, Painter
from tests.extraction.print_shop import write_lines

ASKED = "een loket te openen waar arbeidsmigranten zich inschrijven"


@pytest.fixture
def form(tmp_path):
    """Makes a motion with what is asked in a field; `draw` adds other fields to its canvas."""

    def make(asked=ASKED, draw=lambda canvas: None):
        path = tmp_path / "motie.pdf"
        canvas = Canvas(str(path), pagesize=A4)
        write_lines(canvas, 50, 770, "De raad van Someren verzoekt het college:")
        canvas.acroForm.textfield(name="verzoek", value=asked, x=50, y=720, width=480, height=24)
        draw(canvas)
        write_lines(canvas, 50, 690, "En gaat over tot de orde van de dag.")
        canvas.showPage()
        write_lines(canvas, 50, 770, "Het tweede blad heeft geen velden.")
        canvas.save()
        return path

    return make


def texts(path, engine=Engine.PDFIUM):
    return [block.text for block in read_pdf(path, Limits(engine=engine)).blocks]


READ = [
    "De raad van Someren verzoekt het college:",
    ASKED,
    "En gaat over tot de orde van de dag.",
    "Het tweede blad heeft geen velden.",
]


@pytest.mark.parametrize("engine", list(Engine))
def test_what_was_filled_in_is_read_in_its_place(form, engine):
    assert texts(form(), engine) == READ


@pytest.mark.parametrize("engine", list(Engine))
def test_a_field_of_which_no_program_drew_the_text_is_read_too(form, engine):
    path = form()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.pages[0].Annots[0]["/AP"]
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.save(path)
    assert texts(path, engine) == READ


def test_a_form_that_needs_no_password_to_be_opened_is_read_where_it_is_encrypted(form):
    path = form()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="geheim", user=""))
    assert texts(path) == READ


def test_a_field_that_was_left_empty_says_nothing(form):
    assert texts(form(asked="")) == [READ[0], *READ[2:]]


def test_a_tick_is_no_text(form):
    def tick(canvas):
        canvas.acroForm.checkbox(name="akkoord", checked=True, x=300, y=650)

    assert texts(form(draw=tick)) == READ


def test_a_choice_from_a_list_is_read(form):
    def choose(canvas):
        canvas.acroForm.choice(
            name="uitslag", value="verworpen", options=["aangenomen", "verworpen"], x=50, y=600, width=200, height=24
        )

    assert "verworpen" in texts(form(draw=choose))


def test_what_was_filled_in_is_seen_on_the_picture_of_the_page(form, tmp_path):
    painter = Painter(tmp_path, workers=1)
    try:
        filled, empty = (
            painter.image(PageImage(name, 1, (), False), form(asked)) for name, asked in (("a", ASKED), ("b", ""))
        )
    finally:
        painter.close()
    assert filled != empty


def test_which_boxes_are_ticked_is_told_beside_the_text(form):
    def boxes(canvas):
        for number, on in enumerate((True, False)):
            canvas.acroForm.checkbox(name=f"vak{number}", checked=on, x=300 + 40 * number, y=650)
        for value in ("voor", "tegen"):
            canvas.acroForm.radio(name="stem", value=value, selected=value == "tegen", x=300, y=600)

    assert read_pdf(form(draw=boxes), Limits()).metadata["ticks"] == "1001"
    assert "ticks" not in read_pdf(form(), Limits()).metadata
