"""Which Dutch spaCy pipelines are at hand, and loading one: `nl_core_news_lg` when it is installed, else the embedded one.

Both have the same components. What is not used (names and the parser) is not loaded; sentences come from
the sentence recogniser behind our own rules.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import is_compatible_version, registry

from pipeline.foundation.journal import tell
from pipeline.language import sentences

AUTO = "auto"
PREFERRED = "nl_core_news_lg"
EMBEDDED = "nl_themaspin"
NEEDED = ("tok2vec", "tagger", "morphologizer", "lemmatizer", "senter")
"""Without these a pipeline cannot serve here."""
UNUSED = ("ner", "parser")


class TaalpijplijnOntbreekt(RuntimeError):
    """A spaCy pipeline is missing or does not fit; the message is Dutch and says what to install."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """What a pipeline says of itself; `spacy_version` is the range of versions it was made for."""

    name: str
    version: str
    spacy_version: str
    folder: Path

    @property
    def id(self) -> str:
        """Name and version, by which a classifier knows the pipeline it was trained with."""
        return f"{self.name}-{self.version}"

    @property
    def fits(self) -> bool:
        """Whether it was made for the spaCy that runs."""
        return is_compatible_version(spacy_version, self.spacy_version) is not False


def installed_pipelines(models: Path) -> tuple[LanguageModel, ...]:
    """The pipelines that can be loaded here, best first: the installed large one, then the embedded one in folder `models`."""
    found = (_find(PREFERRED, models), _find(EMBEDDED, models))
    return tuple(model for model in found if model and model.fits)


def load_language(name: str, models: Path) -> Language:
    """The pipeline called `name`, or with "auto" the best there is.

    Raises TaalpijplijnOntbreekt when it is missing, made for another spaCy, broken, or lacks a component.
    """
    model = installed_model(name, models)
    nlp = _loaded(model)
    if missing := [part for part in NEEDED if part not in nlp.component_names]:
        raise TaalpijplijnOntbreekt(f"Taalpijplijn {model.id} mist {', '.join(missing)}. {_remedy(model.name)}")
    if "senter" in nlp.disabled:  # as the published pipelines have it, which divide sentences with their parser
        nlp.enable_pipe("senter")
    nlp.add_pipe(sentences.COMPONENT, first=True)
    return nlp


def installed_model(name: str, models: Path) -> LanguageModel:
    """What the pipeline called `name` is, or with "auto" the best there is, without loading it. Raises TaalpijplijnOntbreekt."""
    return _best(models) if name == AUTO else _named(name, models)


def language_model(nlp: Language) -> LanguageModel:
    """What a loaded pipeline is."""
    return _model(nlp.meta, Path(nlp.path or ""))


def _best(models: Path) -> LanguageModel:
    large = _find(PREFERRED, models)
    if large and not large.fits:
        message = f"{large.id} hoort bij spaCy {large.spacy_version}; hier draait {spacy_version}, dus zij dient niet"
        tell("large_pipeline_does_not_fit", message, logging.WARNING, pipeline=large.id, spacy=spacy_version)
    if not (found := installed_pipelines(models)):
        _check_folder(models)
        raise TaalpijplijnOntbreekt(f"Er is geen Nederlandse taalpijplijn. {_remedy(PREFERRED)} {_remedy(EMBEDDED)}")
    return found[0]


def _named(name: str, models: Path) -> LanguageModel:
    model = _find(name, models)
    if model is None:
        _check_folder(models)
        raise TaalpijplijnOntbreekt(f"Taalpijplijn {name} is niet geïnstalleerd. {_remedy(name)}")
    if not model.fits:
        raise TaalpijplijnOntbreekt(
            f"Taalpijplijn {model.id} hoort bij spaCy {model.spacy_version}; hier draait {spacy_version}. {_remedy(name)}"
        )
    return model


def _check_folder(models: Path) -> None:
    if not models.is_dir():
        raise TaalpijplijnOntbreekt(f"Instelling 'models': de map {models} bestaat niet.")


def _find(name: str, models: Path) -> LanguageModel | None:
    """The pipeline in folder `models`, else the installed package of that name."""
    folder = models / name
    if not (folder / "meta.json").is_file():
        folder = _package_folder(name)
    try:
        return _model(json.loads((folder / "meta.json").read_text(encoding="utf-8")), folder) if folder else None
    except (OSError, ValueError, KeyError):
        raise TaalpijplijnOntbreekt(f"Taalpijplijn {name} in {folder} is beschadigd. {_remedy(name)}") from None


def _package_folder(name: str) -> Path | None:
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else None


def _model(meta: dict, folder: Path) -> LanguageModel:
    return LanguageModel(
        name=f"{meta['lang']}_{meta['name']}",
        version=meta["version"],
        spacy_version=meta.get("spacy_version", ""),
        folder=folder,
    )


_EMPTY = "themaspin.empty_tokenizer.v1"
_OWN_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": _EMPTY}}}


@registry.tokenizers(_EMPTY)
def _empty_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules, to be filled with those that every pipeline has on disk. spaCy would first give it the three
    thousand exceptions of Dutch, twice, and then throw them away: half of the time that loading takes."""
    return lambda nlp: Tokenizer(nlp.vocab)


def _loaded(model: LanguageModel) -> Language:
    try:
        if (model.folder / "__init__.py").is_file():
            return importlib.import_module(model.name).load(exclude=UNUSED, config=_OWN_TOKENIZER)
        return spacy.load(model.folder, exclude=UNUSED, config=_OWN_TOKENIZER)
    except Exception as error:  # whatever a broken folder makes spaCy raise
        message = f"Taalpijplijn {model.id} kan niet worden geladen ({error}). {_remedy(model.name)}"
        raise TaalpijplijnOntbreekt(message) from error


def _remedy(name: str) -> str:
    if name == EMBEDDED:
        return "Zet models/nl_themaspin uit de broncode terug of maak hem met `make taalmodel UD=<map>`."
    if not name.startswith("nl_core_news_"):
        return f"Instelling 'taalpijplijn' kan zijn: {AUTO}, {PREFERRED} of {EMBEDDED}."
    return f"Installeer hem met `python -m spacy download {name}`."
