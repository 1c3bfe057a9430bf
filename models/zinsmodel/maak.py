"""Make the sentence model: teach multilingual-e5-small what the passages of our corpus are about.

    python -m venv build/zinsmodel/venv && build/zinsmodel/venv/bin/pip install -r models/zinsmodel/vereisten.txt -e .
    build/zinsmodel/venv/bin/python models/zinsmodel/maak.py corpus

From the labelled passages and from the texts of half of the labelled papers, in which the subject is more often left unsaid; the other half
is never learned from, by which words and sentence model are weighed as they do on a strange paper.

Twice: once with some of the writers held out, to learn how far it can be trusted (`proef`), and once on all of them, for use
(`alles`). Each takes three quarters of an hour or more and is kept under `build/zinsmodel/`. `--deel proef` or `--deel alles` makes one,
so that both can be made side by side; without it what is missing is made and all is put together in `models/zinsmodel/`.
`--tweeling-blijft` makes the second alone: what the former twin said stays the measure, which promises too little rather than too much.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from bron import END, PADDING, START, source
from graf import written_out
from net import Net, from_source
from onnxruntime.quantization import QuantType, quantize_dynamic
from sentencepiece import SentencePieceProcessor
from stukjes import kept, model
from torch import Tensor
from torch.nn import functional

from pipeline.themes.labelled import LabelledPassage, read_corpus, read_paper_texts
from pipeline.themes.sentence_model import HELD_OUT, MODEL, MOST_PIECES, PIECES, STRENGTHS, WIDTH, text_key
from pipeline.themes.training import truth_matrix

HERE = Path(__file__).resolve().parent
WORK = HERE.parent.parent / "build" / "zinsmodel"
LAYERS = 12
HELD_OUT_WRITERS = (
    *("gemeentelijk", "landelijk", "loket", "nieuws", "raad", "sterkte"),
    *("verteld_gebied", "verteld_hulp", "verteld_onderzoek", "verteld_regionaal", "verteld_toezicht"),
    *("verteld_bestuur", "verteld_loonstrook", "verteld_nota", "verteld_opvang", "verteld_rechtspraak"),
    *("verteld_buitenslapers", "verteld_commissie", "verteld_dagblad"),
    *("verteld_regelgeving", "verteld_uitzendwerk", "verteld_wijk"),
    *("anders_breed", "anders_gemeente", "anders_verteld", "onbenoemd_verslag"),
)
"""These are held out in the trial: over a quarter of the passages, of every family of registers."""
PAPER_WRITERS = (
    *("adviseur", "brabant", "burgerzaken", "economie", "gewest", "griffie", "grotestad", "kempen", "kort", "lang"),
    *("meierij", "raadsbesluit", "ruimte", "samenwerking", "stadhuis", "terugblik"),
    *("uitvoering", "welzijn", "woonbeleid"),
)
"""From the papers of these, every other writer by name, it learns too. They keep passages on other groups (`anders_*`) from teaching it
that a text which names nobody is about nobody."""
PASSES = 3
BATCH = 24
SORTED_TOGETHER = 16
"""So many batches are sorted by length together: the less padding."""
RATE, HEAD_RATE, DECAY = 2e-4, 2e-3, 0.01
RISE = 0.1
"""The share of all steps in which the rate climbs, before it falls to nothing."""
THEME_SHARE, STRENGTH_SHARE = 2.0, 0.5
RUNS, RUN_SHARES = (1, 2, 3), (0.65, 0.25, 0.10)
"""So many passages that follow each other in a paper are learned as one text: the blocks of real papers are often longer than a passage."""
MOSTLY = 0.6
"""The share of a run's pieces that one strength needs to be the strength of the run; else the run teaches none."""
NO_STRENGTH = -100
"""What PyTorch's cross entropy takes for an answer that is not to be learned."""

Run = tuple[int, ...]
"""Passages (by number) that are read as one text."""
TRIAL, ALL = "proef", "alles"


