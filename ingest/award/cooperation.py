"""What the note on how the completers worked together says that each of them did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import Case, cut, sentences
from ingest.award.completers import Person
from ingest.award.honours import Honour, awarded, honours_in
from ingest.award.numbered import rank_of
from ingest.award.themes import DOES
from ingest.award.witness import Rule
from ingest.layout import View
from ingest.mentions import mentions
from kg.model import Assertion, EntityRef

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["stated"]

COOPERATION_DOES = Rule("COOPERATION_DOES")
"""甲（排名2）和乙作为骨干…，完成了某技术的研究; 她们…."""

TOGETHER_AWARDED = Rule("TOGETHER_AWARDED")
"""甲和乙共同获得某奖; a row of the table 共同获奖."""

_PARTNER = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,8}?)\s*(?:[/／(（]\s*(?:项目)?(?:排名)?\s*第?\s*\d+\s*[)）]?|(?=[、，,；;\s]|$))"
)
_NOTE = r"(?:[（(][^（）()]{0,20}[)）])?"
_TITLE = r"(?:教授|主任|研究员|医师|副教授|副主任)?"
_BOTH = re.compile(r"\s*(?:并|且|曾|先后|合作|于?\d{4}年)*(?:共同|联合|一起|一同)(?:合作)?\s*")
_LEAD = re.compile(
    r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]\s*)?(?:[^，。；：:]{2,20}[：:]\s*)?(?:第[一二三四五六七八九十\d]+(?:主要)?完成人[：:，]?\s*)?"
)
_JOIN = re.compile(rf"{_TITLE}{_NOTE}\s*(?:和|与|、|及)?\s*")
_SAME = re.compile(r"^(?:他|她|其|并|还|同时|此外|主要|重点|确立|提出|建立|完成|负责|参与|开展|主持)")
_ALL = re.compile(r"^(?:综上|该团队|本团队|项目组|团队|全体|上述|以上|各完成人|完成人)")


_COUNT_OF_ALL = re.compile(
    r"\s*(?:以上|上述|本项目|该项目)(?P<n>[两二三四五六七八九十\d]{1,3})[人位名](?:主要)?(?:完成人)?(?=.{0,4}(?:共同|联合|一起|一同))"
)
_SHORTENED = re.compile("[^奖]*(?:学会|协会)[特一二三四]等奖")
"""省医学会一等奖: who gave an award and its grade, without its name."""


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    """WORKS_ON of those whom a sentence opens with, and of them in the sentences behind it that name nobody; their awards."""
    yield from _awarded_in_table(case)
    for view in case.texts("cooperation"):
        doing: list[Person] = []
        for sentence in sentences(view):
            named = _opening(case, sentence.text) or _all_counted(case, sentence.text)
            if named or _ALL.match(sentence.text) or not _SAME.match(sentence.text):
                doing = named
            for before, honour in awarded(sentence) if named else ():
                yield from _received(case, _together(case, before, named), honour)
            if doing and DOES.search(sentence.text):
                yield from _works_on(case, doing, sentence, nlp)


def _together(case: Case, before: str, named: list[Person]) -> list[Person]:
    """Who received together: those a sentence opens with; its first and the last partners where clauses stand between."""
    *clauses, last = re.split("[，,；]", before)
    if not clauses:
        return named
    partners = next((found for clause in reversed(clauses) if (found := case.persons_in(clause))), [])
    return list(dict.fromkeys([named[0], *partners])) if _BOTH.fullmatch(last) else []


def _awarded_in_table(case: Case) -> Iterator[Assertion]:
    for record in case.form.of("cooperation"):
        mode, outcome = (record.fields.get(field) for field in ("mode", "outcome"))
        if outcome is None or mode is None or "获奖" not in case.form.text(mode):
            continue
        names = [match["name"] for match in _PARTNER.finditer(case.form.text(record.fields["partners"]))]
        people = [person for name in names if (person := case.completer(name))]
        for honour in honours_in(case.form.view(outcome)):
            yield from () if _SHORTENED.fullmatch(honour.name) else _received(case, people, honour)


def _received(case: Case, people: list[Person], honour: Honour) -> Iterator[Assertion]:
    """What each received; the place among those who did, where a note tells it: （甲排名第1，乙排名第3）."""
    award, ranks = EntityRef(label="Award", name=honour.name), dict(honour.ranks)
    for person in people:
        told = {"year": honour.year, "grade": honour.grade, "rank": ranks.get(person.name)}
        yield case.at(honour.span, TOGETHER_AWARDED).fact(person.ref, "RECEIVED", award, **told)


def _opening(case: Case, text: str) -> list[Person]:
    """The completers whose names a sentence opens with: one, or several joined by 和 or 、."""
    found: list[Person] = []
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    while (person := next((one for one in case.people if text.startswith(one.name, at)), None)) is not None:
        found.append(person)
        behind = _JOIN.match(text, at + len(person.name))
        at = behind.end() if behind else len(text)
    return found


def _all_counted(case: Case, text: str) -> list[Person]:
    """All completers, where a sentence opens with as many as they are: 以上六人曾共同获得…."""
    counted = _COUNT_OF_ALL.match(text)
    people = list({person.name: person for person in reversed(case.people)}.values())[::-1]
    return people if counted and rank_of(counted["n"].replace("两", "二")) == len(people) else []


def _works_on(case: Case, doing: list[Person], sentence: View, nlp: Language) -> Iterator[Assertion]:
    found = {one.name: one.ref for one in mentions(sentence, nlp) if one.label == "Technology"}
    whole = cut(sentence, 0, len(sentence.text.rstrip()))
    for technology in found.values():
        for person in doing:
            yield case.at(whole.span(0, len(whole.text)), COOPERATION_DOES).fact(person.ref, "WORKS_ON", technology)
