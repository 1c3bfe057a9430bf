"""What another classifier would change in the matrix, before it is taken into use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.foundation.dutch import counted
from pipeline.language.loading import language_model
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import Contents
from pipeline.night.siting import known_contents
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.publish.changes import Snapshot, change_rows
from pipeline.publish.outputset import in_turn
from pipeline.publish.tables import Picture
from pipeline.settings import Settings
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.store.turn import sole_run

if TYPE_CHECKING:
    from spacy.language import Language

DOING = "wordt een nieuwe classifier vergeleken"


def proposed_changes(
    settings: Settings, models: Path, nlp: Language, progress: Callable[[str], None] = lambda _: None
) -> list[Mapping[str, str]]:
    """Return the rows of `changes.csv` that the classifier under `models` would make at the peildatum, on what is known now.

    `nlp` is the spaCy pipeline that it was trained with. Waits for a run that is busy, however long, for training took long too. What it
    says of the passages is stored, so that a run after it is accepted need not judge again. Raises OutputsError, InboxError, StoreError,
    ClassifierError.
    """
    now = Workshop(settings)
    then = Workshop(settings.model_copy(update={"models": models, "taalpijplijn": language_model(nlp).name}))
    then.nlp = nlp
    with in_turn(settings.outputs, progress, doing=DOING), sole_run(settings.store, patience=float("inf")):
        contents, _ = known_contents(now)
        for workshop in (now, then):
            todo = not_understood(workshop, contents)
            progress(f"{counted(len(todo), 'stuk', 'stukken')} opnieuw beoordelen")
            understand(workshop, todo)
        picture = _picture(now, contents)
        old, new = _snapshot(now, picture), _snapshot(then, _picture(then, contents))
    names = {one.gm_code: one.name for one in picture.municipalities}
    return list(change_rows(old, new, names))


def _picture(workshop: Workshop, contents: Contents) -> Picture:
    return draw_picture(workshop, contents, all_decisions(open_decisions(workshop.settings.store)), keep=False)


def _snapshot(workshop: Workshop, picture: Picture) -> Snapshot:
    return Snapshot.of(picture, workshop.classifier.id, "")
