"""The tools of a run: store, spaCy pipeline, classifier; opened when first used, and the keys under which results are stored."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from pipeline.coverage.rules import Rules
from pipeline.extraction import Engine, extractor_version
from pipeline.extraction.ocr import Ocr, what_is_missing
from pipeline.extraction.refusal import Limits
from pipeline.settings import Settings
from pipeline.store.store import Store, open_store

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.language.loading import LanguageModel
    from pipeline.night.helpers import Helpers
    from pipeline.themes.storing import StoredClassifier

PASSAGE_VERSION = "8"
"""Raise when passages are made otherwise: they are then made again from the stored readings."""


class Workshop:
    """Everything a stage needs, from one set of settings. Not shared between processes: each opens its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def store(self) -> Store:
        """The opened store. Raises StoreError, StoreCorrupt."""
        return open_store(self.settings.store)

    @cached_property
    def language_name(self) -> str:
        """The spaCy pipeline that serves: the one that was asked for, else the best that is installed with a classifier."""
        from pipeline.language.loading import AUTO, EMBEDDED, installed_pipelines
        from pipeline.themes.storing import has_classifier

        models = self.settings.models
        if self.settings.taalpijplijn != AUTO:
            return self.settings.taalpijplijn
        ready = (model.name for model in installed_pipelines(models) if has_classifier(models, model.name))
        return next(ready, EMBEDDED)

    @cached_property
    def nlp(self) -> Language:
        """The loaded spaCy pipeline. Raises TaalpijplijnOntbreekt."""
        from pipeline.language.loading import load_language

        return load_language(self.language_name, self.settings.models)

    @cached_property
    def language(self) -> LanguageModel:
        """What the spaCy pipeline is. Raises TaalpijplijnOntbreekt."""
        from pipeline.language.loading import installed_model

        return installed_model(self.language_name, self.settings.models)

    @cached_property
    def classifier(self) -> StoredClassifier:
        """The classifier that belongs to the spaCy pipeline. Raises ClassifierError."""
        from pipeline.themes.storing import load

        return load(self.settings.models, self.language_name, self.language.version)

    @cached_property
    def helpers(self) -> Helpers:
        """The processes that understand papers and make dossiers for this one; started when there is enough for them to do."""
        from pipeline.night.helpers import Helpers

        return Helpers(self.settings)

    @contextmanager
    def loading_beside(self, papers: int) -> Iterator[None]:
        """Load the spaCy pipeline and the classifier while other processes read so many papers, where this one will understand them.

        What goes wrong shows when they are used.
        """
        if not papers or self.helpers.can_help(papers):
            yield
            return
        with ThreadPoolExecutor(1, thread_name_prefix="laden") as beside:
            loading = beside.submit(lambda: (self.nlp, self.classifier.classifier))
            yield
            loading.exception()

    def put_away(self) -> None:
        """Let go of the spaCy pipeline and the classifier, which take most of the memory: what follows needs no judgement. Where something
        does need one after all, they are loaded again."""
        from pipeline.themes.storing import let_go

        self.__dict__.pop("nlp", None)
        let_go()
        gc.collect()

    @cached_property
    def judge(self) -> str:
        """Key of judgements that are complete: the classifier, and the way in which passages are put to it."""
        from pipeline.themes.judging import JUDGING_VERSION

        return f"{self.classifier.id}-{JUDGING_VERSION}"

    @property
    def limits(self) -> Limits:
        """The limits on reading one file."""
        chosen = self.settings
        return Limits(
            seconds=chosen.seconden_per_bestand,
            memory_mb=chosen.geheugen_mb,
            pages=chosen.max_paginas,
            bytes=chosen.max_mb * 1_000_000,
            engine=self.engine,
        )

    @cached_property
    def ocr(self) -> Ocr:
        """Whether and how far scans are recognised in this run."""
        chosen = self.settings
        return Ocr(
            wanted=chosen.ocr != "uit",
            missing=what_is_missing(),
            seconds=chosen.ocr_seconden_per_bladzijde,
            pages=chosen.ocr_max_paginas,
        )

    @property
    def rules(self) -> Rules:
        """The numbers of the coverage rules."""
        return Rules(**{name: getattr(self.settings, name) for name in Rules.__dataclass_fields__})

    @property
    def engine(self) -> Engine:
        """The library that reads pages."""
        return Engine(self.settings.lezer)

    @property
    def extractor(self) -> str:
        """Key of readings: another limit may read what was refused before. `night.reading` adds to it for scans."""
        limits = self.limits
        return (
            f"{extractor_version(self.engine)}-{limits.seconds}s-{limits.memory_mb}MB-{limits.pages}p-{limits.bytes}b"
        )

    @cached_property
    def division(self) -> str:
        """Key of passages. The limits on reading belong to it: who sets one back finds the readings of then, and needs their passages."""
        return f"{self.extractor}-{self.ocr.key}-{self.language.id}-{PASSAGE_VERSION}"


@lru_cache(maxsize=1)
def open_workshop(settings_json: str) -> Workshop:
    """Return the workshop for settings as JSON, the same one for the same settings. Raises StoreError."""
    return Workshop(Settings.model_validate_json(settings_json))
