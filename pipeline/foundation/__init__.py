"""What every room stands on and knows of none: Dutch for people, the journal, faults of the system, files and processes."""
