"""Gives copies of papers what was read and found of their originals: `python -m bench.seeding INBOX OUTPUTS`.

So a store of many papers stands there in a minute or two, for measuring the nights after the first one.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from pipeline.night.inbox import open_inbox, still_unread
from pipeline.night.reading import read_files, readings
from pipeline.night.understanding import not_understood, paper_key, understand
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings


def seed(workshop: Workshop) -> None:
    """Read and understand the first paper of each name (after its number), and fill in the rest from it."""
    contents, store = open_inbox(workshop), workshop.store
    originals: dict[str, str] = {}
    for sha, file in contents.papers.items():
        originals.setdefault(file.path.name.partition(" ")[2], sha)
    first = {sha: contents.papers[sha] for sha in originals.values()}
    read_files(workshop, still_unread(workshop, first))
    todo = not_understood(workshop, replace(contents, papers=first))
    understand(workshop, todo)
    read = readings(workshop)
    keys = {sha: paper_key(workshop, file, read[sha]) for sha, file in first.items()}
    known = store.papers(keys.values())
    for sha, file in contents.papers.items():
        original = originals[file.path.name.partition(" ")[2]]
        if sha in read:
            continue
        reading = replace(read[original], sha256=sha)
        store.add_reading(reading, store.reading_content(original, reading.extractor))
        store.add_passages(sha, workshop.division, store.passages(original, workshop.division))
        key = paper_key(workshop, file, reading)
        store.add_papers({key: known[keys[original]] | {"text": sha}})  # a paper of its own, not a copy of the original
        store.add_understood(key, workshop.judge)


if __name__ == "__main__":
    seed(Workshop(load_settings(inbox=Path(sys.argv[1]), outputs=Path(sys.argv[2]), peildatum="2023-01-01", ocr="uit")))
