"""Who chairs a meeting, as the words before a name or behind it say: 大会主席张三, 由张三、李四教授担任会议执行主席."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon import TITLES
from ingest.mentions import Mention

__all__ = ["Chair", "chairs"]

_MEETING = "大会|会议|论坛|年会|研讨会|峰会"
_KINDS = "执行|共同|名誉|学术|荣誉"
_OFFICE = rf"(?:本次|此次|本届|该)?(?:(?:{_MEETING})(?:的?(?:{_KINDS})+)?|(?:学术|大会)?(?:执行|共同)+)主席(?![团台席])"
_BEFORE = re.compile(
    rf"(?:^|[，。；,;由、：])\s*据?(?:[作身]为{_OFFICE}[，,]|{_OFFICE}(?:共?有?[两二三四五六七八九十\d]+[位名人][，,]?)?(?:分别|共同|依次)?[由为是有:：、]*)"
    r"(?:[^，。；,;（）()]|[（(][^（）()]*[)）]){0,120}$"
)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_BEHIND = re.compile(rf"(?:{_TITLE}|主任|院长|[、等\s])*(?:共同|分别|联合|应邀|受邀)*(?:担任|出任|任)了?{_OFFICE}")
_JOINED = re.compile(r"[^，。；,;：“”]{0,12}[、和与及][^，。；,;：“”]{0,30}")


@dataclass(frozen=True, slots=True)
class Chair:
    """A person, and where the words that say so begin and end in the text."""

    person: Mention
    start: int
    end: int


def chairs(text: str, people: Sequence[Mention]) -> Iterator[Chair]:
    """Those of the people whom the text calls a chair of its meeting, in its order; whoever only presides is none."""
    if "主席" not in text:
        return
    said = {one.start: found for one in people if (found := _said(text, one)) is not None}
    for place, last in enumerate(people):
        behind = _BEHIND.match(text, last.end)
        for one in _row(text, people[: place + 1]) if behind is not None else ():
            said[one.start] = Chair(one, one.start, behind.end() if behind is not None else one.end)
    yield from (said[start] for start in sorted(said))


def _row(text: str, people: Sequence[Mention]) -> Iterator[Mention]:
    """The last of the people, and those whom a row joins to it."""
    for place in range(len(people) - 1, -1, -1):
        yield people[place]
        if place == 0 or not _JOINED.fullmatch(text, people[place - 1].end, people[place].start):
            return


def _said(text: str, person: Mention) -> Chair | None:
    before = _BEFORE.search(text[: person.start])
    return Chair(person, before.start(), person.end) if before is not None else None
