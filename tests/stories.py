"""Documents of our own making for tests: each line of a story is the evidence of one statement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kg.codec import content_id
from kg.model import Alias, Assertion, Attribute, Document, EntityRef, Evidence, Fact, Passage, Span, Value
from kg.resolve import Resolution, resolve

__all__ = ["Story", "names", "org", "people", "person", "resolved", "thing", "work"]


def thing(label: str, name: str) -> EntityRef:
    return EntityRef(label=label, name=name)


def person(name: str, institution: str = "") -> EntityRef:
    return EntityRef(label="Person", name=name, context=institution)


def org(name: str) -> EntityRef:
    return thing("Organization", name)


def work(name: str) -> EntityRef:
    return thing("Achievement", name)


class Story:
    """A document that grows by a line with each statement."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sha256 = hashlib.sha256(name.encode()).hexdigest()
        self.id = content_id("Document", self.sha256)
        self.assertions: list[Assertion] = []
        self._lines: list[str] = []

    def fact(self, subject: EntityRef, predicate: str, target: EntityRef, **qualifiers: Value) -> Story:
        words = self._words(f"{subject.name} {predicate} {target.name} {qualifiers}")
        self.assertions.append(Fact(subject=subject, predicate=predicate, object=target, qualifiers=qualifiers, evidence=words))
        return self

    def attribute(self, subject: EntityRef, name: str, value: Value) -> Story:
        words = self._words(f"{subject.name} {name} {value}")
        self.assertions.append(Attribute(subject=subject, name=name, value=value, evidence=words))
        return self

    def alias(self, of: EntityRef, name: str) -> Story:
        self.assertions.append(Alias(of=of, name=name, evidence=self._words(f"{of.name}（{name}）")))
        return self

    def works_at(self, name: str, institution: str, **qualifiers: Value) -> Story:
        return self.fact(person(name, institution), "AFFILIATED_WITH", org(institution), **qualifiers)

    def sentence(self, text: str, name: str, *institutions: str) -> Story:
        """One line that says of a name that it works at each of several institutions."""
        words = self._words(text)
        for one in institutions:
            fact = Fact(subject=person(name, one), predicate="AFFILIATED_WITH", object=org(one), evidence=words)
            self.assertions.append(fact)
        return self

    @property
    def document(self) -> Document:
        passages, start = [], 0
        for index, line in enumerate(self._lines):
            span = Span(start=start, end=start + len(line))
            passages.append(Passage(index=index, kind="paragraph", span=span, page=1 + index // 10))
            start += len(line) + 1
        return Document(
            id=self.id,
            source=f"{self.name}.txt",
            sha256=self.sha256,
            media_type="text/plain",
            title=f"{self.name}号文",
            text="\n".join(self._lines),
            passages=tuple(passages),
            reader="story",
        )

    def _words(self, line: str) -> Evidence:
        start = sum(len(one) + 1 for one in self._lines)
        self._lines.append(line)
        span = Span(start=start, end=start + len(line))
        return Evidence(document=self.id, span=span, quote=line, ingester="story", rule="STORY", confidence=0.9)


def resolved(*stories: Story) -> Resolution:
    """The graph of these stories."""
    assertions: Iterable[Assertion] = (one for story in stories for one in story.assertions)
    return resolve(assertions, (story.document for story in stories))


def names(resolution: Resolution, label: str) -> list[str]:
    """The names of the nodes of a label, sorted."""
    return sorted(node.name for node in resolution.graph.nodes if node.label == label)


def people(resolution: Resolution, name: str) -> int:
    """How many people of this name there are."""
    return names(resolution, "Person").count(name)
