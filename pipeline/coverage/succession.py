"""Papers that end other papers (*vervangt*, *trekt in*), tell that a court did, or let them hold longer (*verlengt*)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.coverage.dossier import ENDED, Dossier
from pipeline.documents.day import find_days
from pipeline.documents.ending import all_earlier
from pipeline.documents.groups import OTHER_GROUP, TARGET_GROUP
from pipeline.documents.paper import Ending, PaperStatus
from pipeline.documents.validity import years_later
from pipeline.documents.wording import PAPER_WORD
from pipeline.language.needed_words import expression
from pipeline.themes.codebook import Theme

SAME_TITLE = 0.8
"""Likeness of two titles, 0 to 1, from which on they name the same paper."""
PART_WORDS = 2
"""A title that is part of the other must have so many words: "Beleid" alone names no paper."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNNAMED = re.compile(
    r"(?:(?:eerdere?|oude?|vorige?|huidige?|bestaande|geldende|uit|in|voor|over|huisvesting|arbeidsmigranten"
    r"|(?:huisvestings|arbeidsmigranten)?(?:beleid|nota)|beleidsregels?|beleidsnota|beleidskader|notitie|regels|regeling)\b\s*)*$"
)
"""Words of a title, as `_plain` leaves them, that name no paper by themselves."""
_DECISION = re.compile(r"(?:raads|college|vaststellings)?besluit")
"""The same of the decision by which one was adopted: "het besluit van 30 januari 2019"."""
_POLICY = expression(
    r"\b(?:\w*beleid\w*|\w*nota(?:['’]s)?|\w*notities|\w*visies|\w*kaders|\w*regels|\w*regelingen|\w*(?:stukken|documenten))\b"
)
_NO_POLICY = re.compile(r"\b(?:met|moties?|versies?|concept\w*|afspraken|vergunning\w*|besluiten)\b")
_ON_THIS = re.compile(
    r"\b(?:arbeidsmigra\w+|(?:op|over)\s+(?:dit|hetzelfde)\s+(?:\w*terrein|gebied|vlak|onderwerp|punt)|hierover|daarover|ter\s+zake)\b"
)
_ON_THEME = {
    Theme.HUISVESTING: re.compile(r"\b(?:huisvest\w*|logies|\w*woning\w*|\w*bewoning|wonen)\b|\bhuisvestings"),
    Theme.ARBEIDSMARKT: re.compile(r"\b(?:werk|arbeidsmarkt|arbeidsvoorwaarden)\b"),
    Theme.REGISTRATIE: re.compile(r"\b(?:registratie|inschrijving|brp)\b"),
    Theme.ZORG: re.compile(r"\b(?:zorg|gezondheid|opvang)\b"),
    Theme.HANDHAVING: re.compile(r"\b(?:handhaving|toezicht|misstanden)\b"),
}
_GOES_WITH = re.compile(
    r"\b(?:\w*(?:plan|programma|agenda|verordening|regeling|strategie|monitor|reglement|onderzoek|rapport|krediet|advies)"
    r"|evaluatie\w*|beantwoording|zienswijzen?\w*|inspraak\w*|reactie\w*|uitgangspunten\w*|participatie\w*|communicatie\w*|uitstel"
    r"|aanvulling\w*|addendum|bijlagen?|wijziging\w*|actualisatie|herziening|leges\w*|kosten\w*|behorend\w*|toelichting|aanpak|begroting\w*|voorbereiding|opstellen"
    r"|samenvatting|startnotitie|procesvoorstel|planning|moties?|amendement\w*)\b"
)
"""Words, as `_plain` leaves them, of what goes with a paper and is another one: "Uitvoeringsprogramma bij de Nota X"."""
_KIND_IN_FRONT = re.compile(r"^\s*(?:programma|plan|agenda|aanpak|actieplan|werkprogramma)\s*$")
"""Before the name of a paper that does not say itself what it is: "het programma Zorg dichtbij"."""
_NAMES_KIND = expression(rf"\b{PAPER_WORD}\b", re.IGNORECASE)
_SMALL = {"voor", "over", "en", "in", "bij", "op", "inzake", "rond", "met", "aan", "te", "uit", "tot", "onze", "ons"}
_FEWEST_SAME = 3
"""Words that two titles must share in another order to be of one paper."""
_FOUND_IN = expression(r"\s*(?:genoemde?|bedoelde?|opgenomen|beschreven)\b")
"""Behind a title: something out of that paper."""
_FROM_YEAR = re.compile(r"\s+(?:uit|van)\s+(?:19|20)\d\d\W*$", re.IGNORECASE)
"""Behind a title: when the paper is from."""
DATE = re.compile(r"\b\d{1,2} \w+ (?:19|20)\d\d\b|\b\d{1,2}-\d{1,2}-(?:19|20)\d\d\b")


