from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import BOX, FOOTNOTE, FURNITURE, HEADING, ITEM, PARAGRAPH, ROW, TOC, block, listed, prose

from pipeline.extraction.blocks import Block, Line
from pipeline.language import passage_making
from pipeline.language.passage_making import PassageLimits, make_passages


def texts(blocks, nlp, **limits) -> list[str]:
    return [passage.text for passage in make_passages(blocks, nlp, PassageLimits(**limits))]


def lengths(blocks, nlp) -> list[int]:
    return [len(text.split()) for text in texts(blocks, nlp)]


def test_a_paragraph_of_fitting_length_is_a_passage(nlp):
    assert texts([block(PARAGRAPH, prose(60))], nlp) == [prose(60)]


def test_two_paragraphs_of_fitting_length_are_two_passages(nlp):
    assert lengths([block(PARAGRAPH, prose(60)), block(PARAGRAPH, prose(50))], nlp) == [60, 50]


def test_a_short_paragraph_joins_its_neighbour(nlp):
    assert lengths([block(PARAGRAPH, prose(60)), block(PARAGRAPH, "Dit geldt overal.")], nlp) == [63]


def test_short_paragraphs_join_each_other(nlp):
    assert lengths([block(PARAGRAPH, prose(20)) for _ in range(3)], nlp) == [60]


def test_a_paragraph_without_point_goes_with_what_it_labels(nlp):
    blocks = [block(PARAGRAPH, prose(60)), block(PARAGRAPH, "Beheer en toezicht"), block(PARAGRAPH, prose(60))]
    assert lengths(blocks, nlp) == [60, 63]


def test_a_short_paragraph_without_neighbour_stays_a_short_passage(nlp):
    assert texts([block(PARAGRAPH, "Dit artikel vervalt.")], nlp) == ["Dit artikel vervalt."]


def test_a_long_paragraph_is_divided_evenly_at_the_end_of_a_sentence(nlp):
    first, second = texts([block(PARAGRAPH, prose(240))], nlp)
    assert first.endswith(".")
    assert abs(len(first.split()) - len(second.split())) <= 10


def test_a_sentence_longer_than_a_passage_is_divided_at_a_semicolon(nlp):
    long = (
        "Het college bepaalt "
        + "; ".join(f"dat kamer {at} wordt voorzien van een bed en een tafel" for at in range(20))
        + "."
    )
    first, *_ = texts([block(PARAGRAPH, long)], nlp)
    assert first.endswith(";")


def test_words_without_any_mark_are_divided_too(nlp):
    assert max(lengths([block(PARAGRAPH, "bed " * 500)], nlp)) <= 160


def test_the_limits_can_be_chosen(nlp):
    assert max(len(text.split()) for text in texts([block(PARAGRAPH, prose(200))], nlp, shortest=10, longest=40)) <= 40


def test_a_list_stays_with_its_lead_in(nlp):
    blocks = [block(PARAGRAPH, prose(60)), block(PARAGRAPH, "De huisvester zorgt voor:"), *listed(5)]
    assert [text.split()[:4] for text in texts(blocks, nlp)] == [
        ["De", "gemeente", "draagt", "elke"],
        ["De", "huisvester", "zorgt", "voor:"],
    ]


def test_a_lead_in_that_ends_a_paragraph_goes_with_its_list(nlp):
    blocks = [block(PARAGRAPH, prose(100) + " De huisvester zorgt voor:"), *listed(10)]
    assert texts(blocks, nlp)[1].startswith("De huisvester zorgt voor: 1. bed")


def test_a_long_list_is_divided_between_items(nlp):
    blocks = [block(PARAGRAPH, "De huisvester zorgt voor:"), *listed(30)]
    assert [text.split()[0] for text in texts(blocks, nlp)][1:] != []
    assert all(text.endswith(";") for text in texts(blocks, nlp))


