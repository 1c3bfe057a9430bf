"""Read a source text: well-formed HTML with one ``<article>``, the same markup for every producer.

Blocks: ``h1``-``h3``, ``p``, ``ul``/``ol``, ``table``, ``section``/``div``/``aside``. Marked by class: ``voorblad`` (cover),
``liggend`` (landscape page), ``kopregel`` and ``voetregel`` (running header and footer; ``{pagina}`` is the page number).
``<nav class="inhoud"/>`` becomes a table of contents; ``<span class="noot">`` a footnote.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Papier:
    """A source text with the settings from ``papieren.toml``. `artikel` has lost its running lines."""

    artikel: ET.Element
    titel: str
    gegevens: dict
    kopregel: str = ""
    voetregel: str = ""
    opmaak: dict = field(default_factory=dict)


def heeft_klasse(element: ET.Element, klasse: str) -> bool:
    """Say whether the element carries the class."""
    return klasse in element.get("class", "").split()


def laat_weg(element: ET.Element, klassen: list[str]) -> None:
    """Remove, in place and at any depth, the elements that carry one of the classes."""
    for kind in list(element):
        if any(heeft_klasse(kind, klasse) for klasse in klassen):
            element.remove(kind)
        else:
            laat_weg(kind, klassen)


def neem_uit(element: ET.Element, klasse: str) -> str:
    """Remove the direct child with this class and return its text; an empty string where there is none."""
    for kind in list(element):
        if heeft_klasse(kind, klasse):
            element.remove(kind)
            return " ".join("".join(kind.itertext()).split())
    return ""


def lees_bron(pad: Path, gegevens: dict) -> Papier:
    """Read a source text; `gegevens` are the paper's settings."""
    artikel = ET.fromstring(pad.read_text(encoding="utf-8"))
    laat_weg(artikel, gegevens.get("weglaten", []))
    papier = Papier(artikel, gegevens.get("metatitel") or artikel.get("title", ""), gegevens)
    papier.kopregel, papier.voetregel = neem_uit(artikel, "kopregel"), neem_uit(artikel, "voetregel")
    papier.opmaak = gegevens.get("opmaak", {})
    return papier


def koppen(artikel: ET.Element) -> list[ET.Element]:
    """Return the chapter and section headings (``h2``, ``h3``) in reading order, each with an ``id``."""
    gevonden = [element for element in artikel.iter() if element.tag in ("h2", "h3")]
    for nummer, kop in enumerate(gevonden, start=1):
        kop.set("id", f"kop{nummer}")
    return gevonden


def tekst(element: ET.Element) -> str:
    """Return the text of an element without footnotes, white space folded."""
    kopie = copy.deepcopy(element)
    kopie.tail = None
    laat_weg(kopie, ["noot"])
    return " ".join("".join(kopie.itertext()).split())
