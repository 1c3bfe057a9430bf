"""What is plainly described of how labour migrants live and what they are to the economy, where the classifier sees it in no passage.

A considering of ten words ("die zonder hen hun orders niet kunnen uitvoeren") is lost among others on something else. It makes no more of
a theme than that it is described.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pipeline.coverage.footing import Sighting
from pipeline.coverage.shelter import SHELTER
from pipeline.coverage.wording import ReviewedText
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

_THEM = (
    r"(?:hen|arbeidsmigranten|seizoen(?:arbeiders|krachten)|polen"
    r"|(?:deze|die|buitenlandse|internationale|poolse)\s+(?:mensen|werk\w+|krachten|handen|collega\w*|\w*medewerkers|uitzendkrachten))"
)
_NOTHING_DONE = r"(?!\s+(?:(?:niet|eerst|vooraf)\s+){0,2}te\s+\w+en\b)"
"""Behind them; "zonder hen te raadplegen" is of what is not done to them."""
_NEEDED = expression(
    rf"\bzonder\s+{_THEM}\b{_NOTHING_DONE}[^.;]{{0,60}}\b(?:niet|stil|geen|hangen)\b|\b(?:niet|geen|stil)\b[^.;]{{0,40}}\bzonder\s+{_THEM}\b{_NOTHING_DONE}"
    rf"|\b{_THEM}\s+(?:\w+\s+){{0,2}}niet\s+(?:kunnen\s+)?missen\b",
    re.IGNORECASE,
)
"""That businesses cannot do without them."""
_DWELLING = (
    r"(?:woning(?:en)?|\w+woning(?:en)?|huis|huizen|vakantiehui\w+|kamers?|pand(?:en)?|units?|logiesgebouw(?:en)?|hotels?"
    r"|(?:sta)?caravans?|chalets?|pensions?|boerderij(?:en)?|park(?:en)?|campings?|bed(?:den)?|zolders?)"
)
_LIVES = r"(?:verblij(?:ft|ven)|woont|wonen|woonden|slapen|slaapt|sliep|sliepen|overnachten)"
_GONE = r"(?:kwijt|stopte?|stopt|verdween|verdwijnt|verlie\w+|eindigt|eindigde)"
_LIVES_IN = expression(
    rf"\b{_LIVES}\b[^.;]{{0,60}}\b{_DWELLING}\b|\b{_DWELLING}\b[^.;]{{0,60}}\b{_LIVES}\b"
    rf"|\b(?:bed|kamer|slaapplek)\b[^.;]{{0,40}}\b{_GONE}\b|\b{_GONE}\b[^.;]{{0,40}}\b(?:bed|kamer|slaapplek)\b",
    re.IGNORECASE,
)
"""In what they live, and that they lose it."""


def plainly_described(passage: Passage, idle: Collection[int] = ()) -> list[Theme]:
    """Return the themes of which a sentence that is not `idle` plainly describes something: that businesses need them is of the economy,
    in what they live is of housing. People without a roof are of neither."""
    said = [s.text for at, s in enumerate(passage.sentences) if at not in idle]
    themes: list[Theme] = []
    if any(_LIVES_IN.search(text) and not SHELTER.search(text) for text in said):
        themes.append(Theme.HUISVESTING)
    if any(map(_NEEDED.search, said)):
        themes.append(Theme.ARBEIDSMARKT)
    return themes


def told(
    passage: Passage, judged: JudgedText, seen: Collection[Theme], idle: Collection[int], certainty: float
) -> Iterator[Sighting]:
    """Yield the themes that a passage plainly describes and that were not `seen` in it, each with this certainty (0 to 1); none where a
    person judged it."""
    for theme in [] if isinstance(judged, ReviewedText) else plainly_described(passage, idle):
        if theme not in seen:
            score = max(judged.scores[theme], certainty)
            yield Sighting(theme, Strength.CONTEXT.level, score, 0.0, judged.scores[Theme.HUISVESTING], "")
