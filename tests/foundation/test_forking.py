"""Ctrl-C while the processes that work for a run are still being made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

RUN = """
from pipeline.foundation.forking import forking
process = forking({module!r}).Process(target=print, args=("gedaan",))
process.start()
process.join()
"""


def test_ctrl_c_while_the_server_of_processes_loads_is_not_heard_there(tmp_path):
    (tmp_path / "onderbroken.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    ended = subprocess.run(
        [sys.executable, "-c", RUN.format(module="onderbroken")],
        cwd=ROOT,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.stdout, ended.stderr) == ("gedaan\n", "")
