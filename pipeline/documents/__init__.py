"""What a paper is: whose, of what sort, from when, of which status, about what; and what a motion asks."""
