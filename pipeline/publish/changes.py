"""What changed in the matrix since the former run, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from pipeline.coverage.assessment import COVERED
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.policy_ends import PolicyEnd, ends_of
from pipeline.coverage.review import REOPENED, grounds_of
from pipeline.coverage.rules import RULES_VERSION
from pipeline.documents.paper import Derived
from pipeline.publish.tables import Picture
from pipeline.themes.codebook import Theme

COMPARED = ("status", "beleidstype", *Theme)
GONE = "niet meer in de inbox"
NOT_YET = "was er op deze peildatum nog niet, of is niet van deze gemeente"
OTHERWISE = "anders gelezen: geen geldend beleid"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The compared cells of a published matrix with all that they rested on. Mappings are by CBS code.

    `files` gives each paper held (path to SHA-256), `stated` what a `.toml` beside it says (SHA-256 to a text), `unread` those
    that could not be read, `seen` those that existed at the peildatum, `inbox` all papers there were, whoever's (SHA-256), `copies` how
    many files have the same content, where more than one has (SHA-256 to a number). It is published with the matrix, as
    `toestand.json`, so that the two can never tell different stories.
    """

    peildatum: str
    model: str
    rules: str
    cells: Mapping[str, Mapping[str, str]]
    files: Mapping[str, Mapping[str, str]]
    decisions: Mapping[str, str]
    stated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unread: Mapping[str, list[str]] = field(default_factory=dict)
    seen: Mapping[str, list[str]] = field(default_factory=dict)
    inbox: list[str] = field(default_factory=list)
    copies: Mapping[str, int] = field(default_factory=dict)
    in_force: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    """Of each municipality its policy in force (SHA-256): the path, and the themes of which it holds an aim or measure."""
    ended: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    """Of each municipality its policy that is not in force any longer (SHA-256): the path, and why, in words."""

    @classmethod
    def of(cls, picture: Picture, model: str, rules: str) -> Snapshot:
        """Take the snapshot of a run; `model` and `rules` identify classifier and rules with their numbers."""
        cells = {
            code: {"status": position.status.value, "beleidstype": position.type.value}
            | {theme.value: cell.value.value for theme, cell in position.cells.items()}
            for code, position in picture.positions.items()
        }
        papers = {code: (*held.own, *held.inherited, *held.shown) for code, held in picture.holdings.items()}
        files = {code: {dossier.path: dossier.sha256 for dossier in held} for code, held in papers.items()}
        times = Counter(file.sha256 for file in picture.files if file.sha256)
        decisions = {
            code: f"{review.summary} {' '.join(sorted(grounds_of(picture.positions[code]).policy))}"
            for code, review in picture.reviews.items()
            if review.summary
        }
        return cls(
            picture.day.isoformat(),
            model,
            f"{RULES_VERSION} {rules}",
            cells,
            files,
            decisions,
            stated={
                code: {one.sha256: text for one in held if (text := _stated(one))} for code, held in papers.items()
            },
            unread={code: [one.sha256 for one in held if not one.readable] for code, held in papers.items()},
            seen={code: [one.sha256 for one in position.seen] for code, position in picture.positions.items()},
            inbox=[sha for one in picture.dossiers for sha in (one.sha256, *one.copies)],
            copies={sha: number for sha, number in times.items() if number > 1},
            in_force={
                code: {one.sha256: [one.path, *_covered(one)] for one in position.in_force}
                for code, position in picture.positions.items()
            },
            ended={
                code: _told(ends, papers[code])
                for code, ends in ends_of(picture.holdings, picture.positions, picture.day).items()
            },
        )

    @classmethod
    def from_data(cls, data: Any) -> Snapshot:
        """Return the snapshot that `as_data` described."""
        return cls(**data)

    def as_data(self) -> dict[str, Any]:
        """Return plain data."""
        return asdict(self)


def change_rows(old: Snapshot | None, new: Snapshot, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
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
                    **_begun_and_ended(code, column, old, new),
                }


