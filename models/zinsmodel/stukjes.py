"""The pieces of words that our model knows: those of multilingual-e5-small that Dutch uses, as a SentencePiece model.

It knows 250,000 pieces of a hundred languages. Those that never occur in our corpus, in the most frequent words of Dutch, or as a
single letter are left out: the same text falls apart in the same pieces, and the model is a tenth of the size.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from bron import END, PADDING, START, UNKNOWN, Source
from sentencepiece import sentencepiece_model_pb2 as layout

FREQUENT = 40_000
LATIN = 0x250
SIGNS = "€–—‘’‚“”„…•●▪→≥≤☐☒☑√∙✓▁"


def kept(source: Source, texts: Sequence[str]) -> list[int]:
    """Return the numbers of the pieces that stay, in order; the four special ones stay the first."""
    splitter = processor(source.pieces, source.scores)
    used = {number for text in [*texts, *_frequent_words()] for number in splitter.encode(text)}
    single = {i for i, piece in enumerate(source.pieces) if len(piece) == 1 and (ord(piece) < LATIN or piece in SIGNS)}
    return sorted(used | single | {START, PADDING, END, UNKNOWN})


def _frequent_words() -> Iterable[str]:
    from wordfreq import top_n_list

    for word in top_n_list("nl", FREQUENT):
        yield from (word, word.capitalize())


def processor(pieces: Sequence[str], scores: np.ndarray) -> sentencepiece.SentencePieceProcessor:
    """Return the SentencePiece model with these pieces."""
    return sentencepiece.SentencePieceProcessor(model_proto=model(pieces, scores))


def model(pieces: Sequence[str], scores: np.ndarray) -> bytes:
    """Return the SentencePiece model with these pieces, as the bytes of its file."""
    proto = layout.ModelProto()
    kind = layout.ModelProto.SentencePiece
    special = {START: kind.CONTROL, PADDING: kind.CONTROL, END: kind.CONTROL, UNKNOWN: kind.UNKNOWN}
    for number, (piece, score) in enumerate(zip(pieces, scores.tolist(), strict=True)):
        proto.pieces.add(piece=piece, score=score, type=special.get(number, kind.NORMAL))
    proto.trainer_spec.model_type = layout.TrainerSpec.UNIGRAM
    proto.trainer_spec.vocab_size = len(pieces)
    proto.trainer_spec.bos_id, proto.trainer_spec.pad_id = START, PADDING
    proto.trainer_spec.eos_id, proto.trainer_spec.unk_id = END, UNKNOWN
    proto.normalizer_spec.CopyFrom(_normalizer())
    return proto.SerializeToString()


def _normalizer() -> layout.NormalizerSpec:
    """Return the rules by which SentencePiece evens out characters (`nmt_nfkc`), taken from a model trained on next to nothing."""
    with tempfile.TemporaryDirectory() as folder:
        prefix = Path(folder) / "klein"
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["een twee drie vier vijf"] * 20),
            model_prefix=str(prefix),
            vocab_size=20,
            hard_vocab_limit=False,
            normalization_rule_name="nmt_nfkc",
            minloglevel=2,
        )
        trained = layout.ModelProto.FromString(prefix.with_suffix(".model").read_bytes())
    return trained.normalizer_spec
