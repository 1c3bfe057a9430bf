"""Layers of a file (optional content) that are switched off: what stands in them is on no page that a reader sees.

PDFium paints pages without them, but gives their text as any other, and does not tell which layer a text is in. So pages with
something in such a layer are read by pdfplumber, whose parser is told here to leave it out.
"""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfplumber.page import Page as PlumberPage

LIST, PACKED = b"/OCProperties", b"/ObjStm"
"""What a file with layers holds: their list, as it is or among packed objects."""
LARGEST_PACKED, LARGEST_UNPACKED = 50_000, 2_000_000
"""Bytes of packed objects that are looked through, before and after unpacking; of larger ones it is not known."""
DEEPEST = 15
"""Groups within groups that are looked into."""
_VISIBLE = {
    "AnyOn": lambda off: not all(off),
    "AllOn": lambda off: not any(off),
    "AnyOff": any,
    "AllOff": all,
}
"""When something that belongs to several layers is seen, by what is off among them; the first is the usual one."""


def may_have_hidden_layers(path: Path) -> bool:
    """Whether layers of a file are switched off, as far as pdfminer can open it. Files without layers cost next to nothing."""
    with path.open("rb") as file:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if not _lists_layers(content):
                return False
        try:
            # a table of objects that has to be searched together costs more than layers are worth
            return bool(Layers.of(PDFDocument(PDFParser(file), fallback=False).catalog))
        except MemoryError:
            raise
        except Exception:  # a damaged file makes pdfminer raise anything at all
            return False


def _lists_layers(content: mmap.mmap) -> bool:
    """Whether the list of layers may be in a file: false where it is surely not, packed or not."""
    if content.find(LIST) >= 0:
        return True
    place = content.find(PACKED)
    while place >= 0:
        start = content.find(b"stream", place)
        unpacked = _unpacked(content, place, start) if start >= 0 else None
        if unpacked is None or LIST in unpacked:
            return True
        place = content.find(PACKED, start)
    return False


def _unpacked(content: mmap.mmap, place: int, start: int) -> bytes | None:
    """The packed objects whose bytes begin at this "stream"; None where they are packed in no usual way."""
    head = content[max(0, place - 300) : start]
    if b"/FlateDecode" not in head or b"/Predictor" in head:
        return None
    first = start + (8 if content[start + 6 : start + 7] == b"\r" else 7)
    inflater = zlib.decompressobj()
    try:
        unpacked = inflater.decompress(content[first : first + LARGEST_PACKED], LARGEST_UNPACKED)
    except zlib.error:  # encrypted, or damaged
        return None
    return unpacked if inflater.eof else None


class Layers:
    """The layers of a file that are switched off, by the numbers of their objects; false where there are none."""

    def __init__(self, off: frozenset[int]) -> None:
        self._off = off

    def __bool__(self) -> bool:
        return bool(self._off)

    @classmethod
    def of(cls, catalog: Mapping[str, Any]) -> Layers:
        """As the file opens: its default configuration, and what layers say of being seen on a screen where that heeds it."""
        properties = _dict(catalog.get("OCProperties"))
        default = _dict(properties.get("D"))
        every = set(_numbers(properties.get("OCGs")))
        off = set(every) if _name(default.get("BaseState")) == "OFF" else set()
        off = (off - set(_numbers(default.get("ON")))) | set(_numbers(default.get("OFF")))
        seen, unseen = _on_a_screen(default)
        return cls(frozenset((off - seen) | unseen))

    def hide(self, membership: Any) -> bool:
        """Whether what belongs to this layer, or to several by a rule, is not seen."""
        if isinstance(membership, PDFObjRef) and membership.objid in self._off:
            return True
        rule = _dict(membership)
        layers = list(_numbers(rule.get("OCGs")))
        if not layers:
            return False
        return not _VISIBLE.get(_name(rule.get("P")), _VISIBLE["AnyOn"])([layer in self._off for layer in layers])

    def are_on(self, page: PDFPage) -> bool:
        """Whether the page has anything that can be in one of them."""
        return any(map(self.hide, _memberships(page.resources, set(), 0)))


