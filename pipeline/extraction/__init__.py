"""PDF to pages to blocks in reading order, read in child processes that can be killed.

`EXTRACTOR_VERSION` belongs to every stored extraction: raising it makes every paper be read again.
"""

EXTRACTOR_VERSION = "1"
