"""The stretches of words that may be a cell, one word longer each: what the words alone tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.lexicon import is_person
from ingest.table.lines import Word, width
from ingest.table.recognise import fit, grafts, never_fits
from kg.text import HAN, heal_further, heal_name

__all__ = ["ENDS_OPEN", "Stretch", "as_read", "fitting", "gap_cost", "join", "joined", "people_apart", "stretches"]

_SOLID = re.compile(rf"[{HAN}，、。；：（）《》“”]")
ENDS_OPEN = tuple("、，,;；(（-/:：.")
"""What a word ends with behind which its cell goes on."""
_LISTS = frozenset({"persons", "place", "organizations"})
"""Kinds whose parts gaps tell."""
_NAMES_MEET = re.compile(rf"(?<![{HAN}])(?P<above>[{HAN}]{{2,4}})(?P<gap>\s*\n\s*)(?=(?P<below>[{HAN}]{{2,4}})(?![{HAN}]))")
_MOST_WORDS = {"index": 1, "money": 2, "session": 2, "year": 6, "date": 14, "code": 2, "text": 40, "persons": 30}
_MOST_WORDS_OTHERWISE = 12
_HAN_GAP, _LATIN_GAP, _WIDE_GAP, _PADDED = 1.5, 0.2, 2.0, 0.1
_MOST_GAPS = 2  # between Chinese words of one cell


class _Kept(dict[str, bool]):
    def __missing__(self, char: str) -> bool:
        self[char] = _SOLID.match(char) is not None
        return self[char]


_IS_HAN = _Kept()
"""By a character, whether it is a Chinese one or mark."""


class Stretch(NamedTuple):
    """Words that follow each other, as a cell of some kind."""

    text: str
    """As the recogniser of the kind wants it."""
    fitting: float | None
    breaks: bool
    """Whether its last word opens a line."""
    gap: float
    """What it costs that its last word stands behind another in a line."""
    run: float
    """How wide its last line is."""
    lines: bool
    """Whether it has several lines."""
    grafted: int | None
    """The word that ends the line below which an institution's whole name begins, where the words above begin none."""


def stretches(words: Sequence[Word], place: int, kind: str, fits: dict[tuple[str, str], float | None]) -> Iterator[Stretch]:
    """The stretch of the word at a place, of two words, and so on, up to where no longer one can be a cell of the kind."""
    people, listed = kind == "persons", kind in _LISTS
    gaps, wide, lines = 0, 0.0, False
    breaks_at: list[tuple[int, int]] = []
    whole = text = run = ""
    for end in range(place, min(len(words), place + _MOST_WORDS.get(kind, _MOST_WORDS_OTHERWISE))):
        word, before = words[end], words[end - 1]
        inside = end > place
        if inside and "\t" in word.gap:
            return
        breaks = inside and "\n" in word.gap
        if breaks:
            lines, run, wide = True, "", 0.0
            breaks_at.append((end - 1, len(whole)))
        elif inside:
            gaps += _is_gap(before, word)
        second = breaks and people and _are_two(before.text, word.text)
        longer, line = f"{whole}、{word.text}" if second else joined(whole, word), joined(run, word)
        wide, run = width(line[len(run) :], wide), line
        glued = len(longer) == len(whole) + len(word.text)
        whole = longer
        text = whole if listed else text + heal_name(word.text) if glued else heal_further(text, word.text)
        fits_as = fitting(kind, text, fits)
        if (fits_as is None and never_fits(kind, text)) or (gaps > _MOST_GAPS and kind in ("text", "phrase")):
            return
        gap = gap_cost(before, word, people=people) if inside and not breaks else 0.0
        sought = breaks_at if kind == "organizations" and fits_as is not None else []
        grafted = next((above for above, length in sought if grafts(whole[:length], whole[length:].lstrip())), None)
        yield Stretch(text, fits_as, breaks, gap, wide, lines, grafted)


def people_apart(cell: str) -> str:
    """The words of a cell of people with a mark where only the line's end parts two names.

    >>> people_apart("裘宁远\\n柏舟"), people_apart("裘宁\\n远")
    ('裘宁远、柏舟', '裘宁\\n远')
    """
    return _NAMES_MEET.sub(lambda two: two["above"] + ("、" if _are_two(two["above"], two["below"]) else two["gap"]), cell)


def _are_two(above: str, below: str) -> bool:
    return is_person(above) and is_person(below) and not is_person(above + below)


def join(words: Sequence[Word]) -> str:
    """The words as one text, as ingest.layout.heal would have it."""
    text = ""
    for word in words:
        text = joined(text, word)
    return text


def joined(text: str, word: Word) -> str:
    """The text, which may be empty, with one word more."""
    if not text:
        return word.text
    if "\n" in word.gap and (_IS_HAN[text[-1]] or _IS_HAN[word.text[0]] or text[-1] in "-/("):
        return text + word.text
    return f"{text} {word.text}"


def as_read(kind: str, text: str) -> str:
    """The text as the recogniser of a kind wants it: gaps part the names of a list, and are healed elsewhere."""
    return text if kind in _LISTS else heal_name(text)


def fitting(kind: str, text: str, fits: dict[tuple[str, str], float | None]) -> float | None:
    """How well a text fits a kind of cell, kept in ``fits``."""
    if (kind, text) not in fits:
        fits[kind, text] = fit(kind, text)
    return fits[kind, text]


def gap_cost(before: Word, word: Word, *, people: bool) -> float:
    """What it costs that a word stands in one cell with the one before it in the line; little between two single characters."""
    if len(before.text) == len(word.text) == 1 and _IS_HAN[before.text] and _IS_HAN[word.text] and "\n" not in word.gap:
        return _PADDED
    if len(word.gap) > 1 or "\u3000" in word.gap:
        return 0.1 if people else _WIDE_GAP
    if _is_gap(before, word):
        return 0.1 if people else _HAN_GAP
    return 0.05 if people or before.text.endswith(ENDS_OPEN) else _LATIN_GAP


def _is_gap(before: Word, word: Word) -> bool:
    return "\n" not in word.gap and _IS_HAN[before.text[-1]] and _IS_HAN[word.text[0]] and not before.text.endswith(ENDS_OPEN)
