"""The two engines give the same words in the same order; pdfplumber is the one by which right and wrong are told."""

from __future__ import annotations

import os
from difflib import SequenceMatcher
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction import Engine, sheets
from pipeline.extraction.blocks import Extraction, FileState, PageState
from pipeline.extraction.characters import Sheet
from pipeline.extraction.glyphs import Glyph
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings
from tests.extraction.print_shop import BRP, WERK, WONEN, write_lines

EXAMPLES = Path(__file__).parents[2] / "corpus" / "voorbeeld"
REAL = os.environ.get("THEMASPIN_ECHTE_PAPIEREN", "")
"""A folder of PDFs on which the engines are compared too; none by default."""
ENOUGH = 0.999


def by(engine: Engine, path: Path) -> Extraction:
    return read_pdf(path, Limits(engine=engine))


def words(extraction: Extraction) -> list[str]:
    return [word for block in extraction.blocks for word in block.text.split()]


def shared(one: list[str], other: list[str]) -> int:
    """How many words both have in the same order."""
    if one == other:
        return len(one)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(match.size for match in matcher.get_matching_blocks())


def texts(extraction: Extraction) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(block.kind.value, block.text, block.section) for block in extraction.blocks]


@pytest.fixture
def canvas(tmp_path):
    made = Canvas(str(tmp_path / "paper.pdf"), pagesize=A4, pageCompression=0)
    made.path = tmp_path / "paper.pdf"
    return made


def assert_alike(canvas: Canvas) -> Extraction:
    canvas.save()
    fast, slow = by(Engine.PDFIUM, canvas.path), by(Engine.PDFPLUMBER, canvas.path)
    assert fast.state is FileState.OK
    assert texts(fast) == texts(slow)
    return fast


@pytest.fixture
def only_pdfium(monkeypatch):
    """Lets a test fail when pdfplumber is asked for a page: then it would be compared with itself."""

    def refuse(page, hidden):
        pytest.fail("pdfplumber was asked for a page that PDFium can read")

    monkeypatch.setattr(sheets, "plumber_sheet", refuse)


def wrapped(text: str, length: int = 80) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > length:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.traag
@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.pdf")), ids=lambda path: path.stem)
def test_example_papers_read_alike(path):
    assert texts(by(Engine.PDFIUM, path)) == texts(by(Engine.PDFPLUMBER, path))


@pytest.mark.zwaar
@pytest.mark.skipif(not REAL, reason="THEMASPIN_ECHTE_PAPIEREN wijst geen map met PDF's aan")
def test_real_papers_read_alike():
    """Where fonts do not map, both engines turn to the other, and what comes out differs with reason; nowhere else."""
    total = same = 0
    for path in sorted(Path(REAL).rglob("*.pdf")):
        fast, slow = by(Engine.PDFIUM, path), by(Engine.PDFPLUMBER, path)
        assert [page.state for page in fast.pages] == [page.state for page in slow.pages], path.name
        total += len(words(slow))
        same += shared(words(fast), words(slow))
    assert same >= ENOUGH * total


def test_running_text_and_list(canvas, only_pdfium):
    write_lines(canvas, 72, 760, "1 Huisvesting", font="Helvetica-Bold", size=14)
    write_lines(canvas, 72, 730, *wrapped(WONEN))
    write_lines(canvas, 72, 660, "• een nachtregister;", "• een beheerder;", "• een huisarts in de buurt.")
    canvas.save()
    assert "nachtregister" in " ".join(words(by(Engine.PDFIUM, canvas.path)))


def test_two_columns(canvas):
    write_lines(canvas, 60, 760, *wrapped(WONEN + " " + WERK, 42))
    write_lines(canvas, 320, 760, *wrapped(BRP + " " + WERK, 42))
    assert_alike(canvas)


def test_words_parted_by_mere_gaps(canvas):
    for number, line in enumerate(wrapped(WONEN)):
        x = 72.0
        for word in line.split():
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x, 760 - 12 * number, word)
            x += canvas.stringWidth(word, "Helvetica", 10) + 2.5
    assert "honderden arbeidsmigranten" in " ".join(words(assert_alike(canvas)))


def test_spaces_drawn_by_themselves(canvas):
    """PDFium gives no characters of a text object that is nothing but a space; the gap here is narrower than one."""
    for y, (left, right) in zip(
        (760, 740, 720), (("12", "Onderhoud"), ("-54", "Herstel"), ("7", "Reinigen")), strict=True
    ):
        canvas.setFont("Helvetica", 9)
        end = 72 + canvas.stringWidth(left, "Helvetica", 9)
        canvas.drawString(72, y, left)
        canvas.drawString(end, y, " ")
        canvas.drawString(end + 0.9, y, right)
    assert "12 Onderhoud" in " ".join(words(assert_alike(canvas)))


