"""One night on all example papers, for every test that looks at a whole published set."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.nights import EXAMPLES, knowing, night


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, examples_store: Path) -> Path:
    """The outputs folder after the nights of 1 January 2019 and 2021 on the example papers; the tables are those of 2021."""
    outputs = knowing(examples_store, tmp_path_factory.mktemp("werkmap") / "outputs")
    night(EXAMPLES, outputs, "2019-01-01", "20260101T030000Z")
    night(EXAMPLES, outputs, "2021-01-01", "20260102T030000Z")
    return outputs
