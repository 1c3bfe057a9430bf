"""What sort of paper it is, whatever its subject: by the label it bears, else by the word in its title, else by its build."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files

from pipeline.documents.bare_decision import bare_decision
from pipeline.documents.boxes import chosen
from pipeline.documents.dated_head import dated_head
from pipeline.documents.day import find_days
from pipeline.documents.decision_list import heads_decisions, tabulates_decisions
from pipeline.documents.declared import declared_in
from pipeline.documents.motion_signs import (
    has_build,
    heads_motion,
    names_motion,
    numbers_motion,
    opens_asking,
    states_and_asks,
)
from pipeline.documents.no_policy import no_policy
from pipeline.documents.own_words import OwnWords
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts, page_source, printed_lines
from pipeline.documents.proposal import asks_to_adopt
from pipeline.documents.short_item import is_item, says_of_item
from pipeline.documents.to_council import from_outside, is_for_council, speaks_to_council
from pipeline.documents.to_residents import is_to_residents
from pipeline.documents.withdrawal import adopted_instead
from pipeline.documents.wording import NEXT_SENTENCE
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_WORDS = tomllib.loads((files("pipeline.documents") / "kinds.toml").read_text(encoding="utf-8"))
LABELS: dict[PaperKind, str] = {PaperKind(kind): "|".join(words) for kind, words in _WORDS["labels"].items()}
"""What a paper can bear as a label, at the start of a line near its top."""
TITLE_WORDS: dict[PaperKind, str] = {PaperKind(kind): "|".join(words) for kind, words in _WORDS["titles"].items()}
"""Words by which titles name their sort; within a line the first match counts, whatever its sort."""

ATTACHED = re.compile(
    r"\b(?:behorend(?:e)?\s+bij|bijlage\s*\w{0,4}\s*(?:bij|behorend\w*\s+bij|van|:))\s.*", re.IGNORECASE
)
"""An annex names the paper that it goes with; that is not what it is."""
_IS_ANNEX = re.compile(
    r"^\W*bijlage\s+(?:\w{1,3}\s+)?(?:behorend\w*\s+)?bij\s+(?:het\s+|dit\s+)?(?:raads|college)(?:besluit|voorstel)\b",
    re.IGNORECASE,
)
"""How a paper says of itself that it is the annex of a decision or proposal."""
_LEAD = re.compile(
    r"^(?:[\W\d_]|(?:concept|ontwerp|openbaar|vertrouwelijk|definitief|onderwerp|betreft|titel|soort(?: stuk)?"
    r"|type|gemeente\s+[A-Z][\w'-]+(?: op [A-Z]\w+)?)\b[\s:.-]*)+",
    re.IGNORECASE,
)
_DRAFT_OF = re.compile(r"\b(?:concept|ontwerp|voorontwerp)-(?=\w)", re.IGNORECASE)
_TRAIL = re.compile(r"\w\s+[›»→]\s+\w")
"""Where a page stands on a website ("raadsinformatie › vergaderingen › juli 2024") says nothing of the paper."""
_DATED_NOTE = re.compile(r"\W*\([^)]*\b(?:19|20)\d\d\b")
"""What stands between brackets on a decision of some day, below what it tells of: "(raadsbesluit van 22 juni 2021)"."""
_LABEL_BLOCKS = 14
"""A label stands near the top; further down the page the same words are items of a list."""
_MOVED_WITHIN = 12_000
"""Characters within which a motion states and asks."""
_LETTER = expression(r"\bgeachte\s+(?!lezer|inwoner)\w+|\b(?:met\s+vriendelijke\s+groet|hoogachtend)\b", re.IGNORECASE)
SALUTATION = re.compile(r"^\W*(?:geachte?|beste)\s+(?!lezer|inwoner|bewoner)\w+", re.IGNORECASE)
SALUTATION_WORDS = 10
_PARTIES = re.compile(
    r"\b(?:[Dd]e\s+gemeenten|[Dd]e\s+colleges\s+van|gemeente\s+[A-Z][\w-]+\W+(?:\d\.?\s+)?(?:de\s+)?gemeente\s+[A-Z])"
)
_AGREE = expression(
    r"\b(?:spreken\s+(?:het\s+volgende\s+|met\s+elkaar\s+)?af|komen\s+(?:het\s+volgende\s+)?overeen"
    r"|zijn\s+(?:het\s+volgende\s+)?overeengekomen"
    r"|(?:gesloten|overeengekomen)\s+en\s+(?:\w+\s+){0,3}?(?:ge|onderge)tekend)\b",
    re.IGNORECASE,
)
"""Municipalities that agree on something, under whatever name."""
_AGREED = expression(r"\bovereengekomen\b", re.IGNORECASE)
_ON_BEHALF = re.compile(
    r"\b[Nn]amens\s+(?:de\s+)?gemeente\s+(?P<name>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*)"
    r"|^\W*Gemeente\s*:\s*(?P<row>[A-Z][^;|]+);.*(?:\bw\.\s?g\.|\bgetekend\b)"
)
"""Who signs: in a line of its own, or in a row of a table of municipalities."""
_SIGNED = 15
"""Blocks at the end among which parties sign what they agreed."""
_RIB = re.compile(r"(?<![a-z])(?:rib|raadsinformatiebrief|raadsbrief)(?![a-z])", re.IGNORECASE)
_OF_FRACTION = re.compile(r"\bfracties?\b|\braads(?:lid|leden)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^artikel\s+\d+", re.IGNORECASE)
_CLAUSE = expression(r"\b(?:aldus\s+)?(?:vastgesteld|besloten)\s+(?:door|in|bij|op)\b", re.IGNORECASE)
_ON_SHOW = expression(r"\b(?:instemmen|ingestemd)\s+met\s+(?:de\s+)?ter\s?inzage|\bzienswijzen\s*:\s*\d", re.IGNORECASE)
"""What is put on show for views, whatever it calls itself, is policy in the making."""
_CHAPTER = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d+)*\.?\s|deel\s+[a-z\d]{1,3}\b|(?:evaluatie|monitoring?|onderzoek|analyse|inventarisatie|rapportage)(?:\s+en\s+\w+)?\W*$)",
    re.IGNORECASE,
)
"""A chapter of a policy on its first page ("5 Evaluatie", "Deel A Evaluatie") does not make it a report, nor "3.1 Werkgeverspact" an
agreement."""
_NUMBERED_HEADING = re.compile(r"\s*\d{1,2}(?:\.\d+)*\.?\s+[^\W\d]")
"""A heading with the number of a chapter: "1. Een gezamenlijk plan" over the text of what calls itself a regional plan in smaller print."""
_NO_TITLE = re.compile(
    r"\?\s*$|^\W*(?:deel)?programma\s+\d{1,2}(?![\d.,–-])|\b(?:in|uit|volgens)\s+(?:de|het|deze|dit)\s+\w*(?:nota|notitie|visie|beleid|plan|kader|programma|regels)\W*$"
    r"|^\W*(?:op\s+weg|toe)\s+naar\s+(?:(?:een|de|het)\s+)?(?:\w+\s+)?(?:nota|notitie|visie|beleid\w*|kader)\b",
    re.IGNORECASE,
)
"""A heading that asks, speaks of what stands in a paper ("Wat stond er in de nota") or is still to come ("Op weg naar een visie"), or is
one of a budget ("Programma 4: Ruimte")."""
_ASKS = re.compile(r"(?:\d[\d.]*\s+)?(?:waarom|wat|hoe|wie|welke)\b", re.IGNORECASE)
"""How a chapter may be headed: "Waarom een agenda"."""
_DATED_CELL = re.compile(r"\s*\|\s*(?:vastgesteld|besloten|genomen|\d)", re.IGNORECASE)
"""A field of a table that dates a decision ("Raadsbesluit | vastgesteld op 21 april 2022") is no label of the paper."""
_OWN_NAME = re.compile(
    r"\b(?:in\s+)?(?:deze|dit)\s+(?P<name>[\w-]+)|\bvaststelling\s+van\s+(?:de|het)\s+(?P<adopted>[\w-]+)\W*(?:$|[;|])"
    r"|(?:^|[.;]\s+)(?:de|het)\s+(?P<acts>[\w-]+)\s+(?:vervangt|bindt|treedt\s+in\s+werking)\b",
    re.IGNORECASE,
)
"""How a paper speaks of itself: "in deze nota", "Vaststelling van de visie", "De visie vervangt …"."""
_OPENING = 0.25
"""Share of a paper's blocks before which its own articles begin; an annex begins later."""
_RUNNING = 25
"""Words from which a paragraph is running text."""
_SUBTITLE = 5
"""Printed lines at the top of a paper among which its subtitle stands."""