def test_the_rest_of_a_divided_list_remembers_its_lead_in_apart_from_its_text(nlp):
    first, *rest = make_passages([block(PARAGRAPH, "De huisvester zorgt voor:"), *listed(30)], nlp)
    assert first.lead_in == ""
    assert {passage.lead_in for passage in rest} == {"De huisvester zorgt voor:"}
    assert not any("zorgt voor" in passage.text for passage in rest)


def test_a_paragraph_after_a_list_has_no_lead_in(nlp):
    blocks = [block(PARAGRAPH, "De huisvester zorgt voor:"), *listed(30), block(PARAGRAPH, prose(60))]
    assert make_passages(blocks, nlp)[-1].lead_in == ""


def test_a_list_after_a_closed_paragraph_has_no_lead_in(nlp):
    assert {passage.lead_in for passage in make_passages([block(PARAGRAPH, prose(60)), *listed(40)], nlp)} == {""}


def test_rows_of_a_table_are_grouped(nlp):
    rows = [block(ROW, f"Gemeente: nummer {at}; Bedden: {at * 10}; Status: vergund voor tien jaar") for at in range(8)]
    assert lengths(rows, nlp) == [sum(len(row.text.split()) for row in rows)]


def test_a_long_table_is_divided_between_rows(nlp):
    rows = [block(ROW, f"Gemeente: nummer {at}; Bedden: {at * 10}; Status: vergund voor tien jaar") for at in range(60)]
    assert all(text.startswith("Gemeente:") for text in texts(rows, nlp))


def test_no_passage_runs_over_a_heading(nlp):
    blocks = [
        block(PARAGRAPH, "Dit is kort.", ("Wonen",)),
        block(HEADING, "Zorg", ()),
        block(PARAGRAPH, "Dit ook.", ("Zorg",)),
    ]
    assert [(passage.text, passage.section) for passage in make_passages(blocks, nlp)] == [
        ("Dit is kort.", ("Wonen",)),
        ("Dit ook.", ("Zorg",)),
    ]


def test_a_heading_parts_even_where_both_sides_have_one_section(nlp):
    blocks = [block(PARAGRAPH, "Dit is kort."), block(HEADING, "Wonen"), block(PARAGRAPH, "Dit ook.")]
    assert len(texts(blocks, nlp)) == 2


def test_another_section_parts_even_without_a_heading_between(nlp):
    blocks = [block(PARAGRAPH, "Dit is kort.", ("Wonen",)), block(PARAGRAPH, "Dit ook.", ("Wonen", "Beheer"))]
    assert len(texts(blocks, nlp)) == 2


def test_a_heading_is_no_passage(nlp):
    assert texts([block(HEADING, "1 Wonen en werken", ())], nlp) == []


def test_a_heading_of_a_paragraphs_length_is_not_lost(nlp):
    assert texts([block(HEADING, prose(40), ())], nlp) == [prose(40)]


@pytest.mark.parametrize("kind", [FURNITURE, TOC])
def test_running_heads_and_contents_are_left_out(nlp, kind):
    assert texts([block(kind, "Beleidsnota huisvesting 12"), block(PARAGRAPH, prose(30))], nlp) == [prose(30)]


def test_a_running_head_between_two_short_paragraphs_does_not_part_them(nlp):
    blocks = [block(PARAGRAPH, "Dit is kort."), block(FURNITURE, "blz. 3", ()), block(PARAGRAPH, "Dit ook.")]
    assert texts(blocks, nlp) == ["Dit is kort. Dit ook."]


def test_a_footnote_is_a_passage_of_its_own_after_its_section(nlp):
    blocks = [block(PARAGRAPH, prose(60)), block(FOOTNOTE, "1 " + prose(30)), block(PARAGRAPH, prose(50))]
    assert lengths(blocks, nlp) == [60, 50, 31]


