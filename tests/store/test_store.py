"""The store keeps what was found, and says what to do when it cannot."""

import subprocess
import sys
from datetime import date

import pytest

from pipeline.store.store import FiledDossier, KnownFile, StoreCorrupt, StoredReading, StoreError, open_store, set_aside


def address(path):
    return f"sqlite:///{path / 'geheugen.sqlite'}"


def test_what_was_kept_is_there_after_reopening(tmp_path):
    store = open_store(address(tmp_path))
    store.remember_files([KnownFile("a.pdf", 1, 2, 3, "f" * 64)])
    store.add_reading(StoredReading("f" * 64, "1", "ok", "", 4), b"inhoud")
    store.add_passages("f" * 64, "d", [{"tekst": "één"}])
    store.add_scores({"h": {"labels": ["zorg"]}}, "m")
    store.add_papers({"k": {"titel": "Nota"}})
    store.close()
    again = open_store(address(tmp_path))
    assert again.known_files()["a.pdf"].sha256 == "f" * 64
    assert again.readings("1")["f" * 64].pages == 4
    assert again.reading_content("f" * 64, "1") == b"inhoud"
    assert again.passages("f" * 64, "d") == [{"tekst": "één"}]
    assert again.scores(["h", "onbekend"], "m") == {"h": {"labels": ["zorg"]}}
    assert again.papers(["k"]) == {"k": {"titel": "Nota"}}


def test_another_version_of_extractor_or_model_has_nothing_yet(tmp_path):
    store = open_store(address(tmp_path))
    store.add_reading(StoredReading("f" * 64, "1", "ok", "", 4), b"")
    store.add_scores({"h": {}}, "m")
    assert store.readings("2") == {}
    assert store.scores(["h"], "n") == {}


def test_a_result_that_comes_again_replaces_the_former(tmp_path):
    store = open_store(address(tmp_path))
    store.add_reading(StoredReading("f" * 64, "1", "mislukt", "fout", 0), b"")
    store.add_reading(StoredReading("f" * 64, "1", "ok", "", 4), b"")
    assert store.readings("1")["f" * 64].state == "ok"


def test_more_keys_than_one_query_takes_are_all_found(tmp_path):
    store = open_store(address(tmp_path))
    many = {f"h{number}": {} for number in range(1203)}
    store.add_scores(many, "m")
    assert store.scores(many, "m").keys() == many.keys()


@pytest.mark.parametrize("content", [b"dit is geen database " * 400, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_store_says_how_to_rebuild_it(tmp_path, content):
    (tmp_path / "geheugen.sqlite").write_bytes(content)
    with pytest.raises(StoreCorrupt, match="--rebuild"):
        open_store(address(tmp_path))


def test_setting_a_damaged_store_aside_makes_room_for_a_new_one(tmp_path):
    (tmp_path / "geheugen.sqlite").write_bytes(b"kapot" * 1000)
    aside = set_aside(address(tmp_path))
    assert aside is not None
    assert aside.read_bytes() == b"kapot" * 1000
    assert open_store(address(tmp_path)).known_files() == {}


def test_what_stands_in_the_log_alone_goes_aside_with_the_store(tmp_path):
    """As a run that was killed leaves it: its last transactions were never moved from the log to the file."""
    open_store(address(tmp_path)).close()
    written = (
        "import os, sys; from pipeline.store.store import open_store; "
        "open_store(sys.argv[1]).add_papers({'k': 'nog alleen in het logboek'}); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", written, address(tmp_path)], check=True)
    aside = set_aside(address(tmp_path))
    assert aside is not None
    store = open_store(f"sqlite:///{aside}")
    assert store.papers(["k"]) == {"k": "nog alleen in het logboek"}
    store.close()


@pytest.mark.parametrize("wrong", ["zomaar", "geenstijl://x", "oracle+niets://x"])
def test_a_wrong_address_names_the_setting(wrong):
    with pytest.raises(StoreError, match="store"):
        open_store(wrong)


def test_remembering_files_writes_only_what_changed(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'geheugen.sqlite'}")
    same, old, new = (KnownFile(name, 1, 2, 3, "aa") for name in ("a.pdf", "b.pdf", "c.pdf"))
    store.remember_files([same, old])
    changed = KnownFile("b.pdf", 9, 9, 9, "bb")
    store.remember_files([same, changed, new])
    assert store.known_files() == {"a.pdf": same, "b.pdf": changed, "c.pdf": new}
    store.remember_files([new])
    assert store.known_files() == {"c.pdf": new}


def test_understood_papers_are_known_by_classifier(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'geheugen.sqlite'}")
    store.add_understood("stuk", "oud model")
    store.add_understood("stuk", "nieuw model")
    assert store.understood("nieuw model") == {"stuk"}
    assert store.understood("oud model") == set()


def test_day_of_the_last_full_check(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'geheugen.sqlite'}")
    assert store.last_done("controle") is None
    store.mark_done("controle", date(2026, 1, 2))
    store.mark_done("controle", date(2026, 1, 9))
    assert store.last_done("controle") == date(2026, 1, 9)


def test_dossiers_come_back_by_path_and_those_in_doubt_have_no_key(tmp_path):
    store = open_store(address(tmp_path))
    papers = [FiledDossier(f"{number:04d}.pdf", f"k{number}", b"{}", {"ocr": False}) for number in range(1203)]
    store.file_dossiers(reversed(papers))
    assert list(store.dossiers()) == papers
    store.drop_dossiers([one.path for one in papers[2:]])
    store.file_dossiers([FiledDossier("0001.pdf", "nieuw", b"[]", {})])
    assert store.dossier("0001.pdf") == FiledDossier("0001.pdf", "nieuw", b"[]", {})
    with pytest.raises(KeyError):
        store.dossier("9999.pdf")
    assert store.dossier_keys() == {"0000.pdf": "k0", "0001.pdf": "nieuw"}
    store.doubt_dossiers()
    assert store.dossier_keys() == {"0000.pdf": "", "0001.pdf": ""}
