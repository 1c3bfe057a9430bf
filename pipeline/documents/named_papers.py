"""The earlier papers that a sentence names, each with the sentence as it is around it: "§" stands for the paper and its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.documents.earlier_title import LONGEST_TITLE, named_title
from pipeline.documents.wording import NEXT_SENTENCE, PAPER_WORD, any_of
from pipeline.extraction.blocks import Block, BlockKind

_BEFORE = 3
"""Words that may stand between an article and the word by which a paper calls itself: "het nieuwe integrale huisvestingsbeleid"."""
_OPENS = re.compile(
    r"\b(?:de|het|ons|onze|uw|haar|een(?=\s+(?:door|op)\s))\s+"
    r"(?P<lead>(?:door|op|bij|in)\s[^;:.?]{3,80}?\b(?:vastgestelde|aangenomen|goedgekeurde)\s+)?[‘'\"“„«]?(?=\w)",
    re.IGNORECASE,
)
"""What opens the name of a paper; `lead` is what an organ did with it: "de door uw raad vastgestelde nota"."""
_KIND = re.compile(rf"[‘'\"“„«]?(?:[\w-]+-)?{PAPER_WORD}[’'\"”»]?[,.:)]?", re.IGNORECASE)
_KIND_OF = any_of(
    (
        "nota",
        "notitie",
        "visie",
        "beleid",
        "beleidsregels?",
        "regels",
        "regeling",
        "verordening",
        "kader",
        "programma",
        "plan",
    )
)
_DRAFT = re.compile(r"(?:voor)?(?:concept|ontwerp)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_VERBS = (
    *("is", "zijn", "was", "waren", "werd", "werden", "wordt", "worden", "heeft", "hebben", "hebt", "had", "hadden"),
    *(
        "kreeg",
        "krijgt",
        "gold",
        "golden",
        "bestaat",
        "geldt",
        "gelden",
        "blijft",
        "blijven",
        "bleef",
        "liep",
        "liepen",
        "loopt",
    ),
    *("lopen", r"bevat\w*", "geeft", "staat", r"vervie\w+", r"verval\w*", "komt", "komen", "kwam", r"eindig\w+"),
    *(r"verliep\w*", r"stopte\w*", "doet", "doen", "hoort", "behoort", "dateert"),
)
_DONE_WITH = (
    *(r"vast\w*", "aangenomen", "goedgekeurd", "bekrachtigd", "aanvaard", "ingetrokken", "afgelopen", "verlengd"),
    *("verzet", "verschoven", "verplaatst", "geschrapt", "geëindigd", "beëindigd", "opgeheven", "losgelaten"),
    *("vernietigd", "vernietigt", "gesneuveld", "onverbindend", "nietig"),
    *("afgeschaft", "geldig", "afgedaan", "besproken", "behandeld", "verworpen", "groen", "goedkeuring", "instemming"),
)
_SMALL = (
    *("die", "dat", "welke", r"waar\w*", "dit", "deze", "op", "per", "tot", "t/m", "met", "als", "zoals", "door"),
    *("vanaf", "sinds", "tijdens", "aan", "buiten", "om", "omdat", "want", "maar", "te", "unaniem", "(?:on)?gewijzigd"),
    *("definitief", "nog", "niet", "geen", "inmiddels", "daarom", "eerder", "toen", "langer"),
    *("opnieuw", "wederom", "nogmaals"),
    *("weer", "één", "een", "twee", "drie", "vier", "vijf", r"\d{1,2}", r"\(.*", "[–-]"),
)
_NO_TITLE = rf"{any_of((*_VERBS, *_DONE_WITH, *_SMALL))}[,.:]?$"
"""A word with which a title does not go on."""
_ENDS_TITLE = re.compile(_NO_TITLE, re.IGNORECASE)
_NO_ADJECTIVE = re.compile(
    rf"(?:van|voor|uit|op|over|bij|in|tegen|met|aan|naar|de|het|een|(?:gemeente)?raad|college|wethouders)$|{_NO_TITLE}",
    re.IGNORECASE,
)
"""The same between the article and the kind of paper: "de bespreking van de nota" is no nota."""
_PLACE_OR_TIME = re.compile(
    r"van\s+(?:kracht|tafel)\b|in\s+strijd\b|bij\s+(?:koninklijk\s+besluit|uitspraak|\w*besluit)\b|voor\s+(?:onbepaalde|één|twee|drie|vier|vijf)\s|(?:in|bij|na|voor)\s+(?:(?:zijn|haar|uw|een|elke)\s|\d|\w+\s+(?:19|20)\d\d\b)"
    r"|(?:bij|na)\s+(?:de|het)\s|(?:in|voor)\s+(?:de|het)\s+(?:\w+\s+)?(?:\w*raad\w*|\w*vergadering|\w*zitting|\w*jaar|zomer|winter|praktijk)\b",
    re.IGNORECASE,
)
"""Words that begin something else than what a title is on: "in de vergadering", "in september 2020"."""
_ON_WHAT = re.compile(r"(?<=visie\s)op\s+(?!\d|\w+dag\b)", re.IGNORECASE)
"""What a vision is on, where a title would end else: "visie op arbeidsmigratie"."""
_GOES_ON = re.compile(r"(?:[\w-]+\s+){1,3}vast(?:gesteld)?\b", re.IGNORECASE)
"""Behind a comma, where the title goes on up to the verb: "stelde het kader Samen werken, samen leven vast"."""
_LOOSE_END = re.compile(r"\s+(?:voor|aan|af|toe|uit|in|op|over|door)$", re.IGNORECASE)
"""Behind a title: the end of the verb before it ("Wij legden u de nota voor")."""
_OF_SOMETHING = re.compile(
    r"\b(?:van|uit|op|over|bij|in|tegen|voor|met|aan|naar|volgens|conform|binnen|na|tot|onder|rond|door|achter)\s+§",
    re.IGNORECASE,
)
"""Of the paper something else is told: "de behandeling van de nota"."""


@dataclass(frozen=True, slots=True)
class Named:
    """An earlier paper that a sentence names: its title, and what is said around it. `draft` where it is one."""

    title: str
    said: str
    draft: bool

    @property
    def itself(self) -> bool:
        """Whether it is the paper that the sentence is about, not something of it."""
        return not _OF_SOMETHING.search(self.said)


def named_in(sentence: str) -> Iterator[Named]:
    """Yield each paper that a sentence names by more than its kind ("de nota")."""
    for opens in _OPENS.finditer(sentence):
        words = list(islice(_WORD.finditer(sentence, opens.end()), _BEFORE + 1 + LONGEST_TITLE))
        at = next((at for at, word in enumerate(words[: _BEFORE + 1]) if _KIND.fullmatch(word.group())), None)
        if at is None or any(_NO_ADJECTIVE.match(word.group()) for word in words[:at]):
            continue
        written = sentence[opens.end() : _end(sentence, words, at)].rstrip(" ,.:;")
        written = _LOOSE_END.sub("", written)
        if title := named_title(written):
            said = put_aside(sentence, opens.start(), opens.end() + len(written), opens["lead"] or "")
            yield Named(title, said, bool(_DRAFT.search(written)))


_VERB = r"(?:is|zijn|was|werd|wordt|heeft|geldt|gold|liep|loopt|verviel|vervalt|blijft|eindigde|stopt)"
_AGAIN = re.compile(
    rf"(?:^\W*(?:de|het)|\b(?P<this>deze|die|dit|dat))\s+(?P<kind>(?:beleids)?{_KIND_OF})(?=\W)|^\W*(?:zij|ze|deze|die)(?=\s+{_VERB}\b)"
    rf"|(?<=\bis\s)(?:zij|ze|deze|die)(?=\s)|(?<=heeft\s)die(?=\s)",
    re.IGNORECASE,
)
"""How a sentence goes on about the paper that the one before it named: "Deze nota is per 1 januari ingetrokken"."""


def named_again(sentence: str, before: str) -> Iterator[Named]:
    """Yield the paper that the sentence before named, where this one is about it and names none itself."""
    again = _AGAIN.search(sentence)
    papers = list(named_in(before)) if again and not any(named_in(sentence)) else []
    if again and not again["kind"]:  # "zij" may be anything of which the sentence before spoke
        papers = [paper for paper in papers if paper.itself]
    if again and again["kind"] and not again["this"]:
        papers = [paper for paper in papers if again["kind"].lower() in paper.title.lower()]
    if again and len({paper.title for paper in papers}) == 1:
        yield Named(papers[-1].title, put_aside(sentence, again.start(), again.end()), papers[-1].draft)


def in_turn(blocks: Sequence[Block], longest: int) -> Iterator[tuple[str, str]]:
    """Yield each sentence of blocks with the one before it, be that in the block above; of a block so many characters are looked at, and a
    row of a table goes on about nothing."""
    before = ""
    for block in blocks:
        row = block.kind is BlockKind.TABLE_ROW
        before = "" if row else before
        for sentence in NEXT_SENTENCE.split(block.text[:longest]):
            yield before, sentence
            before = sentence
        before = "" if row else before


def put_aside(sentence: str, start: int, end: int, lead: str = "") -> str:
    """Return a sentence with "§" for what stands at `start:end`, behind what of it is kept (`lead`); a § of its own becomes ¶."""
    return f"{sentence[:start].replace('§', '¶')}{lead}§{sentence[end:].replace('§', '¶')}"


def _end(sentence: str, words: Sequence[re.Match[str]], kind: int) -> int:
    """Where the title ends whose kind is the word with that number."""
    end = words[kind].end()
    for word in words[kind + 1 :]:
        on_what = _ON_WHAT.match(sentence, word.start())
        goes_on = sentence[end - 1] == "," and _GOES_ON.match(sentence, word.start())
        if (sentence[end - 1] in ",.:;)" and not goes_on) or (_ENDS_TITLE.match(word.group()) and not on_what):
            break
        if _PLACE_OR_TIME.match(sentence, word.start()):
            break
        end = word.end()
    return end
