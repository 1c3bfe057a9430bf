"""Extractions as bytes."""

from __future__ import annotations

import zlib

import pytest

from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.serialise import dumps, loads
from tests.extraction.print_shop import BRP, WONEN, read


def test_what_is_stored_comes_back_the_same(typeset):
    extraction = read(typeset(f"<h1>Nota</h1><p>{WONEN}</p><h2>Zorg</h2><p>{BRP}</p>"))
    assert loads(dumps(extraction)) == extraction


def test_a_refusal_is_stored_too():
    refusal = Extraction(FileState.UNREADABLE, "beveiligd met een wachtwoord")
    assert loads(dumps(refusal)) == refusal


@pytest.mark.parametrize("data", [b"", b"x" * 40, zlib.compress(b"[]"), zlib.compress(b'{"format":0}')])
def test_other_bytes_are_refused(data):
    with pytest.raises(ValueError, match="extraction"):
        loads(data)
