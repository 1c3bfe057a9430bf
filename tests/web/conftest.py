"""A site over a few real papers, published once by the stages of a night (without Prefect) and copied for each test."""

from __future__ import annotations

import contextlib
import csv
import html
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.publishing import publish
from pipeline.night.reading import read_files
from pipeline.night.understanding import not_understood, understand
from pipeline.publish.outputset import exclusive
from pipeline.settings import Settings
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.web.app import create_app
from tests.publish.nights import workshop_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "corpus" / "voorbeeld"
DEURNE, BLADEL = "GM0762", "GM1728"
PAPERS = ("gmb-2021-3318.pdf", "Bladel_beleidsregels_2018.pdf", "Dongen/motie_spreekuur.pdf", "gewoon_goed.pdf")
DAY = date(2021, 1, 1)


@dataclass(frozen=True)
class Office:
    """An inbox and an outputs folder; `night` runs a night over them and returns the workshop's classifier id."""

    inbox: Path
    outputs: Path

    @property
    def settings(self) -> Settings:
        return Settings(inbox=self.inbox, outputs=self.outputs, peildatum=DAY, werkers=1)

    def night(self, model: str = "") -> None:
        workshop = workshop_of(self.inbox, self.outputs, DAY.isoformat(), werkers=1)
        if model:
            workshop.classifier = replace(workshop.classifier, id=model)
        with exclusive(self.outputs):
            contents = open_inbox(workshop)
            fresh = unread(workshop, contents)
            read_files(workshop, fresh)
            understand(workshop, not_understood(workshop, contents))
            decisions = all_decisions(open_decisions(self.settings.store))
            picture = draw_picture(workshop, contents, decisions)
            publish(workshop, picture, f"run{time.time_ns()}", len(fresh), {})
        workshop.store.close()

    def table(self, name: str) -> list[dict[str, str]]:
        with (self.outputs / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    def matrix(self, gm_code: str) -> dict[str, str]:
        return next(row for row in self.table("theme_matrix") if row["gm_code"] == gm_code)

    def changes(self) -> list[dict[str, str]]:
        return self.table("changes")

    def decisions(self) -> list[Any]:
        return all_decisions(open_decisions(self.settings.store))

    def client(self, **settings: Any) -> TestClient:
        app = create_app(self.settings.model_copy(update=settings))
        scheme = "https" if "web_proxies" in settings else "http"
        return TestClient(
            app, base_url=f"{scheme}://localhost", client=("127.0.0.1", 5000), raise_server_exceptions=False
        )


@pytest.fixture(scope="session")
def first_night(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("kantoor")
    office = Office(folder / "inbox", folder / "uit")
    for name in PAPERS:
        (office.inbox / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES / name, office.inbox / name)
    (office.inbox / "<b>kapot & klein<b>.pdf").write_bytes(b"%PDF-1.4 kapot")
    (office.inbox / "Someren").mkdir()
    (office.inbox / "Someren" / "scan.pdf").write_bytes(b"")
    office.night()
    return office


@pytest.fixture
def office(first_night: Office, tmp_path: Path) -> Office:
    """An office of one's own, as the first night left it."""
    shutil.copytree(first_night.inbox, tmp_path / "inbox")
    shutil.copytree(first_night.outputs, tmp_path / "uit", symlinks=True)
    return Office(tmp_path / "inbox", tmp_path / "uit")


@pytest.fixture(scope="session")
def reader(first_night: Office) -> TestClient:
    """Asks the site for pages; decides nothing."""
    return first_night.client()


@pytest.fixture
def form() -> Callable[..., Any]:
    """Fills in a form as a browser would: hidden fields as the page gave them."""

    def send(client: TestClient, page: str, action: str, follow: bool = False, **values: Any) -> Any:
        text = client.get(page).text
        part = next(
            (one for one in re.findall(r"<form method=\"post\".*?</form>", text, re.S) if f'action="{action}"' in one),
            "",
        )
        assert part, f"geen formulier voor {action} op {page}"
        hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', part)
        return client.post(
            action, data={name: html.unescape(value) for name, value in hidden} | values, follow_redirects=follow
        )

    return send


@contextlib.contextmanager
def serving(office: Office, **settings: Any) -> Iterator[str]:
    """The site on a port of its own; yields its address."""
    import uvicorn

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        app = create_app(office.settings.model_copy(update=settings))
        server = uvicorn.Server(uvicorn.Config(app, proxy_headers=False, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.02)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(20)
