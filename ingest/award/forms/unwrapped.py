"""The text of a form with the line ends taken out that only the width of the page made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.award.forms.grammar import LABELS, Group
from ingest.layout import heal
from ingest.lexicon import is_person, is_title, organization_kind
from ingest.wrapping import FIRST
from kg.model import Span
from kg.text import HAN

__all__ = ["unwrapped"]

_GOES_ON = "，,、（("
_OPENS = re.compile(r"\s*(?P<words>[^\s，。；：:,.;、（(]{2,16})(?P<colon>[ ]?[:：](?!//)| {2,})?")
_NUMBERED = re.compile(
    r"\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、])[ ]*"
    r"(?P<words>[^\s，。；：:,.;、（(]{2,16})[ ]?[:：]"
)
"""1. 项目名称：, （二）完成单位：."""
_NAMED = re.compile(
    rf"\s*(?:\d{{1,2}}[.．、][ ]*)?(?P<name>[{HAN}]{{2,7}}|[{HAN}][ ]{{1,4}}[{HAN}])"
    r"[ ]*(?:[，,、：:（(]|[ ]{2})[ ]*(?P<behind>[^\s，,、；;：:（()）]+)"
)
_LAST_PART = re.compile(r"(?P<part>[^\s，,；;：:、（(）)]+)[）)。；;]?\Z")
_LABELS = frozenset(word for label in LABELS for word in label.words)
_BRACKETED = re.compile(rf"\s*【[{HAN}（）()/、 ]{{2,16}}】")
_GLUED = 3
_FIELDS = tuple(
    word for one in LABELS if one.group is not Group.RECORD and not one.heads_only for word in one.words if len(word) >= _GLUED
)
"""Words that open a field even where its value stands right behind them."""
_ITEM = re.compile(r"\n?[ ]*(?:(?P<letter>[b-j])[.．、)）][ ]+(?=\S)|(?P<n>[2-9]|[1-3]\d)(?:[.．](?!\d)|、))")
_ITEM_REACH = 600
_LONGEST = 8
"""The most characters of a label that stand on the line above the rest of it."""
_NOTE_ENDS = 240
"""A bracket that is not closed so soon is none."""
_BRACKETS = re.compile(r"[（()）\n\t]")
_CUT_ITEM = re.compile(
    rf"[)）、，,；;。 ][ ]*(?:第?\d{{1,2}}[.．、]|[（(]\d{{1,2}}[)）]|[①-⑳])[ ]*[{HAN}]{{0,2}}(?P<end>\n)(?=[ ]*[{HAN}])"
)
"""An item of a list whose number, or the first characters of its name, end a line that others stand on."""


def unwrapped(text: str, broken: Iterable[int]) -> tuple[str, list[int]]:
    """The text without those line ends, and where its characters stand.

    A line that opens with a label keeps its own place, unless the one above breaks off at a comma.
    """
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    inside = frozenset(_in_brackets(text))
    for above in sorted({*broken, *inside, *(cut.start("end") for cut in _CUT_ITEM.finditer(text))}):
        first = FIRST.match(text, above)
        labelled = _is_label(text, above, inside=above in inside)
        opens = text[above - 1] not in _GOES_ON and (labelled or _is_of_another(text, above) or _counts_on(text, above))
        if first is None or above - 1 < end or opens:
            continue
        gap = heal(text, Span(start=above - 1, end=first.end()))
        parts += text[end : above - 1], gap.text
        offsets += (*range(end, above - 1), *gap.offsets)
        end = first.end()
    return "".join([*parts, text[end:]]), [*offsets, *range(end, len(text))]


def _counts_on(text: str, above: int) -> bool:
    """Whether a line opens with the number or letter behind that which opens one of the lines above it: 1. …⏎2. …."""
    item = _ITEM.match(text, above)
    if item is None:
        return False
    last = chr(ord(item["letter"]) - 1) if item["letter"] else str(int(item["n"]) - 1)
    return re.search(rf"(?:^|\n)[ ]*{last}[.、．)）]", text[max(0, above - _ITEM_REACH) : above]) is not None


def _is_of_another(text: str, above: int) -> bool:
    """Whether a line of a list tells of a person behind the name, as does the line above, which ends with a post or a house."""
    line = text.rfind("\n", 0, above) + 1
    names = [_NAMED.match(text, line, above), _NAMED.match(text, above)]
    last = _LAST_PART.search(text, line, above)
    if last is None or not (is_title(last["part"]) or organization_kind(last["part"])):
        return False
    people = [one is not None and is_person("".join(one["name"].split())) for one in names]
    alike = all(one is not None and is_title(one["behind"]) and organization_kind(one["name"]) is None for one in names)
    return all(people) or (any(people) and alike)


def _in_brackets(text: str) -> Iterator[int]:
    """The line ends inside brackets: "2.甲（工作单位：某某⏎医院）"."""
    opened: list[int] = []
    ends: list[int] = []
    for found in _BRACKETS.finditer(text):
        if found.group() == "\t" or (opened and found.start() - opened[0] > _NOTE_ENDS):
            opened, ends = [], []
        if found.group() in "（(":
            opened.append(found.start())
        elif found.group() == "\n":
            ends += [found.start()] if opened else []
        elif opened and found.group() in ")）":
            opened.pop()
            yield from () if opened else ends
            ends = ends if opened else []


def _is_label(text: str, above: int, *, inside: bool) -> bool:
    """Whether a line opens with a label that forms have, or with any word before a colon or a wide blank; the rest of a
    label that begins on the line above is none.
    """
    numbered = _NUMBERED.match(text, above)
    if numbered is not None and numbered["words"] in _LABELS:
        return True
    opening = _OPENS.match(text, above)
    if opening is None:
        return _BRACKETED.match(text, above) is not None
    known = opening["words"] in _LABELS
    if known and not inside:
        return True
    begun = any(text[above - n : above] + opening["words"] in _LABELS for n in range(1, _LONGEST))
    return ((known or opening["colon"] is not None) and not begun) or _glued(text, above)


def _glued(text: str, above: int) -> bool:
    """Whether a line opens with a field's label that ran together with its value, as the line above does."""
    over = text.rfind("\n", 0, above) + 1
    return _opens_field(text, over) and _opens_field(text, above + 1)


def _opens_field(text: str, at: int) -> bool:
    at += len(text[at : at + _LONGEST]) - len(text[at : at + _LONGEST].lstrip())
    return text.startswith(_FIELDS, at)
