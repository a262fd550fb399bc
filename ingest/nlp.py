"""The one place that makes the spaCy pipeline: concepts of the ontology, organisations and people in Chinese text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ingest.lexicon import organization_kind
from ingest.names import organizations
from ingest.people import people
from kg.ontology import concepts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

__all__ = ["LABELS", "Entity", "EntityFinder", "entities", "finder_of", "pipeline"]

LABELS = {"technologies": "TECHNOLOGY", "diseases": "DISEASE", "places": "PLACE", "programmes": "PROGRAMME"}
"""The schemes of the ontology, and the label that their concepts carry as entities."""


ENTITIES = "yingtu_entities"
"""The component's name in the pipeline."""

_OPENING = 2
"""How many characters of a name are looked up before the whole; no name is shorter."""
_ONE_BLANK = re.compile(r"(?<=\S) ")
_TRACER = re.compile(
    r"(?<![A-Za-z0-9\]])\[?(?:18F|68Ga|67Ga|64Cu|89Zr|99mTc|99Tcm|177Lu|1(?:11|31|23|24|25)I|111In|11C|13N|90Y|86Y|44Sc|225Ac|211At|161Tb|188Re|212Pb)\]?"
    r"(?:-(?!PET|SPECT|CT|MR)(?:(?=[A-Z\d]*[A-Z]{2})[A-Z\d][A-Za-z\d]*|(?!label|based|radio)[A-Za-z][a-z]{5,}))(?:-(?!PET|SPECT|CT|MR)[A-Za-z\d]+)*(?![A-Za-z\d])"
)
"""A tracer by how such are called, known or not: the nuclide, and what bears it (18F-甲)."""


_NO_IMAGING = re.compile("(?<=超声)(?:乳化|雾化|碎石|骨?刀|清洗|洁[牙治]|吸引|治疗|消融|透药|导入|电导)")
"""What ultrasound does to tissue, which is no imaging."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a text that names something; ``concept`` is the Chinese label of what the ontology knows, else empty."""

    start: int
    end: int
    label: str
    concept: str = ""


@cache
def pipeline() -> Language:
    """A blank Chinese pipeline, a token a character, that sets ``doc.ents``.

    Labels: TECHNOLOGY, DISEASE, PLACE, PROGRAMME (``kb_id_`` and ``id_`` hold the concept's Chinese label), ORGANIZATION and
    PERSON. Entities do not overlap: names win over concepts, then the longest wins. Latin names match whole words only,
    in any case. The same object is given to every caller.
    """
    import spacy
    from spacy.language import Language

    Language.factory(ENTITIES, func=_entities)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    nlp.add_pipe(ENTITIES)
    return nlp


def entities(text: str, nlp: Language) -> tuple[Entity, ...]:
    """The entities that the pipeline would set for a text, without the tokens, which take longer to make than to read."""
    return finder_of(nlp).found(text)


def finder_of(nlp: Language) -> EntityFinder:
    """The component of a pipeline that finds its entities."""
    finder: EntityFinder = nlp.get_pipe(ENTITIES)  # type: ignore[assignment]
    return finder


def _entities(nlp: Language, name: str) -> EntityFinder:
    """The component; ``name`` is its name in the pipeline, which spaCy gives."""
    forms: dict[str, tuple[str, str]] = {}
    for scheme, label in LABELS.items():
        for concept in concepts(scheme):
            agency = scheme == "programmes" and organization_kind(concept.zh) is not None
            for form in filter(None, (concept.zh, concept.en, *concept.alt)):
                forms[form.lower().replace(" ", "")] = ("ORGANIZATION" if agency else label, concept.zh)
    return EntityFinder(forms)


