"""How a motion ended, as it bears it: stamp, ticked box, sentence or count of votes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.documents.boxes import BOX, OPEN, TICK
from pipeline.documents.day import find_days
from pipeline.documents.votes import balance_by_name, balance_of, balance_of_parties, tied
from pipeline.documents.wording import lead_in

PASSED, REJECTED, WITHDRAWN, DEFERRED, UNKNOWN = "aangenomen", "verworpen", "ingetrokken", "aangehouden", "onbekend"

_SAME = {"afgewezen": REJECTED, "aanvaard": PASSED, "aangenome": PASSED, "verworpe": REJECTED}
"""Other words, and those of which a stamp that was scanned lost the last letter."""
_WORDS = r"(?P<word>niet\s+(?:aangenomen|aanvaard|gehaald)|aangenomen?|aanvaard|verworpen?|afgewezen|ingetrokken|aangehouden)(?!\w)"
_WORD = re.compile(rf"\b{_WORDS}", re.IGNORECASE)
_TICKED = re.compile(rf"{TICK}\s*{_WORDS}", re.IGNORECASE)
_TICKED_AFTER = re.compile(rf"\b{_WORDS}(?:[^\S\n]*:?[^\S\n]*(?:{TICK}|ja\b)|:[^\S\n]*[vV•](?![\w.]))", re.IGNORECASE)
_OPEN_BEFORE = re.compile(rf"{OPEN}\s*(?:unaniem\s*)?$", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:trek(?:t|ken)|trok(?:ken)?)\s+(?:(?:de|deze|hun|zijn|haar)\s+)?motie\s+(?:\w+\s+){0,3}?in\b"
    r"|\bmotie\b(?:(?!\b(?:vergunning|subsidie|besluit)\b)[^.;]){0,100}?\ben\s+(?:trek(?:t|ken)|trok(?:ken)?)\s+(?:deze|die|haar|hem)\s+(?:(?:dan|daarom|daarop|nu|hierbij|dus)\s+)?in\b(?=\s*(?:[.,;)]|$))"
    r"|\bneemt\s+(?:hem|haar|deze|(?:(?:de|zijn|haar)\s+)?motie)\s+(?:(?!(?:niet|mee|over)\b)\w+\s+){0,3}?terug\b|(?<!oorspronkelijke\s)(?<!eerdere\s)\bmotie\b[^.;]{0,80}\bteruggenomen\b"
    r"|\bdeze\s+motie\s+is\s+(?:gewijzigd|vervangen)\b[^.]{0,30}\b(?:zie|door)\s+(?:de\s+)?(?:gewijzigde\s+)?motie\b"
    r"|\bnemen\s+(?:(?:de\s+)?indieners\s+)?(?:hem|haar|deze|(?:(?:de|hun)\s+)?motie)\s+(?:(?!niet\b)\w+\s+){0,3}?terug\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:houd(?:t|en)?|hield(?:en)?)\s+(?:(?:de|het|hun|zijn|haar|deze)\s+)?(?:\w+\s+){0,4}?motie\s+(?:\w+\s+){0,3}?aan(?=\s*(?:[.,;:)]|$|tot\b|en\b))",
    re.IGNORECASE,
)
"""A motion that is put off in a split verb: "na de toezegging houden de indieners de motie aan"."""
_ANOTHER = re.compile(
    r"\bmotie\s+[\"“„‘'«][^\"”’'»]{3,90}[\"”’'»][^.;]{0,20}?\b(?:die|welke)\b[^.;,]{0,60}$", re.IGNORECASE
)
"""Before a word for an outcome: it is that of another motion, told of by its title: "de motie “Zorg dichtbij” die in mei werd"."""
_OF_A_MOVER = re.compile(r"\b(?:handtekening|steun|ondertekening)\W+(?:\w+\W+){0,2}?$", re.IGNORECASE)
"""Before a word for an outcome: it is a mover's name that was withdrawn."""
_EARLIER = re.compile(
    r"\bdaar\s+(?:is|werd)\b|\b(?:eerder|destijds|toen|opnieuw\s+ingediend|vorig\w*|in\s+(?:19|20)\d\d|de\s+aangenomen|een\s+aangenomen|tweede\s+kamer|wetsvoorstel|amendement\s+[A-Z]?\d)\b",
    re.IGNORECASE,
)
_AFTER_THAT = re.compile(r"\b(?:en|daarna|vervolgens|alsnog|uiteindelijk|later|opnieuw|nu|inmiddels)\b", re.IGNORECASE)
"""Between the word for a deferral and that for the vote that followed: "aangehouden en op 29 september verworpen"."""
_NO_ORDER = re.compile(r"\b(?:of|maar)\b|/", re.IGNORECASE)
_BEFORE_THAT = re.compile(
    r"\b(?:was|waren|werd|werden|eerder|eerst|na(?:dat)?|aanvankelijk|destijds|toen)\b[^.;]{0,50}$", re.IGNORECASE
)
"""The same the other way round: "AANGENOMEN (was aangehouden in de raad van 30 juni)"."""
_LABEL = re.compile(r"^\W*(?:uitslag|besluit|resultaat|stemming|stemuitslag)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:is|werd|wordt|met|op|d\.?d|stem\w*)(?!\w)", re.IGNORECASE)


_Saying = tuple[bool, str, str]
"""Whether an outcome stands as a stamp in capitals, the outcome, and the line."""