def test_a_footnote_does_not_part_the_text_around_it(nlp):
    blocks = [block(PARAGRAPH, "Dit is kort."), block(FOOTNOTE, "1 Zie bijlage 2.", ()), block(PARAGRAPH, "Dit ook.")]
    assert texts(blocks, nlp) == ["Dit is kort. Dit ook.", "1 Zie bijlage 2."]


def test_short_footnotes_are_joined(nlp):
    blocks = [block(PARAGRAPH, prose(60)), *(block(FOOTNOTE, f"{at} Zie bijlage {at}.") for at in range(1, 5))]
    assert texts(blocks, nlp)[1:] == ["1 Zie bijlage 1. 2 Zie bijlage 2. 3 Zie bijlage 3. 4 Zie bijlage 4."]


def motion(considerations: int, requests: int) -> list[Block]:
    return [
        block(PARAGRAPH, "De raad, in vergadering bijeen op 5 maart 2020,"),
        block(PARAGRAPH, "constaterende dat:"),
        *(
            block(ITEM, f"- er in wijk {at} te weinig bedden zijn voor arbeidsmigranten;")
            for at in range(considerations)
        ),
        block(PARAGRAPH, "verzoekt het college:"),
        *(block(ITEM, f"- in wijk {at} een locatie voor honderd bedden aan te wijzen;") for at in range(requests)),
        block(PARAGRAPH, "en gaat over tot de orde van de dag."),
    ]


@pytest.mark.parametrize(("considerations", "requests"), [(1, 1), (1, 4), (4, 1), (5, 5)])
def test_the_requests_of_a_motion_are_apart_from_its_considerations(nlp, considerations, requests):
    before, request = texts(motion(considerations, requests), nlp)
    assert before.endswith("arbeidsmigranten;")
    assert request.startswith("verzoekt het college: - in wijk 0")
    assert request.endswith("en gaat over tot de orde van de dag.")


def test_a_motion_printed_as_one_paragraph_is_divided_before_its_request(nlp):
    text = (
        "De raad, constaterende dat er te weinig bedden zijn voor de arbeidsmigranten die in onze gemeente werken en wonen; "
        "overwegende dat andere gemeenten in de regio wel beleid hebben voor deze groep en daar goede ervaringen mee opdoen; "
        "verzoekt het college om voor het einde van het jaar een integrale nota arbeidsmigranten op te stellen en deze aan de "
        "raad voor te leggen; en gaat over tot de orde van de dag."
    )
    assert [one.split()[0] for one in texts([block(PARAGRAPH, text)], nlp)] == ["De", "verzoekt"]


def test_a_request_list_longer_than_a_passage_remembers_its_lead_in(nlp):
    passages = make_passages(motion(2, 40), nlp)
    assert {passage.lead_in for passage in passages[2:]} <= {"verzoekt het college:", ""}
    assert passages[2].lead_in == "verzoekt het college:"


def test_passages_are_numbered_in_order(nlp):
    passages = make_passages([block(PARAGRAPH, prose(60)) for _ in range(5)], nlp)
    assert [passage.number for passage in passages] == [0, 1, 2, 3, 4]


def test_no_blocks_give_no_passages(nlp):
    assert make_passages([], nlp) == ()


def test_a_block_of_blanks_gives_no_passage(nlp):
    assert make_passages([block(PARAGRAPH, "  ")], nlp) == ()


def test_a_sentence_stands_on_the_lines_it_is_printed_on(nlp):
    text = "De gemeente wil bedden. De provincie wil dat ook."
    first, second = (72.0, 100.0, 300.0, 112.0), (72.0, 114.0, 300.0, 126.0)
    lines = (Line(0, 3, first), Line(text.index("provincie"), 4, second))
    (passage,) = make_passages([Block(3, first, PARAGRAPH, text, 10.0, (), lines)], nlp)
    assert [[(place.page, place.bbox) for place in sentence.places] for sentence in passage.sentences] == [
        [(3, first)],
        [(3, first), (4, second)],
    ]
    assert passage.page == 3


