"""What a form says came out of an achievement: papers with their authors, guidelines with their makers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.books import Book, books_cited, books_held, books_in, monographs_in
from ingest.award.case import Case
from ingest.award.citations import Citation, citations_in, paper_numbers
from ingest.award.cited import books_listed, papers_of
from ingest.award.completers import Person
from ingest.award.papers import Paper
from ingest.award.property_rows import papers_among, standards_among
from ingest.award.units import Unit
from ingest.award.witness import Rule
from ingest.layout import View
from kg.model import Assertion, EntityRef, Span

__all__ = ["stated"]

PAPER_TABLE = Rule("PAPER_TABLE")
PAPER_NUMBERS = Rule("PAPER_NUMBERS")
PAPER_NUMBERS_IN_PROSE = Rule("PAPER_NUMBERS_IN_PROSE")
CITED_IN_PROSE = Rule("CITED_IN_PROSE")
CITED_OF_TEAM = Rule("CITED_OF_TEAM")
BOOK_LIST = Rule("BOOK_LIST")
BOOK_REFERENCE = Rule("BOOK_REFERENCE")
BOOK_IN_PROSE = Rule("BOOK_IN_PROSE")

_AUTHOR_OF = re.compile(r"作者")
_TEAM = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:教授|主任|研究员|医师|院士|博士)*(?:及其)?(?:带领的?|领衔的?)?(?:团队|课题组|项目组)"
)
_OWN_WORK = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:教授|主任|研究员|医师|院士|博士)+(?!及|等|团|带|领|和|与|、)")
_PARTNER = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,5})\s*(?:[/／(（]\s*(?:项目)?(?:排名)?\s*第?\s*\d+\s*[)）]?)?")
_NAMED_LIST = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,4})\s*[：:]\s*(?=(?:代表性)?论文\s*\d)")
_PARTICIPATED = re.compile(r"参与|完成|发表|撰写|作者|合著|承担|主导|协助|论文")


def stated(case: Case) -> Iterator[Assertion]:
    """Papers of tables and lists, papers known by number only, citations in prose, guidelines and books."""
    papers = papers_of(case.form)
    among = [paper for paper in papers_among(case.form) if paper.title not in {one.title for one in papers}]
    for paper in [*papers, *among]:
        yield from _paper(case, paper)
    yield from _numbered(case, {paper.number: paper for paper in papers if paper.number is not None})
    yield from _cited(case)
    yield from _held(case)
    parted = [*books_listed(case.form), *standards_among(case.form)]
    for book in parted:
        yield from _book(case, book, BOOK_LIST)
    for view in case.texts("property", "papers"):
        listed = [] if parted else list(books_in(view))
        told = [book for book in monographs_in(view) if book.name not in {one.name for one in [*listed, *parted]}]
        for book in [*listed, *told]:
            yield from _book(case, book, BOOK_LIST)
    for view in case.texts("summary", "opinion", "uptake", "innovations", "features"):
        for before, role, book in books_cited(view):
            yield from _book(case, book, BOOK_IN_PROSE)
            for person in case.persons_in(re.split(r"[，,；;。]", before)[-1]) if role else ():
                work = EntityRef(label="Guideline", name=book.name)
                yield case.at(book.span, BOOK_IN_PROSE).fact(person.ref, "AUTHORED", work, role=role)


def _held(case: Case) -> Iterator[Assertion]:
    """Who edited which book, as a contribution says behind the book's title."""
    for person in case.people:
        for role, book in books_held(person.contribution) if person.contribution else ():
            work = EntityRef(label="Guideline", name=book.name)
            yield case.at(book.span, BOOK_IN_PROSE).fact(person.ref, "AUTHORED", work, role=role)


def _paper(case: Case, paper: Paper) -> Iterator[Assertion]:
    if paper.book:
        yield from _reference_book(case, paper)
        return
    words, work = case.at(paper.span, PAPER_TABLE), EntityRef(label="Publication", name=paper.title)
    yield words.fact(work, "OUTPUT_OF", case.achievement, number=paper.number)
    if paper.journal:
        journal = EntityRef(label="Journal", name=paper.journal)
        yield words.fact(work, "PUBLISHED_IN", journal, year=paper.year)
    for author in paper.authors:
        who = case.person(author.name)
        yield words.fact(who, "AUTHORED", work, order=author.order, corresponding=author.corresponding)
    for name, value in sorted(paper.attributes.items()):
        yield words.attribute(work, name, value)


def _reference_book(case: Case, paper: Paper) -> Iterator[Assertion]:
    words, work = case.at(paper.span, BOOK_REFERENCE), EntityRef(label="Guideline", name=paper.title)
    yield words.fact(work, "OUTPUT_OF", case.achievement, number=paper.number)
    yield words.attribute(work, "kind", "monograph")
    if paper.year is not None:
        yield words.attribute(work, "year", paper.year)
    for author in paper.authors:
        yield words.fact(case.person(author.name), "AUTHORED", work, order=author.order, role=paper.role)


