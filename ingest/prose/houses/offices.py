"""Offices that a page names without their place (省科技厅, 市卫健委), by their full names."""

from __future__ import annotations

from ingest.offices import offices_of
from ingest.prose.reading import Reading

__all__ = ["introduce"]


def introduce(reading: Reading) -> None:
    """Tell the reading the full names of the offices that the document calls by their level alone."""
    for short, full in offices_of(reading.document):
        reading.full_names.setdefault(short, full)
