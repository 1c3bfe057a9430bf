"""Language: the spaCy pipeline, municipalities in text, sentences and passages."""
