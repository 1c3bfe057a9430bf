"""What designers do to a page: initials, quotes set large, boxes between the text, page numbers halfway the margin, text on photographs."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import BlockKind
from pipeline.extraction.glyphs import Glyph
from pipeline.extraction.initials import with_initials
from pipeline.extraction.words import Word, words_of
from tests.extraction.print_shop import BRP, WERK, WONEN, read, texts, write_lines


def column(*lines: str, x: float = 70, y: float = 700, size: float = 10):
    return lambda c: write_lines(c, x, y, *lines, size=size)


def test_an_initial_over_three_lines_begins_the_first(drawn):
    def page(c):
        write_lines(c, 70, 676, "D", font="Times-Bold", size=40)
        write_lines(c, 102, 700, "e gemeente telt elk jaar in het", "voorjaar hoeveel mensen er voor werk", size=11)
        write_lines(c, 70, 673.6, "komen, en waar zij dan slapen.", size=11)

    expected = "De gemeente telt elk jaar in het voorjaar hoeveel mensen er voor werk komen, en waar zij dan slapen."
    assert texts(drawn(page)) == [expected]


def word(text: str, x0: float, size: float, baseline: float = 100.0) -> Word:
    return Word(
        text,
        x0,
        baseline - 0.8 * size,
        x0 + 0.6 * size * len(text),
        baseline + 0.2 * size,
        baseline,
        size,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("initial", "rest", "begins"),
    [
        ("I", "n", "In"),
        ("A", "LS", "ALS"),
        ("„W", "ij", "„Wij"),
        ("U", "leest", "U leest"),
        ("U", "itbuiting", "Uitbuiting"),
    ],
)
def test_an_initial_and_the_rest_of_its_word_are_one(initial, rest, begins):
    large = word(initial, 50, 30)
    assert [one.text for one in with_initials([large, word(rest, large.x1 + 2, 10, 90)])] == [begins]


def test_a_soft_hyphen_that_comes_with_a_letter_is_dropped():
    signs = enumerate(["s", "s\u00ad", "l"])
    letters = [
        Glyph(sign, 50 + 5 * n, 90, 55 + 5 * n, 100, 50 + 5 * n, 98, 10, False, False, 0, False) for n, sign in signs
    ]
    assert [one.text for one in words_of(letters)] == ["ssl"]


@pytest.mark.parametrize(
    "beside", [word("Jansen", 70, 10, 90), word("en", 95, 10, 90), word("en", 70, 10, 140), word("en", 70, 24, 90)]
)
def test_a_large_letter_by_itself_stays_so(beside):
    assert [one.text for one in with_initials([word("B", 50, 30), beside])] == ["B", beside.text]


def test_what_somebody_said_set_large_is_no_heading(typeset):
    body = f"<h2>2 Wonen</h2><p>{WONEN}</p><blockquote>„Iedereen verdient een eigen kamer.”</blockquote><p>{WERK}</p>"
    blocks = read(typeset(body, "blockquote{font-size:16pt}")).blocks
    said = next(block for block in blocks if block.text.startswith("„Iedereen"))
    assert (said.kind, blocks[-1].section) == (BlockKind.PARAGRAPH, ("2 Wonen",))


def test_a_heading_in_quotation_marks_is_one(typeset):
    assert read(typeset(f"<h2>‘Samen thuis’</h2><p>{WONEN}</p>")).blocks[0].kind is BlockKind.HEADING


def test_after_a_box_the_text_goes_on_under_the_heading_before_it(typeset):
    box = f"<div><h4>Wist u dat</h4><p>{BRP}</p></div>"
    body = f"<h2>Wonen</h2><p>{WONEN}</p>{box}<p>{WERK}</p>"
    blocks = read(typeset(body, "div{background:#def;padding:6pt}")).blocks
    assert [block.section for block in blocks[-2:]] == [("Wonen", "Wist u dat"), ("Wonen",)]


def test_a_heading_in_a_coloured_band_heads_what_follows(typeset):
    body = f"<h2>Wonen</h2><p>{WONEN}</p><div><h2>Werken</h2></div><p>{WERK}</p>"
    assert read(typeset(body, "div{background:#def;padding:6pt}")).blocks[-1].section == ("Werken",)


def test_a_heading_with_a_line_across_the_columns_parts_what_stands_above_from_what_stands_below(typeset):
    def band(title, left, right):
        return f"<h2>{title}</h2><hr><main><p>{left}</p><p>{right}</p></main>"

    css = "main{display:flex;gap:18pt} p{width:230pt} h2{font-size:16pt;margin:0} hr{border:0;height:2pt;background:teal;margin:0 0 6pt}"
    body = band("2 Wonen", WONEN, "Wie hier korter blijft, slaapt elders.") + band("3 Werken", WERK, BRP)
    assert texts(typeset(body, css)) == [
        "2 Wonen",
        WONEN,
        "Wie hier korter blijft, slaapt elders.",
        "3 Werken",
        WERK,
        BRP,
    ]


def test_a_heading_that_breaks_in_on_a_sentence_parts_the_columns_above_from_those_below(typeset):
    css = "main{column-count:2;column-gap:24pt} h1{column-span:all;font-size:18pt} body{font-size:10pt} p{text-align:justify}"
    above, below = f"{WONEN} {WERK} {BRP}", f"{BRP} {WERK} {WONEN}"
    body = f"<main><h1>Wonen</h1><p>{above}</p><h1>Werken</h1><p>{below}</p></main>"
    assert texts(typeset(body, css)) == ["Wonen", above, "Werken", below]


def test_a_heading_of_two_lines_over_a_line_stays_whole(typeset):
    title = "Uitvoeringsplan integrale aanpak voor wie hier tijdelijk werkt en voor wie hier langer blijft wonen"
    body = f"<h1>{title}</h1><p>{WONEN}</p>"
    assert texts(typeset(body, "h1{font-size:20pt;border-bottom:1pt solid #333}"))[0] == title


def test_a_heading_below_both_columns_heads_the_next_page(typeset):
    css = "main{column-count:2;column-gap:24pt} h1{font-size:18pt} body{font-size:10pt} table{break-before:page}"
    body = (
        f"<main><p>{WONEN} {WERK}</p><p>{BRP} {WONEN}</p></main><h1>Acties</h1><table><tr><td>{WERK}</td></tr></table>"
    )
    assert texts(typeset(body, css)) == [f"{WONEN} {WERK}", f"{BRP} {WONEN}", "Acties", WERK]


def test_a_panel_within_a_box_is_read_by_itself(typeset):
    panel = "<section><b>Uitgelicht</b><br>Mensen van<br>elders</section>"
    body = f"<p>{BRP}</p><div>{panel}<article><p>{WONEN}</p><p>{WERK}</p></article></div><p>{BRP}</p>"
    css = (
        "div{background:#def;padding:8pt;display:flex} section{background:#066;color:#fff;width:70pt;height:90pt;padding:6pt}"
        "article{margin-left:20pt;width:320pt}"
    )
    found = texts(typeset(body, css))
    assert WONEN in found and WERK in found


def test_tiles_in_rows_lose_nothing_and_are_read_row_by_row(typeset):
    names = ["Borsele", "Goes", "Kapelle", "Noord-Beveland", "Reimerswaal", "Tholen"]
    tiles = "".join(f"<section>Gemeente {name}<br>wethouder wonen<br>handtekening</section>" for name in names)
    css = "main{display:grid;grid-template-columns:150pt 150pt 150pt;gap:12pt} section{background:#def;height:110pt;padding:10pt}"
    found = texts(typeset(f"<p>{WONEN}</p><main>{tiles}</main><p>{WERK}</p>", css))
    assert found == [WONEN, *(f"Gemeente {name} wethouder wonen handtekening" for name in names), WERK]


def test_a_page_number_halfway_the_margin_is_furniture(drawn):
    def numbered(number, x):
        def page(c):
            write_lines(c, 80, 700, *["Een regel tekst die over de hele breedte van de kolom loopt"] * 30)
            write_lines(c, x, 420, str(number), font="Helvetica-Bold", size=12)

        return page

    found = read(drawn(numbered(1, 20), numbered(2, 565), numbered(3, 20))).blocks
    assert [block.text for block in found if block.kind is BlockKind.FURNITURE] == ["1"]
    assert not any(block.text.strip() in "123" for block in found if block.kind is not BlockKind.FURNITURE)


def test_a_heading_at_the_foot_of_a_column_heads_the_next_column(drawn):
    def page(c):
        c.setFillColorRGB(0.9, 0.9, 0.95)
        c.rect(60, 440, 226.3, 60, fill=1, stroke=0)
        c.setFillColorRGB(0, 0, 0)
        lines = [f"Regel {n} van een alinea die zijn kolom vult tot" for n in "abcdefghijklmnop"]
        write_lines(c, 60, 700, *lines, size=10)
        write_lines(c, 68, 480, "Signalen", font="Helvetica-Bold", size=9)
        write_lines(c, 68, 466, "Iemand heeft geen papieren bij zich.", size=9)
        write_lines(c, 60, 410, "Wat wij doen", font="Helvetica-Bold", size=11)
        write_lines(
            c,
            310,
            700,
            "• Wij bezoeken elk jaar zeventig adressen.",
            "• Wij sluiten panden waar het gevaarlijk is.",
            *lines[:8],
        )

    found = texts(drawn(page))
    assert found.index("Wat wij doen") < found.index("• Wij bezoeken elk jaar zeventig adressen.")


def test_a_text_in_the_margin_that_begins_a_hair_higher_stands_beside_the_column(typeset):
    margin = "<aside><b>Wie werken er?</b><br>Vijfduizend mensen uit andere landen.<br>Twee derde is jong.</aside>"
    body = f"<h2>Handen</h2>{margin}<main><p>{WONEN} {WERK}</p></main>"
    css = "aside{position:absolute;left:0;width:3.4cm;font-size:8pt} main{margin-left:4.4cm;padding-top:3pt} h2{margin:0 0 8pt}"
    assert texts(typeset(body, css))[1] == f"{WONEN} {WERK}"


def test_white_text_on_a_pale_picture_keeps_its_narrow_letters(drawn):
    def page(c):
        c.setFillColorRGB(0.78, 0.78, 0.78)
        c.rect(60, 690, 400, 24, fill=1, stroke=0)
        c.setFillColorRGB(1, 1, 1)
        write_lines(c, 70, 698, "Foto: de rij eenheden, juni 2021, in alle stilte.", size=8)
        c.setFillColorRGB(0, 0, 0)
        write_lines(c, 70, 650, "Zwart op wit ook.")

    assert texts(drawn(page))[0] == "Foto: de rij eenheden, juni 2021, in alle stilte."


def slanting(c):
    """Word by word, as character recognition prints them."""
    c.rotate(1.2)
    c.setFont("Helvetica", 10)
    for number, letter in enumerate("abcdefgh"):
        x = 70.0
        for part in f"Regel {letter} van een bladzijde die scheef onder de scanner lag en toen is herkend".split():
            c.drawString(x, 700 - 12 * number, part)
            x += c.stringWidth(f"{part} ", "Helvetica", 10)


def test_lines_that_slant_as_on_a_scan_are_lines(drawn):
    found = texts(drawn(slanting))
    assert " ".join(found).startswith(
        "Regel a van een bladzijde die scheef onder de scanner lag en toen is herkend Regel b van"
    )


def test_a_slanting_line_is_placed_where_it_is_printed(drawn):
    lines = read(drawn(slanting)).blocks[0].lines
    assert lines[0].bbox[3] - lines[0].bbox[1] > 15


def test_a_stamp_aslant_over_straight_lines_straightens_nothing(drawn):
    def page(c):
        write_lines(c, 70, 700, *["Een regel tekst die over de hele breedte van de kolom loopt"] * 6)
        c.rotate(2)
        write_lines(c, 300, 500, "Ontvangen door de griffie op 12 mei", size=9)

    assert texts(drawn(page))[0].startswith("Een regel tekst die over de hele breedte")


def test_a_page_full_of_capitals_has_no_initials():
    capitals = [word("A", 50 + 20 * (n % 20), 30, 100 + 40 * (n // 20)) for n in range(101)]
    beside = word("ls", capitals[0].x1 + 1, 10, 90)
    assert with_initials([*capitals, beside]) == [*capitals, beside]
