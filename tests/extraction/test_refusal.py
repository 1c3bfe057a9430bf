"""Every file that cannot be read ends with a reason that a person understands."""

from __future__ import annotations

import textwrap
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from pipeline.extraction import Engine
from pipeline.extraction.blocks import FileState, PageState
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from tests.extraction.print_shop import read, write_lines


def refused(path: Path, limits: Limits | None = None) -> str:
    extraction = read_pdf(path, limits or Limits())
    assert extraction.state is FileState.UNREADABLE
    return extraction.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "leeg bestand (0 bytes); haal het opnieuw op"),
        (
            b"<!DOCTYPE html><html><body>404</body></html>",
            "geen PDF (lijkt op een webpagina); bewaar het als PDF of haal het opnieuw op",
        ),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600),
            "geen PDF (lijkt op een Word- of Excel-bestand van oude soort); bewaar het als PDF of haal het opnieuw op",
        ),
        (
            b"\xff\xd8\xff\xe0" + bytes(100),
            "geen PDF (lijkt op een afbeelding (JPEG)); bewaar het als PDF of haal het opnieuw op",
        ),
        (
            b"Geachte raad, hierbij de nota.",
            "geen PDF (lijkt op platte tekst); bewaar het als PDF of haal het opnieuw op",
        ),
        (bytes(range(256)), "geen PDF; bewaar het als PDF of haal het opnieuw op"),
        (b"%PDF-1.7\n1 0 obj\n<</Type/Catalog", "beschadigd: het einde van het bestand ontbreekt; haal het opnieuw op"),
        (b"%PDF-1.7\nniets\n%%EOF", "beschadigd: het bestand is niet als PDF te openen; haal het opnieuw op"),
    ],
)
def test_the_reason_says_what_a_file_is(tmp_path, content, reason):
    path = tmp_path / "stuk.pdf"
    path.write_bytes(content)
    assert refused(path) == reason


def test_a_word_file_is_known_by_its_content(tmp_path):
    path = tmp_path / "nota.pdf"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    assert refused(path) == "geen PDF (lijkt op een Word-bestand); bewaar het als PDF of haal het opnieuw op"


def test_a_pdf_is_known_by_its_content_whatever_its_name(drawn):
    path = drawn(lambda c: write_lines(c, 70, 700, "Een nota met een vreemde naam."), name="nota.docx")
    assert read(path).state is FileState.OK


def test_a_folder_and_a_missing_file_have_a_reason(tmp_path):
    assert refused(tmp_path) == "geen bestand maar een map; leg het bestand zelf in de inbox"
    assert (
        refused(tmp_path / "weg.pdf")
        == "bestand niet gevonden: verdwenen sinds de inbox is bekeken; de volgende run kijkt opnieuw"
    )


def test_a_password_is_named_and_an_empty_one_is_no_hindrance(drawn, tmp_path):
    path = drawn(lambda c: write_lines(c, 70, 700, "De inhoud van de nota."))
    locked, open_to_all = tmp_path / "dicht.pdf", tmp_path / "open.pdf"
    with pikepdf.open(path) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
        pdf.save(open_to_all, encryption=pikepdf.Encryption(user="", owner="geheim"))
    assert refused(locked) == "beveiligd met een wachtwoord; vraag een versie zonder wachtwoord"
    assert [block.text for block in read(open_to_all).blocks] == ["De inhoud van de nota."]


def test_a_page_that_was_taken_out_of_the_list_of_pages_makes_no_paper(drawn, tmp_path):
    path = tmp_path / "stuk.pdf"
    with pikepdf.open(
        drawn(lambda c: write_lines(c, 70, 700, "De inhoud van de nota.")), allow_overwriting_input=True
    ) as pdf:
        pdf.Root.Eruit = pdf.pages[0].obj
        pdf.Root.Pages.Kids, pdf.Root.Pages.Count = pikepdf.Array(), 0
        pdf.save(path)
    assert refused(path) == "0 pagina's; haal het bestand opnieuw op"


def test_no_pages_and_too_many_pages_are_told_with_their_number(tmp_path):
    path = tmp_path / "stuk.pdf"
    with pikepdf.new() as pdf:
        pdf.save(path)
    assert refused(path) == "0 pagina's; haal het bestand opnieuw op"
    with pikepdf.new() as pdf:
        for _ in range(12):
            pdf.add_blank_page()
        pdf.save(path)
    assert refused(path, Limits(pages=10)) == "meer dan 10 pagina's (12); splits het stuk of verhoog max_paginas"
    assert refused(path) == "geen leesbare tekst (alle 12 pagina's zijn leeg); kijk of dit het goede bestand is"


@pytest.mark.parametrize("engine", Engine)
def test_the_pages_of_a_file_that_has_too_many_are_counted(tmp_path, engine):
    path = tmp_path / "stuk.pdf"
    with pikepdf.new() as pdf:
        for _ in range(12):
            pdf.add_blank_page()
        pdf.save(path)
    assert read_pdf(path, Limits(pages=10, engine=engine)).page_count == 12