def kind_of(parts: Parts) -> Derived[PaperKind]:
    """The kind with where it shows; `overig` when nothing says what it is."""
    if is_motion(parts):
        return Derived(PaperKind.MOTION, "kop en dictum van de motie")
    if is_addressed(parts):
        return _labelled(parts) or _built(parts)
    found = (
        _labelled(parts)
        or _signed_together(parts)
        or _declared(parts)
        or _decides(parts)
        or _titled(parts)
        or _built(parts)
    )
    return (no_policy(parts) if found.value is PaperKind.POLICY else None) or found


def is_motion(parts: Parts) -> bool:
    """A motion bears the word near its top and moves: it states or weighs, and asks."""
    top = parts.banners[:_LABEL_BLOCKS] or parts.blocks[:3]
    headed = next((n for n, block in enumerate(top) if any(heads_motion(line) for line in _lines(block))), None)
    numbered = any(numbers_motion(line.text) for line in parts.head[:_LABEL_BLOCKS])
    above = top if headed is None else top[: headed + 1]
    called = headed is not None or (numbered and opens_asking(parts.body)) or names_motion(parts.stem)
    if not called or _label_kind(above):
        # above it may stand the proposal at which it was moved
        return has_build(parts.body)
    return states_and_asks(parts.text[:_MOVED_WITHIN])


