"""A folder elsewhere as a source."""

from __future__ import annotations

import os

import pytest

from pipeline.night.fetching import SourcesError
from pipeline.night.provenance import fetched_from, forget_missing
from pipeline.sources.folder import files_of
from pipeline.sources.taking import Finding
from pipeline.store.origins import OriginState

PAPER = b"%PDF-1.4 nota"


@pytest.fixture
def share(tmp_path, nights):
    folder = tmp_path / "schijf"
    (folder / "Best").mkdir(parents=True)
    (folder / "Best" / "nota wonen.pdf").write_bytes(PAPER)
    (folder / "Best" / "nota wonen.toml").write_text('status = "vastgesteld"')
    nights.sources = {"schijf": {"soort": "map", "pad": str(folder), "weg_na": 0}}
    return folder


def test_files_are_taken_over_with_their_folders_and_what_is_stated_of_them(share, nights):
    assert nights.one().counts == {Finding.NEW: 2}
    assert nights.papers() == {
        "schijf/Best/nota wonen.pdf": PAPER,
        "schijf/Best/nota wonen.toml": b'status = "vastgesteld"',
    }


@pytest.mark.parametrize("place", [".", "..", "schijf"])
def test_a_folder_that_overlaps_the_inbox_is_refused_before_anything_is_copied(nights, place):
    (nights.inbox / "nota.pdf").write_bytes(PAPER)
    (nights.inbox / "schijf").mkdir()
    nights.sources = {"schijf": {"soort": "map", "pad": str(nights.inbox / place)}}
    with pytest.raises(SourcesError, match=r"Bron 'schijf', sleutel 'pad'.*inbox"):
        nights.fetch()
    assert nights.papers() == {"nota.pdf": PAPER}


def test_a_folder_that_leads_to_the_inbox_under_another_name_is_refused(nights, tmp_path):
    (tmp_path / "schijf").symlink_to(nights.inbox)
    nights.sources = {"schijf": {"soort": "map", "pad": str(tmp_path / "schijf")}}
    with pytest.raises(SourcesError, match="inbox"):
        nights.fetch()


def test_a_folder_that_leads_to_itself_cannot_be_read_and_is_told(nights, tmp_path):
    (tmp_path / "schijf").symlink_to(tmp_path / "schijf")
    nights.sources = {"schijf": {"soort": "map", "pad": str(tmp_path / "schijf")}}
    assert nights.one().trouble


def test_a_folder_of_one_municipality_lands_in_hers(share, nights):
    nights.sources["schijf"]["gemeente"] = "Someren"
    nights.one()
    assert {path.split("/")[0] for path in nights.papers()} == {"Someren"}


def test_a_file_that_is_no_pdf_is_taken_over_too_for_a_run_to_name(share, nights):
    (share / "brief.docx").write_bytes(b"PK\x03\x04")
    nights.one()
    assert "schijf/brief.docx" in nights.papers()


def test_only_what_changed_is_copied_again(share, nights):
    nights.one()
    assert nights.later().one().counts == {Finding.SAME: 2}
    paper = share / "Best" / "nota wonen.pdf"
    paper.write_bytes(PAPER + b" herzien")
    os.utime(paper, (1, 1))
    assert nights.later().one().counts == {Finding.SAME: 1, Finding.CHANGED: 1}
    assert nights.papers()["schijf/Best/nota wonen.pdf"] == PAPER + b" herzien"


def test_a_file_that_left_the_folder_leaves_the_inbox_and_is_kept(share, nights):
    nights.one()
    (share / "Best" / "nota wonen.pdf").unlink()
    nights.later().one()
    assert "schijf/Best/nota wonen.pdf" not in nights.papers()
    assert PAPER in nights.hidden(".verwijderd")


def test_a_folder_that_went_away_takes_nothing_along(share, nights):
    nights.one()
    share.rename(share.with_name("weg"))
    tally = nights.later().one()
    assert "bestaat niet" in tally.line and "pad" in tally.line and not tally.well
    assert len(nights.papers()) == 2


def test_where_a_file_came_from_is_kept(share, nights):
    nights.one()
    known = nights.origins()[(share / "Best" / "nota wonen.pdf").as_uri()]
    assert (known.state, known.path) == (OriginState.HELD, "schijf/Best/nota wonen.pdf")


def test_a_file_that_cannot_be_read_stops_no_other(share, nights):
    (share / "dicht.pdf").symlink_to(share / "nergens.pdf")
    assert nights.one().counts == {Finding.NEW: 2}


@pytest.mark.parametrize(
    "name", [b"caf\xe9.pdf", b"regel\neinde.pdf", rb"caf\xe9.pdf"], ids=["latin-1", "newline", "backslash"]
)
def test_a_file_of_whatever_name_is_taken_over_under_it_and_known_again(share, nights, name):
    odd = share / os.fsdecode(name)
    odd.write_bytes(PAPER)
    nights.one()
    taken = nights.inbox / "schijf" / odd.name
    assert taken.read_bytes() == PAPER
    listed = next(file.path for file in files_of(nights.inbox) if file.location == taken)
    assert fetched_from(nights.settings)[listed.as_posix()] == odd.as_uri()
    assert nights.later().one().counts == {Finding.SAME: 3}
    taken.unlink()
    assert forget_missing(nights.settings) == 1
    nights.one()
    odd.unlink()
    nights.later().one()
    assert not taken.exists()
    assert PAPER in nights.hidden(".verwijderd")
