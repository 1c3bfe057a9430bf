"""What a paper is: whose, of what sort, from when, of which status, about what; and what a motion asks.

`DOCUMENTS_VERSION` belongs to every paper that was identified: raising it makes every paper be identified again from what was
stored. Raise it when a paper may be read otherwise.
"""

DOCUMENTS_VERSION = "60"
