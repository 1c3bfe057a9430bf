"""The published tables, their data dictionary, and what changed."""
