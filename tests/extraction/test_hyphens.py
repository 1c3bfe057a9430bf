"""Words broken at line ends."""

from __future__ import annotations

import pytest

from pipeline.extraction.hyphens import joint, vocabulary_of


def joined(before, after, *elsewhere):
    left, between = joint(before, after, vocabulary_of(elsewhere))
    return left + between + after


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("de huisves-", "ting van", "de huisvesting van"),
        ("de huisves\u00ad", "ting van", "de huisvesting van"),
        ("de BRP-", "inschrijving", "de BRP-inschrijving"),
        ("elke EU-", "arbeidskracht", "elke EU-arbeidskracht"),
        ("in Noord-", "Brabant", "in Noord-Brabant"),
        ("tijdens COVID-", "19 bleef", "tijdens COVID-19 bleef"),
        ("de A2-", "gemeenten", "de A2-gemeenten"),
        ("de arbeids-", "en woonplek", "de arbeids- en woonplek"),
        ("in-", "en uitstroom", "in- en uitstroom"),
        ("een niet-", "ingezetene", "een niet-ingezetene"),
        ("het B&W-", "besluit", "het B&W-besluit"),
        ("wonen en/", "of werken", "wonen en/of werken"),
        ("in 2019-", "2020 is", "in 2019-2020 is"),
        ("zie https://www.voorbeeld.nl/wonen-", "en-werken", "zie https://www.voorbeeld.nl/wonen-en-werken"),
        ("een zin", "gaat door", "een zin gaat door"),
        ("hij zei -", "en terecht", "hij zei - en terecht"),
    ],
)
def test_a_hyphen_stays_only_where_it_belongs_to_the_word(before, after, whole):
    assert joined(before, after) == whole


def test_the_paper_itself_tells_how_it_writes_a_word():
    assert joined("de short-", "stay", "wij bieden short-stay aan wie dat wil") == "de short-stay"
    assert joined("HUISVES-", "TING", "het WONEN in dorpen") == "HUISVESTING"
    assert joined("BRP-", "RNI", "de BRP geldt hier") == "BRP-RNI"


def test_parts_at_line_ends_are_no_evidence():
    assert vocabulary_of(["de huisves-", "ting van mensen hier"]) == {"van": 1, "mensen": 1, "hier": 1}