def in_force(dossiers: Sequence[Dossier], day: date, others: Sequence[Dossier] = ()) -> list[Dossier]:
    """Return which of `dossiers` are in force on `day`: adopted, not ended by their own words nor by a later paper, be it the list of
    what the organ decided.

    `others` are papers that may end them too: those of the municipality into which theirs went. A paper that is no longer
    among them ends nothing and is not taken as withdrawn.
    """
    seen = [dossier for dossier in (*dossiers, *others) if dossier.seen_on(day)]
    enders = _enders(seen, day)
    extenders = [dossier for dossier in seen if dossier.paper.extends and dossier.decided]
    tellers = [one for one in seen if one.paper.annuls]
    held = [
        dossier
        for dossier in dossiers
        if (dossier.in_force_on(day) or _extended(dossier, extenders, day))
        and not _ran_out(dossier, extenders, day)
        and not _ended(dossier, enders)
        and not _annulled(dossier, tellers, day)
    ]
    endings = _endings(seen, day)
    return [dossier for dossier in held if not _told_ended(dossier, held, endings)]


def withdrawn(draft: Dossier, dossiers: Sequence[Dossier], day: date) -> bool:
    """Whether a later paper ends a draft by name: that was adopted then, though its adoption does not lie here. Where an adopted paper
    with that name does, that is what ended.
    """
    if draft.moment is None:
        return False
    seen = [dossier for dossier in dossiers if dossier.seen_on(day) and dossier is not draft]
    titles = [title for one in _enders(seen, day) if _later(one, draft) for title in one.paper.replaces.value]
    titles += [ending.title for teller, ending in _endings(seen, day) if _later(teller, draft)]
    titles = [title for title in titles if not all_earlier(title) and names(title, draft)]
    return any(not any(_adopted_policy(one) and names(title, one) for one in seen) for title in titles)


def _adopted_policy(dossier: Dossier) -> bool:
    return dossier.paper.holds_policy and dossier.paper.status.value in {PaperStatus.ADOPTED, *ENDED}


def _enders(seen: Iterable[Dossier], day: date) -> list[Dossier]:
    """The papers that by that day had ended others by their own decision."""
    return [
        dossier
        for dossier in seen
        if dossier.paper.replaces.value
        and dossier.decided
        and (dossier.paper.replaces_from is None or dossier.paper.replaces_from <= day)
    ]


def _endings(seen: Iterable[Dossier], day: date) -> list[tuple[Dossier, Ending]]:
    """What papers tell, whatever their status, to have ended by that day, each with the paper that tells it."""
    return [
        (teller, ending)
        for teller in seen
        for ending in teller.paper.ends_told
        if ending.day is None or ending.day <= day
    ]


def _told_ended(dossier: Dossier, held: Sequence[Dossier], endings: Iterable[tuple[Dossier, Ending]]) -> bool:
    """Whether a later paper tells that it ended after it was adopted; of several by that name the oldest is meant, as its successor may
    bear the same."""
    if dossier.moment is None:
        return False
    return any(
        teller is not dossier
        and teller.moment is not None
        and dossier.moment < min(ending.day or teller.moment, teller.moment)
        and names(ending.title, dossier)
        and not any(
            one.moment is not None and one.moment < dossier.moment and _adopted_policy(one) and names(ending.title, one)
            for one in held
        )
        for teller, ending in endings
    )


def _ran_out(dossier: Dossier, extenders: Iterable[Dossier], day: date) -> bool:
    """Whether a paper that names no end of its own has one by now, as later papers let it hold until a day and no longer."""
    if dossier.paper.valid_until.value is not None:
        return False
    longer = [
        extension
        for extender in extenders
        if extender is not dossier and _later(extender, dossier)
        for extension in extender.paper.extends
        if names(extension.title, dossier)
    ]
    return bool(longer) and all(extension.until is not None and extension.until <= day for extension in longer)


def _extended(dossier: Dossier, extenders: Iterable[Dossier], day: date) -> bool:
    """Whether a paper that ended by its own words still holds, because a later one lets it hold longer."""
    ends = dossier.paper.valid_until.value
    if ends is None or not dossier.seen_on(day) or dossier.paper.status.value is not PaperStatus.ADOPTED:
        return False
    return any(
        (until := extension.until or (years_later(ends, extension.years) if extension.years else None)) is None
        or day < until
        for extender in extenders
        if extender is not dossier and _later(extender, dossier)
        for extension in extender.paper.extends
        if names(extension.title, dossier)
    )