def test_a_block_without_lines_stands_where_it_begins(nlp):
    (passage,) = make_passages([Block(2, BOX, PARAGRAPH, prose(30), 10.0)], nlp)
    assert {(place.page, place.bbox) for place in passage.places} == {(2, BOX)}


def test_a_lost_space_between_sentences_stays_lost(nlp):
    text = "De gemeente heeft nieuw beleid vastgesteld.De raad heeft hiermee ingestemd."
    assert texts([block(PARAGRAPH, text)], nlp) == [text]


def test_passages_are_the_same_with_the_large_pipeline_where_rules_decide(nlp, large_nlp):
    blocks = [block(PARAGRAPH, prose(240)), block(PARAGRAPH, "De huisvester zorgt voor:"), *listed(30)]
    assert texts(blocks, large_nlp) == texts(blocks, nlp)


WORDS = st.sampled_from(
    [
        "bed",
        "De",
        "gemeente",
        "art.",
        "3",
        "wil.",
        "o.a.",
        "a.",
        "zorg;",
        "Wie?",
        "(zie",
        "b.)",
        "verzoekt",
        "dat:",
        "...",
    ]
)
BODIES = st.lists(WORDS, min_size=1, max_size=90).map(" ".join)
BLOCKS = st.lists(
    st.tuples(
        st.sampled_from([PARAGRAPH, PARAGRAPH, ITEM, ROW, FOOTNOTE, HEADING, FURNITURE, TOC]),
        BODIES,
        st.sampled_from([("A",), ("A", "B"), ()]),
        st.integers(1, 4),
    ),
    max_size=12,
)
PROPERTY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PROPERTY
@given(parts=BLOCKS, repeat=st.integers(1, 3))
def test_every_word_of_the_text_is_in_exactly_one_passage(nlp, parts, repeat):
    blocks = [block(kind, " ".join([text] * repeat), section, page) for kind, text, section, page in parts]
    kept = [one for one in blocks if one.kind not in (HEADING, FURNITURE, TOC)]
    long_headings = [one for one in blocks if one.kind is HEADING and len(one.text.split()) > 25]
    expected = Counter(word for one in kept + long_headings for word in one.text.split())
    assert Counter(word for passage in make_passages(blocks, nlp) for word in passage.text.split()) == expected


@PROPERTY
@given(parts=BLOCKS, repeat=st.integers(1, 3))
def test_passages_are_what_their_type_promises(nlp, parts, repeat):
    blocks = [block(kind, " ".join([text] * repeat), section, page) for kind, text, section, page in parts]
    for number, passage in enumerate(make_passages(blocks, nlp)):
        assert passage.number == number
        assert len(passage.text.split()) <= 160
        assert [passage.text[one.start : one.end] for one in passage.sentences] == [
            one.text for one in passage.sentences
        ]
        assert all(sentence.places for sentence in passage.sentences)
        assert passage.sentences[0].start == 0
        assert passage.sentences[-1].end == len(passage.text)


@pytest.mark.traag
def test_twice_the_pages_are_twice_the_work(nlp, monkeypatch):
    weighed = []
    cost = passage_making._cost_of_length
    monkeypatch.setattr(passage_making, "_cost_of_length", lambda *of: weighed.append(of) or cost(*of))

    def work(pages):
        weighed.clear()
        make_passages(
            [block(PARAGRAPH, prose(100), ("Hoofdstuk",), page) for page in range(pages) for _ in range(5)], nlp
        )
        return len(weighed)

    assert work(40) < 2.1 * work(20)


def test_who_adopted_it_stands_apart_from_the_last_section(nlp):
    last = "De gemeente controleert jaarlijks of locaties aan de vergunning voldoen."
    clause = "Aldus vastgesteld in de openbare vergadering van de raad van Heusden van 21 januari 2025."
    assert texts([block(PARAGRAPH, last), block(PARAGRAPH, clause)], nlp) == [last, clause]
