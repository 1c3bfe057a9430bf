"""What is wrong with a line on which people labelled a paper, in Dutch."""

from __future__ import annotations

import re

from pipeline.foundation.system_faults import os_fault

_NO_MEMBER = re.compile(r"(?P<value>.+) is not a valid \w+")
_NO_DAY = re.compile(r"Invalid isoformat string: (?P<value>.+)")
_NO_NUMBER = re.compile(r"invalid literal for int\(\) with base 10: (?P<value>.+)")


class LabelFault(ValueError):
    """A value that cannot be used; the message is Dutch."""


def label_fault(error: Exception) -> str:
    """Return what is to be said of an error that a labelled line raised: what is missing, or which value cannot be used."""
    if isinstance(error, LabelFault):
        return str(error)
    if isinstance(error, KeyError):
        return f"{error} ontbreekt"
    if isinstance(error, OSError):
        return f"{error.filename}: {os_fault(error)}" if error.filename else os_fault(error)
    for form, what in ((_NO_MEMBER, "bestaat niet"), (_NO_DAY, "is geen dag"), (_NO_NUMBER, "is geen getal")):
        if found := form.fullmatch(str(error)):
            return f"{found['value']} {what}"
    return "een waarde heeft een andere vorm dan verwacht"
