"""Where the data folders are, in a checkout and in an installed wheel alike."""

from pathlib import Path

__all__ = ["ontology_dir", "queries_dir"]

_PACKAGE = Path(__file__).resolve().parent


def ontology_dir() -> Path:
    """The folder of landscape.ttl, shapes.ttl, technologies.ttl and the other curated files."""
    return _data("ontology")


def queries_dir() -> Path:
    """The folder of the canned questions, one .cypher file each."""
    return _data("queries")


def _data(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
