DOCUMENTS_VERSION = "1"
"""Raise when a paper may be read otherwise: every paper is then identified again from what was stored."""
