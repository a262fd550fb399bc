"""The people who completed an achievement, from a form's records and from lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.award.bracketed import beside, without_notes
from ingest.award.described import (
    DONE,
    WORK,
    Affiliation,
    described,
    is_of_project,
    posts_behind,
    rank_told,
    told_apart,
    what_was_done,
)
from ingest.award.footnotes import noted, places, ranks_of
from ingest.award.forms import Form, Record, Value
from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.listed import (
    NONE,
    above_rest,
    before_heading,
    before_prose,
    beginnings,
    healed_name,
    items,
    lines_of,
    name_ahead,
    organizations_in,
    parted,
    told_by_row,
    unclosed,
)
from ingest.award.numbered import counted_on, rank_of
from ingest.award.own_heads import of_people
from ingest.layout import View
from ingest.lexicon import is_position, is_title, organization_kind
from ingest.numerals import number
from kg.model import EntityRef, Span
from kg.text import HAN, heal_name

__all__ = ["Person", "experts_of", "people_of"]

_NOTED = re.compile(r"[（(]([^（）()]*)[）)]")
_SURE_SHARE = 0.6
_SHORTEST_UNIT = 4
_TITLES = (7, 6, 5, 4, 3, 2)
"""How long a title is, the longest first."""
_PLACE_ENDS = re.compile(
    "[，,；;。]|(?<=[院学所司心校团])(?=[该本](?:完成人|项目|人)|(?:主要)?(?:负责|参与|承担|贡献)|对[本“《])"
)
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NAME = rf"(?:[{HAN}·]{{2,8}}?|[{HAN}] +[{HAN}])"
_NAME_OPENS = re.compile(
    rf"\s*(?:[（(]?{_N}[)）.．、]\s*|[①-⑳]\s*)?(?P<names>{_NAME}(?:\s*[、，,和]\s*{_NAME})*)\s*"
    rf"(?:[（(][^（）()]{{1,40}}[)）]|[，, ]\s*(?:项目)?第{_N}(?:主要)?完成人)?\s*(?:[：:]|——|是(?:本|该)?(?:项目|成果))\s*"
)
"""Names that open what is said of their bearers: 甲（第1完成人）：…; 甲、乙：…."""
_ORDINAL_LEAD = re.compile(
    rf"\s*(?:(?:其中|此外|另外)[，,]?)?(?:[（(]?{_N}[)）.．、]\s*|[①-⑳]\s*)?(?:项目)?(?:第{_N}(?:主要)?完成人\s*[：:]?\s*)?"
)
_SENTENCE_END = re.compile(r"[。；;]\s*|\s(?=\S)")
_UNIT_AHEAD = re.compile(rf"\s*(?P<unit>[{HAN}（）()]{{4,40}})(?P<mark>\s*[：:]\s*|[ \t]+)(?=\S)")
_NAME_AND_UNIT = re.compile(rf"(?P<name>[{HAN}·]{{2,8}})[ ]?[/／][ ]?(?P<unit>[{HAN}（）()]{{4,40}})")
_OF_BOTH = re.compile(r"[两二]人")
"""甲设计卡盒，乙负责验证，两人的工作集中在…: what is said of both."""
_BARE_RANK = re.compile(r"\d{1,2}")
_WITH_NOTE = re.compile(r"(?P<name>[^、，,；;。\s（()）]+)(?:[（(](?P<note>[^（）()]{1,40})[)）])?")
"""A name with rank or posts in a bracket: 甲（排名1）, 乙（教授）."""
_WORD = re.compile(r"[^\s，,、；;：:（()）。]+")
_ALL_AT = re.compile(
    rf"[，,；;。]?\s*[（(]\s*(?:(?:以上|上述)(?:人员|各位|完成人|(?P<n>[两三四五六七八九十\d]{{1,2}})[人位])?的?)?(?:工作|所在|完成)?(?:单位)?"
    rf"(?:均|都|皆|全部?)(?:为|是|系|来自|属于?|就职于|任职于|工作于|在)[：:]?\s*(?P<house>[{HAN}A-Za-z\s]{{4,48}})[)）][。.\s]*$"
)
"""1.甲 2.乙 3.丙（以上均为某某医院）: the one house of those who are listed without one."""
_HOUSE_TOLD = rf"{WORK}|{DONE}"
_ORDER = re.compile(
    rf"完成人[^\n\t（(]{{0,6}}\s*[（(][^（）()]*?(?P<first>{_HOUSE_TOLD})\s*[、，,/]\s*(?P<second>{_HOUSE_TOLD})[^（）()]*[)）]"
)
_ETC = re.compile(r"等(?:\d+人|人)?[。]?$")


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

    title: str | None = None
    position: str | None = None
    """What a record tells that names no place of work."""

    @property
    def ref(self) -> EntityRef:
        """The person, with the first place of work to tell namesakes apart."""
        return EntityRef(label="Person", name=self.name, context=self.affiliations[0].name if self.affiliations else "")


def people_of(form: Form, units: Mapping[int, str]) -> list[Person]:
    """The people of a form; a list's places give ranks only to those whom no record ranks.

    ``units`` are the completing units by their rank, which numbers behind names refer to.
    """
    recorded = [person for record in form.of("person") if (person := _person(form, record))]
    known = {person.name: person for person in recorded}
    values = [before_heading(form, before_prose(form, value)) for value in form.values("people")]
    listed = list(_put_together(one for value in values for one in _at_one_house(form, value, units)))
    if len(recorded) > 1 and not listed and not any(person.rank for person in recorded):
        recorded = [replace(person, rank=place) for place, person in enumerate(recorded, 1)]
    recorded, listed = (list(_contributing(form, people)) for people in (recorded, listed))
    first = max((person.rank or 0 for person in (*recorded, *listed)), default=0)
    for value in form.values("people_more"):
        more = _listed_people(form, value, from_one=False)
        ranks = counted_on([person.rank or 0 for person in more], first)
        listed += [replace(person, rank=rank) for person, rank in zip(more, ranks, strict=True)]
    placed = {person.name: person for person in listed if len(person.affiliations) == 1}
    recorded = [_placed(person, placed.get(person.name)) for person in recorded]
    return [*recorded, *(_ranked(person, known.get(person.name)) for person in listed)]


def _put_together(listed: Iterable[Person]) -> Iterator[Person]:
    """People of several lists, each once: one list tells where somebody works, the next title, post and what was done."""
    told: dict[str, Person] = {}
    for one in listed:
        known = told.setdefault(one.name, one)
        if known is one or (one.affiliations and known.affiliations and not _is_one_house(known, one)):
            continue
        places, posts = (known, _with_own_posts(one)) if known.affiliations else (one, known)
        houses = tuple(
            replace(house, title=house.title or posts.title, position=house.position or posts.position)
            for house in places.affiliations[:1]
        )
        told[one.name] = replace(
            known, affiliations=(*houses, *places.affiliations[1:]), contribution=known.contribution or one.contribution
        )
    return iter(told.values())


def _is_one_house(known: Person, one: Person) -> bool:
    """Whether two lists tell of one house, the next by the end of its name (附属医院), the first without posts."""
    house = known.affiliations[0]
    alone = len(known.affiliations) == len(one.affiliations) == 1 and not (house.title or house.position)
    return alone and len(one.affiliations[0].name) >= _SHORTEST_UNIT and house.name.endswith(one.affiliations[0].name)


def _with_own_posts(person: Person) -> Person:
    house = person.affiliations[0] if person.affiliations else None
    return replace(person, title=house.title, position=house.position) if house else person


def _placed(person: Person, listed: Person | None) -> Person:
    """A person of a record that tells title or position but no place of work, with the one that a list tells."""
    if person.affiliations or listed is None or not (person.title or person.position):
        return person
    place = Affiliation(name=listed.affiliations[0].name, span=person.span, title=person.title, position=person.position)
    return replace(person, affiliations=(place,))


def _at_one_house(form: Form, value: Value, units: Mapping[int, str]) -> list[Person]:
    """The people of a list; those without a place of work at the house that a note behind the last tells of all."""
    *before, (start, end) = value
    note = _ALL_AT.search(form.page.text, start, end)
    house = heal_name(note["house"]) if note else ""
    if note is None or not organization_kind(house):
        return _of_value(form, value, units)
    last = form.page.span(note.start("house"), note.end("house")).end
    listed = _of_value(form, (*before, (start, note.start())), units)
    apart = len(listed) - int(number(note["n"]) or 0) if note["n"] else 0
    there = (one if one.affiliations else replace(one, affiliations=(_all_there(one, house, last),)) for one in listed[apart:])
    return [*listed[:apart], *there] if apart >= 0 else listed


def _all_there(one: Person, house: str, end: int) -> Affiliation:
    return Affiliation(name=house, span=Span(start=one.span.start, end=end), title=one.title, position=one.position)


def _of_value(form: Form, value: Value, units: Mapping[int, str]) -> list[Person]:
    """The people of a list; of its first lines, where those name more, what stands below them being no part of it."""
    found = _noted_people(form, value, units) or _by_unit(form, value) or _listed_people(form, value)
    if len(found) == len(list(items(form, value))):
        return found
    others = (
        _noted_people(form, part, units) or _by_unit(form, part) or _listed_people(form, part)
        for part in above_rest(form, value)
    )
    return max([found, *others], key=len)


def _by_unit(form: Form, value: Value) -> list[Person]:
    """People of lines, or of parts between semicolons, that open with their place of work: "某医院：甲、乙；某大学：丙".

    How they are ordered ranks nobody. Where a blank stands for the colon, some line names two.
    """
    parts = whole if len(whole := lines_of(form, value)) > 1 else parted(form.view(value))
    lines = [(line, _UNIT_AHEAD.match(line.text)) for line in parts]
    if not all(match and organization_kind(match["unit"]) for _, match in lines):
        return []
    marked = all(match and match["mark"].strip() for _, match in lines)
    if not marked and not any(match and len(line.text[match.end() :].split()) > 1 for line, match in lines):
        return []
    found: list[Person] = []
    for line, match in lines:
        for item in _WITH_NOTE.finditer(line.text[match.end() :] if match else ""):
            name, note = item["name"], item["note"]
            if match is None or not looks_like_person(name):
                return []
            span = line.span(match.end() + item.start(), match.end() + item.end())
            title, position = posts_behind(f"{name}，{note}") if note else (None, None)
            house, there = heal_name(match["unit"]), line.span(0, len(line.text))
            place = Affiliation(name=house, span=there, title=title, position=position)
            rank = rank_told(f"{name}，{note}") or (rank_of(note) if _BARE_RANK.fullmatch(note) else None) if note else None
            found.append(Person(name=name, span=span, rank=rank, affiliations=(place,)))
    return found


def experts_of(form: Form) -> list[Person]:
    """Those who nominate the work as experts, each with the place of work that the form tells."""
    recorded = [person for record in form.of("expert") if (person := _person(form, record))]
    return recorded + [person for value in form.values("experts", "nominator") for person in _listed_people(form, value)]


def _contributing(form: Form, people: list[Person]) -> Iterator[Person]:
    """The people, with what a section of contributions says behind the name of each: "甲：负责…"."""
    told: dict[str, View] = {}
    names = {person.name for person in people}
    for value in (*form.values("contributions"), *of_people(form, names)):
        view = form.view(value)
        places = {*beginnings(form, value), *(end.end() for end in _SENTENCE_END.finditer(view.text))}
        opened = list(_opened(view.text, places, names))
        before: set[str] = set()
        for (_, start, bearers), following in zip(opened, [*opened[1:], None], strict=False):
            stop = following[0] if following else len(view.text)
            said = View(view.text[start:stop], view.offsets[start:stop])
            others = before | {name for name in names if name in said.text} if _OF_BOTH.search(said.text) else set()
            for name in (bearers | others) & names if start < stop else ():
                known = told.get(name, View("", ()))
                told[name] = View(known.text + said.text, known.offsets + said.offsets)
            before = set() if _SENTENCE_END.search(said.text) else bearers
    for one in people:
        houses = one.affiliations or (_sits(one.name, told[one.name]) if one.name in told else ())
        yield replace(one, contribution=one.contribution or told.get(one.name), affiliations=houses)


def _sits(name: str, said: View) -> tuple[Affiliation, ...]:
    """The place of work that what is said behind a name opens with: "甲：某医院主任医师，负责…"."""
    clauses = re.split("[，,。；;]", said.text)
    posts = takewhile(lambda one: is_title(one.strip()) or is_position(one.strip()), clauses[1:])
    words = "，".join([clauses[0].strip(), *posts])
    found = tuple(described(f"{name}，{words}", said.span(0, max(len(clauses[0]), 1))))
    return found if len(found) == 1 and words.startswith(found[0].name) else ()


def _opened(text: str, places: set[int], known: set[str]) -> Iterator[tuple[int, int, set[str]]]:
    """Where names open what is said: where they stand, where it begins, whose names they are.

    Names that are not known must have a colon behind them; one that is may open a sentence (第一完成人甲负责…).
    """
    for place in sorted(places):
        match = _NAME_OPENS.match(text, place)
        names = {healed_name(name.strip()) for name in re.split("[、，,和]", match["names"])} if match else set()
        if match is not None and all(map(could_be_named, names)):
            yield place, match.end(), names
            continue
        lead = _ORDINAL_LEAD.match(text, place)
        at = lead.end() if lead else place
        name = next((name for name in known if text.startswith(name, at)), None)
        if name is not None:
            yield place, at + len(name), {name}


def _person(form: Form, record: Record) -> Person | None:
    field = "name" if "name" in record.fields else "expert"
    row = told_by_row(form, record.fields[field]) if record.fields.get(field) else View("", ())
    said = row.text.strip().strip("，,；;：:、。 ")
    name = healed_name(_NOTED.sub("", said))
    if not could_be_named(name):
        name = name_ahead(said)
    if not could_be_named(name):
        return None
    rank = rank_of(_field(form, record, "rank")) or rank_of(_field(form, record, "number")) or rank_told(said)
    contribution, honours = record.fields.get("contribution"), record.fields.get("honours")
    title, position = _posts(form, record, said)
    behind = what_was_done(_behind_posts(row)) if said != name else None
    behind = behind or next(filter(None, map(what_was_done, _behind_places(form, record))), None)
    return Person(
        name=name,
        span=form.page.span(*record.extent),
        rank=rank,
        affiliations=tuple(_affiliations(form, record, said)),
        contribution=form.view(contribution) if contribution else behind,
        honours=form.view(honours) if honours else None,
        title=title,
        position=position,
    )


def _affiliations(form: Form, record: Record, said: str) -> Iterator[Affiliation]:
    """The place of work with title and position; the completing unit too, each with its basis, where the two differ.

    Where no field names a place, what is said behind the name does.
    """
    told = [_places(_field(form, record, field)) for field in ("employer", "unit")]
    work, unit = (organizations_in(without_notes(said)) for said in told)
    title, position = _posts(form, record, said)
    span = form.page.span(*record.extent)
    if not work and not unit:
        for one in described(_with_seat(form, record, said), span, _order(form)):
            own = one.basis == DONE or one.title or one.position
            yield one if own else replace(one, title=title, position=position)
    differ = bool(work and unit) and set(work) != set(unit)
    for name in work or unit:
        basis = WORK if differ else None if work else DONE
        yield Affiliation(name=name, span=span, title=title, position=position, basis=basis)
    if differ:
        yield from (Affiliation(name=name, span=span, basis=DONE) for name in unit if name not in work)
    for other in beside(told[0] or told[1]):
        if other.name not in (*work, *unit):
            yield Affiliation(name=other.name, span=span, title=other.title, position=other.position)


def _with_seat(form: Form, record: Record, said: str) -> str:
    """A name with the cell beside it that holds title and houses in one: 甲 | 教授、某某大学."""
    seat = _field(form, record, "seat_and_house")
    return f"{said}，{seat}" if seat else said


def _order(form: Form) -> tuple[str, ...]:
    """Which of two houses behind a name is which, where the label of the people says: （职称、完成单位、工作单位）."""
    told = _ORDER.search(form.page.text)
    return (told["first"], told["second"]) if told is not None and told["first"] != told["second"] else ()


def _posts(form: Form, record: Record, said: str) -> tuple[str | None, str | None]:
    """Title and position of a record's fields; where no field tells them, of the words behind the name."""
    title, position = told_apart(_said(_field(form, record, "title")), _said(_field(form, record, "position")))
    if {"title", "position"} & record.fields.keys():
        return title, position
    return posts_behind(_with_seat(form, record, said))


