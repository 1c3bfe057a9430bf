"""From passages to levels of a paper, and from papers to a municipality at a peildatum."""
