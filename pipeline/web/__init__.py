"""The review site: the kernteam looks, judges, and is remembered. Server-rendered; it reads what the last run knows."""
