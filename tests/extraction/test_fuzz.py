"""Whatever happens to the bytes of a PDF: it is read, or refused with a reason, and never a fault of ours."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction.blocks import FileState
from pipeline.extraction.pool import read_many
from pipeline.extraction.refusal import Limits
from tests.extraction.print_shop import WERK, WONEN, write_lines

LIMITS = Limits(seconds=20, memory_mb=900)
TOKENS = (
    b"/Kids", b"/Parent", b"/Length", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/DCTDecode", b"/ToUnicode", b"/Prev", b"0 R",
    b"<<", b">>", b"[", b"]", b"stream\n", b"endstream", b"endobj", b"obj", b"null", b"-1", b"99999999999", b"%PDF-", b"Do", b"\xff\x00",
)  # fmt: skip


def _healthy() -> list[bytes]:
    """A paper of text, one of a picture, and the first again with its objects packed."""
    text, picture, packed = io.BytesIO(), io.BytesIO(), io.BytesIO()
    for file, draw in ((text, _write), (picture, _paint)):
        canvas = Canvas(file, pageCompression=0, invariant=1)
        for _ in range(2):
            draw(canvas)
            canvas.showPage()
        canvas.save()
    with pikepdf.open(io.BytesIO(text.getvalue())) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return [text.getvalue(), picture.getvalue(), packed.getvalue()]


def _write(canvas: Canvas) -> None:
    write_lines(canvas, 70, 700, WONEN[:80], WERK[:80])


def _paint(canvas: Canvas) -> None:
    image = Image.new("L", (60, 80), 240)
    image.paste(20, (10, 10, 50, 14))
    canvas.drawImage(ImageReader(image), 0, 0, 595, 842)


HEALTHY = _healthy()

change = st.tuples(
    st.sampled_from(["replace", "insert", "remove", "repeat", "cut"]),
    st.floats(0, 1),
    st.one_of(st.sampled_from(TOKENS), st.binary(min_size=1, max_size=12)),
    st.integers(1, 200),
)


@st.composite
def hurt(draw) -> bytes:
    """A healthy PDF after some accidents."""
    content = draw(st.sampled_from(HEALTHY))
    for kind, place, piece, length in draw(st.lists(change, min_size=1, max_size=6)):
        at = int(place * len(content))
        if kind == "replace":
            content = content[:at] + piece + content[at + len(piece) :]
        elif kind == "insert":
            content = content[:at] + piece + content[at:]
        elif kind == "remove":
            content = content[:at] + content[at + length :]
        elif kind == "repeat":
            content = content[:at] + content[at : at + length] * 3 + content[at + length :]
        elif at > 20:
            content = content[:at]
    return content


def _read_all(files: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, content in enumerate(files):
            paths.append((str(number), Path(folder) / f"{number}.pdf"))
            paths[-1][1].write_bytes(content)
        found = dict(read_many(paths, LIMITS, workers=2))
        assert len(found) == len(files)
        for number, extraction in found.items():
            assert extraction.state is not FileState.FAILED, (extraction.reason, files[int(number)])
            assert bool(extraction.reason) == (extraction.state is FileState.UNREADABLE)


relaxed = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}


@pytest.mark.traag
@settings(max_examples=4, derandomize=True, **relaxed)
@given(st.lists(hurt(), min_size=20, max_size=20))
def test_hurt_files_are_read_or_refused(files):
    _read_all(files)


@pytest.mark.zwaar
@pytest.mark.traag
@settings(max_examples=60, **relaxed)
@given(st.lists(hurt(), min_size=40, max_size=40))
def test_many_hurt_files_are_read_or_refused(files):
    _read_all(files)


@pytest.mark.traag
def test_a_file_cut_off_anywhere_is_read_or_refused():
    whole = HEALTHY[2]
    _read_all([whole[:end] for end in range(30, len(whole), max(1, len(whole) // 60))])
