"""A motion's passages with what its requests say: what a motion asks is a measure, whatever its words ("verzoekt het college")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.paper import Motion
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

OPENING = 40
"""Characters of a request by which it is found in a passage; the rest may run on in the next."""


def with_requests(
    passages: Sequence[Passage], judged: Sequence[JudgedText], motion: Motion | None, asked: Sequence[JudgedText]
) -> list[JudgedText]:
    """Return the judgements of a paper's passages; in those that hold a request its themes are measures (codebook, strength).

    `asked` are the judgements of the motion's requests, in order. Without a motion nothing changes.
    """
    requests = list(zip(motion.requests, asked, strict=True)) if motion else []
    return [_with(passage, one, requests) for passage, one in zip(passages, judged, strict=True)]


def _with(passage: Passage, judged: JudgedText, requests: Sequence[tuple[str, JudgedText]]) -> JudgedText:
    held = [one for request, one in requests if _squeezed(request)[:OPENING] in _squeezed(passage.text)]
    themes = {theme for one in held for theme in one.labels}
    if not themes:
        return judged
    scores = {theme: max(judged.scores[theme], *(one.scores[theme] for one in held)) for theme in themes}
    return replace(
        judged,
        labels=tuple(theme for theme in Theme if theme in themes or theme in judged.labels),
        uncertain=tuple(theme for theme in judged.uncertain if theme not in themes),
        scores=judged.scores | scores,
        strengths=judged.strengths | dict.fromkeys(themes, Strength.MAATREGEL),
        acting=judged.acting | dict.fromkeys(themes, 1.0),
        mingled=tuple(theme for theme in judged.mingled if not _alone(theme, held)),
    )


def _alone(theme: Theme, held: Sequence[JudgedText]) -> bool:
    """Whether some request asks for this theme without speaking of housing."""
    return any(theme in one.labels and Theme.HUISVESTING not in one.labels for one in held)


def _squeezed(text: str) -> str:
    return " ".join(text.split()).lower()
