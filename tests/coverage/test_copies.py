"""Papers with the same text count once, as the copy that says most; what one of them tells is not lost by counting another."""

from __future__ import annotations

from itertools import permutations

import pytest

from pipeline.coverage.copies import counted_as, once
from pipeline.documents.paper import FILE_NAME, PaperKind, PaperStatus
from tests.coverage.papers import SOMEREN, paper

ASTEN = "GM0743"


def counted(*papers):
    """The path that counts for each path, whatever the order of the papers."""
    found = [{path: one.path for path, one in counted_as(ordered).items()} for ordered in permutations(papers)]
    assert all(one == found[0] for one in found)
    return found[0]


def copy(path, **what):
    return paper(path=path, text="zelfde", **what)


def test_of_copies_the_first_name_counts():
    assert counted(copy("b.pdf"), copy("a.pdf"), copy("c.pdf")) == {
        "a.pdf": "a.pdf",
        "b.pdf": "a.pdf",
        "c.pdf": "a.pdf",
    }


def test_the_one_that_counts_knows_its_copies():
    (one,) = once([copy("b.pdf"), copy("a.pdf"), copy("c.pdf")])
    assert (one.sha256, one.copies) == ("a.pdf", ("b.pdf", "c.pdf"))


def test_papers_of_which_too_little_was_read_are_no_copies():
    papers = [paper(path="a.pdf"), paper(path="b.pdf")]
    assert once(papers) == papers


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"status": PaperStatus.DRAFT, "status_from": FILE_NAME}, {}),
        ({"status": PaperStatus.UNKNOWN}, {}),
        ({"status": PaperStatus.UNKNOWN}, {"status": PaperStatus.DRAFT, "status_from": FILE_NAME}),
        ({"adopted": None}, {}),
        ({"adopted": "2020-05-12"}, {"adopted": "2019-05-12"}),
        ({"about": False}, {}),
        ({"kind": PaperKind.OTHER}, {}),
        ({"owners": ()}, {}),
        ({}, {"owners": (ASTEN, SOMEREN)}),
        ({}, {"stated": True, "status": PaperStatus.DRAFT, "owners": (SOMEREN,)}),
    ],
)
def test_a_copy_that_says_more_counts_before_an_earlier_name(first, second):
    assert counted(copy("a.pdf", **first), copy("b.pdf", **second)) == {"a.pdf": "b.pdf", "b.pdf": "b.pdf"}


def test_a_copy_that_the_text_itself_calls_a_draft_keeps_its_place():
    """Then all copies are drafts, and of two that differ in more than a name nothing is said by the name."""
    assert counted(copy("a.pdf", status=PaperStatus.DRAFT), copy("b.pdf", status=PaperStatus.DRAFT))["b.pdf"] == "a.pdf"


def test_a_copy_in_the_folder_of_another_municipality_counts_for_that():
    asten, someren = copy("Asten/nota.pdf", owners=(ASTEN,)), copy("Someren/nota.pdf", owners=(SOMEREN,))
    again = copy("Someren/nota (1).pdf", owners=(SOMEREN,))
    nobody = copy("nota.pdf", owners=())
    assert counted(asten, someren, again, nobody) == {
        "Asten/nota.pdf": "Asten/nota.pdf",
        "Someren/nota.pdf": "Someren/nota (1).pdf",
        "Someren/nota (1).pdf": "Someren/nota (1).pdf",
        "nota.pdf": "Asten/nota.pdf",
    }
