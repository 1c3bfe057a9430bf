"""What lies in the inbox, and why something in it was not taken."""

import errno
import os
import socket
from pathlib import Path

import pytest

from pipeline.sources import folder
from pipeline.sources.folder import LARGEST_OVERRIDE, InboxError, check_inbox, list_inbox, named


def listed(inbox, known=None):
    return list_inbox(inbox, known or {}, lambda size: "")


def refusals(inbox):
    return {file.path.as_posix(): file.refusal for file in listed(inbox).files if file.refusal}


def test_files_in_subfolders_with_odd_names_are_all_seen(tmp_path):
    for name in ("a b.pdf", "Someren/één.pdf", "regel\neinde.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert {file.path.as_posix() for file in listed(tmp_path).files} == {
        "a b.pdf",
        "Someren/één.pdf",
        r"regel\x0aeinde.pdf",
    }


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (b"caf\xe9.pdf", r"caf\xe9.pdf"),
        (b"cr\nX.pdf", r"cr\x0aX.pdf"),
        (b"cr\rX.pdf", r"cr\x0dX.pdf"),
        ("een\x85twee.pdf".encode(), r"een\xc2\x85twee.pdf"),
        (rb"caf\xe9.pdf", r"caf\x5cxe9.pdf"),
        (rb"a\b.pdf", r"a\b.pdf"),
        ("nota\u202efdp.exe".encode(), r"nota\xe2\x80\xaefdp.exe"),
        ("a\u2066b\u2069c.pdf".encode(), r"a\xe2\x81\xa6b\xe2\x81\xa9c.pdf"),
        ("a\u200eb\u200f.pdf".encode(), r"a\xe2\x80\x8eb\xe2\x80\x8f.pdf"),
        ("a\u061cb\u2028c.pdf".encode(), r"a\xd8\x9cb\xe2\x80\xa8c.pdf"),
        ("zw\u200bsp.pdf".encode(), r"zw\xe2\x80\x8bsp.pdf"),
        ("\ufeffnota.pdf".encode(), r"\xef\xbb\xbfnota.pdf"),
        ("no\xadta\u2060.pdf".encode(), r"no\xc2\xadta\xe2\x81\xa0.pdf"),
        ("nota\U000e0041.pdf".encode(), r"nota\xf3\xa0\x81\x81.pdf"),
        ("nota\u3164\ufe00.pdf".encode(), r"nota\xe3\x85\xa4\xef\xb8\x80.pdf"),
    ],
)
def test_what_of_a_name_cannot_be_printed_is_written_as_bytes_that_lead_back_to_it(tmp_path, name, printed):
    (tmp_path / os.fsdecode(name)).write_bytes(b"x")
    (file,) = listed(tmp_path).files
    assert file.path.as_posix() == printed
    assert named(printed) == name


def test_hidden_and_system_files_are_passed_over(tmp_path):
    for name in (".DS_Store", "~$nota.docx", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    assert listed(tmp_path).files == ()


def test_a_folder_named_pdf_is_refused_and_its_files_are_read(tmp_path):
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "x.pdf" / "y.pdf").write_bytes(b"x")
    assert refusals(tmp_path) == {"x.pdf": "is een map, geen bestand (de bestanden erin zijn wel bekeken)"}
    assert len(listed(tmp_path).hashes) == 1


def test_folders_within_folders_are_looked_into_however_deep(tmp_path):
    deepest = tmp_path / "/".join(["m"] * 300)
    for level in reversed([deepest, *deepest.parents][:300]):
        level.mkdir()
    (deepest / "nota.pdf").write_bytes(b"x")
    (file,) = listed(tmp_path).files
    assert file.location == deepest / "nota.pdf"


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


@pytest.mark.parametrize("name", ["nota.toml", "nota.pdf.toml", "nota.TOML", "nota.pdf.Toml"])
def test_a_toml_beside_a_paper_belongs_to_it_and_is_no_paper(tmp_path, name):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    (tmp_path / name).write_text("")
    (file,) = listed(tmp_path).files
    assert file.override == tmp_path / name


def test_of_more_than_one_toml_beside_a_paper_it_is_said_which_counts(tmp_path):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    for name in ("nota.TOML", "nota.toml", "nota.pdf.toml"):
        (tmp_path / name).write_text("")
    (file,) = listed(tmp_path).files
    assert file.override == tmp_path / "nota.pdf.toml"
    assert file.unused == (
        "nota.TOML is niet gebruikt: nota.pdf.toml gaat voor; nota.toml is niet gebruikt: nota.pdf.toml gaat voor"
    )


def test_a_toml_that_is_too_large_says_so_and_so_does_its_paper(tmp_path):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    (tmp_path / "nota.toml").write_bytes(b"#" * (LARGEST_OVERRIDE + 1))
    files = {file.path.name: file for file in listed(tmp_path).files}
    assert files["nota.toml"].refusal == "is niet gelezen: het is groter dan 100 kB"
    assert (files["nota.pdf"].override, files["nota.pdf"].refusal) == (None, "")
    assert files["nota.pdf"].unused == "nota.toml is niet gelezen: het is groter dan 100 kB"


def test_a_folder_named_toml_says_that_it_states_nothing_and_its_files_are_read(tmp_path):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    (tmp_path / "nota.toml").mkdir()
    (tmp_path / "nota.toml" / "y.pdf").write_bytes(b"y")
    assert refusals(tmp_path)["nota.toml"].startswith("is een map")
    assert len(listed(tmp_path).hashes) == 2


