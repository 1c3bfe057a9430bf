"""A paper that no rule is sure of is about labour migrants where all signs together say so."""

import json
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from weasyprint import HTML

from pipeline.documents.attention import attention_of
from pipeline.documents.attention_card import AttentionCard, attention_card, signs
from pipeline.documents.attention_learning import (
    SubjectPaper,
    SubjectPapersError,
    keep,
    learn,
    learn_words,
    measure,
    short_papers,
    written_papers,
)
from pipeline.documents.attention_words import SubjectWords, of_table, words_of
from pipeline.documents.kind import kind_of
from pipeline.documents.parts import parts_of
from pipeline.documents.subject import BY_CARD, about_of
from pipeline.documents.title import title_of
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.language.loading import load_language
from pipeline.language.passage_making import make_passages
from tests.conftest import ROOT

BESIDE = Path(__file__).parent / "naast"
TRUTH = [json.loads(line) for line in (BESIDE / "waarheid.jsonl").read_text(encoding="utf-8").splitlines()]

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def nlp():
    return load_language("nl_themaspin", ROOT / "models")


def about(pdf, nlp):
    """What is said of a PDF."""
    parts = parts_of(read_pdf(pdf, Limits()), PurePosixPath(pdf.name))
    kind = kind_of(parts).value
    return about_of(parts, make_passages(parts.blocks, nlp), title_of(parts, kind).value, kind)


@pytest.fixture(scope="module")
def found(tmp_path_factory, nlp):
    """What is said of each paper on or beside the subject, by file."""
    folder, said = tmp_path_factory.mktemp("naast"), {}
    for row in TRUTH:
        pdf = folder / row["file"].replace(".html", ".pdf")
        HTML(BESIDE / row["file"]).write_pdf(pdf)
        said[row["file"]] = about(pdf, nlp)
    return said


def test_a_paper_on_something_near_is_not_taken_for_theirs(found):
    wrong = [row["file"] for row in TRUTH if not row["over"] and found[row["file"]].value]
    assert not wrong


def test_papers_that_name_them_in_words_of_their_own_are_seen(found):
    missed = [row["file"] for row in TRUTH if row["over"] and not found[row["file"]].value]
    assert len(missed) <= 2, missed


def test_a_text_that_is_shorter_than_what_was_learned_from_is_not_weighed(nlp):
    assert AttentionCard(9.0, {}, 0.5).chance(attention(nlp, LIVES[:200])) == 0


def test_who_is_believed_by_all_signs_together_says_so(tmp_path, nlp):
    pdf = tmp_path / "08-RVK-2022-118-bijlage.pdf"
    HTML(ROOT / "tests" / "night" / "lastig" / "08-RVK-2022-118-bijlage.html").write_pdf(pdf)
    assert about(pdf, nlp).source.startswith(f"{BY_CARD}: kans")


def passages(nlp, text):
    from pipeline.extraction.blocks import Block, BlockKind, Line

    nowhere = (0.0, 0.0, 1.0, 1.0)
    return make_passages([Block(1, nowhere, BlockKind.PARAGRAPH, text, 11.0, (), (Line(0, 1, nowhere),))], nlp)


def test_of_a_paper_that_never_names_them_its_words_are_told(tmp_path, nlp):
    pdf = tmp_path / "05-scan_20180927_0003.pdf"
    HTML(ROOT / "tests" / "night" / "lastig" / "05-scan_20180927_0003.html").write_pdf(pdf)
    source = about(pdf, nlp).source
    assert source.startswith(f"{BY_CARD}: kans")
    assert "noemt hen niet, wel " in source


def attention(nlp, text):
    return attention_of(passages(nlp, text))


LIVES = (
    "Internationale werknemers slapen in een logiesgebouw. Een uitzendbureau huurt de bedden. Elk bed staat in een slaapkamer. "
    "De inlener zorgt voor vervoer. Zij komen uit Polen. "
) * 5


def test_a_text_that_shows_nothing_of_their_lives_is_not_weighed(nlp):
    certain = AttentionCard(9.0, {}, 0.5)
    assert (
        certain.chance(
            attention(nlp, "De gemeente telt 400 internationale werknemers. " + "Het fietspad wordt breder. " * 30)
        )
        == 0
    )
    assert certain.chance(attention(nlp, LIVES)) > 0.99