def main() -> None:
    """Make what is missing, or the one part that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="map met passages/ en papieren/")
    parser.add_argument("--deel", choices=(TRIAL, ALL))
    parser.add_argument("--kernen", type=int, default=2, help="rekenkernen die meedoen (2)")
    parser.add_argument("--tweeling-blijft", action="store_true", help="houd als maat wat de vorige tweeling zei")
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.kernen)
    WORK.mkdir(parents=True, exist_ok=True)
    papers = read_paper_texts(chosen.corpus / "papieren")
    passages = [*read_corpus(chosen.corpus / "passages"), *(text for text in papers if text.writer in PAPER_WRITERS)]
    for part in [chosen.deel] if chosen.deel else (ALL,) if chosen.tweeling_blijft else (TRIAL, ALL):
        if chosen.deel or not _file(part).exists():
            _make(part, passages)
    if not chosen.deel:
        _put_together(passages, _former_twin() if chosen.tweeling_blijft else _twin(passages))


class Lesson:
    """The passages as the net sees them."""

    def __init__(self, passages: Sequence[LabelledPassage]) -> None:
        self.passages = passages
        self.source = source()
        self.kept = kept(self.source, [passage.text for passage in passages])
        self.pieces = model([self.source.pieces[i] for i in self.kept], self.source.scores[self.kept])
        self._splitter = SentencePieceProcessor(model_proto=self.pieces)
        self._numbers: list[list[int]] = self._splitter.encode([passage.text for passage in passages])
        self._themes = torch.tensor(truth_matrix(passages), dtype=torch.float)
        self._strengths = [STRENGTHS.index(passage.strength or STRENGTHS[0]) for passage in passages]

    def numbers(self, run: Run) -> list[int]:
        """Return a run as numbers of pieces."""
        return [START, *[number for i in run for number in self._numbers[i]][:MOST_PIECES], END]

    def numbers_of(self, text: str) -> list[int]:
        """Return any text as numbers of pieces."""
        return [START, *self._splitter.encode(text)[:MOST_PIECES], END]

    def batch(self, runs: Sequence[Run]) -> tuple[Tensor, Tensor]:
        """Return the numbers of the runs, filled up to one length, and which of them are real."""
        texts = [self.numbers(run) for run in runs]
        rows = torch.full((len(texts), max(map(len, texts))), PADDING)
        for row, text in zip(rows, texts, strict=True):
            row[: len(text)] = torch.tensor(text)
        return rows, rows != PADDING

    def truth(self, runs: Sequence[Run]) -> tuple[Tensor, Tensor]:
        """Return the themes (runs, themes) that any passage of a run has, and the strength of most of it."""
        themes = torch.stack([self._themes[list(run)].amax(dim=0) for run in runs])
        return themes, torch.tensor([self._strength(run) for run in runs])

    def _strength(self, run: Run) -> int:
        shares = [0] * len(STRENGTHS)
        for i in run:
            shares[self._strengths[i]] += len(self._numbers[i])
        most = max(shares)
        return shares.index(most) if most >= MOSTLY * sum(shares) else NO_STRENGTH

    def runs(self, chosen: Sequence[int]) -> list[Run]:
        """Return the chosen passages in runs of neighbours within one paper, their lengths drawn by lot."""
        found: list[Run] = []
        for _, paper in groupby(chosen, key=lambda i: self.passages[i].paper):
            left = list(paper)
            while left:
                size = random.choices(RUNS, RUN_SHARES)[0]
                found.append(tuple(left[:size]))
                left = left[size:]
        return found

    def batches(self, chosen: Sequence[int]) -> list[list[Run]]:
        """Return the chosen passages as runs, in batches of about one length, in an order drawn by lot."""
        runs = self.runs(chosen)
        random.shuffle(runs)
        heap = BATCH * SORTED_TOGETHER
        parts = [sorted(runs[i : i + heap], key=lambda run: len(self.numbers(run))) for i in range(0, len(runs), heap)]
        found = [part[i : i + BATCH] for part in parts for i in range(0, len(part), BATCH)]
        random.shuffle(found)
        return found


def _file(part: str) -> Path:
    return WORK / f"deel-{part}.pt"


def _learners(part: str, passages: Sequence[LabelledPassage]) -> list[LabelledPassage]:
    """Return the passages that a part learns from, and knows the pieces of."""
    return [passage for passage in passages if part == ALL or passage.writer not in HELD_OUT_WRITERS]


def _make(part: str, passages: Sequence[LabelledPassage]) -> None:
    """Teach a net, and keep it."""
    learners = _learners(part, passages)
    print(f"deel {part}: {len(learners)} passages leren, {len(passages) - len(learners)} achtergehouden", flush=True)
    torch.save(_taught(Lesson(learners)).state_dict(), _file(part))


def _taught(lesson: Lesson) -> Net:
    learn = range(len(lesson.passages))
    torch.manual_seed(0)
    random.seed(0)
    net = from_source(lesson.source, lesson.kept, LAYERS)
    optimizer = torch.optim.AdamW(_groups(net), betas=(0.9, 0.98))
    batches = [batch for _ in range(PASSES) for batch in lesson.batches(learn)]
    steps = len(batches)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (RISE * steps), max(0.0, (steps - step) / ((1 - RISE) * steps)))
    )
    net.train()
    for step, runs in enumerate(batches, 1):
        loss = _loss(net, lesson, runs)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        rate.step()
        if step % 50 == 0:
            print(f"  {time.strftime('%H:%M:%S')}  stap {step} van {steps}, verlies {loss.item():.3f}", flush=True)
    return net.eval()


def _groups(net: Net) -> list[dict[str, object]]:
    """Return the weights with their rates: the new parts learn faster, biases and norms do not decay."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, weights in net.named_parameters():
        new = name.split(".")[0] in ("eyes", "norm", "answers", "bias")
        plain = name.endswith("bias") or "ln." in name or "norm." in name
        groups.setdefault((new, plain), []).append(weights)
    return [
        {"params": weights, "lr": HEAD_RATE if new else RATE, "weight_decay": 0.0 if plain else DECAY}
        for (new, plain), weights in groups.items()
    ]


