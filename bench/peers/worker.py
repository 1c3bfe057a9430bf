"""Runs one peer in the environment it is started in: `python -m bench.peers.worker MODULE KIND FOLDER KEPT learn|use`.

`learn` reads `task.json` of FOLDER (texts, their themes, rounds of learning and asking by number), writes the scores of each round
to `scores.npz` and keeps the model of the last round. `use`, in a fresh process, labels texts as they come in with that model and
writes to `used.json` what that took. Rows that are dear to make are kept under KEPT by the hash of their text.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import resource
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.peers import Peer

WARM_UP = 8
KEEP_EVERY = 512
"""So many rows are made between two writes, so that little is lost when it is stopped."""


def main() -> None:
    """Do what the command line says."""
    module, kind, folder, kept, what = sys.argv[1:]
    peer = importlib.import_module(f"bench.peers.{module}").make(kind)
    if what == "learn":
        _learn(peer, Path(folder), Path(kept) / f"{module}-{kind}.npz")
    else:
        _use(peer, Path(folder))


def _learn(peer: Peer, folder: Path, kept: Path) -> None:
    task = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    texts, truth = task["texts"], np.array(task["truth"], dtype=int)
    rows = kept_rows(peer, texts, kept) if peer.dear else peer.prepare(texts)
    scores = []
    for number, turn in enumerate(task["rounds"], 1):
        print(f"  ronde {number} van {len(task['rounds'])}", flush=True)
        model = folder / "model"
        shutil.rmtree(model, ignore_errors=True)
        model.mkdir()
        peer.learn(rows[turn["learn"]], truth[turn["learn"]], model)
        scores.append(peer.load(model)(rows[turn["ask"]]))
    np.savez(folder / "scores.npz", *scores)


def kept_rows(peer: Peer, texts: Sequence[str], kept: Path) -> np.ndarray:
    """Return the row of each text, those made before from disk."""
    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    known: dict[str, np.ndarray] = {}
    if kept.exists():
        with np.load(kept, allow_pickle=False) as stored:
            known = dict(zip(stored["keys"].tolist(), stored["rows"], strict=True))
    new = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items())
    for start in range(0, len(new), KEEP_EVERY):
        part = new[start : start + KEEP_EVERY]
        print(f"  {start} van {len(new)} nieuwe teksten", flush=True)
        known |= dict(zip((key for key, _ in part), peer.prepare([text for _, text in part]), strict=True))
        fresh = kept.with_suffix(".nieuw.npz")
        np.savez(fresh, keys=np.array(list(known)), rows=np.array(list(known.values())))
        fresh.replace(kept)
    return np.array([known[key] for key in keys])


def _use(peer: Peer, folder: Path) -> None:
    texts = json.loads((folder / "use.json").read_text(encoding="utf-8"))["texts"]
    score = peer.load(folder / "model")
    prepare = peer.fresh or peer.prepare
    score(prepare(texts[:WARM_UP]))
    begin = time.process_time()
    score(prepare(texts))
    seconds = time.process_time() - begin
    own = _bytes(folder / "model")
    figures = {
        "passages_a_second": len(texts) / seconds,
        "memory": _peak_memory(),
        "model": own,
        "beside": sum(map(_bytes, peer.beside)),
    }
    (folder / "used.json").write_text(json.dumps(figures), encoding="utf-8")


def _peak_memory() -> int:
    """The most bytes that this process ever had; Linux says it of the process itself, elsewhere what the parent had counts too."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _bytes(place: Path) -> int:
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files if "__pycache__" not in path.parts)


if __name__ == "__main__":
    main()
