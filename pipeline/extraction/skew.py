"""How far the lines of a scanned sheet stand askew: the angle at which ink and paper alternate most sharply."""

from __future__ import annotations

import numpy
from PIL import Image

MOST = 8.0
"""Degrees up to which a sheet is skewed; more is a photograph or a drawing."""
COARSE, FINE = 0.5, 0.1
"""Steps in degrees of the search."""
LEAST = 0.15
"""Degrees under which a sheet is as good as straight."""
SIDE = 1000
"""Dots of the longer side at which the angle is sought: lines of print still show apart."""


def skew_of(image: Image.Image) -> float:
    """Degrees, counter-clockwise, that lines stand from the nearest quarter turn; 0 where no angle stands out."""
    ink = _ink(image)
    rough = max(numpy.arange(-MOST, MOST + COARSE, COARSE), key=lambda angle: _sharpness(ink, angle))
    exact = max(numpy.arange(rough - COARSE, rough + COARSE, FINE), key=lambda angle: _sharpness(ink, angle))
    clear = _sharpness(ink, exact) > 1.1 * _sharpness(ink, 0.0)
    return round(float(exact), 1) if clear and LEAST < abs(exact) < MOST else 0.0


def straightened(image: Image.Image, skew: float) -> Image.Image:
    """The sheet turned back by its skew, its corners filled with paper."""
    if not skew:
        return image
    paper = int(numpy.percentile(numpy.asarray(image)[::16, ::16], 90))
    return image.rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=paper)


def _ink(image: Image.Image) -> Image.Image:
    """A small copy with ink as 255 and paper as 0."""
    scale = min(1.0, SIDE / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    small = numpy.asarray(image.resize(size, Image.Resampling.BOX))
    limit = (int(small.max()) + int(small.min())) / 2
    return Image.fromarray(numpy.where(small < limit, 255, 0).astype("uint8"))


def _sharpness(ink: Image.Image, angle: float) -> float:
    """How sharply rows (or columns, for sheets on their side) of ink and paper alternate when turned back by `angle`."""
    turned = numpy.asarray(ink.rotate(-angle, fillcolor=0), dtype=float)
    return max(float((numpy.diff(turned.sum(axis=axis)) ** 2).sum()) for axis in (0, 1))
