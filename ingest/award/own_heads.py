"""Sections that a form heads in its own words (谁做了什么, 团队分工): told by how their sentences open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ingest.award.forms import Form, Value
from kg.text import HAN

__all__ = ["of_people"]

_FIELDS = ("summary", "features", "uptake", "innovations", "opinion", "people", "units", "papers")
_HEADING = re.compile(
    r"(?m)(?<=\n)[ \t]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}[、.．])"
    rf"[ ]*[{HAN}“”]{{2,16}}[ ]*[:：]?[ ]*$"
)
_SENTENCE = re.compile(r"[^。；;]+[。；;]?")
_FEWEST = 2


def of_people(form: Form, names: Collection[str]) -> Iterator[Value]:
    """The texts below headings that no label knows, most sentences of which open with the name of someone of the people."""
    for value in form.values(*_FIELDS):
        start, end = value[0][0], value[-1][1]
        heads = list(_HEADING.finditer(form.page.text, start, end))
        stops = [*(one.start() for one in heads[1:]), end] if heads else []
        for head, stop in zip(heads, stops, strict=True):
            body = form.page.text[head.end() : stop]
            if _tells_of(re.sub(r"\s+", "", body), names):
                yield ((head.end(), stop),)


def _tells_of(body: str, names: Collection[str]) -> bool:
    sentences = _SENTENCE.findall(body)
    opening = [next((name for name in names if one.startswith(name)), "") for one in sentences]
    return len(set(filter(None, opening))) >= _FEWEST and 2 * sum(map(bool, opening)) >= len(sentences)
