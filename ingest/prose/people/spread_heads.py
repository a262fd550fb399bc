"""Heads that the page of a house spreads out on lines of their own: 护 士 长：张三, 副 主 任：李四 王五."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person, organization_kind
from ingest.prose.people.described import SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion
from kg.text import HAN

__all__ = ["HEAD", "HEADED_BY", "SET_UP_FOR", "labelled", "post_within"]

HEADED_BY = Rule("headed_by")
"""中心主任由张三研究员担任，副主任为李四教授; 科主任：张三，主任医师: of whom the page presents, or the noun means."""
HEAD = (
    r"(?:(?:首任|常务|执行|名誉|行政)*副?(?:科主任|主任|院长|所长|总经理|负责人|护士长|技师长|组长|董事长|总裁|总工程师|首席(?:科学家|[执行技术医学]{2}官))"
    r"|(?:学科|学术)带头人|党支部书记|总技师)"
)
SET_UP_FOR = re.compile("质控|质量控制|指导中心")
"""Centres whose heads hold an office there and work elsewhere."""
_SPREAD = re.compile(
    rf"(?P<post>[{HAN}](?:[ \u3000]*[{HAN}]){{1,6}})[ \u3000]*[:：][ \u3000]*(?P<names>[{HAN}·][{HAN}· 、，\u3000]{{1,40}})"
)
_BLANKS = re.compile(r"[ \u3000]+")
_LONGEST_SPREAD = 3


def labelled(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """护 士 长：张三, 副 主 任：李四 王五: a line that the page of a house spreads out, its names parted by blanks."""
    line = _SPREAD.fullmatch(scene.text) if reading.own is not None else None
    post = _BLANKS.sub("", line["post"]) if line is not None else ""
    if line is None or reading.own is None or not re.fullmatch(HEAD, post) or organization_kind(reading.own.name) in SOCIETIES:
        return
    employer = employer_of(reading.own)
    within = reading.own.name.removeprefix(employer.name) if employer != reading.own else ""
    names = _spread_names(line["names"])
    for name in names if all(map(could_be_person, names)) else ():
        ref = reading.person(name, employer.name)
        where = scene.sentence.view.span(0, len(scene.text))
        yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", employer, where, position=post_within(within, post))


def _spread_names(words: str) -> list[str]:
    """The names that blanks or marks part; characters that stand alone are one name (张 三)."""
    names: list[str] = []
    alone = False
    for word in re.split(r"[、，,\s]+", words.strip()):
        single = len(word) == 1
        if single and alone and len(names[-1]) < _LONGEST_SPREAD:
            names[-1] += word
        else:
            names.append(word)
        alone = single
    return names


def post_within(unit: str, post: str) -> str:
    """核医学科 and 科主任: 核医学科主任."""
    if not unit:
        return post
    return unit + (post.removeprefix("科") if unit.endswith("科") else post)
