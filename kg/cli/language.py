"""In which language the command speaks: what stands in the code is English, ``zh.po`` has the Chinese for it.

A text that holds something of the moment (a name, a number) is known by its shape: its fixed words, and gaps between them,
``{}`` in the catalogue. So messages of the library, which knows no language, are told in the user's all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from itertools import pairwise
from pathlib import Path

import click

from kg.vocab import LABELS, PREDICATES

__all__ = ["LANGUAGES", "called", "catalogue", "choose", "headings", "language", "say", "told", "use"]

LANGUAGES = ("zh", "en")

_OWN = "YINGTU_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_language: ContextVar[str] = ContextVar("language", default="en")
_CATALOGUE = Path(__file__).with_name("zh.po")
_GAP = re.compile(r"\{\}")
_PLACE = re.compile(r"\{(\d*)\}")
_JOINTS = (("; ", "；"), (": ", "："))


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for: by ``--lang``, else by YINGTU_LANG, else by the locale; English where none asks for Chinese.

    >>> choose(["find", "CMR", "--lang", "zh"], {}), choose([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"})
    ('zh', 'en')
    """
    given = [value for option, value in pairwise(arguments) if option == "--lang"]
    given += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    asked = given or [environment[name] for name in (_OWN, *_LOCALE) if environment.get(name)]
    return "zh" if asked and asked[0].lower().startswith("zh") else "en"


def use(name: str) -> None:
    """Speak this language from now on."""
    _language.set(name)


def language() -> str:
    """The language spoken now."""
    return _language.get()


def told(text: str) -> str:
    """The text in the language spoken now; as it is where the catalogue has nothing for it."""
    return text if language() == "en" or not text else _chinese(text) or text


def say(text: str) -> None:
    """Tell people something, beside the data."""
    click.echo(told(text), err=True)


def called(term: str) -> str:
    """A label or predicate of the ontology in the language spoken now, with its own name, which Cypher knows it by."""
    spec = LABELS.get(term) or PREDICATES.get(term)
    return f"{spec.zh} {term}" if language() == "zh" and spec else term


def headings(columns: Sequence[str]) -> dict[str, str]:
    """The headings of a table of ours."""
    return {name: told(name.replace("_", " ")) for name in columns}


@cache
def catalogue() -> Mapping[str, str]:
    """The Chinese of each text or shape."""
    entries: list[dict[str, str]] = []
    field = ""
    for line in _CATALOGUE.read_text("utf-8").splitlines():
        key, _, rest = line.partition(" ")
        if key == "msgid":
            entries.append({"msgid": "", "msgstr": ""})
        if key in ("msgid", "msgstr"):
            field, line = key, rest
        if line.startswith('"'):
            entries[-1][field] += json.loads(line)
    return {entry["msgid"]: entry["msgstr"] for entry in entries}


def _chinese(text: str) -> str | None:
    """The catalogue's own, or, where it has none for a message as a whole, what it has for the parts."""
    found = catalogue().get(text) or next(_shaped(text), None)
    if found:
        return found
    for joint, chinese in _JOINTS:
        head, _, rest = text.partition(joint)
        if rest and (_chinese(head) or _chinese(rest)):
            return (_chinese(head) or head) + chinese + (_chinese(rest) or rest)
    return None


def _shaped(text: str) -> Iterator[str]:
    for pieces, chinese in _shapes():
        if all(piece in text for piece in pieces):
            found = re.fullmatch("(.*?)".join(map(re.escape, pieces)), text, re.DOTALL)
            if found:
                yield _filled(chinese, found.groups())


def _filled(chinese: str, gaps: Sequence[str]) -> str:
    """What stands in the gaps is somebody's word or name, but for phrases, which can be ours."""
    values = [(_chinese(gap) or gap) if " " in gap.strip() else gap for gap in gaps]
    numbers = iter(range(len(values)))
    return _PLACE.sub(lambda place: values[int(place[1]) if place[1] else next(numbers)], chinese)


@cache
def _shapes() -> tuple[tuple[list[str], str], ...]:
    """Texts with gaps, those with most fixed words first."""
    found = [(_GAP.split(text), chinese) for text, chinese in catalogue().items() if _GAP.search(text)]
    return tuple(sorted(found, key=lambda one: -sum(map(len, one[0]))))