def outcome_of(texts: Iterable[str]) -> str:
    """The outcome from what stands outside the motion's own reasoning; `onbekend` for a form nobody filled in."""
    lines = [text for text in texts if text]
    joined = "\n".join(lines)
    said = _without_deferral(_said(lines))
    stamped = next((word for capital, word, _ in said if capital), None)
    spoken = _spoken(said)
    by_seats = balance_of_parties(joined)
    balance = balance_by_name(lines) if by_seats is None else by_seats
    return _ticked(joined) or stamped or _counted(joined) or spoken or _by_balance(balance) or UNKNOWN


def counts_votes(text: str) -> bool:
    """Whether a text gives a count of votes that decides."""
    return _counted(text) is not None


def _ticked(text: str) -> str | None:
    """The ticked box. Boxes stand behind the words ("aangenomen [x] verworpen [ ]") where no such word follows the last box."""
    line = next((line for line in text.split("\n") if re.search(TICK, line) and _WORD.search(line)), text)
    boxes = [*BOX.finditer(line)]
    words_first = bool(boxes) and not _WORD.match(line[boxes[-1].end() :].lstrip())
    ticked = (_TICKED_AFTER if words_first or not boxes else _TICKED).search(line)
    return _outcome(ticked["word"]) if ticked else None


def _spoken(said: Sequence[_Saying]) -> str | None:
    """The first outcome said; where each has a day, the last: a motion that was put off is voted on later."""
    dated = [(max(found.day for found in days), word) for _, word, line in said if (days := find_days(line))]
    if len(dated) == len(said) > 1:
        return max(dated, key=lambda one: one[0])[1]
    return next((word for _, word, _ in said), None)


def _said(lines: list[str]) -> list[_Saying]:
    """The outcomes said; a line that offers several to choose from says nothing."""
    said: list[_Saying] = []
    for line in lines:
        named = [*_WORD.finditer(line)]
        meant = [m for m in named if not _of_something_else(lead_in(line, m.start()))]
        if voted := _voted_after_deferral(meant, line):
            said.append((voted["word"].isupper(), _outcome(voted["word"]), line))
            continue
        words = {_outcome(m["word"]) for m in meant}
        words |= {DEFERRED} if _PUT_OFF.search(line) else set()
        if len(words) == 1 and not _offers(named, line) and not _EARLIER.search(line) and not _template(line, lines):
            said.append(
                (
                    bool(re.search(r"\b(?:AANGENOMEN?|AANVAARD|VERWORPEN?|AFGEWEZEN|INGETROKKEN|AANGEHOUDEN)\b", line)),
                    words.pop(),
                    line,
                )
            )
    return said


def _voted_after_deferral(meant: Sequence[re.Match[str]], line: str) -> re.Match[str] | None:
    """The word for the vote in a line that also tells of the deferral before it; None where it does not say which came first."""
    deferrals = [m for m in meant if _outcome(m["word"]) == DEFERRED]
    votes = [m for m in meant if _outcome(m["word"]) != DEFERRED]
    if not deferrals or len({_outcome(m["word"]) for m in votes}) != 1 or BOX.search(line):
        return None
    deferral, vote = deferrals[-1], votes[-1]
    if deferral.end() <= vote.start():
        between = line[deferral.end() : vote.start()]
        in_order = _AFTER_THAT.search(between) and not _NO_ORDER.search(between)
        return vote if in_order and not _EARLIER.search(between) else None
    between = line[vote.end() : deferral.start()]
    told = _BEFORE_THAT.search(between) and not _EARLIER.search(line[: vote.end()])
    return vote if told else None


def _without_deferral(said: Sequence[_Saying]) -> list[_Saying]:
    """The outcomes said but a deferral after which, as another line says, the motion was voted on."""
    return [one for at, one in enumerate(said) if one[1] != DEFERRED or not _was_voted_on(said, at)]


def _was_voted_on(said: Sequence[_Saying], deferral: int) -> bool:
    """Whether another line gives the vote: one with a label, or a sentence behind a deferral that itself has no label. What was voted on
    before the day of the deferral is another motion."""
    line = said[deferral][2]
    since = min((found.day for found in find_days(line)), default=None)
    before, behind = (
        [other for _, word, other in part if word != DEFERRED and not _is_before(other, since)]
        for part in (said[:deferral], said[deferral + 1 :])
    )
    if any(map(_LABEL.match, behind)):
        return True
    return not _LABEL.match(line) and (any(map(_LABEL.match, before)) or any(map(_TELLS.search, behind)))


def _is_before(line: str, day: date | None) -> bool:
    days = [found.day for found in find_days(line)]
    return day is not None and bool(days) and max(days) < day


def _offers(named: list[re.Match[str]], line: str) -> bool:
    """Whether a line gives several outcomes with boxes to choose by; which one is ticked was looked for before."""
    return len(named) > 1 and bool(BOX.search(line))


def _of_something_else(before: str) -> bool:
    """Whether what stands before a word for an outcome makes it an empty box's, a mover's or another motion's."""
    return any(pattern.search(before) for pattern in (_OPEN_BEFORE, _OF_A_MOVER, _ANOTHER))


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
    return DEFERRED if tied(text) else _by_balance(balance_of(text))


def _by_balance(balance: int | None) -> str | None:
    return (PASSED if balance > 0 else REJECTED) if balance else None


def _outcome(word: str) -> str:
    said = " ".join(word.lower().split())
    return REJECTED if said.startswith("niet") else _SAME.get(said, said)
