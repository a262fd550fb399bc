"""How resolution grows: as many mentions as asked for, of people and institutions as unevenly spread as real ones.

``python -m tests.scale 100000 1000000`` resolves each number in a process of its own and prints time and memory.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Assertion, Document, Fact
from tests.stories import Story, org, person, thing, work

__all__ = ["Grown", "grown", "table"]

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红玲芬燕彬凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍"
    "贞莉志国华建文辉力永健世广义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞富顺信子成康星光天达安岩中茂进林有坚"
    "和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭"
    "鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘"
)
_STEMS = "江岳云泽望湖映川石桥长渚沧岭东屿清和临溪北固南浦白鹭青崖玉泉鹤鸣松陵金溪澄江龙池"
_KINDS = (
    "大学",
    "医科大学",
    "大学第一医院",
    "医科大学附属第二医院",
    "市人民医院",
    "省肿瘤医院",
    "大学附属儿童医院",
    "研究所",
    "影像科技有限公司",
)
_TECHNOLOGIES = ("CT", "磁共振成像", "超声造影", "弹性成像", "PET", "光声成像", "心脏磁共振", "T1 mapping")
_TEAM, _MENTIONS = 10, 64
"""People on an achievement, and the mentions that its document makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What one run took: seconds of the clock and on the processor, the most memory held (MB), and what came out."""

    mentions: int
    seconds: float
    processor: float
    megabytes: float
    people: int
    organizations: int
    edges: int


class Field:
    """Documents about a field of so many people; the same size gives the same documents."""

    def __init__(self, mentions: int) -> None:
        self._draw = random.Random(mentions)
        self._documents = max(1, mentions // _MENTIONS)
        count = max(20, mentions // 20)
        places = [_STEMS[at : at + 2] for at in range(0, len(_STEMS), 2)]
        stems = [first + second for first in places for second in ("", *places)]
        names = [f"{stem}{kind}" for stem in stems for kind in _KINDS]
        self._draw.shuffle(names)
        self._homes = names[: max(20, min(len(names), count // 10))]
        self.people = [(self._name(), self._homes[self._skewed(len(self._homes))]) for _ in range(count)]

    def stories(self) -> Iterator[Story]:
        """One document after another, so that none but the last is held."""
        for number in range(self._documents):
            yield self._story(number)

    def _story(self, number: int) -> Story:
        draw = self._draw
        story, project = Story(f"第{number}号"), work(f"{draw.choice(_TECHNOLOGIES)}关键技术{number}")
        start = self._skewed(len(self.people))
        team = [self.people[(start + step * step) % len(self.people)] for step in range(_TEAM)]
        for rank, (name, home) in enumerate(team, 1):
            story.works_at(name, home, title="教授").fact(person(name, home), "PARTICIPATED_IN", project, rank=rank)
        for rank, home in enumerate(dict.fromkeys(home for _, home in team[:4]), 1):
            story.fact(org(home), "COMPLETED", project, rank=rank)
        paper = thing("Publication", f"Imaging study {number}")
        for order, (name, _) in enumerate(team[:6], 1):
            story.fact(person(name), "AUTHORED", paper, order=order)
        story.fact(project, "CONCERNS", thing("Technology", draw.choice(_TECHNOLOGIES)))
        story.fact(person(*team[0]), "LEADS", thing("Grant", f"影像新方法{number // 3}"))
        return story

    def _name(self) -> str:
        given = _GIVEN[self._skewed(len(_GIVEN))]
        second = _GIVEN[self._skewed(len(_GIVEN))] if self._draw.random() < 0.75 else ""
        return _SURNAMES[self._skewed(len(_SURNAMES))] + given + second

    def _skewed(self, most: int) -> int:
        """A number below ``most``, small ones far more often: about as names of a telephone book are."""
        return int(most * self._draw.random() ** 2.5)


def grown(mentions: int) -> Grown:
    """Resolve so many mentions in this process."""
    from kg.resolve import resolve

    documents: list[Document] = []

    def assertions() -> Iterator[Assertion]:
        for story in Field(mentions).stories():
            documents.append(story.document)
            yield from story.assertions

    began, worked, made = time.monotonic(), time.process_time(), 0

    def counted() -> Iterator[Assertion]:
        nonlocal made
        for assertion in assertions():
            made += 2 if isinstance(assertion, Fact) else 1
            yield assertion

    graph = resolve(counted(), iter(documents)).graph
    labels = [node.label for node in graph.nodes]
    return Grown(
        mentions=made,
        seconds=time.monotonic() - began,
        processor=time.process_time() - worked,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        people=labels.count("Person"),
        organizations=labels.count("Organization"),
        edges=len(graph.edges),
    )


def table(*sizes: int) -> Iterator[str]:
    """A line of a table for each size, each measured in a process of its own."""
    yield "| mentions | people | institutions | edges | seconds on the processor | seconds | MB |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for size in sizes:
        done = subprocess.run(
            [sys.executable, "-m", "tests.scale", "--one", str(size)], capture_output=True, text=True, check=True
        )
        yield done.stdout.strip()


def main(arguments: list[str]) -> None:
    """Print the table, or (``--one``) one line of it."""
    if arguments[0] == "--one":
        one = grown(int(arguments[1]))
        told = (
            one.mentions,
            one.people,
            one.organizations,
            one.edges,
            round(one.processor),
            round(one.seconds),
            round(one.megabytes),
        )
        print("| " + " | ".join(f"{number:,}" for number in told) + " |")
        return
    for line in table(*map(int, arguments)):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
