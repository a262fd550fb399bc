"""The people and units that completed an achievement, from a form's records, from one-line lists and from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.award.forms import Form, Record, Value
from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.listed import PART_CUT, healed_name, items, lines_of, name_ahead, numbering, numeral, whole_lines
from ingest.layout import View
from ingest.lexicon import is_position, is_title, organization_kind
from kg.model import EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["NONE", "Affiliation", "Person", "Unit", "organizations_in", "people_of", "rank_of", "units_of"]

NONE = frozenset({"无", "/", "-", "—", "–", "——", "暂无", "空", "无。"})
"""What a form says where there is nothing to say."""

_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九十")}
_RANK = re.compile(r"(?:第|排名)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})")
_NOTED = re.compile(r"[（(]([^（）()]*)[）)]")
_HAN_GAP = re.compile(rf"[{HAN}]\s+[{HAN}]")
_UNIT_LINE = re.compile(
    rf"\s*(?P<n>\d{{1,2}})(?:[.．、]|[)）])?\s*(?P<name>[{HAN}A-Za-z（）()·]{{4,40}}?)(?=[\s：:，,。；;]|$)"
)
_SURE_SHARE = 0.6
_ROLE_IN_PROJECT = re.compile(r"(?:项目|课题|成果)(?:的?总?|第一)(?:负责人|主持人|联系人)|^总负责人$")
_CONTRIBUTES = re.compile(r"创新|发明|发现|贡献|负责|参与|完成|论文")
_RANK_PART = re.compile(
    r"(?:排名|排序|位列)\s*[：:]?\s*第?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})位?|第(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3})(?:主要)?完成人"
)
_NAME_OPENS = re.compile(
    rf"(?:^|(?<=[。；;\n ]))\s*(?:[（(]?\d{{1,2}}[)）.．、]\s*)?(?P<name>[{HAN}·]{{2,8}}|[{HAN}] +[{HAN}])\s*[：:]\s*"
)
"""A name that opens what is said of its bearer."""
_SEAT = re.compile(rf"(?P<name>[{HAN}（）()]{{2,}}(?:医院|大学|学院|研究所|研究院|公司))(?P<position>[{HAN}]{{2,}})")
_ETC = re.compile(r"等(?:\d+人|人)?[。]?$")
_PROSE_UNIT = re.compile(
    rf"(?:^|(?<=[。；\n]))\s*(?:[一二三四五六七八九十\d]+[、.．])?(?P<name>[{HAN}A-Za-z（）()·]{{4,40}}?)"
    rf"(?:为|是|作为|系)(?:该|本)?(?:项目|成果)?的?(?:主要|第(?P<rank>[一二三四五六七八九十\d]+)|唯一)?(?:负责|牵头|参与)?完成单位"
)
_NUMBERED_PROSE_UNIT = re.compile(rf"^(?P<name>[{HAN}A-Za-z（）()·]{{4,40}}?)(?=[：:，,。]|$|为|是|作为|在)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Where a person works. ``basis`` says which field says so, where the form has two that differ."""

    name: str
    span: Span
    title: str | None = None
    position: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One who completed an achievement. ``listed``: the rank is the place in a list, not a number that the form gives."""

    name: str
    span: Span
    rank: int | None = None
    listed: bool = False
    affiliations: tuple[Affiliation, ...] = ()
    contribution: View | None = None
    honours: View | None = None

    @property
    def ref(self) -> EntityRef:
        """The person, with the first place of work to tell namesakes apart."""
        return EntityRef(label="Person", name=self.name, context=self.affiliations[0].name if self.affiliations else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An organisation that completed an achievement."""

    name: str
    span: Span
    rank: int | None = None
    contribution: View | None = None
    prose: bool = False

    @property
    def ref(self) -> EntityRef:
        """The organisation."""
        return EntityRef(label="Organization", name=self.name)


def people_of(form: Form) -> list[Person]:
    """The people of a form; a list's places give ranks only to those whom no record ranks."""
    recorded = [person for record in form.of("person") if (person := _person(form, record))]
    known = {person.name: person for person in recorded}
    listed = [person for value in form.values("people") for person in _listed_people(form, value)]
    recorded, listed = (list(_contributing(form, people)) for people in (recorded, listed))
    first = max((person.rank or 0 for person in (*recorded, *listed)), default=0)
    for value in form.values("people_more"):
        listed += [_after(person, first) for person in _listed_people(form, value)]
    return [*recorded, *(_ranked(person, known.get(person.name)) for person in listed)]