def _places(said: str) -> str:
    """The organisations that a value opens with, where other words of the bearer follow: 某医院，负责…."""
    whole = said.strip("，,；;。、 ")
    first = _PLACE_ENDS.split(whole, maxsplit=1)[0]
    return first if first != whole and organization_kind(first) and not organization_kind(_PLACE_ENDS.split(whole)[1]) else said


def _behind_places(form: Form, record: Record) -> Iterator[View]:
    """What stands behind the places of work in their values."""
    for field in ("employer", "unit"):
        view = form.view(record.fields[field]) if record.fields.get(field) else None
        first = len(_places(view.text)) if view else 0
        if view is not None and first < len(view.text.strip("，,；;。、 ")):
            yield View(view.text[first:], view.offsets[first:])


def _field(form: Form, record: Record, field: str) -> str:
    value = record.fields.get(field)
    return form.text(value).strip() if value else ""


def _said(text: str) -> str | None:
    healed = unclosed(heal_name(text).strip("，,；;、。 "))
    return healed if healed and healed not in NONE and len(healed) <= 60 else None


def _ranked(person: Person, recorded: Person | None) -> Person:
    """A person of a list: a record's rank wins over the place in the list."""
    if recorded is None:
        return person
    return replace(person, rank=recorded.rank or person.rank, affiliations=person.affiliations or recorded.affiliations)


