"""Award nomination forms (推荐公示, 提名公示): people, units, innovation points, papers and awards of a nominated achievement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest import deeds, outputs, themes
from ingest.case import Case, case_of
from ingest.completers import Person, Unit, organizations_in
from ingest.forms import Form, read_forms, sheet
from ingest.honours import Honour, awarded, honours_in
from ingest.innovations import referred
from ingest.lexicon import organization_kind
from ingest.nominations import nomination_of
from ingest.witness import Rule, Witness
from kg.model import Assertion, Document, EntityRef, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["AwardIngester"]

PERSON_RECORD = Rule("PERSON_RECORD", 0.98)
PERSON_LIST = Rule("PERSON_LIST", 0.9)
UNIT_RECORD = Rule("UNIT_RECORD", 0.98)
UNIT_PROSE = Rule("UNIT_PROSE", 0.85)
NOMINATOR_FIELD = Rule("NOMINATOR_FIELD", 0.97)
HONOUR_CELL = Rule("HONOUR_CELL", 0.95)
AWARDED_IN_PROSE = Rule("AWARDED_IN_PROSE", 0.85)
HONOUR_SECTION = Rule("HONOUR_SECTION", 0.85)
NAME_ENDING = Rule("NAME_ENDING", 0.9)
POINT_ONLY_REFERRED = Rule("POINT_ONLY_REFERRED", 0.85)
_POINT_CONFIDENCE = 0.93
_REFERENCE_CONFIDENCE = 0.95
_NOMINATION_CONFIDENCE = 0.93


class AwardIngester:
    """Reads nomination forms, whichever way they are laid out; a notice of several projects is several forms."""

    name = "award"
    version = "1"
    emits = frozenset(
        (
            *("AFFILIATED_WITH", "PARTICIPATED_IN", "COMPLETED", "NOMINATED", "NOMINATED_FOR", "RECEIVED"),
            *("HAS_INNOVATION", "CONTRIBUTED_TO", "CONCERNS", "WORKS_ON", "TARGETS", "ADOPTED_BY", "FUNDED_BY"),
            *("PART_OF", "RUN_BY", "HOSTED_BY", "AUTHORED", "PUBLISHED_IN", "OUTPUT_OF", "BUILT", "HAS_METRIC", "MEMBER_OF"),
        )
    )

    def accepts(self, document: Document) -> bool:
        """Whether the document names an achievement, and its people, units or who nominates it."""
        return any(_is_nomination(form) for form in read_forms(sheet(document.text)))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What the document's forms state, form by form."""
        witness = Witness(document, self.name)
        for form in read_forms(sheet(document.text)):
            case = case_of(form, witness) if _is_nomination(form) else None
            if case is not None:
                yield from _stated(case)
                yield from outputs.stated(case)
                yield from deeds.stated(case)
                yield from themes.stated(case, nlp)


def _is_nomination(form: Form) -> bool:
    named = any(True for _ in form.values("achievement"))
    beside = [any(True for _ in form.values(field)) for field in ("nominator", "award", "people", "units", "summary")]
    beside += [bool(form.of("person")), bool(form.of("unit"))]
    return named and sum(beside) >= 2


def _stated(case: Case) -> Iterator[Assertion]:
    yield from _nominated(case)
    for person in case.people:
        yield from _completed(case, person)
    for unit in case.units:
        rule = UNIT_PROSE if unit.prose else UNIT_RECORD
        yield case.witness.fact(unit.ref, "COMPLETED", case.achievement, span=unit.span, rule=rule, rank=unit.rank)
    yield from _innovations(case)
    yield from _awarded(case)
    yield from _kinds(case)


def _nominated(case: Case) -> Iterator[Assertion]:
    form, witness = case.form, case.witness
    for value in form.values("nominator"):
        view = form.view(value)
        for name in organizations_in(view.text):
            if organization_kind(name):
                nominator = EntityRef(label="Organization", name=name)
                span = view.span(0, len(view.text))
                yield witness.fact(nominator, "NOMINATED", case.achievement, span=span, rule=NOMINATOR_FIELD)
    nomination = nomination_of(form, title=witness.document.title)
    if nomination is not None:
        yield witness.fact(
            case.achievement,
            "NOMINATED_FOR",
            EntityRef(label="Award", name=nomination.award),
            span=nomination.span,
            rule=Rule(nomination.rule, _NOMINATION_CONFIDENCE),
            year=nomination.year,
            category=nomination.category,
        )


