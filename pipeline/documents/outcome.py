"""How a motion ended, as it bears it: stamp, ticked box, sentence or count of votes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.documents.boxes import OPEN, TICK
from pipeline.documents.day import SPELLED_DAYS

PASSED, REJECTED, WITHDRAWN, DEFERRED, UNKNOWN = "aangenomen", "verworpen", "ingetrokken", "aangehouden", "onbekend"

_SAME = {"afgewezen": REJECTED, "aanvaard": PASSED}
_WORDS = r"(?P<word>niet\s+(?:aangenomen|aanvaard|gehaald)|aangenomen|aanvaard|verworpen|afgewezen|ingetrokken|aangehouden)(?!\w)"
_WORD = re.compile(rf"\b{_WORDS}", re.IGNORECASE)
_TICKED = re.compile(rf"{TICK}\s*{_WORDS}", re.IGNORECASE)
_TICKED_AFTER = re.compile(rf"\b{_WORDS}\s*:?\s*(?:{TICK}|ja\b)", re.IGNORECASE)
_BOXES = re.compile(rf"{TICK}|{OPEN}")
_OPEN_BEFORE = re.compile(rf"{OPEN}\s*(?:unaniem\s*)?$", re.IGNORECASE)
_VOTES = re.compile(
    r"(?<!\d)(?P<voor>\d{1,3})[^\S\n]+(?:(?:stem(?:men)?|(?:raads)?leden)\s+)?(?:voor|vóór)\b[^.;\n]{0,40}?(?P<tegen>\d{1,3})[^\S\n]+"
    r"(?:(?:stem(?:men)?|(?:raads)?leden)\s+)?tegen\b"
    r"|(?P<voor4>\d{1,3})\s?v\.?(?!\w)[^.;\n\w]{0,8}(?P<tegen4>\d{1,3})\s?t(?!\w)"
    r"|\b(?:voor|vóór)(?:\s+stem(?:den|de|men))?\s*[:(=|;]?\s*(?:aantal\s*:\s*)?(?P<voor2>\d{1,3})\b(?:(?!\b(?:voor|vóór)\b).){0,160}?"
    r"\btegen(?:\s+stem(?:den|de|men))?\s*[:(=|;]?\s*(?:aantal\s*:\s*)?(?P<tegen2>\d{1,3})\b"
    r"|\b(?:voor|vóór)\b[^\n]{0,160}[;|:]\s*(?P<voor3>\d{1,3})\s*\n[^\n]*\btegen\b[^\n]{0,160}[;|:]\s*(?P<tegen3>\d{1,3})\s*$",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
"""A count of votes: "12 voor, 9 tegen", "13 v / 19 t", "voor: 12 (…), tegen: 9", "voor stemden 12 leden, tegen stemden 9", or two rows
of a table with the count at their ends. A day before which something is asked ("voor 1 juli") is none."""
_FOR, _AGAINST = ("voor", "voor2", "voor3", "voor4"), ("tegen", "tegen2", "tegen3", "tegen4")
_VOTES_AGAINST_FIRST = re.compile(
    r"(?P<tegen>\d{1,3})\s+(?:stem(?:men)?\s+)?tegen\b[^.;\n]{0,40}?(?P<voor>\d{1,3})\s+(?:stem(?:men)?\s+)?(?:voor|vóór)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:stem\w*|uitslag)\b\D{0,20}?(?<![\d-])(?P<voor>\d{1,3})\s?[-–/]\s?(?P<tegen>\d{1,3})(?![\d-])", re.IGNORECASE
)
"""A count as a score, those in favour first: "stemmen 24-17"."""
_SIDES = re.compile(
    r"\b(?:voor|vóór)(?:\s+stem\w+)?\s*:(?P<voor>[^:]{1,300}?)\btegen(?:\s+stem\w+)?\s*:(?P<tegen>[^:]{1,300})",
    re.IGNORECASE,
)
_SEATS = re.compile(r"\((\d{1,2})(?:\s+(?:stem|zetel)\w*)?\)")
_TAKEN_BACK = re.compile(
    r"\b(?:trek(?:t|ken)|trok(?:ken)?)\s+(?:(?:de|deze|hun|zijn|haar)\s+)?motie\s+(?:\w+\s+){0,3}?in\b"
    r"|\bneemt\s+(?:hem|haar|deze|(?:de|zijn|haar)\s+motie)\s+(?:\w+\s+){0,3}?terug\b|(?<!oorspronkelijke\s)(?<!eerdere\s)\bmotie\b[^.;]{0,80}\bteruggenomen\b"
    r"|\bnemen\s+(?:hem|haar|deze|(?:de|hun)\s+motie)\s+(?:\w+\s+){0,3}?terug\b",
    re.IGNORECASE,
)
_VOTERS = r"(?:stem(?:men)?|(?:raads)?leden)"
_SPELLED_VOTES = re.compile(
    rf"\b(?P<word>{'|'.join(SPELLED_DAYS)})(?=(?:\s+{_VOTERS})?\s+(?:voor|vóór|tegen)\b)", re.IGNORECASE
)
"""A count of votes in words: "acht leden voor, zeven tegen"."""
_OF_A_MOVER = re.compile(r"\b(?:handtekening|steun|ondertekening)\W+(?:\w+\W+){0,2}?$", re.IGNORECASE)
"""Before a word for an outcome: it is a mover's name that was withdrawn."""
_TIE = re.compile(r"\bstemmen\s+stak(?:en|ten)|\bstaken\s+van\s+(?:de\s+)?stemmen", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:eerder|destijds|toen|opnieuw\s+ingediend|vorig\w*|in\s+(?:19|20)\d\d|de\s+aangenomen|een\s+aangenomen|tweede\s+kamer|wetsvoorstel|amendement\s+[A-Z]?\d)\b",
    re.IGNORECASE,
)


