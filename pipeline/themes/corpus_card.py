"""The card of the corpus: how many passages, of what, how diverse, how alike, and how far two readers agreed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csc_matrix, triu
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import cohen_kappa_score

from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import Annotated
from pipeline.themes.labelled import LabelledPassage, read_rows
from pipeline.themes.lexicon import lexicon

SHINGLE = 8
"""Characters in a row; two passages that share many are near-duplicates."""
ALIKE = 0.6
"""From this share of the shorter passage's shingles on, two passages are near-duplicates."""
COMMON = 60
"""A shingle in more passages than this is a set phrase and says nothing of likeness."""

Labelling = tuple[frozenset[str], str]


def near_duplicates(passages: Sequence[LabelledPassage]) -> list[tuple[float, str, str]]:
    """Return each pair of passages that share at least `ALIKE` of the shorter one's shingles: share and both ids."""
    shingles = CountVectorizer(preprocessor=_plain, analyzer="char", ngram_range=(SHINGLE, SHINGLE), binary=True)
    holds = csc_matrix(shingles.fit_transform(passage.text for passage in passages))
    sizes = np.maximum(holds.getnnz(axis=1), 1)
    telling = holds[:, holds.getnnz(axis=0) <= COMMON]
    shared = triu(telling @ telling.T, k=1)
    share = shared.data / np.minimum(sizes[shared.row], sizes[shared.col])
    return sorted(
        (
            (round(float(share[i]), 2), passages[shared.row[i]].id, passages[shared.col[i]].id)
            for i in np.flatnonzero(share >= ALIKE)
        ),
        reverse=True,
    )


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower())


def labellings(path: Path) -> Iterator[tuple[Labelling, Labelling]]:
    """Yield the first and the second labelling of each passage that keeps both. Raises LabelledError."""
    for _, row in read_rows(path, needs_text=False):
        if "eerste" in row:
            first = row["eerste"]
            yield (frozenset(first["labels"]), first["strength"]), (frozenset(row["labels"]), row["strength"])


def agreement(pairs: Sequence[tuple[Labelling, Labelling]]) -> dict[str, float]:
    """Return Cohen's kappa of two labellings: per theme, and for the strength."""
    kappas = {
        theme.value: cohen_kappa_score([theme in one[0] for one, _ in pairs], [theme in two[0] for _, two in pairs])
        for theme in Theme
    }
    return kappas | {"sterkte": cohen_kappa_score([one[1] for one, _ in pairs], [two[1] for _, two in pairs])}


def corpus_card(
    passages: Sequence[LabelledPassage], annotated: Sequence[Annotated], pairs: Sequence[tuple[Labelling, Labelling]]
) -> str:
    """Return the card in Markdown, in Dutch."""
    return "\n\n".join((_INTRODUCTION, _counts(passages), _diversity(passages, annotated), _agreement(pairs))) + "\n"


_INTRODUCTION = """# Corpus

Passages die voor dit project zijn geschreven en van labels voorzien volgens het [codeboek](codeboek.md). Alles is verzonnen: de
plaatsen en instellingen heten naar het echt, de cijfers, afspraken en gebeurtenissen zijn bedacht. Schrijvers en lezers waren
taalmodellen met hetzelfde codeboek; de overeenstemming hieronder is daarom gunstiger dan tussen twee mensen. Deze kaart wordt
geschreven door `themaspin corpus`.

In de bestanden `verteld_*` staan alinea's die zijn gebouwd als die van echte pagina's (gemeenten, raden, nieuws, landelijk,
onderzoek, hulp): dezelfde gang en dezelfde menging van feit, wens en regel, in eigen woorden, met andere plaatsen, mensen en
cijfers. Drie lezingen beslissen er, of twee waar die gelijk zijn (van 16 passages geldt bij verschil de schrijver). Van
`verteld_buitenslapers`, `verteld_commissie`, `verteld_dagblad`, `verteld_regelgeving`, `verteld_uitzendwerk` en `verteld_wijk` zagen
de schrijvers alleen het begin van de pagina's en vertelden zij in dezelfde trant door; bij verschil (65 van de 1.340) besliste de
tweede lezer naar het codeboek. Pagina's die lijken op de passages waarmee buiten het corpus wordt gemeten zijn weggelaten.

In de bestanden `anders_*` gaat ruim de helft van de alinea's over een andere groep of een ander onderwerp, met volop woorden van de
thema's, en heeft dus geen thema; daartussen staan tegenhangers over arbeidsmigranten en alinea's over beide. `anders_verteld` en een
deel van `anders_breed` zijn gebouwd als die van echte pagina's. Bij verschil tussen schrijver en lezer (8 van de 1.400) is naar het
codeboek beslist; één passage waarover twijfel bleef is weggelaten.

In de bestanden `onbenoemd_*` staan alinea's uit stukken over arbeidsmigranten waarin niemand bij een duidelijke naam heet ("de
bewoners", "wie langer dan vier maanden blijft", of niemand); daartussen alinea's zonder thema uit dezelfde stukken en alinea's over
een andere groep. Schrijver en lezer verschilden over 4 van de 791; daar is naar het codeboek beslist."""