def _labelled(parts: Parts) -> Derived[PaperKind] | None:
    kind = _label_kind(parts.labels[:_LABEL_BLOCKS])
    ruling = kind is PaperKind.COUNCIL_PAPER and not speaks_to_council(parts)
    if ruling and (_opens_with_articles(parts.body) or _goes_with_decision(parts)):
        return None
    if kind:
        return Derived(kind, page_source("opschrift", parts.first_page))
    headed = None if kind else dated_head(parts, _label)
    return Derived(headed, page_source("bovenste regel", parts.first_page)) if headed else None


def _goes_with_decision(parts: Parts) -> bool:
    """Whether it is policy that went with a decision: this is named in the running head or foot alone ("raadsbesluit 2023/1147"), and it
    tells that it was adopted as policy, or is the annex."""
    above = [block for block in parts.labels[:_LABEL_BLOCKS] if block.kind != BlockKind.FURNITURE]
    if _label_kind(above):
        return False
    annex = any(_IS_ANNEX.match(block.text) for block in parts.body)
    titled = _titled(parts) if annex else None
    return bool(_declared(parts) or (titled and titled.value is PaperKind.POLICY))


def _label_kind(blocks: Sequence[Block]) -> PaperKind | None:
    """The first label; it stands above the title or in larger print, below it a label speaks of the decision or an annex."""
    titled = 0.0
    for block in blocks:
        renews = word_kind(adopted_instead(block.text)) is PaperKind.POLICY
        whole = (block.text,) if heads_decisions(block.text) else ()  # printed over two lines
        for line in (*_lines(block), *_capital_cells(block), *whole):
            kind = None if renews else _label(line)
            if kind and (block.kind == BlockKind.FURNITURE or block.size > 0.9 * titled):
                return kind
        named = block.kind != BlockKind.FURNITURE and not _NO_TITLE.search(block.text)
        if named and word_kind(block.text) is PaperKind.POLICY:
            titled = max(titled, block.size)
    return None


def _capital_cells(block: Block) -> list[str]:
    """The cells of a letterhead that are set in capitals: "Gemeente Deurne | gemeenteraad | RAADSBESLUIT"."""
    cells = re.split(r"[;:|]\s", block.text) if block.kind is BlockKind.TABLE_ROW else ()
    return [cell.strip() for cell in cells if cell.isupper()]