def test_ink_that_reaches_over_its_neighbours(canvas):
    canvas.setFont("Times-Italic", 10)
    for number, line in enumerate(wrapped("vijf jaar half jong of fijn straf juist lijf jaagt bijf jij " * 6)):
        canvas.drawString(72, 760 - 12 * number, line)
    assert "vijf jaar" in " ".join(words(assert_alike(canvas)))


def test_letterspaced_heading(canvas):
    text = canvas.beginText(72, 760)
    text.setFont("Helvetica-Bold", 16)
    text.setCharSpace(4)
    text.textLine("INLEIDING OP HET BELEID")
    text.setCharSpace(0)
    canvas.drawText(text)
    write_lines(canvas, 72, 730, *wrapped(WONEN))
    assert "INLEIDING OP HET BELEID" in " ".join(words(assert_alike(canvas)))


def test_heading_printed_twice_is_bold(canvas):
    for shift in (0, 0.3):
        write_lines(canvas, 72 + shift, 760, "Registratie van bewoners", size=10)
    write_lines(canvas, 72, 740, *wrapped(BRP))
    found = assert_alike(canvas)
    assert found.blocks[0].text == "Registratie van bewoners"


def test_ruled_table(canvas):
    for row, (name, figure) in enumerate((("Kern", "Bedden"), ("Someren", "120"), ("Lierop", "35"), ("Asten", "60"))):
        canvas.rect(72, 700 - 20 * row, 150, 20)
        canvas.rect(222, 700 - 20 * row, 100, 20)
        write_lines(canvas, 76, 706 - 20 * row, name)
        write_lines(canvas, 226, 706 - 20 * row, figure)
    write_lines(canvas, 72, 600, *wrapped(WONEN))
    assert "Kern: Someren; Bedden: 120" in [block.text for block in assert_alike(canvas).blocks]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_page(canvas, degrees):
    canvas.setPageSize((600, 600))
    write_lines(canvas, 72, 560, *wrapped(WONEN))
    canvas.setPageRotation(degrees)
    assert_alike(canvas)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("corners", [(600, 800, 0, 0), (0, 800, 600, 0), (600, 0, 0, 800)])
