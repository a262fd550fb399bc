"""Where those work whom a form's texts name beside the people who completed the work: who praised it, advised or helped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.witness import Rule
from ingest.lexicon import TITLES
from ingest.mentions import mentions
from kg.model import Assertion

if TYPE_CHECKING:
    from spacy.language import Language

    from ingest.award.case import Case
    from ingest.layout import View

__all__ = ["named"]

OUTSIDER_AT = Rule("OUTSIDER_AT")
"""某某大学某教授评价该技术…; 某某医院某主任医师在统计方面给予指导."""

_TITLE = rf"(?:{'|'.join(sorted(set(TITLES) - {'院士'}, key=lambda one: (-len(one), one)))})"
"""What tells that somebody works where he is named; 院士 does not: whose academy or college it is did not hire him."""
_BEHIND = re.compile(rf"[ ]?(?P<title>{_TITLE})(?!团队|课题组|等)")
_BETWEEN = re.compile(rf"(?:的|[ ])?(?P<title>{_TITLE})?[ ]?")
_LEARNT = re.compile(r"(?:毕业于|就读于|考入|留学)$")
_ACADEMY = re.compile(r"(?:科学院|工程院)$")
"""Whose members work elsewhere."""
_KINDS = frozenset({"university", "hospital", "institute"})


def named(case: Case, sentence: View, nlp: Language) -> Iterator[Assertion]:
    """AFFILIATED_WITH of a person with a title right behind a house, where the form's own people are not meant."""
    if not re.search(_TITLE, sentence.text):
        return
    found = mentions(sentence, nlp)
    houses = {one.end: one for one in found if one.kind in _KINDS and not _ACADEMY.search(one.name)}
    for person in (one for one in found if one.label == "Person" and case.completer(one.name) is None):
        for end, house in houses.items():
            between = _BETWEEN.fullmatch(sentence.text, end, person.start) if end <= person.start else None
            title = between and ((between["title"] and between) or _BEHIND.match(sentence.text, person.end))
            employer = case.organization(house.surface) if title and not _LEARNT.search(sentence.text, 0, house.start) else None
            if title and employer is not None:
                words = case.at(sentence.span(house.start, max(person.end, title.end())), OUTSIDER_AT)
                yield words.fact(person.ref, "AFFILIATED_WITH", employer, title=title["title"])
