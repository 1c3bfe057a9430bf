"""What is known of files, passages and scores; and what reviewers decided."""