def layout_without(layers: Layers, page: PlumberPage) -> LTPage:
    """The parsed page without what these layers hide. Raises whatever pdfminer raises on a damaged page."""
    device = _Seen(layers, page.pdf.rsrcmgr, page.page_number)
    _LayerReader(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return device.get_result()


class _Seen(PDFPageAggregator):
    """Takes in what is drawn on a page while `hidden` is false."""

    def __init__(self, layers: Layers, resources: PDFResourceManager, number: int) -> None:
        super().__init__(resources, pageno=number, laparams=None)
        self.layers = layers
        self.hidden = False

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        # what is not seen moves the pen on all the same
        before = len(self.cur_item)
        moved = super().render_char(*args, **kwargs)
        if self.hidden:
            del self.cur_item._objs[before:]
        return moved

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        if not self.hidden:
            super().paint_path(*args, **kwargs)

    def render_image(self, *args: Any, **kwargs: Any) -> None:
        if not self.hidden:
            super().render_image(*args, **kwargs)


class _LayerReader(PDFPageInterpreter):
    """Reads what a page draws, and tells its device what of that is hidden. There is one for each group (form XObject)."""

    device: _Seen

    def init_resources(self, resources: Any) -> None:
        super().init_resources(resources)
        self._around = self.device.hidden
        self._marks: list[bool] = []

    def do_BMC(self, tag: Any) -> None:  # noqa: N802 - the name of the operator
        super().do_BMC(tag)
        self._marks.append(False)

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: N802
        super().do_BDC(tag, props)
        named = (
            _dict(_dict(self.resources).get("Properties")).get(_name(props)) if isinstance(props, PSLiteral) else None
        )
        self._marks.append(_name(tag) == "OC" and self.device.layers.hide(named))
        self._tell()

    def do_EMC(self) -> None:  # noqa: N802
        super().do_EMC()
        if self._marks:
            self._marks.pop()
        self._tell()

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        drawn = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if isinstance(drawn, PDFStream) and self.device.layers.hide(drawn.attrs.get("OC")):
            return
        super().do_Do(xobjid_arg)
        self._tell()

    def _tell(self) -> None:
        self.device.hidden = self._around or any(self._marks)


def _memberships(resources: Any, seen: set[int], depth: int) -> Iterator[Any]:
    """The layers, and rules on layers, that are named by what a page or group draws."""
    held = _dict(resources)
    yield from _dict(held.get("Properties")).values()
    for reference in _dict(held.get("XObject")).values():
        if isinstance(reference, PDFObjRef):
            if reference.objid in seen:
                continue
            seen.add(reference.objid)
        drawn = resolve1(reference)
        if isinstance(drawn, PDFStream):
            yield drawn.attrs.get("OC")
            if depth < DEEPEST:
                yield from _memberships(drawn.attrs.get("Resources"), seen, depth + 1)


def _on_a_screen(configuration: Mapping[str, Any]) -> tuple[set[int], set[int]]:
    """The layers that are switched on, and off, for being looked at: a mark may be there to be printed only."""
    states: dict[str, set[int]] = {"ON": set(), "OFF": set()}
    for automatic in map(_dict, _list(configuration.get("AS"))):
        layers = _list(automatic.get("OCGs")) if _name(automatic.get("Event")) == "View" else []
        for layer in layers:
            view = _dict(_dict(_dict(layer).get("Usage")).get("View"))
            states.get(_name(view.get("ViewState")), set()).update(_numbers(layer))
    return states["ON"], states["OFF"]


def _numbers(references: Any) -> Iterator[int]:
    """The object numbers of one reference, or of a list of them."""
    for reference in _list(references) or [references]:
        if isinstance(reference, PDFObjRef):
            yield reference.objid


def _dict(value: Any) -> Mapping[str, Any]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _list(value: Any) -> list[Any]:
    found = resolve1(value)
    return found if isinstance(found, list) else []


def _name(value: Any) -> str:
    found = resolve1(value)
    return literal_name(found) if isinstance(found, PSLiteral) else ""
