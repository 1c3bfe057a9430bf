"""Small files made to hurt whoever reads them: each a few kilobytes that unfold to minutes or gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"


def _file(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with its table of where they stand."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
        for number in range(1, size)
    )
    out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table)
    return bytes(out)


def _stream(content: bytes, entries: bytes = b"", *, packed: bool = True) -> bytes:
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


def _page(resources: bytes = b"", contents: bytes = b"4 0 R") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%b>>/Contents %b>>" % (resources, contents)


def _one_page(content: bytes, resources: bytes = b"", more: dict[int, bytes] | None = None) -> bytes:
    return _file({1: CATALOG, 2: ONE_PAGE, 3: _page(resources), 4: _stream(content), **(more or {})})


@cache
def _gigabyte() -> bytes:
    """A gigabyte of zeros, packed, without ever holding them."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    out = b"".join(packer.compress(block) for _ in range(1 << 10))
    return out + packer.flush()


FONT = b"/Font<</F1 10 0 R>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F1 10 Tf 60 700 Td (De gemeente bouwt) Tj ET"


def nested_xobjects() -> bytes:
    """Ten drawings that each draw the next ten times: ten thousand million characters."""
    depth = 10
    more = {10: HELVETICA}
    for level in range(depth):
        inner = b"/X Do " * 10 if level < depth - 1 else TEXT
        resources = b"/XObject<</X %d 0 R>>" % (21 + level) if level < depth - 1 else FONT
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%b>>" % resources
        more[20 + level] = _stream(inner, entries)
    return _one_page(b"/X Do", b"/XObject<</X 20 0 R>>", more)


