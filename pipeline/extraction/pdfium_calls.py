"""PDFium's functions that are called for every character and every line drawn, bound so that a whole page costs milliseconds.

pypdfium2's own bindings build a Python object for every argument. Here arguments are plain addresses into numpy arrays, which
PDFium fills, and `map` makes the calls: a quarter of a microsecond each.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

Call = Callable[..., int]
Point = tuple[float, float]
Floats = np.ndarray[Any, np.dtype[np.floating[Any]]]

_HANDLE, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
_ADDRESS, _UNSIGNED = ctypes.c_size_t, ctypes.c_uint


def _bound(function: Any, result: Any, *arguments: Any) -> Call:
    """A PDFium function of pypdfium2 with plainer arguments, which does not let other threads in between two characters."""
    address = ctypes.cast(function, _HANDLE).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_unicode_of = _bound(pdfium.FPDFText_GetUnicode, _UNSIGNED, _HANDLE, _INT)
_text = _bound(pdfium.FPDFText_GetText, _INT, _HANDLE, _INT, _INT, _ADDRESS)
text_object_of = _bound(pdfium.FPDFText_GetTextObject, _ADDRESS, _HANDLE, _INT)
is_generated = _bound(pdfium.FPDFText_IsGenerated, _INT, _HANDLE, _INT)
map_error_of = _bound(pdfium.FPDFText_HasUnicodeMapError, _INT, _HANDLE, _INT)
font_of = _bound(pdfium.FPDFTextObj_GetFont, _ADDRESS, _HANDLE)
render_mode_of = _bound(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _ADDRESS)
_origin = _bound(pdfium.FPDFText_GetCharOrigin, _INT, _HANDLE, _INT, _ADDRESS, _ADDRESS)
_matrix = _bound(pdfium.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _ADDRESS)
_fill = _bound(pdfium.FPDFText_GetFillColor, _INT, _HANDLE, _INT, *(_ADDRESS,) * 4)
_font_size = _bound(pdfium.FPDFText_GetFontSize, ctypes.c_double, _HANDLE, _INT)
_font_name = _bound(pdfium.FPDFFont_GetBaseFontName, _ADDRESS, _HANDLE, _ADDRESS, _ADDRESS)
_glyph_width = _bound(pdfium.FPDFFont_GetGlyphWidth, _INT, _HANDLE, ctypes.c_uint32, _FLOAT, _ADDRESS)
_bounds = _bound(pdfium.FPDFPageObj_GetBounds, _INT, _HANDLE, *(_ADDRESS,) * 4)
_object_size = _bound(pdfium.FPDFTextObj_GetFontSize, _INT, _HANDLE, _ADDRESS)
_descent = _bound(pdfium.FPDFFont_GetDescent, _INT, _HANDLE, _FLOAT, _ADDRESS)
_object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, _INT, _HANDLE, _ADDRESS)
_object_fill = _bound(pdfium.FPDFPageObj_GetFillColor, _INT, _HANDLE, *(_ADDRESS,) * 4)
_object_stroke = _bound(pdfium.FPDFPageObj_GetStrokeColor, _INT, _HANDLE, *(_ADDRESS,) * 4)
_clip_path = _bound(pdfium.FPDFPageObj_GetClipPath, _ADDRESS, _HANDLE)
_count_clips = _bound(pdfium.FPDFClipPath_CountPaths, _INT, _HANDLE)
_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, _INT, _HANDLE, _ADDRESS, _ADDRESS)
_segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, _INT, _HANDLE, _ADDRESS, _ADDRESS)
count_objects = _bound(pdfium.FPDFPage_CountObjects, _INT, _HANDLE)
page_object = _bound(pdfium.FPDFPage_GetObject, _ADDRESS, _HANDLE, _INT)
count_in_form = _bound(pdfium.FPDFFormObj_CountObjects, _INT, _HANDLE)
form_object = _bound(pdfium.FPDFFormObj_GetObject, _ADDRESS, _HANDLE, ctypes.c_ulong)
kind_of = _bound(pdfium.FPDFPageObj_GetType, _INT, _HANDLE)
count_annotations = _bound(pdfium.FPDFPage_GetAnnotCount, _INT, _HANDLE)
annotation = _bound(pdfium.FPDFPage_GetAnnot, _ADDRESS, _HANDLE, _INT)
annotation_kind = _bound(pdfium.FPDFAnnot_GetSubtype, _INT, _ADDRESS)
close_annotation = _bound(pdfium.FPDFPage_CloseAnnot, None, _ADDRESS)
count_segments = _bound(pdfium.FPDFPath_CountSegments, _INT, _HANDLE)
_segment = _bound(pdfium.FPDFPath_GetPathSegment, _ADDRESS, _HANDLE, _INT)
_segment_kind = _bound(pdfium.FPDFPathSegment_GetType, _INT, _HANDLE)
_segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, _INT, _HANDLE)

_numbers = (_FLOAT * 6)()
_colour = (_UNSIGNED * 4)()
_modes = (_INT * 2)()
_N, _C, _M = ctypes.addressof(_numbers), ctypes.addressof(_colour), ctypes.addressof(_modes)


def object_matrix(item: int) -> tuple[float, float, float, float, float, float]:
    """a, b, c, d, e, f of something drawn; that which changes nothing where it has none."""
    if not _object_matrix(item, _N):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    a, b, c, d, e, f = _numbers
    return a, b, c, d, e, f


def object_fill(item: int) -> tuple[int, ...] | None:
    """Red, green, blue and alpha (0-255) inside a path, None when it has no plain colour."""
    return tuple(_colour) if _object_fill(item, _C, _C + 4, _C + 8, _C + 12) else None


def object_stroke(item: int) -> tuple[int, ...] | None:
    """The same of its border."""
    return tuple(_colour) if _object_stroke(item, _C, _C + 4, _C + 8, _C + 12) else None


def draw_mode(item: int) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its border is drawn."""
    return (bool(_modes[0]), bool(_modes[1])) if _draw_mode(item, _M, _M + 4) else (False, False)


