"""The commands on themes: label, train, evaluate and corpus; they run without Prefect."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.needs import (
    CORPUS,
    NOT_PUBLISHED,
    PAPERS,
    WRONG_USAGE,
    Refusal,
    need_decisions,
    need_provinces,
    not_published,
    settings_of,
    store_errors,
    tools_of,
)
from pipeline.commands.telling import agreed, say, write_lines
from pipeline.foundation.dutch import counted
from pipeline.foundation.system_faults import os_fault

if TYPE_CHECKING:
    from pipeline.night.workshop import Workshop
    from pipeline.settings import Settings

STANDARD_INPUT, STANDARD_OUTPUT = Path("/dev/stdin"), Path("/dev/stdout")
TOGETHER = 1000
"""So many passages are judged at a time."""


@click.command()
@click.argument("source", metavar="IN.jsonl", type=click.Path(path_type=Path))
@click.argument("target", metavar="UIT.jsonl", type=click.Path(path_type=Path))
@click.option("--explain", "--uitleg", is_flag=True, help="Zeg bij elk thema welke woorden het droegen (trager).")
def label(source: Path, target: Path, explain: bool) -> None:
    """Geef elke passage in IN.jsonl haar thema's en sterkte.

    IN.jsonl heeft per regel {"id", "text"}. UIT.jsonl krijgt per regel, in dezelfde volgorde, {"id", "labels", "scores",
    "uncertain", "strength"}, en met --explain ook "explanation": per thema de woorden die het droegen, elk met zijn plaats en met
    hoeveel minder zeker het thema zonder dat woord is (log-odds). Een tekst van minder dan vier woorden
    krijgt geen thema. Een streepje (-) staat voor standaardinvoer of standaarduitvoer.
    """
    from pipeline.themes.labelled import LabelledError, read_rows

    source, target = _or_stream(source, STANDARD_INPUT), _or_stream(target, STANDARD_OUTPUT)
    if target.is_file() and source.resolve() == target.resolve():
        raise Refusal(
            f"IN.jsonl en UIT.jsonl zijn hetzelfde bestand ({source}); geef een ander om in te schrijven.", WRONG_USAGE
        )
    try:
        rows = [row for _, row in read_rows(source)]
    except LabelledError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    workshop = tools_of(settings_of())
    explained = workshop if explain else None
    write_lines(target, (_labelled_row(row, judgement, explained) for row, judgement in _judged(rows, workshop)))
    done = f"{counted(len(rows), 'passage', 'passages')} gelabeld"
    click.echo(f"{done}." if target == STANDARD_OUTPUT else f"{done}: {target}", err=target == STANDARD_OUTPUT)


def _or_stream(path: Path, stream: Path) -> Path:
    """A dash as other programs take it; a file of that name can be given by its whole path."""
    return stream if str(path) == "-" else path


@click.command()
@click.option(
    "--spacy", "pipeline_name", metavar="NAAM", default="auto", help="spaCy-pijplijn waarbij de classifier hoort."
)
@click.option("--corpus", type=click.Path(path_type=Path), default=CORPUS, show_default=True, help="Map met passages.")
@click.option(
    "--papieren",
    type=click.Path(path_type=Path),
    default=PAPERS,
    show_default=True,
    help="Map met gelabelde papieren; alleen om te wegen.",
)
@click.option(
    "--met-beoordelingen", "with_reviews", is_flag=True, help="Leer ook van de passages die het kernteam beoordeelde."
)
@click.option("--ja", "accepted", is_flag=True, help="Neem de nieuwe classifier in gebruik zonder te vragen.")
def train(pipeline_name: str, corpus: Path, papieren: Path, with_reviews: bool, accepted: bool) -> None:
    """Train de themaclassifier uit het corpus en zet hem met zijn kaart in de map models.

    Met --met-beoordelingen toont hij eerst wat er in de matrix zou veranderen, en vraagt of dat goed is. Loopt er een run als hij
    vergelijkt of de nieuwe in gebruik neemt, dan wacht hij tot die klaar is.
    """
    from pipeline.language.loading import TaalpijplijnOntbreekt, load_language
    from pipeline.themes.card import train_and_save
    from pipeline.themes.evaluation import report
    from pipeline.themes.labelled import LabelledError
    from pipeline.themes.sentence_model import SentenceModelError

    settings = settings_of()
    try:
        nlp = load_language(pipeline_name, settings.models)
        reviewed = _reviewed(settings) if with_reviews else []
        if with_reviews:
            _need_what_to_compare_on(settings)
        with _beside(settings.models) as aside:
            folder, scores = train_and_save(corpus, papieren, aside, nlp, say, reviewed=reviewed)
            click.echo(f"Op achtergehouden papieren van het corpus:\n{report(scores)}")
            if with_reviews:
                _show_changes(settings, aside, nlp)
                if not (accepted or agreed("\nIn gebruik nemen?")):
                    click.echo("Niet in gebruik genomen; alles blijft zoals het was.")
                    return
            target = _put_in_use(folder, settings)
    except (TaalpijplijnOntbreekt, LabelledError, SentenceModelError) as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    click.echo(f"Opgeslagen in {target}. De volgende run gebruikt hem.")


def _reviewed(settings: Settings) -> list[Any]:
    reviewed = reviewed_passages_of(settings)
    if not reviewed:
        raise Refusal("Er zijn nog geen passages beoordeeld; dat kan op de website, onder Beoordelen.", WRONG_USAGE)
    say(
        f"{counted(len(reviewed), 'beoordeelde passage gaat', 'beoordeelde passages gaan')} mee, alleen om van te leren"
    )
    return reviewed


def _need_what_to_compare_on(settings: Settings) -> None:
    """Raise Refusal where the new classifier could not be compared: to find that after half an hour of training is too late."""
    from pipeline.night.siting import known_contents
    from pipeline.sources.folder import InboxError

    need_provinces(settings)
    workshop = tools_of(settings, loaded=False)
    try:
        with store_errors():
            known_contents(workshop)
    except InboxError as error:
        raise Refusal(str(error), WRONG_USAGE) from None


@contextmanager
def _beside(models: Path) -> Iterator[Path]:
    """A folder in which a classifier can be made without touching the one in use: it has what that is made with, and goes away."""
    import tempfile

    with tempfile.TemporaryDirectory() as aside:
        for other in models.iterdir():
            if other.name != "themas":
                (Path(aside) / other.name).symlink_to(other)
        yield Path(aside)


def _show_changes(settings: Settings, models: Path, nlp: Any) -> None:
    from pipeline.night.proposing import proposed_changes

    with not_published("De nieuwe classifier is niet vergeleken en niet in gebruik genomen"):
        rows = proposed_changes(settings, models, nlp, say)
    would = "zou 1 cel veranderen" if len(rows) == 1 else f"zouden {len(rows)} cellen veranderen"
    click.echo(f"\nIn de matrix van {settings.day} {would}:")
    for row in rows:
        click.echo(f"  {row['gemeente']}, {row['kolom']}: {row['oud']} wordt {row['nieuw']}")


def _put_in_use(folder: Path, settings: Settings) -> Path:
    """Put what was trained in place of the classifier in use while no run is busy; return its folder. Raises Refusal."""
    from pipeline.publish.outputset import OutputsError, in_turn
    from pipeline.themes.storing import put_in_use

    try:
        with in_turn(settings.outputs, say, doing="wordt een nieuwe classifier in gebruik genomen"):
            return put_in_use(folder, settings.models)
    except OutputsError as error:
        raise Refusal(f"De nieuwe classifier is niet in gebruik genomen. {error}", NOT_PUBLISHED) from None
    except OSError as error:
        raise Refusal(f"{settings.models}: niet te schrijven ({os_fault(error)})", WRONG_USAGE) from None


def reviewed_passages_of(settings: Settings) -> list[Any]:
    """Return what reviewers said of passages, as passages of a corpus. Raises Refusal."""
    from pipeline.store.decisions import all_decisions, open_decisions
    from pipeline.themes.reviewed import reviewed_passages

    need_decisions(settings)
    with store_errors():
        return reviewed_passages(all_decisions(open_decisions(settings.store)))


@click.command()
@click.argument("file", metavar="BESTAND.jsonl", type=click.Path(path_type=Path))
@click.option(
    "--rapport",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("evaluatie"),
    show_default=True,
    help="Map voor het rapport: meting.md, meting.json en ijking.svg.",
)
def evaluate(file: Path, folder: Path) -> None:
    """Meet de classifier op gelabelde passages: per regel {"id", "text", "labels", "strength"}.

    Toont de scores, en schrijft ze in een rapport met intervallen, de ijking, wat met wat wordt verward, de scores per soort papier
    en de ergste fouten.
    """
    import numpy as np

    from pipeline.themes.codebook import Theme
    from pipeline.themes.evaluation import report
    from pipeline.themes.evaluation_report import Evaluation, write_report
    from pipeline.themes.labelled import LabelledError, read_labelled
    from pipeline.themes.training import truth_matrix

    try:
        passages = read_labelled(file)
    except LabelledError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    if not passages:
        raise Refusal(f"{file}: geen passages", WRONG_USAGE)
    workshop = tools_of(settings_of())
    judged = [judgement for _, judgement in _judged([{"text": passage.text} for passage in passages], workshop)]
    evaluation = Evaluation(
        passages,
        truth_matrix(passages),
        np.array([[theme in judgement.labels for theme in Theme] for judgement in judged], dtype=int),
        np.array([[judgement.scores[theme] for theme in Theme] for judgement in judged]),
        [judgement.strength for judgement in judged],
    )
    click.echo(report(evaluation.scores()))
    try:
        write_report(evaluation, folder)
    except OSError as error:
        raise Refusal(f"Het rapport kan niet in {folder} worden geschreven ({os_fault(error)}).", WRONG_USAGE) from None
    click.echo(f"Het rapport staat in {folder / 'meting.md'}")


@click.command("corpus")
@click.option("--corpus", type=click.Path(path_type=Path), default=CORPUS, show_default=True, help="Map met passages.")
def corpus_command(corpus: Path) -> None:
    """Meet het corpus (aantallen, verscheidenheid, dubbelen, overeenstemming) en schrijf zijn kaart ernaast, README.md."""
    from pipeline.themes.corpus_card import corpus_card, labellings
    from pipeline.themes.features import annotated
    from pipeline.themes.labelled import LabelledError, read_corpus

    try:
        passages = read_corpus(corpus)
        second = corpus.parent / "tweede_lezing.jsonl"
        pairs = list(labellings(second)) if second.is_file() else []
    except LabelledError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    nlp = tools_of(settings_of(), loaded=False).nlp
    card = corpus_card(passages, list(annotated((one.text for one in passages), nlp)), pairs)
    write_lines(corpus.parent / "README.md", iter(card.splitlines()))
    click.echo(card)


def _judged(rows: list[dict[str, Any]], workshop: Workshop) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield each row with its judgement, some hundreds at a time, so that memory does not grow with the file."""
    for start in range(0, len(rows), TOGETHER):
        if start:
            say(f"{start} van {len(rows)} passages")
        part = rows[start : start + TOGETHER]
        judgements = workshop.classifier.classifier.judge([row["text"] for row in part], workshop.nlp)
        yield from zip(part, judgements, strict=True)


def _labelled_row(row: dict[str, Any], judgement: Any, explained: Workshop | None) -> str:
    line = {
        "id": row["id"],
        "labels": list(judgement.labels),
        "scores": {theme: round(score, 4) for theme, score in judgement.scores.items()},
        "uncertain": list(judgement.uncertain),
        "strength": judgement.strength,
    }
    if explained:
        line["explanation"] = _explanation(row["text"], judgement, explained)
    return json.dumps(line, ensure_ascii=False)


def _explanation(text: str, judgement: Any, workshop: Workshop) -> dict[str, Any]:
    from dataclasses import asdict

    from pipeline.themes.explaining import carriers

    found = carriers(text, judgement, workshop.classifier.classifier, workshop.nlp)
    return {theme: [asdict(carrier) for carrier in words] for theme, words in found.items()}
