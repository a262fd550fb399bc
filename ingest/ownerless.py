"""Hospitals that prose calls by a bare kind or ordinal (第一医院, 附属医院): whose they are by the document, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.layout import heal
from ingest.names import organizations
from kg.model import Alias, Assertion, Attribute, Document, EntityRef, Fact
from kg.resolve.institutions import is_nobodys_own
from kg.text import fold

__all__ = ["REASON", "owned"]

REASON = "a bare kind or ordinal that many hospitals go by; the document does not say whose it is"

_PROSE = "prose"
_ORDINAL = "一二三四五六七八九十"
_HOSPITAL = re.compile(
    rf"(?P<home>[^省市区县]*?(?:医院|保健院|[{_ORDINAL}]院))(?P<rest>(?:[^院]{{1,10}}(?:科|中心|室|部|病区))?)"
)
_POINTS = re.compile("[我本该此贵]")
_ATTACHED = re.compile("(?:附属|直属)")
_UNIVERSITY = re.compile(r".{2,}(?:大学|医学院)")
_BARE_ORDINAL = re.compile(rf"(?P<n>[{_ORDINAL}]+)(?=(?:人民)?医院)")
_TWICE = 2


def owned(assertions: Iterable[Assertion], document: Document) -> Iterator[tuple[Assertion, bool]]:
    """The assertions, hospitals by their full names where the document has the one that is meant; False for those to drop.

    Of prose alone: in a form or a table the place of a name tells whose it is.
    """
    stated = list(assertions)
    names = {end.name for one in stated for end in _ends(one) if end.label == "Organization"}
    names |= {end.context for one in stated for end in _ends(one) if end.label == "Person" and end.context}
    owners = {name for name in names if _is_bare(name)}
    names |= set(_named_in(document)) | {document.publisher} - {""} if owners else set()
    bare = {name: _full_name(name, names, document) for name in owners}
    for one in stated:
        if not bare or one.evidence.ingester != _PROSE:
            yield one, True
        elif any(end.label == "Organization" and bare.get(end.name, end.name) == "" for end in _ends(one)):
            yield one, False
        else:
            yield _named(one, bare), True


def _named_in(document: Document) -> Iterator[str]:
    """The organisations that the text names, whatever it says of them."""
    for passage in document.passages:
        words = heal(document.text, passage.span).text
        yield from (words[found.start : found.end] for found in organizations(words))


def _ends(one: Assertion) -> tuple[EntityRef, ...]:
    match one:
        case Fact(subject=subject, object=target):
            return subject, target
        case Attribute(subject=subject):
            return (subject,)
        case Alias(of=of):
            return (of,)


def _is_bare(name: str) -> bool:
    found = _HOSPITAL.fullmatch(name)
    return found is not None and not _POINTS.match(name) and is_nobodys_own(fold(found["home"]))


def _full_name(name: str, names: Iterable[str], document: Document) -> str:
    """The one hospital of the document that ends so, or that its one university has; empty where there is none."""
    found = _HOSPITAL.fullmatch(name)
    home, rest = (found["home"], found["rest"]) if found else (name, "")
    endings = {home, _BARE_ORDINAL.sub(r"第\g<n>", home) if _BARE_ORDINAL.match(home) else home}
    fulls = {_home(full) for full in names}
    meant = {full for full in fulls for ending in endings if _ends_in(full, ending)}
    if not meant and _ATTACHED.match(home):
        meant = {f"{owner}{home}" for owner in _universities(names, document)}
    return meant.pop() + rest if len(meant) == 1 else ""


def _home(name: str) -> str:
    found = re.fullmatch(r"(?P<home>.+?(?:医院|保健院))(?:[^院]{1,10}(?:科|中心|室|部|病区))?", name)
    return found["home"] if found else name


def _ends_in(full: str, ending: str) -> bool:
    front = full.removesuffix(ending)
    return front not in (full, "") and front[-1] not in f"{_ORDINAL}0123456789第" and not _is_bare(full)


def _universities(names: Iterable[str], document: Document) -> set[str]:
    """The universities that the document is about: its title has them, or it names them again and again."""
    known = {name for name in names if _UNIVERSITY.fullmatch(name)}
    wholes = {name for name in known if not any(other != name and name.startswith(other) for other in known)}
    return wholes if all(name in document.title or document.text.count(name) >= _TWICE for name in wholes) else set()


def _named(one: Assertion, bare: dict[str, str]) -> Assertion:
    match one:
        case Fact(subject=subject, object=target):
            ends = _ref(subject, bare), _ref(target, bare)
            return one if ends == (subject, target) else replace(one, subject=ends[0], object=ends[1])
        case Attribute(subject=subject):
            return replace(one, subject=_ref(subject, bare))
        case Alias(of=of):
            return replace(one, of=_ref(of, bare))


def _ref(ref: EntityRef, bare: dict[str, str]) -> EntityRef:
    if ref.label == "Organization" and bare.get(ref.name):
        return replace(ref, name=bare[ref.name])
    if ref.label == "Person" and ref.context in bare:
        return replace(ref, context=bare[ref.context])
    return ref
