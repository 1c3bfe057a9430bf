"""Scans are read as other papers are, whatever a copier made of them.

`make test` reads one that lies upside down and a little skewed; what else a copier does to a sheet is of `make test-zwaar`.
"""

from __future__ import annotations

import difflib
import re
import signal
import subprocess
import textwrap
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from pipeline.extraction import ocr
from pipeline.extraction.blocks import BlockKind, Extraction, FileState, PageState
from pipeline.extraction.characters import Glyph
from pipeline.extraction.ocr import Ocr
from pipeline.extraction.pool import read_many
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.recognition import says_something
from pipeline.extraction.refusal import Limits
from pipeline.extraction.skew import skew_of
from tests.extraction.print_shop import BRP, WERK, WONEN, write_lines
from tests.extraction.scan_shop import Copier, scanned

pytestmark = pytest.mark.traag

HERE = Ocr(missing=ocr.what_is_missing())
heavy = pytest.mark.zwaar
needs_tesseract = pytest.mark.skipif(not HERE.ready, reason="tekenherkenning is hier niet geïnstalleerd")


def recognised(path: Path, recognition: Ocr = HERE, limits: Limits | None = None) -> Extraction:
    (found,) = read_many([("stuk", path)], limits or Limits(), 1, recognition)
    return found[1]


def words(extraction: Extraction) -> list[str]:
    texts = (block.text for block in extraction.blocks if block.kind is not BlockKind.FURNITURE)
    return re.findall(r"\w+", " ".join(texts).lower())


def share_read(extraction: Extraction, original: Path) -> float:
    """Share of the words of the original that were read, in their order."""
    meant = words(read_pdf(original, Limits()))
    matcher = difflib.SequenceMatcher(None, meant, words(extraction), autojunk=False)
    return sum(found.size for found in matcher.get_matching_blocks()) / len(meant)


def a_page(canvas) -> None:
    write_lines(canvas, 70, 770, "1 Huisvesting van arbeidsmigranten", font="Helvetica-Bold", size=14)
    y = 740
    for text in (WONEN, WERK, BRP, WONEN, WERK):
        lines = textwrap.wrap(text, 88)
        write_lines(canvas, 70, y, *lines)
        y -= 12 * len(lines) + 14


def two_columns(canvas) -> None:
    for x, first, second in ((60, WONEN, WERK), (315, BRP, WONEN)):
        write_lines(canvas, x, 740, *textwrap.wrap(first, 44))
        write_lines(canvas, x, 620, *textwrap.wrap(second, 44))


@needs_tesseract
@pytest.mark.traag
@pytest.mark.parametrize(
    ("copier", "least"),
    [
        pytest.param(Copier(), 0.97, id="clean", marks=heavy),
        pytest.param(Copier(dpi=150), 0.97, id="150 dpi", marks=heavy),
        pytest.param(Copier(skew=1.3), 0.97, id="skewed", marks=heavy),
        pytest.param(Copier(skew=-4.0), 0.95, id="very skewed", marks=heavy),
        pytest.param(Copier(turn=1), 0.97, id="on its side", marks=heavy),
        pytest.param(Copier(turn=2, skew=0.8), 0.97, id="upside down"),
        pytest.param(Copier(dpi=200, noise=18, specks=400, blur=0.5), 0.95, id="noisy", marks=heavy),
        pytest.param(Copier(stamp="INGEKOMEN 12-03-2020"), 0.95, id="stamped", marks=heavy),
    ],
)
def test_a_scanned_page_is_read(drawn, tmp_path, copier, least):
    original = drawn(a_page)
    extraction = recognised(scanned(original, tmp_path / "scan.pdf", copier))
    assert extraction.state is FileState.OK
    assert [page.ocr for page in extraction.pages] == [True]
    assert share_read(extraction, original) >= least


@needs_tesseract
@pytest.mark.traag
def test_a_scan_of_two_columns_is_read_column_by_column(drawn, tmp_path):
    original = drawn(two_columns)
    extraction = recognised(scanned(original, tmp_path / "scan.pdf", Copier(skew=0.7)))
    assert share_read(extraction, original) >= 0.95


@needs_tesseract
@pytest.mark.traag
def test_text_is_found_where_it_stands_on_the_turned_and_skewed_sheet(drawn, tmp_path):
    original = drawn(a_page)
    straight = read_pdf(original, Limits())
    turned = recognised(scanned(original, tmp_path / "scheef.pdf", Copier(skew=3.0, turn=2)))
    (one,) = (block for block in straight.blocks if block.kind is BlockKind.HEADING)
    (other,) = (block for block in turned.blocks if block.text == one.text)
    width, height = straight.pages[0].width, straight.pages[0].height
    assert other.bbox[0] > width / 2
    assert other.bbox[1] > height * 0.8
    # turned back by half a turn and 3 degrees around the middle, the heading stands where it stood
    x = width / 2 - (other.bbox[0] + other.bbox[2]) / 2
    y = height / 2 - (other.bbox[1] + other.bbox[3]) / 2
    assert abs(x - y * 0.0523 - ((one.bbox[0] + one.bbox[2]) / 2 - width / 2)) < 8
    assert abs(y + x * 0.0523 - ((one.bbox[1] + one.bbox[3]) / 2 - height / 2)) < 8


