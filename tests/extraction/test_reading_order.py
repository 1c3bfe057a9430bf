"""The order in which a person reads a page."""

from __future__ import annotations

import random

import pikepdf
import pytest

from pipeline.extraction.blocks import BlockKind, FileState
from tests.extraction.print_shop import BRP, WERK, WONEN, read, texts, write_lines

COLUMNS = ".c{columns:%d;column-gap:14pt} p{text-align:justify}"


def paragraphs(*parts: str) -> str:
    return "".join(f"<p>{part}</p>" for part in parts)


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_are_read_one_after_the_other(typeset, columns):
    own = [f"Alinea {number}: {WONEN} {WERK}" for number in ("een", "twee", "drie", "vier", "vijf")]
    body = f"<h1>Nota huisvesting over de volle breedte</h1><div class=c>{paragraphs(*own)}</div>"
    assert texts(typeset(body, COLUMNS % columns)) == ["Nota huisvesting over de volle breedte", *own]


def test_a_block_over_two_columns_is_placed_where_it_begins(typeset):
    body = f"<div class=c>{paragraphs(' '.join([WONEN, WERK, BRP] * 3))}</div>"
    block = read(typeset(body, COLUMNS % 2)).blocks[0]
    assert block.bbox[2] < 300
    assert max(line.bbox[2] for line in block.lines) > 500


def test_a_heading_across_the_columns_parts_what_is_above_from_what_is_below(typeset):
    above, below = f"Boven. {WONEN} {WERK}", f"Onder. {BRP} {WERK}"
    wide = "<h2>2 Een kop die over beide kolommen van de pagina heen loopt</h2>"
    body = f"<div class=c>{paragraphs(above, BRP)}</div>{wide}<div class=c>{paragraphs(below, WONEN)}</div>"
    found = texts(typeset(body, COLUMNS % 2))
    assert found == [above, BRP, "2 Een kop die over beide kolommen van de pagina heen loopt", below, WONEN]


def test_a_large_heading_whose_space_lies_over_the_white_between_columns_stays_whole(drawn):
    def page(c):
        write_lines(c, 70, 760, "5 Gasten van de", font="Helvetica-Bold", size=28)
        write_lines(c, 294, 760, "werkvloer", font="Helvetica-Bold", size=28)
        for x, word in ((70, "links"), (294, "rechts")):
            lines = [f"Regel {n} van de tekst {word} die zijn kolom vult" for n in "abcdefghijkl"]
            write_lines(c, x, 720, *lines, size=10)

    assert texts(drawn(page))[0] == "5 Gasten van de werkvloer"


def test_a_short_heading_under_two_columns_belongs_to_the_text_below_it(typeset):
    body = f"<div class=c>{paragraphs(WONEN + ' ' + WERK, BRP)}</div><h2>3 Borging</h2>{paragraphs(WERK)}"
    assert texts(typeset(body, COLUMNS % 2))[-2:] == ["3 Borging", WERK]


def test_a_right_column_that_begins_higher_than_the_left_one_is_still_read_second(typeset):
    main = f"{WONEN} {WERK} {BRP} {WONEN}"
    body = f"<div class=c><h2>1 Kader</h2>{paragraphs(main)}<h3>1.1 Rollen</h3>{paragraphs(WERK)}</div>"
    css = COLUMNS % 2 + "h2{margin:0;padding-top:20pt}"
    assert texts(typeset(body, css)) == ["1 Kader", main, "1.1 Rollen", WERK]


def test_a_second_line_of_a_wide_title_stays_with_the_title(typeset):
    body = (
        f"<h1>Nota over de huisvesting van arbeidsmigranten 2020</h1><div class=c>{paragraphs(WONEN, WERK, BRP)}</div>"
    )
    assert texts(typeset(body, COLUMNS % 2))[0] == "Nota over de huisvesting van arbeidsmigranten 2020"


