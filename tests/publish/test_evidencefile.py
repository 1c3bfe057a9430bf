"""`evidence.csv` in pieces: those whose papers did not change are copied, and the file is what it would be if all were written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.coverage.assessment import Evidence
from pipeline.coverage.standing import standing
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.language.passages import Passage, Place, Sentence
from pipeline.publish import evidencefile
from pipeline.publish.dictionary import dictionary
from pipeline.publish.evidencefile import STRONGEST, FormerEvidence, strongest_rows, write_evidence
from pipeline.publish.tables import LAST, Picture, block_rows, evidence_blocks
from tests.coverage.papers import HUISVESTING, RULES, day, paper

ASTEN, SOMEREN = "GM0743", "GM0847"
ASTENS = paper("2019-01-01", owners=(ASTEN,), path="asten.pdf")
SOMERENS = paper("2020-06-01", owners=(SOMEREN,), path="someren.pdf")
OF_BOTH = paper("2019-06-01", owners=(ASTEN, SOMEREN), path="samen.pdf")
OF_NOBODY = paper("2019-06-01", owners=(), path="van niemand.pdf")
SUCCESSOR = paper("2020-09-01", owners=(ASTEN,), path="opvolger.pdf", replaces=("Beleid arbeidsmigranten 2019",))
ENDING = paper("2020-07-01", owners=(SOMEREN,), path="tijdelijk.pdf", until="2024-01-01")
MARKS = {one.sha256: "één" for one in (ASTENS, SOMERENS, OF_BOTH, OF_NOBODY, SUCCESSOR, ENDING)}


def picture(*papers, on="2021-01-01", **marks):
    found = standing(papers, day(on), ("Noord-Brabant",), (), RULES)
    return Picture(
        day(on), (), papers, found.municipalities, found.positions, found.holdings, found.reviews, found.regions,
        marks=MARKS | {f"{name}.pdf": mark for name, mark in marks.items()},
    )  # fmt: skip


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes the evidence of a picture, after a former one; returns its bytes and the codes of the pieces of which rows were made."""
    made = []

    def rows(block, drawn):
        made.append(block.code)
        empty = dict.fromkeys(dictionary()["evidence"].header)
        return [empty | {"gm_code": block.code, "passage": f'{drawn.marks[one.sha256]}\n"é"'} for one in block.dossiers]

    monkeypatch.setattr(evidencefile, "block_rows", rows)

    def write(now, former=None, version="1"):
        known = None
        if former:
            known = FormerEvidence(tmp_path / "oud.csv", write_evidence(tmp_path / "oud.csv", former, "1", None))
        made.clear()
        write_evidence(tmp_path / "nieuw.csv", now, version, known)
        return (tmp_path / "nieuw.csv").read_bytes(), list(made)

    return write