def segments(item: int, count: int) -> tuple[list[int], list[Point], list[int]]:
    """The kinds of a path's segments, where each ends (before the path's matrix), and whether each leads back to the start."""
    handles = list(map(_segment, repeat(item), range(count)))
    ends = (_FLOAT * (2 * count))()
    start = ctypes.addressof(ends)
    list(map(_segment_point, handles, range(start, start + 8 * count, 8), range(start + 4, start + 4 + 8 * count, 8)))
    points = list(zip(ends[::2], ends[1::2], strict=True))
    return list(map(_segment_kind, handles)), points, list(map(_segment_closes, handles))


def is_clipped(item: int) -> bool:
    """Whether something drawn is seen within another path only."""
    return _count_clips(_clip_path(item)) > 0


def draw_modes(paths: Sequence[int]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Of each path whether it is filled, and whether its border is drawn: (n, 2)."""
    modes = np.zeros((len(paths), 2), np.int32)
    list(map(_draw_mode, paths, _places(modes), _places(modes, 4)))
    return modes.astype(bool)


def object_matrices(items: Sequence[int]) -> Floats:
    """a, b, c, d, e, f of each thing drawn; those that change nothing where it has none: (n, 6)."""
    found = np.tile(np.array((1, 0, 0, 1, 0, 0), np.float32), (len(items), 1))
    list(map(_object_matrix, items, _places(found)))
    return found.astype(np.float64)


def ends_of(paths: Sequence[int], count: int) -> Floats:
    """Where each of the `count` segments of each path ends (before the path's matrix): (n, count, 2); not a number for a path that is
    not one line of straight pieces."""
    handles = [_segment(path, number) for path in paths for number in range(count)]
    ends = np.zeros((len(handles), 2), np.float32)
    list(map(_segment_point, handles, _places(ends), _places(ends, 4)))
    kinds = np.array(list(map(_segment_kind, handles)), np.int32).reshape(-1, count)
    found = ends.astype(np.float64).reshape(-1, count, 2)
    found[(kinds[:, 1:] != pdfium.FPDF_SEGMENT_LINETO).any(axis=1)] = np.nan  # every path begins with a move
    return found


def handle_of(thing: Any) -> int:
    """The address of what a pypdfium2 object stands for."""
    return ctypes.cast(thing.raw, _HANDLE).value or 0


def ask(function: Callable[..., Any], whole: int, indices: Iterable[int]) -> list[Any]:
    """What `function` says of each character of a text, or each thing of a page or group."""
    return list(map(function, repeat(whole), indices))


_NO_CODE = 0xFFFE
"""What PDFium's text has for a hyphen at the end of a line."""


def codes_of(text: int, count: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The Unicode code of each character."""
    buffer = np.zeros(count + 1, np.uint16)
    # PDFium's text has the same characters one for one, unless some lie outside the basic plane or have no code at all
    if _text(text, 0, count, buffer.ctypes.data) == count + 1 and not (buffer & 0xF800 == 0xD800).any():
        codes = buffer[:count].astype(np.int64)
        for place in np.flatnonzero(codes == _NO_CODE).tolist():
            codes[place] = _unicode_of(text, place)
        return codes
    return np.array(ask(_unicode_of, text, range(count)), np.int64)


def loose_boxes(text: int, indices: Sequence[int]) -> Floats:
    """Left, top, right and bottom of each character as wide as it moves the pen on: (n, 4), PDF user space."""
    boxes = np.zeros((len(indices), 4), np.float32)
    list(map(_loose_box, repeat(text), indices, _places(boxes)))
    return boxes.astype(np.float64)


def origins(text: int, indices: Sequence[int]) -> Floats:
    """Where the baseline of each character begins: (n, 2), PDF user space."""
    points = np.zeros((len(indices), 2), np.float64)
    list(map(_origin, repeat(text), indices, _places(points), _places(points, 8)))
    return points


def matrices(text: int, indices: Sequence[int]) -> Floats:
    """a, b, c, d, e, f of each character: (n, 6)."""
    found = np.zeros((len(indices), 6), np.float32)
    list(map(_matrix, repeat(text), indices, _places(found)))
    return found.astype(np.float64)


def font_sizes(text: int, indices: Sequence[int]) -> Floats:
    """Size of each character before its matrix: (n,)."""
    return np.array(ask(_font_size, text, indices), np.float64)


def fill_colours(text: int, indices: Sequence[int]) -> np.ndarray[Any, np.dtype[np.uint32]]:
    """Red, green, blue and alpha (0-255) of each character; black where it has no plain colour: (n, 4)."""
    colours = np.zeros((len(indices), 4), np.uint32)
    places = [_places(colours, 4 * part) for part in range(4)]
    list(map(_fill, repeat(text), indices, *places))
    return colours


def font_name(font: int) -> str:
    """The name of a font as the file has it ("ABCDEF+Calibri-Bold"), "" when it has none."""
    buffer = ctypes.create_string_buffer(256)
    length = _font_name(font, ctypes.addressof(buffer), len(buffer))
    return buffer.value.decode("utf-8", "replace") if 0 < length <= len(buffer) else ""


def font_descent(font: int) -> float:
    """How far a font reaches under its baseline, in ems; negative, 0 when the file does not say."""
    depth = _FLOAT()
    return depth.value if _descent(font, 1.0, ctypes.addressof(depth)) else 0.0


def glyph_width(font: int, code: int) -> float:
    """How far the pen moves on for a character of a font, in ems; 0 when the font does not have it."""
    return _numbers[0] if font and _glyph_width(font, code, 1.0, _N) else 0.0


def without_ink(items: Sequence[int]) -> list[int]:
    """The text objects that are no wider than nothing: they hold but spaces, and PDFium gives no characters of them."""
    bounds = np.zeros((len(items), 4), np.float32)
    found = np.array(list(map(_bounds, items, *(_places(bounds, 4 * side) for side in range(4)))), bool)
    return [items[place] for place in np.flatnonzero(found & (np.abs(bounds[:, 2] - bounds[:, 0]) < 0.01)).tolist()]


def object_size(item: int) -> float:
    """The font size of a text object before its matrix."""
    return _numbers[0] if _object_size(item, _N) else 0.0


def _places(table: np.ndarray[Any, Any], offset: int = 0) -> range:
    """The address of each row of a table, `offset` bytes into it."""
    step = table.itemsize * table.shape[1]
    start = table.ctypes.data + offset
    return range(start, start + step * len(table), step)
