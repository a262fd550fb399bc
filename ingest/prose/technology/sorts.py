"""What a class goes by where the text parted it before: sorts named with 类 (射线类、超声类), 前者 and 后者."""

from __future__ import annotations

import re

from ingest.prose.reading import Reading, Scene
from ingest.prose.technology.enumerations import Found, before
from ingest.prose.technology.naming import Item, class_before, stripped
from kg.text import HAN, heal_name

__all__ = ["IS_MAINLY", "sorts_among", "whole_before"]

_ENERGY = "X线|X射线|射线|超声|声学|声|光声|光学|光|磁共振|核磁|核素|核医学|放射性?|电子?|磁|热|微波|太赫兹|内镜|造影|断层"
_SORT = re.compile(rf"(?:[{HAN}]{{0,2}}(?:{_ENERGY})|CT|MRI?|PET|SPECT|OCT|DSA|EEG|MEG)(?:成像|影像|显像)?类")
"""A sort by the energy or the apparatus, as 良性类 and 高危类 are none."""
_LEADS = re.compile(r"(?:其中|而|而且|此外|另外|对于|首先|[，,\s])*")
_OF_TWO = re.compile(r"(?P<which>前者|后者)(?:目前|主要|通常|一般|进一步|现|还|又|则|也|可)*")
IS_MAINLY = re.compile(r"(?<=类)(?:目前|现阶段|现|通常|一般)?(?:主要|仅|只)(?:是|有|为|指)\s*")
"""超声类|目前主要是|某某: what a sort holds."""


def sorts_among(reading: Reading, text: str, found: Found, whole: str) -> list[Item]:
    """The sorts of a class that an enumeration names, if all it names are sorts, each with the class behind its name."""
    spans = [(one.start, one.end) if isinstance(one, Item) else one for one in found]
    words = [(text[a:b], a, b) for a, b in (stripped(text, *span) for span in spans)]
    if len(words) < 2 or not all(_SORT.fullmatch(heal_name(name)) for name, _, _ in words):
        return []
    reading.sorts.update((heal_name(name), heal_name(name) + whole) for name, _, _ in words)
    return [Item(heal_name(name) + whole, a, b, False) for name, a, b in words]


def whole_before(scene: Scene, reading: Reading, text: str, start: int, end: int) -> Item | None:
    """The class that ends here: by its own name, by a sort that the text told before, or as one of the two just told."""
    told = _of_two(scene, reading, text, start, end) if "者" in text[start:end] else None
    if told is not None:
        return told
    lead = _LEADS.match(text, start, end)
    at, stop = stripped(text, lead.end() if lead is not None else start, end)
    name = heal_name(text[at:stop])
    full = reading.sorts.get(name, "")
    return Item(full, at, stop, False) if full else class_before(scene, text, start, end)


def _of_two(scene: Scene, reading: Reading, text: str, start: int, end: int) -> Item | None:
    """前者 or 后者 of the two that the clause before names, else of those that the sentences before parted something into."""
    which = _OF_TWO.fullmatch(text[start:end].strip())
    if which is None:
        return None
    comma = start - 1
    if start == 0:
        kinds = list(reading.divisions)[-2:]
        return Item(kinds[which["which"] == "后者"], start, end, False) if len(kinds) > 1 else None
    if text[comma : comma + 1] not in ("，", ",", "；", ";"):
        return None
    two = before(scene, text, comma, codes=False)
    if len(two) != 2:
        return None
    one = two[which["which"] == "后者"]
    return Item(one.name, start, end, one.known)
