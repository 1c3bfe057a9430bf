"""What the words of a passage say of its footing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.coverage.footing_words import SURE, WordWeights, learn_words, of_table, wording
from pipeline.language.passages import Sentence

from .papers import HANDHAVING, ZORG
from .test_assessment import passage

OWN = "zorg:spreekuur spreekuur ook:spreekuur"
SERVING = "zorg:huisregels huisregels ook:huisregels"


@pytest.fixture
def learned():
    return learn_words([OWN, SERVING] * 5, [True, False] * 5)


def test_words_of_what_writers_call_their_own_speak_for_it_and_the_others_against(learned):
    assert learned.odds(SERVING) < 0 < learned.odds(OWN)


def test_unknown_words_leave_it_at_the_start(learned):
    assert learned.odds("iets heel anders") == learned.start


def test_words_are_not_believed_further_than_a_bound():
    assert WordWeights(("spreekuur",), (1.0,), (99.0,)).odds("spreekuur") == SURE


def test_a_table_gives_back_the_words_it_was_made_of(learned):
    assert of_table(learned.as_table()) == learned


@pytest.mark.parametrize("own", [(), (True,) * 6, (False,) * 6])
def test_where_there_is_nothing_to_tell_apart_words_say_nothing(own):
    nothing = learn_words([OWN] * len(own), own)
    assert nothing == WordWeights() == of_table(nothing.as_table())
    assert nothing.odds(OWN) == 0


def test_words_that_stand_in_too_few_passages_are_not_weighed():
    assert learn_words(["een", "twee", "drie"], [True, False, True]) == WordWeights()


HEALTH, CHECKS = "De GGD houdt spreekuur.", "De pandbrigade controleert kamers."


@pytest.fixture
def both():
    whole = passage(0, f"{HEALTH} {CHECKS}")
    (all_of_it,) = whole.sentences
    parts = [(0, HEALTH), (len(HEALTH) + 1, CHECKS)]
    return replace(whole, sentences=tuple(Sentence(at, at + len(text), text, all_of_it.places) for at, text in parts))


def test_the_words_of_the_theme_are_told_from_those_around_it(both):
    words = wording(HANDHAVING, both, ["5 Gezond"]).split()
    assert {"controleert", "handhaving:controleert", "ook:spreekuur", "kop:gezond", "handhaving:kop:gezond"} <= set(
        words
    )
    assert "spreekuur" not in words
    assert len(words) == len(set(words))


def test_the_theme_that_is_asked_about_decides_which_sentences_are_its_own(both):
    words = wording(ZORG, both, ()).split()
    assert "zorg:spreekuur" in words
    assert "controleert" not in words