def outcome_of(texts: Iterable[str]) -> str:
    """The outcome from what stands outside the motion's own reasoning; `onbekend` for a form nobody filled in."""
    lines = [text for text in texts if text]
    joined = "\n".join(lines)
    said = _said(lines)
    stamped = next((word for capital, word in said if capital), None)
    spoken = next((word for _, word in said), None)
    return _ticked(joined) or stamped or _counted(joined) or spoken or _by_party(joined) or UNKNOWN


def counts_votes(text: str) -> bool:
    """Whether a text gives a count of votes that decides."""
    return _counted(text) is not None


def _ticked(text: str) -> str | None:
    """The ticked box. Boxes stand behind the words ("aangenomen [x] verworpen [ ]") where no such word follows the last box."""
    line = next((line for line in text.split("\n") if re.search(TICK, line) and _WORD.search(line)), text)
    boxes = [*_BOXES.finditer(line)]
    words_first = bool(boxes) and not _WORD.match(line[boxes[-1].end() :].lstrip())
    ticked = (_TICKED_AFTER if words_first or not boxes else _TICKED).search(line)
    return _outcome(ticked["word"]) if ticked else None


def _said(lines: list[str]) -> list[tuple[bool, str]]:
    """The outcomes said, and whether as a stamp in capitals; a line that offers several to choose from says nothing."""
    said: list[tuple[bool, str]] = []
    for line in lines:
        named = [*_WORD.finditer(line)]
        words = {_outcome(m["word"]) for m in named if not _of_something_else(line[: m.start()])}
        if len(words) == 1 and not _offers(named, line) and not _EARLIER.search(line) and not _template(line, lines):
            said.append(
                (
                    bool(re.search(r"\b(?:AANGENOMEN|AANVAARD|VERWORPEN|AFGEWEZEN|INGETROKKEN|AANGEHOUDEN)\b", line)),
                    words.pop(),
                )
            )
    return said


def _offers(named: list[re.Match[str]], line: str) -> bool:
    """Whether a line gives several outcomes with boxes to choose by; which one is ticked was looked for before."""
    return len(named) > 1 and bool(_BOXES.search(line))


def _of_something_else(before: str) -> bool:
    """Whether what stands before a word for an outcome makes it an empty box's or a mover's."""
    return bool(_OPEN_BEFORE.search(before) or _OF_A_MOVER.search(before))


def _template(line: str, lines: list[str]) -> bool:
    """Whether a bare word is one of several on lines of their own: a form left open."""
    bare = [
        other
        for other in lines
        if other.isupper() == line.isupper()
        and re.fullmatch(rf"\W*{_WORD.pattern}\W*(?:ja\W+nee)?\W*", other, re.IGNORECASE)
    ]
    return line in bare and len({other.lower().strip() for other in bare}) > 1


def _counted(text: str) -> str | None:
    if _TAKEN_BACK.search(text):
        return WITHDRAWN
    text = _SPELLED_VOTES.sub(lambda spelled: str(SPELLED_DAYS[spelled["word"].lower()]), text)
    tie, votes = _TIE.search(text), _last(_VOTES, text)
    if tie and not (votes and votes.start() > tie.end()):
        return DEFERRED
    other = _last(_VOTES_AGAINST_FIRST, text) or _SCORE.search(text)
    if votes:
        for_, against = (int(next(filter(None, votes.group(*names)))) for names in (_FOR, _AGAINST))
    elif other:
        for_, against = int(other["voor"]), int(other["tegen"])
    else:
        return None
    return None if for_ == against else PASSED if for_ > against else REJECTED


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last vote: one that was tied is held again."""
    return next(iter([*pattern.finditer(text)][-1:]), None)


def _by_party(text: str) -> str | None:
    """Seats behind each party: "Voor: SP (3), Hart (5). Tegen: CDA (8), VVD (5)."."""
    named = _SIDES.search(text)
    if not named:
        return None
    for_, against = (sum(map(int, _SEATS.findall(named[side]))) for side in ("voor", "tegen"))
    return None if for_ == against else PASSED if for_ > against else REJECTED


def _outcome(word: str) -> str:
    said = " ".join(word.lower().split())
    return REJECTED if said.startswith("niet") else _SAME.get(said, said)
