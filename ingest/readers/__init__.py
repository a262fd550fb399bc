"""Readers: one module a kind of file, and between them what they share; ``ingest.READERS`` says which reads what."""
