"""Files made to hurt: each ends within its limits with a reason that says what to do, and the healthy ones beside it are read."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.pool import read_many
from pipeline.extraction.refusal import Limits
from tests.extraction.bombs import BOMBS, lay
from tests.extraction.print_shop import write_lines

LIMITS = Limits(seconds=8, memory_mb=900)
STOPPED = ("lezen duurde langer dan 8 seconden; kijk of", "vroeg meer dan 900 MB geheugen; kijk of")
NOTHING_READ = ("geen leesbare tekst", "de enige pagina is een scan", "beschadigd")

ENDINGS = {
    "nested_xobjects": STOPPED,
    "self_referring_xobject": ("",),
    "operators": STOPPED,
    "saved_states": STOPPED,
    "flate": STOPPED,
    "flate_in_flate": STOPPED,
    "filters": NOTHING_READ + STOPPED,
    "predictor": NOTHING_READ,
    "image": NOTHING_READ,
    "image_of_impossible_size": NOTHING_READ,
    "jbig2": NOTHING_READ,
    "jpx": NOTHING_READ,
    "tiling_pattern": NOTHING_READ,
    "character_map": STOPPED,
    "widths": STOPPED,
    "glyph_that_draws_itself": ("",),
    "nested_arrays": NOTHING_READ,
    "length_of_itself": NOTHING_READ,
    "table_that_follows_itself": ("",),
    "page_tree_that_bites_its_tail": ("",),
    "deep_page_tree": NOTHING_READ,
    "pages_20_000": ("meer dan 2.000 pagina's (20.000); splits het stuk of verhoog max_paginas",),
    "pages_200_000": ("meer dan 2.000 pagina's (200.000); splits het stuk of verhoog max_paginas",),
    "count_that_lies": ("",),
    "same_page_many_times": STOPPED,
    "huge_page": NOTHING_READ,
}
"""How each ends: the beginning of its reason, empty where it is harmless and read."""


@pytest.fixture
def beside(drawn):
    """Two healthy files, one before and one after the bomb."""
    return [drawn(lambda c: write_lines(c, 70, 700, "Een gezonde nota."), name=f"gezond{n}.pdf") for n in range(2)]


@pytest.mark.traag
@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name, tmp_path, beside):
    before, after = beside
    found: dict[str, Extraction] = dict(
        read_many([("voor", before), ("bom", lay(name, tmp_path)), ("na", after)], LIMITS, workers=1)
    )
    assert found["voor"].state is found["na"].state is FileState.OK
    bomb = found["bom"]
    assert bomb.reason.startswith(ENDINGS[name])
    assert bomb.state is (FileState.UNREADABLE if bomb.reason else FileState.OK)


def test_every_bomb_has_an_ending():
    assert set(ENDINGS) == set(BOMBS)
