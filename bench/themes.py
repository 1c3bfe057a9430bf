"""Theme classifiers side by side: `python -m bench.themes [--gelabeld FILE] [--zonder-e5]`, peers in an environment of their own."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.protocol import (
    FOLDS,
    UNSEEN_WRITERS,
    Round,
    Split,
    best_threshold,
    drawn_macro_f1,
    interval,
    micro_f1,
    split,
    theme_f1,
)
from bench.report import write_section
from pipeline.foundation.markdown import table
from pipeline.themes.codebook import Theme
from pipeline.themes.labelled import LabelledError, LabelledPassage, read_corpus, read_labelled
from pipeline.themes.training import truth_matrix

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus" / "passages"
WORK = ROOT / "build" / "bench-themes"
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
USED = "used.json"
AIM = 0.05
"""How far ahead of the best peer we mean to be, in macro F1."""
TIMED = 300
"""So many held-out passages are labelled to measure speed."""
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Contestant:
    """A peer in the table: its module of `bench.peers`, the kind asked of it, and whether it runs in the project's environment."""

    title: str
    module: str
    kind: str
    ours: bool = False

    @property
    def name(self) -> str:
        """What its folder is called."""
        return f"{self.module}-{self.kind}"


OURS = Contestant("**themaspin**, default features", "ours", "gewoon", ours=True)
CONTESTANTS = (
    Contestant("keyword list", "keywords", "lijst", ours=True),
    Contestant("stemmed TF-IDF, logistic regression", "linear", "stammen"),
    Contestant("Annif `tfidf`", "annif_backends", "tfidf"),
    Contestant("Annif `svc`", "annif_backends", "svc"),
    Contestant("Annif `omikuji`", "annif_backends", "omikuji"),
    Contestant("Annif `fasttext`", "annif_backends", "fasttext"),
    Contestant("e5-small embeddings, logistic regression", "linear", "e5"),
    OURS,
)


@dataclass(frozen=True)
class Answers:
    """What a contestant said (0 and 1) of the held-out part and of the labelled file, (n, 5) each, and what using it took."""

    held_out: np.ndarray
    elsewhere: np.ndarray
    used: dict[str, float]


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gelabeld", type=Path, help='labelled passages: {"id", "text", "labels"} a line')
    parser.add_argument(
        "--zonder-e5", action="store_true", help="leave out the embeddings: they take some ten minutes the first time"
    )
    parser.add_argument(
        "--hergebruik",
        action="store_true",
        help="keep what was measured before on the same passages, after a run that was stopped",
    )
    parser.add_argument(
        "--alleen",
        nargs="+",
        metavar="NAAM",
        help="only these, and write nothing: " + ", ".join(c.name for c in CONTESTANTS),
    )
    chosen = parser.parse_args()
    try:
        elsewhere = read_labelled(chosen.gelabeld) if chosen.gelabeld else []
        parts = split(read_corpus(CORPUS), elsewhere)
    except (LabelledError, ValueError) as error:
        sys.exit(str(error))
    if chosen.gelabeld and not elsewhere:
        sys.exit(f"{chosen.gelabeld}: geen passages")
    contestants = [one for one in CONTESTANTS if not (chosen.zonder_e5 and one.kind == "e5")]
    if chosen.alleen:
        contestants = [one for one in contestants if one.name in chosen.alleen]
    answers = {one: given for one in contestants if (given := _run(one, parts, chosen.hergebruik))}
    text = _section(parts, answers, [one for one in CONTESTANTS if one not in answers])
    if chosen.hergebruik:
        text += "\n\nPut together with `--hergebruik`: not all was measured in one run."
    print(text)
    if not chosen.alleen:
        write_section("themes", "Themes", text)


