"""Fills a site's file as large as the whole country: 342 municipalities, 10,000 papers, 300,000 passages.

Run it to measure: `python -m tests.web.filled MAP` fills MAP, then asks each page many times and says how long the slowest 5% took.
The texts are made of words of the trade with the frequencies of a natural text, so that the index is as large as a real one.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.language.municipalities import municipalities_on
from pipeline.publish.sitefile import PaperRows, SiteRows, write_site
from pipeline.store.decisions import POLICY, Decision, add_decisions, open_decisions
from pipeline.themes.codebook import Theme

DAY = "2023-01-01"
STATUSES = (
    "integraal",
    "deels",
    "huisvesting",
    "in_ontwikkeling",
    "verouderd",
    "geen",
    "onleesbaar",
    "geen_documenten",
)
VALUES = ("gedekt", "afgeleid", "niet gedekt", "onzeker")
COMMON = "de van het een en in is dat op te voor met die zijn aan worden niet bij door er om ook als uit naar"
TRADE = (
    "arbeidsmigranten huisvesting gemeente beleid woningen toezicht handhaving registratie inschrijving brp nachtregister "
    "uitzendbureaus werkgevers loon contract huisarts zorgverzekering spreekuur dakloosheid vergunning bestemmingsplan logies "
    "kamerbewoning beheerder controle boete arbeidsinspectie uitbuiting adresonderzoek raad college motie visie regio"
)


def passage_text(luck: random.Random) -> str:
    rare = [
        f"{luck.choice('bdgklmnprstvwz')}{luck.choice(('aa', 'ee', 'oe', 'ui', 'ij'))}{luck.randrange(4000)}"
        for _ in range(12)
    ]
    words = luck.choices(COMMON.split(), k=40) + luck.choices(TRADE.split(), k=20) + rare
    luck.shuffle(words)
    return " ".join(words).capitalize() + "."


def sha_of(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def paper_rows(number: int, passages: int, code: str) -> PaperRows:
    luck = random.Random(number)
    rows, evidence, doubts = [], [], []
    for n in range(passages):
        labels = [theme.value for theme in Theme if luck.random() < 0.3]
        box = [n // 4 + 1, 70.0, 100.0 + 150 * (n % 4), 500.0, 200.0 + 150 * (n % 4)]
        rows.append(
            {
                "nummer": n,
                "pagina": n // 4 + 1,
                "sectie": ["Beleid", f"Hoofdstuk {n // 10}"],
                "aanloop": "",
                "tekst": passage_text(luck),
                "plaatsen": [box],
                "oordeel": {
                    "labels": labels,
                    "uncertain": [],
                    "scores": {theme.value: luck.random() for theme in Theme},
                    "strength": "maatregel",
                    "acting": 0.9,
                },
                "kenmerken": " ".join(
                    [code.lower(), "soortbeleid", f"jaar{2015 + number % 9}", *(f"thema{label}" for label in labels)]
                ),
            }
        )
        evidence += [(label, n, luck.choice((1, 2, 3)), luck.random(), luck.random() < 0.5) for label in labels]
        doubts += [(theme.value, n, 0.4) for theme in Theme if luck.random() < 0.05]
    finding = {
        "level": 3, "own_footing": True, "uncertain": False, "doubt": 0.1, "certainty": 0.9,
        "reason": "3 maatregelen op eigen benen", "passages": [0, 1, 2],
    }  # fmt: skip
    sizes = [[page + 1, 595.0, 842.0, ""] for page in range(passages // 4 + 1)]
    return PaperRows(
        sha_of(number),
        sizes,
        dict.fromkeys(map(str, Theme), finding),
        tuple(rows),
        tuple(evidence),
        tuple(doubts),
    )


def file_row(number: int, code: str, name: str) -> tuple[Any, ...]:
    state = "onleesbaar" if number % 50 == 49 else "ok"
    row = {
        "bestand": f"{name}/stuk-{number}.pdf", "sha256": sha_of(number), "dubbel_van": None,
        "titel": f"Beleid arbeidsmigranten {name} deel {number}", "soort": "beleid", "gemeenten": [name], "gm_codes": [code],
        "regio": None, "datum": f"{2015 + number % 9}-05-12", "geldig_tot": None, "vervangt": [], "status": "vastgesteld",
        "over_arbeidsmigratie": True, "zelfstandig": ["huisvesting"], "beleidstype": "huisvesting", "paginas": 8, "ocr": False,
        "verwerking": state, "reden": "alle bladzijden zijn een scan" if state != "ok" else "",
    } | dict.fromkeys(map(str, Theme), 3)  # fmt: skip
    return (
        row["bestand"],
        row["sha256"],
        row["titel"],
        "beleid",
        row["datum"],
        "vastgesteld",
        state,
        1,
        json.dumps(row),
    )


def fill(outputs: Path, papers: int = 10_000, passages: int = 30, decisions: int = 2_000) -> None:
    """Write a site's file and a log of decisions into `outputs`."""
    outputs.mkdir(parents=True, exist_ok=True)
    everyone = municipalities_on(date.fromisoformat(DAY))
    owner = {number: everyone[number % len(everyone)] for number in range(papers)}
    held: dict[str, list[int]] = {}
    for number, one in owner.items():
        held.setdefault(one.gm_code, []).append(number)
    tables: dict[str, Any] = {
        "toestand": [(DAY, "vol", 1, "{}", "2023-01-02T03:00:00Z")],
        "gemeente": [_municipality(one, held.get(one.gm_code, [])) for one in everyone],
        "houdt": list(_held(held)),
        "regio": [],
        "verandering": [(DAY, n, json.dumps(_change(one))) for n, one in enumerate(everyone[:100])],
        "bestand": [file_row(number, one.gm_code, one.name) for number, one in owner.items()],
        "bestand_gemeente": [(one.gm_code, f"{one.name}/stuk-{number}.pdf") for number, one in owner.items()],
        "motie": [_motion(one, number) for number, one in owner.items() if number % 10 == 0],
    }  # fmt: skip
    keys = {sha_of(number): f"k{number}" for number in owner}
    by_sha = {sha_of(number): number for number in owner}
    write_site(
        outputs,
        SiteRows(DAY, tables, keys),
        lambda sha: paper_rows(by_sha[sha], passages, owner[by_sha[sha]].gm_code),
        newest=True,
    )
    made = [_decision(everyone[n % len(everyone)].gm_code, n) for n in range(decisions)]
    add_decisions(open_decisions(f"sqlite:///{outputs / 'themaspin.sqlite'}"), made)


