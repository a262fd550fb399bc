"""A picture as a page: pyvis lays out the network, our own template stands around it.

pyvis's template links a CDN even with ``cdn_resources="in_line"``; ours takes vis-network from the pyvis package and links
nothing, and the page's own policy forbids the browser to fetch anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.properties import PROPERTIES
from kg.view.picture import Picture, Relation, Thing, Words
from kg.vocab import LABELS, PREDICATES

if TYPE_CHECKING:
    from pyvis.network import Network

    from kg.view.answered import Answered, Column

__all__ = ["ASSETS", "FONT", "network_page"]

ASSETS = Path(__file__).with_name("assets")
"""The folder of templates, styles and scripts."""

_TITLE = {"zh": "影图：生物医学影像版图", "en": "Yingtu: the biomedical imaging landscape"}
FONT = (
    "system-ui, -apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei',"
    " 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
)
"""What every page is set in: the reader's own Chinese face."""

_LINE_WIDTH = 20
"""A line of a label: ten Chinese characters, or twenty Latin letters."""

_WIDE = "\u2e80"
"""From here on characters are as wide as high."""

_FEW_EDGES = 120
"""Up to so many edges, lines are curved apart and say what they are; more would be a thicket."""

_NODE_WORDS = 5
"""A thing shows so many of the words that named it; its facts show all of theirs."""


def network_page(picture: Picture, answer: Answered | None = None, *, lang: str = "zh", title: str | None = None) -> str:
    """The page as HTML, complete in itself. The same picture gives the same bytes."""
    network = _network(picture)
    environment = _environment()
    titles = dict(answer.question.title) if answer else dict(_TITLE)
    environment.globals.update(
        lang=lang,
        title=title or titles[lang],
        font=FONT,
        page=_page_data(picture, answer) | {"title": {"zh": title, "en": title} if title else titles, "lang": lang},
    )
    network.templateEnv, network.path = environment, "page.html"
    return str(network.generate_html())


