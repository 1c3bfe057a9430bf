"""What is said in Dutch of a setting that cannot be used."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from pipeline.configuration.sources import KINDS
from pipeline.foundation.dutch import toml_fault
from pipeline.foundation.system_faults import os_fault, remedy

CONFIG_FILE = "themaspin.toml"
ENVIRONMENT_PREFIX = "THEMASPIN_"
Fields = Mapping[str, FieldInfo]
"""The settings by name."""


def explain_unknown(variable: str, fields: Fields) -> str:
    """Return what is to be said of a variable of the environment that names no setting."""
    near = get_close_matches(variable.upper().removeprefix(ENVIRONMENT_PREFIX).lower(), fields, n=1)
    hint = f"Bedoelt u {ENVIRONMENT_PREFIX}{near[0].upper()}?" if near else "Zie: themaspin instellingen."
    return f"De omgeving heeft {variable}, maar die instelling bestaat niet. {hint} Haal de variabele anders weg."


def explain_file(error: OSError | ValueError | RecursionError) -> str:
    """Return what is to be said of a file of settings that cannot be read."""
    if isinstance(error, tomllib.TOMLDecodeError):
        return f"{CONFIG_FILE}: {toml_fault(error, Path(CONFIG_FILE).read_text(encoding='utf-8-sig'))}"
    if isinstance(error, UnicodeDecodeError):
        return f"{CONFIG_FILE} is geen UTF-8-tekst; bewaar het bestand als UTF-8."
    if isinstance(error, OSError):
        return f"{CONFIG_FILE} is niet te lezen: {os_fault(error)}. {remedy(error)}."
    return f"{CONFIG_FILE} is niet te lezen: {'te diep genest.' if isinstance(error, RecursionError) else error}"


def explain(problem: Any, fields: Fields, chosen: Mapping[str, Any]) -> str:
    """Return what is to be said of a value that pydantic refuses: which setting, where it came from, and what is expected. `chosen` are
    the values that were passed with the command."""
    if problem["loc"][:1] == ("bronnen",) and len(problem["loc"]) > 1:
        return _explain_source(problem)
    name, *within = problem["loc"]
    field = fields.get(name)
    if field is None:
        near = get_close_matches(name, fields, n=1)
        hint = f"Bedoelt u '{near[0]}'?" if near else "Zie: themaspin instellingen."
        return f"Instelling '{name}' bestaat niet. {hint}"
    place = "".join(f", nummer {number + 1}," for number in within if isinstance(number, int))
    setting = f"Instelling '{name}' ({_origin(name, chosen)}){place}"
    if problem["type"] == "value_error":
        return f"{setting}: {problem['ctx']['error']}."
    expected = f"verwacht{_form(problem)}: {field.description}"
    return f"{setting} kan niet {problem['input']!r} zijn; {expected}."


def _origin(name: str, chosen: Mapping[str, Any]) -> str:
    """Where a value that is not the default came from."""
    if chosen.get(name) is not None:
        return "meegegeven met de opdracht"
    variable = f"{ENVIRONMENT_PREFIX}{name.upper()}"
    stated = any(content and key.upper() == variable for key, content in os.environ.items())
    return f"{variable} in de omgeving" if stated else f"uit {CONFIG_FILE}"


def _form(problem: Any) -> str:
    """In what form a value is expected, where pydantic says so: " een geheel getal", " ten minste 1"."""
    known, kind = problem.get("ctx") or {}, problem["type"]
    bounds = {"ge": "ten minste", "gt": "meer dan", "le": "hoogstens", "lt": "minder dan"}
    if bound := next((bound for bound in bounds if bound in known), None):
        return f" {bounds[bound]} {known[bound]}"
    if kind == "literal_error":
        return f" {known['expected'].replace(' or ', ' of ')}"
    forms = {
        "int": "een geheel getal",
        "float": "een getal",
        "date": "een dag als 2021-01-31",
        "bool": "true of false",
        "string_type": "tekst",
    }
    comma = " met een punt, geen komma" if kind == "float_parsing" and "," in str(problem["input"]) else ""
    return next((f" {form}{comma}" for start, form in forms.items() if kind.startswith(start)), "")


def _explain_source(problem: Any) -> str:
    """Name the source and the key; pydantic puts the kind of source between the two, and of what in a list its place."""
    _, name, *rest = problem["loc"]
    kind, *keys = rest or [""]
    key = str(keys[0]) if keys else ""
    place = f"Bron '{name}' in {CONFIG_FILE}" + (f", sleutel '{key}'" if key else "")
    if len(keys) > 1 and isinstance(keys[1], int):
        place += f" (nummer {', '.join([str(keys[1] + 1), *map(str, keys[2:])])})"
    described = KINDS[kind].model_fields if kind in KINDS else {}
    if problem["type"] in ("union_tag_not_found", "union_tag_invalid"):
        return f"Bron '{name}' in {CONFIG_FILE}: geef soort op, een van: {', '.join(KINDS)}."
    if problem["type"] == "extra_forbidden":
        near = get_close_matches(str(keys[-1]), described, n=1)
        hint = f" Bedoelt u '{near[0]}'?" if near else ""
        return f"{place} bestaat niet.{hint} Wel: {', '.join(described)}."
    expected = f" Verwacht{_form(problem)}: {described[key].description}." if key in described else ""
    if problem["type"] == "missing":
        return f"{place} ontbreekt.{expected}"
    if problem["type"] == "value_error":
        return f"{place}: {problem['ctx']['error']}."
    return f"{place} kan niet {problem['input']!r} zijn.{expected}"
