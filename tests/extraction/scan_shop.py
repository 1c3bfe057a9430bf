"""Sheets of paper as a copier hands them over: turned, skewed, coarse, speckled, stamped; pictures and nothing else."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path

import numpy
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Copier:
    """What a copier does to a sheet: `skew` in degrees, `turn` in quarter turns, `noise` in steps of grey (standard
    deviation), `specks` as dark dots a sheet, `stamp` as words pressed askew over the upper right corner."""

    dpi: int = 300
    skew: float = 0.0
    turn: int = 0
    noise: float = 0.0
    specks: int = 0
    blur: float = 0.0
    stamp: str = ""
    quality: int = 60

    def copy(self, image: Image.Image, seed: int = 7) -> Image.Image:
        """The picture of a sheet after copying."""
        chance = random.Random(seed)
        sheet = image.convert("L")
        if self.stamp:
            sheet = _stamped(sheet, self.stamp, self.dpi)
        if self.skew:
            sheet = sheet.rotate(self.skew, resample=Image.Resampling.BICUBIC, fillcolor=245)
        if self.blur:
            sheet = sheet.filter(ImageFilter.GaussianBlur(self.blur))
        if self.noise:
            grey = numpy.asarray(sheet, dtype=float)
            grey = grey + numpy.random.default_rng(seed).normal(0, self.noise, grey.shape)
            sheet = Image.fromarray(numpy.clip(grey, 0, 245).astype("uint8"))
        pen = ImageDraw.Draw(sheet)
        for _ in range(self.specks):
            x, y = chance.randrange(sheet.width), chance.randrange(sheet.height)
            size = chance.randrange(1, max(2, self.dpi // 100))
            pen.ellipse((x, y, x + size, y + size), fill=60)
        return sheet.rotate(90 * self.turn, expand=True) if self.turn else sheet


def scanned(source: Path, target: Path, copier: Copier, pages: set[int] | None = None) -> Path:
    """Copies a PDF to one of pictures; of `pages` (from 1) only, where given: the others stay as they are."""
    pictures = pypdfium2.PdfDocument(source)
    whole = io.BytesIO()
    canvas = Canvas(whole)
    for index, page in enumerate(pictures):
        copied = copier.copy(page.render(scale=copier.dpi / 72).to_pil(), seed=index)
        photo = io.BytesIO()
        copied.save(photo, "JPEG", quality=copier.quality)
        photo.seek(0)
        size = copied.width * 72 / copier.dpi, copied.height * 72 / copier.dpi
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(photo), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    copies = pypdfium2.PdfDocument(whole.getvalue())
    if pages is not None:
        mixed = pypdfium2.PdfDocument.new()
        for index in range(len(pictures)):
            mixed.import_pages(copies if index + 1 in pages else pictures, [index])
        copies = mixed
    copies.save(target)
    return target


def _stamped(sheet: Image.Image, words: str, dpi: int) -> Image.Image:
    """The sheet with a frame and words pressed on it at an angle."""
    width, height = round(2.2 * dpi), round(0.6 * dpi)
    stamp = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((4, 4, width - 5, height - 5), outline=90, width=max(3, dpi // 60))
    pen.text((dpi // 10, height // 3), words, fill=90, font_size=dpi // 6)
    turned = stamp.rotate(9, expand=True, fillcolor=255)
    place = Image.new("L", sheet.size, 255)
    place.paste(turned, (sheet.width - turned.width - dpi // 3, dpi // 3))
    return Image.fromarray(numpy.minimum(numpy.asarray(sheet), numpy.asarray(place)))
