"""The card of the embedded pipeline: what it was trained from, under which licence, and how well it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spacy.about import __version__ as spacy_version
from treebanks import NAMES, TreebankSentence

IDENTITY = {
    "lang": "nl",
    "name": "themaspin",
    "version": "1.0.0",
    "description": "Dutch pipeline for policy papers, trained from UD_Dutch-LassySmall and UD_Dutch-Alpino.",
    "author": "themaspin",
    "spacy_version": ">=3.8.0,<3.9.0",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "UD_Dutch-LassySmall",
            "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
            "license": "CC BY-SA 4.0",
            "author": "Gosse Bouma, Gertjan van Noord",
        },
        {
            "name": "UD_Dutch-Alpino",
            "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
            "license": "CC BY-SA 4.0",
            "author": "Gosse Bouma, Gertjan van Noord, Daniel Zeman",
        },
    ],
}
COMMITS = {
    "UD_Dutch-LassySmall": "7880e0bc4c8138607c8e9724db2294dc89d4e2b5",
    "UD_Dutch-Alpino": "95e374a608d114ec6c6b32f0fbd5f324d29ef286",
}
SCORES = {
    "token_f": "tokens F",
    "tag_acc": "tag",
    "pos_acc": "pos",
    "morph_acc": "morph",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "zinnen F (parser)",
    "senter_f": "zinnen F (senter)",
}
"""Score of spaCy's evaluation and its column in the card."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of validation: what was held out, the scores (0 to 1) on it, its number of sentences."""

    held_out: str
    scores: Mapping[str, float]
    sentences: int

    @property
    def is_fold(self) -> bool:
        """Whether it is one of the folds, not a whole treebank held out."""
        return self.held_out not in NAMES.values()


def mean_scores(rounds: Sequence[Round]) -> dict[str, float]:
    """Scores over the folds, each fold weighed by its sentences."""
    folds = [one for one in rounds if one.is_fold]
    total = sum(one.sentences for one in folds)
    if not total:
        return {}
    return {key: round(sum(one.scores[key] * one.sentences for one in folds) / total, 4) for key in SCORES}


def counted(sentences: Sequence[TreebankSentence]) -> Counter[str]:
    """Sentences for each treebank."""
    return Counter(NAMES[sentence.treebank] for sentence in sentences)


def write(
    target: Path, meta: Mapping, rounds: Sequence[Round], sentences: Counter[str], steps: tuple[int, int]
) -> None:
    """Writes the card to `<target>.md`; `steps` are those of the pipeline and those of each round."""
    text = _HEAD.format(
        trained=date.today().isoformat(),
        version=meta["version"],
        spacy=spacy_version,
        components=", ".join(meta["pipeline"]),
        size=_megabytes(target),
        speed=meta["speed"],
        steps=steps[0],
        round_steps=steps[1],
        data="\n".join(_data_line(name, count) for name, count in sorted(sentences.items(), reverse=True)),
    )
    target.with_name(target.name + ".md").write_text(text + _table(rounds) + _WEAK, encoding="utf-8")


def _megabytes(folder: Path) -> str:
    return f"{sum(file.stat().st_size for file in folder.rglob('*') if file.is_file()) / 1e6:.1f}"


def _data_line(name: str, count: int) -> str:
    source = next(source for source in IDENTITY["sources"] if source["name"] == name)
    version = f"`{COMMITS[name][:12]}`, dev en test"
    return f"| [{name}]({source['url']}) | {version} | {count} | {source['author']} | {source['license']} |"


def _table(rounds: Sequence[Round]) -> str:
    columns = ["weggehouden", "zinnen", *SCORES.values()]
    total = sum(one.sentences for one in rounds if one.is_fold)
    mean = Round("**gemiddeld over de delen**", mean_scores(rounds), total)
    rows = [one for one in rounds if one.is_fold] + [mean] + [one for one in rounds if not one.is_fold]
    lines = [columns, ["---"] * len(columns), *([*_row(one)] for one in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _row(one: Round) -> list[str]:
    name = one.held_out if one.is_fold else f"heel {one.held_out}"
    return [name, str(one.sentences), *(f"{one.scores[key]:.3f}" for key in SCORES)]


_HEAD = """# nl_themaspin: de meegeleverde Nederlandse spaCy-pijplijn

Dient waar `nl_core_news_lg` niet geïnstalleerd is. Zelfde onderdelen, zelfde gebruik; geen vectoren, geen namenherkenner.

| | |
| --- | --- |
| versie | {version}, opgeleid op {trained} met spaCy {spacy}, {steps} stappen |
| onderdelen | {components} |
| grootte | {size} MB |
| snelheid | {speed} woorden per seconde op één rekenkern (tok2vec, tagger, morphologizer, lemmatizer, senter) |
| licentie | CC BY-SA 4.0, zoals de boombanken waaruit hij is opgeleid |
| opnieuw maken | `make taalmodel UD=<map met de .conllu-bestanden>` |

## Opgeleid uit

| boombank | versie | zinnen | makers | licentie |
| --- | --- | --- | --- | --- |
{data}

Aangepast voor de opleiding: scheidingstekens in lemma's weggelaten (`mee_doen` werd `meedoen`), aanhalingstekens `,,` en
`''` werden `"`, zinnen in de volgorde van hun tekst gezet, tien bij elkaar. Opmaak van beleidsstukken komt er niet in voor.

## Gemeten

Op ruwe tekst, door spaCy zelf in woorden verdeeld. Elk deel bestaat uit hele bronteksten die de opleiding van die ronde niet
zag; elke ronde kreeg {round_steps} stappen. Het meegeleverde model is uit alle zinnen opgeleid. Onderaan: opgeleid uit de ene
boombank, gemeten op de andere.

"""
_WEAK = """
## Zwak

- Opgeleid uit krant en encyclopedie, niet uit beleidsstukken, en 80.000 woorden is weinig. Ter vergelijking, volgens zijn
  makers: `nl_core_news_lg` 3.8.0 heeft tag 0,954, lemma 0,955, LAS 0,830, zinnen F 0,869.
- Lemma's van zeldzame samenstellingen en sterke werkwoorden. Wie op een lemma zoekt, zoekt beter ook op de woordvorm.
- Zinsgrenzen na afkortingen: daarvoor zijn er de regels in `pipeline/language/sentences.py`.
"""