def _municipality(one: Any, numbers: list[int]) -> tuple[Any, ...]:
    luck = random.Random(one.gm_code)
    flagged = luck.random() < 0.4
    status = "huisvesting" if flagged else luck.choice(STATUSES)
    cells = {
        theme.value: {
            "waarde": luck.choice(VALUES), "niveau": 3, "zekerheid": 0.9,
            "redenen": [[f"{one.name}/stuk-{number}.pdf", "3 maatregelen op eigen benen"] for number in numbers[:4]],
        }
        for theme in Theme
    }  # fmt: skip
    papers = {sha_of(number): f"{one.name}/stuk-{number}.pdf" for number in numbers[:4]}
    row = {
        "peildatum": DAY, "gm_code": one.gm_code, "gemeente": one.name, "provincie": one.province, "regio": one.region,
        "status": status, "beleidstype": "huisvesting", "actueel": True, "documenten": len(numbers), "beleid_titel": ["Beleid"],
        "beleid_datum": "2019-05-12", "beoordeling": "", "machine_status": status, "heropend": "", "cellen": cells,
        "stukken": papers, "geldend": papers, "kopieen": {},
    } | {theme: cell["waarde"] for theme, cell in cells.items()}  # fmt: skip
    return (DAY, one.gm_code, one.name, one.region or "", status, int(flagged), luck.random(), json.dumps(row))


def _held(held: dict[str, list[int]]) -> Iterator[tuple[str, str, str, str]]:
    for code, numbers in held.items():
        for place, number in enumerate(numbers):
            yield DAY, code, sha_of(number), "beleid" if place < 4 else "eigen"


def _change(one: Any) -> dict[str, str]:
    return {
        "gm_code": one.gm_code,
        "gemeente": one.name,
        "kolom": "status",
        "oud": "geen",
        "nieuw": "deels",
        "oorzaak": "nieuw document",
    }


def _motion(one: Any, number: int) -> tuple[str, int, str, str]:
    path = f"{one.name}/stuk-{number}.pdf"
    row = {
        "bestand": path, "orgaan": "gemeenteraad", "gm_code": [one.gm_code], "nummer": "M1", "datum": DAY,
        "indieners": ["Lokaal"], "uitslag": "aangenomen", "verzoeken": ["een spreekuur te openen"], "themas": ["zorg"],
        "titel": "Een motie", "constaterende": [], "overwegende": [],
    }  # fmt: skip
    return path, 0, DAY, json.dumps(row)


def _decision(code: str, number: int) -> Decision:
    when = f"2023-01-02T03:{number // 60 % 60:02}:{number % 60:02}"
    return Decision(code, "bevestigd", "", f"r{number % 5}", when, (), POLICY, f"{number:032x}")


def pages() -> list[str]:
    """Return an address of each page."""
    sha = sha_of(3)
    return [
        "/", "/uitleg", "/gemeente/GM0762", "/gemeente/GM0762/zorg", "/beoordelen", "/beoordelen/passages",
        "/beoordelen/GM0762", "/documenten", "/documenten?thema=zorg",
        "/documenten?verwerking=onleesbaar", "/documenten?q=nachtregister", "/documenten?q=arbeidsmigranten", "/documenten?q=de",
        "/documenten?q=huisarts+spreekuur&thema=zorg&jaar=2019", "/documenten?q=arbeidsmigranten&gemeente=GM0762",
        "/documenten?q=%22de+gemeente%22", "/documenten?q=loon&vanaf=2000", "/documenten?vanaf=9900", "/moties",
        "/moties?gemeente=GM0762", "/logboek", f"/stuk/{sha}", f"/stuk/{sha}/passage/7",
    ]  # fmt: skip


def measure(outputs: Path, times: int = 40) -> dict[str, float]:
    """Return for each page the server time (ms) under which 95% of the answers stayed."""
    from fastapi.testclient import TestClient

    from pipeline.settings import Settings
    from pipeline.web.app import create_app

    app = create_app(Settings(outputs=outputs, inbox=outputs))
    client = TestClient(app, base_url="http://localhost", client=("127.0.0.1", 1))
    found: dict[str, float] = {}
    for page in pages():
        spent = []
        for _ in range(times):
            start = time.perf_counter()
            answer = client.get(page)
            spent.append(1000 * (time.perf_counter() - start))
            assert answer.status_code == 200, (page, answer.status_code)
        found[page] = sorted(spent)[int(0.95 * times) - 1]
    return found


if __name__ == "__main__":
    where = Path(sys.argv[1])
    if not (where / "site.sqlite").exists():
        began = time.perf_counter()
        fill(where)
        print(f"gevuld in {time.perf_counter() - began:.0f} s, {(where / 'site.sqlite').stat().st_size / 1e6:.0f} MB")
    for address, slowest in measure(where).items():
        print(f"{slowest:7.0f} ms  {address}")
