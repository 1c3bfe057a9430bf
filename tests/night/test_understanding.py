"""What is remarked of a paper beside what it is."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from pipeline.extraction.blocks import Extraction, FileState
from pipeline.night import understanding
from pipeline.night.stated import unheard
from pipeline.night.understanding import identify, refused
from pipeline.sources.folder import InboxFile
from tests.documents.made import extraction, passages

FILE = InboxFile(PurePosixPath("map.pdf"), Path("map.pdf"))


@pytest.mark.parametrize("state", [FileState.OK, FileState.UNREADABLE])
def test_files_attached_to_a_pdf_are_said_not_to_be_read(state):
    known = identify(Extraction(state, metadata={"attachments": "kaart.pdf, nota.pdf"}), (), FILE)
    assert (
        known.remark
        == "niet gelezen: wat als bijlage in de PDF zit (kaart.pdf, nota.pdf); sla het op als eigen bestand in de inbox"
    )


def test_of_a_pdf_without_attachments_nothing_is_remarked():
    assert identify(Extraction(FileState.OK), (), FILE).remark == ""


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("Vastgesteld op 12 maart 2020", "van welke gemeente dit is, is niet te zien: leg het in een map"),
        ("Gemeente Someren", ""),
        (
            "Vastgesteld op 12 maart 2020\nDe raad van Someren // Ter vergelijking\nDe raad van Asten // Ter vergelijking",
            "(meer gemeenten even sterk: Someren, Asten)",
        ),
        (
            "Provincie Noord-Brabant\nVastgesteld door Provinciale Staten op 12 maart 2020",
            "stuk van de provincie Noord-Brabant, dus het telt",
        ),
        ("Ministerie van Sociale Zaken\n12 maart 2020", "landelijk stuk, dus het telt voor geen gemeente"),
    ],
)
def test_of_a_paper_of_no_municipality_it_is_remarked_why(front, why):
    made = extraction(f"## Nota arbeidsmigranten\n{front}\nArbeidsmigranten wonen in logies.")
    known = identify(made, passages(made), FILE)
    assert (bool(known.paper.owners.value), why in known.remark) == (not why, True)


def test_a_refused_file_whose_name_makes_the_program_fail_is_known_by_its_name(monkeypatch, caplog):
    def fails(*_):
        raise RecursionError("te diep")

    monkeypatch.setattr(understanding, "read_paper", fails)
    assert refused(FILE).paper.title.value == "map"
    assert "map.pdf is mislukt: fout in het programma bij het begrijpen (RecursionError)" in caplog.text


@pytest.mark.parametrize(("until", "told"), [("2019-01-01", True), ("2020-01-01", True), ("2020-01-02", False)])
def test_a_toml_that_has_a_paper_end_before_its_day_is_told(until, told):
    stated = f"datum = 2020-01-01\ngeldig_tot = {until}".encode()
    file = replace(FILE, override=Path("map.toml"), stated=stated)
    assert (f"geldig_tot ({until}) ligt niet na datum (2020-01-01)" in unheard(file)) is told
