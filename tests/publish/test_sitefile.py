"""The site's file: written whole or not at all, papers only where they changed, made anew where it cannot be used."""

from __future__ import annotations

import sqlite3

import pytest

from pipeline.publish.sitefile import PaperRows, SiteFileError, SiteRows, reading_site, write_site
from tests.faults.nights import held

DAY, LATER = "2021-01-01", "2022-01-01"


def paper(sha, text="de huisarts"):
    passage = {
        "nummer": 0, "pagina": 1, "sectie": [], "aanloop": "", "tekst": text, "plaatsen": [], "oordeel": {}, "kenmerken": "gm0762",
    }  # fmt: skip
    return PaperRows(sha, [], {}, (passage,), (("zorg", 0, 3, 0.9, False),), (("zorg", 0, 0.4),))


def rows(peildatum=DAY, run="r1", **keys):
    return SiteRows(peildatum, {"toestand": [(peildatum, run, 1, "{}", "")]}, keys)


def found(outputs, word):
    with reading_site(outputs) as site:
        return [
            row[0]
            for row in site.execute(
                "SELECT p.sha FROM zoek z JOIN passage p ON p.id = z.rowid WHERE zoek MATCH ?", (word,)
            )
        ]


def test_a_paper_is_asked_for_only_where_its_key_is_new(tmp_path):
    asked = []

    def papers(sha):
        asked.append(sha)
        return paper(sha)

    write_site(tmp_path, rows(a="1", b="1"), papers, newest=True)
    write_site(tmp_path, rows(a="1", b="2"), papers, newest=True)
    assert asked == ["a", "b", "b"]


def test_a_paper_that_is_gone_or_changed_is_found_no_more_by_its_old_words(tmp_path):
    write_site(tmp_path, rows(a="1", b="1"), lambda sha: paper(sha, "oude woorden"), newest=True)
    write_site(tmp_path, rows(a="2"), lambda sha: paper(sha, "nieuwe tekst"), newest=True)
    assert found(tmp_path, "oude") == []
    assert found(tmp_path, "nieuwe") == ["a"]


@pytest.mark.parametrize("day", [DAY, LATER])
def test_what_is_said_of_municipalities_and_files_is_that_of_the_newest_run(tmp_path, day):
    def run(name, towns, files, peildatum):
        tables = {
            "toestand": [(peildatum, name, 1, "{}", "")],
            "gemeente": [(peildatum, code, code, "", status, 0, None, "{}") for code, status in towns.items()],
            "bestand": ((path, path, "", "", "", "", "ok", 1, content) for path, content in files.items()),
            "bestand_gemeente": [("GM1", path) for path in files],
        }
        write_site(tmp_path, SiteRows(peildatum, tables, {}), paper, newest=True)

    run("r1", {"GM1": "geen", "GM2": "geen", "GM3": "deels"}, {"a.pdf": "1", "b.pdf": "1", "c.pdf": "1"}, DAY)
    run("r2", {"GM1": "deels", "GM2": "geen", "GM4": "geen"}, {"a.pdf": "1", "b.pdf": "2", "d.pdf": "1"}, day)
    with reading_site(tmp_path) as site:
        towns = dict(site.execute("SELECT gm_code, status FROM gemeente WHERE peildatum = ?", (day,)))
        assert towns == {"GM1": "deels", "GM2": "geen", "GM4": "geen"}
        assert site.execute("SELECT count(*) FROM gemeente").fetchone()[0] == (3 if day == DAY else 6)
        assert dict(site.execute("SELECT pad, inhoud FROM bestand")) == {"a.pdf": "1", "b.pdf": "2", "d.pdf": "1"}
        assert {row[0] for row in site.execute("SELECT pad FROM bestand_gemeente")} == {"a.pdf", "b.pdf", "d.pdf"}


