"""The canned questions: one .cypher file each, the folder is the catalogue, asked of any store.

A file opens with lines ``//+ …`` that together are YAML: title, question, parameters, returns, view. Each row of an
answer ends in ``edges``: the sorted ids of the edges that support it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from kg.errors import BadParameter, QueryError, UnknownQuery
from kg.paths import queries_dir
from kg.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Value
    from kg.store import Rows, Store

__all__ = ["TYPES", "Answer", "Parameter", "Question", "Returned", "ask", "catalogue", "convert", "find", "parse"]

TYPES = ("string", "integer", "decimal", "boolean", "strings")
"""What a parameter can be; ``strings`` is a list, written with commas between."""

_HEADER = "//+ "
_TRUE, _FALSE = ("true", "yes", "1", "是"), ("false", "no", "0", "否")
_LIST_MARKS = str.maketrans("，、；;", ",,,,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question wants to know. ``names`` are the labels of the things that it names, where it names any."""

    name: str
    type: str
    required: bool
    example: Value
    zh: str
    en: str
    default: Value | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A column of the answer."""

    name: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A canned question; ``title`` and ``question`` are by language (zh, en), ``view`` says how it is best drawn."""

    name: str
    title: Mapping[str, str]
    question: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    returns: tuple[Returned, ...]
    view: str
    cypher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that a store gave to a question, and the parameters as they were used."""

    question: Question
    parameters: Mapping[str, Value | None]
    rows: Rows


@cache
def catalogue() -> Mapping[str, Question]:
    """All canned questions by name, sorted. Raises QueryError for a file whose header is not in order."""
    return MappingProxyType({path.stem: parse(path) for path in sorted(queries_dir().glob("*.cypher"))})


def find(name: str) -> Question:
    """The question of that name; UnknownQuery, with the nearest names, where there is none."""
    questions = catalogue()
    if name in questions:
        return questions[name]
    near = get_close_matches(name, questions, n=1)
    if near:
        raise UnknownQuery(f'no query "{name}"; did you mean "{near[0]}"? kg questions lists all {len(questions)}')
    raise UnknownQuery(f'no query "{name}"; kg questions lists all {len(questions)}')


def ask(store: Store, name: str, parameters: Mapping[str, Any] | None = None) -> Answer:
    """Ask a question. Strings are converted to the declared types; names match whatever their width, case and spaces.

    Raises UnknownQuery, or BadParameter for a parameter that is missing, unknown or of another type.
    """
    question = find(name)
    values = _values(question, parameters or {})
    for parameter in question.parameters:
        value = values[parameter.name]
        if parameter.names and isinstance(value, str):
            values[parameter.name] = _as_stored(store, parameter.names, value)
    rows = store.run(question.cypher, cast("Mapping[str, Value]", values))  # what is not given is passed as null
    return Answer(question=question, parameters=MappingProxyType(values), rows=rows)


def convert(parameter: Parameter, value: Any) -> Value:
    """A value of the declared type; BadParameter where it is not one.

    >>> convert(Parameter(name="year", type="integer", required=True, example=2012, zh="年份", en="year"), "2016")
    2016
    """
    try:
        converted = _CONVERTERS[parameter.type](value)
    except (TypeError, ValueError):
        raise BadParameter(
            f'parameter {parameter.name}: "{value}" is no {parameter.type}; an example is {_shown(parameter.example)}'
        ) from None
    return converted


def parse(path: Path) -> Question:
    """The question in a file; QueryError where its header lacks something."""
    import yaml

    lines = path.read_text("utf-8").splitlines()
    header = "\n".join(line.removeprefix(_HEADER) for line in lines if line.startswith(_HEADER))
    try:
        told = yaml.safe_load(header)
        return Question(
            name=path.stem,
            title=_languages(told["title"]),
            question=_languages(told["question"]),
            parameters=tuple(_parameter(one) for one in told.get("parameters") or ()),
            returns=tuple(Returned(**one) for one in told["returns"]),
            view=str(told["view"]),
            cypher="\n".join(line for line in lines if not line.startswith("//")).strip() + "\n",
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise QueryError(f"{path.name}: the lines that begin with //+ are not a header as they should be: {error}") from error


def _values(question: Question, given: Mapping[str, Any]) -> dict[str, Value | None]:
    allowed = [parameter.name for parameter in question.parameters]
    for name in given:
        if name not in allowed:
            raise BadParameter(f'{question.name} has no parameter "{name}"; it takes {_listed(allowed)}')
    missing = [one for one in question.parameters if one.required and given.get(one.name) in (None, "")]
    if missing:
        one = missing[0]
        raise BadParameter(f"{question.name} needs {one.name} ({one.zh}, {one.en}); write -p {one.name}={_shown(one.example)}")
    return {
        one.name: one.default if given.get(one.name) in (None, "") else convert(one, given[one.name])
        for one in question.parameters
    }


def _as_stored(store: Store, labels: tuple[str, ...], name: str) -> str:
    """The spelling that the store knows, where the name fits one but for width, case, spaces or punctuation."""
    wanted = fold(name)
    spellings: list[str] = []
    for label in labels:
        for known, aliases in store.run(f"MATCH (n:{label}) RETURN n.name AS name, n.aliases AS aliases ORDER BY name").rows:
            spellings += [one for one in (known, *(aliases or ())) if one == name or fold(one) == wanted]
    return name if name in spellings or not spellings else spellings[0]


def _parameter(told: Mapping[str, Any]) -> Parameter:
    names = told.get("names", ())
    fields = {**told, "names": (names,) if isinstance(names, str) else tuple(names)}
    if fields["type"] not in TYPES:
        raise ValueError(f"parameter {fields['name']} has the type {fields['type']}; allowed are {_listed(TYPES)}")
    return Parameter(**fields)


def _languages(told: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({"zh": str(told["zh"]), "en": str(told["en"])})


def _boolean(value: Any) -> bool:
    text = str(value).strip().lower()
    if text not in _TRUE + _FALSE:
        raise ValueError(text)
    return text in _TRUE


def _integer(value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError(value)
    return int(value)


def _decimal(value: Any) -> float:
    if isinstance(value, bool):
        raise ValueError(value)
    return float(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value.strip()


def _strings(value: Any) -> tuple[str, ...]:
    pieces = value.translate(_LIST_MARKS).split(",") if isinstance(value, str) else value
    return tuple(_string(piece) for piece in pieces if piece)


_CONVERTERS: Mapping[str, Callable[[Any], Value]] = {
    "string": _string,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "strings": _strings,
}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _shown(value: Value) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
