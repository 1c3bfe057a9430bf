"""Whether a paper, or a section of it, is about labour migration."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts
from pipeline.language.passages import Passage

TARGET_GROUP = re.compile(
    r"\b(?:arbeids-?\s?migra(?:nt|tie)\w*|\w*migranten(?:huisvesting|opvang|arbeid|hotel)\w*"
    r"|(?:eu|europese|buitenlandse|internationale|poolse|roemeense|bulgaarse|oost-?europese"
    r"|midden-?\s?en\s+oost-?europese)(?:[- ](?:tijdelijke|flexibele))?[- ](?:arbeids?krachten|arbeiders?"
    r"|werknemers?|medewerkers?|werkers?|werkenden|uitzendkracht(?:en)?|seizoen\w+|migrant(?:en)?"
    r"|flexwerkers?)"
    r"|seizoen(?:s|en)?-?(?:arbeiders?|arbeid|werkers?|krachten|kracht|werknemers?|medewerkers?)"
    r"|flex-?migra(?:nt|tie)\w*|moe-?landers?|eu-?(?:arbeids?krachten|arbeidsmigra\w+|migrant\w*"
    r"|werknemers?|uitzendkrachten)"
    r"|(?:uitzendkrachten|werknemers|arbeidskrachten|medewerkers)\s+(?:van\s+buiten\s+nederland"
    r"|uit\s+(?:het\s+buitenland|(?:midden-?\s*(?:en)?\s*)?oost-?europa|polen|roemenië|bulgarije"
    r"|andere\s+eu\W?l(?:anden|idstaten)))"
    r"|(?:huisvest\w*|logies|verblijf|onderkomen)\W+(?:\w+\W+){0,4}tijdelijke\s+(?:werknemers"
    r"|arbeids?krachten|medewerkers)|tijdelijke\s+buitenlandse\s+\w+|(?:tijdelijk"
    r"|kort)\s+verblijvende\s+(?:werknemers|eu-burgers))\b",
    re.IGNORECASE,
)
"""Names under which municipal papers speak of labour migrants; kennismigranten, expats and asylum seekers are others."""

OLDER_WORDS = re.compile(
    r"\b(?:tijdelijke\s+(?:werknemers?|arbeids?krachten|medewerkers|krachten|werkers)|uitzendkracht(?:en)?"
    r"|flex(?:werkers?|krachten)|logiesgasten|polen|roemenen|bulgaren|oost-?europeanen|eu-?burgers?)\b",
    re.IGNORECASE,
)
"""Words that mean labour migrants only in a paper that names these outright."""

DENSE = 3.5
"""Mentions per 1,000 words from which a paper as a whole is about them (with at least `FEW` mentions)."""
FEW = 3
SHORT = 500
"""Words up to which one mention can carry a paper, a motion or memo, when it is dense enough."""
SECTION_WORDS = 40
REPORT_SECTION_WORDS = 120
"""Words from which a section with the target group in its heading makes the paper speak of it; more in budgets and reports."""
_ITEMS = re.compile(r"\b(?:besluitenlijst|notulen|agenda|verslag)\b", re.IGNORECASE)
"""Papers whose headings are items; they are about labour migrants when enough of their words are."""


def mentions(text: str) -> int:
    """How often `text` names the target group."""
    return sum(1 for _ in TARGET_GROUP.finditer(text))


def about_of(parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind) -> Derived[bool]:
    """Whether the paper is about labour migration, by its title, its sections or the share of its text."""
    name = f"{title} {parts.stem}"
    count, words = _counted(parts.text), len(parts.text.split())
    said = f"{count} vermeldingen in {words} woorden"
    if _names_target(parts, title) or (OLDER_WORDS.search(name) and count):
        return Derived(True, "titel")
    least = REPORT_SECTION_WORDS if kind is PaperKind.OTHER else SECTION_WORDS
    section = None if _ITEMS.search(name) else next(iter(about_sections(passages, least)), None)
    if section:
        return Derived(True, f"hoofdstuk of paragraaf '{section[-1]}'")
    if count >= (FEW if words > SHORT or kind is PaperKind.OTHER else 1) and 1000 * count / max(words, 1) >= DENSE:
        return Derived(True, said)
    if kind is PaperKind.POLICY and any(_stretch(passages)):
        return Derived(True, "alinea's achter elkaar over arbeidsmigranten")
    return Derived(False, said)


def _counted(text: str) -> int:
    """Mentions, older and looser words included where the target group is named outright at least once."""
    count = mentions(text)
    return count + sum(1 for _ in OLDER_WORDS.finditer(text)) if count else 0


def about_sections(passages: Sequence[Passage], least_words: int = SECTION_WORDS) -> list[tuple[str, ...]]:
    """Section paths, down to the heading that names the target group, that hold text of substance on it."""
    words: dict[tuple[str, ...], int] = {}
    named: dict[tuple[str, ...], int] = {}
    for passage in passages:
        path = target_section(passage.section)
        if path:
            words[path] = words.get(path, 0) + len(passage.text.split())
            named[path] = named.get(path, 0) + mentions(passage.text)
    return [path for path, count in words.items() if count >= least_words and named[path]]


def target_section(section: tuple[str, ...]) -> tuple[str, ...] | None:
    """The path down to the outermost heading that names the target group; None where none does."""
    for depth, heading in enumerate(section, start=1):
        if TARGET_GROUP.search(heading):
            return section[:depth]
    return None


def _names_target(parts: Parts, title: str) -> bool:
    return bool(
        TARGET_GROUP.search(title) or TARGET_GROUP.search(re.sub(r"[-_]", " ", parts.stem)) or _subtitle_names(parts)
    )


def _subtitle_names(parts: Parts) -> bool:
    """A bare cover's lines are all title."""
    bare = sum(len(line.text.split()) for line in parts.cover) < 40
    return bare and any(TARGET_GROUP.search(line.text) for line in parts.cover)


def _stretch(passages: Sequence[Passage]) -> list[bool]:
    """Where two passages in a row each name the target group twice: a section without a heading of its own."""
    full = [mentions(passage.text) >= 2 for passage in passages]
    return [one and other for one, other in itertools.pairwise(full)]