def _ended(dossier: Dossier, enders: Iterable[Dossier]) -> bool:
    return any(
        _later(ender, dossier) and any(names(title, dossier) for title in ender.paper.replaces.value)
        for ender in enders
        if ender is not dossier
    )


def _annulled(dossier: Dossier, tellers: Iterable[Dossier], day: date) -> bool:
    """Whether a later paper, of whatever status, tells that a court annulled it by then."""
    return any(
        annulment.day <= day
        and names(annulment.title, dossier)
        and (dossier.moment is None or dossier.moment < annulment.day)
        for teller in tellers
        if teller is not dossier and _later(teller, dossier)
        for annulment in teller.paper.annuls
    )


def _later(ender: Dossier, dossier: Dossier) -> bool:
    """Whether a paper is of after another. It names the other, so where one of them has no date only its PDF can say otherwise."""
    if ender.moment is not None and dossier.moment is not None:
        return ender.moment > dossier.moment
    if ender.moment is None and dossier.moment is None:
        return ender.paper.title.value != dossier.paper.title.value
    return ender.there_by is None or dossier.moment is None or ender.there_by > dossier.moment


def names(title: str, dossier: Dossier) -> bool:
    """Whether a title as a later paper writes it names this paper: alike, with no other year than the paper's own, and neither what goes
    with it nor on another group; or policy without a name, by its day or year ("het beleid uit 2019", "de beleidsregels van 4 april
    2019"), or with all else that is earlier.
    """
    if all_earlier(title):
        return _among_all(title.lower(), dossier)
    if _UNNAMED.match(_plain(title)) and dossier.paper.holds_policy and _dates(title, dossier.moment):
        return True
    if _DECISION.fullmatch(_plain(title)):
        return dossier.paper.holds_policy and dossier.moment in {found.day for found in find_days(title)}
    if _on_others(title) != _on_others(dossier.paper.title.value):
        return False
    mine, theirs = _plain(dossier.paper.title.value), _plain(title)
    years = set(YEAR.findall(title))
    known = set(YEAR.findall(dossier.paper.title.value))
    if dossier.moment:
        known.add(str(dossier.moment.year))
    if years and not years & known:
        return False
    if mine == theirs or not (mine and theirs):
        return bool(mine and theirs)
    short, long = sorted((mine, theirs), key=len)
    before, within, behind = f" {long} ".partition(f" {short} ")
    if within:
        nameless = not _NAMES_KIND.search(dossier.paper.title.value if short == mine else title)
        goes_with = _GOES_WITH.search(before) and not (nameless and _KIND_IN_FRONT.match(before))
        return len(short.split()) >= PART_WORDS and not (goes_with or _FOUND_IN.match(behind))
    if len(_words(mine)) >= _FEWEST_SAME and _words(mine) == _words(theirs):
        return True
    other = " ".join(set(mine.split()) ^ set(theirs.split()))
    return not _GOES_WITH.search(other) and difflib.SequenceMatcher(None, mine, theirs).ratio() >= SAME_TITLE


def _on_others(title: str) -> bool:
    """Whether a title names another group alone: "Beleidsregels huisvesting ouderen"."""
    return bool(OTHER_GROUP.search(title)) and not TARGET_GROUP.search(title)


def _among_all(title: str, dossier: Dossier) -> bool:
    """Whether a paper is among "alle eerdere beleidsstukken over arbeidsmigranten"; of a theme only what is on that alone."""
    if not dossier.paper.holds_policy or not dossier.paper.about.value or dossier.moment is None:
        return False
    on_migrants = TARGET_GROUP.search(title) or _ON_THIS.search(title)
    if not on_migrants or not _POLICY.search(title) or _NO_POLICY.search(title):
        return False
    themes = {theme for theme, word in _ON_THEME.items() if word.search(title)}
    return not themes or set(dossier.assessment.own_footing) <= themes


def _dates(title: str, moment: date | None) -> bool:
    """Whether a title gives the very day of a paper, or its year alone."""
    days = [found.day for found in find_days(title)]
    return moment is not None and (moment in days if days else str(moment.year) in YEAR.findall(title))


def _words(plain: str) -> set[str]:
    """The words of a title, in whatever order and inflection: "gezamenlijke beleid" and "beleid, gezamenlijk"."""
    return {re.sub(r"(?<=\w{4})e$", "", word) for word in plain.split() if word not in _SMALL}


def _plain(title: str) -> str:
    """A title in small letters without its days, years and the words that any title may have."""
    words = re.findall(r"[^\W\d_]+", YEAR.sub(" ", DATE.sub(" ", _FROM_YEAR.sub("", title))).lower())
    return " ".join(
        word for word in words if word not in {"de", "het", "een", "nota", "gemeente", "van", "vastgesteld", "op"}
    )