def _noted_people(form: Form, value: Value, units: Mapping[int, str]) -> list[Person]:
    """People of a list with numbers behind their names, which are those of the units, or ranks."""
    found, legend = noted(form.view(value))
    ranks = ranks_of(found, legend or units)
    return [
        Person(
            name=one.name,
            span=one.span,
            rank=rank,
            listed=True,
            affiliations=tuple(Affiliation(name=name, span=one.span, basis=DONE) for name in names),
        )
        for rank, (one, names) in zip(ranks, places(found, legend or units) if found else (), strict=True)
    ]


def _listed_people(form: Form, value: Value, *, from_one: bool = True) -> list[Person]:
    """People of a list such as "1.甲（某医院） 2.乙（…）" or "甲、乙、丙"; nothing where it is no list of people.

    Where most of a list are names beyond doubt, the rest may be names with a rare surname or none; so may all be where
    nothing but short names stands in it, one beyond doubt, or where each has its place of work behind it.
    """
    found = [(number, _ETC.sub("", words), span) for number, words, span in items(form, value, from_one=from_one)]
    found = [(number, _unit_behind(words), span) for number, words, span in found]
    names = [name_ahead(words) for _, words, _ in found]
    sure = sum(map(looks_like_person, names))
    bare = all(could_be_named(name) and name == healed_name(words) for name, (_, words, _) in zip(names, found, strict=True))
    placed = all(
        could_be_named(name) and any(described(words, span)) for name, (_, words, span) in zip(names, found, strict=True)
    )
    if sure < _SURE_SHARE * len(found) and not (sure and bare) and not placed:
        return []
    view = form.view(value)
    told = enumerate(zip(names, found, strict=True), 1)
    order = _order(form)
    return [_of_item(view, name, item, place, order) for place, (name, item) in told if could_be_named(name)]


