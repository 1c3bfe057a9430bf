"""The sentence model: a small transformer that was taught our corpus, for what single words do not tell.

It stands in `models/zinsmodel/`, made by `maak.py` there from multilingual-e5-small (MIT), and gives for each text eight log-odds:
the five themes, then the three strengths. What it says of passages that it learned from is worth nothing for measuring. So beside it
stands what a twin of it said of those whose writers that twin had not seen (`achtergehouden.npz`): by these the classifier
learns how far to trust it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np

from pipeline.foundation.system_faults import os_fault
from pipeline.themes.codebook import Strength, Theme

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from sentencepiece import SentencePieceProcessor

FOLDER = "zinsmodel"
MODEL = "model.onnx"
PIECES = "stukjes.model"
HELD_OUT = "achtergehouden.npz"
STRENGTHS = (Strength.CONTEXT, Strength.AMBITIE, Strength.MAATREGEL)
WIDTH = len(Theme) + len(STRENGTHS)
"""Numbers per text: themes in the order of Theme, then STRENGTHS."""
MOST_CHARACTERS = 4000
MOST_PIECES = 320
"""Longer texts are judged by their beginning; a passage of 160 words has some 250 pieces."""
SLOWER = ["SkipLayerNormFusion"]
"""What ONNX Runtime would join to make it faster, and is slower so: a text takes a tenth longer."""
_processes = 1


class SentenceModelError(Exception):
    """The sentence model is missing or damaged; the message (Dutch) says what to do."""


@dataclass(frozen=True, eq=False)
class SentenceModel:
    """A loaded model. `id` changes whenever its judgement may change; `held_out` maps the key of each text that it learned from to
    what its twin said of it, not-a-number where the twin had learned from it too.
    """

    id: str
    pieces: SentencePieceProcessor
    session: InferenceSession
    held_out: Mapping[str, np.ndarray]

    def odds(self, texts: Sequence[str]) -> np.ndarray:
        """Return log-odds of themes and strengths, (len(texts), WIDTH).

        Each text by itself: in a batch the rounding of one would depend on the others, and a night on the order of its papers. As many
        side by side as there are cores for it: a thread for each text costs less than cutting up the work on one text.
        """
        with ThreadPoolExecutor(_cores(), thread_name_prefix="zinsmodel") as readers:
            return np.array(list(readers.map(self._of_one, texts))).reshape(len(texts), WIDTH)

    def unseen_odds(self, texts: Sequence[str]) -> np.ndarray:
        """Return the same, but of texts that it learned from only what its twin said: a row of not-a-number where that is nothing."""
        known = [self.held_out.get(text_key(text)) for text in texts]
        fresh = iter(self.odds([text for text, odds in zip(texts, known, strict=True) if odds is None]))
        return np.array([next(fresh) if odds is None else odds for odds in known]).reshape(len(texts), WIDTH)

    def _of_one(self, text: str) -> np.ndarray:
        numbers = self.pieces.encode(text[:MOST_CHARACTERS])[:MOST_PIECES]
        numbers = [self.pieces.bos_id(), *numbers, self.pieces.eos_id()]
        (odds,) = self.session.run(None, {"pieces": np.array([numbers], dtype=np.int64)})
        return np.asarray(odds)[0]


def text_key(text: str) -> str:
    """Return the key of a text among those that the model learned from."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def load_sentence_model(models: Path) -> SentenceModel:
    """Return the sentence model under `models`. Raises SentenceModelError."""
    return _load(models / FOLDER, _stamps(models / FOLDER))


def forget_sentence_model() -> None:
    """Forget the model that was loaded."""
    _load.cache_clear()


def sentence_model_id(models: Path) -> str:
    """Return the `id` of the sentence model under `models` without loading it. Raises SentenceModelError where it is missing."""
    return _identity(models / FOLDER, _stamps(models / FOLDER))


def _stamps(folder: Path) -> tuple[tuple[int, int], ...]:
    files = [folder / name for name in (MODEL, PIECES, HELD_OUT)]
    try:
        return tuple((file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    except OSError as error:
        raise SentenceModelError(
            f"Het zinsmodel ontbreekt ({error.filename}). Zet de map {folder} terug zoals zij bij themaspin hoort."
        ) from None


@lru_cache(maxsize=1)
def _identity(folder: Path, _stamps: object) -> str:
    try:
        return _id_of((folder / MODEL).read_bytes(), (folder / PIECES).read_bytes())
    except OSError as error:
        raise _damaged(folder, error) from error


def _id_of(model: bytes, pieces: bytes) -> str:
    return hashlib.sha256(model + pieces).hexdigest()[:16]


@lru_cache(maxsize=1)
def _load(folder: Path, _stamps: object) -> SentenceModel:
    from sentencepiece import SentencePieceProcessor

    onnxruntime = _runtime()
    try:
        content = (folder / MODEL).read_bytes()
        pieces = (folder / PIECES).read_bytes()
        session = onnxruntime.InferenceSession(
            content, _options(), providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
        splitter = SentencePieceProcessor(model_proto=pieces)
        with np.load(folder / HELD_OUT, allow_pickle=False) as stored:
            held_out = dict(zip(stored["sleutels"].tolist(), stored["odds"].astype(float), strict=True))
    except Exception as error:  # each library has errors of its own for a damaged file
        raise _damaged(folder, error) from error
    return SentenceModel(_id_of(content, pieces), splitter, session, held_out)


def _damaged(folder: Path, error: Exception) -> SentenceModelError:
    why = os_fault(error) if isinstance(error, OSError) else error
    return SentenceModelError(
        f"Het zinsmodel in {folder} is beschadigd ({why}). Zet de map terug zoals zij bij themaspin hoort."
    )


def share_cores(processes: int) -> None:
    """Say how many processes on this machine read texts beside each other, this one included: each then takes its part of the cores."""
    global _processes
    _processes = processes


def _cores() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores // _processes)


def _runtime() -> ModuleType:
    """Return ONNX Runtime, told not to report to its makers, which it does by itself; it looks at this once, when it is loaded."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime


def _options() -> object:
    options = _runtime().SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3  # without this it warns of graphics cards that it cannot find
    return options
