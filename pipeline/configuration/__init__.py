"""What stands beneath `pipeline.settings`: the settings of one source, and what is said of a setting that cannot be used."""
