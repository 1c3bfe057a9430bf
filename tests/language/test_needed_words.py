"""An expression that is tried only where a word that it needs stands finds all that `re` finds."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pipeline.documents.reading  # noqa: F401 (loads every rule on papers)
from pipeline.documents import groups, validity
from pipeline.language.needed_words import Expression, expression, folded

TEXTS = (
    ("arbeids-?migra(?:nt|tie)", "Voor ARBEIDS-MIGRATIE is er"),
    ("tr[eo]k", "zij TROK in"),
    (r"tot\s+en\s+met", "tot  en\nmet"),
    (r"(?:raads|staten)?besluit", "Besluit"),
    ("a(?:bc)?d", "ad"),
    ("a(?:bc)*d|xyz", "ad"),
    ("[Mm]otie", "MOTIE"[:1] + "otie"),
    (r"(?<=\w[.])\s+(?=[A-Z])", "eind. Begin"),
    ("(?!niet)wel", "wel"),
    (r"(?P<mark>[-/])\d(?P=mark)", "-1-"),
    ("ſtaat|ıs", "STAAT"),
    ("(?i:Raad) van", "RAAD van"),
    ("^college", "College"),
    ("(?:abc|)", ""),
)


def rules() -> dict[str, Expression]:
    """Every expression of the rules on papers by its module and name, those in a list too."""
    found = {}
    for module in [name for name in sys.modules if name.startswith(("pipeline.documents", "pipeline.language"))]:
        for name, value in vars(sys.modules[module]).items():
            many = value if isinstance(value, tuple | list) else (value,)
            found |= {f"{module}.{name}.{n}": one for n, one in enumerate(many) if isinstance(one, Expression)}
    return found


@pytest.mark.parametrize(("pattern", "text"), TEXTS)
def test_what_re_finds_is_found(pattern: str, text: str) -> None:
    ours, theirs = expression(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    assert [one.span() for one in ours.finditer(text)] == [one.span() for one in theirs.finditer(text)] != []
    assert ours.findall(text) == theirs.findall(text)
    assert ours.split(text) == theirs.split(text)
    assert ours.search(text).span() == theirs.search(text).span()  # type: ignore[union-attr]


@pytest.mark.parametrize("name", rules())
def test_no_rule_passes_over_a_text_that_it_matches(name: str) -> None:
    rule = rules()[name]

    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    @given(st.from_regex(rule.pattern))
    def always(text: str) -> None:
        assert rule.may_match(text)
        assert rule.search(text)

    always()


def test_a_letter_that_counts_for_another_without_regard_to_case_does_so_when_folded() -> None:
    letters = {letter for rule in rules().values() for word in rule.needed for letter in word}
    every = [chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number < 0xE000]
    for letter in letters:
        alike = re.findall(re.escape(letter), "".join(every), re.IGNORECASE)
        assert {folded(one) for one in alike} == {letter}


def test_most_texts_are_passed_over() -> None:
    assert not groups.TARGET_GROUP.may_match("De raad stelt de begroting voor het volgende jaar vast.")
    assert not validity.UNTIL.may_match("De weg is open.")


@pytest.mark.parametrize("text", ["KERST", "İSTANBUL", "ſtaat", "één", "straße"])
def test_folding_goes_letter_by_letter(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_words_too_short_to_tell_anything_are_not_looked_for() -> None:
    assert expression("(?:in|op) een").needed == (" een",)
    assert expression(r"in\s+\w+").needed == ()