def _label(line: str) -> PaperKind | None:
    if _TRAIL.search(line) or _DATED_NOTE.match(line):
        return None
    if heads_decisions(line):
        return PaperKind.OTHER
    bare = re.sub(r"(?i)^(?:concept|ontwerp)(?=raads|college|staten)", "", _LEAD.sub("", ATTACHED.sub("", line)))
    for kind, words in LABELS.items():
        label = re.match(rf"(?:{words})(?!\w)", bare, re.IGNORECASE)
        if label and not _DATED_CELL.match(bare[label.end() :]):
            return kind
    return None


def _decides(parts: Parts) -> Derived[PaperKind] | None:
    """Whether it decides on policy that stands elsewhere, or is written to the council, though its subject is policy."""
    page = bare_decision(parts)
    if page is not None:
        return Derived(PaperKind.COUNCIL_PAPER, page_source("besluit over een stuk dat er niet in staat", page))
    if (asking := asks_to_adopt(parts)) is not None:
        return Derived(PaperKind.COUNCIL_PAPER, page_source("vraagt een stuk vast te stellen", asking.page))
    return Derived(PaperKind.COUNCIL_PAPER, "gericht aan de raad") if is_for_council(parts) else None


def _signed_together(parts: Parts) -> Derived[PaperKind] | None:
    """Whether it ends with the names of several municipalities under what they agreed, whatever its title calls it."""
    end = parts.body[-_SIGNED:]
    signed = {match["name"] or match["row"] for block in end for match in _ON_BEHALF.finditer(block.text)}
    if len(signed) > 1 and any(_AGREED.search(block.text) for block in end):
        return Derived(PaperKind.REGIONAL_AGREEMENT, page_source("ondertekening", end[-1].page))
    return None


def _declared(parts: Parts) -> Derived[PaperKind] | None:
    declared = declared_in(parts.body)
    return Derived(PaperKind.POLICY, page_source("vastgesteld als beleid", declared.page)) if declared else None


def _titled(parts: Parts) -> Derived[PaperKind] | None:
    """Title words, the largest print first; then numbered headings, for a chapter is no title; then running heads; the file name last."""
    print_first = sorted(
        parts.banners,
        key=lambda b: (b.kind == BlockKind.FURNITURE, bool(_NUMBERED_HEADING.match(b.text)), -round(b.size)),
    )
    chapters = _chapters_under_text(parts)
    for number, block in enumerate(print_first):
        if block in chapters or is_item(block, parts.body_size):
            continue
        asks = _ASKS.match(block.text) if number else None
        kind = None if asks or _dated_field(block.text) or _NO_TITLE.search(block.text) else word_kind(block.text)
        if kind and not (kind is not PaperKind.POLICY and _CHAPTER.search(block.text)):
            return Derived(kind, page_source("titel", block.page))
    kind = word_kind(parts.stem.replace("-", " "))
    return Derived(kind, "bestandsnaam") if kind and not _is_letter(parts) else None


def _chapters_under_text(parts: Parts) -> list[Block]:
    """The headings below running text on the first page, where a heading above it says what sort the paper is: "Zes afspraken"."""
    first = next(
        (block for block in parts.body if len(block.text.split()) >= _RUNNING and block.kind is BlockKind.PARAGRAPH),
        None,
    )
    if first is None or first not in parts.blocks:
        return []
    start = parts.blocks.index(first)
    above = [block for block in parts.blocks[:start] if block.kind is BlockKind.HEADING and word_kind(block.text)]
    return [block for block in parts.blocks[start:] if block.kind is BlockKind.HEADING] if above else []


def _dated_field(text: str) -> bool:
    """A label with a date ("Evaluatie: uiterlijk 1 januari 2024") is no title."""
    label, colon, value = text.partition(":")
    return bool(colon) and len(label.split()) <= 3 and bool(find_days(value))


def word_kind(text: str) -> PaperKind | None:
    """The kind of the first word of `text` by which papers name themselves."""
    bare = _DRAFT_OF.sub("", ATTACHED.sub("", text))
    hits = []
    for rank, (kind, words) in enumerate(TITLE_WORDS.items()):
        match = re.search(rf"(?<![\w-])(?:{words})(?!\w)", bare, re.IGNORECASE)
        if match:
            hits.append((match.start(), rank, kind))
    return min(hits)[2] if hits else None


