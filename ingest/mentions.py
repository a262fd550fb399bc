"""What a stretch of a document names, with where it stands: the pipeline's entities, mapped back from a healed view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.former import renamed
from ingest.layout import View
from ingest.lexicon import organization_kind
from ingest.names import FIRM_TRADES
from ingest.nlp import Entity, entities
from kg.model import EntityRef, Span
from kg.text import HAN, heal_name

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Mention", "mentions"]

_NODE_LABELS = {
    "TECHNOLOGY": "Technology",
    "DISEASE": "Disease",
    "PLACE": "Place",
    "PROGRAMME": "FundingProgram",
    "ORGANIZATION": "Organization",
    "PERSON": "Person",
}

_FIRM = re.compile(rf"(?:{FIRM_TRADES})(?:科技|智能|集团)?$")
"""What a firm ends in that goes by its brand and trade."""
_ENDS_TITLE = re.compile(
    "(?:创新|挑战|展望|发展|应用|进展|价值|研究|现状|前沿|[成显]像|技术|诊断|治疗|诊疗|实践|探索|未来|融合|转化|机遇|方法|策略)$"
)
_OPENS_HOUSE = re.compile(rf"[{HAN}]{{2,6}}?(?:大学|医学院|[省市])|中国|中华|国家|解放军")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A thing that the text names. ``start`` and ``end`` are in the view, ``span`` is in the document.

    ``name`` is the concept's Chinese label for what the ontology knows, else the healed words, those of an organisation
    without what they say of another time (原, 现); ``surface`` is always the words.
    """

    label: str
    name: str
    surface: str
    start: int
    end: int
    span: Span

    @property
    def ref(self) -> EntityRef:
        """The mention as the end of a fact."""
        return EntityRef(label=self.label, name=self.name)

    @property
    def kind(self) -> str | None:
        """The kind of an organisation, None for anything else."""
        if self.label != "Organization":
            return None
        return organization_kind(self.name) or ("company" if _FIRM.search(self.name) is not None else None)


def mentions(view: View, nlp: Language) -> tuple[Mention, ...]:
    """The mentions of a view, in the order of the text; they do not overlap. An empty view has none."""
    return tuple(_mentions(view, nlp)) if view.text.strip() else ()


def _mentions(view: View, nlp: Language) -> Iterator[Mention]:
    for entity in entities(view.text, nlp):
        start, end = entity.start, entity.end
        if entity.label == "ORGANIZATION":
            start = _behind_title(view, start, end)
        yield Mention(
            label=_label(entity),
            name=entity.concept or _name(entity.label, heal_name(view.text[start:end])),
            surface=view.text[start:end],
            start=start,
            end=end,
            span=view.span(start, end),
        )


def _behind_title(view: View, start: int, end: int) -> int:
    """Where a name begins whose line another ends right before it with the title of a talk or a meeting's theme.

    >>> _behind_title(View("光声成像应用岚江大学", (0, 1, 2, 3, 4, 5, 7, 8, 9, 10)), 0, 10)
    6
    """
    for at in range(start + 2, end - 2):
        broken = view.offsets[at] - view.offsets[at - 1] > 1
        if broken and _ENDS_TITLE.search(view.text, start, at) and _OPENS_HOUSE.match(view.text, at, end):
            return at if organization_kind(view.text[at:end]) is not None else start
    return start


def _label(entity: Entity) -> str:
    """The label of the node; awards stand among the programmes of the ontology."""
    return "Award" if entity.label == "PROGRAMME" and entity.concept.endswith("奖") else _NODE_LABELS[entity.label]


def _name(label: str, words: str) -> str:
    return renamed(words).name if label == "ORGANIZATION" else words
