"""A bundle of motions: each has a row of its own, on paper and on the site."""

from __future__ import annotations

import csv
import json

from pipeline.publish.sitefile import reading_site
from tests.publish.nights import night

MOTION = """Motie {number} {title}

De raad van de gemeente Someren, in vergadering bijeen op 9 november 2020,

constaterende dat er in Someren arbeidsmigranten werken en wonen;

verzoekt het college {request},

en gaat over tot de orde van de dag.

{party}

Besluit: {outcome}"""
CARE = {
    "number": "M4",
    "title": "Een dokter dichtbij",
    "request": "een spreekuur van de huisarts voor arbeidsmigranten te openen",
}
WORK = {
    "number": "M5",
    "title": "Een eerlijk loon",
    "request": "bij uitzendbureaus het loon van arbeidsmigranten te laten nagaan",
}


def test_each_motion_has_its_row(tmp_path, make_pdf):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    pages = (
        MOTION.format(**CARE, party="SP", outcome="aangenomen"),
        MOTION.format(**WORK, party="D66", outcome="verworpen"),
    )
    make_pdf(inbox / "moties.pdf", *pages)
    night(inbox, tmp_path / "uit", "2021-01-01", "20260101T030000Z")
    with (tmp_path / "uit" / "motions.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    told = [(row["plek"], row["nummer"], row["titel"], row["uitslag"], row["indieners"]) for row in rows]
    assert told == [
        ("1", "M4", "Een dokter dichtbij", "aangenomen", "SP"),
        ("2", "M5", "Een eerlijk loon", "verworpen", "D66"),
    ]
    assert ("zorg" in rows[0]["themas"], "arbeidsmarkt" in rows[1]["themas"]) == (True, True)
    with reading_site(tmp_path / "uit") as site:
        shown = [json.loads(row[0])["nummer"] for row in site.execute("SELECT inhoud FROM motie ORDER BY pad, plek")]
    assert shown == ["M4", "M5"]
