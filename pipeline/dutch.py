"""Lets the command's library speak Dutch: click looks its fixed texts up with gettext."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def speak_dutch() -> None:
    """Make the fixed texts of click Dutch for this process, whatever language the machine is set to."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(LOCALE))
