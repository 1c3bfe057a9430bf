"""docs/benchmarks.md in sections, each written by the command that measures it; the others stay as they are."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
_TITLE = """# Benchmarks

Each section is written by the command that it names, and by no other; run it again on your own machine. Figures of different
sections, and of different machines, are not to be compared.
"""


def write_section(name: str, title: str, text: str) -> None:
    """Put a section in place of the one of that name, or after the others."""
    begin, end = f"<!-- bench:{name} -->", f"<!-- /bench:{name} -->"
    section = f"{begin}\n## {title}\n\n{text.strip()}\n\n{machine()}\n{end}"
    report = REPORT.read_text(encoding="utf-8") if REPORT.exists() else _TITLE
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    known = pattern.search(report)
    report = pattern.sub(lambda _: section, report) if known else f"{report.rstrip()}\n\n{section}\n"
    REPORT.write_text(report, encoding="utf-8")


def machine() -> str:
    """One line on where and when this was measured."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return (
        f"_Measured {date.today().isoformat()} on {os.cpu_count()} cores ({_processor()}), Python {platform.python_version()}, "
        f"{platform.system()}; load average at the end {load:.1f}._"
    )


def _processor() -> str:
    try:
        names = re.findall(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        names = []
    return names[0] if names else platform.machine()