def _contributing(form: Form, people: list[Person]) -> Iterator[Person]:
    """The people, with what a section of contributions says behind the name of each: "甲：负责…"."""
    told: dict[str, View] = {}
    for view in map(form.view, form.values("contributions")):
        names = {person.name for person in people}
        opened = [match for match in _NAME_OPENS.finditer(view.text) if not _CONTRIBUTES.search(match["name"])]
        for match, following in zip(opened, [*opened[1:], None], strict=False):
            stop = following.start() if following else len(view.text)
            if (name := healed_name(match["name"])) in names:
                told.setdefault(name, View(view.text[match.end() : stop], view.offsets[match.end() : stop]))
    return (replace(one, contribution=one.contribution or told.get(one.name)) for one in people)


def units_of(form: Form) -> list[Unit]:
    """The units of a form, from records, lists, lines ("1. 某某医院：…") and prose ("某某为主要完成单位"), each once.

    What one place says of a unit and another does not (rank, contribution) is put together; the first rank counts.
    """
    found = [unit for record in form.of("unit") if (unit := _unit(form, record))]
    for value in form.values("units"):
        found += _listed_units(form, value) or _line_units(form, value) or list(_prose_units(form.view(value)))
    first = max((unit.rank or 0 for unit in found), default=0)
    for value in form.values("units_more"):
        found += [replace(unit, rank=first + (unit.rank or 0)) for unit in _listed_units(form, value)]
    return list(_merged(found))


def _merged(units: list[Unit]) -> Iterator[Unit]:
    by_name: dict[str, Unit] = {}
    for unit in units:
        known = by_name.get(unit.name)
        if known is not None:
            unit = replace(known, rank=known.rank or unit.rank, contribution=known.contribution or unit.contribution)
        by_name[unit.name] = unit
    return iter(by_name.values())


def rank_of(text: str) -> int | None:
    """The number of a rank: "1", "第二", "3/11".

    >>> rank_of("第十二完成人"), rank_of("3/11"), rank_of("无")
    (12, 3, None)
    """
    match = _RANK.match(text.strip())
    if match is None:
        return None
    digits = match.group(1)
    if digits.isdigit():
        return int(digits)
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return _DIGITS.get(digits)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)


def organizations_in(text: str) -> list[str]:
    """The organisations that a cell names: one, or several with a list's marks between them.

    >>> organizations_in("某某大学附属医院、某某研究所"), organizations_in("无")
    (['某某大学附属医院', '某某研究所'], [])
    """
    healed = heal_name(text).strip("。；;，,、 ")
    parts = [part for part in re.split(r"[、；;，,]|/(?=[^A-Za-z])", healed) if part]
    if len(parts) > 1 and all(organization_kind(part) for part in parts):
        return parts
    if healed in NONE or len(healed) < 3 or len(healed) > 60 or looks_like_person(healed) or is_title(healed):
        return []
    latin = re.fullmatch(r"[A-Za-z ,.&'\-]+", healed)
    return (
        [healed] if organization_kind(healed) or (len(healed) >= 5 and not latin and not re.search(r"[。；：]", healed)) else []
    )


def _person(form: Form, record: Record) -> Person | None:
    said = _field(form, record, "name").strip("，,；;：:、。 ")
    name = healed_name(_NOTED.sub("", said))
    if not could_be_named(name):
        name = name_ahead(said)
    if not could_be_named(name):
        return None
    rank = rank_of(_field(form, record, "rank")) or rank_of(_field(form, record, "number")) or _rank_told(said)
    contribution, honours = record.fields.get("contribution"), record.fields.get("honours")
    return Person(
        name=name,
        span=form.page.span(*record.extent),
        rank=rank,
        affiliations=tuple(_affiliations(form, record)) or tuple(_described(said, form.page.span(*record.extent))),
        contribution=form.view(contribution) if contribution else None,
        honours=form.view(honours) if honours else None,
    )