def _counts(passages: Sequence[LabelledPassage]) -> str:
    total = len(passages)
    papers, writers = len({passage.paper for passage in passages}), len({passage.writer for passage in passages})
    themes = "\n".join(
        f"| {theme} | {number} | {number / total:.1%} |"
        for theme in Theme
        if (number := sum(theme in passage.labels for passage in passages))
    )
    carried = Counter(min(len(passage.labels), 2) for passage in passages)
    strengths = Counter(passage.strength for passage in passages)
    kinds = ", ".join(f"{kind} {number}" for kind, number in Counter(p.soort for p in passages).most_common())
    return f"""## Aantallen

{total} passages van {papers} stukken, door {writers} schrijvers (één bestand elk).

| thema | passages | aandeel |
| --- | --- | --- |
{themes}

Zonder thema {carried[0] / total:.1%}, één thema {carried[1] / total:.1%}, twee of meer {carried[2] / total:.1%}. Sterkte:
{", ".join(f"{strength} {strengths[strength] / total:.1%}" for strength in Strength)}.

Soorten: {kinds}."""


def _diversity(passages: Sequence[LabelledPassage], annotated: Sequence[Annotated]) -> str:
    lengths = np.array([len(passage.text.split()) for passage in passages])
    lemmas = {lemma for passage in annotated for lemma in passage.lemmas.split()}
    themed = [passage for passage in passages if passage.labels]
    silent = sum(not (lexicon().themes_of(passage.text) & passage.labels) for passage in themed)
    unsaid = silent / len(themed)
    none = sum(not lexicon().themes_of(passage.text) for passage in passages)
    alike = len(near_duplicates(passages))
    low, middle, high = np.quantile(lengths, [0.05, 0.5, 0.95])
    return f"""## Verscheidenheid

{len(lemmas)} verschillende lemma's; lengte {low:.0f} tot {high:.0f} woorden (5 en 95 %), midden {middle:.0f}.
{none / len(passages):.1%} van de passages heeft geen enkel woord uit het themalexicon,
en van de passages met een thema heeft {unsaid:.1%} geen woord van een van haar
eigen thema's. Paren passages die {ALIKE:.0%} of meer van hun letterreeksen delen: {alike}."""


def _agreement(pairs: Sequence[tuple[Labelling, Labelling]]) -> str:
    if not pairs:
        return "## Tweede lezing\n\nEr is geen tweede lezing."
    rows = "\n".join(f"| {name} | {kappa:.2f} |" for name, kappa in agreement(pairs).items())
    same = sum(one[0] == two[0] for one, two in pairs)
    return f"""## Tweede lezing

{len(pairs)} passages zijn een tweede keer gelezen, blind en alleen met het codeboek. Cohens kappa vóór overleg:

| | kappa |
| --- | --- |
{rows}

Alle labels gelijk: {same} van de {len(pairs)}. De verschillen zijn daarna volgens het codeboek beslist; `tweede_lezing.jsonl` bewaart
beide lezingen zoals ze waren."""
