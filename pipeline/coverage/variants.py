"""Variants that a paper weighs and does not choose: what they hold is no policy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_KIND = r"(?:variant|scenario|alternatief|optie|model)"
_MANY = r"(?:varianten|scenario['’]?s|alternatieven|opties|modellen)"
_LABEL = r"(?-i:\d{1,2}|[A-Z]|[IVX]{1,4}|(?:een|één|twee|drie|vier|vijf)\b)(?![\w-])"
_LABELLED = expression(rf"\W*(?:[\d.]+\s+)?{_KIND}\s+(?P<label>{_LABEL})", re.IGNORECASE)
"""How the text of a variant begins, in its heading or in a sentence: "Variant 1. De gemeente opent …"."""
_NAMED = expression(rf"\b(?:{_KIND}|{_MANY})\s+(?P<labels>{_LABEL}(?:(?:,|\s+en)\s+{_LABEL})*)", re.IGNORECASE)
_CHOOSES = re.compile(
    r"\b(?:wij|we|de\s+(?:gemeente)?raad|het\s+college|de\s+gemeente)\b.*\b(?:kie(?:st|zen)|ko(?:os|zen)|gekozen|beslo(?:ot|ten)|besluiten)\b"
    r"|\b(?:kie(?:st|zen)|koos|kozen)\s+(?:wij|we|de\s+(?:gemeente)?raad|het\s+college|de\s+gemeente)\b|\bis\s+(?:\w+\s+){0,3}?gekozen\b|\b(?:onze|de)\s+keuze\s+(?:is|valt|viel)\b",
    re.IGNORECASE,
)
_MAY_CHOOSE = expression(r"\b(?:kan|kunnen|moet|moeten|mag|mogen|zou|zouden|wie|indien|als)\b|\?", re.IGNORECASE)
_DROPPED = expression(
    r"\b(?:afgevallen|vall?(?:t|en)\s+af|viel\w*\s+af|niet\s+gekozen|verworpen|afgewezen|niet\s+voor|wijzen\s+(?:wij|we)\s+af)\b",
    re.IGNORECASE,
)
_THIS_DROPPED = re.compile(
    rf"\b(?:dit|dat|deze|die)\s+(?:{_KIND}|{_MANY})\b[^.;]*\b(?:afgevallen|vall?(?:t|en)\s+af|viel\w*\s+af|niet\s+gekozen|verworpen|afgewezen)\b",
    re.IGNORECASE,
)
_HEADING = expression(
    rf"\b(?:{_KIND}|{_MANY})\b.*\b(?:afgevallen|niet\s+(?:gekozen|uitgewerkt|overgenomen)|afgewezen|verworpen|vervallen)\b"
    rf"|\b(?:afgevallen|niet\s+gekozen|afgewezen|verworpen|vervallen)\s+(?:{_KIND}|{_MANY})\b",
    re.IGNORECASE,
)
"""Headings over what was not chosen: "Alternatieven die zijn afgevallen", "Alternatief B (niet gekozen)"."""
_NUMBERS = {"een": "1", "één": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5"}


_Labels = tuple[frozenset[str], frozenset[str]]
"""The labels of variants that are chosen, and of those that are dropped."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a sentence says was chosen, or dropped, and under which headings it says so."""

    section: tuple[str, ...]
    chosen: frozenset[str]
    dropped: frozenset[str]


def not_chosen(passages: Sequence[Passage]) -> list[frozenset[int]]:
    """Return of each passage of a paper, in order, which sentences (counted from 0) belong to a variant that it does not choose.

    The choice that counts is that under the same heading, else under the heading above it, else in the whole paper.
    No passage of `corpus/passages` or `corpus/papieren` weighs variants so.
    """
    said = [[_choice(text) for text in _texts(one)] for one in passages]
    choices = [
        _Choice(one.section, *what) for one, told in zip(passages, said, strict=True) for what in told if any(what)
    ]
    last = {one.section: at for at, one in enumerate(passages) if any(map(any, said[at]))}
    found: list[frozenset[int]] = []
    running = ""
    for at, passage in enumerate(passages):
        follows = at > 0 and passages[at - 1].section == passage.section
        to_come = last.get(passage.section, -1) >= at
        current = running if follows and to_come else _of_headings(passage)
        labels = list(_labels(passage, said[at], current))
        running = labels[-1] if labels else current
        counting = _that_count(passage, choices)
        found.append(
            frozenset(i for i, label in enumerate(labels) if _is_out(label, counting)) | _dropped_outright(passage)
        )
    return found


def _texts(passage: Passage) -> list[str]:
    return [sentence.text for sentence in passage.sentences]


def _choice(text: str) -> _Labels:
    """The labels of the variants that a sentence chooses, and of those that it drops."""
    labels = frozenset(
        _plain(one)
        for match in _NAMED.finditer(text)
        for one in re.findall(_LABEL.replace("(?-i:", "(?:"), match["labels"])
    )
    if not labels or _MAY_CHOOSE.search(text):
        return frozenset(), frozenset()
    if _DROPPED.search(text):
        return frozenset(), labels
    return (labels, frozenset()) if _CHOOSES.search(text) else (frozenset(), frozenset())


def _plain(label: str) -> str:
    return _NUMBERS.get(label.lower(), label)


def _of_headings(passage: Passage) -> str:
    """The variant under whose heading a passage stands; "" where it stands under none."""
    return next(
        (_plain(match["label"]) for heading in reversed(passage.section[-2:]) if (match := _LABELLED.match(heading))),
        "",
    )


def _labels(passage: Passage, said: Sequence[_Labels], current: str) -> Iterator[str]:
    """For each sentence the variant that it belongs to, "" where it says what was chosen (`said`) or belongs to none."""
    for text, what in zip(_texts(passage), said, strict=True):
        if any(what):
            current = ""
        elif match := _LABELLED.match(text):
            current = _plain(match["label"])
        yield current


def _that_count(passage: Passage, choices: Sequence[_Choice]) -> list[_Choice]:
    same = [one for one in choices if one.section == passage.section]
    above = passage.section[:-1]
    near = [one for one in choices if above and one.section[: len(above)] == above]
    return same or near or list(choices)


def _is_out(label: str, choices: Sequence[_Choice]) -> bool:
    chosen = {one for choice in choices for one in choice.chosen}
    dropped = {one for choice in choices for one in choice.dropped}
    return bool(label) and label not in chosen and (bool(chosen) or label in dropped)


def _dropped_outright(passage: Passage) -> frozenset[int]:
    """All of a passage under a heading of what was not chosen; what stands before "Dit alternatief is afgevallen", with that."""
    texts = _texts(passage)
    if any(_HEADING.search(heading) for heading in passage.section[-2:]):
        return frozenset(range(len(texts)))
    last = max((at for at, text in enumerate(texts) if _THIS_DROPPED.search(text)), default=-1)
    start = max((at for at in range(last) if any(_choice(texts[at]))), default=-1) + 1
    return frozenset(range(start, last + 1))
