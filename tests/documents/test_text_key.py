"""The same text has the same key, however the file was made and wherever it stands; anything else that is read gives another."""

from __future__ import annotations

import io
import textwrap

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.documents.text_key import FEWEST_WORDS, text_key
from tests.documents.made import extraction
from tests.extraction.print_shop import BRP, WERK, WONEN, read, write_lines
from tests.resaving import resave

PLACEHOLDER = (
    "Please wait...",
    "If this message is not eventually replaced with the proper contents of the document, your PDF viewer may not be able to display "
    "this type of document. You can upgrade to the latest version of Adobe Reader for Windows, Mac, or Linux by visiting "
    "http://www.adobe.com/go/reader_download. For more assistance with Adobe Reader visit http://www.adobe.com/go/acrreader.",
)


@pytest.fixture
def printed(tmp_path):
    """Prints paragraphs, each on a page of its own, and returns the key of what is read; `photos` are pages before them."""

    def make(*paragraphs, x=60, characters=90, font="Helvetica", photos=0, draw=lambda canvas: None):
        canvas = Canvas(str(tmp_path / "stuk.pdf"))
        for _ in range(photos):
            canvas.drawImage(_photo(), 0, 0, 595, 842)
            canvas.showPage()
        for number, paragraph in enumerate(paragraphs):
            write_lines(canvas, x, 780, *textwrap.wrap(paragraph, characters, break_on_hyphens=False), font=font)
            if not number:
                draw(canvas)
            canvas.showPage()
        canvas.save()
        return text_key(read(tmp_path / "stuk.pdf"))

    return make


def _photo():
    content = io.BytesIO()
    Image.effect_noise((300, 420), 90).save(content, "PNG")
    content.seek(0)
    return ImageReader(content)


def test_a_paper_that_was_saved_anew_has_the_same(tmp_path, make_pdf):
    paper = make_pdf(tmp_path / "a.pdf", *("\n".join(textwrap.wrap(one, 90)) for one in (WONEN, WERK)))
    key = text_key(read(paper))
    assert key
    assert text_key(read(resave(paper, tmp_path / "b.pdf"))) == key


def test_where_the_words_stand_makes_no_difference(printed):
    key = printed(WONEN, WERK)
    assert key
    assert printed(WONEN, WERK, x=120, characters=55, font="Times-Roman") == key
    assert printed(f"{WONEN} {WERK}") == key


@pytest.mark.parametrize(
    "other", [WONEN.replace("honderden", "duizenden"), f"{WONEN} Geheim.", WONEN.replace("jaarlijks ", "")]
)
def test_one_word_makes_a_difference(printed, other):
    assert printed(other, WERK) != printed(WONEN, WERK)


def test_so_does_the_order(printed):
    assert printed(WERK, WONEN) != printed(WONEN, WERK)


def test_so_does_a_stamp(printed):
    def stamp(canvas):
        write_lines(canvas, 400, 820, "CONCEPT", font="Helvetica-Bold", size=14)

    assert printed(WONEN, WERK, draw=stamp) != printed(WONEN, WERK)


def test_so_does_what_was_filled_in(printed):
    def field(value):
        return lambda canvas: canvas.acroForm.textfield(name="aantal", value=value, x=60, y=500, width=200, height=24)

    assert printed(WONEN, WERK, draw=field("twaalf")) != printed(WONEN, WERK, draw=field("dertien"))


def test_so_does_a_tick(printed):
    def boxes(*ticked):
        def draw(canvas):
            for number, on in enumerate(ticked):
                canvas.acroForm.checkbox(name=f"vak{number}", checked=on, x=60 + 40 * number, y=500)

        return draw

    one, other = (printed(WONEN, WERK, draw=boxes(*ticked)) for ticked in ((True, False), (False, True)))
    assert one
    assert one != other
    assert one == printed(WONEN, WERK, draw=boxes(True, False))


def test_a_photo_on_the_cover_belongs_to_it(printed):
    key = printed(WONEN, WERK, BRP, photos=1)
    assert key
    assert key == printed(WONEN, WERK, BRP, photos=1)
    assert key != printed(WONEN, WERK, BRP)


def test_a_paper_of_which_much_is_a_picture_has_none(printed):
    assert printed(WONEN, WERK, BRP, photos=2) == ""


def test_few_words_have_none(printed):
    words = WONEN.split() + WERK.split()
    assert printed(" ".join(words[: FEWEST_WORDS - 1])) == ""
    assert printed(" ".join(words[:FEWEST_WORDS]))


def test_a_paper_with_another_attached_has_none(tmp_path, make_pdf):
    paper = make_pdf(tmp_path / "a.pdf", "\n".join(textwrap.wrap(f"{WONEN} {WERK}", 90)))
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        pdf.attachments["nota.pdf"] = b"%PDF-1.4"
        pdf.save(paper)
    assert text_key(read(paper)) == ""


def test_the_page_that_stands_in_for_a_form_has_none(printed):
    assert printed(" ".join(PLACEHOLDER)) == ""


def test_a_paper_that_could_not_be_read_has_none(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 kapot")
    assert text_key(read(tmp_path / "a.pdf")) == ""


def test_capitals_and_the_lines_of_a_table_make_no_difference():
    rows = [f"| {word} | {word}" for word in WONEN.split()]
    assert text_key(extraction("\n".join(rows))) == text_key(extraction("\n".join(rows).upper().replace("| ", "")))