def _of_item(view: View, name: str, item: tuple[int | None, str, Span], place: int, order: Sequence[str]) -> Person:
    """The person of an item of a list: its number, words and where they stand; ``place`` counts the items from 1."""
    number, words, span = item
    title, position = posts_behind(words)
    return Person(
        name=name,
        span=span,
        rank=number or rank_told(words) or place,
        listed=number is None and rank_told(words) is None,
        affiliations=tuple(described(words, span, order)),
        contribution=what_was_done(_behind_posts(_told(view, span))),
        title=title,
        position=position,
    )


def _behind_posts(told: View) -> View:
    """The words of an item from the first on that is neither its name nor a house or a post."""
    for place, word in enumerate(_WORD.finditer(told.text)):
        said = word.group()
        if place and (is_of_project(said) or not (is_title(said) or is_position(said) or organization_kind(said))):
            return View(told.text[word.start() :], told.offsets[word.start() :])
    return told


def _unit_behind(words: str) -> str:
    """An item of a place of work and the name right behind it ("某医院甲"), or of both with a slash between: "甲（某医院）".

    A title may stand behind the name: "某医院甲教授，…".
    """
    bare = healed_name(words)
    opening = _WORD.match(bare)
    word = opening.group() if opening else ""
    for length in _TITLES if opening else ():
        title, before = word[-length:], word[:-length]
        if title[0].isalpha() and is_title(title) and (placed := _unit_behind(before)) != before:
            return f"{placed}，{title}{bare[len(word) :]}"
    slashed = _NAME_AND_UNIT.fullmatch(bare)
    if slashed and organization_kind(slashed["unit"]) and looks_like_person(slashed["name"]):
        return f"{slashed['name']}（{slashed['unit']}）"
    for length in (3, 2, 4):
        unit, name = bare[:-length], bare[-length:]
        if len(unit) >= _SHORTEST_UNIT and organization_kind(unit) and looks_like_person(name):
            return f"{name}（{unit}）"
    return words


def _told(view: View, span: Span) -> View:
    """The words of a span of a view, as a view."""
    start, stop = view.offsets.index(span.start), view.offsets.index(span.end - 1) + 1
    return View(view.text[start:stop], view.offsets[start:stop])
