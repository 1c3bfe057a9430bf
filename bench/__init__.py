"""Measurements of speed and memory; each command writes its own section of docs/benchmarks.md."""
