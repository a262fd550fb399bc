"""The one place that makes the spaCy pipeline: concepts of the ontology, organisations and people in Chinese text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ingest.lexicon import organization_kind
from ingest.names import organizations
from ingest.people import people
from kg.ontology import concepts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc, Span

__all__ = ["LABELS", "pipeline"]

LABELS = {"technologies": "TECHNOLOGY", "diseases": "DISEASE", "places": "PLACE", "programmes": "PROGRAMME"}
"""The schemes of the ontology, and the label that their concepts carry as entities."""


@cache
def pipeline() -> Language:
    """A blank Chinese pipeline, a token a character, that sets ``doc.ents``.

    Labels: TECHNOLOGY, DISEASE, PLACE, PROGRAMME (``kb_id_`` and ``id_`` hold the concept's Chinese label), ORGANIZATION and
    PERSON. Entities do not overlap: names win over concepts, then the longest wins. Latin names match whole words only,
    in any case. The same object is given to every caller.
    """
    import spacy
    from spacy.language import Language

    Language.component("yingtu_names", func=_names)
    Language.factory("yingtu_concepts", func=_concepts)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    nlp.add_pipe("yingtu_concepts")
    nlp.add_pipe("yingtu_names")
    return nlp


def _concepts(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that finds the concepts; ``name`` is its name in the pipeline, which spaCy gives."""
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    preferred: dict[str, tuple[str, str]] = {}
    for scheme, label in LABELS.items():
        for concept in concepts(scheme):
            key = f"{label}:{concept.id}"
            agency = scheme == "programmes" and organization_kind(concept.zh) is not None
            preferred[key] = ("ORGANIZATION" if agency else label, concept.zh)
            forms = sorted({concept.zh, concept.en, *concept.alt})
            matcher.add(key, [nlp.make_doc(form) for form in forms if form])
    return _ConceptFinder(matcher, preferred)


class _ConceptFinder:
    """Sets the entities of a document to the concepts that it names."""

    def __init__(self, matcher: PhraseMatcher, preferred: dict[str, tuple[str, str]]) -> None:
        self._matcher = matcher
        self._preferred = preferred

    def __call__(self, doc: Doc) -> Doc:
        from spacy.util import filter_spans

        doc.set_ents(filter_spans(list(self._found(doc))))
        return doc

    def _found(self, doc: Doc) -> Iterator[Span]:
        from spacy.tokens import Span

        for match, start, end in self._matcher(doc):
            label, name = self._preferred[doc.vocab.strings[match]]
            if _whole(doc.text, doc[start:end]):
                yield Span(doc, start, end, label=label, kb_id=name, span_id=name)


def _names(doc: Doc) -> Doc:
    """Add organisations and people; a name wins over the concepts inside it."""
    from spacy.util import filter_spans

    found = list(organizations(doc.text))
    persons = list(people(doc.text, found))
    named = [
        span
        for label, ones in (("ORGANIZATION", found), ("PERSON", persons))
        for one in ones
        if (span := doc.char_span(one.start, one.end, label=label)) is not None
    ]
    doc.set_ents(filter_spans([*named, *_outside(doc.ents, named)]))
    return doc


def _outside(entities: Iterable[Span], named: list[Span]) -> list[Span]:
    taken = {index for span in named for index in range(span.start, span.end)}
    return [entity for entity in entities if taken.isdisjoint(range(entity.start, entity.end))]


def _whole(text: str, span: Span) -> bool:
    """Whether a Latin name stands as a word of its own: CT, but not in ACT; T1 mapping, but not in T1 mappings' neighbours."""
    before, after = text[span.start_char - 1 : span.start_char], text[span.end_char : span.end_char + 1]
    return not (_joins(before, span.text[0]) or _joins(span.text[-1], after))


def _joins(left: str, right: str) -> bool:
    return bool(left) and bool(right) and left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
