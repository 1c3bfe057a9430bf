"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.database_server import database, database_server
from tests.faults.table import FaultTable
from tests.receiver import receiver

__all__ = ["database", "database_server", "receiver"]

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first: what is left at the end is short, and no process waits long for the last file of another."""
    slow = {item.path for item in items if item.get_closest_marker("traag")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def measuring_set() -> Path:
    """The folder with measuring material beside the project; what needs it is skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not (folder / "docs").is_dir():
        pytest.skip("de meetset staat niet naast het project")
    return folder


@pytest.fixture(scope="session")
def examples_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which all example papers were read and judged: to copy, not to change. Test processes share it."""
    from tests.publish.nights import read_examples  # loads spaCy and scikit-learn, which most tests do without

    mine = tmp_path_factory.getbasetemp()
    return read_examples(mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine)


@pytest.fixture(scope="session")
def fault_table(pytestconfig, request) -> Iterator[FaultTable]:
    """Gathers what the tests of faults tried; `make test-zwaar` writes it into the guide where none of them failed."""
    table = FaultTable()
    yield table
    if pytestconfig.option.markexpr == "zwaar" and not request.session.testsfailed and table.complete:
        table.write()


@pytest.fixture
def make_pdf() -> Callable[..., Path]:
    """Makes a small PDF of one page per argument, each line of a page on a line of its own."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen import canvas

    def make(path: Path, *pages: str, **options: object) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        drawing = canvas.Canvas(str(path), pagesize=A4, invariant=1, **options)
        for page in pages:
            text = drawing.beginText(60, 780)
            for line in page.splitlines():
                text.textLine(line)
            drawing.drawText(text)
            drawing.showPage()
        drawing.save()
        return path

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium as the system has it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is niet geïnstalleerd")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("Chromium is niet geïnstalleerd (apt-get install chromium)")
    with playwright.sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()