def self_referring_xobject() -> bytes:
    """A drawing that draws itself, twice."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 20 0 R>>/Font<</F1 10 0 R>>>>"
    form = _stream(TEXT + b" /X Do /X Do", entries)
    return _one_page(b"/X Do", b"/XObject<</X 20 0 R>>", {10: HELVETICA, 20: form})


def operators() -> bytes:
    """Thirty million strokes."""
    return _one_page(b"0 0 m 1 1 l S\n" * 30_000_000)


def saved_states() -> bytes:
    """Ten million graphics states put aside and never taken back."""
    return _one_page(b"q " * 10_000_000)


def flate() -> bytes:
    """A gigabyte of nothing in one megabyte."""
    packed = _gigabyte()
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)
    return _file({1: CATALOG, 2: ONE_PAGE, 3: _page(), 4: stream})


def flate_in_flate() -> bytes:
    """The same, packed twice, in a few kilobytes."""
    packed = zlib.compress(_gigabyte(), 9)
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%b\nendstream" % (len(packed), packed)
    return _file({1: CATALOG, 2: ONE_PAGE, 3: _page(), 4: stream})


def filters() -> bytes:
    """A stream that is said to be packed five hundred thousand times over."""
    names = b"/FlateDecode" * 500_000
    stream = b"<</Length 4/Filter[%b]>>\nstream\nabcd\nendstream" % names
    return _file({1: CATALOG, 2: ONE_PAGE, 3: _page(), 4: stream})


def predictor() -> bytes:
    """A predictor of two thousand million columns."""
    entries = b"/DecodeParms<</Predictor 12/Columns 2147483647/Colors 4/BitsPerComponent 16>>"
    return _file({1: CATALOG, 2: ONE_PAGE, 3: _page(), 4: _stream(b"\x02" + bytes(1000), entries)})


def _image(width: int, height: int, entries: bytes, data: bytes) -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (width, height)
    image = b"<<%b%b/Length %d>>\nstream\n%b\nendstream" % (head, entries, len(data), data)
    return _one_page(b"q 595 0 0 842 0 0 cm /I Do Q", b"/XObject<</I 20 0 R>>", {20: image})


def image() -> bytes:
    """A picture of 60,000 by 60,000 dots in colour: ten gigabytes."""
    data = _gigabyte()
    return _image(60_000, 60_000, b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode", data)


def image_of_impossible_size() -> bytes:
    """A picture that says it is two thousand million dots wide and high."""
    data = zlib.compress(bytes(100))
    return _image(2147483647, 2147483647, b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", data)


def jbig2() -> bytes:
    """A JBIG2 picture whose page segment asks for four thousand million rows."""
    segment = b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13"
    page = (0xFFFFFFFF).to_bytes(4, "big") * 2 + bytes(8) + b"\x00\x00\x00"
    return _image(5000, 5000, b"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode", segment + page)


def jpx() -> bytes:
    """A JPEG 2000 picture of four thousand million by four thousand million dots in tiles of one dot."""
    most = (0xFFFFFFFE).to_bytes(4, "big")
    one = (1).to_bytes(4, "big")
    size = b"\xff\x51\x00\x29\x00\x00" + most * 2 + bytes(8) + one * 2 + bytes(8) + b"\x00\x01\x07\x01\x01"
    return _image(60_000, 60_000, b"/Filter/JPXDecode", b"\xff\x4f" + size + b"\xff\x90" + bytes(200))


def tiling_pattern() -> bytes:
    """A page filled with tiles of a thousandth of a point, below white text so that it has to be painted."""
    entries = (
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 .001 .001]/XStep .001/YStep .001/Resources<<>>"
    )
    tile = _stream(b"0 0 .0005 .0005 re f", entries)
    content = b"/Pattern cs /P scn 0 0 595 842 re f 1 g " + TEXT
    return _one_page(content, b"/Pattern<</P 20 0 R>>" + FONT, {10: HELVETICA, 20: tile})


def character_map() -> bytes:
    """A font whose map to characters runs over four thousand million codes."""
    ranges = b"begincmap\n1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n"
    ranges += b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange\nendcmap"
    return _type0(b"", ranges)


def widths() -> bytes:
    """A font with a width for each of four thousand million characters."""
    return _type0(b"/W[0 4294967295 500]", b"begincmap endcmap")


def _type0(widths: bytes, ranges: bytes) -> bytes:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 13 0 R>>"
    descendant = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>"
    descendant += b"/FontDescriptor 12 0 R%b>>" % widths
    descriptor = (
        b"<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200>>"
    )
    fonts = {10: font, 11: descendant, 12: descriptor, 13: _stream(ranges)}
    return _one_page(b"BT /F1 10 Tf 60 700 Td <00410042> Tj ET", FONT, fonts)


def glyph_that_draws_itself() -> bytes:
    """A letter drawn by showing that letter."""
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 11 0 R>>"
    font += b"/Encoding<</Type/Encoding/Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</F1 10 0 R>>>>>>"
    return _one_page(b"BT /F1 10 Tf 60 700 Td (aaa) Tj ET", FONT, {10: font, 11: _stream(b"BT /F1 9 Tf (aa) Tj ET")})


def nested_arrays() -> bytes:
    """A hundred thousand lists within each other."""
    deep = b"[" * 100_000 + b"]" * 100_000
    return _file({1: b"<</Type/Catalog/Pages 2 0 R/Names %b>>" % deep, 2: ONE_PAGE, 3: _page(), 4: _stream(b"")})


def length_of_itself() -> bytes:
    """A stream whose length is that same stream."""
    stream = b"<</Length 4 0 R>>\nstream\nBT ET\nendstream"
    return _file({1: CATALOG, 2: ONE_PAGE, 3: _page(), 4: stream})


def table_that_follows_itself() -> bytes:
    """A table of objects whose former version is itself."""
    plain = _one_page(TEXT, FONT, {10: HELVETICA})
    place = int(plain.rsplit(b"startxref\n", 1)[1].split()[0])
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place, 1)


def page_tree_that_bites_its_tail() -> bytes:
    """A page tree among whose branches is the tree itself."""
    tree = b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>>"
    return _file({1: CATALOG, 2: tree, 3: _page(FONT), 4: _stream(TEXT), 10: HELVETICA})


def deep_page_tree() -> bytes:
    """A page at the end of five thousand branches."""
    depth = 5000
    objects = {
        1: b"<</Type/Catalog/Pages 20 0 R>>",
        3: b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]>>" % (19 + depth),
    }
    for level in range(depth):
        child = 21 + level if level < depth - 1 else 3
        objects[20 + level] = b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (child, max(20, 19 + level))
    return _file(objects)


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + number) for number in range(count))
    objects = {1: CATALOG, 2: b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)}
    objects |= {10 + number: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>" for number in range(count)}
    return _file(objects)


def pages_20_000() -> bytes:
    """Twenty thousand pages."""
    return _many_pages(20_000)


def pages_200_000() -> bytes:
    """Two hundred thousand pages."""
    return _many_pages(200_000)


def count_that_lies() -> bytes:
    """One page that says it is two thousand million."""
    return _file(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>",
            3: _page(FONT),
            4: _stream(TEXT),
            10: HELVETICA,
        }
    )


def same_page_many_times() -> bytes:
    """Fifteen hundred times the same page of many characters."""
    kids = b"3 0 R " * 1500
    content = b"BT /F1 1 Tf " + b"1 0 0 1 60 700 Tm (abcdefghij) Tj " * 3000 + b"ET"
    pages = b"<</Type/Pages/Count 1500/Kids[%b]>>" % kids
    return _file({1: CATALOG, 2: pages, 3: _page(FONT), 4: _stream(content), 10: HELVETICA})


def huge_page() -> bytes:
    """A page of a thousand kilometres each way, with white text so that it has to be painted."""
    page = _page(FONT).replace(b"[0 0 595 842]", b"[0 0 2000000000 2000000000]")
    return _file({1: CATALOG, 2: ONE_PAGE, 3: page, 4: _stream(b"1 g " + TEXT), 10: HELVETICA})


BOMBS: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        nested_xobjects, self_referring_xobject, operators, saved_states, flate, flate_in_flate, filters, predictor, image,
        image_of_impossible_size, jbig2, jpx, tiling_pattern, character_map, widths, glyph_that_draws_itself, nested_arrays,
        length_of_itself, table_that_follows_itself, page_tree_that_bites_its_tail, deep_page_tree, pages_20_000,
        pages_200_000, count_that_lies, same_page_many_times, huge_page,
    )
}  # fmt: skip


def lay(name: str, folder: Path) -> Path:
    """The bomb of that name as a file in `folder`."""
    path = folder / f"{name}.pdf"
    path.write_bytes(BOMBS[name]())
    return path
