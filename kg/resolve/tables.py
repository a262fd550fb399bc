"""Counts and sums in prose against the table that the sentence points to, or whose rows it counts rightly.

The edge of a figure that the rows do not bear out is told so: ``table_value`` is what they make, ``table_rows`` are their
edges. Only what a sentence says of all rows is held against them: not of some (其中, 有6个…), of a time, or of several counts
at once. Rows are those that were read as rows; what stands after 此后 or 其余 leaves out what the words before it name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kg.model import Document, Edge, Evidence, Node, Value
from kg.resolve.figures import Range, agree, in_units, range_of

__all__ = ["ROW", "Tables"]

ROW = re.compile(r"(?:^|[.-])row$")
"""How the rule of a statement ends that a row of a table makes."""

_CAPTION = re.compile(r"^[ \t\u3000]*附?表[ \t\u3000]*(?P<number>\d+|[一二三四五六七八九十]+)(?=[\s.:：、])", re.MULTILINE)
_POINTS = re.compile(
    r"(?:[（(]\s*(?:请?参?[见阅]|详见|如)?|[见如])附?表\s*(?P<number>\d+|[一二三四五六七八九十]+)(?!\d)"
    r"|表\s*(?P<listing>\d+|[一二三四五六七八九十]+)\s*(?:列[出举示了]|所[列示]|给出|显示|汇总|为)"
)
_BELOW = re.compile(r"[下附]表|如下表|以下(?:项目|课题|会议)")
_ABOVE = re.compile(r"上表")
_TABLED = "tabled"
"""The rule of a figure that is told of all rows of the table that its sentence points to."""
_SENTENCE_END = re.compile(r"[。！？；]|[.;](?=\s)|(?<=[\u4e00-\u9fff)）”])[.;]")
_REST = re.compile(r"此后|其后|之后|随后|其余|其他|另有|另外|此外")
_SOME = re.compile(r"其中|(?:^|[,，;；])\s*(?:[^,，;；]{0,6})?(?:(?<![共总一])有|仅|只|含)\s*$|包括")
_LONGEST = 400
"""No sentence is longer: what is has swallowed a table."""

_BEFORE = 300
_FOR_EVER = 9999
_ROWS = 2
"""Fewer rows are no table."""

_MONEY = re.compile(r"经费|资助|投入|总额|金额|资金|拨款|投资")
_SINGLE = re.compile(r"平均|均|每|单项|最[高低大小多少]|比|率|第[一二三四五六七八九十\d]|直接|间接|年度|强度|国拨|自筹|配套")
_GRANTS = re.compile(r"(?:项目|课题|专项|资助|立项|工作|群体)$")
_SESSIONS = re.compile(r"(?:会议|会|论坛|讨论会|研讨会|年会|学术会)$")
_VERBS = re.compile(r"^(?:共|累计|总共|先后)?(?:支持|资助|立项|批准|获批|设立|部署|安排|举办|召开|组织)?(?:的|了)?")
_PIECES = frozenset({"项", "个", "次", "届", "期", "场"})
_LISTS = {"FUNDED_BY": _GRANTS, "IN_SERIES": _SESSIONS}
"""Relations whose subjects a table lists by their object, and what those subjects are called when they are counted."""


class _Row(NamedTuple):
    """A thing that a table lists, and the words of its row."""

    edge: Edge
    words: Evidence


class _Claim(NamedTuple):
    """A figure of a metric in a sentence."""

    edge: Edge
    words: Evidence
    name: str
    range: Range


class _Finding(NamedTuple):
    """A figure, by its edge, what the rows make instead, and the edges of the rows."""

    claim: str
    value: str
    rows: tuple[str, ...]


@dataclass(slots=True)
class _Read:
    """What was read of a document: rows by relation and object, claims by sentence, and where its things are named in prose."""

    rows: defaultdict[tuple[str, str], list[_Row]] = field(default_factory=lambda: defaultdict(list))
    claims: list[_Claim] = field(default_factory=list)
    named: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


class Tables:
    """What the tables of a graph's documents say against figures of their prose; documents are held to it one by one."""

    def __init__(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        self._nodes = {node.id: node for node in nodes}
        self._read = _read(list(edges), self._nodes)
        self._found: defaultdict[str, list[_Finding]] = defaultdict(list)

    def hold(self, document: Document) -> Document:
        """The document, whose sentences have now been held against its tables."""
        if document.id in self._read:
            for one in _Held(document, self._read[document.id], self._nodes).findings():
                self._found[one.claim].append(one)
        return document

    def marked(self, edge: Edge) -> Edge:
        """The edge, with what tables make of its figure where they do not bear it out."""
        found = self._found.get(edge.id)
        if not found:
            return edge
        told = {
            "table_rows": tuple(sorted({row for one in found for row in one.rows})),
            "table_value": tuple(sorted({one.value for one in found})),
        }
        return replace(edge, qualifiers=dict(sorted({**edge.qualifiers, **told}.items())))


def _read(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> dict[str, _Read]:
    read: defaultdict[str, _Read] = defaultdict(_Read)
    for edge in edges:
        if edge.type in _LISTS:
            for words in edge.evidence:
                if ROW.search(words.rule):
                    read[words.document].rows[edge.type, edge.target].append(_Row(edge, words))
    with_rows = {document: told for document, told in read.items() if told.rows}
    listed = {row.edge.source for told in with_rows.values() for rows in told.rows.values() for row in rows}
    for edge in edges:
        if edge.type == "HAS_METRIC" and (figure := range_of(edge.qualifiers)):
            for words in edge.evidence:
                if words.document in with_rows:
                    with_rows[words.document].claims.append(_Claim(edge, words, nodes[edge.target].name, figure))
    for ident in listed:
        for words in nodes[ident].evidence:
            if words.document in with_rows and not ROW.search(words.rule):
                with_rows[words.document].named[ident].append(words.span.start)
    return with_rows


class _Held:
    """The tables of one document, and what its sentences say of them."""

    def __init__(self, document: Document, read: _Read, nodes: Mapping[str, Node]) -> None:
        self._text, self._read, self._nodes = document.text, read, nodes
        captions = [(found.start(), _number(found["number"])) for found in _CAPTION.finditer(document.text)]
        self._starts, self._numbers = [start for start, _ in captions], [number for _, number in captions]
        self._ends = [found.end() for found in _SENTENCE_END.finditer(document.text)]

    def findings(self) -> Iterator[_Finding]:
        by_sentence: defaultdict[tuple[int, int], list[_Claim]] = defaultdict(list)
        for claim in self._read.claims:
            by_sentence[self._sentence(claim.words)].append(claim)
        for (start, end), claims in sorted(by_sentence.items()):
            if end - start > _LONGEST:
                continue
            for (predicate, target), rows in sorted(self._read.rows.items()):
                own = [claim for claim in claims if claim.edge.source == target]
                if own and len({row.edge.source for row in rows}) >= _ROWS:
                    yield from self._held((start, end), own, predicate, rows)

    def _held(self, sentence: tuple[int, int], claims: list[_Claim], predicate: str, rows: list[_Row]) -> Iterator[_Finding]:
        counts = [claim for claim in claims if self._counts(claim, predicate)]
        told = counts or [claim for claim in claims if claim.words.rule == _TABLED]
        if len({claim.words.span for claim in counts}) > 1 or not told:
            return
        before, pointed = self._text[sentence[0] : told[0].words.span.start], self._pointed(sentence, rows)
        meant = _in_time(told[0], [row for row in rows if not pointed or self._table(row) in pointed])
        if _SOME.search(before) or (_REST.search(before) and (meant := self._rest(meant, sentence[0])) is None):
            return
        things = list({row.edge.source: row for row in meant or ()}.values())
        if not counts or agree(counts[0].range, Range(len(things), len(things), counts[0].range.unit)):
            yield from self._sums(claims, things)
        elif len(pointed) == 1 and things:
            yield _finding(counts[0], f"{len(things)}{counts[0].range.unit}", things)

    def _pointed(self, sentence: tuple[int, int], rows: list[_Row]) -> set[int | None]:
        """The numbers of the tables that a sentence points to; None is a table without one."""
        words = self._text[slice(*sentence)]
        numbers: set[int | None] = {_number(found["number"] or found["listing"]) for found in _POINTS.finditer(words)}
        if not numbers and _BELOW.search(words):
            return {self._table(row) for row in rows if row.words.span.start >= sentence[1]}
        if not numbers and _ABOVE.search(words):
            return {self._table(row) for row in rows if row.words.span.end <= sentence[0]}
        return numbers

    def _sums(self, claims: list[_Claim], rows: list[_Row]) -> Iterator[_Finding]:
        amounts = [row.edge.qualifiers.get("amount_wan") for row in rows]
        numbers = [one for one in amounts if isinstance(one, int | float)]
        if len(numbers) < len(rows) or any(row.edge.qualifiers.get("joint") for row in rows):
            return
        total = round(sum(numbers) * in_units("万元")[0], 2)
        for claim in claims:
            money = claim.range.unit == "元" and _MONEY.search(claim.name) and not _SINGLE.search(claim.name)
            if money and not agree(claim.range, Range(total, total, "元")):
                yield _finding(claim, _in_words(total), rows)

    def _counts(self, claim: _Claim, predicate: str) -> bool:
        """Whether a figure counts what the rows list: 项目数 of a programme, or the last words of its name."""
        if claim.range.unit not in _PIECES or not claim.name.endswith("数"):
            return False
        if claim.words.rule == _TABLED:
            return True
        counted = _VERBS.sub("", claim.name.removesuffix("数"))
        owner = self._nodes[claim.edge.source].name
        return bool(_LISTS[predicate].search(counted)) and (len(counted) <= 2 or _alike(counted, owner))

    def _rest(self, rows: list[_Row] | None, start: int) -> list[_Row] | None:
        """The rows but for those that the words before a sentence name; None where they name none: the rest of what?"""
        named = self._read.named
        rest = [row for row in rows or () if not any(start - _BEFORE <= at < start for at in named.get(row.edge.source, ()))]
        return rest if len(rest) < len(rows or ()) else None

    def _table(self, row: _Row) -> int | None:
        at = bisect_right(self._starts, row.words.span.start) - 1
        return self._numbers[at] if at >= 0 else None

    def _sentence(self, words: Evidence) -> tuple[int, int]:
        first, last = bisect_right(self._ends, words.span.start), bisect_left(self._ends, words.span.end)
        start = self._ends[first - 1] if first else 0
        return start, self._ends[last] if last < len(self._ends) else len(self._text)


def _finding(claim: _Claim, value: str, rows: Iterable[_Row]) -> _Finding:
    return _Finding(claim.edge.id, value, tuple(row.edge.id for row in rows))


def _in_time(claim: _Claim, rows: list[_Row]) -> list[_Row] | None:
    """The rows of the time that a claim is told of; None where nobody knows, or it is told of something else.

    自2018年以来…（见表1): a table that tells no years has what was since.
    """
    said = claim.edge.qualifiers
    if any(name in said for name in ("period", "condition", "scope", "population")):
        return None
    if "year" not in said and "since" not in said:
        return rows
    first, last = _year(said.get("year", said.get("since"))), _year(said.get("year", _FOR_EVER))
    years = [_year(row.edge.qualifiers.get("year")) for row in rows]
    if claim.words.rule != _TABLED or not first:
        return None
    if "year" not in said and not any(years):
        return rows
    if not all(years):
        return None
    return [row for row, year in zip(rows, years, strict=True) if first <= year <= last]


def _year(value: Value | None) -> int:
    """A year as a number, 0 for what is none."""
    text = str(value)
    return int(text) if text.isdecimal() else 0


def _alike(counted: str, owner: str) -> bool:
    """Whether what is counted is called like its owner: 重大项目 of 某基金重大项目, 仪器研制工作 of 仪器研制项目."""
    stem = _GRANTS.sub("", counted) or counted
    return stem in owner or counted in owner


def _in_words(yuan: float) -> str:
    return f"{yuan / in_units('亿元')[0]:.4g}亿元" if yuan >= in_units("亿元")[0] else f"{yuan / in_units('万元')[0]:.10g}万元"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    units = "一二三四五六七八九".find(ones) + 1 if ones else 0
    return (("一二三四五六七八九".find(tens) + 1 if tens else 1) * 10 if ten else 0) + units