def _numbered(case: Case, papers: dict[int, Paper]) -> Iterator[Assertion]:
    """Who wrote which numbered paper. A number without a title makes a paper called after the achievement."""
    seen: set[tuple[str, int]] = set()
    outputs: set[int] = set(papers)
    for person, number, span, rule in _claims(case):
        if (person.name, number) in seen:
            continue
        seen.add((person.name, number))
        name = papers[number].title if number in papers else f"{case.achievement.name}论文{number}"
        work = EntityRef(label="Publication", name=name)
        yield case.at(span, rule).fact(person.ref, "AUTHORED", work)
        if number not in outputs:
            outputs.add(number)
            yield case.at(span, rule).fact(work, "OUTPUT_OF", case.achievement, number=number)
            yield case.at(span, rule).attribute(work, "number", number)


def _claims(case: Case) -> Iterator[tuple[Person, int, Span, Rule]]:
    for record in case.form.of("cooperation"):
        partners = case.form.text(record.fields["partners"])
        named = [person for match in _PARTNER.finditer(partners) if (person := case.completer(match["name"]))]
        outcome = case.form.view(record.fields["outcome"]) if "outcome" in record.fields else None
        for number, _ in paper_numbers(outcome) if outcome else ():
            span = case.form.page.span(*record.extent)
            yield from ((person, number, span, PAPER_NUMBERS) for person in named)
    for view in case.texts("cooperation"):
        yield from _claims_in_prose(case, view)
    for person in case.people:
        if person.contribution and (
            _AUTHOR_OF.search(person.contribution.text) or re.search(r"论文\s*\d", person.contribution.text)
        ):
            for number, span in paper_numbers(person.contribution):
                yield person, number, span, PAPER_NUMBERS_IN_PROSE


def _claims_in_prose(case: Case, view: View) -> Iterator[tuple[Person, int, Span, Rule]]:
    """ "甲：论文3、5；乙：论文6", else a sentence with one person in it and a list of papers behind."""
    for start, end in ((m.start(), m.end()) for m in re.finditer(r"[^。\n]+", view.text)):
        sentence = View(view.text[start:end], view.offsets[start:end])
        lists = list(_NAMED_LIST.finditer(sentence.text))
        for match, following in zip(lists, [*lists[1:], None], strict=False):
            person = case.completer(match["name"])
            stop = following.start() if following else len(sentence.text)
            part = View(sentence.text[match.start() : stop], sentence.offsets[match.start() : stop])
            if person is not None:
                yield from ((person, number, span, PAPER_NUMBERS_IN_PROSE) for number, span in paper_numbers(part))
        persons = case.persons_in(re.split(r"论文\s*\d", sentence.text)[0])
        if not lists and len({person.name for person in persons}) == 1 and _PARTICIPATED.search(sentence.text):
            for number, span in paper_numbers(sentence):
                yield persons[0], number, span, PAPER_NUMBERS_IN_PROSE


def _cited(case: Case) -> Iterator[Assertion]:
    """Papers cited in prose by journal and year; the person's own paragraph makes its person an author, a unit's its team."""
    for person in case.people:
        for citation in citations_in(person.contribution) if person.contribution else ():
            yield from _citation(case, citation)
            work = EntityRef(label="Publication", name=citation.about)
            yield case.at(citation.span, CITED_IN_PROSE).fact(person.ref, "AUTHORED", work)
    for unit in case.units:
        for citation in citations_in(unit.contribution) if unit.contribution else ():
            yield from _citation(case, citation)
            yield from _of_team(case, unit, citation)
    for view in case.texts("summary", "innovations", "uptake", "features"):
        for citation in citations_in(view):
            yield from _citation(case, citation)


def _citation(case: Case, citation: Citation) -> Iterator[Assertion]:
    work = EntityRef(label="Publication", name=citation.about)
    journal = EntityRef(label="Journal", name=citation.journal)
    words = case.at(citation.span, CITED_IN_PROSE)
    yield words.fact(work, "PUBLISHED_IN", journal, year=citation.year)
    yield words.fact(work, "OUTPUT_OF", case.achievement)
    yield words.attribute(work, "year", citation.year)


def _of_team(case: Case, unit: Unit, citation: Citation) -> Iterator[Assertion]:
    """The head of the team that the same sentence names, marked as its team's work."""
    view = unit.contribution
    if view is None:
        return
    at = next((i for i, offset in enumerate(view.offsets) if offset >= citation.span.start), 0)
    named = _OWN_WORK.match(view.text[at:])
    person = next((one for one in case.people if named and named["name"] == one.name), None)
    if person is not None:
        work = EntityRef(label="Publication", name=citation.about)
        yield case.at(citation.span, CITED_IN_PROSE).fact(person.ref, "AUTHORED", work)
        return
    sentence = view.text[max(view.text.rfind("。", 0, at), 0) : at + 60]
    for match in _TEAM.finditer(sentence):
        person = next((one for one in case.people if match["name"].endswith(one.name)), None)
        if person is not None:
            work = EntityRef(label="Publication", name=citation.about)
            yield case.at(citation.span, CITED_OF_TEAM).fact(person.ref, "AUTHORED", work, basis="团队")
            return


def _book(case: Case, book: Book, rule: Rule) -> Iterator[Assertion]:
    work = EntityRef(label="Guideline", name=book.name)
    yield case.at(book.span, rule).fact(work, "OUTPUT_OF", case.achievement, number=book.number)
    for name, role, span in book.people:
        yield case.at(span, rule).fact(case.person(name), "AUTHORED", work, role=role)
    for name, value in (("issuer", book.issuer), ("publisher", book.publisher), ("year", book.year)):
        if value:
            yield case.at(book.span, rule).attribute(work, name, value)
