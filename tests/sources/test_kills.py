"""Fetching that is killed at any moment leaves no half paper, and goes on where it was."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sources.council import speaks

ROOT = Path(__file__).resolve().parents[2]
KILLS = 12

pytestmark = [pytest.mark.traag, pytest.mark.zwaar]


def slow_paper(content: bytes):
    """A body in two halves with a moment between them."""

    def speak(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content[: len(content) // 2])
        time.sleep(0.03)
        handler.wfile.write(content[len(content) // 2 :])

    return speaks(speak)


@pytest.fixture
def papers(council):
    """What the site has, by address."""
    made = {}
    for number in range(60):
        content = b"%PDF-1.4 " + bytes(str(number), "ascii") * 5_000
        council.pages[f"/nota{number}.pdf"] = slow_paper(content)
        made[council.url(f"/nota{number}.pdf")] = content
    return made


@pytest.fixture
def start(tmp_path, papers):
    (tmp_path / "inbox").mkdir()
    listed = ", ".join(f'"{address}"' for address in papers)
    (tmp_path / "themaspin.toml").write_text(
        f'bronnen_netwerken = ["127.0.0.1/32"]\n[bronnen.site]\nsoort = "web"\npauze = 0\nadressen = [{listed}]\n'
    )

    def run() -> subprocess.Popen:
        command = [sys.executable, "-m", "pipeline.cli", "ophalen"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    return run


def visible(inbox: Path) -> dict[str, bytes]:
    return (
        {path.name: path.read_bytes() for path in (inbox / "site").glob("*.pdf")} if (inbox / "site").is_dir() else {}
    )


def kill_underway(running: subprocess.Popen, council, chance: random.Random) -> None:
    """Kill it a moment after it asked for another few papers."""
    enough = len(council.asked) + chance.randint(1, 4)
    while len(council.asked) < enough and running.poll() is None:
        time.sleep(0.005)
    time.sleep(chance.uniform(0, 0.08))
    running.kill()
    running.communicate()


def test_killed_at_random_moments_no_paper_is_half_and_none_is_lost(tmp_path, council, papers, start):
    chance = random.Random(6)
    for _ in range(KILLS):
        kill_underway(start(), council, chance)
        assert set(visible(tmp_path / "inbox").values()) <= set(papers.values())
    assert len(visible(tmp_path / "inbox")) < len(papers)
    ended = start()
    said, complaints = ended.communicate(timeout=120)
    assert ended.returncode == 0, complaints
    assert sorted(visible(tmp_path / "inbox").values()) == sorted(papers.values()), said
    assert not list((tmp_path / "inbox" / ".ophalen").iterdir())
    assert len(council.asked) < len(papers) + 3 * KILLS  # what was there was not received again
