"""The run under Prefect: its server and schedule, who works off the batches, and what becomes of old nights."""
