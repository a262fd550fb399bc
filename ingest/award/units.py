"""The organisations that completed an achievement: from records, lists, paragraphs of each, and prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.award.forms import Form, Record, Value
from ingest.award.forms.inwords import done_by
from ingest.award.listed import (
    above_rest,
    before_heading,
    before_prose,
    item_views,
    items,
    lines_of,
    organizations_in,
    whole_lines,
)
from ingest.award.numbered import counted_on, rank_of
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.model import EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["Unit", "units_of"]

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NOTE = re.compile(r"[（(][^（）()]*[）)]")
_NOT_OF_NAME = re.compile(
    r"章|排[名序]|第.{1,3}(?:主要)?完成|^第[一二三四五六七八九十\d]{1,3}(?:位|名|单位)?$|联合(?:提名|推荐|申报)|^(?:主持|牵头|参与|参加|协作|合作|完成)?(?:单位)?$"
)
_RANK = re.compile(
    rf"(?:排名|排序|位列)\s*[：:]?\s*第?(?P<n>{_N})位?|第\s*(?P<m>{_N})\s*(?:主要)?完成单位|[（(]第\s*(?P<o>{_N})\s*(?:位|名|单位)?[)）]"
)
_LABEL = re.compile(
    rf"(?:第\s*{_N}\s*(?:主要)?|牵头|主持|主要|合作|参与|参加|协作|依托)(?:完成)?单位(?:名称)?\s*[：:]?\s*|单位名称\s*[：:]?\s*"
    r"|单位\s*\d{1,2}\s*(?:[（(][^（）()]{1,16}[)）])?\s*[：:]\s*"
)
_SECOND_NAME = re.compile(r"(?P<first>[^（）()]{4,40})[（(](?P<other>[^（）()]{6,40})[)）]")
"""某某医院（某某大学附属第一医院）: a house by both its names."""
_STOP = re.compile(
    r"\s*(?P<mark>[：:]|——|[，,。；;]|\s)|(?P<verb>为|是|作为|系|在|负责|承担|牵头|主持|参与|提供|对(?=本|该|项目|创新))"
)
_CLAUSE_ENDS = re.compile("[；;。]")
_NEXT_UNIT = re.compile(r"[；;。]\s*")
_JOINED = re.compile(r"\s*[/／]\s*|(?:以及|[和与及])(?!.*(?:联合|共建|合作|共同))")
_ETC = re.compile(r"等(?:\d+家|\d+个|多家)?(?:单位|机构)?[。]?$")
_HAN_GAP = re.compile(rf"[{HAN}]\s+[{HAN}]")
_MOST_OF = 0.7
_LONG = 40
_PROSE_UNIT = re.compile(
    rf"(?:^|(?<=[。；\n]))\s*(?P<name>[{HAN}A-Za-z（）()·]{{4,40}}?)"
    rf"(?:为|是|作为|系)(?:该|本)?(?:项目|成果)?的?(?:主要|第(?P<rank>{_N})|唯一)?(?:负责|牵头|参与)?完成单位"
)


_AS_WHICH = re.compile(
    r"\s*[：:，,]?\s*(?:作为|为|是|系)(?:本|该)?(?:项目|成果)?的?第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})完成单位"
)
"""甲医院：作为第一完成单位，…."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An organisation that completed an achievement."""

    name: str
    span: Span
    rank: int | None = None
    contribution: View | None = None
    prose: bool = False
    of_person: bool = False
    """Whether a person's 完成单位 alone names it, the form telling no units of its own."""

    @property
    def ref(self) -> EntityRef:
        """The organisation."""
        return EntityRef(label="Organization", name=self.name)


@dataclass(frozen=True, slots=True)
class _Head:
    """The organisation that words open with, where what is said of it begins, and whether a verb says so."""

    name: str
    start: int
    end: int
    rank: int | None
    verb: bool
    mark: str


