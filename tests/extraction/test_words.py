"""Characters to words: gaps, ligatures, note marks, fonts."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pipeline.extraction import rendering
from pipeline.extraction.characters import clean
from tests.extraction.print_shop import read, texts, write_lines


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ﬁnanciën", "financiën"),
        ("ĳsbaan", "ijsbaan"),
        ("m²", "m²"),
        ("½", "½"),
        ("…", "…"),
        ("\u00a0", " "),
        ("①", "①"),
    ],
)
def test_forms_are_resolved_only_where_plain_letters_mean_the_same(printed, meant):
    assert "".join(clean(char) for char in printed) == meant


def test_private_codes_of_symbol_fonts_are_bullets():
    assert [clean("\uf0b7"), clean("\uf0a7"), clean("ü", symbols=True)] == ["•", "•", "•"]


def test_the_boxes_of_a_form_stay_boxes_in_a_symbol_font():
    assert [clean(sign, symbols=True) for sign in "☐☒☑✓"] == ["☐", "☒", "☑", "✓"]
    assert [clean(code) for code in "\uf0a8\uf0fd\uf0fe"] == ["□", "☒", "☑"]


def test_words_are_parted_by_gaps_where_the_file_has_no_spaces(drawn):
    def page(c):
        c.setFont("Helvetica", 10)
        x = 70.0
        for word in ["Er", "zijn", "geen", "spaties", "in", "deze", "regel", "van", "het", "bestand"]:
            c.drawString(x, 700, word)
            x += c.stringWidth(word, "Helvetica", 10) + 2.6

    assert texts(drawn(page)) == ["Er zijn geen spaties in deze regel van het bestand"]


def test_letters_placed_one_by_one_make_whole_words(drawn):
    def page(c):
        c.setFont("Helvetica", 10)
        x = 70.0
        for letter in "huisvesting van mensen":
            c.drawString(x, 700, letter)
            x += c.stringWidth(letter, "Helvetica", 10) + 0.3

    assert texts(drawn(page)) == ["huisvesting van mensen"]


@pytest.mark.parametrize("space", [0, 6.0])
def test_letterspaced_headings_become_words(drawn, space):
    def page(c):
        text = c.beginText(70, 700)
        text.setFont("Helvetica-Bold", 14)
        text.setCharSpace(7)
        text.setWordSpace(space)
        text.textOut("INLEIDING EN DOEL")
        c.drawText(text)

    assert texts(drawn(page)) == ["INLEIDING EN DOEL"]


def test_letters_with_spaces_between_them_become_words(drawn):
    assert texts(drawn(lambda c: write_lines(c, 70, 700, "I N L E I D I N G", size=16))) == ["INLEIDING"]


def raised(c, x, y, before, mark, after, rise=4.0, size=6.0):
    c.setFont("Helvetica", 10)
    c.drawString(x, y, before)
    x += c.stringWidth(before, "Helvetica", 10)
    c.setFont("Helvetica", size)
    c.drawString(x, y + rise, mark)
    x += c.stringWidth(mark, "Helvetica", size)
    c.setFont("Helvetica", 10)
    c.drawString(x, y, after)


@pytest.mark.parametrize(
    ("before", "mark", "after", "read_as"),
    [
        ("De huisvesting", "12", " van mensen is geregeld.", "De huisvesting van mensen is geregeld."),
        ("Het staat in de nota.", "3", " Daarna volgt meer.", "Het staat in de nota. Daarna volgt meer."),
        ("Elke kamer meet 5,5 m", "2", " voor een persoon.", "Elke kamer meet 5,5 m² voor een persoon."),
        ("Zij wonen op de 1", "e", " verdieping van het pand.", "Zij wonen op de 1e verdieping van het pand."),
    ],
)
def test_note_marks_go_and_other_raised_signs_stay(drawn, before, mark, after, read_as):
    assert texts(drawn(lambda c: raised(c, 70, 700, before, mark, after))) == [read_as]


def test_a_note_mark_in_one_column_is_found_beside_lines_of_another(drawn):
    def page(c):
        for number, letter in enumerate("abcdef"):
            write_lines(c, 60, 700 - 12 * number, f"Linker regel {letter} met genoeg woorden")
            write_lines(c, 320, 701.2 - 12 * number, f"Rechter regel {letter} met genoeg woorden")
        x = 60 + c.stringWidth("Linker regel c met genoeg woorden", "Helvetica", 10)
        write_lines(c, x + 3, 680, "7", size=7)

    left = " ".join(f"Linker regel {letter} met genoeg woorden" for letter in "abcdef")
    assert texts(drawn(page))[0].startswith(left)


def test_lowered_figures_stay_in_their_word(drawn):
    assert texts(drawn(lambda c: raised(c, 70, 700, "De uitstoot van CO", "2", " daalt.", rise=-2))) == [
        "De uitstoot van CO2 daalt."
    ]


def test_text_printed_twice_for_bold_is_read_once(drawn):
    def page(c):
        for shift in (0, 0.3):
            write_lines(c, 70 + shift, 700, "Dubbel gedrukt voor vet")

    assert texts(drawn(page)) == ["Dubbel gedrukt voor vet"]


def test_white_text_on_white_is_left_out_but_not_on_a_colour(drawn):
    def page(c):
        c.setFillColorRGB(0.1, 0.2, 0.5)
        c.rect(60, 690, 300, 24, fill=1, stroke=0)
        c.setFillColorRGB(1, 1, 1)
        write_lines(c, 70, 698, "Wit op blauw is te zien")
        write_lines(c, 70, 600, "verborgen zoekwoorden")
        c.setFillColorRGB(0, 0, 0)
        write_lines(c, 70, 650, "Zwart op wit ook.")

    assert texts(drawn(page)) == ["Wit op blauw is te zien", "Zwart op wit ook."]


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "grey"])
def test_a_page_is_painted_for_white_print_only_where_its_band_leaves_doubt(drawn, monkeypatch, dark):
    def page(c):
        c.setFillGray(0.1 if dark else 0.7)
        c.rect(60, 690, 400, 24, fill=1, stroke=0)
        c.setFillGray(1)
        write_lines(c, 70, 700, "Wit op een balk")

    painted = []
    paint = rendering.painted
    monkeypatch.setattr(rendering, "painted", lambda page: painted.append(page) or paint(page))
    texts(drawn(page))

    assert bool(painted) is not dark


@pytest.fixture
def unmapped(drawn):
    """A page in a font that does not say which character a glyph is: its table to Unicode is gone."""
    import pikepdf
    import reportlab

    font = f"{reportlab.__path__[0]}/fonts/Vera.ttf"
    pdfmetrics.registerFont(TTFont("Vera", font))
    path = drawn(lambda c: write_lines(c, 70, 700, "De huisvesting van arbeidsmigranten vraagt aandacht", font="Vera"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for own in pdf.pages[0].Resources.Font.values():
            if "/ToUnicode" in own:
                del own["/ToUnicode"]
        for stream in pdf.objects:
            if isinstance(stream, pikepdf.Dictionary) and "/FirstChar" in stream and "/Encoding" in stream:
                del stream["/Encoding"]
        pdf.save(path)
    return path


def test_codes_without_characters_never_end_up_in_the_text(unmapped):
    assert "(cid:" not in " ".join(block.text for block in read(unmapped).blocks)


def test_a_page_of_codes_is_read(drawn):
    codes = [[f"k{10 * row + column}" for column in range(10)] for row in range(20)]
    extraction = read(
        drawn(lambda c: [write_lines(c, 70, 760 - 20 * i, "  ".join(row)) for i, row in enumerate(codes)])
    )
    assert "k199" in " ".join(block.text for block in extraction.blocks)


def test_a_page_of_words_without_vowels_is_not_read(drawn):
    words = ["gmntn", "brmgrtn", "hsvstng", "rgstrt", "zrg", "hndhvng", "lgs", "wnng"] * 3
    extraction = read(drawn(lambda c: [write_lines(c, 70, 760 - 20 * i, word + " nt") for i, word in enumerate(words)]))
    assert "lettertype zonder tekens" in extraction.reason
