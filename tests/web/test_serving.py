"""What the operator is told when the site starts."""

from __future__ import annotations

import pytest
import uvicorn

from pipeline.publish.sitefile import SiteRows, write_site
from pipeline.settings import Settings
from pipeline.web.serving import serve_site


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Starts the site on a free port and stops it at once; the lines that were told, for an outputs folder."""
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: [listening.close() for listening in sockets])

    def serve(outputs):
        lines = []
        free_port = Settings(inbox=tmp_path, outputs=outputs).model_copy(update={"web_poort": 0})
        serve_site(free_port, lines.append)
        return lines

    return serve


def test_a_folder_in_which_nothing_was_published_is_told(told, tmp_path):
    warning, address = told(tmp_path)
    assert f"Let op: in {tmp_path} is nog niets gepubliceerd" in warning
    assert "--outputs" in warning
    assert "De website staat op" in address


def test_a_folder_that_is_not_there_is_told_to_be_made(told, tmp_path):
    warning, _ = told(tmp_path / "uitt")
    assert f"Let op: de map {tmp_path / 'uitt'} is er niet en wordt nu gemaakt" in warning


def test_of_a_published_folder_nothing_else_is_told(told, tmp_path):
    write_site(tmp_path, SiteRows("2021-01-01", {}), None, newest=True)
    (address,) = told(tmp_path)
    assert "De website staat op" in address
