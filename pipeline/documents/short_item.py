"""Items of running text in which a name is one sentence and what is said of it another: "Bomenplan. Ook doorgeschoven naar 2022."."""

from __future__ import annotations

import re

from pipeline.extraction.blocks import Block, BlockKind

_ITEM = re.compile(r"^\W*\w[\w-]+(?:\s[\w-]+)?\.\s+[A-Z](?!.*\b(?:vastgesteld|besloten)\b).*\.\s*$")
"""A name of two words at most; what tells of its adoption stands so under the title of a policy."""


def says_of_item(text: str) -> bool:
    """Whether a text is such an item."""
    return bool(_ITEM.match(text))


def is_item(block: Block, body_size: float) -> bool:
    """Whether it is one, and in no larger print than the text (`body_size`, points): no title, whatever its name."""
    return block.kind is BlockKind.PARAGRAPH and block.size <= 1.1 * body_size and says_of_item(block.text)
