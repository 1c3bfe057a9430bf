"""The settings as a table: what the command shows and the README has."""

from __future__ import annotations

from typing import Any

from pipeline.foundation.markdown import table
from pipeline.settings import Settings


def settings_table() -> str:
    """Return the settings as a Markdown table, as the README shows it."""
    rows = (
        (f"`{name}`", _default(name, field.default), field.description) for name, field in Settings.model_fields.items()
    )
    return table(("instelling", "standaard", "betekenis"), rows)


def _default(name: str, value: Any) -> str:
    if name == "models":
        return "`models`"
    if isinstance(value, list):
        value = ", ".join(value)
    return f"`{value}`" if value not in ("", None, {}) else ""
