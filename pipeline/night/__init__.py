"""The nightly run as plain operations over lists of files; `flows.py` puts them into Prefect tasks."""
