"""People of a list whose place of work a number behind the name tells: 甲1、乙2、丙1,2 and 1.某医院 2.某大学."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.listed import healed_name
from ingest.award.numbered import markers
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = ["Noted", "noted", "places", "ranks_of"]

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹"
_MARK = rf"(?:\d{{1,2}}|[①-⑳{_RAISED}])"
_MARKS = rf"{_MARK}(?:\s*[,，、˒\s]?\s*{_MARK}(?!\d))*"
_NOTED = re.compile(
    rf"\s*(?P<name>[{HAN}]{{1,7}}(?:[·•・][{HAN}]{{1,7}}){{1,3}}|[{HAN}] +[{HAN}](?![{HAN}])|[{HAN}]{{2,5}})\s*"
    rf"(?:(?P<marks>{_MARKS})|[（(]\s*(?P<inside>{_MARKS})\s*[)）])[*#＊†△]*\s*(?:[、，,；;]|(?=\s)|$|(?=[（(]))"
)
_ONE = re.compile(_MARK)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Noted:
    """A name and the numbers behind it; ``raised``: they are written as no rank is."""

    name: str
    numbers: tuple[int, ...]
    span: Span
    raised: bool


def noted(view: View) -> tuple[list[Noted], dict[int, str]]:
    """The names of a list with a number behind each, and the organisations that the words behind the list number."""
    found: list[Noted] = []
    end = 0
    while (match := _NOTED.match(view.text, end)) is not None and could_be_named(healed_name(match["name"])):
        written = match["marks"] or match["inside"]
        numbers = tuple(int(unicodedata.numeric(one) if len(one) == 1 else int(one)) for one in _ONE.findall(written))
        span = view.span(match.start("name"), match.end("name"))
        found.append(Noted(healed_name(match["name"]), numbers, span, written[0] in _RAISED))
        end = match.end()
    legend = _legend(view.text[end:])
    whole = not view.text[end:].strip("。、 ") or legend
    sure = len(found) >= _LEAST and sum(looks_like_person(one.name) for one in found) * 2 > len(found)
    return (found, legend) if whole and sure else ([], {})


def places(people: list[Noted], units: Mapping[int, str]) -> Iterator[tuple[Noted, tuple[str, ...]]]:
    """Each with the organisations that the numbers name; with none where the numbers may as well be ranks."""
    numbers = [one.numbers for one in people]
    ranks = numbers == [(place,) for place in range(1, len(people) + 1)] and not people[0].raised
    known = not ranks and {number for each in numbers for number in each} <= units.keys()
    for one in people:
        yield one, tuple(units[number] for number in one.numbers) if known else ()


def ranks_of(people: list[Noted], units: Mapping[int, str]) -> list[int]:
    """Their ranks: the numbers behind them where those rise and are no units' (甲（3）、乙（5）), else their places."""
    numbers = [one.numbers[0] for one in people if len(one.numbers) == 1 and not one.raised]
    rising = len(numbers) == len(people) and all(first < then for first, then in pairwise(numbers))
    told = rising and not set(numbers) <= units.keys()
    return numbers if told else list(range(1, len(people) + 1))


def _legend(text: str) -> dict[int, str]:
    bare = text.strip("（()）。；; ")
    found = markers(bare)
    named = {}
    for one, following in zip(found, [*found[1:], None], strict=False):
        name = heal_name(bare[one.end : following.start if following else len(bare)]).strip("，,；;、。 ")
        if organization_kind(name):
            named[one.number] = name
    return named if len(named) == len(found) else {}
