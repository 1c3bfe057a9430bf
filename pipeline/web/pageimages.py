"""Images of pages with a passage outlined, painted in a child process that can be killed, and kept on disk after that."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import resource
import tempfile
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from pipeline.foundation.forking import forking
from pipeline.publish.pageimages import images_folder

WIDTH = 1100
"""Of an image, in pixels: sharp on a screen, and twice what a column of text takes."""
TALLEST = 4_000
MARGIN = 70
"""Points of the page that are shown above and below a passage, so that one sees where it stands."""
SECONDS = 15
MEMORY_MB = 1_500
PAGES_PER_CHILD = 500
OUTLINE, SHADE = (176, 58, 20), (255, 214, 102)
PAD = 4
"""Points between the text and its outline."""
LINE, ROOM = 4, 3
"""Pixels that the outline is thick, and that it stands off."""
QUALITY, METHOD = 82, 2
"""Of the WebP."""

Box = tuple[float, float, float, float]


class NotPainted(Exception):
    """A page cannot be shown as an image; the message is Dutch."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """What is painted: a page (from 1), the boxes of the passage (points from the top left), and whether only its surroundings."""

    sha: str
    page: int
    boxes: tuple[Box, ...]
    cropped: bool

    @property
    def name(self) -> str:
        """The name under which it is kept: the same exactly when the image is."""
        painted_with = [WIDTH, TALLEST, MARGIN, PAD, LINE, ROOM, OUTLINE, SHADE, QUALITY, METHOD]
        return hashlib.sha256(json.dumps([painted_with, asdict(self)]).encode()).hexdigest()[:40]


class Painter:
    """Paints pictures, each once. Two children at most; one that takes too long or too much memory is killed."""

    def __init__(self, outputs: Path, workers: int = 2) -> None:
        self._outputs = outputs
        self._workers = workers
        self._pool: ProcessPool | None = None
        self._turn = threading.Lock()

    def image(self, asked: PageImage, pdf: Path) -> bytes:
        """Return the picture as WebP. Raises NotPainted."""
        kept = images_folder(self._outputs, asked.sha) / f"{asked.name}.webp"
        with contextlib.suppress(OSError):
            return kept.read_bytes()
        image = self._painted(asked, pdf)
        with contextlib.suppress(OSError):  # a full disk costs time, not the picture
            _keep(kept, image)
        return image

    def _painted(self, asked: PageImage, pdf: Path) -> bytes:
        try:
            return self._open().schedule(_paint, args=(str(pdf), asked), timeout=SECONDS).result()
        except TimeoutError:
            raise NotPainted("Deze bladzijde is te zwaar om als beeld te tonen. Open de PDF zelf.") from None
        except (MemoryError, ProcessExpired):
            raise NotPainted("Deze bladzijde is niet als beeld te tonen. Open de PDF zelf.") from None
        except Exception:
            raise NotPainted("Deze bladzijde is beschadigd en niet als beeld te tonen.") from None

    def _open(self) -> ProcessPool:
        with self._turn:
            if self._pool is None or not self._pool.active:
                context = forking("pypdfium2", "PIL.Image", "PIL.WebPImagePlugin")
                self._pool = ProcessPool(self._workers, PAGES_PER_CHILD, initializer=_limit, context=context)
            return self._pool

    def warm_up(self) -> None:
        """Start the children, so that the first picture does not wait for them."""
        self._open().schedule(_limit)

    def close(self) -> None:
        """Stop the children."""
        with self._turn:
            if self._pool is not None:
                self._pool.stop()
                self._pool.join()
                self._pool = None


def _keep(path: Path, image: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(image)
    Path(temporary).replace(path)


def _limit() -> None:
    size = MEMORY_MB * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):  # macOS keeps no such limit; where a lower one holds, that one stays
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _paint(pdf: str, asked: PageImage) -> bytes:
    """In the child."""
    # imported here so that the site itself never loads the PDF library
    import io

    import pypdfium2
    from PIL import ImageChops, ImageDraw

    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()  # else what was filled into a form is not painted
    page = document[asked.page - 1]
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), TALLEST / max(height, 1))
    image = page.render(scale=scale).to_pil().convert("RGB")  # pyright: ignore[reportArgumentType] - its hint says int
    if asked.boxes:
        boxes = [(x0 - PAD, top - PAD, x1 + PAD, bottom + PAD) for x0, top, x1, bottom in asked.boxes]
        scaled = [tuple(edge * scale for edge in box) for box in boxes]
        shade = image.copy()
        shade.paste((255, 255, 255), (0, 0, *shade.size))
        for box in scaled:
            ImageDraw.Draw(shade).rectangle(box, fill=SHADE)
        image = ImageChops.multiply(image, shade)
        edges = list(zip(*scaled, strict=True))
        around = (min(edges[0]) - ROOM, min(edges[1]) - ROOM, max(edges[2]) + ROOM, max(edges[3]) + ROOM)
        ImageDraw.Draw(image).rectangle(around, outline=OUTLINE, width=LINE)
        if asked.cropped:
            top, bottom = around[1] - MARGIN * scale, around[3] + MARGIN * scale
            image = image.crop((0, max(0, int(top)), image.width, min(image.height, int(bottom) + 1)))
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=METHOD)
    return out.getvalue()


def cropped_height(boxes: tuple[Box, ...], width: float, height: float) -> int:
    """Return the height in pixels of a picture of a passage's surroundings, on a page of that size in points."""
    scale = min(WIDTH / max(width, 1), TALLEST / max(height, 1))
    top = min(box[1] for box in boxes) - PAD - MARGIN
    bottom = max(box[3] for box in boxes) + PAD + MARGIN
    return round((min(bottom, height) - max(top, 0)) * scale)
