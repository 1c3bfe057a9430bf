"""Whether a paper, or a section of it, is about labour migration."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts
from pipeline.language.passages import Passage

TARGET_GROUP = re.compile(
    r"\b(?:arbeids-?\s?migra(?:nt|tie)\w*|\w*migranten(?:huisvesting|opvang|arbeid|hotel)\w*"
    r"|(?:eu|europese|buitenlandse|internationale|poolse|roemeense|bulgaarse|oost-?europese|midden-?\s?en\s+oost-?europese)(?:[- ](?:tijdelijke|flexibele))?[- ](?:arbeids?krachten|arbeiders?|werknemers?|medewerkers?|werkers?|werkenden|uitzendkracht(?:en)?|seizoen\w+|migrant(?:en)?|flexwerkers?)"
    r"|seizoen(?:s|en)?-?(?:arbeiders?|arbeid|werkers?|krachten|kracht|werknemers?|medewerkers?)|flex-?migra(?:nt|tie)\w*|moe-?landers?|eu-?(?:arbeids?krachten|arbeidsmigra\w+|migrant\w*|werknemers?|uitzendkrachten)"
    r"|(?:uitzendkrachten|werknemers|arbeidskrachten|medewerkers)\s+(?:van\s+buiten\s+nederland|uit\s+(?:het\s+buitenland|(?:midden-?\s*(?:en)?\s*)?oost-?europa|polen|roemenië|bulgarije|andere\s+eu\W?l(?:anden|idstaten)))"
    r"|(?:huisvest\w*|logies|verblijf|onderkomen)\W+(?:\w+\W+){0,4}tijdelijke\s+(?:werknemers|arbeids?krachten|medewerkers)|tijdelijke\s+buitenlandse\s+\w+|(?:tijdelijk|kort)\s+verblijvende\s+(?:werknemers|eu-burgers))\b",
    re.IGNORECASE,
)
"""Names under which municipal papers speak of labour migrants; kennismigranten, expats and asylum seekers are others."""

OLDER_WORDS = re.compile(
    r"\b(?:tijdelijke\s+(?:werknemers?|arbeids?krachten|medewerkers|krachten|werkers)|uitzendkracht(?:en)?|flex(?:werkers?|krachten)|logiesgasten|polen|roemenen|bulgaren|oost-?europeanen|eu-?burgers?)\b",
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
_REPORTING = re.compile(
    r"\b(?:besluitenlijst|notulen|agenda|verslag|\w*begroting|jaar(?:stukken|rekening|verslag)|kadernota\s+20\d\d|(?:perspectief|voorjaars|najaars)nota|bestuursrapportage)\b",
    re.IGNORECASE,
)
"""Papers that go past all subjects: an item on labour migrants does not make them about it, a section does."""
_ITEMS = re.compile(r"\b(?:besluitenlijst|notulen|agenda)\b", re.IGNORECASE)


def mentions(text: str) -> int:
    """How often `text` names the target group."""
    return sum(1 for _ in TARGET_GROUP.finditer(text))


def about_of(parts: Parts, passages: Sequence[Passage], title: str, kind: PaperKind) -> Derived[bool]:
    """Whether the paper is about labour migration, by its title, its sections or the share of its text."""
    name = f"{title} {parts.stem}"
    count, words = _counted(parts.text), len(parts.text.split())
    said = f"{count} vermeldingen in {words} woorden"
    if _ITEMS.search(name):
        return Derived(False, "lijst van onderwerpen")
    if _names_target(parts, title) or (OLDER_WORDS.search(name) and count):
        return Derived(True, "titel")
    section = next(iter(about_sections(passages, REPORT_SECTION_WORDS if kind is PaperKind.OTHER else SECTION_WORDS)), None)
    if section:
        return Derived(True, f"hoofdstuk of paragraaf '{section[-1]}'")
    if _REPORTING.search(name):
        return Derived(False, said)
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
    return [one and other for one, other in zip(full, full[1:], strict=False)]
