"""Makes the pictures of the site in docs/schermen: `python -m tests.web.screens OUTPUTS`, after `make run` on the example papers."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from pipeline.store.decisions import Decision, open_decisions, record_decision
from pipeline.web.queries import municipality

from .conftest import DEURNE, EXAMPLES, ROOT, Office, serving

FOLDER = ROOT / "docs" / "schermen"
PAGES = {
    "overzicht": ("/", 1500),
    "gemeente": (f"/gemeente/{DEURNE}", 1300),
    "beoordelen": ("/beoordelen", 900),
    "leren": ("/beoordelen/passages", 900),
    "geval": (f"/beoordelen/{DEURNE}", 900),
    "thema": (f"/gemeente/{DEURNE}/handhaving", 900),
    "documenten": ("/documenten", 900),
    "onleesbaar": ("/documenten?verwerking=onleesbaar", 620),
    "zoeken": ("/documenten?q=huisarts", 900),
    "moties": ("/moties", 900),
    "logboek": ("/logboek", 800),
    "uitleg": ("/uitleg", 1100),
}


def judged(office: Office) -> None:
    """Two reviewers who said something of Bladel, one of whom of Etten-Leur too."""
    engine = open_decisions(office.settings.store)
    with office.client() as client:
        for code, verdict, why, who in (
            (
                "GM0777",
                "toch deels",
                "Hoofdstuk 4 gaat over inschrijving in de BRP, los van de woonregels.",
                "j.devries",
            ),
            ("GM1728", "bevestigd", "", "j.devries"),
            ("GM1728", "bevestigd", "Gebeld met de gemeente: een zorgprogramma volgt in 2022.", "a.bakker"),
        ):
            with client.app.state.site.reading() as known:
                papers = municipality(known, "2021-01-01", code)["stukken"]
            record_decision(
                engine, Decision(code, verdict, why, who, "", tuple(papers), stukken=tuple(papers.values()))
            )


def keep(picture: bytes, name: str) -> None:
    """Write a picture with 200 colours: small, and sharp where text is."""
    path = FOLDER / f"{name}.png"
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(200).save(path, optimize=True)
    print(f"{path.stat().st_size // 1000:5} kB  {path.name}")


def main(outputs: Path) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as engine:
        copy = Path(folder) / "uit"
        shutil.copytree(outputs, copy, symlinks=True)
        office = Office(EXAMPLES, copy)
        judged(office)
        chromium = engine.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        proxy = {"web_proxies": ["127.0.0.1"], "web_namen": ["127.0.0.1"], "web_beoordelaars": ["kernteam"]}
        with serving(office, **proxy) as site:
            who = {"X-Forwarded-User": "j.devries", "X-Forwarded-Groups": "kernteam"}
            page = chromium.new_context(viewport={"width": 1200, "height": 900}, extra_http_headers=who).new_page()
            for name, (address, height) in PAGES.items():
                page.set_viewport_size({"width": 1200, "height": height})
                page.goto(site + address, wait_until="networkidle")
                keep(page.screenshot(), name)
            page.goto(site + f"/beoordelen/{DEURNE}")
            paper = page.locator("article.bewijs .bron a").first.get_attribute("href")
            for name, address, height in (("passage", paper, 1300), ("stuk", paper.split("/passage/")[0], 1100)):
                page.set_viewport_size({"width": 1200, "height": height})
                page.goto(site + address, wait_until="networkidle")
                keep(page.screenshot(), name)
            phone = chromium.new_context(viewport={"width": 390, "height": 1000}, extra_http_headers=who).new_page()
            phone.goto(site + f"/beoordelen/{DEURNE}", wait_until="networkidle")
            keep(phone.screenshot(), "telefoon")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
