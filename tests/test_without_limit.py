"""Where a system sets no limit to memory, as macOS, the processes that read and paint work without one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHILDREN = {
    "reads": "from pipeline.extraction.pool import _prepare_child, place; begin = lambda: _prepare_child(1500, place())",
    "paints": "from pipeline.web.pageimages import _limit as begin",
}
BEGINS = """
import resource
genuine = resource.setrlimit
def like_macos(what, limits):
    if what == resource.RLIMIT_AS:
        raise ValueError("current limit exceeds maximum limit")
    genuine(what, limits)
resource.setrlimit = like_macos
begin()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.parametrize("child", CHILDREN)
def test_a_process_begins_without_a_limit_and_leaves_no_core_all_the_same(child):
    code = f"{CHILDREN[child]}\n{BEGINS}"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.stdout.strip(), ended.stderr) == ("(0, 0)", "")