def units_of(form: Form) -> list[Unit]:
    """The units of a form, from records, lists, paragraphs ("1. 某某医院：…") and prose ("某某为主要完成单位"), each once.

    What one place says of a unit and another does not (rank, contribution) is put together; the first rank counts.
    """
    found = [unit for record in form.of("unit") if (unit := _unit(form, record))]
    for value in (before_heading(form, value) for value in form.values("units")):
        view = form.view(value)
        found += _listed(form, value) or _paragraphs(form, value) or list(_in_prose(view)) or _above(form, value) or _led(view)
    partners = list(form.values("units_more"))
    if not found and form.values("partner_units"):  # 牵头单位 and 参加单位, where the form has no field of completing units
        found = [unit for value in form.values("applicant") for unit in _listed(form, value)]
        partners = [value for value in form.values("partner_units") if found]
    first = max((unit.rank or 0 for unit in found), default=0)
    for value in partners:
        more = _listed(form, value, from_one=False)
        ranks = counted_on([unit.rank or 0 for unit in more], first)
        found += [replace(unit, rank=rank) for unit, rank in zip(more, ranks, strict=True)]
    return list(_merged(found or list(_of_persons(form))))


def _of_persons(form: Form) -> Iterator[Unit]:
    """The completing units that the records of people name, which rank nobody."""
    for record in form.of("person"):
        for name in organizations_in(_field(form, record, "unit").strip("，,；;。、 ")):
            if organization_kind(name):
                yield Unit(name=name, span=form.page.span(*record.extent), of_person=True)


def _merged(units: list[Unit]) -> Iterator[Unit]:
    by_name: dict[str, Unit] = {}
    for unit in units:
        known = by_name.get(unit.name)
        if known is not None:
            unit = replace(known, rank=known.rank or unit.rank, contribution=known.contribution or unit.contribution)
        by_name[unit.name] = unit
    return iter(by_name.values())


def _unit(form: Form, record: Record) -> Unit | None:
    said = _field(form, record, "unit_name")
    names = organizations_in(_RANK.sub("", _without_notes(said)))
    if not names:
        return None
    contribution = record.fields.get("contribution")
    return Unit(
        name=names[0],
        span=form.page.span(*record.extent),
        rank=rank_of(_field(form, record, "rank")) or rank_of(_field(form, record, "number")) or _told_rank(said),
        contribution=form.view(contribution) if contribution else None,
    )


def _field(form: Form, record: Record, field: str) -> str:
    value = record.fields.get(field)
    return form.text(value).strip() if value else ""


def _listed(form: Form, value: Value, *, from_one: bool = True) -> list[Unit]:
    """Units of a list, each an organisation by the end of its name; nothing where it is no list of units."""
    view = form.view(value)
    marked = bool(re.search(r"[、；;，,]", view.text)) or bool(list(item_views(form, value, from_one=from_one)))
    found = list(items(form, value, from_one=from_one)) if marked else list(whole_lines(form, value))
    parted = [(number, name, words, span) for number, words, span in found for name in _names(words)]
    named = [one for one in parted if organization_kind(one[1]) and 4 <= len(one[1]) <= _LONG and not _HAN_GAP.search(one[1])]
    if not named or len(named) < _MOST_OF * len(parted):
        return []
    return [
        Unit(name=name, span=span, rank=number or _told_rank(words) or place)
        for place, (number, name, words, span) in enumerate(named, 1)
    ]


def _names(words: str) -> list[str]:
    """The name in an item of a list, without notes and labels; two where one mark or 和 joins two organisations."""
    bare = _ETC.sub("", _LABEL.sub("", _without_notes(words).strip(), count=1).strip(" 。"))
    second = _SECOND_NAME.fullmatch(bare)
    if second and organization_kind(second["first"]) and organization_kind(second["other"]):
        bare = second["first"]
    parts = [part.strip() for part in _JOINED.split(bare)]
    return parts if len(parts) > 1 and all(map(organization_kind, parts)) else [bare]


def _without_notes(words: str) -> str:
    """A bracket that is part of a name (…（北京）, …（集团）) stays; a note (盖章, 第1完成单位) leaves blanks."""
    return _NOTE.sub(lambda note: " " * len(note.group()) if _NOT_OF_NAME.search(note.group()[1:-1]) else note.group(), words)


def _told_rank(words: str) -> int | None:
    told = _RANK.search(words)
    return rank_of(told["n"] or told["m"] or told["o"]) if told else None