def _completed(case: Case, person: Person) -> Iterator[Assertion]:
    witness, rule = case.witness, PERSON_LIST if person.listed else PERSON_RECORD
    known = next(one for one in case.people if one.name == person.name)
    rank = known.rank if person.listed else person.rank
    yield witness.fact(person.ref, "PARTICIPATED_IN", case.achievement, span=person.span, rule=rule, rank=rank)
    for place in person.affiliations if known is person or not person.listed else ():
        yield witness.fact(
            person.ref,
            "AFFILIATED_WITH",
            EntityRef(label="Organization", name=place.name),
            span=place.span,
            rule=rule,
            title=place.title,
            position=place.position,
            basis=place.basis,
        )
    for honour in _own_honours(person):
        yield _received(case, person.ref, honour, HONOUR_CELL)


def _own_honours(person: Person) -> Iterator[Honour]:
    """Awards of the person's own cell, and of the contribution where year and rank say that they are a person's."""
    yield from honours_in(person.honours) if person.honours else ()
    if person.contribution is not None and not person.honours:
        yield from (honour for honour in honours_in(person.contribution) if honour.year and honour.rank)


def _innovations(case: Case) -> Iterator[Assertion]:
    """The points of the form's own list, then those that only contributions refer to; where both are, each says which numbering."""
    witness = case.witness
    references = list(_references(case))
    listed = {point.number for point in case.innovations}
    extra = {number for _, number, *_ in references} - listed
    numbering = "项目简介" if extra and listed else None
    for point in case.innovations:
        rule = Rule(point.rule, _POINT_CONFIDENCE)
        innovation = case.innovation(point.number)
        said = {"number": point.number, "numbering": numbering}
        yield witness.fact(case.achievement, "HAS_INNOVATION", innovation, span=point.span, rule=rule, **said)
        yield witness.attribute(innovation, "number", point.number, span=point.span, rule=rule)
        if point.title:
            yield witness.attribute(innovation, "title", point.title, span=point.span, rule=rule)
    for number in sorted(extra):
        span = next(span for _, one, span, _ in references if one == number)
        said = {"number": number, "numbering": "完成人段落" if listed else None}
        innovation = case.innovation(number)
        yield witness.fact(case.achievement, "HAS_INNOVATION", innovation, span=span, rule=POINT_ONLY_REFERRED, **said)
        yield witness.attribute(innovation, "number", number, span=span, rule=POINT_ONLY_REFERRED)
    for who, number, span, name in references:
        rule = Rule(name, _REFERENCE_CONFIDENCE)
        yield witness.fact(who, "CONTRIBUTED_TO", case.innovation(number), span=span, rule=rule)


def _references(case: Case) -> Iterator[tuple[EntityRef, int, Span, str]]:
    done: list[Person | Unit] = [*case.people, *case.units]
    for who in done:
        for number, span, rule in referred(who.contribution) if who.contribution else ():
            yield who.ref, number, span, rule


def _awarded(case: Case) -> Iterator[Assertion]:
    """What was received before: by the achievement, or by the person whom the words before the verb end with."""
    for view in case.texts("summary", "opinion", "uptake", "innovations", "features"):
        for before, honour in awarded(view):
            clause = re.split(r"[，,；;]", before)[-1]
            persons = case.persons_in(clause)
            who = persons[-1].ref if persons else case.achievement
            yield _received(case, who, honour, AWARDED_IN_PROSE)
    for view in case.texts("honours"):
        for honour in honours_in(view):
            yield _received(case, case.achievement, honour, HONOUR_SECTION)


def _received(case: Case, who: EntityRef, honour: Honour, rule: Rule) -> Assertion:
    award = EntityRef(label="Award", name=honour.name)
    said = {"year": honour.year, "grade": honour.grade, "rank": honour.rank}
    return case.witness.fact(who, "RECEIVED", award, span=honour.span, rule=rule, **said)


def _kinds(case: Case) -> Iterator[Assertion]:
    """The kinds of the organisations that stand in cells, by the ends of their names."""
    seen: set[str] = set()
    places = [(unit.name, unit.span) for unit in case.units]
    places += [(place.name, place.span) for person in case.people for place in person.affiliations]
    for name, span in places:
        kind = organization_kind(name)
        if kind and name not in seen:
            seen.add(name)
            yield case.witness.attribute(EntityRef(label="Organization", name=name), "kind", kind, span=span, rule=NAME_ENDING)
