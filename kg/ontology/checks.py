"""Whether an assertion fits the vocabulary; the answer is None or one sentence that says what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from kg.model import Attribute, Fact, Value
from kg.properties import PROPERTIES, PropertySpec
from kg.vocab import LABELS, PREDICATES, PredicateSpec, QualifierSpec

__all__ = ["check", "check_attribute", "is_iso_date"]

_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_NEW_YEAR = "0000-01-01"

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "date": (str,),
    "integer": (int,),
    "decimal": (int, float),
    "boolean": (bool,),
}


def check(fact: Fact) -> str | None:
    """Why the fact does not fit the vocabulary, or None where it does.

    Held against it: both labels, the predicate, what it may join, and the name and type of every qualifier.
    """
    for label in (fact.subject.label, fact.object.label):
        if label not in LABELS:
            return _unknown("label", label, LABELS)
    predicate = PREDICATES.get(fact.predicate)
    if predicate is None:
        return _unknown("predicate", fact.predicate, PREDICATES)
    if not predicate.joins(fact.subject.label, fact.object.label):
        return f"{predicate.name} goes from {_ends(predicate)}, not from {fact.subject.label} to {fact.object.label}"
    problems = (_qualifier(predicate, name, value) for name, value in sorted(fact.qualifiers.items()))
    return next((problem for problem in problems if problem), None)


def check_attribute(attribute: Attribute) -> str | None:
    """Why the attribute does not fit the vocabulary, or None where it does: label, name, type, closed lists, ISO dates."""
    label = attribute.subject.label
    if label not in LABELS:
        return _unknown("label", label, LABELS)
    spec = PROPERTIES[label].get(attribute.name)
    if spec is None:
        return _unknown(f"property of {label}", attribute.name, PROPERTIES[label])
    where = f"{label}.{spec.name}"
    return _wrong_type(where, spec, attribute.value, many=True) or _wrong_value(where, spec, attribute.value)


def is_iso_date(text: str) -> bool:
    """Whether the text is a year, a month or a day of the calendar as ISO 8601 writes them.

    >>> [is_iso_date(text) for text in ("2019", "2019-03", "2019-03-18", "2019-3", "2019-02-30")]
    [True, True, True, False, False]
    """
    if not _ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _NEW_YEAR[len(text) :])
    except ValueError:
        return False
    return True


def _qualifier(predicate: PredicateSpec, name: str, value: Value) -> str | None:
    spec = predicate.qualifiers.get(name)
    if spec is None:
        return _unknown(f"qualifier of {predicate.name}", name, predicate.qualifiers)
    return _wrong_type(f"{predicate.name}.{name}", spec, value, many=spec.role == "collected")


def _wrong_type(where: str, spec: QualifierSpec | PropertySpec, value: Value, *, many: bool) -> str | None:
    if isinstance(value, tuple) and not many:
        return f"{where} holds one {spec.type}, not a list; state a fact for each"
    for one in _each(value):
        if not isinstance(one, _TYPES[spec.type]) or (isinstance(one, bool) and spec.type != "boolean"):
            return f"{where} is {_article(spec.type)}, not {one!r}"
        if isinstance(one, str) and not one.strip():
            return f"{where} is blank; leave it out where the document does not state it"
    return None


def _wrong_value(where: str, spec: PropertySpec, value: Value) -> str | None:
    for one in _each(value):
        if spec.values and one not in spec.values:
            return f'{where} is one of {", ".join(spec.values)}, not "{one}"'
        if spec.type == "date" and not is_iso_date(str(one)):
            return f'{where} is an ISO date (2019, 2019-03 or 2019-03-18), not "{one}"'
    return None


def _each(value: Value) -> tuple[str | int | float | bool, ...]:
    return value if isinstance(value, tuple) else (value,)


def _ends(predicate: PredicateSpec) -> str:
    if predicate.same_label:
        return " or ".join(f"{label} to {label}" for label in _listed(predicate.domain))
    return f"{' or '.join(_listed(predicate.domain))} to {' or '.join(_listed(predicate.range))}"


def _listed(labels: Iterable[str]) -> list[str]:
    return sorted(labels, key=lambda label: LABELS[label].order)


def _article(type_: str) -> str:
    return f"{'an' if type_[0] in 'aeiou' else 'a'} {type_}"


def _unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """What is not known, the likeliest meant, and all that is allowed."""
    allowed = sorted(known)
    close = get_close_matches(name, allowed, n=1)
    guess = f'; did you mean "{close[0]}"?' if close else ";"
    return f'no {kind} "{name}"{guess} allowed: {", ".join(allowed) or "none"}'