def _begun_and_ended(code: str, column: str, old: Snapshot, new: Snapshot) -> dict[str, list[str]]:
    """The policy that holds now and did not, and that held and does not now, with why; of a theme only what says something of it, where
    any of it does. Nothing where the former run did not note what was in force."""
    if code not in old.in_force:
        return {"begonnen": [], "geeindigd": [], "waardoor": []}
    before, after = old.in_force[code], new.in_force.get(code, {})
    begun = _on(column, {sha: held for sha, held in after.items() if sha not in before})
    gone = _on(column, {sha: held for sha, held in before.items() if sha not in after})
    return {
        "begonnen": sorted(path for path, *_ in begun.values()),
        "geeindigd": [path for _, path in _by_path(gone)],
        "waardoor": [_why_gone(sha, code, new) for sha, _ in _by_path(gone)],
    }


def _on(column: str, held: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    fitting = {sha: [path, *themes] for sha, (path, *themes) in held.items() if column in themes}
    return fitting or held


def _by_path(held: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return sorted(((sha, path) for sha, (path, *_) in held.items()), key=lambda one: (one[1], one[0]))


def _why_gone(sha: str, code: str, new: Snapshot) -> str:
    told = new.ended.get(code, {}).get(sha)
    if told:
        return told[1]
    if sha not in new.inbox:
        return GONE
    return OTHERWISE if sha in new.seen.get(code, ()) else NOT_YET


def _told(ends: Mapping[str, PolicyEnd], held: Iterable[Dossier]) -> dict[str, list[str]]:
    paths = {dossier.sha256: dossier.path for dossier in held}
    return {sha: [paths[sha], end.words] for sha, end in ends.items()}


def _covered(dossier: Dossier) -> list[str]:
    findings = dossier.assessment.findings
    return [theme.value for theme in Theme if findings[theme].level >= COVERED]


def _cause(code: str, old: Snapshot, new: Snapshot) -> str:
    """The nearest cause: what the municipality's papers did, else a decision, the classifier, the rules, the day.

    Only papers that exist at the peildatum can be a cause, and a paper that a merger brought from another municipality is not
    new. A file with the content of another is a paper that came or vanished where that decides whose the content is. A decision that
    was reopened is a consequence, never a cause. A paper whose `.toml` or name changed, or that can be read at last, counts as changed.
    """
    before, after = old.files.get(code, {}), new.files.get(code, {})
    came = set(new.seen.get(code, after.values())) - set(old.inbox or before.values())
    gone = set(old.seen.get(code, before.values())) - set(new.inbox or after.values())
    more, fewer = _copied(code, old, new)
    decided = new.decisions.get(code, "")
    causes = (
        ("gewijzigd document", any(path in before and sha in came for path, sha in after.items())),
        ("gewijzigd document", old.stated.get(code, {}) != new.stated.get(code, {}) and not (came or gone or more)),
        ("nieuw document", bool(came) or more),
        ("verdwenen document", bool(gone) or fewer),
        ("beoordeling", old.decisions.get(code, "") != decided and not decided.startswith(REOPENED)),
        ("nieuw model", old.model != new.model),
        ("nieuwe regel", old.rules != new.rules),
        ("peildatum", old.peildatum != new.peildatum),
        ("gewijzigd document", (before, old.unread.get(code, [])) != (after, new.unread.get(code, []))),
    )
    return next((cause for cause, holds in causes if holds), "nieuwe regel")


def _copied(code: str, old: Snapshot, new: Snapshot) -> tuple[bool, bool]:
    """Whether of a content that the municipality holds otherwise than before there are more files now, and whether there are fewer."""
    before, after = old.files.get(code, {}), new.files.get(code, {})
    moved = {sha for _, sha in before.items() ^ after.items()}
    seen = {*old.seen.get(code, before.values()), *new.seen.get(code, after.values())}
    grown = [new.copies.get(sha, 1) - old.copies.get(sha, 1) for sha in moved & seen]
    return any(one > 0 for one in grown), any(one < 0 for one in grown)


def _stated(dossier: Dossier) -> str:
    """What a person states in a `.toml` beside the paper, as a text that differs exactly when that does."""
    derived = [(one.name, getattr(dossier.paper, one.name)) for one in fields(dossier.paper)]
    return "; ".join(
        f"{name}: {value.value}"
        for name, value in derived
        if isinstance(value, Derived) and value.source.lower().endswith(".toml")
    )