class EntityFinder:
    """Finds the entities of a text: organisations and people by grammar, concepts outside their names.

    ``forms`` are the concepts' names in lower case and without blanks, to their label and Chinese name.
    """

    def __init__(self, forms: dict[str, tuple[str, str]]) -> None:
        self._forms = forms
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in forms:
            lengths[form[:_OPENING]].add(len(form))
        self._lengths = {opening: sorted(found) for opening, found in lengths.items()}
        self._names: dict[tuple[str, str], list[str]] = defaultdict(list)
        for form, concept in forms.items():
            self._names[concept].append(form)

    def names(self, label: str, concept: str) -> tuple[str, ...]:
        """All names of a concept, in lower case and without blanks."""
        return tuple(self._names.get((label, concept), ()))

    def known(self, name: str) -> tuple[str, str] | None:
        """The label and Chinese name of what a name stands for, None for what no concept is called."""
        return self._forms.get(name.lower().replace(" ", ""))

    @contextmanager
    def taught(self, meant: dict[str, tuple[str, str] | None]) -> Iterator[None]:
        """Within it, names stand for these concepts, and those with None for nothing."""
        forms, lengths = self._forms, self._lengths
        self._forms, self._lengths = dict(forms), dict(lengths)
        for name, concept in ((name.lower(), concept) for name, concept in meant.items()):
            if concept is None:
                self._forms.pop(name, None)
            else:
                self._forms[name] = concept
                self._lengths[name[:_OPENING]] = sorted({*lengths.get(name[:_OPENING], ()), len(name)})
        try:
            yield
        finally:
            self._forms, self._lengths = forms, lengths

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities set, as spaCy calls a component."""
        doc.set_ents([span for one in self.found(doc.text) if (span := _span(doc, one)) is not None])
        return doc

    def found(self, text: str) -> tuple[Entity, ...]:
        """The entities of a text in order; they do not overlap."""
        bodies = list(organizations(text))
        named = [Entity(one.start, one.end, "ORGANIZATION") for one in bodies]
        named += [Entity(one.start, one.end, "PERSON") for one in people(text, bodies)]
        taken = {place for one in named for place in range(one.start, one.end)}
        concepts = [one for one in self._concepts(text) if taken.isdisjoint(range(one.start, one.end))]
        return tuple(_longest(text, [*named, *concepts, *_tracers(text)]))

    def _concepts(self, text: str) -> Iterator[Entity]:
        """Where concepts are named, whole words only; a single blank inside a name may be there or not."""
        blanks = [match.start() - place for place, match in enumerate(_ONE_BLANK.finditer(text))]
        bare = _lower(_ONE_BLANK.sub("", text) if blanks else text)
        known = self._lengths
        for place in [place for place in range(len(bare) - 1) if bare[place : place + _OPENING] in known]:
            for length in known[bare[place : place + _OPENING]]:
                last = place + length - 1
                concept = self._forms.get(bare[place : last + 1]) if last < len(bare) else None
                if concept is not None:
                    start, end = place + bisect_right(blanks, place), last + bisect_right(blanks, last) + 1
                    odd = (end - start == _OPENING and _NO_IMAGING.match(text, end)) or _is_of_place(text, start, *concept)
                    if _whole(text, start, end) and not odd:
                        yield Entity(start, end, *concept)


_HEADS_LAST = re.compile("[院校所厅局处科部省市区县会组社站]长[沙春治乐葛兴海寿白]")


def _is_of_place(text: str, start: int, label: str, concept: str) -> bool:
    """Whether the short name of a nation's programme stands behind a province or town, whose own it is (松江省|科技攻关计划),
    or the last character of a post opens what looks like a town (副厅长|沙明理)."""
    if label == LABELS["places"] and start > 0 and _HEADS_LAST.match(text, start - 1):
        return True
    nation = label == LABELS["programmes"] and concept.startswith("国家") and not text.startswith("国家", start)
    return nation and start > 0 and text[start - 1] in "省市区县州"


def _tracers(text: str) -> Iterator[Entity]:
    return (Entity(*one.span(), "TECHNOLOGY") for one in _TRACER.finditer(text)) if "-" in text else iter(())


def _lower(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _longest(text: str, found: list[Entity]) -> list[Entity]:
    """The longest where several overlap, blanks not counted; of the equally long the first."""
    taken: set[int] = set()
    kept: list[Entity] = []
    for one in sorted(found, key=lambda one: (one.start - one.end + text.count(" ", one.start, one.end), one.start)):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            kept.append(one)
            taken.update(places)
    return sorted(kept, key=lambda one: one.start)


def _span(doc: Doc, one: Entity) -> Span | None:
    return doc.char_span(one.start, one.end, label=one.label, kb_id=one.concept, span_id=one.concept)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands as a word of its own: CT, but not in ACT; T1 mapping, but not in T1 mappings' neighbours."""
    return not (_joins(text[max(0, start - 1) : start], text[start]) or _joins(text[end - 1], text[end : end + 1]))


def _joins(left: str, right: str) -> bool:
    return bool(left) and bool(right) and left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