def _affiliations(form: Form, record: Record) -> Iterator[Affiliation]:
    """The place of work with title and position; the completing unit too, each with its basis, where the two differ."""
    work, unit = (organizations_in(_field(form, record, field)) for field in ("employer", "unit"))
    title, position = _told_apart(_said(_field(form, record, "title")), _said(_field(form, record, "position")))
    span = form.page.span(*record.extent)
    differ = bool(work and unit) and set(work) != set(unit)
    for name in work or unit:
        basis = "工作单位" if differ else None if work else "完成单位"
        yield Affiliation(name=name, span=span, title=title, position=position, basis=basis)
    if differ:
        yield from (Affiliation(name=name, span=span, basis="完成单位") for name in unit if name not in work)


def _told_apart(title: str | None, position: str | None) -> tuple[str | None, str | None]:
    """Title and position of one cell that holds both (职称/职务), told apart by what each part is."""
    if title is None or position is not None or is_title(title):
        return title, position
    parts = [part for part in re.split(r"[/、，,;；]|\s+", title) if part]
    titles = [part for part in parts if is_title(part)]
    positions = [part for part in parts if is_position(part) and not is_title(part)]
    if not positions or len(titles) + len(positions) < len(parts):
        return title, position
    return "、".join(titles) or None, "，".join(positions)


def _field(form: Form, record: Record, field: str) -> str:
    value = record.fields.get(field)
    return form.text(value).strip() if value else ""


def _said(text: str) -> str | None:
    healed = heal_name(text).strip("，,；;、。 ")
    return healed if healed and healed not in NONE and len(healed) <= 60 else None


def _unit(form: Form, record: Record) -> Unit | None:
    said = _NOTED.sub(_keep_campus, _field(form, record, "unit_name"))
    told = _rank_told(said)
    names = organizations_in(" ".join(part for part in re.split(r"[，,；;]\s*", said) if not _RANK_PART.fullmatch(part)))
    if not names:
        return None
    contribution = record.fields.get("contribution")
    return Unit(
        name=names[0],
        span=form.page.span(*record.extent),
        rank=rank_of(_field(form, record, "rank")) or rank_of(_field(form, record, "number")) or told,
        contribution=form.view(contribution) if contribution else None,
    )


def _keep_campus(match: re.Match[str]) -> str:
    """A bracket that is part of a name (…（北京）, …（集团）) stays; a note (盖章, 公章) goes."""
    return (
        ""
        if re.search(r"章|排[名序]|第.+完成|^(?:主持|牵头|参与|参加|协作|合作|完成)(?:单位)?$", match.group(1))
        else match.group()
    )


def _after(person: Person, first: int) -> Person:
    """A person of a list of the others (其他完成人): its places count on from those named before."""
    return replace(person, rank=first + (person.rank or 0)) if person.listed else person


def _ranked(person: Person, recorded: Person | None) -> Person:
    """A person of a list: a record's rank wins over the place in the list."""
    if recorded is None:
        return person
    return replace(person, rank=recorded.rank or person.rank, affiliations=person.affiliations or recorded.affiliations)


def _listed_people(form: Form, value: Value) -> list[Person]:
    """People of a list such as "1.甲（某医院） 2.乙（…）" or "甲、乙、丙"; nothing where it is no list of people.

    Where most of a list are names beyond doubt, the rest may be names with a rare surname or none; so may all be where
    nothing but short names stands in it, one beyond doubt, or where each has its place of work behind it.
    """
    found = [(number, _ETC.sub("", words), span) for number, words, span in items(form, value)]
    names = [name_ahead(words) for _, words, _ in found]
    sure = sum(map(looks_like_person, names))
    bare = all(could_be_named(name) and name == healed_name(words) for name, (_, words, _) in zip(names, found, strict=True))
    placed = all(
        could_be_named(name) and any(_described(words, span)) for name, (_, words, span) in zip(names, found, strict=True)
    )
    if sure < _SURE_SHARE * len(found) and not (sure and bare) and not placed:
        return []
    view = form.view(value)
    return [
        Person(
            name=name,
            span=span,
            rank=number or _rank_told(words) or place,
            listed=number is None and _rank_told(words) is None,
            affiliations=tuple(_described(words, span)),
            contribution=_told(view, span) if _CONTRIBUTES.search(words) else None,
        )
        for place, (name, (number, words, span)) in enumerate(zip(names, found, strict=True), 1)
        if could_be_named(name)
    ]