def _loss(net: Net, lesson: Lesson, runs: Sequence[Run]) -> Tensor:
    numbers, real = lesson.batch(runs)
    with torch.autocast("cpu", torch.bfloat16, enabled=torch.ops.mkldnn._is_mkldnn_bf16_supported()):
        odds = net(numbers, real)
    themes, strengths = lesson.truth(runs)
    told = odds[:, : themes.shape[1]]
    strong = functional.cross_entropy(odds[:, themes.shape[1] :], strengths, ignore_index=NO_STRENGTH, reduction="sum")
    return THEME_SHARE * functional.binary_cross_entropy_with_logits(told, themes) + STRENGTH_SHARE * strong / len(runs)


Said = dict[str, np.ndarray]
"""Log-odds (WIDTH,) by the key of a text."""


def _put_together(passages: Sequence[LabelledPassage], twin: Said) -> None:
    """Write the model, its pieces and what its twin says of passages whose writers that had not seen: of all others nothing."""
    lesson = Lesson(passages)
    _export(_net(lesson, ALL), HERE / MODEL)
    (HERE / PIECES).write_bytes(lesson.pieces)
    learned = {(key := text_key(passage.text)): twin.get(key, np.full(WIDTH, np.nan)) for passage in passages}
    odds = np.array(list(learned.values()), dtype=np.float16)
    np.savez_compressed(HERE / HELD_OUT, sleutels=np.array(list(learned)), odds=odds)


def _twin(passages: Sequence[LabelledPassage]) -> Said:
    """What the twin of this time says of passages by the writers that it had not seen."""
    trial = Lesson(_learners(TRIAL, passages))
    twin = WORK / "tweeling.onnx"
    _export(_net(trial, TRIAL), twin)
    session = onnxruntime.InferenceSession(twin, providers=["CPUExecutionProvider"])
    said: Said = {}
    for passage in passages:
        if passage.writer in HELD_OUT_WRITERS:
            numbers = np.array([trial.numbers_of(passage.text)])
            said[text_key(passage.text)] = session.run(None, {"pieces": numbers})[0][0]
    return said


def _former_twin() -> Said:
    """What the twin of a former time said."""
    with np.load(HERE / HELD_OUT) as kept:
        return {
            key: odds
            for key, odds in zip(kept["sleutels"].tolist(), kept["odds"], strict=True)
            if not np.isnan(odds).any()
        }


def _net(lesson: Lesson, part: str) -> Net:
    net = Net(len(lesson.kept), LAYERS)
    net.load_state_dict(torch.load(_file(part), weights_only=True))
    return net.eval()


def _export(net: Net, target: Path) -> None:
    """Write the net for ONNX Runtime, its weights as whole numbers of seven bits: eight overflow on older processors."""
    whole = WORK / "heel.onnx"
    onnx.save(written_out(net), whole)
    unsaid = {"DefaultTensorType": onnx.TensorProto.FLOAT}  # of what comes out of ONNX Runtime's own operations
    quantize_dynamic(
        whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, extra_options=unsaid
    )


if __name__ == "__main__":
    main()
