"""Awards of another work that several of the completers did: 甲、乙完成的“某某研究”获2017年某奖二等奖（分别为第1、第4位）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from ingest.award.case import Case, cut
from ingest.award.honours import honours_in
from ingest.award.numbered import rank_of
from ingest.award.witness import Rule
from ingest.layout import View
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["shared"]

HONOUR_SHARED = Rule("HONOUR_SHARED")
_N = r"第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[位名]?"
_SHARED = re.compile(
    rf"(?P<names>[{HAN}·]{{2,8}}(?:[、，和及与][{HAN}·]{{2,8}})+?)(?:等人?)?(?:共同|合作|联合)?(?:完成|主持|承担|参与)的[“《](?P<work>[^“”《》]{{4,60}})[”》]"
    r"(?:项目|成果|研究)?(?:曾|先后)?(?:荣获|获得|获)(?P<award>[^。；;（(\n]{4,60})"
    rf"(?:[（(](?:分别|依次)(?:为|列|排名|位列)*\s*(?P<ranks>{_N}(?:\s*[、，和及]\s*{_N})*)[)）])?"
)


def shared(case: Case, view: View) -> Iterator[Assertion]:
    """RECEIVED of the work and of each who did it, PARTICIPATED_IN of those; their ranks where each has one."""
    for match in _SHARED.finditer(view.text):
        people = [case.completer(name) for name in re.split("[、，和及与]", match["names"])]
        ranks = [rank_of(one.strip()) for one in re.split("[、，和及]", match["ranks"])] if match["ranks"] else []
        known = [person for person in people if person is not None]
        if len(known) != len(people) or (ranks and len(ranks) != len(people)):
            continue
        work = EntityRef(label="Achievement", name=match["work"])
        for honour in honours_in(cut(view, match.start("award"), match.end("award"))):
            words = case.at(view.span(match.start(), match.end()), HONOUR_SHARED)
            award, told = EntityRef(label="Award", name=honour.name), {"year": honour.year, "grade": honour.grade}
            yield words.fact(work, "RECEIVED", award, **told)
            for person, rank in zip_longest(known, ranks):
                yield words.fact(person.ref, "RECEIVED", award, **told, rank=rank)
                yield words.fact(person.ref, "PARTICIPATED_IN", work, rank=rank)
