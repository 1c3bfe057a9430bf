"""Learning how the signs of own footing weigh, from labelled papers."""

import json

import pytest

from pipeline.coverage import weighing
from pipeline.coverage.assessment import PolicyType
from pipeline.coverage.footing import Sighting, signs, surroundings
from pipeline.coverage.learning import LabelledPaper, PapersError, ReadPaper, called_own, learn, read_papers
from pipeline.coverage.weighing import CARD, SAID, Card, card
from pipeline.themes.codebook import Theme
from tests.conftest import ROOT

from .papers import HANDHAVING, HUISVESTING, ZORG
from .test_assessment import judged, passage

PAPERS = ROOT / "corpus" / "papieren"


def line(**changed):
    whole = {
        "id": "een-01",
        "blokken": [{"kop": "1 Zorg", "diepte": 1}, {"tekst": "Er komt een spreekuur voor wie geen huisarts heeft."}],
        "niveaus": {"zorg": 3},
        "zelfstandig": ["zorg"],
        "type": "deels",
    }
    return json.dumps(whole | changed)


def put(folder, name, *lines):
    (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def test_papers_are_read_by_writer(tmp_path):
    put(tmp_path, "een", line())
    put(tmp_path, "twee", line(id="twee-01"))
    assert [(paper.id, paper.writer) for paper in read_papers(tmp_path)] == [("een-01", "een"), ("twee-01", "twee")]


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        '{"id": "x"}',
        line(type="veel"),
        line(zelfstandig=["wonen"]),
        line(niveaus={"zorg": "hoog"}),
        line(blokken="een tekst"),
        line(blokken=[{"tekst": 7}]),
        line(blokken=[{"kop": "Zorg", "diepte": "diep"}]),
        line(blokken=[{"tekst": "x", "voet": {"wonen": "eigen"}}]),
        line(blokken=[{"tekst": "x", "voet": {"zorg": "zelf"}}]),
    ],
)
def test_a_line_that_is_no_labelled_paper_is_named(tmp_path, wrong):
    put(tmp_path, "een", line(), wrong)
    with pytest.raises(PapersError, match=r"een\.jsonl, regel 2"):
        read_papers(tmp_path)


def test_a_theme_of_which_no_level_is_given_is_not_addressed(tmp_path):
    put(tmp_path, "een", line())
    put(tmp_path, "twee", line())
    assert read_papers(tmp_path)[0].levels == dict.fromkeys(Theme, 0) | {ZORG: 3}


def test_papers_of_one_writer_are_too_few_to_measure_by(tmp_path):
    put(tmp_path, "een", line())
    with pytest.raises(PapersError, match="ten minste twee schrijvers"):
        read_papers(tmp_path)


def test_a_passage_has_the_footing_of_the_texts_that_stand_in_it():
    blocks = (
        {"tekst": "Er komt een spreekuur voor wie geen huisarts heeft.", "voet": {"zorg": "eigen"}},
        {"tekst": "De exploitant houdt een register bij van wie er slaapt.", "voet": {"registratie": "dienst"}},
        {"tekst": "Wij pakken uitbuiting aan met de inspectie en de politie.", "voet": {"handhaving": "eigen"}},
    )
    paper = LabelledPaper("een-01", "een", blocks, {}, frozenset(), PolicyType.PARTIAL)
    both = passage(0, f"{blocks[0]['tekst']} {blocks[1]['tekst']}")
    assert called_own(both, paper) == {ZORG}


def seen(chapter, theme, why=""):
    """The signs of a theme seen once in a paper with one passage under a heading."""
    passages, judgements = [passage(0, "x", chapter), passage(1, "y")], [judged(theme), judged(HUISVESTING)]
    sighting = Sighting(theme, 3, 0.9, 0.9, 0.1, why)
    return signs(sighting, surroundings(passages, judgements)[0])


def test_what_writers_call_own_weighs_for_it_and_the_rest_against():
    paper = LabelledPaper("een-01", "een", (), {}, frozenset(), PolicyType.PARTIAL)
    own, serving = seen("5 Zorg", ZORG), seen("6 Beheer", HANDHAVING)
    learned = learn([ReadPaper(paper, (), (), (own, serving) * 20, ("x",) * 40, (True, False) * 20)])
    assert learned.chance(serving, "x") < 0.5 < learned.chance(own, "x")


def test_words_of_writers_weigh_where_those_of_other_writers_prove_right():
    one = seen("5 Zorg", ZORG)
    papers = [
        ReadPaper(
            LabelledPaper(f"{writer}-01", writer, (), {}, frozenset(), PolicyType.PARTIAL),
            (),
            (),
            (one,) * 20,
            ("spreekuur", "huisregels") * 10,
            (True, False) * 10,
        )
        for writer in ("een", "twee", "drie")
    ]
    learned = learn(papers)
    assert learned.weights[SAID] > 0
    assert learned.chance(one, "huisregels") < 0.5 < learned.chance(one, "spreekuur")


@pytest.mark.parametrize("own", [(), (True,), (False, False)])
def test_papers_in_which_nothing_or_everything_is_own_teach_nothing(own):
    paper = LabelledPaper("een-01", "een", (), {}, frozenset(), PolicyType.PARTIAL)
    with pytest.raises(PapersError, match="eigen"):
        learn([ReadPaper(paper, (), (), (seen("5 Zorg", ZORG),) * len(own), ("x",) * len(own), own)])


def test_a_card_that_cannot_be_written_leaves_the_one_in_use(tmp_path, monkeypatch):
    kept = tmp_path / "kaart.json"
    monkeypatch.setattr(weighing, "CARD", kept)
    weighing.keep(Card(0.5, {"zorg": 1.0}), {})
    before = kept.read_bytes()
    with pytest.raises(TypeError):
        weighing.keep(Card(0.5, {"zorg": 1.0}), {"papieren": object()})
    kept.with_suffix(".json.nieuw").mkdir()  # nothing can be written there
    with pytest.raises(OSError):
        weighing.keep(Card(0.7, {"zorg": 1.0}), {})
    assert kept.read_bytes() == before


def test_the_card_in_use_weighs_every_sign_and_no_other():
    assert set(card().weights) == {*seen("5 Zorg", ZORG), SAID}


def test_the_card_in_use_was_learned_from_all_papers_of_the_corpus():
    assert json.loads(CARD.read_text(encoding="utf-8"))["geleerd"]["papieren"] == len(read_papers(PAPERS))


def test_every_paper_of_the_corpus_has_a_type_that_follows_from_its_own_themes():
    from pipeline.coverage.assessment import policy_type

    assert [paper.id for paper in read_papers(PAPERS) if policy_type(paper.own) != paper.type] == []
