"""Finds the municipalities that a text mentions, with the form of the mention and how much it proves.

Names are found with spaCy's PhraseMatcher, the longest first ("Bergen op Zoom" is not Bergen); the words around them say
what is meant. Names that are also a word, a surname or another place (`gemeenten/valkuilen.csv`) count only in a form that
says "municipality". Which names are known at all hangs on the day of the paper (`municipalities.known_in`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import product

from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.language import mention_forms as forms
from pipeline.language.mention_forms import Form, MentionStrength
from pipeline.language.municipalities import OnbekendeGemeente, by_code, by_name, era_of, known_in, read_table
from pipeline.language.remembering import remembered

CONTEXT = 80
"""Characters before a name in which its lead-in stands."""

_WORD = re.compile(r"\w+")
_NAME, _ADJECTIVE, _DECOY = "naam", "bijvoeglijk", "geen gemeente"


@dataclass(frozen=True, slots=True)
class Mention:
    """A municipality in a text: `text[start:end]` is its name, adjective or code as written there."""

    gm_code: str
    start: int
    end: int
    form: Form
    strength: MentionStrength


@dataclass(frozen=True, slots=True)
class _Name:
    """Something in the text that reads like a name: of which municipalities, and whether it is an adjective."""

    codes: tuple[str, ...]
    start: int
    end: int
    adjective: bool = False


def find(text: str | Doc, day: date | None = None) -> list[Mention]:
    """The mentions of municipalities in `text`, in order of place: of those that a paper of `day` may mean by their names.

    Without a day these are not those whose names have lapsed.
    """
    plain = text.text if isinstance(text, Doc) else text
    return list(_all_in(plain, era_of(day)))


@remembered
def _all_in(text: str, era: date | None) -> tuple[Mention, ...]:
    found = (*_codes_in(text, era), *_heads_in(text, era), *_mentions(text, _names_in(text, era)))
    return tuple(sorted(found, key=lambda one: (one.start, -one.strength)))


def _codes_in(text: str, era: date | None) -> Iterator[Mention]:
    for match in forms.IMRO.finditer(text):
        if (code := f"GM{match[1]}") in _known_codes(era):
            yield Mention(code, match.start(), match.end() - 1, Form.IMRO, MentionStrength.VERY_STRONG)


@cache
def _known_codes(era: date | None) -> frozenset[str]:
    return frozenset(one.gm_code for one in known_in(era))


def _heads_in(text: str, era: date | None) -> Iterator[Mention]:
    for match in forms.CVDR.finditer(text):
        try:
            code = by_name(match["name"]).gm_code
        except OnbekendeGemeente:
            continue  # the head of a province's or water board's regulation
        if code in _known_codes(era):
            yield Mention(code, *match.span("name"), Form.CVDR, MentionStrength.VERY_STRONG)


def _mentions(text: str, names: Sequence[_Name]) -> Iterator[Mention]:
    """What each name proves: by its own lead-in, as part of an enumeration, or bare."""
    for chain in _chains(text, names):
        by_wording = [_with_lead_in(text, name) for name in chain]
        listed = _listed(text, chain, by_wording[0])
        for name, mention in zip(chain, by_wording, strict=True):
            found = mention or listed.get(name.start) or _bare(text, name)
            if found and not forms.ABROAD.match(text, name.end):
                yield found


def _chains(text: str, names: Sequence[_Name]) -> list[list[_Name]]:
    """Runs of names with nothing but a comma, "en" and the like between them."""
    chains: list[list[_Name]] = []
    for name in names:
        if chains and forms.SEPARATOR.fullmatch(text, chains[-1][-1].end, name.start):
            chains[-1].append(name)
        else:
            chains.append([name])
    return chains


def _with_lead_in(text: str, name: _Name) -> Mention | None:
    """The mention by the words around this one name, if they say that it is a municipality."""
    before = text[max(0, name.start - CONTEXT) : name.start]
    code = _one_code(text, name)
    if code is None or forms.PLACE_JOINED.search(before):
        return None
    if name.adjective:
        follows = forms.AFTER_ADJECTIVE.match(text, name.end)
        return Mention(code, name.start, name.end, Form.ADJECTIVE, MentionStrength.MEDIUM) if follows else None
    if strength := _as_title(text, name, before):
        return Mention(code, name.start, name.end, Form.TITLE, strength)
    lead_in = next((one for one in forms.LEAD_INS if one.pattern.search(before)), None)
    if lead_in and not re.match(r"-\w", text[name.end : name.end + 2]):
        return Mention(code, name.start, name.end, lead_in.form, lead_in.strength)
    if forms.NAMED_OFFICIAL.search(before) and not _is_surname(code):
        return Mention(code, name.start, name.end, Form.OFFICIAL, MentionStrength.MEDIUM)
    return None


def _as_title(text: str, name: _Name, before: str) -> MentionStrength | None:
    """Strength of a name that fills a line of its own, with "Gemeente" or without.

    Without, a name that is mostly a word (Huizen, Leiden) is none.
    """
    whole_line = "\n" in before or name.start <= CONTEXT
    if not whole_line or text[name.end :].partition("\n")[0].strip():
        return None
    line = before.rpartition("\n")[2].strip().lower()
    if line == "gemeente":
        return MentionStrength.STRONG
    return MentionStrength.MEDIUM if not line and _trap(name.codes[0]) != "hoog" else None


def _listed(text: str, chain: Sequence[_Name], first: Mention | None) -> dict[int, Mention]:
    """The mentions of an enumeration by where they begin: after "gemeenten" or "B&W van", or three names or more together."""
    before = text[max(0, chain[0].start - CONTEXT) : chain[0].start]
    led_in = first is not None and any(one.many and one.pattern.search(before) for one in forms.LEAD_INS)
    clear = sum(_trap(name.codes[0]) != "hoog" for name in chain if not name.adjective)
    if not led_in and (clear < 2 or len(chain) < 3 or forms.PLACE_BEFORE.search(before)):
        return {}
    form, strength = (Form.ENUMERATION, MentionStrength.STRONG) if led_in else (Form.BARE, MentionStrength.BARE)
    codes = {name: _one_code(text, name) or _by_neighbours(name, chain) for name in chain if not name.adjective}
    return {name.start: Mention(code, name.start, name.end, form, strength) for name, code in codes.items() if code}


def _bare(text: str, name: _Name) -> Mention | None:
    """A name without lead-in: only when it is nobody's word, surname or village, here or in general."""
    before = text[max(0, name.start - CONTEXT) : name.start]
    code = _one_code(text, name)
    if code is None or name.adjective or _trap(code) in ("hoog", "midden"):
        return None
    around = (forms.PERSON_BEFORE, forms.NAMED_OFFICIAL, forms.PLACE_BEFORE, forms.PLACE_JOINED)
    if any(pattern.search(before) for pattern in around) or forms.PLACE_AFTER.match(text, name.end):
        return None
    return Mention(code, name.start, name.end, Form.BARE, MentionStrength.BARE)


