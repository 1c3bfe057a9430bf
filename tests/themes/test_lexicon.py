"""Whom and what a text names."""

import pytest

from pipeline.themes.lexicon import lexicon


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Arbeidsmigranten krijgen een bed.", [1, 0, 0, 0, 0]),
        ("Statushouders krijgen een huis.", [0, 1, 1, 0, 0]),
        ("Huisvesting van statushouders en arbeidsmigranten.", [1, 1, 0, 0, 0]),
        ("Wie zijn hond niet inschrijft, krijgt een boete.", [0, 0, 0, 1, 1]),
        ("Op het terras werken Poolse mensen.", [1, 0, 0, 1, 0]),
        ("Wie hier werkt, verdient een bed.", [0, 0, 0, 0, 0]),
    ],
)
def test_our_group_another_and_another_subject_are_told_apart(text, named):
    assert lexicon().named(text).tolist() == named