def test_what_did_not_change_is_not_written(tmp_path):
    def run(content):
        tables = {"bestand": [("a.pdf", "", "", "", "", "", "", 1, content), ("b.pdf", "", "", "", "", "", "", 1, "")]}
        write_site(tmp_path, SiteRows(DAY, tables, {}), paper, newest=True)

    run("1")
    with sqlite3.connect(tmp_path / "site.sqlite") as watched:
        watched.execute("CREATE TABLE geschreven (pad)")
        for event in ("INSERT", "UPDATE", "DELETE"):
            place = "old" if event == "DELETE" else "new"
            watched.execute(
                f"CREATE TRIGGER bij_{event} AFTER {event} ON bestand BEGIN INSERT INTO geschreven VALUES ({place}.pad); END"
            )
    run("2")
    with sqlite3.connect(tmp_path / "site.sqlite") as watched:
        assert watched.execute("SELECT pad FROM geschreven").fetchall() == [("a.pdf",)]


def test_what_goes_wrong_halfway_leaves_the_former_state(tmp_path):
    write_site(tmp_path, rows(a="1"), paper, newest=True)

    def broken(sha):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_site(tmp_path, rows(run="r2", b="1"), broken, newest=True)
    with reading_site(tmp_path) as site:
        assert site.execute("SELECT run FROM toestand").fetchone()[0] == "r1"
    assert found(tmp_path, "huisarts") == ["a"]


def test_a_peildatum_worked_out_aside_leaves_files_and_newest_as_they_are(tmp_path):
    write_site(tmp_path, rows(a="1"), paper, newest=True)
    aside = SiteRows(LATER, {"toestand": [(LATER, "r2", 0, "{}", "")]}, {})
    write_site(tmp_path, aside, paper, newest=False)
    with reading_site(tmp_path) as site:
        assert dict(site.execute("SELECT peildatum, nieuwste FROM toestand")) == {DAY: 1, LATER: 0}
    assert found(tmp_path, "huisarts") == ["a"]


@pytest.mark.parametrize("content", [b"kapot" * 1000, b""])
def test_a_file_that_cannot_be_used_is_made_anew(tmp_path, content):
    (tmp_path / "site.sqlite").write_bytes(content)
    write_site(tmp_path, rows(a="1"), paper, newest=True)
    assert found(tmp_path, "huisarts") == ["a"]


def test_a_file_damaged_beyond_its_first_page_is_made_anew(tmp_path):
    write_site(tmp_path, rows(**{f"a{i}": "1" for i in range(200)}), paper, newest=True)
    site = tmp_path / "site.sqlite"
    whole = site.read_bytes()
    site.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    write_site(tmp_path, rows(a="2"), paper, newest=True)
    assert found(tmp_path, "huisarts") == ["a"]


def test_a_file_of_another_version_is_made_anew(tmp_path):
    write_site(tmp_path, rows(a="1"), paper, newest=True)
    with sqlite3.connect(tmp_path / "site.sqlite") as old:
        old.execute("PRAGMA user_version=99")
    write_site(tmp_path, rows(b="1"), paper, newest=True)
    assert found(tmp_path, "huisarts") == ["b"]


def test_a_file_that_another_program_holds_is_left_as_it_is(tmp_path, monkeypatch):
    write_site(tmp_path, rows(a="1"), paper, newest=True)
    monkeypatch.setattr("pipeline.publish.sitefile.LOCK_SECONDS", 0)
    with (
        held(tmp_path / "site.sqlite"),
        pytest.raises(SiteFileError, match=r"is niet te schrijven: een ander programma houdt het vast\. Wacht"),
    ):
        write_site(tmp_path, rows(run="r2", b="1"), paper, newest=True)
    assert found(tmp_path, "huisarts") == ["a"]


def test_what_is_no_file_is_left_as_it_is(tmp_path):
    (tmp_path / "site.sqlite").mkdir()
    with pytest.raises(SiteFileError, match="is niet te schrijven"):
        write_site(tmp_path, rows(a="1"), paper, newest=True)


def test_the_site_can_change_nothing(tmp_path):
    write_site(tmp_path, rows(a="1"), paper, newest=True)
    with reading_site(tmp_path) as site, pytest.raises(sqlite3.OperationalError):
        site.execute("DELETE FROM passage")


def test_a_folder_in_its_place_is_told_in_words(tmp_path):
    (tmp_path / "site.sqlite").mkdir()
    with pytest.raises(SiteFileError, match=r"site\.sqlite is niet te schrijven: dat is een map\. Haal weg"):
        write_site(tmp_path, rows(a="1"), paper, newest=True)