def _one_code(text: str, name: _Name) -> str | None:
    """The code of a name; of one that two municipalities share (Bergen), the one whose province alone the text names."""
    if len(name.codes) == 1:
        return name.codes[0]
    named = [code for code in name.codes if _speaks_of(by_code(code).province, text)]
    return named[0] if len(named) == 1 else None


def _by_neighbours(name: _Name, chain: Sequence[_Name]) -> str | None:
    """The code of a shared name that stands among others of its province alone: "Beesel, Bergen, Gennep"."""
    provinces = {by_code(one.codes[0]).province for one in chain if len(one.codes) == 1}
    near = [code for code in name.codes if by_code(code).province in provinces]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=8)
def _speaks_of(province: str, text: str) -> bool:
    """Whether `text` names the province; kept, as an endless text may name Bergen thousands of times."""
    return province in text


@cache
def _traps() -> dict[str, dict[str, str]]:
    return {row["gm_code"]: row for row in read_table("valkuilen.csv")}


def _trap(code: str) -> str:
    """How much context its name needs: "hoog", "midden", "laag" ("" where it has no trap)."""
    return _traps().get(code, {}).get("context_nodig", "")


def _is_surname(code: str) -> bool:
    return "achternaam" in _traps().get(code, {}).get("automatisch_signaal", "")