def test_too_many_bytes_and_too_much_text_are_refused(drawn):
    path = drawn(lambda c: write_lines(c, 70, 700, "Een nota die te lang is."))
    assert refused(path, Limits(bytes=100)).startswith("groter dan 0 MB")
    assert refused(path, Limits(characters=10)) == "meer dan 10 tekens; splits het stuk"


def test_a_page_tree_that_bites_its_tail_is_refused(tmp_path):
    path = tmp_path / "kring.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 3/Kids[3 0 R 2 0 R]>>endobj\n"
        b"3 0 obj<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    assert refused(path).startswith("beschadigd")


def scanned(shade: int) -> ImageReader:
    """A sheet of grey paper with a few dark strokes on it."""
    image = Image.new("L", (300, 420), shade)
    image.paste(10, (40, 60, 200, 66))
    return ImageReader(image)


def test_a_scan_is_told_from_a_cover_with_a_photograph(drawn):
    def scan(c):
        c.drawImage(scanned(235), 0, 0, 595, 842)

    def stamped_scan(c):
        scan(c)
        write_lines(c, 400, 810, "Ingekomen 12-03-2020")

    def cover(c):
        c.drawImage(ImageReader(Image.effect_noise((300, 420), 90).convert("L")), 0, 0, 595, 842)
        c.setFillGray(1)
        write_lines(c, 70, 500, "Nota huisvesting", size=40)

    assert (
        refused(drawn(scan, stamped_scan))
        == "alle 2 pagina's zijn een scan (afbeelding zonder tekst); vraag om een digitale versie"
    )
    assert refused(drawn(scan)) == "de enige pagina is een scan (afbeelding zonder tekst); vraag om een digitale versie"
    extraction = read(drawn(cover, scan))
    assert extraction.state is FileState.OK
    assert [page.state for page in extraction.pages] == [PageState.TEXT, PageState.SCAN]
    assert extraction.pages[1].reason


def test_a_fault_of_ours_is_no_fault_of_the_file(drawn, monkeypatch):
    path = drawn(lambda c: write_lines(c, 70, 700, "Een gewone nota."))
    monkeypatch.setattr("pipeline.extraction.reader.type_of", lambda lines: 1 / 0)
    extraction = read(path)
    assert extraction.state is FileState.FAILED
    assert "ZeroDivisionError" in extraction.reason


def test_the_metadata_of_a_file_is_kept(drawn):
    def page(c):
        c.setTitle("Nota huisvesting")
        c.setAuthor("Gemeente Sterksel")
        write_lines(c, 70, 700, "Een gewone nota.")

    metadata = read(drawn(page)).metadata
    assert (metadata["title"], metadata["author"]) == ("Nota huisvesting", "Gemeente Sterksel")
    assert len(metadata["created"].split("-")) == 3


def test_the_names_of_attached_files_are_kept(drawn):
    path = drawn(lambda canvas: None)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["nota.pdf"] = b"%PDF-1.4"
        pdf.attachments["kaart\n.pdf"] = b"%PDF-1.4"
        pdf.save(path)
    assert read(path).metadata["attachments"] == "kaart.pdf, nota.pdf"


def test_a_zip_with_pdfs_as_they_are_is_no_pdf(tmp_path):
    path = tmp_path / "levering.pdf"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", b"%PDF-1.7 eerste")
        archive.writestr("b.pdf", b"%PDF-1.7 tweede")
    assert refused(path) == "geen PDF (lijkt op een zip-bestand); bewaar het als PDF of haal het opnieuw op"


PATIENCE = (
    "Please wait... If this message is not eventually replaced by the proper contents of the document, your PDF viewer may not be able "
    "to display this type of document."
)
GEDULD = "Een ogenblik geduld... Als dit bericht niet wordt vervangen door de juiste inhoud van het document, kan uw PDF-viewer dit niet."


def form(path: Path, full: bool) -> Path:
    """The file as a form of Adobe's own sort; `full` where every page is to be made from it."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        content = pdf.make_stream(b"<template xmlns='http://www.xfa.org/schema/xfa-template/3.0/'/>")
        template = pikepdf.Array([pikepdf.String("template"), content])
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array([]), XFA=template))
        pdf.Root.NeedsRendering = full
        pdf.save(path)
    return path


def said(*texts: str):
    """Pages, each with a text of its own, in lines that fit on it."""
    return [lambda c, text=text: write_lines(c, 70, 700, *textwrap.wrap(text, 80)) for text in texts]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("text", "full"), [(PATIENCE, False), (GEDULD, False), ("Bitte warten Sie einen Moment.", True)]
)
def test_a_form_that_only_adobe_can_show_is_refused_with_what_to_do(drawn, text, full, engine):
    path = form(drawn(*said(text)), full)
    assert "sla het op als gewone PDF" in refused(path, Limits(engine=engine))


def test_a_form_of_adobe_with_ordinary_pages_is_read(drawn):
    assert (
        read(form(drawn(*said(PATIENCE, "De nota over het huisvesten van arbeidsmigranten.")), True)).state
        is FileState.OK
    )
    assert read(form(drawn(*said("De gemeente opent een spreekuur. " * 40)), True)).state is FileState.OK
