"""What lies in the inbox, and why something in it was not taken."""

import os

import pytest

from pipeline.sources.folder import InboxError, list_inbox


def listed(inbox, known=None):
    return list_inbox(inbox, known or {})


def refusals(inbox):
    return {file.path.as_posix(): file.refusal for file in listed(inbox).files if file.refusal}


def test_files_in_subfolders_with_odd_names_are_all_seen(tmp_path):
    for name in ("a b.pdf", "Someren/één.pdf", "regel\neinde.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert {file.path.as_posix() for file in listed(tmp_path).files} == {
        "a b.pdf",
        "Someren/één.pdf",
        "regel\neinde.pdf",
    }


def test_a_name_that_is_no_utf8_is_written_with_its_bytes(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"x")
    assert [file.path.as_posix() for file in listed(tmp_path).files] == ["caf\\xe9.pdf"]


def test_hidden_and_system_files_are_passed_over(tmp_path):
    for name in (".DS_Store", "~$nota.docx", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    assert listed(tmp_path).files == ()


def test_a_folder_named_pdf_is_refused_and_its_files_are_read(tmp_path):
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "x.pdf" / "y.pdf").write_bytes(b"x")
    assert refusals(tmp_path) == {"x.pdf": "is een map, geen bestand (de bestanden erin zijn wel bekeken)"}
    assert len(listed(tmp_path).hashes) == 1


def test_a_link_out_of_the_inbox_is_not_followed(tmp_path):
    (tmp_path / "geheim.pdf").write_bytes(b"x")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "link.pdf").symlink_to(tmp_path / "geheim.pdf")
    assert "niet gevolgd" in refusals(inbox)["link.pdf"]
    assert not listed(inbox).hashes


def test_a_loop_of_links_ends(tmp_path):
    (tmp_path / "rond").symlink_to(tmp_path)
    assert "niet gevolgd" in refusals(tmp_path)["rond"]


@pytest.mark.parametrize("name", ["nota.toml", "nota.pdf.toml"])
def test_a_toml_beside_a_paper_belongs_to_it_and_is_no_paper(tmp_path, name):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    (tmp_path / name).write_text("")
    (file,) = listed(tmp_path).files
    assert file.override == tmp_path / name


def test_a_lone_toml_is_shown_like_any_file(tmp_path):
    (tmp_path / "nota.toml").write_text("")
    assert [file.path.name for file in listed(tmp_path).files] == ["nota.toml"]


def test_an_unchanged_file_is_not_opened_again(tmp_path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(b"x")
    first = listed(tmp_path)
    monkeypatch.setattr("pipeline.sources.folder._hash", lambda path: pytest.fail("opened"))
    again = listed(tmp_path, {known.path: known for known in first.known})
    assert again.hashes == first.hashes


def test_a_changed_file_of_the_same_size_is_noticed(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x")
    first = listed(tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"y")
    os.utime(tmp_path / "a.pdf", ns=(1, 1))
    assert listed(tmp_path, {known.path: known for known in first.known}).hashes != first.hashes


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_text("")])
def test_an_inbox_that_is_no_folder_is_refused_with_what_to_do(tmp_path, make):
    make(tmp_path / "inbox")
    with pytest.raises(InboxError, match="--inbox"):
        listed(tmp_path / "inbox")