def test_a_lone_toml_says_what_it_lacks(tmp_path):
    (tmp_path / "nota.toml").write_text("")
    assert "hoort bij geen stuk" in refusals(tmp_path)["nota.toml"]


@pytest.mark.parametrize(
    "make",
    [Path.mkdir, lambda path: path.symlink_to(path.parent)],
    ids=["folder", "link to a folder"],
)
@pytest.mark.parametrize("name", ["Someren.toml", "Someren.pdf.toml"])
def test_a_toml_beside_something_that_is_no_paper_says_what_it_lacks(tmp_path, make, name):
    make(tmp_path / Path(name).stem)
    (tmp_path / name).write_text("")
    assert "hoort bij geen stuk" in refusals(tmp_path)[name]


def test_a_toml_of_what_is_passed_over_or_of_another_toml_says_what_it_lacks(tmp_path):
    for name in ("Thumbs.db", "Thumbs.toml", "los.toml", "los.toml.toml"):
        (tmp_path / name).write_text("")
    assert set(refusals(tmp_path)) == {"Thumbs.toml", "los.toml", "los.toml.toml"}


def test_an_unchanged_file_is_not_opened_again(tmp_path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(b"x")
    first = listed(tmp_path)
    monkeypatch.setattr("pipeline.sources.folder.file_hash", lambda path: pytest.fail("opened"))
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


def test_an_inbox_that_may_not_be_read_is_refused_with_what_to_do(tmp_path, monkeypatch):
    def forbidden(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("pipeline.sources.folder.os.scandir", forbidden)
    with pytest.raises(
        InboxError, match=r"geen rechten\. Geef de gebruiker .* rechten, of wijs een andere map aan met --inbox"
    ):
        check_inbox(tmp_path)


def test_a_link_to_itself_or_to_nothing_does_not_stop_the_night(tmp_path):
    (tmp_path / "lus.pdf").symlink_to(tmp_path / "lus.pdf")
    (tmp_path / "niets.pdf").symlink_to(tmp_path / "weg.pdf")
    (tmp_path / "nota.pdf").write_bytes(b"x")
    assert set(refusals(tmp_path)) == {"lus.pdf", "niets.pdf"}
    assert len(listed(tmp_path).hashes) == 1


def test_a_link_within_the_inbox_is_a_twin(tmp_path):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    (tmp_path / "ook.pdf").symlink_to(tmp_path / "nota.pdf")
    assert len(set(listed(tmp_path).hashes.values())) == 1
    assert not refusals(tmp_path)


def test_pipes_and_sockets_are_named_and_never_opened(tmp_path):
    os.mkfifo(tmp_path / "pijp.pdf")
    # a socket's path may hold no more than some hundred characters
    place = Path.cwd()
    os.chdir(tmp_path)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("dop.pdf")
    finally:
        os.chdir(place)
    assert {name: why.partition(";")[0] for name, why in refusals(tmp_path).items()} == {
        "dop.pdf": "is geen gewoon bestand",
        "pijp.pdf": "is geen gewoon bestand",
    }


@pytest.mark.skipif(os.getuid() != 0, reason="alleen de beheerder kan een apparaat maken")
def test_a_device_is_named_and_never_opened(tmp_path):
    try:
        os.mknod(tmp_path / "nul.pdf", 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("hier is geen apparaat te maken")
    assert refusals(tmp_path)["nul.pdf"].startswith("is geen gewoon bestand;")


@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        Path.mkdir,
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to("/etc/hostname"),
        lambda path: path.write_bytes(b"x" * 200_000),
    ],
    ids=["pipe", "folder", "loop", "link out of the inbox", "too large"],
)
def test_a_toml_that_is_no_plain_small_file_is_not_used(tmp_path, make):
    (tmp_path / "nota.pdf").write_bytes(b"x")
    make(tmp_path / "nota.toml")
    (paper,) = (file for file in listed(tmp_path).files if file.path.name == "nota.pdf")
    assert paper.override is None
    assert paper.refusal == ""
    assert paper.unused.startswith("nota.toml is niet gelezen: ")


def test_a_file_that_vanishes_while_the_inbox_is_read_gets_its_reason(tmp_path, monkeypatch):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    hashed = folder.file_hash

    def vanishing(path):
        path.unlink() if path.name == "a.pdf" else None
        return hashed(path)

    monkeypatch.setattr(folder, "file_hash", vanishing)
    assert refusals(tmp_path) == {"a.pdf": "niet te openen: verdwenen tijdens het lezen; de volgende run kijkt opnieuw"}


def test_a_folder_that_vanishes_or_breaks_does_not_take_the_others_along(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.pdf").write_bytes(b"x")
    scan = os.scandir

    def broken(place):
        if Path(place).name == "a":
            raise OSError(errno.EIO, "Input/output error")
        return scan(place)

    monkeypatch.setattr(os, "scandir", broken)
    assert refusals(tmp_path) == {
        "a": "map niet te lezen (de schijf geeft een fout): de bestanden erin zijn niet bekeken; laat die schijf nakijken"
    }
    assert len(listed(tmp_path).hashes) == 1


def test_the_longest_names_are_taken(tmp_path):
    name = "n" * 251 + ".pdf"
    (tmp_path / name).write_bytes(b"x")
    assert [file.path.name for file in listed(tmp_path).files] == [name]


def test_an_inbox_that_cannot_even_be_looked_at_is_refused_in_words(tmp_path):
    """As a share that fails answers: with an error that says neither that it is there nor that it is not."""
    with pytest.raises(InboxError, match="is niet te lezen: de naam of het pad is te lang"):
        listed(tmp_path / ("x" * 300))
