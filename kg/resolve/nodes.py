"""Nodes: one for each thing that was found, with its names, its properties and all the words that speak of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.codec import content_id
from kg.model import Node, Value
from kg.resolve.intake import Intake, Mention, Trait
from kg.resolve.report import Merge
from kg.resolve.terms import concept_with_id
from kg.resolve.things import Key, Things, plain_key
from kg.resolve.values import best, collected, same_value
from kg.resolve.words import first_words, ordered
from kg.text import fold

__all__ = ["SAME_CONCEPT", "SAME_SPELLING", "STATED", "Draft", "make_nodes", "thing_drafts", "thing_merges"]

SAME_CONCEPT = "SAME_CONCEPT"
"""Both names are names of one concept of the ontology."""

SAME_SPELLING = "SAME_SPELLING"
"""The names differ in width, case, spaces, quotation marks or punctuation alone."""

STATED = "_stated"
"""Ends the name of the property that lists all values, where documents state several of one that holds one."""

_OWN = frozenset({"id", "label", "name", "aliases", "evidence", "namesakes"})


@dataclass(slots=True)
class Draft:
    """A node in the making: its name and the mentions that speak of it."""

    id: str
    label: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    also: frozenset[str] = frozenset()


def thing_drafts(intake: Intake, things: Things) -> dict[Key, Draft]:
    """The drafts of all things that are no people. An innovation is named after its achievement."""
    mentions: dict[Key, list[Mention]] = {}
    for mention in intake.spellings:
        if mention.label != "Person":
            mentions.setdefault(things.key(mention), []).append(mention)
    drafts = {key: _draft(key, mentions[key], intake) for key in mentions}
    for key, draft in drafts.items():
        work, _, number = key.key.rpartition("#")
        if key.label == "Innovation" and (achievement := drafts.get(Key("Achievement", work))):
            draft.name = f"{achievement.name}#{number}"
    return drafts


def make_nodes(drafts: Iterable[Draft], intake: Intake, extra: Mapping[str, Mapping[str, Value]]) -> Iterator[Node]:
    """The nodes of these drafts; ``extra`` holds more properties by node id."""
    traits: dict[Mention, list[Trait]] = {}
    for trait in intake.traits:
        traits.setdefault(trait.subject, []).append(trait)
    for draft in drafts:
        spellings = {spelling for mention in draft.mentions for spelling in intake.spellings[mention]}
        yield Node(
            id=draft.id,
            label=draft.label,
            name=draft.name,
            aliases=tuple(sorted((spellings | draft.also) - {draft.name})),
            properties={**_properties(draft, traits), **extra.get(draft.id, {})},
            evidence=ordered(words for mention in draft.mentions for words in intake.words[mention]),
        )


def thing_merges(drafts: Mapping[Key, Draft], things: Things, intake: Intake) -> Iterator[Merge]:
    """Why the names of each thing are names of one: alias, composition, concept or spelling."""
    names: dict[Key, str] = {}
    for key, draft in drafts.items():
        for mention in draft.mentions:
            plain = plain_key(*mention)
            spelling = _best_spelling([mention], intake)
            names[plain] = min(names.get(plain, spelling), spelling)
            for spelling in intake.spellings[mention]:
                if spelling != draft.name and (rule := _evident(draft, key, mention, spelling)):
                    words = (first_words(intake.words[mention]),)
                    yield Merge(label=key.label, name=draft.name, joined=spelling, rule=rule, evidence=words, id=draft.id)
    stated = {plain_key("Organization", one.context, one.document) for one in intake.spellings if one.context}
    for joined in things.joined:
        head = things.bound(joined)
        if head in drafts and (joined.short in names or joined.short in stated):  # what no document writes is no name
            name = names.get(joined.short, joined.short.key)
            draft, both = drafts[head], ordered(joined.words)
            if name != draft.name or joined.why:
                yield Merge(
                    label=head.label,
                    name=draft.name,
                    joined=name,
                    rule=joined.rule,
                    evidence=both,
                    id=draft.id,
                    why=joined.why,
                )


def _evident(draft: Draft, key: Key, mention: Mention, spelling: str) -> str | None:
    if plain_key(*mention) != key:
        return None
    alike = fold(spelling) == fold(draft.name) or not concept_with_id(*key)
    return SAME_SPELLING if alike else SAME_CONCEPT


def _draft(key: Key, mentions: list[Mention], intake: Intake) -> Draft:
    concept = concept_with_id(*key)
    if concept:
        forms = frozenset((concept.zh, concept.en, *concept.alt))
        name = _short_place(concept.zh, forms) if key.label == "Place" else concept.zh
        return Draft(content_id(*key), key.label, name, mentions, forms)
    heads = [mention for mention in mentions if plain_key(*mention) == key]
    return Draft(content_id(*key), key.label, _best_spelling(heads or mentions, intake), mentions)


def _short_place(name: str, forms: Iterable[str]) -> str:
    """北京 rather than 北京市: the short form is what people say."""
    return min((form for form in forms if len(form) > 1 and name.startswith(form)), key=len)


def _best_spelling(mentions: Iterable[Mention], intake: Intake) -> str:
    """The spelling that is used most; among equals the longest, then the least."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        counts.update(intake.spellings[mention])
    return min(counts, key=lambda spelling: (-counts[spelling], -len(spelling), spelling))


def _properties(draft: Draft, traits: Mapping[Mention, list[Trait]]) -> dict[str, Value]:
    values: dict[str, list[Value]] = {}
    for trait in {one for mention in draft.mentions for one in traits.get(mention, ())}:
        if trait.name not in _OWN:
            values.setdefault(trait.name, []).append(trait.value)
    properties: dict[str, Value] = {}
    for name, stated in sorted(values.items()):
        if any(isinstance(one, tuple) for one in stated):
            properties[name] = collected(stated)
            continue
        properties[name] = best(stated)
        if len({same_value(one) for one in stated}) > 1:
            properties[name + STATED] = collected(stated)
    return properties
