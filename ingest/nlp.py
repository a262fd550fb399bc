"""The one place that makes the spaCy pipeline: concepts of the ontology, organisations and people in Chinese text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

__all__ = ["LABELS", "TEXT", "pipeline"]

LABELS = {"technologies": "TECHNOLOGY", "diseases": "DISEASE", "places": "PLACE", "programmes": "PROGRAMME"}
"""The schemes of the ontology, and the label that their concepts carry as entities."""


TEXT = "text"
"""Where in ``doc.user_data`` a caller may leave the document's text, to spare the pipeline making it again."""


@cache
def pipeline() -> Language:
    """A blank Chinese pipeline, a token a character, that sets ``doc.ents``.

    Labels: TECHNOLOGY, DISEASE, PLACE, PROGRAMME (``kb_id_`` and ``id_`` hold the concept's Chinese label), ORGANIZATION and
    PERSON. Entities do not overlap: names win over concepts, then the longest wins. Latin names match whole words only,
    in any case. The same object is given to every caller.
    """
    import spacy
    from spacy.language import Language

    Language.factory("yingtu_entities", func=_entities)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    nlp.add_pipe("yingtu_entities")
    return nlp


def _entities(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; ``name`` is its name in the pipeline, which spaCy gives."""
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
    return _EntityFinder(matcher, preferred)


class _EntityFinder:
    """Sets the entities of a document: organisations and people by grammar, concepts outside their names."""

    def __init__(self, matcher: PhraseMatcher, preferred: dict[str, tuple[str, str]]) -> None:
        self._matcher = matcher
        self._preferred = preferred

    def __call__(self, doc: Doc) -> Doc:
        from spacy.util import filter_spans

        text = doc.user_data.get(TEXT) or doc.text  # spaCy puts it together anew at every use
        named = list(_named(doc, text))
        taken = {index for span in named for index in range(span.start, span.end)}
        doc.set_ents(filter_spans([*named, *self._concepts(doc, text, taken)]))
        return doc

    def _concepts(self, doc: Doc, text: str, taken: set[int]) -> Iterator[Span]:
        from spacy.tokens import Span

        for match, start, end in self._matcher(doc):
            last = doc[end - 1]
            if taken.isdisjoint(range(start, end)) and _whole(text, doc[start].idx, last.idx + len(last)):
                label, name = self._preferred[doc.vocab.strings[match]]
                yield Span(doc, start, end, label=label, kb_id=name, span_id=name)


def _named(doc: Doc, text: str) -> Iterator[Span]:
    found = list(organizations(text))
    for label, ones in (("ORGANIZATION", found), ("PERSON", people(text, found))):
        for one in ones:
            span = doc.char_span(one.start, one.end, label=label)
            if span is not None:
                yield span


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands as a word of its own: CT, but not in ACT; T1 mapping, but not in T1 mappings' neighbours."""
    return not (_joins(text[max(0, start - 1) : start], text[start]) or _joins(text[end - 1], text[end : end + 1]))


def _joins(left: str, right: str) -> bool:
    return bool(left) and bool(right) and left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