@pytest.mark.parametrize("look", ["background:#dfe;padding:6pt", "font-style:italic", "border:1pt solid;padding:6pt"])
def test_a_sidebar_never_cuts_into_the_text_beside_it(typeset, look):
    aside = (
        f"<div class=s>{paragraphs('In dit kader staat een voorbeeld uit de praktijk van een werkgever.', BRP)}</div>"
    )
    main = f"{WONEN} {WERK} {BRP} {WONEN} {WERK} {BRP} {WONEN}"
    css = f".s{{float:right;width:34%;font-size:9pt;margin:0 0 8pt 14pt;{look}}}"
    found = texts(typeset(f"<h1>Visie</h1>{aside}{paragraphs(main, WERK)}", css))
    assert main in found
    assert found.index(main) + 1 == found.index(WERK)
    assert BRP in found


def test_a_heading_beside_the_top_of_a_sidebar_stays_with_the_main_text(typeset):
    aside = f"<div class=s>{paragraphs('Zijtekst. ' + WERK)}</div>"
    css = ".s{float:left;width:26%;margin:0 14pt 8pt 0;font-size:8pt}"
    found = texts(typeset(f"<h1>Visie</h1>{aside}{paragraphs(f'{WONEN} {WERK} {BRP}', WERK)}", css))
    assert found == ["Visie", f"{WONEN} {WERK} {BRP}", WERK, f"Zijtekst. {WERK}"]


def test_a_table_across_the_page_parts_the_columns_above_from_those_below(typeset):
    table = "<table><tr><th>Jaar<th>Bedden</tr><tr><td>2020<td>100</tr><tr><td>2021<td>140</tr></table>"
    above, below = f"<h2>1 Wonen</h2>{paragraphs(WONEN, WERK)}", f"<h2>2 Zorg</h2>{paragraphs(BRP, WERK)}"
    css = (
        COLUMNS % 2 + "table{border-collapse:collapse;width:100%} td,th{border:.5pt solid;padding:3pt;text-align:left}"
    )
    assert texts(typeset(f"<div class=c>{above}</div>{table}<div class=c>{below}</div>", css)) == [
        *("1 Wonen", WONEN, WERK),
        *("Jaar: 2020; Bedden: 100", "Jaar: 2021; Bedden: 140"),
        *("2 Zorg", BRP, WERK),
    ]


def test_a_paragraph_runs_on_over_a_page_end(typeset):
    main = " ".join([WONEN, WERK, BRP] * 9)
    path = typeset(f"<h1>Nota</h1>{paragraphs(main)}")
    block = next(block for block in read(path).blocks if block.kind is BlockKind.PARAGRAPH)
    assert block.text == main
    assert {line.page for line in block.lines} == {1, 2}


def test_a_new_sentence_on_a_new_page_begins_a_block_of_its_own(drawn):
    path = drawn(
        lambda c: write_lines(c, 70, 700, "De raad stelt dit vast.", "Dat besluit geldt."),
        lambda c: write_lines(c, 70, 700, "Inwoners krijgen bericht.", "Zij kunnen reageren."),
    )
    assert texts(path) == [
        "De raad stelt dit vast. Dat besluit geldt.",
        "Inwoners krijgen bericht. Zij kunnen reageren.",
    ]


def test_labels_in_the_margin_stand_before_their_text(drawn):
    def page(c):
        write_lines(c, 60, 700, "Datum", "Locatie", "Aanwezig")
        write_lines(c, 180, 700, "12 maart 2020", "Raadhuis te Sterksel", "De burgemeester en de wethouders Jansen,")
        write_lines(c, 180, 664, "Pieters en De Vries, alsmede de secretaris van de gemeente")

    found = " ".join(texts(drawn(page)))
    assert "Datum" in found and found.index("Datum") < found.index("12 maart") < found.index("Locatie")
    assert found.index("Locatie") < found.index("Raadhuis") < found.index("Aanwezig") < found.index("Pieters")


