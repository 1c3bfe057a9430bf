"""What was laid over a page with a PDF program: stamps and short texts are read as stamps, text that was struck out is gone."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction import Engine
from pipeline.extraction.blocks import BlockKind
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from tests.extraction.print_shop import write_lines

FIRST = "De nota arbeidsmigranten is vastgesteld op 3 juni 2019."
SECOND = "Huisvesting op bedrijventerreinen wordt verboden."
THIRD = "Wie langer dan vier maanden blijft, schrijft zich in."
HIDDEN, NO_VIEW = 2, 32

pytestmark = pytest.mark.parametrize("engine", Engine)


@pytest.fixture
def annotated(tmp_path):
    """Makes a page of three lines with annotations, each of `make` with the PDF they are of."""

    def make(*makers, rotate=0, draw=lambda canvas: None):
        path = tmp_path / "stuk.pdf"
        canvas = Canvas(str(path), pagesize=A4)
        for number, line in enumerate((FIRST, SECOND, THIRD)):
            write_lines(canvas, 70, 700 - 40 * number, line)
        draw(canvas)
        canvas.save()
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            page = pdf.pages[0]
            page.Rotate = rotate
            page.Annots = Array([*page.get("/Annots", []), *(pdf.make_indirect(made(pdf)) for made in makers)])
            pdf.save(path)
        return path

    return make


def annotation(kind, **more):
    box = more.pop("Rect", [300, 480, 500, 560])
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(box), F=more.pop("F", 4), **more)


def stamp(text, **more):
    """A stamp with the text printed in its appearance, askew, in a group within a group."""

    def make(pdf):
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
        inner = _group(pdf, f"0.9 0.43 -0.43 0.9 20 0 cm BT /F 24 Tf ({text}) Tj ET", Font=Dictionary(F=font))
        outer = _group(pdf, "/In Do", XObject=Dictionary(In=inner))
        return annotation("Stamp", AP=Dictionary(N=outer), **more)

    return make


def _group(pdf, content, **resources):
    group = pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 80]))
    group.Resources = Dictionary(**resources)
    return group


def free_text(text, **more):
    return lambda pdf: annotation("FreeText", Contents=text, DA="/Helv 12 Tf 0 g", **more)


def struck_out(*boxes, kind="StrikeOut", **more):
    corners = [side for x0, y0, x1, y1 in boxes for side in (x0, y1, x1, y1, x0, y0, x1, y0)]
    return lambda pdf: annotation(kind, QuadPoints=Array(corners), Rect=[60, 640, 400, 720], **more)


def blocks_of(path, engine, furniture):
    blocks = read_pdf(path, Limits(engine=engine)).blocks
    return [block.text for block in blocks if (block.kind is BlockKind.FURNITURE) is furniture]


@pytest.mark.parametrize(
    ("made", "read"),
    [
        (stamp("VERVALLEN"), "VERVALLEN"),
        (stamp("INGETROKKEN", Contents="Graag bespreken met Jan"), "INGETROKKEN"),
        (lambda pdf: annotation("Stamp", Contents="VERVALLEN per\r1 mei 2020"), "VERVALLEN per 1 mei 2020"),
        (lambda pdf: annotation("Stamp", Name=Name("/Draft")), "CONCEPT"),
        (free_text("CONCEPT"), "CONCEPT"),
    ],
    ids=["printed", "printed, with a remark", "a picture", "a picture by its name", "a text"],
)
def test_what_is_stamped_on_a_page_is_read_as_a_stamp(annotated, engine, made, read):
    path = annotated(made)
    assert blocks_of(path, engine, furniture=True) == [read]
    assert blocks_of(path, engine, furniture=False) == [FIRST, SECOND, THIRD]


def test_a_stamp_stands_where_it_is_seen_on_a_turned_page(annotated, engine):
    path = annotated(stamp("VERVALLEN", Rect=[400, 700, 500, 800]), rotate=90)
    box = next(b.bbox for b in read_pdf(path, Limits(engine=engine)).blocks if b.kind is BlockKind.FURNITURE)
    assert box == pytest.approx((700, 400, 800, 500), abs=1)


@pytest.mark.parametrize("flag", [HIDDEN, NO_VIEW])
def test_a_stamp_that_is_not_shown_is_not_read(annotated, engine, flag):
    assert blocks_of(annotated(stamp("VERVALLEN", F=flag)), engine, furniture=True) == []


def test_a_remark_of_a_reader_is_no_stamp(annotated, engine):
    remark = "Klopt dit nog wel? Volgens mij is deze regel bij het raadsbesluit van vorig jaar al vervallen."
    note = lambda pdf: annotation("Text", Contents="VERVALLEN")  # noqa: E731
    assert blocks_of(annotated(free_text(remark), note), engine, furniture=True) == []


def test_a_stamp_on_a_form_that_was_filled_in_is_read(annotated, engine):
    def field(canvas):
        canvas.acroForm.textfield(name="verzoek", value="een loket te openen", x=70, y=300, width=400, height=24)

    path = annotated(stamp("VERVALLEN"), draw=field)
    assert blocks_of(path, engine, furniture=True) == ["VERVALLEN"]
    assert "een loket te openen" in blocks_of(path, engine, furniture=False)


def test_text_that_a_reviewer_struck_out_is_left_out(annotated, engine):
    path = annotated(struck_out((68, 657, 320, 669)))
    assert blocks_of(path, engine, furniture=False) == [FIRST, THIRD]


def test_a_part_of_a_line_that_was_struck_out_goes_alone(annotated, engine):
    path = annotated(struck_out((68, 657, 122.5, 669)))
    assert blocks_of(path, engine, furniture=False)[1] == SECOND.removeprefix("Huisvesting ")


@pytest.mark.parametrize(
    "made", [struck_out((68, 657, 320, 669), F=HIDDEN), struck_out((68, 657, 320, 669), kind="Underline")]
)
def test_text_that_no_line_is_seen_through_stays(annotated, engine, made):
    assert blocks_of(annotated(made), engine, furniture=False) == [FIRST, SECOND, THIRD]


def test_links_cost_no_reading(annotated, engine, monkeypatch):
    link = lambda pdf: annotation("Link", Border=Array([0, 0, 0]))  # noqa: E731
    monkeypatch.setattr("pipeline.extraction.laid_over.View", lambda page: pytest.fail("a link was looked at"))
    assert blocks_of(annotated(link, link), engine, furniture=True) == []
