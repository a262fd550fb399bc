"""Which meeting a report tells of: that of its heading, of a heading further down, the one that a paragraph told to be held."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.table.sessions import CONVENES
from kg.model import EntityRef

__all__ = ["Meetings", "is_told_held"]

_HELD = re.compile(rf"[”》]?(?:[（(][^（）()]*[)）])?(?:暨[^，。；]{{2,40}}?)?[^。；]{{0,44}}?{CONVENES}(?=[，。；,;]|$)")
_NOT_YET = re.compile("[将拟]|计划|预计|决定|希望")


@dataclass(slots=True)
class Meetings:
    """The meetings of one document, as its sentences in order tell of them."""

    now: EntityRef | None = None
    """The one that 会议, 本次论坛 mean."""
    page: EntityRef | None = None
    """The one that the text below a heading reports on, else the first that the document told of."""
    paragraph: int = -1
    as_one: dict[EntityRef, tuple[EntityRef, ...]] = field(default_factory=dict)
    """By a meeting, those that were held as one with it."""
    of_bodies: set[EntityRef] = field(default_factory=set)
    """The sessions that go by a body's name and a number."""
    topics: int = -1
    """The sentence behind which the text goes on to list what the meeting is about."""
    places: dict[EntityRef, str] = field(default_factory=dict)
    """By a meeting, where the text said first that it was held."""

    @property
    def held_with(self) -> tuple[EntityRef, ...]:
        """The meetings that were held as one with the one told of."""
        return self.as_one.get(self.now, ()) if self.now is not None else ()

    def enter(self, paragraph: int) -> None:
        """Take up a sentence; another paragraph tells of the page's meeting again."""
        if paragraph != self.paragraph:
            self.paragraph, self.now = paragraph, self.page

    def report_on(self, meeting: EntityRef) -> None:
        """Remember the meeting that the text goes on to report on."""
        self.page = self.now = meeting


def is_told_held(text: str, end: int) -> bool:
    """Whether a sentence goes on behind a meeting's name to say that it began or was held: …论坛|于5月在溪山举行."""
    held = _HELD.match(text, end)
    return held is not None and not _NOT_YET.search(held.group())
