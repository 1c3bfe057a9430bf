"""What stands in a layer that is switched off is on no page that a reader sees, and is no text of the paper."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction import Engine
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from tests.extraction.print_shop import write_lines

SEEN = "Deze regel van de nota is voor iedereen te lezen."
LAYERED = "Maatregelen tegen uitbuiting van arbeidsmigranten."
BESIDE = "En zo gaat de nota verder."

pytestmark = pytest.mark.parametrize("engine", Engine)


def said(path, engine):
    return " ".join(block.text for block in read_pdf(path, Limits(engine=engine)).blocks)


@pytest.fixture
def layered(tmp_path):
    """Makes a PDF of a line, a line in a layer, and a line again. `off` says by which means the layer is switched off, `inside` how the
    line is in it."""

    def make(off="OFF", inside="mark", packed=False):
        path = tmp_path / "lagen.pdf"
        canvas = Canvas(str(path), pagesize=A4)
        write_lines(canvas, 70, 700, SEEN)
        _write_in_layer(canvas, inside)
        write_lines(canvas, 70, 600, BESIDE)
        canvas.save()
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Laag"))
            other = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Andere laag"))
            pdf.Root.OCProperties = Dictionary(OCGs=Array([layer, other]), D=_configured(off, layer, other))
            member = Dictionary(Type=Name.OCMD, OCGs=Array([layer, other]), P=Name.AllOn)
            _put_in_layer(pdf.pages[0], layer if inside != "rule" else member)
            modes = pikepdf.ObjectStreamMode
            pdf.save(path, object_stream_mode=modes.generate if packed else modes.disable)
        return path

    return make


def _write_in_layer(canvas, inside):
    if inside == "form":
        canvas.beginForm("laag")
        write_lines(canvas, 70, 650, LAYERED)
        canvas.endForm()
        canvas.doForm("laag")
        return
    canvas._code.append("/OC /Laag BDC")
    canvas._code.append("/Span << /MCID 0 >> BDC")
    write_lines(canvas, 70, 650, LAYERED)
    canvas._code.append("EMC EMC")


def _put_in_layer(page, membership):
    page.Resources.Properties = Dictionary(Laag=membership)
    for form in page.Resources.get("/XObject", {}).values():
        form.OC = membership


def _configured(off, layer, other):
    if off == "BaseState":
        return Dictionary(BaseState=Name.OFF, ON=Array([other]))
    if off == "not seen on a screen":
        layer.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
        automatic = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([layer]))
        return Dictionary(AS=Array([automatic]))
    return Dictionary(OFF=Array([layer] if off == "OFF" else [other] if off == "another" else []))


@pytest.mark.parametrize("off", ["OFF", "BaseState", "not seen on a screen"])
def test_text_in_a_layer_that_is_switched_off_is_left_out(layered, engine, off):
    assert said(layered(off), engine) == f"{SEEN} {BESIDE}"


@pytest.mark.parametrize("inside", ["form", "rule"])
def test_so_is_that_of_a_group_in_it_and_of_a_rule_on_layers(layered, engine, inside):
    assert said(layered(inside=inside), engine) == f"{SEEN} {BESIDE}"


def test_a_list_of_layers_that_is_packed_away_is_found(layered, engine):
    assert said(layered(packed=True), engine) == f"{SEEN} {BESIDE}"


@pytest.mark.parametrize("off", ["none", "another"])
def test_text_in_a_layer_that_is_on_stays(layered, engine, off):
    assert said(layered(off), engine) == f"{SEEN} {LAYERED} {BESIDE}"


def test_a_page_of_nothing_but_a_layer_that_is_switched_off_is_empty(tmp_path, engine):
    path = tmp_path / "leeg.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    _write_in_layer(canvas, "mark")
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Laag"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=_configured("OFF", layer, layer))
        _put_in_layer(pdf.pages[0], layer)
        pdf.save(path)
    extraction = read_pdf(path, Limits(engine=engine))
    assert (extraction.pages[0].state, said(path, engine)) == ("leeg", "")