def _built(parts: Parts) -> Derived[PaperKind]:
    labelled = next((kind for line in parts.head[:_SUBTITLE] if (kind := _label(line.text))), None)
    if labelled:
        return Derived(labelled, "opschrift boven de tekst")
    if tabulates_decisions(parts.body):
        return Derived(PaperKind.OTHER, "lijst van besluiten")
    if from_outside(parts):
        return Derived(PaperKind.OTHER, "ingekomen brief")
    if speaks_to_council(parts):
        return Derived(PaperKind.COUNCIL_PAPER, "gericht aan de raad")
    if _is_letter(parts):
        if _RIB.search(parts.stem):
            return Derived(PaperKind.COUNCIL_PAPER, "brief, naar de bestandsnaam aan de raad")
        if _OF_FRACTION.search(parts.text[:6000]):
            return Derived(PaperKind.COUNCIL_PAPER, "brief van of aan een fractie")
        return Derived(PaperKind.OTHER, "brief")
    opening = " ".join(block.text for block in parts.body[:25])[:3000]
    if _PARTIES.search(opening) and any(
        _AGREE.search(block.text) for block in (*parts.body[:40], *parts.body[-_SIGNED:])
    ):
        return Derived(PaperKind.REGIONAL_AGREEMENT, "gemeenten die iets afspreken")
    if _holds_articles(parts.body):
        return Derived(PaperKind.POLICY, "artikelen")
    if any(_CLAUSE.search(block.text) for block in parts.body if len(block.text.split()) < 40) or _tells_of_adoption(
        parts
    ):
        return Derived(PaperKind.POLICY, "vaststellingsclausule")
    if any(_ON_SHOW.search(line.text) for line in parts.head):
        return Derived(PaperKind.POLICY, "ligt ter inzage")
    subtitle = next((line for line in parts.cover[:_SUBTITLE] if _opens_as_policy(line.text)), None)
    if subtitle:
        return Derived(PaperKind.POLICY, page_source("ondertitel", subtitle.page))
    if _calls_itself_policy(parts.body):
        return Derived(PaperKind.POLICY, "noemt zichzelf zo")
    return Derived(PaperKind.OTHER, "geen kenmerk gevonden")


def _tells_of_adoption(parts: Parts) -> bool:
    """Whether a sentence within a longer block says of the paper itself that it was adopted."""
    own = OwnWords(parts)
    return any(
        _CLAUSE.search(sentence) and own.speaks(sentence, block.page)
        for block in parts.body
        for sentence in NEXT_SENTENCE.split(block.text)
    )


def _calls_itself_policy(blocks: Sequence[Block]) -> bool:
    """Whether running text says "deze nota", "dit kader" more than once, and no other sort so often."""
    named = Counter(
        word_kind(match["name"] or match["adopted"] or match["acts"])
        for block in blocks
        for match in _OWN_NAME.finditer(block.text)
    )
    return named[PaperKind.POLICY] >= 2 and named[PaperKind.POLICY] > named[PaperKind.OTHER]


def _holds_articles(blocks: Sequence[Block]) -> bool:
    return sum(bool(_ARTICLE.match(block.text)) for block in blocks) >= 3


def _opens_with_articles(blocks: Sequence[Block]) -> bool:
    """Whether rules are what it is, and no annex: they begin on its first page, or in the first part of it."""
    first = next((number for number, block in enumerate(blocks) if _ARTICLE.match(block.text)), None)
    if first is None or not _holds_articles(blocks):
        return False
    return first < _OPENING * len(blocks) or blocks[first].page == blocks[0].page


def is_addressed(parts: Parts) -> bool:
    """Whether it is a letter to somebody: a salutation on a line of its own on the first page. What it is about is not what it is."""
    greeted = any(
        SALUTATION.match(block.text) and len(block.text.split()) <= SALUTATION_WORDS
        for block in parts.body[:25]
        if block.page == parts.first_page
    )
    return greeted or is_to_residents(parts)


def _is_letter(parts: Parts) -> bool:
    return bool(_LETTER.search(" ".join(block.text for block in parts.body[:25])[:3000]))


def _lines(block: Block) -> list[str]:
    return [chosen(line.text) for line in printed_lines(block)]


def _opens_as_policy(line: str) -> bool:
    """Whether a line opens with a word by which policy names itself: a subtitle in small print."""
    return word_kind(" ".join(line.split()[:2])) is PaperKind.POLICY and not says_of_item(line)
