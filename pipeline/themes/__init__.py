"""Theme judgement: codebook, features, classifier, thresholds, evaluation."""