def _names_in(text: str, era: date | None) -> list[_Name]:
    """All that reads like a name or adjective, the longest first, without what contains one but is something else."""
    if _telling_words(era).isdisjoint(
        _WORD.findall(text)
    ):  # most texts name nobody, and to cut one up as spaCy does takes longer
        return []
    matcher, codes = _matcher(era)
    doc = _tokenizer()(re.sub(r"\s", " ", text))
    spans = filter_spans(matcher(doc, as_spans=True))
    return [
        _Name(codes[_signs_of(span)], span.start_char, span.end_char, span.label_ == _ADJECTIVE)
        for span in sorted(spans, key=lambda span: span.start)
        if span.label_ != _DECOY
    ]


def _signs_of(words: Span | Doc) -> str:
    """How the matcher sees a name: its words and signs, whatever space stands between them ("Gemert- Bakel")."""
    return " ".join(word.text for word in words)


@cache
def _telling_words(era: date | None) -> frozenset[str]:
    """The longest word of everything that the matcher knows: a text without any of them has nothing for it."""
    return frozenset(max(_WORD.findall(phrase), key=len) for phrases in _phrases(era).values() for phrase in phrases)


@cache
def _tokenizer() -> Tokenizer:
    """Words and every sign apart: spaCy's Dutch tokenizer keeps "Best." and "c.a.,Eindhoven" together."""
    sign = r"[^\w\s]"
    return Tokenizer(
        Vocab(),
        prefix_search=re.compile(f"^{sign}").search,
        suffix_search=re.compile(f"{sign}$").search,
        infix_finditer=re.compile(sign).finditer,
    )


@cache
def _matcher(era: date | None) -> tuple[PhraseMatcher, dict[str, tuple[str, ...]]]:
    """The matcher and, for the words and signs of each way of writing a name, the codes that it may stand for."""
    tokenize = _tokenizer()
    matcher = PhraseMatcher(tokenize.vocab)
    for label, phrases in _phrases(era).items():
        matcher.add(label, [tokenize(phrase) for phrase in phrases])
    known = {**_phrases(era)[_NAME], **_phrases(era)[_ADJECTIVE]}
    return matcher, {_signs_of(tokenize(name)): codes for name, codes in known.items()}


@cache
def _phrases(era: date | None) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the matcher knows, by label: each way of writing it, with the codes that it may stand for (a decoy for none)."""
    decoys = {row["tekst"]: () for row in read_table("geen_gemeente.csv")}
    return {_NAME: _written_names(era), _ADJECTIVE: _adjectives(), _DECOY: decoys}


def _written_names(era: date | None) -> dict[str, tuple[str, ...]]:
    """Codes by every way of writing a name; those of a variant only where it is nobody's official name (De Friese Meren)."""
    official: dict[str, set[str]] = defaultdict(set)
    variants: dict[str, set[str]] = defaultdict(set)
    for one in known_in(era):
        for written in _spellings(one.name):
            official[written].add(one.gm_code)
        for written in (spelling for variant in one.variants for spelling in _spellings(variant)):
            variants[written].add(one.gm_code)
    return {written: tuple(sorted(codes)) for written, codes in (variants | official).items()}


def _spellings(name: str) -> set[str]:
    """A name with each apostrophe and hyphen that printers use, and in capitals."""
    apostrophes = "'’‘`´" if re.search("['’‘]", name) else "'"
    hyphens = "-‐‑–" if "-" in name else "-"
    written = {re.sub("['’‘]", mark, name).replace("-", hyphen) for mark, hyphen in product(apostrophes, hyphens)}
    return written | {one.upper() for one in written}


def _adjectives() -> dict[str, tuple[str, ...]]:
    """Adjectives ("Bossche") and the municipality of each, without those that mostly speak of another ("Alphense")."""
    rows = read_table("bijvoeglijk_nb.csv")
    return {row["vorm"]: (row["gm_code"],) for row in rows if not row["let_op"].startswith("meestal")}