def _above(form: Form, value: Value) -> list[Unit]:
    """The units of a value's first lines, where those below are no part of the list: notes on the work, whole sentences."""
    above = (part for part in above_rest(form, before_prose(form, value)) if form.text(part).strip())
    return next((units for part in (before_prose(form, value), *above) if (units := _listed(form, part))), [])


def _paragraphs(form: Form, value: Value) -> list[Unit]:
    """Units of paragraphs, numbered or a line each, that open with a name, what each did behind it."""
    numbered = list(item_views(form, value))
    if numbered:
        headed = [(number, part, head) for number, part in numbered if (head := _head(part.text))]
        return list(_told(headed)) if len(headed) >= _MOST_OF * len(numbered) else []
    return list(_told((None, part, head) for part, head in _headed_lines(lines_of(form, value))))


def _headed_lines(lines: Iterable[View]) -> list[tuple[View, _Head]]:
    """The lines that open with an organisation and a colon, each with the lines behind it that do not."""
    found: list[tuple[View, _Head]] = []
    for line in lines:
        head = _head(line.text)
        if head is not None and head.mark in ("：", ":"):
            found.append((line, head))
        elif found:
            last, known = found[-1]
            found[-1] = View(last.text + line.text, last.offsets + line.offsets), known
    return [told for line, head in found for told in _run_on(line, head)]


def _run_on(line: View, head: _Head) -> list[tuple[View, _Head]]:
    """The units that a line tells one behind another: 甲医院：负责总体设计；乙大学：完成算法."""
    heads = ((cut.end(), _head(line.text[cut.end() :])) for cut in _NEXT_UNIT.finditer(line.text, head.end))
    behind = [(at, other) for at, other in heads if other is not None and other.mark in ("：", ":")]
    starts = [0, *(at for at, _ in behind)]
    ends = [*starts[1:], len(line.text)]
    parts = (View(line.text[start:end], line.offsets[start:end]) for start, end in zip(starts, ends, strict=True))
    return list(zip(parts, [head, *(other for _, other in behind)], strict=True))


def _told(headed: Iterable[tuple[int | None, View, _Head]]) -> Iterator[Unit]:
    for number, part, head in headed:
        contribution = View(part.text[head.start :], part.offsets[head.start :])
        span = part.span(head.start, head.end)
        as_which = _AS_WHICH.match(part.text, head.end)
        rank = number or head.rank or (rank_of(as_which["n"]) if as_which else None)
        yield Unit(name=head.name, span=span, rank=rank, contribution=contribution, prose=head.verb)


def _led(view: View) -> list[Unit]:
    """The units of a sentence: 本项目由甲医院牵头，联合乙大学、丙大学共同完成."""
    return [
        Unit(name=heal_name(view.text[start:end]), span=view.span(start, end), rank=place)
        for place, (start, end) in enumerate(done_by(view.text), 1)
    ]


def _head(words: str) -> _Head | None:
    """The organisation that words open with, up to the first mark or verb before which they name one."""
    bare = _without_notes(words)
    label = _LABEL.match(bare)
    start = label.end() if label else 0
    for stop in _STOP.finditer(bare + "。", start):
        name = heal_name(bare[start : stop.start()])
        if len(name) > _LONG or _CLAUSE_ENDS.search(name):
            return None
        if len(name) >= 4 and organization_kind(name):
            mark = re.match(r"\s*(\S|$)", bare[stop.start() :])
            return _Head(
                name,
                start,
                start + len(bare[start : stop.start()].rstrip()),
                _told_rank(words[: stop.end() + 1]),
                bool(stop["verb"]),
                mark[1] if mark else "",
            )
    return None


def _in_prose(view: View) -> Iterator[Unit]:
    for found in _PROSE_UNIT.finditer(view.text):
        if organization_kind(found["name"]):
            at = found.start("name")
            contribution = View(view.text[at:], view.offsets[at:])
            rank = rank_of(found["rank"]) if found["rank"] else None
            yield Unit(name=found["name"], span=view.span(at, found.end()), rank=rank, contribution=contribution, prose=True)
