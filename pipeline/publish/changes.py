"""What changed in the matrix since the former run, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.coverage.review import evidence_of
from pipeline.coverage.rules import RULES_VERSION
from pipeline.publish.tables import Picture
from pipeline.themes.codebook import Theme

COMPARED = ("status", "beleidstype", *Theme)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The compared cells of a published matrix with all that they rested on. Mappings are by CBS code.

    It is published with the matrix, as `toestand.json`, so that the two can never tell different stories.
    """

    peildatum: str
    model: str
    rules: str
    cells: Mapping[str, Mapping[str, str]]
    files: Mapping[str, Mapping[str, str]]
    decisions: Mapping[str, str]

    @classmethod
    def of(cls, picture: Picture, model: str, rules: str) -> Snapshot:
        """Take the snapshot of a run; `model` and `rules` identify classifier and rules with their numbers."""
        cells = {
            code: {"status": position.status.value, "beleidstype": position.type.value}
            | {theme.value: cell.value.value for theme, cell in position.cells.items()}
            for code, position in picture.positions.items()
        }
        files = {
            code: {dossier.path: dossier.sha256 for dossier in (*held.own, *held.inherited, *held.shown)}
            for code, held in picture.holdings.items()
        }
        decisions = {
            code: f"{review.summary} {' '.join(evidence_of(picture.positions[code]))}"
            for code, review in picture.reviews.items()
            if review.summary
        }
        return cls(picture.day.isoformat(), model, f"{RULES_VERSION} {rules}", cells, files, decisions)

    @classmethod
    def from_data(cls, data: Any) -> Snapshot:
        """Return the snapshot that `as_data` described."""
        return cls(**data)

    def as_data(self) -> dict[str, Any]:
        """Return plain data."""
        return asdict(self)


def change_rows(old: Snapshot | None, new: Snapshot, names: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Rows of `changes.csv`, by CBS code and column; none on the first run. `names` gives the name of each municipality."""
    if old is None:
        return
    for code in sorted(new.cells.keys() & old.cells.keys()):
        for column in COMPARED:
            before, after = old.cells[code].get(column, ""), new.cells[code][column]
            if before != after:
                yield {
                    "gm_code": code,
                    "gemeente": names[code],
                    "kolom": column,
                    "oud": before,
                    "nieuw": after,
                    "oorzaak": _cause(code, old, new),
                }


def _cause(code: str, old: Snapshot, new: Snapshot) -> str:
    """The nearest cause: what the municipality's papers did, else a decision, the classifier, the rules, the day."""
    before, after = old.files.get(code, {}), new.files.get(code, {})
    known, held = set(before.values()), set(after.values())
    causes = (
        ("gewijzigd document", any(path in before and before[path] != sha for path, sha in after.items())),
        ("nieuw document", bool(held - known)),
        ("verdwenen document", bool(known - held)),
        ("beoordeling", old.decisions.get(code) != new.decisions.get(code)),
        ("nieuw model", old.model != new.model),
        ("nieuwe regel", old.rules != new.rules),
        ("peildatum", old.peildatum != new.peildatum),
    )
    return next((cause for cause, holds in causes if holds), "nieuwe regel")
