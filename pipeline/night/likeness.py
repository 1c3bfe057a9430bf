"""Whether two machines make the same of a paper: everything that a reading, a passage or a judgement depends on."""

from __future__ import annotations

import os
from collections.abc import Mapping

from pipeline import __version__
from pipeline.documents.reading import documents_version
from pipeline.language.loading import TaalpijplijnOntbreekt
from pipeline.night.workshop import PASSAGE_VERSION, Workshop
from pipeline.sources.folder import InboxError, check_inbox
from pipeline.themes.storing import ClassifierError


def likeness(workshop: Workshop) -> dict[str, str]:
    """Return what this machine works with, by its Dutch name. Raises TaalpijplijnOntbreekt, ClassifierError."""
    return {
        "versie van themaspin": __version__,
        "lezer": workshop.extractor,
        "tekenherkenning": workshop.ocr.key if workshop.ocr.ready else "geen",
        "regels voor papieren": documents_version(),
        "taalpijplijn en passages": f"{workshop.language.id}-{PASSAGE_VERSION}",
        "classifier": workshop.judge,
    }


def unlike(workshop: Workshop, wanted: Mapping[str, str]) -> list[str]:
    """Return in Dutch how this machine differs from one with the likeness `wanted`, each as what follows on "this machine …"."""
    faults = []
    try:
        check_inbox(workshop.settings.inbox)
        with os.scandir(workshop.settings.inbox) as entries:
            if not any(entries):  # the folder on which a share should have been mounted
                faults.append(f"ziet een lege inbox {workshop.settings.inbox}: is de netwerkmap daar aangekoppeld?")
    except (InboxError, OSError) as error:
        faults.append(f"kan niet bij de inbox ({error})")
    try:
        here = likeness(workshop)
    except (TaalpijplijnOntbreekt, ClassifierError) as error:
        return [*faults, f"mist zijn gereedschap ({error})"]
    faults += [
        f"heeft een andere {name} ({here.get(name)}, nodig is {value})"
        for name, value in wanted.items()
        if here.get(name) != value
    ]
    return faults