ALL = (ASTENS, SOMERENS, OF_BOTH, OF_NOBODY)
CHANGES = {
    "nothing": (picture(*ALL), []),
    "a paper": (picture(*ALL, asten="twee"), [ASTEN]),
    "a paper of two owners": (picture(*ALL, samen="twee"), [ASTEN, SOMEREN]),
    "a paper that came": (picture(*ALL, paper(owners=(SOMEREN,), path="asten.pdf")), [SOMEREN]),
    "a paper that is gone": (picture(SOMERENS, OF_BOTH, OF_NOBODY), [ASTEN]),
    "an owner that has none any more": (picture(ASTENS, SOMERENS, OF_BOTH), []),
    "a day on which a paper is not there yet": (picture(*ALL, on="2020-01-01"), [SOMEREN]),
    "a day on which all is the same": (picture(*ALL, on="2025-01-01"), []),
    "a paper of nobody": (picture(*ALL, **{"van niemand": "twee"}), [LAST]),
    "a paper that replaces another": (picture(*ALL, SUCCESSOR), [ASTEN]),
    "a day on which a paper holds no more": (picture(*ALL, ENDING, on="2025-01-01"), [SOMEREN]),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_only_the_pieces_that_changed_are_made_and_the_file_is_that_of_a_run_that_makes_all(written, change):
    now, expected = CHANGES[change]
    content, made = written(now, former=picture(*ALL))
    assert made == expected
    assert content == written(now)[0]


@pytest.fixture
def many(monkeypatch):
    """Of each owner more rows on care than the workbook holds, some with a line end, and three on enforcement."""

    def rows(block, _):
        empty = dict.fromkeys(dictionary()["evidence"].header)
        return [
            empty | {"gm_code": block.code, "thema": theme, "niveau": 2, "pagina": number, "passage": f'"é"\n{number}'}
            for theme, rows in (("zorg", STRONGEST + 10), ("handhaving", 3))
            for number in range(rows)
        ]

    monkeypatch.setattr(evidencefile, "block_rows", rows)


def found(rows):
    return [(row["gm_code"], row["thema"], row["pagina"], row["passage"]) for row in rows]


@pytest.mark.usefixtures("many")
def test_the_strongest_of_each_owner_and_theme_are_its_first_rows(tmp_path):
    places = write_evidence(tmp_path / "heel.csv", picture(*ALL), "1", None)
    expected = [
        (code, theme, number, f'"é"\n{number}')
        for code in (ASTEN, SOMEREN, LAST)
        for theme, rows in (("zorg", STRONGEST), ("handhaving", 3))
        for number in range(rows)
    ]
    assert found(strongest_rows(tmp_path / "heel.csv", places.values())) == expected


@pytest.mark.usefixtures("many")
def test_the_strongest_of_a_piece_that_was_copied_are_those_of_then(tmp_path):
    places = write_evidence(tmp_path / "oud.csv", picture(SOMERENS), "1", None)
    former = FormerEvidence(tmp_path / "oud.csv", places)
    now = write_evidence(tmp_path / "nieuw.csv", picture(ASTENS, SOMERENS), "1", former)
    assert found(strongest_rows(tmp_path / "nieuw.csv", [now[SOMEREN]])) == found(
        strongest_rows(tmp_path / "oud.csv", [places[SOMEREN]])
    )


def test_another_program_makes_all_anew(written):
    assert written(picture(*ALL), former=picture(*ALL), version="2")[1] == [ASTEN, SOMEREN, LAST]


def test_a_former_file_that_is_too_short_is_no_former_file(tmp_path, written):
    (tmp_path / "kort.csv").write_bytes(b"gm_code")
    places = write_evidence(tmp_path / "heel.csv", picture(*ALL), "1", None)
    with pytest.raises(OSError, match="korter"):
        write_evidence(tmp_path / "nieuw.csv", picture(*ALL), "1", FormerEvidence(tmp_path / "kort.csv", places))


def in_force(*papers, on="2021-01-01"):
    """By owner and paper whether it is policy in force."""
    blocks = evidence_blocks(picture(*papers, on=on))
    return {(block.code, one.path): block.in_force(one) for block in blocks for one in block.dossiers}


def test_policy_is_in_force_until_the_day_on_which_it_ends():
    assert in_force(ENDING)[SOMEREN, "tijdelijk.pdf"] is True
    assert in_force(ENDING, on="2024-01-01")[SOMEREN, "tijdelijk.pdf"] is False


def test_policy_that_was_replaced_is_adopted_and_no_more_in_force():
    found = in_force(
        ASTENS, paper("2020-09-01", owners=(ASTEN,), path="nieuw.pdf", replaces=(ASTENS.paper.title.value,))
    )
    assert found == {(ASTEN, "asten.pdf"): False, (ASTEN, "nieuw.pdf"): True}


def test_policy_that_was_withdrawn_later_is_in_force_on_a_day_before():
    withdrawn = paper("2019-01-01", owners=(ASTEN,), path="a.pdf", status=PaperStatus.WITHDRAWN, until="2022-01-01")
    assert in_force(withdrawn) == {(ASTEN, "a.pdf"): True}
    assert in_force(withdrawn, on="2022-01-01") == {(ASTEN, "a.pdf"): False}


@pytest.mark.parametrize(
    "other",
    [
        {"status": PaperStatus.DRAFT},
        {"kind": PaperKind.MOTION, "status": PaperStatus.MOTION_PASSED},
        {"kind": PaperKind.COUNCIL_PAPER},
    ],
    ids=["concept", "motie", "raadsstuk"],
)
def test_what_is_no_adopted_policy_is_not_in_force(other):
    assert in_force(paper(owners=(ASTEN,), path="a.pdf", **other)) == {(ASTEN, "a.pdf"): False}


def test_older_policy_that_still_holds_beside_newer_is_in_force_too():
    older = paper("2015-01-01", owners=(ASTEN,), path="oud.pdf", title="Beleidsregels kamerverhuur")
    assert in_force(older, ASTENS) == {(ASTEN, "oud.pdf"): True, (ASTEN, "asten.pdf"): True}


@pytest.mark.parametrize("on", ["2021-01-01", "2022-06-01"])
def test_policy_of_a_municipality_that_went_up_in_another_is_in_force_as_for_its_successor(on):
    uden = paper("2019-01-01", owners=("GM0856",), path="uden.pdf")
    assert in_force(uden, on=on) == {("GM0856", "uden.pdf"): True}


def test_of_nobody_or_of_a_municipality_outside_the_matrix_nothing_is_said():
    utrecht = paper("2019-01-01", owners=("GM0344",), path="utrecht.pdf")
    assert in_force(OF_NOBODY, utrecht) == {(LAST, "van niemand.pdf"): None, ("GM0344", "utrecht.pdf"): None}


def counts_for(*papers, on="2021-01-01"):
    """By owner and paper for whose cells it counts."""
    blocks = evidence_blocks(picture(*papers, on=on))
    return {(block.code, one.path): block.counts_for(one) for block in blocks for one in block.dossiers}


def test_policy_counts_for_its_owner_as_long_as_it_is_in_force():
    assert counts_for(ENDING) == {(SOMEREN, "tijdelijk.pdf"): SOMEREN}
    assert counts_for(ENDING, on="2024-01-01") == {(SOMEREN, "tijdelijk.pdf"): None}


def test_policy_of_a_municipality_that_went_up_in_another_counts_for_its_successor():
    uden = paper("2019-01-01", owners=("GM0856",), path="uden.pdf")
    assert counts_for(uden) == {("GM0856", "uden.pdf"): "GM0856"}
    assert counts_for(uden, on="2022-06-01") == {("GM0856", "uden.pdf"): "GM1991"}


def test_policy_of_two_counts_for_each_in_its_own_piece():
    assert counts_for(OF_BOTH) == {(ASTEN, "samen.pdf"): ASTEN, (SOMEREN, "samen.pdf"): SOMEREN}


def test_policy_of_one_that_went_up_and_one_that_did_not_counts_for_the_successor_and_the_other():
    both = paper("2019-01-01", owners=("GM0856", ASTEN), path="samen.pdf")
    assert counts_for(both, on="2022-06-01") == {(ASTEN, "samen.pdf"): ASTEN, ("GM0856", "samen.pdf"): "GM1991"}


def test_only_an_aim_or_measure_is_said_to_stand_by_itself():
    """A description counts for its small chance, but is nothing that stands on its own footing."""
    described, measure = (
        Evidence(1, HUISVESTING, level, score=0.9, acting=0.5, own=0.5, free=True, why_serving="", page=1)
        for level in (1, 3)
    )
    one = replace(
        SOMERENS, passages=(Passage(1, "Tekst.", (), (Sentence(0, 6, "Tekst.", (Place(1, (0, 0, 9, 9)),)),)),)
    )
    found = {}
    for piece in (described, measure):
        drawn = replace(picture(one), evidence=lambda _, piece=piece: (piece,))
        (block,) = evidence_blocks(drawn)
        found |= {row["niveau"]: row["zelfstandig"] for row in block_rows(block, drawn)}
    assert found == {1: False, 3: True}
