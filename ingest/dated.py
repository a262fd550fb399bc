"""The year in which a text was written, by the date of its head or foot, and the years that 今年 and 去年 mean there."""

from __future__ import annotations

import re

from ingest.base import once
from kg.model import Document

__all__ = ["RELATIVE_YEAR", "year_meant"]

RELATIVE_YEAR = "今年|本年|去年|前年"
_BACK = {"今年": 0, "本年": 0, "去年": 1, "前年": 2}
_DATE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)\s?(?:年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|[-/.]\d{1,2}[-/.]\d{1,2})(?!\d|\s?[—\-–~至])"
)
_ABOUT = re.compile("[，。；！？]|创刊|成立|举[办行]|召开|出生|毕业|任期|有效")
"""What tells of a date that it is one of the story."""
_LINES = 8
"""How many lines from the top or the bottom may bear the text's own date."""


def year_meant(document: Document, word: str) -> int | None:
    """The year that a word (今年, 去年) means in a document, None where its head and foot tell no one date.

    >>> text = "喜报\\n来源：科研处 2034-03-18\\n近日，…。"
    >>> page = Document(id="", source="", sha256="", media_type="", title="", text=text, passages=(), publisher="")
    >>> year_meant(page, "今年"), year_meant(page, "去年")
    (2034, 2033)
    """
    written = _written(document)
    return written - _BACK[word] if written is not None else None


@once
def _written(document: Document) -> int | None:
    lines = [line for line in document.text.split("\n") if line.strip()]
    for part in (lines[:_LINES], lines[-_LINES:]):
        years = {int(one["year"]) for line in part if not _ABOUT.search(line) for one in _DATE.finditer(line)}
        if len(years) == 1:
            return years.pop()
    return None