def test_a_label_beside_a_long_text_stands_above_it(drawn):
    def page(c):
        for number, (label, text) in enumerate([("Aanleiding", "wonen"), ("Doel", "werken"), ("Aanpak", "zorgen")]):
            y = 700 - 90 * number
            write_lines(c, 60, y, label, font="Helvetica-Bold")
            lines = [f"Regel {n} over {text} die de hele breedte van deze kolom vult met woorden" for n in "abcde"]
            write_lines(c, 180, y, *lines[:-1], "en eindigt hier.")

    found = [text[:24] for text in texts(drawn(page))]
    assert found == [
        "Aanleiding",
        "Regel a over wonen die d",
        "Doel",
        "Regel a over werken die ",
        "Aanpak",
        "Regel a over zorgen die ",
    ]


def test_unequal_line_heights_in_two_columns_do_not_mix_them(drawn):
    left = [f"linker regel {n} met genoeg woorden voor een kolom" for n in "abcdefgh"]
    right = [f"rechter regel {n} met ook genoeg woorden erin" for n in "abcdefgh"]

    def page(c):
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            write_lines(c, 60, 700 - 12 * number, one)
            write_lines(c, 320, 695 - 13 * number, other)

    assert " ".join(texts(drawn(page))) == " ".join([*left, *right])


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_seen(drawn, rotation):
    def page(c):
        write_lines(c, 70, 500, "Eerste regel van een pagina die gedraaid is", "en tweede regel.")

    path = drawn(page)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Rotate = rotation
        pdf.save(path)
    extraction = read(path)
    assert [b.text for b in extraction.blocks] == ["Eerste regel van een pagina die gedraaid is en tweede regel."]
    x0, top, x1, bottom = extraction.blocks[0].bbox
    page_read = extraction.pages[0]
    assert 0 <= x0 < x1 <= page_read.width and 0 <= top < bottom <= page_read.height
    assert (x1 - x0 < bottom - top) == (rotation in (90, 270))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_that_runs_sideways_on_an_upright_page_is_read(drawn, angle):
    def page(c):
        c.translate(300, 420)
        c.rotate(angle)
        write_lines(c, -200, 0, "Een tabel is dwars op de pagina gezet", "en loopt hier door.")

    assert texts(drawn(page)) == ["Een tabel is dwars op de pagina gezet en loopt hier door."]


def test_text_outside_the_visible_part_of_a_page_is_left_out(drawn):
    def page(c):
        c.setCropBox((50, 50, 500, 800))
        write_lines(c, 70, 700, "Dit staat op de pagina.")
        write_lines(c, 520, 700, "snijmarge")

    assert texts(drawn(page)) == ["Dit staat op de pagina."]


@pytest.mark.parametrize("width", [60, 70, 80])
def test_gaps_in_justified_text_make_no_table(typeset, width):
    items = [
        "het gaat om een bestaand stenen bijgebouw op een agrarisch bouwblok; nieuwbouw voor dit doel is uitgesloten;",
        "het gebouw heeft een goedgekeurde brandmeldinstallatie en een gebruiksmelding;",
        "gevraagd is naar kerkbezoek, gezondheid, arbeidsvoorwaarden en vervoer; dat zijn terechte onderwerpen.",
    ]
    body = "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    blocks = read(
        typeset(body, f"ul{{width:{width}mm;text-align:justify;padding-left:5mm}} body{{font:10pt 'DejaVu Serif'}}")
    ).blocks
    assert [block.kind for block in blocks if block.kind != BlockKind.FURNITURE] == [BlockKind.LIST_ITEM] * 3


def test_words_scattered_at_random_are_read(drawn):
    def page(c):
        where = random.Random(3)
        c.setFont("Helvetica", 4)
        for _ in range(600):
            c.drawString(
                where.random() * 560, where.random() * 820, where.choice(["huis", "de", "bed", "en", "werk", "loon"])
            )

    assert read(drawn(page)).state is FileState.OK
