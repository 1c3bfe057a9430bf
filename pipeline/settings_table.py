"""The settings as a table: what the command shows and the README has."""

from __future__ import annotations

from typing import Any

from pipeline.settings import Settings


def settings_table() -> str:
    """Return the settings as a Markdown table, as the README shows it."""
    rows = ["| instelling | standaard | betekenis |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        rows.append(f"| `{name}` | {_default(name, field.default)} | {field.description} |")
    return "\n".join(rows)


def _default(name: str, value: Any) -> str:
    if name == "models":
        return "`models`"
    if isinstance(value, list):
        value = ", ".join(value)
    return f"`{value}`" if value not in ("", None, {}) else ""
