"""The labelled mentions of tests/data/identity: little documents in which each name says, after ``=``, whose it is in truth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import EntityRef, Value
from tests.stories import Story

__all__ = ["Labelled", "World", "worlds_of"]

_FOLDER = Path(__file__).parent / "data" / "identity"
_LABELS = {
    "O": "Organization",
    "P": "Person",
    "T": "Technology",
    "D": "Disease",
    "F": "FundingProgram",
    "G": "Grant",
    "W": "Award",
    "A": "Achievement",
    "C": "Conference",
    "S": "ConferenceSeries",
    "U": "Publication",
    "J": "Journal",
    "K": "Guideline",
    "M": "Facility",
    "L": "Place",
}
_REF = re.compile(r"(?P<label>[A-Z]):(?P<name>[^@=~!]+?)(?:@(?P<context>[^=~]+?))?(?:=(?P<who>[a-z0-9]+))?")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name in a document and, in truth, whose it is."""

    document: str
    ref: EntityRef
    who: str


@dataclass(slots=True)
class World:
    """A few documents that are resolved together."""

    name: str
    stories: list[Story] = field(default_factory=list)
    mentions: dict[tuple[str, EntityRef], Labelled] = field(default_factory=dict)

    def note(self, ref: EntityRef, who: str) -> None:
        document = self.stories[-1].id
        known = self.mentions.setdefault((document, ref), Labelled(document, ref, who))
        if known.who != who:
            raise ValueError(f"{self.name}: {ref.name} is {known.who} and {who} in one document: no resolver can tell")


def worlds_of(name: str) -> Iterator[World]:
    """The worlds of a file."""
    world = World("")
    for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            if world.name:
                yield world
            world = World(line[2:])
        elif line.startswith("- "):
            world.stories.append(Story(f"{world.name}{line[2:]}"))
        elif line and not line.startswith("#"):
            _say(world, line)
    yield world


def _say(world: World, line: str) -> None:
    story, parts = world.stories[-1], line.split(" | ")
    if " ~ " in line:
        stated, other = line.split(" ~ ")
        ref, who = _ref(stated)
        story.alias(ref, other)
        world.note(ref, who)
        world.note(EntityRef(label=ref.label, name=other, context=ref.context), who)
        return
    refs = [_ref(part) for part in parts[:1] + parts[2:3]]
    if len(refs) == 2:
        qualifiers: dict[str, Value] = dict(_qualifier(part) for part in parts[3:])
        story.fact(refs[0][0], parts[1], refs[1][0], **qualifiers)
    else:
        story.attribute(refs[0][0], *(_qualifier(line.split(" !")[1]) if " !" in line else ("note", story.name)))
    for ref, who in refs:
        if who:
            world.note(ref, who)


def _qualifier(text: str) -> tuple[str, Value]:
    name, value = text.split("=")
    return name, int(value) if value.isdigit() and name != "number" else value


def _ref(text: str) -> tuple[EntityRef, str]:
    found = _REF.fullmatch(text.split(" !")[0].strip())
    if not found:
        raise ValueError(f"no name of the labelled set: {text}")
    return EntityRef(label=_LABELS[found["label"]], name=found["name"], context=found["context"] or ""), found["who"] or ""
