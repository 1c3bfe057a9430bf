"""What blocks are: headings, paragraphs, items, notes, contents, furniture, and the section each stands in."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import BlockKind
from tests.extraction.print_shop import BRP, WERK, WONEN, read, texts, write_lines

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM


def kinds(path):
    return [(block.kind, block.text) for block in read(path).blocks if block.kind is not BlockKind.FURNITURE]


def test_sections_follow_the_numbers_of_headings(typeset):
    body = (
        f"<h1>Nota</h1><h2>1 Wonen</h2><p>{WONEN}</p><h3>1.1 Beheer</h3><p>{WERK}</p><h2>2 Registratie</h2><p>{BRP}</p>"
    )
    sections = [block.section for block in read(typeset(body)).blocks if block.kind is PARAGRAPH]
    assert sections == [("Nota", "1 Wonen"), ("Nota", "1 Wonen", "1.1 Beheer"), ("Nota", "2 Registratie")]


def test_a_bold_line_at_the_size_of_the_text_is_a_heading(typeset):
    found = kinds(typeset(f"<p>{WONEN}</p><p style='margin:0'><b>Aanleiding</b></p><p>{WERK}</p>"))
    assert found == [(PARAGRAPH, WONEN), (HEADING, "Aanleiding"), (PARAGRAPH, WERK)]


def test_bold_words_within_a_sentence_make_no_heading(typeset):
    text = f"<p>{WONEN} <b>Zonder beheerder wordt nooit een vergunning verleend.</b> {WERK}</p>"
    assert [kind for kind, _ in kinds(typeset(text))] == [PARAGRAPH]


def test_articles_are_headings_whatever_their_weight(drawn):
    def page(c):
        write_lines(c, 70, 700, "Artikel 4 Nachtregister")
        write_lines(
            c, 70, 680, "De exploitant houdt van elke bewoner bij wanneer hij komt en", "wanneer hij weer gaat."
        )

    assert kinds(drawn(page))[0] == (HEADING, "Artikel 4 Nachtregister")


def test_a_lead_in_with_a_colon_is_no_heading(typeset):
    body = f"<p>{WONEN}</p><p><b>constaterende dat:</b></p><ul><li>er te weinig bedden zijn;</li></ul>"
    assert kinds(typeset(body))[1] == (PARAGRAPH, "constaterende dat:")


@pytest.mark.parametrize("mark", ["•", "-", "–", "▪", "o", "1.", "a)", "a.", "1°", "i.", "(2)"])
def test_every_kind_of_mark_begins_an_item_with_its_continuation_lines(drawn, mark):
    def page(c):
        write_lines(c, 70, 700, mark)
        write_lines(c, 88, 700, "toezicht houden op de gebouwen waar de mensen slapen en", "daarvan verslag doen;")
        write_lines(c, 70, 676, mark)
        write_lines(c, 88, 676, "de inschrijving regelen.")

    shown = mark if (mark[0].isalnum() and mark != "o") or mark == "(2)" else "•"
    assert kinds(drawn(page)) == [
        (ITEM, f"{shown} toezicht houden op de gebouwen waar de mensen slapen en daarvan verslag doen;"),
        (ITEM, f"{shown} de inschrijving regelen."),
    ]


def test_a_number_after_artikel_at_a_line_start_begins_no_item(drawn):
    def page(c):
        write_lines(
            c, 70, 700, "De vergunning wordt geweigerd op grond van het bepaalde in artikel", "4. van de verordening."
        )

    assert len(kinds(drawn(page))) == 1


def test_numbered_lines_in_a_row_are_a_list_and_no_headings(typeset):
    body = f"<p>{WONEN}</p><p><b>1. Wonen</b></p><p><b>2. Werken</b></p><p><b>3. Zorg</b></p>"
    assert [kind for kind, _ in kinds(typeset(body))][1:] == [ITEM, ITEM, ITEM]


def test_white_between_lines_parts_paragraphs(typeset):
    assert kinds(typeset(f"<p>{WONEN}</p><p>{WERK}</p>")) == [(PARAGRAPH, WONEN), (PARAGRAPH, WERK)]


def test_a_first_line_set_in_begins_a_paragraph(typeset):
    css = "p{margin:0;text-indent:1.5em;text-align:justify}"
    assert kinds(typeset(f"<p>{WONEN}</p><p>{WERK}</p><p>{BRP}</p>", css)) == [
        (PARAGRAPH, WONEN),
        (PARAGRAPH, WERK),
        (PARAGRAPH, BRP),
    ]


def test_a_line_that_breaks_off_early_ends_a_paragraph(drawn):
    def page(c):
        write_lines(
            c,
            70,
            700,
            "De raad heeft gevraagd om een overzicht van alle plekken waar mensen wonen.",
            "Dat is er.",
            "Het college komt in het voorjaar met een voorstel voor de verdeling ervan.",
        )

    assert len(kinds(drawn(page))) == 2


def test_short_lines_of_a_motion_are_not_run_together(typeset):
    body = "<p>De raad, bijeen op 8 november 2022,</p><p>gehoord de beraadslaging,</p><p>overwegende dat:</p>"
    assert [text for _, text in kinds(typeset(body + f"<p>{WONEN}</p>"))][:3] == [
        "De raad, bijeen op 8 november 2022,",
        "gehoord de beraadslaging,",
        "overwegende dat:",
    ]


def test_footnotes_stand_apart_after_the_text_of_their_page(typeset):
    note = "<span class=f>Zie artikel 4 van de Wet goed verhuurderschap.</span>"
    path = typeset(f"<h1>Nota</h1><p>{WONEN}{note} {WERK}</p><p>{BRP}</p>", ".f{float:footnote;font-size:8pt}")
    found = kinds(path)
    assert found[1] == (PARAGRAPH, f"{WONEN} {WERK}")
    assert found[-1] == (BlockKind.FOOTNOTE, "1. Zie artikel 4 van de Wet goed verhuurderschap.")


def test_a_footnote_does_not_break_a_paragraph_that_runs_on_over_the_page(typeset):
    note = "<span class=f>Zie de toelichting.</span>"
    main = " ".join([WONEN, WERK, BRP] * 8)
    path = typeset(f"<p>{note}{main}</p>", ".f{float:footnote;font-size:8pt}")
    assert [kind for kind, _ in kinds(path)] == [PARAGRAPH, BlockKind.FOOTNOTE]


@pytest.mark.parametrize("leader", ["' . '", "'.'", "' '"])
def test_lines_of_contents_are_known_with_and_without_leaders(typeset, leader):
    entries = [("Inleiding", 3), ("Beleid en uitgangspunten", 5), ("Registratie en zorg", 8), ("Uitvoering", 12)]
    lines = "".join(
        f"<p>{n} {title}<span style='float:right'>{page}</span></p>"
        if leader == "' '"
        else f"<p><a style=\"--p:'{page}'\">{n} {title}</a></p>"
        for n, (title, page) in enumerate(entries, 1)
    )
    css = "" if leader == "' '" else f"p a::after{{content:leader({leader}) var(--p)}}"
    path = typeset(f"<h1>Inhoudsopgave</h1>{lines}", css)
    assert texts(path, BlockKind.TOC) == [f"{n} {title} {page}" for n, (title, page) in enumerate(entries, 1)]


def test_the_heading_over_the_contents_heads_nothing_else(typeset):
    body = "<h1>Inhoud</h1><p>1 Wonen<span style='float:right'>2</span></p><h2>1 Wonen</h2>" + f"<p>{WONEN}</p>"
    assert read(typeset(body)).blocks[-1].section == ("1 Wonen",)


def running(number, total):
    def draw(c):
        write_lines(c, 70, 800, "Nota huisvesting arbeidsmigranten", size=8)
        write_lines(c, 70, 700, f"Dit is de tekst van pagina {'abcdef'[number]}, en die", "loopt nog een regel door.")
        write_lines(c, 280, 30, f"Pagina {number + 1} van {total}", size=8)

    return draw


@pytest.mark.parametrize("total", [1, 2, 6])
def test_headers_and_page_numbers_are_furniture_and_kept_once(drawn, total):
    path = drawn(*(running(number, total) for number in range(total)))
    furniture = [block.text for block in read(path).blocks if block.kind is BlockKind.FURNITURE]
    assert sorted(furniture) == ["Nota huisvesting arbeidsmigranten", f"Pagina 1 van {total}"]
    assert len(texts(path)) == total


def test_the_numbers_of_motions_over_their_pages_are_all_kept(drawn):
    def motion(number, letter):
        def draw(c):
            write_lines(c, 500, 800, number, size=17)
            write_lines(c, 70, 700, f"Dit is de tekst van motie {letter}, en die loopt", "nog een regel door.")

        return draw

    path = drawn(motion("M3", "a"), motion("M4", "b"), motion("M9", "c"))
    said = " ".join(block.text for block in read(path).blocks)
    assert all(number in said for number in ("M3", "M4", "M9"))


@pytest.mark.parametrize("lowest", [45, 60])
def test_figures_in_the_last_row_of_a_page_are_no_page_numbers(drawn, lowest):
    def votes(c):
        write_lines(c, 70, 700, "Dit is de tekst van een motie, en die loopt", "nog een regel door.")
        for step, row in enumerate(
            (["M8", "2", "18", "19"], ["M7b", "2", "22", "15"], ["Stuk", "Termijn", "voor", "tegen"])
        ):
            for column, cell in enumerate(row):
                write_lines(c, 70 + 100 * column, lowest + 20 * step, cell, size=8.5)

    text = " ".join(texts(drawn(votes)))
    assert all(figure in text for figure in ("22", "15", "18", "19"))


def test_a_heading_that_returns_at_the_top_of_some_pages_is_no_furniture(drawn):
    def page(number):
        def draw(c):
            if number % 4 == 0:
                write_lines(c, 70, 780, "Wat gaan we doen?", font="Helvetica-Bold", size=14)
            write_lines(
                c, 70, 700, f"Hier staat de tekst van deel {'abcdefghijklm'[number]} en", "die gaat nog even door."
            )

        return draw

    headings = texts(drawn(*(page(number) for number in range(13))), HEADING)
    assert headings == ["Wat gaan we doen?"] * 4


@pytest.mark.parametrize("angle", [0, 45, 90])
def test_a_stamp_over_the_text_is_furniture_and_is_not_mixed_into_it(drawn, angle):
    lines = [
        f"Regel {n} van een beleidsnota die over de volle breedte van de pagina loopt" for n in "abcdefghijklmnopqrst"
    ]

    def page(c):
        write_lines(c, 70, 700, *lines)
        c.setFillGray(0.8)
        c.translate(150, 560) if angle == 0 else c.translate(320, 480)
        c.rotate(angle)
        c.setFont("Helvetica", 70)
        c.drawString(0, 0, "CONCEPT")

    found = kinds(drawn(page))
    assert [text for _, text in found] == [" ".join(lines)]
    assert "CONCEPT" in texts(drawn(page), BlockKind.FURNITURE)


def test_the_lines_of_a_stamp_at_a_slant_are_words_apart(drawn):
    def page(c):
        write_lines(c, 70, 700, *[f"Regel {n} van een beleidsnota die over de pagina loopt" for n in "abcdefgh"])
        c.translate(350, 780)
        c.rotate(-6)
        write_lines(c, 0, 0, "Vastgesteld in de vergadering van", "25 okt. 2007", "mij bekend, de griffier")

    assert texts(drawn(page), BlockKind.FURNITURE) == [
        "Vastgesteld in de vergadering van 25 okt. 2007 mij bekend, de griffier"
    ]


def test_offsets_of_lines_point_at_their_text(typeset):
    block = next(block for block in read(typeset(f"<p>{WONEN} {WERK}</p>")).blocks if block.kind is PARAGRAPH)
    starts = [line.start for line in block.lines]
    assert starts == sorted(set(starts)) and starts[0] == 0
    words = [block.text[start:].split()[0] for start in starts]
    assert all(word[0].isalnum() for word in words) and len(words) > 3


def test_a_numbered_line_right_over_its_text_is_a_heading_though_it_looks_like_that_text(drawn):
    """As typed papers have it: the same letter, white above, none below."""

    def page(c):
        for top, head in ((760, "1. Wonen"), (690, "2. Werk"), (620, "3. Zorg")):
            write_lines(c, 70, top, head, WONEN[:88], WONEN[88:170])

    assert [block.text for block in read(drawn(page)).blocks if block.kind is HEADING] == [
        "1. Wonen",
        "2. Werk",
        "3. Zorg",
    ]


def test_numbered_items_under_one_another_are_no_headings(drawn):
    def page(c):
        write_lines(c, 70, 760, WONEN[:88], WONEN[88:170])
        for top, item in ((720, "1. Wonen aan de rand"), (700, "2. Werk in de kas"), (680, "3. Zorg in de buurt")):
            write_lines(c, 70, top, item)

    assert not [block for block in read(drawn(page)).blocks if block.kind is HEADING]