def test_every_sign_on_the_card_is_known(nlp):
    assert set(attention_card().weights) == set(signs(attention(nlp, LIVES)))


def papers(nlp):
    """Four writers, each with a paper on labour migrants and one on something else that names them."""
    theirs = passages(nlp, LIVES)
    other = passages(
        nlp, LIVES + "Studenten huren een kamer. Toeristen huren een huisje. Ouderen zoeken woonruimte. " * 5
    )
    return [
        SubjectPaper(writer, text is theirs, False, attention_of(text), words_of(text))
        for writer in ("een", "twee", "drie", "vier")
        for text in (theirs, other)
    ]


def test_papers_are_measured_by_what_was_learned_from_other_writers(nlp):
    measured = measure(papers(nlp))
    assert (measured.about, measured.others, measured.missed_by_rules) == (4, 4, 4)


def test_without_papers_on_something_else_there_is_nothing_to_learn(nlp):
    with pytest.raises(SubjectPapersError, match="iets anders"):
        learn([paper for paper in papers(nlp) if paper.about])


@pytest.mark.parametrize("line", ["geen json", '{"blokken": 3}', '{"blokken": [3]}'])
def test_a_line_that_is_no_labelled_paper_is_named(tmp_path, nlp, line):
    (tmp_path / "iemand.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(SubjectPapersError, match=r"iemand\.jsonl, regel 1"):
        list(written_papers(tmp_path, True, nlp))


def test_a_short_paper_of_which_readers_may_differ_is_left_out(tmp_path, nlp):
    (tmp_path / "een").mkdir()
    (tmp_path / "een" / "1.html").write_text(f"<p>{LIVES}</p>", encoding="utf-8")
    rows = [{"file": "1.html", "over": True}, {"file": "weg.html", "over": None}]
    (tmp_path / "een" / "waarheid.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (paper,) = short_papers(tmp_path, Limits(), nlp)
    assert (paper.writer, paper.about) == ("een", True)


def test_what_was_learned_and_kept_is_in_use(tmp_path, nlp, monkeypatch):
    from pipeline.documents import attention_card as place
    from pipeline.documents import attention_learning, attention_words

    for module in (place, attention_learning):
        monkeypatch.setattr(module, "CARD", tmp_path / "kaart.json")
    for module in (place, attention_learning, attention_words):
        monkeypatch.setattr(module, "TABLE", tmp_path / "woorden.csv")
    learned = learn(papers(nlp))
    keep(learned, {"papieren": 8})
    assert (attention_card(), attention_words.subject_words()) == (learned.card, learned.words)
    monkeypatch.undo()
    for known in (attention_card, place.attention_card_id, attention_words.subject_words):
        known.cache_clear()


def test_names_are_no_signs_and_words_count_once(nlp):
    assert words_of(passages(nlp, "De gasten van Bureau Zuid slapen bij Zuid, en de gasten werken.")) == {
        *("gasten", "van", "slapen", "bij", "werken"),
    }


def test_the_known_words_of_a_text_weigh_by_their_number():
    table = SubjectWords({"gasten": 1.0, "oogst": 2.0, "loket": 3.0}, -0.5)
    assert table.odds(frozenset(("gasten", "oogst", "loket", "onbekend"))) == pytest.approx(-0.5 + 6 / 3**0.5)
    assert table.odds(frozenset(("onbekend",))) == -0.5


def test_the_words_that_say_most_are_told_first():
    table = SubjectWords({"gasten": 1.0, "oogst": 2.0, "loket": -3.0}, 0.0)
    assert table.telling(frozenset(("loket", "gasten", "oogst", "onbekend"))) == ["oogst", "gasten"]


def test_a_table_of_words_is_read_as_it_was_written():
    table = SubjectWords({"gasten": 1.25, "oogst": -2.0}, 0.5)
    assert of_table(table.as_table()) == table


def test_a_word_that_two_writers_used_is_not_learned(nlp):
    made = papers(nlp)
    rare = replace(made[0], words=made[0].words | {"zeldzaam"})
    assert "zeldzaam" not in learn_words([rare, *made[1:]]).weights
    assert "huisje" in learn_words(made).weights
