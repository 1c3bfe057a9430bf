"""What nights cost against the number of papers, as a picture beside docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullLocator

from bench.report import REPORT

SIZE = (9.0, 3.8)
"""Inches."""
_UNDATED = {"Date": None}
"""So the same figures give the same file."""


@dataclass(frozen=True)
class Cost:
    """One measured run: what it did, over how many papers, its seconds and the most memory of its process (MB)."""

    run: str
    papers: int
    seconds: float
    memory: float


def draw(name: str, costs: Sequence[Cost]) -> str:
    """Draw time and memory against papers as docs/`name`.svg; returns the Markdown that shows it."""
    matplotlib.rcParams.update({"svg.hashsalt": name, "font.size": 8})
    figure = Figure(SIZE, layout="constrained")
    time, memory = figure.subplots(1, 2)
    _lines(time, costs, "seconds", [cost.seconds for cost in costs])
    time.set_yscale("log")
    _lines(memory, costs, "peak memory of the parent (MB)", [cost.memory for cost in costs])
    memory.set_ylim(bottom=0)
    time.legend(frameon=False)
    figure.savefig(REPORT.with_name(f"{name}.svg"), metadata=_UNDATED)
    return f"![seconds and memory against the number of papers]({name}.svg)"


def _lines(axes: Axes, costs: Sequence[Cost], title: str, values: Sequence[float]) -> None:
    papers = sorted({cost.papers for cost in costs})
    for run in dict.fromkeys(cost.run for cost in costs):
        points = [(cost.papers, value) for cost, value in zip(costs, values, strict=True) if cost.run == run]
        axes.plot(*zip(*points, strict=True), marker="o", label=run)
    axes.set_xscale("log")
    axes.set_xticks(papers)
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda count, _: f"{count:,.0f}"))
    axes.set_xlabel("papers")
    axes.set_title(title, fontsize=9)
    axes.grid(alpha=0.3)
