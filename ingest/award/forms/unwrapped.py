"""The text of a form with the line ends taken out that only the width of the page made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.award.forms.grammar import LABELS
from ingest.layout import heal
from ingest.lexicon import is_person, is_title, organization_kind
from ingest.wrapping import FIRST
from kg.model import Span
from kg.text import HAN

__all__ = ["unwrapped"]

_GOES_ON = "，,、（("
_OPENS = re.compile(r"\s*(?P<words>[^\s，。；：:,.;、（(]{2,16})(?P<colon>[ ]?[:：](?!//)| {2,})?")
_NAMED = re.compile(
    rf"\s*(?:\d{{1,2}}[.．、][ ]*)?(?P<name>[{HAN}]{{2,7}}|[{HAN}][ ]{{1,4}}[{HAN}])"
    r"[ ]*(?:[，,、：:（(]|[ ]{2})[ ]*(?P<behind>[^\s，,、；;：:（()）]+)"
)
_LAST_PART = re.compile(r"(?P<part>[^\s，,；;：:、（(）)]+)[）)。；;]?\Z")
_LABELS = frozenset(word for label in LABELS for word in label.words)
_LONGEST = 8
"""The most characters of a label that stand on the line above the rest of it."""


def unwrapped(text: str, broken: Iterable[int]) -> tuple[str, list[int]]:
    """The text without those line ends, and where its characters stand.

    A line that opens with a label keeps its own place, unless the one above breaks off at a comma.
    """
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for above in sorted(broken):
        first = FIRST.match(text, above)
        opens = text[above - 1] not in _GOES_ON and (_is_label(text, above) or _is_of_another(text, above))
        if first is None or above - 1 < end or opens:
            continue
        gap = heal(text, Span(start=above - 1, end=first.end()))
        parts += text[end : above - 1], gap.text
        offsets += (*range(end, above - 1), *gap.offsets)
        end = first.end()
    return "".join([*parts, text[end:]]), [*offsets, *range(end, len(text))]


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


def _is_label(text: str, above: int) -> bool:
    """Whether a line opens with a label that forms have, or with any word before a colon or a wide blank; the rest of a
    label that begins on the line above is none.
    """
    opening = _OPENS.match(text, above)
    if opening is None or opening["words"] in _LABELS:
        return opening is not None
    begun = any(text[above - n : above] + opening["words"] in _LABELS for n in range(1, _LONGEST))
    return opening["colon"] is not None and not begun