def _told(view: View, span: Span) -> View:
    """The words of a span of a view, as a view."""
    start, stop = view.offsets.index(span.start), view.offsets.index(span.end - 1) + 1
    return View(view.text[start:stop], view.offsets[start:stop])


def _described(words: str, span: Span) -> Iterator[Affiliation]:
    """What stands behind a name in a list's item: organisation, title, position, in any order."""
    parts = [part for part in PART_CUT.split(words)[1:] if part and part not in NONE and not _ROLE_IN_PROJECT.search(part)]
    parts = [piece for part in parts for piece in _seat_apart(part)]
    names = [part for part in parts if organization_kind(part) and not is_title(part) and not is_position(part)]
    titles = [part for part in parts if is_title(part)]
    positions = [part for part in parts if is_position(part) and not is_title(part)]
    for name in names[:1]:
        yield Affiliation(name=name, span=span, title="、".join(titles) or None, position="，".join(positions) or None)


def _rank_told(words: str) -> int | None:
    """The rank that a part of an item tells: "排名第二", "第2完成人"."""
    told = (_RANK_PART.fullmatch(part) for part in PART_CUT.split(words)[1:])
    return next((rank_of(found["n"] or found["m"]) for found in told if found), None)


def _seat_apart(part: str) -> list[str]:
    """An organisation and the position behind it ("某某医院放射科主任") as two parts; other words as they are."""
    seat = _SEAT.fullmatch(part)
    if seat is None or organization_kind(seat["name"]) is None or not is_position(seat["position"]):
        return [part]
    return [seat["name"], seat["position"]]


def _listed_units(form: Form, value: Value) -> list[Unit]:
    """Units of a list, each an organisation by the end of its name; nothing where it is no list of units."""
    view = form.view(value)
    marked = bool(re.search(r"[、；;，,]", view.text)) or bool(numbering(view.text))
    found = list(items(form, value)) if marked else list(whole_lines(form, value))
    clean = [(number, re.sub(r"[。]$", "", _NOTED.sub(_keep_campus, words)).strip(), span) for number, words, span in found]
    named = [item for item in clean if organization_kind(item[1]) and 4 <= len(item[1]) <= 40 and not _HAN_GAP.search(item[1])]
    if not named or len(named) < 0.7 * len(clean):
        return []
    return [Unit(name=words, span=span, rank=number or place) for place, (number, words, span) in enumerate(named, 1)]


def _line_units(form: Form, value: Value) -> list[Unit]:
    """Units of lines that open with a number and a name, what each did behind it: "1  某某医院  牵头单位，…"."""
    found: list[Unit] = []
    for line in lines_of(form, value):
        match = _UNIT_LINE.match(line.text)
        if match is None or organization_kind(match["name"]) is None:
            if found and not _UNIT_LINE.match(line.text):
                last = found[-1].contribution
                joined = View((last.text if last else "") + line.text, (last.offsets if last else ()) + line.offsets)
                found[-1] = replace(found[-1], contribution=joined)
            continue
        at = match.start("name")
        contribution = View(line.text[at:], line.offsets[at:])
        found.append(
            Unit(name=match["name"], span=line.span(0, match.end("name")), rank=int(match["n"]), contribution=contribution)
        )
    return found


def _prose_units(view: View) -> Iterator[Unit]:
    numbers = numbering(view.text)
    if numbers:
        for match, following in zip(numbers, [*numbers[1:], None], strict=False):
            stop = following.start() if following else len(view.text)
            found = _NUMBERED_PROSE_UNIT.match(view.text[match.end() : stop])
            if found and organization_kind(found["name"]):
                yield _prose_unit(view, match.end() + found.start("name"), found["name"], stop, rank=numeral(match))
        return
    for found in _PROSE_UNIT.finditer(view.text):
        if organization_kind(found["name"]):
            rank = rank_of(found["rank"]) if found["rank"] else None
            yield _prose_unit(view, found.start("name"), found["name"], len(view.text), rank=rank, said=found.end())


def _prose_unit(view: View, at: int, name: str, stop: int, *, rank: int | None, said: int | None = None) -> Unit:
    contribution = View(view.text[at:stop], view.offsets[at:stop])
    return Unit(name=name, span=view.span(at, said or at + len(name)), rank=rank, contribution=contribution, prose=True)
