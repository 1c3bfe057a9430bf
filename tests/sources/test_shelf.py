"""What is fetched is put in the inbox whole, and nothing that was there is lost."""

from __future__ import annotations

import pytest

from pipeline.sources.shelf import Shelf, file_name


@pytest.fixture
def shelf(tmp_path):
    made = Shelf(tmp_path)
    made.clear()
    return made


def place(shelf, content, path):
    with shelf.underway("https://voorbeeld.nl/nota.pdf") as received:
        received.write(content)
        shelf.place(received, path)


def test_a_paper_that_somebody_else_put_there_is_kept_aside(shelf, tmp_path):
    (tmp_path / "nota.pdf").write_bytes(b"van iemand anders")
    place(shelf, b"opgehaald", "nota.pdf")
    assert (tmp_path / "nota.pdf").read_bytes() == b"opgehaald"
    assert [kept.read_bytes() for kept in (tmp_path / ".vervangen").iterdir()] == [b"van iemand anders"]


def test_the_same_content_is_not_kept_twice(shelf, tmp_path):
    for _ in range(2):
        place(shelf, b"opgehaald", "nota.pdf")
    assert not (tmp_path / ".vervangen").exists()


def test_two_addresses_of_which_the_hash_begins_alike_have_different_names():
    """Found by trying: the first 32 bits of their SHA-256 are the same."""
    one, other = "https://voorbeeld.nl/566.pdf", "https://voorbeeld.nl/115515.pdf"
    assert file_name(one, "Nota") != file_name(other, "Nota")