def _run(contestant: Contestant, parts: Split, reuse: bool) -> Answers | None:
    """Let it learn and be asked, each in a process of its own; None where it failed, which its log explains."""
    print(contestant.title, flush=True)
    folder = WORK / contestant.name
    truth, rounds = truth_matrix(parts.passages), parts.rounds()
    if not (_set_task(folder, parts, truth, rounds) and reuse) and not _measured(contestant, folder):
        return None
    with np.load(folder / "scores.npz", allow_pickle=False) as stored:
        scores = [stored[f"arr_{i}"] for i in range(len(rounds))]
    chosen, final = [number for one in rounds[:-1] for number in one.ask], scores[-1]
    tried, told = np.vstack(scores[:-1]), truth[chosen]
    said = ~np.isnan(tried).any(axis=1)
    thresholds = [best_threshold(tried[said, i], told[said, i]) for i in range(len(Theme))]
    labels = (final >= thresholds).astype(int)  # of what nothing is said nothing is labelled
    used = json.loads((folder / USED).read_text(encoding="utf-8"))
    return Answers(labels[: len(parts.held_out)], labels[len(parts.held_out) :], used)


def _set_task(folder: Path, parts: Split, truth: np.ndarray, rounds: Sequence[Round]) -> bool:
    """Write what the worker is to do; return whether it did just that before."""
    texts = [passage.text for passage in parts.passages]
    task = json.dumps({"texts": texts, "truth": truth.tolist(), "rounds": [vars(one) for one in rounds]})
    place = folder / "task.json"
    same = place.exists() and place.read_text(encoding="utf-8") == task
    folder.mkdir(parents=True, exist_ok=True)
    place.write_text(task, encoding="utf-8")
    step = max(len(parts.held_out) // TIMED, 1)
    asked = [texts[i] for i in parts.held_out[::step][:TIMED]]
    (folder / "use.json").write_text(json.dumps({"texts": asked}), encoding="utf-8")
    return same and (folder / USED).exists()


def _measured(contestant: Contestant, folder: Path) -> bool:
    (folder / USED).unlink(missing_ok=True)
    return all(_worked(contestant, folder, what) for what in ("learn", "use"))


def _worked(contestant: Contestant, folder: Path, what: str) -> bool:
    python = Path(sys.executable) if contestant.ours else PEERS_PYTHON
    command = [python, "-m", "bench.peers.worker", contestant.module, contestant.kind, folder, WORK, what]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    log = folder / f"{what}.log"
    try:
        with log.open("w", encoding="utf-8") as noise:
            done = subprocess.run(
                command, cwd=ROOT, env=os.environ | ONE_CORE | {"PYTHONPATH": path}, stderr=noise, check=False
            )
    except FileNotFoundError:
        print(f"{python} ontbreekt: doe make bench-themes", flush=True)
        return False
    if done.returncode:
        print(f"  mislukt ({done.returncode}); zie {log}", flush=True)
    return done.returncode == 0


_ABOUT = f"""`make bench-themes`: every contestant learns from the same part of the corpus and is asked about passages of other writers, in
other registers (`{"`, `".join(f"{writer}.jsonl" for writer in UNSEEN_WRITERS)}`: all passages of these writers are held
out; no text stands on both sides). Thresholds per theme by one procedure for all: the best F1 in {FOLDS} rounds within the
training part, whole writers held out in turn. Intervals: 95%, papers drawn anew as wholes, the same for all. So *themaspin*
stands here without its own calibration, thresholds and abstention, and learned from less than the classifier in `models/`.

Peers stand on usual settings, with what helps them where it costs nothing. Stemmed words: Snowball's Dutch stems, one and two in
a row. Annif: its Snowball analyzer (Dutch), and a sixth subject for passages without a theme; `svc` is given a passage once for
each of its themes; `fasttext` gets a classifier per subject and 50 rounds, for its defaults are meant for far larger sets.
Embeddings: multilingual-e5-small in four bits. Annif's `tfidf` takes all passages of a subject together as one document and
compares: made for thousands of subjects, it has little to hold on to where six of them share nearly all their words.

The sentence model of *themaspin* is counted only by what its twin says, which had not seen the held-out writers and some others; its
weighing is learned from those others, and its thresholds are chosen on them alone: on the rest nothing fair can be asked of it.
In use texts of whole papers and of more writers teach the weighing too. Passages of a labelled file that are not of the corpus are new to
the model in use as well, so that is asked, not its twin: it learned from the held-out writers and from 2,886 texts of papers too.

What tilts to *themaspin*: its features and their weights were chosen by cross-validation over the whole corpus, these writers
included; its lexicon was revised with the whole corpus at hand (the keyword list has that too).

Speed: from text to labels, processor time of one process on one thread, {TIMED} held-out passages. Memory: the most that the
process that labels ever had. Model: what it learned + what it needs beside that (lexicon, embedder, spaCy pipeline), in MB on disk;
libraries are not counted."""


def _section(parts: Split, answers: dict[Contestant, Answers], absent: Sequence[Contestant]) -> str:
    held_out = [parts.passages[i] for i in parts.held_out]
    elsewhere = [parts.passages[i] for i in parts.elsewhere]
    texts = [
        _ABOUT,
        f"### Held-out writers: {len(parts.learn)} passages to learn from, {len(held_out)} asked",
        _quality(held_out, {one: given.held_out for one, given in answers.items()}),
    ]
    if elsewhere:
        texts += [
            f"### Labelled file `{elsewhere[0].writer}`: {len(elsewhere)} passages",
            _quality(elsewhere, {one: given.elsewhere for one, given in answers.items()}),
        ]
    heads = ("classifier", "passages a second", "peak memory (MB)", "model (MB)")
    texts += ["### Cost in use", table(heads, [_cost(one, given.used) for one, given in answers.items()])]
    if absent:
        texts.append(f"Not measured this time: {'; '.join(one.title for one in absent)}.")
    return "\n\n".join(texts)


def _quality(passages: Sequence[LabelledPassage], said: dict[Contestant, np.ndarray]) -> str:
    truth, papers = truth_matrix(passages), [passage.paper for passage in passages]
    drawn = {one: drawn_macro_f1(labels, truth, papers) for one, labels in said.items()}
    ours = drawn.get(OURS)
    rows = []
    for one, labels in said.items():
        per_theme = theme_f1(labels, truth)
        lead = "" if ours is None or one == OURS else _range(ours - drawn[one], "+.3f")
        figures = (f"{value:.3f}" for value in (micro_f1(labels, truth), *per_theme))
        rows.append((one.title, f"{per_theme.mean():.3f}", _range(drawn[one], ".3f"), lead, *figures))
    heads = ("classifier", "macro F1", "95%", "lead of themaspin, 95%", "micro F1", *Theme)
    return f"{table(heads, rows)}\n\n{_lead(said, truth)}".rstrip()


def _lead(said: dict[Contestant, np.ndarray], truth: np.ndarray) -> str:
    """Say how far ours is ahead of the best peer, or behind."""
    macro = {one: theme_f1(labels, truth).mean() for one, labels in said.items()}
    peers = [one for one in macro if one != OURS]
    if OURS not in macro or not peers:
        return ""
    best = max(peers, key=lambda one: macro[one])
    return f"Best peer: {best.title}. *themaspin* minus that: {macro[OURS] - macro[best]:+.3f} macro F1; the aim is {AIM:+.2f}."


def _range(drawn: np.ndarray, form: str) -> str:
    low, high = interval(drawn)
    return f"{low:{form}} to {high:{form}}"


def _cost(one: Contestant, used: dict[str, float]) -> tuple[str, ...]:
    size = f"{used['model'] / 1e6:.1f} + {used['beside'] / 1e6:.1f}"
    return one.title, f"{used['passages_a_second']:,.0f}", f"{used['memory'] / 1e6:.0f}", size


if __name__ == "__main__":
    main()
