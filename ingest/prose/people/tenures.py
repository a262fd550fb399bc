"""When somebody came to hold a post, and from when to when: years beside the verb or in brackets behind the post."""

from __future__ import annotations

import re

__all__ = ["came_in", "stayed"]

_FROM_TO = re.compile(
    r"\s?[（(](?P<first>(?:19|20)\d\d)年?(?:\d{1,2}月)?(?:[-—–~～至到]+(?P<last>(?:19|20)\d\d)?[^（）()]{0,6})?[)）]"
)
_IN_YEAR = re.compile(
    r"(?<![-—–~～至到年\d])(?P<year>(?:19|20)\d\d)年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:的?时候?|起|后|开始|初|底)?(?:[，他她]|又|再次?|还|即|就|正式|开始)*$"
)


def came_in(text: str, verb: int) -> int | str:
    """The year that stands right before the verb, "" for none or for the end of several.

    >>> came_in("2016年7月被任命为副院长", 7), came_in("1950~1951年任副研究员", 10)
    (2016, '')
    """
    told = _IN_YEAR.search(text, 0, verb)
    return int(told["year"]) if told is not None else ""


def stayed(text: str, at: int) -> tuple[int, tuple[int, ...] | str]:
    """Where the bracket behind a post ends, and its first and last year; the place itself and "" where there is none.

    >>> stayed("所长（1987—1996），院长（1999年至今）", 2), stayed("所长，院长", 2)
    ((13, (1987, 1996)), (2, ''))
    """
    noted = _FROM_TO.match(text, at)
    return (noted.end(), tuple(int(year) for year in noted.groups() if year)) if noted is not None else (at, "")