@needs_tesseract
@pytest.mark.traag
def test_of_a_mixed_paper_only_the_scanned_pages_are_recognised(drawn, tmp_path):
    original = drawn(a_page, two_columns, a_page)
    extraction = recognised(scanned(original, tmp_path / "gemengd.pdf", Copier(dpi=200), pages={2}))
    assert [(page.state, page.ocr) for page in extraction.pages] == [
        (PageState.TEXT, False),
        (PageState.TEXT, True),
        (PageState.TEXT, False),
    ]
    assert share_read(extraction, original) >= 0.97


@needs_tesseract
@pytest.mark.traag
def test_no_more_pages_are_recognised_than_allowed_and_the_rest_says_so(drawn, tmp_path):
    path = scanned(drawn(a_page, a_page), tmp_path / "scan.pdf", Copier(dpi=150))
    extraction = recognised(path, replace(HERE, pages=1))
    assert extraction.state is FileState.OK
    assert [page.ocr for page in extraction.pages] == [True, False]
    assert "ocr_max_paginas" in extraction.pages[1].reason


@needs_tesseract
@pytest.mark.traag
def test_a_photograph_is_no_text(drawn):
    noise = Image.effect_noise((400, 550), 90).convert("L")
    extraction = recognised(drawn(lambda c: c.drawImage(ImageReader(noise), 0, 0, 595, 842)))
    assert extraction.state is FileState.UNREADABLE
    assert "tekenherkenning vond geen leesbare tekst" in extraction.reason


@needs_tesseract
def test_a_page_that_takes_too_long_is_given_up_and_the_paper_says_so(drawn, tmp_path):
    path = scanned(drawn(a_page), tmp_path / "scan.pdf", Copier())
    extraction = recognised(path, replace(HERE, seconds=0.01), Limits(seconds=60))
    assert extraction.state is FileState.UNREADABLE
    assert "tekenherkenning" in extraction.reason


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("De gemeente bouwt woningen.", True),
        ("Vastgesteld 12 maart 2020 | € 1.250 € 3.400 totaal begroting lasten", True),
        ("- . ~ e ~ | ii ‘ — eee L j ~ rrr ; , tn . _ zz ~ ~ ~ ~ ~", False),
        ("logo van de", False),
        ("", False),
    ],
)
def test_words_are_told_from_specks(text, says):
    glyphs = [Glyph(sign, 0, 0, 5, 5, 0, 5, 10, False, False, 0, False) for sign in text]
    assert says_something(glyph.text for glyph in glyphs) is says


def recognising() -> list[bytes]:
    """The commands that recognise characters for us now."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(file.read_bytes())
    return [command for command in found if b"ocrmypdf" in command and b"themaspin-" in command]


@needs_tesseract
def test_what_recognises_is_ended_with_the_process_that_reads(drawn, tmp_path, monkeypatch):
    path = scanned(drawn(a_page), tmp_path / "scan.pdf", Copier())
    monkeypatch.setattr(ocr, "seconds_for", lambda *_: 1)
    extraction = recognised(path)
    assert extraction.stopped
    assert "tekenherkenning afgebroken: lezen duurde langer dan 1 seconde" in extraction.reason
    until = time.monotonic() + 10  # a process that was killed takes a moment to go
    while recognising() and time.monotonic() < until:
        time.sleep(0.1)
    assert recognising() == []


def test_a_group_of_processes_is_ended_by_what_is_noted_of_it(tmp_path):
    process = subprocess.Popen(["sleep", "60"], start_new_session=True)
    (tmp_path / ocr.PROCESS).write_text(str(process.pid))
    ocr.end_group(tmp_path)
    assert process.wait(timeout=10) == -signal.SIGKILL
    ocr.end_group(tmp_path)


def test_a_paper_with_text_is_not_recognised(drawn, monkeypatch):
    monkeypatch.setattr("pipeline.extraction.pool._read_scanned", None)
    extraction = recognised(drawn(a_page))
    assert not any(page.ocr for page in extraction.pages)


def test_what_is_missing_is_named_with_what_to_do(drawn, tmp_path):
    path = scanned(drawn(a_page), tmp_path / "scan.pdf", Copier(dpi=72))
    lacking = Ocr(missing=("het Python-pakket ocrmypdf", "Tesseract"))
    assert recognised(path, lacking).reason == (
        "de enige pagina is een scan (afbeelding zonder tekst); vraag om een digitale versie; "
        "voor tekenherkenning ontbreekt het Python-pakket ocrmypdf"
        " en Tesseract: installeer het met: make ocr"
    )
    assert "instelling ocr" in recognised(path, ocr.OFF).reason


def test_nothing_installed_is_seen_as_missing(monkeypatch):
    monkeypatch.setattr(ocr, "find_spec", lambda name: None)
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)
    assert ocr.what_is_missing() == (
        "het Python-pakket ocrmypdf",
        "Tesseract",
        "de Nederlandse taal van Tesseract",
    )


@pytest.mark.parametrize("skew", [0.0, 0.6, -2.4, 5.0])
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_the_skew_of_a_sheet_is_found_to_a_tenth_of_a_degree(drawn, skew, turn):
    image = pypdfium2.PdfDocument(drawn(a_page))[0].render(scale=2).to_pil()
    found = skew_of(Copier(dpi=144, skew=skew, turn=turn).copy(image))
    assert found == pytest.approx(skew, abs=0.11)


def test_a_drawing_is_not_skewed():
    specks = np.random.default_rng(0).integers(0, 256, (800, 600), dtype=np.uint8)
    assert skew_of(Image.fromarray(specks)) == 0.0