def _environment() -> Any:
    import pyvis
    from jinja2 import Environment, FileSystemLoader

    folders = [ASSETS, Path(pyvis.__file__).with_name("templates")]
    environment = Environment(loader=FileSystemLoader(folders), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    return environment


def _network(picture: Picture) -> Network:
    from pyvis.network import Network

    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    degree = Counter(end for relation in picture.relations for end in (relation.source, relation.target))
    for thing in picture.things:
        network.add_node(thing.id, **_drawn(thing, degree[thing.id]))
    few = len(picture.relations) <= _FEW_EDGES
    for relation in picture.relations:
        network.add_edge(relation.source, relation.target, id=relation.id, kind=relation.type)
    network.options = _options(few=few)
    return network


def _drawn(thing: Thing, degree: int) -> dict[str, Any]:
    color = LABELS[thing.label].color
    return {
        "label": _short(_caption(thing)),
        "title": thing.name,
        "color": {"background": color, "border": "#ffffff", "highlight": {"background": color, "border": "#111827"}},
        "kind": thing.label,
        "size": round(9 + 3 * min(degree, 64) ** 0.5, 1),
    }


def _caption(thing: Thing) -> str:
    """What stands under a node: sessions by their theme, innovations by their number and title."""
    told = thing.properties
    if thing.label == "Innovation" and told.get("title"):
        return f"{told.get('number', '')} {told['title']}".strip()
    return str(told.get("theme") or thing.name) if thing.label == "Conference" else thing.name


def _short(text: str) -> str:
    """A label of up to two lines, broken at a space where there is one near the end, else anywhere.

    >>> _short("Quantitative mapping of diffuse fibrosis")
    'Quantitative mapping\\nof diffuse fibrosis'
    """
    first, rest = _cut(" ".join(text.split()))
    second, rest = _cut(rest)
    return "\n".join(line for line in (first, second + ("…" if rest else "")) if line)


def _cut(text: str) -> tuple[str, str]:
    used = 0
    for index, char in enumerate(text):
        used += 2 if char >= _WIDE else 1
        if used > _LINE_WIDTH:
            space = text.rfind(" ", 0, index + 1)
            at = space if space > index // 2 else index
            return text[:at], text[at:].lstrip()
    return text, ""


def _options(*, few: bool) -> dict[str, Any]:
    return {
        "nodes": {
            "shape": "dot",
            "borderWidth": 1.5,
            "borderWidthSelected": 3,
            "font": {"face": FONT, "size": 14, "color": "#1f2937", "strokeWidth": 4, "strokeColor": "#ffffff"},
            "scaling": {"label": {"drawThreshold": 8}},
        },
        "edges": {
            "color": {"color": "#a8b1c0", "highlight": "#2563eb", "hover": "#4b5563"},
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
            "width": 1,
            "selectionWidth": 1.5,
            "hoverWidth": 1,
            "font": {"face": FONT, "size": 11, "color": "#6b7280", "strokeWidth": 3, "strokeColor": "#ffffff"},
            "scaling": {"label": {"drawThreshold": 8}},
            "smooth": {"enabled": True, "type": "dynamic" if few else "continuous"},
        },
        "layout": {"randomSeed": 7, "improvedLayout": few},
        "interaction": {"hover": True, "tooltipDelay": 150, "multiselect": True, "hideEdgesOnDrag": not few},
        "physics": {
            "solver": "forceAtlas2Based",
            "forceAtlas2Based": {
                "gravitationalConstant": -90 if few else -70,
                "centralGravity": 0.012,
                "springLength": 130 if few else 100,
                "springConstant": 0.06,
                "damping": 0.5,
                "avoidOverlap": 0.4,
            },
            "stabilization": {"enabled": True, "iterations": 400 if few else 250, "updateInterval": 25, "fit": True},
        },
    }


def _page_data(picture: Picture, answer: Answered | None) -> dict[str, Any]:
    used = {thing.label for thing in picture.things}
    return {
        "labels": {
            name: {"zh": spec.zh, "en": spec.en, "color": spec.color, "order": spec.order}
            for name, spec in LABELS.items()
            if name in used
        },
        "predicates": {
            name: {"zh": spec.zh, "en": spec.en, "qualifiers": _headings(spec.qualifiers)} for name, spec in PREDICATES.items()
        },
        "properties": {name: _headings(PROPERTIES.get(name, {})) for name in sorted(used)},
        "things": {thing.id: _thing(thing) for thing in picture.things},
        "facts": {relation.id: _fact(relation) for relation in picture.relations},
        "few": len(picture.relations) <= _FEW_EDGES,
        "total": picture.total,
        "answer": _answer(answer) if answer else None,
    }


def _headings(specs: Mapping[str, Column]) -> dict[str, Any]:
    return {name: {"zh": spec.zh, "en": spec.en} for name, spec in specs.items()}


def _thing(thing: Thing) -> dict[str, Any]:
    return {
        "label": thing.label,
        "name": thing.name,
        "aliases": list(thing.aliases),
        "properties": dict(thing.properties),
        "words": [_said(one) for one in thing.words[:_NODE_WORDS]],
    }


def _fact(relation: Relation) -> dict[str, Any]:
    return {
        "type": relation.type,
        "source": relation.source,
        "target": relation.target,
        "qualifiers": dict(relation.qualifiers),
        "confidence": relation.confidence,
        "words": [_said(one) for one in relation.words],
    }


def _said(words: Words) -> dict[str, Any]:
    return {
        "quote": words.quote,
        "before": words.before,
        "after": words.after,
        "document": words.document,
        "source": words.source,
        "page": words.page,
        "rule": words.rule,
    }


def _answer(answer: Answered) -> dict[str, Any]:
    question = answer.question
    columns = [column for column in question.returns if column.name != "edges"]
    return {
        "question": dict(question.question),
        "view": question.view,
        "parameters": [
            {"zh": one.zh, "en": one.en, "value": answer.parameters[one.name]}
            for one in question.parameters
            if answer.parameters.get(one.name) is not None
        ],
        "columns": [{"name": column.name, "zh": column.zh, "en": column.en} for column in columns],
        "rows": [
            {"cells": [record.get(column.name) for column in columns], "edges": list(record.get("edges") or ())}
            for record in answer.rows.records()
        ],
    }
