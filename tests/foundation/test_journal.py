"""What a run tells: Dutch lines, or one JSON object a line with the ids of run, stage and file, also from its child processes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.extraction.ocr import what_is_missing
from tests.extraction.scan_shop import Copier, scanned

ROOT = Path(__file__).resolve().parents[2]
START = (
    "import logging, warnings\nfrom pathlib import Path\nfrom pipeline.foundation.journal import about, start, tell\n"
)
STAGE = f"""{START}
from tests.publish.nights import workshop_of
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files

if __name__ == "__main__":
    start("FORM")
    shop = workshop_of(Path("INBOX"), Path("INBOX").parent / "uit", "2021-01-01")
    with about(run="r1", stage="lezen"):
        read_files(shop, unread(shop, open_inbox(shop)))
"""


def told(code, form="json"):
    ended = subprocess.run(
        [sys.executable, "-c", code.replace("FORM", form)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )
    lines = ended.stderr.splitlines()
    return lines if form == "tekst" else [json.loads(line) for line in lines]


def test_a_line_holds_key_message_and_ids_and_no_line_break():
    (line,) = told(
        f"{START}start('FORM')\nwith about(run='r1', stage='lezen'):\n    tell('file_read', 'een\\ntwee', file='a.pdf')"
    )
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "info",
        "event": "file_read",
        "message": "een\ntwee",
        "run": "r1",
        "stage": "lezen",
        "file": "a.pdf",
    }


def test_a_readable_line_is_dutch_with_its_time():
    (line,) = told(f"{START}start('FORM')\ntell('x', 'Lezen: klaar')\ntell('y', 'stil', logging.DEBUG)", "tekst")
    assert line[10] == " " and line.endswith(" Lezen: klaar")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (
            "a\n2026-01-01 04:30:00 Gepubliceerd: 999 bestanden.pdf",
            r"a\n2026-01-01 04:30:00 Gepubliceerd: 999 bestanden.pdf",
        ),
        ("\x1b[31mrood\x07.pdf", r"\x1b[31mrood\x07.pdf"),
        ("\u202efdp.exe", r"\u202efdp.exe"),
        ("latin\udcff.pdf", r"latin\udcff.pdf"),
        ("ë🐝 back\\slash.pdf", "ë🐝 back\\slash.pdf"),
    ],
)
def test_a_name_cannot_write_lines_or_codes_of_its_own(name, shown):
    (line,) = told(f"{START}start('FORM')\ntell('x', 'Lezen: ' + {name!a})", "tekst")
    assert line.endswith(f" Lezen: {shown}")


def test_a_traceback_keeps_its_lines():
    lines = told(
        f"{START}start('FORM')\ntry:\n    1 / 0\nexcept ArithmeticError:\n    tell('x', 'mis', exc_info=True)", "tekst"
    )
    assert lines[0].endswith(" mis") and lines[1].startswith("Traceback") and lines[-1].startswith("ZeroDivisionError")


def test_what_libraries_warn_of_is_json_too_and_what_they_chat_about_is_left_out():
    lines = told(
        f"{START}start('FORM')\nlogging.getLogger('pdfminer').info('praat')\nlogging.getLogger('boto').warning('pas op')\n"
        "warnings.warn('oud')"
    )
    assert [(line["event"], line["level"]) for line in lines] == [("library", "warning")] * 2


def test_a_fault_of_ours_is_one_object_with_its_traceback():
    (line,) = told(f"{START}start('FORM')\nwith about(run='r1'):\n    1 / 0")
    assert line["event"] == "crashed"
    assert "ZeroDivisionError" in line["exception"]


@pytest.fixture
def inbox(tmp_path, make_pdf):
    make_pdf(tmp_path / "in" / "Someren" / "nota.pdf", "Nota huisvesting arbeidsmigranten")
    (tmp_path / "in" / "kapot.pdf").write_bytes(b"%PDF-1.4 kapot")
    return tmp_path / "in"


@pytest.mark.traag
def test_each_file_is_told_with_its_ids(inbox):
    lines = {line["file"]: line for line in told(STAGE.replace("INBOX", str(inbox)))}
    assert {file: line["event"] for file, line in lines.items()} == {
        "Someren/nota.pdf": "file_read",
        "kapot.pdf": "file_unreadable",
    }
    assert {(line["run"], line["stage"]) for line in lines.values()} == {("r1", "lezen")}
    assert all(len(line["sha256"]) == 12 for line in lines.values())


@pytest.mark.traag
def test_readable_lines_name_only_files_with_which_something_is_wrong(inbox):
    (line,) = told(STAGE.replace("INBOX", str(inbox)), "tekst")
    assert "kapot.pdf is onleesbaar" in line


@pytest.mark.traag
@pytest.mark.skipif(bool(what_is_missing()), reason="tekenherkenning is hier niet geïnstalleerd")
def test_a_child_tells_how_far_it_is_with_a_scan_and_of_which_run(tmp_path, make_pdf):
    (tmp_path / "in").mkdir()
    scanned(
        make_pdf(tmp_path / "nota.pdf", "Huisvesting van arbeidsmigranten in de gemeente"),
        tmp_path / "in" / "scan.pdf",
        Copier(200),
    )
    lines = [line for line in told(STAGE.replace("INBOX", str(tmp_path / "in"))) if line["event"] == "pages_recognised"]
    assert [(line["run"], line["stage"], line["done"], line["pages"]) for line in lines] == [("r1", "lezen", 1, 1)]
    assert len(lines[0]["sha256"]) == 12
