"""The commands of `themaspin`, a module for each subject; `pipeline.cli` puts them together."""
