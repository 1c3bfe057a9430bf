"""Which papers have the same text: told by all words in reading order, wherever they stand on the page.

The same paper comes saved anew, with other metadata, or from another website; its bytes differ and its words do not.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from pipeline.extraction.blocks import Block, Extraction, FileState, PageState
from pipeline.extraction.xfa import stands_in

FEWEST_WORDS = 50
"""Under so many words two papers may say the same and be two: forms, cover sheets, scans of which only a stamp was read."""
MOST_UNREAD = 0.25
"""Share of the pages that may be a picture: a photo on the cover. Of a paper with more of them too much was not seen."""
UNREAD = {PageState.SCAN, PageState.UNMAPPED}
CELL = "|"
"""Parts the cells of a row: whether words are a table is told by their place on the page."""


def text_key(extraction: Extraction) -> str:
    """Return a hash that is the same for papers of which all that was read is the same, "" where too little was read to tell by.

    Headers, footers and stamps belong to it: a draft may differ from the paper itself in nothing else. So do ticks in a form, the
    number of pages where some are pictures, and which those are.
    """
    words = list(_words(extraction.blocks))
    pages = extraction.pages
    unread = [page.number for page in pages if page.state in UNREAD]
    unseen = extraction.metadata.get("attachments") or len(unread) > MOST_UNREAD * len(pages)
    text = " ".join(words)
    if extraction.state is not FileState.OK or unseen or len(words) < FEWEST_WORDS or stands_in(text):
        return ""
    pictures = f"{unread} {len(pages)}" if unread else ""
    whole = "\n".join((text, extraction.metadata.get("ticks", ""), pictures))
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:32]


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        for word in unicodedata.normalize("NFC", block.text).casefold().split():
            if word != CELL:
                yield word