def test_page_whose_box_names_other_corners(canvas, corners, degrees):
    canvas.setPageSize((600, 800))
    write_lines(canvas, 72, 560, *wrapped(WONEN))
    canvas.setPageRotation(degrees)
    canvas.save()
    with pikepdf.open(canvas.path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array(corners)
        pdf.save(canvas.path)
    fast, slow = by(Engine.PDFIUM, canvas.path), by(Engine.PDFPLUMBER, canvas.path)
    assert "honderden arbeidsmigranten" in " ".join(words(fast))
    assert texts(fast) == texts(slow)


@pytest.mark.parametrize("degrees", [0, 90])
@pytest.mark.parametrize(
    ("name", "box"),
    [("/MediaBox", (0, 0, 1000, 595)), ("/MediaBox", (-100, -100, 900, 700)), ("/CropBox", (50, 500, 400, 800))],
)
def test_page_whose_box_is_that_of_the_whole_file(canvas, name, box, degrees):
    canvas.setPageSize((1000, 1000))
    for corner in ((60, 780), (850, 780), (60, 560), (850, 560)):
        write_lines(canvas, *corner, "Logies")
    canvas.setPageRotation(degrees)
    canvas.save()
    with pikepdf.open(canvas.path, allow_overwriting_input=True) as pdf:
        del pdf.pages[0].MediaBox
        pdf.Root.Pages.MediaBox = pikepdf.Array((0, 0, 1000, 1000))
        pdf.Root.Pages[name] = pikepdf.Array(box)
        pdf.save(canvas.path)
    fast, slow = by(Engine.PDFIUM, canvas.path), by(Engine.PDFPLUMBER, canvas.path)
    assert "Logies" in words(fast)
    assert [(block.text, block.bbox) for block in fast.blocks] == [
        (block.text, pytest.approx(block.bbox, abs=1)) for block in slow.blocks
    ]
    assert [(page.width, page.height) for page in fast.pages] == [(page.width, page.height) for page in slow.pages]


def test_watermark_and_turned_tab(canvas):
    write_lines(canvas, 72, 760, *wrapped(WONEN + WERK))
    canvas.saveState()
    canvas.translate(200, 400)
    canvas.rotate(45)
    write_lines(canvas, 0, 0, "CONCEPT", size=60)
    canvas.restoreState()
    canvas.saveState()
    canvas.translate(580, 400)
    canvas.rotate(90)
    write_lines(canvas, 0, 0, "Bijlage 2", size=8)
    canvas.restoreState()
    assert_alike(canvas)


def test_text_and_lines_in_a_form(canvas):
    canvas.beginForm("kader", 0, 0, 300, 100)
    canvas.rect(0, 0, 120, 20)
    canvas.rect(120, 0, 100, 20)
    canvas.rect(0, 20, 120, 20)
    canvas.rect(120, 20, 100, 20)
    write_lines(canvas, 4, 26, "Soort", "", font="Helvetica-Bold")
    write_lines(canvas, 124, 26, "Aantal", font="Helvetica-Bold")
    write_lines(canvas, 4, 6, "Campus")
    write_lines(canvas, 124, 6, "400")
    canvas.endForm()
    write_lines(canvas, 72, 760, *wrapped(WONEN))
    canvas.translate(100, 500)
    canvas.doForm("kader")
    assert "Soort: Campus; Aantal: 400" in [block.text for block in assert_alike(canvas).blocks]


def test_white_text_that_nobody_sees(canvas):
    canvas.setFillGray(1)
    write_lines(canvas, 72, 780, "verborgen trefwoorden huisvesting zorg")
    canvas.setFillGray(0)
    write_lines(canvas, 72, 760, *wrapped(WONEN))
    assert "verborgen" not in words(assert_alike(canvas))


def test_pdfplumber_alone_reads_where_it_was_chosen(canvas, monkeypatch):
    write_lines(canvas, 72, 760, *wrapped(WONEN))
    canvas.save()
    other = Glyph("Q", 10, 10, 15, 20, 10, 18, 10, False, False, 0, False)
    monkeypatch.setattr(sheets, "pdfium_sheet", lambda page, number: Sheet(number, 595, 842, (other,)))
    read = words(by(Engine.PDFPLUMBER, canvas.path))
    assert "arbeidsmigranten" in read and "Q" not in read


def test_page_without_known_characters_goes_to_pdfplumber(canvas, monkeypatch):
    write_lines(canvas, 72, 760, *wrapped(WONEN))
    canvas.save()
    lost = Glyph("\ufffd", 10, 10, 15, 20, 10, 18, 10, False, False, 0, False)
    monkeypatch.setattr(sheets, "pdfium_sheet", lambda page, number: Sheet(number, 595, 842, (lost,), unmapped=1.0))
    assert "arbeidsmigranten" in words(by(Engine.PDFIUM, canvas.path))


def test_pdfplumber_is_not_asked_on_and_on_what_the_fonts_of_a_file_do_not_tell(canvas, monkeypatch):
    asked = []
    sign = Glyph("\ufffd", 10, 10, 15, 20, 10, 18, 10, False, False, 0, False)

    def lost(page, hidden):
        asked.append(page)
        return Sheet(1, 595, 842, (sign,), unmapped=1.0)

    for _ in range(2 * sheets.MOST_IN_VAIN):
        write_lines(canvas, 72, 760, WONEN)
        canvas.showPage()
    canvas.save()
    monkeypatch.setattr(sheets, "pdfium_sheet", lambda page, number: Sheet(number, 595, 842, (sign,), unmapped=1.0))
    monkeypatch.setattr(sheets, "plumber_sheet", lost)
    assert {page.state for page in by(Engine.PDFIUM, canvas.path).pages} == {PageState.UNMAPPED}
    assert len(asked) == sheets.MOST_IN_VAIN


def test_page_that_pdfium_cannot_read_goes_to_pdfplumber(canvas, monkeypatch):
    def fail(page, number):
        raise ValueError("geen bladzijde")

    write_lines(canvas, 72, 760, *wrapped(WONEN))
    canvas.save()
    monkeypatch.setattr(sheets, "pdfium_sheet", fail)
    assert "arbeidsmigranten" in words(by(Engine.PDFIUM, canvas.path))


def test_other_engine_reads_everything_again(tmp_path):
    keys = {Workshop(load_settings(outputs=tmp_path, lezer=engine.value)).extractor for engine in Engine}
    assert len(keys) == 2


def test_lines_that_slant(canvas):
    canvas.rotate(1.2)
    write_lines(canvas, 72, 760, *wrapped(WONEN))
    assert WONEN in " ".join(block.text for block in assert_alike(canvas).blocks)
