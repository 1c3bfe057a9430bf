"""Marks in a passage the words that carry its themes, by the concepts of the theme lexicon."""

from __future__ import annotations

import re
from collections.abc import Collection

from markupsafe import Markup, escape

from pipeline.themes.lexicon import lexicon

EXCERPT = 320
"""Characters that an excerpt is long."""


def marked(text: str, themes: Collection[str]) -> Markup:
    """Return the text as HTML with the words of these themes in `<mark>`; everything else is escaped."""
    parts, here = [], 0
    for start, end, theme in _spans(text, themes):
        parts += [escape(text[here:start]), Markup('<mark class="{}">{}</mark>').format(theme, text[start:end])]
        here = end
    return Markup("").join([*parts, escape(text[here:])])


def _spans(text: str, themes: Collection[str]) -> list[tuple[int, int, str]]:
    """Where the concepts of the themes stand, in order; of two that overlap the longer one that begins first."""
    masked = lexicon().mask(text)
    found = sorted(
        (match.start(), -match.end(), concept.group)
        for concept in lexicon().concepts
        if concept.group in themes
        for match in concept.pattern.finditer(masked)
    )
    spans: list[tuple[int, int, str]] = []
    for start, negative_end, theme in found:
        if -negative_end > start and (not spans or start >= spans[-1][1]):
            spans.append((start, -negative_end, theme))
    return spans


def excerpt(text: str, words: Collection[str]) -> Markup:
    """Return a part of the text around the first of the words that were looked for, with these in `<mark>`."""
    forms = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else r"\b") for word in words]
    pattern = (
        re.compile(r"\b(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")", re.IGNORECASE) if forms else None
    )
    first = pattern.search(text) if pattern else None
    start = max(0, (first.start() if first else 0) - EXCERPT // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = len(text) if start + EXCERPT >= len(text) else text.rfind(" ", 0, start + EXCERPT)
    piece = text[start : end if end > start else start + EXCERPT]
    parts, here = [Markup("… ") if start else Markup("")], 0
    for match in pattern.finditer(piece) if pattern else ():
        parts += [escape(piece[here : match.start()]), Markup("<mark>{}</mark>").format(match.group())]
        here = match.end()
    return Markup("").join(
        [*parts, escape(piece[here:]), Markup(" …") if start + len(piece) < len(text) else Markup("")]
    )
