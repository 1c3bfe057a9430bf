"""A night that begins at its sources: what they have is read and published, and what vanished from them is told as that."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources.council import OpenCouncil, fault

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "corpus" / "voorbeeld" / "Bladel_beleidsregels_2018.pdf"

pytestmark = [pytest.mark.traag, pytest.mark.zwaar]


def run(folder):
    command = [sys.executable, "-m", "pipeline.cli", "run", "--peildatum", "2021-01-01"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=280, check=False, env=environment
    )


def rows(folder, table):
    with (folder / "outputs" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def council():
    with OpenCouncil() as opened:
        yield opened


def test_a_paper_comes_and_goes_with_its_address(tmp_path, council):
    address = council.paper("/nota.pdf", PAPER.read_bytes())
    (tmp_path / "inbox").mkdir()
    (tmp_path / "themaspin.toml").write_text(
        f'bronnen_netwerken = ["127.0.0.1/32"]\n[bronnen.site]\nsoort = "web"\npauze = 0\nkijk_opnieuw_na = 0\nweg_na = 0\n'
        f'gemeente = "Bladel"\nadressen = ["{address}"]\n[bronnen.kapot]\nsoort = "koop"\ncql = "x"\nadres = "{council.url("/sru")}"\n'
    )
    first = run(tmp_path)
    assert first.returncode == 0, first.stderr  # a source that fails is no failure of the run
    assert "Bron 'site': 1 nieuw." in first.stdout and "Bron 'kapot': niets." in first.stdout
    (document,) = rows(tmp_path, "documents")
    assert document["herkomst"] == address
    assert document["bestand"].startswith("Bladel/site/")

    council.page("/nota.pdf", fault(410))
    second = run(tmp_path)
    assert second.returncode == 0, second.stderr
    assert rows(tmp_path, "documents") == []
    causes = {row["oorzaak"] for row in rows(tmp_path, "changes") if row["gemeente"] == "Bladel"}
    assert causes == {"verdwenen document"}
